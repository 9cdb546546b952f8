//! Duplicates are joined, parted with their own clocks, and resolve to their root; reports stand below a big problem.

use super::*;
use crate::model::{ClockView, EventKind};
use procedures::Phase;

fn from(number: u8, phone: &str) -> NewCase {
    NewCase { contact: Contact { phone: Phone::parse(phone), ..Contact::default() }, ..pothole(number, Some(LAYAYDA)) }
}

async fn filed(town: &Town, number: u8, phone: &'static str) -> Case {
    let new = from(number, phone);
    town.does(move |tx| {
        let opened = actions::open(tx, &new)?;
        store::find(tx, &opened.id)
    })
    .await
}

async fn find(town: &Town, case: &Case) -> Case {
    let id = case.id.clone();
    town.reads(move |rx| store::find(rx, &id)).await
}

async fn clocks(town: &Town, case: &Case) -> Vec<ClockView> {
    let id = case.id.clone();
    town.reads(move |rx| actions::clocks(rx, &id)).await
}

async fn merge(town: &Town, case: &Case, into: &Case) -> platform::Result<Case> {
    let (id, code) = (case.id.clone(), into.code.clone());
    town.tries(move |tx| actions::merge(tx, &id, &code, "")).await
}

async fn split(town: &Town, case: &Case) -> platform::Result<Case> {
    let id = case.id.clone();
    town.tries(move |tx| actions::split(tx, &id, "ليس نفس المشكل")).await
}

#[tokio::test]
async fn a_parted_report_goes_on_with_its_own_clock_and_followers() {
    let town = Town::with(modules()).await;
    let (first, double) = (filed(&town, 1, "0612345671").await, filed(&town, 2, "0612345672").await);
    let id = double.id.clone();
    town.does(move |tx| {
        let mut case = store::find(tx, &id)?;
        actions::publish(tx, &mut case, "حفرة", None)?;
        let contact = Contact { phone: Phone::parse("0612345673"), ..Contact::default() };
        actions::follow(tx, &case.code, &contact, Lang::Ar, "x")
    })
    .await;
    let before = clocks(&town, &double).await;
    town.advance_hours(20).await;
    merge(&town, &double, &first).await.unwrap();
    assert_eq!(find(&town, &first).await.followers, 2, "the author and whoever followed him");
    assert!(clocks(&town, &double).await.iter().all(|clock| clock.standing == ClockStanding::Met));
    town.advance_hours(20).await;
    let parted = split(&town, &double).await.unwrap();
    assert_eq!(
        (parted.state.as_str(), parted.phase, &parted.outcome, &parted.merged_into),
        ("received", Phase::Filed, &None, &None)
    );
    assert_eq!((parted.answered_at, parted.reopened), (None, 0));
    assert_eq!(clocks(&town, &double).await, before, "the same start, the same end, running");
    assert_eq!((find(&town, &first).await.followers, parted.followers), (0, 1));
    assert_eq!(split(&town, &double).await.unwrap_err().code(), "cases-not-merged");
    let asked = double.clone();
    let entries = town.reads(move |rx| store::timeline::of(rx, &asked, &[crate::Audience::Applicant])).await;
    assert!(entries.iter().any(|entry| entry.kind == EventKind::Split && entry.text.as_deref() == Some("ليس نفس المشكل")));
    for (case, other) in [(&first, &double), (&double, &first)] {
        let page = town.clerk("triage").await.get(&format!("/ar/desk/{}", case.id)).await.ok();
        page.shows(&other.code).shows("فُصل يوم");
    }
}

#[tokio::test]
async fn a_clock_that_was_paused_when_its_report_was_joined_is_paused_again() {
    let town = Town::with(modules()).await;
    let (first, double) = (filed(&town, 1, "0612345671").await, filed(&town, 2, "0612345672").await);
    town.does(act("take", &double, Given::default())).await;
    town.does(act("ask", &double, given("أين بالضبط؟"))).await;
    let before = clocks(&town, &double).await;
    town.advance_hours(48).await;
    merge(&town, &double, &first).await.unwrap();
    town.advance_hours(48).await;
    assert_eq!(split(&town, &double).await.unwrap().state, "waiting_applicant");
    let standing = |clocks: &[ClockView]| clocks.iter().map(|clock| (clock.standing, clock.due_at)).collect::<Vec<_>>();
    assert_eq!(standing(&clocks(&town, &double).await), standing(&before));
}

#[tokio::test]
async fn a_merge_into_a_merged_report_resolves_to_its_root_and_never_to_itself() {
    let town = Town::with(modules()).await;
    let (a, b, c) =
        (filed(&town, 1, "0612345671").await, filed(&town, 2, "0612345672").await, filed(&town, 3, "0612345673").await);
    merge(&town, &a, &b).await.unwrap();
    merge(&town, &b, &c).await.unwrap();
    assert_eq!(merge(&town, &c, &a).await.unwrap_err().code(), "cases-not-with-itself");
    let d = filed(&town, 4, "0612345674").await;
    assert_eq!(merge(&town, &d, &a).await.unwrap().merged_into, Some(c.id.clone()));
    assert_eq!(find(&town, &c).await.followers, 3);
    let shown = find(&town, &a).await;
    assert_eq!(town.reads(move |rx| actions::root(rx, &shown)).await.id, c.id);
    // The one at the end of the chain leaves: everybody who came through it leaves the whole chain.
    split(&town, &a).await.unwrap();
    assert_eq!((find(&town, &b).await.followers, find(&town, &c).await.followers), (0, 2));
}

#[tokio::test]
async fn a_complaint_about_persons_is_no_duplicate_of_a_report() {
    let town = Town::with(modules()).await;
    let (report, complaint) = (filed(&town, 1, "0612345671").await, filed(&town, 2, "0612345672").await);
    let id = complaint.id.clone();
    let complaint = town.does(move |tx| actions::recategorise(tx, &id, "late-file-poor-reception")).await;
    assert!(complaint.hide_author);
    for (case, into) in [(&report, &complaint), (&complaint, &report)] {
        assert_eq!(merge(&town, case, into).await.unwrap_err().code(), "cases-no-such-case");
    }
}

#[tokio::test]
async fn what_is_put_under_a_confidential_category_is_gone_from_view_and_a_code_alone_says_nothing() {
    let town = Town::with(modules()).await;
    let case = filed(&town, 1, "0612345671").await;
    let id = case.id.clone();
    let title = town
        .does(move |tx| {
            let mut case = store::find(tx, &id)?;
            actions::publish(tx, &mut case, "كلمات منشورة", None)?;
            actions::recategorise(tx, &id, "corruption")?;
            Ok(procedures::procedure(tx, "corruption")?.title.text(Lang::Ar).to_owned())
        })
        .await;
    let page = format!("/ar/cases/{}", case.code);
    town.visitor().get(&page).await.ok().shows("سري").shows_not(&title).shows_not("كلمات منشورة");
    town.visitor().post(&format!("{page}/pin"), &[("pin", "000000")]).await.is(422).shows_not(&title);
    let now = find(&town, &case).await;
    assert_eq!((now.publication, now.public_words, now.public_photo), (crate::Publication::None, None, None));
}

#[tokio::test]
async fn who_may_not_merge_parts_nothing() {
    let town = Town::with(modules()).await;
    let (first, double) = (filed(&town, 1, "0612345671").await, filed(&town, 2, "0612345672").await);
    merge(&town, &double, &first).await.unwrap();
    town.clerk("agent").await.post(&format!("/ar/desk/{}/split", double.id), &[]).await.is(403);
    town.clerk("triage").await.post(&format!("/ar/desk/{}/split", double.id), &[("words", "خطأ")]).await.is(303);
    assert!(find(&town, &double).await.is_open());
}

#[tokio::test]
async fn an_answer_to_a_problem_answers_the_chosen_reports_below_it() {
    let town = Town::with(modules()).await;
    let mut all = Vec::new();
    for (number, phone) in (1..=4).zip(["0612345671", "0612345672", "0612345673", "0612345674"]) {
        all.push(filed(&town, number, phone).await);
    }
    let [parent, one, two, other] = &all[..] else { panic!() };
    let clerk = town.clerk("triage").await;
    let attach = |case: &Case| format!("/ar/desk/{}/parent", case.id);
    for child in [one, two] {
        clerk.post(&attach(child), &[("parent", &parent.code)]).await.is(303);
    }
    clerk.post(&attach(one), &[("parent", &other.code)]).await.is(422);
    clerk.post(&attach(parent), &[("parent", &other.code)]).await.is(422);
    clerk.post(&attach(other), &[("parent", &one.code)]).await.is(422);
    clerk.post(&attach(other), &[("parent", &other.code)]).await.is(422);
    clerk.post(&attach(other), &[("parent", "SAL-0000-0000-0")]).await.is(422);
    clerk.get(&format!("/ar/desk/{}", parent.id)).await.ok().shows("name=\"below\"").shows(&one.code);
    let counted = town.does(|tx| {
        let windows = actions::windows(tx, crate::SEE)?;
        let since = tx.now().plus_secs(-86_400);
        Ok(store::figures::counts(tx, &windows, since)?.iter().map(|(_, counts)| counts.total).sum::<i64>())
    });
    assert_eq!(counted.await, 4, "a problem is one of its reports: nothing is counted twice");
    let form = [
        ("action", "answer"),
        ("outcome", "done"),
        ("words", "أصلحنا الشارع كله"),
        ("below", one.id.as_str()),
        ("below", other.id.as_str()),
    ];
    clerk.post(&format!("/ar/desk/{}/act", parent.id), &form).await.is(303);
    assert!(!find(&town, parent).await.is_open() && !find(&town, one).await.is_open());
    assert!(find(&town, two).await.is_open(), "it was not chosen");
    assert!(find(&town, other).await.is_open(), "it is not below");
    let (due, started) = (clocks(&town, one).await, clocks(&town, parent).await);
    assert!(due.iter().all(|clock| clock.standing == ClockStanding::Met) && started.len() == due.len());
    clerk.post(&format!("/ar/desk/{}/parent/leave", two.id), &[]).await.is(303);
}
