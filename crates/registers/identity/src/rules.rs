//! The rules: which address a provider may have, what its claims say, and when they contradict the register.

use crate::model::{AcrLevels, ClaimPaths, Claims, Kind, NewProvider};
use crate::organisation::OrganisationKind;
use kernel::fold::fold;
use kernel::{Cin, Day, Email, Phone, Refusal, text};
use people::Level;
use platform::Json;
use std::collections::BTreeSet;

/// Somebody who left for a provider comes back within this time.
pub const FLOW_MINUTES: i64 = 10;
/// Two clocks that agree enough.
pub const SKEW_SECS: i64 = 60;
const REPRESENTATION_DAYS: i64 = 5 * 366;
const LONGEST_NAME: usize = 120;
const LONGEST_SUBJECT: usize = 255;

/// `https`, or plain `http` to this very machine in the demonstration; no user, no fragment.
pub fn is_fit_address(address: &str, demo: bool) -> bool {
    let fit = |rest: &str| {
        let host = rest.split(['/', '?']).next().unwrap_or("");
        !host.is_empty() && !rest.contains(['@', '#', ' ', '\\']) && address.len() <= 300
    };
    match address.split_once("://") {
        Some(("https", rest)) => fit(rest),
        Some(("http", rest)) => demo && fit(rest) && is_this_machine(rest),
        _ => false,
    }
}

fn is_this_machine(rest: &str) -> bool {
    let host = rest.split('/').next().unwrap_or("");
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}

/// What is wrong with a provider as it was typed.
pub fn provider(new: &NewProvider, demo: bool) -> Vec<Refusal> {
    let mut faults = Vec::new();
    if new.label.ar.is_empty() || new.label.fr.is_empty() {
        faults.push(Refusal::new("identity-label-missing").at(if new.label.ar.is_empty() { "label_ar" } else { "label_fr" }));
    }
    if !is_fit_address(&new.issuer, demo) || new.issuer.contains('?') {
        faults.push(Refusal::new("identity-issuer-wrong").at("issuer"));
    }
    if new.client_id.is_empty() {
        faults.push(Refusal::new("identity-client-missing").at("client_id"));
    }
    if !new.scopes.split_whitespace().any(|scope| scope == "openid") {
        faults.push(Refusal::new("identity-scope-missing").at("scopes"));
    }
    if new.claims.subject.is_empty() {
        faults.push(Refusal::new("identity-subject-missing").at("claim_subject"));
    }
    let paths = new.claims.named().into_iter().filter(|(_, path)| !path.is_empty() && !path.starts_with('/'));
    faults.extend(paths.map(|(name, _)| Refusal::new("identity-path-wrong").at(&format!("claim_{name}"))));
    faults
}

impl ClaimPaths {
    /// Each path with its name, as forms and pages list them.
    pub fn named(&self) -> [(&'static str, &String); 9] {
        [
            ("subject", &self.subject),
            ("name", &self.name),
            ("given", &self.given),
            ("family", &self.family),
            ("number", &self.number),
            ("phone", &self.phone),
            ("phone_verified", &self.phone_verified),
            ("email", &self.email),
            ("email_verified", &self.email_verified),
        ]
    }
}

/// Reads what a provider says. `None` without a subject: then nobody is there.
pub fn read_claims(said: &Json, paths: &ClaimPaths) -> Option<Claims> {
    let at = |path: &str| if path.is_empty() { None } else { said.pointer(path) };
    let word = |path: &str| at(path).and_then(Json::as_str).map(str::trim).filter(|word| !word.is_empty());
    let yes = |path: &str| at(path).is_some_and(|value| value == &Json::Bool(true) || value.as_str() == Some("true"));
    let subject = word(&paths.subject).filter(|subject| subject.len() <= LONGEST_SUBJECT)?.to_owned();
    let parts: Vec<&str> = [word(&paths.given), word(&paths.family)].into_iter().flatten().collect();
    let name = word(&paths.name).map_or_else(|| parts.join(" "), str::to_owned);
    Some(Claims {
        subject,
        name: text::clean(&name, LONGEST_NAME).ok().filter(|name| !name.is_empty()),
        cin: word(&paths.number).and_then(Cin::parse),
        phone: word(&paths.phone).and_then(Phone::parse),
        phone_verified: yes(&paths.phone_verified),
        email: word(&paths.email).and_then(Email::parse),
        email_verified: yes(&paths.email_verified),
        acr: word("/acr").map(str::to_owned),
    })
}

/// The level for which this authentication counts: none without a word that the commune has listed.
pub fn level(levels: &AcrLevels, acr: Option<&str>) -> Option<Level> {
    let listed = |words: &[String]| acr.is_some_and(|acr| words.iter().any(|word| word == acr));
    if listed(&levels.national) { Some(Level::National) } else { listed(&levels.contact).then_some(Level::Contact) }
}

/// The number of an organisation as it is kept. An ICE has fifteen digits, the last two making the whole divisible by 97.
pub fn organisation_number(kind: OrganisationKind, typed: &str) -> Result<String, Refusal> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).map(text::western_digit).collect();
    match kind {
        OrganisationKind::Company => {
            let digits = plain.len() == 15 && plain.bytes().all(|byte| byte.is_ascii_digit());
            let holds = digits && plain.parse::<u64>().is_ok_and(|number| number > 0 && number % 97 == 0);
            if holds { Ok(plain) } else { Err(Refusal::new("identity-ice-wrong").at("number")) }
        }
        OrganisationKind::Association => {
            let fits = (2..=30).contains(&plain.chars().count()) && plain.chars().any(|c| c.is_ascii_digit());
            if fits { Ok(plain.to_uppercase()) } else { Err(Refusal::new("identity-association-number").at("number")) }
        }
    }
}

/// A representation has a paper, days in order, and is confirmed anew after five years at most.
pub fn representation(starts_on: Day, ends_on: Day, proof: &str) -> Result<(), Refusal> {
    if proof.chars().count() < 3 {
        return Err(Refusal::new("identity-proof-missing").at("proof"));
    }
    if ends_on < starts_on || ends_on.days_since(starts_on) > REPRESENTATION_DAYS {
        return Err(Refusal::new("identity-days-wrong").at("ends_on"));
    }
    Ok(())
}

/// What the register knows of a person, as far as a provider may contradict it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    pub name: String,
    pub cin: Option<Cin>,
    /// Another record has the number that the provider says.
    pub number_elsewhere: bool,
}

/// How a provider's statement contradicts the register.
pub fn contradictions(known: &Known, claims: &Claims) -> Vec<Kind> {
    let mut found = Vec::new();
    let same_number = known.cin.is_some() && known.cin == claims.cin;
    match (&known.cin, &claims.cin) {
        (Some(ours), Some(theirs)) if ours != theirs => found.push(Kind::Number),
        (_, Some(_)) if known.number_elsewhere => found.push(Kind::Taken),
        _ => {}
    }
    if same_number && claims.name.as_deref().is_some_and(|name| is_another_name(&known.name, name)) {
        found.push(Kind::Name);
    }
    found
}

/// Two names that no spelling explains. Names in two scripts are not compared: أمينة and Amina are one woman.
pub fn is_another_name(ours: &str, theirs: &str) -> bool {
    let arabic = |text: &str| text.chars().any(|c| ('\u{0600}'..='\u{06ff}').contains(&c));
    if ours.is_empty() || theirs.is_empty() || arabic(ours) != arabic(theirs) {
        return false;
    }
    let words = |text: &str| fold(text).split(' ').map(str::to_owned).collect::<BTreeSet<String>>();
    let (ours, theirs) = (words(ours), words(theirs));
    !ours.is_subset(&theirs) && !theirs.is_subset(&ours)
}
