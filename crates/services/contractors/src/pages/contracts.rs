//! A contract: its terms as a form, its months, and the data that it owes.

use super::contract_form::{self, DUTIES_MOST, RULES_MOST};
use super::{id, status, typed};
use crate::actions::{contracts as act, reach};
use crate::model::{Contract, DataDuty, Received, Repeat, Statement, Way};
use crate::store::{contracts, penalties, statements};
use crate::{FOLLOW, SIGN};
use georeport::Reach;
use kernel::clock::DayKind;
use kernel::{Day, Id, Label, Refusal, format};
use platform::web::{FieldError, Path};
use platform::{Answer, Ctx, Fields, Json, Result, Tx, context};

const FORM: &str = "contractors/contract_form.html";
const ONE: &str = "contractors/contract.html";
/// Penalties and months that the page of a contract lists.
const MOST: i64 = 12;

struct Choices {
    parties: Vec<units::Unit>,
    areas: Vec<places::Area>,
    categories: Vec<(String, Label)>,
}

fn choices(rx: &mut Tx) -> Result<Choices> {
    let catalog = procedures::catalog(rx)?;
    let work = catalog.procedures.values().filter(|one| one.may_leave());
    let categories = work.map(|one| (one.id.clone(), one.title.clone())).collect();
    let areas = places::areas(rx)?.into_iter().filter(|area| area.parent.is_some()).collect();
    Ok(Choices { parties: act::parties(rx)?, areas, categories })
}

async fn form(ctx: &Ctx, action: &str, fields: &Fields, errors: Vec<FieldError>) -> Answer {
    let Choices { parties, areas, categories } = ctx.read(choices).await?;
    let ticked = |name: &str, value: &str| fields.all(name).any(|one| one == value);
    let option = |value: &str, label: &str, selected: bool| context! { value => value, label => label, selected => selected };
    let of = |name: &str| -> Vec<Json> {
        let mut all: Vec<Json> =
            categories.iter().map(|(id, label)| option(id, label.text(ctx.lang), ticked(name, id))).collect();
        all.sort_by_key(|one| one["label"].as_str().unwrap_or_default().to_owned());
        all
    };
    let words =
        |key: &str, value: &str| context! { value => value, label => ctx.text(&format!("contractors-{key}-{value}"), &[]) };
    let model = context! {
        action => ctx.url(action), errors => errors, typed => typed(fields),
        units => parties.iter().map(|unit| option(unit.id.as_str(), unit.name.text(ctx.lang), false)).collect::<Vec<_>>(),
        areas => areas.iter().map(|area| option(&area.code, area.name.text(ctx.lang), ticked("areas", &area.code))).collect::<Vec<_>>(),
        categories => of("categories"), ways => Way::ALL.iter().map(|way| words("way", way.as_str())).collect::<Vec<_>>(),
        kinds => [DayKind::Working, DayKind::Calendar].map(|kind| words("days", kind.as_str())),
        repeats => Repeat::ALL.iter().map(|repeat| words("repeat", repeat.as_str())).collect::<Vec<_>>(),
        rules => (0..RULES_MOST).map(|place| context! { place => place, of => of(&format!("of.{place}")), used => fields.opt(&format!("hours.{place}")).is_some() }).collect::<Vec<_>>(),
        duties => (0..DUTIES_MOST).collect::<Vec<_>>(),
    };
    ctx.page_with(status(&errors), FORM, model).await
}

pub async fn blank(ctx: Ctx) -> Answer {
    let mut fields = Fields::default();
    fields.push("starts_on", ctx.today().to_string());
    form(&ctx, "/desk/contractors/contracts/new", &fields, Vec::new()).await
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    write(&ctx, None, "/desk/contractors/contracts/new".into(), fields).await
}

pub async fn edit(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let asked = id(&text)?;
    let contract = ctx.read(move |rx| reached(rx, &asked, SIGN)).await?;
    let fields = contract_form::filled(&contract);
    form(&ctx, &format!("/desk/contractors/contracts/{}/terms", contract.id), &fields, Vec::new()).await
}

pub async fn change(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    write(&ctx, Some(id.clone()), format!("/desk/contractors/contracts/{id}/terms"), fields).await
}

async fn write(ctx: &Ctx, id: Option<Id>, action: String, fields: Fields) -> Answer {
    let read = contract_form::read(&fields).and_then(|written| reachable(ctx, &written).map(|()| written));
    let done = match read {
        Ok(written) => ctx.write(move |tx| act::write(tx, id.as_ref(), written.clone())).await,
        Err(problem) => Err(problem),
    };
    match done {
        Ok(id) => ctx.go_saying(&format!("/desk/contractors/contracts/{id}"), "contractors-said-agreed"),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            form(ctx, &action, &fields, errors).await
        }
    }
}

/// Work is not sent to an address inside the network of the commune.
fn reachable(ctx: &Ctx, written: &act::Written) -> Result<()> {
    let (reach, Some(system)) = (Reach::of(ctx.app().config()), &written.system) else { return Ok(()) };
    match (reach.fits(&system.url), reach.is_inside(&system.url)) {
        (true, false) => Ok(()),
        (true, true) => Err(Refusal::new("contractors-system-inside").at("system_url").into()),
        (false, _) => Err(Refusal::new("contractors-system-wrong").at("system_url").into()),
    }
}

fn reached(rx: &mut Tx, id: &Id, permission: platform::Permission) -> Result<Contract> {
    let contract = contracts::find(rx, id)?;
    reach::must(rx, permission, &contract.unit)?;
    Ok(contract)
}

/// When data is owed next: so many months after it came, or after the contract began.
fn owed(contract: &Contract, duty: &DataDuty, received: &[Received]) -> (Option<Day>, Day) {
    let last = received.iter().find(|one| one.duty == duty.id).map(|one| one.on);
    (last, last.unwrap_or(contract.starts_on).plus_months(duty.every_months))
}

struct Shown {
    contract: Contract,
    unit: Label,
    received: Vec<Received>,
    penalties: Vec<crate::model::Penalty>,
    months: Vec<Statement>,
    categories: Vec<Label>,
    may_sign: bool,
}

fn load(rx: &mut Tx, id: &Id) -> Result<Shown> {
    let contract = reached(rx, id, FOLLOW)?;
    let catalog = procedures::catalog(rx)?;
    let named = |id: &String| catalog.find(id).map(|one| one.title.clone());
    Ok(Shown {
        unit: units::find(rx, &contract.unit)?.name,
        received: contracts::received(rx, &contract.id)?,
        penalties: penalties::newest(rx, &contract.id, MOST)?,
        months: statements::of(rx, &contract.id)?,
        categories: contract.terms.categories.iter().filter_map(named).collect(),
        may_sign: reach::units(rx, SIGN)?.contains(&contract.unit),
        contract,
    })
}

async fn one(ctx: &Ctx, id: Id, errors: Vec<FieldError>) -> Answer {
    let shown = ctx.read(move |rx| load(rx, &id)).await?;
    let Shown { contract, unit, received, penalties, months, categories, may_sign } = &shown;
    let (terms, today) = (&contract.terms, ctx.today());
    let base = format!("/desk/contractors/contracts/{}", contract.id);
    let duty = |duty: &DataDuty| {
        let (last, next) = owed(contract, duty, received);
        let rows = received.iter().find(|one| one.duty == duty.id).and_then(|one| one.rows);
        context! { id => duty.id, title => duty.title, last => last.map(|day| format::long_day(day, ctx.lang)), next => format::long_day(next, ctx.lang), late => next < today, rows => rows }
    };
    let rule = |rule: &crate::model::PenaltyRule| {
        context! { title => rule.title, hours => rule.hours, amount => format::money(rule.amount, ctx.lang), repeat => rule.repeat, radius => rule.radius_m }
    };
    let month = |one: &Statement| {
        context! { month => one.month, payable => format::money(one.sum.payable, ctx.lang), url => ctx.url(&format!("{base}/months/{}", one.month)) }
    };
    let this = today.to_string()[..7].to_owned();
    let before = today.plus_months(-1).to_string()[..7].to_owned();
    let model = context! {
        title => terms.title, reference => terms.reference, unit => unit, from => format::long_day(contract.starts_on, ctx.lang),
        to => contract.ends_on.map(|day| format::long_day(day, ctx.lang)), edition => contract.edition,
        categories => categories.iter().map(|label| label.text(ctx.lang)).collect::<Vec<_>>(), way => terms.way, lang => terms.speaks().code(), clause => terms.clause,
        rules => terms.rules.iter().map(rule).collect::<Vec<_>>(), contest => context! { days => terms.contest.days, kind => terms.contest.kind.as_str() },
        cap => terms.cap_percent, invoice => terms.invoice.map(|sum| format::money(sum, ctx.lang)), duties => terms.data.iter().map(duty).collect::<Vec<_>>(),
        penalties => penalties.iter().map(|one| super::penalties::row(ctx, one)).collect::<Vec<_>>(), months => months.iter().map(month).collect::<Vec<_>>(),
        open_months => [before, this].map(|month| context! { month => month, url => ctx.url(&format!("{base}/months/{month}")) }),
        edit => may_sign.then(|| ctx.url(&format!("{base}/terms"))), receive => may_sign.then(|| ctx.url(&format!("{base}/data"))),
        errors => errors, today => today.to_string(),
    };
    ctx.page_with(status(&errors), ONE, model).await
}

pub async fn show(ctx: Ctx, Path(text): Path<String>) -> Answer {
    one(&ctx, id(&text)?, Vec::new()).await
}

pub async fn receive(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let done = match received(&fields) {
        Ok(received) => {
            let asked = id.clone();
            ctx.write(move |tx| act::receive(tx, &asked, received.clone())).await
        }
        Err(problem) => Err(problem),
    };
    match done {
        Ok(()) => ctx.go_saying(&format!("/desk/contractors/contracts/{id}"), "contractors-said-received"),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            one(&ctx, id, errors).await
        }
    }
}

fn received(fields: &Fields) -> Result<Received> {
    let on = Day::parse(fields.get("received_on")).ok_or_else(|| Refusal::new("contractors-day-wrong").at("received_on"))?;
    let wrong = || Refusal::new("contractors-rows-wrong").at("rows");
    let rows = fields.opt("rows").map(|typed| contract_form::whole(typed).ok_or_else(wrong));
    Ok(Received { duty: fields.get("duty").to_owned(), on, rows: rows.transpose()? })
}
