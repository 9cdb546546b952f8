//! Staff: take on, grant, end, leave, and the second factor that was lost.

use super::setup::{self, INVITE, Invite, TELL, Tell};
use crate::model::{Account, CommonPasswords, Level, Member, NewGrant, NewPerson, NewStaff, Purpose};
use crate::store::{accounts, passkeys, persons, tickets};
use crate::{STAFF_EDIT, passwords, rules};
use kernel::{Day, Id, Lang, Refusal};
use platform::access::{self, GrantRow, Side};
use platform::json::json;
use platform::{Problem, Result, Roles, Tx};
use sending::To;
use std::collections::HashMap;

/// Every member of staff with an account, their grants past and future included, by name.
pub fn staff(tx: &mut Tx) -> Result<Vec<Member>> {
    const TABLES: [&str; 3] = ["people_accounts", "people_persons", "access_grants"];
    let commune = Id::new(tx.tenant().to_string());
    tx.once(&TABLES, &commune, read)
}

fn read(tx: &mut Tx) -> Result<Vec<Member>> {
    let mut grants: HashMap<Id, Vec<GrantRow>> = HashMap::new();
    for grant in access::grants(tx, None)? {
        grants.entry(grant.person.clone()).or_default().push(grant);
    }
    let mut cards: HashMap<Id, _> = persons::of_staff(tx)?.into_iter().map(|card| (card.id.clone(), card)).collect();
    let mut members: Vec<Member> = Vec::new();
    for account in accounts::of_staff(tx)? {
        if let Some(card) = cards.remove(&account.person) {
            let email = card.email.map_or(String::new(), |email| email.as_str().to_owned());
            let (ready, closed) = (account.is_ready(), !account.is_open());
            let grants = grants.remove(&account.person).unwrap_or_default();
            members.push(Member { person: account.person, account: account.id, name: card.name, email, grants, ready, closed });
        }
    }
    members.sort_by(|a, b| a.name.cmp(&b.name).then(a.person.cmp(&b.person)));
    Ok(members)
}

/// Those with a grant in this very unit today.
pub fn staff_of(tx: &mut Tx, unit: &Id) -> Result<Vec<Member>> {
    let today = tx.today();
    let mut members = staff(tx)?;
    members.retain(|member| !member.closed && member.grants.iter().any(|g| g.holds_on(today) && g.unit.as_ref() == Some(unit)));
    Ok(members)
}

/// One member of staff.
pub fn member(tx: &mut Tx, person: &Id) -> Result<Member> {
    staff(tx)?.into_iter().find(|member| member.person == *person).ok_or(Problem::NotFound)
}

/// Takes a person on with a first grant. Without password and seed an invitation leaves by e-mail.
pub fn add_staff(tx: &mut Tx, new: NewStaff) -> Result<Id> {
    let contact = To::Email(new.email.clone());
    if accounts::by_contact(tx, Side::Staff, &contact)?.is_some() {
        return Err(Refusal::new("people-email-taken").at("email").into());
    }
    let (name, email) = (new.name.clone(), Some(new.email.clone()));
    let person = NewPerson { name, phone: None, email, cin: None, lang: Lang::Ar, level: Level::Counter };
    let person = super::persons::add(tx, person)?;
    let account = tx.new_id();
    accounts::insert(tx, &account, &person, Side::Staff, Some(&contact))?;
    tx.record("people.staff_added", &person, &json!({ "account": account }))?;
    let starts_on = tx.today();
    let (role, unit, area, decision) = (new.role, new.unit, new.area, new.decision);
    grant(tx, &person, NewGrant { role, unit, area, starts_on, ends_on: None, decision })?;
    match new.totp_seed {
        Some(seed) => accounts::set_seed(tx, &account, &seed, Some(tx.now()))?,
        None => setup::give_seed(tx, &account)?,
    }
    match new.password {
        Some(password) => {
            let common = tx.fact::<CommonPasswords>()?;
            rules::password(&password, Side::Staff, &common.0, new.email.as_str())?;
            let hash = passwords::hash_now(&password, tx.random()?)?;
            accounts::set_password(tx, &account, &hash)?;
        }
        None => tx.job(INVITE, &Invite { account: Some(account), purpose: Purpose::Invitation })?,
    }
    Ok(person)
}

/// The path of a fresh invitation, for a command line or a paper; the one sent by e-mail stays good too.
pub fn invitation(tx: &mut Tx, person: &Id) -> Result<String> {
    let account = staff_account(tx, person)?;
    let purpose = if account.password.is_none() { Purpose::Invitation } else { Purpose::NewFactor };
    if account.is_ready() {
        return Err(Refusal::new("people-already-set-up").into());
    }
    setup::link(tx, &account, purpose)
}

/// Sends the invitation again; the links before it stop working.
pub fn invite_again(tx: &mut Tx, person: &Id) -> Result<()> {
    let account = staff_account(tx, person)?;
    if account.is_ready() {
        return Err(Refusal::new("people-already-set-up").into());
    }
    let purpose = if account.password.is_none() { Purpose::Invitation } else { Purpose::NewFactor };
    tickets::void_all(tx, &account.id)?;
    tx.record("people.invited_again", person, &json!({ "account": account.id }))?;
    tx.job(INVITE, &Invite { account: Some(account.id), purpose })
}

/// Who signs in with this address, while the account is open.
pub fn staff_by_email(tx: &mut Tx, email: &kernel::Email) -> Result<Option<Id>> {
    let found = accounts::by_contact(tx, Side::Staff, &sending::To::Email(email.clone()))?;
    Ok(found.filter(Account::is_open).map(|account| account.person))
}

/// The account with which a member of staff signs in.
pub fn account_of(tx: &mut Tx, person: &Id) -> Result<Id> {
    Ok(staff_account(tx, person)?.id)
}

/// Whether an account is open and its owner has proved to have a second factor.
pub fn has_second_factor(tx: &mut Tx, account: &Id) -> Result<bool> {
    let account = accounts::find(tx, account)?;
    Ok(account.is_open() && account.totp_at.is_some())
}

/// Whether a person works here, with an account that is open.
pub fn is_staff(tx: &mut Tx, person: &Id) -> Result<bool> {
    Ok(accounts::of_person(tx, person)?.iter().any(|account| account.side == Side::Staff && account.is_open()))
}

pub fn staff_account(tx: &mut Tx, person: &Id) -> Result<Account> {
    let found = accounts::of_person(tx, person)?.into_iter().find(|account| account.side == Side::Staff && account.is_open());
    found.ok_or(Problem::NotFound)
}

/// Gives a dated right. A second of the same kind in the same place is refused while the first holds.
pub fn grant(tx: &mut Tx, person: &Id, new: NewGrant) -> Result<Id> {
    let roles = tx.fact::<Roles>()?;
    if !roles.contains_key(&new.role) {
        return Err(Refusal::new("people-role-unknown").at("role").into());
    }
    if new.decision.trim().is_empty() {
        return Err(Refusal::new("people-decision-missing").at("decision").into());
    }
    rules::grant_days(new.starts_on, new.ends_on)?;
    let day = new.starts_on;
    let same = |held: &GrantRow| held.role == new.role && held.unit == new.unit && held.area == new.area && held.holds_on(day);
    if access::grants(tx, Some(person))?.iter().any(same) {
        return Err(Refusal::new("people-grant-held").at("role").into());
    }
    let id = tx.new_id();
    let summary = json!({ "grant": id, "role": new.role, "unit": new.unit, "area": new.area, "from": new.starts_on, "to": new.ends_on,
        "decision": new.decision });
    let (role, unit, area, starts_on, ends_on, decision) =
        (new.role, new.unit, new.area, new.starts_on, new.ends_on, new.decision);
    access::add_grant(tx, &GrantRow { id: id.clone(), person: person.clone(), role, unit, area, starts_on, ends_on, decision })?;
    tx.record("people.granted", person, &summary)?;
    Ok(id)
}

/// Ends a grant with its last day.
pub fn end_grant(tx: &mut Tx, person: &Id, grant: &Id, last_day: Day) -> Result<()> {
    let held = access::grants(tx, Some(person))?.into_iter().find(|held| held.id == *grant).ok_or(Problem::NotFound)?;
    if held.ends_on.is_some_and(|end| end <= last_day) {
        return Err(Refusal::new("people-grant-over").into());
    }
    keep_an_administrator(tx, |other| other.id == *grant)?;
    access::end_grant(tx, grant, last_day)?;
    tx.record("people.grant_ended", person, &json!({ "grant": grant, "role": held.role, "last_day": last_day }))
}

fn keep_an_administrator(tx: &mut Tx, ends: impl Fn(&GrantRow) -> bool) -> Result<()> {
    let roles = tx.fact::<Roles>()?;
    let administers =
        |role: &str| roles.get(role).is_some_and(|role| role.permissions.iter().any(|permission| permission == STAFF_EDIT.0));
    let (ending, rest): (Vec<_>, Vec<_>) = access::grants(tx, None)?.into_iter().partition(ends);
    let today = tx.today();
    if !ending.iter().any(|grant| administers(&grant.role) && grant.holds_on(today)) {
        return Ok(());
    }
    Ok(rules::keeps_an_administrator(&rest, administers, today)?)
}

/// The person has left: rights, sessions and links are over with this commit.
pub fn depart(tx: &mut Tx, person: &Id) -> Result<()> {
    let account = staff_account(tx, person)?;
    keep_an_administrator(tx, |grant| grant.person == *person)?;
    let yesterday = tx.today().plus_days(-1);
    for grant in access::grants(tx, Some(person))? {
        if grant.ends_on.is_none_or(|end| end > yesterday) {
            access::end_grant(tx, &grant.id, yesterday)?;
        }
    }
    tickets::void_all(tx, &account.id)?;
    access::end_all(tx, &account.id)?;
    accounts::close(tx, &account.id)?;
    tx.record("people.departed", person, &json!({ "account": account.id }))
}

/// The second factor was lost, perhaps the password too: both are set up anew by a link, and the person is told.
pub fn reset_factor(tx: &mut Tx, person: &Id, password_too: bool) -> Result<()> {
    let account = staff_account(tx, person)?;
    if !account.is_ready() {
        return Err(Refusal::new("people-not-set-up").into());
    }
    if password_too {
        accounts::forget_password(tx, &account.id)?;
    }
    let purpose = if password_too { Purpose::Invitation } else { Purpose::NewFactor };
    setup::give_seed(tx, &account.id)?;
    accounts::set_recovery(tx, &account.id, &[])?;
    // Keys are mostly in the telephone that was lost.
    passkeys::delete_all(tx, &account.id)?;
    tickets::void_all(tx, &account.id)?;
    access::end_all(tx, &account.id)?;
    tx.record("people.factor_reset", person, &json!({ "account": account.id, "password_too": password_too }))?;
    tx.job(TELL, &Tell { person: person.clone(), what: "factor-reset".into() })?;
    tx.job(INVITE, &Invite { account: Some(account.id), purpose })
}

/// Somebody says that a password is forgotten. The answer never tells whether the address is known.
pub fn forgot_password(tx: &mut Tx, typed: &str) -> Result<()> {
    let account = match crate::contact::parse(typed) {
        Some(contact) => accounts::by_contact(tx, Side::Staff, &contact)?.filter(Account::is_ready),
        None => None,
    };
    tx.job(INVITE, &Invite { account: account.map(|account| account.id), purpose: Purpose::Password })
}

/// Names of staff for the choices of lower modules' pages.
pub fn names(tx: &mut Tx) -> Result<Vec<(Id, String)>> {
    let today = tx.today();
    let present = |member: &Member| !member.closed && member.grants.iter().any(|grant| grant.holds_on(today));
    Ok(staff(tx)?.into_iter().filter(present).map(|member| (member.person, member.name)).collect())
}
