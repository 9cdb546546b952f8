//! Labels with a QR code, to be printed on A4 sheets and stuck on the objects. Drawn as SVG, in millimetres.

use platform::{Problem, Result};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// What stands on one label.
pub struct Label {
    pub number: String,
    /// Commune and kind, in Arabic and French.
    pub title: [String; 2],
    /// What a passer-by can do with it, in Arabic and French.
    pub says: [String; 2],
    /// The telephone of the commune; empty when it has none.
    pub phone: String,
    /// What the code opens.
    pub url: String,
}

const ACROSS: usize = 2;
const DOWN: usize = 7;
pub const PER_SHEET: usize = ACROSS * DOWN;
/// A common format of sticker: 99.1 × 38.1 mm, fourteen on a sheet.
const WIDTH: f64 = 99.1;
const HEIGHT: f64 = 38.1;
const LEFT: f64 = 4.65;
const TOP: f64 = 15.15;
const GAP: f64 = 2.5;
const CODE: f64 = 30.0;
/// Beside the code.
const ROOM: f64 = 60.0;

/// One A4 sheet.
pub fn sheet(labels: &[Label]) -> Result<String> {
    let mut out = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\" font-family=\"sans-serif\">\n\
         <rect width=\"210\" height=\"297\" fill=\"#fff\"/>\n",
    );
    for (place, label) in labels.iter().take(PER_SHEET).enumerate() {
        let x = LEFT + (place % ACROSS) as f64 * (WIDTH + GAP);
        let y = TOP + (place / ACROSS) as f64 * HEIGHT;
        out.push_str(&draw(label, x, y)?);
    }
    out.push_str("</svg>\n");
    Ok(out)
}

fn draw(label: &Label, x: f64, y: f64) -> Result<String> {
    let (path, side) = qr(&label.url)?;
    let scale = CODE / side as f64;
    let text = |size: f64, weight: &str, dy: f64, words: &str| {
        // Its own letters say how a line runs, whatever the page around it does.
        let dir = if words.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)) { "rtl" } else { "ltr" };
        let words = platform::escape(words);
        format!(
            "<text x=\"66\" y=\"{dy}\" font-size=\"{size}\" font-weight=\"{weight}\" text-anchor=\"middle\" direction=\"{dir}\">{words}</text>"
        )
    };
    let lines = [
        text(3.2, "bold", 5.0, &label.title[0]),
        text(2.8, "bold", 9.0, &label.title[1]),
        number(&label.number),
        text(3.5, "normal", 24.0, &label.says[0]),
        text(3.1, "normal", 29.0, &label.says[1]),
        text(4.0, "bold", 35.0, &label.phone),
    ];
    Ok(format!(
        "<g transform=\"translate({x:.2} {y:.2})\"><rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"none\" stroke=\"#ccc\" stroke-width=\"0.1\"/>\
         <g transform=\"translate(4 4) scale({scale:.4})\"><path d=\"{path}\" fill=\"#000\"/></g>{}</g>\n",
        lines.join("")
    ))
}

/// The number as large as it fits, left to right whatever stands around it.
fn number(number: &str) -> String {
    // A bold digit is about two thirds as wide as it is high.
    let size = (ROOM / 0.66 / number.chars().count().max(1) as f64).min(9.0);
    let number = platform::escape(number);
    format!(
        "<text x=\"66\" y=\"17.5\" font-size=\"{size:.2}\" font-weight=\"bold\" text-anchor=\"middle\" direction=\"ltr\" \
         font-family=\"monospace\">{number}</text>"
    )
}

/// The dark squares as one path, and the side of the code in squares.
///
/// A quarter of it may be scratched or painted over.
pub fn qr(text: &str) -> Result<(String, usize)> {
    let code = QrCode::with_error_correction_level(text, EcLevel::Q).map_err(Problem::internal)?;
    let side = code.width();
    let mut path = String::new();
    for (place, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            let _ = write!(path, "M{} {}h1v1h-1z", place % side, place / side); // a String takes all
        }
    }
    Ok((path, side))
}
