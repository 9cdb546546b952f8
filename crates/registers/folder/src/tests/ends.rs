//! Ends: told once, thirty days before; marked when they come; and viruses found late.

use super::*;

async fn told(town: &Town) -> usize {
    town.drain().await;
    town.visitor().get("/fr/outbox").await.ok().text().matches("تنتهي صلاحيتها").count()
        + town.visitor().get("/fr/outbox").await.ok().text().matches("plus valable après").count()
}

#[tokio::test]
async fn a_person_is_told_thirty_days_before_a_document_ends_and_once() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    let id = keeps(&leila, "Mon bail", "31/1/2027").await;
    town.advance_hours(24).await;
    assert_eq!(told(&town).await, 0);
    town.advance_hours(24 * 40).await;
    assert_eq!(told(&town).await, 1);
    town.advance_hours(24 * 2).await;
    assert_eq!(told(&town).await, 1, "once");
    // The session of a citizen lasts thirty days.
    let leila = signed_in(&town, "0612345678").await;
    leila.get(&format!("/fr/my/documents/{id}")).await.ok().shows("31 janvier 2027").shows_not("plus valable");
    town.advance_hours(24 * 29).await;
    leila.get(&format!("/fr/my/documents/{id}")).await.ok().shows("est plus valable");
    let asked = id.clone();
    let sql = "SELECT COUNT(*) AS n FROM folder_documents WHERE id = $1 AND ended_at IS NOT NULL";
    assert_eq!(town.reads(move |rx| rx.count(sql, platform::args![asked])).await, 1);
    // A corrected date begins anew.
    leila
        .post(&format!("/fr/my/documents/{id}"), &[("title", "Mon bail"), ("kind", "lease"), ("valid_until", "31/1/2029")])
        .await
        .is(303);
    leila.get("/fr/my/documents").await.ok().shows("31 janvier 2029").shows_not("plus valable");
}

#[tokio::test]
async fn a_paper_of_the_commune_keeps_its_dates() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    let own = keeps(&leila, "Mon bail", "").await;
    let id = town
        .does(move |tx| {
            let person = person_of(tx, &own)?;
            let until = kernel::Day::ymd(2027, 3, 1);
            let issued = crate::NewIssued {
                person: person.clone(),
                paper: tx.new_id(),
                template: "permit".into(),
                title: "Permis 1/2026".into(),
                valid_until: until,
            };
            crate::keep_issued(tx, &issued)?;
            Ok(crate::of_person(tx, &person, None, 1)?.remove(0).id)
        })
        .await;
    let sent = [("title", "Mon permis"), ("kind", "lease"), ("valid_until", "1/1/2099")];
    leila.post(&format!("/fr/my/documents/{id}"), &sent).await.is(303);
    // Without the module of papers there is no file behind it, and the page says so.
    leila.get(&format!("/fr/my/documents/{id}")).await.ok().shows("Mon permis").shows("1er mars 2027").shows("existe plus");
    leila.get(&format!("/my/documents/{id}/file")).await.is(404);
}

#[tokio::test]
async fn a_file_with_a_virus_is_refused_and_one_found_late_is_shut_away() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let town = configured(move |config| {
        config.scanner.address = address.to_string();
        config.scanner.seconds = 5;
    })
    .await;
    let leila = signed_in(&town, "0612345678").await;
    let id = keeps(&leila, "JAMAA-VIRUS", "").await;
    scanner(std::net::TcpListener::bind(address).unwrap());
    sends(&leila, "Autre", "", &[PDF, b"JAMAA-VIRUS 2"].concat()).await.is(422).shows("contient un virus");
    town.advance_hours(1).await;
    leila.get(&format!("/fr/my/documents/{id}")).await.ok().shows("contient un virus");
    leila.get(&format!("/my/documents/{id}/file")).await.is(422);
    let found = town.reads(move |rx| crate::find(rx, &id)).await;
    assert!(crate::lendable(&found, "lease", kernel::Day::ymd(2026, 11, 24).unwrap()).is_err());
}

/// Answers as clamd does.
fn scanner(listener: std::net::TcpListener) {
    use std::io::{Read, Write};
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut command = [0; 10];
            stream.read_exact(&mut command).unwrap();
            assert_eq!(&command, b"zINSTREAM\0");
            let (mut content, mut length) = (Vec::new(), [0; 4]);
            loop {
                stream.read_exact(&mut length).unwrap();
                let mut part = vec![0; u32::from_be_bytes(length) as usize];
                if part.is_empty() {
                    break;
                }
                stream.read_exact(&mut part).unwrap();
                content.extend(part);
            }
            let has = content.windows(11).any(|part| part == b"JAMAA-VIRUS");
            stream.write_all(if has { b"stream: Jamaa.Test FOUND\0" } else { b"stream: OK\0" }).unwrap();
        }
    });
}
