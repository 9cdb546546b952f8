//! The law of satisfaction: which figures are shown, and who may write a mark down. No database.

use crate::model::Line;
use cases::Survey;
use kernel::text::western_digit;
use kernel::{Id, Refusal};

/// Marks below which a mean would tell of persons.
pub const FEWEST: i64 = 5;
/// Marks that the head of a unit looks at.
pub const LOW: i64 = 2;
const WORDS_MOST: usize = 1_000;

/// Marks the lines whose figures are kept back: too few answers, and one line more where a single kept line could be found by
/// taking the others from the sum.
pub fn keep_back(lines: &mut [Line]) {
    for line in lines.iter_mut() {
        line.few = line.count < FEWEST;
    }
    let kept: Vec<usize> = (0..lines.len()).filter(|place| lines[*place].few && lines[*place].count > 0).collect();
    if kept.len() == 1
        && let Some(next) = lines.iter_mut().filter(|line| !line.few).min_by_key(|line| line.count)
    {
        next.few = true;
    }
}

/// A mean in tenths, from a sum of marks.
pub fn tenths(sum: i64, count: i64) -> Option<i64> {
    (count > 0).then(|| (sum * 10 + count / 2) / count)
}

/// A share in whole per cent.
pub fn percent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (part * 100 + whole / 2) / whole)
}

/// Who handled a case writes down no mark for it.
pub fn may_note(assignee: Option<&Id>, person: Option<&Id>) -> Result<(), Refusal> {
    if assignee.is_some() && assignee == person { Err(Refusal::new("satisfaction-own-work")) } else { Ok(()) }
}

/// A mark from 1 to 5, whether it was solved, and words.
pub fn survey(mark: &str, solved: &str, words: &str) -> Result<Survey, Refusal> {
    let satisfaction = mark.parse().ok().filter(|mark| (1..=5).contains(mark));
    if satisfaction.is_none() {
        return Err(Refusal::new("satisfaction-needs-mark").at("mark"));
    }
    let words = words.trim();
    if words.chars().count() > WORDS_MOST {
        return Err(Refusal::new("procedures-too-long").with("max", WORDS_MOST).at("words"));
    }
    let solved = ["yes", "partly", "no"].contains(&solved).then(|| solved.to_owned());
    Ok(Survey { satisfaction, solved, words: (!words.is_empty()).then(|| words.to_owned()), ..Survey::default() })
}

/// The mark in an SMS: one digit from 1 to 5 in any writing, and nothing else that means something.
pub fn mark(text: &str) -> Option<i64> {
    let meant: String = text.chars().map(western_digit).filter(|c| c.is_alphanumeric()).collect();
    meant.parse().ok().filter(|mark| meant.len() == 1 && (1..=5).contains(mark))
}
