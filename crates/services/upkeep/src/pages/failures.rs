//! `/upkeep`: how often objects fail, where, who repairs them how soon, and which fail again and again.

use super::lasting;
use super::place::Names;
use crate::actions::figures;
use crate::model::{Place, Sums, Work, Worst};
use crate::{rules, store};
use kernel::{Day, Label, Lang, format};
use platform::web::encode;
use platform::{Answer, Ctx, Json, Problem, Result, Tx, context};
use std::collections::BTreeMap;

pub const YEAR: i64 = 365;
/// Streets that are shown, the worst first.
const STREETS: usize = 15;

struct Loaded {
    kind: assets::Kind,
    kinds: Vec<assets::Kind>,
    since: Day,
    places: BTreeMap<Place, Sums>,
    streets: BTreeMap<Place, Sums>,
    work: Vec<(Label, Work)>,
    worst: Vec<Worst>,
    names: Names,
}

fn load(rx: &mut Tx, asked: &str) -> Result<Loaded> {
    let known = assets::kinds(rx)?;
    let with_failures = store::figures::kinds(rx)?;
    let asked = if asked.is_empty() { with_failures.first().map_or(figures::LAMP, String::as_str) } else { asked };
    let kind = known.find(asked).cloned().ok_or(Problem::NotFound)?;
    let since = rx.today().plus_days(-YEAR);
    let now = rx.now();
    let mut work = Vec::new();
    for one in figures::work(rx, &kind.id, since.start())? {
        work.push((units::find(rx, &kernel::Id::new(one.unit.clone()))?.name, one));
    }
    Ok(Loaded {
        kinds: known.asset.iter().filter(|one| with_failures.contains(&one.id)).cloned().collect(),
        places: figures::places(rx, &kind.id, since.start(), now, false)?,
        streets: figures::places(rx, &kind.id, since.start(), now, true)?,
        worst: figures::worst(rx, &kind.id, since.start())?,
        names: Names::load(rx)?,
        work,
        since,
        kind,
    })
}

pub async fn show(ctx: Ctx) -> Answer {
    let asked: String = ctx.query().get("kind").chars().take(40).collect();
    let loaded = ctx.read(move |rx| load(rx, &asked)).await?;
    ctx.page("upkeep/failures.html", model(&ctx, &loaded)).await
}

/// Places by their rate, the worst first; those without a rate are left out.
fn lines(names: &Names, places: &BTreeMap<Place, Sums>, lang: Lang) -> Vec<Json> {
    let rated = places.iter().filter_map(|(place, sums)| Some((rules::rate(sums.failures, sums.objects)?, place, sums)));
    let mut rated: Vec<_> = rated.collect();
    rated.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let most = rated.first().map_or(1, |(rate, _, _)| (*rate).max(1));
    let line = |(rate, place, sums): (i64, &Place, &Sums)| {
        context! { percent => rate * 100 / most, place => names.of_place(place), objects => sums.objects, failures => sums.failures, rate => format::decimal(rate, 1, lang) }
    };
    rated.into_iter().map(line).collect()
}

fn model(ctx: &Ctx, loaded: &Loaded) -> Json {
    let total = figures::total(&loaded.places);
    let chip = |kind: &assets::Kind| {
        let url = ctx.url(&format!("/upkeep?kind={}", encode(&kind.id)));
        context! { name => kind.name, url, current => kind.id == loaded.kind.id }
    };
    let work = |(unit, work): &(Label, Work)| {
        let median = work.median_hours.map(|hours| lasting(ctx, hours * 3_600));
        context! { unit, repaired => work.repaired, open => work.open, median }
    };
    let worst = |one: &Worst| {
        let url = ctx.url(&format!("/a/{}/{}", loaded.kind.id, encode(&one.number)));
        context! { number => one.number, url, place => loaded.names.of_object(one), failures => one.failures, dark => lasting(ctx, one.dark_secs) }
    };
    let streets = BTreeMap::from_iter(loaded.streets.clone().into_iter().filter(|(place, _)| !place.street.is_empty()));
    let mut streets = lines(&loaded.names, &streets, ctx.lang);
    streets.truncate(STREETS);
    context! {
        kind => loaded.kind.name, icon => loaded.kind.icon, kinds => loaded.kinds.iter().map(chip).collect::<Vec<_>>(), since => loaded.since.to_string(),
        objects => total.objects, failures => total.failures, rate => rules::rate(total.failures, total.objects).map(|rate| format::decimal(rate, 1, ctx.lang)),
        places => lines(&loaded.names, &loaded.places, ctx.lang), streets, work => loaded.work.iter().map(work).collect::<Vec<_>>(),
        worst => loaded.worst.iter().map(worst).collect::<Vec<_>>(), fewest => rules::FEWEST, worst_from => rules::WORST_FROM,
        points => ctx.bare_url(&format!("/upkeep/worst.geojson?kind={}&lang={}", encode(&loaded.kind.id), ctx.lang.code())),
        lighting => ctx.url("/upkeep/lighting"), assets => ctx.bare_url("/data/assets.csv"),
    }
}
