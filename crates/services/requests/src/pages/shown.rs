//! How a procedure is told to people: its delay, its fees, its papers, its remedies.

use kernel::{Money, format};
use platform::{Ctx, Json, context};
use procedures::{Answers, Catalog, Clock, Fee, PieceFrom, Procedure, Question, QuestionKind, Silence};

/// One line of the catalogue.
pub fn row(ctx: &Ctx, procedure: &Procedure, base: &str) -> Json {
    context! {
        title => procedure.title, hint => procedure.hint, icon => procedure.icon, code => procedure.code,
        url => ctx.url(&format!("{base}/{}", procedure.id)), delay => decision(procedure).map(|clock| span(ctx, clock)),
    }
}

pub fn decision(procedure: &Procedure) -> Option<&Clock> {
    procedure.clock("decision")
}

/// `10 working days`.
pub fn span(ctx: &Ctx, clock: &Clock) -> String {
    ctx.text(&format!("requests-span-{}", clock.kind), &[("n", &clock.span.to_string())])
}

/// The sheet of law 55-19, art. 6.
/// An article, or an annex where that is what the text has.
fn cited(ctx: &Ctx, article: &str) -> String {
    match article.strip_prefix("annexe ") {
        Some(annex) => ctx.text("requests-annex", &[("n", annex)]),
        None => ctx.text("requests-article", &[("article", article)]),
    }
}

pub fn sheet(ctx: &Ctx, catalog: &Catalog, procedure: &Procedure) -> Json {
    let service = &procedure.service;
    let piece = |piece: &procedures::Piece| {
        context! {
            label => piece.label, hint => piece.hint, required => piece.required, depends => piece.condition.is_some(), many => piece.many,
            body => piece.body,
        }
    };
    let from = |from: PieceFrom| service.pieces.iter().filter(move |piece| piece.from == from).map(piece).collect::<Vec<_>>();
    let basis = |basis: &procedures::Basis| {
        context! { title => basis.title, article => basis.article.as_deref().map(|article| cited(ctx, article)), confirm => basis.confirm }
    };
    let named = |list: &[procedures::Group], ids: &[String]| {
        list.iter().filter(|group| ids.contains(&group.id)).map(|group| context! { name => group.name }).collect::<Vec<_>>()
    };
    let output = |output: &procedures::Output| {
        let valid = output.valid.as_ref().map(|valid| {
            let (n, unit) = if valid.months > 0 { (valid.months, "months") } else { (valid.days, "days") };
            ctx.text(&format!("requests-valid-{unit}"), &[("n", &n.to_string())])
        });
        context! { title => output.title, valid => valid, renewable => output.valid.as_ref().is_some_and(|valid| valid.renewable) }
    };
    let given = |output: &&procedures::Output| !matches!(output.template.as_str(), "refusal" | "silence");
    let clock = decision(procedure);
    let extended = procedure.actions.iter().any(|action| action.extends.is_some());
    context! {
        id => procedure.id, code => procedure.code, title => procedure.title, hint => procedure.hint, icon => procedure.icon,
        kind => ctx.text(&format!("requests-kind-{}", procedure.kind), &[]), issuer => service.issuer, who => service.who,
        audience => named(&catalog.look_up.audience, &service.offered_to.audience),
        service => catalog.look_up.service.iter().find(|group| group.id == service.offered_to.service).map(|group| &group.name),
        hours => service.hours.as_ref().or(ctx.commune().profile.hours.as_ref()),
        level => ctx.text(&format!("requests-level-{}", service.level), &[]),
        basis => service.basis.iter().map(basis).collect::<Vec<_>>(),
        asked => from(PieceFrom::Applicant), fetched => from(PieceFrom::Commune), bodies => from(PieceFrom::Body), shown => from(PieceFrom::Shown),
        fees => service.fees.iter().map(|one| fee(ctx, catalog, one)).collect::<Vec<_>>(),
        delay => clock.map(|clock| span(ctx, clock)), delay_source => clock.map(|clock| &clock.source.text), confirm => clock.is_some_and(|clock| clock.source.confirm),
        silence => service.silence == Silence::Acceptance, extended => extended,
        appeal => procedure.action("appeal").is_some(),
        outputs => service.outputs.iter().filter(given).map(output).collect::<Vec<_>>(),
        opinions => service.opinions.iter().map(|opinion| context! { title => opinion.title }).collect::<Vec<_>>(),
    }
}

/// A fee as the sheet tells it: the sum when it is one tariff, else how it is computed.
fn fee(ctx: &Ctx, catalog: &Catalog, fee: &Fee) -> Json {
    let plain = fee.amount.replace(char::is_whitespace, "");
    let tariffs: Vec<_> =
        catalog.tariffs.iter().filter(|tariff| fee.amount.contains(&format!("\"tariff.{}\"", tariff.id))).collect();
    let single = tariffs.first().filter(|tariff| plain == format!("{{\"var\":\"tariff.{}\"}}", tariff.id));
    let rate = |tariff: &&procedures::Tariff| {
        let amount =
            if tariff.unit == "percent" { format!("{} %", tariff.amount) } else { format::money(Money(tariff.amount), ctx.lang) };
        context! { name => tariff.name, amount => amount, source => tariff.source.text, confirm => tariff.source.confirm }
    };
    context! {
        label => fee.label, amount => single.map(|tariff| format::money(Money(tariff.amount), ctx.lang)),
        rates => tariffs.iter().map(rate).collect::<Vec<_>>(), depends => fee.condition.is_some(), due => ctx.text(&format!("requests-due-{}", fee.due), &[]),
    }
}

/// An answer as a person reads it.
pub fn answer(ctx: &Ctx, question: &Question, value: &Json) -> String {
    let option = |id: &str| {
        let found = question.options.iter().find(|option| option.id == id);
        found.map_or(id.to_owned(), |option| option.label.text(ctx.lang).to_owned())
    };
    match (question.kind, value) {
        (QuestionKind::Choice, Json::String(id)) => option(id),
        (QuestionKind::Choices, Json::Array(list)) => list
            .iter()
            .filter_map(Json::as_str)
            .map(option)
            .collect::<Vec<_>>()
            .join(if ctx.lang == kernel::Lang::Ar { "، " } else { ", " }),
        (QuestionKind::Money, Json::Number(sum)) => format::money(Money(sum.as_i64().unwrap_or(0)), ctx.lang),
        (QuestionKind::Date, Json::String(text)) => day(ctx, text),
        (_, Json::Bool(yes)) => ctx.text(if *yes { "ui-yes" } else { "ui-no" }, &[]),
        (_, Json::String(text)) => text.clone(),
        (QuestionKind::Table, Json::Array(rows)) => {
            rows.iter().map(|row| row_text(ctx, question, row)).collect::<Vec<_>>().join("\n")
        }
        (_, Json::Object(parts)) => ["name", "card", "ice", "register", "birth"]
            .iter()
            .filter_map(|part| Some((*part, parts.get(*part)?.as_str()?)))
            .map(|(part, text)| isolated(&if part == "birth" { day(ctx, text) } else { text.to_owned() }))
            .collect::<Vec<_>>()
            .join(" · "),
        (_, Json::Number(number)) if is_fixed_width(question) => number.to_string(),
        (_, Json::Number(number)) => {
            let point = if ctx.lang == kernel::Lang::En { "." } else { "," };
            let whole = number.as_f64().filter(|n| n.fract() == 0.0);
            whole.map_or_else(|| number.to_string().replace('.', point), |n| format::number(n as i64, ctx.lang))
        }
        (_, other) => other.to_string(),
    }
}

fn day(ctx: &Ctx, text: &str) -> String {
    kernel::Day::parse(text).map_or(text.to_owned(), |day| format::long_day(day, ctx.lang))
}

/// A part that keeps its own direction beside parts of another one (Unicode UAX 9, first strong isolate).
fn isolated(part: &str) -> String {
    format!("\u{2068}{part}\u{2069}")
}

/// A year or a postcode: its bounds have as many digits, and no sign stands between its thousands.
fn is_fixed_width(question: &Question) -> bool {
    let width = |bound: Option<i64>| bound.filter(|bound| *bound >= 1_000).map(|bound| bound.to_string().len());
    width(question.min).is_some() && width(question.min) == width(question.max)
}

fn row_text(ctx: &Ctx, question: &Question, row: &Json) -> String {
    let cell = |column: &Question| row.get(&column.id).filter(|value| !value.is_null()).map(|value| answer(ctx, column, value));
    question.columns.iter().filter_map(cell).collect::<Vec<_>>().join(" · ")
}

/// The answers of one page with their questions.
pub fn answers(ctx: &Ctx, procedure: &Procedure, page: &str, answers: &Answers) -> Vec<Json> {
    let of_page = procedure.questions.iter().filter(|question| question.page.as_deref() == Some(page));
    of_page
        .filter_map(|question| {
            let value = answers.0.get(&question.id)?;
            Some(context! { label => question.label.text(ctx.lang), value => answer(ctx, question, value) })
        })
        .collect()
}

pub fn money(ctx: &Ctx, centimes: i64) -> String {
    format::money(Money(centimes), ctx.lang)
}
