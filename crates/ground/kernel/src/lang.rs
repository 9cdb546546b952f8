//! The four languages, Arabic first, and texts that exist in several of them.

use serde::{Deserialize, Serialize};

/// A language of the pages. The order is the order of every language switch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Ar,
    Fr,
    Zgh,
    En,
}

impl Lang {
    pub const ALL: [Lang; 4] = [Lang::Ar, Lang::Fr, Lang::Zgh, Lang::En];

    pub fn code(self) -> &'static str {
        match self {
            Lang::Ar => "ar",
            Lang::Fr => "fr",
            Lang::Zgh => "zgh",
            Lang::En => "en",
        }
    }

    pub fn dir(self) -> &'static str {
        if self == Lang::Ar { "rtl" } else { "ltr" }
    }

    pub fn parse(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language to show when a text is missing in this one: Arabic, then French.
    pub fn fallbacks(self) -> [Lang; 4] {
        match self {
            Lang::Ar => [Lang::Ar, Lang::Fr, Lang::En, Lang::Zgh],
            Lang::Fr => [Lang::Fr, Lang::Ar, Lang::En, Lang::Zgh],
            Lang::Zgh => [Lang::Zgh, Lang::Ar, Lang::Fr, Lang::En],
            Lang::En => [Lang::En, Lang::Fr, Lang::Ar, Lang::Zgh],
        }
    }

    /// The first language of ours that a browser's `Accept-Language` names, by its weights; Arabic otherwise.
    pub fn from_accept(header: &str) -> Lang {
        let mut wanted: Vec<(f32, usize, Lang)> = Vec::new();
        for (place, item) in header.split(',').take(20).enumerate() {
            let mut parts = item.split(';');
            let tag = parts.next().unwrap_or("").trim().to_ascii_lowercase();
            let weight = parts.find_map(|p| p.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
            let primary = tag.split('-').next().unwrap_or("");
            let lang = if matches!(primary, "ber" | "tzm" | "shi" | "rif") { Some(Lang::Zgh) } else { Lang::parse(primary) };
            if let Some(lang) = lang.filter(|_| weight > 0.0) {
                wanted.push((weight, place, lang));
            }
        }
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        wanted.first().map_or(Lang::Ar, |(_, _, lang)| *lang)
    }
}

/// One text in the languages that have it. Arabic and French are always there; a Tifinagh text
/// without a trusted source is absent and the Arabic shows in its place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    pub ar: String,
    pub fr: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zgh: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Label {
    pub fn new(ar: &str, fr: &str) -> Self {
        Label { ar: ar.into(), fr: fr.into(), ..Label::default() }
    }

    /// The text to show in `lang`, and the language it is really in (for `lang` and `dir`).
    pub fn show(&self, lang: Lang) -> (&str, Lang) {
        let text = |l: Lang| match l {
            Lang::Ar => Some(self.ar.as_str()),
            Lang::Fr => Some(self.fr.as_str()),
            Lang::Zgh => self.zgh.as_deref(),
            Lang::En => self.en.as_deref(),
        };
        lang.fallbacks().into_iter().find_map(|l| text(l).filter(|t| !t.is_empty()).map(|t| (t, l))).unwrap_or(("", lang))
    }

    pub fn text(&self, lang: Lang) -> &str {
        self.show(lang).0
    }
}

#[cfg(test)]
mod tests {
    use super::{Label, Lang};

    #[test]
    fn the_browser_chooses_the_language() {
        assert_eq!(Lang::from_accept("fr-FR,fr;q=0.9,en;q=0.8"), Lang::Fr);
        assert_eq!(Lang::from_accept("en;q=0.3, ar-MA;q=0.9"), Lang::Ar);
        assert_eq!(Lang::from_accept("de, shi;q=0.5"), Lang::Zgh);
        assert_eq!(Lang::from_accept("zh;q=x"), Lang::Ar);
        assert_eq!(Lang::from_accept(""), Lang::Ar);
    }

    #[test]
    fn a_missing_tifinagh_text_shows_in_arabic_and_says_so() {
        let label = Label::new("بلاغ", "signalement");
        assert_eq!(label.show(Lang::Zgh), ("بلاغ", Lang::Ar));
        assert_eq!(label.show(Lang::En), ("signalement", Lang::Fr));
    }
}
