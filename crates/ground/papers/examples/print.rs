//! Prints every shipped template with its sample, to look at: `cargo run -p papers --example print -- FOLDER`.

use papers::{NAMES, Papers, Sheet, Standard, sample, template};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder, please")?;
    let press = Papers::new();
    for name in NAMES {
        for lang in ["ar", "fr"] {
            let (Some(template), Some(model)) = (template(name), sample(name, lang)) else { continue };
            let title = model["title"].as_str().unwrap_or(name).to_owned();
            let sheet = Sheet {
                template,
                model: &model,
                files: &[],
                title: &title,
                lang,
                standard: Standard::A1b,
                at: 1_773_306_000,
                signature_fields: &["president", "director"],
            };
            std::fs::write(format!("{folder}/{name}.{lang}.pdf"), press.render(&sheet)?)?;
        }
    }
    Ok(())
}
