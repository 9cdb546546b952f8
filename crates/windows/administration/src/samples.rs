//! Models that the sweep renders the pages with.

use crate::guide::{Line, Standing, Step};
use crate::pages::{answers, guide, jobs, profile};
use kernel::{Id, Label, Moment};
use platform::json::json;
use platform::store::jobs::{Parked, Waiting};
use platform::{Fields, Json, Module};
use procedures::{AnswerTemplate, ListedAnswer, Origin, Phase, State};

pub fn add(module: Module) -> Module {
    module
        .sample("administration/guide.html", "half way", half_way())
        .sample("administration/guide.html", "everything is set", all_set())
        .sample("administration/profile.html", "a new commune", profile::model(Json::Null, Fields::default()))
        .sample("administration/profile.html", "a pale colour", profile::model(errors("colour"), typed(&[("colour", "#ffd700")])))
        .sample("administration/categories.html", "one group", category_list())
        .sample("administration/category.html", "a mistake in the target", category())
        .sample("administration/answers.html", "of every origin", answers::list_model(&listed(), &[state()]))
        .sample("administration/answer.html", "the pack's", answer(Some(0)))
        .sample("administration/answer.html", "the commune's own, hidden", answer(Some(2)))
        .sample("administration/answer.html", "a new one", answer(None))
        .sample("administration/jobs.html", "parked and late", troubles())
        .sample("administration/jobs.html", "all is well", jobs::model(&[], &[], (0, 3), now()))
}

fn now() -> Moment {
    Moment::parse("2026-11-24T09:00:00Z").expect("a moment")
}

fn errors(field: &str) -> Json {
    json!([{ "name": field, "text": "…" }])
}

fn typed(pairs: &[(&str, &str)]) -> Fields {
    let mut fields = Fields::default();
    pairs.iter().for_each(|(name, value)| fields.push(name, *value));
    fields
}

fn label() -> Label {
    Label::new("تابريكت", "Tabriquet")
}

fn lines(standing: impl Fn(usize) -> Standing) -> Vec<Line> {
    let line = |(place, step): (usize, &Step)| {
        let standing = standing(place);
        let missing = if *step == Step::Agents && standing == Standing::Todo { vec![label(), label()] } else { Vec::new() };
        let day = (standing == Standing::Done).then(|| now().day());
        Line { step: *step, standing, path: (*step != Step::Key).then_some("/admin/profile"), day, missing }
    };
    Step::ALL.iter().enumerate().map(line).collect()
}

fn page() -> Json {
    json!({ "path": "/admin/profile", "label": "administration-menu-profile", "icon": "hall" })
}

fn half_way() -> Json {
    guide::model(&lines(|place| [Standing::Todo, Standing::Ready, Standing::Done][place % 3]), vec![page()])
}

fn all_set() -> Json {
    guide::model(&lines(|_| Standing::Done), vec![page()])
}

fn clock(id: &str, source: &str, confirm: bool) -> Json {
    json!({ "id": id, "span": 26, "kind": "hours", "source": source, "text": label(), "confirm": confirm })
}

fn category_list() -> Json {
    let row = |code: &str, offered: bool, service: Json| {
        json!({ "id": "street-lamp-out", "code": code, "title": label(), "offered": offered, "unit": label(),
                "answer": clock("answer", "law", true), "service": service })
    };
    let rows = [row("K01", true, clock("service", "target", true)), row("K02", false, Json::Null)];
    json!({ "groups": [{ "name": label(), "icon": "lamp", "rows": rows }], "count": 36, "offered": 35 })
}

fn category() -> Json {
    json!({
        "id": "street-lamp-out", "code": "K01", "title": label(), "hint": label(), "icon": "lamp", "route": [label(), label()],
        "clocks": [clock("answer", "law", true), clock("service", "default", false)],
        "units": [{ "value": "works", "name": label() }], "kinds": kernel::clock::DayKind::ALL,
        "changed_at": now().to_string(), "errors": errors("span"),
        "typed": { "offered": "yes", "unit": "works", "span": "0", "kind": "hours" },
    })
}

fn state() -> State {
    State {
        id: "answered".into(),
        phase: Phase::Decided,
        name: Label::new("تم الجواب", "Répondu"),
        start: false,
        incomplete: false,
        end: false,
        substate_of: None,
        pauses: Vec::new(),
        requires: Vec::new(),
    }
}

fn listed() -> Vec<ListedAnswer> {
    let answer = |id: &str| AnswerTemplate {
        id: id.into(),
        state: "answered".into(),
        title: Label::new("تم الإصلاح", "C'est réparé"),
        text: Label::new("أصلح {code}", "Réparé : {code}"),
        variables: vec!["code".into()],
    };
    let one = |id: &str, origin, hidden| ListedAnswer { answer: answer(id), origin, hidden };
    vec![one("repaired", Origin::Pack, false), one("collected", Origin::Changed, false), one("own", Origin::Own, true)]
}

fn answer(place: Option<usize>) -> Json {
    let listed = place.and_then(|place| listed().into_iter().nth(place));
    let typed = listed.as_ref().map(|listed| answers::typed_of(&listed.answer)).unwrap_or_default();
    answers::model(&answers::View { listed, states: vec![state()] }, errors("text_ar"), typed)
}

fn troubles() -> Json {
    let id = Id::new("01936f2a-7a3b-7c4d-8e5f-0123456789a1");
    let (kind, error) = ("sending.deliver".to_owned(), "550 no such mailbox".to_owned());
    let parked = Parked { id: id.clone(), kind: kind.clone(), due: now().plus_secs(-90_000), error: error.clone() };
    let waiting = Waiting { id, kind, due: now().plus_secs(-4_000), attempts: 3, error };
    jobs::model(&[parked], &[waiting], (1, 12), now())
}
