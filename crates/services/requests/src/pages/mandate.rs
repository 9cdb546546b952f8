//! The citizen's own look at what somebody filed in his name, and the end of it: one code, no account.

use super::writer::filed_by;
use crate::actions::draft;
use crate::store;
use assisted::Held;
use kernel::{Refusal, format};
use platform::web::{Path, StatusCode};
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

const LINES: i64 = 100;

pub async fn ask(ctx: Ctx) -> Answer {
    ctx.page("requests/mandate_code.html", context! { code => "", errors => Vec::<Json>::new() }).await
}

pub async fn find(ctx: Ctx, fields: Fields) -> Answer {
    ctx.left(Allowance::Code)?;
    let (typed, asked) = (fields.get("code").to_owned(), fields.get("code").to_owned());
    match ctx.read(move |rx| assisted::by_code(rx, &asked)).await {
        Ok(held) => ctx.go(&format!("/mandate/{}", held.paper.code)),
        Err(Problem::NotFound) => {
            ctx.take(Allowance::Code)?;
            let refusal = Refusal::new("requests-no-such-mandate").at("code");
            let errors = vec![context! { name => "code", text => ctx.sentence(&refusal) }];
            ctx.page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                "requests/mandate_code.html",
                context! { code => typed, errors => errors },
            )
            .await
        }
        Err(other) => Err(other.into()),
    }
}

struct Shown {
    held: Held,
    holder: assisted::Holder,
    lines: Vec<Json>,
    /// Code and procedure of what was filed, with the address that opens it.
    filed: Vec<(cases::Case, String)>,
    /// What was begun and given back.
    drafts: Vec<crate::Draft>,
    titles: String,
}

fn load(rx: &mut Tx, code: &str, lang: kernel::Lang) -> Result<Shown> {
    let held = assisted::by_code(rx, code)?;
    let deeds = assisted::deeds_of(rx, &held.paper.id, LINES)?;
    let mut filed = Vec::new();
    for case in filed_by(rx, &deeds)? {
        let link = cases::link(rx, &case.code)?;
        filed.push((case, link));
    }
    let drafts = store::of_mandate(rx, &held.paper.id)?.into_iter().filter(|draft| draft.held_under().is_none()).collect();
    Ok(Shown {
        holder: assisted::holder(rx, &held.paper.holder)?,
        lines: assisted::lines(rx, &deeds, lang, false)?,
        titles: assisted::titles(rx, &held.paper.procedures, lang)?,
        filed,
        drafts,
        held,
    })
}

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    ctx.left(Allowance::Code)?;
    let (lang, asked) = (ctx.lang, code.clone());
    let shown = ctx.read(move |rx| load(rx, &asked, lang)).await;
    if matches!(shown, Err(Problem::NotFound)) {
        ctx.take(Allowance::Code)?;
    }
    let Shown { held, holder, lines, filed, drafts, titles } = shown?;
    let file = |(case, link): &(cases::Case, String)| context! { code => case.code, url => ctx.url(link), at => format::moment(case.received_at, ctx.lang) };
    let draft = |draft: &crate::Draft| context! { url => ctx.url(&format!("/drafts/{}", draft.code)), at => format::moment(draft.updated_at, ctx.lang) };
    let model = context! {
        name => holder.name, kind => holder.kind, for_whom => held.paper.name, titles => titles, until => format::day(held.mandate.ends_on, ctx.lang),
        signed => format::day(held.mandate.starts_on, ctx.lang), holds => held.mandate.holds_on(ctx.today()), lines => lines,
        filed => filed.iter().map(file).collect::<Vec<_>>(), drafts => drafts.iter().map(draft).collect::<Vec<_>>(),
        action => ctx.url(&format!("/mandate/{}/end", held.paper.code)),
    };
    ctx.page("requests/mandate.html", model).await
}

/// Ends the mandate in the citizen's name, and gives him what was begun.
pub async fn end(ctx: Ctx, Path(code): Path<String>) -> Answer {
    ctx.left(Allowance::Code)?;
    let asked = code.clone();
    let ended = ctx.write(move |tx| {
        assisted::object(tx, &asked)?;
        let held = assisted::by_code(tx, &asked)?;
        draft::give_back(tx, &held.paper.id).map(drop)
    });
    if let Err(problem) = ended.await {
        if problem == Problem::NotFound {
            ctx.take(Allowance::Code)?;
        }
        return Err(problem.into());
    }
    ctx.go_saying(&format!("/mandate/{code}"), "requests-said-mandate-ended")
}
