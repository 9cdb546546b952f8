//! How numbers are compared: as people type them, not as machines store them. No database, no clock, no language.

use kernel::text::{is_invisible, western_digit};

/// Two numbers are the same when they differ only in digits' script, case, blanks, hyphens and leading zeros.
pub fn fold_number(number: &str) -> String {
    let mut out = String::new();
    let mut in_digits = false;
    for letter in number.chars().filter(|c| !is_invisible(*c)).map(western_digit).filter(|c| c.is_alphanumeric()) {
        let zero_in_front = letter == '0' && !in_digits;
        if letter.is_ascii_digit() && !zero_in_front {
            in_digits = true;
        } else if !letter.is_ascii_digit() {
            in_digits = false;
        }
        if !zero_in_front {
            out.extend(letter.to_uppercase());
        }
    }
    out
}

/// How far two folded numbers are apart; `None` when further than a slip of the eye or of the thumb.
pub fn nearness(typed: &str, known: &str) -> Option<usize> {
    if typed.is_empty() {
        return None;
    }
    // People often leave out the letters in front.
    if known.ends_with(typed) && typed.chars().any(|c| c.is_ascii_digit()) {
        return Some(0);
    }
    if typed.len().abs_diff(known.len()) > 8 {
        return None; // far apart whatever the letters, of at most four bytes each
    }
    let distance = edits(typed, known);
    let most = if typed.chars().count() > 3 { 2 } else { 1 };
    (distance <= most).then_some(distance)
}

/// Levenshtein's distance.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let change = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
