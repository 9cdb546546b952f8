//! A problem on its way out: the handler returns it, the front door turns it into a page or RFC 9457 JSON, once.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::Refusal;
use store::Problem;

/// What every handler answers.
pub type Answer = std::result::Result<Response, Failure>;

/// A [`Problem`] as an answer: its status, and itself in the extensions for the front door to tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure(pub Problem);

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Failure(problem)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure(refusal.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = status(&self.0).into_response();
        response.extensions_mut().insert(self.0);
        response
    }
}

/// The HTTP status of a problem. A few refusals are about the request itself and have a status of their own.
pub fn status(problem: &Problem) -> StatusCode {
    let code = match problem {
        Problem::Refused(refusal) => match refusal.key.as_str() {
            "platform-too-large" => 413,
            "platform-not-a-photo" | "platform-not-a-sound" => 415,
            "platform-not-json" => 415,
            "platform-form-unreadable" | "platform-json-unreadable" => 400,
            "platform-cursor-wrong" => 400,
            "platform-erased" => 410,
            _ => 422,
        },
        other => other.status(),
    };
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
