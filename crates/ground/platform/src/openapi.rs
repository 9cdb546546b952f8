//! The description of the API (OpenAPI 3.1), derived from the routes as they are declared: nothing to forget.

use crate::app::App;
use crate::web::{Access, Answer, Ctx, FormPart, IntoResponse, Kind, Route};
use schemars::SchemaGenerator;
use schemars::generate::{Contract, SchemaSettings};
use serde_json::{Map, Value, json};

/// Schemas of whatever the routes take and answer; each named type stands once among the components.
struct Schemas {
    taken: SchemaGenerator,
    answered: SchemaGenerator,
}

impl Schemas {
    fn new() -> Schemas {
        let of = |contract: Contract| {
            let settings = SchemaSettings::draft2020_12().with(|settings| {
                settings.definitions_path = "/components/schemas".into();
                settings.contract = contract;
            });
            settings.into_generator()
        };
        Schemas { taken: of(Contract::Deserialize), answered: of(Contract::Serialize) }
    }

    fn components(mut self) -> Map<String, Value> {
        let mut all = self.taken.take_definitions(true);
        all.extend(self.answered.take_definitions(true));
        all.insert("Problem".into(), problem());
        all
    }
}

/// `GET /openapi.json`.
pub async fn openapi(ctx: Ctx) -> Answer {
    let server = ctx.full_url(&ctx.bare_url(""));
    let document = describe(ctx.app(), &server);
    let open = [("access-control-allow-origin", "*"), ("cache-control", "public, max-age=60")];
    Ok((open, ctx.json(document)?).into_response())
}

fn describe(app: &App, server: &str) -> Value {
    let mut schemas = Schemas::new();
    let mut paths: Map<String, Value> = Map::new();
    for route in app.modules().iter().flat_map(|module| module.declared_routes()) {
        if route.info.kind == Kind::Machine {
            let slot = paths.entry(route.info.path.replace("{*", "{")).or_insert_with(|| json!({}));
            slot[route.info.method.as_str().to_ascii_lowercase()] = operation(route, &mut schemas);
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Jamaa", "version": env!("CARGO_PKG_VERSION"), "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
            "description": "What a commune offers to programs. Errors are RFC 9457 problems; Accept-Language chooses the language of their sentences.",
        },
        "servers": [{ "url": server }],
        "paths": paths,
        "components": {
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer" }, "session": { "type": "apiKey", "in": "cookie", "name": "jamaa" } },
            "schemas": schemas.components(),
        },
    })
}

fn media(route: &Route) -> &'static str {
    let by_ending = match route.info.path.rsplit('.').next() {
        Some("csv") => "text/csv",
        Some("xml") => "text/xml",
        Some("atom") => "application/atom+xml",
        Some("geojson") => "application/geo+json",
        Some("svg") => "image/svg+xml",
        Some("css") => "text/css",
        Some("txt") => "text/plain",
        Some("pdf") => "application/pdf",
        Some("ttl") => "text/turtle",
        Some("jsonld") => "application/ld+json",
        Some("toml") => "application/toml",
        _ => "application/json",
    };
    route.told.media.unwrap_or(by_ending)
}

fn operation(route: &Route, schemas: &mut Schemas) -> Value {
    let (info, told) = (&route.info, &route.told);
    let schema = told.answers.map_or_else(|| json!({}), |schema| schema(&mut schemas.answered).to_value());
    let mut operation = json!({
        "tags": [info.module],
        "operationId": name(info.method.as_str(), info.path),
        "parameters": parameters(route),
        "responses": {
            "200": { "description": "OK", "content": { media(route): { "schema": schema } } },
            "default": { "description": "A problem (RFC 9457)", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } },
        },
    });
    if !told.about.is_empty() {
        operation["summary"] = json!(told.about);
    }
    if let Some(body) = body(route, schemas) {
        operation["requestBody"] = body;
    }
    if let Access::Holds(permission) = info.access {
        operation["security"] = json!([{ "key": [] }, { "session": [] }]);
        operation["x-permission"] = json!(permission.0);
    }
    operation
}

fn name(method: &str, path: &str) -> String {
    let words = path.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(method.to_ascii_lowercase(), |name, word| format!("{name}_{word}"))
}

fn body(route: &Route, schemas: &mut Schemas) -> Option<Value> {
    if let Some(schema) = route.told.takes {
        let schema = schema(&mut schemas.taken).to_value();
        return Some(json!({ "content": { "application/json": { "schema": schema } } }));
    }
    if route.told.form.is_empty() {
        return None;
    }
    let part = |part: FormPart| match part {
        FormPart::Text => json!({ "type": "string" }),
        FormPart::Number => json!({ "type": "integer" }),
        FormPart::File => json!({ "type": "string", "contentMediaType": "application/octet-stream" }),
    };
    let properties: Map<String, Value> = route.told.form.iter().map(|(name, kind)| ((*name).to_owned(), part(*kind))).collect();
    let form = json!({ "schema": { "type": "object", "properties": properties } });
    Some(json!({ "content": { "multipart/form-data": form } }))
}

fn parameters(route: &Route) -> Vec<Value> {
    let text = json!({ "type": "string" });
    let in_path = names(route.info.path).map(|name| json!({ "name": name, "in": "path", "required": true, "schema": text }));
    let told = |place: &'static str, (name, about): &(&str, &str)| json!({ "name": name, "in": place, "description": about, "schema": { "type": "string" } });
    let query = route.told.query.iter().map(|parameter| told("query", parameter));
    let headers = route.told.headers.iter().map(|parameter| told("header", parameter));
    in_path.chain(query).chain(headers).collect()
}

/// The names in braces of an address.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(|name| name.trim_start_matches('*'))
}

fn problem() -> Value {
    let text = json!({ "type": ["string", "null"] });
    let basis = json!({ "type": ["object", "null"], "required": ["law", "article"], "properties": { "law": { "type": "string" }, "article": { "type": "string" } } });
    json!({
        "type": "object",
        "description": "RFC 9457. `detail` is a sentence for people in the asked language; `errors` says it again for programs, fault by fault.",
        "required": ["type", "title", "status", "detail", "errors"],
        "properties": {
            "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" },
            "errors": { "type": "array", "items": {
                "type": "object", "required": ["field", "code", "detail", "basis"],
                "properties": { "field": text, "code": { "type": "string" }, "detail": { "type": "string" }, "basis": basis },
            } },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_braces_is_a_parameter() {
        assert_eq!(names("/cases/{code}/files/{*id}").collect::<Vec<_>>(), ["code", "id"]);
    }

    #[test]
    fn an_operation_has_a_name_that_a_program_can_bear() {
        assert_eq!(name("GET", "/api/drafts/{code}"), "get_api_drafts_code");
    }
}
