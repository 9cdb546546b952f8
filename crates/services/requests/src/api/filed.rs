//! A request that was filed: its receipt, where it stands, and what the person gives when something was asked.

use super::asker;
use super::shapes::{AskedPiece, ClockShown, Due, Key, OrderedFee, Receipt, SentPin, Status, Step};
use crate::exports::plain::Named;
use crate::pages::{pieces, receipt as shown};
use cases::{Audience, Case, PieceView};
use platform::web::{HeaderMap, Path, Sent};
use platform::{Answer, Ctx, Fields, Problem, Result, Tx};
use procedures::Procedure;
use std::sync::Arc;

/// The key of a case for its code and PIN; guessing is slowed down as on the pages.
pub async fn key(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>, Sent(sent): Sent<SentPin>) -> Answer {
    let ctx = asker(ctx, &headers)?;
    let opened = cases::check_pin(&ctx, &code, &sent.pin).await?;
    let key = opened.strip_prefix("?k=").ok_or(Problem::NotFound)?.to_owned();
    let case = ctx.read(move |rx| cases::by_code(rx, &code)).await?;
    ctx.json(Key { code: case.code, key })
}

pub async fn receipt(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>) -> Answer {
    let (ctx, key) = (asker(ctx.clone(), &headers)?, ctx.query().get("k").to_owned());
    let shown = ctx.read(move |rx| shown::load(rx, &code, &key)).await?;
    let complete = shown.is_complete();
    let due = shown.due().and_then(|clock| {
        let at = clock.due_at?.to_string();
        Some(Due { clock: clock.clock.clone(), at, source: clock.source.text.clone(), confirm: clock.source.confirm })
    });
    let shown::Shown { case, procedure, pieces, receipt, unit, pin, sealed, .. } = shown;
    ctx.json(Receipt {
        code: case.code,
        pin,
        number: receipt.number,
        year: receipt.year,
        received_at: receipt.received_at.to_string(),
        procedure: procedure.id.clone(),
        title: procedure.title.clone(),
        unit,
        complete,
        lacking: lacking(&pieces),
        due,
        silence_is_acceptance: procedure.service.silence == procedures::Silence::Acceptance,
        appeal: procedure.action("appeal").is_some(),
        level: receipt.level,
        verify: ctx.full_url(&ctx.url(&format!("/verify/{sealed}"))),
        sealed,
    })
}

fn lacking(pieces: &[PieceView]) -> Vec<AskedPiece> {
    let lacks = pieces.iter().filter(|view| view.is_lacking()).map(|view| &view.piece);
    let one = |piece: &procedures::Piece| AskedPiece {
        id: piece.id.clone(),
        label: piece.label.clone(),
        required: piece.required,
        many: piece.many,
        files: Vec::new(),
    };
    lacks.map(one).collect()
}

struct Standing {
    case: Case,
    procedure: Arc<Procedure>,
    pieces: Vec<PieceView>,
    clocks: Vec<cases::ClockView>,
    entries: Vec<cases::Entry>,
    dues: Vec<payments::Due>,
}

fn load(rx: &mut Tx, code: &str, key: &str) -> Result<Standing> {
    let case = shown::opened(rx, code, key)?;
    let procedure = cases::pinned(rx, &case.procedure_pin)?;
    if !procedure.is_request() {
        return Err(Problem::NotFound);
    }
    Ok(Standing {
        pieces: cases::shown_pieces(rx, &case, &procedure)?,
        clocks: cases::clocks(rx, &case.id)?,
        entries: cases::timeline::of(rx, &case, &[Audience::Public, Audience::Applicant])?,
        dues: payments::of(rx, &case.id)?,
        procedure,
        case,
    })
}

pub async fn status(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>) -> Answer {
    let ctx = asker(ctx, &headers)?;
    standing(&ctx, code, ctx.query().get("k").to_owned()).await
}

async fn standing(ctx: &Ctx, code: String, key: String) -> Answer {
    let Standing { case, procedure, pieces, clocks, entries, dues } = ctx.read(move |rx| load(rx, &code, &key)).await?;
    let outcome = case.outcome.as_deref().and_then(|id| procedure.outcome(id));
    ctx.json(Status {
        state_name: procedure.state(&case.state).map(|state| state.name.clone()),
        outcome: outcome.map(|outcome| Named { id: outcome.id.clone(), name: outcome.name.clone() }),
        received_at: case.received_at.to_string(),
        answered_at: case.answered_at.map(|at| at.to_string()),
        clocks: clocks.iter().map(clock).collect(),
        waits_for_you: pieces::takes(&procedure, &case).is_some(),
        lacking: lacking(&pieces),
        dues: dues.into_iter().map(due).collect(),
        steps: entries.into_iter().map(step).collect(),
        title: procedure.title.clone(),
        code: case.code,
        procedure: case.procedure,
        state: case.state,
        phase: case.phase,
    })
}

fn clock(clock: &cases::ClockView) -> ClockShown {
    ClockShown {
        clock: clock.clock.clone(),
        span: clock.span,
        days: clock.kind,
        standing: clock.standing.as_str(),
        started_at: clock.started_at.to_string(),
        due_at: clock.due_at.map(|due| due.to_string()),
    }
}

fn due(due: payments::Due) -> OrderedFee {
    OrderedFee { id: due.fee, label: due.label, amount: due.amount.0, state: due.state.as_str() }
}

fn step(entry: cases::Entry) -> Step {
    Step {
        at: entry.at.to_string(),
        kind: entry.kind.as_str(),
        state: entry.data["to"].as_str().map(str::to_owned),
        words: entry.text,
    }
}

/// Gives what was asked: files under `piece-{id}`, and `words`.
pub async fn give(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>, mut fields: Fields) -> Answer {
    let (ctx, key) = (asker(ctx.clone(), &headers)?, ctx.query().get("k").to_owned());
    let faults = pieces::take(&ctx, &code, &key, &mut fields).await?;
    if !faults.is_empty() {
        return Err(Problem::Invalid(faults).into());
    }
    standing(&ctx, code, key).await
}
