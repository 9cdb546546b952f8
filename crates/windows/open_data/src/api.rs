//! Downloads without a language in their address, and the catalogue in DCAT for harvesters.

use crate::{formats, gather};
use kernel::Lang;
use platform::json::{self, Map, json};
use platform::web::{IntoResponse, Path};
use platform::{Answer, Ctx, Dataset, Json, Problem};

/// The licence of the national portal; the commune may confirm another one.
pub const LICENCE: &str = "https://opendatacommons.org/licenses/odbl/1-0/";
/// Tells a spreadsheet that the text is UTF-8.
const MARK: &str = "\u{feff}";

pub async fn download(ctx: Ctx, Path(file): Path<String>) -> Answer {
    let (id, kind) = file.rsplit_once('.').ok_or(Problem::NotFound)?;
    let dataset = gather::find(ctx.app(), id)?;
    if !kinds(&dataset).iter().any(|(known, _)| *known == kind) {
        return Err(Problem::NotFound.into());
    }
    let wanted = dataset.clone();
    let table = ctx.read(move |rx| gather::table(rx, &wanted)).await?;
    let body = match kind {
        "csv" if ctx.query().ticked("excel") => format!("{MARK}{}", formats::csv(&dataset, &table.rows)),
        "csv" => formats::csv(&dataset, &table.rows),
        "geojson" => formats::geojson(&dataset, &table.rows).ok_or(Problem::NotFound)?.to_string(),
        _ => written(&json!({
            "id": dataset.id, "commune": &*ctx.commune().code, "licence": LICENCE, "read_at": table.at.to_string(),
            "columns": dataset.columns.iter().map(|(name, _)| name).collect::<Vec<_>>(),
            "rows": formats::objects(&dataset, &table.rows),
        }))?,
    };
    let media = kinds(&dataset).into_iter().find(|(known, _)| *known == kind).map_or("", |(_, media)| media);
    let headers = [
        ("content-type", format!("{media}; charset=utf-8")),
        ("content-disposition", format!("inline; filename=\"{}-{id}.{kind}\"", ctx.commune().slug)),
        ("access-control-allow-origin", "*".to_owned()),
        ("cache-control", "public, max-age=60".to_owned()),
    ];
    Ok((headers, body).into_response())
}

fn written(value: &Json) -> platform::Result<String> {
    Ok(json::to_string(value)?)
}

/// The same rows in a form that another standard fixes: dataset, name, address, media type.
pub const ELSEWHERE: [(&str, &str, &str, &str); 1] =
    [("reports", "GeoReport Bulk (CSV)", "/open311/bulk/requests.csv", "text/csv")];

/// The formats of a dataset, with their media types.
pub fn kinds(dataset: &Dataset) -> Vec<(&'static str, &'static str)> {
    let mut kinds = vec![("csv", "text/csv"), ("json", "application/json")];
    if dataset.point.is_some() {
        kinds.push(("geojson", "application/geo+json"));
    }
    kinds
}

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
    let distributions: Vec<Json> = kinds(dataset)
        .into_iter()
        .map(|(kind, media)| (format!("/data/{}.{kind}", dataset.id), media))
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
    Ok((headers, written(&body)?).into_response())
}
