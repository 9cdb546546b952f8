//! Static files under `/assets/{hash}/{name}`: named by content, so that a browser keeps them for a year.

use crate::app::App;
use crate::templates::Assets;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use std::collections::HashMap;
use store::seal::hex_sha256;

#[derive(RustEmbed)]
#[folder = "../../../web/dist"]
#[allow_missing = true]
struct Dist;

/// The base map of this machine, read piece by piece.
pub const MAP: &str = "/map.pmtiles";

/// The addresses of all static files and the drawings of the icons.
pub fn load(map: &std::path::Path) -> Assets {
    let mut urls = HashMap::new();
    for name in Dist::iter() {
        if let Some(file) = Dist::get(&name) {
            let hash = &hex_sha256(&file.data)[..10];
            urls.insert(name.to_string(), format!("/assets/{hash}/{name}"));
        }
    }
    let icons = Dist::get("icons.json").and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default();
    let tiles = if map.is_file() { MAP.to_owned() } else { String::new() };
    Assets { urls, icons, tiles }
}

pub async fn serve(State(_): State<App>, Path((_, name)): Path<(String, String)>) -> Response {
    let Some(file) = Dist::get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [(header::CONTENT_TYPE, content_type(&name)), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, file.data.into_owned()).into_response()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or("") {
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "geojson" => "application/json",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        _ => "application/octet-stream",
    }
}
