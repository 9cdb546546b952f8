//! Money that goes back: ordered on the page of the file, paid out at the cash desk.

use super::{File, file_url, methods};
use crate::model::{DueState, Method, Reason, Refund, RefundState};
use crate::{COLLECT, refunds};
use kernel::{Id, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, context};

/// What pages say of a refund.
pub(super) fn shown(ctx: &Ctx, refund: &Refund) -> Json {
    let waits = matches!(refund.state, RefundState::Ordered | RefundState::Refused);
    // What a card paid goes back to the card first.
    let card =
        refund.intent.is_some().then(|| context! { value => Method::Card, label => ctx.text("payments-method-card", &[]) });
    context! {
        reference => refund.reference, amount => format::money(refund.amount, ctx.lang), reason => ctx.text(&format!("payments-reason-{}", refund.reason), &[]),
        words => (!refund.words.is_empty()).then_some(&refund.words), state => refund.state,
        number => refund.number.map(|(year, number)| format!("{number}/{year}")), ordered => format::day(refund.ordered_at.day(), ctx.lang),
        method => refund.method.map(|method| ctx.text(&format!("payments-method-{method}"), &[])), file => file_url(ctx, &refund.subject),
        refused => refund.refused, methods => card.into_iter().chain(methods(ctx)).collect::<Vec<_>>(),
        pay => (waits && ctx.may(COLLECT)).then(|| ctx.url(&format!("/desk/cash/refunds/{}", refund.id))),
    }
}

/// The form that orders a refund, for who may order one of this file.
pub(super) fn form(ctx: &Ctx, file: &File) -> Option<Json> {
    let refundable = file.gives_back && file.dues.iter().any(|due| due.state == DueState::Paid);
    let reason = |why: Reason| context! { value => why, label => ctx.text(&format!("payments-reason-{why}"), &[]) };
    let query = ctx.query();
    let lacks = query.opt("refund").is_some();
    refundable.then(|| {
        context! {
            action => ctx.url(&format!("/desk/{}/refunds", file.subject)), reasons => [Reason::Mistake, Reason::NotServed].map(reason), granted => file.granted,
            open => lacks, reason => query.get("refund"), wrong => lacks.then(|| ctx.text("payments-refund-needs-words", &[])),
        }
    })
}

/// Orders a refund of the ticked fees. What lacks is said in the form, on the page of the file.
pub async fn order(ctx: Ctx, Path(subject): Path<String>, fields: Fields) -> Answer {
    let subject = Id::parse(&subject).ok_or(Problem::NotFound)?;
    let fees: Vec<String> = fields.all("fee").map(str::to_owned).collect();
    let reason = Reason::parse(fields.get("reason")).unwrap_or(Reason::Mistake);
    let (of, words) = (subject.clone(), fields.get("words").to_owned());
    match ctx.write(move |tx| refunds::refund(tx, &of, &fees, reason, &words)).await {
        Ok(Some(_)) => ctx.go_saying(&format!("/desk/{subject}"), "payments-said-refund"),
        Ok(None) => ctx.go_saying(&format!("/desk/{subject}"), "payments-said-no-refund"),
        Err(Problem::Refused(why)) if why.key == "payments-refund-needs-words" => {
            ctx.go(&format!("/desk/{subject}?refund={reason}#dues"))
        }
        Err(other) => Err(other.into()),
    }
}

pub async fn pay_back(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let method = Method::parse(fields.get("method")).unwrap_or(Method::Cash);
    let refund = ctx.write(move |tx| refunds::pay_back(tx, &id, method)).await?;
    let asked = refund.state == RefundState::Asked;
    ctx.go_saying("/desk/cash", if asked { "payments-said-asked" } else { "payments-said-paid-back" })
}
