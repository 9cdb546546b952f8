//! Letters: numbered, listed in a bordereau, handed to the post, and what became of them.

use super::orders::{handled, settle};
use crate::model::{Bordereau, BordereauState, Letter, LetterState, Stage};
use crate::{rules, store};
use cases::Given;
use kernel::{Day, Id, Refusal, text};
use payments::{DueAt, NewDue};
use platform::{Problem, Result, Tx, json::json};

/// As many letters as one sheet of the post takes with its signature.
const LETTERS_MOST: usize = 50;
/// Bordereaux of other services may stand between one's own.
const LOOKED_THROUGH: i64 = 40;
/// How many numbers may be reported at once.
const REPORT_MOST: usize = 200;

/// Opens a bordereau; letters are put in until it is closed.
pub fn open(tx: &mut Tx) -> Result<Id> {
    let id = tx.new_id();
    store::open_bordereau(tx, &id)?;
    tx.record("post.bordereau_opened", &id, &json!({}))?;
    Ok(id)
}

/// A bordereau with its letters, for whoever handles every one of them: names and addresses stand in it, and nobody learns
/// from a list what the files would not show him.
///
/// # Errors
/// `NotFound` when one letter is out of reach.
pub fn mine(tx: &mut Tx, id: &Id) -> Result<(Bordereau, Vec<Letter>)> {
    let bordereau = store::bordereau(tx, id)?;
    let letters = store::letters_in(tx, id)?;
    if handles_all(tx, &letters)? { Ok((bordereau, letters)) } else { Err(Problem::NotFound) }
}

fn handles_all(tx: &mut Tx, letters: &[Letter]) -> Result<bool> {
    for letter in letters {
        let case = cases::find(tx, &letter.case)?;
        if !cases::may(tx, &case, cases::HANDLE)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The newest bordereaux that this person may open.
pub fn newest(tx: &mut Tx, limit: usize) -> Result<Vec<Bordereau>> {
    let mut shown = Vec::new();
    for bordereau in store::bordereaux(tx, LOOKED_THROUGH)? {
        let letters = store::letters_in(tx, &bordereau.id)?;
        if shown.len() < limit && handles_all(tx, &letters)? {
            shown.push(bordereau);
        }
    }
    Ok(shown)
}

fn at(tx: &mut Tx, id: &Id, state: BordereauState) -> Result<(Bordereau, Vec<Letter>)> {
    let (found, letters) = mine(tx, id)?;
    if found.state == state { Ok((found, letters)) } else { Err(Refusal::new("post-bordereau-state").into()) }
}

/// Puts the copy of an order into an envelope with this number.
pub fn add_letter(tx: &mut Tx, bordereau: &Id, case: &Id, typed: &str) -> Result<Letter> {
    let (_, inside) = at(tx, bordereau, BordereauState::Open)?;
    let (order, _) = handled(tx, case)?;
    if order.stage != Stage::Pack {
        return Err(Refusal::new("post-not-to-pack").at("tracking").into());
    }
    if let Some(refusal) = platform::condition(tx, "paid", case)? {
        return Err(refusal.at("tracking").into());
    }
    let tracking = rules::tracking(typed).ok_or_else(|| Refusal::new("post-tracking-wrong").at("tracking"))?;
    if let Some(other) = store::by_tracking(tx, &tracking)? {
        return Err(Refusal::new("post-tracking-taken").with("code", other.code).at("tracking").into());
    }
    if store::letters_of(tx, case)?.iter().any(|letter| !letter.state.is_final()) {
        return Err(Refusal::new("post-packed-already").at("tracking").into());
    }
    if inside.len() >= LETTERS_MOST {
        return Err(Refusal::new("post-bordereau-full").with("max", LETTERS_MOST).into());
    }
    let letter = Letter {
        id: tx.new_id(),
        case: case.clone(),
        code: order.code,
        bordereau: bordereau.clone(),
        position: inside.last().map_or(1, |last| last.position + 1),
        tracking,
        state: LetterState::Prepared,
        since: tx.now(),
    };
    store::add_letter(tx, &letter)?;
    tx.record("post.packed", case, &json!({ "bordereau": bordereau, "tracking": letter.tracking }))?;
    Ok(letter)
}

/// Takes a letter out again, before the bordereau is closed.
pub fn remove_letter(tx: &mut Tx, bordereau: &Id, letter: &Id) -> Result<()> {
    let (_, inside) = at(tx, bordereau, BordereauState::Open)?;
    let letter = inside.into_iter().find(|one| one.id == *letter).ok_or(Problem::NotFound)?;
    store::remove_letter(tx, &letter)?;
    tx.record("post.unpacked", &letter.case, &json!({ "bordereau": bordereau, "tracking": letter.tracking }))
}

/// Closes a bordereau: it gets its number and is printed for the post to sign.
pub fn close(tx: &mut Tx, id: &Id) -> Result<Bordereau> {
    let (mut bordereau, letters) = at(tx, id, BordereauState::Open)?;
    if letters.is_empty() {
        return Err(Refusal::new("post-bordereau-empty").into());
    }
    let year = i64::from(tx.today().year());
    bordereau.number = Some((year, tx.next_number("post", year)?));
    bordereau.state = BordereauState::Closed;
    store::update_bordereau(tx, &bordereau)?;
    tx.record("post.bordereau_closed", id, &json!({ "number": bordereau.number, "letters": letters.len() }))?;
    Ok(bordereau)
}

/// The post has taken the letters over, under the number of its discharge: every order is on its way.
pub fn hand_over(tx: &mut Tx, id: &Id, on: Day, deposit: &str) -> Result<()> {
    let (mut bordereau, letters) = at(tx, id, BordereauState::Closed)?;
    if on > tx.today() {
        return Err(Refusal::new("post-day-to-come").at("on").into());
    }
    bordereau.deposit = text::clean(deposit, 40).map_err(|_| Refusal::new("post-needs-deposit").at("deposit"))?;
    (bordereau.state, bordereau.handed_on) = (BordereauState::Handed, Some(on));
    store::update_bordereau(tx, &bordereau)?;
    for letter in letters {
        store::tell(tx, &letter.id, LetterState::Handed, on)?;
        // Handed over at the counter in the meantime: one file does not hold fifty letters back.
        if let Some(order) = store::order(tx, &letter.case)?.filter(|order| order.stage == Stage::Pack) {
            cases::act(tx, &letter.case, "send", &Given::default(), false)?;
            settle(tx, order)?;
        }
    }
    tx.record("post.bordereau_handed", id, &json!({ "on": on }))
}

/// What became of one number of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Reported {
    pub typed: String,
    pub result: Result<String, Refusal>,
}

/// Notes what the post says of letters, one number a line. A number that is unknown, or that cannot be so, is named and does
/// not hold the others back.
pub fn report(tx: &mut Tx, state: LetterState, on: Day, numbers: &str) -> Result<Vec<Reported>> {
    if on > tx.today() {
        return Err(Refusal::new("post-day-to-come").at("on").into());
    }
    if matches!(state, LetterState::Prepared | LetterState::Handed) {
        return Err(Refusal::new("post-needs-state").at("state").into());
    }
    let lines: Vec<String> = numbers.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if lines.is_empty() || lines.len() > REPORT_MOST {
        return Err(Refusal::new("post-needs-numbers").with("max", REPORT_MOST).at("numbers").into());
    }
    let mut reported = Vec::new();
    for typed in lines {
        let result = match one(tx, state, on, &typed) {
            Ok(code) => Ok(code),
            Err(Problem::Refused(refusal)) => Err(refusal),
            Err(Problem::NotFound | Problem::Forbidden) => Err(Refusal::new("post-tracking-unknown")),
            Err(other) => return Err(other),
        };
        reported.push(Reported { typed, result });
    }
    Ok(reported)
}

/// Everything is asked before anything is written: a refusal of one line leaves nothing behind.
fn one(tx: &mut Tx, state: LetterState, on: Day, typed: &str) -> Result<String> {
    let tracking = rules::tracking(typed).ok_or_else(|| Refusal::new("post-tracking-wrong"))?;
    let letter = store::by_tracking(tx, &tracking)?.ok_or(Problem::NotFound)?;
    let (order, case) = handled(tx, &letter.case)?;
    if !rules::follows(letter.state, state) || case.state != "posted" {
        return Err(Refusal::new("post-news-late").into());
    }
    store::tell(tx, &letter.id, state, on)?;
    tx.record("post.news", &case.id, &json!({ "letter": letter.id, "state": state, "on": on }))?;
    let action = match state {
        LetterState::Delivered => "arrived",
        LetterState::Returned => "came_back",
        LetterState::Lost => "lost",
        _ => {
            let words = platform::text(tx, case.lang, "post-notice-words", &[("tracking", &tracking)])?;
            cases::tell(tx, &case.id, &words)?;
            return Ok(order.code);
        }
    };
    cases::act(tx, &case.id, action, &Given::default(), false)?;
    settle(tx, order).map(|order| order.code)
}

/// A letter that came back goes out again, to a corrected address when the person gives one. Who asked for it pays the postage
/// once more; what the commune sends again on its own does not cost him.
pub fn send_again(tx: &mut Tx, id: &Id, typed: &procedures::Typed, by_applicant: bool) -> Result<()> {
    let case = cases::find(tx, id)?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let order = store::order(tx, id)?.filter(|order| order.stage == Stage::Back);
    let order = order.ok_or_else(|| Refusal::new("cases-not-from-here"))?;
    let given = procedures::check(&rules::asked_again(&procedure, |id| crate::ADDRESS.contains(&id)), typed)?;
    let answers = cases::unseal(tx, &case)?.answers;
    let changed = rules::changed(given, &answers);
    if !changed.0.is_empty() {
        let old = rules::address(&answers);
        let was = [old.receiver, old.street, old.postcode, old.town].join(" · ");
        let was = platform::text(tx, case.lang, "post-was", &[("lines", &was)])?;
        cases::amend(tx, id, &changed, &was)?;
    }
    if by_applicant {
        charge(tx, &case, &procedure, &answers)?;
    }
    cases::act(tx, id, "send_again", &Given::default(), by_applicant)?;
    settle(tx, order).map(drop)
}

/// The postage once more, at the rate of the procedure.
fn charge(tx: &mut Tx, case: &cases::Case, procedure: &procedures::Procedure, answers: &procedures::Answers) -> Result<()> {
    let with = procedures::with(tx)?;
    let shown = procedures::settle(procedure, &answers.to_json(), &with);
    let postage = procedures::fees(procedure, &shown.context).into_iter().find(|(fee, _)| fee.id == "post");
    let Some((fee, sum)) = postage else { return Ok(()) };
    let nth = store::letters_of(tx, &case.id)?.len() + 1;
    let due = NewDue { fee: format!("post-{nth}"), label: fee.label.clone(), amount: kernel::Money(sum), due: DueAt::Grant };
    payments::order(tx, &case.id, &case.code, &[due])
}
