//! A morning at the Tabriquet annex, up to this minute, so that the board lives; and what broke down in the last weeks.

use super::dice::Dice;
use super::steps::Scene;
use kernel::{Label, Lang};
use platform::{Actor, Problem, Result, Scope, Tx};
use queue::{Channel, NewTicket, Outcome, Priority};

const TABRIQUET: &str = "04.441.01.09";
const MORNING_SECS: i64 = 9_000;
const STEP_SECS: i64 = 60;
/// Those who come without an appointment.
const MATTERS: [&str; 5] =
    ["civil-status-copy", "civil-status-copy", "birth-declaration", "signature-legalisation", "certified-copy"];
/// Who sits at the first counters; the counter clerk stays free for whoever tries the demonstration.
const AGENTS: [(&str, usize); 3] = [("counter@demo.test", 0), ("counters@demo.test", 1), ("tabriquet@demo.test", 3)];

/// Somebody at a counter.
struct Seat {
    scope: Scope,
    /// How many seconds before the present the one who is served goes.
    until: Option<i64>,
}

/// Lives through the last hours at one site. Where its doors are closed, nobody comes.
pub async fn morning(scene: &Scene, dice: &mut Dice) -> Result<()> {
    broken(scene).await?;
    let clock = scene.app.store().clock().clone();
    let Some(site) = scene
        .app
        .store()
        .read(scene.scope.clone(), |rx| Ok(sites::all(rx)?.into_iter().find(|site| site.area.as_deref() == Some(TABRIQUET))))
        .await?
    else {
        return Ok(());
    };
    let mut seats = Vec::new();
    // The present is where the hand of the clock does not move it.
    clock.advance_secs(-clock.ahead_secs() - MORNING_SECS);
    let (mut ahead, mut comes) = (MORNING_SECS, MORNING_SECS);
    while ahead > 0 {
        while comes >= ahead {
            let at = site.id.clone();
            let (matter, priority) = (*dice.one(&MATTERS).unwrap_or(&MATTERS[0]), dice.happens(10).then_some(Priority::Elderly));
            let new =
                NewTicket { site: at, matter: matter.into(), channel: Channel::Kiosk, priority, lang: Lang::Ar, phone: None };
            let taken = scene.app.store().write(scene.scope.clone(), move |tx| queue::take(tx, new.clone())).await;
            if seats.is_empty() && taken.is_ok() {
                seats = sit(scene, &site.id).await?;
            }
            open_only(taken.map(drop))?;
            comes -= dice.between(100, 240);
        }
        for seat in &mut seats {
            serve(scene, seat, ahead, dice).await?;
        }
        clock.advance_secs(STEP_SECS);
        ahead -= STEP_SECS;
    }
    Ok(())
}

/// A refusal means that the doors are closed at this hour.
fn open_only(done: Result<()>) -> Result<()> {
    if matches!(done, Err(Problem::Refused(_))) { Ok(()) } else { done }
}

async fn sit(scene: &Scene, site: &kernel::Id) -> Result<Vec<Seat>> {
    let site = site.clone();
    let counters = scene.app.store().read(scene.scope.clone(), move |rx| sites::counters(rx, &site)).await?;
    let mut seats = Vec::new();
    for (email, place) in AGENTS {
        let (actor, counter) = (scene.staff.named(email), counters.get(place).map(|counter| counter.id.clone()));
        if let (Actor::Staff { .. }, Some(counter)) = (&actor, counter) {
            let scope = Scope { actor, ..scene.scope.clone() };
            scene.app.store().write(scope.clone(), move |tx| queue::open(tx, &counter)).await?;
            seats.push(Seat { scope, until: None });
        }
    }
    Ok(seats)
}

/// One minute at a counter: whoever is served goes in time, and the next is called.
async fn serve(scene: &Scene, seat: &mut Seat, ahead: i64, dice: &mut Dice) -> Result<()> {
    if seat.until.is_some_and(|until| ahead > until) {
        return Ok(());
    }
    let begins = ahead > 2 * STEP_SECS;
    let body = move |tx: &mut Tx| {
        if let Some(ticket) = queue::standing(tx)? {
            queue::done(tx, &ticket.id, Outcome::Served)?;
        }
        match queue::next(tx)? {
            Some(ticket) if begins => queue::begin(tx, &ticket.id).map(|()| true),
            Some(_) => Ok(true),
            None => Ok(false),
        }
    };
    let called = scene.app.store().write(seat.scope.clone(), body).await?;
    seat.until = called.then(|| ahead - dice.between(240, 720));
    Ok(())
}

/// Two outages that have ended: the page of their history is not empty.
async fn broken(scene: &Scene) -> Result<()> {
    let words =
        Label::new("العطب على المستوى المركزي، والوزارة على علم به.", "La panne est centrale ; le ministère est prévenu.");
    let body = move |tx: &mut Tx| {
        for (system, days, minutes) in [("civil-status", 19, 95), ("network", 6, 40)] {
            let since = tx.today().plus_days(-days).at(10, 20);
            let new = outages::NewOutage {
                system: system.into(),
                since,
                sites: vec![],
                matters: vec![],
                words: words.clone(),
                expected: None,
            };
            let outage = outages::declare(tx, new)?;
            outages::end(tx, &outage.id, since.plus_minutes(minutes), Label::default())?;
        }
        Ok(())
    };
    let scope = Scope { actor: scene.staff.named("dgs@demo.test"), ..scene.scope.clone() };
    scene.app.store().write(scope, body).await
}
