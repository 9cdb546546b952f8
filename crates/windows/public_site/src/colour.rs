//! A commune's own colour: read strictly, measured against white, and spread over the look's variables.

/// A colour written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour([u8; 3]);

impl Colour {
    pub fn parse(text: &str) -> Option<Colour> {
        let digits =
            text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Colour([part(0)?, part(2)?, part(4)?]))
    }

    /// Contrast with white as WCAG 2 measures it, from 1 to 21. Text needs 4.5.
    pub fn contrast_on_white(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }

    /// The same colour mixed with another one; `share` is what stays of it.
    fn mixed(self, with: u8, share: f64) -> String {
        let parts = self.0.map(|part| (f64::from(part) * share + f64::from(with) * (1.0 - share)).round() as u8);
        format!("#{:02x}{:02x}{:02x}", parts[0], parts[1], parts[2])
    }

    /// The accent of the pages by day. By night the house's own blue stays: it was measured on dark paper.
    pub fn stylesheet(self) -> String {
        let (own, deep, wash) = (self.mixed(0, 1.0), self.mixed(0, 0.72), self.mixed(255, 0.12));
        format!(
            "@media (prefers-color-scheme:light){{:root{{--river:{own};--river-deep:{deep};--river-wash:{wash};--hero:{deep};--focus:{own}}}}}\n"
        )
    }
}
