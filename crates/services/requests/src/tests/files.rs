//! What one person removes is never what another one keeps.

use super::{PDF, begun, fill, town};
use crate::actions::{draft, upload};
use crate::model::DraftFile;
use platform::Problem;
use testing::{Town, Visitor};

/// Sends these bytes in one part, as the browser does with everything below a megabyte.
async fn send(visitor: &Visitor, code: &str, content: &[u8]) {
    let size = content.len().to_string();
    let begun = visitor.post(&format!("/drafts/{code}/uploads"), &[("piece", "lease"), ("size", &size)]).await.ok().json();
    let address = begun["url"].as_str().unwrap().to_owned();
    visitor.post_file(&address, &[("at", "0"), ("name", "bail.pdf")], "part", "part", content).await.ok();
}

async fn files(town: &Town, code: &str) -> Vec<DraftFile> {
    let asked = code.to_owned();
    town.reads(move |rx| draft::find(rx, &asked)).await.files
}

fn content(town: &Town, file: &DraftFile) -> Result<Vec<u8>, Problem> {
    town.app.blobs().get(testing::SALE, &file.blob)
}

/// How many sealed files there are.
fn stored(town: &Town) -> usize {
    let folders = std::fs::read_dir(town.app.blobs().root().join(testing::SALE)).unwrap();
    folders.map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap().count()).sum()
}

#[tokio::test]
async fn a_file_in_one_part_outlives_its_part_and_the_same_file_of_somebody_else() {
    let town = town().await;
    let (mine, other) = (town.visitor(), town.visitor());
    let (code, theirs) = (begun(&mine).await, begun(&other).await);
    fill(&mine, &code).await;
    fill(&other, &theirs).await;
    send(&mine, &code, PDF).await;
    send(&other, &theirs, PDF).await;
    // Sent twice, it is one file.
    send(&mine, &code, PDF).await;
    town.app.drain().await.unwrap();
    let (kept, gone) = (files(&town, &code).await, files(&town, &theirs).await);
    assert_eq!(kept.len(), 1);
    assert_eq!(stored(&town), 2, "the parts are gone, and so is what came twice");
    assert_eq!(content(&town, &kept[0]).unwrap(), PDF);
    other.post(&format!("/ar/drafts/{theirs}/files/{}/remove", gone[0].id), &[]).await.sent_to();
    town.app.drain().await.unwrap();
    assert_eq!(content(&town, &gone[0]), Err(Problem::NotFound), "what a person removes is gone");
    assert_eq!(content(&town, &kept[0]).unwrap(), PDF, "and nobody else's");
}

#[tokio::test]
async fn uploads_that_are_left_make_room_and_their_parts_go() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    let (uploads, asks) = (format!("/drafts/{code}/uploads"), [("piece", "lease"), ("size", "2000")]);
    let first = visitor.post(&uploads, &asks).await.ok().json()["url"].as_str().unwrap().to_owned();
    visitor.post_file(&first, &[("at", "0")], "part", "part", &PDF[..10]).await.ok();
    let (asked, id) = (code.clone(), kernel::Id::parse(first.rsplit('/').next().unwrap()).unwrap());
    let part = town.reads(move |rx| upload::find(rx, &asked, &id)).await.chunks.remove(0);
    for _ in 0..10 {
        town.clock.advance_secs(1);
        visitor.post(&uploads, &asks).await.ok();
    }
    visitor.get(&first).await.is(404);
    town.app.drain().await.unwrap();
    assert_eq!(town.app.blobs().get(testing::SALE, &part), Err(Problem::NotFound));
    let last = visitor.post(&uploads, &asks).await.ok().json()["url"].as_str().unwrap().to_owned();
    town.clock.advance_secs(2 * 86_400);
    town.app.drain().await.unwrap();
    visitor.get(&last).await.is(404);
}

#[tokio::test]
async fn a_draft_is_thrown_away_with_its_files_and_another_begins() {
    let town = town().await;
    let (visitor, stranger) = (town.visitor(), town.visitor());
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    send(&visitor, &code, PDF).await;
    let kept = files(&town, &code).await;
    stranger.post("/fr/drafts/0000-0000-0000/forget", &[]).await.is(404);
    let next = visitor.post(&format!("/fr/drafts/{code}/forget"), &[]).await.sent_to();
    assert!(next.contains("/procedures/repair-permit/start"), "{next}");
    visitor.get(&format!("/fr/drafts/{code}")).await.is(404);
    town.app.drain().await.unwrap();
    assert_eq!(content(&town, &kept[0]), Err(Problem::NotFound));
}
