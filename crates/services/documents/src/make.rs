//! From a model to a PDF: the press is made once, and works off the threads that answer.

use kernel::{Lang, Moment};
use papers::{Papers, Sheet, Standard};
use platform::store::seal::hex_sha256;
use platform::{Json, Problem, Result};
use std::sync::OnceLock;

static PRESS: OnceLock<Papers> = OnceLock::new();

/// Renders a shipped template; `fields` are the signatures to come.
pub async fn render(template: &str, model: Json, title: String, lang: Lang, at: Moment, fields: Vec<String>) -> Result<Vec<u8>> {
    let text = papers::template(template).ok_or_else(|| Problem::internal(format!("no template {template}")))?;
    let work = move || {
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let sheet = Sheet {
            template: text,
            model: &model,
            files: &[],
            title: &title,
            lang: lang.code(),
            standard: Standard::A1b,
            at: at.0.as_second(),
            signature_fields: &fields,
        };
        PRESS.get_or_init(Papers::new).render(&sheet).map_err(Problem::internal)
    };
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
}

pub fn hash(pdf: &[u8]) -> String {
    hex_sha256(pdf)
}
