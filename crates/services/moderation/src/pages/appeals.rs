//! Appeals: the author asked that somebody else decides again.

use super::{error, id, photos, status};
use crate::model::{Answered, Appeal, Version};
use crate::{actions, rules, store};
use cases::{Case, CaseFile};
use kernel::{Id, Label, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, Waits, context};
use procedures::Procedure;
use std::sync::Arc;

pub fn waiting(tx: &mut Tx) -> Result<Waits> {
    Ok(Waits::looked_at(store::count_open_appeals(tx), |tx| Ok(actions::appeals(tx)?.len())))
}

struct Row {
    case: Case,
    appeal: Appeal,
    procedure: Arc<Procedure>,
    written: String,
    reason: Option<Label>,
    files: Vec<CaseFile>,
    versions: Vec<Version>,
    mine: bool,
}

fn load(tx: &mut Tx) -> Result<Vec<Row>> {
    tx.look("cases", "appeals")?;
    let actor = tx.actor().to_string();
    let mut rows = Vec::new();
    for (case, appeal) in actions::appeals(tx)? {
        let decisions = store::decisions(tx, &case.id)?;
        let reason = decisions.last().and_then(|decision| decision.reason.clone());
        rows.push(Row {
            procedure: cases::pinned(tx, &case.procedure_pin)?,
            written: cases::unseal(tx, &case)?.words,
            reason: super::reason(tx, reason.as_deref())?,
            files: cases::files::of(tx, &case.id)?,
            versions: store::versions(tx, &case.id)?,
            mine: rules::may_answer(&appeal, &actor).is_err(),
            case,
            appeal,
        });
    }
    Ok(rows)
}

pub async fn list(ctx: Ctx) -> Answer {
    again(&ctx, None, Vec::new()).await
}

async fn again(ctx: &Ctx, typed: Option<(&Id, &Fields)>, errors: Vec<Json>) -> Answer {
    let rows = ctx.look(load).await?;
    let row = |row: &Row| {
        let own = typed.filter(|(id, _)| **id == row.case.id).map(|(_, fields)| fields);
        let said = |name: &str| own.map_or(String::new(), |fields| fields.get(name).to_owned());
        let offered = if row.procedure.open.photo { photos(ctx, &row.case.id, &row.files, &row.versions) } else { Vec::new() };
        context! {
            id => row.case.id, code => row.case.code, title => row.procedure.title, icon => row.procedure.icon, dir => row.case.lang.dir(),
            url => ctx.url(&format!("/desk/{}", row.case.id)), asked => format::moment(row.appeal.at, ctx.lang), appeal => row.appeal.words,
            reason => row.reason, mine => row.mine, written => row.written, show_words => row.procedure.open.words, photos => offered,
            shown => own.map_or(row.written.as_str(), |fields| fields.get("words")), answer => said("answer"), photo => said("photo"),
            errors => if own.is_some() { errors.clone() } else { Vec::new() },
        }
    };
    let model = context! { rows => rows.iter().map(row).collect::<Vec<_>>(), errors => errors };
    ctx.page_with(status(&errors), "moderation/appeals.html", model).await
}

pub async fn answer(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let answered = Answered {
        grant: fields.get("decision") == "grant",
        words: fields.get("answer").to_owned(),
        shown: fields.get("words").to_owned(),
        photo: fields.id("photo")?,
    };
    let target = id.clone();
    match ctx.write(move |tx| actions::answer(tx, &target, &answered)).await {
        Ok(()) => ctx.go_saying("/desk/moderation/appeals", "moderation-said-answered"),
        Err(Problem::Refused(refusal)) => again(&ctx, Some((&id, &fields)), error(&ctx, &refusal)).await,
        Err(problem) => Err(problem.into()),
    }
}
