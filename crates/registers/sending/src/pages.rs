//! The outbox and the page where an administrator tries out mail and SMS.

use crate::deliver::{self, Trouble};
use crate::model::{Channel, Content, Filter, State, Stored, To};
use crate::{SEE, SETTINGS, actions, rules, store};
use kernel::{Id, Refusal, format};
use platform::access::Side;
use platform::web::Path;
use platform::{Answer, Ctx, Cursor, Fields, Json, Problem, context};
use serde::Serialize;

const PAGE: usize = 25;

#[derive(Serialize)]
struct Line {
    id: Id,
    channel: Channel,
    state: State,
    to: String,
    subject: String,
    text: String,
    /// The path of the first address of ours in the words: one click in the demonstration.
    link: Option<String>,
    lang: &'static str,
    dir: &'static str,
    created_at: String,
    sent_at: Option<String>,
    error: Option<String>,
    again: bool,
}

pub async fn outbox(ctx: Ctx) -> Answer {
    let demo = ctx.app().config().demo;
    if !demo && !ctx.may(SEE) {
        if ctx.session().is_some_and(|session| session.side == Side::Staff) {
            return Err(Problem::Forbidden.into());
        }
        return ctx.go("/staff/sign-in?next=/outbox");
    }
    let query = ctx.query();
    let state = query.opt("state").and_then(State::parse);
    let channel = query.opt("channel").and_then(Channel::parse);
    let after = query.get("after").to_owned();
    let (mut messages, counts, next) = ctx
        .read(move |rx| {
            let (keys, tenant) = (rx.keys().clone(), rx.tenant());
            let after = Cursor::read(&after, &keys, &tenant)?.map(|cursor| cursor.id);
            let messages = store::list(rx, &Filter { state, channel, after }, PAGE as i64 + 1)?;
            let last = messages.get(PAGE - 1).filter(|_| messages.len() > PAGE);
            let next =
                last.map(|last| Cursor { sort: String::new(), id: last.id.to_string() }.write(&keys, &tenant)).transpose()?;
            Ok((messages, store::counts(rx)?, next))
        })
        .await?;
    messages.truncate(PAGE);
    let public_url = ctx.app().public_url();
    let lines: Vec<Line> = messages.into_iter().map(|message| line(message, demo, &public_url)).collect();
    let next = next.map(|cursor| ctx.url(&format!("/outbox?{}after={cursor}", kept(state, channel))));
    let total: i64 = counts.iter().map(|(_, n)| n).sum();
    let template = if demo { "sending/demo.html" } else { "sending/outbox.html" };
    let model =
        context! { lines => lines, states => states(&ctx, &counts, total, state), next => next, total => total, demo => demo };
    ctx.page(template, model).await
}

/// The words are everybody's in the demonstration, and nobody's elsewhere.
fn line(message: Stored, demo: bool, public_url: &str) -> Line {
    let (to, subject, text) = match &message.content {
        Some(content) if demo => (content.to.as_str().to_owned(), content.subject.clone(), content.text.clone()),
        Some(content) => (content.to.masked(), String::new(), String::new()),
        None => Default::default(),
    };
    Line {
        again: matches!(message.state, State::Failed | State::Held) && message.content.is_some(),
        id: message.id,
        channel: message.channel,
        state: message.state,
        to,
        link: rules::own_path(&text, public_url),
        subject,
        text,
        lang: message.lang.code(),
        dir: message.lang.dir(),
        created_at: message.created_at.to_string(),
        sent_at: message.sent_at.map(|moment| moment.to_string()),
        error: message.error,
    }
}

fn kept(state: Option<State>, channel: Option<Channel>) -> String {
    let mut query = String::new();
    if let Some(state) = state {
        query.push_str(&format!("state={state}&"));
    }
    if let Some(channel) = channel {
        query.push_str(&format!("channel={channel}&"));
    }
    query
}

fn states(ctx: &Ctx, counts: &[(State, i64)], total: i64, current: Option<State>) -> Vec<Json> {
    let all = context! { label => ctx.text("sending-all", &[]), url => ctx.url("/outbox"), current => current.is_none(), count => total };
    let rest = counts.iter().map(|(state, count)| {
        let label = ctx.text(&format!("sending-state-{state}"), &[]);
        context! { label => label, url => ctx.url(&format!("/outbox?state={state}")), current => current == Some(*state), count => count }
    });
    std::iter::once(all).chain(rest).collect()
}

pub async fn again(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    ctx.write(move |tx| actions::send_again(tx, &id)).await?;
    ctx.go_saying("/outbox", "sending-again-done")
}

pub async fn settings(ctx: Ctx) -> Answer {
    let model = settings_model(&ctx, None).await?;
    ctx.page("sending/settings.html", model).await
}

async fn settings_model(ctx: &Ctx, outcome: Option<Json>) -> platform::Result<Json> {
    let config = ctx.app().config();
    let stopped = ctx.read(crate::incoming::stopped).await?;
    Ok(context! {
        stopped => stopped.map(|at| format::moment(at, ctx.lang)), most => config.limits.sms_answers_per_hour,
        demo => config.demo,
        mail => context! { ready => deliver::is_configured(config, Channel::Email), server => rules::server_of(&config.mail.smtp_url), from => config.mail.from },
        sms => context! { ready => deliver::is_configured(config, Channel::Sms), server => rules::server_of(&config.sms.gateway_url) },
        outcome => outcome, door => ctx.full_url(&ctx.bare_url("/sms/in")), door_ready => !config.sms.incoming_secret.is_empty(),
    })
}

pub async fn test_mail(ctx: Ctx, fields: Fields) -> Answer {
    test(ctx, Channel::Email, fields.get("to").to_owned()).await
}

pub async fn test_sms(ctx: Ctx, fields: Fields) -> Answer {
    test(ctx, Channel::Sms, fields.get("to").to_owned()).await
}

/// Sends now, past the outbox, and tells what the outside answered, in its own words.
async fn test(ctx: Ctx, channel: Channel, typed: String) -> Answer {
    let Some(to) = To::parse(channel, &typed) else {
        return Err(Refusal::new(format!("sending-wrong-{channel}")).at("to").into());
    };
    let subject = ctx.text("sending-test-subject", &[]);
    let content = Content { to, subject, text: ctx.text("sending-test-text", &[]) };
    let id = ctx.write(move |tx| {
        tx.actor().must(SETTINGS)?;
        let id = tx.new_id();
        tx.record("sending.tested", &id, &context! { channel => channel })?;
        Ok(id)
    });
    let outcome = deliver::deliver(ctx.app().config(), id.await?.as_str(), &content).await;
    let told = match outcome {
        Ok(()) => context! { kind => "forest", title => ctx.text("sending-test-done", &[]), error => "" },
        Err(Trouble::Unconfigured) => {
            context! { kind => "alarm", title => ctx.text(&format!("sending-none-{channel}"), &[]), error => "" }
        }
        Err(Trouble::Passing(error) | Trouble::Final(error)) => {
            context! { kind => "alarm", title => ctx.text("sending-test-failed", &[]), error => error }
        }
    };
    let model = settings_model(&ctx, Some(told)).await?;
    ctx.page("sending/settings.html", model).await
}
