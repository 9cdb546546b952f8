//! Payments: what is owed for a request, how it was paid, at the cash desk or by card, with gapless receipts, and the books of it.

mod actions;
mod exports;
mod model;
mod own;
mod pages;
mod reading;
mod refunds;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Report, adjust, begin, cancel, close, collect, doubt, export, fail, hanging, of, open_drawers, order, order_by_code,
    order_of, order_paid_by, owed, paid_dues, read_statement, report, set_float, sheet, start, submit, succeed,
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
/// Check the closes and the books, and hand them to the accounting room; takes no money.
pub const CONTROL: Permission = Permission("payments.control");

pub fn module() -> Module {
    Module::new("payments")
        .permissions(&[COLLECT, REFUND, CONTROL])
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
                .get("/desk/cash/close", COLLECT, pages::close::show)
                .post("/desk/cash/float", COLLECT, pages::close::set_float)
                .get("/desk/cash/closes/{id}", COLLECT, pages::close::sheet)
                .post("/desk/cash/closes/{id}", COLLECT, pages::close::close)
                .get("/desk/cash/reconciliation", CONTROL, pages::reconciliation::show)
                .get("/desk/cash/reconciliation/closes/{id}", CONTROL, pages::close::any_sheet)
                .post("/desk/cash/statements", CONTROL, pages::reconciliation::read_statement)
                .post("/desk/cash/intents/{id}/seen", CONTROL, pages::reconciliation::seen)
                .post("/desk/cash/exports", CONTROL, pages::reconciliation::export)
        })
        .api(|routes| {
            routes
                .get("/desk/cash/closes/{id}/sheet.csv", COLLECT, pages::close::csv)
                .about("The closing sheet of one's own drawer.")
                .get("/desk/cash/reconciliation/closes/{id}/sheet.csv", CONTROL, pages::close::any_csv)
                .about("The closing sheet of a drawer.")
                .get("/desk/cash/exports/{year}/{number}/accounts.csv", CONTROL, pages::reconciliation::exported)
                .about("Receipts and refunds of a period as they were handed to the accounting room.")
        })
        .menu(&[
            MenuItem { label: "payments-menu", path: "/desk/cash", icon: "coins", permission: Some(COLLECT), count: None },
            MenuItem {
                label: "payments-menu-control",
                path: "/desk/cash/reconciliation",
                icon: "chart",
                permission: Some(CONTROL),
                count: Some(pages::reconciliation::waiting),
            },
        ])
        .own(own::OWN)
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
            include_str!("../migrations/0008_own.sql"),
        ])
        .files::<Files>()
        .sample("payments/day.html", "a day with payments", samples::day())
        .sample("payments/day.html", "an empty day", samples::empty_day())
        .sample("payments/order.html", "to pay", samples::order(true))
        .sample("payments/order.html", "another took its place", samples::order(false))
        .sample("payments/receipt.html", "a receipt", samples::receipt())
        .sample("payments/close.html", "a drawer to count", samples::close())
        .sample("payments/close.html", "nothing to close", samples::nothing_to_close())
        .sample("payments/sheet.html", "a closed drawer", samples::sheet(true))
        .sample("payments/sheet.html", "an open drawer", samples::sheet(false))
        .sample("payments/reconciliation.html", "a month", samples::reconciliation(true))
        .sample("payments/reconciliation.html", "nothing yet", samples::reconciliation(false))
        .sample("payments/_dues.html", "one due, one paid", samples::dues())
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
