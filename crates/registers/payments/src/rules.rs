//! The law of money: how a try to pay may move, what must lie in a drawer, what a line of the bank is worth.

use crate::model::{Coins, Counted, Intent, IntentState, LineKind, LineVerdict, Method, Paid, Provider, Refund, Sheet};
use kernel::{Moment, Money, Refusal};

/// After so long without a word of the provider a try to pay ends.
pub const EXPIRES_SECS: i64 = 86_400;
/// A payer who is still typing is not asked about.
pub const QUIET_SECS: i64 = 600;

/// Whether a try to pay may go from one state to another. The bank's word that it took money is heard in every state: it may
/// come late, and is never lost.
pub fn may_become(from: IntentState, to: IntentState) -> bool {
    use IntentState::{Cancelled, Created, Error, Failed, Refunded, Started, Submitted, Success};
    let onward = matches!((from, to), (Created, Started) | (Created | Started, Submitted) | (Success, Refunded));
    let ends = matches!((from, to), (Created | Started | Submitted, Success | Failed | Cancelled | Error));
    onward || ends || matches!((from, to), (Failed | Cancelled, Success | Error) | (Error, Success))
}

pub fn has_expired(intent: &Intent, now: Moment) -> bool {
    intent.state.is_alive() && now.secs_since(intent.created_at) >= EXPIRES_SECS
}

/// What came in and went out of a drawer. Only coins and notes are expected in it.
pub fn sheet(opening: Money, paid: &[Paid], back: &[Refund]) -> Sheet {
    let received = by_method(paid.iter().map(|paid| (paid.tender.method, paid.amount)));
    let paid_back = by_method(back.iter().filter_map(|refund| Some((refund.method?, refund.amount))));
    let cash = |sums: &[(Method, i64, Money)]| {
        sums.iter().find(|(method, ..)| *method == Method::Cash).map_or(Money(0), |(.., sum)| *sum)
    };
    let expected = opening + cash(&received) - cash(&paid_back);
    Sheet { received, paid_back, expected }
}

fn by_method(amounts: impl Iterator<Item = (Method, Money)> + Clone) -> Vec<(Method, i64, Money)> {
    let of = |method: Method| {
        let (count, sum) = amounts
            .clone()
            .filter(|(by, _)| *by == method)
            .fold((0, Money(0)), |(count, sum), (_, amount)| (count + 1, sum + amount));
        (count > 0).then_some((method, count, sum))
    };
    Method::ALL.iter().filter_map(|method| of(*method)).collect()
}

/// What was counted: the sum as it was written, or that of the notes and coins. Both must agree, and a drawer that holds more or
/// less than it should is explained.
///
/// # Errors
/// `payments-count-needed`, `payments-count-differs`, `payments-difference-needs-words`.
pub fn counted(expected: Money, counted: &Counted) -> Result<Money, Refusal> {
    let coins = (!counted.coins.is_empty()).then(|| worth(&counted.coins));
    let sum = match (counted.sum, coins) {
        (Some(sum), Some(coins)) if sum != coins => {
            return Err(Refusal::new("payments-count-differs").with_sum("sum", coins).at("counted"));
        }
        (Some(sum), _) | (None, Some(sum)) => sum,
        (None, None) => return Err(Refusal::new("payments-count-needed").at("counted")),
    };
    if sum != expected && counted.reason.is_empty() {
        return Err(Refusal::new("payments-difference-needs-words").with_sum("sum", sum - expected).at("reason"));
    }
    Ok(sum)
}

fn worth(coins: &[Coins]) -> Money {
    coins.iter().fold(Money(0), |sum, coins| sum + coins.value.times(coins.count))
}

/// What a line of the bank is worth beside our own row. `said` is how often the bank said so before.
pub fn verdict(kind: LineKind, amount: Money, ours: Option<&Intent>, said: i64) -> LineVerdict {
    let Some(intent) = ours.filter(|intent| intent.provider == Provider::Card) else { return LineVerdict::Unknown };
    let paid = matches!(intent.state, IntentState::Success | IntentState::Refunded);
    match kind {
        LineKind::Sale if said > 0 => LineVerdict::Twice,
        LineKind::Sale if !paid => LineVerdict::Unpaid,
        LineKind::Sale if amount != intent.amount => LineVerdict::Amount,
        LineKind::Refund if intent.back == Money(0) => LineVerdict::Unpaid,
        LineKind::Refund if amount > intent.back => LineVerdict::Amount,
        LineKind::Sale | LineKind::Refund => LineVerdict::Matched,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Id;

    #[test]
    fn the_word_of_the_bank_is_heard_whenever_it_comes_and_nothing_else_moves_an_end() {
        use IntentState::{Cancelled, Created, Error, Failed, Refunded, Started, Submitted, Success};
        let paths = [
            (Created, "started submitted success failed cancelled error"),
            (Started, "submitted success failed cancelled error"),
            (Submitted, "success failed cancelled error"),
            (Success, "refunded"),
            (Failed, "success error"),
            (Cancelled, "success error"),
            (Error, "success"),
            (Refunded, ""),
        ];
        for (from, to) in paths {
            let reached: Vec<&str> = IntentState::ALL.iter().filter(|to| may_become(from, **to)).map(|to| to.as_str()).collect();
            assert_eq!(reached.join(" "), to, "from {from}");
        }
    }

    #[test]
    fn a_drawer_is_counted_once_and_a_difference_is_explained() {
        let coins = |count| Counted { coins: vec![Coins { value: Money(20_000), count }], ..Counted::default() };
        assert_eq!(counted(Money(40_000), &coins(2)), Ok(Money(40_000)));
        assert_eq!(counted(Money(40_000), &coins(1)).unwrap_err().key, "payments-difference-needs-words");
        let both = Counted { sum: Some(Money(1)), ..coins(2) };
        assert_eq!(counted(Money(40_000), &both).unwrap_err().key, "payments-count-differs");
        assert_eq!(counted(Money(0), &Counted::default()).unwrap_err().key, "payments-count-needed");
        let explained = Counted { reason: "فرق".into(), ..coins(1) };
        assert_eq!(counted(Money(40_000), &explained), Ok(Money(20_000)));
    }

    #[test]
    fn a_line_of_the_bank_is_matched_by_reference_and_sum() {
        let now = Moment::parse("2026-11-24T09:00:00Z").unwrap();
        let ours = |state, back| Intent {
            id: Id::new("i"),
            order: Id::new("o"),
            subject: Id::new("s"),
            reference: String::new(),
            amount: Money(500),
            provider: Provider::Card,
            state,
            external: None,
            reason: None,
            receipt: None,
            back: Money(back),
            created_at: now,
            started_at: None,
            submitted_at: None,
            ended_at: None,
            seen_at: None,
        };
        let (paid, failed, half) = (ours(IntentState::Success, 0), ours(IntentState::Failed, 0), ours(IntentState::Success, 200));
        let table = [
            (LineKind::Sale, 500, Some(&paid), 0, LineVerdict::Matched),
            (LineKind::Sale, 500, Some(&paid), 1, LineVerdict::Twice),
            (LineKind::Sale, 499, Some(&paid), 0, LineVerdict::Amount),
            (LineKind::Sale, 500, Some(&failed), 0, LineVerdict::Unpaid),
            (LineKind::Sale, 500, None, 0, LineVerdict::Unknown),
            (LineKind::Refund, 200, Some(&half), 0, LineVerdict::Matched),
            (LineKind::Refund, 300, Some(&half), 0, LineVerdict::Amount),
            (LineKind::Refund, 500, Some(&paid), 0, LineVerdict::Unpaid),
        ];
        for (kind, amount, intent, said, expected) in table {
            assert_eq!(verdict(kind, Money(amount), intent, said), expected, "{kind} {amount}");
        }
    }
}
