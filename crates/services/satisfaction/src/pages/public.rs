//! `/satisfaction`: what people think of the answers of each unit, how that is counted, and how much was reopened.

use crate::model::Line;
use crate::{actions, rules};
use cases::Means;
use kernel::format;
use platform::{Answer, Ctx, Json, context};

const DAYS: i64 = 365;

pub async fn show(ctx: Ctx) -> Answer {
    let mut lines = ctx
        .read(|rx| {
            let since = rx.now().plus_secs(-DAYS * 86_400);
            actions::figures(rx, since)
        })
        .await?;
    lines.sort_by(|a, b| b.count.cmp(&a.count).then(a.unit.cmp(&b.unit)));
    let sum = |of: &dyn Fn(&Line) -> i64| lines.iter().map(of).sum::<i64>();
    let (count, told) = (sum(&|line| line.count), sum(&|line| line.told));
    let shown = count >= rules::FEWEST;
    let of = |means: Means| sum(&|line| line.means.get(&means).copied().unwrap_or(0));
    let ways: Vec<Json> = Means::ALL.iter().map(|means| context! { means => means, count => of(*means) }).collect();
    let (tenths, share) = (|mean| format::decimal(mean, 1, ctx.lang), |share| format::percent(share, 0, ctx.lang));
    let row = |line: &Line| {
        let whole = !line.few;
        context! {
            name => line.name, count => whole.then_some(line.count), mean => rules::tenths(line.sum, line.count).filter(|_| whole).map(tenths),
            solved => rules::percent(line.solved, line.told).filter(|_| whole && line.told >= rules::FEWEST).map(share),
            answered => line.answered, reopened => line.reopened,
        }
    };
    let model = context! {
        count => shown.then_some(count), mean => rules::tenths(sum(&|line| line.sum), count).filter(|_| shown).map(tenths),
        solved => rules::percent(sum(&|line| line.solved), told).filter(|_| told >= rules::FEWEST).map(share), reopened => sum(&|line| line.reopened),
        answered => sum(&|line| line.answered), ways => if shown { ways } else { Vec::new() }, rows => lines.iter().filter(|line| line.count > 0 || line.reopened > 0).map(row).collect::<Vec<_>>(),
        fewest => rules::FEWEST, data => ctx.bare_url("/data/satisfaction.csv"),
    };
    ctx.page("satisfaction/public.html", model).await
}
