//! Filing for others: the people whose written mandate a holder has, what is begun for them, and what was filed.

use super::receipt::{self, Reader};
use crate::actions::{draft, upload};
use crate::model::Draft;
use crate::store;
use assisted::{Deed, Held, Holder, NewPaper, Paper};
use cases::Case;
use kernel::{Id, Lang, Refusal, format, text};
use platform::web::{Path, StatusCode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::Catalog;
use std::sync::Arc;

const PAPERS: i64 = 100;
const DEEDS: i64 = 200;
const NAME_MOST: usize = 120;

/// A case that the acting holder filed, with its paper, while both mandates hold. `NotFound` for every other case.
pub fn own_case(tx: &mut Tx, code: &str) -> Result<(Case, Held)> {
    let paper = assisted::filed_under(tx, code)?.ok_or(Problem::NotFound)?;
    let case = cases::by_code(tx, code)?;
    let held = assisted::may_go_on(tx, &paper, &case.procedure)?;
    Ok((case, held))
}

struct Home {
    holder: Holder,
    refused: Option<Refusal>,
    papers: Vec<Held>,
    filed: Vec<Case>,
    catalog: Arc<Catalog>,
}

/// The cases that these deeds filed and that are still kept.
pub fn filed_by(tx: &mut Tx, deeds: &[Deed]) -> Result<Vec<Case>> {
    let mut filed = Vec::new();
    for deed in deeds.iter().filter(|deed| deed.what == assisted::What::Filed) {
        match cases::by_code(tx, &deed.subject) {
            Ok(case) => filed.push(case),
            Err(Problem::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(filed)
}

/// Why the holder may not act; nothing when he may.
fn refused(rx: &mut Tx, holder: &Holder) -> Result<Option<Refusal>> {
    match assisted::must_hold(rx, holder) {
        Ok(()) => Ok(None),
        Err(Problem::Refused(refusal)) => Ok(Some(refusal)),
        Err(other) => Err(other),
    }
}

/// The holder's first page; that he read the list is written down once.
fn home_of(tx: &mut Tx) -> Result<Home> {
    let holder = assisted::acting(tx)?;
    let refused = refused(tx, &holder)?;
    tx.record("assisted.list_read", &holder.id, &context! {})?;
    let (mut papers, mut filed) = (Vec::new(), Vec::new());
    // Whoever may not act sees nobody either; his journal stays.
    if refused.is_none() {
        for paper in assisted::papers_of(tx, &holder.id, PAPERS)? {
            papers.push(assisted::held(tx, &paper.id)?);
        }
        let today = tx.today();
        let mut deeds = assisted::deeds(tx, &holder.id, DEEDS)?;
        deeds.retain(|deed| papers.iter().any(|held: &Held| held.paper.id == deed.paper && held.mandate.holds_on(today)));
        filed = filed_by(tx, &deeds)?;
    }
    Ok(Home { holder, refused, papers, filed, catalog: procedures::catalog(tx)? })
}

pub async fn home(ctx: Ctx) -> Answer {
    let home = ctx.write(home_of).await?;
    let today = ctx.today();
    let person = |held: &Held| {
        context! {
            name => held.paper.name, holds => held.mandate.holds_on(today), until => format::day(held.mandate.ends_on, ctx.lang),
            url => ctx.url(&format!("/writer/papers/{}", held.paper.id)), count => held.paper.procedures.len(),
        }
    };
    let model = context! {
        name => home.holder.name, until => format::day(home.holder.ends_on, ctx.lang), refused => home.refused.as_ref().map(|refusal| ctx.sentence(refusal)),
        papers => home.papers.iter().map(person).collect::<Vec<_>>(), filed => home.filed.iter().map(|case| file_row(&ctx, &home.catalog, case)).collect::<Vec<_>>(),
    };
    ctx.page("requests/writer.html", model).await
}

fn file_row(ctx: &Ctx, catalog: &Catalog, case: &Case) -> Json {
    let title = catalog.find(&case.procedure).map(|procedure| procedure.title.text(ctx.lang).to_owned());
    context! {
        code => case.code, title => title, url => ctx.url(&format!("/writer/files/{}", case.code)), at => format::moment(case.received_at, ctx.lang),
        state => catalog.find(&case.procedure).and_then(|procedure| procedure.state(&case.state)).map(|state| state.name.text(ctx.lang).to_owned()),
    }
}

pub async fn new_paper(ctx: Ctx) -> Answer {
    ctx.read(|rx| {
        let holder = assisted::acting(rx)?;
        assisted::must_hold(rx, &holder)
    })
    .await?;
    paper_again(&ctx, &Fields::default(), StatusCode::OK, Vec::new()).await
}

async fn paper_again(ctx: &Ctx, fields: &Fields, status: StatusCode, errors: Vec<Json>) -> Answer {
    let (holder, catalog) = ctx.read(|rx| Ok((assisted::acting(rx)?, procedures::catalog(rx)?))).await?;
    let ticked: Vec<&str> = fields.all("procedures").collect();
    let only = holder.procedures.len() == 1;
    let one = |id: &String| {
        let title = catalog.find(id).map_or(id.clone(), |procedure| procedure.title.text(ctx.lang).to_owned());
        context! { value => id, label => title, selected => only || ticked.contains(&id.as_str()) }
    };
    let typed = |name: &str, usual: String| fields.opt(name).map_or(usual, str::to_owned);
    let model = context! {
        errors => errors, boxes => holder.procedures.iter().map(one).collect::<Vec<_>>(), name => fields.get("name"), contact => fields.get("contact"),
        lang => typed("lang", ctx.lang.code().into()), reference => fields.get("reference"),
        signed_on => typed("signed_on", format::short_day(ctx.today())), ends_on => typed("ends_on", format::short_day(holder.ends_on)),
        most_mb => ctx.app().config().limits.upload_bytes / 1_000_000,
    };
    ctx.page_with(status, "requests/writer_paper.html", model).await
}

/// What the form says of a written mandate, with everything that is wrong of it.
async fn read_paper(ctx: &Ctx, fields: &mut Fields) -> Result<NewPaper> {
    let mut wrong = Vec::new();
    let name = text::clean(fields.get("name"), NAME_MOST).unwrap_or_default();
    if name.is_empty() {
        wrong.push(Refusal::new("assisted-needed").at("name"));
    }
    let contact = people::contact::parse(fields.get("contact")).filter(people::contact::is_reachable);
    if contact.is_none() {
        wrong.push(Refusal::new("people-contact-wrong").at("contact"));
    }
    let mut day = |name: &str| {
        let day = procedures::read_day(fields.get(name));
        if day.is_none() {
            wrong.push(Refusal::new("assisted-day-wrong").at(name));
        }
        day
    };
    let (signed_on, ends_on) = (day("signed_on"), day("ends_on"));
    let reference = text::clean(fields.get("reference"), NAME_MOST).unwrap_or_default();
    let sent = std::mem::take(&mut fields.files).into_iter().find(|sent| sent.field == "scan" && !sent.content.is_empty());
    let scan = match sent {
        Some(sent) => match upload::take(ctx, "scan", &sent.name, sent.content, None).await {
            Ok(file) => Some(assisted::Scan { blob: file.blob, kind: file.kind }),
            Err(Problem::Refused(refusal)) => {
                wrong.push(refusal.at("scan"));
                None
            }
            Err(other) => return Err(other),
        },
        None => None,
    };
    let procedures = fields.all("procedures").map(str::to_owned).collect();
    let lang = Lang::parse(fields.get("lang")).unwrap_or(ctx.lang);
    match (contact, signed_on, ends_on) {
        (Some(contact), Some(signed_on), Some(ends_on)) if wrong.is_empty() => {
            Ok(NewPaper { name, contact, lang, procedures, reference, scan, signed_on, ends_on })
        }
        _ => Err(Problem::Invalid(wrong)),
    }
}

pub async fn add_paper(ctx: Ctx, mut fields: Fields) -> Answer {
    let made = match read_paper(&ctx, &mut fields).await {
        Ok(new) => ctx.write(move |tx| assisted::note(tx, new.clone())).await,
        Err(problem) => Err(problem),
    };
    let refusals = match made {
        Ok(id) => return ctx.go_saying(&format!("/writer/papers/{id}"), "requests-said-paper"),
        // Only what stands beside a field is mended in the form; that the holder may not act at all is a page of its own.
        Err(Problem::Refused(refusal)) if refusal.field.is_some() => vec![refusal],
        Err(Problem::Invalid(refusals)) => refusals,
        Err(other) => return Err(other.into()),
    };
    let line = |refusal: &Refusal| context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) };
    let errors = refusals.iter().map(line).collect();
    paper_again(&ctx, &fields, StatusCode::UNPROCESSABLE_ENTITY, errors).await
}

struct Person {
    held: Held,
    drafts: Vec<Draft>,
    filed: Vec<Case>,
    catalog: Arc<Catalog>,
}

/// One citizen's page, with the look written first.
fn person(tx: &mut Tx, id: &Id) -> Result<Person> {
    let holder = assisted::acting(tx)?;
    assisted::must_hold(tx, &holder)?;
    let held = assisted::own(tx, id)?;
    assisted::looked(tx, &held.paper, "", id.as_str())?;
    let (mut drafts, mut filed) = (Vec::new(), Vec::new());
    if held.mandate.holds_on(tx.today()) {
        drafts = store::of_mandate(tx, id)?.into_iter().filter(|draft| draft.held_under().is_some()).collect();
        let deeds = assisted::deeds_of(tx, id, DEEDS)?;
        filed = filed_by(tx, &deeds)?;
    }
    Ok(Person { held, drafts, filed, catalog: procedures::catalog(tx)? })
}

pub async fn paper(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let asked = Id::parse(&id).ok_or(Problem::NotFound)?;
    let person = ctx.write(move |tx| person(tx, &asked)).await?;
    let Person { held: Held { paper, mandate }, drafts, filed, catalog } = &person;
    let title = |id: &str| catalog.find(id).map_or(id.to_owned(), |procedure| procedure.title.text(ctx.lang).to_owned());
    let offered = |id: &&String| catalog.find(id).is_some_and(|procedure| procedure.offered);
    let begin =
        |id: &String| context! { id => id, title => title(id), icon => catalog.find(id).map(|procedure| &procedure.icon) };
    let draft = |draft: &Draft| {
        context! { title => title(&draft.procedure), at => format::moment(draft.updated_at, ctx.lang), url => ctx.url(&format!("/drafts/{}", draft.code)) }
    };
    let model = context! {
        name => paper.name, contact => paper.contact.masked(), holds => mandate.holds_on(ctx.today()), ended => mandate.ended_at.is_some(),
        signed => format::day(mandate.starts_on, ctx.lang), until => format::day(mandate.ends_on, ctx.lang), proof => mandate.proof,
        scan => paper.scan.is_some().then(|| ctx.bare_url(&format!("/writer/papers/{}/scan", paper.id))),
        begin => paper.procedures.iter().filter(offered).map(begin).collect::<Vec<_>>(), action => ctx.url(&format!("/writer/papers/{}/begin", paper.id)),
        drafts => drafts.iter().map(draft).collect::<Vec<_>>(), filed => filed.iter().map(|case| file_row(&ctx, catalog, case)).collect::<Vec<_>>(),
    };
    ctx.page("requests/writer_person.html", model).await
}

pub async fn begin(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let (id, procedure) = (Id::parse(&id).ok_or(Problem::NotFound)?, fields.get("procedure").to_owned());
    let draft = ctx.write(move |tx| draft::begin_under(tx, &id, &procedure)).await?;
    ctx.go(&format!("/drafts/{}", draft.code))
}

/// What was filed, as the holder hands it over: without the PIN, which the citizen alone receives.
pub async fn file(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let (shown, held) = ctx
        .write(move |tx| {
            let (case, held) = own_case(tx, &code)?;
            assisted::looked(tx, &held.paper, &case.procedure, &case.code)?;
            Ok((receipt::of_case(tx, case)?, held))
        })
        .await?;
    let mut model = shown.model(&ctx, Reader::Holder)?;
    model["for_whom"] = Json::String(held.paper.name.clone());
    model["contact"] = Json::String(held.paper.contact.masked());
    ctx.page("requests/receipt.html", model).await
}

/// The signed paper, for its holder.
pub async fn scan(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let paper = ctx
        .write(move |tx| {
            let holder = assisted::acting(tx)?;
            assisted::must_hold(tx, &holder)?;
            let paper = assisted::own(tx, &id)?.paper;
            assisted::looked(tx, &paper, "", id.as_str())?;
            Ok(paper)
        })
        .await?;
    attached(&ctx, &paper).await
}

/// The same for those who handle the file that was made under it.
pub async fn scan_at_the_desk(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let paper = ctx
        .write(move |tx| {
            let case = cases::by_code(tx, &code)?;
            if !cases::author_shown(tx, &case)? {
                return Err(Problem::NotFound);
            }
            let paper = assisted::filed_under(tx, &code)?.ok_or(Problem::NotFound)?;
            tx.look(&case.id, "mandate")?;
            Ok(assisted::held(tx, &paper)?.paper)
        })
        .await?;
    attached(&ctx, &paper).await
}

async fn attached(ctx: &Ctx, paper: &Paper) -> Answer {
    let scan = paper.scan.as_ref().ok_or(Problem::NotFound)?;
    crate::api::attachment(ctx, &scan.blob, &scan.kind, "mandate").await
}
