//! Companies and associations at the desk: numbers that hold, people whose identity is sure, ends that hold.

use super::{noted, town};
use crate::organisation::OrganisationKind;
use crate::rules;
use kernel::Day;
use people::Level;

#[test]
fn an_ice_has_fifteen_digits_and_its_check() {
    for (typed, good) in [
        ("001561191000066", true),
        (" 002136093 0000 40 ", true),
        ("٠٠١٥٦١١٩١٠٠٠٠٦٦", true),
        ("001561191000067", false),
        ("1561191000066", false),
        ("000000000000000", false),
        ("00156119100006A", false),
    ] {
        assert_eq!(rules::organisation_number(OrganisationKind::Company, typed).is_ok(), good, "{typed}");
    }
    assert_eq!(rules::organisation_number(OrganisationKind::Association, " 12/2026 a").unwrap(), "12/2026A");
    assert!(rules::organisation_number(OrganisationKind::Association, "sans").is_err());
}

#[test]
fn a_representation_has_a_paper_and_days_in_order() {
    let day = |year| Day::ymd(year, 1, 1).unwrap();
    assert!(rules::representation(day(2026), day(2027), "RC 12").is_ok());
    for (from, to, proof) in [(day(2027), day(2026), "RC 12"), (day(2026), day(2032), "RC 12"), (day(2026), day(2027), "")] {
        assert!(rules::representation(from, to, proof).is_err(), "{from} {to} {proof}");
    }
}

#[tokio::test]
async fn staff_note_a_company_and_confirm_who_acts_for_it() {
    let town = town().await;
    let clerk = town.clerk("counter_clerk").await;
    let new = |number: &'static str| {
        [("kind", "company"), ("name", "Nour Travaux"), ("number", number), ("contact", "contact@nour.example.ma")]
    };
    clerk.post("/fr/desk/organisations", &new("001561191000067")).await.is(422).shows("ICE valable");
    let page = clerk.post("/fr/desk/organisations", &new("001561191000066")).await.sent_to();
    clerk.post("/fr/desk/organisations", &new("001561191000066")).await.is(422).shows("déjà noté");
    noted(&town, "Amina", Some("0612345678"), None, Level::Contact).await;
    noted(&town, "Zineb", Some("0699887766"), Some("AB123456"), Level::Counter).await;
    let form = |person: &'static str, ends: &'static str, proof: &'static str| {
        [("person", person), ("role", "legal"), ("ends_on", ends), ("proof", proof)]
    };
    let add = format!("{page}/representatives");
    clerk.post(&add, &form("0655555555", "2027-01-01", "RC 12")).await.is(422).shows("une seule personne");
    clerk.post(&add, &form("0612345678", "2027-01-01", "RC 12")).await.is(422).shows("pas confirmée");
    clerk.post(&add, &form("0699887766", "2027-01-01", "")).await.is(422).shows("document");
    clerk.post(&add, &form("0699887766", "2026-01-01", "RC 12")).await.is(422).shows("cinq ans");
    clerk.post(&add, &form("0699887766", "2027-01-01", "RC 12")).await.redirects_to(&page);
    clerk.post(&add, &form("0699887766", "2027-01-01", "RC 12")).await.is(422).shows("déjà");
    let shown = clerk.get(&page).await.ok().shows("Représentant légal").shows("RC 12").text().replace("&#x2f;", "/");
    let id = shown.split("/representatives/").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
    clerk.post(&format!("/fr/desk/organisations/representatives/{id}/end"), &[]).await.is(303);
    clerk.get(&page).await.ok().shows("Terminée");
    town.clerk("councillor").await.get("/fr/desk/organisations").await.is(403);
}

#[tokio::test]
async fn a_number_and_a_name_are_sealed() {
    let town = town().await;
    let clerk = town.clerk("counter_clerk").await;
    let fields = [("kind", "company"), ("name", "Boughaleb Frères"), ("number", "001561191000066"), ("contact", "0612345678")];
    clerk.post("/fr/desk/organisations", &fields).await.is(303);
    let rows: Vec<(String, String)> = town
        .reads(|rx| {
            let sql = "SELECT name, number FROM identity_organisations WHERE tenant = $1";
            rx.all(sql, platform::args![rx.tenant()], |row| Ok((row.get("name")?, row.get("number")?)))
        })
        .await;
    assert!(!rows[0].0.contains("Boughaleb") && !rows[0].1.contains("1561191"));
}
