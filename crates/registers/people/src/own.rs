//! Who looked at a person's data, on the page that gathers what he has with the commune.

use crate::actions::persons;
use crate::pages::account;
use kernel::Lang;
use platform::own::{Asked, Line, Own, no_steps};
use platform::{Json, Result, Roles, Tx, access, text};

pub const OWN: Own = Own { kind: "looks", lines, steps: no_steps };

fn lines(tx: &mut Tx, asked: &Asked) -> Result<Vec<Line>> {
    // Numbers of looks sort before the ids of other modules: after one of those, all looks of that moment are still to come.
    let before = asked.before.map(|(at, id)| (*at, id.parse().unwrap_or(i64::MAX)));
    let looks = persons::looks_before(tx, asked.person, before, asked.limit)?;
    let (roles, grants) = (tx.fact::<Roles>()?, access::grants(tx, None)?);
    looks
        .iter()
        .map(|look| {
            let shown = account::look_line(tx, look, &roles, &grants, asked.lang)?;
            Ok(Line {
                at: look.at,
                id: id(look.seq),
                icon: "eye".into(),
                title: text(tx, asked.lang, "people-own-look", &[("who", &looker(tx, &shown, asked.lang)?)])?,
                text: why(tx, &shown, asked.lang)?,
                pill: None,
                path: "/account/looks".into(),
                desk: String::new(),
            })
        })
        .collect()
}

/// The role of who looked, never the name: the commune tells that on request.
fn looker(tx: &Tx, look: &Json, lang: Lang) -> Result<String> {
    match (look["role"].as_str(), look["kind"].as_str()) {
        (Some(role), _) => Ok(role.to_owned()),
        (None, Some("key")) => text(tx, lang, "people-looker-key", &[]),
        (None, Some("system")) => text(tx, lang, "people-looker-house", &[]),
        (None, _) => text(tx, lang, "people-looker-staff", &[]),
    }
}

fn why(tx: &Tx, look: &Json, lang: Lang) -> Result<String> {
    match look["why"].as_str() {
        Some(why) => text(tx, lang, &format!("people-why-{why}"), &[]),
        None if !look["about"].is_null() => text(tx, lang, "people-why-case", &[]),
        None => text(tx, lang, "people-why-other", &[]),
    }
}

/// Places in the journal as text that sorts like them.
fn id(seq: i64) -> String {
    format!("{seq:012}")
}
