//! Who comes to the counters of the invented town in the next days.

use super::dice::Dice;
use super::phrases::Phrases;
use ::appointments::{Asked, Bound, Want};
use ::sites::{Identity, Matter, Site, Way};
use kernel::{Cin, Lang, Phone};
use platform::{Result, Tx};

const DAYS: i64 = 6;
/// Of a site on one day.
const BOOKINGS: usize = 9;

/// Books for invented people at every site, through the action of the counter.
pub fn book(tx: &mut Tx, phrases: &Phrases, seed: u64) -> Result<usize> {
    let mut dice = Dice::new(seed);
    let (sites, matters) = (::sites::all(tx)?, ::sites::matters(tx)?);
    let mut count = 0;
    for ahead in 0..DAYS {
        for site in &sites {
            for _ in 0..BOOKINGS {
                let Some(matter) = dice.one(&matters).cloned() else { continue };
                count += usize::from(one(tx, &mut dice, phrases, site, &matter, (ahead, count))?);
            }
        }
    }
    Ok(count)
}

fn one(tx: &mut Tx, dice: &mut Dice, phrases: &Phrases, site: &Site, matter: &Matter, at: (i64, usize)) -> Result<bool> {
    let (ahead, number) = at;
    let day = tx.today().plus_days(ahead);
    let asked = Asked { all: true, acting: true, ..Asked::of(matter, Some(&site.id), 1) };
    let free = ::appointments::free_slots(tx, &asked, day)?;
    let Some(slot) = dice.one(&free) else { return Ok(false) };
    let Some(phone) = Phone::parse(&format!("06{:08}", 70_000_000 + number)) else { return Ok(false) };
    let cin = (matter.identity == Identity::NationalNumber).then(|| Cin::parse(&format!("AB{}", 700_000 + number))).flatten();
    let bound = Bound { name: phrases.person(dice).ar, phone, cin };
    let way = if matter.allows(Way::Visit) { Way::Visit } else { Way::Phone };
    let want =
        Want { matter: matter.code.clone(), site: Some(site.id.clone()), starts: slot.starts, people: 1, way, lang: Lang::Ar };
    ::appointments::for_somebody(tx, &want, &bound, None)?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{Files, sites as doors};
    use testing::Town;

    #[tokio::test]
    async fn somebody_comes_to_the_counters_of_the_invented_town() {
        let modules = [
            journal::module(),
            calendar::module(),
            places::module(),
            units::module(),
            ::sites::module(),
            sending::module(),
            people::module(),
            ::appointments::module(),
        ];
        let town = Town::with(modules).await;
        town.does(doors::open).await;
        let text = Files::get("phrases.toml").expect("phrases").data;
        let phrases = Phrases::load(town.app.pack(), &String::from_utf8_lossy(&text)).expect("phrases that can be read");
        let count = town.does(move |tx| book(tx, &phrases, 7)).await;
        assert!(count > 60, "{count}");
        let standing = town.reads(::appointments::standing).await;
        assert_eq!((standing.booked, standing.due), (i64::try_from(count).unwrap_or(0), standing.taken));
    }
}
