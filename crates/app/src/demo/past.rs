//! Years of invented reports in a few minutes, for measuring: the past by the door of imports, many in a commit.

use super::dice::Dice;
use super::phrases::Phrases;
use super::town;
use super::{Files, plan};
use crate::bar::Bar;
use cases::{PastCase, Place};
use kernel::{Label, Moment, Point};
use places::Quarter;
use platform::{App, Problem, Refusal, Result, Scope, Tx};
use std::sync::Arc;

const SEED: u64 = 0x0DDB_A115;
const SPOTS: usize = 1_500;
/// Written in one commit: few enough that a commit takes a fraction of a second.
const TOGETHER: usize = 1_000;
const YEARS: i64 = 6;
const DAY_SECS: i64 = 86_400;
/// Of a hundred; the other are restricted, or were never asked to be shown.
const SHOWN: u64 = 85;
/// Of a hundred of the last weeks; older ones have ended.
const OPEN: u64 = 60;
const OPEN_DAYS: i64 = 60;
/// A commit fails when a code is drawn that another case has, which among a million happens; it is drawn again.
const TRIES: usize = 3;

/// What is invented of each report.
struct Town {
    phrases: Phrases,
    sites: Vec<Site>,
    now: Moment,
}

/// Where a report may lie: a street and, where boundaries are known, a point of it.
struct Site {
    street: Label,
    point: Option<Point>,
    area: Option<String>,
    quarter: Option<Quarter>,
}

/// Fills a commune that has no cases.
pub async fn fill(app: &App, scope: Scope, count: usize, label: String) -> Result<()> {
    let text = Files::get("phrases.toml").ok_or_else(|| Problem::internal("phrases.toml"))?;
    let phrases = Phrases::load(app.pack(), &String::from_utf8_lossy(&text.data))?;
    let streets = phrases.streets.clone();
    let sites = app.store().read(scope.clone(), move |rx| {
        empty(rx)?;
        sites(rx, &streets)
    });
    let town = Arc::new(Town { phrases, sites: sites.await?, now: app.store().clock().now() });
    let mut bar = Bar::new(label);
    for first in (0..count).step_by(TOGETHER) {
        let last = (first + TOGETHER).min(count);
        put(app, &scope, &town, first..last, count).await?;
        bar.at(last as u64, count as u64);
    }
    bar.end();
    app.store().gathered()
}

/// Invented reports among real ones could never be told apart again.
fn empty(rx: &mut Tx) -> Result<()> {
    let Some(any) = cases::latest(rx)? else { return Ok(()) };
    Err(Refusal::new("operations-seed-full").with("code", any).into())
}

/// Most communes have no boundary in the pack: there people name the street, and nobody knows the point.
fn sites(rx: &mut Tx, streets: &[Label]) -> Result<Vec<Site>> {
    let spots = match places::bounds(rx)? {
        Some((south_west, north_east)) => {
            let corners = ((south_west.lat(), south_west.lon()), (north_east.lat(), north_east.lon()));
            town::spots(rx, streets, SPOTS, SEED, corners)?
        }
        None => Vec::new(),
    };
    if spots.is_empty() {
        let named = streets.iter().map(|street| Site { street: street.clone(), point: None, area: None, quarter: None });
        return Ok(named.collect());
    }
    let placed =
        |spot: town::Spot| Site { street: spot.street, point: Some(spot.point), area: Some(spot.area), quarter: spot.quarter };
    Ok(spots.into_iter().map(placed).collect())
}

async fn put(app: &App, scope: &Scope, town: &Arc<Town>, which: std::ops::Range<usize>, of: usize) -> Result<()> {
    let mut tried = 1;
    loop {
        let (town, which) = (town.clone(), which.clone());
        let body = move |tx: &mut Tx| {
            let past: Vec<PastCase> = which.clone().map(|place| town.report(place, of)).collect();
            cases::import_many(tx, &past).map(drop)
        };
        match app.store().write(scope.clone(), body).await {
            Err(_) if tried < TRIES => tried += 1,
            outcome => return outcome,
        }
    }
}

impl Town {
    /// The report at this place of so many: the same each time, later the higher its place.
    fn report(&self, place: usize, of: usize) -> PastCase {
        let mut dice = Dice::new(SEED ^ (place as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let ago = (1.0 - (place as f64 + 0.5) / of as f64) * (YEARS * 365 * DAY_SECS) as f64;
        let received_at = self.now.plus_secs(-(ago as i64).max(60));
        let ended = received_at.plus_secs(dice.between(3_600, 30 * DAY_SECS));
        let young = received_at > self.now.plus_secs(-OPEN_DAYS * DAY_SECS);
        let ended_at = (ended <= self.now && !(young && dice.happens(OPEN))).then_some(ended);
        let site = &self.sites[dice.below(self.sites.len())];
        let category = plan::category(&mut dice);
        let quarter = site.quarter.as_ref().map(|quarter| quarter.name.clone()).unwrap_or_default();
        let (lang, said) = self.phrases.say(&mut dice, category, &site.street, &quarter);
        let words = format!("{said} {}", dice.between(1, 400));
        PastCase {
            procedure: category.into(),
            received_at,
            ended_at: ended_at.or((!young).then(|| ended.min(self.now))),
            lang,
            public_words: dice.happens(SHOWN).then(|| words.clone()),
            words,
            place: self.place(&mut dice, site, &quarter, lang),
            source: "seed".into(),
            number: (place + 1).to_string(),
            raw: String::new(),
        }
    }

    /// Somewhere along the street of a site.
    fn place(&self, dice: &mut Dice, site: &Site, quarter: &Label, lang: kernel::Lang) -> Place {
        let (north, east) = (dice.part() - 0.5, dice.part() - 0.5);
        let beside = |point: Point| Point::new(point.lat() + north * 0.002, point.lon() + east * 0.002).unwrap_or(point);
        Place {
            point: site.point.map(beside),
            area: site.area.clone(),
            quarter: site.quarter.as_ref().map(|quarter| quarter.id.clone()),
            words: format!("{} {}", site.street.text(lang), quarter.text(lang)).trim().to_owned(),
            ..Place::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::HOME;
    use testing::Town as Testing;

    #[tokio::test]
    async fn what_is_filled_in_is_found_by_its_words_and_shown() {
        // A town brings the look itself.
        let modules: Vec<_> = crate::modules::all().into_iter().filter(|module| module.name != "ui").collect();
        let town = Testing::with(modules).await;
        let scope = Scope::system(HOME);
        fill(&town.app, scope.clone(), 1_204, String::new()).await.expect("an empty commune");
        let count = async |what: &'static str| {
            let sql = format!("SELECT COUNT(*) AS n FROM {what} tenant = $1");
            town.reads(move |rx| rx.count(&sql, platform::args![rx.tenant()])).await
        };
        let cases = count("cases_cases WHERE").await;
        let shown = count("cases_cases WHERE publication = 'published' AND cell IS NOT NULL AND").await;
        let (words, entries) = (count("platform_words WHERE").await, count("cases_events WHERE").await);
        assert_eq!((cases, shown > 800), (1_204, true));
        assert!(words > 5 * cases && entries > 2 * cases, "{words} words, {entries} entries");
        let elsewhere = Scope::system(testing::RABAT);
        fill(&town.app, elsewhere.clone(), 20, String::new()).await.expect("a commune without a boundary");
        let sql = "SELECT COUNT(*) AS n FROM cases_cases WHERE tenant = $1 AND cell IS NULL";
        let without = town.app.store().read(elsewhere, move |rx| rx.count(sql, platform::args![rx.tenant()])).await;
        assert_eq!(without.unwrap(), 20);
        let again = fill(&town.app, scope, 1, String::new()).await;
        assert!(matches!(again, Err(Problem::Refused(why)) if why.key == "operations-seed-full"));
    }
}
