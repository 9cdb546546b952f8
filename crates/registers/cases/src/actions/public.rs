//! What the author and the public do: "me too", correct, rate, flag; and the moderation before anything is shown.

use super::{look, open, talk};
use crate::model::{Audience, Case, Contact, EventKind, FileRole, Hidden, NewFile, Publication, Shown, Survey};
use crate::{MODERATE, store};
use kernel::{Id, Lang, Point, Refusal, text};
use platform::store::search::{self, Visibility};
use platform::{Problem, Result, Tx};

const MOST: usize = 2_000;
/// Flags of different visitors after which a published case goes back to moderation by itself.
const FLAGS: i64 = 3;

/// Open cases of the same category near a place that the public may see: "is it one of these?".
pub fn near(tx: &mut Tx, procedure: &str, point: Point) -> Result<Vec<(Case, f64)>> {
    let declared = procedures::procedure(tx, procedure)?;
    let since = tx.now().plus_secs(-declared.dedupe.days * 86_400);
    let found = store::lists::near(tx, point, declared.dedupe.radius_m, since)?;
    let mut near: Vec<(Case, f64)> = found
        .into_iter()
        .filter(|case| case.procedure == procedure && case.publication == Publication::Published)
        .filter_map(|case| case.point.map(|at| (at.metres_to(point), case)).map(|(metres, case)| (case, metres)))
        .filter(|(_, metres)| *metres <= f64::from(declared.dedupe.radius_m) * 2.0)
        .collect();
    near.sort_by(|a, b| a.1.total_cmp(&b.1));
    near.truncate(5);
    Ok(near)
}

/// "Me too": follows a case that somebody else opened. `key` makes one visitor count once.
pub fn follow(tx: &mut Tx, code: &str, contact: &Contact, lang: Lang, key: &str) -> Result<Case> {
    let case = look::by_code(tx, code)?;
    if case.publication != Publication::Published || !case.is_open() {
        return Err(Refusal::new("cases-not-from-here").into());
    }
    count_follower(tx, &case, contact, lang, key, None)?;
    store::find(tx, &case.id)
}

pub(crate) fn count_follower(tx: &mut Tx, case: &Case, contact: &Contact, lang: Lang, key: &str, via: Option<&Id>) -> Result<()> {
    let keys = open::contact_keys(tx, contact)?;
    let contact_key = keys.phone.or(keys.email).unwrap_or_else(|| key.to_owned());
    if store::files::follow(tx, &case.id, contact, &contact_key, lang, via)? {
        let mut case = store::find(tx, &case.id)?;
        case.followers += 1;
        store::update(tx, &case)?;
        store::timeline::add(
            tx,
            &case,
            EventKind::Followed,
            Audience::Public,
            &serde_json::json!({ "count": case.followers }),
            None,
        )?;
        tx.record("cases.followed", &case.id, &serde_json::json!({ "count": case.followers }))?;
    }
    Ok(())
}

/// Somebody follows no longer: the contact is erased, and he is not counted any more.
pub fn unfollow(tx: &mut Tx, case: &Id, follower: &Id) -> Result<()> {
    if store::files::unfollow(tx, case, follower)? {
        let mut case = store::find(tx, case)?;
        case.followers = (case.followers - 1).max(0);
        store::update(tx, &case)?;
        tx.record("cases.unfollowed", &case.id, &serde_json::json!({ "count": case.followers }))?;
    }
    Ok(())
}

/// A telephone follows nothing any more. Says how much it was.
pub fn unfollow_all(tx: &mut Tx, phone: &kernel::Phone) -> Result<i64> {
    const MOST: i64 = 500;
    let key = tx.keys().lookup(&tx.tenant(), "phone", phone.as_str())?;
    let followed = store::files::followed_with(tx, &key, MOST)?;
    for (case, follower) in &followed {
        unfollow(tx, case, follower)?;
    }
    Ok(i64::try_from(followed.len()).unwrap_or(0))
}

/// The author corrects his words or the place in words, before the decision.
pub fn correct(tx: &mut Tx, id: &Id, words: &str, place: &str) -> Result<()> {
    let mut case = store::find(tx, id)?;
    if !case.is_open() {
        return Err(Refusal::new("cases-not-from-here").into());
    }
    let mut sealed = store::unseal(tx, &case)?;
    sealed.words = clean(words, "words")?;
    sealed.place_words = text::clean_optional(place, 300).ok().flatten().unwrap_or_default();
    store::rewrite(tx, &case, &sealed)?;
    open::index(tx, &case, &sealed)?;
    if case.publication == Publication::Published {
        hide(tx, &mut case, Publication::Pending)?; // changed words are read again before they are shown
        case.public_words = None;
    }
    talk::touch(tx, &mut case)?;
    store::timeline::add(tx, &case, EventKind::Corrected, Audience::Applicant, &serde_json::json!({}), None)?;
    tx.record("cases.corrected", &case.id, &serde_json::json!({}))
}

/// Answers of a request that its author corrects while it waits for that. `was` tells staff what stood there before.
pub fn amend(tx: &mut Tx, id: &Id, changed: &procedures::Answers, was: &str) -> Result<()> {
    let mut case = store::find(tx, id)?;
    if case.phase == procedures::Phase::Closed {
        return Err(Refusal::new("cases-not-from-here").into());
    }
    let mut sealed = store::unseal(tx, &case)?;
    sealed.answers.0.extend(changed.0.clone());
    if let Some(name) = changed.part("applicant", "name") {
        sealed.contact.name = Some(name.to_owned());
    }
    store::reseal_answers(tx, &case, &sealed)?;
    open::index(tx, &case, &sealed)?;
    talk::touch(tx, &mut case)?;
    let data = serde_json::json!({ "questions": changed.0.keys().collect::<Vec<_>>() });
    store::timeline::add(tx, &case, EventKind::Corrected, Audience::Applicant, &data, None)?;
    store::timeline::add(tx, &case, EventKind::Note, Audience::Staff, &serde_json::json!({ "was": "answers" }), Some(was))?;
    tx.record("cases.corrected", &case.id, &data)
}

fn clean(words: &str, field: &str) -> Result<String> {
    text::clean_lines(words, MOST).map_err(|fault| match fault {
        text::TextFault::Empty => Refusal::new("procedures-needed").at(field).into(),
        text::TextFault::TooLong { max } => Refusal::new("procedures-too-long").with("max", max).at(field).into(),
    })
}

/// The survey after a decision; once for each round.
pub fn rate(tx: &mut Tx, id: &Id, survey: &Survey) -> Result<()> {
    let mut case = store::find(tx, id)?;
    // What was joined to another report was not answered yet.
    if case.is_open() || case.merged_into.is_some() {
        return Err(Refusal::new("cases-not-from-here").into());
    }
    if survey.satisfaction.is_some_and(|mark| !(1..=5).contains(&mark)) {
        return Err(Refusal::new("procedures-not-offered").at("satisfaction").into());
    }
    if !store::surveys::insert(tx, &case, survey)? {
        return Err(Refusal::new("cases-rated-already").into());
    }
    case.rating = store::surveys::mark(tx, &case)?;
    talk::touch(tx, &mut case)?;
    let data = serde_json::json!({ "satisfaction": survey.satisfaction, "solved": survey.solved, "clear": survey.clear });
    store::timeline::add(tx, &case, EventKind::Rated, Audience::Applicant, &data, None)?;
    tx.record("cases.rated", &case.id, &data)
}

/// Shows a case to the public with the words the moderator left, or holds it back with a reason.
pub fn moderate(tx: &mut Tx, id: &Id, shown: Option<&str>, photo: Option<&Id>) -> Result<()> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, MODERATE)?;
    let procedure = store::pinned(tx, &case.procedure_pin)?;
    if !procedure.public || case.restricted || case.publication == Publication::None {
        return Err(Refusal::new("cases-never-public").into());
    }
    if photo.is_some() && !procedure.open.photo {
        return Err(Refusal::new("cases-photo-never-public").at("photo").into());
    }
    let kind = match shown {
        Some(words) => {
            publish(tx, &mut case, words, photo)?;
            EventKind::Published
        }
        None => {
            hide(tx, &mut case, Publication::Withheld)?;
            (case.public_words, case.public_photo) = (None, None);
            EventKind::Withheld
        }
    };
    talk::touch(tx, &mut case)?;
    store::timeline::add(tx, &case, kind, Audience::Applicant, &serde_json::json!({}), None)?;
    tx.record(if kind == EventKind::Published { "cases.published" } else { "cases.withheld" }, &case.id, &serde_json::json!({}))
}

/// Takes a case from view. Programs that were told of it are told that it is gone; what was shown of it is the caller's.
pub(super) fn hide(tx: &mut Tx, case: &mut Case, to: Publication) -> Result<()> {
    let was = std::mem::replace(&mut case.publication, to);
    search::index::<&str>(tx, "reports", &case.id, Visibility::Clear, &[])?;
    if was != Publication::Published {
        return Ok(());
    }
    tx.emit(&Hidden { case: case.id.clone(), procedure: case.procedure.clone(), unit: case.unit.clone() })
}

/// Makes the moderated words public. The demo and imports call it for what was moderated elsewhere.
pub fn publish(tx: &mut Tx, case: &mut Case, words: &str, photo: Option<&Id>) -> Result<()> {
    let shown = text::clean_lines(words, MOST).unwrap_or_default();
    let photo = photo.map(|photo| shown_photo(tx, case, photo)).transpose()?;
    case.publication = Publication::Published;
    search::index(tx, "reports", &case.id, Visibility::Clear, &kernel::fold::tokens(&shown))?;
    case.public_words = Some(shown);
    case.public_photo = photo;
    store::update(tx, case)?;
    tx.emit(&Shown { case: case.id.clone() })
}

/// The public sees a copy of its own, never the file that the author sent: of what nothing is hidden in, a copy is made here.
fn shown_photo(tx: &mut Tx, case: &Case, photo: &Id) -> Result<Id> {
    let file = store::files::find(tx, photo)?;
    if file.case_id != case.id {
        return Err(Problem::NotFound);
    }
    match file.role {
        FileRole::Shown => Ok(file.id),
        FileRole::Photo | FileRole::Proof => {
            let known =
                store::files::of(tx, &case.id)?.into_iter().find(|one| one.role == FileRole::Shown && one.blob == file.blob);
            match known {
                Some(copy) => Ok(copy.id),
                None => store::files::add(tx, &case.id, &NewFile::image(FileRole::Shown, file.blob, file.thumb, file.kind)),
            }
        }
        FileRole::Document | FileRole::Piece | FileRole::Paper | FileRole::Voice => Err(Problem::NotFound),
    }
}

/// A new version of what is shown of a photo takes the place of the one that the public sees.
pub fn show_photo(tx: &mut Tx, id: &Id, photo: &Id) -> Result<()> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, MODERATE)?;
    if case.publication == Publication::Published {
        case.public_photo = Some(shown_photo(tx, &case, photo)?);
        store::update(tx, &case)?;
    }
    Ok(())
}

/// "Report this content": several visitors take a case from view until a moderator has looked.
pub fn flag(tx: &mut Tx, code: &str, visitor: &str) -> Result<()> {
    let mut case = look::by_code(tx, code)?;
    if case.publication != Publication::Published {
        return Ok(());
    }
    let mark = format!("{}/{visitor}", case.id);
    if !tx.record_once("cases.flagged", &mark, &serde_json::json!({ "case": case.id }))? {
        return Ok(());
    }
    store::timeline::add(tx, &case, EventKind::Flagged, Audience::Staff, &serde_json::json!({}), None)?;
    let sql = "SELECT COUNT(*) AS n FROM cases_events WHERE tenant = $1 AND case_id = $2 AND kind = 'flagged'";
    if tx.count(sql, platform::args![tx.tenant(), case.id])? >= FLAGS {
        hide(tx, &mut case, Publication::Pending)?;
    }
    talk::touch(tx, &mut case)
}
