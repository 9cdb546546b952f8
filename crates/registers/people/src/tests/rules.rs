//! The rules, without a town.

use crate::model::Mandate;
use crate::{passwords, rules, second_factor};
use kernel::{Day, Id, Moment};
use platform::access::{GrantRow, Side};
use std::collections::HashSet;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn a_password_is_long_enough_and_not_everybodys() {
    let common: HashSet<String> = ["motdepasse1".to_owned()].into();
    let key = |text: &str, side: Side| rules::password(text, side, &common, "karim@sale.ma").err().map(|refusal| refusal.key);
    assert_eq!(key("cheval batterie", Side::Staff), None);
    assert_eq!(key("12345678a", Side::Staff).as_deref(), Some("people-password-short"));
    assert_eq!(key("12345678a", Side::Citizen), None);
    assert_eq!(key("MotDePasse1", Side::Staff).as_deref(), Some("people-password-common"));
    assert_eq!(key("aaaaaaaaaabb", Side::Staff).as_deref(), Some("people-password-common"));
    assert_eq!(key("je suis Karim", Side::Staff).as_deref(), Some("people-password-contact"));
    assert_eq!(key(&"é".repeat(129), Side::Staff).as_deref(), Some("people-password-long"));
}

#[test]
fn after_sign_in_one_goes_to_a_page_of_this_site_only() {
    for own in ["/account", "/desk?tab=2", "/cases/SAL-1"] {
        assert_eq!(rules::local_path(own, "/x"), own);
    }
    for foreign in
        ["", "//evil.ma", "https://evil.ma", "/\\evil.ma", "/a\r\nSet-Cookie: b", "desk", "/@evil.ma", "javascript:alert(1)"]
    {
        assert_eq!(rules::local_path(foreign, "/x"), "/x", "{foreign:?}");
    }
}

#[test]
fn the_rest_after_failures_grows_and_ends() {
    assert_eq!([0, 9, 10, 14, 15, 20, 1_000].map(rules::rest_minutes), [0, 0, 10, 10, 20, 40, 720]);
}

#[test]
fn a_code_is_read_however_it_is_typed() {
    assert_eq!(rules::tidy_code(" ١٢٣ 456 "), "123456");
    assert_eq!(rules::tidy_code("ABCDE-fghjk"), "abcdefghjk");
    assert_eq!(rules::six_digits([0, 0, 0, 7]), "000007");
    assert_eq!(rules::recovery_code([0; 10]), "00000-00000");
}

#[test]
fn a_code_of_the_second_factor_is_good_once_and_for_its_minute() {
    let seed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    let now = Moment::parse("2026-11-24T09:00:00Z").unwrap();
    let code = second_factor::code_at(seed, now).unwrap();
    let step = second_factor::accept(seed, &code, now, 0).unwrap().expect("a good code");
    assert_eq!(second_factor::accept(seed, &code, now, step).unwrap(), None);
    assert_eq!(second_factor::accept(seed, &code, now.plus_secs(29), 0).unwrap(), Some(step));
    assert_eq!(second_factor::accept(seed, &code, now.plus_secs(61), 0).unwrap(), None);
    assert_eq!(second_factor::accept(seed, "abc", now, 0).unwrap(), None);
}

#[test]
fn the_second_factor_speaks_as_rfc_6238() {
    // Appendix B: the secret "12345678901234567890" at 59 s gives 94287082, of which six digits show.
    let seed = second_factor::new_seed(*b"12345678901234567890");
    assert_eq!(second_factor::code_at(&seed, Moment::parse("1970-01-01T00:00:59Z").unwrap()).unwrap(), "287082");
    assert!(second_factor::drawing(&second_factor::address("Salé", "a@b.ma", &seed)).unwrap().starts_with("<svg"));
}

#[tokio::test]
async fn a_stored_password_is_argon2id_and_knows_its_own() {
    let stored = passwords::hash("secret long".into(), [3; 16]).await.unwrap();
    assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
    assert!(passwords::verify("secret long".into(), Some(stored.clone())).await.unwrap());
    assert!(!passwords::verify("secret lonG".into(), Some(stored)).await.unwrap());
    assert!(!passwords::verify("nobody".into(), None).await.unwrap());
}

#[test]
fn the_commune_keeps_an_administrator() {
    let grant = |role: &str, ends_on: Option<&str>| GrantRow {
        id: Id::new("g"),
        person: Id::new("p"),
        role: role.into(),
        unit: None,
        area: None,
        starts_on: day("2026-01-01"),
        ends_on: ends_on.map(day),
        decision: "1".into(),
    };
    let administers = |role: &str| role == "administrator";
    let today = day("2026-11-24");
    assert!(rules::keeps_an_administrator(&[grant("administrator", None)], administers, today).is_ok());
    assert!(rules::keeps_an_administrator(&[grant("administrator", Some("2026-11-24"))], administers, today).is_err());
    assert!(rules::keeps_an_administrator(&[grant("agent", None)], administers, today).is_err());
}

#[test]
fn a_mandate_holds_for_a_year_at_most() {
    assert!(rules::mandate_days(day("2026-11-24"), day("2027-11-24")).is_ok());
    assert_eq!(rules::mandate_days(day("2026-11-24"), day("2027-11-26")).unwrap_err().key, "people-mandate-long");
    assert_eq!(rules::mandate_days(day("2026-11-24"), day("2026-11-23")).unwrap_err().key, "people-ends-before-start");
    let mandate = Mandate {
        id: Id::new("m"),
        holder: Id::new("a"),
        for_person: Id::new("b"),
        matter: String::new(),
        proof: String::new(),
        starts_on: day("2026-11-24"),
        ends_on: day("2026-12-24"),
        ended_at: None,
    };
    assert!(mandate.holds_on(day("2026-12-24")) && !mandate.holds_on(day("2026-12-25")));
}

#[test]
fn a_name_in_a_list_is_only_its_letters() {
    assert_eq!(rules::masked_name("أمينة  السلاوي"), "أ••• ا•••");
    assert_eq!(rules::masked_name(""), "");
}

#[test]
fn a_reason_is_a_word_or_an_id() {
    for good in ["counter", "digest", "01936f2a-7a3b-7c4d-8e5f-0123456789ab"] {
        assert!(rules::is_reason(good), "{good}");
    }
    for bad in ["", "ab", "Parce que Amina", "a b c", "أمينة"] {
        assert!(!rules::is_reason(bad), "{bad}");
    }
}
