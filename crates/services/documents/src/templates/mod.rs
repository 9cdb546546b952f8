//! Templates of the commune's own: written by one person, published by another, versions kept; the country's goes on where
//! there is none, and where the own one fails.

pub mod actions;
pub mod rows;

use crate::press::Order;
use kernel::{Id, Lang, Moment, words};
use papers::Fault;
use platform::{Ctx, Result};
use serde::Serialize;

/// The kinds of paper that a commune may write itself.
pub const KINDS: [&str; 7] = ["permit", "refusal", "certificate", "silence", "receipt", "receipt-80mm", "minutes"];
/// A template is a page or two of text.
pub const TEXT_MOST: usize = 65_536;
/// A second within the range of dates that PDF can say.
const SAMPLE_DATE: i64 = 1_767_225_600;

words! {
    /// Written, in use, and no longer in use.
    pub enum TemplateState { Draft = "draft", Published = "published", Former = "former" }
}

/// A version of a template.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Template {
    pub kind: String,
    pub version: i64,
    pub text: String,
    pub state: TemplateState,
    /// As in the journal.
    pub written_by: String,
    /// The person behind that account; of a version that was written before persons were noted, nothing.
    pub written_person: Option<Id>,
    pub written_at: Moment,
    pub published_at: Option<Moment>,
    /// When it failed with real data, and why: the country's template was used instead.
    pub failed_at: Option<Moment>,
    pub failed_why: Option<String>,
}

/// The example of a kind of paper, in a language.
pub fn example(kind: &str, text: &str, lang: Lang) -> Order {
    let code = if lang == Lang::Fr { "fr" } else { "ar" };
    Order {
        template: text.to_owned(),
        model: papers::sample(kind, code).unwrap_or_default(),
        title: kind.to_owned(),
        lang: code.to_owned(),
        at: SAMPLE_DATE,
        fields: Vec::new(),
    }
}

/// Compiles a template with the examples of its kind, in Arabic and in French, apart and within limits.
///
/// # Errors
/// The inner one says the line and what Typst says.
pub async fn check(kind: &str, text: &str) -> Result<std::result::Result<(), Fault>> {
    for lang in [Lang::Ar, Lang::Fr] {
        if let Err(fault) = example(kind, text, lang).print_apart().await? {
            return Ok(Err(fault));
        }
    }
    Ok(Ok(()))
}

/// The paper by the commune's own template. Nothing where there is none, or where it fails: then staff are told, and the
/// country's template makes the paper.
pub async fn by_own(ctx: &Ctx, kind: &str, order: impl FnOnce(String) -> Order) -> Result<Option<Vec<u8>>> {
    let asked = kind.to_owned();
    let Some(live) = ctx.read(move |rx| rows::live(rx, &asked)).await? else { return Ok(None) };
    match order(live.text).print_apart().await? {
        Ok(paper) => Ok(Some(paper)),
        Err(fault) => {
            tracing::warn!(kind, version = live.version, line = fault.line, "the commune's own template failed");
            let (kind, version) = (live.kind, live.version);
            ctx.write_as_house(move |tx| actions::failed(tx, &kind, version, &fault)).await?;
            Ok(None)
        }
    }
}
