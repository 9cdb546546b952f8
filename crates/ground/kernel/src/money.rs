//! Sums in dirhams, kept as whole centimes.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::{Add, Sub};

/// An amount in centimes of the Moroccan dirham.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(pub i64);

impl Money {
    pub const fn dirhams(amount: i64) -> Self {
        Money(amount * 100)
    }

    /// Reads a sum in dirhams as people type it: `200`, `1 200,50`, Arabic digits. `None` for anything else.
    pub fn parse(text: &str) -> Option<Money> {
        let blank = |c: &char| !c.is_whitespace() && *c != '\u{202f}';
        let plain: String = text.trim().chars().map(crate::text::western_digit).filter(blank).collect();
        let (whole, cents) = plain.split_once([',', '.', '٫']).unwrap_or((&plain, ""));
        let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || whole.len() > 12 || cents.len() > 2 || !digits(whole) || !digits(cents) {
            return None;
        }
        let cents: i64 = format!("{cents:0<2}").parse().ok()?;
        Some(Money(whole.parse::<i64>().ok()? * 100 + cents))
    }

    pub fn times(self, count: i64) -> Self {
        Money(self.0.saturating_mul(count))
    }
}

impl Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        Money(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn a_sum_is_read_as_people_type_it() {
        for (typed, centimes) in [("200", 20_000), ("1 200,5", 120_050), ("٢٠٠٫٢٥", 20_025), ("0", 0)] {
            assert_eq!(Money::parse(typed), Some(Money(centimes)), "{typed}");
        }
        for typed in ["", "-5", "1,234", "12a", "9999999999999"] {
            assert_eq!(Money::parse(typed), None, "{typed}");
        }
    }
}
