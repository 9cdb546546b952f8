//! The way out: SMTP for e-mail, an HTTP gateway for SMS.

use crate::model::{Content, To};
use crate::rules;
use kernel::{Email, Phone};
use lettre::message::{Mailbox, header};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use platform::Config;
use platform::json::json;
use platform::web::encode;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(20);

/// How a delivery ended otherwise than well. The texts are the outside's own words.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// The channel has no configuration.
    Unconfigured,
    /// Worth another try.
    Passing(String),
    /// The same try would fail again.
    Final(String),
}

pub async fn deliver(config: &Config, id: &str, content: &Content) -> Result<(), Trouble> {
    match &content.to {
        To::Email(email) => mail(config, id, email, content).await,
        To::Phone(phone) => sms(config, id, phone, &content.text).await,
    }
}

/// Whether a channel can send at all.
pub fn is_configured(config: &Config, channel: crate::model::Channel) -> bool {
    match channel {
        crate::model::Channel::Email => !config.mail.smtp_url.is_empty() && !config.mail.from.is_empty(),
        crate::model::Channel::Sms => !config.sms.gateway_url.is_empty(),
    }
}

async fn mail(config: &Config, id: &str, email: &Email, content: &Content) -> Result<(), Trouble> {
    if !is_configured(config, crate::model::Channel::Email) {
        return Err(Trouble::Unconfigured);
    }
    let from: Mailbox = config.mail.from.parse().map_err(|error| Trouble::Final(format!("mail.from: {error}")))?;
    let to: Mailbox = email.as_str().parse().map_err(|error| Trouble::Final(format!("{error}")))?;
    // The same id at each try: a server that has it already can tell.
    let host = from.email.domain().to_owned();
    let message = lettre::Message::builder()
        .message_id(Some(format!("<{id}@{host}>")))
        .from(from)
        .to(to)
        .subject(content.subject.replace(['\r', '\n'], " "))
        .header(header::ContentType::TEXT_PLAIN)
        .body(content.text.clone())
        .map_err(|error| Trouble::Final(error.to_string()))?;
    let url = rules::smtp_address(&config.mail.smtp_url);
    let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url).map_err(|error| Trouble::Final(describe(&error)))?;
    let transport: AsyncSmtpTransport<Tokio1Executor> = builder.timeout(Some(PATIENCE)).build();
    match tokio::time::timeout(PATIENCE * 2, transport.send(message)).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) if error.is_permanent() => Err(Trouble::Final(describe(&error))),
        Ok(Err(error)) => Err(Trouble::Passing(describe(&error))),
        Err(_) => Err(Trouble::Passing("the mail server did not answer in time".into())),
    }
}

/// An error with its causes: "connection error" alone helps nobody.
fn describe(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        text.push_str(": ");
        text.push_str(&next.to_string());
        cause = next.source();
    }
    text
}

async fn sms(config: &Config, id: &str, phone: &Phone, text: &str) -> Result<(), Trouble> {
    if !is_configured(config, crate::model::Channel::Sms) {
        return Err(Trouble::Unconfigured);
    }
    let (gateway, authorization) = (config.sms.gateway_url.clone(), config.sms.authorization.clone());
    let (id, to, text) = (id.to_owned(), phone.as_str().to_owned(), text.to_owned());
    let sent = tokio::task::spawn_blocking(move || call_gateway(&gateway, &authorization, &id, &to, &text)).await;
    sent.unwrap_or_else(|error| Err(Trouble::Passing(error.to_string())))
}

fn call_gateway(gateway: &str, authorization: &str, id: &str, to: &str, text: &str) -> Result<(), Trouble> {
    let agent = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false).max_redirects(0).build();
    let agent: ureq::Agent = agent.into();
    let in_address = gateway.contains("{to}") || gateway.contains("{text}");
    let answer = if in_address {
        let mut request = agent.get(gateway.replace("{to}", &encode(to)).replace("{text}", &encode(text)));
        if !authorization.is_empty() {
            request = request.header("authorization", authorization);
        }
        request.call()
    } else {
        let mut request = agent.post(gateway).header("content-type", "application/json").header("idempotency-key", id);
        if !authorization.is_empty() {
            request = request.header("authorization", authorization);
        }
        request.send(json!({ "id": id, "to": to, "text": text }).to_string())
    };
    match answer.map(|response| response.status().as_u16()) {
        Ok(200..=299) => Ok(()),
        Ok(code @ (408 | 429 | 500..=599)) => Err(Trouble::Passing(format!("the SMS gateway answered {code}"))),
        Ok(code) => Err(Trouble::Final(format!("the SMS gateway answered {code}"))),
        Err(error) => Err(Trouble::Passing(describe(&error))),
    }
}
