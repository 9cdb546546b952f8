//! Papers that end soon, and those that ended and were not renewed: what a desk calls people about.

use super::panel::{self, Shown};
use crate::model::Paper;
use crate::store;
use cases::Case;
use kernel::{Day, Id, format};
use platform::{Answer, Ctx, Json, Result, Tx, context};

/// Soon, and how far back an end is still of use to somebody.
const SOON_DAYS: i64 = 60;
const PAST_DAYS: i64 = 365;
/// Papers looked at for one page.
const MOST: i64 = 300;

/// A paper with its file and who holds it.
struct Row {
    shown: Shown,
    case: Case,
    holder: Option<String>,
}

pub async fn list(ctx: Ctx) -> Answer {
    let (soon, past) = ctx
        .write(|tx| {
            let (today, soon) = (tx.today(), tx.today().plus_days(SOON_DAYS));
            let coming: Vec<(Day, Id)> = store::ending(tx, soon, None, MOST)?;
            let (over, coming): (Vec<_>, Vec<_>) = coming.into_iter().partition(|(until, _)| *until < today);
            let mut past = store::ended(tx, today.plus_days(-PAST_DAYS), MOST)?;
            past.extend(over);
            let past: Vec<Row> = rows(tx, &past)?.into_iter().filter(|row| !is_renewed(row)).collect();
            Ok((rows(tx, &coming)?, past))
        })
        .await?;
    let row = |row: &Row| told(&ctx, row);
    let model = context! { soon => soon.iter().map(row).collect::<Vec<_>>(), past => past.iter().map(row).collect::<Vec<_>>(), days => SOON_DAYS };
    ctx.page("documents/ending.html", model).await
}

/// Those that this person may see; each look is journaled.
fn rows(tx: &mut Tx, ends: &[(Day, Id)]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (_, id) in ends {
        let paper = store::find(tx, id)?;
        let case = cases::find(tx, &paper.case)?;
        if !cases::may(tx, &case, cases::SEE)? {
            continue;
        }
        tx.look(&case.id, "ending")?;
        let answers = cases::unseal(tx, &case)?.answers;
        let holder = answers.part("company", "name").or(answers.part("applicant", "name")).map(str::to_owned);
        let shown = panel::load(tx, &case, |one: &Paper| one.id == *id)?.pop();
        rows.extend(shown.map(|shown| Row { shown, case, holder }));
    }
    Ok(rows)
}

fn is_renewed(row: &Row) -> bool {
    row.shown.ties.iter().any(|tie| tie.case.is_some())
}

fn told(ctx: &Ctx, row: &Row) -> Json {
    let Row { shown, case, holder } = row;
    let paper = &shown.paper;
    let renewal = shown.ties.iter().find_map(|tie| tie.case.as_ref());
    let may = panel::may_renew(ctx, shown) && ctx.may(cases::FILE_FOR);
    context! {
        title => paper.title, number => paper.reference(), holder => holder, case => case.code, file => ctx.url(&format!("/desk/{}", case.id)),
        until => paper.valid_until.map(|day| format::long_day(day, ctx.lang)), when => paper.valid_until.map(|day| format::relative_days(day, ctx.today(), ctx.lang)),
        lapses => shown.valid.as_ref().is_some_and(|valid| valid.unless_begun), renewable => shown.valid.as_ref().is_some_and(|valid| valid.renewable),
        renewal => renewal.map(|case| context! { code => case.code, url => ctx.url(&format!("/desk/{}", case.id)) }), begun => renewal.is_none() && !shown.ties.is_empty(),
        renew => may.then(|| ctx.url(&format!("/desk/papers/{}/renew", paper.id))),
    }
}
