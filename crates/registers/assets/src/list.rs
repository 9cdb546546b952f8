//! Reads what people paste into one field: several numbers, ranges, "three in a row", in any script and language.

use kernel::Refusal;
use kernel::text::{is_invisible, western_digit};

/// One number that was read from a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub typed: String,
    /// The same with the letters of the number before it, which people leave out: "TAB-0412, 0413".
    pub full: Option<String>,
    /// What it means unless the whole of it is one number.
    pub run: Option<Run>,
}

/// Every number from one to another, both included.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub letters: String,
    pub from: i64,
    pub to: i64,
    /// It was said in words; "04-12" may be one number as well.
    pub surely: bool,
}

impl Run {
    fn len(&self) -> i64 {
        (self.to - self.from).saturating_add(1)
    }
}

const AND: &[&str] = &[" et ", " and ", " و "];
const TO: &[&str] = &[" to ", " à ", " au ", " إلى ", " الى ", " حتى ", "..", "…", "–", "—", "−", "→"];
const FROM: &[&str] = &["de", "du", "from", "من", "رقم", "no", "nr", "n°", "numéro", "number"];
const ROW: &[&str] = &["in a row", "à la suite", "d'affilée", "d’affilée", "متتالية", "متتابعة", "متوالية", "على التوالي"];
/// Stands for every way to say "until".
const UNTIL: char = '~';
/// Stands for every way to say "in a row".
const IN_A_ROW: char = '‡';

/// The numbers of a text, each once, in their order; ranges are laid out.
pub fn read(text: &str, most: usize) -> Result<Vec<Item>, Refusal> {
    let mut items: Vec<Item> = Vec::new();
    let mut letters = String::new();
    for token in tokens(&plain(text)) {
        let token = match row_of(&token) {
            Some((before, count)) => {
                if !before.is_empty() {
                    push(&mut items, &before, &mut letters);
                }
                if let Some(last) = items.last_mut()
                    && let Some((letters, from)) = parts(last.full.as_deref().unwrap_or(&last.typed))
                    && count > 1
                {
                    last.run = Some(Run { letters, from, to: from.saturating_add(count - 1), surely: true });
                }
                continue;
            }
            None => token,
        };
        push(&mut items, &token, &mut letters);
    }
    let mut seen = std::collections::HashSet::new();
    items.retain(|item| seen.insert(crate::fold_number(item.full.as_deref().unwrap_or(&item.typed))));
    let count = items.iter().fold(0i64, |sum, item| sum.saturating_add(item.run.as_ref().map_or(1, Run::len)));
    if count > most as i64 { Err(Refusal::new("assets-list-long").with("most", most).with("count", count)) } else { Ok(items) }
}

fn push(items: &mut Vec<Item>, token: &str, letters: &mut String) {
    let token = token.trim();
    let (first, last) = match token.split_once(UNTIL).or_else(|| token.rsplit_once('-')) {
        // "0412-0414", "TAB-0412-0414", "TAB-0412 to TAB-0414"; never "TAB-0412" nor "TAB-00412-K".
        Some((first, last)) if parts(first).is_some() && ends_in_digits(last) => (first.trim(), parts(last)),
        _ => (token, None),
    };
    let Some((own, from)) = parts(first) else { return };
    let full = (own.is_empty() && !letters.is_empty()).then(|| format!("{letters}-{first}"));
    if !own.is_empty() {
        letters.clone_from(&own);
    }
    let run = last.filter(|(_, to)| *to > from).map(|(_, to)| Run {
        letters: letters.clone(),
        from,
        to,
        surely: token.contains(UNTIL),
    });
    items.push(Item { typed: token.replace(UNTIL, " – "), full, run });
}

fn ends_in_digits(text: &str) -> bool {
    text.trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// The letters in front of a number and its first digits.
pub fn parts(number: &str) -> Option<(String, i64)> {
    let at = number.find(|c: char| c.is_ascii_digit())?;
    let digits: String = number[at..].chars().take_while(char::is_ascii_digit).collect();
    let letters: String = number[..at].chars().filter(|c| c.is_alphanumeric()).collect();
    Some((letters.to_uppercase(), digits.parse().ok()?))
}

/// Western digits, no invisible marks, and one mark each for "and" and "until".
fn plain(text: &str) -> String {
    let cleaned: String = text.chars().filter(|c| !is_invisible(*c) || *c == '\n').map(western_digit).collect();
    let mut plain = format!(" {} ", cleaned.replace(['\r', '\n', '\t', ';', '،', '؛', '+', '/', '|', '&', '•'], ","));
    for (words, mark) in [(ROW, "‡"), (AND, ","), (TO, "~")] {
        for word in words {
            plain = plain.replace(word, mark);
        }
    }
    attached_and(&plain)
}

/// "وTAB-0414": the Arabic "and" is written on the number.
fn attached_and(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mark = |place: usize| {
        let before = place.checked_sub(1).is_none_or(|before| letters[before].is_whitespace() || letters[before] == ',');
        let after = letters.get(place + 1).is_some_and(char::is_ascii_alphanumeric);
        if letters[place] == 'و' && before && after { ',' } else { letters[place] }
    };
    (0..letters.len()).map(mark).collect()
}

/// Parts between commas; blanks part numbers too, but not a number from its letters nor a range from its ends.
fn tokens(plain: &str) -> Vec<String> {
    plain.split(',').flat_map(split_at_blanks).filter(|token| token.chars().any(|c| c.is_ascii_digit())).collect()
}

fn split_at_blanks(part: &str) -> Vec<String> {
    if row_of(part).is_some() {
        return vec![part.trim().to_owned()];
    }
    let mut all: Vec<String> = Vec::new();
    for word in part.replace(" - ", "-").replace(" ~", "~").replace("~ ", "~").split_whitespace() {
        match all.last_mut() {
            Some(last) if !last.chars().any(|c| c.is_ascii_digit()) => {
                // "TAB 412" is one number; "de TAB-412" and "من 412" have a word before it.
                let letters = word.starts_with(|c: char| c.is_ascii_digit()) && !FROM.contains(&last.to_lowercase().as_str());
                *last = if letters { format!("{last} {word}") } else { word.to_owned() };
            }
            Some(last) if !word.chars().any(|c| c.is_ascii_digit()) && last.ends_with(UNTIL) => last.push_str(word),
            _ => all.push(word.to_owned()),
        }
    }
    all
}

/// "TAB-0412 3 in a row": what stands before, and how many.
fn row_of(token: &str) -> Option<(String, i64)> {
    let (before, _) = token.split_once(IN_A_ROW)?;
    let before = before.trim_end();
    let rest = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let count = before[rest.len()..].parse().ok()?;
    Some((rest.trim_end_matches(['(', ' ', '×', '-']).trim().to_owned(), count))
}
