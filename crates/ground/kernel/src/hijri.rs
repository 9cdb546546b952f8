//! Hijri dates as papers bear them. Morocco sees the new moon with its own eyes, so a computed day may be one off: it helps
//! to read an old paper, and never decides a delay.

use crate::Day;
use icu_calendar::Date;
use icu_calendar::cal::Hijri;
use icu_calendar::types::Month;

/// The Gregorian day of a Hijri date, by the Umm al-Qura tables.
pub fn to_day(year: i16, month: i8, day: i8) -> Option<Day> {
    let month = Month::new(u8::try_from(month).ok()?);
    let date = Date::try_new(i32::from(year).into(), month, u8::try_from(day).ok()?, Hijri::new_umm_al_qura()).ok()?;
    let iso = date.to_calendar(icu_calendar::Iso);
    Day::ymd(
        i16::try_from(iso.year().extended_year()).ok()?,
        i8::try_from(iso.month().ordinal).ok()?,
        i8::try_from(iso.day_of_month().0).ok()?,
    )
}

/// Year, month and day of the Hijri calendar on a Gregorian day.
pub fn of_day(day: Day) -> Option<(i16, i8, i8)> {
    let date =
        Date::try_new_iso(i32::from(day.0.year()), u8::try_from(day.0.month()).ok()?, u8::try_from(day.0.day()).ok()?).ok()?;
    let hijri = date.to_calendar(Hijri::new_umm_al_qura());
    Some((
        i16::try_from(hijri.year().extended_year()).ok()?,
        i8::try_from(hijri.month().ordinal).ok()?,
        i8::try_from(hijri.day_of_month().0).ok()?,
    ))
}

#[cfg(test)]
mod tests {
    use super::{of_day, to_day};
    use crate::Day;

    #[test]
    fn a_hijri_date_is_read_as_its_day() {
        // 17 Chawwal 1444 was 8 May 2023 (morocco 3.3).
        assert_eq!(to_day(1444, 10, 17), Day::ymd(2023, 5, 7).or(Day::ymd(2023, 5, 8)));
        assert_eq!(to_day(1444, 13, 1), None);
        assert_eq!(to_day(1444, 10, 40), None);
    }

    #[test]
    fn a_day_has_its_hijri_date_and_back() {
        let day = Day::ymd(2026, 3, 2).unwrap();
        let (year, month, number) = of_day(day).unwrap();
        assert_eq!(to_day(year, month, number), Some(day));
        assert_eq!((year, month), (1447, 9));
    }
}
