//! `/desk/field`: one page for the telephone. Without scripts it is a list; with them it works without a network.

use crate::actions::list::{self, Errand};
use kernel::{Lang, format};
use platform::web::IntoResponse;
use platform::{Answer, Ctx, Json, Problem, context};
use std::collections::BTreeSet;

/// Letters of an agent's note; a task that carries it is not much longer.
pub const WORDS: usize = 300;
/// Letters of a number on a plate.
pub const NUMBER: usize = 40;

/// With `?shell` the page without anybody's cases: what a telephone keeps to open it again.
pub async fn show(ctx: Ctx) -> Answer {
    let shell = ctx.query().ticked("shell");
    let (errands, categories, kinds) = ctx
        .look(move |tx| {
            let errands = if shell { Vec::new() } else { list::errands(tx)? };
            if !shell {
                tx.look("cases", "list")?;
            }
            Ok((errands, list::categories(tx)?, assets::kinds(tx)?))
        })
        .await?;
    let mut icons: BTreeSet<String> = categories.iter().map(|procedure| procedure.icon.clone()).collect();
    icons.extend(kinds.asset.iter().map(|kind| kind.icon.clone()).chain(["tag".to_owned()]));
    let rows: Vec<Json> = errands.iter().map(|errand| row(&ctx, errand)).collect();
    let model = context! {
        shell, rows, icons, words_most => WORDS, number_most => NUMBER,
        list => ctx.url("/desk/field/list"), sync => ctx.url("/desk/field/sync"), page => ctx.url("/desk/field"), worker => ctx.bare_url("/field-worker.js"),
        door => ctx.url("/staff/sign-in?next=%2Fdesk%2Ffield"), desk => ctx.url("/desk"), rounds => ctx.url("/desk/rounds"), report => ctx.url("/desk/report"), areas => ctx.bare_url("/data/areas.geojson"),
    };
    ctx.page("field/field.html", model).await
}

fn row(ctx: &Ctx, errand: &Errand) -> Json {
    let case = &errand.row.case;
    context! {
        url => ctx.url(&format!("/desk/{}", case.id)), code => case.code, title => errand.procedure.title, icon => errand.procedure.icon,
        place => errand.row.place, due => due(ctx, errand), late => errand.row.late, near => errand.row.near, mine => errand.mine, tasks => errand.tasks.len(),
    }
}

pub fn due(ctx: &Ctx, errand: &Errand) -> Option<String> {
    let due = errand.row.case.due_at?;
    let now = ctx.now();
    let when = if due.secs_since(now).abs() < 86_400 {
        format::moment(due, ctx.lang)
    } else {
        format::relative_days(due.day(), now.day(), ctx.lang)
    };
    Some(until(ctx, &when))
}

/// A time that is a limit says so.
pub fn until(ctx: &Ctx, when: &str) -> String {
    ctx.text("field-due", &[("when", when)])
}

/// The part of the browser that shows the page without a network.
pub async fn worker(ctx: Ctx) -> Answer {
    let headers = [("content-type", "text/javascript; charset=utf-8"), ("cache-control", "no-cache")];
    let nothing = platform::json::to_string(&nothing(&ctx)).map_err(Problem::internal)?;
    Ok((headers, include_str!("../../worker.js").replace("\"NOTHING KEPT\"", &nothing)).into_response())
}

/// What is shown where nothing was kept and there is no network: it needs nothing but itself, and is in every language, for nobody
/// can be asked which.
fn nothing(ctx: &Ctx) -> String {
    let words = |lang| ctx.app().words().text(lang, "field-nothing-kept", &[]);
    let mut said: Vec<(Lang, String)> = Vec::new();
    for lang in Lang::ALL {
        let text = words(lang);
        if !said.iter().any(|(_, known)| *known == text) {
            said.push((lang, text));
        }
    }
    let line = |(lang, text): &(Lang, String)| format!("<p lang=\"{}\" dir=\"auto\">{}</p>", lang.code(), platform::escape(text));
    let lines: String = said.iter().map(line).collect();
    format!(
        "<!doctype html><html lang=\"ar\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{}</title><style>body{{max-width:34rem;margin:auto;padding:1.5rem;font:1.125rem/1.7 sans-serif}}</style></head>\
         <body>{lines}</body></html>",
        platform::escape(ctx.commune().name.text(Lang::Ar))
    )
}
