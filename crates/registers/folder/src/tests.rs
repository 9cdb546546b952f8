//! Walks through the town: what is kept, who may see it, how it ends, and what a person takes home.

mod archive;
mod ends;
mod looks;

use kernel::Id;
use platform::Tx;
use std::io::Cursor;
use testing::{Reply, Town, Visitor, check_module};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

async fn town() -> Town {
    configured(|_| {}).await
}

async fn configured(change: impl FnOnce(&mut platform::Config)) -> Town {
    let modules = [
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        cases::module(),
        crate::module(),
    ];
    Town::configured(modules, |config| {
        config.demo = true;
        config.limits.sign_ins_per_ten_minutes = 10_000;
        change(config);
    })
    .await
}

/// The six digits of the message that left last.
async fn last_code(town: &Town) -> String {
    town.drain().await;
    let outbox = town.visitor().get("/fr/outbox").await.ok().text();
    let words = outbox.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.into_iter().find(|word| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit())).unwrap().to_owned()
}

/// A citizen who signed in with this telephone.
async fn signed_in(town: &Town, phone: &str) -> Visitor {
    let visitor = town.visitor();
    let asked = visitor.post("/fr/account/sign-in", &[("way", "code"), ("contact", phone)]).await.sent_to();
    let code = last_code(town).await;
    let ticket = asked.split("ticket=").nth(1).unwrap().split('&').next().unwrap();
    visitor.post("/fr/account/code", &[("ticket", ticket), ("code", &code)]).await.redirects_to("/fr/account");
    visitor
}

async fn sends(who: &Visitor, title: &str, until: &str, content: &[u8]) -> Reply {
    let fields = [("kind", "lease"), ("title", title), ("valid_until", until)];
    who.post_file("/fr/my/documents/new", &fields, "file", "bail.pdf", content).await
}

/// Keeps a lease; says its id.
async fn keeps(who: &Visitor, title: &str, until: &str) -> Id {
    let content = [PDF, title.as_bytes()].concat();
    let address = sends(who, title, until, &content).await.sent_to();
    Id::parse(address.rsplit('/').next().unwrap()).unwrap()
}

/// How many sealed files there are on disk.
fn files(town: &Town) -> usize {
    fn below(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| if entry.path().is_dir() { below(&entry.path()) } else { 1 }).sum()
    }
    below(town.app.blobs().root())
}

fn png() -> Vec<u8> {
    let mut out = Vec::new();
    image::DynamicImage::new_rgb8(40, 20).write_to(&mut Cursor::new(&mut out), image::ImageFormat::Png).unwrap();
    out
}

/// The person behind a document.
fn person_of(tx: &mut Tx, document: &Id) -> platform::Result<Id> {
    Ok(crate::find(tx, document)?.person)
}

#[tokio::test]
async fn the_module_passes_every_sweep() {
    let town = town().await;
    let faults = check_module(&town.app, &crate::module());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn a_document_is_kept_byte_for_byte_and_shown_to_its_person() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    leila.get("/ar/my/documents").await.ok().shows("ملفكم الرقمي فارغ").shows("+212 6");
    let id = keeps(&leila, "Mon bail", "24/11/2030").await;
    for lang in ["ar", "fr", "en", "zgh"] {
        leila.get(&format!("/{lang}/my/documents")).await.ok().shows("Mon bail");
        leila.get(&format!("/{lang}/my/documents/{id}")).await.ok().shows("Mon bail");
    }
    let file = leila.get(&format!("/my/documents/{id}/file")).await.ok();
    assert_eq!(file.bytes, [PDF, b"Mon bail"].concat());
    assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let row = town
        .reads(move |rx| rx.one("SELECT told FROM folder_documents", platform::args![], |row| row.get::<String>("told")))
        .await;
    assert!(!row.contains("bail"), "titles are sealed");
    // The same file again is the same document; the copy that came with it is gone.
    let before = files(&town);
    sends(&leila, "Encore", "", &[PDF, b"Mon bail"].concat()).await.redirects_to(&format!("/fr/my/documents/{id}"));
    town.drain().await;
    assert_eq!(files(&town), before);
}

#[tokio::test]
async fn an_image_is_made_anew_for_the_page_and_the_original_stays() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    let address = sends(&leila, "Carte", "", &png()).await.sent_to();
    let id = address.rsplit('/').next().unwrap();
    let picture = leila.get(&format!("/my/documents/{id}/picture")).await.ok();
    assert!(picture.bytes.starts_with(b"\xff\xd8\xff"));
    leila.get(&format!("/my/documents/{id}/picture?small=1")).await.ok();
    assert_eq!(leila.get(&format!("/my/documents/{id}/file")).await.ok().bytes, png());
}

#[tokio::test]
async fn nobody_else_finds_a_document_by_its_id() {
    let town = town().await;
    let (leila, omar) = (signed_in(&town, "0612345678").await, signed_in(&town, "0698765432").await);
    let id = keeps(&leila, "Mon bail", "").await;
    for address in ["/fr/my/documents/ID", "/my/documents/ID/file", "/my/documents/ID/picture", "/api/v1/my/documents/ID"] {
        omar.get(&address.replace("ID", id.as_str())).await.is(404);
    }
    omar.post(&format!("/fr/my/documents/{id}"), &[("title", "À moi")]).await.is(404);
    omar.post(&format!("/fr/my/documents/{id}/erase"), &[("sure", "yes")]).await.is(404);
    omar.get("/fr/my/documents").await.ok().shows_not("Mon bail");
    town.visitor().get(&format!("/fr/my/documents/{id}")).await.is(303);
    town.visitor().get(&format!("/my/documents/{id}/file")).await.is(401);
    town.clerk("president").await.get(&format!("/my/documents/{id}/file")).await.is(403);
    leila.get(&format!("/my/documents/{id}/file")).await.ok();
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_nothing_is_kept() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    sends(&leila, "x", "", b"MZ\x90 no paper").await.is(422).shows("Seules les images");
    sends(&leila, "x", "hier", PDF).await.is(422).shows("pas une date");
    leila.post_file("/fr/my/documents/new", &[("title", "x")], "file", "x.pdf", PDF).await.is(422).shows("Choisissez la cat");
    leila.post("/fr/my/documents/new", &[("kind", "lease")]).await.is(422).shows("Choisissez le fichier");
    leila.get("/fr/my/documents").await.ok().shows("est vide");
    assert_eq!(files(&town), 0);
}

#[tokio::test]
async fn an_erased_document_leaves_no_file() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    let address = sends(&leila, "Carte", "", &png()).await.sent_to();
    assert_eq!(files(&town), 2);
    leila.post(&format!("{address}/erase"), &[]).await.is(422).shows("Confirmez");
    leila.post(&format!("{address}/erase"), &[("sure", "yes")]).await.redirects_to("/fr/my/documents");
    town.drain().await;
    assert_eq!(files(&town), 0);
    leila.get(&address).await.is(404);
}

#[tokio::test]
async fn who_is_forgotten_leaves_no_folder() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    keeps(&leila, "Mon bail", "").await;
    leila.post("/fr/account/erasure", &[]).await.is(303);
    town.drain().await;
    assert_eq!(files(&town), 0);
    let left = town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM folder_documents", platform::args![])).await;
    assert_eq!(left, 0);
}

#[tokio::test]
async fn a_long_folder_is_read_page_by_page() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    let first = keeps(&leila, "Le premier", "").await;
    let person = town.reads(move |rx| person_of(rx, &first)).await;
    let of = person.clone();
    town.does(move |tx| {
        for n in 0..60 {
            let issued = crate::NewIssued {
                person: of.clone(),
                paper: tx.new_id(),
                template: "permit".into(),
                title: format!("Permis {n}"),
                valid_until: None,
            };
            crate::keep_issued(tx, &issued)?;
            crate::keep_issued(tx, &issued)?;
        }
        Ok(())
    })
    .await;
    let asked = person.clone();
    assert_eq!(town.reads(move |rx| crate::count(rx, &asked)).await, 61, "a paper comes once");
    let page = leila.get("/fr/my/documents").await.ok().shows(">61<").shows_not("Le premier").text();
    let next = page.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    leila.get(&next).await.ok().shows("Le premier");
    leila.get("/fr/my/documents?after=forged").await.is(400);
    let list = leila.get("/api/v1/my/documents").await.ok().json();
    assert_eq!(list["documents"].as_array().unwrap().len(), 50);
    let rest = leila.get(&format!("/api/v1/my/documents?after={}", list["next"].as_str().unwrap())).await.ok().json();
    assert_eq!(rest["documents"].as_array().unwrap().len(), 11);
    let one = rest["documents"][10]["id"].as_str().unwrap();
    let one = leila.get(&format!("/api/v1/my/documents/{one}")).await.ok().json();
    assert_eq!((one["document"]["title"].as_str(), one["document"]["trust"].as_str()), (Some("Le premier"), Some("own")));
    let read = town.reads(move |rx| crate::of_person(rx, &person, None, 500)).await;
    assert_eq!(read.len(), 61);
}
