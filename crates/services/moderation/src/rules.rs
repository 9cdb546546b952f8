//! The law of moderation: which decision needs a reason, who may appeal and until when, and who may answer. No database.

use crate::model::{Appeal, Choice, Country, Decision, Kind, Outcome};
use kernel::{Moment, Refusal};
use photos::Part;

/// Cells of the grid over a photo.
pub const COLUMNS: u32 = 10;
pub const ROWS: u32 = 8;
/// Parts that one photo may have hidden.
const PARTS_MOST: usize = 200;
const WHOLE: u32 = 10_000;

/// What a choice decides. Words that change, and words that stay hidden, need a reason.
pub fn decide(country: &Country, written: &str, speaks: bool, choice: &Choice) -> Result<Kind, Refusal> {
    let reason = choice.reason.as_deref().map(|id| {
        country.reason.iter().find(|reason| reason.id == id).ok_or_else(|| Refusal::new("moderation-needs-reason").at("reason"))
    });
    let reason = reason.transpose()?;
    let kind = match choice.publish {
        false => Kind::Withheld,
        true if speaks && same(written) != same(&choice.shown) => Kind::Edited,
        true => Kind::Published,
    };
    let fits = match kind {
        Kind::Published => true,
        Kind::Edited => reason.is_some(),
        Kind::Withheld => reason.is_some_and(|reason| reason.withholds),
    };
    if fits { Ok(kind) } else { Err(Refusal::new("moderation-needs-reason").at("reason")) }
}

/// Browsers send other line ends than were stored; the space between words says nothing.
fn same(words: &str) -> Vec<&str> {
    words.split_whitespace().collect()
}

/// Whether its author may still appeal against this decision: once, whatever was decided before it.
pub fn may_appeal(country: &Country, last: Option<&Decision>, before: Option<&Appeal>, now: Moment) -> Result<(), Refusal> {
    let Some(decision) = last.filter(|decision| decision.kind != Kind::Published) else {
        return Err(Refusal::new("moderation-nothing-to-appeal"));
    };
    if before.is_some_and(|appeal| appeal.at >= decision.at) {
        return Err(Refusal::new("moderation-appealed-already"));
    }
    if now.day().days_since(decision.at.day()) > country.appeal_days {
        return Err(Refusal::new("moderation-appeal-late").with("days", country.appeal_days));
    }
    Ok(())
}

/// Whether a moderator may decide now: while an appeal waits, somebody else answers it, and what was granted is not taken back by
/// the one it was granted against.
pub fn may_decide(appeal: Option<&Appeal>, kind: Kind, actor: &str) -> Result<(), Refusal> {
    match appeal {
        Some(appeal) if appeal.outcome == Outcome::Open => Err(Refusal::new("moderation-appeal-waits")),
        Some(appeal) if appeal.outcome == Outcome::Granted && kind != Kind::Published => may_answer(appeal, actor),
        _ => Ok(()),
    }
}

/// Nobody answers an appeal against himself.
pub fn may_answer(appeal: &Appeal, actor: &str) -> Result<(), Refusal> {
    if appeal.against == actor { Err(Refusal::new("moderation-another-person")) } else { Ok(()) }
}

/// The parts that a form names: ticked cells of the grid, counted from 1, and drawn boxes `x,y,width,height;…`.
pub fn parts<'a>(cells: impl Iterator<Item = &'a str>, boxes: &str) -> Result<Vec<Part>, Refusal> {
    let wrong = || Refusal::new("moderation-parts-wrong").at("parts");
    let mut parts = Vec::new();
    for cell in cells {
        let number: u32 = cell.parse().map_err(|_| wrong())?;
        parts.push(number.checked_sub(1).filter(|place| *place < COLUMNS * ROWS).map(square).ok_or_else(wrong)?);
    }
    for drawn in boxes.split(';').filter(|drawn| !drawn.is_empty()) {
        parts.push(part(drawn).ok_or_else(wrong)?);
    }
    if parts.len() > PARTS_MOST { Err(wrong()) } else { Ok(parts) }
}

fn square(place: u32) -> Part {
    let (width, height) = (WHOLE / COLUMNS, WHOLE / ROWS);
    Part { x: place % COLUMNS * width, y: place / COLUMNS * height, width, height }
}

/// A box as it is written, if it lies on the picture and hides something.
pub fn part(text: &str) -> Option<Part> {
    let numbers: Vec<u32> = text.split(',').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [x, y, width, height] = numbers.try_into().ok()?;
    let lies = |from: u32, length: u32| from < WHOLE && (1..=WHOLE).contains(&length) && from + length <= WHOLE;
    (lies(x, width) && lies(y, height)).then_some(Part { x, y, width, height })
}

/// Parts as they are stored, and read again by [`part`].
pub fn written(parts: &[Part]) -> String {
    let one = |part: &Part| format!("{},{},{},{}", part.x, part.y, part.width, part.height);
    parts.iter().map(one).collect::<Vec<_>>().join(";")
}
