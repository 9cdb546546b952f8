//! The practice bank's doors for programs, and its calls to the merchant.

use crate::actions;
use crate::model::{Card, Payment, State};
use crate::{contract, store};
use gateways::est::{self, element, xml_escaped};
use kernel::{Id, Money};
use platform::web::IntoResponse;
use platform::{Answer, Ctx, Fields, Job, Problem, Result};
use serde::{Deserialize, Serialize};
use std::time::Duration;

pub const CALL: &str = "simulator.call";

/// Tells the merchant what became of a payment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Call {
    pub oid: Id,
}

pub fn only_in_demo(ctx: &Ctx) -> Result<()> {
    if ctx.app().config().demo { Ok(()) } else { Err(Problem::NotFound) }
}

/// The payer's browser brings the order.
pub async fn receive(ctx: Ctx, fields: Fields) -> Answer {
    only_in_demo(&ctx)?;
    let lang = fields.opt("lang").and_then(kernel::Lang::parse).unwrap_or(kernel::Lang::Fr);
    let payment = ctx.write_as_house(move |tx| actions::receive(tx, &fields.values)).await?;
    ctx.speaking(lang).go(&format!("/simulator/pay/{}", payment.oid))
}

/// Questions and orders of the merchant's program.
pub async fn answer(ctx: Ctx, fields: Fields) -> Answer {
    only_in_demo(&ctx)?;
    let xml = fields.get("DATA").to_owned();
    let get = |name: &str| element(&xml, name).unwrap_or_default();
    let known = contract();
    if (get("Name"), get("Password"), get("ClientId")) != (known.account, known.password, known.merchant) {
        return said(&answered("99", "", "Error", "Authentication failed", ""));
    }
    let Some(oid) = Id::parse(&get("OrderId")) else { return said(&answered("99", "", "Error", "No such order", "")) };
    let text = if get("ORDERSTATUS") == "QUERY" {
        match ctx.read(move |rx| store::find(rx, &oid)).await {
            Ok(payment) => standing(&payment),
            Err(Problem::NotFound) => answered("99", "", "Error", "No record found", ""),
            Err(problem) => return Err(problem.into()),
        }
    } else {
        let (trans, amount) = (get("TransId"), Money(procedures::centimes(&get("Total")).unwrap_or(0)));
        let given = ctx.write_as_house(move |tx| actions::credit(tx, &trans, &oid, amount)).await?;
        if given { answered("00", "", "Approved", "", "") } else { answered("99", "", "Declined", "Credit refused", "") }
    };
    said(&text)
}

fn said(xml: &str) -> Answer {
    Ok(([("content-type", "text/xml; charset=utf-8")], xml.to_owned()).into_response())
}

fn answered(code: &str, external: &str, word: &str, fault: &str, extra: &str) -> String {
    let fault = xml_escaped(fault);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><CC5Response><Response>{word}</Response><ProcReturnCode>{code}</ProcReturnCode>\
         <TransId>{external}</TransId><ErrMsg>{fault}</ErrMsg><Extra>{extra}</Extra></CC5Response>"
    )
}

fn standing(payment: &Payment) -> String {
    let (code, state) = match (payment.state, payment.card) {
        (State::Held, Some(Card::Amount)) | (State::Taken, _) => ("00", "C"),
        (State::Held, _) => ("00", "A"),
        (State::Open, _) => ("00", "PN"),
        (State::Declined, _) => ("05", "D"),
    };
    let extra = format!("<TRANS_STAT>{state}</TRANS_STAT><CAPTURE_AMT>{}</CAPTURE_AMT>", payment.taken.0);
    answered(code, &payment.external, "Approved", "", &extra)
}

/// Calls the merchant, and takes the money when it is given leave.
pub async fn call(ctx: Ctx, job: Job) -> Result<()> {
    let Call { oid } = job.payload()?;
    let asked = oid.clone();
    let payment = ctx.read(move |rx| store::find(rx, &asked)).await?;
    let body = form(&told(&payment));
    let address = payment.callback.clone();
    let reply = tokio::task::spawn_blocking(move || post(&address, &body)).await.map_err(Problem::internal)?;
    let reply = reply.map_err(|error| Problem::Unavailable(format!("the merchant: {error}")))?;
    if reply.contains("POSTAUTH") {
        ctx.write(move |tx| actions::take(tx, &oid)).await?;
    }
    Ok(())
}

fn told(payment: &Payment) -> est::Fields {
    let declined = payment.state == State::Declined;
    let amount = if payment.card == Some(Card::Amount) { payment.taken } else { payment.amount };
    let fields = [
        ("clientid", payment.merchant.clone()),
        ("oid", payment.oid.to_string()),
        ("amount", amount.to_string()),
        ("currency", payment.currency.clone()),
        ("TransId", payment.external.clone()),
        ("ProcReturnCode", if declined { "05" } else { est::APPROVED }.to_owned()),
        ("Response", if declined { "Declined" } else { "Approved" }.to_owned()),
        ("maskedCreditCard", payment.card.map(Card::masked).unwrap_or_default()),
    ];
    est::signed(fields.map(|(name, value)| (name.to_owned(), value)).to_vec(), &contract().store_key)
}

fn form(fields: &[(String, String)]) -> String {
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", platform::web::encode(name), platform::web::encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn post(address: &str, body: &str) -> std::result::Result<String, ureq::Error> {
    let config = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(10))).http_status_as_error(false);
    let agent: ureq::Agent = config.max_redirects(0).build().into();
    let mut answer = agent.post(address).header("content-type", "application/x-www-form-urlencoded").send(body)?;
    answer.body_mut().with_config().limit(4_000).read_to_string()
}
