//! The tongue of the EST family of gateways, as public documents show it: signed forms, signed calls, questions in XML.
//! README.md says what is known and what must be confirmed with the bank.

use crate::model::{Standing, Told};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::{Id, Money};
use payments::Taken;
use ring::{digest, hmac};

/// The dirham in ISO 4217.
pub const DIRHAM: &str = "504";
/// The answer code of a bank that agreed.
pub const APPROVED: &str = "00";
/// A mask such as `4111 11** **** 1111`, and nothing that could be a whole card.
const CARD_DIGITS_MOST: usize = 10;

pub type Fields = Vec<(String, String)>;

/// Hash of version 3: values in the order of their names, case aside, escaped, joined by bars, the store key last.
pub fn hash(fields: &[(String, String)], store_key: &str) -> String {
    let mut signed: Vec<(String, &str)> = fields
        .iter()
        .map(|(name, value)| (name.to_ascii_uppercase(), value.as_str()))
        .filter(|(name, _)| name != "HASH" && name != "ENCODING")
        .collect();
    signed.sort_by(|one, other| one.0.cmp(&other.0));
    let mut text: String = signed.iter().map(|(_, value)| format!("{}|", escaped(value.trim_end_matches('\n')))).collect();
    text.push_str(&escaped(store_key));
    STANDARD.encode(digest::digest(&digest::SHA512, text.as_bytes()))
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('|', "\\|")
}

/// The same fields with their hash.
pub fn signed(mut fields: Fields, store_key: &str) -> Fields {
    let hash = hash(&fields, store_key);
    fields.push(("hash".into(), hash));
    fields
}

/// Whether who knows the store key said exactly this. The comparison takes as long for a near miss as for a far one.
pub fn is_genuine(fields: &[(String, String)], store_key: &str) -> bool {
    let given = fields.iter().find(|(name, _)| name.eq_ignore_ascii_case("hash")).map_or("", |(_, value)| value.trim());
    let key = hmac::Key::new(hmac::HMAC_SHA256, store_key.as_bytes());
    let expected = hmac::sign(&key, hash(fields, store_key).as_bytes());
    !store_key.is_empty() && hmac::verify(&key, given.as_bytes(), expected.as_ref()).is_ok()
}

/// What the payer's browser brings to the gateway: a sum and where to go afterwards, and nothing about the person.
pub struct Order<'a> {
    pub merchant: &'a str,
    pub intent: &'a Id,
    pub amount: Money,
    pub lang: &'a str,
    pub back: &'a str,
    pub callback: &'a str,
    pub chance: &'a str,
}

pub fn form(order: &Order, store_key: &str) -> Fields {
    let amount = order.amount.to_string();
    let fields = [
        ("clientid", order.merchant),
        ("oid", order.intent.as_str()),
        ("amount", &amount),
        ("currency", DIRHAM),
        ("storetype", "3D_PAY_HOSTING"),
        ("trantype", "PreAuth"),
        ("okUrl", order.back),
        ("failUrl", order.back),
        ("shopurl", order.back),
        ("callbackUrl", order.callback),
        ("lang", order.lang),
        ("rnd", order.chance),
        ("hashAlgorithm", "ver3"),
        ("encoding", "UTF-8"),
        ("AutoRedirect", "true"),
        ("refreshtime", "5"),
    ];
    signed(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(), store_key)
}

/// What a call says; nothing when it names no payment.
pub fn told(fields: &[(String, String)]) -> Option<Told> {
    let get = |name: &str| {
        let found = fields.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or(String::new(), |(_, value)| value.trim().chars().take(64).collect::<String>())
    };
    let intent = get("oid");
    (!intent.is_empty()).then(|| Told {
        merchant: get("clientid"),
        intent,
        code: get("ProcReturnCode"),
        amount: procedures::centimes(&get("amount")).map(Money),
        currency: get("currency"),
        external: get("TransId"),
        card: masked(&get("maskedCreditCard")),
    })
}

/// A mask stays; what shows more digits than a mask does is cut to its last four.
fn masked(card: &str) -> String {
    let digits: Vec<char> = card.chars().filter(char::is_ascii_digit).collect();
    if digits.len() <= CARD_DIGITS_MOST {
        return card.chars().filter(|c| c.is_ascii_digit() || "* .X".contains(*c)).collect();
    }
    format!("**** {}", digits[digits.len() - 4..].iter().collect::<String>())
}

/// Who asks the gateway.
pub struct Asker<'a> {
    pub merchant: &'a str,
    pub account: &'a str,
    pub password: &'a str,
}

/// The question where a payment stands.
pub fn question(asker: &Asker, intent: &Id) -> String {
    request(asker, &[("OrderId", intent.as_str())], "<Extra><ORDERSTATUS>QUERY</ORDERSTATUS></Extra>")
}

/// The order to give money back. The id of the refund makes it the same one each time.
pub fn credit(asker: &Asker, intent: &Id, refund: &Id, amount: Money) -> String {
    let amount = amount.to_string();
    let fields = [
        ("Type", "Credit"),
        ("OrderId", intent.as_str()),
        ("Total", &amount),
        ("Currency", DIRHAM),
        ("TransId", refund.as_str()),
    ];
    request(asker, &fields, "")
}

fn request(asker: &Asker, fields: &[(&str, &str)], extra: &str) -> String {
    let who = [("Name", asker.account), ("Password", asker.password), ("ClientId", asker.merchant)];
    let told: String = who.iter().chain(fields).map(|(name, value)| format!("<{name}>{}</{name}>", xml_escaped(value))).collect();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><CC5Request>{told}{extra}</CC5Request>")
}

pub fn xml_escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The text of an element of these flat documents; the first of its name, case aside.
pub fn element(xml: &str, name: &str) -> Option<String> {
    let folded = xml.to_ascii_lowercase();
    let (open, close) = (format!("<{}>", name.to_ascii_lowercase()), format!("</{}>", name.to_ascii_lowercase()));
    let start = folded.find(&open)? + open.len();
    let end = start + folded[start..].find(&close)?;
    let text = xml.get(start..end)?.trim();
    Some(text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"))
}

/// Reads the answer to [`question`]; nothing when it is no answer. Sums of the answer are in centimes.
pub fn standing(xml: &str) -> Option<Standing> {
    let code = element(xml, "ProcReturnCode")?;
    let state = element(xml, "TRANS_STAT").unwrap_or_default().to_ascii_uppercase();
    let amount = element(xml, "CAPTURE_AMT").and_then(|sum| sum.parse().ok()).map(Money);
    let external = element(xml, "TransId").unwrap_or_default();
    Some(match (state.as_str(), amount) {
        ("C" | "S", Some(amount)) if code == APPROVED => Standing::Paid(Taken { external, amount }),
        ("C" | "S" | "A" | "PN", _) => Standing::Pending,
        ("D" | "ERR" | "V" | "CNCL", _) => Standing::Declined,
        _ => Standing::Unknown,
    })
}

/// Reads the answer to [`credit`]: the bank's own words when it would not; nothing when it is no answer.
pub fn credited(xml: &str) -> Option<Result<(), String>> {
    let code = element(xml, "ProcReturnCode")?;
    let agreed = code == APPROVED && element(xml, "Response").is_some_and(|word| word.eq_ignore_ascii_case("approved"));
    Some(if agreed { Ok(()) } else { Err(element(xml, "ErrMsg").unwrap_or(code)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_hash_is_that_of_the_public_documents() {
        // base64(sha512("10|b\\|c\\\\|k\\|ey")), reckoned by another program.
        let sent = fields(&[("Zeta", "b|c\\"), ("amount", "10"), ("encoding", "UTF-8"), ("HASH", "x")]);
        assert_eq!(
            hash(&sent, "k|ey"),
            "ukpxOazrFZu+rywMQ4CBR9vcnS6WnQTNh8woLFykt065298CszGIdaxpwKXi4kAwAo8x+7BMr6XiaW+bHxSu1g=="
        );
    }

    #[test]
    fn a_call_is_genuine_only_word_for_word() {
        let call = signed(fields(&[("oid", "1"), ("amount", "10.00"), ("ProcReturnCode", "00")]), "key");
        assert!(is_genuine(&call, "key"));
        assert!(!is_genuine(&call, "other") && !is_genuine(&call, ""));
        for place in 0..call.len() {
            let mut changed = call.clone();
            changed[place].1.push('1');
            assert!(!is_genuine(&changed, "key"), "{}", call[place].0);
        }
        let mut more = call.clone();
        more.push(("extra".into(), "x".into()));
        assert!(!is_genuine(&more, "key"));
        assert!(!is_genuine(&call[..3], "key"), "without a hash");
        // An empty key signs for everybody: it signs for nobody.
        assert!(!is_genuine(&signed(fields(&[("oid", "1")]), ""), ""));
    }

    #[test]
    fn a_whole_card_is_never_kept() {
        let told = |card: &str| told(&fields(&[("oid", "1"), ("maskedCreditCard", card)])).unwrap().card;
        assert_eq!(told("4111 11** **** 1111"), "4111 11** **** 1111");
        assert_eq!(told("4111111111111111"), "**** 1111");
        assert_eq!(super::told(&fields(&[("amount", "1")])), None);
    }

    #[test]
    fn the_answer_says_where_a_payment_stands() {
        let answer = |state: &str, sum: &str, code: &str| {
            standing(&format!(
                "<CC5Response><ProcReturnCode>{code}</ProcReturnCode><TransId>t1</TransId><Extra><TRANS_STAT>{state}</TRANS_STAT><CAPTURE_AMT>{sum}</CAPTURE_AMT></Extra></CC5Response>"
            ))
        };
        let paid = Standing::Paid(Taken { external: "t1".into(), amount: Money(50_000) });
        assert_eq!(answer("C", "50000", "00"), Some(paid.clone()));
        assert_eq!(answer("s", "50000", "00"), Some(paid));
        assert_eq!(answer("C", "50000", "05"), Some(Standing::Pending));
        assert_eq!(answer("C", "", "00"), Some(Standing::Pending));
        assert_eq!(answer("A", "50000", "00"), Some(Standing::Pending));
        assert_eq!(answer("D", "", "99"), Some(Standing::Declined));
        assert_eq!(answer("", "", "99"), Some(Standing::Unknown));
        assert_eq!(standing("<html>no</html>"), None);
        assert_eq!(credited("<r><ProcReturnCode>00</ProcReturnCode><Response>Approved</Response></r>"), Some(Ok(())));
        let refused =
            credited("<r><ProcReturnCode>99</ProcReturnCode><Response>Error</Response><ErrMsg>no &amp; no</ErrMsg></r>");
        assert_eq!(refused, Some(Err("no & no".into())));
    }
}
