//! The law of gateways: which contract can work, and which words of a call do not fit our own.

use crate::est::{APPROVED, DIRHAM};
use crate::model::{Kind, Settings, Told};
use kernel::Refusal;
use payments::{Failure, Intent};

const LONGEST: usize = 200;

/// What is wrong with a contract, field by field. In the demonstration a gateway may live on this machine.
pub fn settings(settings: &Settings, demo: bool) -> Vec<Refusal> {
    let mut faults = Vec::new();
    let mut lacks = |field: &str, value: &str| {
        if value.is_empty() || value.chars().count() > LONGEST {
            faults.push(Refusal::new("gateways-field-needed").at(field));
        }
    };
    match settings.kind {
        Kind::None => {}
        Kind::Simulated if !demo => faults.push(Refusal::new("gateways-only-demo").at("kind")),
        Kind::Simulated => {
            lacks("merchant", &settings.merchant);
            lacks("store_key", &settings.store_key);
        }
        Kind::Est => {
            lacks("merchant", &settings.merchant);
            lacks("store_key", &settings.store_key);
            lacks("account", &settings.account);
            lacks("password", &settings.password);
            for (field, address) in [("pay_url", &settings.pay_url), ("api_url", &settings.api_url)] {
                if !is_safe(address, demo) {
                    faults.push(Refusal::new("gateways-needs-https").at(field));
                }
            }
        }
    }
    faults
}

/// Secrets and sums travel over HTTPS only, but to this very machine in the demonstration.
fn is_safe(address: &str, demo: bool) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    let plain =
        !host.is_empty() && address.len() <= LONGEST && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:".contains(c));
    let name = host.split(':').next().unwrap_or("");
    plain && (scheme == "https" || (demo && scheme == "http" && matches!(name, "127.0.0.1" | "localhost")))
}

/// The origin of an address, for the content policy of the one page whose form goes there.
pub fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
    Some(format!("{scheme}://{host}"))
}

/// Why a call that says yes does not fit what was asked.
pub fn doubt(told: &Told, intent: &Intent) -> Option<Failure> {
    if told.code != APPROVED {
        return None;
    }
    if told.currency != DIRHAM {
        return Some(Failure::Currency);
    }
    (told.amount != Some(intent.amount)).then_some(Failure::Amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gateway_is_reached_over_https_only() {
        for (address, elsewhere, demo) in [
            ("https://payment.example.ma/fim/est3Dgate", true, true),
            ("http://payment.example.ma/", false, false),
            ("http://127.0.0.1:8202/simulator/pay", false, true),
            ("http://127.0.0.1.example/", false, false),
            ("https://a@b/", false, false),
            ("https://", false, false),
            ("javascript:alert(1)", false, false),
            ("https://a b/", false, false),
            ("https://a;script-src *", false, false),
        ] {
            assert_eq!((is_safe(address, false), is_safe(address, true)), (elsewhere, demo), "{address}");
        }
        assert_eq!(origin("https://a.ma:8443/x?y"), Some("https://a.ma:8443".into()));
    }

    #[test]
    fn a_contract_is_whole_or_none() {
        let bare = Settings { kind: Kind::Est, ..Settings::default() };
        assert_eq!(settings(&bare, false).len(), 6);
        assert_eq!(settings(&Settings::default(), false), []);
        let practice = Settings { kind: Kind::Simulated, merchant: "1".into(), store_key: "k".into(), ..Settings::default() };
        assert_eq!(settings(&practice, true), []);
        assert_eq!(settings(&practice, false)[0].key, "gateways-only-demo");
    }
}
