//! Photos: read within strict limits, turned upright, written anew without a trace of the camera, sealed.

use exif::{DateTime, Exif, In, Tag, Value};
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage, codecs::jpeg::JpegEncoder, imageops::FilterType,
};
use kernel::{Day, Moment, Point, Refusal};
use platform::{Ctx, Problem, Result};
use std::io::Cursor;
use tokio::sync::Semaphore;

/// A photo of a telephone has up to 50 megapixels; a bomb has many more.
const SIDE_MOST: u32 = 12_000;
const DECODED_BYTES_MOST: u64 = 320_000_000;
const SIDE: u32 = 1_600;
const THUMB: u32 = 320;
const QUALITY: u8 = 80;

/// Decoding takes memory and a core: few at a time, the others wait.
static DECODING: Semaphore = Semaphore::const_new(2);

/// A photo as it was stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    /// Addresses of the sealed picture and of its thumbnail.
    pub blob: String,
    pub thumb: String,
    pub kind: String,
    /// Where it was taken, if the camera said so: offered to the author, never kept with the picture.
    pub taken_at: Option<Point>,
    /// When the camera says that it was, by the clock of the country: a proof, where one is asked for.
    pub taken_on: Option<Moment>,
}

/// Two pictures made from what was sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Remade {
    pub picture: Vec<u8>,
    pub thumb: Vec<u8>,
    pub taken_at: Option<Point>,
    pub taken_on: Option<Moment>,
}

/// Remakes and stores an uploaded photo. What is not a photo is refused with a sentence.
pub async fn take(ctx: &Ctx, content: Vec<u8>) -> Result<Photo> {
    let _turn = DECODING.acquire().await.map_err(Problem::internal)?;
    let remade = tokio::task::spawn_blocking(move || remake(&content)).await.map_err(Problem::internal)??;
    Ok(Photo {
        blob: ctx.keep_file(remade.picture).await?,
        thumb: ctx.keep_file(remade.thumb).await?,
        kind: "image/jpeg".into(),
        taken_at: remade.taken_at,
        taken_on: remade.taken_on,
    })
}

/// Remakes and stores a picture alone; its small one is made when it is looked at.
pub async fn picture(ctx: &Ctx, content: Vec<u8>) -> Result<String> {
    let _turn = DECODING.acquire().await.map_err(Problem::internal)?;
    let remade = tokio::task::spawn_blocking(move || remake(&content)).await.map_err(Problem::internal)??;
    ctx.keep_file(remade.picture).await
}

/// The small one of a stored picture.
pub async fn small(ctx: &Ctx, blob: &str) -> Result<Vec<u8>> {
    let content = ctx.file(blob).await?;
    let _turn = DECODING.acquire().await.map_err(Problem::internal)?;
    Ok(tokio::task::spawn_blocking(move || remake(&content)).await.map_err(Problem::internal)??.thumb)
}

/// A part of a picture, in ten-thousandths of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

/// A stored picture made anew without what is in these parts. The stored one stays as it is.
pub async fn without(ctx: &Ctx, blob: &str, parts: Vec<Part>) -> Result<Photo> {
    let content = ctx.file(blob).await?;
    let _turn = DECODING.acquire().await.map_err(Problem::internal)?;
    let hidden = tokio::task::spawn_blocking(move || hide(&content, &parts)).await.map_err(Problem::internal)??;
    Ok(Photo {
        blob: ctx.keep_file(hidden.picture).await?,
        thumb: ctx.keep_file(hidden.thumb).await?,
        kind: "image/jpeg".into(),
        taken_at: None,
        taken_on: None,
    })
}

/// Fills each part with the one colour that is its average: of what was there nothing else is left, in neither picture.
pub fn hide(content: &[u8], parts: &[Part]) -> Result<Remade> {
    let mut image = decode(content)?.to_rgb8();
    for part in parts {
        fill(&mut image, *part);
    }
    let image = DynamicImage::ImageRgb8(image);
    Ok(Remade { picture: encode(&image, SIDE)?, thumb: encode(&image, THUMB)?, taken_at: None, taken_on: None })
}

fn fill(image: &mut RgbImage, part: Part) {
    const WHOLE: u64 = 10_000;
    let pixels = |from: u32, length: u32, side: u32| {
        let at = |place: u64| (place.min(WHOLE) * u64::from(side)) as f64 / WHOLE as f64;
        let (first, last) = (at(u64::from(from)).floor() as u32, at(u64::from(from) + u64::from(length)).ceil() as u32);
        first..last.min(side)
    };
    let (columns, rows) = (pixels(part.x, part.width, image.width()), pixels(part.y, part.height, image.height()));
    let places = || rows.clone().flat_map(|y| columns.clone().map(move |x| (x, y)));
    let count = places().count() as u64;
    if count == 0 {
        return;
    }
    let mut sums = [0_u64; 3];
    for (x, y) in places() {
        for (sum, value) in sums.iter_mut().zip(image.get_pixel(x, y).0) {
            *sum += u64::from(value);
        }
    }
    let colour = Rgb(sums.map(|sum| (sum / count) as u8));
    for (x, y) in places() {
        image.put_pixel(x, y, colour);
    }
}

fn refused() -> Problem {
    Refusal::new("platform-not-a-photo").at("photo").into()
}

/// Decodes JPEG, PNG or WebP by content, never by name, and encodes JPEG again.
pub fn remake(content: &[u8]) -> Result<Remade> {
    let camera = exif::Reader::new().read_from_container(&mut Cursor::new(content)).ok();
    let (taken_at, taken_on) = (camera.as_ref().and_then(position), camera.as_ref().and_then(hour));
    let image = decode(content)?;
    Ok(Remade { picture: encode(&image, SIDE)?, thumb: encode(&image, THUMB)?, taken_at, taken_on })
}

fn decode(content: &[u8]) -> Result<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(content)).with_guessed_format()?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(refused());
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MOST);
    limits.max_image_height = Some(SIDE_MOST);
    limits.max_alloc = Some(DECODED_BYTES_MOST);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| refused())?;
    let orientation = decoder.orientation().map_err(|_| refused())?;
    if decoder.total_bytes() > DECODED_BYTES_MOST {
        return Err(refused());
    }
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| refused())?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn encode(image: &DynamicImage, side: u32) -> Result<Vec<u8>> {
    let small = if image.width() > side || image.height() > side {
        image.resize(side, side, FilterType::Triangle)
    } else {
        image.clone()
    };
    let mut out = Vec::new();
    small.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY)).map_err(Problem::internal)?;
    Ok(out)
}

/// The place that the camera noted.
fn position(exif: &Exif) -> Option<Point> {
    let degrees = |tag: Tag, side: Tag, negative: char| {
        let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
        let [degrees, minutes, seconds] = parts.get(..3)? else { return None };
        let value = degrees.to_f64() + minutes.to_f64() / 60.0 + seconds.to_f64() / 3_600.0;
        let side = exif.get_field(side, In::PRIMARY)?.display_value().to_string();
        Some(if side.contains(negative) { -value } else { value })
    };
    let lat = degrees(Tag::GPSLatitude, Tag::GPSLatitudeRef, 'S')?;
    let lon = degrees(Tag::GPSLongitude, Tag::GPSLongitudeRef, 'W')?;
    Point::new(lat, lon).filter(|point| point.lat() != 0.0 || point.lon() != 0.0)
}

/// The hour that the camera noted: `2026:11:24 10:20:30`, on the clock where it was.
fn hour(exif: &Exif) -> Option<Moment> {
    let Value::Ascii(texts) = &exif.get_field(Tag::DateTimeOriginal, In::PRIMARY)?.value else { return None };
    let noted = DateTime::from_ascii(texts.first()?).ok()?;
    let day = Day::ymd(i16::try_from(noted.year).ok()?, noted.month.cast_signed(), noted.day.cast_signed())?;
    Some(day.at(noted.hour.cast_signed(), noted.minute.cast_signed()).plus_secs(noted.second.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut out = Vec::new();
        DynamicImage::new_rgb8(width, height).write_to(&mut Cursor::new(&mut out), ImageFormat::Png).unwrap();
        out
    }

    #[test]
    fn a_large_photo_becomes_small_and_bare() {
        let remade = remake(&png(3_000, 1_500)).unwrap();
        let picture = image::load_from_memory(&remade.picture).unwrap();
        assert_eq!((picture.width(), picture.height()), (1_600, 800));
        assert_eq!(image::load_from_memory(&remade.thumb).unwrap().width(), 320);
        assert!(exif::Reader::new().read_from_container(&mut Cursor::new(&remade.picture)).is_err());
    }

    /// Stripes of black and white, two pixels wide: what a number plate is to a camera.
    fn stripes() -> Vec<u8> {
        let image = RgbImage::from_fn(400, 200, |x, _| if x / 2 % 2 == 0 { Rgb([0, 0, 0]) } else { Rgb([255, 255, 255]) });
        let mut out = Vec::new();
        image.write_to(&mut Cursor::new(&mut out), ImageFormat::Png).unwrap();
        out
    }

    #[test]
    fn of_a_hidden_part_one_colour_is_left_in_both_pictures() {
        let part = Part { x: 2_500, y: 2_500, width: 5_000, height: 5_000 };
        let hidden = hide(&stripes(), &[part]).unwrap();
        for (content, scale) in [(hidden.picture, 1.0), (hidden.thumb, 0.8)] {
            let image = image::load_from_memory(&content).unwrap().to_rgb8();
            let at = |x: f64, y: f64| i32::from(image.get_pixel((x * scale) as u32, (y * scale) as u32).0[0]);
            // Compression blurs a block of eight pixels on each side of the edge: inside nothing varies.
            let inside: Vec<i32> = (0..80).map(|step| at(120.0 + f64::from(step) * 2.0, 100.0)).collect();
            let (least, most) = (inside.iter().min().unwrap(), inside.iter().max().unwrap());
            assert!(most - least <= 2 && (120..=136).contains(least), "{least}..{most}");
        }
        let whole = hide(&stripes(), &[]).unwrap();
        let image = image::load_from_memory(&whole.picture).unwrap().to_rgb8();
        let row: Vec<u8> = (100..300).map(|x| image.get_pixel(x, 100).0[0]).collect();
        assert!(
            *row.iter().max().unwrap() > 200 && *row.iter().min().unwrap() < 60,
            "nothing is hidden where nobody asked for it"
        );
    }

    #[test]
    fn a_part_beyond_the_edge_hides_up_to_it_and_an_empty_one_nothing() {
        for part in [
            Part { x: 9_000, y: 9_000, width: 9_000, height: 9_000 },
            Part { x: 20_000, y: 0, width: 10, height: 10 },
            Part { x: u32::MAX, y: u32::MAX, width: u32::MAX, height: u32::MAX },
            Part { x: 10, y: 10, width: 0, height: 0 },
        ] {
            assert!(hide(&png(20, 20), &[part]).is_ok(), "{part:?}");
        }
    }

    #[test]
    fn what_is_not_a_photo_is_refused() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        let mut bomb = png(8, 8);
        bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        for wrong in [&b""[..], b"GIF89a", svg, b"\xff\xd8\xff\xe0 cut short", &bomb] {
            assert_eq!(remake(wrong).unwrap_err().code(), "platform-not-a-photo");
        }
    }
}
