//! The guide through the first days, and the way to every other page of administration.

use crate::guide::{self, House, Line, Standing, Step};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, context};

pub async fn show(ctx: Ctx) -> Answer {
    let (commune, house) = (ctx.commune().clone(), House::of(ctx.app().config(), ctx.commune()));
    let lines = ctx.read(move |rx| guide::lines(rx, &commune, &house)).await?;
    let model = model(&lines, pages(&ctx));
    ctx.page("administration/guide.html", model).await
}

pub fn model(lines: &[Line], pages: Vec<Json>) -> Json {
    let done = lines.iter().filter(|line| line.standing == Standing::Done).count();
    let lines: Vec<Json> = lines
        .iter()
        .map(|line| {
            let path = line.path.filter(|path| pages.iter().any(|page| page["path"] == *path));
            context! {
                step => line.step, standing => line.standing, day => line.day, missing => line.missing, path => path,
                by_hand => line.step.is_settled_by_hand(),
            }
        })
        .collect();
    let percent = done * 100 / lines.len().max(1);
    context! { done => done, total => lines.len(), percent => percent, lines => lines, pages => pages }
}

/// Every page of administration that this person may open, as the menu has them.
fn pages(ctx: &Ctx) -> Vec<Json> {
    let open =
        ctx.app().menu().iter().filter(|item| item.path.starts_with("/admin/") && item.permission.is_some_and(|p| ctx.may(p)));
    open.map(|item| context! { path => item.path, label => item.label, icon => item.icon }).collect()
}

pub async fn settle(ctx: Ctx, Path(step): Path<String>, fields: Fields) -> Answer {
    let step = Step::parse(&step).ok_or(Problem::NotFound)?;
    let done = fields.get("done") != "no";
    ctx.write(move |tx| guide::settle(tx, step, done)).await?;
    ctx.go_saying("/admin", if done { "administration-step-settled" } else { "administration-step-reopened" })
}
