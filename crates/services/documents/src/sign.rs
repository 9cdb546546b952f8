//! One signature: the key is opened for it under the PIN, the result is verified, and only then is it tied to the paper.

use crate::keys::{self, Kept, tries};
use crate::model::{FIELD, Paper, PaperState, Signed};
use crate::stamp::{self, Stamp};
use crate::{actions, make, store};
use kernel::{Id, Moment, Refusal};
use platform::{Actor, Ctx, Problem, Result};
use signing::Intent;

/// The person behind the account that acts.
pub fn person(ctx: &Ctx) -> Option<Id> {
    match &ctx.actor {
        Actor::Staff { person, .. } => Some(person.clone()),
        _ => None,
    }
}

/// Signs a paper with the key of the acting person. A wrong PIN is counted. Nothing is stored unless the signature, and the
/// former ones, hold.
///
/// # Errors
/// What hinders the paper, the key or the PIN, as a sentence.
pub async fn sign(ctx: &Ctx, id: &Id, pin: &str) -> Result<Paper> {
    let person = person(ctx).ok_or(Problem::Forbidden)?;
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
    let holder = kept.holder.clone();
    let done = tried(ctx, id, kept, work).await?;
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

/// Why this person cannot sign this paper now, before a PIN is asked for.
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
        if actions::unpaid(rx, &paper, &case)?.is_some() {
            return Err(Refusal::new("documents-unpaid").into());
        }
        Ok((paper, case))
    })
    .await
}

/// Takes a try, makes the signature, and settles the try by what came of it.
async fn tried(ctx: &Ctx, id: &Id, kept: Kept, work: Work) -> Result<Done> {
    let (config, holder, id) = (ctx.app().config().clone(), kept.holder.clone(), id.clone());
    let most = config.signing.wrong_pins;
    let taken = holder.clone();
    ctx.write(move |tx| tries::take(tx, &taken, most)).await?;
    let done = tokio::task::spawn_blocking(move || work.done(&config, &kept)).await.map_err(Problem::internal)?;
    match done {
        Ok(done) => {
            ctx.write(move |tx| tries::right(tx, &holder)).await?;
            Ok(done)
        }
        Err(problem) if is_wrong_pin(&problem) => Err(ctx.write(move |tx| tries::wrong(tx, &holder, &id, most)).await?),
        Err(problem) => {
            ctx.write(move |tx| tries::give_back(tx, &holder)).await?;
            Err(problem)
        }
    }
}

fn is_wrong_pin(problem: &Problem) -> bool {
    matches!(problem, Problem::Refused(refusal) if refusal.key == "documents-wrong-pin")
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
