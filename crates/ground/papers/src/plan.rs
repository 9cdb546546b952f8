//! Plans that others drew: looked at within limits, shown as pictures, and stamped on every page.

use crate::fields;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::{FontData, FontQuery, StandardFont};
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

/// What no honest plan reaches; beyond it a small file could be made to cost without end.
const BYTES_MOST: usize = 40_000_000;
const PAGES_MOST: usize = 60;
/// 5 metres in points.
const SIDE_MOST: f32 = 14_400.0;
const UNPACKED_MOST: u64 = 400_000_000;
const PIXELS_MOST: i64 = 200_000_000;
const TIME_MOST: Duration = Duration::from_secs(20);
/// A thread that does not come back cannot be stopped; with so many of them, the next plan is refused.
const LOST_MOST: usize = 2;
const STACK_BYTES: usize = 32 << 20;
/// Tallest picture of a page, in pixels.
const HEIGHT_MOST: f32 = 6_000.0;

/// Width of the stamp: a share of the page between two bounds, in points.
const STAMP_SHARE: f32 = 0.24;
const STAMP_LEAST: f32 = 150.0;
const STAMP_MOST: f32 = 460.0;
const MARGIN: f32 = 14.0;
const PLAIN: &[u8] = include_bytes!("../fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/NotoSans-Bold.ttf");
const STAMP: &[u8] = b"JamaaNeVarietur";

/// Why a plan is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanFault {
    /// Too many bytes, pages or pixels, or too large a page.
    TooLarge,
    /// Locked by a password.
    Locked,
    /// No PDF that can be read.
    Unreadable,
    /// It took too long.
    Slow,
}

impl PlanFault {
    /// The fault that another process said.
    pub fn said(text: &str) -> Option<PlanFault> {
        use PlanFault::{Locked, Slow, TooLarge, Unreadable};
        [TooLarge, Locked, Unreadable, Slow].into_iter().find(|fault| fault.to_string() == text)
    }
}

impl std::fmt::Display for PlanFault {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = match self {
            PlanFault::TooLarge => "too large",
            PlanFault::Locked => "locked",
            PlanFault::Unreadable => "unreadable",
            PlanFault::Slow => "too slow",
        };
        to.write_str(text)
    }
}

impl std::error::Error for PlanFault {}

/// How many pages a plan has.
///
/// # Errors
/// A plan beyond the limits, locked, or unreadable.
pub fn plan_pages(pdf: &[u8]) -> Result<usize, PlanFault> {
    let pdf = pdf.to_vec();
    within(move || Ok(opened(&pdf)?.get_pages().len()))
}

/// One page, counted from 1, as a PNG so many pixels wide.
///
/// # Errors
/// As [`plan_pages`]; `Unreadable` for a page that is not there.
pub fn plan_picture(pdf: &[u8], page: usize, width: u16) -> Result<Vec<u8>, PlanFault> {
    let pdf = pdf.to_vec();
    within(move || {
        opened(&pdf)?;
        let read = Pdf::new(pdf).map_err(|_| PlanFault::Unreadable)?;
        let pages = read.pages();
        let page = page.checked_sub(1).and_then(|place| pages.get(place)).ok_or(PlanFault::Unreadable)?;
        let (wide, high) = page.render_dimensions();
        if !(1.0..=SIDE_MOST).contains(&wide) || !(1.0..=SIDE_MOST).contains(&high) {
            return Err(PlanFault::TooLarge);
        }
        let scale = (f32::from(width) / wide).min(HEIGHT_MOST / high);
        let settings = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
        let picture = render(page, &RenderCache::new(), &reader(), &settings);
        picture.into_png().map_err(|_| PlanFault::Unreadable)
    })
}

/// Letters that a plan names without bringing them are drawn with our own.
fn reader() -> InterpreterSettings {
    let ours = |font: StandardFont| -> (FontData, u32) {
        let bold = format!("{font:?}").contains("Bold");
        (Arc::new(if bold { BOLD } else { PLAIN }), 0)
    };
    let font_resolver = Arc::new(move |query: &FontQuery| match query {
        FontQuery::Standard(font) => Some(ours(*font)),
        FontQuery::Fallback(font) => Some(ours(font.pick_standard_font())),
    });
    InterpreterSettings { font_resolver, ..InterpreterSettings::default() }
}

/// The plan with a mark on every page and an empty signature field; what would act by itself in it is taken out.
///
/// `mark` is a PDF whose first page is the stamp.
///
/// # Errors
/// As [`plan_pages`].
pub fn plan_stamped(pdf: &[u8], mark: &[u8], field: &'static str) -> Result<Vec<u8>, PlanFault> {
    let (pdf, mark) = (pdf.to_vec(), mark.to_vec());
    within(move || {
        let mut plan = opened(&pdf)?;
        let mark = Document::load_mem(&mark).map_err(|_| PlanFault::Unreadable)?;
        stamped(&mut plan, mark, field).map_err(|_| PlanFault::Unreadable)
    })
}

/// A picture (JPEG) as a plan of one page, at 150 dots an inch.
///
/// # Errors
/// `Unreadable` for what is no JPEG of one or three colours.
pub fn plan_of_picture(jpeg: Vec<u8>) -> Result<Vec<u8>, PlanFault> {
    let (width, height, colours) = jpeg_size(&jpeg).ok_or(PlanFault::Unreadable)?;
    let space = match colours {
        1 => "DeviceGray",
        3 => "DeviceRGB",
        _ => return Err(PlanFault::Unreadable),
    };
    let mut document = Document::with_version("1.4");
    let points = |pixels: u16| f32::from(pixels) * 72.0 / 150.0;
    let head = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(width), "Height" => i64::from(height),
        "ColorSpace" => space, "BitsPerComponent" => 8, "Filter" => "DCTDecode",
    };
    let image = document.add_object(Stream::new(head, jpeg).with_compression(false));
    let content = format!("q {} 0 0 {} 0 0 cm /P Do Q", points(width), points(height));
    let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), points(width).into(), points(height).into()],
        "Resources" => dictionary! { "XObject" => dictionary! { "P" => image } },
    });
    document.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", root);
    let mut out = Vec::new();
    document.save_to(&mut out).map_err(|_| PlanFault::Unreadable)?;
    Ok(out)
}

/// Width, height and number of colours, from the frame header (ITU T.81, B.2.2).
fn jpeg_size(bytes: &[u8]) -> Option<(u16, u16, u8)> {
    let mut at = bytes.starts_with(&[0xff, 0xd8]).then_some(2)?;
    loop {
        let (mark, kind) = (*bytes.get(at)?, *bytes.get(at + 1)?);
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        if mark != 0xff || length < 2 {
            return None;
        }
        if matches!(kind, 0xc0..=0xc2) {
            let pair = |place: usize| Some(u16::from_be_bytes([*bytes.get(at + place)?, *bytes.get(at + place + 1)?]));
            return Some((pair(7)?, pair(5)?, *bytes.get(at + 9)?)).filter(|(wide, high, _)| *wide > 0 && *high > 0);
        }
        at += 2 + length;
    }
}

static LOST: AtomicUsize = AtomicUsize::new(0);

/// Does the work on a thread of its own: a panic or an endless page harms nobody else.
fn within<T: Send + 'static>(work: impl FnOnce() -> Result<T, PlanFault> + Send + 'static) -> Result<T, PlanFault> {
    if LOST.load(Ordering::Relaxed) >= LOST_MOST {
        return Err(PlanFault::Slow);
    }
    let (tell, hear) = mpsc::sync_channel(1);
    let body = move || {
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or(Err(PlanFault::Unreadable));
        if tell.send(done).is_err() {
            LOST.fetch_sub(1, Ordering::Relaxed); // nobody waited any more, and it came back after all
        }
    };
    std::thread::Builder::new().stack_size(STACK_BYTES).spawn(body).map_err(|_| PlanFault::Slow)?;
    match hear.recv_timeout(TIME_MOST) {
        Ok(done) => done,
        Err(_) => {
            LOST.fetch_add(1, Ordering::Relaxed);
            Err(PlanFault::Slow)
        }
    }
}

fn opened(pdf: &[u8]) -> Result<Document, PlanFault> {
    if pdf.len() > BYTES_MOST {
        return Err(PlanFault::TooLarge);
    }
    let document = Document::load_mem(pdf).map_err(|_| PlanFault::Unreadable)?;
    if document.is_encrypted() || document.trailer.has(b"Encrypt") {
        return Err(PlanFault::Locked);
    }
    match document.get_pages().len() {
        0 => return Err(PlanFault::Unreadable),
        pages if pages > PAGES_MOST => return Err(PlanFault::TooLarge),
        _ => {}
    }
    let mut left = UNPACKED_MOST;
    let mut pixels = 0i64;
    for stream in document.objects.values().filter_map(|object| object.as_stream().ok()) {
        let side = |key: &[u8]| stream.dict.get(key).and_then(Object::as_i64).unwrap_or(0).clamp(0, 1 << 24);
        pixels = pixels.saturating_add(side(b"Width").saturating_mul(side(b"Height")));
        left = left.checked_sub(unpacked(stream, left)).filter(|left| *left > 0).ok_or(PlanFault::TooLarge)?;
    }
    if pixels > PIXELS_MOST { Err(PlanFault::TooLarge) } else { Ok(document) }
}

/// How many bytes a packed stream grows to, counted no further than `most`.
fn unpacked(stream: &Stream, most: u64) -> u64 {
    let packed = stream.filters().is_ok_and(|filters| filters.iter().any(|filter| *filter == b"FlateDecode"));
    if !packed {
        return stream.content.len() as u64;
    }
    let mut reader = flate2::read::ZlibDecoder::new(stream.content.as_slice()).take(most);
    std::io::copy(&mut reader, &mut std::io::sink()).unwrap_or(0)
}

fn stamped(plan: &mut Document, mark: Document, field: &str) -> lopdf::Result<Vec<u8>> {
    quiet(plan)?;
    let (form, size) = form_of(plan, mark)?;
    let pages: Vec<ObjectId> = plan.get_pages().into_values().collect();
    for page in pages {
        place(plan, page, form, size)?;
    }
    fields::declare(plan, &[field])?;
    plan.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    for key in [b"Type".as_slice(), b"W", b"Index", b"Filter", b"DecodeParms", b"Length", b"Prev", b"XRefStm"] {
        plan.trailer.remove(key);
    }
    plan.version = "1.7".into();
    let mut out = Vec::new();
    plan.save_to(&mut out)?;
    Ok(out)
}

/// Takes out scripts and what starts by itself. A signature of the architect stays with the original, which is kept.
fn quiet(plan: &mut Document) -> lopdf::Result<()> {
    let catalog = plan.catalog_mut()?;
    for key in [b"OpenAction".as_slice(), b"AA", b"AcroForm", b"Perms", b"DSS", b"Names"] {
        catalog.remove(key);
    }
    Ok(())
}

/// The first page of the mark as a drawing that pages may use, with its size.
fn form_of(plan: &mut Document, mut mark: Document) -> lopdf::Result<(ObjectId, (f32, f32))> {
    mark.renumber_objects_with(plan.max_id + 1);
    let page = mark.page_iter().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let content = mark.get_page_content(page);
    let bounds = numbers(&mark, inherited(&mark, page, b"MediaBox")).unwrap_or([0.0, 0.0, 200.0, 80.0]);
    let resources = inherited(&mark, page, b"Resources").unwrap_or_else(|| Dictionary::new().into());
    plan.max_id = mark.max_id;
    plan.objects.extend(mark.objects);
    let head = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds.iter().map(|n| (*n).into()).collect::<Vec<Object>>(),
        "Resources" => resources,
    };
    let form = plan.add_object(Stream::new(head, content));
    Ok((form, (bounds[2] - bounds[0], bounds[3] - bounds[1])))
}

/// A value of a page, or of the nodes above it.
fn inherited(document: &Document, page: ObjectId, key: &[u8]) -> Option<Object> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..32 {
        if let Ok(value) = node.get(key) {
            return document.dereference(value).ok().map(|(_, value)| value.clone());
        }
        node = document.get_dictionary(node.get(b"Parent").and_then(Object::as_reference).ok()?).ok()?;
    }
    None
}

fn numbers(document: &Document, value: Option<Object>) -> Option<[f32; 4]> {
    let list = value?.as_array().ok()?.clone();
    let number = |place: usize| document.dereference(list.get(place)?).ok()?.1.as_float().ok();
    let (a, b, c, d) = (number(0)?, number(1)?, number(2)?, number(3)?);
    Some([a.min(c), b.min(d), a.max(c), b.max(d)])
}

/// Draws the stamp in the corner that is seen at the bottom left, however the page is turned.
fn place(plan: &mut Document, page: ObjectId, form: ObjectId, size: (f32, f32)) -> lopdf::Result<()> {
    let bounds = inherited(plan, page, b"CropBox").or_else(|| inherited(plan, page, b"MediaBox"));
    let [x0, y0, x1, y1] = numbers(plan, bounds).unwrap_or([0.0, 0.0, 595.0, 842.0]);
    let turn = inherited(plan, page, b"Rotate").and_then(|turn| turn.as_i64().ok()).unwrap_or(0).rem_euclid(360);
    let wide = if turn % 180 == 0 { x1 - x0 } else { y1 - y0 };
    let s = (wide * STAMP_SHARE).clamp(STAMP_LEAST, STAMP_MOST) / size.0.max(1.0);
    let m = MARGIN;
    let matrix = match turn {
        90 => [0.0, s, -s, 0.0, x1 - m, y0 + m],
        180 => [-s, 0.0, 0.0, -s, x1 - m, y1 - m],
        270 => [0.0, -s, s, 0.0, x0 + m, y1 - m],
        _ => [s, 0.0, 0.0, s, x0 + m, y0 + m],
    };
    let matrix: Vec<String> = matrix.iter().map(|n| format!("{n:.4}")).collect();
    let after = format!("\nQ q {} cm /{} Do Q\n", matrix.join(" "), String::from_utf8_lossy(STAMP));
    let mut resources = inherited(plan, page, b"Resources").and_then(|found| found.as_dict().ok().cloned()).unwrap_or_default();
    let known = resources.get(b"XObject").ok().and_then(|found| plan.dereference(found).ok());
    let mut drawings = known.and_then(|(_, found)| found.as_dict().ok().cloned()).unwrap_or_default();
    drawings.set(STAMP, form);
    resources.set("XObject", drawings);
    let before = plan.add_object(Stream::new(Dictionary::new(), b"q\n".to_vec()));
    let after = plan.add_object(Stream::new(Dictionary::new(), after.into_bytes()));
    let own = match plan.get_dictionary(page)?.get(b"Contents") {
        Ok(Object::Array(list)) => list.clone(),
        Ok(Object::Reference(id)) => match plan.get_object(*id)? {
            Object::Array(list) => list.clone(),
            _ => vec![Object::Reference(*id)],
        },
        _ => Vec::new(),
    };
    let contents = [vec![before.into()], own, vec![after.into()]].concat();
    let page = plan.get_object_mut(page)?.as_dict_mut()?;
    page.set("Contents", contents);
    page.set("Resources", resources);
    page.remove(b"AA");
    Ok(())
}
