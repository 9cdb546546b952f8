//! One answer, from what was typed to the value that is kept.

use super::{Typed, limits};
use crate::model::{Question, QuestionKind};
use kernel::text::{self, TextFault};
use kernel::{Cin, Day, Email, Phone, Refusal, hijri};
use platform::{Json, json::json};

const TEXT_MOST: usize = 2_000;
const NAME_MOST: usize = 120;
/// Rows of a table, unless the question says fewer.
const ROWS_MOST: i64 = 20;

/// The value of a question, `Null` when nothing was typed.
///
/// `context` holds what was answered before, and today.
pub fn of(question: &Question, typed: &Typed, context: &Json) -> Result<Json, Vec<Refusal>> {
    let part = |part: &str| value(typed, &format!("{}.{part}", question.id));
    match question.kind {
        QuestionKind::Person => person(question, [part("name"), part("card"), part("birth")], context),
        QuestionKind::Company => company(question, part("name"), part("ice"), part("register")),
        QuestionKind::Table => table(question, typed, context),
        _ => simple(question, &values(typed, &question.id), context).map_err(|refusal| vec![refusal.at(&question.id)]),
    }
}

/// The field that a missing answer is shown beside.
pub fn first_part(question: &Question) -> String {
    match question.kind {
        QuestionKind::Person | QuestionKind::Company => format!("{}.name", question.id),
        _ => question.id.clone(),
    }
}

fn values<'a>(typed: &'a Typed, name: &str) -> Vec<&'a str> {
    typed.get(name).map(|list| list.iter().map(|v| v.trim()).filter(|v| !v.is_empty()).collect()).unwrap_or_default()
}

fn value<'a>(typed: &'a Typed, name: &str) -> Option<&'a str> {
    values(typed, name).first().copied()
}

fn simple(question: &Question, values: &[&str], context: &Json) -> Result<Json, Refusal> {
    let Some(first) = values.first() else { return Ok(Json::Null) };
    match question.kind {
        QuestionKind::Text => lines(first, question.max.and_then(|max| usize::try_from(max).ok()).unwrap_or(TEXT_MOST)),
        QuestionKind::Choice => {
            let known = question.options.iter().any(|option| option.id == *first);
            if known { Ok(Json::from(*first)) } else { Err(Refusal::new("procedures-not-offered")) }
        }
        QuestionKind::Choices => {
            let known = |value: &&str| question.options.iter().any(|option| option.id == *value);
            if values.iter().all(known) { Ok(json!(values)) } else { Err(Refusal::new("procedures-not-offered")) }
        }
        QuestionKind::YesNo => match *first {
            "yes" | "true" | "1" => Ok(Json::Bool(true)),
            "no" | "false" | "0" => Ok(Json::Bool(false)),
            _ => Err(Refusal::new("procedures-not-offered")),
        },
        QuestionKind::Number => number(question, first),
        QuestionKind::Money => bounded(question, centimes(first).ok_or_else(|| Refusal::new("procedures-not-a-sum"))?),
        QuestionKind::Date => {
            let day = date(first).ok_or_else(|| Refusal::new("procedures-not-a-date"))?;
            limits::within(question, day, context).map(|day| Json::from(day.to_string()))
        }
        QuestionKind::Parcel => parcel(first).map(Json::from).ok_or_else(|| Refusal::new("procedures-not-a-title")),
        QuestionKind::Phone => match Phone::parse(first) {
            Some(phone) => Ok(Json::from(phone.as_str())),
            None => Err(Refusal::new("procedures-not-a-phone")),
        },
        QuestionKind::Email => match Email::parse(first) {
            Some(email) => Ok(Json::from(email.as_str())),
            None => Err(Refusal::new("procedures-not-an-email")),
        },
        QuestionKind::Info | QuestionKind::Computed => Ok(Json::Null),
        _ => Ok(Json::from(*first)),
    }
}

fn lines(typed: &str, most: usize) -> Result<Json, Refusal> {
    text::clean_lines(typed, most).map(Json::from).map_err(|fault| match fault {
        TextFault::TooLong { max } => Refusal::new("procedures-too-long").with("max", max),
        TextFault::Empty => Refusal::new("procedures-needed"),
    })
}

fn western(typed: &str) -> String {
    typed.chars().map(text::western_digit).filter(|c| !c.is_whitespace() && !text::is_invisible(*c)).collect()
}

/// A whole number, or one with as many digits after the comma or point as the question allows.
fn number(question: &Question, typed: &str) -> Result<Json, Refusal> {
    let plain = western(typed).replace([',', '٫'], ".");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let fits = digits(whole.trim_start_matches('-')) && digits(part) && whole.len() <= 15;
    let part = part.trim_end_matches('0');
    let wrong = || match question.decimals {
        0 => Refusal::new("procedures-not-whole"),
        most => Refusal::new("procedures-not-a-number").with("most", most),
    };
    if !fits || part.len() > usize::from(question.decimals) {
        return Err(wrong());
    }
    let number: i64 = whole.parse().map_err(|_| wrong())?;
    if part.is_empty() {
        return bounded(question, number);
    }
    let exact: f64 = format!("{whole}.{part}").parse().map_err(|_| wrong())?;
    // Both whole neighbours must fit: over a bound by its fraction is over the bound.
    bounded(question, exact.floor() as i64)?;
    bounded(question, exact.ceil() as i64)?;
    Ok(Json::from(exact))
}

/// `1 250,50` or `1250.5` as centimes.
/// A sum in dirhams as people write it, in centimes.
pub fn centimes(typed: &str) -> Option<i64> {
    let plain = western(typed).replace([',', '٫'], ".");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let part: i64 = match part.len() {
        0 => 0,
        1 => part.parse::<i64>().ok()? * 10,
        2 => part.parse().ok()?,
        _ => return None,
    };
    whole.parse::<i64>().ok().filter(|whole| (0..1_000_000_000_000).contains(whole)).map(|whole| whole * 100 + part)
}

fn bounded(question: &Question, number: i64) -> Result<Json, Refusal> {
    match (question.min, question.max) {
        (Some(min), _) if number < min => Err(Refusal::new("procedures-too-small").with("min", min)),
        (_, Some(max)) if number > max => Err(Refusal::new("procedures-too-large").with("max", max)),
        _ => Ok(Json::from(number)),
    }
}

/// dd/mm/yyyy as people write it, ddmmyyyy as a keypad without a slash does, or yyyy-mm-dd as browsers send it; a year from 1300 to 1500 is Hijri.
pub fn date(typed: &str) -> Option<Day> {
    let mut plain = western(typed);
    if plain.len() == 8 && plain.bytes().all(|b| b.is_ascii_digit()) {
        plain = format!("{}/{}/{}", &plain[..2], &plain[2..4], &plain[4..]);
    }
    let numbers: Vec<i16> = plain.split(['/', '-', '.']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [a, b, c] = numbers.as_slice() else { return None };
    let (year, month, day) = if *a > 31 { (*a, *b, *c) } else { (*c, *b, *a) };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    match year {
        1300..=1500 => hijri::to_day(year, month, day),
        1850..=2200 => Day::ymd(year, month, day),
        _ => None,
    }
}

/// A land title: number and code of the land registry, such as 55097/20.
fn parcel(typed: &str) -> Option<String> {
    let plain = western(typed).to_uppercase();
    let (number, office) = plain.split_once('/')?;
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let number_fits = digits(number.trim_start_matches(|c: char| c.is_ascii_alphabetic()), 8) && number.len() <= 10;
    (number_fits && digits(office, 3)).then_some(plain)
}

/// A name, and the number of the national card, residence card or passport.
fn person(question: &Question, parts: [Option<&str>; 3], context: &Json) -> Result<Json, Vec<Refusal>> {
    let [name, card, birth] = parts;
    if name.is_none() && card.is_none() {
        return Ok(Json::Null);
    }
    let mut wrong = Vec::new();
    let name = named(question, name, &mut wrong);
    let card = match card.map(identity) {
        Some(Some(card)) => Json::from(card),
        Some(None) => refuse(&mut wrong, question, "card", "procedures-not-a-card"),
        None if question.required => refuse(&mut wrong, question, "card", "procedures-needed"),
        None => Json::Null,
    };
    let read = |typed: &str| limits::come(date(typed).ok_or_else(|| Refusal::new("procedures-not-a-date"))?, context);
    let birth = match birth.map(read) {
        Some(Ok(day)) => Json::from(day.to_string()),
        Some(Err(refusal)) => refuse(&mut wrong, question, "birth", &refusal.key),
        None => Json::Null,
    };
    if wrong.is_empty() { Ok(json!({ "name": name, "card": card, "birth": birth })) } else { Err(wrong) }
}

fn refuse(wrong: &mut Vec<Refusal>, question: &Question, part: &str, key: &str) -> Json {
    wrong.push(Refusal::new(key).at(&format!("{}.{part}", question.id)));
    Json::Null
}

fn named(question: &Question, name: Option<&str>, wrong: &mut Vec<Refusal>) -> Json {
    match name.map(|name| text::clean(name, NAME_MOST)) {
        Some(Ok(name)) => Json::from(name),
        Some(Err(TextFault::TooLong { max })) => {
            wrong.push(Refusal::new("procedures-too-long").with("max", max).at(&format!("{}.name", question.id)));
            Json::Null
        }
        _ => refuse(wrong, question, "name", "procedures-needed"),
    }
}

/// The card of a citizen, or the number of a residence card or passport: letters and digits.
fn identity(typed: &str) -> Option<String> {
    if let Some(card) = Cin::parse(typed) {
        return Some(card.as_str().to_owned());
    }
    let plain = western(typed).to_uppercase();
    let fits = (5..=15).contains(&plain.len()) && plain.bytes().all(|b| b.is_ascii_alphanumeric());
    (fits && plain.bytes().any(|b| b.is_ascii_digit())).then_some(plain)
}

/// A name, the 15 digits of the common identifier (ICE) and the number in the trade register.
fn company(question: &Question, name: Option<&str>, ice: Option<&str>, register: Option<&str>) -> Result<Json, Vec<Refusal>> {
    if name.is_none() && ice.is_none() {
        return Ok(Json::Null);
    }
    let mut wrong = Vec::new();
    let name = named(question, name, &mut wrong);
    let ice = match ice.map(western) {
        Some(ice) if ice.len() == 15 && ice.bytes().all(|b| b.is_ascii_digit()) => Json::from(ice),
        Some(_) => refuse(&mut wrong, question, "ice", "procedures-not-an-ice"),
        None => Json::Null,
    };
    let register = register.map_or(Json::Null, |number| Json::from(western(number).chars().take(20).collect::<String>()));
    if wrong.is_empty() { Ok(json!({ "name": name, "ice": ice, "register": register })) } else { Err(wrong) }
}

/// The same card, written with another space or in small letters.
fn alike(a: &Json, b: &Json) -> bool {
    let plain = |value: &Json| western(value.as_str().unwrap_or_default()).replace('-', "").to_uppercase();
    !b.is_null() && (a == b || (b.is_string() && plain(a) == plain(b)))
}

/// Rows that hold something, each cell checked as its column says.
fn table(question: &Question, typed: &Typed, context: &Json) -> Result<Json, Vec<Refusal>> {
    let most = question.max.unwrap_or(ROWS_MOST).clamp(1, 200);
    let mut rows: Vec<Json> = Vec::new();
    let mut wrong = Vec::new();
    for row in 0..most {
        let cell = |column: &Question| format!("{}.{row}.{}", question.id, column.id);
        if question.columns.iter().all(|column| value(typed, &cell(column)).is_none()) {
            continue;
        }
        let mut kept = platform::json::Map::new();
        for column in &question.columns {
            match simple(column, &values(typed, &cell(column)), context) {
                Ok(Json::Null) if column.required => wrong.push(Refusal::new("procedures-needed").at(&cell(column))),
                Ok(value) if column.unique && rows.iter().any(|row| alike(&row[column.id.as_str()], &value)) => {
                    wrong.push(Refusal::new("procedures-twice").at(&cell(column)))
                }
                Ok(value) => drop(kept.insert(column.id.clone(), value)),
                Err(refusal) => wrong.push(refusal.at(&cell(column))),
            }
        }
        rows.push(Json::Object(kept));
    }
    match (wrong.is_empty(), rows.is_empty()) {
        (true, true) => Ok(Json::Null),
        (true, false) => Ok(Json::Array(rows)),
        _ => Err(wrong),
    }
}
