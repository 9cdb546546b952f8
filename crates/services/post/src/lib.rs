//! The post: copies of acts ordered from home, from the register's shelf to the door (watiqa).

mod actions;
mod model;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Reported, add_letter, close, correct, doubt, hand_over, listed, of, open, record, remove_letter, report, send_again,
};
pub use model::{Address, Bordereau, BordereauState, Entitled, Entry, Letter, LetterState, News, Order, Stage};
pub use rules::tracking;
pub use store::{letters_of, news};

use platform::{Embed, MenuItem, Module, Permission};

/// Prepare copies for the post: the list, the bordereaux, what became of the letters.
pub const PREPARE: Permission = Permission("post.prepare");

/// The questions that say where a letter goes.
const ADDRESS: [&str; 4] = ["receiver", "address", "postcode", "town"];

pub fn module() -> Module {
    samples::add(
        Module::new("post")
            .permissions(&[PREPARE])
            .pages(|routes| {
                routes
                    .get("/desk/post", PREPARE, pages::desk::list)
                    .get("/desk/post/sheet", PREPARE, pages::desk::sheet)
                    .post("/desk/post/news", PREPARE, pages::desk::report)
                    .post("/desk/post/bordereaux", PREPARE, pages::bordereau::open)
                    .get("/desk/post/bordereaux/{id}", PREPARE, pages::bordereau::show)
                    .get("/desk/post/bordereaux/{id}/addresses", PREPARE, pages::bordereau::addresses)
                    .post("/desk/post/bordereaux/{id}/letters", PREPARE, pages::bordereau::add)
                    .post("/desk/post/bordereaux/{id}/letters/{letter}/remove", PREPARE, pages::bordereau::remove)
                    .post("/desk/post/bordereaux/{id}/close", PREPARE, pages::bordereau::close)
                    .post("/desk/post/bordereaux/{id}/hand", PREPARE, pages::bordereau::hand_over)
                    .post("/desk/{id}/post/entry", cases::HANDLE, pages::entry::record)
                    .post("/desk/{id}/post/correct", cases::FILE_FOR, pages::entry::correct)
                    .public_get("/post/{code}", pages::author::show)
                    .public_post("/post/{code}/correct", pages::author::correct)
                    .public_post("/post/{code}/again", pages::author::send_again)
            })
            .api(|routes| routes.get("/desk/post/bordereaux/{id}/bordereau.pdf", PREPARE, pages::bordereau::pdf))
            .on::<cases::OpenedEvent>(actions::begin)
            .on::<cases::Moved>(actions::follow)
            .daily("post.forget", 4, actions::forget)
            .condition("entry", actions::lacks_entry)
            .condition("doubts", actions::lacks_doubts)
            .condition("corrected", actions::lacks_correction)
            .condition("letter", actions::lacks_letter)
            .panel("cases.file", "post/_file.html", pages::entry::panel)
            .panel("cases.author", "post/_author.html", pages::author::panel)
            .menu(&[MenuItem { label: "post-menu", path: "/desk/post", icon: "mail", permission: Some(PREPARE), count: None }])
            .migrations(&[include_str!("../migrations/0001_orders.sql")])
            .files::<Files>(),
    )
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
