//! The doors: one line each, since reading and telling are the same for all.

use crate::asked::answer;
use crate::{filing, requests, services, updates};
use axum::http::HeaderMap;
use axum::response::Response;
use platform::{Ctx, Failure, Fields, Problem};

type Body = Result<Fields, Failure>;

pub async fn discovery(ctx: Ctx, headers: HeaderMap) -> Response {
    answer(ctx, headers, Ok(Fields::default()), services::discovery).await
}

pub async fn services(ctx: Ctx, headers: HeaderMap) -> Response {
    answer(ctx, headers, Ok(Fields::default()), services::list).await
}

pub async fn definition(ctx: Ctx, headers: HeaderMap) -> Response {
    answer(ctx, headers, Ok(Fields::default()), services::definition).await
}

pub async fn requests(ctx: Ctx, headers: HeaderMap) -> Response {
    answer(ctx, headers, Ok(Fields::default()), requests::list).await
}

pub async fn request(ctx: Ctx, headers: HeaderMap) -> Response {
    answer(ctx, headers, Ok(Fields::default()), requests::one).await
}

pub async fn token(ctx: Ctx, headers: HeaderMap) -> Response {
    answer(ctx, headers, Ok(Fields::default()), requests::token).await
}

pub async fn file(ctx: Ctx, headers: HeaderMap, body: Body) -> Response {
    answer(ctx, headers, body, filing::file).await
}

pub async fn updates(ctx: Ctx, headers: HeaderMap) -> Response {
    answer(ctx, headers, Ok(Fields::default()), updates::list).await
}

pub async fn update(ctx: Ctx, headers: HeaderMap, body: Body) -> Response {
    answer(ctx, headers, body, updates::take).await
}

/// Any other address below, in the form that was asked for.
pub async fn nowhere(ctx: Ctx, headers: HeaderMap) -> Response {
    answer(ctx, headers, Ok(Fields::default()), |_| async { Err(Problem::NotFound) }).await
}
