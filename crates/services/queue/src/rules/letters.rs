//! The letters of a hall: matters that the same counters serve stand in one line, and a line has one letter.

use std::collections::BTreeMap;

/// Matters, each with the counters that serve it, in the order of the counters; gives the letter of each matter.
pub fn letters(matters: &[(String, Vec<usize>)]) -> BTreeMap<String, String> {
    let mut lines: Vec<&Vec<usize>> =
        matters.iter().map(|(_, counters)| counters).filter(|counters| !counters.is_empty()).collect();
    lines.sort();
    lines.dedup();
    let letter = |counters: &Vec<usize>| lines.iter().position(|line| *line == counters).map(named);
    matters.iter().filter_map(|(code, counters)| Some((code.clone(), letter(counters)?))).collect()
}

/// A to Z, then AA: letters that every loudspeaker says. I and O look like figures.
fn named(place: usize) -> String {
    const LETTERS: &[u8; 24] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
    let last = char::from(LETTERS[place % LETTERS.len()]).to_string();
    if place < LETTERS.len() { last } else { format!("{}{last}", named(place / LETTERS.len() - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matters_of_the_same_counters_share_a_letter() {
        let of = |code: &str, counters: &[usize]| (code.to_owned(), counters.to_vec());
        let hall =
            [of("legal", &[3, 4]), of("birth", &[0, 1, 2]), of("copy", &[0, 1, 2]), of("nobody", &[]), of("copies", &[3, 4])];
        let letters = letters(&hall);
        let expected = [("birth", "A"), ("copies", "B"), ("copy", "A"), ("legal", "B")];
        assert_eq!(letters.iter().map(|(code, letter)| (code.as_str(), letter.as_str())).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn there_are_always_letters_left() {
        let many: Vec<(String, Vec<usize>)> = (0..60).map(|n| (format!("m{n:02}"), vec![n])).collect();
        let letters = letters(&many);
        assert_eq!((letters["m00"].as_str(), letters["m23"].as_str(), letters["m24"].as_str()), ("A", "Z", "AA"));
        assert_eq!(letters.values().collect::<std::collections::BTreeSet<_>>().len(), 60);
    }
}
