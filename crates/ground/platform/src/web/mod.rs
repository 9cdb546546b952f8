//! The web as modules see it: routes, forms, `Ctx`, and answers.

mod address;
mod cookies;
pub(crate) mod ctx;
pub(crate) mod failure;
mod fields;
pub(crate) mod front;
pub(crate) mod guard;
pub(crate) mod kept;
pub(crate) mod limits;
mod menu;
mod paging;
mod routes;
mod sent;
pub(crate) mod statics;
pub(crate) mod warm;

pub use axum::extract::Path;
pub use axum::http::{HeaderMap, StatusCode};
pub use axum::response::{IntoResponse, Response};
pub use cookies::Cookies;
pub use ctx::{Ctx, FieldError};
pub use failure::{Answer, Failure};
pub use fields::{Fields, Upload, encode};
pub use front::{form_policy, framed_policy, let_hear, no_store};
pub use guard::bearer;
pub use limits::{Allowance, Limits};
pub use paging::Cursor;
pub use routes::{Access, FormPart, Kind, Route, RouteInfo, Routes, Told};
pub use sent::Sent;
