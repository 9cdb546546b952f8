//! One published report: what was said, where, what became of it; "me too", and "this should not be shown".

use super::shown;
use crate::actions::public;
use cases::{Case, ClockStanding, ClockView, Contact, Entry, EventKind};
use kernel::{Label, Point, format};
use places::Outline;
use platform::web::Path;
use platform::{Allowance, Answer, Ctx, Json, PanelModel, Result, Tx, context};
use procedures::Procedure;
use std::sync::Arc;

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let asked = code.clone();
    if ctx.read(move |rx| public::is_withheld(rx, &asked)).await? {
        // What is not shown has a page that says why.
        return ctx.go(&format!("/cases/{code}"));
    }
    let model = model(&ctx, code).await?;
    ctx.page("reports/report.html", model).await
}

struct Loaded {
    case: Case,
    procedure: Arc<Procedure>,
    entries: Vec<Entry>,
    unit: Label,
    place: Option<Label>,
    clocks: Vec<ClockView>,
    outline: Outline,
    numbers: Vec<String>,
    panels: Vec<(&'static str, PanelModel)>,
}

/// Only what is public: messages and answers are between the commune and the author, and stay sealed.
fn load(rx: &mut Tx, code: &str) -> Result<Loaded> {
    let case = public::one(rx, code)?;
    let area = case.area.clone().map(|area| places::area_name(rx, &area)).transpose()?;
    let quarter = case.quarter.clone().map(|id| places::quarter(rx, &id).map(|quarter| quarter.name)).transpose()?;
    Ok(Loaded {
        procedure: cases::pinned(rx, &case.procedure_pin)?,
        entries: cases::timeline::public(rx, &case)?,
        unit: units::find(rx, &case.unit)?.name,
        place: quarter.or(area),
        clocks: cases::clocks(rx, &case.id)?,
        outline: places::outline(rx, 420, 300)?,
        panels: platform::panels(rx, "reports.report", &case.id)?,
        numbers: super::objects::numbers(rx, &case)?,
        case,
    })
}

async fn model(ctx: &Ctx, code: String) -> Result<Json> {
    let Loaded { case, procedure, entries, unit, place, clocks, outline, numbers, panels } =
        ctx.read(move |rx| load(rx, &code)).await?;
    let point = shown::point(&case, &procedure);
    let running = clocks.iter().filter(|clock| clock.standing == ClockStanding::Running);
    let due = running.filter_map(|clock| Some((clock.due_at?, &clock.source))).min_by_key(|(due, _)| *due);
    let due = due.map(|(due, source)| {
        let text = format::long_day(due.day(), ctx.lang);
        context! { text => text, late => due < ctx.now(), source => source.text, confirm => source.confirm }
    });
    let degrees = |of: fn(Point) -> f64| point.map(|point| format!("{:.5}", of(point)));
    let photo = case.public_photo.as_ref().map(|id| {
        let url = ctx.bare_url(&format!("/cases/{}/files/{id}?k=", case.code));
        context! { thumb => format!("{url}&thumb=1"), url => url, alt => ctx.text("reports-photo-alt", &[]) }
    });
    Ok(context! {
        code => case.code, title => procedure.title, icon => procedure.icon, pill => shown::pill(&case, &procedure),
        words => case.public_words, photo, place, unit, received => format::long_day(case.received_at.day(), ctx.lang),
        followers => case.followers, open => case.is_open(), due, numbers,
        steps => steps(ctx, &procedure, &entries, case.is_open()), dot => point.map(|point| outline.view.project(point)), outline,
        lat => degrees(Point::lat), lon => degrees(Point::lon), rating => case.rating, reopened => case.reopened,
        merged => case.merged_into.is_some(),
        panels => platform::shown_panels(ctx, &panels),
        see_cases => ctx.url(&format!("/cases/{}", case.code)),
    })
}

/// The public entries of the timeline, in words that name no person.
fn steps(ctx: &Ctx, procedure: &Procedure, entries: &[Entry], open: bool) -> Vec<Json> {
    let told = |entry: &&Entry| {
        matches!(
            entry.kind,
            EventKind::Filed | EventKind::Moved | EventKind::Transferred | EventKind::ClockMissed | EventKind::Recategorised
        )
    };
    let told: Vec<&Entry> = entries.iter().filter(told).collect();
    let last = told.len().saturating_sub(1);
    let step = |(place, entry): (usize, &&Entry)| {
        let state = entry.data["to"].as_str().and_then(|id| procedure.state(id));
        let title = match (entry.kind, state) {
            (EventKind::Moved, Some(state)) => state.name.text(ctx.lang).to_owned(),
            _ => ctx.text(&format!("reports-step-{}", entry.kind.as_str().replace('_', "-")), &[]),
        };
        let kind = if entry.kind == EventKind::ClockMissed {
            "alarm"
        } else if place == last && open {
            "now"
        } else {
            "done"
        };
        context! { title, kind, when => format::moment(entry.at, ctx.lang) }
    };
    told.iter().enumerate().map(step).collect()
}

/// "Me too": one visitor counts once. Who wants to be told says so elsewhere, where his contact is confirmed.
pub async fn follow(ctx: Ctx, Path(code): Path<String>) -> Answer {
    if ctx.actor.account().is_none() {
        ctx.take(Allowance::Deposit)?;
    }
    let (asked, lang, visitor) = (code.clone(), ctx.lang, ctx.visitor().to_string());
    ctx.write(move |tx| {
        let key = tx.keys().lookup(&tx.tenant(), "report-follower", &format!("{asked}/{visitor}"))?;
        cases::follow(tx, &asked, &Contact::default(), lang, &key).map(|_| ())
    })
    .await?;
    ctx.go_saying(&format!("/reports/{code}"), "reports-said-followed")
}

/// "Report this content": a moderator looks again; several visitors take it from view until then.
pub async fn flag(ctx: Ctx, Path(code): Path<String>) -> Answer {
    ctx.take(Allowance::Deposit)?;
    let (asked, visitor) = (code, ctx.visitor().to_string());
    ctx.write(move |tx| {
        let case = public::one(tx, &asked)?;
        let key = tx.keys().lookup(&tx.tenant(), "report-flag", &format!("{}/{visitor}", case.code))?;
        cases::flag(tx, &case.code, &key)
    })
    .await?;
    ctx.go_saying("/reports", "reports-said-flagged")
}
