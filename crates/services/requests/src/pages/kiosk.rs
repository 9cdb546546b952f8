//! The kiosk: the same form on a screen that many use. No address names a draft, no page is kept, and whoever leaves leaves nothing.

use super::form::{self, Door};
use super::receipt::{self, Reader};
use super::shown;
use crate::actions::draft;
use crate::store;
use assisted::{DEVICE, IDLE_SECS, Kiosk, TICKET_SECS, VISIT, Visit};
use cases::Channel;
use kernel::{Refusal, format};
use platform::web::{Cookies, Failure, IntoResponse, Path, Response, StatusCode};
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

/// Without scripts a page goes by itself a moment before the visit is over.
const PAGE_SECS: i64 = IDLE_SECS - 10;
/// With scripts the screen asks whether somebody is there, and goes after so many seconds without a touch.
const UNTOUCHED_SECS: i64 = 90;

/// Somebody stands before a kiosk.
struct Stand {
    kiosk: Kiosk,
    visit: Visit,
}

/// What makes a page of a kiosk forget; nothing elsewhere.
pub fn wipe(ctx: &Ctx, at_kiosk: bool) -> Option<Json> {
    at_kiosk.then(|| going(ctx, PAGE_SECS, UNTOUCHED_SECS))
}

fn going(ctx: &Ctx, page: i64, untouched: i64) -> Json {
    context! {
        page => page, untouched => untouched, over => ctx.url("/kiosk/over"), still => ctx.bare_url("/kiosk/still"),
        end => ctx.url("/kiosk/end"),
    }
}

/// No copy of it anywhere: neither in the browser's store nor behind its back button.
fn unkept(answer: Answer) -> Answer {
    let mut response = match answer {
        Ok(response) => response,
        Err(failure) => failure.into_response(),
    };
    response.headers_mut().insert("cache-control", "no-store".parse().map_err(Problem::internal)?);
    Ok(response)
}

async fn device(ctx: &Ctx, cookies: &Cookies) -> Result<Kiosk> {
    let token = cookies.get(DEVICE).ok_or(Problem::NotFound)?.to_owned();
    ctx.read(move |rx| assisted::device(rx, &token)).await
}

/// Who stands there; nobody once the visit is over.
async fn stand(ctx: &Ctx, cookies: &Cookies) -> Result<Option<Stand>> {
    let kiosk = device(ctx, cookies).await?;
    let Some(token) = cookies.get(VISIT).map(str::to_owned) else { return Ok(None) };
    let at = kiosk.clone();
    match ctx.write(move |tx| assisted::visit(tx, &at, &token)).await {
        Ok(visit) => Ok(Some(Stand { kiosk, visit })),
        Err(Problem::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// A page within a visit. One that is over shows that it is, whatever was asked for.
async fn within(ctx: &Ctx, cookies: &Cookies, page: impl AsyncFnOnce(Stand) -> Answer) -> Answer {
    let Some(stand) = stand(ctx, cookies).await? else { return unkept(ctx.go("/kiosk/over")) };
    match page(stand).await {
        // What a visit may not open is no place to stay: there is no address bar to leave it by.
        Err(Failure(Problem::NotFound)) => unkept(ctx.go("/kiosk/over")),
        answer => unkept(answer),
    }
}

/// The first screen: one touch chooses the language and begins.
pub async fn first(ctx: Ctx, cookies: Cookies) -> Answer {
    let kiosk = device(&ctx, &cookies).await?;
    end_visit(&ctx, &cookies).await?;
    let model = context! { name => kiosk.name, site => kiosk.site, kiosk => None::<Json> };
    let mut response = unkept(ctx.page("requests/kiosk_first.html", model).await)?;
    forget(&ctx, &mut response)?;
    Ok(response)
}

async fn end_visit(ctx: &Ctx, cookies: &Cookies) -> Result<()> {
    match cookies.get(VISIT).map(str::to_owned) {
        Some(token) => ctx.write(move |tx| assisted::end_visit(tx, &token)).await,
        None => Ok(()),
    }
}

/// The cookie goes, and with it what the browser keeps of pages.
fn forget(ctx: &Ctx, response: &mut Response) -> Result<()> {
    ctx.take_cookie(response, VISIT)?;
    response.headers_mut().insert("clear-site-data", "\"cache\", \"storage\"".parse().map_err(Problem::internal)?);
    Ok(())
}

pub async fn begin(ctx: Ctx, cookies: Cookies) -> Answer {
    let kiosk = device(&ctx, &cookies).await?;
    let token = ctx.write(move |tx| assisted::begin_visit(tx, &kiosk)).await?;
    // Whoever signed in on this browser is signed in no more.
    let mut response = unkept(ctx.sign_out("/kiosk/procedures"))?;
    ctx.give_cookie(&mut response, VISIT, &token, None)?;
    Ok(response)
}

pub async fn procedures(ctx: Ctx, cookies: Cookies) -> Answer {
    within(&ctx, &cookies, async |stand| {
        let open = ctx.read(move |rx| assisted::open_on(rx, &stand.kiosk)).await?;
        let rows: Vec<Json> = open.iter().map(|procedure| shown::row(&ctx, procedure, "/kiosk/procedures")).collect();
        ctx.page("requests/kiosk_procedures.html", context! { rows => rows, kiosk => wipe(&ctx, true) }).await
    })
    .await
}

fn offered(rx: &mut Tx, kiosk: &Kiosk, id: &str) -> Result<std::sync::Arc<procedures::Procedure>> {
    assisted::open_on(rx, kiosk)?.into_iter().find(|procedure| procedure.id == id).ok_or(Problem::NotFound)
}

pub async fn procedure(ctx: Ctx, cookies: Cookies, Path(id): Path<String>) -> Answer {
    within(&ctx, &cookies, async |stand| {
        let (catalog, procedure) = ctx.read(move |rx| Ok((procedures::catalog(rx)?, offered(rx, &stand.kiosk, &id)?))).await?;
        let model = context! {
            sheet => shown::sheet(&ctx, &catalog, &procedure), action => ctx.url(&format!("/kiosk/procedures/{}", procedure.id)),
            kiosk => wipe(&ctx, true),
        };
        ctx.page("requests/kiosk_procedure.html", model).await
    })
    .await
}

pub async fn begin_draft(ctx: Ctx, cookies: Cookies, Path(id): Path<String>) -> Answer {
    within(&ctx, &cookies, async |stand| {
        let lang = ctx.lang;
        let body = move |tx: &mut Tx| {
            offered(tx, &stand.kiosk, &id)?;
            let draft = draft::begin(tx, &id, Channel::Kiosk, lang)?;
            assisted::keep_visit(tx, &Visit { draft: Some(draft.id), ..stand.visit.clone() })
        };
        ctx.write(body).await?;
        ctx.go("/kiosk/form")
    })
    .await
}

pub async fn resume_page(ctx: Ctx, cookies: Cookies) -> Answer {
    within(&ctx, &cookies, async |_| resume_again(&ctx, StatusCode::OK, Vec::new()).await).await
}

async fn resume_again(ctx: &Ctx, status: StatusCode, errors: Vec<Json>) -> Answer {
    ctx.page_with(status, "requests/kiosk_resume.html", context! { errors => errors, kiosk => wipe(ctx, true) }).await
}

/// Goes on with a draft that was begun elsewhere, or here before. What a holder of a mandate writes stays with him.
pub async fn resume(ctx: Ctx, cookies: Cookies, fields: Fields) -> Answer {
    within(&ctx, &cookies, async |stand| {
        ctx.left(Allowance::Code)?;
        let code = fields.get("code").to_owned();
        let body = move |tx: &mut Tx| {
            let draft = draft::find(tx, &code)?;
            if draft.filed.is_some() || draft.held_under().is_some() {
                return Err(Problem::NotFound);
            }
            offered(tx, &stand.kiosk, &draft.procedure)?;
            assisted::keep_visit(tx, &Visit { draft: Some(draft.id), ..stand.visit.clone() })
        };
        match ctx.write(body).await {
            Ok(()) => ctx.go("/kiosk/form"),
            Err(Problem::NotFound) => {
                ctx.take(Allowance::Code)?;
                let refusal = Refusal::new("requests-no-such-draft").at("code");
                let errors = vec![context! { name => "code", text => ctx.sentence(&refusal) }];
                resume_again(&ctx, StatusCode::UNPROCESSABLE_ENTITY, errors).await
            }
            Err(other) => Err(other.into()),
        }
    })
    .await
}

/// The code of the draft that the visit names.
async fn code(ctx: &Ctx, stand: &Stand) -> Result<Option<String>> {
    match stand.visit.draft.clone() {
        Some(draft) => ctx.read(move |rx| Ok(Some(store::by_id(rx, &draft)?.code))).await,
        None => Ok(None),
    }
}

pub async fn form(ctx: Ctx, cookies: Cookies) -> Answer {
    within(&ctx, &cookies, async |stand| match code(&ctx, &stand).await? {
        Some(code) => form::go_on_at(&ctx, &code, Door::Kiosk).await,
        None => ctx.go("/kiosk/procedures"),
    })
    .await
}

pub async fn form_page(ctx: Ctx, cookies: Cookies, Path(page): Path<String>) -> Answer {
    within(&ctx, &cookies, async |stand| match code(&ctx, &stand).await? {
        Some(code) => form::show_at(&ctx, &code, &page, Door::Kiosk).await,
        None => ctx.go("/kiosk/procedures"),
    })
    .await
}

pub async fn save(ctx: Ctx, cookies: Cookies, Path(page): Path<String>, fields: Fields) -> Answer {
    within(&ctx, &cookies, async |stand| match code(&ctx, &stand).await? {
        Some(code) => form::save_at(&ctx, &code, &page, fields, Door::Kiosk).await,
        None => ctx.go("/kiosk/procedures"),
    })
    .await
}

/// The printed ticket, and the end: the screen forgets by itself.
pub async fn ticket(ctx: Ctx, cookies: Cookies) -> Answer {
    within(&ctx, &cookies, async |stand| {
        let draft = stand.visit.draft.clone().ok_or(Problem::NotFound)?;
        let shown = ctx
            .read(move |rx| {
                let case = store::by_id(rx, &draft)?.filed.ok_or(Problem::NotFound)?;
                let case = cases::find(rx, &case)?;
                receipt::of_case(rx, case)
            })
            .await?;
        let follow = ctx.full_url(&ctx.url(shown.link()));
        let model = context! {
            receipt => shown.model(&ctx, Reader::Author)?, follow => receipt::qr(&follow)?, kiosk => going(&ctx, TICKET_SECS, TICKET_SECS),
            now => format::moment(ctx.now(), ctx.lang),
        };
        ctx.page("requests/kiosk_ticket.html", model).await
    })
    .await
}

/// The person goes.
pub async fn end(ctx: Ctx, cookies: Cookies) -> Answer {
    gone(&ctx, &cookies, ctx.go("/kiosk")).await
}

/// Nobody was there any more, or the person went: this screen knows nothing of it.
pub async fn over(ctx: Ctx, cookies: Cookies) -> Answer {
    device(&ctx, &cookies).await?;
    let page = ctx.page("requests/kiosk_over.html", context! { first => ctx.url("/kiosk"), kiosk => None::<Json> }).await;
    gone(&ctx, &cookies, page).await
}

async fn gone(ctx: &Ctx, cookies: &Cookies, answer: Answer) -> Answer {
    end_visit(ctx, cookies).await?;
    let mut response = unkept(answer)?;
    forget(ctx, &mut response)?;
    Ok(response)
}

/// A touch on the screen between two pages.
pub async fn still(ctx: Ctx, cookies: Cookies) -> Answer {
    let there = stand(&ctx, &cookies).await?.is_some();
    unkept(ctx.json(context! { there => there }))
}
