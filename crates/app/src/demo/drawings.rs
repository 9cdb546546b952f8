//! Small drawings that stand for photos: a street, a lamp, a bin, a hole, each in its light.

use super::dice::Dice;
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use platform::{Problem, Result};

const WIDTH: u32 = 640;
const HEIGHT: u32 = 480;
const THUMB: u32 = 256;

/// What a drawing shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    Lamp,
    Bin,
    Hole,
    Tree,
    /// The same street, put right.
    Mended,
}

impl Subject {
    pub const ALL: [Subject; 5] = [Subject::Lamp, Subject::Bin, Subject::Hole, Subject::Tree, Subject::Mended];

    pub fn of(category: &str) -> Subject {
        match category {
            "street-lamp-out" | "dangerous-pole" | "traffic-lights-signs" => Subject::Lamp,
            "uncollected-waste" | "bin-missing-or-burnt" | "rubble" | "illegal-dump" | "street-sweeping" => Subject::Bin,
            "parks-trees" | "damaged-facility" | "cemetery" => Subject::Tree,
            _ => Subject::Hole,
        }
    }
}

/// A picture and its thumbnail, as JPEG.
pub fn draw(subject: Subject, dice: &mut Dice) -> Result<(Vec<u8>, Vec<u8>)> {
    let night = subject == Subject::Lamp && dice.happens(60);
    let mut sheet = RgbImage::new(WIDTH, HEIGHT);
    let horizon = 250 + dice.below(50) as u32;
    street(&mut sheet, horizon, night, dice);
    let at = 140 + dice.below(300) as u32;
    match subject {
        Subject::Lamp => lamp(&mut sheet, at, night),
        Subject::Bin => bin(&mut sheet, at, horizon, dice),
        Subject::Hole => oval(&mut sheet, (at, 400), (90, 26), Rgb([28, 27, 30])),
        Subject::Tree => tree(&mut sheet, at, horizon),
        Subject::Mended => {}
    }
    let thumb = image::imageops::thumbnail(&sheet, THUMB, THUMB * HEIGHT / WIDTH);
    Ok((encoded(&sheet)?, encoded(&thumb)?))
}

fn encoded(sheet: &RgbImage) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 72).encode_image(sheet).map_err(Problem::internal)?;
    Ok(bytes)
}

/// Sky, a row of houses in the ochres and whites of the medina, pavement, road.
fn street(sheet: &mut RgbImage, horizon: u32, night: bool, dice: &mut Dice) {
    let dim = if night { 4 } else { 1 };
    for y in 0..HEIGHT {
        let sky = [150 + (y / 5) as u8, 196, 226];
        let colour = if y < horizon + 60 {
            sky
        } else if y < horizon + 90 {
            [186, 180, 170]
        } else {
            [92, 94, 99]
        };
        block(sheet, (0, y), (WIDTH, 1), Rgb(colour.map(|part| part / dim)));
    }
    let mut x = 0;
    while x < WIDTH {
        let (wide, high) = (70 + dice.below(70) as u32, 110 + dice.below(120) as u32);
        let wall = [[236, 226, 205], [222, 197, 158], [245, 243, 238], [214, 178, 140]][dice.below(4)];
        block(sheet, (x, (horizon + 60).saturating_sub(high)), (wide, high), Rgb(wall.map(|part: u8| part / dim)));
        for row in 0..high / 55 {
            let window = Rgb(if night && dice.happens(30) { [240, 205, 120] } else { [70 / dim, 95 / dim, 120 / dim] });
            block(sheet, (x + wide / 3, (horizon + 80).saturating_sub(high) + row * 55), (18, 26), window);
        }
        x += wide + 2;
    }
}

fn block(sheet: &mut RgbImage, at: (u32, u32), size: (u32, u32), colour: Rgb<u8>) {
    for y in at.1..(at.1 + size.1).min(HEIGHT) {
        for x in at.0..(at.0 + size.0).min(WIDTH) {
            sheet.put_pixel(x, y, colour);
        }
    }
}

fn oval(sheet: &mut RgbImage, centre: (u32, u32), radius: (u32, u32), colour: Rgb<u8>) {
    let (cx, cy, rx, ry) = (f64::from(centre.0), f64::from(centre.1), f64::from(radius.0), f64::from(radius.1));
    for y in centre.1.saturating_sub(radius.1)..(centre.1 + radius.1).min(HEIGHT) {
        for x in centre.0.saturating_sub(radius.0)..(centre.0 + radius.0).min(WIDTH) {
            let (dx, dy) = ((f64::from(x) - cx) / rx, (f64::from(y) - cy) / ry);
            if dx * dx + dy * dy <= 1.0 {
                sheet.put_pixel(x, y, colour);
            }
        }
    }
}

fn lamp(sheet: &mut RgbImage, at: u32, night: bool) {
    let pole = Rgb(if night { [58, 60, 66] } else { [84, 88, 96] });
    block(sheet, (at, 80), (9, 330), pole);
    block(sheet, (at, 80), (70, 7), pole);
    oval(sheet, (at + 70, 90), (22, 10), Rgb([44, 46, 50]));
    block(sheet, (at - 4, 250), (17, 22), Rgb([240, 240, 232]));
}

fn bin(sheet: &mut RgbImage, at: u32, horizon: u32, dice: &mut Dice) {
    block(sheet, (at, horizon + 30), (90, 100), Rgb([32, 98, 62]));
    block(sheet, (at - 4, horizon + 22), (98, 12), Rgb([24, 74, 48]));
    for _ in 0..9 {
        let bag = (at.saturating_sub(40) + dice.below(190) as u32, horizon + 120 + dice.below(30) as u32);
        let colour = [[24, 24, 28], [206, 210, 216], [60, 76, 130]][dice.below(3)];
        oval(sheet, bag, (26, 19), Rgb(colour));
    }
}

fn tree(sheet: &mut RgbImage, at: u32, horizon: u32) {
    block(sheet, (at, horizon - 60), (18, 160), Rgb([96, 70, 48]));
    for (dx, dy, radius) in [(0, 0, 70), (40, 30, 55), (-45, 25, 55), (10, 55, 60)] {
        let centre = (at.saturating_add_signed(dx), (horizon - 130).saturating_add_signed(dy));
        oval(sheet, centre, (radius, radius - 12), Rgb([52, 110, 66]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_drawing_is_a_small_photo_that_the_house_accepts() {
        for subject in Subject::ALL {
            let (picture, thumb) = draw(subject, &mut Dice::new(3)).unwrap();
            assert!(picture.len() < 60_000 && thumb.len() < picture.len(), "{subject:?}: {}", picture.len());
            assert!(photos::remake(&picture).is_ok());
        }
    }
}
