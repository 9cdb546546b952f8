//! Providers as the administrator writes them.

use super::provider::{Lie, Provider, SECRET};
use super::town;

fn fields<'a>(issuer: &'a str, label: &'a str, secret: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("label_ar", "الهوية الرقمية"),
        ("label_fr", label),
        ("issuer", issuer),
        ("client_id", "jamaa"),
        ("secret", secret),
        ("scopes", "openid profile"),
        ("claim_subject", "/sub"),
        ("claim_name", "/name"),
        ("acr_national", "high substantial"),
    ]
}

#[tokio::test]
async fn an_administrator_writes_tries_and_turns_on_a_provider() {
    let town = town().await;
    let provider = Provider::start(town.clock.clone());
    let admin = town.clerk("administrator").await;
    admin.get("/fr/admin/identity").await.ok().shows("Aucun service");
    admin.get("/fr/admin/identity/new").await.ok().shows("/given_name");
    let page = admin.post("/fr/admin/identity", &fields(&provider.issuer, "Identité", SECRET)).await.sent_to();
    admin.get(&page).await.ok().shows("Identité").shows("/sign-in/back/").shows_not(SECRET).shows("Arrêté");
    admin.post(&format!("{page}/try"), &[]).await.ok().shows("Le service répond").shows("RFC 9207");
    provider.lies(Lie::OtherDescription);
    admin.post(&format!("{page}/try"), &[]).await.ok().shows("ne peut pas être utilisé");
    provider.lies(Lie::Down);
    admin.post(&format!("{page}/try"), &[]).await.ok().shows("ne répond pas");
    admin.post(&format!("{page}/turn"), &[("on", "1")]).await.is(303);
    town.visitor().get("/fr/account/sign-in").await.ok().shows("Se connecter avec").shows("Identité");
    admin.post(&page, &fields(&provider.issuer, "Autre nom", "")).await.is(303);
    town.visitor().get("/fr/account/sign-in").await.ok().shows("Se connecter avec").shows("Autre nom");
    let kept = town.reads(crate::providers).await;
    assert_eq!(kept[0].secret, SECRET, "an empty field leaves the secret");
    admin.post(&page, &fields("https://other.example.ma", "Autre nom", "")).await.is(422).shows("ne change pas");
    admin.post(&format!("{page}/turn"), &[("on", "0")]).await.is(303);
    town.visitor().get("/fr/account/sign-in").await.ok().shows_not("Autre nom");
}

#[tokio::test]
async fn a_provider_that_would_be_useless_or_dangerous_is_refused() {
    let town = town().await;
    let admin = town.clerk("administrator").await;
    for issuer in ["http://id.example.ma", "ftp://id.example.ma", "https://user@id.example.ma", "https://", "id.example.ma"] {
        admin.post("/fr/admin/identity", &fields(issuer, "Identité", "")).await.is(422).shows("Adresse refusée");
    }
    admin.post("/fr/admin/identity", &fields("https://id.example.ma", "", "")).await.is(422).shows("nom que les gens");
    let mut wrong = fields("https://id.example.ma", "Identité", "");
    wrong.retain(|(name, _)| !["claim_subject", "scopes"].contains(name));
    wrong.extend([("claim_phone", "phone_number"), ("scopes", "profile")]);
    admin.post("/fr/admin/identity", &wrong).await.is(422).shows("openid").shows("barre oblique").shows("identifiant stable");
    town.clerk("agent").await.get("/fr/admin/identity").await.is(403);
    town.clerk("agent").await.post("/fr/admin/identity", &fields("https://id.example.ma", "x", "")).await.is(403);
    let twice = fields("https://id.example.ma", "Identité", "");
    admin.post("/fr/admin/identity", &twice).await.is(303);
    admin.post("/fr/admin/identity", &twice).await.is(422).shows("déjà noté");
}
