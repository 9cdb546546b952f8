//! Text from outside made safe to keep: composed, without control or direction tricks, within its length.

use unicode_normalization::UnicodeNormalization;

/// Why a text cannot be kept. The caller turns it into the refusal of its own field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    TooLong { max: usize },
    Empty,
}

/// One line: every run of blanks, line breaks included, becomes one space.
pub fn clean(input: &str, max_chars: usize) -> Result<String, TextFault> {
    measured(squeezed(&visible(input)), max_chars)
}

/// One line that may be left empty.
pub fn clean_optional(input: &str, max_chars: usize) -> Result<Option<String>, TextFault> {
    match clean(input, max_chars) {
        Ok(text) => Ok(Some(text)),
        Err(TextFault::Empty) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Several lines: line breaks stay, and at most one empty line stays between two others.
pub fn clean_lines(input: &str, max_chars: usize) -> Result<String, TextFault> {
    let text = visible(input).replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}'], "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n').map(squeezed) {
        let repeats_a_gap = line.is_empty() && lines.last().is_none_or(String::is_empty);
        if !repeats_a_gap {
            lines.push(line);
        }
    }
    measured(lines.join("\n").trim_end().to_owned(), max_chars)
}

/// Any decimal digit that Moroccans may type (western, Arabic, Persian) as the western one.
pub fn western_digit(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

/// Marks that show nothing and arrive with text copied from a page: direction, joining, soft hyphens, byte order.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d3}' | '\u{6fa}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
}

/// Composed text without control and invisible characters; a joiner stays only between two Arabic letters.
fn visible(input: &str) -> String {
    let chars: Vec<char> = input.nfc().collect();
    let between_arabic = |place: usize| {
        let before = place.checked_sub(1).and_then(|i| chars.get(i));
        before.is_some_and(|c| is_arabic(*c)) && chars.get(place + 1).is_some_and(|c| is_arabic(*c))
    };
    let kept = |place: usize, c: char| match c {
        c if is_joiner(c) => between_arabic(place),
        c => !is_invisible(c) && (!c.is_control() || c.is_whitespace()),
    };
    chars.iter().enumerate().filter(|(place, c)| kept(*place, **c)).map(|(_, c)| *c).collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn measured(text: String, max: usize) -> Result<String, TextFault> {
    if text.is_empty() {
        return Err(TextFault::Empty);
    }
    if text.chars().count() > max { Err(TextFault::TooLong { max }) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::{TextFault, clean, clean_lines, clean_optional, western_digit};

    #[test]
    fn a_line_is_composed_trimmed_and_freed_from_tricks() {
        let table = [
            ("  Rue   de la\tPaix \n", "Rue de la Paix"),
            ("e\u{301}clairage", "éclairage"),
            ("photo\u{202e}gpj.exe", "photogpj.exe"),
            ("\u{2067}سلا\u{2069}", "سلا"),
            ("a\u{0}b\u{7f}c\u{9b}d", "abcd"),
            ("zero\u{200b}width\u{feff}\u{ad}", "zerowidth"),
            ("\u{200f}حي السلام\u{200e}", "حي السلام"),
            ("ڭ\u{200c}ر", "ڭ\u{200c}ر"),
            ("a\u{200d}b", "ab"),
            ("سلا\u{200d}", "سلا"),
            ("ⵜⴰⵎⴰⵣⵉⵖⵜ", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
            ("un\u{a0}mot\u{202f}!", "un mot !"),
        ];
        for (given, kept) in table {
            assert_eq!(clean(given, 100).as_deref(), Ok(kept), "{given:?}");
        }
    }

    #[test]
    fn length_is_counted_in_characters_after_cleaning() {
        assert_eq!(clean("  سلا  ", 3).as_deref(), Ok("سلا"));
        assert_eq!(clean("سلا!", 3), Err(TextFault::TooLong { max: 3 }));
        assert_eq!(clean("e\u{301}e\u{301}e\u{301}", 3).as_deref(), Ok("ééé"));
    }

    #[test]
    fn a_text_of_blanks_is_empty_and_an_optional_one_is_absent() {
        for blank in ["", "  \n ", "\u{200b}\u{202e}", "\u{0}"] {
            assert_eq!(clean(blank, 10), Err(TextFault::Empty), "{blank:?}");
            assert_eq!(clean_lines(blank, 10), Err(TextFault::Empty), "{blank:?}");
            assert_eq!(clean_optional(blank, 10), Ok(None), "{blank:?}");
        }
        assert_eq!(clean_optional(" a ", 10), Ok(Some("a".into())));
        assert_eq!(clean_optional("abc", 2), Err(TextFault::TooLong { max: 2 }));
    }

    #[test]
    fn lines_stay_lines_and_gaps_stay_small() {
        assert_eq!(
            clean_lines("\n\nun \r\ndeux\r\n\r\n\r\n\r\ntrois  quatre\n\n", 100).as_deref(),
            Ok("un\ndeux\n\ntrois quatre")
        );
        assert_eq!(clean("un\r\ndeux", 100).as_deref(), Ok("un deux"));
    }

    #[test]
    fn every_digit_a_keyboard_gives_is_read() {
        assert_eq!("٠٦۱۲7".chars().map(western_digit).collect::<String>(), "06127");
    }
}
