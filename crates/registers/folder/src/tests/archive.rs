//! The download of everything: behind a fresh code, and with all and only what is the person's.

use super::*;
use std::collections::BTreeMap;
use std::io::Read;

/// Asks for a code and gives the ticket of its page.
async fn asks(who: &Visitor) -> String {
    who.post("/fr/my/download", &[]).await.sent_to().split("ticket=").nth(1).unwrap().to_owned()
}

fn opened(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut file = archive.by_index(place).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        })
        .collect()
}

#[tokio::test]
async fn the_archive_holds_all_and_only_what_is_ones_own() {
    let town = town().await;
    let (leila, omar) = (signed_in(&town, "0612345678").await, signed_in(&town, "0698765432").await);
    keeps(&leila, "عقد الكراء", "").await;
    keeps(&leila, "Carte", "").await;
    keeps(&omar, "Le bail d'Omar", "").await;
    let ticket = asks(&leila).await;
    leila.get(&format!("/fr/my/download?ticket={ticket}")).await.ok().shows("+212 6");
    let code = last_code(&town).await;
    let reply = leila.post("/fr/my/download/file", &[("ticket", &ticket), ("code", &code)]).await.ok();
    assert_eq!(reply.headers["content-type"], "application/zip");
    let archive = opened(&reply.bytes);
    let mut names: Vec<&str> = archive.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["data.json", "folder/001 Carte.pdf", "folder/002 عقد الكراء.pdf", "index.fr.html", "index.html"]);
    assert_eq!(archive["folder/002 عقد الكراء.pdf"], [PDF, "عقد الكراء".as_bytes()].concat());
    let data: platform::Json = platform::json::from_slice(&archive["data.json"]).unwrap();
    assert_eq!(data["documents"].as_array().unwrap().len(), 2);
    // What stands on his page stands in it too, without the links that are keys.
    let told = data["timeline"].as_array().unwrap();
    assert!(
        told.iter().any(|line| line["kind"] == "papers" && line["title"].as_str().is_some_and(|title| title.contains("Carte")))
    );
    assert!(told.iter().all(|line| line.get("path").is_none()));
    let whole = String::from_utf8_lossy(&reply.bytes).into_owned();
    assert!(!whole.contains("Omar") && whole.contains("+212612345678"));
    assert!(String::from_utf8_lossy(&archive["index.html"]).contains("dir=\"rtl\""));
    assert!(String::from_utf8_lossy(&archive["index.fr.html"]).contains("Carte"));
    // It is written down, and the code is used up.
    let sql = "SELECT COUNT(*) AS n FROM platform_journal WHERE verb = 'folder.downloaded'";
    assert_eq!(town.reads(move |rx| rx.count(sql, platform::args![])).await, 1);
    leila.post("/fr/my/download/file", &[("ticket", &ticket), ("code", &code)]).await.is(422).shows("a déjà servi");
}

#[tokio::test]
async fn no_archive_leaves_without_a_fresh_code_of_its_own_person() {
    let town = town().await;
    let (leila, omar) = (signed_in(&town, "0612345678").await, signed_in(&town, "0698765432").await);
    let ticket = asks(&leila).await;
    let code = last_code(&town).await;
    leila.post("/fr/my/download/file", &[("ticket", "x"), ("code", &code)]).await.is(422);
    let wrong = if code == "000000" { "000001" } else { "000000" };
    leila.post("/fr/my/download/file", &[("ticket", &ticket), ("code", wrong)]).await.is(422);
    omar.post("/fr/my/download/file", &[("ticket", &ticket), ("code", &code)]).await.is(422);
    let ticket = asks(&leila).await;
    let code = last_code(&town).await;
    town.clock.advance_secs(11 * 60);
    leila.post("/fr/my/download/file", &[("ticket", &ticket), ("code", &code)]).await.is(422);
    let sql = "SELECT COUNT(*) AS n FROM platform_journal WHERE verb = 'folder.downloaded'";
    assert_eq!(town.reads(move |rx| rx.count(sql, platform::args![])).await, 0);
    town.visitor().post("/fr/my/download", &[]).await.is(401);
}
