//! The form of a contract: what is typed, read into terms.

use crate::actions::contracts::Written;
use crate::model::{ContestWindow, Contract, DataDuty, PenaltyRule, Repeat, System, Terms, Way};
use kernel::clock::DayKind;
use kernel::{Day, Email, Id, Label, Lang, Money, Refusal, text};
use platform::{Fields, Problem, Result};
use std::collections::BTreeMap;

/// Rules and duties that one form has room for.
pub const RULES_MOST: usize = 5;
pub const DUTIES_MOST: usize = 4;
const TEXT_MOST: usize = 200;
const CLAUSE_MOST: usize = 2_000;
const RADIUS_M: i64 = 40;
const SERVICES_MOST: usize = 100;

/// What was typed, as far as it can be read.
///
/// # Errors
/// Each field that cannot be read; what terms may say is the rule's to judge.
pub fn read(fields: &Fields) -> Result<Written> {
    let mut wrong = Vec::new();
    let unit = Id::parse(fields.get("unit"));
    let starts_on = Day::parse(fields.get("starts_on"));
    let ends_on = fields.opt("ends_on").map(Day::parse);
    let email = fields.opt("email").map(Email::parse);
    let say = |bad: bool, key: &str, field: &str| bad.then(|| Refusal::new(key).at(field));
    wrong.extend(say(unit.is_none(), "contractors-unit-unknown", "unit"));
    wrong.extend(say(starts_on.is_none(), "contractors-day-wrong", "starts_on"));
    wrong.extend(say(ends_on == Some(None), "contractors-day-wrong", "ends_on"));
    wrong.extend(say(email == Some(None), "contractors-email-wrong", "email"));
    let terms = terms(fields, &mut wrong);
    match (unit, starts_on) {
        (Some(unit), Some(starts_on)) if wrong.is_empty() => {
            Ok(Written { unit, starts_on, ends_on: ends_on.flatten(), email: email.flatten(), system: system(fields), terms })
        }
        _ => Err(Problem::Invalid(wrong)),
    }
}

fn terms(fields: &Fields, wrong: &mut Vec<Refusal>) -> Terms {
    let mut number = |name: &str, key: &str| match fields.opt(name) {
        None => None,
        Some(typed) => {
            let read = whole(typed);
            if read.is_none() {
                wrong.push(Refusal::new(key).at(name));
            }
            read
        }
    };
    let contest = ContestWindow {
        days: number("contest_days", "contractors-days-wrong").unwrap_or(5),
        kind: DayKind::parse(fields.get("contest_kind")).unwrap_or(DayKind::Working),
    };
    let cap_percent = number("cap_percent", "contractors-percent-wrong");
    let mut rules = Vec::new();
    for place in 0..RULES_MOST {
        let hours = number(&format!("hours.{place}"), "contractors-hours-wrong");
        let radius_m = number(&format!("radius.{place}"), "contractors-radius-wrong").unwrap_or(RADIUS_M);
        let amount = fields.opt(&format!("amount.{place}")).map(money);
        let categories: Vec<String> = fields.all(&format!("of.{place}")).map(str::to_owned).collect();
        if hours.is_none() && amount.is_none() && categories.is_empty() {
            continue;
        }
        rules.push(PenaltyRule {
            id: format!("r{}", place + 1),
            title: label(fields, &format!("rule.{place}"), TEXT_MOST),
            categories,
            hours: hours.unwrap_or_default(),
            amount: amount.flatten().unwrap_or_default(),
            repeat: Repeat::parse(fields.get(&format!("repeat.{place}"))).unwrap_or_default(),
            radius_m,
        });
    }
    let mut data = Vec::new();
    for place in 0..DUTIES_MOST {
        let title = label(fields, &format!("duty.{place}"), TEXT_MOST);
        if title == Label::default() {
            continue;
        }
        let every_months = number(&format!("every.{place}"), "contractors-months-wrong").unwrap_or(1);
        data.push(DataDuty { id: format!("d{}", place + 1), title, every_months });
    }
    let invoice = fields.opt("invoice").map(money);
    if invoice == Some(None) {
        wrong.push(Refusal::new("contractors-amount-wrong").at("invoice"));
    }
    Terms {
        reference: clean(fields.get("reference"), 60),
        title: label(fields, "title", TEXT_MOST),
        categories: fields.all("categories").map(str::to_owned).collect(),
        areas: fields.all("areas").map(str::to_owned).collect(),
        way: Way::parse(fields.get("way")).unwrap_or_default(),
        rules,
        contest,
        cap_percent,
        invoice: invoice.flatten(),
        clause: label(fields, "clause", CLAUSE_MOST),
        data,
        services: services(fields),
        lang: Lang::parse(fields.get("lang")),
    }
}

/// His own system; without an address there is none.
fn system(fields: &Fields) -> Option<System> {
    let optional = |name: &str| Some(clean(fields.get(name), TEXT_MOST)).filter(|text| !text.is_empty());
    let url = optional("system_url")?.trim_end_matches('/').to_owned();
    Some(System { url, jurisdiction: optional("system_jurisdiction"), key: optional("system_key") })
}

/// One line for each category: ours, a sign, theirs.
fn services(fields: &Fields) -> BTreeMap<String, String> {
    let lines = fields.get("services").lines().take(SERVICES_MOST);
    let pairs = lines.filter_map(|line| line.split_once('='));
    pairs
        .map(|(ours, theirs)| (clean(ours, 60), clean(theirs, 60)))
        .filter(|(ours, theirs)| !ours.is_empty() && !theirs.is_empty())
        .collect()
}

fn clean(typed: &str, most: usize) -> String {
    let cut: String = typed.chars().take(most).collect();
    text::clean_optional(&cut, most).ok().flatten().unwrap_or_default()
}

fn label(fields: &Fields, name: &str, most: usize) -> Label {
    let read = |lang: &str| clean(fields.get(&format!("{name}_{lang}")), most);
    Label { ar: read("ar"), fr: read("fr"), en: None, zgh: None }
}

/// Dirhams as they are typed: `1500`, `1 500,50`, `١٥٠٠`.
pub fn money(typed: &str) -> Option<Money> {
    procedures::centimes(typed).map(Money)
}

/// A whole number, in the digits of any keyboard.
pub fn whole(typed: &str) -> Option<i64> {
    typed.trim().chars().map(text::western_digit).collect::<String>().parse().ok()
}

/// The fields of a contract as it stands, for the same form.
pub fn filled(contract: &Contract) -> Fields {
    let mut fields = Fields::default();
    let terms = &contract.terms;
    let mut put = |name: &str, value: String| fields.push(name, value);
    let number = |sum: Option<Money>| sum.map(|sum| sum.to_string()).unwrap_or_default();
    put("unit", contract.unit.to_string());
    put("starts_on", contract.starts_on.to_string());
    put("ends_on", contract.ends_on.map(|day| day.to_string()).unwrap_or_default());
    put("email", contract.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default());
    let system = contract.system.as_ref();
    put("system_url", system.map(|system| system.url.clone()).unwrap_or_default());
    put("system_jurisdiction", system.and_then(|system| system.jurisdiction.clone()).unwrap_or_default());
    put("services", terms.services.iter().map(|(ours, theirs)| format!("{ours} = {theirs}")).collect::<Vec<_>>().join("\n"));
    put("reference", terms.reference.clone());
    put("title_ar", terms.title.ar.clone());
    put("title_fr", terms.title.fr.clone());
    put("way", terms.way.to_string());
    put("lang", terms.speaks().code().to_owned());
    put("contest_days", terms.contest.days.to_string());
    put("contest_kind", terms.contest.kind.to_string());
    put("cap_percent", terms.cap_percent.map(|percent| percent.to_string()).unwrap_or_default());
    put("invoice", number(terms.invoice));
    put("clause_ar", terms.clause.ar.clone());
    put("clause_fr", terms.clause.fr.clone());
    terms.categories.iter().for_each(|category| put("categories", category.clone()));
    terms.areas.iter().for_each(|area| put("areas", area.clone()));
    for (place, rule) in terms.rules.iter().enumerate() {
        put(&format!("rule.{place}_ar"), rule.title.ar.clone());
        put(&format!("rule.{place}_fr"), rule.title.fr.clone());
        put(&format!("hours.{place}"), rule.hours.to_string());
        put(&format!("amount.{place}"), rule.amount.to_string());
        put(&format!("radius.{place}"), rule.radius_m.to_string());
        put(&format!("repeat.{place}"), rule.repeat.to_string());
        rule.categories.iter().for_each(|category| put(&format!("of.{place}"), category.clone()));
    }
    for (place, duty) in terms.data.iter().enumerate() {
        put(&format!("duty.{place}_ar"), duty.title.ar.clone());
        put(&format!("duty.{place}_fr"), duty.title.fr.clone());
        put(&format!("every.{place}"), duty.every_months.to_string());
    }
    fields
}
