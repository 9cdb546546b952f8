//! The commune's own templates: what does not compile is refused, and what fails later does not stop a paper.

use super::{papers, proposed, state, town};
use crate::model::PaperState;
use crate::press::{self, Order};
use crate::templates::rows;
use testing::{SALE, Town, Visitor};

const GOOD: &str = "#import \"letterhead.typ\": *\n#let m = json(\"model.json\")\n#show: letter.with(m)\nVILLE DE SALÉ\n";

/// A process of the press, as the program starts it.
#[test]
#[ignore = "run by the press of the other tests, with an order on its standard input"]
fn inside_the_press() {
    press::work().unwrap();
}

pub(super) const INSIDE: &[&str] = &["tests::templates::inside_the_press", "--exact", "--ignored", "--nocapture"];

fn order(template: &str) -> Order {
    press::start_as(INSIDE);
    crate::templates::example("permit", template, kernel::Lang::Fr)
}

/// A page that draws a form twice, which draws the next one twice, and so on: two to the power of `depth` squares.
fn drawing(depth: usize) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>".to_owned(),
        "<</Length 11>>stream\n/F Do /F Do\nendstream".to_owned(),
    ];
    objects.extend((6..6 + depth).map(|next| {
        format!("<</Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</F {next} 0 R>>>>/Length 11>>stream\n/F Do /F Do\nendstream")
    }));
    objects.push("<</Type/XObject/Subtype/Form/BBox[0 0 200 200]/Length 14>>stream\n0 0 100 100 re f\nendstream".to_owned());
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (n, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).bytes());
    }
    let end = format!("{table}trailer<</Root 1 0 R/Size {}>>\nstartxref\n{}\n%%EOF\n", objects.len() + 1, bytes.len());
    bytes.extend(end.bytes());
    bytes
}

#[tokio::test]
async fn a_page_that_never_ends_ends_its_own_process_only() {
    press::start_as(INSIDE);
    let (pages, picture) = press::page_apart(&drawing(1), 1, 300).await.unwrap().unwrap();
    assert!(pages == 1 && picture.starts_with(b"\x89PNG"));
    assert_eq!(press::page_apart(b"%PDF-1.4", 1, 300).await.unwrap(), Err(papers::PlanFault::Unreadable));
    assert_eq!(press::page_apart(&drawing(40), 1, 300).await.unwrap(), Err(papers::PlanFault::Slow));
}

#[tokio::test]
async fn a_template_that_takes_too_much_ends_its_own_process_only() {
    assert!(order(GOOD).print_apart().await.unwrap().unwrap().starts_with(b"%PDF-"));
    let wrong = order("#import \"letterhead.typ\": *\n\n#moi\n").print_apart().await.unwrap().unwrap_err();
    assert_eq!((wrong.line, wrong.message.as_str()), (3, "unknown variable: moi"));
    // A long work, much memory, another file, the network: none of them is to be had.
    for greedy in [
        "#{ let x = 0; for i in range(1000000) { for j in range(1000000) { x += 1 } }; x }",
        "#let s = \"x\" * 4000000000\n#s.len()",
        "#read(\"/etc/passwd\")",
        "#import \"@preview/cetz:0.3.0\"",
    ] {
        let began = std::time::Instant::now();
        assert!(order(greedy).print_apart().await.unwrap().is_err(), "{greedy}");
        assert!(began.elapsed().as_secs() < 40, "{greedy}");
    }
}

async fn writes(visitor: &Visitor, text: &str) -> testing::Reply {
    visitor.post_file("/fr/admin/templates/permit", &[], "file", "permit.typ", text.as_bytes()).await
}

async fn live(town: &Town) -> Option<i64> {
    town.reads(|rx| Ok(rows::live(rx, "permit")?.map(|one| one.version))).await
}

async fn published(town: &Town, text: &str) -> Visitor {
    let writer = town.clerk("administrator").await;
    writes(&writer, text).await.sent_to();
    let newest = town.reads(|rx| Ok(rows::of(rx, "permit")?[0].version)).await.to_string();
    // Whoever wrote it does not publish it.
    writer.post("/fr/admin/templates/permit/publish", &[("version", &newest)]).await.is(422).shows("autre personne");
    let second = town.clerk("administrator").await;
    second.post("/fr/admin/templates/permit/publish", &[("version", &newest)]).await.sent_to();
    second
}

#[tokio::test]
async fn a_template_that_does_not_compile_is_refused_and_the_old_version_goes_on() {
    let town = town().await;
    let second = published(&town, GOOD).await;
    assert_eq!(live(&town).await, Some(1));
    writes(&second, "#import \"letterhead.typ\": *\n#moi\n").await.is(422).shows("Ligne 2").shows("unknown variable: moi");
    writes(&second, "").await.is(422);
    writes(&second, &"x".repeat(70_000)).await.is(422).shows("64");
    assert_eq!(town.reads(|rx| Ok(rows::of(rx, "permit")?.len())).await, 1);
    let (_, paper) = proposed(&town).await;
    assert_eq!(paper.state, PaperState::Made);
    let pdf = town.app.blobs().get(SALE, paper.blob.as_deref().unwrap()).unwrap();
    assert_eq!(signing::fields(&pdf).unwrap(), [("signature".to_owned(), false)]);
    let preview = second.get("/admin/templates/permit/preview.pdf?version=1").await.ok();
    assert!(preview.bytes.starts_with(b"%PDF-"));
    town.clerk("agent").await.get("/fr/admin/templates").await.is(403);
    second.post("/fr/admin/templates/permit/retire", &[]).await.sent_to();
    assert_eq!(live(&town).await, None);
}

#[tokio::test]
async fn a_template_that_fails_with_real_data_gives_way_to_the_country_s_and_staff_are_told() {
    let town = town().await;
    // The example has a number that real papers of this commune never have.
    let picky = format!("{GOOD}#if m.reference.starts-with(\"1/\") {{ panic(\"no first paper\") }}\n");
    let second = published(&town, &picky).await;
    second.get("/fr/admin/templates").await.ok().shows_not("En échec");
    let (case, paper) = proposed(&town).await;
    assert_eq!((paper.number, paper.state, state(&town, &case).await.as_str()), (1, PaperState::Made, "to_grant"));
    second.get("/fr/admin/templates").await.ok().shows("En échec");
    second.get("/fr/admin/templates/permit").await.ok().shows("no first paper").shows("le modèle du pays a servi");
    assert_eq!(town.reads(|rx| rows::failing(rx)?.count(rx)).await, 1);
    // A better version ends the alarm.
    published(&town, GOOD).await;
    assert_eq!((town.reads(|rx| rows::failing(rx)?.count(rx)).await, papers(&town, &case).await.len()), (0, 1));
}

/// A member of staff known by a telephone; two with one number are one human being.
async fn known(town: &Town, phone: &'static str) -> platform::Actor {
    let (account, person) = town
        .does(move |tx| {
            let new = people::NewPerson {
                name: "Hind".into(),
                phone: kernel::Phone::parse(phone),
                email: None,
                cin: None,
                lang: kernel::Lang::Ar,
                level: people::Level::Declared,
            };
            Ok((tx.new_id(), people::add(tx, new)?))
        })
        .await;
    platform::Actor::Staff { account, person, grants: Vec::new().into() }
}

#[tokio::test]
async fn whoever_wrote_a_template_does_not_publish_it_under_another_account() {
    let town = town().await;
    let acts = |actor: &platform::Actor| platform::Scope { tenant: SALE.into(), actor: actor.clone() };
    let (hind, again, nadia) =
        (known(&town, "0661000001").await, known(&town, "0661000001").await, known(&town, "0661000002").await);
    town.app.store().write(acts(&hind), |tx| crate::templates::actions::write(tx, "permit", GOOD)).await.unwrap();
    let publish = |actor| town.app.store().write(acts(actor), |tx| crate::templates::actions::publish(tx, "permit", 1));
    for author in [&hind, &again] {
        let refused = publish(author).await;
        assert!(matches!(refused, Err(platform::Problem::Refused(why)) if why.key == "documents-template-second-person"));
    }
    publish(&nadia).await.unwrap();
}
