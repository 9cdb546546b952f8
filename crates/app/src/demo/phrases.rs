//! What invented people write, from `phrases.toml`, and the invented people themselves, from the pack.

use super::dice::Dice;
use kernel::{Label, Lang};
use platform::{Pack, Problem, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Texts {
    ar: Vec<String>,
    fr: Vec<String>,
}

/// Names and streets of `names.toml`.
#[derive(Debug, Clone, Deserialize)]
pub struct Names {
    first_female: Vec<Label>,
    first_male: Vec<Label>,
    family: Vec<Label>,
    pub street: Vec<Label>,
}

pub struct Phrases {
    texts: BTreeMap<String, Texts>,
    pub names: Names,
}

impl Phrases {
    pub fn load(pack: &Pack, text: &str) -> Result<Phrases> {
        let texts = toml::from_str(text).map_err(|error| Problem::internal(format!("phrases.toml: {error}")))?;
        Ok(Phrases { texts, names: pack.toml("names.toml")? })
    }

    /// A sentence on this subject and the language it is in; two of three are in Arabic or Darija.
    pub fn say(&self, dice: &mut Dice, subject: &str, street: &Label, place: &Label) -> (Lang, String) {
        let lang = if dice.happens(64) { Lang::Ar } else { Lang::Fr };
        (lang, self.say_in(dice, lang, subject).replace("{street}", street.text(lang)).replace("{place}", place.text(lang)))
    }

    pub fn say_in(&self, dice: &mut Dice, lang: Lang, subject: &str) -> String {
        let Some(texts) = self.texts.get(subject) else { return String::new() };
        let list = if lang == Lang::Fr { &texts.fr } else { &texts.ar };
        dice.one(list).cloned().unwrap_or_default()
    }

    /// A name in both scripts.
    pub fn person(&self, dice: &mut Dice) -> Label {
        let first = if dice.happens(50) { &self.names.first_female } else { &self.names.first_male };
        let empty = Label::default();
        let (first, family) = (dice.one(first).unwrap_or(&empty).clone(), dice.one(&self.names.family).unwrap_or(&empty));
        Label::new(&format!("{} {}", first.ar, family.ar), &format!("{} {}", first.fr, family.fr))
    }
}
