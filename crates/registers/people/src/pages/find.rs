//! Finding a person, and opening the card for a reason that its owner can read.

use super::{blank, errors_json, typed, with};
use crate::actions::mandates::{self, NewMandate};
use crate::actions::persons;
use crate::model::{Card, Mandate, Why};
use kernel::{Cin, Day, Id, Refusal, text};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

pub const FIND: &str = "people/find.html";
pub const CARD: &str = "people/card.html";

pub async fn page(ctx: Ctx) -> Answer {
    let model = with(blank(), context! { found => None::<Json>, reasons => reasons(&ctx) });
    ctx.page(FIND, model).await
}

fn reasons(ctx: &Ctx) -> Vec<Json> {
    let words = [Why::Counter, Why::Request, Why::Complaint, Why::Identity];
    words.iter().map(|why| context! { value => why, label => ctx.text(&format!("people-why-{why}"), &[]) }).collect()
}

/// What is looked for never stands in an address: the form is posted.
pub async fn find(ctx: Ctx, fields: Fields) -> Answer {
    let asked = fields.get("q").to_owned();
    let found = ctx.write(move |tx| persons::search(tx, &asked)).await;
    let reasons = reasons(&ctx);
    match found {
        Ok(found) => {
            let model = with(blank(), context! { found => found, reasons => reasons });
            ctx.page(FIND, model).await
        }
        Err(problem) => {
            let more = context! { found => None::<Json>, reasons => reasons };
            ctx.form_again(problem, FIND, |errors| with(typed(&fields, &errors_json(errors)), more)).await
        }
    }
}

/// Opens the card: the look is stored before the page is made.
pub async fn card(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let why = Why::parse(fields.get("why")).ok_or_else(|| Refusal::new("people-why-missing").at("why"))?;
    let (view, panels) =
        ctx.write(move |tx| Ok((view(tx, &id, why.as_str())?, platform::panels(tx, "people.card", &id)?))).await?;
    let panels = platform::shown_panels(&ctx, &panels);
    ctx.page(CARD, with(blank(), with(view, context! { panels => panels }))).await
}

fn view(tx: &mut Tx, id: &Id, why: &str) -> Result<Json> {
    let card = persons::card(tx, id, why)?;
    let today = tx.today();
    let mandates = mandates::mandates_about(tx, id)?;
    let others: Vec<Id> =
        mandates.iter().map(|m| if m.holder == *id { m.for_person.clone() } else { m.holder.clone() }).collect();
    let names = persons::masked(tx, &others)?;
    let line = |mandate: &Mandate| {
        let other = if mandate.holder == *id { &mandate.for_person } else { &mandate.holder };
        let name = names.iter().find(|masked| masked.id == *other).map(|masked| masked.name.clone());
        context! { id => mandate.id, held => mandate.holder == *id, name => name, matter => mandate.matter, proof => mandate.proof,
        starts_on => mandate.starts_on, ends_on => mandate.ends_on, now => mandate.holds_on(today) }
    };
    let mandates: Vec<Json> = mandates.iter().map(line).collect();
    Ok(card_json(&card, mandates, today))
}

fn card_json(card: &Card, mandates: Vec<Json>, today: Day) -> Json {
    context! {
        id => card.id, name => card.name, phone => card.phone.as_ref().map(|phone| phone.written()), email => card.email,
        cin => card.cin.as_ref().map(kernel::Cin::masked), level => card.level, created_at => card.created_at, erasure_asked_at => card.erasure_asked_at,
        mandates => mandates, today => today,
    }
}

pub async fn identify(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let cin = Cin::parse(fields.get("cin")).ok_or_else(|| Refusal::new("people-cin-wrong").at("cin"))?;
    ctx.write(move |tx| persons::identify(tx, &id, &cin)).await?;
    ctx.go_saying("/people", "people-identified")
}

/// The holder is found by an exact value, as any person is.
pub async fn give_mandate(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let for_person = Id::parse(&id).ok_or(Problem::NotFound)?;
    let words = |name: &str| text::clean(fields.get(name), 200).unwrap_or_default();
    let (matter, proof, asked) = (words("matter"), words("proof"), fields.get("holder").to_owned());
    if matter.is_empty() || proof.is_empty() {
        return Err(Refusal::new("people-mandate-words").at("matter").into());
    }
    let (starts_on, ends_on) = (ctx.today(), Day::parse(fields.get("ends_on")));
    let ends_on = ends_on.ok_or_else(|| Refusal::new("people-day-wrong").at("ends_on"))?;
    ctx.write(move |tx| {
        let holder = match persons::search(tx, &asked)?.as_slice() {
            [one] => one.id.clone(),
            _ => return Err(Refusal::new("people-mandate-holder").at("holder").into()),
        };
        let (for_person, matter, proof) = (for_person.clone(), matter.clone(), proof.clone());
        mandates::give_mandate(tx, NewMandate { holder, for_person, matter, proof, starts_on, ends_on }).map(|_| ())
    })
    .await?;
    ctx.go_saying("/people", "people-mandate-given")
}

pub async fn end_mandate(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    ctx.write(move |tx| mandates::end_mandate(tx, &id)).await?;
    ctx.go_saying("/people", "people-mandate-ended")
}
