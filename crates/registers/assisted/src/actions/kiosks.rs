//! Kiosks: named by an administrator, tied to one device by a link, and the visits of those who stand before them.

use crate::model::{Kiosk, Visit};
use crate::rules;
use crate::store::kiosks;
use kernel::{Id, Refusal};
use platform::json::json;
use platform::store::seal::{hex, hex_sha256};
use platform::{Problem, Result, Tx};
use procedures::{PieceFrom, Procedure};
use std::sync::Arc;

/// Names a new kiosk. The secret of the link that sets its device up is told once.
pub fn add(tx: &mut Tx, name: &str, site: &str, procedures: &[String]) -> Result<(Id, String)> {
    if name.is_empty() {
        return Err(Refusal::new("assisted-kiosk-name").at("name").into());
    }
    let (secret, link) = fresh_link(tx)?;
    let kiosk = Kiosk {
        id: tx.new_id(),
        name: name.to_owned(),
        site: site.to_owned(),
        procedures: chosen(tx, procedures)?,
        link: Some(link),
        device: None,
        set_up_at: None,
        seen_at: None,
        created_at: tx.now(),
        ended_at: None,
    };
    kiosks::insert(tx, &kiosk)?;
    tx.record("assisted.kiosk_added", &kiosk.id, &json!({ "name": name, "site": site }))?;
    Ok((kiosk.id, secret))
}

/// What was chosen, or nothing for the usual list.
fn chosen(tx: &mut Tx, procedures: &[String]) -> Result<Vec<String>> {
    if procedures.is_empty() { Ok(Vec::new()) } else { super::holders::offered(tx, procedures) }
}

fn fresh_link(tx: &Tx) -> Result<(String, (String, kernel::Moment))> {
    let secret = hex(&tx.random::<20>()?);
    let key = hex_sha256(secret.as_bytes());
    Ok((secret, (key, tx.now().plus_secs(rules::LINK_HOURS * 3_600))))
}

/// A link for another device; the one before is no kiosk any more.
pub fn new_link(tx: &mut Tx, id: &Id) -> Result<String> {
    let kiosk = open_kiosk(tx, id)?;
    let (secret, link) = fresh_link(tx)?;
    kiosks::end_visits_at(tx, id)?;
    kiosks::update(tx, &Kiosk { link: Some(link), device: None, set_up_at: None, ..kiosk })?;
    tx.record("assisted.kiosk_link", id, &json!({}))?;
    Ok(secret)
}

/// Other procedures on the same device.
pub fn change(tx: &mut Tx, id: &Id, procedures: &[String]) -> Result<()> {
    let kiosk = open_kiosk(tx, id)?;
    let procedures = chosen(tx, procedures)?;
    tx.record("assisted.kiosk_changed", id, &json!({ "procedures": procedures }))?;
    kiosks::update(tx, &Kiosk { procedures, ..kiosk })
}

/// The device is no kiosk any more, and whoever stands before it starts anew elsewhere.
pub fn revoke(tx: &mut Tx, id: &Id) -> Result<()> {
    let kiosk = open_kiosk(tx, id)?;
    kiosks::end_visits_at(tx, id)?;
    kiosks::update(tx, &Kiosk { link: None, device: None, ended_at: Some(tx.now()), ..kiosk })?;
    tx.record("assisted.kiosk_revoked", id, &json!({}))
}

fn open_kiosk(tx: &mut Tx, id: &Id) -> Result<Kiosk> {
    let kiosk = kiosks::find(tx, id)?;
    if kiosk.ended_at.is_some() { Err(Problem::NotFound) } else { Ok(kiosk) }
}

/// The kiosk that a link would set up.
pub fn by_link(tx: &mut Tx, secret: &str) -> Result<Kiosk> {
    let (key, now) = (hex_sha256(secret.as_bytes()), tx.now());
    let good = |kiosk: &Kiosk| kiosk.link.as_ref().is_some_and(|(known, until)| *known == key && now <= *until);
    kiosks::all(tx)?.into_iter().find(good).ok_or(Problem::NotFound)
}

/// This very device becomes the kiosk: gives the value of its cookie. The link is used up.
pub fn set_up(tx: &mut Tx, secret: &str) -> Result<String> {
    let kiosk = by_link(tx, secret)?;
    let token = hex(&tx.random::<32>()?);
    let device = Some(hex_sha256(token.as_bytes()));
    tx.record("assisted.kiosk_set_up", &kiosk.id, &json!({}))?;
    kiosks::update(tx, &Kiosk { link: None, device, set_up_at: Some(tx.now()), ..kiosk })?;
    Ok(token)
}

/// The kiosk of a device. `NotFound` for every other browser.
pub fn device(tx: &mut Tx, token: &str) -> Result<Kiosk> {
    let key = Some(hex_sha256(token.as_bytes()));
    kiosks::all(tx)?.into_iter().find(|kiosk| kiosk.device == key && kiosk.ended_at.is_none()).ok_or(Problem::NotFound)
}

/// The procedures open on a kiosk: those that were chosen, else those that citizens ask without bringing a paper.
pub fn open_on(tx: &mut Tx, kiosk: &Kiosk) -> Result<Vec<Arc<Procedure>>> {
    let catalog = procedures::catalog(tx)?;
    let usual = |procedure: &Procedure| {
        let for_citizens = procedure.service.offered_to.audience.iter().any(|audience| audience == "citizen");
        for_citizens && !procedure.service.pieces.iter().any(|piece| piece.required && piece.from == PieceFrom::Applicant)
    };
    let open = |procedure: &Procedure| {
        if kiosk.procedures.is_empty() { usual(procedure) } else { kiosk.procedures.contains(&procedure.id) }
    };
    Ok(catalog.offered_requests().into_iter().filter(|procedure| open(procedure)).cloned().collect())
}

/// Somebody begins at a kiosk: whatever was open there is over. Gives the value of the visit's cookie.
pub fn begin(tx: &mut Tx, kiosk: &Kiosk) -> Result<String> {
    kiosks::end_visits_at(tx, &kiosk.id)?;
    let token = hex(&tx.random::<32>()?);
    kiosks::begin_visit(tx, &hex_sha256(token.as_bytes()), &kiosk.id)?;
    Ok(token)
}

/// The live visit of a cookie at this kiosk, touched by that. `NotFound` when it is over.
pub fn visit(tx: &mut Tx, kiosk: &Kiosk, token: &str) -> Result<Visit> {
    let now = tx.now();
    let found = kiosks::visit(tx, &hex_sha256(token.as_bytes()))?;
    let live = found.filter(|visit| visit.kiosk == kiosk.id && rules::is_live(visit, now)).ok_or(Problem::NotFound)?;
    kiosks::touch_visit(tx, &live)?;
    Ok(live)
}

/// What the visit names from now on.
pub fn keep(tx: &mut Tx, visit: &Visit) -> Result<()> {
    kiosks::touch_visit(tx, visit)
}

/// The person goes, or the screen forgets.
pub fn end(tx: &mut Tx, token: &str) -> Result<()> {
    kiosks::end_visit(tx, &hex_sha256(token.as_bytes()))
}
