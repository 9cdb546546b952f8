//! The row of a new case, whether it is opened here or was told by another system.

use crate::model::{Case, Sealed};
use kernel::Point;
use platform::store::Value;
use platform::store::seal::Vault;
use platform::{Result, Tx, args};

/// The statement up to its values; they are those of [`values`].
pub const INTO: &str = "INSERT INTO cases_cases (tenant, id, code, year, number, procedure, procedure_pin, state, phase, unit,
     area, quarter, lat_e6, lon_e6, cell, asset, channel, agent, person, lang, restricted, hide_author, urgent, publication,
     public_words, vault, words, answers, contact, place_words, pin, phone_key, email_key, received_at, moved_at, updated_at,
     answered_at, due_at, reopened, followers)";

/// What a contact is found again by.
#[derive(Default)]
pub struct Keys {
    pub phone: Option<String>,
    pub email: Option<String>,
}

pub fn values(tx: &Tx, case: &Case, sealed: &Sealed, vault: &Vault, keys: &Keys) -> Result<Vec<Value>> {
    let seal = |column: &str, text: &str| vault.seal(tx.keys(), column, text);
    Ok(args![
        tx.tenant(),
        case.id,
        case.code,
        case.year,
        case.number,
        case.procedure,
        case.procedure_pin,
        case.state,
        case.phase,
        case.unit,
        case.area,
        case.quarter,
        case.point.map(Point::lat_e6),
        case.point.map(Point::lon_e6),
        case.point.map(Point::cell),
        case.asset,
        case.channel,
        case.agent,
        case.person,
        case.lang.code(),
        super::flag(case.restricted),
        super::flag(case.hide_author),
        super::flag(case.urgent),
        case.publication,
        case.public_words,
        case.vault,
        seal("words", &sealed.words)?,
        seal("answers", &serde_json::to_string(&sealed.answers)?)?,
        seal("contact", &serde_json::to_string(&sealed.contact)?)?,
        seal("place_words", &sealed.place_words)?,
        seal("pin", &sealed.pin)?,
        keys.phone,
        keys.email,
        case.received_at,
        case.moved_at,
        case.updated_at,
        case.answered_at,
        case.due_at,
        case.reopened,
        case.followers
    ])
}
