//! One procedure, as law 55-19 art. 6 wants it told; printable.

use super::shown;
use crate::actions::draft;
use crate::exports::{Facts, schema_org};
use platform::web::Path;
use platform::{Answer, Ctx, context};

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let (catalog, procedure) = ctx.read(move |rx| Ok((procedures::catalog(rx)?, draft::offered(rx, &id)?))).await?;
    let start = ctx.url(&format!("/procedures/{}/start", procedure.id));
    let model = context! { sheet => shown::sheet(&ctx, &catalog, &procedure), start => start, back => ctx.url("/procedures"), about => schema_org(&procedure, &catalog, &Facts::of(&ctx), ctx.lang) };
    ctx.page("requests/sheet.html", model).await
}
