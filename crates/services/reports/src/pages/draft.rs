//! From a form to a draft: every field checked, every fault tied to its field.

use crate::model::{Draft, Kept};
use crate::rules::{self, OBJECTS};
use cases::{Channel, Contact};
use kernel::{Email, Id, Lang, Phone, Point, Refusal};
use platform::{Fields, Problem, Result};
use procedures::{Answers, Procedure, Question, QuestionKind, Typed};
use std::borrow::Cow;

/// Names of the form's own controls; those of questions are the questions' ids and never begin so.
pub const KEY: &str = "x_key";
pub const KEPT: &str = "x_kept";
pub const VOICE: &str = "x_voice";
/// Somebody is on the telephone, and heard what is kept of him.
pub const CALL: &str = "x_call";
pub const CONSENT: &str = "x_consent";
pub const ASKED: &str = "x_asked";
pub const MEANT: &str = "x_meant";
/// The numbers that were shown back, and those of them that were ticked.
pub const LISTED: &str = "x_listed";
pub const OBJECT: &str = "x_object";
pub const AS_TYPED: &str = "x_as_typed";
pub const DIFFERENT: &str = "x_different";
pub const PHOTO_PLACE: &str = "x_photo_place";
pub const SHOW: &str = "x_show";
pub const CHANNEL: &str = "x_channel";
pub const LANG: &str = "x_lang";

/// Photos with one report.
pub const PHOTOS: usize = 4;

/// Everything typed, by question. A contact that was typed counts even when its way was not chosen.
pub fn typed(procedure: &Procedure, fields: &Fields) -> Typed {
    let mut typed: Typed = Typed::new();
    for question in &procedure.questions {
        let values: Vec<String> = fields.all(&question.id).filter(|value| !value.is_empty()).map(str::to_owned).collect();
        if !values.is_empty() {
            typed.insert(question.id.clone(), values);
        }
    }
    if !typed.contains_key("contact_how") || typed["contact_how"][0] == "none" {
        let how = if typed.contains_key("contact_phone") {
            "sms"
        } else if typed.contains_key("contact_email") {
            "email"
        } else {
            "none"
        };
        typed.insert("contact_how".into(), vec![how.into()]);
    }
    typed
}

/// The questions of the category itself that show with these answers. The condition is not ours to read: a question
/// that would be missed if it were required is one that shows.
pub fn shown<'a>(procedure: &'a Procedure, typed: &Typed) -> Vec<&'a Question> {
    let own: Vec<&Question> = procedure.questions.iter().filter(|question| question.page.as_deref() == Some("details")).collect();
    let visible = |place: usize| {
        let question = own[place];
        if question.show_if.is_none() {
            return true;
        }
        let mut asked: Vec<Question> = own[..=place].iter().map(|question| (*question).clone()).collect();
        asked[place].required = true;
        // Numbers of objects are checked where objects are known, so nothing would be missed of them.
        if asked[place].kind == QuestionKind::Asset {
            asked[place].kind = QuestionKind::Text;
        }
        let mut without = typed.clone();
        without.remove(&question.id);
        let missed = |fault: &Refusal| fault.field.as_deref() == Some(&question.id);
        matches!(procedures::check(&asked, &without), Err(Problem::Invalid(faults)) if faults.iter().any(missed))
    };
    (0..own.len()).filter(|place| visible(*place)).map(|place| own[place]).collect()
}

/// Where the form says it is, from the map or by hand.
fn point(fields: &Fields) -> Result<Option<Point>, Refusal> {
    match (fields.get("lat"), fields.get("lon")) {
        ("", "") => Ok(None),
        (lat, lon) => Point::parse(lat, lon).map(Some).ok_or_else(|| Refusal::new("reports-point-wrong").at("lat")),
    }
}

/// Checks the whole form. The key stays the one of the form: the same form twice is the same report.
pub fn read(procedure: &Procedure, fields: &Fields, kept: Kept, key: Id, lang: Lang, counter: bool) -> Result<Draft> {
    let typed = typed(procedure, fields);
    let mut faults = Vec::new();
    let answers = match procedures::check(&asked(procedure, kept.voice.is_some()), &typed) {
        Ok(answers) => answers,
        Err(Problem::Invalid(found)) => {
            faults.extend(found);
            Answers::default()
        }
        Err(other) => return Err(other),
    };
    let point = point(fields).unwrap_or_else(|fault| {
        faults.push(fault);
        None
    });
    if counter && fields.ticked(CALL) && !fields.ticked(CONSENT) {
        faults.push(Refusal::new("reports-consent-needed").at(CONSENT));
    }
    if kept.voice.is_some() && !rules::may_be_said(procedure) {
        faults.push(Refusal::new("reports-voice-not-here").at("voice"));
    }
    if kept.photos.len() > PHOTOS {
        faults.push(Refusal::new("reports-too-many-photos").with("most", PHOTOS).at("photo"));
    }
    if !faults.is_empty() {
        return Err(Problem::Invalid(faults));
    }
    let text = |id: &str| answers.text(id).unwrap_or("").to_owned();
    let meant = fields.opt(MEANT).filter(|number| *number != "own");
    let number = meant.map_or_else(|| numbers(procedure, &answers), str::to_owned);
    let lang = if counter { Lang::parse(fields.get(LANG)).unwrap_or(Lang::Ar) } else { lang };
    Ok(Draft {
        key,
        procedure: procedure.id.clone(),
        channel: if counter { channel(fields) } else { Channel::Web },
        lang,
        words: text("words"),
        contact: Contact {
            name: answers.text("contact_name").map(str::to_owned),
            phone: answers.text("contact_phone").and_then(Phone::parse),
            email: answers.text("contact_email").and_then(Email::parse),
        },
        person: None,
        point,
        quarter: fields.opt("quarter").map(str::to_owned),
        place_words: text("place_words"),
        chosen: chosen(fields, &number),
        number,
        number_as_typed: fields.ticked(AS_TYPED) || fields.get(MEANT) == "own",
        answers: own_answers(procedure, answers),
        photos: kept.photos,
        voice: kept.voice,
        publish: fields.ticked("publish"),
    })
}

/// The questions as they are asked; who said what is wrong need not write it.
fn asked(procedure: &Procedure, voice: bool) -> Cow<'_, [Question]> {
    if !voice {
        return Cow::Borrowed(&procedure.questions);
    }
    let said = |question: &Question| Question { required: question.required && question.id != "words", ..question.clone() };
    procedure.questions.iter().map(said).collect()
}

/// Every number that was typed: that of the place, and those of questions of the category, one under the other.
fn numbers(procedure: &Procedure, answers: &Answers) -> String {
    let asked = procedure.questions.iter().filter(|question| question.kind == QuestionKind::Asset);
    // The place comes first, whatever the order of the questions.
    let (place, other): (Vec<&Question>, Vec<&Question>) = asked.partition(|question| question.page.as_deref() == Some("where"));
    let typed = place.into_iter().chain(other).filter_map(|question| answers.text(&question.id));
    typed.collect::<Vec<_>>().join("\n")
}

/// What was ticked of a list that was shown back; a list that changed since is read anew.
fn chosen(fields: &Fields, number: &str) -> Option<Vec<Id>> {
    // Browsers end lines as they like.
    let same = |a: &str, b: &str| a.split_whitespace().eq(b.split_whitespace());
    fields.opt(LISTED).filter(|listed| same(listed, number))?;
    Some(fields.all(OBJECT).filter_map(Id::parse).take(OBJECTS).collect())
}

/// At the counter, by telephone or from a letter: never "web", which would hide that an agent wrote it.
fn channel(fields: &Fields) -> Channel {
    Channel::parse(fields.get(CHANNEL))
        .filter(|channel| matches!(channel, Channel::Counter | Channel::Phone | Channel::Post))
        .unwrap_or(Channel::Counter)
}

/// The answers kept as answers: those of the category, and the number as it was typed. Words, contact and place have
/// sealed columns of their own.
fn own_answers(procedure: &Procedure, mut answers: Answers) -> Answers {
    answers.0.retain(|id, _| {
        id == "asset_number" || procedure.question(id).is_some_and(|question| question.page.as_deref() == Some("details"))
    });
    answers
}
