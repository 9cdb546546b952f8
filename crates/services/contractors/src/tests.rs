//! Rules by tables, then a waste report that nobody collects.

mod delivery;
mod doors;
mod inbox;
mod months;
mod public;
mod system;
mod waste;

use crate::actions::contracts::{self, Written};
use crate::model::{ContestWindow, Doubt, Order, OrderState, PenaltyRule, Repeat, Spot, Step, Terms, Way};
use crate::rules;
use crate::store::orders;
use cases::{Channel, Contact, NewCase, Place};
use kernel::clock::DayKind;
use kernel::{Email, Id, Label, Lang, Moment, Money, Phone, Point};
use platform::{Config, Module};
use testing::Town;

const TABRIQUET: (f64, f64) = (34.0517, -6.7916);

fn modules() -> Vec<Module> {
    vec![
        georeport::module(),
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        assets::module(),
        procedures::module(),
        cases::module(),
        crate::module(),
        open311::module(),
    ]
}

async fn town() -> Town {
    Town::with(modules()).await
}

async fn town_where(change: impl FnOnce(&mut Config)) -> Town {
    Town::configured(modules(), change).await
}

async fn unit(town: &Town, code: &'static str) -> Id {
    town.reads(move |rx| Ok(units::by_code(rx, code, None)?.unwrap().id)).await
}

fn rule(amount: i64, repeat: Repeat) -> PenaltyRule {
    PenaltyRule {
        id: "r1".into(),
        title: Label::new("نفايات لم تجمع", "Déchets non collectés"),
        categories: vec!["uncollected-waste".into()],
        hours: 24,
        amount: Money::dirhams(amount),
        repeat,
        radius_m: 40,
    }
}

fn terms(way: Way, repeat: Repeat) -> Terms {
    Terms {
        reference: "02/2024".into(),
        title: Label::new("عقد النظافة", "Contrat de propreté"),
        categories: vec!["uncollected-waste".into(), "bin-missing-or-burnt".into()],
        way,
        rules: vec![rule(500, repeat)],
        contest: ContestWindow { days: 5, kind: DayKind::Calendar },
        cap_percent: Some(10),
        invoice: Some(Money::dirhams(8_000)),
        ..Terms::default()
    }
}

/// Agrees with the waste contractor.
async fn agree(town: &Town, way: Way, repeat: Repeat) -> Id {
    let unit = unit(town, "waste-operator").await;
    let starts_on = town.clock.now().day().plus_days(-30);
    let email = Email::parse("ordres@collecte.example");
    let written = Written { unit, starts_on, ends_on: None, email, system: None, terms: terms(way, repeat) };
    town.does(move |tx| contracts::write(tx, None, written.clone())).await
}

/// Somebody reports waste at a point.
async fn waste_at(town: &Town, point: (f64, f64)) -> Id {
    let id = town
        .does(move |tx| {
            let new = NewCase {
                key: tx.new_id(),
                procedure: "uncollected-waste".into(),
                channel: Channel::Web,
                lang: Lang::Ar,
                words: "أزبال أمام المدرسة".into(),
                answers: Default::default(),
                contact: Contact { phone: Phone::parse("0612345678"), ..Contact::default() },
                person: None,
                place: Place { point: Point::new(point.0, point.1), ..Place::default() },
                files: Vec::new(),
                publish: true,
                suspect: None,
            };
            Ok(cases::open(tx, &new)?.id)
        })
        .await;
    town.drain().await;
    id
}

async fn order(town: &Town, case: &Id) -> Order {
    let case = case.clone();
    town.reads(move |rx| Ok(orders::of_case(rx, &case)?.into_iter().next().expect("an order"))).await
}

/// A minimal JPEG.
fn jpeg() -> Vec<u8> {
    let mut out = Vec::new();
    image::DynamicImage::new_rgb8(16, 16).write_to(&mut std::io::Cursor::new(&mut out), image::ImageFormat::Jpeg).unwrap();
    out
}

#[test]
fn a_step_follows_only_from_where_it_may() {
    use OrderState::{Accepted, Done, Given, Planned, Proved, Refused, Returned, Withdrawn};
    let table = [
        (Step::Accept, vec![(Given, Accepted)]),
        (Step::Plan, vec![(Given, Planned), (Accepted, Planned), (Planned, Planned)]),
        (Step::Prove, vec![(Given, Proved), (Accepted, Proved), (Planned, Proved)]),
        (Step::Refuse, vec![(Given, Refused), (Accepted, Refused)]),
        (Step::Approve, vec![(Proved, Done)]),
        (Step::Reject, vec![(Proved, Given)]),
        (Step::TakeBack, vec![(Refused, Returned)]),
        (Step::Insist, vec![(Refused, Given)]),
        (Step::Withdraw, [Given, Accepted, Planned, Proved, Refused].map(|from| (from, Withdrawn)).to_vec()),
        (Step::Give, vec![]),
    ];
    for (step, allowed) in table {
        for state in OrderState::ALL {
            let expected = allowed.iter().find(|(from, _)| from == state).map(|(_, to)| *to);
            assert_eq!(rules::follow(*state, step).ok(), expected, "{step} from {state}");
        }
    }
}

#[test]
fn a_spot_is_one_object_or_what_lies_within_the_radius() {
    let at = |lat: f64, lon: f64| Spot { point: Point::new(lat, lon), ..Spot::default() };
    let bin = |number: &str| Spot { asset: Some(number.into()), ..Spot::default() };
    let (here, near, far) = (at(34.0517, -6.7916), at(34.051_99, -6.7916), at(34.052_2, -6.7916));
    assert!(rules::is_same_spot(&here, &near, 40), "32 m");
    assert!(!rules::is_same_spot(&here, &far, 40), "55 m");
    assert!(rules::is_same_spot(&bin("BIN-1"), &bin("BIN-1"), 40));
    assert!(!rules::is_same_spot(&bin("BIN-1"), &bin("BIN-2"), 40));
    assert!(!rules::is_same_spot(&Spot::default(), &Spot::default(), 40), "two places that nobody knows are not one");
}

#[test]
fn a_month_never_takes_more_than_its_cap() {
    let amounts = [Money::dirhams(500), Money::dirhams(500)];
    let sum = rules::sum(amounts, Some(10), Some(Money::dirhams(8_000)));
    assert_eq!((sum.total, sum.cap, sum.payable), (Money::dirhams(1_000), Some(Money::dirhams(800)), Money::dirhams(800)));
    let free = rules::sum(amounts, None, None);
    assert_eq!((free.cap, free.payable), (None, Money::dirhams(1_000)));
    assert_eq!(rules::sum([], Some(10), Some(Money::dirhams(8_000))).payable, Money(0));
}

#[test]
fn a_delivery_is_tried_six_times_more_and_then_left_to_people() {
    let now = Moment::parse("2026-11-24T09:00:00Z").unwrap();
    let waits: Vec<i64> = (1..).map_while(|tries| rules::next_try(tries, now)).map(|at| at.secs_since(now)).collect();
    assert_eq!(waits, [60, 300, 1_800, 7_200, 21_600, 43_200]);
}

#[test]
fn terms_that_nobody_could_apply_are_refused_at_their_field() {
    let fields = |change: fn(&mut Terms)| -> Vec<String> {
        let mut terms = terms(Way::Inbox, Repeat::Daily);
        change(&mut terms);
        rules::check(&terms).into_iter().filter_map(|refusal| refusal.field).collect()
    };
    assert_eq!(fields(|_| {}), Vec::<String>::new());
    assert_eq!(fields(|terms| terms.rules.push(rule(100, Repeat::Once))), ["of.1"], "a category in two rules");
    assert_eq!(fields(|terms| terms.rules[0].categories = vec!["pothole".into()]), ["of.0"]);
    assert_eq!(fields(|terms| terms.invoice = None), ["invoice"], "a cap of nothing");
    assert_eq!(fields(|terms| (terms.rules[0].hours, terms.rules[0].amount) = (0, Money(-1))), ["hours.0", "amount.0"]);
}

#[tokio::test]
async fn a_photo_from_elsewhere_or_from_yesterday_is_kept_and_doubted() {
    let town = town().await;
    agree(&town, Way::Inbox, Repeat::Daily).await;
    let order = order(&town, &waste_at(&town, TABRIQUET).await).await;
    let (here, elsewhere) = (Point::new(TABRIQUET.0, TABRIQUET.1), Point::new(34.06, -6.79));
    let (now, yesterday) = (order.given_at.plus_secs(60), order.given_at.plus_secs(-86_400));
    for (point, taken, doubts) in [
        (here, Some(now), vec![]),
        (elsewhere, Some(now), vec![Doubt::Elsewhere]),
        (here, Some(yesterday), vec![Doubt::Earlier]),
        (None, None, vec![Doubt::NoPlace, Doubt::NoTime]),
    ] {
        assert_eq!(rules::doubts(order.place.point, order.given_at, point, taken), doubts);
    }
}

#[tokio::test]
async fn the_module_holds_what_modules_promise() {
    let town = town().await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
