//! The rules by tables.

use crate::model::{AcrLevels, ClaimPaths, Kind, Reason};
use crate::oidc::Outside;
use crate::rules::{self, Known};
use kernel::Cin;
use people::Level;
use platform::json::json;

#[test]
fn an_issuer_is_https_or_this_machine_in_the_demonstration() {
    for (address, real, demo) in [
        ("https://id.example.ma", true, true),
        ("https://id.example.ma/realms/one", true, true),
        ("http://id.example.ma", false, false),
        ("http://127.0.0.1:9400", false, true),
        ("http://localhost:9400/x", false, true),
        ("http://127.0.0.1.evil.ma", false, false),
        ("http://127.0.0.1@evil.ma", false, false),
        ("https://id.example.ma#x", false, false),
        ("javascript:alert(1)", false, false),
        ("", false, false),
    ] {
        assert_eq!((rules::is_fit_address(address, false), rules::is_fit_address(address, true)), (real, demo), "{address}");
    }
}

#[test]
fn claims_stand_where_the_commune_says() {
    let said = json!({ "id": { "n": " u-1 " }, "given_name": "Amina", "family_name": "Slaoui", "cin": "ab 123456", "tel": "0612345678",
        "tel_ok": "true", "email": "a@example.ma", "email_verified": false, "acr": "high", "name": 7 });
    let paths = ClaimPaths {
        subject: "/id/n".into(),
        number: "/cin".into(),
        phone: "/tel".into(),
        phone_verified: "/tel_ok".into(),
        ..ClaimPaths::default()
    };
    let claims = rules::read_claims(&said, &paths).unwrap();
    assert_eq!((claims.subject.as_str(), claims.name.as_deref()), ("u-1", Some("Amina Slaoui")));
    assert_eq!((claims.cin, claims.phone_verified, claims.email_verified), (Cin::parse("AB123456"), true, false));
    assert!(rules::read_claims(&said, &ClaimPaths::default()).is_none(), "without a subject nobody is there");
    let unread = ClaimPaths { email: String::new(), ..paths };
    assert!(rules::read_claims(&said, &unread).unwrap().email.is_none());
}

#[test]
fn only_listed_words_count_for_a_level() {
    let levels = AcrLevels { national: vec!["high".into()], contact: vec!["low".into()] };
    for (acr, level) in
        [(Some("high"), Some(Level::National)), (Some("low"), Some(Level::Contact)), (Some("HIGH"), None), (None, None)]
    {
        assert_eq!(rules::level(&levels, acr), level, "{acr:?}");
    }
    assert_eq!(rules::level(&AcrLevels::default(), Some("")), None);
}

#[test]
fn a_contradiction_is_one_that_no_spelling_explains() {
    for (ours, theirs, other) in [
        ("Amina Slaoui", "AMINA SLAOUI", false),
        ("Amina Slaoui", "Slaoui Amina", false),
        ("Amina Slaoui", "Amina Slaoui Bennani", false),
        ("أمينة السلاوي", "Amina Slaoui", false),
        ("Amina Slaoui", "Karima Tazi", true),
        ("أمينة السلاوي", "كريمة التازي", true),
        ("", "Amina", false),
    ] {
        assert_eq!(rules::is_another_name(ours, theirs), other, "{ours} / {theirs}");
    }
    let claims = |cin: &str, name: &str| {
        rules::read_claims(&json!({ "sub": "1", "national_number": cin, "name": name }), &ClaimPaths::default()).unwrap()
    };
    let known = |cin: Option<&str>, elsewhere| Known {
        name: "Amina Slaoui".into(),
        cin: cin.and_then(Cin::parse),
        number_elsewhere: elsewhere,
    };
    let cases = [
        (known(Some("AB123456"), false), claims("AB123456", "Amina Slaoui"), vec![]),
        (known(Some("AB123456"), false), claims("AB123456", "Karima Tazi"), vec![Kind::Name]),
        (known(Some("AB123456"), true), claims("CD987654", "Karima Tazi"), vec![Kind::Number]),
        (known(None, true), claims("CD987654", "Amina"), vec![Kind::Taken]),
        (known(None, false), claims("CD987654", "Karima Tazi"), vec![]),
        (known(Some("AB123456"), false), claims("", "Karima Tazi"), vec![]),
    ];
    for (known, claims, expected) in cases {
        assert_eq!(rules::contradictions(&known, &claims), expected, "{known:?}");
    }
}

#[test]
fn the_way_out_leads_nowhere_inside() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = format!("https://localhost:{}/", listener.local_addr().unwrap().port());
    let asked = Outside { demo: false }.get(&address, None);
    assert!(matches!(asked, Err(Reason::Down)), "{asked:?}");
    assert!(listener.accept().is_err(), "nobody knocked");
}
