//! Opening a case: number, code, unit, clocks, receipt, journal and notices in one commit.

use super::{clocks, talk};
use crate::model::{Case, Contact, NewCase, Opened, OpenedEvent, Publication, Sealed};
use crate::store::{self, Keys};
use kernel::{Id, Pin, PublicCode};
use platform::store::seal::hex_sha256;
use platform::store::search::{self, Visibility};
use platform::{Deposit, Problem, Result, Tx, communes};
use procedures::{Clock, Level, Procedure};

/// The unit that takes a case: the first of the procedure's route that exists for this place, else those who sort.
pub fn route(tx: &mut Tx, procedure: &Procedure, area: Option<&str>) -> Result<Id> {
    for route in &procedure.route {
        let found = match (route.level, area) {
            (Level::Arrondissement, Some(area)) => units::by_code(tx, &route.unit, Some(area))?,
            (Level::Arrondissement, None) => None,
            (Level::Commune, _) => units::by_code(tx, &route.unit, None)?,
        };
        if let Some(unit) = found {
            return Ok(unit.id);
        }
    }
    let sorting = units::with_duty(tx, units::Duty::Triage)?;
    sorting.into_iter().next().map(|unit| unit.id).ok_or_else(|| Problem::internal("no unit sorts what nobody takes"))
}

/// Opens a case. The same key and content give the same case again; nothing is stored twice.
pub fn open(tx: &mut Tx, new: &NewCase) -> Result<Opened> {
    let procedure = procedures::procedure(tx, &new.procedure)?;
    let deposit = Deposit {
        key: new.key.clone(),
        kind: "case",
        register: "cases",
        fingerprint: fingerprint(new)?,
        attachments: new.files.iter().map(|file| file.blob.clone()).collect(),
    };
    let mut fresh = None;
    let receipt = tx.deposit(&deposit, |tx, number| {
        let (case, pin) = store_new(tx, new, &procedure, number)?;
        fresh = Some((case.code, pin));
        Ok(case.id)
    })?;
    let (code, pin) = match fresh {
        Some(fresh) => fresh,
        None => {
            let case = store::find(tx, &receipt.subject)?;
            let pin = store::unseal(tx, &case)?.pin;
            (case.code, pin)
        }
    };
    Ok(Opened { id: receipt.subject.clone(), code, pin, receipt })
}

/// What makes two deposits the same: everything the author said.
fn fingerprint(new: &NewCase) -> Result<String> {
    let place = &new.place;
    let text = serde_json::to_string(&(
        &new.procedure,
        &new.words,
        &new.answers,
        &new.contact,
        place.point,
        &place.area,
        &place.quarter,
        &place.asset,
        &place.words,
        new.files.iter().map(|file| &file.blob).collect::<Vec<_>>(),
        new.publish,
    ))?;
    Ok(hex_sha256(text.as_bytes()))
}

fn store_new(tx: &mut Tx, new: &NewCase, procedure: &Procedure, number: i64) -> Result<(Case, String)> {
    let id = tx.new_id();
    let state = first_state(tx, new, procedure)?;
    let prefix = communes::prefix(tx)?;
    let mut case = Case {
        code: PublicCode::new(&prefix, tx.random()?).to_string(),
        year: tx.today().year().into(),
        number,
        procedure: procedure.id.clone(),
        procedure_pin: store::pin_procedure(tx, procedure)?,
        state: state.id.clone(),
        phase: state.phase,
        outcome: None,
        unit: route(tx, procedure, new.place.area.as_deref())?,
        assignee: None,
        area: new.place.area.clone(),
        quarter: new.place.quarter.clone(),
        point: new.place.point,
        asset: new.place.asset.clone(),
        channel: new.channel,
        agent: agent(tx),
        person: new.person.clone(),
        lang: new.lang,
        restricted: procedure.restricted,
        hide_author: procedure.hide_author,
        urgent: procedure.urgent,
        publication: if new.publish && procedure.public && procedure.open.publish {
            Publication::Pending
        } else {
            Publication::None
        },
        public_words: None,
        public_photo: None,
        received_at: tx.now(),
        moved_at: tx.now(),
        updated_at: tx.now(),
        taken_at: None,
        answered_at: None,
        due_at: None,
        planned_on: None,
        merged_into: None,
        reopened: 0,
        followers: 0,
        rating: None,
        vault: tx.keys().new_vault(&tx.tenant(), "cases_cases", id.as_str())?.wrapped().to_owned(),
        id,
    };
    let sealed = Sealed {
        words: new.words.clone(),
        answers: new.answers.clone(),
        contact: new.contact.clone(),
        place_words: new.place.words.clone(),
        pin: Pin::new(tx.random()?).as_str().to_owned(),
    };
    let keys = contact_keys(tx, &new.contact)?;
    let starting: Vec<&Clock> = procedure.clocks.iter().filter(|clock| clock.starts == case.state).collect();
    let clocks = clocks::started(tx, &starting)?;
    case.due_at = clocks.iter().filter_map(|clock| clock.due_at).min();
    store::insert(tx, &case, &sealed, &keys)?;
    for clock in &clocks {
        store::clocks::insert(tx, &case.id, clock)?;
    }
    for file in &new.files {
        store::files::add(tx, &case.id, file)?;
    }
    index_new(tx, &case, &sealed)?;
    let data = serde_json::json!({ "procedure": case.procedure, "unit": case.unit, "channel": case.channel });
    let suspect = new.suspect.map(|why| serde_json::json!({ "why": why }));
    store::timeline::begin(tx, &case, &data, suspect.as_ref())?;
    tx.record(
        "cases.opened",
        &case.id,
        &serde_json::json!({ "code": case.code, "procedure": case.procedure, "unit": case.unit }),
    )?;
    tx.emit(&OpenedEvent { case: case.id.clone(), procedure: case.procedure.clone(), unit: case.unit.clone() })?;
    let told = match (procedure.is_request(), state.incomplete) {
        (true, true) => "cases-sms-request-incomplete",
        (true, false) => "cases-sms-request-received",
        _ => "cases-sms-received",
    };
    talk::notice(tx, &case, new.contact.clone(), case.lang, told)?;
    Ok((case, sealed.pin))
}

/// A request that lacks a piece begins where files are completed (law 55-19, art. 10); everything else at the start.
fn first_state<'a>(tx: &mut Tx, new: &NewCase, procedure: &'a Procedure) -> Result<&'a procedures::State> {
    let start = procedure.start().ok_or_else(|| Problem::internal("a procedure without a start"))?;
    let Some(incomplete) = procedure.incomplete() else { return Ok(start) };
    let with = procedures::with(tx)?;
    let context = procedures::settle(procedure, &new.answers.to_json(), &with).context;
    Ok(if super::pieces::missing(procedure, &context, &new.files).is_empty() { start } else { incomplete })
}

/// The member of staff who files for someone else.
fn agent(tx: &Tx) -> Option<Id> {
    if tx.actor().is_staff() { tx.actor().account().cloned() } else { None }
}

pub(crate) fn contact_keys(tx: &Tx, contact: &Contact) -> Result<Keys> {
    let tenant = tx.tenant();
    let key = |purpose: &str, text: Option<&str>| text.map(|text| tx.keys().lookup(&tenant, purpose, text)).transpose();
    Ok(Keys {
        phone: key("phone", contact.phone.as_ref().map(|phone| phone.as_str()))?,
        email: key("email", contact.email.as_ref().map(|email| email.as_str()))?,
    })
}

/// Staff find a case by its code, and by the words of its author without these standing in clear.
pub(crate) fn index(tx: &mut Tx, case: &Case, sealed: &Sealed) -> Result<()> {
    words(case, sealed).iter().try_for_each(|(id, visibility, words)| search::index(tx, "cases", id, *visibility, words))
}

fn index_new(tx: &mut Tx, case: &Case, sealed: &Sealed) -> Result<()> {
    words(case, sealed).iter().try_for_each(|(id, visibility, words)| search::index_new(tx, "cases", id, *visibility, words))
}

/// What a case is found by.
pub(super) fn words(case: &Case, sealed: &Sealed) -> [(Id, Visibility, Vec<String>); 2] {
    [(case.id.clone(), Visibility::Sealed, sealed_words(sealed)), (case.id.clone(), Visibility::Clear, clear_words(case))]
}

fn sealed_words(sealed: &Sealed) -> Vec<String> {
    let texts = [&sealed.words, &sealed.place_words].into_iter().chain(&sealed.contact.name);
    texts.flat_map(|text| kernel::fold::tokens(text)).collect()
}

fn clear_words(case: &Case) -> Vec<String> {
    let texts = std::iter::once(&case.code).chain(&case.asset);
    texts.flat_map(|text| kernel::fold::tokens(text)).collect()
}
