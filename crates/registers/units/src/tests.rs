//! Units, from the law of who stands above whom to the pages.

use crate::model::{Absence, Duty, Post, Unit, UnitKind};
use crate::rules;
use kernel::{Day, Id, Label};

mod journeys;

fn id(name: &str) -> Id {
    Id::new(name)
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn unit(name: &str, parent: &str, duties: &[Duty]) -> Unit {
    Unit {
        id: id(name),
        code: name.into(),
        parent: (!parent.is_empty()).then(|| id(parent)),
        kind: UnitKind::Service,
        name: Label::default(),
        area: None,
        external: false,
        duties: duties.to_vec(),
        channels: Vec::new(),
        answer_hours: None,
        retired_on: None,
    }
}

/// dgs over works over roads over crew; audit, behind its wall, under dgs with a desk below.
fn units() -> Vec<Unit> {
    vec![
        unit("dgs", "", &[Duty::Triage]),
        unit("works", "dgs", &[]),
        unit("roads", "works", &[]),
        unit("crew", "roads", &[]),
        unit("audit", "dgs", &[Duty::Restricted]),
        unit("desk", "audit", &[]),
    ]
}

fn post(unit: &str, person: &str, from: &str, to: &str) -> Post {
    Post {
        id: id(person),
        unit: id(unit),
        person: id(person),
        starts_on: day(from),
        ends_on: Day::parse(to),
        decision: String::new(),
    }
}

fn absence(person: &str, from: &str, to: &str, delegate: &str) -> Absence {
    let delegate = (!delegate.is_empty()).then(|| id(delegate));
    Absence { id: id("x"), person: id(person), starts_on: day(from), ends_on: day(to), delegate }
}

#[test]
fn a_grant_covers_the_units_below_but_not_behind_a_wall() {
    let table = [
        ("dgs", "crew", true),
        ("works", "roads", true),
        ("roads", "roads", true),
        ("roads", "works", false),
        ("works", "audit", false),
        ("dgs", "audit", false),
        ("dgs", "desk", false),
        ("audit", "audit", true),
        ("audit", "desk", true),
        ("nobody", "roads", false),
        ("dgs", "nobody", false),
    ];
    for (granted, unit, reaches) in table {
        assert_eq!(rules::Tree::of(&units()).covers(&id(granted), &id(unit)), reaches, "{granted} over {unit}");
    }
}

#[test]
fn a_list_shows_what_a_grant_reaches() {
    let table: [(Option<&str>, &[&str]); 4] = [
        (None, &["dgs", "works", "roads", "crew"]),
        (Some("dgs"), &["dgs", "works", "roads", "crew"]),
        (Some("audit"), &["audit", "desk"]),
        (Some("nobody"), &[]),
    ];
    for (granted, expected) in table {
        let reached = rules::reached(&units(), granted.map(id).as_ref());
        assert_eq!(reached.units, expected.iter().map(|name| id(name)).collect::<Vec<_>>(), "{granted:?}");
    }
}

#[test]
fn a_circle_in_the_tree_does_not_hang() {
    let mut units = units();
    units[0].parent = Some(id("crew"));
    assert!(rules::Tree::of(&units).covers(&id("works"), &id("dgs")));
    assert_eq!(rules::Tree::of(&units).path(&id("roads")).len(), 4);
    assert!(rules::heads(&rules::Tree::of(&units), &[], &[], &id("crew"), day("2026-11-24")).is_empty());
}

#[test]
fn whoever_answers_is_the_head_the_delegate_or_the_unit_above() {
    let posts = [
        post("dgs", "d", "2020-01-01", ""),
        post("roads", "old", "2020-01-01", "2026-10-31"),
        post("roads", "r", "2026-11-01", ""),
    ];
    let away = |delegate: &str| vec![absence("r", "2026-11-20", "2026-11-30", delegate)];
    let chained = vec![absence("r", "2026-11-20", "2026-11-30", "s"), absence("s", "2026-11-24", "2026-11-24", "t")];
    let circle = vec![absence("r", "2026-11-20", "2026-11-30", "s"), absence("s", "2026-11-20", "2026-11-30", "r")];
    let twice = vec![absence("r", "2026-11-20", "2026-11-30", ""), absence("r", "2026-11-24", "2026-11-24", "s")];
    let table: [(&str, &str, Vec<Absence>, &[&str]); 12] = [
        ("roads", "2026-11-24", vec![], &["r"]),
        ("roads", "2026-10-31", vec![], &["old"]),
        ("crew", "2026-11-24", vec![], &["r"]),
        ("works", "2026-11-24", vec![], &["d"]),
        ("roads", "2019-12-31", vec![], &[]),
        ("roads", "2026-11-24", away("s"), &["s"]),
        ("roads", "2026-12-01", away("s"), &["r"]),
        ("roads", "2026-11-24", away(""), &["d"]),
        ("roads", "2026-11-24", chained.clone(), &["t"]),
        ("roads", "2026-11-25", chained, &["s"]),
        ("roads", "2026-11-24", circle, &["d"]),
        ("roads", "2026-11-24", twice, &["s"]),
    ];
    for (unit, on, absences, expected) in table {
        let heads = rules::heads(&rules::Tree::of(&units()), &posts, &absences, &id(unit), day(on));
        assert_eq!(heads, expected.iter().map(|name| id(name)).collect::<Vec<_>>(), "{unit} on {on} {absences:?}");
    }
}

#[test]
fn a_new_head_takes_over_the_day_the_old_one_leaves() {
    let posts = [post("roads", "old", "2020-01-01", ""), post("works", "w", "2020-01-01", "")];
    let ended = rules::take_over(&posts, &post("roads", "new", "2026-12-01", "")).unwrap();
    assert_eq!(
        ended.iter().map(|post| (post.person.clone(), post.ends_on)).collect::<Vec<_>>(),
        [(id("old"), Some(day("2026-11-30")))]
    );
    let over = [post("roads", "old", "2020-01-01", "2026-01-31")];
    assert_eq!(rules::take_over(&over, &post("roads", "new", "2026-12-01", "")), Ok(vec![]));
    let later = [post("roads", "next", "2027-01-01", "")];
    let table = [
        ("2026-12-01", "", Some("units-post-taken")),
        ("2026-12-01", "2026-12-31", None),
        ("2027-01-01", "", Some("units-post-taken")),
    ];
    for (from, to, refused) in table.into_iter().chain([("2026-12-01", "2026-11-30", Some("units-days-reversed"))]) {
        let outcome = rules::take_over(&later, &post("roads", "new", from, to));
        assert_eq!(outcome.err().map(|refusal| refusal.key), refused.map(str::to_owned), "{from} {to}");
    }
}

#[test]
fn nobody_stands_in_for_himself_nor_leaves_before_arriving() {
    let key = |absence: Absence| rules::check_absence(&absence).err().map(|refusal| refusal.key);
    assert_eq!(key(absence("r", "2026-11-24", "2026-11-24", "s")), None);
    assert_eq!(key(absence("r", "2026-11-24", "2026-11-23", "s")).as_deref(), Some("units-days-reversed"));
    assert_eq!(key(absence("r", "2026-11-24", "2026-11-24", "r")).as_deref(), Some("units-own-delegate"));
}

#[test]
fn a_unit_never_stands_below_itself() {
    let key =
        |unit: &str, parent: &str| rules::check_parent(&units(), &id(unit), Some(&id(parent))).err().map(|refusal| refusal.key);
    assert_eq!(key("works", "crew").as_deref(), Some("units-circle"));
    assert_eq!(key("works", "works").as_deref(), Some("units-circle"));
    assert_eq!(key("works", "gone").as_deref(), Some("units-parent-unknown"));
    assert_eq!(key("crew", "dgs"), None);
    assert_eq!(rules::check_parent(&units(), &id("works"), None), Ok(()));
}

#[test]
fn the_unit_that_takes_what_nobody_takes_cannot_go() {
    let key = |place: usize| rules::check_retire(&units(), &units()[place]).err().map(|refusal| refusal.key);
    assert_eq!(key(1).as_deref(), Some("units-not-empty"));
    assert_eq!(key(3), None);
    let alone = [unit("dgs", "", &[Duty::Triage])];
    assert_eq!(rules::check_retire(&alone, &alone[0]).unwrap_err().key, "units-last-triage");
}
