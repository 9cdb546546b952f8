//! Reports tied to permits.

use super::town;
use crate::actions::complaints;
use cases::{Channel, Contact, FileRole, NewCase, NewFile, Place, Scan};
use kernel::{Id, Lang, Point};
use platform::Problem;
use procedures::Answers;
use testing::Town;

pub(super) async fn opened(town: &Town, procedure: &'static str, answers: &'static str) -> Id {
    opened_at(town, procedure, answers, Place::default()).await
}

async fn opened_at(town: &Town, procedure: &'static str, answers: &'static str, place: Place) -> Id {
    let place = Place { point: Point::new(34.05, -6.79), words: "زنقة 12".into(), ..place };
    town.does(move |tx| {
        let piece = |name: &str| NewFile {
            role: FileRole::Piece,
            piece: Some(name.into()),
            blob: "b".into(),
            thumb: String::new(),
            kind: "application/pdf".into(),
            scan: Scan::Clean,
        };
        let request = procedure == "repair-permit";
        let new = NewCase {
            key: tx.new_id(),
            procedure: procedure.into(),
            channel: Channel::Web,
            lang: Lang::Ar,
            words: "أشغال بلا سياج أمام المدرسة".into(),
            answers: serde_json::from_str::<Answers>(answers)?,
            contact: Contact::default(),
            person: None,
            place: place.clone(),
            files: if request { vec![piece("lease"), piece("consent")] } else { Vec::new() },
            publish: true,
            suspect: None,
        };
        Ok(cases::open(tx, &new)?.id)
    })
    .await
}

async fn both(town: &Town) -> (Id, Id, String) {
    let permit = opened(town, "repair-permit", r#"{"nature": "front", "owner": "tenant", "scaffold": false}"#).await;
    let report = opened(town, "unsafe-site", "{}").await;
    let asked = permit.clone();
    let code = town.reads(move |rx| Ok(cases::find(rx, &asked)?.code)).await;
    (permit, report, code)
}

#[tokio::test]
async fn a_report_is_tied_to_a_permit_and_untied_and_both_files_say_so() {
    let town = town().await;
    let (permit, report, code) = both(&town).await;
    let chief = town.clerk("dgs").await;
    chief.get(&format!("/fr/desk/{report}")).await.ok().shows("Autorisations à cet endroit").shows(&code);
    let tie = format!("/fr/desk/{report}/permits");
    let back = chief.post(&tie, &[("permit", "SAL-0000-0000-0")]).await.sent_to();
    assert!(back.starts_with(&format!("/fr/desk/{report}?")), "{back}");
    let page = chief.get(back.split('#').next().unwrap()).await;
    page.ok().shows("Aucun dossier de ce code").shows("SAL-0000-0000-0");
    chief.post(&tie, &[("near", &code)]).await.sent_to();
    chief.post(&tie, &[("permit", &code)]).await.sent_to();
    let asked = permit.clone();
    assert_eq!(town.reads(move |rx| complaints::complaints(rx, &asked)).await.len(), 1, "twice is once");
    chief.get(&format!("/fr/desk/{permit}")).await.ok().shows("Signalements sur cette autorisation").shows("lié le");
    town.clerk("moderator").await.post(&tie, &[("permit", &code)]).await.is(403);
    chief.post(&format!("{tie}/{permit}/unlink"), &[]).await.sent_to();
    chief.post(&format!("{tie}/{permit}/unlink"), &[]).await.is(404);
    chief.get(&format!("/fr/desk/{permit}")).await.ok().shows("délié le");
    let (from, to) = (report.clone(), code.clone());
    town.does(move |tx| complaints::link(tx, &from, &to)).await;
    let all = town.reads(move |rx| complaints::complaints(rx, &permit)).await;
    assert_eq!(all.iter().filter(|(tie, _)| tie.unlinked_at.is_none()).count(), 1);
    assert_eq!(all.len(), 2, "what was undone stays written");
}

#[tokio::test]
async fn a_permit_is_not_tied_to_a_permit() {
    let town = town().await;
    let (permit, _, code) = both(&town).await;
    let refused = town.tries(move |tx| complaints::link(tx, &permit, &code)).await;
    assert!(matches!(refused, Err(Problem::Refused(why)) if why.key == "permits-not-a-report"));
}

#[tokio::test]
async fn the_public_hears_only_of_permits_that_were_granted_and_are_open() {
    let town = town().await;
    let (permit, report, _) = both(&town).await;
    let asked = report.clone();
    let open = move |rx: &mut platform::Tx| {
        let report = cases::find(rx, &asked)?;
        complaints::open_at(rx, &report)
    };
    assert_eq!(town.reads(open.clone()).await.len(), 0, "not granted yet");
    town.clock.advance_secs(40 * 86_400);
    town.app.drain().await.unwrap(); // silence is acceptance
    let found = town.reads(open).await;
    assert_eq!(found.iter().map(|case| &case.id).collect::<Vec<_>>(), [&permit]);
}

#[tokio::test]
async fn the_team_of_the_area_ties_a_report_to_a_permit_that_it_may_not_open() {
    let town = town().await;
    let there = Place { area: Some("04.441.01.09".into()), ..Place::default() };
    let report = opened_at(&town, "unsafe-site", "{}", there.clone()).await;
    let permit = opened_at(&town, "repair-permit", r#"{"nature": "front", "owner": "tenant", "scaffold": false}"#, there).await;
    let (of, about) = (report.clone(), permit.clone());
    let (unit, area, code) = town
        .reads(move |rx| {
            let (report, permit) = (cases::find(rx, &of)?, cases::find(rx, &about)?);
            assert_ne!(report.unit, permit.unit, "two services");
            Ok((report.unit, permit.area.expect("an area"), permit.code))
        })
        .await;
    let tie = format!("/fr/desk/{report}/permits");
    let all_over = town.clerk_in("agent", Some(unit.clone()), None).await;
    let refused = all_over.post(&tie, &[("permit", &code)]).await.sent_to();
    assert!(refused.contains("tie=permits-no-such-file"), "{refused}");
    let local = town.clerk_in("agent", Some(unit), Some(&area)).await;
    local.get(&format!("/fr/desk/{permit}")).await.is(404);
    let done = local.post(&tie, &[("permit", &code)]).await.sent_to();
    assert!(!done.contains("tie="), "{done}");
    let page = local.get(&format!("/fr/desk/{report}")).await;
    page.ok().shows(&code).shows("hors de votre ressort").shows_not(&format!("/desk/{permit}\""));
}
