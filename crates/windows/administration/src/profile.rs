//! What a commune shows of itself: read from the form, each fault beside its field.

use kernel::text::{self, TextFault};
use kernel::{Email, Label, Phone, Refusal};
use platform::{Fields, Problem, Profile, Result};
use public_site::Colour;

const LONGEST_MOTTO: usize = 90;
const LONGEST_TEXT: usize = 240;
const LONGEST_NUMBER: usize = 60;
const LONGEST_LINK: usize = 200;
/// WCAG 2, level AA: white words on the colour, and the colour as words on white.
const CONTRAST: f64 = 4.5;
/// Fields in several languages, with their greatest length.
pub const SPOKEN: [(&str, usize); 3] = [("motto", LONGEST_MOTTO), ("address", LONGEST_TEXT), ("hours", LONGEST_TEXT)];

/// The form once checked. The emblem is not among its fields: it is a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    pub profile: Profile,
    /// Where the source of the program is published.
    pub source: String,
}

pub fn read(fields: &Fields, emblem: Option<String>) -> Result<Written> {
    let mut wrong = Vec::new();
    let [motto, address, hours] = SPOKEN.map(|(name, most)| spoken(fields, name, most, &mut wrong));
    let profile = Profile {
        motto,
        address,
        hours,
        emblem,
        colour: colour(fields, &mut wrong),
        phone: known(fields, "phone", |text| Phone::parse(text).map(|phone| phone.written()), &mut wrong),
        email: known(fields, "email", |text| Email::parse(text).map(|email| email.as_str().to_owned()), &mut wrong),
        cndp: known(fields, "cndp", |text| text::clean(text, LONGEST_NUMBER).ok(), &mut wrong),
    };
    let source = known(fields, "source", link, &mut wrong);
    if wrong.is_empty() { Ok(Written { profile, source }) } else { Err(Problem::Invalid(wrong)) }
}

/// A field that may be empty, but not wrong.
fn known(fields: &Fields, name: &str, parse: impl Fn(&str) -> Option<String>, wrong: &mut Vec<Refusal>) -> String {
    let Some(typed) = fields.opt(name) else { return String::new() };
    parse(typed).unwrap_or_else(|| {
        wrong.push(Refusal::new(format!("administration-{name}-wrong")).at(name));
        String::new()
    })
}

fn link(text: &str) -> Option<String> {
    let text = text::clean(text, LONGEST_LINK).ok()?;
    let whole = ["https://", "http://"].iter().any(|start| text.strip_prefix(start).is_some_and(|rest| rest.contains('.')));
    (whole && !text.contains([' ', '"', '<', '>'])).then_some(text)
}

fn colour(fields: &Fields, wrong: &mut Vec<Refusal>) -> String {
    let Some(typed) = fields.opt("colour") else { return String::new() };
    let typed = typed.to_ascii_lowercase();
    let refusal = match Colour::parse(&typed) {
        None => Refusal::new("administration-colour-wrong"),
        Some(colour) if colour.contrast_on_white() < CONTRAST => {
            // Rounded down: 4.47 must not be told as 4.5.
            let tenths = (colour.contrast_on_white() * 10.0).floor() / 10.0;
            Refusal::new("administration-colour-pale").with("contrast", format!("{tenths:.1}"))
        }
        Some(_) => return typed,
    };
    wrong.push(refusal.at("colour"));
    String::new()
}

/// A text in Arabic and French, or none at all; the other two languages are free.
fn spoken(fields: &Fields, name: &str, most: usize, wrong: &mut Vec<Refusal>) -> Option<Label> {
    let mut part = |lang: &str| {
        let field = format!("{name}_{lang}");
        match text::clean(fields.get(&field), most) {
            Ok(text) => Some(text),
            Err(TextFault::Empty) => None,
            Err(TextFault::TooLong { max }) => {
                wrong.push(Refusal::new("administration-too-long").with("max", max).at(&field));
                None
            }
        }
    };
    let (ar, fr, zgh, en) = (part("ar"), part("fr"), part("zgh"), part("en"));
    match (ar, fr) {
        (Some(ar), Some(fr)) => Some(Label { ar, fr, zgh, en }),
        (None, None) if zgh.is_none() && en.is_none() => None,
        (ar, _) => {
            let lang = if ar.is_none() { "ar" } else { "fr" };
            let field = format!("{name}_{lang}");
            if !wrong.iter().any(|refusal| refusal.field.as_deref() == Some(&field)) {
                wrong.push(Refusal::new("administration-both-languages").at(&field));
            }
            None
        }
    }
}

/// The form as it was stored.
pub fn typed(profile: &Profile, source: &str) -> Fields {
    let mut typed = Fields::default();
    let labels = [&profile.motto, &profile.address, &profile.hours];
    for ((name, _), label) in SPOKEN.iter().zip(labels) {
        let Some(label) = label else { continue };
        let parts = [("ar", Some(&label.ar)), ("fr", Some(&label.fr)), ("zgh", label.zgh.as_ref()), ("en", label.en.as_ref())];
        for (lang, text) in parts {
            typed.push(&format!("{name}_{lang}"), text.cloned().unwrap_or_default());
        }
    }
    let plain = [("phone", &profile.phone), ("email", &profile.email), ("cndp", &profile.cndp), ("colour", &profile.colour)];
    plain.iter().for_each(|(name, value)| typed.push(name, value.as_str()));
    typed.push("source", source);
    typed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut fields = Fields::default();
        pairs.iter().for_each(|(name, value)| fields.push(name, *value));
        match read(&fields, None) {
            Err(Problem::Invalid(wrong)) => wrong.into_iter().map(|one| (one.field.unwrap_or_default(), one.key)).collect(),
            _ => Vec::new(),
        }
    }

    fn fault(field: &str, key: &str) -> Vec<(String, String)> {
        vec![(field.into(), format!("administration-{key}"))]
    }

    #[test]
    fn a_pale_or_misspelt_colour_is_refused() {
        assert_eq!(faults(&[("colour", "#ffd700")]), fault("colour", "colour-pale"));
        assert_eq!(faults(&[("colour", "red")]), fault("colour", "colour-wrong"));
        assert_eq!(faults(&[("colour", "#7A1F2B")]), Vec::new());
    }

    #[test]
    fn a_text_stands_in_arabic_and_french_or_not_at_all() {
        assert_eq!(faults(&[("motto_fr", "Salé, ville ouverte")]), fault("motto_ar", "both-languages"));
        assert_eq!(faults(&[("motto_en", "Open city"), ("motto_ar", "سلا")]), fault("motto_fr", "both-languages"));
        assert_eq!(faults(&[("hours_ar", &"س".repeat(300)), ("hours_fr", "x")]), fault("hours_ar", "too-long"));
        assert_eq!(faults(&[]), Vec::new());
    }

    #[test]
    fn a_telephone_an_address_and_a_link_must_be_ones() {
        assert_eq!(faults(&[("phone", "12")]), fault("phone", "phone-wrong"));
        assert_eq!(faults(&[("email", "sale")]), fault("email", "email-wrong"));
        assert_eq!(faults(&[("source", "javascript:alert(1)")]), fault("source", "source-wrong"));
        assert_eq!(faults(&[("phone", "05 37 78 00 00"), ("source", "https://git.example.ma/sale")]), Vec::new());
    }

    #[test]
    fn what_was_stored_fills_the_form_again() {
        let label = Some(Label { en: Some("Open city".into()), ..Label::new("مدينة", "Ville") });
        let profile = Profile { motto: label, colour: "#7a1f2b".into(), ..Profile::default() };
        let again = read(&typed(&profile, ""), None).unwrap();
        assert_eq!(again.profile, profile);
    }
}
