//! A penalty: what it rests on, signed or dropped, and the answer to what the contractor says.

use super::{id, status, typed};
use crate::actions::{penalties as act, reach};
use crate::model::{Penalty, PenaltyRule, PenaltyState};
use crate::store::{contracts, penalties};
use crate::{FOLLOW, SIGN, rules};
use cases::FileRole;
use kernel::{Id, Label, Moment, format};
use platform::web::{FieldError, Path};
use platform::{Answer, Ctx, Fields, Json, Result, Tx, context};

const ONE: &str = "contractors/penalty.html";

fn kind(state: PenaltyState) -> &'static str {
    match state {
        PenaltyState::Draft => "river",
        PenaltyState::Signed => "future",
        PenaltyState::Contested => "alarm",
        PenaltyState::Upheld => "forest",
        PenaltyState::Dropped => "",
    }
}

/// One line of a list.
pub fn row(ctx: &Ctx, penalty: &Penalty) -> Json {
    let state = if rules::is_final(penalty, ctx.now()) { "final".to_owned() } else { penalty.state.to_string() };
    context! {
        id => penalty.id, code => penalty.code, day => format::long_day(penalty.day, ctx.lang), amount => format::money(penalty.amount, ctx.lang),
        pill => context! { kind => kind(penalty.state), text => ctx.text(&format!("contractors-penalty-{state}"), &[]) },
        until => penalty.contest_until.filter(|_| penalty.state == PenaltyState::Signed).map(|until| format::moment(until, ctx.lang)),
        state => penalty.state, contest => penalty.contest, decision => penalty.decision, url => ctx.url(&format!("/desk/contractors/penalties/{}", penalty.id)),
    }
}

/// A report that the penalty rests on: when it came in, and what was photographed.
struct Ground {
    case: Id,
    code: String,
    received: Moment,
    photos: Vec<Id>,
}

/// Reports whose photographs one page shows.
const SHOWN_MOST: usize = 12;

fn grounds(rx: &mut Tx, penalty: &Id) -> Result<Vec<Ground>> {
    let mut all = Vec::new();
    for (case, code) in penalties::grounds(rx, penalty)? {
        let received = cases::find(rx, &case)?.received_at;
        let shown = all.len() < SHOWN_MOST;
        let files = if shown { cases::files::of(rx, &case)? } else { Vec::new() };
        let photos = files.into_iter().filter(|file| matches!(file.role, FileRole::Photo | FileRole::Proof)).map(|file| file.id);
        all.push(Ground { photos: photos.collect(), case, code, received });
    }
    Ok(all)
}

struct Shown {
    penalty: Penalty,
    rule: Option<PenaltyRule>,
    contract: Label,
    reference: String,
    unit: Label,
    grounds: Vec<Ground>,
    place: Option<Label>,
    may_sign: bool,
}

/// The quarter, else the arrondissement.
fn place(rx: &mut Tx, penalty: &Penalty) -> Result<Option<Label>> {
    if let Some(quarter) = &penalty.place.quarter {
        return places::quarter(rx, quarter).map(|quarter| Some(quarter.name));
    }
    penalty.place.area.as_ref().map(|area| places::area_name(rx, area)).transpose()
}

async fn again(ctx: &Ctx, id: Id, fields: &Fields, errors: Vec<FieldError>) -> Answer {
    let shown = ctx
        .read(move |rx| {
            let penalty = penalties::find(rx, &id)?;
            reach::must(rx, FOLLOW, &penalty.unit)?;
            let terms = contracts::edition(rx, &penalty.contract, penalty.edition)?;
            Ok(Shown {
                rule: terms.rules.iter().find(|rule| rule.id == penalty.rule).cloned(),
                contract: terms.title,
                reference: terms.reference,
                unit: units::find(rx, &penalty.unit)?.name,
                grounds: grounds(rx, &penalty.id)?,
                place: place(rx, &penalty)?,
                may_sign: reach::units(rx, SIGN)?.contains(&penalty.unit),
                penalty,
            })
        })
        .await?;
    let Shown { penalty, rule, contract, reference, unit, grounds, place, may_sign } = shown;
    let base = format!("/desk/contractors/penalties/{}", penalty.id);
    let model = context! {
        row => row(ctx, &penalty), rule => rule.as_ref().map(|rule| context! { title => rule.title, hours => rule.hours, radius => rule.radius_m }),
        contract => contract, reference => reference, unit => unit, due => format::moment(penalty.due_at, ctx.lang),
        signed => penalty.signed_at.map(|at| format::moment(at, ctx.lang)), contested => penalty.contested_at.map(|at| format::moment(at, ctx.lang)),
        decided => penalty.decided_at.map(|at| format::moment(at, ctx.lang)), statement => penalty.statement,
        grounds => grounds.iter().map(|one| ground(ctx, one)).collect::<Vec<_>>(), place => place,
        point => penalty.place.point.map(|point| format!("{:.5}, {:.5}", point.lat(), point.lon())),
        can_sign => may_sign && penalty.state == PenaltyState::Draft, can_decide => may_sign && penalty.state == PenaltyState::Contested,
        base => ctx.url(&base), errors => errors, typed => typed(fields),
    };
    ctx.page_with(status(&errors), ONE, model).await
}

fn ground(ctx: &Ctx, ground: &Ground) -> Json {
    let picture = |id: &Id| {
        let url = ctx.bare_url(&format!("/desk/files/{id}"));
        context! { thumb => format!("{url}?thumb=1"), url => url, alt => ctx.text("contractors-photo-of-report", &[]) }
    };
    context! {
        code => ground.code, url => ctx.url(&format!("/desk/{}", ground.case)), at => format::moment(ground.received, ctx.lang),
        photos => ground.photos.iter().map(picture).collect::<Vec<_>>(),
    }
}

pub async fn show(ctx: Ctx, Path(text): Path<String>) -> Answer {
    again(&ctx, id(&text)?, &Fields::default(), Vec::new()).await
}

async fn finish(ctx: &Ctx, id: Id, done: Result<()>, fields: &Fields, said: &str) -> Answer {
    match done {
        Ok(()) => ctx.go_saying(&format!("/desk/contractors/penalties/{id}"), said),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            again(ctx, id, fields, errors).await
        }
    }
}

pub async fn sign(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let asked = id.clone();
    let done = ctx.write(move |tx| act::sign(tx, &asked)).await;
    finish(&ctx, id, done, &fields, "contractors-said-signed").await
}

pub async fn dismiss(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let (asked, words) = (id.clone(), fields.get("words").to_owned());
    let done = ctx.write(move |tx| act::dismiss(tx, &asked, &words)).await;
    finish(&ctx, id, done, &fields, "contractors-said-dropped").await
}

pub async fn decide(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let (asked, words, stands) = (id.clone(), fields.get("words").to_owned(), fields.get("stands") == "yes");
    let done = ctx.write(move |tx| act::decide(tx, &asked, stands, &words)).await;
    finish(&ctx, id, done, &fields, "contractors-said-decided").await
}
