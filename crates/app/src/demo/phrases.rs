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

/// A name in both scripts, as `names.toml` has it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spelled {
    ar: String,
    fr: String,
    #[serde(default, rename = "confirm")]
    _confirm: bool,
}

#[derive(Debug, Clone, Deserialize)]
struct NamesFile {
    first_female: Vec<Spelled>,
    first_male: Vec<Spelled>,
    family: Vec<Spelled>,
    street: Vec<Spelled>,
}

pub struct Phrases {
    texts: BTreeMap<String, Texts>,
    first: [Vec<Label>; 2],
    family: Vec<Label>,
    pub streets: Vec<Label>,
}

impl Phrases {
    pub fn load(pack: &Pack, text: &str) -> Result<Phrases> {
        let texts = toml::from_str(text).map_err(|error| Problem::internal(format!("phrases.toml: {error}")))?;
        let names: NamesFile = pack.toml("names.toml")?;
        let labels = |list: Vec<Spelled>| list.into_iter().map(|one| Label::new(&one.ar, &one.fr)).collect();
        let first = [labels(names.first_female), labels(names.first_male)];
        Ok(Phrases { texts, first, family: labels(names.family), streets: labels(names.street) })
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
        let side = dice.below(2);
        let first = dice.one(&self.first[side]).cloned().unwrap_or_default();
        let family = dice.one(&self.family).cloned().unwrap_or_default();
        Label::new(&format!("{} {}", first.ar, family.ar), &format!("{} {}", first.fr, family.fr))
    }
}
