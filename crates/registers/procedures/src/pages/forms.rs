//! The forms of a tab: of each list its own elements, those of the bases, and what is asked to add one.

use super::{Opened, anchor, head};
use crate::edit::Text;
use crate::edit::again::Again;
use crate::edit::inputs::{LISTS, List, Tab};
use crate::edit::shared;
use crate::edit::shown::{self, Around};
use crate::flow;
use crate::locks::{self, Lock};
use kernel::{Label, Lang};
use platform::{Json, context};

/// `called` is the language of the page, and how every open state is called in it; `faults` are the faults of the whole draft, in words; those of an element stand beside it too.
/// `again` is a form that was refused: it stands open, as it was typed.
pub fn forms_model(opened: &Opened, tab: Tab, faults: Vec<Json>, again: Option<Again>, called: (Lang, &str)) -> Json {
    let (lang, anywhere) = called;
    let mut text = Text::parse(&opened.version.body).ok();
    let around =
        Around { catalog: &opened.catalog, country: &opened.country, units: &opened.units, procedure: opened.procedure.as_ref() };
    let lists: Vec<Json> = match &mut text {
        Some(text) => LISTS
            .iter()
            .filter(|list| list.tab == tab)
            .map(|list| list_model(opened, text, list, (&around, &faults, again)))
            .collect(),
        None => Vec::new(),
    };
    let drawn = opened.procedure.as_ref().filter(|_| tab == Tab::Flow).map(|procedure| flow::drawing(procedure, lang, anywhere));
    context! {
        head => head(opened, tab.as_str()), tab => tab, faults => faults, errors => Vec::<Json>::new(), readable => text.is_some(), lists => lists,
        flow => drawn, previews => previews(opened, lang), national => opened.is_national(),
    }
}

/// Where the citizen's form of the draft is, in each language.
fn previews(opened: &Opened, lang: Lang) -> Vec<Json> {
    let path = opened.path(Tab::Preview);
    Lang::ALL
        .iter()
        .map(|one| context! { code => one.code(), path => format!("/{}{path}", one.code()), current => *one == lang })
        .collect()
}

/// Whether an element can be moved: those of a list whose order people see.
fn is_ordered(list: &List) -> bool {
    !matches!(list.name, "clock" | "outcome")
}

fn list_model(opened: &Opened, text: &mut Text, list: &List, with: (&Around, &[Json], Option<Again>)) -> Json {
    let (around, said, again) = with;
    let lock = |id: &str, key: &str| {
        locks::of(&opened.country, &opened.version.procedure, opened.procedure.as_ref(), (list.name, id, key))
    };
    let mut own: Vec<(String, Option<Label>)> = shown::elements(text, list);
    if list.name.is_empty() {
        own = vec![(String::new(), None)];
    }
    let base = if list.is_shared() { shared::elements(text, list, opened.country.as_ref()) } else { Vec::new() };
    let left = shared::left_out(text, list);
    let order = order(opened, list, &own, &base);
    let last = order.len().saturating_sub(1);
    let elements: Vec<Json> = order
        .iter()
        .filter(|id| !left.contains(id))
        .enumerate()
        .map(|(place, id)| {
            let mine = own.iter().find(|(name, _)| name == id);
            let of_base = base.iter().find(|(name, _)| name == id);
            let kept = whole_lock(list, |key| lock(id, key));
            let shown = |key: &str| if kept.is_some() { Some(Lock::of("shared")) } else { lock(id, key) };
            let (title, mut fields) = match (mine, of_base) {
                (Some((_, title)), _) => (title.clone().or_else(|| of_kind(opened, list, id)), shown::element(text, list, id, around, &shown)),
                (None, Some((_, element))) => (title_of(element), shown::still(element, list, around)),
                (None, None) => (None, Vec::new()),
            };
            let typed = again.is_some_and(|again| again.element(list, id, &mut fields));
            let wrong: Vec<&Json> = said.iter().filter(|fault| fault["list"] == list.name && fault["id"] == **id && !list.name.is_empty()).collect();
            let moves = is_ordered(list) && lock(id, "order").is_none();
            context! {
                id => id, title => title, anchor => anchor(list.name, id), fields => fields, up => moves && place > 0, down => moves && place < last,
                removable => mine.is_some() && (lock(id, "").is_none() || locks::is_wording(&opened.country, &opened.version.procedure, list.name, id)),
                wrong => wrong, open => typed || !wrong.is_empty(), shared => mine.is_none(), takes => kept.is_none(), kept => kept, over => mine.is_some() && of_base.is_some(),
                leaves => of_base.is_some() && lock("", "").is_none() && lock(id, "").is_none(), told => told(opened, list, id),
            }
        })
        .collect();
    let may_add = !list.name.is_empty() && list.name != "survey" && lock("", "").is_none();
    let mut fresh = if may_add { shown::fresh(list, around) } else { Vec::new() };
    let added = again.filter(|again| again.fresh(list, &mut fresh)).map(|again| again.item);
    let whole: Vec<&Json> =
        said.iter().filter(|fault| fault["list"] == list.name && fault["id"].is_null() && !list.name.is_empty()).collect();
    let kept: Option<Lock> = if list.name.is_empty() { None } else { lock("", "") };
    context! { name => list.name, elements => elements, may_add => may_add, naming => list.naming(), fresh => fresh, added => added, wrong => whole, left => left, kept => kept }
}

/// Why a whole element stays as it is: one reason for all its keys.
fn whole_lock(list: &List, lock: impl Fn(&str) -> Option<Lock>) -> Option<Lock> {
    let mut all = list.fields.iter().map(|one| lock(one.key));
    let first = all.next().flatten()?;
    all.all(|one| one.as_ref() == Some(&first)).then_some(first)
}

/// The ids of a list in the order in which the procedure has them.
fn order(opened: &Opened, list: &List, own: &[(String, Option<Label>)], base: &[(String, Json)]) -> Vec<String> {
    let mut all: Vec<String> = match (list.name, &opened.procedure) {
        ("state", Some(procedure)) => procedure.states.iter().map(|one| one.id.clone()).collect(),
        ("action", Some(procedure)) => procedure.actions.iter().map(|one| one.id.clone()).collect(),
        ("survey", Some(procedure)) => procedure.survey.iter().map(|one| one.id.clone()).collect(),
        _ => Vec::new(),
    };
    for id in base.iter().map(|(id, _)| id).chain(own.iter().map(|(id, _)| id)) {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}

/// A paper without a name of its own is called like its kind.
fn of_kind(opened: &Opened, list: &List, id: &str) -> Option<Label> {
    let procedure = opened.procedure.as_ref().filter(|_| list.name == "piece")?;
    procedure.piece(id)?.label.clone()
}

fn title_of(element: &Json) -> Option<Label> {
    let label =
        ["name", "label", "title"].iter().find_map(|key| element.get(*key)).or_else(|| element.get("source")?.get("text"))?;
    platform::json::from_value(label.clone()).ok()
}

/// Of an action: from where to where, as people call the states.
fn told(opened: &Opened, list: &List, id: &str) -> Option<Json> {
    let procedure = opened.procedure.as_ref().filter(|_| list.name == "action")?;
    let action = procedure.action(id)?;
    let name = |id: &String| procedure.state(id).map(|state| state.name.clone()).unwrap_or_else(|| Label::new(id, id));
    let from: Vec<Label> = if action.anywhere { Vec::new() } else { action.from.iter().map(name).collect() };
    Some(context! { from => from, to => name(&action.to), anywhere => action.anywhere })
}
