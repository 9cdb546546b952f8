//! The look shared by all modules: layouts, form and page pieces, and their words.

use platform::{Embed, Module};

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;

pub fn module() -> Module {
    Module::new("ui").files::<Files>()
}
