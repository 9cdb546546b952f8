//! The telephone of the demonstration: whoever visits writes an SMS to the commune, and reads what comes back.

use super::model::Arrived;
use super::{actions, store};
use crate::model::{Filter, To};
use kernel::{Moment, Phone, Refusal, format, text};
use platform::{Answer, Ctx, Fields, Json, Problem, context};

const TEMPLATE: &str = "sending/telephone.html";
/// Lines of the talk that are shown, and messages of the outbox among which they are looked for.
const SHOWN: i64 = 8;
const AMONG: i64 = 60;
const MOST: usize = 480;

pub async fn show(ctx: Ctx) -> Answer {
    if !ctx.app().config().demo {
        return Err(Problem::NotFound.into());
    }
    let from = ctx.query().get("from").chars().take(30).collect::<String>();
    let model = model(&ctx, &from, "", Vec::new()).await?;
    ctx.page(TEMPLATE, model).await
}

async fn model(ctx: &Ctx, from: &str, typed: &str, errors: Vec<platform::web::FieldError>) -> Result<Json, Problem> {
    let phone = Phone::parse(from);
    let talk = match phone {
        Some(phone) => talk(ctx, phone).await?,
        None => Vec::new(),
    };
    Ok(
        context! { action => ctx.url("/sms"), from => from, text => typed, talk => talk, errors => errors, outbox => ctx.url("/outbox") },
    )
}

/// What the telephone wrote and what it was sent, the oldest first.
async fn talk(ctx: &Ctx, phone: Phone) -> Result<Vec<Json>, Problem> {
    let (written, sent) = ctx
        .read(move |rx| {
            let written = store::last_of(rx, &phone, SHOWN)?;
            let sent = crate::store::list(rx, &Filter::default(), AMONG)?;
            let to = To::Phone(phone.clone());
            let of_phone = sent
                .into_iter()
                .filter_map(|message| message.content.filter(|content| content.to == to).map(|c| (message.created_at, c.text)));
            Ok((written, of_phone.collect::<Vec<_>>()))
        })
        .await?;
    let mut lines: Vec<(Moment, bool, String)> = written.into_iter().map(|(at, text)| (at, true, text)).collect();
    lines.extend(sent.into_iter().map(|(at, text)| (at, false, text)));
    lines.sort_by_key(|(at, mine, _)| (*at, !mine));
    let from = lines.len().saturating_sub(2 * SHOWN as usize);
    let who = |mine: bool| ctx.text(if mine { "sending-telephone-you" } else { "sending-telephone-commune" }, &[]);
    let line = |(at, mine, text): &(Moment, bool, String)| {
        context! { who => who(*mine), when => format::moment(*at, ctx.lang), text => text, mine => mine, note => false }
    };
    Ok(lines[from..].iter().map(line).collect())
}

pub async fn send(ctx: Ctx, fields: Fields) -> Answer {
    if !ctx.app().config().demo {
        return Err(Problem::NotFound.into());
    }
    let (from, typed) = (fields.get("from").to_owned(), fields.get("text").to_owned());
    match arrived(&from, &typed) {
        Ok((from, text)) => {
            let phone = from.clone();
            ctx.write(move |tx| {
                let message = format!("demo-{}", tx.new_id());
                actions::hear(tx, &Arrived { message, from: from.clone(), text: text.clone() })
            })
            .await?;
            ctx.go(&format!("/sms?from={}#talk", platform::web::encode(phone.as_str())))
        }
        Err(refusal) => {
            let errors = ctx.errors(refusal.into())?;
            let model = model(&ctx, &from, &typed, errors).await?;
            ctx.page_with(platform::web::StatusCode::UNPROCESSABLE_ENTITY, TEMPLATE, model).await
        }
    }
}

fn arrived(from: &str, typed: &str) -> Result<(Phone, String), Refusal> {
    let from = Phone::parse(from).ok_or_else(|| Refusal::new("sending-wrong-sms").at("from"))?;
    let text = text::clean(typed, MOST).map_err(|_| Refusal::new("sending-telephone-empty").at("text"))?;
    Ok((from, text))
}
