//! The list of what is kept, newest first.

use super::shown;
use crate::{actions, rules, store};
use kernel::Id;
use platform::{Answer, Ctx, Cursor, Json, Problem, Result, Tx, context};

const PAGE: usize = 50;
const TEMPLATE: &str = "folder/list.html";

/// One page of the documents of whoever acts, and the cursor of the next.
pub fn page(rx: &mut Tx, after: &str) -> Result<(Vec<crate::Document>, Option<String>)> {
    let person = actions::person(rx)?;
    let (keys, tenant) = (rx.keys().clone(), rx.tenant());
    let after = Cursor::read(after, &keys, &tenant)?;
    let before = after.map(|cursor| Id::parse(&cursor.id).ok_or(Problem::NotFound)).transpose()?;
    let mut documents = store::of_person(rx, &person, before.as_ref(), PAGE as i64 + 1)?;
    let more = documents.len() > PAGE;
    documents.truncate(PAGE);
    let last = documents.last().filter(|_| more);
    let next = last.map(|last| Cursor { sort: String::new(), id: last.id.to_string() }.write(&keys, &tenant)).transpose()?;
    Ok((documents, next))
}

pub async fn show(ctx: Ctx) -> Answer {
    let after = ctx.query().get("after").to_owned();
    let first = after.is_empty();
    let (documents, next, count, kinds) = ctx
        .read(move |rx| {
            let (documents, next) = page(rx, &after)?;
            let person = actions::person(rx)?;
            Ok((documents, next, store::count(rx, &person)?, actions::kinds(rx)?))
        })
        .await?;
    let rows: Vec<Json> = documents.iter().map(|document| shown(&ctx, &kinds, document)).collect();
    let model = context! {
        rows => rows, count => count, most => rules::MOST, first => first,
        newest => (!first).then(|| ctx.url("/my/documents")), next => next.map(|next| ctx.url(&format!("/my/documents?after={next}"))),
        full => count >= rules::MOST,
    };
    ctx.page(TEMPLATE, model).await
}
