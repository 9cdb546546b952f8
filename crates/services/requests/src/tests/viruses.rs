//! The virus scanner: a small server that speaks clamd's protocol, and where it is installed, a real clamd with a signature of
//! our own.

use super::{PDF, works};
use cases::Scan;
use kernel::Id;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use testing::{Town, Visitor};

/// What the signature of the tests finds.
const VIRUS: &str = "JAMAA-TEST-VIRUS-2026";

fn infected() -> Vec<u8> {
    format!("%PDF-1.7\n% {VIRUS}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n").into_bytes()
}

async fn town(address: &str) -> Town {
    let address = address.to_owned();
    super::configured(move |config| {
        config.scanner.address = address;
        config.scanner.seconds = 5;
    })
    .await
}

/// Answers as clamd does, one connection after the other, until the test ends.
fn scanner(listener: TcpListener) {
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut command = Vec::new();
            while command.last() != Some(&0) {
                let mut byte = [0];
                stream.read_exact(&mut byte).unwrap();
                command.extend(byte);
            }
            if command == b"zPING\0" {
                stream.write_all(b"PONG\0").unwrap();
                continue;
            }
            assert_eq!(command, b"zINSTREAM\0");
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
            let has = content.windows(VIRUS.len()).any(|part| part == VIRUS.as_bytes());
            stream.write_all(if has { b"stream: Jamaa.Test.UNOFFICIAL FOUND\0" } else { b"stream: OK\0" }).unwrap();
        }
    });
}

/// A draft that is filled in but for its papers.
async fn draft(visitor: &Visitor) -> String {
    let draft = visitor.post("/ar/procedures/repair-permit/start", &[]).await.sent_to();
    let code = draft.rsplit('/').next().unwrap().to_owned();
    for page in ["works", "where", "applicant", "contact"] {
        visitor.post(&format!("/ar/drafts/{code}/{page}"), &works()).await.sent_to();
    }
    code
}

async fn gives(visitor: &Visitor, code: &str, piece: &str, content: &[u8]) -> testing::Reply {
    visitor.post_file(&format!("/ar/drafts/{code}/pieces"), &[], &format!("piece-{piece}"), "x.pdf", content).await
}

/// Files the draft; says which case it is.
async fn files(town: &Town, visitor: &Visitor, code: &str) -> Id {
    let receipt = visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.sent_to();
    let case = receipt.split('/').nth(3).unwrap().to_owned();
    town.reads(move |rx| Ok(cases::by_code(rx, &case)?.id)).await
}

async fn scans(town: &Town, case: &Id) -> Vec<(String, Id, Scan)> {
    let case = case.clone();
    let mut all = town
        .reads(move |rx| {
            let files = cases::files::of(rx, &case)?;
            Ok(files.into_iter().map(|file| (file.piece.unwrap(), file.id, file.scan)).collect::<Vec<_>>())
        })
        .await;
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

#[tokio::test]
async fn a_file_with_a_virus_is_refused_when_it_comes() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let town = town(&listener.local_addr().unwrap().to_string()).await;
    scanner(listener);
    assert_eq!(crate::scanner_answers(town.app.config()).await, Some(Ok(())));
    let visitor = town.visitor();
    let code = draft(&visitor).await;
    gives(&visitor, &code, "lease", &infected()).await.is(422).shows("في هذا الملف فيروس");
    gives(&visitor, &code, "lease", PDF).await.sent_to();
    gives(&visitor, &code, "consent", PDF).await.sent_to();
    let case = files(&town, &visitor, &code).await;
    assert!(scans(&town, &case).await.iter().all(|(_, _, scan)| *scan == Scan::Clean));
}

#[tokio::test]
async fn while_the_scanner_is_away_files_are_kept_and_never_clean() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let town = town(&address.to_string()).await;
    assert!(matches!(crate::scanner_answers(town.app.config()).await, Some(Err(_))));
    let visitor = town.visitor();
    let code = draft(&visitor).await;
    gives(&visitor, &code, "lease", &infected()).await.sent_to();
    gives(&visitor, &code, "consent", PDF).await.sent_to();
    let case = files(&town, &visitor, &code).await;
    town.advance_hours(1).await;
    assert!(scans(&town, &case).await.iter().all(|(_, _, scan)| *scan == Scan::Waiting));
    let president = town.clerk("president").await;
    president.get(&format!("/fr/desk/{case}")).await.ok().shows("contrôle à venir").shows("sans contrôle antivirus");
    // It comes back: what waited is looked at, the virus is shut away, and the author is asked for another file.
    scanner(TcpListener::bind(address).unwrap());
    town.advance_hours(1).await;
    let after = scans(&town, &case).await;
    let told: Vec<_> = after.iter().map(|(piece, _, scan)| (piece.as_str(), *scan)).collect();
    assert_eq!(told, [("consent", Scan::Clean), ("lease", Scan::Infected)]);
    president.get(&format!("/fr/desk/{case}")).await.ok().shows("Fichier infecté");
    president.get(&format!("/desk/pieces/{}", after[1].1)).await.is(422);
    president.get(&format!("/desk/pieces/{}", after[0].1)).await.ok();
    let asked = case.clone();
    let link = town
        .reads(move |rx| {
            let code = cases::find(rx, &asked)?.code;
            cases::link(rx, &code)
        })
        .await;
    town.visitor().get(&format!("/ar{link}")).await.ok().shows("فيه فيروس");
}

/// A clamd of our own, with one signature, on a socket in a folder that goes with it.
struct Clamd {
    child: Child,
    folder: tempfile::TempDir,
}

impl Clamd {
    fn start() -> Option<Clamd> {
        let program = ["/usr/sbin/clamd", "/usr/bin/clamd"].into_iter().find(|path| Path::new(path).exists())?;
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().display();
        std::fs::create_dir(folder.path().join("db")).unwrap();
        let signature: String = VIRUS.bytes().map(|byte| format!("{byte:02x}")).collect();
        std::fs::write(folder.path().join("db/jamaa.ndb"), format!("Jamaa.Test:0:*:{signature}\n")).unwrap();
        let settings =
            format!("LocalSocket {at}/clamd.ctl\nDatabaseDirectory {at}/db\nForeground true\nTemporaryDirectory {at}\n");
        std::fs::write(folder.path().join("clamd.conf"), settings).unwrap();
        let child = Command::new(program)
            .arg("--config-file")
            .arg(folder.path().join("clamd.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Some(Clamd { child, folder })
    }

    fn address(&self) -> String {
        self.folder.path().join("clamd.ctl").display().to_string()
    }
}

impl Drop for Clamd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Without clamd (Debian: `clamav-daemon`) the test says so and passes.
#[tokio::test]
async fn a_real_clamd_finds_our_signature() {
    let Some(clamd) = Clamd::start() else {
        println!("skipped: clamd is not installed");
        return;
    };
    let town = town(&clamd.address()).await;
    for _ in 0..120 {
        if crate::scanner_answers(town.app.config()).await == Some(Ok(())) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    assert_eq!(crate::scanner_answers(town.app.config()).await, Some(Ok(())));
    let visitor = town.visitor();
    let code = draft(&visitor).await;
    gives(&visitor, &code, "lease", &infected()).await.is(422).shows("في هذا الملف فيروس");
    gives(&visitor, &code, "lease", PDF).await.sent_to();
    gives(&visitor, &code, "consent", PDF).await.sent_to();
    let case = files(&town, &visitor, &code).await;
    assert!(scans(&town, &case).await.iter().all(|(_, _, scan)| *scan == Scan::Clean));
}
