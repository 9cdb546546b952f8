//! How the page is shown: steps by their dates, lines under their months.

use crate::model::Shown;
use kernel::{Day, format};
use platform::own::{Line, Step};
use platform::web::encode;
use platform::{Ctx, Json, context};

/// For whom the page is made: links of the person are keys, which staff never get.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum For {
    Person,
    Staff,
}

/// The model of the page at `path`.
pub fn page(ctx: &Ctx, shown: &Shown, reader: For, path: &str, kind: Option<&str>) -> Json {
    let chip = |label: String, chosen: Option<&str>| {
        let query = chosen.map_or(String::new(), |kind| format!("?kind={kind}"));
        context! { label => label, url => ctx.url(&format!("{path}{query}")), current => chosen == kind }
    };
    let mut kinds = vec![chip(ctx.text("my-kind-all", &[]), None)];
    kinds.extend(shown.kinds.iter().map(|kind| chip(ctx.text(&format!("my-kind-{kind}"), &[]), Some(kind))));
    let of_kind = kind.map_or(String::new(), |kind| format!("kind={kind}&"));
    let older = shown.next.as_ref().map(|next| ctx.url(&format!("{path}?{of_kind}after={}", encode(next))));
    let newest = shown.later.then(|| ctx.url(&format!("{path}{}", kind.map_or(String::new(), |kind| format!("?kind={kind}")))));
    let steps: Vec<Json> = shown.steps.iter().map(|step| step_row(ctx, step, reader)).collect();
    let first = shown.steps.iter().position(|step| !step.yours).unwrap_or(steps.len());
    context! {
        yours => steps[..first], ours => steps[first..], asks_steps => !shown.later && kind.is_none(),
        kinds => kinds, kind => kind, months => months(ctx, shown, reader), older => older, newest => newest,
    }
}

fn address(ctx: &Ctx, reader: For, path: &str, desk: &str) -> String {
    match (reader, path, desk) {
        (For::Person, "", _) | (For::Staff, _, "") => String::new(),
        (For::Person, path, _) => ctx.url(path),
        (For::Staff, _, desk) => ctx.url(desk),
    }
}

fn step_row(ctx: &Ctx, step: &Step, reader: For) -> Json {
    let today = ctx.today();
    let late = step.by.is_some_and(|by| by < ctx.now());
    let by =
        step.by.map(|by| context! { at => by, day => by.day(), in_days => format::relative_days(by.day(), today, ctx.lang) });
    context! {
        title => step.title, text => step.text, icon => step.icon, url => address(ctx, reader, &step.path, &step.desk), by => by,
        late => late, soon => step.by.is_some_and(|by| by.day() <= today.plus_days(2)),
    }
}

/// Lines under the month in which they fell.
fn months(ctx: &Ctx, shown: &Shown, reader: For) -> Vec<Json> {
    let mut months: Vec<(String, Vec<Json>)> = Vec::new();
    for same in shown.lines.chunk_by(is_repeated) {
        let [(kind, line), ..] = same else { continue };
        let name = month(ctx, line.at.day());
        let row = row(ctx, kind, line, same.len(), reader);
        match months.last_mut().filter(|(last, _)| *last == name) {
            Some((_, rows)) => rows.push(row),
            None => months.push((name, vec![row])),
        }
    }
    months.into_iter().map(|(name, rows)| context! { name => name, rows => rows }).collect()
}

fn month(ctx: &Ctx, day: Day) -> String {
    let text = day.to_string();
    let month = text.get(5..7).and_then(|month| month.parse().ok()).unwrap_or(1);
    format!("{} {}", format::month_name(month, ctx.lang), day.year())
}

/// A clerk who works on a file opens it often: the same look on one day is one line, with how many times. The page of the looks
/// themselves has each.
fn is_repeated((kind, one): &(&'static str, Line), (other_kind, other): &(&'static str, Line)) -> bool {
    let said = |line: &Line| (line.at.day(), line.title.clone(), line.text.clone());
    *kind == "looks" && *other_kind == "looks" && said(one) == said(other)
}

fn row(ctx: &Ctx, kind: &str, line: &Line, times: usize, reader: For) -> Json {
    context! {
        title => line.title, text => line.text, icon => line.icon, url => address(ctx, reader, &line.path, &line.desk),
        pill => line.pill, at => line.at, kind => kind, times => times,
    }
}
