//! The second factor: codes of an authenticator application (RFC 6238), used once each.

use kernel::Moment;
use platform::web::encode;
use platform::{Problem, Result};
use qrcode::QrCode;
use qrcode::render::svg;
use totp_rs::{Builder, Secret, Totp};

const STEP_SECS: u64 = 30;

/// A seed of 160 bits in base 32, as applications take it.
pub fn new_seed(random: [u8; 20]) -> String {
    Secret::new(Box::new(random)).to_base32()
}

fn totp(seed: &str) -> Result<Totp> {
    let secret = Secret::try_from_base32(seed).map_err(|error| Problem::internal(format!("second factor: {error:?}")))?;
    Ok(Builder::new().with_secret(secret).with_skew(1).with_step_duration(STEP_SECS).build_noncompliant())
}

fn unix(now: Moment) -> u64 {
    u64::try_from(now.0.as_second()).unwrap_or(0)
}

/// The code of this moment: for the demonstration, which shows it.
pub fn code_at(seed: &str, now: Moment) -> Result<String> {
    Ok(totp(seed)?.generate(unix(now)).to_string())
}

/// The step a code belongs to, when it is right and later than the last one used: a code seen over a shoulder is worth
/// nothing (RFC 6238, 5.2).
pub fn accept(seed: &str, typed: &str, now: Moment, last_step: i64) -> Result<Option<i64>> {
    let step = totp(seed)?.check(typed, unix(now)).and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| *step > last_step))
}

/// What the QR code says.
pub fn address(issuer: &str, account: &str, seed: &str) -> String {
    let issuer = encode(issuer);
    format!("otpauth://totp/{issuer}:{}?secret={seed}&issuer={issuer}", encode(account))
}

/// A drawing that stands in the page itself.
pub fn drawing(text: &str) -> Result<String> {
    let code = QrCode::new(text.as_bytes()).map_err(Problem::internal)?;
    let svg = code.render::<svg::Color>().min_dimensions(220, 220).build();
    Ok(svg.split_once("?>").map_or(svg.clone(), |(_, drawing)| drawing.to_owned()))
}

/// The seed in groups of four, for a hand.
pub fn spaced(seed: &str) -> String {
    seed.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join(" ")
}
