//! The service's look at its contractors: proofs and refusals that wait, what could not be delivered, drafts, contracts.

use super::order::{self, Shown};
use super::work::{lines, row};
use super::{id, status, typed};
use crate::actions::{deliver, orders as act, reach};
use crate::model::{Order, PenaltyState, Step};
use crate::store::orders::Which;
use crate::store::{contracts, orders, penalties};
use crate::{FOLLOW, SIGN, rules};
use kernel::{Id, Refusal, format};
use platform::web::{FieldError, Path};
use platform::{Answer, Ctx, Fields, Problem, Result, Tx, Waits, context};

const LIST: &str = "contractors/desk.html";
const ONE: &str = "contractors/desk_order.html";
/// What one page lists of each kind.
const MOST: i64 = 60;

/// What waits for the service, in the menu.
pub fn waiting(rx: &mut Tx) -> Result<Waits> {
    let units = reach::units(rx, FOLLOW)?;
    Ok(Waits::asked(orders::counting(rx, Which::Look, &units).into_iter().chain(penalties::contested(rx, &units))))
}

pub async fn list(ctx: Ctx) -> Answer {
    let found = ctx
        .read(|rx| {
            let units = reach::units(rx, FOLLOW)?;
            let look = orders::list(rx, Which::Look, &units, None, MOST)?;
            let work = orders::list(rx, Which::Work, &units, None, MOST)?;
            let drafts = penalties::in_state(rx, PenaltyState::Draft, &units, MOST)?;
            let contested = penalties::in_state(rx, PenaltyState::Contested, &units, MOST)?;
            let mut agreed = Vec::new();
            for contract in contracts::all(rx)?.iter().filter(|contract| units.contains(&contract.unit)) {
                let open = Waits::asked(orders::counting(rx, Which::Open, std::slice::from_ref(&contract.unit))).count(rx)?;
                agreed.push((contract.clone(), units::find(rx, &contract.unit)?.name, open));
            }
            Ok(((lines(rx, look)?, lines(rx, work)?), (drafts, contested), agreed))
        })
        .await?;
    let ((look, work), (drafts, contested), agreed) = found;
    let today = ctx.today();
    let contract = |(contract, unit, open): &(crate::Contract, kernel::Label, i64)| {
        let runs = contract.starts_on <= today && contract.ends_on.is_none_or(|end| today <= end);
        context! { title => contract.terms.title.text(ctx.lang), reference => contract.terms.reference, unit => unit.text(ctx.lang), open => open, runs => runs,
        url => ctx.url(&format!("/desk/contractors/contracts/{}", contract.id)) }
    };
    let base = "/desk/contractors/orders";
    let model = context! {
        look => look.iter().map(|line| row(&ctx, line, base)).collect::<Vec<_>>(), work => work.iter().map(|line| row(&ctx, line, base)).collect::<Vec<_>>(),
        drafts => drafts.iter().map(|one| super::penalties::row(&ctx, one)).collect::<Vec<_>>(),
        contested => contested.iter().map(|one| super::penalties::row(&ctx, one)).collect::<Vec<_>>(),
        contracts => agreed.iter().map(contract).collect::<Vec<_>>(), new => ctx.may(SIGN).then(|| ctx.url("/desk/contractors/contracts/new")),
    };
    ctx.page(LIST, model).await
}

fn reached(tx: &mut Tx, id: &Id) -> Result<Order> {
    let order = orders::find(tx, id)?;
    reach::must(tx, FOLLOW, &order.unit)?;
    Ok(order)
}

async fn again(ctx: &Ctx, id: Id, fields: &Fields, errors: Vec<FieldError>) -> Answer {
    let asked = id.clone();
    let shown: Shown = ctx
        .write(move |tx| {
            let order = reached(tx, &asked)?;
            order::load(tx, order)
        })
        .await?;
    let can = |step: Step| rules::follow(shown.order.state, step).is_ok();
    let model = context! {
        order => order::view(ctx, &shown, &format!("/desk/contractors/orders/{id}/photos")), errors => errors, typed => typed(fields),
        proved => can(Step::Approve), refused => can(Step::TakeBack), base => ctx.url(&format!("/desk/contractors/orders/{id}")),
        case => ctx.url(&format!("/desk/{}", shown.order.case_id)), claimed => shown.order.claimed_at.map(|at| format::moment(at, ctx.lang)),
    };
    ctx.page_with(status(&errors), ONE, model).await
}

pub async fn one(ctx: Ctx, Path(text): Path<String>) -> Answer {
    again(&ctx, id(&text)?, &Fields::default(), Vec::new()).await
}

pub async fn photo(ctx: Ctx, Path((text, file)): Path<(String, String)>) -> Answer {
    let asked = id(&text)?;
    let order = ctx.read(move |rx| reached(rx, &asked)).await?;
    order::picture(&ctx, order, id(&file)?).await
}

/// Only what is the service's to say.
fn step(fields: &Fields) -> Result<Step> {
    let step = Step::parse(fields.get("step"));
    let own = step.filter(|step| matches!(step, Step::Approve | Step::Reject | Step::TakeBack | Step::Insist));
    own.ok_or_else(|| Refusal::new("contractors-not-from-here").at("step").into())
}

pub async fn judge(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let (id, words) = (id(&text)?, fields.get("words").to_owned());
    let done = match step(&fields) {
        Ok(step) => {
            let asked = id.clone();
            ctx.write(move |tx| {
                let order = reached(tx, &asked)?;
                act::judge(tx, &order.id, step, &words).map(drop)
            })
            .await
        }
        Err(problem) => Err(problem),
    };
    finish(&ctx, id, done, &fields, "contractors-said-noted").await
}

pub async fn deliver_again(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let asked = id.clone();
    let done = ctx.write(move |tx| deliver::again(tx, &asked)).await;
    finish(&ctx, id, done, &fields, "contractors-said-again").await
}

async fn finish(ctx: &Ctx, id: Id, done: Result<(), Problem>, fields: &Fields, said: &str) -> Answer {
    match done {
        Ok(()) => ctx.go_saying(&format!("/desk/contractors/orders/{id}"), said),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            again(ctx, id, fields, errors).await
        }
    }
}
