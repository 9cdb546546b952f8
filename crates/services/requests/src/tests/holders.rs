//! Holders of mandates as an administrator appoints, watches and renews them.

use super::for_others::writer;
use super::town;

#[tokio::test]
async fn one_contact_for_many_people_shows_to_the_administrator() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let administrator = town.clerk("administrator").await;
    let page = format!("/fr/admin/mandates/{}", holder.id);
    for (name, told) in [("ليلى", false), ("كريم", false), ("أمينة", true)] {
        let fields = [
            ("name", name),
            ("contact", "0612345678"),
            ("procedures", "repair-permit"),
            ("signed_on", "20/11/2026"),
            ("ends_on", "10/12/2026"),
            ("reference", "7"),
        ];
        holder.visitor.post("/ar/writer/papers", &fields).await.is(303);
        assert_eq!(administrator.get(&page).await.ok().text().contains("Un même contact pour"), told, "{name}");
    }
}

#[tokio::test]
async fn an_administrator_appoints_and_renews() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    let good = [
        ("kind", "association"),
        ("name", "جمعية الأمل"),
        ("email", "amal@example.test"),
        ("agreement", "3/2026"),
        ("ends_on", "30/6/2027"),
        ("procedures", "birth-extract"),
    ];
    for (field, value) in [("name", ""), ("email", "x"), ("ends_on", "30/6/2029"), ("procedures", "moon"), ("agreement", "")] {
        let fields: Vec<_> = good.iter().map(|(name, known)| (*name, if *name == field { value } else { known })).collect();
        administrator.post("/ar/admin/mandates", &fields).await.is(422);
    }
    let page = administrator.post("/ar/admin/mandates", &good).await.sent_to();
    administrator.get(&page).await.ok().shows("جمعية الأمل").shows("لم يفعّل حسابه بعد");
    administrator.post("/ar/admin/mandates", &good).await.is(422);
    administrator.post(&format!("{page}/renew"), &[("ends_on", "1/1/2030"), ("procedures", "birth-extract")]).await.is(422);
    let renewed = [("ends_on", "1/10/2027"), ("procedures", "birth-extract"), ("procedures", "pest-control")];
    administrator.post(&format!("{page}/renew"), &renewed).await.redirects_to(&page);
    administrator.get("/ar/admin/mandates").await.ok().shows("خدمتان");
}
