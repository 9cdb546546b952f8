//! What a paper says: the facts of the case put into the words of its language.

use crate::actions;
use crate::model::Paper;
use cases::{Case, ClockView, OpinionView};
use kernel::{Day, Label, Lang, Money, format};
use platform::{Ctx, Json, Problem, Result, Tx, context, json::json, store::receipts};
use procedures::{Answers, Procedure, Question, QuestionKind};
use std::sync::Arc;

/// Everything a paper may tell of a case.
pub struct Facts {
    case: Case,
    procedure: Arc<Procedure>,
    answers: Answers,
    place: String,
    unit: Label,
    receipt: platform::Receipt,
    clocks: Vec<ClockView>,
    opinions: Vec<OpinionView>,
    paid: Vec<payments::Due>,
    /// The permit that the request takes up.
    renews: Option<Paper>,
}

impl Facts {
    pub fn unit(&self) -> &Label {
        &self.unit
    }

    pub fn lang(&self) -> Lang {
        self.case.lang
    }

    pub fn title(&self) -> &Label {
        &self.procedure.title
    }
}

pub fn facts(rx: &mut Tx, paper: &Paper) -> Result<Facts> {
    of_case(rx, &paper.case)
}

pub fn of_case(rx: &mut Tx, case: &kernel::Id) -> Result<Facts> {
    let case = cases::find(rx, case)?;
    let sealed = cases::unseal(rx, &case)?;
    let quarter = case.quarter.clone().map(|id| places::quarter(rx, &id)).transpose()?.map(|quarter| quarter.name);
    let words = [Some(sealed.place_words.clone()), quarter.map(|name| name.text(case.lang).to_owned())];
    let place: Vec<String> = words.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    Ok(Facts {
        procedure: cases::pinned(rx, &case.procedure_pin)?,
        answers: sealed.answers,
        place: place.join("، "),
        unit: units::find(rx, &case.unit)?.name,
        receipt: receipts::of_subject(rx, &case.id)?.ok_or(Problem::NotFound)?,
        clocks: cases::clocks(rx, &case.id)?,
        opinions: cases::opinions(rx, &case)?,
        paid: payments::of(rx, &case.id)?,
        renews: actions::taken_up(rx, &case.id)?.map(|tie| tie.paper),
        case,
    })
}

/// The model of a paper's template.
pub fn model(ctx: &Ctx, paper: &Paper, facts: &Facts) -> Json {
    let mut model = head(ctx, Some(&facts.unit), &paper.reference());
    let verify = ctx.full_url(&ctx.url(&format!("/verify/{}", paper.code)));
    let issuer = facts.procedure.service.issuer.text(ctx.lang).to_owned();
    set(&mut model, "title", json!(paper.title.text(ctx.lang)));
    set(&mut model, "qr", json!(verify));
    set(&mut model, "code", json!(paper.code));
    set(&mut model, "verify", json!(ctx.text("documents-how-to-verify", &[])));
    set(&mut model, "sign", json!({ "role": issuer, "name": "" }));
    let own =
        facts.procedure.service.outputs.iter().find(|output| output.id == paper.output).and_then(|output| output.text.as_ref());
    let own = own.map(|text| filled(ctx, facts, text.text(ctx.lang)));
    let body = match paper.template.as_str() {
        "permit" => permit(ctx, paper, facts, own),
        "refusal" => refusal(ctx, paper, facts),
        "silence" => silence(ctx, facts),
        _ => certificate(ctx, facts, own),
    };
    merge(&mut model, body);
    model
}

/// The model of the receipt of filing, on A5 or on a roll of 80 mm.
pub fn receipt(ctx: &Ctx, facts: &Facts, sealed: &str, lacking: &[Label]) -> Json {
    let mut model = head(ctx, Some(&facts.unit), &format!("{}/{}", facts.receipt.number, facts.receipt.year));
    let line = |key: &str, value: String| json!([ctx.text(key, &[]), value]);
    let mut lines = vec![
        line("documents-line-code", facts.case.code.clone()),
        line("documents-line-procedure", facts.procedure.title.text(ctx.lang).to_owned()),
        line("documents-line-received", format::moment(facts.receipt.received_at, ctx.lang)),
        line("documents-line-unit", facts.unit.text(ctx.lang).to_owned()),
    ];
    if let Some(name) = facts.answers.part("applicant", "name") {
        lines.push(line("documents-line-applicant", name.to_owned()));
    }
    let complete = lacking.is_empty();
    if let Some(due) = facts.clocks.iter().filter_map(|clock| clock.due_at).min() {
        let key = if complete { "documents-line-due" } else { "documents-line-complete-by" };
        lines.push(line(key, format::long_day(due.day(), ctx.lang)));
    }
    let silence = facts.procedure.service.silence == procedures::Silence::Acceptance;
    let effect = ctx.text(if silence { "documents-silence-accepts" } else { "documents-silence-appeal" }, &[]);
    let title = ctx.text(if complete { "documents-receipt-complete" } else { "documents-receipt-incomplete" }, &[]);
    let pieces: Vec<&str> = lacking.iter().map(|label| label.text(ctx.lang)).collect();
    let closing = vec![effect, ctx.text("documents-remedies-short", &[])];
    let verify = ctx.full_url(&ctx.url(&format!("/verify/{sealed}")));
    merge(
        &mut model,
        json!({
            "title": title, "qr": verify, "code": facts.case.code, "verify": ctx.text("documents-how-to-verify", &[]), "lines": lines, "pieces": pieces,
            "texts": { "opening": ctx.text("documents-receipt-opening", &[]), "closing": closing },
            "labels": { "pieces": ctx.text("documents-receipt-lacking", &[]) },
        }),
    );
    model
}

/// The letterhead: the commune, the unit when one speaks, number, place and day.
pub fn head(ctx: &Ctx, unit: Option<&Label>, reference: &str) -> Json {
    let commune = ctx.commune();
    let office = |first: String, lang: Lang| {
        [Some(first), unit.map(|unit| unit.text(lang).to_owned())].into_iter().flatten().collect::<Vec<_>>()
    };
    let profile = &commune.profile;
    let address = profile.address.as_ref().map(|address| address.text(ctx.lang).to_owned()).unwrap_or_default();
    let footer: Vec<String> = [commune.name.text(ctx.lang).to_owned(), address, profile.phone.clone()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    json!({
        "lang": ctx.lang.code(),
        "office": { "ar": office(format!("جماعة {}", commune.name.ar), Lang::Ar), "fr": office(format!("Commune de {}", commune.name.fr), Lang::Fr) },
        "reference": reference, "place": commune.name.text(ctx.lang), "date": format::long_day(ctx.today(), ctx.lang),
        "labels": {
            "number": ctx.text("documents-number", &[]), "place-date-separator": ctx.text("documents-place-date", &[]).replace('_', " "),
            "subject": ctx.text("documents-subject", &[]), "footer": footer.join(" · "),
        },
    })
}

fn set(model: &mut Json, key: &str, value: Json) {
    model[key] = value;
}

/// Puts one object into another; objects inside meet.
pub fn merge(model: &mut Json, more: Json) {
    let Json::Object(more) = more else { return };
    for (key, value) in more {
        match (model.get_mut(&key), &value) {
            (Some(Json::Object(known)), Json::Object(fresh)) => known.extend(fresh.clone()),
            _ => model[key.as_str()] = value,
        }
    }
}

/// Who asked, as the lines of a paper.
pub fn payer(ctx: &Ctx, facts: &Facts) -> Vec<Json> {
    let line = |key: &str, value: &str| json!([ctx.text(key, &[]), value]);
    let named = [
        ("documents-line-applicant", "applicant", "name"),
        ("documents-line-card", "applicant", "card"),
        ("documents-line-company", "company", "name"),
        ("documents-line-ice", "company", "ice"),
    ];
    named.into_iter().filter_map(|(key, id, part)| facts.answers.part(id, part).map(|value| line(key, value))).collect()
}

/// Who asked, for what and where: the lines of every decision.
fn lines(ctx: &Ctx, facts: &Facts) -> Vec<Json> {
    let line = |key: &str, value: &str| json!([ctx.text(key, &[]), value]);
    let mut lines = payer(ctx, facts);
    if !facts.place.is_empty() {
        lines.push(line("documents-line-place", &facts.place));
    }
    let shared = ["as", "applicant", "company"];
    let own = facts.procedure.questions.iter().filter(|question| !question.private && !shared.contains(&question.id.as_str()));
    for question in own.filter(|question| is_fact(question)) {
        if let Some(value) = facts.answers.0.get(&question.id) {
            lines.push(json!([question.label.text(ctx.lang), requests::answer(ctx, question, value)]));
        }
    }
    lines
}

/// Short answers belong on the paper; long texts, choices of yes or no and tables do not.
fn is_fact(question: &Question) -> bool {
    let on_form = !matches!(question.page.as_deref(), Some("contact" | "where" | "applicant"));
    let short = question.kind != QuestionKind::Text || question.max.is_some_and(|max| max <= 200);
    on_form && short && !matches!(question.kind, QuestionKind::YesNo | QuestionKind::Table | QuestionKind::Info)
}

/// The paragraph of the procedure, with answers in its holes.
fn filled(ctx: &Ctx, facts: &Facts, text: &str) -> String {
    let mut filled = text.replace("{code}", &facts.case.code).replace("{place}", &facts.place);
    for question in &facts.procedure.questions {
        if let Some(value) = facts.answers.0.get(&question.id) {
            let shown = match (question.kind, value.get("name").and_then(Json::as_str)) {
                (QuestionKind::Person | QuestionKind::Company, Some(name)) => name.to_owned(),
                _ => requests::answer(ctx, question, value),
            };
            filled = filled.replace(&format!("{{{}}}", question.id), &shown);
        }
    }
    filled
}

fn request_line(ctx: &Ctx, facts: &Facts) -> String {
    let number = format!("{}/{}", facts.receipt.number, facts.receipt.year);
    let day = format::long_day(facts.receipt.received_at.day(), ctx.lang);
    ctx.text("documents-whereas-request", &[("number", &number), ("day", &day)])
}

fn permit(ctx: &Ctx, paper: &Paper, facts: &Facts, own: Option<String>) -> Json {
    let service = &facts.procedure.service;
    let mut whereas = vec![ctx.text("documents-whereas-issuer", &[("issuer", service.issuer.text(ctx.lang))])];
    whereas.extend(service.basis.iter().map(|basis| ctx.text("documents-whereas-law", &[("law", basis.title.text(ctx.lang))])));
    whereas.push(request_line(ctx, facts));
    if let Some(earlier) = &facts.renews {
        let day = earlier.issued_at.map(|at| format::long_day(at.day(), ctx.lang)).unwrap_or_default();
        whereas.push(ctx.text("documents-whereas-renews", &[("number", &earlier.reference()), ("day", &day)]));
    }
    for opinion in facts.opinions.iter().filter(|opinion| opinion.verdict.is_some()) {
        let verdict = opinion.verdict.map(|verdict| ctx.text(&format!("cases-verdict-{verdict}"), &[])).unwrap_or_default();
        whereas.push(ctx.text("documents-whereas-opinion", &[("title", opinion.title.text(ctx.lang)), ("verdict", &verdict)]));
    }
    let mut articles =
        vec![own.unwrap_or_else(|| ctx.text("documents-article-grants", &[("title", paper.title.text(ctx.lang))]))];
    let sum = facts.paid.iter().filter(|due| due.state == payments::DueState::Paid).fold(Money(0), |sum, due| sum + due.amount);
    if sum > Money(0) {
        articles.push(ctx.text("documents-article-paid", &[("sum", &format::money(sum, ctx.lang))]));
    }
    articles.extend(validity(ctx, paper, facts));
    if !paper.words.is_empty() {
        articles.push(paper.words.clone());
    }
    articles.push(ctx.text("documents-article-carried-out", &[]));
    let named = |(place, text): (usize, String)| json!({ "name": ctx.text("documents-article", &[("n", &(place + 1).to_string())]), "text": text });
    json!({
        "texts": { "whereas": whereas }, "lines": lines(ctx, facts), "labels": { "decides": ctx.text("documents-decides", &[]) },
        "articles": articles.into_iter().enumerate().map(named).collect::<Vec<_>>(),
    })
}

/// How long it is good: a signature may come days after the paper was made, so its day cannot stand in it yet; under the seal
/// the paper is issued on the day it is made.
fn validity(ctx: &Ctx, paper: &Paper, facts: &Facts) -> Option<String> {
    let outputs = &facts.procedure.service.outputs;
    let valid = outputs.iter().find(|output| output.id == paper.output)?.valid.as_ref()?;
    let parts = [(valid.months, "months"), (valid.days, "days")];
    let spans: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| ctx.text(&format!("requests-valid-{unit}"), &[("n", &count.to_string())]))
        .collect();
    let span = spans.join(&ctx.text("documents-and", &[]).replace('_', " "));
    let key = match (valid.unless_begun, paper.sign) {
        (true, _) => "documents-article-lapses",
        (false, procedures::Sign::Qualified) => "documents-article-valid-for",
        (false, _) => "documents-article-valid",
    };
    let until = format::long_day(valid.until(ctx.today()), ctx.lang);
    Some(ctx.text(key, &[("span", &span), ("day", &until)]))
}

fn refusal(ctx: &Ctx, paper: &Paper, facts: &Facts) -> Json {
    let reasons: Vec<&str> = paper.words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let remedies = ["president", "governor", "court"].map(|way| ctx.text(&format!("documents-remedy-{way}"), &[]));
    json!({
        "texts": { "opening": [request_line(ctx, facts), ctx.text("documents-refusal-opening", &[])], "closing": ctx.text("documents-refusal-closing", &[]) },
        "lines": lines(ctx, facts), "reasons": reasons, "remedies": remedies,
        "labels": { "reasons": ctx.text("documents-reasons", &[]), "remedies": ctx.text("documents-remedies", &[]) },
    })
}

fn silence(ctx: &Ctx, facts: &Facts) -> Json {
    let day = |day: Day| format::long_day(day, ctx.lang);
    let due = facts.clocks.iter().find(|clock| clock.clock == "decision").and_then(|clock| clock.due_at);
    let mut rows = vec![json!([ctx.text("documents-line-received", &[]), day(facts.receipt.received_at.day())])];
    rows.extend(due.map(|due| json!([ctx.text("documents-line-due", &[]), day(due.day())])));
    json!({
        "texts": { "opening": request_line(ctx, facts), "effect": ctx.text("documents-silence-effect", &[]), "closing": ctx.text("documents-silence-closing", &[]) },
        "lines": lines(ctx, facts), "labels": { "dates": ctx.text("documents-dates", &[]) },
        "dates": { "head": [ctx.text("documents-date-what", &[]), ctx.text("documents-date-when", &[])], "rows": rows },
    })
}

fn certificate(ctx: &Ctx, facts: &Facts, own: Option<String>) -> Json {
    let attests = own.unwrap_or_else(|| {
        ctx.text(
            "documents-attests",
            &[("issuer", facts.procedure.service.issuer.text(ctx.lang)), ("title", facts.procedure.title.text(ctx.lang))],
        )
    });
    json!({ "texts": { "attests": attests, "opening": attests, "closing": request_line(ctx, facts) }, "lines": lines(ctx, facts) })
}

/// What the pages show of a paper.
pub fn shown(ctx: &Ctx, paper: &Paper) -> Json {
    context! {
        title => paper.title, number => paper.reference(), state => paper.state, sign => paper.sign, code => paper.code, signer => paper.signer,
        issued => paper.issued_at.map(|at| format::long_day(at.day(), ctx.lang)), valid_until => paper.valid_until.map(|day| format::long_day(day, ctx.lang)),
        expired => paper.is_over(ctx.today()), begun => paper.begun_on.map(|day| format::long_day(day, ctx.lang)), stamp => paper.stamp,
    }
}

/// What a commission had before it of one file: who asks, for what, on which land, and what each service that was asked said.
pub fn examined(ctx: &Ctx, facts: &Facts) -> Vec<Json> {
    let line = |key: &str, value: &str| json!([ctx.text(key, &[]), value]);
    let named = ["applicant", "company"].into_iter().filter_map(|id| facts.answers.part(id, "name"));
    let mut lines: Vec<Json> = named.map(|name| line("documents-line-applicant", name)).collect();
    lines.push(line("documents-minutes-object", facts.title().text(ctx.lang)));
    if !facts.place.is_empty() {
        lines.push(line("documents-line-place", &facts.place));
    }
    for question in facts.procedure.questions.iter().filter(|question| question.kind == procedures::QuestionKind::Parcel) {
        if let Some(value) = facts.answers.0.get(&question.id) {
            lines.push(json!([question.label.text(ctx.lang), requests::answer(ctx, question, value)]));
        }
    }
    lines.extend(facts.opinions.iter().map(|opinion| {
        let key = opinion.verdict.map_or("documents-minutes-awaited".to_owned(), |verdict| format!("cases-verdict-{verdict}"));
        let said = [ctx.text(&key, &[]), opinion.words.trim().to_owned()];
        let said: Vec<String> = said.into_iter().filter(|text| !text.is_empty()).collect();
        json!([opinion.title.text(ctx.lang), said.join(" — ")])
    }));
    lines
}
