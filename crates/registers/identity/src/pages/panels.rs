//! What other rooms show of this one: doors on the sign-in page, links on the account.

use crate::actions::{links, providers};
use crate::model::{Link, Provider};
use crate::store::doubts;
use kernel::Id;
use platform::{Ctx, Json, PanelModel, Result, Tx, context};

/// A button per provider that is on.
pub fn doors(rx: &mut Tx, _: &Id) -> Result<Option<PanelModel>> {
    let offered = providers::offered(rx)?;
    if offered.is_empty() {
        return Ok(None);
    }
    Ok(Some(Box::new(move |ctx| context! { doors => buttons(ctx, &offered), next => ctx.query().get("next") })))
}

pub fn buttons(ctx: &Ctx, offered: &[Provider]) -> Vec<Json> {
    let button = |one: &Provider| {
        let (label, lang) = one.label.show(ctx.lang);
        context! { id => one.id, label => label, lang => lang.code(), dir => lang.dir() }
    };
    offered.iter().map(button).collect()
}

/// The identities that open this account, and those that could.
pub fn links(rx: &mut Tx, account: &Id) -> Result<Option<PanelModel>> {
    let all = providers::providers(rx)?;
    let own = links::of_account(rx, account)?;
    let mut doubted = false;
    for link in &own {
        doubted |= doubts::is_doubted(rx, &link.person)?;
    }
    if own.is_empty() && all.iter().all(|provider| provider.on_since.is_none()) {
        return Ok(None);
    }
    Ok(Some(Box::new(move |ctx| {
        let offered: Vec<Provider> =
            all.iter().filter(|one| one.on_since.is_some() && !own.iter().any(|link| link.provider == one.id)).cloned().collect();
        let line = |link: &Link| {
            let label = all.iter().find(|one| one.id == link.provider).map(|one| one.label.text(ctx.lang).to_owned());
            context! { id => link.id, label => label, seen_at => link.seen_at }
        };
        let lines: Vec<Json> = own.iter().map(line).collect();
        context! { links => lines, doors => buttons(ctx, &offered), doubted => doubted, next => "/account" }
    })))
}

/// The organisations for which the owner of the account acts today.
pub fn organisations(rx: &mut Tx, account: &Id) -> Result<Option<PanelModel>> {
    let Some(person) = ::people::person_of_account(rx, account)? else { return Ok(None) };
    let acting = crate::acts_for(rx, &person)?;
    if acting.is_empty() {
        return Ok(None);
    }
    Ok(Some(Box::new(move |ctx| {
        let line = |one: &crate::Acting| {
            context! { name => one.organisation.name, kind => one.organisation.kind, role => one.role, until => one.until,
            url => ctx.url(&format!("/account/organisations/{}", one.organisation.id)) }
        };
        context! { acting => acting.iter().map(line).collect::<Vec<Json>>() }
    })))
}

/// What providers said of a person, for the download of everything.
pub fn data(rx: &mut Tx, person: &Id) -> Result<Option<PanelModel>> {
    let said = crate::store::links::of_person(rx, person)?;
    let line = |link: &Link| {
        let claims = &link.claims;
        context! {
            provider => link.provider, linked_at => link.linked_at, seen_at => link.seen_at, subject => claims.subject, name => claims.name,
            national_number => claims.cin, phone => claims.phone, email => claims.email, authenticated_as => claims.acr,
        }
    };
    let said: Vec<Json> = said.iter().map(line).collect();
    Ok((!said.is_empty()).then(|| Box::new(move |_: &Ctx| Json::from(said.clone())) as PanelModel))
}
