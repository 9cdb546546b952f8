//! Calls of the gateway: its word about a payment, and the browser that it sends back.

use crate::actions;
use crate::model::Reply;
use kernel::Lang;
use platform::web::{IntoResponse, Path, StatusCode};
use platform::{Allowance, Answer, Ctx, Fields, Problem};

/// Verifies, writes once, answers. A call that is not the gateway's is refused; who sends many is not even heard.
pub async fn hear(ctx: Ctx, Path(provider): Path<String>, fields: Fields) -> Answer {
    if payments::Provider::parse(&provider) != Some(payments::Provider::Card) {
        return Err(Problem::NotFound.into());
    }
    ctx.left(Allowance::Code)?;
    let said = fields.values;
    let reply = ctx.write_as_house(move |tx| actions::heard(tx, &said)).await?;
    let status = if reply == Reply::Refused {
        ctx.take(Allowance::Code)?;
        StatusCode::FORBIDDEN
    } else {
        StatusCode::OK
    };
    Ok((status, [("content-type", "text/plain; charset=utf-8")], reply.as_str()).into_response())
}

/// Whatever it brings along is not even read: the page asks our own rows.
pub async fn back(ctx: Ctx, Path((lang, code)): Path<(String, String)>) -> Answer {
    let lang = Lang::parse(&lang).unwrap_or(ctx.lang);
    ctx.speaking(lang).go(&format!("/pay/{}?back=1", platform::web::encode(&code)))
}
