//! Verbs of the editor: begin, save, propose, publish, send back, withdraw, set an amount.

use crate::catalog::Catalog;
use crate::draft::{self, Beside};
use crate::edit::{self, Text};
use crate::fault::Fault;
use crate::load::Country;
use crate::second;
use crate::store::versions;
use crate::version::{Change, NewProcedure, Version, VersionState};
use kernel::text::{self, TextFault};
use kernel::{Label, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};

const LONGEST_NOTE: usize = 500;
const LONGEST_ID: usize = 40;
const LONGEST_CODE: usize = 10;
/// The largest amount of a tariff without a bound of its own, in centimes.
const LARGEST: i64 = 100_000_000;

fn refuse(key: &str, field: &str) -> Problem {
    Refusal::new(key).at(field).into()
}

/// Begins a new version of a procedure and gives its number; one that is still open is gone on with.
pub fn begin(tx: &mut Tx, id: &str) -> Result<i64> {
    let all = versions::of(tx, id)?;
    if let Some(open) = all.iter().find(|version| version.is_open()) {
        return Ok(open.version);
    }
    let country = tx.fact::<Country>()?;
    let national = country.national.get(id);
    let newest = all.first().map_or(0, |version| version.version);
    let version = newest.max(national.map_or(0, |(declared, _)| declared.version)) + 1;
    // A request of the commune's own that was given up begins again where it was left.
    let left = || all.first().map(|version| version.body.clone());
    let text = running(&country, &all, id).or_else(left).ok_or(Problem::NotFound)?;
    let mut text = Text::parse(&text).map_err(|fault| Problem::from(fault.why))?;
    text.keep_only(id);
    text.set_number("version", version);
    versions::add(tx, id, version, &text.to_string())?;
    tx.record("procedures.draft_begun", id, &json!({ "version": version }))?;
    Ok(version)
}

/// The text that runs: the newest published one, else the pack's.
fn running(country: &Country, all: &[Version], id: &str) -> Option<String> {
    let own = all.iter().find(|version| version.state == VersionState::Published).map(|version| version.body.clone());
    own.or_else(|| {
        let (_, file) = country.national.get(id)?;
        let mut text = Text::parse(file).ok()?;
        text.keep_only(id);
        Some(text.to_string())
    })
}

/// Begins a request that the country does not have, blank or like another one.
pub fn begin_new(tx: &mut Tx, new: &NewProcedure) -> Result<i64> {
    let mut wrong = Vec::new();
    let named =
        |id: &str, most: usize| !id.is_empty() && id.len() <= most && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !named(&new.id, LONGEST_ID) || new.id.bytes().any(|b| b.is_ascii_uppercase()) {
        wrong.push(Refusal::new("procedures-new-id").at("id"));
    }
    if !named(&new.code, LONGEST_CODE) {
        wrong.push(Refusal::new("procedures-new-code").at("code"));
    }
    for (text, field) in [(&new.title.ar, "title_ar"), (&new.title.fr, "title_fr")] {
        if text.trim().is_empty() {
            wrong.push(Refusal::new("procedures-needed").at(field));
        }
    }
    let taken = beside(tx, &new.id, 1)?.taken;
    let country = tx.fact::<Country>()?;
    let known = |name: &String| taken.contains(name) || country.known.taken.contains(name);
    for (name, field) in [(&new.id, "id"), (&new.code, "code")] {
        if known(name) || (field == "id" && !versions::of(tx, name)?.is_empty()) {
            wrong.push(Refusal::new("procedures-fault-taken").with("name", name).at(field));
        }
    }
    if !wrong.is_empty() {
        return Err(Problem::Invalid(wrong));
    }
    let like = match &new.like {
        Some(id) => {
            let all = versions::of(tx, id)?;
            Some((id, running(&country, &all, id).ok_or_else(|| refuse("procedures-not-offered", "like"))?))
        }
        None => None,
    };
    let model = new.model.as_ref().filter(|_| like.is_none()).map(|id| country.models.iter().find(|model| model.id == *id));
    let model = match model {
        Some(model) => Some(model.ok_or_else(|| refuse("procedures-not-offered", "model"))?),
        None => None,
    };
    let from = like.as_ref().map(|(id, text)| (id.as_str(), text.as_str()));
    let text = edit::blank(new, from.or(model.map(|model| (model.id.as_str(), model.text.as_str()))))
        .map_err(|fault| Problem::from(fault.why))?;
    versions::add(tx, &new.id, 1, &text)?;
    tx.record("procedures.draft_begun", &new.id, &json!({ "version": 1 }))?;
    Ok(1)
}

/// The names that other procedures of this commune have taken, drafts included.
pub fn beside(tx: &mut Tx, id: &str, version: i64) -> Result<Beside> {
    let mut beside = Beside { id: id.to_owned(), version, ..Beside::default() };
    let mut others = versions::ever_published(tx)?;
    for state in [VersionState::Draft, VersionState::Proposed] {
        others.extend(versions::in_state(tx, state)?);
    }
    for other in others.into_iter().filter(|other| other.procedure != id) {
        beside.taken.extend(draft::one(&other.body).ok().map(|declared| declared.code));
        beside.taken.insert(other.procedure);
    }
    beside.units = units::all(tx)?.into_iter().map(|unit| unit.code).collect();
    // Those of the country are known already; its own procedure may of course have its name.
    let country = tx.fact::<Country>()?;
    beside.taken.retain(|name| !country.known.taken.contains(name));
    Ok(beside)
}

/// What stands in the way of this text.
pub fn draft_faults(tx: &mut Tx, of: &Version) -> Result<Vec<Fault>> {
    let beside = beside(tx, &of.procedure, of.version)?;
    Ok(draft::check(&*tx.fact::<Country>()?, &beside, &of.body).err().unwrap_or_default())
}

/// What stands in the way of publishing a version.
pub fn faults(tx: &mut Tx, id: &str, version: i64) -> Result<Vec<Fault>> {
    let of = versions::one(tx, id, version)?;
    draft_faults(tx, &of)
}

/// Keeps the text of a draft, whatever is wrong in it.
pub fn save(tx: &mut Tx, id: &str, version: i64, text: &str) -> Result<()> {
    let of = versions::one(tx, id, version)?;
    if of.state != VersionState::Draft {
        return Err(Problem::Conflict(Refusal::new("procedures-not-a-draft").at("text")));
    }
    let text = text.replace("\r\n", "\n");
    if text.len() > draft::LONGEST {
        return Err(Refusal::new("procedures-too-long").with("max", draft::LONGEST).at("text").into());
    }
    if text == of.body {
        return Ok(());
    }
    // No act yet: the journal hears of it when it is proposed.
    versions::write(tx, id, version, &text)
}

/// Keeps a whole text over the one that its writer saw. When somebody wrote in between, nothing changes: a conflict.
pub fn save_over(tx: &mut Tx, id: &str, version: i64, stamp: &str, text: &str) -> Result<()> {
    let of = versions::one(tx, id, version)?;
    if of.state == VersionState::Draft && of.stamp() != stamp && of.body != text {
        return Err(Problem::Conflict(Refusal::new("procedures-written-meanwhile").at("text")));
    }
    save(tx, id, version, text)
}

/// Asks a second person to publish a draft without faults.
pub fn propose(tx: &mut Tx, id: &str, version: i64, note: &str) -> Result<()> {
    let of = in_state(tx, id, version, VersionState::Draft)?;
    let note = note_of(note)?;
    sound(tx, &of)?;
    if diff(tx, id, version)?.is_empty() {
        return Err(Refusal::new("procedures-changes-none").into());
    }
    let person = second::person(tx);
    versions::propose(tx, &of, person, note.as_deref())?;
    tx.record("procedures.proposed", id, &json!({ "version": version }))
}

/// Publishes what another person proposed. It runs from now on; cases that are open keep theirs.
pub fn publish(tx: &mut Tx, id: &str, version: i64) -> Result<()> {
    let of = in_state(tx, id, version, VersionState::Proposed)?;
    second::must_be(tx, &of)?;
    sound(tx, &of)?;
    versions::publish(tx, &of)?;
    let sha256 = platform::store::seal::hex_sha256(of.body.as_bytes());
    tx.record("procedures.published", id, &json!({ "version": version, "proposed_by": of.proposed_by, "sha256": sha256 }))
}

/// Gives a proposed version back to be worked on, with the reason.
pub fn send_back(tx: &mut Tx, id: &str, version: i64, note: &str) -> Result<()> {
    let of = in_state(tx, id, version, VersionState::Proposed)?;
    let note = note_of(note)?.ok_or_else(|| refuse("procedures-needed", "note"))?;
    versions::send_back(tx, &of, Some(&note))?;
    tx.record("procedures.sent_back", id, &json!({ "version": version }))
}

/// Gives up a draft, or takes a published version out of use: the one before it runs again, or the country's.
pub fn withdraw(tx: &mut Tx, id: &str, version: i64) -> Result<()> {
    let of = versions::one(tx, id, version)?;
    if of.state == VersionState::Withdrawn {
        return Err(Refusal::new("procedures-not-a-draft").into());
    }
    if !of.is_open() {
        tx.actor().must(crate::PUBLISH).map_err(Problem::from)?;
    }
    versions::withdraw(tx, &of)?;
    tx.record("procedures.withdrawn", id, &json!({ "version": version, "was": of.state }))
}

/// What would change if this version ran instead of what runs.
pub fn diff(tx: &mut Tx, id: &str, version: i64) -> Result<Vec<Change>> {
    let all = versions::of(tx, id)?;
    let of = all.iter().find(|one| one.version == version).ok_or(Problem::NotFound)?;
    let older: Vec<Version> = all.iter().filter(|one| one.version < version).cloned().collect();
    let before = running(&*tx.fact::<Country>()?, &older, id).unwrap_or_default();
    Ok(crate::diff::between(&before, &of.body))
}

fn in_state(tx: &mut Tx, id: &str, version: i64, state: VersionState) -> Result<Version> {
    let of = versions::one(tx, id, version)?;
    if of.state == state { Ok(of) } else { Err(Problem::Conflict(Refusal::new("procedures-not-a-draft"))) }
}

/// All faults refuse, each as a sentence of its own.
fn sound(tx: &mut Tx, of: &Version) -> Result<()> {
    let faults = draft_faults(tx, of)?;
    if faults.is_empty() { Ok(()) } else { Err(Problem::Invalid(faults.into_iter().map(|fault| fault.why).collect())) }
}

fn note_of(note: &str) -> Result<Option<String>> {
    match text::clean_lines(note, LONGEST_NOTE) {
        Ok(note) => Ok(Some(note)),
        Err(TextFault::Empty) => Ok(None),
        Err(TextFault::TooLong { max }) => Err(Refusal::new("procedures-too-long").with("max", max).at("note").into()),
    }
}

/// Sets an amount of this commune within the bounds of the law, by a decision of its council.
pub fn set_tariff(tx: &mut Tx, id: &str, amount: i64, decision: &str) -> Result<()> {
    let catalog = tx.fact::<Catalog>()?;
    let tariff = catalog.tariffs.iter().find(|tariff| tariff.id == id).ok_or(Problem::NotFound)?;
    let most = if tariff.max > 0 { tariff.max } else { LARGEST };
    if !(tariff.min..=most).contains(&amount) {
        let shown = |sum: i64| if tariff.unit == "percent" { sum.to_string() } else { kernel::Money(sum).to_string() };
        return Err(Refusal::new("procedures-tariff-bounds")
            .with("min", shown(tariff.min))
            .with("max", shown(most))
            .at("amount")
            .into());
    }
    let decision = note_of(decision)?.ok_or_else(|| refuse("procedures-needed", "decision"))?;
    versions::put_tariff(tx, id, amount, &decision)?;
    tx.record("procedures.tariff_set", id, &json!({ "amount": amount, "was": tariff.amount, "decision": decision }))
}

/// A title in the languages given, for a text that begins.
pub fn title(ar: &str, fr: &str, en: &str) -> Label {
    let clean = |typed: &str| text::clean(typed, 120).unwrap_or_default();
    Label { en: Some(clean(en)).filter(|text| !text.is_empty()), ..Label::new(&clean(ar), &clean(fr)) }
}
