//! `/moderation`: how often words or photos were kept from the public in a year, why, and what became of appeals.

use crate::model::{Country, Kind, Line, Outcome};
use crate::store;
use platform::{Answer, Ctx, Json, context};

const DAYS: i64 = 365;

pub async fn show(ctx: Ctx) -> Answer {
    let (country, lines) = ctx
        .read(|rx| {
            let since = rx.now().plus_secs(-DAYS * 86_400);
            Ok((rx.fact::<Country>()?, store::counts(rx, since)?))
        })
        .await?;
    let sum = |fits: &dyn Fn(&Line) -> bool| lines.iter().filter(|line| fits(line)).map(|line| line.count).sum::<i64>();
    let kind = |kind: Kind| sum(&|line| line.kind == kind.as_str());
    let appeals = |outcome: Outcome| sum(&|line| line.kind == "appeal" && line.reason == outcome.as_str());
    let reasons: Vec<Json> = country
        .reason
        .iter()
        .map(|reason| {
            let of = |kind: Kind| sum(&|line| line.kind == kind.as_str() && line.reason == reason.id);
            context! { name => reason.name, withheld => of(Kind::Withheld), edited => of(Kind::Edited) }
        })
        .collect();
    let model = context! {
        published => kind(Kind::Published), edited => kind(Kind::Edited), withheld => kind(Kind::Withheld), reasons => reasons,
        granted => appeals(Outcome::Granted), refused => appeals(Outcome::Refused), open => appeals(Outcome::Open),
        appeal_days => country.appeal_days, data => ctx.bare_url("/data/moderation.csv"),
    };
    ctx.page("moderation/public.html", model).await
}
