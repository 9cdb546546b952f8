//! The emblem: read within strict limits, written anew as a small square PNG on a clear ground.

use image::imageops::{FilterType, overlay};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage};
use kernel::Refusal;
use platform::{Problem, Result};
use std::io::Cursor;

const SIDE: u32 = 256;
const SIDE_MOST: u32 = 8_000;
const DECODED_BYTES_MOST: u64 = 160_000_000;

fn refused() -> Problem {
    Refusal::new("administration-emblem-wrong").at("emblem").into()
}

/// Decodes PNG, JPEG or WebP by content, never by name, and encodes PNG.
pub fn remake(content: &[u8]) -> Result<Vec<u8>> {
    let mut reader = ImageReader::new(Cursor::new(content)).with_guessed_format()?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(refused());
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MOST);
    limits.max_image_height = Some(SIDE_MOST);
    limits.max_alloc = Some(DECODED_BYTES_MOST);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|_| refused())?;
    if decoder.total_bytes() > DECODED_BYTES_MOST {
        return Err(refused());
    }
    let drawn = DynamicImage::from_decoder(decoder).map_err(|_| refused())?;
    let drawn = drawn.resize(SIDE, SIDE, FilterType::Lanczos3).to_rgba8();
    let mut square = RgbaImage::new(SIDE, SIDE);
    let middle = |side: u32| i64::from((SIDE - side) / 2);
    overlay(&mut square, &drawn, middle(drawn.width()), middle(drawn.height()));
    let mut out = Vec::new();
    square.write_to(&mut Cursor::new(&mut out), ImageFormat::Png).map_err(Problem::internal)?;
    Ok(out)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let filled = RgbaImage::from_pixel(width, height, image::Rgba([200, 0, 0, 255]));
        filled.write_to(&mut Cursor::new(&mut out), ImageFormat::Png).unwrap();
        out
    }

    #[test]
    fn an_emblem_becomes_a_small_square_with_clear_edges() {
        let remade = image::load_from_memory(&remake(&png(600, 300)).unwrap()).unwrap().to_rgba8();
        assert_eq!((remade.width(), remade.height()), (SIDE, SIDE));
        assert_eq!((remade.get_pixel(128, 128).0[3], remade.get_pixel(128, 2).0[3]), (255, 0));
    }

    #[test]
    fn what_is_not_a_picture_is_refused() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        let mut bomb = png(8, 8);
        bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        for wrong in [&b""[..], b"GIF89a", svg, b"\xff\xd8\xff\xe0 cut short", &bomb] {
            assert_eq!(remake(wrong).unwrap_err().code(), "administration-emblem-wrong");
        }
    }
}
