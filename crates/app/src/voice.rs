//! What commands say: messages of the program in the language of the terminal, one per line.

use platform::{Lang, Module, Problem, Result, Words};
use std::io::Write;

/// The words of the program and the language that `LANG` asks for.
pub struct Voice {
    words: Words,
    lang: Lang,
}

impl Voice {
    /// `env` is asked for `LC_ALL`, `LC_MESSAGES` and `LANG`, as other programs do; without any of ours, English.
    pub fn of(modules: &[Module], env: impl Fn(&str) -> Option<String>) -> Result<Voice> {
        let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| env(name).filter(|value| !value.is_empty()));
        let lang = asked.and_then(|text| Lang::parse(text.split(['_', '.', '@', '-']).next().unwrap_or(""))).unwrap_or(Lang::En);
        Ok(Voice { words: platform::load_words(modules)?, lang })
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A message as plain text.
    pub fn text(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, value)| ((*name).to_owned(), platform::Arg::from_text(value))).collect();
        self.words.text(self.lang, key, &args)
    }

    /// Writes a message to the standard output.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) {
        self.line(&self.text(key, args));
    }

    /// Writes a line that is no message: a table, an address.
    pub fn line(&self, text: &str) {
        // Whoever reads may have hung up; there is nobody left to tell.
        let _ = writeln!(std::io::stdout(), "{text}");
    }

    /// Writes what went wrong to the standard error.
    pub fn complain(&self, problem: &Problem) {
        let _ = writeln!(std::io::stderr(), "jamaa: {}", self.sentence(problem));
    }

    /// A problem as a sentence a person can act on. At the machine itself nothing is hidden.
    pub fn sentence(&self, problem: &Problem) -> String {
        match problem {
            Problem::Refused(refusal) | Problem::Conflict(refusal) => self.words.refusal(self.lang, refusal),
            Problem::Invalid(refusals) => {
                refusals.iter().map(|refusal| self.words.refusal(self.lang, refusal)).collect::<Vec<_>>().join(" ")
            }
            Problem::Unavailable(error) => self.text("operations-unavailable", &[("error", error)]),
            Problem::Internal(error) => self.text("operations-internal", &[("error", error)]),
            Problem::NotFound => self.text("operations-not-found", &[]),
            Problem::Closed => self.text("operations-closed", &[]),
            other => self.text("operations-internal", &[("error", &format!("{other:?}"))]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(lang: &str) -> Voice {
        let lang = lang.to_owned();
        Voice::of(&crate::modules::all(), move |name| (name == "LANG").then(|| lang.clone())).unwrap()
    }

    #[test]
    fn the_terminal_chooses_the_language() {
        assert_eq!(voice("fr_MA.UTF-8").lang(), Lang::Fr);
        assert_eq!(voice("ar_MA.UTF-8").lang(), Lang::Ar);
        assert_eq!(voice("C.UTF-8").lang(), Lang::En);
    }

    #[test]
    fn an_error_is_a_sentence_and_never_a_key() {
        for lang in ["fr", "ar", "en"] {
            let sentence = voice(lang).sentence(&Problem::Unavailable("no route to host".into()));
            assert!(sentence.contains("no route to host") && !sentence.contains("operations-"), "{sentence}");
        }
    }
}
