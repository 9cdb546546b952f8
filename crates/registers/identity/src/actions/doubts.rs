//! A provider contradicts the register: nothing is overwritten, and staff settle it with a reason.

use crate::model::{Claims, Doubt, Kind, Link, Verdict};
use crate::rules::{self, Known};
use crate::store::{doubts, links, providers};
use kernel::{Id, Refusal};
use people::{Attested, Level, Why};
use platform::json::json;
use platform::{Problem, Result, Tx};

/// Compares a statement with the register. Says whether it agrees, so that the rest of it may count.
pub fn note(tx: &mut Tx, link: &Link, claims: &Claims) -> Result<bool> {
    let card = people::own_card(tx, &link.person)?;
    let number_elsewhere = match &claims.cin {
        Some(cin) => people::holders_of(tx, cin)?.iter().any(|(holder, _)| *holder != link.person),
        None => false,
    };
    let found = rules::contradictions(&Known { name: card.name, cin: card.cin, number_elsewhere }, claims);
    for kind in &found {
        if let Some(id) = doubts::insert(tx, link, *kind, claims)? {
            tx.record("identity.doubted", &link.person, &json!({ "doubt": id, "kind": kind }))?;
        }
    }
    Ok(found.is_empty())
}

pub fn waiting(tx: &mut Tx) -> Result<Vec<Doubt>> {
    doubts::open(tx)
}

/// Opens one for a clerk: the person sees that somebody looked.
pub fn open(tx: &mut Tx, id: &Id) -> Result<(Doubt, people::Card)> {
    let doubt = doubts::find(tx, id)?;
    let card = people::card(tx, &doubt.person, Why::Identity.as_str())?;
    Ok((doubt, card))
}

/// Settles it. The register keeps what it says, or takes what the provider said.
pub fn settle(tx: &mut Tx, id: &Id, verdict: Verdict, reason: &str) -> Result<()> {
    if reason.chars().count() < 3 {
        return Err(Refusal::new("identity-reason-missing").at("reason").into());
    }
    let doubt = doubts::find(tx, id)?;
    if !doubts::settle(tx, id, verdict, reason)? {
        return Err(Problem::Conflict(Refusal::new("identity-settled-before")));
    }
    if verdict == Verdict::Claims {
        let link = links::find(tx, &doubt.link)?;
        let levels = providers::find(tx, &link.provider)?.levels;
        // Whoever holds the card with this number is asked to come; two records never become one by a click.
        let name = doubt.claims.name.clone().filter(|_| doubt.kind == Kind::Name);
        let cin = doubt.claims.cin.clone().filter(|_| doubt.kind != Kind::Name);
        let level = rules::level(&levels, doubt.claims.acr.as_deref()).filter(|level| *level == Level::National);
        people::correct(tx, &doubt.person, &Attested { name, cin, level })?;
    }
    tx.record("identity.settled", &doubt.person, &json!({ "doubt": id, "kind": doubt.kind, "verdict": verdict }))
}
