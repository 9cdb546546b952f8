//! Signing: the papers that wait, each with the very file that will be signed.

use super::panel;
use crate::keys::{self, Kept};
use crate::model::{FIELD, Paper, PaperState, Signed};
use crate::stamp::{self, Stamp};
use crate::{actions, make, store};
use kernel::{Id, Moment, Refusal};
use platform::web::{Path, StatusCode};
use platform::{Actor, Answer, Ctx, Fields, Json, Problem, Result, context};
use signing::Intent;

const DAY_SECS: i64 = 86_400;

pub async fn list(ctx: Ctx) -> Answer {
    page(&ctx, StatusCode::OK, Vec::new()).await
}

async fn page(ctx: &Ctx, status: StatusCode, errors: Vec<Json>) -> Answer {
    let papers = ctx.read(actions::to_sign).await?;
    let row = |(paper, case): &(Paper, cases::Case)| {
        context! {
            row => panel::row(ctx, paper, true), case => case.code, file => ctx.url(&format!("/desk/{}", case.id)),
            due => case.due_at.map(|due| kernel::format::long_day(due.day(), ctx.lang)), awaited => paper.awaited().is_some(),
        }
    };
    let kept = own_key(ctx, papers.first().map(|(_, case)| &case.unit)).await?;
    let ends = kept.as_ref().and_then(|kept| kept.expires_at).map(|at| at.secs_since(ctx.now()) / DAY_SECS);
    let ends = ends.filter(|days| *days <= ctx.app().config().signing.warn_days);
    let device = matches!(kept.as_ref().map(|kept| &kept.place), Some(keys::Place::Card { .. }));
    let model = context! {
        rows => papers.iter().map(row).collect::<Vec<_>>(), errors => errors, key => kept.is_some(), device => device, ends => ends,
    };
    ctx.page_with(status, "documents/sign.html", model).await
}

/// The key that this person would sign with: one's own, else that of the office of the first file that waits.
async fn own_key(ctx: &Ctx, unit: Option<&Id>) -> Result<Option<Kept>> {
    let Some(person) = person(ctx) else { return Ok(None) };
    match unit {
        Some(unit) => keys::of_signer(ctx.app(), &ctx.commune().code, &person, unit).await,
        None => keys::find(ctx.app(), &ctx.commune().code, keys::Holder::Person(person)).await,
    }
}

fn person(ctx: &Ctx) -> Option<Id> {
    match &ctx.actor {
        Actor::Staff { person, .. } => Some(person.clone()),
        _ => None,
    }
}

/// Signs one paper with the person's key, and does what the signature decides.
pub async fn sign(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&text).ok_or(Problem::NotFound)?;
    match signed(&ctx, &id, fields.get("pin")).await {
        Ok(paper) => ctx.go_saying(&format!("/desk/{}", paper.case), said(&paper)),
        Err(Problem::Refused(refusal)) => {
            let errors = vec![context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(&refusal) }];
            page(&ctx, StatusCode::UNPROCESSABLE_ENTITY, errors).await
        }
        Err(other) => Err(other.into()),
    }
}

fn said(paper: &Paper) -> &'static str {
    match (paper.state, paper.stamp) {
        (PaperState::Made, _) => "documents-said-passed-on",
        (_, Some(Stamp::Waiting)) => "documents-said-signed-stamp-later",
        (_, Some(Stamp::Missing)) => "documents-said-signed-no-stamp",
        _ => "documents-said-signed",
    }
}

/// Signs a paper with the key of the acting person. A wrong PIN is counted. Nothing is stored unless the signature, and the
/// former ones, hold.
pub async fn signed(ctx: &Ctx, id: &Id, pin: &str) -> Result<Paper> {
    let person = person(ctx).ok_or(Problem::Forbidden)?;
    ctx.left_of(platform::Allowance::Code, person.as_str())?; // a PIN is short
    let (paper, case) = to_sign(ctx, id).await?;
    let tenant = ctx.commune().code.clone();
    let kept = keys::of_signer(ctx.app(), &tenant, &person, &case.unit).await?.ok_or_else(|| Refusal::new("documents-no-key"))?;
    let from = paper.blob.clone().ok_or(Problem::NotFound)?;
    let work = Work {
        pdf: ctx.file(&from).await?,
        field: paper.field(),
        pin: pin.to_owned(),
        location: ctx.commune().name.fr.clone(),
        now: ctx.now(),
        roots: keys::trusted(ctx.app(), &tenant).await?,
    };
    let config = ctx.app().config().clone();
    let holder = kept.holder.clone();
    let done = tokio::task::spawn_blocking(move || work.done(&config, &kept)).await.map_err(Problem::internal)?;
    if matches!(&done, Err(Problem::Refused(refusal)) if refusal.key == "documents-wrong-pin") {
        let _ = ctx.take_of(platform::Allowance::Code, person.as_str());
    }
    let done = done?;
    let sha256 = make::hash(&done.pdf);
    let blob = ctx.keep_file(done.pdf).await?;
    let signed = Signed { from, blob, sha256, signer: done.signer, stamp: done.stamp };
    let id = id.clone();
    ctx.write(move |tx| {
        keys::note_end(tx, &holder, done.ends)?;
        actions::sign_with(tx, &id, &signed)
    })
    .await
}

async fn to_sign(ctx: &Ctx, id: &Id) -> Result<(Paper, cases::Case)> {
    let id = id.clone();
    ctx.read(move |rx| {
        let paper = store::find(rx, &id)?;
        let case = cases::find(rx, &paper.case)?;
        if paper.state != PaperState::Made && cases::may(rx, &case, cases::SEE)? {
            return Err(Refusal::new("documents-not-to-sign").into());
        }
        if !actions::may_sign(rx, &paper, &case)? {
            return Err(Problem::NotFound);
        }
        Ok((paper, case))
    })
    .await
}

/// One signature to be made, off the threads that answer.
struct Work {
    pdf: Vec<u8>,
    field: String,
    pin: String,
    location: String,
    now: Moment,
    roots: Vec<Vec<u8>>,
}

struct Done {
    pdf: Vec<u8>,
    signer: String,
    stamp: Option<Stamp>,
    ends: Option<Moment>,
}

impl Work {
    /// The device is let go before the time-stamp authority is asked: others sign meanwhile.
    fn done(self, config: &platform::Config, kept: &Kept) -> Result<Done> {
        let intent = Intent { reason: "", location: &self.location, when: self.now.0.as_second() };
        let made = kept.place.with(config, Some(&self.pin), |key| {
            let pdf = stamp::sign(config, &self.pdf, &self.field, &intent, key)?;
            Ok((pdf, signing::signer_name(key).unwrap_or_default(), keys::expires(key, self.now)))
        });
        let (pdf, signer, ends) = made.map_err(|fault| keys::refusal(&fault))?;
        let (pdf, stamp) = stamp::add(config, pdf, &self.field)?;
        if !signing::verify(&pdf, &self.roots).holds() {
            return Err(Refusal::new("documents-key-untrusted").into());
        }
        // A later signature covers this one: its stamp cannot be added any more, and that one's speaks for both.
        let stamp = stamp.map(|stamp| if stamp == Stamp::Waiting && self.field != FIELD { Stamp::Missing } else { stamp });
        Ok(Done { pdf, signer, stamp, ends })
    }
}
