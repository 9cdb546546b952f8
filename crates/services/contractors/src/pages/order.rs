//! One order on a page: the same facts for the contractor, for the service, and for who reported it.

use crate::actions::orders::PROOFS_MOST;
use crate::model::{Delivery, Doubt, Entry, NewProof, Order, OrderState, Penalty, Proof, ProofSide, Step};
use crate::rules;
use crate::store::{contracts, orders, penalties};
use cases::{CaseFile, FileRole};
use kernel::{Id, Label, Moment, Point, format};
use platform::web::IntoResponse;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::Procedure;
use std::sync::Arc;

/// An order with what is shown of it. Never the author of the case.
pub struct Shown {
    pub order: Order,
    pub procedure: Arc<Procedure>,
    pub contract: Label,
    pub unit: Label,
    pub place: Option<Label>,
    pub words: String,
    pub place_words: String,
    pub photos: Vec<CaseFile>,
    pub proofs: Vec<Proof>,
    pub steps: Vec<Entry>,
    pub penalties: Vec<Penalty>,
    pub due: Option<Moment>,
}

/// Loads an order for who works on it, or looks at the work. The look is written in the same commit, and told to the person.
pub fn load(tx: &mut Tx, order: Order) -> Result<Shown> {
    let case = cases::find(tx, &order.case_id)?;
    if let Some(person) = &case.person {
        people::looked(tx, person, people::What::Case, &case.code, people::Why::Handling)?;
    }
    load_own(tx, order)
}

/// The same for who reported it.
pub fn load_own(tx: &mut Tx, order: Order) -> Result<Shown> {
    let case = cases::find(tx, &order.case_id)?;
    tx.look(&case.id, "order")?;
    let sealed = cases::unseal(tx, &case)?;
    let contract = contracts::find(tx, &order.contract)?;
    let quarter = order.place.quarter.clone().map(|id| places::quarter(tx, &id).map(|quarter| quarter.name)).transpose()?;
    let area = order.place.area.clone().map(|area| places::area_name(tx, &area)).transpose()?;
    let rule = rules::rule_for(&contract.terms, &order.category);
    Ok(Shown {
        procedure: cases::pinned(tx, &case.procedure_pin)?,
        unit: units::find(tx, &order.unit)?.name,
        place: quarter.or(area),
        words: sealed.words,
        place_words: sealed.place_words,
        photos: cases::files::of(tx, &case.id)?.into_iter().filter(|file| file.role == FileRole::Photo).collect(),
        proofs: orders::proofs(tx, &order.id)?,
        steps: orders::steps(tx, &order)?,
        penalties: penalties::of_order(tx, &order.id)?,
        due: rule.zip(order.reached_at).map(|(rule, reached)| rules::first_penalty(rule, reached)),
        contract: contract.terms.title,
        order,
    })
}

/// How a state looks.
pub fn kind(state: OrderState) -> &'static str {
    match state {
        OrderState::Given => "river",
        OrderState::Accepted | OrderState::Planned | OrderState::Proved => "future",
        OrderState::Refused => "alarm",
        OrderState::Done => "forest",
        OrderState::Returned | OrderState::Withdrawn => "",
    }
}

pub fn pill(ctx: &Ctx, order: &Order) -> Json {
    context! { kind => kind(order.state), text => ctx.text(&format!("contractors-state-{}", order.state), &[]) }
}

/// By when an order is due, and whether it is late.
pub fn due(ctx: &Ctx, order: &Order, due: Option<Moment>) -> Option<Json> {
    due.map(|due| context! { text => format::moment(due, ctx.lang), late => rules::is_late(order, due, ctx.now()) })
}

/// The steps that follow for the contractor.
fn open_to_contractor(state: OrderState) -> Vec<&'static str> {
    [Step::Accept, Step::Plan, Step::Prove, Step::Refuse]
        .into_iter()
        .filter(|step| rules::follow(state, *step).is_ok())
        .map(|step| step.as_str())
        .collect()
}

/// The model of the page. `photos` is the address under which its pictures are found.
pub fn view(ctx: &Ctx, shown: &Shown, photos: &str) -> Json {
    let Shown { order, .. } = shown;
    let picture = |id: &Id, alt: &str| {
        let url = ctx.bare_url(&format!("{photos}/{id}"));
        context! { thumb => format!("{url}?thumb=1"), url => url, alt => ctx.text(alt, &[]) }
    };
    let degrees = |of: fn(Point) -> f64| order.place.point.map(|point| format!("{:.5}", of(point)));
    context! {
        id => order.id, code => order.code, title => shown.procedure.title, icon => shown.procedure.icon, contract => shown.contract, unit => shown.unit,
        pill => pill(ctx, order), state => order.state, open => order.is_open(), place => shown.place, words => shown.words,
        place_words => shown.place_words, lat => degrees(Point::lat), lon => degrees(Point::lon), asset => order.place.asset,
        photos => shown.photos.iter().map(|file| picture(&file.id, "contractors-photo-of-report")).collect::<Vec<_>>(),
        proofs => shown.proofs.iter().map(|proof| proof_row(ctx, proof, picture(&proof.id, side_alt(proof.side)))).collect::<Vec<_>>(),
        steps => shown.steps.iter().map(|entry| step_row(ctx, entry)).collect::<Vec<_>>(),
        given => format::moment(order.given_at, ctx.lang), due => due(ctx, order, shown.due),
        planned => order.planned_on.map(|day| format::long_day(day, ctx.lang)), can => open_to_contractor(order.state), most => PROOFS_MOST,
        delivery => context! { way => order.sent.way, state => order.sent.delivery, dead => order.sent.delivery == Delivery::Dead, attempts => order.sent.attempts,
            trouble => order.sent.trouble.as_ref().map(|trouble| ctx.sentence(trouble)), next => order.sent.next_at.map(|at| format::moment(at, ctx.lang)) },
        penalties => shown.penalties.iter().map(|penalty| super::penalties::row(ctx, penalty)).collect::<Vec<_>>(),
    }
}

fn side_alt(side: ProofSide) -> &'static str {
    match side {
        ProofSide::Before => "contractors-photo-before",
        ProofSide::After => "contractors-photo-after",
    }
}

fn proof_row(ctx: &Ctx, proof: &Proof, picture: Json) -> Json {
    let doubt = |doubt: &Doubt| ctx.text(&format!("contractors-doubt-{}", doubt.as_str().replace('_', "-")), &[]);
    context! {
        picture, side => proof.side, at => format::moment(proof.at, ctx.lang), taken => proof.taken_at.map(|at| format::moment(at, ctx.lang)),
        doubts => proof.doubts.iter().map(doubt).collect::<Vec<_>>(),
    }
}

fn step_row(ctx: &Ctx, entry: &Entry) -> Json {
    let key = format!("contractors-step-{}", entry.step.as_str().replace('_', "-"));
    context! { text => ctx.text(&key, &[]), at => format::moment(entry.at, ctx.lang), words => entry.words }
}

/// Photographs of a form, with where and when they were taken: as the camera says, else as the telephone did.
pub async fn proofs(ctx: &Ctx, fields: &Fields) -> Result<Vec<NewProof>> {
    let here = Point::parse(fields.get("lat"), fields.get("lon"));
    let mut proofs = Vec::new();
    for (name, side) in [("before", ProofSide::Before), ("after", ProofSide::After)] {
        for upload in fields.files.iter().filter(|upload| upload.field == name).take(PROOFS_MOST / 2) {
            let photo = photos::take(ctx, upload.content.clone()).await.map_err(|problem| at_side(problem, name))?;
            let (point, taken_at) = (photo.taken_at.or(here), photo.taken_on);
            proofs.push(NewProof { side, blob: photo.blob, thumb: photo.thumb, kind: photo.kind, point, taken_at });
        }
    }
    Ok(proofs)
}

/// A picture that cannot be read is said at the field where it was chosen.
fn at_side(problem: Problem, name: &str) -> Problem {
    match problem {
        Problem::Refused(refusal) => Problem::Refused(refusal.at(name)),
        other => other,
    }
}

/// A picture of an order: of the report, or of its proofs. The caller has checked that the order may be seen.
pub async fn picture(ctx: &Ctx, order: Order, id: Id) -> Answer {
    let small = ctx.query().ticked("thumb");
    let blob = ctx
        .read(move |rx| {
            let proof = orders::proofs(rx, &order.id)?.into_iter().find(|proof| proof.id == id);
            if let Some(proof) = proof {
                return Ok(if small { proof.thumb } else { proof.blob });
            }
            let file = cases::files::find(rx, &id)?;
            let shown = file.case_id == order.case_id && file.role == FileRole::Photo;
            if shown { Ok(if small { file.thumb } else { file.blob }) } else { Err(Problem::NotFound) }
        })
        .await?;
    let content = ctx.file(&blob).await?;
    Ok(([("content-type", "image/jpeg"), ("cache-control", "private, max-age=3600")], content).into_response())
}
