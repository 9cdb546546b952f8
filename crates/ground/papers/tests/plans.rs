//! Plans of others: pictures, stamps, and what hostile files get.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

use papers::{Papers, PlanFault, Sheet, Standard, plan_of_picture, plan_pages, plan_picture, plan_stamped, sample, template};

fn made(name: &str) -> Vec<u8> {
    let (model, text) = (sample(name, "ar").unwrap(), template(name).unwrap());
    let sheet = Sheet {
        template: text,
        model: &model,
        files: &[],
        title: "تصميم",
        lang: "ar",
        standard: Standard::A1b,
        at: 1_767_225_600,
        signature_fields: &[],
    };
    Papers::new().render(&sheet).unwrap()
}

fn turned(pdf: &[u8], degrees: i64) -> Vec<u8> {
    let mut document = lopdf::Document::load_mem(pdf).unwrap();
    let page = document.page_iter().next().unwrap();
    document.get_object_mut(page).unwrap().as_dict_mut().unwrap().set("Rotate", degrees);
    let mut out = Vec::new();
    document.save_to(&mut out).unwrap();
    out
}

/// How much of a quarter of the picture is the green of the stamp.
fn green(png: &[u8], left: bool, bottom: bool) -> usize {
    let picture = image::load_from_memory(png).unwrap().to_rgb8();
    let (wide, high) = picture.dimensions();
    let inside = |(x, y): (u32, u32)| (x < wide / 2) == left && (y >= high / 2) == bottom;
    let is_green = |[r, g, b]: [u8; 3]| g > r.saturating_add(25) && g > b.saturating_add(5);
    picture.enumerate_pixels().filter(|(x, y, pixel)| inside((*x, *y)) && is_green(pixel.0)).count()
}

#[test]
fn every_page_is_stamped_where_it_is_seen_at_the_bottom_left_and_the_field_waits() {
    let (blank, mark) = (plan_of_picture(grey_jpeg(900, 600)).unwrap(), made("ne-varietur"));
    for degrees in [0, 90, 180, 270] {
        let plan = turned(&blank, degrees);
        let stamped = plan_stamped(&plan, &mark, "seal").unwrap();
        let before = plan_picture(&plan, 1, 600).unwrap();
        let picture = plan_picture(&stamped, 1, 600).unwrap();
        assert_eq!(green(&before, true, true), 0);
        assert!(green(&picture, true, true) > 300, "turned by {degrees}: {}", green(&picture, true, true));
        assert_eq!(green(&picture, false, false), 0, "turned by {degrees}");
        assert!(stamped.windows(6).any(|window| window == b"(seal)"));
        assert_eq!(plan_pages(&stamped), Ok(1));
    }
}

fn grey_jpeg(wide: u32, high: u32) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::GrayImage::from_pixel(wide, high, image::Luma([220])).write_to(&mut out, image::ImageFormat::Jpeg).unwrap();
    out.into_inner()
}

#[test]
fn a_plan_has_its_pages_and_a_page_that_is_not_there_has_no_picture() {
    let plan = made("permit");
    assert_eq!(plan_pages(&plan), Ok(1));
    assert!(plan_picture(&plan, 1, 300).unwrap().starts_with(b"\x89PNG"));
    for page in [0, 2, usize::MAX] {
        assert_eq!(plan_picture(&plan, page, 300), Err(PlanFault::Unreadable));
    }
}

#[test]
fn hostile_plans_are_refused() {
    let mut bomb = lopdf::Document::load_mem(&made("permit")).unwrap();
    let mut zeros = Vec::new();
    let mut writer = flate2::write::ZlibEncoder::new(&mut zeros, flate2::Compression::best());
    let chunk = vec![0u8; 1 << 20];
    (0..450).for_each(|_| std::io::Write::write_all(&mut writer, &chunk).unwrap());
    writer.finish().unwrap();
    let head = lopdf::dictionary! { "Filter" => "FlateDecode" };
    bomb.add_object(lopdf::Stream::new(head, zeros).with_compression(false));
    let mut out = Vec::new();
    bomb.save_to(&mut out).unwrap();
    assert!(out.len() < 2_000_000);
    assert_eq!(plan_pages(&out), Err(PlanFault::TooLarge));

    let mut wide = lopdf::Document::load_mem(&made("permit")).unwrap();
    let head = lopdf::dictionary! { "Subtype" => "Image", "Width" => 100_000, "Height" => 100_000 };
    wide.add_object(lopdf::Stream::new(head, vec![0]).with_compression(false));
    let mut out = Vec::new();
    wide.save_to(&mut out).unwrap();
    assert_eq!(plan_pages(&out), Err(PlanFault::TooLarge));

    let cut = made("permit");
    for bytes in [&b""[..], b"%PDF-1.7\n%%EOF\n", b"<html>", &cut[..cut.len() / 3]] {
        assert_eq!(plan_pages(bytes), Err(PlanFault::Unreadable));
    }
    assert_eq!(plan_pages(&vec![b'%'; 41_000_000]), Err(PlanFault::TooLarge));
    for bytes in [&b""[..], b"\xff\xd8\xff", b"GIF89a"] {
        assert_eq!(plan_of_picture(bytes.to_vec()), Err(PlanFault::Unreadable));
    }
}
