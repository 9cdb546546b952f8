//! From a model to a PDF: by the commune's own template, else the country's, off the threads that answer.

use crate::press::Order;
use crate::templates;
use kernel::Lang;
use papers::Papers;
use platform::store::seal::hex_sha256;
use platform::{Ctx, Json, Problem, Result};
use std::sync::OnceLock;

static PRESS: OnceLock<Papers> = OnceLock::new();

/// Renders a paper of a kind; `fields` are the signatures to come.
pub async fn render(ctx: &Ctx, kind: &str, model: Json, title: String, lang: Lang, fields: Vec<String>) -> Result<Vec<u8>> {
    let at = ctx.now().0.as_second();
    let order = move |template: String| Order { template, model, title, lang: lang.code().to_owned(), at, fields };
    if let Some(paper) = templates::by_own(ctx, kind, order.clone()).await? {
        return Ok(paper);
    }
    let text = papers::template(kind).ok_or_else(|| Problem::internal(format!("no template {kind}")))?;
    let work = move || order(text.to_owned()).print(PRESS.get_or_init(Papers::new)).map_err(Problem::internal);
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
}

pub fn hash(pdf: &[u8]) -> String {
    hex_sha256(pdf)
}
