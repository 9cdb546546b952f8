//! The minutes of a sitting as a PDF: who sat, what was said of each file, the number under which they are closed.

use super::print::pdf;
use crate::{make, sheet};
use kernel::{Id, format};
use permits::{Item, Member, Sitting};
use platform::web::Path;
use platform::{Answer, Ctx, Json, Problem, json::json};

pub async fn show(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = Id::parse(&text).ok_or(Problem::NotFound)?;
    let (sitting, items) = ctx
        .write(move |tx| {
            let (sitting, items) = permits::minutes(tx, &id)?;
            let mut told = Vec::new();
            for item in items {
                let facts = sheet::of_case(tx, &item.case)?;
                told.push((item, facts));
            }
            Ok((sitting, told))
        })
        .await?;
    let (year, number) = sitting.number.ok_or(Problem::NotFound)?;
    let reference = format!("{number}/{year}");
    let title = ctx.text("documents-minutes-title", &[]);
    let model = model(&ctx, &sitting, &items, &reference, &title);
    let content = make::render(&ctx, "minutes", model, title, ctx.lang, Vec::new()).await?;
    pdf(content, &format!("minutes-{year}-{number}"))
}

fn model(ctx: &Ctx, sitting: &Sitting, items: &[(Item, sheet::Facts)], reference: &str, title: &str) -> Json {
    let word = |key: &str| ctx.text(key, &[]);
    let day = format::long_day(sitting.held_on, ctx.lang);
    let member = |member: &Member| {
        let presence = if member.present { "documents-minutes-present" } else { "documents-minutes-absent" };
        json!([member.body, member.name, word(presence)])
    };
    let item = |(place, (item, facts)): (usize, &(Item, sheet::Facts))| {
        let n = (place + 1).to_string();
        let named = [("n", n.as_str()), ("title", facts.title().text(ctx.lang)), ("code", item.code.as_str())];
        let finding = item.finding.map(|finding| word(&format!("permits-finding-{finding}"))).unwrap_or_default();
        let words: Vec<&str> = item.words.lines().filter(|line| !line.trim().is_empty()).collect();
        let mut lines = sheet::examined(ctx, facts);
        lines.push(json!([word("documents-minutes-finding"), finding]));
        json!({ "name": ctx.text("documents-minutes-item", &named), "lines": lines, "texts": words })
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
            "items": items.iter().enumerate().map(item).collect::<Vec<_>>(),
            "signers": sitting.members.iter().filter(|member| member.present).map(signer).collect::<Vec<_>>(),
        }),
    );
    model
}
