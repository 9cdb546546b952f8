//! Open311 GeoReport v2 as others speak it: calls to their servers, and a patient reading of whatever comes back.
//!
//! No tables and no pages. Every function waits for the network, so call it from an effect, on a blocking thread. What is
//! handed over and what comes back is plain data; retries belong to the job that called.

mod client;
mod dates;
mod model;
mod multipart;
mod net;
mod outside;
mod read;
mod repairs;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod trouble;
mod written;

pub use client::recover::{Recovered, recover};
pub use client::{Asked, Page, definition, discover, document, page, post_update, requests, send, services, token, updates};
pub use dates::{Read as ReadMoment, Zone, moment};
pub use model::{
    Attribute, Choice, Definition, Endpoint, Format, NewRequest, NewUpdate, Photo, Request, Sent, Service, Status, Update,
};
pub use net::{Heard, notify};
pub use outside::{Guarded, Reach};
pub use read::{definition as read_definition, request as read_request, services as read_services};
pub use repairs::{Repair, RepairKind};
pub use table::rows;
pub use text::decode;
pub use tree::{Tree, read as read_tree};
pub use trouble::{Failure, Trouble};
pub use written::{catalogue, definition as write_definition};

use platform::{Embed, Module};

/// Only the sentences of [`Trouble`] and [`RepairKind`].
pub fn module() -> Module {
    Module::new("georeport").files::<Files>()
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "locales/*.ftl"]
struct Files;
