//! Administration of staff: the list, a new member, one member.

use super::{blank, errors_json, typed, with};
use crate::actions::{passkeys, staff};
use crate::model::{Member, NewStaff};
use crate::{STAFF_EDIT, rules};
use kernel::{Email, Id, Lang, Refusal, text};
use platform::access::GrantRow;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Roles, Tx, context};

pub const LIST: &str = "people/staff_list.html";
pub const NEW: &str = "people/staff_new.html";
pub const MEMBER: &str = "people/staff_member.html";
const LONGEST_NAME: usize = 120;
const LONGEST_DECISION: usize = 200;

/// Roles, units and areas by name, for choices and for lines.
pub struct Choices {
    pub roles: Vec<(String, String)>,
    pub units: Vec<(String, String)>,
    pub areas: Vec<(String, String)>,
}

impl Choices {
    pub fn read(rx: &mut Tx, lang: Lang) -> Result<Choices> {
        let roles = rx.fact::<Roles>()?;
        let roles = roles.values().map(|role| (role.id.clone(), role.name.text(lang).to_owned())).collect();
        let areas = places::areas(rx)?;
        let area_name = |code: &str| areas.iter().find(|area| area.code == code).map(|area| area.name.text(lang));
        let unit_line = |unit: &units::Unit| match unit.area.as_deref().and_then(area_name) {
            Some(area) => format!("{} · {area}", unit.name.text(lang)),
            None => unit.name.text(lang).to_owned(),
        };
        let units = units::all(rx)?
            .iter()
            .filter(|unit| unit.retired_on.is_none())
            .map(|unit| (unit.id.to_string(), unit_line(unit)))
            .collect();
        let areas = areas.iter().map(|area| (area.code.clone(), area.name.text(lang).to_owned())).collect();
        Ok(Choices { roles, units, areas })
    }

    pub fn json(&self) -> Json {
        let options = |list: &[(String, String)]| -> Vec<Json> {
            list.iter().map(|(value, label)| context! { value => value, label => label }).collect()
        };
        context! { roles => options(&self.roles), units => options(&self.units), areas => options(&self.areas) }
    }

    fn name<'a>(list: &'a [(String, String)], value: &'a str) -> &'a str {
        list.iter().find(|(known, _)| known == value).map_or(value, |(_, label)| label)
    }

    pub fn grant(&self, grant: &GrantRow, today: kernel::Day) -> Json {
        let unit = grant.unit.as_ref().map(|unit| Choices::name(&self.units, unit.as_str()));
        let area = grant.area.as_ref().map(|area| Choices::name(&self.areas, area));
        let state = match (grant.holds_on(today), grant.starts_on > today) {
            (true, _) => "now",
            (false, true) => "later",
            (false, false) => "over",
        };
        context! {
            id => grant.id, role => Choices::name(&self.roles, &grant.role), unit => unit, area => area, state => state,
            starts_on => grant.starts_on, ends_on => grant.ends_on, decision => grant.decision,
        }
    }
}

pub async fn list(ctx: Ctx) -> Answer {
    let (query, lang, today) = (ctx.query(), ctx.lang, ctx.today());
    let (members, choices) = ctx.read(move |rx| Ok((staff::staff(rx)?, Choices::read(rx, lang)?))).await?;
    let (unit, role, ended) = (query.get("unit"), query.get("role"), query.ticked("ended"));
    let wanted = |member: &&Member| {
        let fits = |g: &&GrantRow| {
            (unit.is_empty() || g.unit.as_ref().is_some_and(|u| u.as_str() == unit)) && (role.is_empty() || g.role == role)
        };
        let present = !member.closed && member.grants.iter().any(|grant| grant.holds_on(today) || grant.starts_on > today);
        let filtered = unit.is_empty() && role.is_empty();
        (present || ended) && (filtered || member.grants.iter().filter(|g| ended || g.holds_on(today)).any(|g| fits(&g)))
    };
    let lines: Vec<Json> = members.iter().filter(wanted).map(|member| member_line(member, &choices, today)).collect();
    let model = context! {
        lines => lines, choices => choices.json(), unit => unit, role => role, ended => ended, may_edit => ctx.may(STAFF_EDIT),
    };
    ctx.page(LIST, model).await
}

fn member_line(member: &Member, choices: &Choices, today: kernel::Day) -> Json {
    let grants: Vec<Json> =
        member.grants.iter().filter(|grant| grant.holds_on(today)).map(|grant| choices.grant(grant, today)).collect();
    context! { person => member.person, name => member.name, email => member.email, grants => grants, state => state(member) }
}

fn state(member: &Member) -> &'static str {
    match (member.closed, member.ready) {
        (true, _) => "closed",
        (false, true) => "ready",
        (false, false) => "invited",
    }
}

pub async fn new_page(ctx: Ctx) -> Answer {
    let model = with(blank(), choices(&ctx).await?);
    ctx.page(NEW, model).await
}

async fn choices(ctx: &Ctx) -> Result<Json> {
    let lang = ctx.lang;
    let choices = ctx.read(move |rx| Choices::read(rx, lang)).await?;
    Ok(context! { choices => choices.json() })
}

fn read_new(fields: &Fields) -> Result<NewStaff> {
    let mut wrong = Vec::new();
    let name = text::clean(fields.get("name"), LONGEST_NAME).unwrap_or_default();
    if name.is_empty() {
        wrong.push(Refusal::new("people-name-wrong").at("name"));
    }
    let email = Email::parse(fields.get("email"));
    if email.is_none() {
        wrong.push(Refusal::new("people-email-wrong").at("email"));
    }
    let decision = decision(fields);
    if decision.is_empty() {
        wrong.push(Refusal::new("people-decision-missing").at("decision"));
    }
    let unit = fields.id("unit")?;
    let (Some(email), true) = (email, wrong.is_empty()) else { return Err(Problem::Invalid(wrong)) };
    let (role, area) = (fields.get("role").to_owned(), fields.opt("area").map(str::to_owned));
    Ok(NewStaff { name, email, role, unit, area, decision, password: None, totp_seed: None })
}

pub fn decision(fields: &Fields) -> String {
    text::clean(fields.get("decision"), LONGEST_DECISION).unwrap_or_default()
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let done = match read_new(&fields) {
        Ok(new) => ctx.write(move |tx| staff::add_staff(tx, new.clone())).await,
        Err(problem) => Err(problem),
    };
    match done {
        Ok(person) => ctx.go_saying(&format!("/admin/staff/{person}"), "people-staff-added"),
        Err(problem) => {
            let choices = choices(&ctx).await?;
            ctx.form_again(problem, NEW, |errors| with(typed(&fields, &errors_json(errors)), choices)).await
        }
    }
}

pub async fn member(ctx: Ctx, Path(person): Path<String>) -> Answer {
    let person = Id::parse(&person).ok_or(Problem::NotFound)?;
    let model = with(blank(), member_view(&ctx, person).await?);
    ctx.page(MEMBER, model).await
}

pub async fn member_view(ctx: &Ctx, person: Id) -> Result<Json> {
    let (lang, today) = (ctx.lang, ctx.today());
    let (member, choices, keys) = ctx
        .read(move |rx| {
            let member = staff::member(rx, &person)?;
            let keys = passkeys::of_account(rx, &member.account)?;
            Ok((member, Choices::read(rx, lang)?, keys))
        })
        .await?;
    let grants: Vec<Json> = member.grants.iter().rev().map(|grant| choices.grant(grant, today)).collect();
    Ok(context! {
        person => member.person, name => member.name, email => member.email, grants => grants, state => state(&member),
        choices => choices.json(), may_edit => ctx.may(STAFF_EDIT), today => today, invitation_days => rules::INVITATION_DAYS,
        passkeys => super::passkeys::lines(&keys),
    })
}
