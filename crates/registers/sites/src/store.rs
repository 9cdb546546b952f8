//! SQL of sites, counters, matters, hours and closures. All of it is reference: built once per edition.

use crate::model::{Closure, Counter, Matter, Rule, Site};
use kernel::{Day, Id, Point};
use platform::json;
use platform::{Result, Row, Tx, args};
use std::collections::HashMap;
use std::sync::Arc;

/// All that a commune knows of its sites.
#[derive(Debug, Clone, Default)]
pub struct Register {
    pub sites: Vec<Site>,
    pub counters: Vec<Counter>,
    pub matters: Vec<Matter>,
    /// Matters of each counter.
    pub serves: HashMap<Id, Vec<String>>,
    pub rules: Vec<Rule>,
    pub closures: Vec<Closure>,
}

pub fn register(tx: &mut Tx) -> Result<Arc<Register>> {
    tx.remembered("", |tx| {
        let of = || args![tx.tenant()];
        let (sites, counters, matters, rules, closures) = (of(), of(), of(), of(), of());
        let pairs = tx.all("SELECT counter, matter FROM sites_serves WHERE tenant = $1 ORDER BY matter", of(), |row| {
            Ok((row.get::<Id>("counter")?, row.get::<String>("matter")?))
        })?;
        let mut serves: HashMap<Id, Vec<String>> = HashMap::new();
        for (counter, matter) in pairs {
            serves.entry(counter).or_default().push(matter);
        }
        Ok(Register {
            sites: tx.all("SELECT * FROM sites_sites WHERE tenant = $1 ORDER BY id", sites, read_site)?,
            counters: tx.all("SELECT * FROM sites_counters WHERE tenant = $1 ORDER BY site, id", counters, read_counter)?,
            matters: tx.all("SELECT * FROM sites_matters WHERE tenant = $1 ORDER BY code", matters, read_matter)?,
            serves,
            rules: tx.all("SELECT * FROM sites_hours WHERE tenant = $1 ORDER BY id", rules, read_rule)?,
            closures: tx.all("SELECT * FROM sites_closures WHERE tenant = $1 ORDER BY day, id", closures, read_closure)?,
        })
    })
}

pub fn put_site(tx: &mut Tx, site: &Site) -> Result<()> {
    let (name, address) = (json::to_string(&site.name)?, json::to_string(&site.address)?);
    let access = if site.step_free { "step_free" } else { "steps" };
    tx.execute(
        "INSERT INTO sites_sites (tenant, id, unit, name, address, phone, area, lat_e6, lon_e6, access, retired_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (tenant, id) DO UPDATE SET unit = excluded.unit, name = excluded.name, address = excluded.address,
         phone = excluded.phone, area = excluded.area, lat_e6 = excluded.lat_e6, lon_e6 = excluded.lon_e6,
         access = excluded.access, retired_on = excluded.retired_on",
        args![
            tx.tenant(),
            site.id,
            site.unit,
            name,
            address,
            site.phone,
            site.area,
            site.point.map(Point::lat_e6),
            site.point.map(Point::lon_e6),
            access,
            site.retired_on
        ],
    )
}

fn read_site(row: &Row) -> Result<Site> {
    let point = row.get::<Option<i64>>("lat_e6")?.zip(row.get::<Option<i64>>("lon_e6")?);
    Ok(Site {
        id: row.get("id")?,
        unit: row.get("unit")?,
        name: json::from_str(&row.get::<String>("name")?)?,
        address: json::from_str(&row.get::<String>("address")?)?,
        phone: row.get("phone")?,
        area: row.get("area")?,
        point: point.and_then(|(lat, lon)| Point::from_e6(lat, lon)),
        step_free: row.get::<String>("access")? == "step_free",
        retired_on: row.get("retired_on")?,
    })
}

pub fn put_counter(tx: &mut Tx, counter: &Counter) -> Result<()> {
    let favours = if counter.priority { "priority" } else { "nobody" };
    tx.execute(
        "INSERT INTO sites_counters (tenant, id, site, label, seats, favours, retired_on) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (tenant, id) DO UPDATE SET label = excluded.label, seats = excluded.seats, favours = excluded.favours,
         retired_on = excluded.retired_on",
        args![tx.tenant(), counter.id, counter.site, counter.label, counter.seats, favours, counter.retired_on],
    )
}

fn read_counter(row: &Row) -> Result<Counter> {
    Ok(Counter {
        id: row.get("id")?,
        site: row.get("site")?,
        label: row.get("label")?,
        seats: row.get("seats")?,
        priority: row.get::<String>("favours")? == "priority",
        retired_on: row.get("retired_on")?,
    })
}

pub fn put_matter(tx: &mut Tx, matter: &Matter) -> Result<()> {
    let (name, bring, ways) = (json::to_string(&matter.name)?, json::to_string(&matter.bring)?, json::to_string(&matter.ways)?);
    tx.execute(
        "INSERT INTO sites_matters (tenant, code, name, minutes, procedure, bring, ways, most_people, identity, retired_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (tenant, code) DO UPDATE SET name = excluded.name, minutes = excluded.minutes,
         procedure = excluded.procedure, bring = excluded.bring, ways = excluded.ways, most_people = excluded.most_people,
         identity = excluded.identity, retired_on = excluded.retired_on",
        args![
            tx.tenant(),
            matter.code,
            name,
            matter.minutes,
            matter.procedure,
            bring,
            ways,
            matter.most_people,
            matter.identity,
            matter.retired_on
        ],
    )
}

fn read_matter(row: &Row) -> Result<Matter> {
    Ok(Matter {
        code: row.get("code")?,
        name: json::from_str(&row.get::<String>("name")?)?,
        minutes: row.get("minutes")?,
        procedure: row.get("procedure")?,
        bring: json::from_str(&row.get::<String>("bring")?)?,
        ways: json::from_str(&row.get::<String>("ways")?)?,
        most_people: row.get("most_people")?,
        identity: row.get("identity")?,
        retired_on: row.get("retired_on")?,
    })
}

/// What a counter serves, from now on.
pub fn set_serves(tx: &mut Tx, counter: &Id, matters: &[String]) -> Result<()> {
    tx.execute("DELETE FROM sites_serves WHERE tenant = $1 AND counter = $2", args![tx.tenant(), counter])?;
    for matter in matters {
        tx.execute(
            "INSERT INTO sites_serves (tenant, counter, matter) VALUES ($1, $2, $3)",
            args![tx.tenant(), counter, matter],
        )?;
    }
    Ok(())
}

pub fn insert_rule(tx: &mut Tx, rule: &Rule) -> Result<()> {
    tx.execute(
        "INSERT INTO sites_hours (tenant, id, site, counter, weekday, opens, closes, season, starts_on, ends_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            tx.tenant(),
            rule.id,
            rule.site,
            rule.counter,
            rule.weekday,
            rule.opens,
            rule.closes,
            rule.season,
            rule.starts_on,
            rule.ends_on
        ],
    )
}

fn read_rule(row: &Row) -> Result<Rule> {
    Ok(Rule {
        id: row.get("id")?,
        site: row.get("site")?,
        counter: row.get("counter")?,
        weekday: row.get("weekday")?,
        opens: row.get("opens")?,
        closes: row.get("closes")?,
        season: row.get("season")?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
    })
}

/// Says whether there was one.
pub fn remove_rule(tx: &mut Tx, site: &Id, id: &Id) -> Result<bool> {
    let sql = "DELETE FROM sites_hours WHERE tenant = $1 AND site = $2 AND id = $3";
    Ok(tx.changed(sql, args![tx.tenant(), site, id])? == 1)
}

pub fn insert_closure(tx: &mut Tx, closure: &Closure) -> Result<()> {
    let why = json::to_string(&closure.why)?;
    tx.execute(
        "INSERT INTO sites_closures (tenant, id, site, counter, day, closes, opens, why)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            tx.tenant(),
            closure.id,
            closure.site,
            closure.counter,
            closure.day,
            closure.part.map(|(from, _)| from),
            closure.part.map(|(_, to)| to),
            why
        ],
    )
}

fn read_closure(row: &Row) -> Result<Closure> {
    Ok(Closure {
        id: row.get("id")?,
        site: row.get("site")?,
        counter: row.get("counter")?,
        day: row.get("day")?,
        part: row.get::<Option<i64>>("closes")?.zip(row.get::<Option<i64>>("opens")?),
        why: json::from_str(&row.get::<String>("why")?)?,
    })
}

pub fn remove_closure(tx: &mut Tx, site: &Id, id: &Id) -> Result<Option<Day>> {
    let sql = "SELECT day FROM sites_closures WHERE tenant = $1 AND site = $2 AND id = $3";
    let day = tx.maybe(sql, args![tx.tenant(), site, id], |row| row.get("day"))?;
    tx.execute("DELETE FROM sites_closures WHERE tenant = $1 AND site = $2 AND id = $3", args![tx.tenant(), site, id])?;
    Ok(day)
}
