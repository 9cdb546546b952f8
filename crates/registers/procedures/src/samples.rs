//! Models that the sweep renders the pages with: a draft with a fault, a sound one, and one that cannot be read.

use crate::draft::{self, Beside};
use crate::edit::again::Again;
use crate::edit::inputs::Tab;
use crate::load::{self, Country};
use crate::pages::told::Say;
use crate::pages::{Opened, editor, faults, forms, list, preview, publish, tariffs, told};
use crate::store::versions::OwnTariff;
use crate::version::{Change, Version, VersionState};
use crate::{Catalog, Fault};
use kernel::{Label, Lang, Moment};
use platform::json::json;
use platform::{Fields, Json, Module, Pack};
use std::sync::{Arc, LazyLock};

const REPAIR: &str = include_str!("../../../../packs/morocco/procedures/services/p21-repair-permit.toml");

/// A template, the name of the sample, and its model.
type Sample = (&'static str, &'static str, Json);

/// Made once: it judges drafts, and tests ask for the module often.
static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(make);

pub fn add(module: Module) -> Module {
    SAMPLES.iter().fold(module, |module, (template, name, model)| module.sample(template, name, model))
}

fn make() -> Vec<Sample> {
    let known = load::example(&Pack::Embedded, "procedures/services/p21-repair-permit.toml");
    let (Ok((country, catalog)), Some(now)) = (known, Moment::parse("2026-11-24T09:00:00Z")) else { return Vec::new() };
    let (country, catalog) = (Arc::new(country), Arc::new(catalog));
    let with = |id: &str, text: &str, state: VersionState| opened(&country, &catalog, id, text, (state, now));
    let fault = REPAIR.replace("unit = \"arr-permits\"", "unit = \"moon\"").replace("kind = \"lease\"", "kind = \"song\"");
    let wrong = with("repair-permit", &fault, VersionState::Draft);
    let own = with("garden-plot", &REPAIR.replace("repair-permit", "garden-plot"), VersionState::Draft);
    let broken = with("repair-permit", "[[procedure]\n", VersionState::Draft);
    let proposed = with("repair-permit", REPAIR, VersionState::Proposed);
    let published = Opened { second: Some("procedures-second-person"), ..with("repair-permit", REPAIR, VersionState::Published) };
    let tabs = [Tab::Identity, Tab::Form, Tab::Pieces, Tab::Fees, Tab::Flow, Tab::Papers, Tab::Survey, Tab::Tests];
    let tab =
        |tab: &Tab| ("procedures/forms.html", tab.as_str(), forms::forms_model(&own, *tab, said(&own), None, (Lang::Ar, "…")));
    let mut all: Vec<Sample> = tabs.iter().map(tab).collect();
    let errors = vec![json!({ "name": "item", "text": "…" })];
    let mut refused = Fields::default();
    for (name, value) in [("list", "piece"), ("do", "add"), ("item", "no name"), ("hint_fr", "…"), ("if.of", "nature")] {
        refused.values.push((name.to_owned(), value.to_owned()));
    }
    let forms = |opened: &Opened| {
        let again = Some(Again::of(&refused));
        let mut model = forms::forms_model(opened, Tab::Pieces, said(opened), again, (Lang::Fr, "…"));
        model["errors"] = json!([{ "name": "item-piece", "text": "…" }]);
        model
    };
    let changed = |opened: &Opened| told(opened, Say { lang: Lang::Fr, text: &|key: &str| key.to_owned() });
    let toml = editor::toml_model;
    let differs = |opened: &Opened| editor::changes_model(opened, changed(opened), Vec::new(), Vec::new(), "changes");
    let decide = |opened: &Opened| publish::model(opened, changed(opened), Vec::new(), said(opened), Vec::new());
    let check = |opened: &Opened| json!({ "head": crate::pages::head(opened, "check"), "faults": said(opened), "errors": [] });
    all.extend([
        ("procedures/forms.html", "a procedure of the country with faults", forms(&wrong)),
        ("procedures/forms.html", "a text that cannot be read", forms(&broken)),
        ("procedures/forms.html", "published", forms(&published)),
        ("procedures/toml.html", "a text with faults", toml(&wrong, said(&wrong), Vec::new(), None)),
        ("procedures/toml.html", "published", toml(&published, Vec::new(), Vec::new(), None)),
        ("procedures/check.html", "faults", check(&wrong)),
        ("procedures/check.html", "sound", check(&own)),
        ("procedures/changes.html", "a draft", differs(&wrong)),
        ("procedures/changes.html", "proposed", differs(&proposed)),
        ("procedures/publication.html", "proposed by another", decide(&proposed)),
        ("procedures/publication.html", "published", decide(&published)),
        ("procedures/publications.html", "some", publish::list_model(&rows(&proposed, &published))),
        ("procedures/publications.html", "none", publish::list_model(&[])),
        ("procedures/preview.html", "filled", shown(&own, "x_fill=yes&nature=other&x_check=yes")),
        ("procedures/preview.html", "unreadable", shown(&broken, "")),
        ("procedures/list.html", "requests", list::model(&lines(), &models(), errors.clone(), &Fields::default())),
        ("procedures/versions.html", "one of the country", versions(&[published.version, own.version], Some(1))),
        ("procedures/versions.html", "without versions", versions(&[], Some(1))),
        ("procedures/tariffs.html", "amounts", amounts(&catalog, now)),
    ]);
    all
}

fn models() -> [load::Model; 1] {
    let label = || Label::new("طلب بسيط", "Demande simple");
    [load::Model { id: "simple".into(), title: label(), hint: label(), text: String::new() }]
}

fn opened(country: &Arc<Country>, catalog: &Arc<Catalog>, id: &str, text: &str, at: (VersionState, Moment)) -> Opened {
    let (state, now) = at;
    let beside = Beside { id: id.into(), version: 1, ..Beside::default() };
    let by = "staff:0192f0c4-0000-7000-8000-000000000001".to_owned();
    let version = Version {
        procedure: id.into(),
        version: 1,
        state,
        body: text.into(),
        note: Some("…".into()),
        made_by: by.clone(),
        made_at: now,
        proposed_by: Some(by),
        proposed_person: None,
        proposed_at: Some(now),
        published_by: None,
        published_at: (state == VersionState::Published).then_some(now),
        withdrawn_at: None,
    };
    let change = |before: Option<&str>, after: Option<&str>| Change {
        at: vec!["question".into(), "nature".into(), "label".into(), "fr".into()],
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    };
    Opened {
        faults: draft::check(country, &beside, text).err().unwrap_or_default(),
        changes: vec![change(None, Some("b")), change(Some("a"), None), change(Some("a"), Some("b"))],
        catalog: catalog.clone(),
        country: country.clone(),
        units: vec![("urban-permits".into(), Label::new("مصلحة الرخص", "Service des permis"))],
        procedure: draft::loose(country, text),
        panels: Vec::new(),
        with: json!({ "tariff": { "repair": 20_000, "public-domain-m2": 3_000 }, "today": "2026-11-24" }),
        second: None,
        version,
    }
}

fn said(opened: &Opened) -> Vec<Json> {
    faults(opened, Fault::sentence)
}

fn shown(opened: &Opened, query: &str) -> Json {
    let path = "/admin/procedures/garden-plot/1/preview";
    let languages =
        vec![json!({ "code": "ar", "url": "/ar", "current": true }), json!({ "code": "zgh", "url": "/zgh", "current": false })];
    preview::model(opened, &Fields::from_query(Some(query)), path, languages, false, |_| "…".into()).unwrap_or_default()
}

fn rows(proposed: &Opened, published: &Opened) -> Vec<(Label, Version)> {
    [proposed, published].map(|one| (one.title(), one.version.clone())).to_vec()
}

fn lines() -> Vec<list::Line> {
    let line = |id: &str, national: bool, open| list::Line {
        id: id.into(),
        code: "P21".into(),
        title: Label::new("رخصة الإصلاح", "Permis de réfection"),
        national,
        running: i64::from(national),
        open,
    };
    vec![line("repair-permit", true, None), line("garden-plot", false, Some((1, VersionState::Draft)))]
}

fn versions(all: &[Version], national: Option<i64>) -> Json {
    list::versions_model("repair-permit", &Label::new("رخصة الإصلاح", "Permis de réfection"), national, all)
}

fn amounts(catalog: &Catalog, now: Moment) -> Json {
    let own = OwnTariff { id: "repair".into(), amount: 30_000, decision: "12/2026".into(), changed_at: now };
    let errors = vec![json!({ "name": "amount", "text": "…" })];
    tariffs::model(&catalog.tariffs, &[own], errors, "demolition", &Fields::default())
}
