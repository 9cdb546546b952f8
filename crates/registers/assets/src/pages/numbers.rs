//! Numbers that the commune gives itself, and the sheets of labels to print and stick on.

use crate::numbers::{GIVEN_MOST, give_numbers};
use crate::{Kinds, Series, actions, api, labels, store};
use kernel::{Refusal, text};
use platform::web::encode;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, context};

const FORM: &str = "assets/numbers.html";
/// Sheets of one page to print.
const SHEETS: usize = 10;
const LONGEST: usize = 200;

pub async fn form(ctx: Ctx) -> Answer {
    let (kinds, series) = ctx.read(|rx| Ok((actions::kinds(rx)?, store::series(rx)?))).await?;
    ctx.page(FORM, model(&kinds, &series, &Fields::default(), Json::Array(vec![]))).await
}

pub fn model(kinds: &Kinds, series: &[Series], typed: &Fields, errors: Json) -> Json {
    let kind_of = |id: &str| kinds.find(id).map(|kind| kind.name.clone());
    let series: Vec<Json> =
        series.iter().map(|one| context! { letters => one.letters, kind => kind_of(&one.kind), last => one.last }).collect();
    let kinds: Vec<Json> = kinds.asset.iter().map(|kind| context! { id => kind.id, name => kind.name }).collect();
    let value = |name: &str| typed.get(name).to_owned();
    context! {
        kinds, series, errors, most => GIVEN_MOST,
        typed => context! { kind => value("kind"), letters => value("letters"), count => value("count"), quarter => value("quarter") },
    }
}

pub async fn give(ctx: Ctx, fields: Fields) -> Answer {
    let given = match read(&fields) {
        Ok((kind, letters, count, quarter)) => ctx.write(move |tx| give_numbers(tx, &kind, &letters, count, &quarter)).await,
        Err(refusal) => Err(refusal.into()),
    };
    let problem = match given {
        // The list shows the new numbers by the letters of their series.
        Ok(given) => {
            let letters = given.first().map(|asset| asset.number.chars().take(3).collect::<String>()).unwrap_or_default();
            let kind = given.first().map(|asset| asset.kind.clone()).unwrap_or_default();
            let to = format!("/admin/assets?kind={}&words={}", encode(&kind), encode(&letters));
            return ctx.go_saying(&to, "assets-numbered");
        }
        Err(problem) => problem,
    };
    let (kinds, series) = ctx.read(|rx| Ok((actions::kinds(rx)?, store::series(rx)?))).await?;
    let shown = |errors| model(&kinds, &series, &fields, platform::json::to_value(errors).unwrap_or_default());
    ctx.form_again(problem, FORM, shown).await
}

fn read(fields: &Fields) -> Result<(String, String, i64, String), Refusal> {
    let count: String = fields.get("count").chars().map(text::western_digit).collect();
    let count = count.trim().parse().map_err(|_| Refusal::new("assets-series-count").with("most", GIVEN_MOST).at("count"))?;
    let quarter = text::clean_optional(fields.get("quarter"), LONGEST)
        .map_err(|_| Refusal::new("assets-text-long").with("most", LONGEST).at("quarter"))?;
    let letters: String = fields.get("letters").chars().take(12).collect();
    Ok((fields.get("kind").to_owned(), letters, count, quarter.unwrap_or_default()))
}

/// Sheets of labels as a page that prints on A4 without margins.
pub async fn sheets(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let found = api::sheets(&ctx, &query, SHEETS).await?;
    let labels = found.labels(&ctx);
    let drawn = labels.chunks(labels::PER_SHEET).map(labels::sheet).collect::<Result<Vec<String>, Problem>>()?;
    let pairs = ["kind", "words"].into_iter().filter_map(|key| query.opt(key).map(|value| format!("{key}={}", encode(value))));
    let next = found.next.as_ref().map(|after| {
        let all: Vec<String> = pairs.chain(std::iter::once(format!("after={after}"))).collect();
        ctx.url(&format!("/admin/assets/labels?{}", all.join("&")))
    });
    let model = context! {
        sheets => drawn, count => labels.len(), next, phone => !ctx.commune().profile.phone.is_empty(),
    };
    ctx.page("assets/labels.html", model).await
}
