//! Cookies besides that of a session: a device that is known, a visit that lasts minutes.

use super::ctx::Ctx;
use super::failure::Failure;
use super::guard;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use store::Problem;

/// The cookies that a request brings.
pub struct Cookies(HeaderMap);

impl Cookies {
    pub fn get(&self, name: &str) -> Option<&str> {
        guard::cookie(&self.0, name)
    }
}

impl<S: Sync> FromRequestParts<S> for Cookies {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        Ok(Cookies(parts.headers.clone()))
    }
}

impl Ctx {
    /// Gives the browser a cookie that no script reads: for so many seconds, or, without an age, until it is closed.
    pub fn give_cookie(&self, response: &mut Response, name: &str, value: &str, age_secs: Option<i64>) -> store::Result<()> {
        let secure = if self.secure { "; Secure" } else { "" };
        let age = age_secs.map_or(String::new(), |secs| format!("; Max-Age={secs}"));
        let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
        let cookie = HeaderValue::from_str(&cookie).map_err(Problem::internal)?;
        response.headers_mut().append(header::SET_COOKIE, cookie);
        Ok(())
    }

    /// The name of a cookie that no other host can set: the prefix needs HTTPS, as the cookie of the session does.
    pub fn host_cookie(&self, name: &str) -> String {
        if self.secure { format!("__Host-{name}") } else { name.to_owned() }
    }

    /// Takes a cookie back.
    pub fn take_cookie(&self, response: &mut Response, name: &str) -> store::Result<()> {
        self.give_cookie(response, name, "", Some(0))
    }
}
