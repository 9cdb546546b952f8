//! Reports: a citizen says what is wrong in a minute; the right service has it, and everybody sees what became of it.

#![recursion_limit = "256"] // the sample models of the pages are long objects

mod actions;
mod api;
mod datasets;
mod jobs;
mod model;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::file::{Filing, file, keep_photo, kept_photos, may_keep_photo, objects, settle, similar};
pub use actions::points::{bounds, classes};
pub use actions::statistics::{Figures, figures};
pub use model::{Draft, Kept, KeptPhoto, KeptVoice, Settled, Standing};
pub use pages::draft::read as read_form;
pub use rules::grid;

use platform::{Embed, MenuItem, Module, Permission};

/// File for someone else, at the counter, by telephone or from a letter.
pub const FILE_FOR: Permission = Permission("reports.file_for");
/// Take out the list of all reports, also of those that the public does not see.
pub const EXPORT: Permission = Permission("reports.export");

pub fn module() -> Module {
    samples::add(
        Module::new("reports")
            .permissions(&[FILE_FOR, EXPORT])
            .pages(|routes| {
                routes
                    .kept_get("/report", pages::choose::choose)
                    .public_get("/report/photo", pages::choose::photo_first)
                    .public_post("/report/photo", pages::choose::photo_taken)
                    .public_get("/report/number", pages::choose::number_first)
                    .public_get("/report/nearby", pages::offers::nearby)
                    .public_get("/report/receipt/{code}", pages::receipt::show)
                    .public_get("/report/{category}", pages::form::show)
                    .public_post("/report/{category}", pages::submit::from_the_web)
                    .get("/desk/report", FILE_FOR, pages::choose::at_the_counter)
                    .get("/desk/report/{category}", FILE_FOR, pages::form::at_the_counter)
                    .post("/desk/report/{category}", FILE_FOR, pages::submit::at_the_counter)
                    .kept_get("/reports", pages::list::list)
                    .kept_get("/reports/map", pages::map::map)
                    .kept_get("/reports/statistics", pages::statistics::show)
                    .kept_get("/reports/delays", pages::delays::show)
                    .kept_get("/reports/density", pages::density::show)
                    .kept_get("/reports/weeks", pages::weeks::show)
                    .public_get("/reports/embed", pages::embed::show)
                    .public_get("/reports/embed/code", pages::embed::code)
                    .kept_get("/reports/{code}", pages::one::show)
                    .public_post("/reports/{code}/follow", pages::one::follow)
                    .public_post("/reports/{code}/flag", pages::one::flag)
            })
            .api(|routes| {
                routes
                    .public_get("/report/kept/{token}", api::kept_photo)
                    .kept_get("/reports/points.geojson", api::points)
                    .about("Published reports on the map: each while they are few, else counted by square.")
                    .query(&[
                        ("bbox", "west,south,east,north in degrees"),
                        ("zoom", "how near the map is looked at, 4 to 19"),
                        ("category", "id of a category"),
                        ("quarter", "id of a quarter"),
                        ("lang", "ar, fr, zgh or en"),
                    ])
                    .media("application/geo+json")
                    .kept_get("/reports.atom", api::atom)
                    .kept_get("/reports/statistics.csv", api::statistics)
                    .kept_get("/reports/delays.csv", pages::delays::csv)
                    .about("Delays of services, contractors, arrondissements and categories; small groups are suppressed.")
                    .query(&[("days", "30, 90 or 365")])
                    .media("text/csv")
                    .kept_get("/reports/density.geojson", pages::density::geojson)
                    .about("How many reports each square of 300 metres has; small private groups are left out.")
                    .query(&[("days", "30, 90 or 365"), ("category", "id of a category")])
                    .media("application/geo+json")
                    .kept_get("/reports/density.csv", pages::density::csv)
                    .about("How many reports each quarter has; small private groups are left out.")
                    .query(&[("days", "30, 90 or 365"), ("category", "id of a category")])
                    .media("text/csv")
                    .kept_get("/reports/weeks.csv", pages::weeks::csv)
                    .about("Reports received and answered in each of the last 26 weeks.")
                    .query(&[
                        ("category", "id of a category"),
                        ("area", "code of an arrondissement"),
                        ("quarter", "id of a quarter"),
                    ])
                    .media("text/csv")
                    .get("/desk/reports.csv", EXPORT, api::export)
            })
            .panel("cases.file", "reports/_objects.html", pages::objects::panel)
            .ahead(actions::points::ahead)
            .on::<cases::Moved>(jobs::note_answer)
            .on::<cases::Handed>(|tx, handed| jobs::note_again(tx, &handed.case))
            .on::<cases::Hidden>(|tx, hidden| jobs::note_again(tx, &hidden.case))
            .daily("reports.digest", 8, jobs::digest)
            .effect(jobs::ERASE, jobs::erase_uploads)
            .daily("reports.forget_deposits", 3, jobs::forget_deposits)
            .menu(&[
                MenuItem { label: "reports-menu-file", path: "/report", icon: "problem", permission: None, count: None },
                MenuItem { label: "reports-menu-list", path: "/reports", icon: "map", permission: None, count: None },
                MenuItem {
                    label: "reports-menu-counter",
                    path: "/desk/report",
                    icon: "counter",
                    permission: Some(FILE_FOR),
                    count: None,
                },
            ])
            .migrations(&[
                include_str!("../migrations/0001_reports.sql"),
                include_str!("../migrations/0002_deposits_in_one_tree.sql"),
                include_str!("../migrations/0003_objects.sql"),
            ])
            .files::<Files>()
            .dataset(datasets::REPORTS),
    )
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
