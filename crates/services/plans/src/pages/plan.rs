//! One page of a plan, with its remarks and the opinions beside it.

use super::{files, id};
use crate::actions;
use crate::model::{COLUMNS, NewRemark, Picture, Plan, ROWS, Remark, Square};
use cases::{Case, OpinionView};
use kernel::{Id, Label, format};
use platform::web::{Path, StatusCode};
use platform::{Answer, Ctx, Fields, Json, Problem, context};
use std::collections::HashMap;

struct Shown {
    case: Case,
    plan: Plan,
    remarks: Vec<Remark>,
    opinions: Vec<OpinionView>,
    units: HashMap<Id, Label>,
    may: bool,
}

pub async fn show(ctx: Ctx, Path((case, file)): Path<(String, String)>) -> Answer {
    let page = ctx.query().get("page").parse().unwrap_or(1);
    let at = ctx.query().get("at").to_owned();
    again(&ctx, &id(&case)?, &id(&file)?, page, &at, "", None).await
}

/// `words` and `refusal`: what was typed and why it was not taken.
async fn again(ctx: &Ctx, case: &Id, file: &Id, page: i64, at: &str, words: &str, refusal: Option<&kernel::Refusal>) -> Answer {
    let (asked, plan) = (case.clone(), file.clone());
    let shown = ctx
        .write(move |tx| {
            let (case, plan) = actions::find(tx, &asked, &plan)?;
            tx.look(&case.id, "plan")?;
            let units = units::all(tx)?.into_iter().map(|unit| (unit.id, unit.name)).collect();
            let (remarks, opinions) = (actions::remarks(tx, &case.id)?, cases::opinions(tx, &case)?);
            Ok(Shown { may: actions::may_write(tx, &case)?, remarks, opinions, units, case, plan })
        })
        .await?;
    let picture = files::made(ctx, &shown.plan, page).await?;
    let errors: Vec<Json> = refusal
        .map(|refusal| context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) })
        .into_iter()
        .collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut model = model(ctx, &shown, &picture, page, Square::parse(at));
    (model["typed"], model["words"], model["errors"]) = (Json::from(at), Json::from(words), Json::Array(errors));
    ctx.page_with(status, "plans/plan.html", model).await
}

fn model(ctx: &Ctx, shown: &Shown, picture: &Picture, page: i64, chosen: Option<Square>) -> Json {
    let Shown { case, plan, remarks, opinions, units, may } = shown;
    let base = ctx.url(&format!("/desk/{}/plans/{}", case.id, plan.file.id));
    let (wide, high) = (picture.width as f64 / COLUMNS as f64, picture.height as f64 / ROWS as f64);
    let cell = |square: Square| {
        context! {
            name => square.to_string(), x => (square.column as f64 * wide).round() as i64, y => (square.row as f64 * high).round() as i64,
            url => format!("{base}?page={page}&at={square}#remark"), chosen => chosen == Some(square),
        }
    };
    let own: Vec<&Remark> = remarks.iter().filter(|remark| remark.file == plan.file.id).collect();
    let pin = |(place, remark): (usize, &&Remark)| {
        let square = Square::parse(&remark.square).unwrap_or(Square { column: 0, row: 0 });
        // Several pins of one square lie beside each other.
        let beside = own.iter().take(place).filter(|other| other.page == remark.page && other.square == remark.square).count();
        context! {
            number => remark.number, x => ((square.column as f64 + 0.5) * wide) as i64 + beside as i64 * 26, y => ((square.row as f64 + 0.5) * high) as i64,
            resolved => remark.resolved_at.is_some(),
        }
    };
    let row = |remark: &&Remark| {
        context! {
            number => remark.number, page => remark.page, square => remark.square, words => remark.words, when => format::moment(remark.written_at, ctx.lang),
            unit => remark.unit.as_ref().and_then(|unit| units.get(unit)), resolved => remark.resolved_at.map(|at| format::day(at.day(), ctx.lang)),
            url => format!("{base}?page={}#plan", remark.page), action => may.then(|| ctx.url(&format!("/desk/{}/remarks/{}", case.id, remark.number))),
        }
    };
    let opinion = |opinion: &OpinionView| context! { title => opinion.title, verdict => opinion.verdict, words => opinion.words };
    let link = |page: i64| format!("{base}?page={page}");
    context! {
        title => plan.label, code => case.code, file => ctx.url(&format!("/desk/{}", case.id)), page => page, pages => picture.pages, width => picture.width, height => picture.height,
        picture => ctx.bare_url(&format!("/desk/plans/{}/pages/{page}", plan.file.id)), cell_width => wide.round() as i64, cell_height => high.round() as i64,
        cells => if *may { Square::all().map(cell).collect::<Vec<_>>() } else { Vec::new() },
        pins => own.iter().enumerate().filter(|(_, remark)| remark.page == page).map(pin).collect::<Vec<_>>(), remarks => own.iter().map(row).collect::<Vec<_>>(),
        opinions => opinions.iter().map(opinion).collect::<Vec<_>>(), may => may, action => base, aside => plan.aside_at.is_some(),
        aside_url => ctx.url(&format!("/desk/{}/plans/{}/aside", case.id, plan.file.id)), original => ctx.bare_url(&format!("/desk/pieces/{}", plan.file.id)),
        stamped => plan.blob.is_some().then(|| ctx.bare_url(&format!("/desk/plans/{}/stamped.pdf", plan.file.id))),
        prev => (page > 1).then(|| link(page - 1)), next => (page < picture.pages).then(|| link(page + 1)),
    }
}

pub async fn remark(ctx: Ctx, Path((case, file)): Path<(String, String)>, fields: Fields) -> Answer {
    let (case, file) = (id(&case)?, id(&file)?);
    let page = fields.get("page").parse().unwrap_or(1);
    let new = NewRemark { page, square: fields.get("square").to_owned(), words: fields.get("words").to_owned() };
    let (asked, plan) = (case.clone(), file.clone());
    let (_, plan) = ctx.read(move |rx| actions::find(rx, &asked, &plan)).await?;
    let pages = files::made(&ctx, &plan, page).await?.pages;
    let (asked, to, kept) = (case.clone(), file.clone(), new.clone());
    match ctx.write(move |tx| actions::remark(tx, &asked, &to, &kept, pages)).await {
        Ok(_) => ctx.go_saying(&format!("/desk/{case}/plans/{file}?page={page}"), "plans-said-remarked"),
        Err(Problem::Refused(refusal)) => again(&ctx, &case, &file, page, &new.square, &new.words, Some(&refusal)).await,
        Err(other) => Err(other.into()),
    }
}

pub async fn resolve(ctx: Ctx, Path((case, number)): Path<(String, i64)>, fields: Fields) -> Answer {
    let case = id(&case)?;
    let (asked, resolved) = (case.clone(), fields.get("resolved") == "yes");
    let file = ctx
        .write(move |tx| {
            actions::resolve(tx, &asked, number, resolved)?;
            Ok(actions::remarks(tx, &asked)?
                .into_iter()
                .find(|remark| remark.number == number)
                .map(|remark| (remark.file, remark.page)))
        })
        .await?;
    let (file, page) = file.ok_or(Problem::NotFound)?;
    ctx.go_saying(&format!("/desk/{case}/plans/{file}?page={page}"), "plans-said-resolved")
}

pub async fn set_aside(ctx: Ctx, Path((case, file)): Path<(String, String)>, fields: Fields) -> Answer {
    let (case, file, aside) = (id(&case)?, id(&file)?, fields.get("aside") == "yes");
    let (asked, plan) = (case.clone(), file.clone());
    ctx.write(move |tx| actions::set_aside(tx, &asked, &plan, aside)).await?;
    ctx.go_saying(&format!("/desk/{case}/plans/{file}"), "plans-said-aside")
}
