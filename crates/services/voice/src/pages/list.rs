//! What waits to be written down, and what waits for a call.

use crate::actions;
use crate::model::{Note, State};
use cases::Case;
use kernel::{Label, format};
use platform::{Answer, Ctx, Json, Result, Tx, context};

const MOST: i64 = 100;

type Line = (Case, Note, Label, Option<Label>);

fn load(rx: &mut Tx) -> Result<(Vec<Line>, i64)> {
    let mut lines = Vec::new();
    for (case, note) in actions::queue(rx, MOST)? {
        let title = cases::pinned(rx, &case.procedure_pin)?.title.clone();
        let quarter = case.quarter.clone().map(|quarter| places::quarter(rx, &quarter).map(|found| found.name)).transpose()?;
        let area = case.area.clone().map(|area| places::area_name(rx, &area)).transpose()?;
        lines.push((case, note, title, quarter.or(area)));
    }
    let waits = actions::waiting(rx)?.count(rx)?;
    Ok((lines, waits))
}

pub async fn show(ctx: Ctx) -> Answer {
    let (lines, total) = ctx.read(load).await?;
    let row = |(case, note, title, place): &Line| {
        context! {
            url => ctx.url(&format!("/desk/voice/{}", case.id)), code => case.code, title => title, place => place,
            received => format::moment(note.received_at, ctx.lang), waiting => note.state == State::Waiting, tries => note.tries,
            urgent => case.urgent,
        }
    };
    let of = |state: State| -> Vec<Json> { lines.iter().filter(|(_, note, ..)| note.state == state).map(row).collect() };
    ctx.page("voice/list.html", context! { waiting => of(State::Waiting), calls => of(State::Heard), total => total }).await
}
