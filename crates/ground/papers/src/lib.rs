//! Papers: a template and a model become a PDF/A that lasts, in Arabic, French or English.
//!
//! A template is a Typst text. It sees the model as `json("model.json")`, the shared `letterhead.typ`, the files of its
//! sheet and nothing else: no disk, no network, no packages. What each shipped template expects is in the README.

mod fields;
mod metadata;
mod plan;
mod qr;
mod samples;
mod world;

use serde_json::{Value, json};
use std::fmt;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst::layout::{Frame, FrameItem};
use typst::syntax::DiagSpan;
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::{Desk, Press};

pub use plan::{PlanFault, plan_of_picture, plan_pages, plan_picture, plan_stamped};
pub use samples::{NAMES, sample, template};

/// Results older than this many papers are forgotten, so that memory stays bounded.
const REMEMBERED: usize = 8;
/// Named as the maker in each document.
const TOOL: &str = "Jamaa";
/// A second within the range of dates that PDF can say.
const SAMPLE_DATE: i64 = 1_767_225_600;

/// The press: fonts and library, made once and shared by all threads.
pub struct Papers {
    press: Press,
}

/// How the file is to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standard {
    /// PDF/A-1b (ISO 19005-1): for all that is signed.
    #[default]
    A1b,
    /// PDF/A-2b (ISO 19005-2): where transparency is needed.
    A2b,
}

/// One paper to be made.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The text of the template.
    pub template: &'a str,
    /// What the template sees as `model.json`. Its text `qr`, if there, is drawn as `qr.svg`.
    pub model: &'a Value,
    /// More virtual files. Names are few and fixed: each new one stays in memory for the life of the process.
    pub files: &'a [(&'a str, &'a [u8])],
    /// The title in the document's properties.
    pub title: &'a str,
    /// `ar`, `fr`, `en` or `zgh`; reaches the template as `model.lang`.
    pub lang: &'a str,
    pub standard: Standard,
    /// The date in the document's properties, in seconds since 1970. The same sheet gives the same bytes.
    pub at: i64,
    /// One empty signature field per planned signer, in the order of signing.
    pub signature_fields: &'a [&'a str],
}

/// Why there is no paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line of the template, from 1; 0 where no line is to blame.
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for Fault {}

impl Default for Papers {
    fn default() -> Self {
        Papers::new()
    }
}

impl Papers {
    pub fn new() -> Papers {
        Papers { press: Press::new() }
    }

    /// Whether a template works, tried on a model that has every key of the shipped templates.
    ///
    /// # Errors
    /// The first line that is wrong, and why.
    pub fn check(&self, template: &str) -> Result<(), Fault> {
        let (model, title) = (samples::all(), "…");
        let sheet = Sheet {
            template,
            model: &model,
            files: &[],
            title,
            lang: "ar",
            standard: Standard::A1b,
            at: SAMPLE_DATE,
            signature_fields: &[],
        };
        self.render(&sheet).map(drop)
    }

    /// Makes the paper.
    ///
    /// # Errors
    /// A wrong template, a model without what the template asks, a character that no font has, a date out of range.
    pub fn render(&self, sheet: &Sheet) -> Result<Vec<u8>, Fault> {
        let today = datetime(sheet.at)?;
        let model = model_text(sheet);
        let ident = model.clone();
        let desk = Desk::new(&self.press, sheet.template, files(sheet, model)?, Some(today));
        let pdf = compile(&desk, sheet, today, ident);
        comemo::evict(REMEMBERED);
        finish(&pdf?, sheet).map_err(|error| fault(error.to_string()))
    }
}

fn compile(desk: &Desk, sheet: &Sheet, today: Datetime, ident: String) -> Result<Vec<u8>, Fault> {
    let made = typst::compile::<PagedDocument>(desk);
    let mut document = made.output.map_err(|errors| explain(desk, errors.first()))?;
    // A text in a font that is not here would be left out in silence.
    if let Some(warning) = made.warnings.iter().find(|warning| warning.message.starts_with("unknown font family")) {
        return Err(explain(desk, Some(warning)));
    }
    if let Some(text) = document.pages().iter().find_map(|page| undrawn(&page.frame)) {
        return Err(fault(format!("no font has a character of “{text}”")));
    }
    document.info_mut().title = Some(plain(sheet.title).into());
    let options = options(sheet.standard, today, ident)?;
    typst_pdf::pdf(&document, &options).map_err(|errors| explain(desk, errors.first()))
}

/// Plain metadata, the signature fields, and a plain table of objects: signing appends one, which may only follow its like.
fn finish(pdf: &[u8], sheet: &Sheet) -> lopdf::Result<Vec<u8>> {
    let mut document = lopdf::Document::load_mem(pdf)?;
    let part = if sheet.standard == Standard::A1b { 1 } else { 2 };
    let at = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::from_second(sheet.at).unwrap_or_default());
    metadata::simplify(&mut document, &plain(sheet.title), at, part)?;
    if !sheet.signature_fields.is_empty() {
        fields::declare(&mut document, sheet.signature_fields)?;
    }
    document.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    for key in [b"Type".as_slice(), b"W", b"Index", b"Filter", b"DecodeParms", b"Length", b"Prev"] {
        document.trailer.remove(key);
    }
    let mut out = Vec::with_capacity(pdf.len() + 1024);
    document.save_to(&mut out)?;
    Ok(out)
}

/// A title without line ends and other control characters, which XML cannot say.
fn plain(title: &str) -> String {
    title.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// A text with a character that no font has: it would be printed as an empty box, and be no PDF/A.
fn undrawn(frame: &Frame) -> Option<String> {
    frame.items().find_map(|(_, item)| match item {
        FrameItem::Group(group) => undrawn(&group.frame),
        FrameItem::Text(text) if text.glyphs.iter().any(|glyph| glyph.id == 0) => Some(text.text.to_string()),
        _ => None,
    })
}

/// The language and the title are the sheet's own; a template reads them from the model.
fn model_text(sheet: &Sheet) -> String {
    let mut model = sheet.model.clone();
    if let Value::Object(map) = &mut model {
        map.insert("lang".into(), json!(sheet.lang));
        map.entry("title").or_insert(json!(sheet.title));
    }
    model.to_string()
}

fn files<'a>(sheet: &Sheet<'a>, model: String) -> Result<Vec<(&'a str, Vec<u8>)>, Fault> {
    let mut all = vec![("model.json", model.into_bytes())];
    if let Some(text) = sheet.model.get("qr").and_then(Value::as_str) {
        let drawing = qr::svg(text).ok_or_else(|| fault("the text of the QR code is too long".into()))?;
        all.push(("qr.svg", drawing.into_bytes()));
    }
    all.extend(sheet.files.iter().map(|(name, content)| (*name, content.to_vec())));
    Ok(all)
}

fn options(standard: Standard, today: Datetime, ident: String) -> Result<PdfOptions, Fault> {
    let standard = match standard {
        Standard::A1b => PdfStandard::A_1b,
        Standard::A2b => PdfStandard::A_2b,
    };
    let standards = PdfStandards::new(&[standard]).map_err(|error| fault(error.message().to_string()))?;
    let timestamp = Some(Timestamp::new_utc(today));
    Ok(PdfOptions {
        ident: Smart::Custom(ident),
        timestamp,
        standards,
        creator: Smart::Custom(Some(TOOL.into())),
        ..PdfOptions::default()
    })
}

fn datetime(at: i64) -> Result<Datetime, Fault> {
    let moment = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::from_second(at).map_err(|error| fault(error.to_string()))?);
    let part = |value: i8| value.unsigned_abs();
    Datetime::from_ymd_hms(
        moment.year().into(),
        part(moment.month()),
        part(moment.day()),
        part(moment.hour()),
        part(moment.minute()),
        part(moment.second()),
    )
    .ok_or_else(|| fault("no such date".into()))
}

fn fault(message: String) -> Fault {
    Fault { line: 0, message }
}

/// The line in the template itself. An error that only the letterhead knows of says so in its words.
fn explain(desk: &Desk, error: Option<&SourceDiagnostic>) -> Fault {
    let Some(error) = error else { return fault("the paper failed without a reason".into()) };
    let main = Some(desk.main());
    let called = || error.trace.iter().find(|call| call.span.id() == main).map(|call| call.span);
    let line = |span: DiagSpan| {
        let range = desk.range(span)?;
        desk.source(span.id()?).ok()?.lines().byte_to_line(range.start).map(|line| line + 1)
    };
    let span = if error.span.id() == main { Some(error.span) } else { called().map(DiagSpan::from) };
    match (span.and_then(line), line(error.span)) {
        (Some(line), _) => Fault { line, message: error.message.to_string() },
        (None, Some(line)) => fault(format!("letterhead, line {line}: {}", error.message)),
        (None, None) => fault(error.message.to_string()),
    }
}
