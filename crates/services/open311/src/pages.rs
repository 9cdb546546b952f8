//! The welcome of this door for the people who write programs: where things are, how to ask for a key.

use crate::services;
use platform::{Answer, Ctx, Json, context};

pub const WELCOME: &str = "open311/welcome.html";

pub async fn welcome(ctx: Ctx) -> Answer {
    let catalog = ctx.read(procedures::catalog).await?;
    let count = catalog.offered().into_iter().filter(|procedure| services::offered(procedure)).count();
    let commune = ctx.commune();
    let base = ctx.full_url(&ctx.bare_url("/open311"));
    let model = model(&base, &commune.slug, &commune.code, count, ctx.app().config().demo);
    ctx.page(WELCOME, model).await
}

pub fn model(base: &str, slug: &str, code: &str, count: usize, demo: bool) -> Json {
    let line = |what: &str, path: &str| context! { what => what, url => format!("{base}{path}"), path => path };
    let addresses = [
        line("open311-welcome-discovery", "/discovery.json"),
        line("open311-welcome-services", "/v2/services.json"),
        line("open311-welcome-definition", "/v2/services/pothole.json"),
        line("open311-welcome-requests", "/v2/requests.json?page_size=20"),
        line("open311-welcome-updates", "/v2/servicerequestupdates.json"),
        line("open311-welcome-bulk", "/bulk/requests.csv"),
    ];
    let example = format!(
        "curl {base}/v2/requests.json \\\n  -F api_key=… -F jurisdiction_id={slug} -F service_code=pothole \\\n  -F lat=34.0389 -F long=-6.8225 -F media=@photo.jpg"
    );
    context! { addresses => addresses, example => example, slug => slug, code => code, count => count, demo => demo }
}
