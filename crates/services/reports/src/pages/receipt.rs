//! The receipt: what the citizen keeps, and what happens next.

use cases::{ClockStanding, ClockView};
use kernel::format;
use platform::web::{Path, encode};
use platform::{Answer, Ctx, Json, Problem, context, store::receipts};

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let key = ctx.query().get("k").to_owned();
    let asked = key.clone();
    let loaded = ctx
        .read(move |rx| {
            let case = cases::by_code(rx, &code)?;
            if cases::link(rx, &case.code)? != format!("/cases/{}?k={asked}", case.code) {
                return Err(Problem::NotFound);
            }
            let receipt = receipts::of_subject(rx, &case.id)?.ok_or(Problem::NotFound)?;
            let pin = cases::unseal(rx, &case)?.pin;
            let unit = units::find(rx, &case.unit)?.name;
            let procedure = cases::pinned(rx, &case.procedure_pin)?;
            let clocks = cases::clocks(rx, &case.id)?;
            let numbers = super::objects::numbers(rx, &case)?;
            let panels =
                (platform::panels(rx, "reports.read_out", &case.id)?, platform::panels(rx, "reports.receipt", &case.id)?);
            Ok((case, receipt, pin, unit, procedure, clocks, numbers, panels))
        })
        .await?;
    let (case, receipt, pin, unit, procedure, clocks, numbers, (read_out, panels)) = loaded;
    let link = format!("/cases/{}?k={}", case.code, encode(&key));
    let model = context! {
        code => case.code, pin, number => format!("{}/{}", receipt.number, receipt.year), received => format::moment(receipt.received_at, ctx.lang),
        unit, title => procedure.title, icon => procedure.icon, link => ctx.url(&link), full_link => ctx.full_url(&ctx.url(&link)), category => case.procedure,
        next => next(&clocks).map(|clock| shown(&ctx, clock)), level => receipt.level, numbers, urgent => procedure.urgent, danger => procedure.danger,
        json => ctx.bare_url(&format!("/cases/{}/receipt.json?k={}", case.code, encode(&key))), told => case.channel == cases::Channel::Web,
        pending => case.publication == cases::Publication::Pending, desk => ctx.may(cases::SEE).then(|| ctx.url(&format!("/desk/{}", case.id))),
        read_out => platform::shown_panels(&ctx, &read_out), panels => platform::shown_panels(&ctx, &panels), another => ctx.url(if ctx.may(crate::FILE_FOR) { "/desk/report" } else { "/report" }),
    };
    ctx.page("reports/receipt.html", model).await
}

/// The nearest date among the clocks that run.
fn next(clocks: &[ClockView]) -> Option<&ClockView> {
    clocks
        .iter()
        .filter(|clock| clock.standing == ClockStanding::Running && clock.due_at.is_some())
        .min_by_key(|clock| clock.due_at)
}

fn shown(ctx: &Ctx, clock: &ClockView) -> Json {
    let due = clock.due_at.map(|due| {
        if clock.kind.as_str() == "hours" { format::moment(due, ctx.lang) } else { format::long_day(due.day(), ctx.lang) }
    });
    context! { due, source => clock.source.text, confirm => clock.source.confirm }
}
