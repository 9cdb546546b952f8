//! Sums in words, as an order of payment says them beside the figures.

use crate::{Lang, Money};

/// Beyond this, words help nobody.
const MOST: i64 = 999_999_999;

/// A sum in the words of a language: "deux cents dirhams". Figures for what is negative or beyond a thousand million.
pub fn dirhams(sum: Money, lang: Lang) -> String {
    let (whole, cents) = (sum.0 / 100, sum.0 % 100);
    if sum.0 < 0 || whole > MOST {
        return format!("{sum} MAD");
    }
    let parts = match lang {
        Lang::Fr => [french(whole, ["dirham", "dirhams"]), french(cents, ["centime", "centimes"])],
        Lang::En => [english(whole, ["dirham", "dirhams"]), english(cents, ["centime", "centimes"])],
        _ => [arabic(whole, &DIRHAM), arabic(cents, &CENTIME)],
    };
    let [whole_words, cent_words] = parts;
    match (cents, lang) {
        (0, _) => whole_words,
        (_, Lang::Fr) => format!("{whole_words} et {cent_words}"),
        (_, Lang::En) => format!("{whole_words} and {cent_words}"),
        _ => format!("{whole_words} و{cent_words}"),
    }
}

/// A counted noun of Arabic, masculine: one, two, few (genitive plural), many (accusative singular), and after a hundred.
struct Noun {
    one: &'static str,
    two: &'static str,
    few: &'static str,
    many: &'static str,
}

const DIRHAM: Noun = Noun { one: "درهم", two: "درهمان", few: "دراهم", many: "درهما" };
const CENTIME: Noun = Noun { one: "سنتيم", two: "سنتيمان", few: "سنتيمات", many: "سنتيما" };
const THOUSAND: Noun = Noun { one: "ألف", two: "ألفان", few: "آلاف", many: "ألفا" };
const MILLION: Noun = Noun { one: "مليون", two: "مليونان", few: "ملايين", many: "مليونا" };

const AR_ONES: [&str; 20] = [
    "",
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
    "أحد عشر",
    "اثنا عشر",
    "ثلاثة عشر",
    "أربعة عشر",
    "خمسة عشر",
    "ستة عشر",
    "سبعة عشر",
    "ثمانية عشر",
    "تسعة عشر",
];
const AR_TENS: [&str; 10] = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];
const AR_HUNDREDS: [&str; 10] =
    ["", "مائة", "مائتان", "ثلاثمائة", "أربعمائة", "خمسمائة", "ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة"];

fn arabic(number: i64, noun: &Noun) -> String {
    match number {
        0 => format!("صفر {}", noun.one),
        1 => format!("{} واحد", noun.one),
        2 => noun.two.to_owned(),
        _ => arabic_groups(number, noun),
    }
}

/// Millions, thousands and what is left, joined by "and"; the noun follows the last group.
fn arabic_groups(number: i64, noun: &Noun) -> String {
    let (millions, thousands, rest) = (number / 1_000_000, number / 1_000 % 1_000, number % 1_000);
    let mut parts = Vec::new();
    if millions > 0 {
        parts.push(arabic_group(millions, &MILLION, thousands + rest == 0));
    }
    if thousands > 0 {
        parts.push(arabic_group(thousands, &THOUSAND, rest == 0));
    }
    match rest {
        0 => parts.last_mut().into_iter().for_each(|last| *last = format!("{last} {}", noun.one)),
        // A thousand dirhams and one: the noun is said twice.
        1 | 2 if !parts.is_empty() => {
            let last = if rest == 1 { noun.one } else { noun.two };
            parts.push(last.to_owned());
        }
        _ => parts.push(arabic_group(rest, noun, false)),
    }
    parts.join(" و")
}

/// A group below a thousand with what it counts. `bound`: another noun follows, so that endings in n are dropped.
fn arabic_group(count: i64, noun: &Noun, bound: bool) -> String {
    let (hundreds, below) = (count / 100, count % 100);
    let dual = |word: &str| if bound { word.trim_end_matches('ن').to_owned() } else { word.to_owned() };
    let hundred = |followed: bool| {
        let word = AR_HUNDREDS[hundreds as usize];
        if hundreds == 2 && followed { "مائتا".to_owned() } else { word.to_owned() }
    };
    match below {
        0 => format!("{} {}", hundred(true), noun.one),
        1 if hundreds == 0 => noun.one.to_owned(),
        2 if hundreds == 0 => dual(noun.two),
        1 => format!("{} {} و{}", hundred(true), noun.one, noun.one),
        2 => format!("{} {} و{}", hundred(true), noun.one, dual(noun.two)),
        _ => {
            let counted = if below <= 10 { noun.few } else { noun.many };
            let counted = if bound && below > 10 { noun.one } else { counted };
            let front = if hundreds > 0 { format!("{} و", hundred(false)) } else { String::new() };
            format!("{front}{} {counted}", arabic_below_hundred(below))
        }
    }
}

fn arabic_below_hundred(number: i64) -> String {
    match (number / 10, number % 10) {
        (0 | 1, _) => AR_ONES[number as usize].to_owned(),
        (tens, 0) => AR_TENS[tens as usize].to_owned(),
        (tens, ones) => format!("{} و{}", AR_ONES[ones as usize], AR_TENS[tens as usize]),
    }
}

const FR_ONES: [&str; 20] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
    "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];
const FR_TENS: [&str; 10] =
    ["", "dix", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"];

fn french(number: i64, noun: [&str; 2]) -> String {
    let (millions, thousands, rest) = (number / 1_000_000, number / 1_000 % 1_000, number % 1_000);
    let mut parts = Vec::new();
    if millions > 0 {
        parts.push(format!("{} million{}", french_group(millions, true), if millions > 1 { "s" } else { "" }));
    }
    match thousands {
        0 => {}
        1 => parts.push("mille".to_owned()),
        // "quatre-vingt mille", "deux cent mille": no plural before mille.
        more => parts.push(format!("{} mille", french_group(more, false))),
    }
    if rest > 0 || parts.is_empty() {
        parts.push(french_group(rest, true));
    }
    let linked = if millions > 0 && thousands + rest == 0 { " de " } else { " " };
    format!("{}{linked}{}", parts.join(" "), if number > 1 { noun[1] } else { noun[0] })
}

fn french_group(number: i64, last: bool) -> String {
    let (hundreds, below) = (number / 100, number % 100);
    let head = match hundreds {
        0 => String::new(),
        1 => "cent".to_owned(),
        more => format!("{} cent{}", FR_ONES[more as usize], if below == 0 && last { "s" } else { "" }),
    };
    match (head.is_empty(), below) {
        (false, 0) => head,
        (true, _) => french_below_hundred(below, last),
        (false, _) => format!("{head} {}", french_below_hundred(below, last)),
    }
}

fn french_below_hundred(number: i64, last: bool) -> String {
    if number < 20 {
        return FR_ONES[number as usize].to_owned();
    }
    let (tens, mut ones) = (number / 10, number % 10);
    if matches!(tens, 7 | 9) {
        ones += 10;
    }
    let head = FR_TENS[tens as usize];
    match ones {
        0 if tens == 8 && last => format!("{head}s"),
        0 => head.to_owned(),
        1 | 11 if tens < 8 => format!("{head} et {}", FR_ONES[ones as usize]),
        _ => format!("{head}-{}", FR_ONES[ones as usize]),
    }
}

const EN_ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const EN_TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn english(number: i64, noun: [&str; 2]) -> String {
    let groups = [(number / 1_000_000, " million"), (number / 1_000 % 1_000, " thousand"), (number % 1_000, "")];
    let parts: Vec<String> =
        groups.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{}{name}", english_group(*count))).collect();
    let words = if parts.is_empty() { "zero".to_owned() } else { parts.join(" ") };
    format!("{words} {}", if number == 1 { noun[0] } else { noun[1] })
}

fn english_group(number: i64) -> String {
    let (hundreds, below) = (number / 100, number % 100);
    let small = match (below / 10, below % 10) {
        (0 | 1, _) => EN_ONES[below as usize].to_owned(),
        (tens, 0) => EN_TENS[tens as usize].to_owned(),
        (tens, ones) => format!("{}-{}", EN_TENS[tens as usize], EN_ONES[ones as usize]),
    };
    match (hundreds, below) {
        (0, _) => small,
        (more, 0) => format!("{} hundred", EN_ONES[more as usize]),
        (more, _) => format!("{} hundred and {small}", EN_ONES[more as usize]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_said_as_people_say_them() {
        let said = |sum: i64, lang| dirhams(Money(sum), lang);
        for (sum, french) in [
            (100, "un dirham"),
            (7_100, "soixante et onze dirhams"),
            (8_000, "quatre-vingts dirhams"),
            (20_000, "deux cents dirhams"),
            (8_000_000, "quatre-vingt mille dirhams"),
            (4_260_050, "quarante-deux mille six cents dirhams et cinquante centimes"),
            (100_000_000, "un million de dirhams"),
        ] {
            assert_eq!(said(sum, Lang::Fr), french);
        }
        for (sum, arabic) in [
            (100, "درهم واحد"),
            (200, "درهمان"),
            (500, "خمسة دراهم"),
            (20_000, "مائتا درهم"),
            (50_000, "خمسمائة درهم"),
            (72_500, "سبعمائة وخمسة وعشرون درهما"),
            (10_100, "مائة درهم ودرهم"),
            (200_000, "ألفا درهم"),
            (4_200_000, "اثنان وأربعون ألف درهم"),
            (4_260_000, "اثنان وأربعون ألفا وستمائة درهم"),
            (110_050, "ألف ومائة درهم وخمسون سنتيما"),
        ] {
            assert_eq!(said(sum, Lang::Ar), arabic);
        }
        assert_eq!(said(12_345_600, Lang::En), "one hundred and twenty-three thousand four hundred and fifty-six dirhams");
        assert_eq!(said(-100, Lang::Fr), "-1.00 MAD");
    }
}
