//! The bodies of decisions: what they rest on, what they grant or refuse, and under which reserves.

use crate::model::Paper;
use crate::sheet::{Facts, payer};
use cases::Verdict;
use kernel::{Day, Label, Money, format};
use permits::Finding;
use platform::{Ctx, Json, json::json};
use procedures::{Question, QuestionKind};

/// Longer texts do not fit between facts.
const SHORT_MOST: i64 = 200;

/// What the template of a paper gets beside the letterhead; `own` is the paragraph of its procedure.
pub fn body(ctx: &Ctx, paper: &Paper, facts: &Facts, own: Option<String>) -> Json {
    match paper.template.as_str() {
        "permit" => permit(ctx, paper, facts, own),
        "refusal" => refusal(ctx, paper, facts),
        "silence" => silence(ctx, facts),
        _ => certificate(ctx, facts, own),
    }
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
            lines.push(json!([on_paper(question).text(ctx.lang), requests::answer(ctx, question, value)]));
        }
    }
    lines
}

/// What a question is called on papers: nobody is asked anything there.
fn on_paper(question: &Question) -> &Label {
    question.paper.as_ref().unwrap_or(&question.label)
}

fn is_long(question: &Question) -> bool {
    question.kind == QuestionKind::Text && question.max.is_none_or(|max| max > SHORT_MOST)
}

/// Long texts that belong on the paper by their label there: what the works are, what the trade is.
fn described(ctx: &Ctx, facts: &Facts) -> Vec<String> {
    let long =
        facts.procedure.questions.iter().filter(|question| !question.private && question.paper.is_some() && is_long(question));
    let told = |question: &Question| {
        let answer = requests::answer(ctx, question, facts.answers.0.get(&question.id)?);
        let label = on_paper(question).text(ctx.lang);
        (!answer.is_empty()).then(|| ctx.text("documents-article-described", &[("label", label), ("text", &answer)]))
    };
    long.filter_map(told).collect()
}

/// Short answers belong on the paper; long texts, choices of yes or no and tables do not.
fn is_fact(question: &Question) -> bool {
    let on_form = !matches!(question.page.as_deref(), Some("contact" | "where" | "applicant"));
    on_form && !is_long(question) && !matches!(question.kind, QuestionKind::YesNo | QuestionKind::Table | QuestionKind::Info)
}

/// The paragraph of the procedure, with answers in its holes.
pub fn filled(ctx: &Ctx, facts: &Facts, text: &str) -> String {
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

fn request_line(ctx: &Ctx, facts: &Facts, key: &str) -> String {
    let number = format!("{}/{}", facts.receipt.number, facts.receipt.year);
    let day = format::long_day(facts.receipt.received_at.day(), ctx.lang);
    ctx.text(key, &[("number", &number), ("day", &day)])
}

/// What a decision rests on: who takes it, the laws, the request, and what was said and seen of it.
fn whereas(ctx: &Ctx, facts: &Facts) -> Vec<String> {
    let service = &facts.procedure.service;
    let mut whereas = vec![ctx.text("documents-whereas-issuer", &[("issuer", service.issuer.text(ctx.lang))])];
    whereas.extend(service.basis.iter().map(|basis| ctx.text("documents-whereas-law", &[("law", basis.title.text(ctx.lang))])));
    whereas.push(request_line(ctx, facts, "documents-whereas-request"));
    if let Some(earlier) = &facts.renews {
        let day = earlier.issued_at.map(|at| format::long_day(at.day(), ctx.lang)).unwrap_or_default();
        whereas.push(ctx.text("documents-whereas-renews", &[("number", &earlier.reference()), ("day", &day)]));
    }
    for opinion in &facts.opinions {
        let Some(verdict) = opinion.verdict else { continue };
        let verdict = ctx.text(&format!("cases-verdict-{verdict}"), &[]);
        whereas.push(ctx.text("documents-whereas-opinion", &[("title", opinion.title.text(ctx.lang)), ("verdict", &verdict)]));
    }
    let finding = |finding: Finding| ctx.text(&format!("permits-finding-{finding}"), &[]);
    if let Some(visit) = &facts.visit {
        let day = format::long_day(visit.done_at.day(), ctx.lang);
        whereas.push(ctx.text("documents-whereas-visit", &[("day", &day), ("finding", &finding(visit.finding))]));
    }
    if let Some((sitting, item)) = &facts.sitting {
        let day = format::long_day(sitting.held_on, ctx.lang);
        let said = item.finding.map(finding).unwrap_or_default();
        whereas.push(ctx.text("documents-whereas-sitting", &[("day", &day), ("finding", &said)]));
    }
    whereas
}

/// Reserves of those who said yes with reserves, then the conditions written with the proposal.
fn reserves(ctx: &Ctx, paper: &Paper, facts: &Facts) -> Vec<String> {
    let of = |from: &str, words: &str| ctx.text("documents-article-reserve", &[("from", from), ("words", words.trim())]);
    let mut told = Vec::new();
    for opinion in facts.opinions.iter().filter(|opinion| opinion.verdict == Some(Verdict::Reserved)) {
        told.push((opinion.title.text(ctx.lang).to_owned(), opinion.words.as_str()));
    }
    if let Some(visit) = facts.visit.as_ref().filter(|visit| visit.finding == Finding::Reserved) {
        told.push((ctx.text("documents-reserve-visit", &[]), visit.words.as_str()));
    }
    if let Some((_, item)) = facts.sitting.as_ref().filter(|(_, item)| item.finding == Some(Finding::Reserved)) {
        told.push((ctx.text("documents-reserve-sitting", &[]), item.words.as_str()));
    }
    let mut articles: Vec<String> =
        told.iter().filter(|(_, words)| !words.trim().is_empty()).map(|(from, words)| of(from, words)).collect();
    if !paper.words.is_empty() {
        articles.push(paper.words.clone());
    }
    articles
}

fn permit(ctx: &Ctx, paper: &Paper, facts: &Facts, own: Option<String>) -> Json {
    let mut articles =
        vec![own.unwrap_or_else(|| ctx.text("documents-article-grants", &[("title", paper.title.text(ctx.lang))]))];
    articles.extend(described(ctx, facts));
    articles.extend(reserves(ctx, paper, facts));
    let sum = facts.paid.iter().filter(|due| due.state == payments::DueState::Paid).fold(Money(0), |sum, due| sum + due.amount);
    if sum > Money(0) {
        articles.push(ctx.text("documents-article-paid", &[("sum", &format::money(sum, ctx.lang))]));
    }
    articles.extend(validity(ctx, paper, facts));
    articles.push(ctx.text("documents-article-carried-out", &[]));
    let named = |(place, text): (usize, String)| json!({ "name": ctx.text("documents-article", &[("n", &(place + 1).to_string())]), "text": text });
    json!({
        "texts": { "whereas": whereas(ctx, facts) }, "lines": lines(ctx, facts), "labels": { "decides": ctx.text("documents-decides", &[]) },
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
    let mut opening = whereas(ctx, facts);
    opening.push(ctx.text("documents-refusal-opening", &[]));
    json!({
        "texts": { "opening": opening, "closing": ctx.text("documents-refusal-closing", &[]) },
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
        "texts": { "opening": request_line(ctx, facts, "documents-on-request"), "effect": ctx.text("documents-silence-effect", &[]), "closing": ctx.text("documents-silence-closing", &[]) },
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
    let attests = vec![request_line(ctx, facts, "documents-on-request"), attests];
    json!({ "texts": { "attests": attests, "opening": attests }, "lines": lines(ctx, facts) })
}
