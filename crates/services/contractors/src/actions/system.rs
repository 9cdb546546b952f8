//! A contractor's own system, spoken to by Open311: an order goes over once, its news come back, and what the service says goes
//! over again. Every call is an effect; what came of it is written afterwards.

use super::deliver::{Travel, arrived, failed, given_up};
use super::{clean, orders as act};
use crate::model::{Delivery, Given, NewProof, Order, ProofSide, Step, Way};
use crate::rules;
use crate::store::{contracts, orders};
use cases::FileRole;
use georeport::{Endpoint, Failure, Format, NewRequest, NewUpdate, Photo, Reach, Sent, Trouble, Update};
use kernel::{Id, Moment, Refusal};
use platform::{Ctx, Job, Problem, Result, Tx};
use serde::{Deserialize, Serialize};

/// The effects that send an order, ask for news, and tell what the service said.
pub const SEND: &str = "contractors.send_to_system";
pub const ASK: &str = "contractors.ask_system";
pub const TELL: &str = "contractors.tell_system";
/// Orders whose news are asked for in one call.
const AT_ONCE: i64 = 200;
/// How far one call for news reaches behind the last: their clock is not ours.
const OVERLAP_SECS: i64 = 600;
const PHOTOS_MOST: usize = 2;
/// A number that is still to come is asked for again after so long.
const TOKEN_SECS: i64 = 120;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Of {
    contract: Id,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Tell {
    order: Id,
    step: String,
}

fn endpoint(tx: &mut Tx, contract: &Id, reach: Reach) -> Result<Option<Endpoint>> {
    let system = contracts::find(tx, contract)?.system;
    let point = |system: crate::model::System| Endpoint {
        url: system.url,
        jurisdiction: system.jurisdiction,
        key: system.key,
        format: Format::Json,
        reach,
    };
    Ok(system.map(point))
}

/// A call waits for the network: on a thread of its own.
async fn call<T: Send + 'static>(
    call: impl FnOnce() -> std::result::Result<T, Failure> + Send + 'static,
) -> Result<std::result::Result<T, Failure>> {
    tokio::task::spawn_blocking(call).await.map_err(Problem::internal)
}

struct Ready {
    endpoint: Endpoint,
    new: NewRequest,
    /// Since when earlier tries may have been taken.
    tried: Option<Moment>,
    token: Option<String>,
    photos: Vec<String>,
}

/// Sends one order. That a try begins is written before it is made: a try whose answer was lost is looked for, not repeated.
pub async fn send(ctx: Ctx, job: Job) -> Result<()> {
    let travel: Travel = job.payload()?;
    let reach = Reach::of(ctx.app().config());
    let id = travel.order.clone();
    let Some(mut ready) = ctx.write(move |tx| prepare(tx, &id, reach)).await? else { return Ok(()) };
    for blob in &ready.photos {
        let content = ctx.file(blob).await?;
        ready.new.photos.push(Photo { name: "photo.jpg".into(), kind: "image/jpeg".into(), content });
    }
    let Ready { endpoint, new, tried, token, .. } = ready;
    let answer = call(move || match token {
        Some(token) => georeport::token(&endpoint, &token),
        None => georeport::send(&endpoint, &new, tried),
    })
    .await?;
    ctx.write(move |tx| sent(tx, &travel.order, answer.clone())).await
}

fn prepare(tx: &mut Tx, id: &Id, reach: Reach) -> Result<Option<Ready>> {
    let mut order = orders::find(tx, id)?;
    let waits = matches!(order.sent.delivery, Delivery::Waiting | Delivery::Failed);
    if !order.is_open() || !waits || order.sent.way != Way::Open311 {
        return Ok(None);
    }
    let Some(endpoint) = endpoint(tx, &order.contract, reach)? else {
        given_up(tx, order, Refusal::new("contractors-needs-system"))?;
        return Ok(None);
    };
    let case = cases::find(tx, &order.case_id)?;
    tx.look(&case.id, "order")?;
    let sealed = cases::unseal(tx, &case)?;
    let terms = contracts::find(tx, &order.contract)?.terms;
    let photos = cases::files::of(tx, &case.id)?.into_iter().filter(|file| file.role == FileRole::Photo);
    let new = NewRequest {
        key: order.id.to_string(),
        reference: order.code.clone(),
        service: terms.services.get(&order.category).unwrap_or(&order.category).clone(),
        point: order.place.point,
        address: Some(sealed.place_words).filter(|words| !words.is_empty()),
        address_id: order.place.asset.clone(),
        words: sealed.words,
        ..NewRequest::default()
    };
    let tried = order.sent.tried_at;
    order.sent.attempts += 1;
    order.sent.tried_at = tried.or(Some(tx.now()));
    let token = order.sent.token.clone();
    orders::update(tx, &order)?;
    Ok(Some(Ready { endpoint, new, tried, token, photos: photos.take(PHOTOS_MOST).map(|file| file.blob).collect() }))
}

/// What came of a try.
fn sent(tx: &mut Tx, id: &Id, answer: std::result::Result<Sent, Failure>) -> Result<()> {
    let mut order = orders::find(tx, id)?;
    if !matches!(order.sent.delivery, Delivery::Waiting | Delivery::Failed) {
        return Ok(());
    }
    match answer {
        Ok(Sent::Numbered { id: number, .. }) => {
            // A number that another order has already is not this one's.
            if orders::by_outside(tx, &order.contract, &number)?.is_some_and(|other| other.id != order.id) {
                return given_up(tx, order, Refusal::new("contractors-trouble-taken").with("number", &number));
            }
            (order.sent.outside, order.sent.token) = (Some(number), None);
            arrived(tx, order)
        }
        Ok(Sent::Waiting { token, .. }) => {
            (order.sent.token, order.sent.delivery) = (Some(token), Delivery::Waiting);
            orders::update(tx, &order)?;
            let at = tx.now().plus_secs(TOKEN_SECS * order.sent.attempts);
            tx.job_at(SEND, &Travel { order: order.id.clone() }, at)
        }
        Err(failure) if failure.again() => failed(tx, order, failure.refusal()),
        Err(failure) => given_up(tx, order, failure.refusal()),
    }
}

/// Each hour: the systems that have open orders of ours are asked for news.
pub fn ask_all(tx: &mut Tx) -> Result<()> {
    for contract in contracts::all(tx)?.iter().filter(|contract| contract.system.is_some()) {
        if !orders::known_outside(tx, &contract.id, 1)?.is_empty() {
            tx.job(ASK, &Of { contract: contract.id.clone() })?;
        }
    }
    Ok(())
}

/// Asks one system. Where it does not know the extension of updates, its requests are read one by one.
pub async fn ask(ctx: Ctx, job: Job) -> Result<()> {
    let of: Of = job.payload()?;
    let reach = Reach::of(ctx.app().config());
    let id = of.contract.clone();
    let (endpoint, known, since) = ctx
        .read(move |rx| {
            let known = orders::known_outside(rx, &id, AT_ONCE)?;
            let since = contracts::asked_until(rx, &id)?.or(known.iter().map(|order| order.given_at).min());
            Ok((endpoint(rx, &id, reach)?, known, since))
        })
        .await?;
    let (Some(endpoint), Some(since)) = (endpoint, since) else { return Ok(()) };
    let (until, numbers) = (ctx.now(), known.iter().filter_map(|order| order.sent.outside.clone()).collect::<Vec<_>>());
    let from = since.plus_secs(-OVERLAP_SECS);
    let asked = endpoint.clone();
    let answer = call(move || match georeport::updates(&asked, from, until) {
        Err(failure) if matches!(failure.trouble, Trouble::Absent | Trouble::Page) => standing(&asked, &numbers),
        other => other,
    })
    .await?;
    let updates = answer.map_err(|failure| Problem::Unavailable(format!("{}: {}", failure.trouble, failure.detail)))?;
    for update in
        updates.into_iter().filter(|update| known.iter().any(|order| order.sent.outside.as_ref() == Some(&update.request)))
    {
        let photo = picture(&ctx, &endpoint, &update).await;
        let contract = of.contract.clone();
        ctx.write(move |tx| heard(tx, &contract, &update, photo.clone())).await?;
    }
    ctx.write(move |tx| contracts::ask_again_from(tx, &of.contract, until)).await
}

/// How the requests stand, as if it had just been told.
fn standing(endpoint: &Endpoint, numbers: &[String]) -> std::result::Result<Vec<Update>, Failure> {
    let told = |request: georeport::Request| {
        let status = request.status.map(|status| status.as_str().to_uppercase()).unwrap_or_default();
        let at = request.updated.or(request.requested);
        Update {
            id: format!("{}/{status}", request.id),
            request: request.id,
            status,
            at,
            words: request.status_notes,
            media_url: None,
        }
    };
    Ok(georeport::requests(endpoint, numbers)?.into_iter().map(told).collect())
}

/// The photograph that an update names. One that cannot be fetched is told without it.
async fn picture(ctx: &Ctx, endpoint: &Endpoint, update: &Update) -> Option<NewProof> {
    let address = update.media_url.clone()?;
    let asked = endpoint.clone();
    let content = call(move || georeport::document(&asked, &address)).await.ok()?.ok()?;
    let photo = photos::take(ctx, content).await.ok()?;
    let (point, taken_at) = (photo.taken_at, photo.taken_on);
    Some(NewProof { side: ProofSide::After, blob: photo.blob, thumb: photo.thumb, kind: photo.kind, point, taken_at })
}

/// What the contractor's system says is what the contractor says: a word that does not follow from where the order stands is
/// kept, and changes nothing.
fn heard(tx: &mut Tx, contract: &Id, update: &Update, photo: Option<NewProof>) -> Result<()> {
    let Some(order) = orders::by_outside(tx, contract, &update.request)? else { return Ok(()) };
    if !contracts::hear(tx, contract, &update.id, &order.id, &update.status)? {
        return Ok(());
    }
    let Some(step) = rules::step_of(&update.status, order.state) else { return Ok(()) };
    let words: String = update.words.clone().unwrap_or_default().chars().take(super::WORDS_MOST).collect();
    let words = if words.trim().is_empty() { update.status.clone() } else { words };
    let given = Given { words: clean(&words)?, proofs: photo.into_iter().collect(), ..Given::default() };
    act::told(tx, &order.id, step, &given)
}

/// What the service, or the author, said goes over to a system that knows the order.
pub fn pass_on(tx: &mut Tx, order: &Order, step: Step) -> Result<()> {
    if order.sent.way != Way::Open311 || order.sent.outside.is_none() || rules::status_of(step).is_none() {
        return Ok(());
    }
    tx.job(TELL, &Tell { order: order.id.clone(), step: step.as_str().to_owned() })
}

/// Tells it. The same update again changes nothing there, so that the job may run as often as it must.
pub async fn tell(ctx: Ctx, job: Job) -> Result<()> {
    let wanted: Tell = job.payload()?;
    let reach = Reach::of(ctx.app().config());
    let Some(status) = Step::parse(&wanted.step).and_then(rules::status_of) else { return Ok(()) };
    let id = wanted.order.clone();
    let (order, endpoint, place, words) = ctx
        .read(move |rx| {
            let order = orders::find(rx, &id)?;
            let steps = orders::steps(rx, &order)?;
            let place = steps.iter().rposition(|entry| entry.step.as_str() == wanted.step).unwrap_or_default();
            let said = steps.get(place).and_then(|entry| entry.words.clone()).unwrap_or_default();
            let words = if said.is_empty() {
                let lang = contracts::find(rx, &order.contract)?.terms.speaks();
                platform::text(rx, lang, &format!("contractors-step-{}", wanted.step.replace('_', "-")), &[])?
            } else {
                said
            };
            let endpoint = endpoint(rx, &order.contract, reach)?;
            Ok((order, endpoint, place, words))
        })
        .await?;
    let (Some(endpoint), Some(request)) = (endpoint, order.sent.outside.clone()) else { return Ok(()) };
    let update = NewUpdate {
        id: format!("{}-{place}", order.id),
        request,
        status: status.to_owned(),
        at: ctx.now(),
        words,
        first_name: None,
        last_name: None,
        email: None,
        phone: None,
        media_url: None,
    };
    match call(move || georeport::post_update(&endpoint, &update)).await? {
        Ok(_) => Ok(()),
        // They take no updates: the order's own page says it.
        Err(failure) if !failure.again() && !failure.unsure => Ok(()),
        Err(failure) => Err(Problem::Unavailable(failure.detail)),
    }
}
