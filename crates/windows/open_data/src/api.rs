//! Downloads without a language in their address, and the catalogue in DCAT for harvesters.

use crate::formats::Form;
use crate::gather;
use axum::body::Body;
use futures_util::stream;
use kernel::Lang;
use platform::json::{Map, json};
use platform::web::{IntoResponse, Path};
use platform::{Answer, Ctx, Dataset, Json, Problem, Result, Tx};

/// The licence of the national portal; the commune may confirm another one.
pub const LICENCE: &str = "https://opendatacommons.org/licenses/odbl/1-0/";
/// A file on its way.
struct Sending {
    ctx: Ctx,
    dataset: Dataset,
    form: Form,
    /// What was read and is not sent yet.
    ready: Option<String>,
    /// Where the rows go on.
    next: Option<String>,
}

/// The first rows are read before anything is answered, so that a failure is told as one. A short file is sent whole.
pub async fn download(ctx: Ctx, Path(file): Path<String>) -> Answer {
    let (id, ending) = file.rsplit_once('.').ok_or(Problem::NotFound)?;
    let dataset = gather::find(ctx.app(), id)?;
    let form = Form::of(&dataset).into_iter().find(|form| form.ending() == ending).ok_or(Problem::NotFound)?;
    let wanted = dataset.clone();
    let beginning = ctx.read(move |rx| gather::beginning(rx, &wanted)).await?;
    let about = json!({
        "id": dataset.id, "commune": &*ctx.commune().code, "licence": LICENCE, "read_at": beginning.at.to_string(),
        "columns": dataset.columns.iter().map(|(name, _)| name).collect::<Vec<_>>(),
    });
    let form = if form == Form::Csv && ctx.query().ticked("excel") { Form::Sheet } else { form };
    let mut text = form.head(&dataset, &about) + &form.rows(&dataset, &beginning.rows, true);
    let headers = [
        ("content-type", format!("{}; charset=utf-8", form.media())),
        ("content-disposition", format!("inline; filename=\"{}-{id}.{ending}\"", ctx.commune().slug)),
        ("access-control-allow-origin", "*".to_owned()),
        ("cache-control", "public, max-age=60".to_owned()),
    ];
    let Some(next) = beginning.next.clone() else {
        text.push_str(form.tail());
        return Ok((headers, text).into_response());
    };
    let sending = Sending { ctx, dataset, form, ready: Some(text), next: Some(next) };
    let body = Body::from_stream(stream::try_unfold(sending, |sending| async move { sent(sending).await.map_err(broken) }));
    Ok((headers, body).into_response())
}

async fn sent(mut sending: Sending) -> Result<Option<(String, Sending)>> {
    if let Some(ready) = sending.ready.take() {
        return Ok(Some((ready, sending)));
    }
    let Some(after) = sending.next.take() else { return Ok(None) };
    let (form, dataset) = (sending.form, sending.dataset.clone());
    let read = move |rx: &mut Tx| {
        let (rows, next) = gather::page(rx, &dataset, &after)?;
        Ok((form.rows(&dataset, &rows, false), next))
    };
    let (mut text, next) = sending.ctx.read(read).await?;
    if next.is_none() {
        text.push_str(form.tail());
    }
    sending.next = next;
    Ok(Some((text, sending)))
}

/// The connection breaks where the reading did: half a file is not taken for the whole.
fn broken(problem: Problem) -> std::io::Error {
    tracing::error!(?problem, "a dataset broke off");
    std::io::Error::other("the file broke off")
}

/// The same rows in a form that another standard fixes: dataset, name, address, media type.
pub const ELSEWHERE: [(&str, &str, &str, &str); 1] =
    [("reports", "GeoReport Bulk (CSV)", "/open311/bulk/requests.csv", "text/csv")];

/// A text in each language that has it, as JSON-LD writes them.
fn texts(ctx: &Ctx, key: &str) -> Json {
    let words = ctx.app().words();
    let known = |lang: &Lang| words.keys(*lang).contains(key);
    let texts: Map<String, Json> =
        Lang::ALL.into_iter().filter(known).map(|lang| (lang.code().to_owned(), json!(words.text(lang, key, &[])))).collect();
    Json::Object(texts)
}

fn described(ctx: &Ctx, dataset: &Dataset) -> Json {
    let elsewhere = ELSEWHERE.iter().filter(|(id, ..)| *id == dataset.id).map(|(_, _, path, media)| ((*path).to_owned(), *media));
    let distributions: Vec<Json> = Form::of(dataset)
        .into_iter()
        .map(|form| (format!("/data/{}.{}", dataset.id, form.ending()), form.media()))
        .chain(elsewhere)
        .map(|(path, media)| {
            let address = ctx.full_url(&ctx.bare_url(&path));
            json!({ "@type": "dcat:Distribution", "dcat:downloadURL": address, "dcat:accessURL": address, "dcat:mediaType": media, "dct:license": LICENCE })
        })
        .collect();
    json!({
        "@type": "dcat:Dataset", "@id": ctx.full_url(&ctx.url(&format!("/open-data/{}", dataset.id))),
        "dct:identifier": dataset.id, "dct:title": texts(ctx, dataset.title), "dct:description": texts(ctx, dataset.description),
        "dct:license": LICENCE, "dct:accrualPeriodicity": "http://publications.europa.eu/resource/authority/frequency/CONT",
        "dcat:distribution": distributions,
    })
}

pub async fn catalogue(ctx: Ctx) -> Answer {
    let commune = ctx.commune().name.clone();
    let languages = json!({ "@container": "@language" });
    let body = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
            "dct:title": languages, "dct:description": languages, "foaf:name": languages,
            "dcat:downloadURL": { "@type": "@id" }, "dcat:accessURL": { "@type": "@id" }, "dct:license": { "@type": "@id" },
            "dct:accrualPeriodicity": { "@type": "@id" },
        },
        "@type": "dcat:Catalog", "@id": ctx.full_url(&ctx.bare_url("/data/catalog.json")),
        "dct:title": texts(&ctx, "open_data-title"), "dct:description": texts(&ctx, "open_data-lead"), "dct:license": LICENCE,
        "dct:publisher": { "@type": "foaf:Agent", "dct:identifier": &*ctx.commune().code, "foaf:name": commune },
        "dcat:dataset": gather::datasets(ctx.app()).iter().map(|dataset| described(&ctx, dataset)).collect::<Vec<_>>(),
    });
    let headers = [("content-type", "application/ld+json"), ("access-control-allow-origin", "*")];
    Ok((headers, body.to_string()).into_response())
}
