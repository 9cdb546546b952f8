//! How foreign clients write things: attributes, dates, lists, pages, and the statuses of updates. No database.

use cases::points::Grid;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kernel::{Day, Moment, Point, Refusal};
use platform::Fields;
use procedures::{Phase, Typed};

/// The most a list may hold, and the longest time it may span (GeoReport v2, GET Service Requests).
pub const MOST: i64 = 1_000;
pub const DAYS: i64 = 90;
const DAY_SECS: i64 = 86_400;

/// The fields of the body over those of the query.
pub fn merged(query: Fields, body: Fields) -> Fields {
    let mut values = body.values;
    let own: Vec<String> = values.iter().map(|(name, _)| name.clone()).collect();
    values.extend(query.values.into_iter().filter(|(name, _)| !own.contains(name)));
    Fields { values, files: body.files }
}

/// `attribute[x]`, `attribute[x][]`, `attribute[x][0]`, each as often as it comes.
pub fn attributes(fields: &Fields) -> Typed {
    let mut typed = Typed::new();
    for (name, value) in &fields.values {
        let Some((code, tail)) = name.strip_prefix("attribute[").and_then(|rest| rest.split_once(']')) else { continue };
        let index = tail.strip_prefix('[').and_then(|tail| tail.strip_suffix(']'));
        let listed = index.is_some_and(|index| index.bytes().all(|byte| byte.is_ascii_digit()));
        if !code.is_empty() && (tail.is_empty() || listed) && !value.trim().is_empty() {
            typed.entry(code.to_owned()).or_default().push(value.clone());
        }
    }
    typed
}

/// The parts of a comma list, over repeats of the parameter too.
pub fn list(fields: &Fields, name: &str) -> Vec<String> {
    let parts = fields.all(name).flat_map(|value| value.split(','));
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).take(MOST as usize).collect()
}

/// A moment with a zone, in the commune's zone without one, or a day: its beginning, or its end when `late`.
pub fn moment(text: &str, late: bool) -> Option<Moment> {
    let text = text.trim();
    if let Some(day) = Day::parse(text).filter(|_| text.len() == 10) {
        return Some(if late { day.end() } else { day.start() });
    }
    // A plus sign that nobody escaped arrives as a blank: 2026-11-24T10:00:00 01:00.
    let repaired = text.rsplit_once(' ').filter(|(before, _)| before.contains('T')).map(|(time, zone)| format!("{time}+{zone}"));
    Moment::parse(text).or_else(|| Moment::parse(&repaired?)).or_else(|| civil(text))
}

fn civil(text: &str) -> Option<Moment> {
    let time: DateTime = text.parse().ok()?;
    let zone = TimeZone::get(kernel::ZONE).ok()?;
    zone.to_ambiguous_timestamp(time).compatible().ok().map(Moment)
}

/// A moment as the standard writes it, with the commune's zone.
pub fn written(moment: Moment) -> String {
    moment.zoned().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn asked_moment(fields: &Fields, name: &str, late: bool) -> Result<Option<Moment>, Refusal> {
    let read = |text: &str| moment(text, late).ok_or_else(|| Refusal::new("open311-date-wrong").with("name", name).at(name));
    fields.opt(name).map(read).transpose()
}

/// A stretch of time, both ends included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    pub from: Option<Moment>,
    pub until: Option<Moment>,
}

/// `start_date` and `end_date`: at most ninety days, the last ninety when nothing is said.
pub fn dates(fields: &Fields, now: Moment) -> Result<Span, Refusal> {
    let (start, end) = (asked_moment(fields, "start_date", false)?, asked_moment(fields, "end_date", true)?);
    let span = match (start, end) {
        (Some(start), Some(end)) => (start, end),
        (Some(start), None) => (start, start.plus_secs(DAYS * DAY_SECS)),
        (None, Some(end)) => (end.plus_secs(-DAYS * DAY_SECS), end),
        (None, None) => (now.plus_secs(-DAYS * DAY_SECS), now),
    };
    // Both days of a span count as whole ones, and one day of the year has twenty-five hours.
    if span.1.secs_since(span.0) > DAYS * DAY_SECS + DAY_SECS + 3_600 {
        return Err(Refusal::new("open311-span-long").with("days", DAYS).at("start_date"));
    }
    Ok(Span { from: Some(span.0), until: Some(span.1) })
}

/// `updated_after` and `updated_before`.
pub fn updated(fields: &Fields) -> Result<Span, Refusal> {
    Ok(Span { from: asked_moment(fields, "updated_after", false)?, until: asked_moment(fields, "updated_before", true)? })
}

/// Open, closed, or both when neither or each is named.
pub fn status(fields: &Fields) -> Result<Option<bool>, Refusal> {
    let asked: Vec<String> = list(fields, "status").into_iter().map(|word| word.to_ascii_lowercase()).collect();
    if asked.iter().any(|word| !matches!(word.as_str(), "open" | "closed")) {
        return Err(Refusal::new("open311-status-wrong").at("status"));
    }
    let has = |wanted: &str| asked.iter().any(|word| word == wanted);
    Ok(if has("open") == has("closed") { None } else { Some(has("open")) })
}

/// Offset and limit of `page` and `page_size`. Clients stop at the first page that is not full, so the size is exact.
pub fn page(fields: &Fields) -> Result<(i64, i64), Refusal> {
    let whole = |name: &str, default: i64| match fields.opt(name) {
        Some(text) => {
            text.parse().ok().filter(|n| *n > 0).ok_or_else(|| Refusal::new("open311-number-wrong").with("name", name).at(name))
        }
        None => Ok(default),
    };
    let (page, size): (i64, i64) = (whole("page", 1)?, whole("page_size", MOST)?.min(MOST));
    Ok(((page.min(1_000_000) - 1) * size, size))
}

/// `lat` and `long`, both or neither.
pub fn point(fields: &Fields) -> Result<Option<Point>, Refusal> {
    match (fields.opt("lat"), fields.opt("long").or(fields.opt("lon"))) {
        (None, None) => Ok(None),
        (Some(lat), Some(long)) => {
            let point = Point::parse(lat, long).ok_or_else(|| Refusal::new("open311-point-wrong").at("lat"))?;
            Ok(Some(point))
        }
        _ => Err(Refusal::new("open311-point-half").at("lat")),
    }
}

/// The published place: the middle of a square of the grid that the category names, so that nobody is found by it. It is the
/// same everywhere: two roundings of one place would say more than each of them.
pub fn blurred(point: Point, precision_m: u32) -> Point {
    Grid::metres(precision_m).shown(point)
}

/// The word of the updates extension for a state, and for the outcome once there is one.
pub fn update_status(state: &str, phase: Phase, outcome: Option<&str>) -> &'static str {
    match (state, phase, outcome) {
        ("reopened", ..) => "REOPEN",
        ("triage", ..) => "FOR_TRIAGE",
        ("planned", ..) => "ACTION_SCHEDULED",
        (_, Phase::Decided, Some("done" | "already_fixed")) => "FIXED",
        (_, Phase::Decided, Some("duplicate")) => "DUPLICATE",
        (_, Phase::Decided, Some("not_ours_transferred")) => "NOT_COUNCILS_RESPONSIBILITY",
        (_, Phase::Decided, Some("refused_with_reason")) => "NO_FURTHER_ACTION",
        (_, Phase::Decided, Some("withdrawn")) => "CANCELLED",
        (_, Phase::Decided | Phase::Closed, _) => "CLOSED",
        (_, Phase::WaitingOther, _) => "INTERNAL_REFERRAL",
        (_, Phase::WaitingApplicant, _) => "INVESTIGATING",
        (_, Phase::InProgress, _) => "IN_PROGRESS",
        (_, Phase::Filed, _) => "OPEN",
    }
}

/// What a status from outside asks of a case: actions to try in turn, with an outcome; the last resort is a note.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wish {
    Note,
    Staff(&'static [&'static str], Option<&'static str>),
    Author(&'static str),
}

/// `None` for a word that the extension does not know.
pub fn wish(status: &str) -> Option<Wish> {
    Some(match status.to_ascii_uppercase().replace([' ', '-'], "_").as_str() {
        "" | "OPEN" | "FOR_TRIAGE" | "INTERNAL_REFERRAL" | "DUPLICATE" | "NOT_COUNCILS_RESPONSIBILITY" => Wish::Note,
        "IN_PROGRESS" | "INVESTIGATING" | "ACTION_SCHEDULED" => Wish::Staff(&["take", "resume"], None),
        "FIXED" | "CLOSED" => Wish::Staff(&["answer"], Some("done")),
        "NO_FURTHER_ACTION" => Wish::Staff(&["answer"], Some("refused_with_reason")),
        "CANCELLED" => Wish::Author("withdraw"),
        "REOPEN" => Wish::Author("reopen"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(query: &str) -> Fields {
        Fields::from_query(Some(query))
    }

    #[test]
    fn an_attribute_is_read_however_it_is_written() {
        let typed = attributes(&fields(
            "attribute[a]=1&attribute[b][]=1&attribute[b][]=2&attribute[c][0]=1&attribute[c][1]=2&attribute[d]=1&attribute[d]=2\
             &attribute[e]=&attribute[]=1&attribute[f=1&attribute[g]x=1&attribute[h][x]=1",
        ));
        let read: Vec<(&str, usize)> = typed.iter().map(|(code, values)| (code.as_str(), values.len())).collect();
        assert_eq!(read, [("a", 1), ("b", 2), ("c", 2), ("d", 2)]);
    }

    #[test]
    fn a_moment_is_read_with_and_without_a_zone() {
        let table = [
            ("2026-11-24T10:00:00Z", "2026-11-24T10:00:00.000000Z"),
            ("2026-11-24T10:00:00-05:00", "2026-11-24T15:00:00.000000Z"),
            ("2026-11-24T10:00:00+0100", "2026-11-24T09:00:00.000000Z"),
            ("2026-11-24T10:00:00 01:00", "2026-11-24T09:00:00.000000Z"),
            ("2026-11-24T10:00:00", "2026-11-24T09:00:00.000000Z"),
            ("2026-11-24 10:00:00", "2026-11-24T09:00:00.000000Z"),
            ("2026-11-24T23:59:59.999999", "2026-11-24T22:59:59.999999Z"),
            ("2026-03-01T10:00:00", "2026-03-01T10:00:00.000000Z"),
            ("2026-11-24", "2026-11-23T23:00:00.000000Z"),
        ];
        for (typed, meant) in table {
            assert_eq!(moment(typed, false).map(|found| found.to_string()).as_deref(), Some(meant), "{typed}");
        }
        assert_eq!(moment("2026-11-24", true).unwrap().to_string(), "2026-11-24T22:59:59.000000Z");
        for wrong in ["", "yesterday", "2026-13-01", "24/11/2026", "2026-11-24T25:00:00", "99999999999"] {
            assert_eq!(moment(wrong, false), None, "{wrong}");
        }
    }

    #[test]
    fn a_moment_is_written_in_the_civil_time_of_the_day() {
        let at = |text| written(Moment::parse(text).unwrap());
        assert_eq!(at("2026-11-24T09:00:00Z"), "2026-11-24T10:00:00+01:00");
        assert_eq!(at("2026-03-01T09:00:00Z"), "2026-03-01T09:00:00+00:00");
    }

    #[test]
    fn ninety_days_may_be_asked_for_and_no_more() {
        let now = Moment::parse("2026-11-24T09:00:00Z").unwrap();
        assert!(dates(&fields("start_date=2026-08-26&end_date=2026-11-24"), now).is_ok());
        assert!(dates(&fields("start_date=2026-08-20&end_date=2026-11-24"), now).is_err());
        let open = dates(&fields("end_date=2026-11-01T00:00:00Z"), now).unwrap();
        assert_eq!(open.from.unwrap().to_string(), "2026-08-03T00:00:00.000000Z");
        assert_eq!(dates(&fields("start_date="), now).unwrap().until, Some(now));
    }

    #[test]
    fn the_size_of_a_page_is_exact_and_has_a_most() {
        assert_eq!(page(&fields("")), Ok((0, 1_000)));
        assert_eq!(page(&fields("page=3&page_size=200")), Ok((400, 200)));
        assert_eq!(page(&fields("page=2&page_size=5000")), Ok((1_000, 1_000)));
        for wrong in ["page=0", "page=-1", "page_size=x", "page=99999999999999999999"] {
            assert_eq!(page(&fields(wrong)).unwrap_err().key, "open311-number-wrong", "{wrong}");
        }
    }

    #[test]
    fn the_body_wins_over_the_query() {
        let both = merged(fields("a=1&b=1&b=2"), fields("a=9"));
        assert_eq!((both.get("a"), both.all("b").count()), ("9", 2));
    }

    #[test]
    fn every_status_of_the_extension_is_known_both_ways() {
        let known = "OPEN CLOSED FIXED IN_PROGRESS ACTION_SCHEDULED INVESTIGATING DUPLICATE NOT_COUNCILS_RESPONSIBILITY \
                     NO_FURTHER_ACTION INTERNAL_REFERRAL FOR_TRIAGE CANCELLED REOPEN";
        assert!(known.split(' ').all(|status| wish(status).is_some()));
        assert_eq!(wish("in progress"), wish("IN_PROGRESS"));
        assert_eq!(wish("EXPLODED"), None);
        for (state, phase, outcome) in
            [("received", Phase::Filed, None), ("answered", Phase::Decided, Some("done")), ("closed", Phase::Closed, None)]
        {
            assert!(known.contains(update_status(state, phase, outcome)), "{state}");
        }
    }

    #[test]
    fn a_published_place_is_as_coarse_as_its_category_wants() {
        let home = Point::new(34.033_149, -6.823_751).unwrap();
        for (precision, least) in [(5, 0.1), (25, 1.0), (100, 1.0), (250, 1.0), (1_000, 1.0)] {
            let moved = blurred(home, precision).metres_to(home);
            assert!(moved > least && moved < f64::from(precision), "{precision}: {moved}");
        }
    }
}
