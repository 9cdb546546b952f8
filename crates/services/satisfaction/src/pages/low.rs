//! Low marks of one's own units, with the words that nobody else reads.

use crate::actions;
use crate::model::Low;
use cases::SEE;
use kernel::{Id, Label, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Problem, Result, Tx, context};

fn load(tx: &mut Tx) -> Result<Vec<(Low, Label, Label)>> {
    tx.look("cases", "satisfaction")?;
    let mut rows = Vec::new();
    for low in actions::low(tx)?.into_iter().take(50) {
        if cases::may(tx, &low.case, SEE)? {
            let (title, unit) =
                (cases::pinned(tx, &low.case.procedure_pin)?.title.clone(), units::find(tx, &low.case.unit)?.name);
            rows.push((low, title, unit));
        }
    }
    Ok(rows)
}

pub async fn list(ctx: Ctx) -> Answer {
    let rows = ctx.look(load).await?;
    let row = |(low, title, unit): &(Low, Label, Label)| {
        context! {
            code => low.case.code, url => ctx.url(&format!("/desk/{}", low.case.id)), title => title, unit => unit, mark => low.survey.satisfaction,
            solved => low.survey.solved, words => low.survey.words, means => low.survey.means, at => format::moment(low.at, ctx.lang),
            action => ctx.url(&format!("/desk/satisfaction/{}/seen", low.case.id)), round => low.round,
        }
    };
    ctx.page("satisfaction/low.html", context! { rows => rows.iter().map(row).collect::<Vec<_>>() }).await
}

pub async fn seen(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&text).ok_or(Problem::NotFound)?;
    let round: i64 = fields.get("round").parse().map_err(|_| Problem::NotFound)?;
    ctx.write(move |tx| actions::mark_seen(tx, &id, round)).await?;
    ctx.go_saying("/desk/satisfaction", "satisfaction-said-seen")
}
