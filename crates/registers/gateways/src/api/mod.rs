//! Doors for programs: the gateway's call and the browser's return; orders and tries to pay as data.

mod calls;
mod orders;
mod shapes;

use platform::web::{FormPart, Routes};

pub fn routes(routes: Routes) -> Routes {
    routes
        .public_post("/pay/callback/{provider}", calls::hear)
        .about("Where the gateway tells what became of a payment, signed with the store key. It is asked again before it counts.")
        .takes_form(&[
            ("oid", FormPart::Text),
            ("amount", FormPart::Text),
            ("currency", FormPart::Text),
            ("ProcReturnCode", FormPart::Text),
            ("hash", FormPart::Text),
        ])
        .media("text/plain")
        .public_post("/pay/return/{lang}/{code}", calls::back)
        .about("Where the gateway sends the payer's browser back. Settles nothing, whatever it says.")
        .public_get("/pay/return/{lang}/{code}", calls::back)
        .about("The same, for gateways that send the browser back with a plain address.")
        .public_get("/api/v1/payments/orders/{code}", orders::show)
        .about("An order of payment: what is owed, whether it was paid, and where it may be.")
        .answers::<shapes::Order>()
        .public_post("/api/v1/payments/orders/{code}/intents", orders::begin)
        .about("Begins to pay an order by card, or goes on with what is under way. The browser posts `fields` to `action`.")
        .header(&[("Idempotency-Key", "a UUID of your own: the same one gives the same try to pay, for ever")])
        .answers::<shapes::Begun>()
        .public_get("/api/v1/payments/orders/{code}/intents/{id}", orders::intent)
        .about("Where a try to pay stands.")
        .answers::<shapes::Intent>()
}
