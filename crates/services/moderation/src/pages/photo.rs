//! One photo: parts of it are hidden by boxes that are drawn, or by numbered squares that are ticked; before and after.

use super::{error, id, status};
use crate::model::Version;
use crate::{actions, rules, store};
use cases::Case;
use kernel::{Id, Refusal, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, context};

pub async fn show(ctx: Ctx, Path((case, file)): Path<(String, String)>) -> Answer {
    again(&ctx, (id(&case)?, id(&file)?), Vec::new()).await
}

async fn again(ctx: &Ctx, (case, file): (Id, Id), errors: Vec<Json>) -> Answer {
    let (asked, original) = (case, file.clone());
    let (case, versions): (Case, Vec<Version>) = ctx
        .write(move |tx| {
            let case = actions::reached(tx, &asked)?;
            actions::original_of(tx, &case, &original)?;
            tx.look(&case.id, "photo")?;
            let mut versions = store::versions(tx, &case.id)?;
            versions.retain(|version| version.original == original);
            Ok((case, versions))
        })
        .await?;
    let address = |file: &Id| ctx.bare_url(&format!("/desk/files/{file}"));
    let last = versions.last();
    let version = |version: &Version| context! { at => format::moment(version.at, ctx.lang), count => version.parts.len() };
    let model = context! {
        code => case.code, action => ctx.url(&format!("/desk/{}/photos/{file}", case.id)), before => address(&file),
        after => last.map(|version| address(&version.shown)), versions => versions.iter().rev().map(version).collect::<Vec<_>>(),
        cells => (1..=rules::COLUMNS * rules::ROWS).collect::<Vec<_>>(), hidden => last.map_or(0, |version| version.parts.len()),
        is_public => last.is_some_and(|version| case.public_photo.as_ref() == Some(&version.shown)),
        queue => ctx.url("/desk/moderation"), url => ctx.url(&format!("/desk/{}", case.id)), errors => errors,
    };
    ctx.page_with(status(&errors), "moderation/photo.html", model).await
}

/// Makes a new version from the photo as it was sent: what was hidden before stays so, unless the moderator begins anew.
pub async fn hide(ctx: Ctx, Path((case, file)): Path<(String, String)>, fields: Fields) -> Answer {
    let (case, file) = (id(&case)?, id(&file)?);
    let new = match rules::parts(fields.all("cell"), fields.get("boxes")) {
        Ok(parts) => parts,
        Err(refusal) => return again(&ctx, (case, file), error(&ctx, &refusal)).await,
    };
    let fresh = fields.ticked("fresh");
    if new.is_empty() && !fresh {
        let refusal = Refusal::new("moderation-parts-none").at("parts");
        return again(&ctx, (case, file), error(&ctx, &refusal)).await;
    }
    let (asked, original) = (case.clone(), file.clone());
    let (blob, mut parts) = ctx
        .read(move |rx| {
            let case = actions::reached(rx, &asked)?;
            let before = actions::hidden(rx, &case, &original)?.filter(|_| !fresh);
            Ok((actions::original_of(rx, &case, &original)?.blob, before.map_or_else(Vec::new, |version| version.parts)))
        })
        .await?;
    parts.extend(new);
    let photo = photos::without(&ctx, &blob, parts.clone()).await?;
    let (asked, original) = (case.clone(), file.clone());
    let done = ctx.write(move |tx| actions::keep_version(tx, &asked, &original, &photo, &parts)).await;
    match done {
        Ok(_) => ctx.go_saying(&format!("/desk/{case}/photos/{file}"), "moderation-said-hidden"),
        Err(Problem::Refused(refusal)) => again(&ctx, (case, file), error(&ctx, &refusal)).await,
        Err(problem) => Err(problem.into()),
    }
}
