//! What a paper says: the facts of the case put into the words of its language.

use crate::model::Paper;
use crate::{actions, decisions};
use cases::{Case, ClockView, OpinionView};
use kernel::{Label, Lang, format};
use platform::{Ctx, Json, Problem, Result, Tx, context, json::json, store::receipts};
use procedures::{Answers, Procedure};
use std::sync::Arc;

/// Everything a paper may tell of a case.
pub struct Facts {
    pub(crate) case: Case,
    pub(crate) procedure: Arc<Procedure>,
    pub(crate) answers: Answers,
    pub(crate) place: String,
    unit: Label,
    pub(crate) receipt: platform::Receipt,
    pub(crate) clocks: Vec<ClockView>,
    pub(crate) opinions: Vec<OpinionView>,
    /// The last visit, and the last sitting that said something of it.
    pub(crate) visit: Option<permits::Visit>,
    pub(crate) sitting: Option<(permits::Sitting, permits::Item)>,
    pub(crate) paid: Vec<payments::Due>,
    /// The permit that the request takes up.
    pub(crate) renews: Option<Paper>,
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
        visit: permits::visits(rx, &case.id)?.pop(),
        sitting: permits::agendas(rx, &case.id)?.into_iter().rev().find(has_judged),
        paid: payments::of(rx, &case.id)?,
        renews: actions::taken_up(rx, &case.id)?.map(|tie| tie.paper),
        case,
    })
}

fn has_judged((sitting, item): &(permits::Sitting, permits::Item)) -> bool {
    sitting.number.is_some() && item.finding.is_some_and(|finding| finding != permits::Finding::Adjourned)
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
    let own = own.map(|text| decisions::filled(ctx, facts, text.text(ctx.lang)));
    merge(&mut model, decisions::body(ctx, paper, facts, own));
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
    let effect = match (complete, facts.procedure.service.silence) {
        // No clock of an answer runs yet: nothing may be promised of silence.
        (false, _) => "requests-receipt-starts",
        (true, procedures::Silence::Acceptance) => "documents-silence-accepts",
        (true, _) => "documents-silence-appeal",
    };
    let effect = ctx.text(effect, &[]);
    let title = ctx.text(if complete { "documents-receipt-complete" } else { "documents-receipt-incomplete" }, &[]);
    let pieces: Vec<&str> = lacking.iter().map(|label| label.text(ctx.lang)).collect();
    let closing = vec![effect, ctx.text("documents-remedies-short", &[])];
    let verify = ctx.full_url(&ctx.url(&format!("/verify/{sealed}")));
    merge(
        &mut model,
        json!({
            "title": title, "qr": verify, "code": facts.case.code, "verify": ctx.text("documents-how-to-verify-receipt", &[]), "lines": lines, "pieces": pieces,
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

/// The name in the certificate of the commune's seal.
pub fn seal_name(ctx: &Ctx) -> String {
    format!("Commune de {}", ctx.commune().name.fr)
}

/// Who signed, as the page's language says it: the seal is the commune's, whose name it knows.
pub fn signer(ctx: &Ctx, name: &str) -> String {
    if name == seal_name(ctx) {
        ctx.text("documents-seal-of", &[("commune", ctx.commune().name.text(ctx.lang))])
    } else {
        name.to_owned()
    }
}

/// What the pages show of a paper.
pub fn shown(ctx: &Ctx, paper: &Paper) -> Json {
    context! {
        title => paper.title, number => paper.reference(), state => paper.state, sign => paper.sign, code => paper.code,
        signer => paper.signer.as_deref().map(|name| signer(ctx, name)), released => paper.released_at.is_some(),
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
