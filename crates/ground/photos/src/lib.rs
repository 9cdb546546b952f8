//! Photos: read within strict limits, turned upright, written anew without a trace of the camera, sealed.

use exif::{DateTime, Exif, In, Tag, Value};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder, imageops::FilterType};
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

fn refused() -> Problem {
    Refusal::new("platform-not-a-photo").at("photo").into()
}

/// Decodes JPEG, PNG or WebP by content, never by name, and encodes JPEG again.
pub fn remake(content: &[u8]) -> Result<Remade> {
    let camera = exif::Reader::new().read_from_container(&mut Cursor::new(content)).ok();
    let taken_at = camera.as_ref().and_then(position);
    let taken_on = camera.as_ref().and_then(hour);
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
    Ok(Remade { picture: encode(&image, SIDE)?, thumb: encode(&image, THUMB)?, taken_at, taken_on })
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
