//! Requests of a company or an association: begun and filed by whoever acts for it, seen by all who do.

use super::draft;
use crate::model::Draft;
use crate::{rules, store};
use cases::{Case, Channel, Contact};
use identity::{Acting, Organisation, OrganisationKind, Role};
use kernel::{Id, Lang};
use platform::json::json;
use platform::{Problem, Result, Tx, args};

/// Files of one organisation that its list shows.
const LISTED: i64 = 100;

/// For whom the signed-in person acts today.
pub fn offered(tx: &mut Tx) -> Result<Vec<Acting>> {
    match draft::author(tx, Channel::Web)? {
        Some(person) => identity::acts_for(tx, &person),
        None => Ok(Vec::new()),
    }
}

/// Whoever is signed in, when that person acts for the organisation now.
pub fn acting(tx: &mut Tx, organisation: &Id) -> Result<(Id, Acting)> {
    let person = draft::author(tx, Channel::Web)?.ok_or(Problem::NotFound)?;
    let acting = identity::may_act(tx, &person, organisation)?;
    Ok((person, acting))
}

/// Begins the request of an organisation, or goes on with the one that somebody of it has begun: one per procedure.
pub fn begin(tx: &mut Tx, procedure: &str, organisation: &Id, lang: Lang) -> Result<Draft> {
    let (person, acting) = acting(tx, organisation)?;
    let procedure = draft::offered(tx, procedure)?;
    if let Some(open) = store::of_organisation(tx, organisation)?.into_iter().find(|open| open.procedure == procedure.id) {
        return Ok(open);
    }
    let code = rules::draft_code(tx.random()?);
    let mut draft = draft::fresh(tx, &procedure, code, Channel::Web, lang)?;
    draft.organisation = Some(organisation.clone());
    fill(&mut draft, &acting.organisation);
    if procedure.question("applicant").is_some() {
        let name = people::own_card(tx, &person)?.name;
        draft.typed.insert("applicant.name".into(), vec![name]);
    }
    draft::keep_new(tx, &draft)?;
    tx.record("requests.begun_for", organisation, &json!({ "draft": draft.id, "person": person }))?;
    Ok(draft)
}

/// What is known of the organisation need not be typed again.
fn fill(draft: &mut Draft, organisation: &Organisation) {
    draft.typed.insert("as".into(), vec![organisation.kind.to_string()]);
    draft.typed.insert("company.name".into(), vec![organisation.name.clone()]);
    if organisation.kind == OrganisationKind::Company {
        draft.typed.insert("company.ice".into(), vec![organisation.number.clone()]);
    }
    draft::known_contact(&organisation.contact, &mut draft.typed);
}

/// The commune writes to the organisation, not to whoever filed for it.
pub fn contact(organisation: &Organisation) -> Contact {
    let (phone, email) = match organisation.contact.clone() {
        sending::To::Phone(phone) => (Some(phone), None),
        sending::To::Email(email) => (None, Some(email)),
    };
    Contact { name: Some(organisation.name.clone()), phone, email }
}

/// Notes whose request a case is, and who filed it.
pub fn filed(tx: &mut Tx, case: &Id, person: &Id, acting: &Acting) -> Result<()> {
    let sql = "INSERT INTO requests_organisations (tenant, case_id, organisation, person, role, filed_at)
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
    let organisation = &acting.organisation.id;
    tx.execute(sql, args![tx.tenant(), case, organisation, person, acting.role, tx.now()])?;
    tx.record("requests.filed_for", case, &json!({ "organisation": organisation, "person": person, "role": acting.role }))
}

/// Whose request a case is, and who filed it in which capacity.
#[derive(Debug, Clone, PartialEq)]
pub struct FiledFor {
    pub organisation: Organisation,
    pub person: Id,
    pub role: Role,
}

pub fn of_case(tx: &mut Tx, case: &Id) -> Result<Option<FiledFor>> {
    let sql = "SELECT organisation, person, role FROM requests_organisations WHERE tenant = $1 AND case_id = $2";
    let found: Option<(Id, Id, Role)> =
        tx.maybe(sql, args![tx.tenant(), case], |row| Ok((row.get("organisation")?, row.get("person")?, row.get("role")?)))?;
    let Some((organisation, person, role)) = found else { return Ok(None) };
    Ok(Some(FiledFor { organisation: identity::organisation(tx, &organisation)?, person, role }))
}

/// The files of everything for which this person acts today, newest first. Whoever acts no more sees none.
pub fn files_of(tx: &mut Tx, person: &Id) -> Result<Vec<(Organisation, Case)>> {
    let mut files = Vec::new();
    for acting in identity::acts_for(tx, person)? {
        let sql = "SELECT case_id FROM requests_organisations WHERE tenant = $1 AND organisation = $2
                   ORDER BY filed_at DESC, case_id DESC LIMIT $3";
        let ids: Vec<Id> = tx.all(sql, args![tx.tenant(), acting.organisation.id, LISTED], |row| row.get("case_id"))?;
        for id in ids {
            match cases::find(tx, &id) {
                Ok(case) => files.push((acting.organisation.clone(), case)),
                Err(Problem::NotFound) => {}
                Err(other) => return Err(other),
            }
        }
    }
    Ok(files)
}
