//! A voice note became words: they are the author's, and stand where his words would have stood.

use super::{look, open, talk};
use crate::model::{Audience, EventKind, Publication};
use crate::{SEE, store};
use kernel::Id;
use platform::{Result, Tx};

/// Puts the words of a voice note, as a clerk heard them, in the place of the author's. They are moderated as his.
pub fn hear(tx: &mut Tx, id: &Id, words: &str) -> Result<()> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, SEE)?;
    let mut sealed = store::unseal(tx, &case)?;
    sealed.words = words.to_owned();
    store::rewrite(tx, &case, &sealed)?;
    open::index(tx, &case, &sealed)?;
    if case.publication == Publication::Published {
        case.publication = Publication::Pending;
        case.public_words = None;
    }
    talk::touch(tx, &mut case)?;
    store::timeline::add(tx, &case, EventKind::Heard, Audience::Applicant, &serde_json::json!({}), None)?;
    tx.record("cases.heard", &case.id, &serde_json::json!({}))
}
