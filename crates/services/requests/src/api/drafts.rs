//! A draft by program: begun, answered field by field, shown with what lacks, filed.

use super::shapes::{AskedPiece, Draft, DueFee, Filed, GivenFile, Seen, SentAnswers, Wrong};
use super::{asker, idempotency_key};
use crate::actions::draft::{self, Opened};
use crate::actions::{file, level};
use crate::pages::form::receipt_link;
use crate::pages::guarded;
use crate::{answers, model};
use cases::Channel;
use kernel::{Id, Money, Refusal};
use platform::web::{HeaderMap, Path, Sent};
use platform::{Actor, Allowance, Answer, Ctx, Problem, Result, Tx};

/// Begins a draft; `Idempotency-Key` makes it the same one each time, and its case the same for ever.
pub async fn begin(ctx: Ctx, headers: HeaderMap, Path(id): Path<String>) -> Answer {
    let ctx = asker(ctx, &headers)?;
    let (key, lang) = (idempotency_key(&headers)?, ctx.lang);
    let owner = match &ctx.actor {
        Actor::Key { key, .. } => key.to_string(),
        _ => {
            ctx.take(Allowance::Deposit)?;
            String::new()
        }
    };
    let code = ctx
        .write(move |tx| {
            let draft = match &key {
                Some(key) => draft::begin_keyed(tx, &id, (&owner, key), lang)?,
                None => draft::begin(tx, &id, Channel::Api, lang)?,
            };
            Ok(draft.code)
        })
        .await?;
    told(&ctx, &code).await
}

pub async fn show(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>) -> Answer {
    told(&asker(ctx, &headers)?, &code).await
}

/// Sets the fields that are named, and leaves the others.
pub async fn answer(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>, Sent(sent): Sent<SentAnswers>) -> Answer {
    let ctx = asker(ctx, &headers)?;
    let asked = code.clone();
    guarded(&ctx, ctx.write(move |tx| draft::answer(tx, &asked, &sent.0)).await)?;
    told(&ctx, &code).await
}

pub async fn remove_file(ctx: Ctx, headers: HeaderMap, Path((code, id)): Path<(String, String)>) -> Answer {
    let ctx = asker(ctx, &headers)?;
    let (asked, id) = (code.clone(), Id::parse(&id).ok_or(Problem::NotFound)?);
    guarded(&ctx, ctx.write(move |tx| draft::remove_file(tx, &asked, &id)).await)?;
    told(&ctx, &code).await
}

/// Files the draft. The same draft again gives the same case.
pub async fn file(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>, Sent(seen): Sent<Seen>) -> Answer {
    let ctx = asker(ctx, &headers)?;
    let done = ctx.write(move |tx| {
        let filed =
            file::file_as_seen(tx, &code, model::Seen { total: seen.total.map(Money), version: seen.version, card: false })?;
        Ok((receipt_link(tx, &filed.code)?, filed))
    });
    let (link, filed) = guarded(&ctx, done.await)?;
    ctx.json(as_filed(&ctx, &filed.code, &link, filed.again))
}

fn as_filed(ctx: &Ctx, code: &str, link: &str, again: bool) -> Filed {
    let key = link.split_once("?k=").map_or("", |(_, key)| key);
    let address = |rest: &str| ctx.bare_url(&format!("/api/requests/{code}{rest}?k={key}"));
    Filed { code: code.to_owned(), key: key.to_owned(), again, receipt: address("/receipt"), status: address("") }
}

enum Found {
    /// With what lacks of knowing who files.
    Open(Box<Opened>, Option<Refusal>),
    Filed {
        draft: Box<model::Draft>,
        code: String,
        link: String,
    },
}

fn load(rx: &mut Tx, code: &str) -> Result<Found> {
    let draft = draft::find(rx, code)?;
    match &draft.filed {
        Some(case) => {
            let code = cases::find(rx, case)?.code;
            Ok(Found::Filed { link: receipt_link(rx, &code)?, code, draft: Box::new(draft) })
        }
        None => {
            let opened = draft::opened(rx, &draft.code)?;
            let unsure = level::lacking(rx, &opened.draft, &opened.procedure, false)?;
            Ok(Found::Open(Box::new(opened), unsure))
        }
    }
}

async fn told(ctx: &Ctx, code: &str) -> Answer {
    let asked = code.to_owned();
    match guarded(ctx, ctx.read(move |rx| load(rx, &asked)).await)? {
        Found::Open(opened, unsure) => ctx.json(as_draft(ctx, &opened, unsure)),
        Found::Filed { draft, code, link } => {
            let filed = Some(as_filed(ctx, &code, &link, true));
            ctx.json(Draft { filed, ..empty(&draft) })
        }
    }
}

fn empty(draft: &model::Draft) -> Draft {
    Draft {
        code: draft.code.clone(),
        procedure: draft.procedure.clone(),
        version: draft.version,
        changed: false,
        offered: true,
        answers: Default::default(),
        asked: Vec::new(),
        wrong: Vec::new(),
        pieces: Vec::new(),
        lacking: Vec::new(),
        fees: Vec::new(),
        total: 0,
        ready: false,
        filed: None,
    }
}

fn as_draft(ctx: &Ctx, opened: &Opened, unsure: Option<Refusal>) -> Draft {
    let Opened { draft, procedure, read, .. } = opened;
    let mut faults = opened.faults();
    faults.extend(unsure);
    let fees: Vec<DueFee> = procedures::fees(procedure, &read.context)
        .into_iter()
        .map(|(fee, amount)| DueFee { id: fee.id.clone(), label: fee.label.clone(), amount, due: fee.due })
        .collect();
    Draft {
        version: procedure.version,
        changed: opened.has_changed(),
        offered: procedure.offered,
        answers: answers::told(procedure, &draft.typed),
        asked: read.asked.iter().cloned().collect(),
        wrong: faults.iter().map(|fault| wrong(ctx, fault)).collect(),
        pieces: opened.pieces().into_iter().map(|piece| asked_piece(piece, opened)).collect(),
        lacking: opened.lacking().into_iter().map(|piece| piece.id.clone()).collect(),
        total: fees.iter().map(|fee| fee.amount).sum(),
        fees,
        ready: faults.is_empty() && procedure.offered,
        ..empty(draft)
    }
}

fn wrong(ctx: &Ctx, fault: &Refusal) -> Wrong {
    Wrong { field: fault.field.clone(), code: fault.key.clone(), detail: ctx.sentence(fault) }
}

fn asked_piece(piece: &procedures::Piece, opened: &Opened) -> AskedPiece {
    let file = |file: &model::DraftFile| GivenFile {
        id: file.id.to_string(),
        name: file.name.clone(),
        size: file.size,
        kind: file.kind.clone(),
    };
    AskedPiece {
        id: piece.id.clone(),
        label: piece.label.clone(),
        required: piece.required,
        many: piece.many,
        files: opened.files_of(&piece.id).map(file).collect(),
    }
}
