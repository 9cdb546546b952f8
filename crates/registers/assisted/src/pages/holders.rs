//! Holders: the list, one with his journal, a new one; and the journal as the holder himself reads it.

use super::{boxes, ticked, told};
use crate::actions::holders;
use crate::model::{Appointment, Deed, Holder, HolderKind};
use crate::{rules, store};
use kernel::{Day, Email, Id, Refusal, format, text};
use people::NewStaff;
use platform::web::{Path, StatusCode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

const LIST: &str = "assisted/holders.html";
const NEW: &str = "assisted/holder_new.html";
const ONE: &str = "assisted/holder.html";
const JOURNAL: &str = "assisted/journal.html";
const LINES: i64 = 200;
const PAPERS: i64 = 500;
const NAME_MOST: usize = 120;

/// How a mandate stands today: `valid`, `expired` or `revoked`.
fn standing(holder: &Holder, today: Day) -> &'static str {
    match holder.ended_at {
        Some(_) => "revoked",
        None if today > holder.ends_on => "expired",
        None => "valid",
    }
}

fn row(ctx: &Ctx, holder: &Holder) -> Json {
    context! {
        id => holder.id, name => holder.name, kind => holder.kind, agreement => holder.agreement, standing => standing(holder, ctx.today()),
        until => format::day(holder.ends_on, ctx.lang), since => format::day(holder.starts_on, ctx.lang), count => holder.procedures.len(),
        ended => holder.ended_at.map(|at| format::moment(at, ctx.lang)), url => ctx.url(&format!("/admin/mandates/{}", holder.id)),
    }
}

pub async fn list(ctx: Ctx) -> Answer {
    let holders = ctx.read(store::holders::all).await?;
    let rows: Vec<Json> = holders.iter().map(|holder| row(&ctx, holder)).collect();
    ctx.page(LIST, context! { rows => rows, may_edit => ctx.may(crate::EDIT) }).await
}

pub async fn new_page(ctx: Ctx) -> Answer {
    new_again(&ctx, &Fields::default(), StatusCode::OK, Vec::new()).await
}

async fn new_again(ctx: &Ctx, fields: &Fields, status: StatusCode, errors: Vec<Json>) -> Answer {
    let catalog = ctx.read(procedures::catalog).await?;
    let value = |name: &str| fields.get(name).to_owned();
    let kind = |kind: &HolderKind| context! { value => kind, label => ctx.text(&format!("assisted-kind-{kind}"), &[]) };
    let model = context! {
        errors => errors, kinds => HolderKind::ALL.iter().map(kind).collect::<Vec<_>>(), boxes => boxes(ctx, &catalog, &ticked(fields)),
        kind => value("kind"), name => value("name"), email => value("email"), agreement => value("agreement"), ends_on => value("ends_on"),
    };
    ctx.page_with(status, NEW, model).await
}

/// What the form says, with everything that is wrong of it.
fn read(fields: &Fields) -> Result<(Appointment, Email)> {
    let mut wrong = Vec::new();
    let name = text::clean(fields.get("name"), NAME_MOST).unwrap_or_default();
    let agreement = text::clean(fields.get("agreement"), NAME_MOST).unwrap_or_default();
    for (field, value) in [("name", &name), ("agreement", &agreement)] {
        if value.is_empty() {
            wrong.push(Refusal::new("assisted-needed").at(field));
        }
    }
    let email = Email::parse(fields.get("email"));
    if email.is_none() {
        wrong.push(Refusal::new("assisted-email-wrong").at("email"));
    }
    let ends_on = day(fields, "ends_on");
    if ends_on.is_none() {
        wrong.push(Refusal::new("assisted-day-wrong").at("ends_on"));
    }
    let procedures = ticked(fields);
    if procedures.is_empty() {
        wrong.push(Refusal::new("assisted-no-procedure").at("procedures"));
    }
    match (email, ends_on) {
        (Some(email), Some(ends_on)) if wrong.is_empty() => {
            let kind = HolderKind::parse(fields.get("kind")).unwrap_or(HolderKind::Writer);
            Ok((Appointment { kind, name, agreement, procedures, ends_on }, email))
        }
        _ => Err(Problem::Invalid(wrong)),
    }
}

/// A day as people type it, `31/12/2026`, or as a program does.
pub fn day(fields: &Fields, name: &str) -> Option<Day> {
    procedures::read_day(fields.get(name))
}

/// Takes the person on with an account of the one role, and gives the mandate, in one commit.
pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let made = match read(&fields) {
        Ok((new, email)) => {
            ctx.write(move |tx| {
                let staff = NewStaff {
                    name: new.name.clone(),
                    email: email.clone(),
                    role: holders::ROLE.into(),
                    unit: None,
                    area: None,
                    decision: new.agreement.clone(),
                    password: None,
                    totp_seed: None,
                };
                let person = people::add_staff(tx, staff)?;
                holders::appoint(tx, &person, new.clone())
            })
            .await
        }
        Err(problem) => Err(problem),
    };
    match made {
        Ok(id) => ctx.go_saying(&format!("/admin/mandates/{id}"), "assisted-said-appointed"),
        Err(problem) => {
            let errors = told(&ctx, problem)?;
            new_again(&ctx, &fields, StatusCode::UNPROCESSABLE_ENTITY, errors).await
        }
    }
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Answer {
    again(&ctx, &id, None, StatusCode::OK, Vec::new()).await
}

async fn again(ctx: &Ctx, id: &str, typed: Option<&Fields>, status: StatusCode, errors: Vec<Json>) -> Answer {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    let lang = ctx.lang;
    // Whoever reads the journal of a holder reads whom he helped: the reading is written down first.
    let (holder, deeds, catalog, ready, shared) = ctx
        .write(move |tx| {
            let holder = store::holders::find(tx, &id)?;
            tx.record("assisted.journal_read", &holder.id, &context! {})?;
            let ready = people::has_second_factor(tx, &holder.account)?;
            let papers = store::papers::of_holder(tx, &id, PAPERS)?;
            let shared = rules::most_shared(papers.iter().map(|paper| (paper.contact.as_str(), paper.name.as_str())));
            Ok((holder, deeds(tx, &id, lang, true)?, procedures::catalog(tx)?, ready, shared))
        })
        .await?;
    let listed = typed.map_or(holder.procedures.clone(), ticked);
    let ends_on = typed.map_or(format::short_day(holder.ends_on), |fields| fields.get("ends_on").to_owned());
    let model = context! {
        holder => row(ctx, &holder), deeds => deeds, boxes => boxes(ctx, &catalog, &listed), ends_on => ends_on, errors => errors,
        ready => ready, shared => (shared >= rules::SHARED_MOST).then_some(shared), may_edit => ctx.may(crate::EDIT), action => ctx.url(&format!("/admin/mandates/{}", holder.id)),
    };
    ctx.page_with(status, ONE, model).await
}

fn deeds(tx: &mut Tx, holder: &Id, lang: kernel::Lang, masked: bool) -> Result<Vec<Json>> {
    let deeds = store::holders::deeds(tx, holder, LINES)?;
    lines(tx, &deeds, lang, masked)
}

/// Lines of a journal as a page shows them. A citizen who was erased has no name any more.
pub fn lines(tx: &mut Tx, deeds: &[Deed], lang: kernel::Lang, masked: bool) -> Result<Vec<Json>> {
    let catalog = procedures::catalog(tx)?;
    let mut lines = Vec::with_capacity(deeds.len());
    for deed in deeds {
        let name = match store::papers::find(tx, &deed.paper) {
            Ok(paper) => paper.name,
            Err(Problem::NotFound) => String::new(),
            Err(problem) => return Err(problem),
        };
        let name = if masked { initials(&name) } else { name };
        let title = catalog.find(&deed.procedure).map(|procedure| procedure.title.text(lang).to_owned());
        let code = Id::parse(&deed.subject).is_none().then(|| deed.subject.clone()).filter(|code| !code.is_empty());
        lines.push(
            context! { at => format::moment(deed.at, lang), what => deed.what, name => name, title => title, code => code },
        );
    }
    Ok(lines)
}

/// An administrator sees that somebody was helped, and not who.
fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next())
        .map(|first| format!("{first}•••"))
        .collect::<Vec<_>>()
        .join(" ")
}

pub async fn renew(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let asked = Id::parse(&id).ok_or(Problem::NotFound)?;
    let outcome = match day(&fields, "ends_on") {
        Some(ends_on) => {
            let list = ticked(&fields);
            ctx.write(move |tx| holders::renew(tx, &asked, &list, ends_on)).await
        }
        None => Err(Refusal::new("assisted-day-wrong").at("ends_on").into()),
    };
    match outcome {
        Ok(()) => ctx.go_saying(&format!("/admin/mandates/{id}"), "assisted-said-renewed"),
        Err(problem) => {
            let errors = told(&ctx, problem)?;
            again(&ctx, &id, Some(&fields), StatusCode::UNPROCESSABLE_ENTITY, errors).await
        }
    }
}

pub async fn revoke(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let asked = Id::parse(&id).ok_or(Problem::NotFound)?;
    let why = text::clean(fields.get("why"), NAME_MOST).unwrap_or_default();
    if why.is_empty() {
        let errors = told(&ctx, Refusal::new("assisted-needed").at("why").into())?;
        return again(&ctx, &id, None, StatusCode::UNPROCESSABLE_ENTITY, errors).await;
    }
    ctx.write(move |tx| holders::revoke(tx, &asked, &why)).await?;
    ctx.go_saying(&format!("/admin/mandates/{id}"), "assisted-said-revoked")
}

/// The holder's own journal: also when his mandate is over.
pub async fn own_journal(ctx: Ctx) -> Answer {
    let lang = ctx.lang;
    let (holder, deeds) = ctx
        .read(move |rx| {
            let holder = holders::acting(rx)?;
            let deeds = deeds(rx, &holder.id, lang, false)?;
            Ok((holder, deeds))
        })
        .await?;
    ctx.page(JOURNAL, context! { holder => row(&ctx, &holder), deeds => deeds }).await
}
