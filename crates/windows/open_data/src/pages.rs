//! The catalogue for people: what there is, what each column means, the first rows, and the files.

use crate::api::{ELSEWHERE, LICENCE};
use crate::formats::{Form, plain};
use crate::gather::{self, Beginning};
use platform::web::Path;
use platform::{Answer, Ctx, Dataset, Json, Result, context};
use std::sync::Arc;

const PREVIEW: usize = 10;

pub async fn catalogue(ctx: Ctx) -> Answer {
    let datasets = gather::datasets(ctx.app());
    let asked = datasets.clone();
    let beginnings: Vec<Arc<Beginning>> =
        ctx.read(move |rx| asked.iter().map(|dataset| gather::beginning(rx, dataset)).collect::<Result<_>>()).await?;
    let lines: Vec<Json> = datasets
        .iter()
        .zip(&beginnings)
        .map(|(dataset, beginning)| {
            context! {
                title => dataset.title, about => dataset.description, url => ctx.url(&format!("/open-data/{}", dataset.id)),
                count => beginning.rows.len(), more => beginning.next.is_some(), map => dataset.point.is_some(), files => files(&ctx, dataset),
            }
        })
        .collect();
    ctx.page(
        "open_data/catalogue.html",
        context! { lines => lines, catalogue => ctx.bare_url("/data/catalog.json"), licence => LICENCE },
    )
    .await
}

fn files(ctx: &Ctx, dataset: &Dataset) -> Vec<Json> {
    let file = |form: Form| {
        let name = if form == Form::GeoJson { "GeoJSON".to_owned() } else { form.ending().to_uppercase() };
        context! { name => name, url => ctx.bare_url(&format!("/data/{}.{}", dataset.id, form.ending())) }
    };
    let elsewhere = ELSEWHERE.iter().filter(|(id, ..)| *id == dataset.id);
    let elsewhere = elsewhere.map(|(_, name, path, _)| context! { name => name, url => ctx.bare_url(path) });
    Form::of(dataset).into_iter().map(file).chain(elsewhere).collect()
}

pub async fn dataset(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let dataset = gather::find(ctx.app(), &id)?;
    let wanted = dataset.clone();
    let beginning = ctx.read(move |rx| gather::beginning(rx, &wanted)).await?;
    ctx.page("open_data/dataset.html", model(&ctx, &dataset, &beginning)).await
}

fn model(ctx: &Ctx, dataset: &Dataset, beginning: &Beginning) -> Json {
    let columns: Vec<Json> = dataset.columns.iter().map(|(name, about)| context! { name => name, about => about }).collect();
    // Codes, days and figures stay on one line; texts of people may wrap.
    let cell = |value: &Json| {
        let text = plain(value);
        context! { code => text.is_ascii() && !text.contains(' '), text => text }
    };
    let preview: Vec<Vec<Json>> = beginning.rows.iter().take(PREVIEW).map(|row| row.iter().map(cell).collect()).collect();
    context! {
        id => dataset.id, title => dataset.title, about => dataset.description, columns => columns, preview => preview,
        count => beginning.rows.len(), more => beginning.next.is_some(), at => beginning.at.to_string(), files => files(ctx, dataset), licence => LICENCE,
        excel => ctx.bare_url(&format!("/data/{}.csv?excel=1", dataset.id)),
    }
}
