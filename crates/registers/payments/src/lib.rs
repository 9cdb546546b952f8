//! Payments: what is owed for a request, how it was paid, at the cash desk or by card, with gapless receipts, and the books of it.

mod actions;
mod exports;
mod model;
mod pages;
mod reading;
mod refunds;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Report, adjust, begin, cancel, close, collect, doubt, export, fail, hanging, of, order, order_by_code, order_of, order_paid_by,
    owed, paid_dues, read_statement, report, set_float, sheet, start, submit, succeed,
};
pub use model::{
    Close, Coins, Counted, Due, DueAt, DueState, Ended, Export, Failure, Intent, IntentEnded, IntentState, Line, LineKind,
    LineVerdict, Method, NewDue, Order, OrderState, Paid, Provider, Reason, Refund, RefundAsked, RefundState, Register, Session,
    Statement, StatementLine, Taken, Tender, Total,
};
pub use refunds::{answered as refund_answered, pay_back, refund};
pub use rules::QUIET_SECS;
pub use store::intents::{find as intent, of_order as intents_of};
pub use store::orders::find as find_order;
pub use store::receipt;
pub use store::refunds::{find as find_refund, of as refunds_of};

use platform::{Embed, MenuItem, Module, Permission};

/// Take payments at the cash desk.
pub const COLLECT: Permission = Permission("payments.collect");
/// Order that money be given back; whoever orders it does not pay it.
pub const REFUND: Permission = Permission("payments.refund");

pub fn module() -> Module {
    Module::new("payments")
        .permissions(&[COLLECT, REFUND])
        .pages(|routes| {
            routes
                .get("/desk/cash", COLLECT, pages::day::show)
                .post("/desk/cash/{subject}", COLLECT, pages::collect)
                .get("/desk/cash/receipts/{id}", COLLECT, pages::receipt)
                .get("/desk/cash/find", COLLECT, pages::orders::find)
                .get("/desk/cash/orders/{id}", COLLECT, pages::orders::show)
                .post("/desk/{subject}/dues/{fee}", cases::HANDLE, pages::orders::adjust)
                .post("/desk/cash/refunds/{id}", COLLECT, pages::refunds::pay_back)
                .post("/desk/{id}/refunds", REFUND, pages::refunds::order)
        })
        .menu(&[MenuItem { label: "payments-menu", path: "/desk/cash", icon: "coins", permission: Some(COLLECT), count: None }])
        .condition("paid", actions::lacking)
        .panel("cases.file", "payments/_dues.html", pages::panel)
        .migrations(&[
            include_str!("../migrations/0001_dues.sql"),
            include_str!("../migrations/0002_orders.sql"),
            include_str!("../migrations/0003_refunds.sql"),
            include_str!("../migrations/0004_tenders.sql"),
            include_str!("../migrations/0005_intents.sql"),
            include_str!("../migrations/0006_sessions.sql"),
            include_str!("../migrations/0007_accounts.sql"),
        ])
        .files::<Files>()
        .sample("payments/day.html", "a day with payments", samples::day())
        .sample("payments/day.html", "an empty day", samples::empty_day())
        .sample("payments/order.html", "to pay", samples::order(true))
        .sample("payments/order.html", "another took its place", samples::order(false))
        .sample("payments/receipt.html", "a receipt", samples::receipt())
        .sample("payments/_dues.html", "one due, one paid", samples::dues())
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
