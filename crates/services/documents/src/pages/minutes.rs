//! The minutes of a sitting as a PDF: who sat, what was said of each file, the number under which they are closed.

use super::print::pdf;
use crate::{make, sheet};
use kernel::{Id, Label, format};
use permits::{Item, Member, Sitting};
use platform::web::Path;
use platform::{Answer, Ctx, Json, Problem, json::json};

pub async fn show(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = Id::parse(&text).ok_or(Problem::NotFound)?;
    let (sitting, items) = ctx
        .read(move |rx| {
            let (sitting, items) = permits::minutes(rx, &id)?;
            let catalog = procedures::catalog(rx)?;
            let mut named = Vec::new();
            for item in items {
                let procedure = cases::find(rx, &item.case)?.procedure;
                named.push((item, catalog.find(&procedure).map(|known| known.title.clone()).unwrap_or_default()));
            }
            Ok((sitting, named))
        })
        .await?;
    let (year, number) = sitting.number.ok_or(Problem::NotFound)?;
    let reference = format!("{number}/{year}");
    let title = ctx.text("documents-minutes-title", &[]);
    let model = model(&ctx, &sitting, &items, &reference, &title);
    let content = make::render(&ctx, "minutes", model, title, ctx.lang, Vec::new()).await?;
    pdf(content, &format!("minutes-{year}-{number}"))
}

fn model(ctx: &Ctx, sitting: &Sitting, items: &[(Item, Label)], reference: &str, title: &str) -> Json {
    let word = |key: &str| ctx.text(key, &[]);
    let day = format::long_day(sitting.held_on, ctx.lang);
    let member = |member: &Member| {
        let presence = if member.present { "documents-minutes-present" } else { "documents-minutes-absent" };
        json!([member.body, member.name, word(presence)])
    };
    let item = |(item, title): &(Item, Label)| {
        let named = [("n", item.position.to_string()), ("title", title.text(ctx.lang).to_owned()), ("code", item.code.clone())];
        let named: Vec<(&str, &str)> = named.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let finding = item.finding.map(|finding| word(&format!("permits-finding-{finding}"))).unwrap_or_default();
        let words: Vec<&str> = item.words.lines().filter(|line| !line.trim().is_empty()).collect();
        json!({
            "name": ctx.text("documents-minutes-item", &named), "texts": words, "lines": [[word("documents-minutes-finding"), finding]],
        })
    };
    let signer = |member: &Member| json!({ "role": member.body, "name": member.name });
    let mut model = sheet::head(ctx, None, reference);
    sheet::merge(
        &mut model,
        json!({
            "title": title,
            "texts": {
                "opening": [ctx.text("documents-minutes-opening", &[("day", &day)])],
                "decision": [ctx.text("documents-minutes-conclusion", &[("number", reference)])],
            },
            "lines": [
                [word("documents-minutes-place"), sitting.place],
                [word("documents-minutes-scale"), word(&format!("permits-scale-{}", sitting.scale))],
            ],
            "labels": {
                "members": word("documents-minutes-members"), "decision": word("documents-minutes-decision"), "signatures": word("documents-minutes-signatures"),
            },
            "members": {
                "head": [word("documents-minutes-body"), word("documents-minutes-name"), word("documents-minutes-presence")],
                "rows": sitting.members.iter().map(member).collect::<Vec<_>>(),
            },
            "items": items.iter().map(item).collect::<Vec<_>>(),
            "signers": sitting.members.iter().filter(|member| member.present).map(signer).collect::<Vec<_>>(),
        }),
    );
    model
}
