//! Escalation: steps from the legal start, up the tree, once, without taking the file from anybody.

use super::*;
use crate::model::{Ladder, Rung};
use crate::rules::ladder::{self as law, Standing};
use kernel::clock::{Calendar, DayKind};
use kernel::{Day, Email};
use platform::args;
use units::{NewAbsence, NewPost, Unit, UnitKind};

/// A head of a unit, with the role that goes with it.
async fn head(town: &Town, code: &'static str, area: Option<&'static str>, mail: &'static str) -> Id {
    town.does(move |tx| {
        let unit = units::by_code(tx, code, area)?.unwrap().id;
        let new = people::NewStaff {
            name: mail.into(),
            email: Email::parse(&format!("{mail}@sale.ma")).unwrap(),
            role: "service_head".into(),
            unit: Some(unit.clone()),
            area: None,
            decision: "1/2026".into(),
            password: Some("une longue phrase de passe 77".into()),
            totp_seed: Some("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".into()),
        };
        let person = people::add_staff(tx, new)?;
        let starts_on = tx.today();
        units::appoint(tx, NewPost { unit, person: person.clone(), starts_on, ends_on: None, decision: "1/2026".into() })?;
        Ok(person)
    })
    .await
}

async fn messages(town: &Town) -> i64 {
    let sql = "SELECT COUNT(*) AS n FROM sending_messages WHERE tenant = $1 AND channel = 'email'";
    town.reads(move |rx| rx.count(sql, args![rx.tenant()])).await
}

/// The steps of a case, each with the clock and how many it reached.
async fn steps(town: &Town, case: &Case) -> Vec<(String, String)> {
    let id = case.id.clone();
    town.reads(move |rx| {
        let case = store::find(rx, &id)?;
        let all = store::timeline::of(rx, &case, &[crate::Audience::Applicant, crate::Audience::Staff])?;
        let step = |entry: crate::Entry| {
            (entry.kind == crate::EventKind::Escalated)
                .then(|| (entry.data["clock"].as_str().unwrap().to_owned(), entry.data["step"].as_str().unwrap().to_owned()))
        };
        Ok(all.into_iter().filter_map(step).collect())
    })
    .await
}

fn ladder() -> Ladder {
    let step = |id: &str, part, after, unassigned, to: &str| Rung { id: id.into(), part, after, unassigned, to: to.into() };
    Ladder {
        id: "x".into(),
        procedures: vec![],
        clocks: vec![],
        units: vec![],
        kinds: vec![],
        after_in: DayKind::Working,
        steps: vec![step("half", Some(50), None, Some(25), "handler"), step("division", None, Some(1), None, "division")],
    }
}

fn clock(kind: DayKind, span: i64, started: &str) -> crate::ClockView {
    let declared = declared("pothole");
    let rule = &declared.clocks[0];
    let started_at = Moment::parse(started).unwrap();
    let due = kernel::clock::due(started_at, kernel::clock::Span::new(span, kind), &Calendar::default(), &[], started_at);
    crate::ClockView {
        id: key(1),
        clock: rule.id.clone(),
        span,
        kind,
        source: rule.source.clone(),
        on_due: Vec::new(),
        started_at,
        due_at: due.due,
        standing: ClockStanding::Running,
        stopped_at: None,
        missed_at: None,
        marks: Vec::new(),
        moved_from: None,
    }
}

#[test]
fn a_step_counts_from_the_start_by_the_calendar_and_earlier_when_nobody_took_the_file_on() {
    let (ladder, calendar) = (ladder(), Calendar::default());
    let now = Moment::parse("2026-11-24T12:00:00Z").unwrap();
    let at = |row: &crate::ClockView, step: usize, assigned: bool| {
        let standing = Standing { pauses: &[], calendar: &calendar, assigned, now };
        law::due_at(&ladder, &ladder.steps[step], row, &standing).unwrap()
    };
    let hours = clock(DayKind::Hours, 24, "2026-11-24T09:00:00Z");
    assert_eq!(at(&hours, 0, true), Moment::parse("2026-11-24T21:00:00Z").unwrap());
    assert_eq!(at(&hours, 0, false), Moment::parse("2026-11-24T15:00:00Z").unwrap());
    // Four working days from Thursday end on Wednesday: half of them on Monday, and one more day on Thursday.
    let days = clock(DayKind::Working, 4, "2026-11-26T09:00:00Z");
    assert_eq!(at(&days, 0, true).day(), Day::ymd(2026, 11, 30).unwrap());
    assert_eq!(at(&days, 1, true).day(), Day::ymd(2026, 12, 3).unwrap());
    let paused = crate::ClockView { due_at: None, ..hours };
    let standing = Standing { pauses: &[], calendar: &calendar, assigned: true, now };
    assert_eq!(law::due_at(&ladder, &ladder.steps[0], &paused, &standing), None, "a clock that stands still climbs nowhere");
}

#[test]
fn a_step_goes_up_the_tree_and_never_out_of_a_wall() {
    let unit = |number: u8, kind: UnitKind| Unit {
        id: key(number),
        code: format!("u{number}"),
        parent: None,
        kind,
        name: kernel::Label::new("و", "u"),
        area: None,
        external: false,
        duties: Vec::new(),
        channels: Vec::new(),
        answer_hours: None,
        retired_on: None,
    };
    let path = [unit(1, UnitKind::Service), unit(2, UnitKind::Division), unit(3, UnitKind::Division)];
    let to = |to: &str, restricted: bool| law::target(&path, to, Some(&path[2]), restricted).map(|unit| unit.id.clone());
    assert_eq!(to("handler", false), None);
    assert_eq!(to("head", false), Some(key(1)));
    assert_eq!(to("division", false), Some(key(2)));
    assert_eq!(to("dgs", false), Some(key(3)));
    assert_eq!((to("division", true), to("dgs", true)), (Some(key(1)), Some(key(1))));
    assert_eq!(law::target(&path[1..], "division", None, false).map(|unit| unit.id.clone()), Some(key(3)));
}

#[tokio::test]
async fn a_late_file_climbs_once_and_stays_with_its_unit() {
    let town = Town::with(modules()).await;
    let crew = head(&town, "arr-roads", Some(LAYAYDA), "crew").await;
    let director = head(&town, "arr", Some(LAYAYDA), "director").await;
    let general = head(&town, "dgs", None, "general").await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let before = messages(&town).await;
    town.advance_hours(24 * 75).await;
    let taken = steps(&town, &case).await;
    for step in ["half", "due", "division", "direction"] {
        for clock in ["service", "answer"] {
            let times = taken.iter().filter(|known| **known == (clock.to_owned(), step.to_owned())).count();
            assert_eq!(times, 1, "{clock} {step}");
        }
    }
    assert_eq!(messages(&town).await - before, 3, "one message for each person, though two clocks took four steps each");
    let id = case.id.clone();
    let now = town.reads(move |rx| store::find(rx, &id)).await;
    assert_eq!((&now.unit, &now.assignee, now.due_at), (&case.unit, &None, case.due_at.and(now.due_at)));
    // The same sweep again, as after a restart, and a note: nothing is told twice and nothing begins anew.
    let id = case.id.clone();
    town.does(move |tx| {
        actions::note(tx, &id, "اتصلنا بالفرقة")?;
        actions::escalate(tx)?;
        actions::escalate(tx)
    })
    .await;
    assert_eq!((steps(&town, &case).await.len(), messages(&town).await - before), (8, 3));
    for person in [crew, director, general] {
        let person_of = person.clone();
        let account = town.reads(move |rx| people::account_of(rx, &person_of)).await;
        let page = town.staff(&account, &person).await.get("/ar/desk?view=escalated").await;
        page.ok().shows(&case.code);
    }
}

#[tokio::test]
async fn who_was_told_may_act_on_what_is_out_of_his_unit_and_the_delegate_stands_in() {
    let town = Town::with(modules()).await;
    let (chief, other) = (head(&town, "works", None, "works").await, head(&town, "roads", None, "deputy").await);
    let absent = chief.clone();
    let delegate = other.clone();
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    // The crew of the arrondissement has no head: the file is moved to a service whose division stands above it.
    let id = case.id.clone();
    town.does(move |tx| {
        let to = units::by_code(tx, "buildings", None)?.unwrap();
        actions::transfer(tx, &id, &to.id, "")?;
        let (starts_on, person, delegate) = (tx.today(), absent.clone(), Some(delegate.clone()));
        units::note_absence(tx, NewAbsence { person, starts_on, ends_on: starts_on.plus_days(400), delegate })
    })
    .await;
    let person = other.clone();
    let account = town.reads(move |rx| people::account_of(rx, &person)).await;
    let stands_in = town.staff(&account, &other).await;
    stands_in.get(&format!("/ar/desk/{}", case.id)).await.is(404);
    town.advance_hours(24 * 75).await;
    let stands_in = town.staff(&account, &other).await; // the first session is over
    stands_in.get(&format!("/ar/desk/{}", case.id)).await.ok().shows("الملف إلى");
    stands_in.post(&format!("/ar/desk/{}/act", case.id), &[("action", "take")]).await.is(303);
}

#[tokio::test]
async fn where_no_head_is_named_those_who_give_out_the_files_are_told() {
    let town = Town::with(modules()).await;
    let person = town
        .does(|tx| {
            let unit = units::by_code(tx, "arr-roads", Some(LAYAYDA))?.map(|unit| unit.id);
            let new = people::NewStaff {
                name: "chief".into(),
                email: Email::parse("chief@sale.ma").unwrap(),
                role: "service_head".into(),
                unit,
                area: None,
                decision: "1/2026".into(),
                password: Some("une longue phrase de passe 77".into()),
                totp_seed: Some("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".into()),
            };
            people::add_staff(tx, new)
        })
        .await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let before = messages(&town).await;
    town.advance_hours(24 * 75).await;
    assert_eq!(messages(&town).await - before, 1);
    let id = case.id.clone();
    let told = town.reads(move |rx| store::ladder::reached(rx, &id, &person, &[])).await;
    assert!(told);
}

#[tokio::test]
async fn many_files_that_run_out_at_once_are_one_message() {
    let town = Town::with(modules()).await;
    head(&town, "arr-roads", Some(LAYAYDA), "crew").await;
    for number in 1..=30 {
        opened(&town, number, Some(LAYAYDA)).await;
    }
    let before = messages(&town).await;
    town.advance_hours(24 * 75).await;
    assert_eq!(messages(&town).await - before, 1);
}

#[tokio::test]
async fn a_confidential_file_comes_before_nobody_outside() {
    let town = Town::with(modules()).await;
    let general = head(&town, "dgs", None, "general").await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let id = case.id.clone();
    town.does(move |tx| {
        let mut case = store::find(tx, &id)?;
        case.restricted = true;
        store::update(tx, &case)
    })
    .await;
    let before = messages(&town).await;
    town.advance_hours(24 * 75).await;
    assert_eq!(messages(&town).await - before, 0);
    let person = general.clone();
    let account = town.reads(move |rx| people::account_of(rx, &person)).await;
    let chief = town.staff(&account, &general).await;
    chief.get("/ar/desk?view=escalated").await.ok().shows_not(&case.code);
    chief.get(&format!("/ar/desk/{}", case.id)).await.is(404);
}

#[test]
fn a_ladder_that_names_what_does_not_exist_stops_the_start() {
    let pack = Pack::Embedded;
    assert!(crate::model::load_ladders(&pack).is_ok());
    let folder = std::env::temp_dir().join(format!("jamaa-ladders-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("units.toml"), pack.text("units.toml").unwrap()).unwrap();
    let step = |step: &str| format!("[[ladder]]\nid = \"x\"\nafter_in = \"working\"\nsteps = [{step}]\n");
    for wrong in [
        r#"{ id = "a", part = 50, to = "nobody" }"#,
        r#"{ id = "a", part = 0, to = "head" }"#,
        r#"{ id = "a", part = 50, after = 1, to = "head" }"#,
        r#"{ id = "a", after = 1, to = "head" }, { id = "b", part = 50, to = "head" }"#,
        r#"{ id = "a", part = 50, to = "head" }, { id = "a", part = 60, to = "head" }"#,
        r#"{ id = "a", part = 50, unassigned = 60, to = "head" }"#,
    ] {
        std::fs::write(folder.join("escalation.toml"), step(wrong)).unwrap();
        assert!(crate::model::load_ladders(&Pack::Folder(folder.clone())).is_err(), "{wrong}");
    }
    std::fs::write(folder.join("escalation.toml"), step("").replace("after_in", "kinds = [\"hours\"]\nafter_in")).unwrap();
    assert!(crate::model::load_ladders(&Pack::Folder(folder.clone())).is_err(), "the last ladder fits everything");
    std::fs::remove_dir_all(folder).unwrap();
}
