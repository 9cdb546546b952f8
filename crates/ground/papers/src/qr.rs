//! A text as a QR code that a cheap telephone reads from a crumpled paper.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Light modules around the code (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// The code as SVG, level M (15 % may be lost). `None` when the text is too long for any code (2 331 bytes).
pub fn svg(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let side = code.width() + 2 * QUIET;
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(code.width()).enumerate() {
        stripes(&mut path, y + QUIET, row);
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{side}\" height=\"{side}\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

/// Dark modules that touch become one stripe: fewer shapes, and no hairline between two of them in print.
fn stripes(path: &mut String, y: usize, row: &[Color]) {
    let mut x = 0;
    for run in row.chunk_by(|a, b| a == b) {
        if run[0] == Color::Dark {
            let _ = write!(path, "M{} {y}h{}v1h-{}z", x + QUIET, run.len(), run.len());
        }
        x += run.len();
    }
}
