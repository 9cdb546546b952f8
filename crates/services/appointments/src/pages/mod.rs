//! The doors for people: choose a time, write a name, keep or change what was booked.

pub mod booking;
pub mod change;
pub mod choose;
pub mod desk;
pub mod ics;
pub mod name;
pub mod policy;
pub mod rush;
pub mod shown;

use crate::actions::link;
use crate::model::{Booking, Visitor};
use platform::web::Cookies;
use platform::{Allowance, Ctx, Problem, Result, Tx};
use std::net::IpAddr;

/// The cookie of a device that holds a seat.
const DEVICE: &str = "seat";
const DEVICE_SECS: i64 = 24 * 3_600;

/// The name of the device, when it has one; only a keyed mark of it is stored.
fn device(cookies: &Cookies) -> Option<String> {
    let name = cookies.get(DEVICE)?;
    (name.len() == 32 && name.bytes().all(|b| b.is_ascii_hexdigit())).then(|| name.to_owned())
}

/// Who asks, for the rule that one device holds one seat.
pub fn visitor(tx: &Tx, device: &str, from: IpAddr, most: u32) -> Result<Visitor> {
    let mark = |purpose: &str, text: &str| tx.keys().lookup(&tx.tenant(), purpose, text);
    Ok(Visitor { device: mark("appointments.device", device)?, address: mark("appointments.address", &household(from))?, most })
}

/// One household has one IPv6 /64.
fn household(from: IpAddr) -> String {
    match from {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("{:?}", &address.segments()[..4]),
    }
}

/// How many seats may be held from one address at a time.
fn most_held(ctx: &Ctx) -> u32 {
    ctx.app().config().limits.deposits_per_hour
}

/// The booking of a link. Wrong ones are slowed.
pub async fn opened(ctx: &Ctx, token: &str) -> Result<Booking> {
    ctx.left(Allowance::Code)?;
    let token = token.to_owned();
    let found = ctx.read(move |rx| link::opened(rx, &token)).await;
    guarded(ctx, found)
}

fn guarded<T>(ctx: &Ctx, done: Result<T>) -> Result<T> {
    if matches!(done, Err(Problem::NotFound)) {
        ctx.take(Allowance::Code)?;
    }
    done
}
