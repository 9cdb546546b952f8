//! Papers: prepared when a state brings them about, made by a job, signed, cancelled.

use super::ends;
use crate::model::{Issued, Paper, PaperState, Signed};
use crate::{jobs, store};
use cases::{Audience, Case, EventKind};
use kernel::{Id, Money, PublicCode, Refusal};
use payments::DueAt;
use platform::{Problem, Result, Tx, Waits, communes, json::json};
use procedures::{Output, Phase, Procedure, Sign};

/// At most so many papers are looked at for one list.
const SHOWN: i64 = 100;
/// The condition that the payments offer.
const PAID: &str = "paid";

/// A paper that waits for a person.
pub struct Waiting {
    pub paper: Paper,
    pub case: Case,
    /// What is still to be paid before anybody may sign.
    pub unpaid: Option<Money>,
}

/// Papers that wait for this person, those of the nearest date first.
pub fn to_sign(tx: &mut Tx) -> Result<Vec<Waiting>> {
    let mut reached = Vec::new();
    for paper in store::to_sign(tx, SHOWN)? {
        let case = cases::find(tx, &paper.case)?;
        if may_sign(tx, &paper, &case)? {
            reached.push(Waiting { unpaid: unpaid(tx, &paper, &case)?, paper, case });
        }
    }
    reached.sort_by_key(|waiting| (waiting.case.due_at.is_none(), waiting.case.due_at));
    Ok(reached)
}

/// What is still to be paid before a paper is signed, where its decision waits for that.
pub fn unpaid(tx: &mut Tx, paper: &Paper, case: &Case) -> Result<Option<Money>> {
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let action = paper.action.as_deref().and_then(|id| procedure.action(id));
    if !action.is_some_and(|action| action.requires.iter().any(|condition| condition == PAID)) {
        return Ok(None);
    }
    let owed = payments::owed(tx, &case.id, &[DueAt::Filing, DueAt::Grant])?;
    Ok((owed > Money(0)).then_some(owed))
}

/// Whether it is this person's turn to sign: by the role that is awaited, or as the one who decides. Nobody signs twice.
pub fn may_sign(tx: &mut Tx, paper: &Paper, case: &Case) -> Result<bool> {
    let may = match paper.awaited() {
        Some(role) => cases::may_as(tx, case, cases::SEE, role)?,
        None => cases::may(tx, case, cases::SIGN)?,
    };
    if !may || paper.turn == 0 {
        return Ok(may);
    }
    let me = tx.actor().to_string();
    Ok(!store::signatures(tx, &paper.id)?.iter().any(|signature| signature.actor == me))
}

/// How many papers this person can sign now.
pub fn waiting(tx: &mut Tx) -> Result<Waits> {
    Ok(Waits::looked_at(store::any_to_sign(tx), |tx| Ok(to_sign(tx)?.iter().filter(|waiting| waiting.unpaid.is_none()).count())))
}

/// A case was opened: its first state may bring about a paper.
pub fn begin(tx: &mut Tx, opened: cases::OpenedEvent) -> Result<()> {
    super::link(tx, &opened.case)?;
    arrange(tx, &opened.case)
}

/// A case moved to another state.
pub fn follow(tx: &mut Tx, moved: cases::Moved) -> Result<()> {
    arrange(tx, &moved.case)
}

/// Drafts that the state of the case does not need are cancelled, those that it needs are prepared. Safe to run twice.
fn arrange(tx: &mut Tx, case: &Id) -> Result<()> {
    let case = cases::find(tx, case)?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    if !procedure.is_request() {
        return Ok(());
    }
    let papers = store::of(tx, &case.id)?;
    for paper in papers.iter().filter(|paper| paper.on_state != case.state && is_draft(paper)) {
        let words = last_words(tx, &case)?;
        if store::cancel(tx, paper, &case.state, &words)? {
            let summary = json!({ "case": case.id, "number": paper.reference(), "released": paper.turn == 0 });
            tx.record("documents.cancelled", &paper.id, &summary)?;
        }
    }
    // What was issued for an earlier decision does not stand for a new one; a letter that is sent again is no decision.
    let since = case.answered_at.filter(|_| case.phase == Phase::Decided).unwrap_or(case.moved_at);
    let of_now = |paper: &Paper| match paper.state {
        PaperState::Issued => paper.issued_at.is_some_and(|at| at >= since),
        PaperState::Prepared | PaperState::Made => paper.on_state == case.state,
        PaperState::Cancelled => false,
    };
    for (output, action) in wanted(&procedure, &case.state) {
        if !papers.iter().any(|paper| paper.output == output.id && of_now(paper)) {
            prepare(tx, &case, output, action)?;
        }
    }
    Ok(())
}

fn is_draft(paper: &Paper) -> bool {
    matches!(paper.state, PaperState::Prepared | PaperState::Made)
}

/// The papers of a state, and the drafts of those that a signature from this state will bring about.
fn wanted<'a>(procedure: &'a Procedure, state: &'a str) -> Vec<(&'a Output, Option<&'a str>)> {
    let own = procedure.outputs_of(state).map(|output| (output, None));
    let by_signing = procedure.actions_from(state).filter(|action| action.is_by(cases::SIGN.0)).flat_map(|action| {
        let signed = procedure.outputs_of(&action.to).filter(|output| output.sign == Sign::Qualified);
        signed.map(move |output| (output, Some(action.id.as_str())))
    });
    own.chain(by_signing).collect()
}

fn prepare(tx: &mut Tx, case: &Case, output: &Output, action: Option<&str>) -> Result<()> {
    let id = tx.new_id();
    let year = i64::from(tx.today().year());
    let prefix = communes::prefix(tx)?;
    let words = reasons(tx, case)?;
    let paper = Paper {
        case: case.id.clone(),
        output: output.id.clone(),
        template: output.template.clone(),
        title: output.title.clone(),
        number: store::numbers::next(tx, &output.register, year)?,
        register: output.register.clone(),
        year,
        state: PaperState::Prepared,
        sign: output.sign,
        on_state: case.state.clone(),
        action: action.map(str::to_owned),
        code: PublicCode::new(&prefix, tx.random()?).to_string(),
        lang: case.lang,
        vault: tx.keys().new_vault(&tx.tenant(), "documents_papers", id.as_str())?.wrapped().to_owned(),
        words,
        blob: None,
        sha256: None,
        signer: None,
        issued_at: None,
        valid_until: None,
        begun_on: None,
        expired_at: None,
        before: output.first_signed_by.clone(),
        turn: 0,
        stamp: None,
        released_at: None,
        cancelled_words: None,
        id,
    };
    store::insert(tx, &paper)?;
    tx.record(
        "documents.prepared",
        &paper.id,
        &json!({ "case": case.id, "register": paper.register, "number": paper.reference() }),
    )?;
    tx.job(jobs::MAKE, &jobs::Make { paper: paper.id })
}

/// What was written with the last move, for whomever it was meant: the reason of who sent a draft back.
fn last_words(tx: &mut Tx, case: &Case) -> Result<String> {
    Ok(last_move(tx, case)?.and_then(|entry| entry.text).unwrap_or_default())
}

/// The reasons or conditions of a proposal. What staff write for each other is no part of a paper.
fn reasons(tx: &mut Tx, case: &Case) -> Result<String> {
    let moved = last_move(tx, case)?.filter(|entry| entry.data["words"] != "staff");
    Ok(moved.and_then(|entry| entry.text).unwrap_or_default())
}

fn last_move(tx: &mut Tx, case: &Case) -> Result<Option<cases::Entry>> {
    let entries = cases::timeline::of(tx, case, &[Audience::Public, Audience::Applicant, Audience::Staff])?;
    Ok(entries.into_iter().rev().find(|entry| entry.kind == EventKind::Moved))
}

/// A paper is good from the day on which somebody answers for it.
fn issue(tx: &mut Tx, paper: &mut Paper, signer: Option<&str>) -> Result<()> {
    let case = cases::find(tx, &paper.case)?;
    let valid = ends::declared(tx, &case, paper)?;
    paper.valid_until = valid.map(|valid| valid.until(tx.today()));
    (paper.state, paper.signer, paper.issued_at) = (PaperState::Issued, signer.map(str::to_owned), Some(tx.now()));
    if let Some(person) = case.person {
        let (template, valid_until) = (paper.template.clone(), paper.valid_until);
        let title = format!("{} {}", paper.title.text(paper.lang), paper.reference());
        folder::keep_issued(tx, &folder::NewIssued { person, paper: paper.id.clone(), template, title, valid_until })?;
    }
    tx.emit(&Issued { paper: paper.id.clone(), case: case.id, template: paper.template.clone() })
}

/// Where the folder of whom a paper was issued to reads it; nothing for one that does not hold any more.
pub fn kept(tx: &mut Tx, id: &Id) -> Result<Option<folder::PaperFile>> {
    let paper = match store::find(tx, id) {
        Err(Problem::NotFound) => return Ok(None),
        other => other?,
    };
    let file = paper.blob.zip(paper.sha256).filter(|_| paper.state == PaperState::Issued);
    Ok(file.map(|(blob, digest)| folder::PaperFile { blob, digest }))
}

/// The papers of a case.
pub fn of(tx: &mut Tx, case: &Id) -> Result<Vec<Paper>> {
    store::of(tx, case)
}

/// The PDF was made. What nobody has to sign is issued with it; the seal has signed already.
pub fn made(tx: &mut Tx, id: &Id, blob: &str, sha256: &str, sealed_by: Option<&str>) -> Result<()> {
    let mut paper = store::find(tx, id)?;
    if paper.state != PaperState::Prepared {
        return Ok(()); // cancelled meanwhile, or made by a second run of the job
    }
    (paper.blob, paper.sha256) = (Some(blob.to_owned()), Some(sha256.to_owned()));
    match paper.sign {
        Sign::Qualified => paper.state = PaperState::Made,
        _ => issue(tx, &mut paper, sealed_by)?,
    }
    store::update(tx, &paper)?;
    tx.record("documents.made", &paper.id, &json!({ "sha256": sha256, "state": paper.state }))
}

/// Ties a signed PDF to its paper. The last signature issues it and does what it decides, in the same commit.
pub fn sign_with(tx: &mut Tx, id: &Id, signed: &Signed) -> Result<Paper> {
    let mut paper = store::find(tx, id)?;
    let case = cases::find(tx, &paper.case)?;
    if !may_sign(tx, &paper, &case)? {
        return Err(Problem::Forbidden);
    }
    // Another signature, or a cancelled draft, has overtaken this one.
    if paper.state != PaperState::Made || paper.blob.as_ref() != Some(&signed.from) {
        return Err(Refusal::new("documents-not-to-sign").into());
    }
    let is_last = paper.awaited().is_none();
    store::add_signature(tx, &paper, &signed.signer, signed.stamp)?;
    (paper.blob, paper.sha256) = (Some(signed.blob.clone()), Some(signed.sha256.clone()));
    paper.turn += 1;
    if is_last {
        issue(tx, &mut paper, Some(&signed.signer))?;
        paper.stamp = signed.stamp;
    }
    store::update(tx, &paper)?;
    let summary = json!({ "sha256": signed.sha256, "case": case.id, "turn": paper.turn, "stamp": signed.stamp });
    tx.record("documents.signed", &paper.id, &summary)?;
    if let Some(action) = paper.action.clone().filter(|_| is_last && case.state == paper.on_state) {
        let given = cases::Given { words: paper.words.clone(), ..cases::Given::default() };
        cases::act(tx, &case.id, &action, &given, false)?;
    }
    Ok(paper)
}

/// The time stamp has come: the same signature, one level higher.
pub fn stamped(tx: &mut Tx, paper: &Paper, blob: &str, sha256: &str) -> Result<()> {
    store::put_stamped(tx, paper, blob, sha256)?;
    tx.record("documents.stamped", &paper.id, &json!({ "sha256": sha256 }))
}

/// Once an hour: papers that were signed while the time-stamp authority was away are offered to it again.
pub fn stamp_again(tx: &mut Tx) -> Result<()> {
    if store::unstamped(tx, 1)?.is_empty() { Ok(()) } else { tx.job(jobs::STAMP, &()) }
}

/// Why a decision must wait: its paper is not signed.
pub fn lacking(tx: &mut Tx, subject: &Id) -> Result<Option<Refusal>> {
    let case = cases::find(tx, subject)?;
    let papers = store::of(tx, subject)?;
    let unsigned = papers.iter().any(|paper| paper.on_state == case.state && paper.sign == Sign::Qualified && is_draft(paper));
    Ok(unsigned.then(|| Refusal::new("documents-sign-first")))
}
