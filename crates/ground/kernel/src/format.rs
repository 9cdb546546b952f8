//! Days, hours, sums and numbers written as Morocco writes them; digits are western in every language.

use crate::{Day, Lang, Moment, Money};

const NO_BREAK: char = '\u{a0}';
const NARROW: char = '\u{202f}';
const LEFT_TO_RIGHT: char = '\u{200e}';

const MONTHS_AR: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"];
const MONTHS_FR: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const MONTHS_ZGH: [&str; 12] =
    ["ⵉⵏⵏⴰⵢⵔ", "ⴱⵕⴰⵢⵕ", "ⵎⴰⵕⵚ", "ⵉⴱⵔⵉⵔ", "ⵎⴰⵢⵢⵓ", "ⵢⵓⵏⵢⵓ", "ⵢⵓⵍⵢⵓⵣ", "ⵖⵓⵛⵜ", "ⵛⵓⵜⴰⵏⴱⵉⵔ", "ⴽⵜⵓⴱⵔ", "ⵏⵓⵡⴰⵏⴱⵉⵔ", "ⴷⵓⵊⴰⵏⴱⵉⵔ"];
const MONTHS_EN: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// Monday first.
const WEEKDAYS_AR: [&str; 7] = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];
const WEEKDAYS_FR: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const WEEKDAYS_ZGH: [&str; 7] = ["ⴰⵢⵏⴰⵙ", "ⴰⵙⵉⵏⴰⵙ", "ⴰⴽⵕⴰⵙ", "ⴰⴽⵡⴰⵙ", "ⴰⵙⵉⵎⵡⴰⵙ", "ⴰⵙⵉⴹⵢⴰⵙ", "ⴰⵙⴰⵎⴰⵙ"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The name of a month from 1 to 12; anything else is brought to the nearest.
pub fn month_name(month: i8, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Ar => MONTHS_AR,
        Lang::Fr => MONTHS_FR,
        Lang::Zgh => MONTHS_ZGH,
        Lang::En => MONTHS_EN,
    };
    names[usize::try_from(month.clamp(1, 12) - 1).unwrap_or(0)]
}

/// The name of a weekday, Monday being 1 as in `Day::weekday`.
pub fn weekday_name(weekday: i8, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Ar => WEEKDAYS_AR,
        Lang::Fr => WEEKDAYS_FR,
        Lang::Zgh => WEEKDAYS_ZGH,
        Lang::En => WEEKDAYS_EN,
    };
    names[usize::try_from(weekday.clamp(1, 7) - 1).unwrap_or(0)]
}

/// `24 نونبر 2026`, `24 novembre 2026`, `1er mai 2026`.
pub fn day(day: Day, lang: Lang) -> String {
    let number = match (lang, day.0.day()) {
        (Lang::Fr, 1) => "1er".to_owned(),
        (_, number) => number.to_string(),
    };
    format!("{number} {} {}", month_name(day.0.month(), lang), day.year())
}

/// The day alone, for lists whose heading says the year: `mardi 24 novembre`.
pub fn weekday_and_day(day: Day, lang: Lang) -> String {
    let whole = long_day(day, lang);
    whole.strip_suffix(&format!(" {}", day.year())).map_or(whole.clone(), str::to_owned)
}

/// With the name of the weekday: `mardi 24 novembre 2026`.
pub fn long_day(day: Day, lang: Lang) -> String {
    format!("{} {}", weekday_name(day.weekday(), lang), self::day(day, lang))
}

/// `24/11/2026`, for tables, in every language.
pub fn short_day(day: Day) -> String {
    format!("{:02}/{:02}/{}", day.0.day(), day.0.month(), day.year())
}

/// `18:02`, on the commune's clock.
pub fn hour(moment: Moment) -> String {
    let civil = moment.zoned();
    format!("{:02}:{:02}", civil.hour(), civil.minute())
}

/// The day, then the hour.
pub fn moment(moment: Moment, lang: Lang) -> String {
    let between = match lang {
        Lang::Ar => "، ",
        Lang::Fr => " à ",
        Lang::Zgh | Lang::En => ", ",
    };
    format!("{}{between}{}", day(moment.day(), lang), hour(moment))
}

/// `today`, `in 3 days`, `3 days ago`. Tamazight has sourced words for three days only: the date stands for the others.
pub fn relative_days(day: Day, today: Day, lang: Lang) -> String {
    let days = day.days_since(today);
    let near = match (lang, days) {
        (Lang::Ar, 0) => "اليوم",
        (Lang::Ar, 1) => "غدا",
        (Lang::Ar, -1) => "أمس",
        (Lang::Fr, 0) => "aujourd’hui",
        (Lang::Fr, 1) => "demain",
        (Lang::Fr, -1) => "hier",
        (Lang::Zgh, 0) => "ⴰⵙⵙⴰ",
        (Lang::Zgh, 1) => "ⴰⵙⴽⴽⴰ",
        (Lang::Zgh, -1) => "ⵉⴹⵍⵍⵉ",
        (Lang::En, 0) => "today",
        (Lang::En, 1) => "tomorrow",
        (Lang::En, -1) => "yesterday",
        _ => "",
    };
    if !near.is_empty() {
        return near.to_owned();
    }
    let count = number(days.saturating_abs(), lang);
    match (lang, days > 0) {
        (Lang::Ar, true) => format!("بعد {}", counted_days_ar(days)),
        (Lang::Ar, false) => format!("قبل {}", counted_days_ar(-days)),
        (Lang::Fr, true) => format!("dans {count}{NO_BREAK}jours"),
        (Lang::Fr, false) => format!("il y a {count}{NO_BREAK}jours"),
        (Lang::En, true) => format!("in {count} days"),
        (Lang::En, false) => format!("{count} days ago"),
        (Lang::Zgh, _) => self::day(day, lang),
    }
}

/// The counted noun after بعد or قبل: dual, then plural from 3 to 10, accusative to 99, singular at the hundreds.
fn counted_days_ar(days: i64) -> String {
    let count = number(days, Lang::Ar);
    match (days, days % 100) {
        (2, _) => "يومين".to_owned(),
        (_, 3..=10) => format!("{count} أيام"),
        (_, 11..=99) => format!("{count} يوما"),
        _ => format!("{count} يوم"),
    }
}

/// Council papers print 250.000,00 درهم in Arabic and 250 000,00 DH in French.
pub fn money(sum: Money, lang: Lang) -> String {
    let cents = sum.0.unsigned_abs();
    let mark = if lang == Lang::En { '.' } else { ',' };
    let amount = format!("{}{}{mark}{:02}", sign(sum.0, lang), grouped(cents / 100, lang), cents % 100);
    match lang {
        Lang::Ar => format!("{amount}{NO_BREAK}درهم"),
        Lang::Fr => format!("{amount}{NO_BREAK}DH"),
        Lang::Zgh => format!("{amount}{NO_BREAK}MAD"),
        Lang::En => format!("MAD{NO_BREAK}{amount}"),
    }
}

pub fn number(number: i64, lang: Lang) -> String {
    format!("{}{}", sign(number, lang), grouped(number.unsigned_abs(), lang))
}

/// A count of tenths or hundredths, by the number of its places: `11,7`, `1 204,35`, `11.7` in English.
pub fn decimal(value: i64, places: u32, lang: Lang) -> String {
    let Some(one) = 10_u64.checked_pow(places).filter(|_| places > 0) else { return number(value, lang) };
    let (size, width) = (value.unsigned_abs(), places as usize);
    let mark = if lang == Lang::En { '.' } else { ',' };
    format!("{}{}{mark}{:0width$}", sign(value, lang), grouped(size / one, lang), size % one)
}

/// A share of a hundred, whole or with places as [`decimal`] has them: `86%`, `99,30 %` in French.
pub fn percent(share: i64, places: u32, lang: Lang) -> String {
    let written = decimal(share, places, lang);
    if lang == Lang::Fr { format!("{written}{NARROW}%") } else { format!("{written}%") }
}

/// In a line that runs from right to left, a bare minus would slip behind its number.
fn sign(number: i64, lang: Lang) -> String {
    match (number < 0, lang) {
        (false, _) => String::new(),
        (true, Lang::Ar) => format!("{LEFT_TO_RIGHT}-"),
        (true, _) => "-".to_owned(),
    }
}

fn grouped(number: u64, lang: Lang) -> String {
    let separator = match lang {
        Lang::Ar => '.',
        Lang::Fr => NARROW,
        Lang::Zgh => NO_BREAK,
        Lang::En => ',',
    };
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{day, decimal, hour, long_day, moment, money, number, percent, relative_days, short_day};
    use crate::{Day, Lang, Moment, Money};

    fn ymd(year: i16, month: i8, number: i8) -> Day {
        Day::ymd(year, month, number).unwrap()
    }

    #[test]
    fn a_day_is_written_in_each_language() {
        let written = Lang::ALL.map(|lang| day(ymd(2026, 11, 24), lang));
        assert_eq!(written, ["24 نونبر 2026", "24 novembre 2026", "24 ⵏⵓⵡⴰⵏⴱⵉⵔ 2026", "24 November 2026"]);
        assert_eq!(
            Lang::ALL.map(|lang| day(ymd(2026, 5, 1), lang)),
            ["1 ماي 2026", "1er mai 2026", "1 ⵎⴰⵢⵢⵓ 2026", "1 May 2026"]
        );
        let long = Lang::ALL.map(|lang| long_day(ymd(2026, 11, 24), lang));
        assert_eq!(
            long,
            ["الثلاثاء 24 نونبر 2026", "mardi 24 novembre 2026", "ⴰⵙⵉⵏⴰⵙ 24 ⵏⵓⵡⴰⵏⴱⵉⵔ 2026", "Tuesday 24 November 2026"]
        );
        assert_eq!(long_day(ymd(2026, 11, 29), Lang::Zgh), "ⴰⵙⴰⵎⴰⵙ 29 ⵏⵓⵡⴰⵏⴱⵉⵔ 2026");
        assert_eq!(short_day(ymd(2026, 3, 5)), "05/03/2026");
    }

    #[test]
    fn moroccan_months_are_not_those_of_the_levant() {
        let months: Vec<String> = [7, 8, 9, 12].map(|month| day(ymd(2026, month, 2), Lang::Ar)).into();
        assert_eq!(months, ["2 يوليوز 2026", "2 غشت 2026", "2 شتنبر 2026", "2 دجنبر 2026"]);
    }

    #[test]
    fn the_hour_is_casablancas_also_in_ramadan() {
        let (winter, ramadan) = (Moment::parse("2026-11-24T23:02:00Z").unwrap(), Moment::parse("2026-03-01T23:02:00Z").unwrap());
        assert_eq!(moment(winter, Lang::Fr), "25 novembre 2026 à 00:02");
        assert_eq!(moment(winter, Lang::Ar), "25 نونبر 2026، 00:02");
        assert_eq!(moment(ramadan, Lang::En), "1 March 2026, 23:02");
        assert_eq!(hour(ramadan), "23:02");
    }

    #[test]
    fn days_are_counted_as_each_language_counts() {
        let today = ymd(2026, 11, 24);
        let table = [
            (0, "اليوم", "aujourd’hui", "today"),
            (1, "غدا", "demain", "tomorrow"),
            (-1, "أمس", "hier", "yesterday"),
            (2, "بعد يومين", "dans 2\u{a0}jours", "in 2 days"),
            (-2, "قبل يومين", "il y a 2\u{a0}jours", "2 days ago"),
            (3, "بعد 3 أيام", "dans 3\u{a0}jours", "in 3 days"),
            (10, "بعد 10 أيام", "dans 10\u{a0}jours", "in 10 days"),
            (11, "بعد 11 يوما", "dans 11\u{a0}jours", "in 11 days"),
            (60, "بعد 60 يوما", "dans 60\u{a0}jours", "in 60 days"),
            (100, "بعد 100 يوم", "dans 100\u{a0}jours", "in 100 days"),
            (-1103, "قبل 1.103 أيام", "il y a 1\u{202f}103\u{a0}jours", "1,103 days ago"),
        ];
        for (days, ar, fr, en) in table {
            let written = [Lang::Ar, Lang::Fr, Lang::En].map(|lang| relative_days(today.plus_days(days), today, lang));
            assert_eq!(written, [ar, fr, en], "{days}");
        }
        assert_eq!(relative_days(today.next(), today, Lang::Zgh), "ⴰⵙⴽⴽⴰ");
        assert_eq!(relative_days(today.plus_days(3), today, Lang::Zgh), "27 ⵏⵓⵡⴰⵏⴱⵉⵔ 2026");
    }

    #[test]
    fn sums_are_printed_as_council_papers_print_them() {
        let written = Lang::ALL.map(|lang| money(Money::dirhams(250_000), lang));
        let expected = ["250.000,00\u{a0}درهم", "250\u{202f}000,00\u{a0}DH", "250\u{a0}000,00\u{a0}MAD", "MAD\u{a0}250,000.00"];
        assert_eq!(written, expected);
        assert_eq!(money(Money(-205), Lang::Fr), "-2,05\u{a0}DH");
        assert_eq!(money(Money(7), Lang::Ar), "0,07\u{a0}درهم");
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (value, written) in [(0, "0"), (999, "999"), (1_000, "1,000"), (945_101, "945,101"), (36_828_330, "36,828,330")] {
            assert_eq!(number(value, Lang::En), written);
        }
        assert_eq!(number(945_101, Lang::Fr), "945\u{202f}101");
        assert_eq!(number(-1_503, Lang::Ar), "\u{200e}-1.503");
        assert_eq!(number(i64::MIN, Lang::En), "-9,223,372,036,854,775,808");
    }

    #[test]
    fn shares_and_places_follow_the_language() {
        assert_eq!(Lang::ALL.map(|lang| decimal(35, 1, lang)), ["3,5", "3,5", "3,5", "3.5"]);
        assert_eq!(Lang::ALL.map(|lang| percent(86, 0, lang)), ["86%", "86\u{202f}%", "86%", "86%"]);
        assert_eq!(Lang::ALL.map(|lang| percent(9_930, 2, lang)), ["99,30%", "99,30\u{202f}%", "99,30%", "99.30%"]);
        let small = [(0, "0,00"), (5, "0,05"), (100, "1,00"), (120_435, "1\u{202f}204,35"), (-5, "-0,05")];
        for (value, written) in small {
            assert_eq!(decimal(value, 2, Lang::Fr), written);
        }
        assert_eq!((decimal(-35, 1, Lang::Ar), decimal(7, 0, Lang::En)), ("\u{200e}-3,5".into(), "7".into()));
        assert_eq!(decimal(7, 99, Lang::En), "7", "more places than a number has");
    }
}
