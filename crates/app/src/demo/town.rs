//! The invented town: its staff, its lamps on real streets, and where a report may lie.

use super::accounts::{self, Works};
use super::dice::Dice;
use super::phrases::Phrases;
use assets::{AssetState, NewAsset};
use kernel::{Email, Id, Label, Point};
use people::NewStaff;
use places::{Found, Quarter};
use platform::access::{self, Session, Side};
use platform::{Actor, App, Problem, Refusal, Result, Roles, Scope, Tx};
use std::collections::HashMap;
use std::sync::Arc;

pub const LAMPS: usize = 300;
/// A box around Salé, south-west and north-east as latitude and longitude.
pub const BOX: Corners = ((33.935, -6.84), (34.097, -6.69));
/// Points drawn for each spot that is wanted, before the boundaries are taken for too small.
const DRAWN: usize = 1_000;
const LAMPS_OF_STREET: usize = 10;
/// One turn of the streets for so many people.
const PEOPLE_OF_STREET: i64 = 38_000;
const METRES_BETWEEN_LAMPS: f64 = 38.0;

/// Two corners of a box; only points in it that fall inside an arrondissement are taken.
pub type Corners = ((f64, f64), (f64, f64));

/// A place that a report may name.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    pub point: Point,
    pub area: String,
    pub quarter: Option<Quarter>,
    pub street: Label,
    /// Number of the lamp that stands here.
    pub lamp: Option<String>,
}

/// Those who act, by unit; the unit of a unit without staff is nobody's.
#[derive(Default)]
pub struct Staff {
    by_unit: HashMap<Id, Vec<Actor>>,
    by_email: HashMap<String, Actor>,
    pub units: HashMap<Id, Label>,
}

impl Staff {
    pub fn of(&self, unit: &Id, dice: &mut Dice) -> Actor {
        let all = self.by_unit.get(unit).map_or(&[][..], Vec::as_slice);
        dice.one(all).or_else(|| self.by_email.get("dgs@demo.test")).cloned().unwrap_or(Actor::system())
    }

    pub fn named(&self, email: &str) -> Actor {
        self.by_email.get(email).cloned().unwrap_or(Actor::system())
    }
}

/// Takes on the named accounts, and invented colleagues for every unit that a category is routed to.
pub async fn hire(app: &App, scope: &Scope, phrases: &Arc<Phrases>, seed: u64) -> Result<Staff> {
    for account in &accounts::ALL {
        let body = move |tx: &mut Tx| {
            let (unit, area) = match account.works {
                Works::Everywhere => (None, None),
                Works::In(unit) => (Some(unit_of(tx, unit, None)?), None),
                Works::InArea(unit, area) => (Some(unit_of(tx, unit, Some(area))?), Some(area.to_owned())),
            };
            let password = Some(accounts::PASSWORD.to_owned());
            people::add_staff(tx, member(account.name, account.email, account.role, unit, area, password)?).map(|_| ())
        };
        app.store().write(scope.clone(), body).await?;
    }
    let phrases = phrases.clone();
    let colleagues = move |tx: &mut Tx| {
        let mut dice = Dice::new(seed);
        for (place, unit) in routed(tx)?.into_iter().enumerate() {
            let name = phrases.person(&mut dice).ar;
            let role = if unit.external { "partner" } else { "agent" };
            let email = format!("{}-{place}@demo.test", unit.code);
            people::add_staff(tx, member(&name, &email, role, Some(unit.id), unit.area, None)?)?;
        }
        Ok(())
    };
    app.store().write(scope.clone(), colleagues).await?;
    let roles = app.roles().clone();
    app.store().read(scope.clone(), move |rx| muster(rx, &roles)).await
}

fn member(
    name: &str,
    email: &str,
    role: &str,
    unit: Option<Id>,
    area: Option<String>,
    password: Option<String>,
) -> Result<NewStaff> {
    let totp_seed = password.is_some().then(|| accounts::seed(email));
    let email = Email::parse(email).ok_or_else(|| Problem::internal(format!("the address {email}")))?;
    Ok(NewStaff {
        name: name.into(), email, role: role.into(), unit, area, decision: "ق.ج 2024/17".into(), password, totp_seed
    })
}

fn unit_of(tx: &mut Tx, code: &str, area: Option<&str>) -> Result<Id> {
    let unit = units::by_code(tx, code, area)?;
    unit.map(|unit| unit.id).ok_or_else(|| Refusal::new("operations-unit-unknown").with("unit", code).into())
}

/// Every unit that the route of a category names, in each arrondissement where it stands.
fn routed(tx: &mut Tx) -> Result<Vec<units::Unit>> {
    let catalog = procedures::catalog(tx)?;
    let named: Vec<String> = catalog.all().flat_map(|one| one.route.iter().map(|route| route.unit.clone())).collect();
    let mut found = units::all(tx)?;
    // A restricted unit has its inspector alone.
    found.retain(|unit| named.contains(&unit.code) && !unit.has(units::Duty::Restricted));
    Ok(found)
}

fn muster(tx: &mut Tx, roles: &Roles) -> Result<Staff> {
    let mut staff = Staff { units: units::all(tx)?.into_iter().map(|unit| (unit.id, unit.name)).collect(), ..Staff::default() };
    for member in people::staff(tx)? {
        let session = Session {
            id: String::new(),
            account: member.account.clone(),
            person: member.person.clone(),
            side: Side::Staff,
            name: member.name.clone(),
            began_at: tx.now(),
            seen_at: tx.now(),
        };
        let actor = access::actor(tx, &session, roles)?;
        // Who works under a contract acts through it, not on the case.
        let handles = actor.may(cases::HANDLE);
        for unit in member.grants.iter().filter_map(|grant| grant.unit.clone()).filter(|_| handles) {
            staff.by_unit.entry(unit).or_default().push(actor.clone());
        }
        staff.by_email.insert(member.email, actor);
    }
    Ok(staff)
}

/// Named streets strung through the arrondissements, with a lamp every few metres; further spots lie beside them. None where the
/// commune has no arrondissements, or their boundaries are not known.
pub fn spots(tx: &mut Tx, names: &[Label], count: usize, seed: u64, within: Corners) -> Result<Vec<Spot>> {
    let mut dice = Dice::new(seed);
    let (quarters, areas) = (places::quarters(tx)?, places::areas(tx)?);
    let areas = by_population(areas);
    let mut spots: Vec<Spot> = Vec::with_capacity(count);
    for _ in 0..LAMPS * DRAWN {
        if spots.len() >= LAMPS || areas.is_empty() {
            break;
        }
        let street = names.get(spots.len() / LAMPS_OF_STREET % names.len().max(1)).cloned().unwrap_or_default();
        let area = &areas[spots.len() / LAMPS_OF_STREET % areas.len()];
        let Some(start) = anchor(tx, &mut dice, &quarters, area, within)? else { continue };
        let heading = dice.part() * std::f64::consts::TAU;
        for lamp in 0..LAMPS_OF_STREET {
            if let Some(spot) = spot(tx, moved(start, heading, lamp as f64 * METRES_BETWEEN_LAMPS), &street, &quarters)? {
                let number = Some(format!("SL-{:04}", 1_001 + spots.len() * 7));
                spots.push(Spot { lamp: number, ..spot });
            }
        }
    }
    spots.truncate(LAMPS);
    for _ in 0..count * DRAWN {
        if spots.len() >= count || spots.is_empty() {
            break;
        }
        let (heading, away) = (dice.part() * std::f64::consts::TAU, dice.part() * 140.0);
        let beside = spots[dice.below(LAMPS.min(spots.len()))].clone();
        spots.extend(spot(tx, moved(beside.point, heading, away), &beside.street, &quarters)?);
    }
    Ok(spots)
}

/// Arrondissements in the order in which streets are given to them: the more people, the more often.
fn by_population(areas: Vec<places::Area>) -> Vec<String> {
    let inner = areas.into_iter().filter(|area| area.parent.is_some());
    let mut turns: Vec<(i64, String)> =
        inner.flat_map(|area| (0..=area.population / PEOPLE_OF_STREET).map(move |turn| (turn, area.code.clone()))).collect();
    turns.sort();
    turns.into_iter().map(|(_, code)| code).collect()
}

fn spot(tx: &mut Tx, point: Option<Point>, street: &Label, quarters: &[Quarter]) -> Result<Option<Spot>> {
    let Some(point) = point else { return Ok(None) };
    let Found::Inside { arrondissement: Some(area) } = places::find(tx, point)? else { return Ok(None) };
    let near = quarters.iter().filter(|quarter| quarter.arrondissement.as_deref() == Some(&area) && quarter.point.is_some());
    let quarter = near.min_by(|a, b| metres(a, point).total_cmp(&metres(b, point))).cloned();
    Ok(Some(Spot { point, area, quarter, street: street.clone(), lamp: None }))
}

fn metres(quarter: &Quarter, point: Point) -> f64 {
    quarter.point.map_or(f64::MAX, |at| at.metres_to(point))
}

fn moved(from: Point, heading: f64, metres: f64) -> Option<Point> {
    let (north, east) =
        (heading.cos() * metres / 111_320.0, heading.sin() * metres / (111_320.0 * from.lat().to_radians().cos()));
    Point::new(from.lat() + north, from.lon() + east)
}

/// Where a street begins: near a named quarter of the arrondissement, or anywhere in it when none is placed.
fn anchor(tx: &mut Tx, dice: &mut Dice, quarters: &[Quarter], area: &str, within: Corners) -> Result<Option<Point>> {
    let (south_west, north_east) = within;
    let placed: Vec<Point> =
        quarters.iter().filter(|one| one.arrondissement.as_deref() == Some(area)).filter_map(|one| one.point).collect();
    let point = match dice.one(&placed) {
        Some(near) => moved(*near, dice.part() * std::f64::consts::TAU, 60.0 + dice.part() * 500.0),
        None => Point::new(
            south_west.0 + dice.part() * (north_east.0 - south_west.0),
            south_west.1 + dice.part() * (north_east.1 - south_west.1),
        ),
    };
    let Some(point) = point else { return Ok(None) };
    Ok(match places::find(tx, point)? {
        Found::Inside { arrondissement: Some(found) } if found == area => Some(point),
        _ => None,
    })
}

pub fn plant_lamps(tx: &mut Tx, spots: &[Spot]) -> Result<()> {
    let rows: Vec<NewAsset> = spots
        .iter()
        .filter_map(|spot| spot.lamp.clone().map(|number| (spot, number)))
        .enumerate()
        .map(|(line, (spot, number))| NewAsset {
            line: line + 1,
            number,
            point: Some(spot.point),
            quarter: spot.quarter.as_ref().map_or(String::new(), |quarter| quarter.name.ar.clone()),
            street: spot.street.ar.clone(),
            state: AssetState::InPlace,
            installed_on: None,
            note: String::new(),
        })
        .collect();
    assets::import(tx, "lamp", &rows).map(|_| ())
}
