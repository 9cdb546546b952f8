//! The queue: tickets, counters, the board on the wall, and the truth to whoever waits.

mod actions;
mod api;
mod datasets;
mod model;
mod own;
mod pages;
pub mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::bookings::{check_in, check_in_by_link};
pub use actions::counters::{absent, again, begin, close, done, next, open, pause, resume, standing, transfer};
pub use actions::hall::{Hall, Line, load as hall};
pub use actions::tickets::{by_code, come_back, give_back, leave_phone, take};
pub use model::{Channel, Figures, NewTicket, Outcome, Pause, Post, Priority, Served, State, Ticket};
pub use store::tickets::{of_booking, of_person};

use platform::{Embed, MenuItem, Module, Permission};

/// Serve at a counter, and give tickets at the reception.
pub const SERVE: Permission = Permission("queue.serve");
/// See all counters of a site with the figures of the day, and close one whose agent went.
pub const MANAGE: Permission = Permission("queue.manage");

pub fn module() -> Module {
    let module = Module::new("queue")
        .permissions(&[SERVE, MANAGE])
        .pages(|routes| {
            routes
                .kept_get("/queue", pages::board::sites)
                .kept_get("/queue/{site}", pages::board::show)
                .public_get("/queue/{site}/take", pages::kiosk::show)
                .public_post("/queue/{site}/take", pages::kiosk::take)
                .public_post("/queue/{site}/arrive", pages::kiosk::arrive)
                .public_post("/queue/arrivals/{token}", pages::ticket::arrive)
                .public_get("/queue/tickets", pages::ticket::ask)
                .public_post("/queue/tickets", pages::ticket::find)
                .public_get("/queue/tickets/{code}", pages::ticket::show)
                .public_post("/queue/tickets/{code}/phone", pages::ticket::phone_left)
                .public_get("/queue/tickets/{code}/return", pages::ticket::return_page)
                .public_post("/queue/tickets/{code}/return", pages::ticket::give_back)
                .public_post("/queue/tickets/{code}/back", pages::ticket::come_back)
                .get("/desk/queue", SERVE, pages::counter::show)
                .post("/desk/queue/open", SERVE, pages::counter::open)
                .post("/desk/queue/close", SERVE, pages::counter::close)
                .post("/desk/queue/pause", SERVE, pages::counter::pause)
                .post("/desk/queue/resume", SERVE, pages::counter::resume)
                .post("/desk/queue/next", SERVE, pages::counter::next)
                .post("/desk/queue/tickets/{id}/again", SERVE, pages::counter::again_called)
                .post("/desk/queue/tickets/{id}/begin", SERVE, pages::counter::begin)
                .post("/desk/queue/tickets/{id}/absent", SERVE, pages::counter::absent)
                .post("/desk/queue/tickets/{id}/done", SERVE, pages::counter::done)
                .post("/desk/queue/tickets/{id}/transfer", SERVE, pages::counter::transfer)
                .get("/desk/queue/sites/{site}", SERVE, pages::reception::show)
                .post("/desk/queue/sites/{site}/take", SERVE, pages::reception::take)
                .post("/desk/queue/sites/{site}/arrive", SERVE, pages::reception::arrive)
                .get("/desk/queue/tickets/{id}", SERVE, pages::reception::slip)
                .post("/desk/queue/tickets/{id}/back", SERVE, pages::reception::back)
                .post("/desk/queue/posts/{id}/close", MANAGE, pages::reception::close)
        })
        .api(|routes| {
            routes
                .kept_get("/api/v1/queue/{site}", api::board_of)
                .about("The board of a site: who is called, who waits, how long, what does not work. No personal data.")
                .header(&[("if-none-match", "the tag of the last answer: 304 when nothing changed")])
                .answers::<api::Board>()
        })
        .menu(&[
            MenuItem { label: "queue-menu-board", path: "/queue", icon: "ticket", permission: None, count: None },
            MenuItem { label: "queue-menu", path: "/desk/queue", icon: "ticket", permission: Some(SERVE), count: None },
        ])
        .own(own::OWN)
        .on::<outages::Declared>(actions::telling::outage_began)
        .on::<outages::Ended>(actions::telling::outage_ended)
        .on::<appointments::Cancelled>(|tx, gone| actions::bookings::gone(tx, &gone.booking))
        .on::<appointments::Moved>(|tx, moved| actions::bookings::gone(tx, &moved.booking))
        .on::<people::Erased>(actions::night::erased)
        .job(actions::telling::NEAR, |tx, job| actions::telling::near(tx, &job.payload()?))
        .job(actions::counters::ASIDE_OVER, |tx, job| actions::counters::aside_over(tx, &job.payload()?))
        .panel("appointments.booking", "queue/_arrived.html", pages::ticket::panel)
        .daily("queue.evening", 19, actions::bookings::never_called)
        .daily("queue.close_days", 1, actions::night::close_days)
        .migrations(&[include_str!("../migrations/0001_queue.sql")])
        .files::<Files>()
        .dataset(datasets::WAITS);
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
