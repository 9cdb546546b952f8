//! The author's pages: a case by its code, opened by the PIN, the link of a message, or the account.

use super::key::{authors, check_pin, link_key, opened};
use super::shown;
use crate::model::{Audience, Case, CaseFile, Entry, EventKind, FileRole, Given, NewFile, Survey};
use crate::{actions, store};
use kernel::{Day, Id, PublicCode, Refusal};
use platform::web::{IntoResponse, Path, encode};
use platform::{Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, context, store::receipts};
use procedures::{Phase, Procedure};
use std::sync::Arc;

/// The question "which case?", and for a citizen with an account the cases that are his.
pub async fn find(ctx: Ctx) -> Answer {
    let account = ctx.actor.account().cloned().filter(|_| !ctx.actor.is_staff());
    let panels = match account.clone() {
        Some(account) => ctx.read(move |rx| platform::panels(rx, "cases.mine", &account)).await?,
        None => Vec::new(),
    };
    let mine = match account {
        Some(account) => {
            let found = ctx.read(move |rx| {
                let person = people::account_person(rx, &account)?;
                let cases = actions::mine(rx, &person, 50)?;
                cases
                    .into_iter()
                    .map(|case| Ok((store::pinned(rx, &case.procedure_pin)?, case.clone(), link_key(rx, &case.code)?)))
                    .collect::<Result<Vec<_>>>()
            });
            found.await?.iter().map(|(procedure, case, key)| mine_row(&ctx, case, procedure, key)).collect()
        }
        None => Vec::new(),
    };
    let code = ctx.query().get("code").to_owned();
    ctx.page(
        "cases/find.html",
        context! { code => code, errors => Vec::<Json>::new(), mine => mine, panels => platform::shown_panels(&ctx, &panels) },
    )
    .await
}

fn mine_row(ctx: &Ctx, case: &Case, procedure: &Procedure, key: &str) -> Json {
    let (words, day) = next(case, ctx.today());
    let next =
        day.map_or_else(|| ctx.text(words, &[]), |day| ctx.text(words, &[("day", &kernel::format::long_day(day, ctx.lang))]));
    context! {
        title => procedure.title.text(ctx.lang), code => case.code, url => ctx.url(&format!("/cases/{}?k={}", case.code, encode(key))),
        icon => procedure.icon, pill => shown::pill_in(ctx, case, procedure), next => next,
    }
}

/// What comes next in a case, as a key of words, and by which day.
pub fn next(case: &Case, today: Day) -> (&'static str, Option<Day>) {
    let due = case.due_at.map(|due| due.day());
    match (case.phase, due, case.answered_at) {
        (Phase::WaitingApplicant, Some(day), _) => ("cases-mine-yours-by", Some(day)),
        (Phase::WaitingApplicant, None, _) => ("cases-mine-yours", None),
        (Phase::Decided | Phase::Closed, _, Some(at)) => ("cases-mine-answered", Some(at.day())),
        (Phase::Decided | Phase::Closed, ..) => ("cases-mine-ended", Some(case.moved_at.day())),
        (_, Some(day), _) if day < today => ("cases-mine-late", Some(day)),
        (_, Some(day), _) => ("cases-mine-due", Some(day)),
        (_, None, _) => ("cases-mine-going", None),
    }
}

/// A code alone opens the public part; with the PIN, everything.
pub async fn open(ctx: Ctx, fields: Fields) -> Answer {
    let typed = fields.get("code").to_owned();
    let again = |problem: Problem| {
        let ctx = ctx.clone();
        let code = typed.clone();
        async move {
            ctx.form_again(
                problem,
                "cases/find.html",
                |errors| context! { code => code, errors => errors, mine => Vec::<Json>::new() },
            )
            .await
        }
    };
    let Some(code) = PublicCode::parse(&typed) else {
        return again(Refusal::new("cases-code-mistyped").at("code").into()).await;
    };
    match check_pin(&ctx, code.as_str(), fields.get("pin")).await {
        Ok(key) => ctx.go(&format!("/cases/{code}{key}")),
        Err(Problem::NotFound) => again(Refusal::new("cases-no-such-case").at("code").into()).await,
        Err(problem) => again(problem).await,
    }
}

pub async fn pin(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    match check_pin(&ctx, &code, fields.get("pin")).await {
        Ok(key) => ctx.go(&format!("/cases/{code}{key}")),
        Err(problem) => again(&ctx, &code, "", problem).await,
    }
}

/// What a GET of this address means: the case itself.
pub async fn pin_page(ctx: Ctx, Path(code): Path<String>) -> Answer {
    ctx.go(&format!("/cases/{code}"))
}

struct Shown {
    case: Case,
    procedure: Arc<Procedure>,
    entries: Vec<Entry>,
    clocks: Vec<crate::model::ClockView>,
    files: Vec<CaseFile>,
    sealed: Option<crate::model::Sealed>,
    unit: kernel::Label,
    place: Option<kernel::Label>,
    rated: bool,
    first: Option<String>,
    panels: Vec<(&'static str, PanelModel)>,
    public_panels: Vec<(&'static str, PanelModel)>,
}

fn load(rx: &mut Tx, code: &str, key: &str) -> Result<Shown> {
    let case = actions::by_code(rx, code)?;
    let open = opened(rx, &case, key)?;
    let place = case.area.clone().map(|area| places::area_name(rx, &area)).transpose()?;
    let rated = store::surveys::is_final(rx, &case)?;
    let first = case.merged_into.clone().map(|id| store::find(rx, &id).map(|case| case.code)).transpose()?;
    Ok(Shown {
        procedure: store::pinned(rx, &case.procedure_pin)?,
        entries: if open {
            store::timeline::of(rx, &case, &[Audience::Public, Audience::Applicant])?
        } else {
            store::timeline::public(rx, &case)?
        },
        clocks: actions::clocks(rx, &case.id)?,
        files: if open { store::files::of(rx, &case.id)? } else { Vec::new() },
        sealed: if open { Some(store::unseal(rx, &case)?) } else { None },
        unit: units::find(rx, &case.unit)?.name,
        panels: if open { platform::panels(rx, "cases.author", &case.id)? } else { Vec::new() },
        public_panels: platform::panels(rx, "cases.public", &case.id)?,
        place,
        rated,
        first,
        case,
    })
}

pub async fn case(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let key = ctx.query().get("k").to_owned();
    show(&ctx, platform::web::StatusCode::OK, &code, &key, Vec::new()).await
}

/// Of a confidential case a code alone opens nothing, not even what it is about.
async fn show(ctx: &Ctx, status: platform::web::StatusCode, code: &str, key: &str, errors: Vec<Json>) -> Answer {
    let (asked, of_key) = (code.to_owned(), key.to_owned());
    let shown = ctx.read(move |rx| load(rx, &asked, &of_key)).await?;
    if shown.case.restricted && shown.sealed.is_none() {
        return ctx.page_with(status, "cases/closed.html", context! { code => shown.case.code, errors => errors }).await;
    }
    let model = model(ctx, &shown, key, errors)?;
    ctx.page_with(status, "cases/case.html", model).await
}

fn model(ctx: &Ctx, shown: &Shown, key: &str, errors: Vec<Json>) -> Result<Json> {
    let Shown { case, procedure, entries, clocks, files, sealed, unit, place, rated, first, panels, public_panels } = shown;
    let messages = entries.iter().filter(|entry| {
        matches!(entry.kind, EventKind::Told | EventKind::Wrote) || (entry.kind == EventKind::Moved && entry.text.is_some())
    });
    let talk: Vec<Json> = messages
        .map(|entry| {
            let mine = entry.actor == "public" || entry.actor.starts_with("citizen");
            context! { who => if mine { ctx.text("cases-who-you", &[]) } else { shown::speaker(ctx, &entry.actor) }, when => kernel::format::moment(entry.at, ctx.lang), text => entry.text, mine => mine }
        })
        .collect();
    let steps: Vec<Entry> = entries
        .iter()
        .filter(|entry| !matches!(entry.kind, EventKind::Told | EventKind::Wrote | EventKind::FileAdded))
        .cloned()
        .map(|entry| Entry { text: None, ..entry })
        .collect();
    let pictures = files.iter().filter(|file| matches!(file.role, FileRole::Proof | FileRole::Photo));
    let (proofs, photos): (Vec<&CaseFile>, Vec<&CaseFile>) = pictures.partition(|file| file.role == FileRole::Proof);
    let images = |files: Vec<&CaseFile>| files.into_iter().map(|file| photo_of(ctx, case, file, key)).collect::<Vec<Json>>();
    let answer = entries.iter().rev().find(|entry| entry.kind == EventKind::Moved && entry.data["outcome"].is_string());
    let answer = answer.filter(|_| !case.is_open() && case.outcome.as_deref() != Some("withdrawn")).map(|entry| {
        let outcome = case.outcome.as_deref().and_then(|id| procedure.outcome(id)).map(|outcome| &outcome.name);
        context! { outcome => outcome, words => entry.text, when => kernel::format::moment(entry.at, ctx.lang) }
    });
    let may = |action: &str| sealed.is_some() && procedure.action(action).is_some_and(|action| action.from.contains(&case.state));
    Ok(context! {
        code => case.code, key => key, opened => sealed.is_some(), title => procedure.title, icon => procedure.icon,
        pill => shown::pill(case, procedure), unit => unit, place => place, received => kernel::format::moment(case.received_at, ctx.lang),
        number => format!("{}/{}", case.number, case.year), planned => case.planned_on.map(|day| kernel::format::long_day(day, ctx.lang)),
        clock => shown::main_clock(clocks).map(|clock| shown::clock(ctx, clock)),
        clocks => clocks.iter().map(|clock| shown::clock(ctx, clock)).collect::<Vec<_>>(),
        steps => shown::path(ctx, case, procedure, &steps, false), talk => talk, photos => images(photos), proofs => images(proofs), answer => answer,
        words => sealed.as_ref().map(|sealed| sealed.words.clone()).or(case.published_words().map(str::to_owned)),
        place_words => sealed.as_ref().map(|sealed| sealed.place_words.clone()), pin => sealed.as_ref().map(|sealed| sealed.pin.clone()),
        can_reply => sealed.is_some() && case.phase != Phase::Closed && case.outcome.as_deref() != Some("withdrawn"), waiting => awaits_words(procedure, case), asked => case.phase == Phase::WaitingApplicant && !awaits_words(procedure, case),
        can_correct => sealed.is_some() && case.is_open() && !procedure.is_request(), request => procedure.is_request(),
        panels => platform::shown_panels(ctx, panels), public_panels => platform::shown_panels(ctx, public_panels), acts => if sealed.is_some() { own_acts(procedure, case) } else { Vec::new() }, can_withdraw => may("withdraw"), can_reopen => may("reopen") && case.outcome.as_deref() != Some("withdrawn"),
        can_rate => sealed.is_some() && !case.is_open() && case.merged_into.is_none() && !rated && case.outcome.as_deref() != Some("withdrawn"),
        survey => procedure.survey.iter().map(|question| context! { name => question.id, kind => question.kind, label => question.label, required => question.required, options => question.options }).collect::<Vec<_>>(),
        first => first, followers => case.followers, errors => errors, cndp => ctx.commune().profile.cndp,
    })
}

/// Whether words of the author make the case go on; other waits are for what a panel asks.
fn awaits_words(procedure: &Procedure, case: &Case) -> bool {
    case.phase == Phase::WaitingApplicant && procedure.actions_from(&case.state).any(crate::rules::is_reply)
}

/// What the author of a request may do besides the usual: appeal, ask for the act or for its attestation.
fn own_acts(procedure: &Procedure, case: &Case) -> Vec<Json> {
    let elsewhere = ["withdraw", "reopen", "reply", "complete", "answer_pieces", "correct", "send_again"];
    let own = procedure
        .actions_from(&case.state)
        .filter(|action| action.is_by("applicant") && !elsewhere.contains(&action.id.as_str()));
    own.map(
        |action| context! { id => action.id, name => action.name, words => action.requires.iter().any(|need| need == "words") },
    )
    .collect()
}

fn photo_of(ctx: &Ctx, case: &Case, file: &CaseFile, key: &str) -> Json {
    let base = ctx.bare_url(&format!("/cases/{}/files/{}?k={}", case.code, file.id, encode(key)));
    let alt = ctx.text(&format!("cases-file-{}", file.role), &[]);
    context! { url => base, thumb => format!("{base}&thumb=1"), alt => alt }
}

/// An image of the case: for its author, or the one photo that was published.
pub async fn image(ctx: Ctx, Path((code, id)): Path<(String, String)>) -> Answer {
    let query = ctx.query();
    let (key, small) = (query.get("k").to_owned(), query.ticked("thumb"));
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let file = ctx
        .read(move |rx| {
            let case = actions::by_code(rx, &code)?;
            let file = super::file::picture(store::files::find(rx, &id)?)?;
            let public = case.is_published() && case.public_photo.as_ref() == Some(&file.id);
            if file.case_id == case.id && (public || opened(rx, &case, &key)?) { Ok(file) } else { Err(Problem::NotFound) }
        })
        .await?;
    super::file::send_image(&ctx, &file, small).await
}

fn back(code: &str, key: &str) -> String {
    if key.is_empty() { format!("/cases/{code}") } else { format!("/cases/{code}?k={}", encode(key)) }
}

/// Shows the case again with what is wrong; what was typed stays in the browser's form.
async fn again(ctx: &Ctx, code: &str, key: &str, problem: Problem) -> Answer {
    let errors = match &problem {
        Problem::Refused(refusal) => {
            vec![context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) }]
        }
        _ => return Err(problem.into()),
    };
    show(ctx, platform::web::StatusCode::UNPROCESSABLE_ENTITY, code, key, errors).await
}

pub async fn reply(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let key = fields.get("k").to_owned();
    let case = authors(&ctx, &code, &key).await?;
    let words = fields.get("words").to_owned();
    match ctx.write(move |tx| actions::reply(tx, &case.id, &words)).await {
        Ok(()) => ctx.go_saying(&back(&code, &key), "cases-said-replied"),
        Err(problem) => again(&ctx, &code, &key, problem).await,
    }
}

pub async fn correct(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let key = fields.get("k").to_owned();
    let case = authors(&ctx, &code, &key).await?;
    let (words, place) = (fields.get("own_words").to_owned(), fields.get("place_words").to_owned());
    match ctx.write(move |tx| actions::correct(tx, &case.id, &words, &place)).await {
        Ok(()) => ctx.go_saying(&back(&code, &key), "cases-said-corrected"),
        Err(problem) => again(&ctx, &code, &key, problem).await,
    }
}

/// A photo that the author adds later.
pub async fn photo(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let key = fields.get("k").to_owned();
    let case = authors(&ctx, &code, &key).await?;
    let Some(upload) = fields.file("photo") else {
        return again(&ctx, &code, &key, Refusal::new("cases-choose-photo").at("photo").into()).await;
    };
    let photo = match photos::take(&ctx, upload.content.clone()).await {
        Ok(photo) => photo,
        Err(problem) => return again(&ctx, &code, &key, problem).await,
    };
    let file = NewFile::image(FileRole::Photo, photo.blob, photo.thumb, photo.kind);
    ctx.write(move |tx| actions::add_file(tx, &case, &file).map(|_| ())).await?;
    ctx.go_saying(&back(&code, &key), "cases-said-photo")
}

/// What an author may do by himself: withdraw, say that it is already fixed, or that it is not solved.
pub async fn act(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let key = fields.get("k").to_owned();
    let case = authors(&ctx, &code, &key).await?;
    let asked = fields.get("do").to_owned();
    let (action, outcome) = match asked.as_str() {
        "fixed" => ("withdraw".to_owned(), Some("already_fixed")),
        "" => ("withdraw".to_owned(), None),
        // The procedure says which actions are the author's.
        own => (own.to_owned(), None),
    };
    let given = Given { words: fields.get("words").to_owned(), outcome: outcome.map(str::to_owned), ..Given::default() };
    let procedure = case.procedure.clone();
    let request = ctx.read(move |rx| procedures::procedure(rx, &procedure)).await.is_ok_and(|one| one.is_request());
    let said = match asked.as_str() {
        "reopen" => "cases-said-reopened",
        "fixed" | "withdraw" | "" if request => "cases-said-withdrawn-request",
        "fixed" | "withdraw" | "" => "cases-said-withdrawn",
        _ => "cases-said-done",
    };
    match ctx.write(move |tx| actions::act(tx, &case.id, &action, &given, true).map(|_| ())).await {
        Ok(()) => ctx.go_saying(&back(&code, &key), said),
        Err(problem) => again(&ctx, &code, &key, problem).await,
    }
}

pub async fn rate(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let key = fields.get("k").to_owned();
    let case = authors(&ctx, &code, &key).await?;
    let word = |name: &str| fields.opt(name).map(|text| text.chars().take(1_000).collect::<String>());
    let survey = Survey {
        solved: word("solved"),
        satisfaction: fields.get("satisfaction").parse().ok(),
        clear: word("clear"),
        words: word("what_else"),
        means: Default::default(),
    };
    if survey.solved.is_none() && survey.satisfaction.is_none() && survey.clear.is_none() && survey.words.is_none() {
        return again(&ctx, &code, &key, Refusal::new("cases-rate-empty").at("satisfaction").into()).await;
    }
    match ctx.write(move |tx| actions::rate(tx, &case.id, &survey)).await {
        Ok(()) => ctx.go_saying(&back(&code, &key), "cases-said-rated"),
        Err(problem) => again(&ctx, &code, &key, problem).await,
    }
}

/// The signed receipt, for whoever wants to prove the deposit later.
pub async fn receipt(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let case = authors(&ctx, &code, ctx.query().get("k")).await?;
    let (receipt, key) = ctx
        .read(move |rx| Ok((receipts::of_subject(rx, &case.id)?.ok_or(Problem::NotFound)?, rx.keys().public_key(&rx.tenant())?)))
        .await?;
    let body = context! { receipt => receipt, signed_text => receipt.signed_text(), public_key => key, algorithm => "Ed25519" };
    Ok(ctx.json(body)?.into_response())
}
