//! Pictures of pages, and stamped plans for those who handle the case and for its author.

use super::id;
use crate::model::{Picture, Plan};
use crate::{actions, jobs, store};
use cases::Case;
use kernel::{Id, Refusal};
use platform::web::{IntoResponse, Path};
use platform::{Answer, Ctx, Problem, Result, Tx};

/// Width of the picture of a page, in pixels.
const WIDTH: u16 = 1_600;

/// The case of a plan, when this actor may see it.
fn plan_of(rx: &mut Tx, file: &Id) -> Result<(Case, Plan)> {
    let case = cases::files::find(rx, file)?.case_id;
    actions::find(rx, &case, file)
}

/// The picture of a page, made the first time that it is asked for.
pub(super) async fn made(ctx: &Ctx, plan: &Plan, page: i64) -> Result<Picture> {
    let (file, number) = (plan.file.id.clone(), page);
    if let Some(known) = ctx.read(move |rx| store::picture(rx, &file, number)).await? {
        return Ok(known);
    }
    let refused = |fault| Problem::from(Refusal::new(format!("plans-fault-{}", jobs::word(fault))));
    let pdf = jobs::content(ctx, &plan.file).await?.map_err(refused)?;
    let place = usize::try_from(page).map_err(|_| Problem::NotFound)?;
    let (pages, png) = documents::page_apart(&pdf, place, WIDTH).await?.map_err(refused)?;
    let side =
        |at: usize| png.get(at..at + 4).map_or(0, |four| i64::from(u32::from_be_bytes([four[0], four[1], four[2], four[3]])));
    let (width, height) = (side(16), side(20)); // the header of a PNG comes first
    let picture = Picture { pages: pages as i64, width, height, blob: ctx.keep_file(png).await? };
    let (file, kept) = (plan.file.id.clone(), picture.clone());
    ctx.write_as_house(move |tx| store::add_picture(tx, &file, page, &kept)).await?;
    Ok(picture)
}

pub async fn picture(ctx: Ctx, Path((file, page)): Path<(String, i64)>) -> Answer {
    let file = id(&file)?;
    let plan = looked(&ctx, file).await?;
    let picture = made(&ctx, &plan, page).await?;
    let content = ctx.file(&picture.blob).await?;
    Ok(([("content-type", "image/png"), ("cache-control", "private, max-age=3600")], content).into_response())
}

/// A plan that is looked at: the look is written before anything is shown.
async fn looked(ctx: &Ctx, file: Id) -> Result<Plan> {
    let work = move |tx: &mut Tx| {
        let (case, plan) = plan_of(tx, &file)?;
        tx.look(&case.id, "plan")?;
        Ok(plan)
    };
    ctx.write(work).await
}

pub async fn at_the_desk(ctx: Ctx, Path(file): Path<String>) -> Answer {
    let plan = looked(&ctx, id(&file)?).await?;
    send(&ctx, &plan).await
}

/// A stamped plan for whoever holds the link of the case.
pub async fn for_the_author(ctx: Ctx, Path((code, file)): Path<(String, String)>) -> Answer {
    let (key, file) = (ctx.query().get("k").to_owned(), id(&file)?);
    let plan = ctx
        .read(move |rx| {
            let case = requests::opened(rx, &code, &key)?;
            actions::of(rx, &case)?.into_iter().find(|plan| plan.file.id == file).ok_or(Problem::NotFound)
        })
        .await?;
    send(&ctx, &plan).await
}

async fn send(ctx: &Ctx, plan: &Plan) -> Answer {
    let content = ctx.file(plan.blob.as_deref().ok_or(Problem::NotFound)?).await?;
    let name = plan.file.piece.as_deref().unwrap_or("plan");
    let headers = [
        ("content-type", "application/pdf".to_owned()),
        ("content-disposition", format!("inline; filename=\"{name}-ne-varietur.pdf\"")),
        ("content-security-policy", "sandbox; default-src 'none'".into()),
        ("cache-control", "private, no-store".into()),
    ];
    Ok((headers, content).into_response())
}
