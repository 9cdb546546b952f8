//! Messages in four languages: one Fluent bundle per language, filled by every module's `locales/`.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use kernel::{Lang, Refusal};
use std::collections::{BTreeSet, HashMap};
use store::{Problem, Result};

/// All messages of the running program.
pub struct Words {
    bundles: HashMap<Lang, FluentBundle<FluentResource>>,
    /// Which module each key came from, per language: the sweeps compare them.
    keys: HashMap<Lang, BTreeSet<String>>,
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    Text(String),
    Number(f64),
}

impl Words {
    /// Adds the files in order. A key that two files define is a fault.
    pub fn load(files: impl IntoIterator<Item = (Lang, String, String)>) -> Result<Words> {
        let mut bundles = HashMap::new();
        let mut keys: HashMap<Lang, BTreeSet<String>> = HashMap::new();
        for lang in Lang::ALL {
            let locale = lang.code().parse().map_err(|_| Problem::internal("language code"))?;
            bundles.insert(lang, FluentBundle::new_concurrent(vec![locale]));
        }
        for (lang, origin, text) in files {
            keys.entry(lang).or_default().extend(keys_of(&text).map(str::to_owned));
            let resource =
                FluentResource::try_new(text).map_err(|(_, errors)| Problem::internal(format!("{origin}: {errors:?}")))?;
            let bundle = bundles.get_mut(&lang).ok_or_else(|| Problem::internal("language"))?;
            bundle.add_resource(resource).map_err(|errors| Problem::internal(format!("{origin}: {errors:?}")))?;
        }
        Ok(Words { bundles, keys })
    }

    /// The message as plain text without isolation marks, and the language it is really in. `None` when no language has it.
    pub fn find(&self, lang: Lang, key: &str, args: &[(String, Arg)]) -> Option<(String, Lang)> {
        let (text, shown) = self.isolated(lang, key, args)?;
        Some((text.replace(['\u{2068}', '\u{2069}'], ""), shown))
    }

    /// Plain text; the key itself when the message is missing, which the sweeps forbid.
    pub fn text(&self, lang: Lang, key: &str, args: &[(String, Arg)]) -> String {
        self.find(lang, key, args).map_or_else(|| key.to_owned(), |(text, _)| text)
    }

    /// A refusal as a sentence.
    pub fn refusal(&self, lang: Lang, refusal: &Refusal) -> String {
        let told = |value: &String| match Refusal::sum_of(value) {
            Some(sum) => Arg::Text(kernel::format::money(sum, lang)),
            None => Arg::from_text(value),
        };
        let args: Vec<(String, Arg)> = refusal.args.iter().map(|(name, value)| (name.clone(), told(value))).collect();
        self.text(lang, &refusal.key, &args)
    }

    /// HTML: arguments escaped and isolated in `<bdi>`, and a wrapper when the text had to come from another language.
    pub fn html(&self, lang: Lang, key: &str, args: &[(String, Arg)]) -> String {
        let Some((text, shown)) = self.isolated(lang, key, args) else { return escape(key) };
        let html = escape(&text).replace('\u{2068}', "<bdi>").replace('\u{2069}', "</bdi>").replace('\n', "<br>");
        in_language(html, lang, shown)
    }

    fn isolated(&self, lang: Lang, key: &str, args: &[(String, Arg)]) -> Option<(String, Lang)> {
        let (name, attribute) = key.split_once('.').map_or((key, None), |(name, attribute)| (name, Some(attribute)));
        for shown in lang.fallbacks() {
            let Some(bundle) = self.bundles.get(&shown) else { continue };
            let Some(message) = bundle.get_message(name) else { continue };
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
                None => message.value(),
            };
            let Some(pattern) = pattern else { continue };
            let mut values = FluentArgs::new();
            for (name, arg) in args {
                match arg {
                    Arg::Text(text) => values.set(name.as_str(), text.as_str()),
                    Arg::Number(number) => values.set(name.as_str(), *number),
                }
            }
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
            if !errors.is_empty() {
                tracing::warn!(key, lang = shown.code(), ?errors, "message with a missing argument");
            }
            return Some((text, shown));
        }
        None
    }

    /// The keys that a language has.
    pub fn keys(&self, lang: Lang) -> BTreeSet<String> {
        self.keys.get(&lang).cloned().unwrap_or_default()
    }
}

/// The message keys of a file: lines that start with a name and an equals sign.
pub fn keys_of(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let (name, _) = line.split_once('=')?;
        let name = name.trim_end();
        let shaped = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
        shaped.then_some(name)
    })
}

impl Arg {
    /// A whole number counts as one, so that plurals work; codes and phones with a leading zero or sign stay text.
    pub fn from_text(text: &str) -> Arg {
        let plain = !text.starts_with('0') || text == "0";
        match text.parse::<u32>() {
            Ok(number) if plain && !text.starts_with('+') => Arg::Number(number.into()),
            _ => Arg::Text(text.to_owned()),
        }
    }
}

/// Wraps HTML in an element that names its language when it is not the page's.
pub fn in_language(html: String, page: Lang, shown: Lang) -> String {
    if page == shown { html } else { format!("<span lang=\"{}\" dir=\"{}\">{html}</span>", shown.code(), shown.dir()) }
}

pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let files = [
            (
                Lang::Ar,
                "hello = مرحبا { $name }\ndays = { $n ->\n    [one] يوم واحد\n    [two] يومان\n    [few] { $n } أيام\n   *[other] { $n } يوما\n }\n",
            ),
            (Lang::Fr, "hello = Bonjour { $name }\n"),
        ];
        Words::load(files.map(|(lang, text)| (lang, "test".to_owned(), text.to_owned()))).unwrap()
    }

    #[test]
    fn an_argument_is_escaped_and_isolated() {
        let html = words().html(Lang::Fr, "hello", &[("name".into(), Arg::Text("<b>".into()))]);
        assert_eq!(html, "Bonjour <bdi>&lt;b&gt;</bdi>");
    }

    #[test]
    fn a_text_without_a_trusted_translation_says_its_language() {
        let html = words().html(Lang::Zgh, "days", &[("n".into(), Arg::Number(2.0))]);
        assert_eq!(html, "<span lang=\"ar\" dir=\"rtl\">يومان</span>");
        assert_eq!(words().text(Lang::Zgh, "days", &[("n".into(), Arg::from_text("3"))]), "3 أيام");
    }

    #[test]
    fn two_files_cannot_define_one_key() {
        let twice = [(Lang::Ar, "a".into(), "x = 1\n".into()), (Lang::Ar, "b".into(), "x = 2\n".into())];
        assert!(Words::load(twice).is_err());
    }
}
