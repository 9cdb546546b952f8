//! Taking a piece from the folder of whoever stands at the counter: by the code that his telephone gets, for this request alone,
//! and written down where he reads it.

use super::guarded;
use super::take::{Asked, copied, for_draft};
use crate::actions::draft::{self, Opened};
use crate::actions::lent;
use cases::Channel;
use kernel::{Id, Lang, Refusal};
use people::Proof;
use platform::web::{Path, StatusCode, encode};
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

/// What the code allows, as its message says.
const PROOF: &str = "folder-proof-counter";
const TEMPLATE: &str = "requests/take_for.html";

/// The request that is written at the counter, and whose folder is open for it.
struct Stand {
    opened: Opened,
    person: Option<Id>,
}

fn load(rx: &mut Tx, code: &str) -> Result<Stand> {
    let opened = draft::opened(rx, code)?;
    if !matches!(opened.draft.channel, Channel::Counter | Channel::Phone) {
        return Err(Problem::NotFound);
    }
    Ok(Stand { person: folder::present(rx, &opened.draft.id)?, opened })
}

async fn stand(ctx: &Ctx, code: &str) -> Result<Stand> {
    let asked = code.to_owned();
    guarded(ctx, ctx.read(move |rx| load(rx, &asked)).await)
}

fn address(code: &str, piece: &str) -> String {
    format!("/desk/drafts/{code}/take/{}", encode(piece))
}

/// What the page says besides.
#[derive(Default)]
struct Said<'a> {
    ticket: &'a str,
    contact: &'a str,
    chosen: &'a str,
    fault: Option<Refusal>,
}

pub async fn show(ctx: Ctx, Path((code, piece)): Path<(String, String)>) -> Answer {
    let query = ctx.query();
    page(&ctx, &code, &piece, Said { ticket: query.get("ticket"), ..Said::default() }).await
}

/// Who is there first, then the code, then what of his folder fits: the look is written before it is shown.
async fn page(ctx: &Ctx, code: &str, piece: &str, said: Said<'_>) -> Answer {
    let Stand { opened, person } = stand(ctx, code).await?;
    let wanted = opened.pieces().into_iter().find(|known| known.id == piece).cloned().ok_or(Problem::NotFound)?;
    let procedure = opened.procedure.clone();
    let asked = match person {
        Some(person) => Some(looked(ctx, opened, piece, person).await?),
        None => None,
    };
    let ticket = said.ticket.to_owned();
    let to = ctx.read(move |rx| people::asked_proof(rx, &ticket)).await?;
    let errors: Vec<Json> = said
        .fault
        .iter()
        .map(|fault| context! { name => fault.field.clone().unwrap_or_default(), text => ctx.sentence(fault) })
        .collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let action = ctx.url(&address(code, piece));
    let model = context! {
        title => procedure.title, icon => procedure.icon, piece => wanted.label, errors => errors, chosen => said.chosen, contact => said.contact,
        choice => asked.map(|asked| asked.choices.model(ctx, &procedure)), ticket => said.ticket, to => to, over => !said.ticket.is_empty() && to.is_none(),
        action => action, ask => format!("{action}/person"), prove => format!("{action}/code"), back => ctx.url(&format!("/drafts/{code}/pieces")),
    };
    ctx.page_with(status, TEMPLATE, model).await
}

async fn looked(ctx: &Ctx, opened: Opened, piece: &str, person: Id) -> Result<Asked> {
    let (piece, lang) = (piece.to_owned(), ctx.lang);
    ctx.write(move |tx| {
        folder::looked_at_the_counter(tx, &person, None)?;
        for_draft(tx, &opened, &piece, &person, lang)
    })
    .await
}

/// Finds the person by an exact telephone or e-mail, and sends the code there.
pub async fn ask(ctx: Ctx, Path((code, piece)): Path<(String, String)>, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    stand(&ctx, &code).await?;
    let contact = fields.get("contact").to_owned();
    let typed = contact.clone();
    let sent = match ctx.write(move |tx| people::search(tx, &typed)).await {
        Ok(found) => ask_one(&ctx, &found).await?,
        Err(Problem::Refused(_)) => None,
        Err(other) => return Err(other.into()),
    };
    match sent {
        Some(ticket) => ctx.go(&format!("{}?ticket={ticket}", address(&code, &piece))),
        None => {
            let fault = Some(Refusal::new("requests-take-nobody").at("contact"));
            page(&ctx, &code, &piece, Said { contact: &contact, fault, ..Said::default() }).await
        }
    }
}

/// The first of these whose contact is confirmed: it opens one folder alone.
async fn ask_one(ctx: &Ctx, found: &[people::Masked]) -> Result<Option<String>> {
    for person in found {
        if let Some(asked) = people::ask_proof(ctx, &person.id, PROOF).await? {
            return Ok(Some(asked.ticket));
        }
    }
    Ok(None)
}

pub async fn prove(ctx: Ctx, Path((code, piece)): Path<(String, String)>, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let draft = stand(&ctx, &code).await?.opened.draft.id;
    let (ticket, typed) = (fields.get("ticket").to_owned(), fields.get("code").to_owned());
    let asked = ticket.clone();
    let proof = ctx
        .write(move |tx| {
            let proof = people::prove(tx, &asked, &typed, PROOF)?;
            if let Proof::Given(person) = &proof {
                folder::arrive(tx, person, &draft)?;
            }
            Ok(proof)
        })
        .await?;
    match proof {
        Proof::Given(_) => ctx.go(&address(&code, &piece)),
        Proof::Gone => page(&ctx, &code, &piece, Said { ticket: "over", ..Said::default() }).await,
        Proof::Wrong { left } => {
            let fault = Some(Refusal::new("people-code-wrong").with("left", left).at("code"));
            page(&ctx, &code, &piece, Said { ticket: &ticket, fault, ..Said::default() }).await
        }
    }
}

pub async fn lend(ctx: Ctx, Path((code, piece)): Path<(String, String)>, fields: Fields) -> Answer {
    let chosen = fields.get("document");
    match lend_one(&ctx, &code, &piece, chosen, fields.ticked("consent")).await {
        Ok(()) => ctx.go_saying(&format!("/drafts/{code}/pieces#given-{}", encode(&piece)), "folder-said-lent"),
        Err(Problem::Refused(refusal)) => {
            page(&ctx, &code, &piece, Said { chosen, fault: Some(refusal), ..Said::default() }).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn lend_one(ctx: &Ctx, code: &str, piece: &str, chosen: &str, agreed: bool) -> Result<()> {
    let Stand { opened, person } = stand(ctx, code).await?;
    let person = person.ok_or_else(|| Refusal::new("requests-take-gone").at("contact"))?;
    let id = Id::parse(chosen).ok_or_else(|| Refusal::new("folder-document-missing").at("document"))?;
    let (wanted, lang): (String, Lang) = (piece.to_owned(), opened.draft.lang);
    let (asked, document) = ctx
        .read(move |rx| {
            let document = folder::find(rx, &id)?;
            if document.person != person {
                return Err(Problem::NotFound);
            }
            Ok((for_draft(rx, &opened, &wanted, &person, lang)?, document))
        })
        .await?;
    let (taken, loan, code) = (copied(ctx, &asked, &document, agreed).await?, asked.loan, code.to_owned());
    ctx.write(move |tx| {
        folder::looked_at_the_counter(tx, &document.person, Some(&document.id))?;
        lent::add_lent(tx, &code, taken.clone(), &document, &loan, agreed)
    })
    .await
}
