//! Payments: what is owed for a request, and what was paid at the cash desk, with gapless receipts.

mod actions;
mod model;
mod own;
mod pages;
mod refunds;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{adjust, cancel, collect, of, order, order_by_code, order_of, owed};
pub use model::{
    Due, DueAt, DueState, Ended, Line, Method, NewDue, Order, OrderState, Paid, Reason, Refund, RefundState, Tender,
};
pub use refunds::{pay_back, refund};
pub use store::orders::find as find_order;
pub use store::refunds::of as refunds_of;

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
        .own(own::OWN)
        .condition("paid", actions::lacking)
        .panel("cases.file", "payments/_dues.html", pages::panel)
        .migrations(&[
            include_str!("../migrations/0001_dues.sql"),
            include_str!("../migrations/0002_orders.sql"),
            include_str!("../migrations/0003_refunds.sql"),
            include_str!("../migrations/0004_tenders.sql"),
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
