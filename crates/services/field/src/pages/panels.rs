//! What was done in the street, beside the file of the case or of the object: when by the telephone's clock and when by ours, and
//! what makes a proof doubtful.

use crate::model::{Clash, Deposit, Doubt, Kind};
use crate::store;
use kernel::{Id, format};
use platform::web::{IntoResponse, Path};
use platform::{Answer, Ctx, Json, PanelModel, Problem, Result, Tx, context};
use std::collections::HashMap;

pub fn of_case(tx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let deeds = store::of_case(tx, case)?;
    panel(tx, deeds)
}

pub fn of_asset(tx: &mut Tx, asset: &Id) -> Result<Option<PanelModel>> {
    let deeds = store::of_asset(tx, asset)?;
    panel(tx, deeds)
}

fn panel(tx: &mut Tx, deeds: Vec<Deposit>) -> Result<Option<PanelModel>> {
    if deeds.is_empty() {
        return Ok(None);
    }
    let names: HashMap<String, String> = cases::doers(tx)?.into_iter().map(|(actor, doer)| (actor, doer.name)).collect();
    Ok(Some(Box::new(move |ctx: &Ctx| {
        context! { deeds => deeds.iter().map(|deed| row(ctx, deed, names.get(&deed.by_whom))).collect::<Vec<_>>() }
    })))
}

fn row(ctx: &Ctx, deed: &Deposit, by: Option<&String>) -> Json {
    let word = |start: &str, word: &str| ctx.text(&format!("{start}-{}", word.replace('_', "-")), &[]);
    let doubts: Vec<String> = deed.doubts.iter().map(|doubt: &Doubt| word("field-doubt", doubt.as_str())).collect();
    let photo = deed.photo.as_ref().map(|_| ctx.bare_url(&format!("/desk/field/photos/{}", deed.key)));
    context! {
        kind => kind(ctx, deed.kind), by, words => deed.words, doubts, photo, metres => deed.metres,
        clash => deed.clash.map(|clash: Clash| word("field-clash", clash.as_str())),
        done => deed.done_at.map(|at| format::moment(at, ctx.lang)), received => format::moment(deed.received_at, ctx.lang),
        taken => deed.photo_at.map(|at| format::moment(at, ctx.lang)),
    }
}

fn kind(ctx: &Ctx, kind: Kind) -> String {
    ctx.text(&format!("field-kind-{}", kind.as_str().replace('_', "-")), &[])
}

/// A photograph that came late. A street has people in it: the look is noted.
pub async fn photo(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let key = Id::parse(&text).ok_or(Problem::NotFound)?;
    let small = ctx.query().ticked("thumb");
    let blob = ctx
        .write(move |tx| {
            let deed = store::find(tx, &key)?.ok_or(Problem::NotFound)?;
            let (photo, thumb) = deed.photo.ok_or(Problem::NotFound)?;
            let may = match (&deed.case, &deed.asset) {
                (Some(case), _) => {
                    let case = cases::find(tx, case)?;
                    cases::may(tx, &case, cases::SEE)?
                }
                (None, Some(_)) => tx.actor().may(assets::SEE),
                (None, None) => false,
            };
            if !may {
                return Err(Problem::NotFound);
            }
            tx.look(deed.case.unwrap_or(key.clone()), "field")?;
            Ok(if small { thumb } else { photo })
        })
        .await?;
    let content = ctx.file(&blob).await?;
    let headers = [("content-type", "image/jpeg"), ("cache-control", "private, max-age=3600"), ("content-disposition", "inline")];
    Ok((headers, content).into_response())
}
