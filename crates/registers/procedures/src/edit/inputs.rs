//! Which inputs the forms of the editor have: the keys of the format, tab by tab.

use kernel::words;

words! {
    /// The tabs of the editor, in order.
    pub enum Tab {
        Identity = "identity", Form = "form", Pieces = "pieces", Fees = "fees", Flow = "flow", Papers = "papers",
        Survey = "survey", Tests = "tests",
        Toml = "toml", Check = "check", Preview = "preview", Changes = "changes",
    }
}

/// What a key may be chosen from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choices {
    Kind,
    Bases,
    Service,
    Events,
    Audience,
    Icon,
    Level,
    Place,
    Unit,
    UnitLevel,
    QuestionKind,
    ColumnKind,
    Page,
    PieceKind,
    PieceFrom,
    FeeDue,
    DayKind,
    SourceKind,
    OnDue,
    Action,
    State,
    OpinionSilence,
    Sign,
    Template,
    Phase,
    Clock,
    Who,
    Needs,
    Readers,
    Outcome,
    Answer,
    SurveyKind,
}

/// How a key is filled in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Input {
    /// One line; `true` for a code, written left to right.
    Line(bool),
    /// A text in Arabic, French and English; `true` for several lines.
    Label(bool),
    Tick,
    Whole,
    One(Choices),
    Many(Choices),
    /// Words with commas between them.
    Words,
    /// When a question or a paper is asked: three selects, or JsonLogic.
    Rule,
    /// JsonLogic that computes.
    Formula,
    /// An amount: a tariff or a sum, once or times an answer, or JsonLogic.
    Sum,
    /// A list of small tables; the first key names each, and a row without it goes.
    Rows(&'static [Field]),
    /// Answers of a test, one a line.
    Given,
    /// Sums of a test in dirhams, one a line.
    Sums,
}

/// One key of the format and how it is filled in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    pub key: &'static str,
    pub input: Input,
    /// Kept when empty, so that the check finds it.
    pub needed: bool,
}

/// A list of the format, `""` for the procedure's own keys.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct List {
    pub name: &'static str,
    pub tab: Tab,
    pub fields: &'static [Field],
    /// The fields asked for when an element is added.
    pub first: &'static [&'static str],
}

const fn may(key: &'static str, input: Input) -> Field {
    Field { key, input, needed: false }
}

const fn must(key: &'static str, input: Input) -> Field {
    Field { key, input, needed: true }
}

const IDENTITY: &[Field] = &[
    must("title", Input::Label(false)),
    may("hint", Input::Label(false)),
    may("keywords.ar", Input::Words),
    may("keywords.fr", Input::Words),
    may("keywords.en", Input::Words),
    must("code", Input::Line(true)),
    must("kind", Input::One(Choices::Kind)),
    must("extends", Input::Many(Choices::Bases)),
    must("service", Input::One(Choices::Service)),
    must("events", Input::Many(Choices::Events)),
    must("audience", Input::Many(Choices::Audience)),
    must("icon", Input::One(Choices::Icon)),
    must("issuer", Input::Label(false)),
    must("who", Input::Label(false)),
    must("level", Input::One(Choices::Level)),
    may("place", Input::One(Choices::Place)),
    must("route", Input::Rows(&[must("unit", Input::One(Choices::Unit)), must("level", Input::One(Choices::UnitLevel))])),
    // The sheet of law 55-19 (art. 6) names the texts; a permit without any is not published.
    must(
        "basis",
        Input::Rows(&[
            must("law", Input::Line(true)),
            may("article", Input::Line(true)),
            must("title", Input::Label(false)),
            may("confirm", Input::Tick),
        ]),
    ),
    may("hours", Input::Label(true)),
    may("open.publish", Input::Tick),
    may("open.at_place", Input::Tick),
];

const PAGE: &[Field] = &[must("title", Input::Label(false)), may("hint", Input::Label(false))];

const QUESTION: &[Field] = &[
    must("label", Input::Label(false)),
    may("hint", Input::Label(false)),
    must("page", Input::One(Choices::Page)),
    must("kind", Input::One(Choices::QuestionKind)),
    may("required", Input::Tick),
    may("private", Input::Tick),
    may("paper", Input::Label(false)),
    may("show_if", Input::Rule),
    may("options", Input::Rows(&[must("id", Input::Line(true)), must("label", Input::Label(false))])),
    may("min", Input::Whole),
    may("max", Input::Whole),
    may("decimals", Input::Whole),
    may("not_before", Input::Line(true)),
    may("not_after", Input::Line(true)),
    may(
        "columns",
        Input::Rows(&[
            must("id", Input::Line(true)),
            must("kind", Input::One(Choices::ColumnKind)),
            must("label", Input::Label(false)),
            may("required", Input::Tick),
            may("unique", Input::Tick),
        ]),
    ),
    may("value", Input::Formula),
];

const PIECE: &[Field] = &[
    must("kind", Input::One(Choices::PieceKind)),
    must("from", Input::One(Choices::PieceFrom)),
    may("label", Input::Label(false)),
    may("hint", Input::Label(false)),
    may("body", Input::Label(false)),
    may("required", Input::Tick),
    may("many", Input::Tick),
    may("if", Input::Rule),
    may("max_mb", Input::Whole),
];

const FEE: &[Field] = &[
    must("label", Input::Label(false)),
    must("amount", Input::Sum),
    may("if", Input::Rule),
    must("due", Input::One(Choices::FeeDue)),
];

const CLOCK: &[Field] = &[
    must("span", Input::Whole),
    must("kind", Input::One(Choices::DayKind)),
    must("starts", Input::One(Choices::State)),
    must("stops", Input::One(Choices::State)),
    must("source.kind", Input::One(Choices::SourceKind)),
    may("source.law", Input::Line(true)),
    may("source.article", Input::Line(true)),
    must("source.text", Input::Label(false)),
    may("source.confirm", Input::Tick),
    may("on_due", Input::Rows(&[must("do", Input::One(Choices::OnDue)), may("rule", Input::One(Choices::Action))])),
];

const OPINION: &[Field] = &[
    must("title", Input::Label(false)),
    must("unit", Input::One(Choices::Unit)),
    must("span", Input::Whole),
    must("kind", Input::One(Choices::DayKind)),
    may("silence", Input::One(Choices::OpinionSilence)),
    must("on", Input::One(Choices::State)),
    may("if", Input::Rule),
];

const STATE: &[Field] = &[
    must("name", Input::Label(false)),
    must("phase", Input::One(Choices::Phase)),
    may("start", Input::Tick),
    may("incomplete", Input::Tick),
    may("end", Input::Tick),
    may("pauses", Input::Many(Choices::Clock)),
];

const ACTION: &[Field] = &[
    must("name", Input::Label(false)),
    may("from", Input::Many(Choices::State)),
    may("anywhere", Input::Tick),
    must("to", Input::One(Choices::State)),
    must("by", Input::Many(Choices::Who)),
    may("requires", Input::Many(Choices::Needs)),
    may("words", Input::One(Choices::Readers)),
    may("outcome", Input::One(Choices::Outcome)),
    may("limit", Input::Whole),
    may("within_days", Input::Whole),
    may("after_days", Input::Whole),
    may("first_half_of", Input::One(Choices::Clock)),
    may("extends.clock", Input::One(Choices::Clock)),
    may("extends.times", Input::Whole),
    may("other_person", Input::Tick),
];

const OUTCOME: &[Field] = &[
    must("name", Input::Label(false)),
    must("solved", Input::Tick),
    must("answer", Input::One(Choices::Answer)),
    may("requires", Input::Many(Choices::Needs)),
];

const SURVEY: &[Field] = &[
    must("label", Input::Label(false)),
    may("hint", Input::Label(false)),
    must("kind", Input::One(Choices::SurveyKind)),
    may("required", Input::Tick),
    may("options", Input::Rows(&[must("id", Input::Line(true)), must("label", Input::Label(false))])),
    may("show_if", Input::Rule),
    may("max", Input::Whole),
];

const OUTPUT: &[Field] = &[
    must("title", Input::Label(false)),
    must("on", Input::Many(Choices::State)),
    must("template", Input::One(Choices::Template)),
    must("register", Input::Line(true)),
    may("sign", Input::One(Choices::Sign)),
    may("first_signed_by", Input::Words),
    may("valid.days", Input::Whole),
    may("valid.months", Input::Whole),
    may("valid.renewable", Input::Tick),
    may("valid.remind", Input::Whole),
    may("valid.unless_begun", Input::Tick),
    may("text", Input::Label(true)),
];

const TEST: &[Field] = &[
    may("given", Input::Given),
    may("invalid", Input::Words),
    may("hidden", Input::Words),
    may("pieces", Input::Words),
    may("fees", Input::Sums),
    may("path", Input::Words),
    may("ends", Input::One(Choices::State)),
];

/// Every list that has forms, in the order of the tabs.
pub const LISTS: [List; 13] = [
    List { name: "", tab: Tab::Identity, fields: IDENTITY, first: &[] },
    List { name: "page", tab: Tab::Form, fields: PAGE, first: &["title"] },
    List { name: "question", tab: Tab::Form, fields: QUESTION, first: &["label", "page", "kind", "required", "options"] },
    List { name: "piece", tab: Tab::Pieces, fields: PIECE, first: &["kind", "from", "required"] },
    List { name: "fee", tab: Tab::Fees, fields: FEE, first: &["label", "amount", "due"] },
    List {
        name: "clock",
        tab: Tab::Fees,
        fields: CLOCK,
        first: &["span", "kind", "starts", "stops", "source.kind", "source.text"],
    },
    List { name: "state", tab: Tab::Flow, fields: STATE, first: &["name", "phase", "end"] },
    List { name: "action", tab: Tab::Flow, fields: ACTION, first: &["name", "from", "to", "by", "requires"] },
    List { name: "opinion", tab: Tab::Flow, fields: OPINION, first: &["title", "unit", "span", "kind", "silence", "on"] },
    List { name: "outcome", tab: Tab::Flow, fields: OUTCOME, first: &["name", "solved", "answer"] },
    List { name: "output", tab: Tab::Papers, fields: OUTPUT, first: &["title", "on", "template", "register", "sign"] },
    List { name: "survey", tab: Tab::Survey, fields: SURVEY, first: &["label", "kind", "required"] },
    List { name: "test", tab: Tab::Tests, fields: TEST, first: &["given", "pieces", "fees", "path", "ends"] },
];

/// The list of this name.
pub fn list(name: &str) -> Option<&'static List> {
    LISTS.iter().find(|list| list.name == name)
}

/// The tab where a fault is mended: by the first part of its path.
pub fn tab_of(at: &[String]) -> Tab {
    let Some(first) = at.first() else { return Tab::Toml };
    let of_list = LISTS.iter().find(|list| list.name == first).map(|list| list.tab);
    let own = || IDENTITY.iter().any(|field| field.key.split('.').next() == Some(first)).then_some(Tab::Identity);
    of_list.or_else(own).unwrap_or(Tab::Toml)
}

impl List {
    /// Whether elements come from the bases too: shown, taken over to be changed, or left out.
    pub fn is_shared(&self) -> bool {
        matches!(self.name, "clock" | "state" | "action" | "outcome" | "survey")
    }

    /// The word of a key where the list calls it otherwise than the others do.
    pub fn word(&self, key: &'static str) -> &'static str {
        match (self.name, key) {
            ("state" | "action" | "outcome", "name") => "called",
            ("action", "from") => "from-states",
            _ => key,
        }
    }

    /// The key that names an element.
    pub fn naming(&self) -> &'static str {
        if self.name == "test" { "name" } else { "id" }
    }
}
