//! The door of the gateway: `POST /sms/in`, as a form or as JSON, with the secret that the configuration names.

use super::model::Outcome;
use super::{actions, rules};
use platform::web::{FormPart, HeaderMap, IntoResponse, Routes, StatusCode};
use platform::{Answer, Ctx, Fields, Problem, is_same_mark, json::json};

pub fn routes(routes: Routes) -> Routes {
    routes
        .public_post("/sms/in", door)
        .about("An SMS to the commune, handed over by its gateway. The same id is heard once.")
        .header(&[("authorization", "Bearer, and the secret of the configuration (sms.incoming_secret)")])
        .takes_form(&[("id", FormPart::Text), ("from", FormPart::Text), ("text", FormPart::Text)])
}

/// The secret stands in a header, or in the body where a gateway can send no header; never in the address, which is logged.
fn is_gateway(expected: &str, headers: &HeaderMap, fields: &Fields) -> bool {
    let given = platform::web::bearer(headers).unwrap_or_else(|| fields.get("secret"));
    !expected.is_empty() && is_same_mark(expected, given)
}

async fn door(ctx: Ctx, headers: HeaderMap, fields: Fields) -> Answer {
    let expected = &ctx.app().config().sms.incoming_secret;
    if expected.is_empty() {
        return Err(Problem::NotFound.into());
    }
    if !is_gateway(expected, &headers, &fields) {
        return Err(Problem::Forbidden.into());
    }
    let Some(arrived) = rules::read(&fields)? else {
        return Ok((StatusCode::OK, json!({ "outcome": "no_telephone" }).to_string()).into_response());
    };
    let outcome: Outcome = ctx.write(move |tx| actions::hear(tx, &arrived)).await?;
    ctx.json(json!({ "outcome": outcome }))
}
