//! Photos: remade, kept through errors, their place offered, and everything that is no photo refused.

use super::{MEDINA, case, code, hidden, town};
use std::io::Cursor;

/// A small JPEG, with the place where it was taken in tenths of a second of arc.
pub fn jpeg(taken_at: Option<(u32, u32)>) -> Vec<u8> {
    let mut plain = Vec::new();
    image::DynamicImage::new_rgb8(64, 48).write_to(&mut Cursor::new(&mut plain), image::ImageFormat::Jpeg).unwrap();
    let Some((lat, lon)) = taken_at else { return plain };
    let exif = exif(lat, lon);
    let mut out = plain[..2].to_vec();
    out.extend([0xff, 0xe1]);
    out.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    out.extend(exif);
    out.extend(&plain[2..]);
    out
}

/// North and west, as one EXIF directory of GPS.
fn exif(lat: u32, lon: u32) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let mut entry = Vec::new();
        entry.extend(tag.to_be_bytes());
        entry.extend(kind.to_be_bytes());
        entry.extend(count.to_be_bytes());
        entry.extend(value);
        entry
    };
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    tiff.extend(1_u16.to_be_bytes());
    tiff.extend(entry(0x8825, 4, 1, 26_u32.to_be_bytes()));
    tiff.extend(0_u32.to_be_bytes());
    tiff.extend(4_u16.to_be_bytes());
    tiff.extend(entry(1, 2, 2, *b"N\0\0\0"));
    tiff.extend(entry(2, 5, 3, 80_u32.to_be_bytes()));
    tiff.extend(entry(3, 2, 2, *b"W\0\0\0"));
    tiff.extend(entry(4, 5, 3, 104_u32.to_be_bytes()));
    tiff.extend(0_u32.to_be_bytes());
    for tenths in [lat, lon] {
        for (value, by) in [(tenths / 36_000, 1_u32), (tenths / 600 % 60, 1), (tenths % 600, 10)] {
            tiff.extend(value.to_be_bytes());
            tiff.extend(by.to_be_bytes());
        }
    }
    [b"Exif\0\0".to_vec(), tiff].concat()
}

const IN_THE_MEDINA: (u32, u32) = (34 * 36_000 + 2 * 600 + 200, 6 * 36_000 + 49 * 600 + 210);

#[tokio::test]
async fn what_is_not_a_photo_is_refused_and_what_was_typed_stays() {
    let town = town().await;
    let visitor = town.visitor();
    let fields = [("words", "حفرة أمام المسجد"), ("lat", MEDINA.0), ("lon", MEDINA.1)];
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    let mut bomb = Vec::new();
    image::DynamicImage::new_rgb8(8, 8).write_to(&mut Cursor::new(&mut bomb), image::ImageFormat::Png).unwrap();
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    for wrong in [&b"GIF89a"[..], svg, &bomb, b"\xff\xd8\xff\xe0 cut short"] {
        visitor.post_file("/ar/report/pothole", &fields, "photo", "x.jpg", wrong).await.is(415).shows("حفرة أمام المسجد");
    }
    let large = vec![0_u8; 13_000_000];
    visitor.post_file("/ar/report/pothole", &fields, "photo", "x.jpg", &large).await.is(413);
    visitor.post_file("/ar/report/photo", &[], "photo", "x.jpg", svg).await.is(415);
    visitor.post("/ar/report/photo", &[]).await.is(422);
    assert_eq!(super::count(&town).await, 0);
}

#[tokio::test]
async fn a_photo_survives_an_error_elsewhere_in_the_form() {
    let town = town().await;
    let visitor = town.visitor();
    let page = visitor
        .post_file("/ar/report/pothole", &[("words", ""), ("lat", MEDINA.0), ("lon", MEDINA.1)], "photo", "p.jpg", &jpeg(None))
        .await;
    let page = page.is(422).text();
    let (token, key) = (hidden(&page, "x_kept"), hidden(&page, "x_key"));
    visitor.get(&format!("/report/kept/{token}")).await.ok();
    visitor.get(&format!("/report/kept/{token}0")).await.is(404);
    visitor.get(&format!("/c/rabat/report/kept/{token}")).await.is(404);
    let fields = [("x_key", key.as_str()), ("x_kept", &token), ("words", "حفرة"), ("lat", MEDINA.0), ("lon", MEDINA.1)];
    let code = code(&visitor.post("/ar/report/pothole", &fields).await.sent_to());
    let id = case(&town, &code).await.id;
    assert_eq!(town.reads(move |rx| cases::files::of(rx, &id)).await.len(), 1);
}

#[tokio::test]
async fn the_place_of_a_photo_is_offered_and_used_only_when_wanted() {
    let town = town().await;
    for (answer, placed) in [("yes", true), ("no", false)] {
        let visitor = town.visitor();
        let page = visitor
            .post_file(
                "/ar/report/pothole",
                &[("words", "حفرة في الدرب"), ("quarter", "medina")],
                "photo",
                "p.jpg",
                &jpeg(Some(IN_THE_MEDINA)),
            )
            .await;
        let page = page.ok().shows("وجدنا مكانا في صورتكم").text();
        let (token, key) = (hidden(&page, "x_kept"), hidden(&page, "x_key"));
        let fields = [
            ("x_key", key.as_str()),
            ("x_kept", &token),
            ("words", "حفرة في الدرب"),
            ("quarter", "medina"),
            ("x_photo_place", answer),
        ];
        let code = code(&visitor.post("/ar/report/pothole", &fields).await.sent_to());
        assert_eq!(case(&town, &code).await.point.is_some(), placed);
    }
}

#[tokio::test]
async fn a_photo_whose_report_never_came_is_erased_and_a_filed_one_stays() {
    let town = town().await;
    let visitor = town.visitor();
    let to = visitor.post_file("/fr/report/photo", &[], "photo", "p.jpg", &jpeg(Some(IN_THE_MEDINA))).await.sent_to();
    let filed = [("words", "حفرة"), ("lat", MEDINA.0), ("lon", MEDINA.1)];
    let code = code(&visitor.post_file("/ar/report/pothole", &filed, "photo", "p.jpg", &jpeg(None)).await.sent_to());
    let token = to.split_once("x_kept=").unwrap().1;
    let thumb = format!("/report/kept/{token}");
    visitor.get(&thumb).await.ok();
    let mut other = Vec::new();
    image::DynamicImage::new_rgb8(30, 20).write_to(&mut Cursor::new(&mut other), image::ImageFormat::Png).unwrap();
    let to = visitor.post_file("/fr/report/photo", &[], "photo", "p.png", &other).await.sent_to();
    let abandoned = format!("/report/kept/{}", to.split_once("x_kept=").unwrap().1);
    visitor.get(&abandoned).await.ok();
    town.advance_hours(24 * 5).await;
    visitor.get(&abandoned).await.is(404);
    let id = case(&town, &code).await.id;
    let kept = town.reads(move |rx| cases::files::of(rx, &id)).await;
    assert!(town.app.blobs().get(testing::SALE, &kept[0].blob).is_ok(), "the same picture was also filed");
    assert_eq!(town.reads(|rx| crate::store::uploads_before(rx, rx.now(), 10)).await, []);
}

#[tokio::test]
async fn photo_first_leads_to_the_categories_with_the_photo() {
    let town = town().await;
    let visitor = town.visitor();
    let to = visitor.post_file("/fr/report/photo", &[], "photo", "p.jpg", &jpeg(None)).await.sent_to();
    visitor.get(&to).await.ok().shows("La photo est reçue");
    let query = to.split_once('?').unwrap().1;
    let page = visitor.get(&format!("/fr/report/pothole?{query}")).await.ok().text();
    assert!(page.contains("/report/kept/") || page.contains("report&#x2f;kept"));
}

#[tokio::test]
async fn a_form_with_a_photo_that_comes_after_the_session_ended_keeps_its_words() {
    let town = town().await;
    let nobody = town.visitor();
    let fields = [("words", "حفرة أمام المدرسة"), ("lat", MEDINA.0), ("lon", MEDINA.1)];
    let page = nobody.post_file("/fr/desk/report/pothole", &fields, "photo", "p.jpg", &jpeg(None)).await;
    page.is(401).shows("حفرة أمام المدرسة").shows("Seules les photos");
    let page = nobody.post("/fr/desk/report/pothole", &fields).await;
    page.is(401).shows("حفرة أمام المدرسة").shows_not("Seules les photos");
    assert_eq!(super::count(&town).await, 0);
}
