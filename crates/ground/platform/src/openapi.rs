//! The description of the API (OpenAPI 3.1), derived from the routes as they are declared: nothing to forget.

use crate::app::App;
use crate::web::{Access, Answer, Ctx, Kind, Route};
use serde_json::{Map, Value, json};

/// `GET /api/openapi.json`.
pub async fn openapi(ctx: Ctx) -> Answer {
    let server = ctx.full_url(&ctx.bare_url(""));
    ctx.json(describe(ctx.app(), &server))
}

fn describe(app: &App, server: &str) -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for route in app.modules().iter().flat_map(|module| module.declared_routes()) {
        if route.info.kind == Kind::Machine {
            let slot = paths.entry(route.info.path.replace("{*", "{")).or_insert_with(|| json!({}));
            slot[route.info.method.as_str().to_ascii_lowercase()] = operation(route);
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Jamaa", "version": env!("CARGO_PKG_VERSION"), "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" } },
        "servers": [{ "url": server }],
        "paths": paths,
        "components": {
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer" }, "session": { "type": "apiKey", "in": "cookie", "name": "jamaa" } },
            "schemas": { "Problem": problem() },
        },
    })
}

fn operation(route: &Route) -> Value {
    let info = &route.info;
    let kind = match info.path.rsplit('.').next() {
        Some("csv") => "text/csv",
        Some("xml") => "text/xml",
        Some("atom") => "application/atom+xml",
        Some("geojson") => "application/geo+json",
        Some("svg") => "image/svg+xml",
        Some("css") => "text/css",
        Some("txt") => "text/plain",
        _ => "application/json",
    };
    let schema = route.schema.map_or_else(|| json!({}), |schema| schema());
    let mut operation = json!({
        "tags": [info.module],
        "operationId": format!("{} {}", info.method, info.path),
        "parameters": parameters(info.path),
        "responses": {
            "200": { "description": "OK", "content": { kind: { "schema": schema } } },
            "default": { "description": "RFC 9457", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } },
        },
    });
    if let Access::Holds(permission) = info.access {
        operation["security"] = json!([{ "key": [] }, { "session": [] }]);
        operation["x-permission"] = json!(permission.0);
    }
    operation
}

fn parameters(path: &str) -> Vec<Value> {
    let names = path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    names.map(|name| json!({ "name": name.trim_start_matches('*'), "in": "path", "required": true, "schema": { "type": "string" } })).collect()
}

fn problem() -> Value {
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" },
            "errors": { "type": "array", "items": { "type": "object", "properties": { "field": { "type": "string" }, "code": { "type": "string" }, "detail": { "type": "string" } } } },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_braces_is_a_parameter() {
        let names: Vec<Value> =
            parameters("/cases/{code}/files/{*id}").iter().map(|parameter| parameter["name"].clone()).collect();
        assert_eq!(names, ["code", "id"]);
    }
}
