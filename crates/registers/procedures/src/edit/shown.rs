//! From the text to a form: each key with its value, what it may be chosen from, and whether the country keeps it.

use super::Text;
use super::apply::{NONE, held};
use super::inputs::{Choices, Field, Input, List};
use super::rule::{self, Simple};
use super::sum;
use crate::catalog::{Catalog, Group};
use crate::load::Country;
use crate::locks::Lock;
use crate::model::*;
use crate::service::*;
use kernel::Label;
use kernel::clock::DayKind;
use platform::{Json, context};
use toml_edit::{Item, TableLike, Value};

/// Rows left blank under those that are filled.
const SPARE_ROWS: usize = 2;
/// Rows of a list that has none yet.
const FIRST_ROWS: usize = 3;
/// Kinds that come with the place or are of reports only.
const NOT_ASKED: [QuestionKind; 3] = [QuestionKind::Photo, QuestionKind::Place, QuestionKind::Asset];
const IN_TABLES: [QuestionKind; 5] =
    [QuestionKind::Text, QuestionKind::Number, QuestionKind::Money, QuestionKind::Date, QuestionKind::Choice];

/// Who may do an action: those who ask, the clock, and what members of staff are allowed.
pub const WHO: [&str; 6] = ["applicant", "system", "cases.handle", "cases.assign", "cases.sign", "cases.file_for"];
/// What an action asks of who does it, before what must hold of the file.
pub const GIVEN: [&str; 6] = ["words", "reason", "date", "unit", "outcome", "case"];

/// What forms are made beside: the commune's catalogue and units, and the draft as it resolves, when it does.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub catalog: &'a Catalog,
    pub country: &'a Country,
    pub units: &'a [(String, Label)],
    pub procedure: Option<&'a Procedure>,
}

/// The fields of one element.
pub fn element(text: &mut Text, list: &List, id: &str, around: &Around, locked: &dyn Fn(&str) -> Option<Lock>) -> Vec<Json> {
    let Some(table) = text.place(list.name, id) else { return Vec::new() };
    list.fields.iter().map(|one| called(list, one, field(Some(&*table), one, one.key, (around, list), locked(one.key)))).collect()
}

/// The fields of an element of the bases: those that say something, to be read.
pub fn still(element: &Json, list: &List, around: &Around) -> Vec<Json> {
    let Some(table) = super::shared::as_table(element) else { return Vec::new() };
    let said = list.fields.iter().filter(|one| held(&table, one.key).is_some());
    said.map(|one| called(list, one, field(Some(&table), one, one.key, (around, list), Some(Lock::of("shared"))))).collect()
}

/// The empty fields with which an element begins.
pub fn fresh(list: &List, around: &Around) -> Vec<Json> {
    let first = list.fields.iter().filter(|one| list.first.contains(&one.key));
    first.map(|one| called(list, one, field(None, one, one.key, (around, list), None))).collect()
}

fn called(list: &List, field: &Field, mut shown: Json) -> Json {
    shown["word"] = list.word(field.key).replace(['.', '_'], "-").into();
    shown
}

/// The names of the elements of a list, in the text's order, with a title to show.
pub fn elements(text: &mut Text, list: &List) -> Vec<(String, Option<Label>)> {
    let Some(item) = text.first().and_then(|procedure| procedure.get(list.name)) else { return Vec::new() };
    let read = |table: &dyn TableLike| {
        let named = |key: &str| table.get(key).and_then(Item::as_str).map(str::to_owned);
        let title = ["label", "title", "name", "source.text"].into_iter().find_map(|key| label_at(table, key));
        named("id").or_else(|| named("name")).map(|id| (id, title))
    };
    match item {
        Item::ArrayOfTables(tables) => tables.iter().filter_map(|table| read(table)).collect(),
        Item::Value(Value::Array(array)) => array.iter().filter_map(|one| read(one.as_inline_table()?)).collect(),
        _ => Vec::new(),
    }
}

fn label_at(table: &dyn TableLike, path: &str) -> Option<Label> {
    let inner = held(table, path)?.as_table_like()?;
    let text = |lang: &str| inner.get(lang).and_then(Item::as_str).map(str::to_owned);
    Some(Label {
        en: text("en"),
        zgh: text("zgh"),
        ..Label::new(&text("ar").unwrap_or_default(), &text("fr").unwrap_or_default())
    })
}

fn words_at(table: &dyn TableLike, path: &str) -> Vec<String> {
    match held(table, path) {
        Some(Item::Value(Value::Array(array))) => array.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(item) => item.as_str().map(str::to_owned).into_iter().collect(),
        None => Vec::new(),
    }
}

fn plain(item: &Item) -> String {
    item.as_str().map_or_else(|| item.to_string().trim().to_owned(), str::to_owned)
}

fn field(table: Option<&dyn TableLike>, field: &Field, name: &str, at: (&Around, &List), locked: Option<Lock>) -> Json {
    let (around, list) = at;
    let item = table.and_then(|table| held(table, field.key));
    let value = item.map(plain).unwrap_or_default();
    let words = table.map(|table| words_at(table, field.key)).unwrap_or_default();
    let (input, options) = match field.input {
        Input::Line(code) => (if code { "code" } else { "line" }, Vec::new()),
        Input::Label(long) => (if long { "long" } else { "label" }, Vec::new()),
        Input::Tick => ("tick", Vec::new()),
        Input::Whole => ("whole", Vec::new()),
        Input::One(Choices::Icon) => ("icon", options(Choices::Icon, around, std::slice::from_ref(&value))),
        Input::One(choices) => ("one", options(choices, around, std::slice::from_ref(&value))),
        Input::Many(choices) => ("many", options(choices, around, &words)),
        Input::Words => ("words", Vec::new()),
        Input::Rule => ("rule", questions(around, list)),
        Input::Formula => ("formula", Vec::new()),
        Input::Sum => ("sum", tariffs(around)),
        Input::Rows(_) => ("rows", Vec::new()),
        Input::Given => ("given", Vec::new()),
        Input::Sums => ("sums", Vec::new()),
    };
    let label = table.and_then(|table| label_at(table, field.key)).unwrap_or_default();
    let rule = match field.input {
        Input::Rule => rule_model(&value),
        Input::Sum => sum_model(&value, around),
        _ => Json::Null,
    };
    let rows = match field.input {
        Input::Rows(columns) => rows(item, columns, name, at),
        _ => Vec::new(),
    };
    let value = match field.input {
        Input::Given => lines(item, |value| value.as_str().map_or_else(|| shown(value), str::to_owned)),
        Input::Sums => lines(item, |value| value.as_integer().map_or_else(String::new, |sum| kernel::Money(sum).to_string())),
        Input::Words if item.is_some() && words.is_empty() => NONE.to_owned(),
        Input::Words => words.join(", "),
        Input::Tick => item.and_then(Item::as_bool).filter(|yes| *yes).map_or_else(String::new, |_| "yes".into()),
        _ => value,
    };
    context! {
        key => field.key.replace(['.', '_'], "-"), word => field.key.replace(['.', '_'], "-"), name => name, input => input, needed => field.needed, locked => locked, value => value,
        ar => label.ar, fr => label.fr, en => label.en.unwrap_or_default(), filled => item.is_some(), words => words, options => options, rule => rule, rows => rows,
    }
}

fn rule_model(rule: &str) -> Json {
    match rule::simple(rule) {
        Some(Simple { of, is, value }) => context! { of => of, is => is, value => value, raw => "" },
        None => context! { of => "", is => "==", value => "", raw => rule },
    }
}

/// An amount in three words, beside the questions that count something.
fn sum_model(formula: &str, around: &Around) -> Json {
    let counts = |question: &&Question| matches!(question.kind, QuestionKind::Number | QuestionKind::Computed);
    let all = around.procedure.iter().flat_map(|one| one.questions.iter()).filter(counts);
    let questions: Vec<Json> = all.map(|one| option(&one.id, &one.label)).collect();
    let said = sum::simple(formula);
    let raw = if said.is_none() { formula } else { "" };
    context! { said => said.clone().unwrap_or_default(), raw => raw, questions => questions }
}

fn tariffs(around: &Around) -> Vec<Json> {
    around.catalog.tariffs.iter().map(|tariff| option(&tariff.id, &tariff.name)).collect()
}

fn shown(value: &Value) -> String {
    match value.as_bool() {
        Some(true) => "yes".into(),
        Some(false) => "no".into(),
        None => value.to_string().trim().to_owned(),
    }
}

fn lines(item: Option<&Item>, read: impl Fn(&Value) -> String) -> String {
    let Some(table) = item.and_then(Item::as_table_like) else { return String::new() };
    let line = |(key, item): (&str, &Item)| Some(format!("{key} = {}", read(item.as_value()?)));
    table.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

fn rows(item: Option<&Item>, columns: &'static [Field], name: &str, at: (&Around, &List)) -> Vec<Json> {
    let tables: Vec<&dyn TableLike> = match item {
        Some(Item::Value(Value::Array(array))) => {
            array.iter().filter_map(|one| one.as_inline_table().map(|table| table as &dyn TableLike)).collect()
        }
        Some(Item::ArrayOfTables(tables)) => tables.iter().map(|table| table as &dyn TableLike).collect(),
        _ => Vec::new(),
    };
    let blank = std::iter::repeat_n(None, if tables.is_empty() { FIRST_ROWS } else { SPARE_ROWS });
    let all = tables.into_iter().map(Some).chain(blank).enumerate();
    all.map(|(number, table)| {
        let cell = |column: &Field| {
            let mut cell = field(table, column, &format!("{name}.{number}.{}", column.key), at, None);
            cell["word"] = cell_word(name, column.key).into();
            cell
        };
        Json::Array(columns.iter().map(cell).collect())
    })
    .collect()
}

/// The word of a column: that of its key, but where the procedure itself has another key of that name.
pub fn cell_word(rows: &str, key: &str) -> String {
    match (rows, key) {
        ("route", "level") => "route-level".into(),
        _ => key.replace(['.', '_'], "-"),
    }
}

fn option(value: &str, name: &Label) -> Json {
    context! { value => value, name => name, key => () }
}

fn word(family: &str, value: &str) -> Json {
    context! { value => value, name => (), key => format!("procedures-{family}-{}", value.replace(['_', '.'], "-")) }
}

fn groups(list: &[Group]) -> Vec<Json> {
    list.iter().map(|one| option(&one.id, &one.name)).collect()
}

/// The questions that a condition of this list may name.
fn questions(around: &Around, list: &List) -> Vec<Json> {
    let named = |question: &&Question| question.kind != QuestionKind::Info;
    let all = around.procedure.iter().flat_map(|one| if list.name == "survey" { &one.survey } else { &one.questions });
    all.filter(named).map(|one| option(&one.id, &one.label)).collect()
}

/// What a key may be chosen from. A value that is not offered stays offered where it stands.
pub fn options(choices: Choices, around: &Around, chosen: &[String]) -> Vec<Json> {
    let procedure = around.procedure;
    let words = |family: &str, all: &[&str]| all.iter().map(|one| word(family, one)).collect::<Vec<_>>();
    let mut all: Vec<Json> = match choices {
        Choices::Kind => Kind::ALL.iter().filter(|kind| kind.is_request()).map(|kind| word("kind", kind.as_str())).collect(),
        // What is common to all, and the base of reports, are nothing to begin from.
        Choices::Bases => {
            let bases = around.country.bases.values().filter(|one| !matches!(one.id.as_str(), "report" | "form"));
            bases.map(|base| option(&base.id, &base.title)).collect()
        }
        Choices::Service => groups(&around.catalog.look_up.service),
        Choices::Events => groups(&around.catalog.look_up.event),
        Choices::Audience => groups(&around.catalog.look_up.audience),
        Choices::Icon => around.country.icons.iter().map(|icon| word("icon", icon)).collect(),
        Choices::Level => IdentityLevel::ALL.iter().map(|one| word("level", one.as_str())).collect(),
        Choices::Place => words("place", &["needed", "optional", "none"]),
        Choices::Unit => around.units.iter().map(|(code, name)| option(code, name)).collect(),
        Choices::UnitLevel => Level::ALL.iter().map(|one| word("unit-level", one.as_str())).collect(),
        Choices::QuestionKind => {
            QuestionKind::ALL.iter().filter(|kind| !NOT_ASKED.contains(kind)).map(|one| word("question", one.as_str())).collect()
        }
        Choices::ColumnKind => IN_TABLES.iter().map(|one| word("question", one.as_str())).collect(),
        Choices::Page => procedure.iter().flat_map(|one| one.pages.iter()).map(|page| option(&page.id, &page.title)).collect(),
        Choices::PieceKind => around.country.known.pieces.iter().map(|kind| option(&kind.id, &kind.name)).collect(),
        Choices::PieceFrom => PieceFrom::ALL.iter().map(|one| word("from", one.as_str())).collect(),
        Choices::FeeDue => FeeDue::ALL.iter().map(|one| word("due", one.as_str())).collect(),
        Choices::DayKind => DayKind::ALL.iter().map(|one| word("day", one.as_str())).collect(),
        Choices::SourceKind => SourceKind::ALL.iter().map(|one| word("source", one.as_str())).collect(),
        Choices::OnDue => words("on-due", &["notify_head", "act", "escalate", "penalty"]),
        Choices::Action => procedure.iter().flat_map(|one| one.actions.iter()).map(|one| option(&one.id, &one.name)).collect(),
        Choices::State => procedure.iter().flat_map(|one| one.states.iter()).map(|one| option(&one.id, &one.name)).collect(),
        Choices::OpinionSilence => OpinionSilence::ALL.iter().map(|one| word("silence", one.as_str())).collect(),
        Choices::Sign => Sign::ALL.iter().map(|one| word("sign", one.as_str())).collect(),
        Choices::Template => words("template", &["permit", "refusal", "certificate", "silence", "receipt"]),
        Choices::Phase => Phase::ALL.iter().map(|one| word("phase", one.as_str())).collect(),
        Choices::Clock => {
            procedure.iter().flat_map(|one| one.clocks.iter()).map(|one| option(&one.id, &one.source.text)).collect()
        }
        Choices::Who => words("who", &WHO),
        Choices::Needs => words("need", &[&GIVEN[..], &crate::HOLDS].concat()),
        Choices::Readers => Readers::ALL.iter().map(|one| word("readers", one.as_str())).collect(),
        Choices::Outcome => procedure.iter().flat_map(|one| one.outcomes.iter()).map(|one| option(&one.id, &one.name)).collect(),
        Choices::Answer => around.catalog.answers.iter().map(|one| option(&one.id, &one.title)).collect(),
        Choices::SurveyKind => words("question", &["choice", "text"]),
    };
    for chosen in chosen.iter().filter(|word| !word.is_empty()) {
        if !all.iter().any(|one| one["value"] == **chosen) {
            all.push(option(chosen, &Label::new(chosen, chosen)));
        }
    }
    all
}
