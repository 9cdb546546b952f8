//! What a program sends as JSON, within the limits of a form.

use super::failure::Failure;
use super::fields::too_large;
use crate::app::App;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use kernel::Refusal;
use serde::de::DeserializeOwned;

/// A JSON body read into a type. An empty body counts as an empty object.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Sent<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let most = app.config().limits.form_bytes;
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
        let is_json = kind.to_ascii_lowercase().starts_with("application/json");
        let body = axum::body::to_bytes(request.into_body(), most).await.map_err(|_| too_large(most))?;
        let body = if body.is_empty() { &b"{}"[..] } else { &body[..] };
        // A form of another site cannot be sent as JSON without the browser asking first.
        if !is_json && body != b"{}" {
            return Err(Refusal::new("platform-not-json").into());
        }
        let read = serde_json::from_slice(body);
        read.map(Sent).map_err(|error| Refusal::new("platform-json-unreadable").with("why", error).into())
    }
}
