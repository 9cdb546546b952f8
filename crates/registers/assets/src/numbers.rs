//! Verbs of numbers: what a typed number or a pasted list means, and numbers that the commune gives itself.

use crate::list::{self, Item, Run};
use crate::model::{Asset, AssetState, Listed, Reading, Series};
use crate::plate::{self, Plate};
use crate::{actions, rules, store};
use kernel::{Id, Label, Refusal};
use places::National;
use platform::json::json;
use platform::{Result, Tx, communes};

const NEAREST: usize = 5;
/// Unknown numbers of one list that others are suggested for: each is compared with every number of the commune.
const COMPARED: usize = 12;
/// Numbers given at once.
pub const GIVEN_MOST: i64 = 500;

/// What is asked again and again while a list is read.
struct Known {
    prefix: String,
    series: Vec<Series>,
    kind: Option<String>,
    numbers: Option<Vec<(Id, String)>>,
    compared: usize,
}

impl Known {
    fn load(tx: &mut Tx, kind: Option<&str>) -> Result<Known> {
        let prefix = communes::prefix(tx)?.to_string();
        Ok(Known { prefix, series: store::series(tx)?, kind: kind.map(str::to_owned), numbers: None, compared: 0 })
    }

    fn find(&self, tx: &mut Tx, folded: &str) -> Result<Vec<Asset>> {
        let found = store::all_by_folded(tx, self.kind.as_deref(), folded)?;
        match folded.strip_prefix(&self.prefix) {
            // The plate says the commune too; the list does not.
            Some(short) if found.is_empty() && !short.is_empty() => store::all_by_folded(tx, self.kind.as_deref(), short),
            _ => Ok(found),
        }
    }

    fn nearest(&mut self, tx: &mut Tx, folded: &str) -> Result<Vec<Asset>> {
        self.compared += 1;
        if self.compared > COMPARED || folded.is_empty() {
            return Ok(Vec::new());
        }
        if self.numbers.is_none() {
            self.numbers = Some(store::numbers(tx, self.kind.as_deref())?);
        }
        let typed = folded.strip_prefix(&self.prefix).filter(|short| !short.is_empty()).unwrap_or(folded);
        let mut near: Vec<(usize, &String, &Id)> = self
            .numbers
            .iter()
            .flatten()
            .filter_map(|(id, known)| rules::nearness(typed, known).map(|distance| (distance, known, id)))
            .collect();
        near.sort();
        let ids: Vec<Id> = near.into_iter().take(NEAREST).map(|(_, _, id)| id.clone()).collect();
        ids.iter().map(|id| store::find(tx, id)).collect()
    }

    fn is_series(&self, letters: &str) -> bool {
        self.series.iter().any(|series| series.letters == letters)
    }

    fn read(&mut self, tx: &mut Tx, typed: &str) -> Result<Reading> {
        let folded = rules::fold_number(typed);
        let mut found = self.find(tx, &folded)?;
        match found.len() {
            0 => {}
            1 => return Ok(Reading::Known(found.swap_remove(0))),
            _ => return Ok(Reading::Either(found)),
        }
        if let Some(commune) = self.elsewhere(tx, &folded)? {
            return Ok(Reading::Elsewhere(commune));
        }
        let slip = Plate::parse(&folded)
            .is_some_and(|plate| plate.check.is_some() && self.is_series(&plate.letters) && !plate.fits(&self.prefix));
        let near = self.nearest(tx, &folded)?;
        Ok(if slip { Reading::Slip(near) } else { Reading::Unknown(near) })
    }

    /// The commune of a plate that says so: by a prefix before the letters of a series, unless its check letter tells that
    /// the prefix was misread; or by a prefix alone, of the same region, that begins no number here.
    fn elsewhere(&self, tx: &mut Tx, folded: &str) -> Result<Option<Label>> {
        let letters: String = folded.chars().take_while(char::is_ascii_uppercase).collect();
        let Some(prefix) = letters.get(..plate::LETTERS).filter(|prefix| *prefix != self.prefix) else { return Ok(None) };
        if letters.len() == folded.len() {
            return Ok(None);
        }
        let national = tx.fact::<National>()?;
        let Some(commune) = national.communes.iter().find(|commune| commune.prefix == prefix) else { return Ok(None) };
        let says = if letters.len() == 2 * plate::LETTERS {
            Plate::parse(folded).is_none_or(|plate| plate.check.is_none() || plate.fits(&self.prefix))
        } else {
            let same_region = national.commune(&tx.tenant()).is_some_and(|own| own.region == commune.region);
            letters.len() == plate::LETTERS && same_region && !store::begins_with(tx, prefix)?
        };
        Ok(says.then(|| commune.name.clone()))
    }

    /// A number of a run has no check letter; in a series of the commune it is added, and serials passed over are left out.
    fn run(&mut self, tx: &mut Tx, run: &Run, into: &mut Vec<Listed>) -> Result<()> {
        let letters = run.letters.strip_prefix(&self.prefix).filter(|rest| !rest.is_empty()).unwrap_or(&run.letters).to_owned();
        for serial in run.from..=run.to {
            let typed = if self.is_series(&letters) {
                match plate::number(&self.prefix, &letters, serial) {
                    Some(number) => number,
                    None => continue,
                }
            } else if letters.is_empty() {
                serial.to_string()
            } else {
                format!("{letters}-{serial}")
            };
            let reading = self.read(tx, &typed)?;
            into.push(Listed { typed, reading });
        }
        Ok(())
    }

    fn item(&mut self, tx: &mut Tx, item: &Item, into: &mut Vec<Listed>) -> Result<()> {
        let alone = self.find(tx, &rules::fold_number(&item.typed))?;
        if let Some(run) = item.run.as_ref().filter(|run| run.surely || alone.is_empty()) {
            return self.run(tx, run, into);
        }
        let full = item.full.as_ref().filter(|_| alone.is_empty()).unwrap_or(&item.typed);
        let reading = self.read(tx, full)?;
        into.push(Listed { typed: full.clone(), reading });
        Ok(())
    }
}

/// What a number means, however it was typed.
pub fn read_number(tx: &mut Tx, kind: Option<&str>, typed: &str) -> Result<Reading> {
    if rules::fold_number(typed).is_empty() {
        return Ok(Reading::Unknown(Vec::new()));
    }
    Known::load(tx, kind)?.read(tx, typed)
}

/// The numbers of a pasted text, each with what it means; each object once. A text that is a number as a whole is one.
///
/// # Errors
/// More numbers than `most`.
pub fn read_list(tx: &mut Tx, kind: Option<&str>, text: &str, most: usize) -> Result<Vec<Listed>> {
    let mut known = Known::load(tx, kind)?;
    let whole = rules::fold_number(text);
    let items = if whole.is_empty() || !known.find(tx, &whole)?.is_empty() { Vec::new() } else { list::read(text, most)? };
    let mut all = Vec::with_capacity(items.len().max(1));
    for item in &items {
        known.item(tx, item, &mut all)?;
    }
    if all.is_empty() && !whole.is_empty() {
        let typed = text.trim().to_owned();
        all.push(Listed { reading: known.read(tx, &typed)?, typed });
    }
    let mut seen = std::collections::HashSet::new();
    all.retain(|one| !matches!(&one.reading, Reading::Known(asset) if !seen.insert(asset.id.clone())));
    Ok(all)
}

/// Gives numbers of a series to objects that are to be: plates are printed first, and placed when they hang.
///
/// # Errors
/// Letters that are no series, belong to another kind, or begin numbers of a list that has no check letter.
pub fn give_numbers(tx: &mut Tx, kind: &str, letters: &str, count: i64, quarter: &str) -> Result<Vec<Asset>> {
    actions::known(tx, kind)?;
    let letters = rules::fold_number(letters);
    let wrong = |key: &str| Refusal::new(key).with("letters", &letters).at("letters");
    if !plate::are_letters(&letters) {
        return Err(wrong("assets-series-shape").into());
    }
    if !(1..=GIVEN_MOST).contains(&count) {
        return Err(Refusal::new("assets-series-count").with("most", GIVEN_MOST).at("count").into());
    }
    let known = store::series(tx)?.into_iter().find(|series| series.letters == letters);
    if known.as_ref().is_some_and(|series| series.kind != kind) {
        return Err(wrong("assets-series-taken").into());
    }
    if known.is_none() && store::begins_with(tx, &letters)? {
        return Err(wrong("assets-series-in-list").into());
    }
    let mut series = known.unwrap_or(Series { letters: letters.clone(), kind: kind.to_owned(), last: 0 });
    let prefix = communes::prefix(tx)?;
    let mut given = Vec::new();
    while (given.len() as i64) < count {
        series.last += 1;
        if series.last > plate::LAST {
            return Err(wrong("assets-series-full").into());
        }
        if let Some(number) = plate::number(&prefix, &letters, series.last) {
            given.push(add(tx, kind, number, quarter)?);
        }
    }
    store::put_series(tx, &series)?;
    let numbers: Vec<&String> = given.iter().map(|asset| &asset.number).collect();
    tx.record("assets.numbered", &letters, &json!({ "kind": kind, "numbers": numbers }))?;
    Ok(given)
}

fn add(tx: &mut Tx, kind: &str, number: String, quarter: &str) -> Result<Asset> {
    let (kind, quarter, note) = (kind.to_owned(), quarter.to_owned(), String::new());
    let (id, street, state) = (tx.new_id(), String::new(), AssetState::Reserved);
    let asset = Asset { id, kind, number, point: None, area: None, quarter, street, state, installed_on: None, note };
    store::put(tx, &asset)?;
    Ok(asset)
}

/// The commune's own series.
pub fn series(tx: &mut Tx) -> Result<Vec<Series>> {
    store::series(tx)
}

/// What the plate shows: the commune before the number, where the commune gave it.
pub fn on_plate(prefix: &str, series: &[Series], number: &str) -> String {
    let own = Plate::parse(&rules::fold_number(number));
    let own = own.filter(|plate| plate.fits(prefix) && series.iter().any(|series| series.letters == plate.letters));
    if own.is_some() { format!("{prefix}-{number}") } else { number.to_owned() }
}

/// A list from elsewhere brings no number of a series that does not fit: it would shut out the right one.
pub fn check_listed(tx: &mut Tx, kind: &str, rows: &[crate::NewAsset]) -> Result<()> {
    let series = store::series(tx)?;
    if series.is_empty() {
        return Ok(());
    }
    let prefix = communes::prefix(tx)?;
    for row in rows {
        let folded = rules::fold_number(&row.number);
        let letters: String = folded.chars().take_while(char::is_ascii_uppercase).collect();
        let Some(series) = series.iter().find(|series| series.letters == letters) else { continue };
        if series.kind != kind || !Plate::parse(&folded).is_some_and(|plate| plate.fits(&prefix)) {
            let refusal = Refusal::new("assets-number-not-of-series").with("number", &row.number).with("line", row.line);
            return Err(refusal.at("file").into());
        }
    }
    Ok(())
}
