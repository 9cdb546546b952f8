//! The receipt of law 55-19 art. 10: complete, or being completed with the list of what lacks.

use crate::actions::{file, organisations};
use cases::{Case, ClockStanding, ClockView, PieceView};
use kernel::format;
use platform::web::{Path, encode};
use platform::{Answer, Ctx, Json, Problem, Result, Tx, context, store::receipts};
use procedures::{Procedure, Silence};
use std::sync::Arc;

pub struct Shown {
    pub case: Case,
    pub procedure: Arc<Procedure>,
    pub pieces: Vec<PieceView>,
    pub clocks: Vec<ClockView>,
    pub receipt: platform::Receipt,
    pub unit: kernel::Label,
    pub pin: String,
    pub sealed: String,
    /// The company or association whose request it is.
    pub whose: Option<String>,
    link: String,
}

impl Shown {
    pub fn is_complete(&self) -> bool {
        self.procedure.state(&self.case.state).is_none_or(|state| !state.incomplete)
    }

    /// The nearest date among the clocks that run.
    pub fn due(&self) -> Option<&ClockView> {
        let running = self.clocks.iter().filter(|clock| clock.standing == ClockStanding::Running && clock.due_at.is_some());
        running.min_by_key(|clock| clock.due_at)
    }
}

/// A case that the address opens: its key is only in what was sent to the author.
pub fn opened(rx: &mut Tx, code: &str, key: &str) -> Result<Case> {
    let case = cases::by_code(rx, code)?;
    if cases::link(rx, &case.code)? == format!("/cases/{}?k={key}", case.code) { Ok(case) } else { Err(Problem::NotFound) }
}

pub fn load(rx: &mut Tx, code: &str, key: &str) -> Result<Shown> {
    let case = opened(rx, code, key)?;
    of_case(rx, case)
}

/// The receipt of a case, for a page that has made sure of its reader.
pub fn of_case(rx: &mut Tx, case: Case) -> Result<Shown> {
    let procedure = cases::pinned(rx, &case.procedure_pin)?;
    let pieces = cases::shown_pieces(rx, &case, &procedure)?;
    let complete = procedure.state(&case.state).is_none_or(|state| !state.incomplete);
    Ok(Shown {
        pieces,
        clocks: cases::clocks(rx, &case.id)?,
        receipt: receipts::of_subject(rx, &case.id)?.ok_or(Problem::NotFound)?,
        unit: units::find(rx, &case.unit)?.name,
        pin: cases::unseal(rx, &case)?.pin,
        sealed: file::receipt(rx, &case, complete)?,
        link: cases::link(rx, &case.code)?,
        whose: organisations::of_case(rx, &case.id)?.map(|filed| filed.organisation.name),
        procedure,
        case,
    })
}

/// Who reads a receipt: the author, with the PIN and the key; or the holder of a mandate, who has neither.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reader {
    Author,
    Holder,
}

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let key = ctx.query().get("k").to_owned();
    let shown = ctx.read(move |rx| load(rx, &code, &key)).await?;
    let model = shown.model(&ctx, Reader::Author)?;
    ctx.page("requests/receipt.html", model).await
}

impl Shown {
    /// The address of the case with its key: only for the author.
    pub fn link(&self) -> &str {
        &self.link
    }

    pub fn model(&self, ctx: &Ctx, reader: Reader) -> Result<Json> {
        let Shown { case, procedure, pieces, receipt, unit, pin, sealed, whose, link, .. } = self;
        let lacking: Vec<Json> =
            pieces.iter().filter(|view| view.is_lacking()).map(|view| context! { label => view.piece.label }).collect();
        let complete = self.is_complete();
        let verify = ctx.full_url(&ctx.url(&format!("/verify/{sealed}")));
        let key = link.split_once("?k=").map_or("", |(_, key)| key);
        let own = reader == Reader::Author;
        let pieces_url = if own {
            format!("/requests/{}/pieces?k={}", case.code, encode(key))
        } else {
            format!("/writer/files/{}/pieces", case.code)
        };
        let another = match reader {
            Reader::Holder => "/writer",
            Reader::Author if ctx.may(cases::FILE_FOR) => "/desk/procedures",
            Reader::Author => "/procedures",
        };
        Ok(context! {
            code => case.code, pin => own.then_some(pin), number => format!("{}/{}", receipt.number, receipt.year), received => format::moment(receipt.received_at, ctx.lang),
            whose => whose, title => procedure.title, icon => procedure.icon, unit => unit, complete => complete, lacking => lacking, spot => procedure.incomplete().is_none(),
            due => self.due().and_then(|clock| due(ctx, clock)), silence => procedure.service.silence == Silence::Acceptance, appeal => procedure.action("appeal").is_some(),
            qr => qr(&verify)?, verify => verify, sealed => sealed, link => own.then(|| ctx.url(link)),
            pieces_url => ctx.url(&pieces_url), json => own.then(|| ctx.bare_url(&format!("/cases/{}/receipt.json?k={}", case.code, encode(key)))),
            level => receipt.level, told => case.channel == cases::Channel::Web, desk => ctx.may(cases::SEE).then(|| ctx.url(&format!("/desk/{}", case.id))),
            another => ctx.url(another), holder => !own, over => (!case.is_open()).then(|| over(ctx, case)),
            pdf => own.then(|| ctx.bare_url(&format!("/requests/{}/receipt.pdf?k={}", case.code, encode(key)))),
        })
    }
}

/// What became of a request that is not open any more: nothing is promised of it.
fn over(ctx: &Ctx, case: &Case) -> String {
    let key = if case.state == "withdrawn" { "requests-receipt-withdrawn" } else { "requests-receipt-over" };
    let ended = case.answered_at.unwrap_or(case.moved_at);
    ctx.text(key, &[("day", &format::long_day(ended.day(), ctx.lang))])
}

fn due(ctx: &Ctx, clock: &ClockView) -> Option<Json> {
    let due = clock.due_at?;
    let day = if clock.kind.as_str() == "hours" { format::moment(due, ctx.lang) } else { format::long_day(due.day(), ctx.lang) };
    Some(context! { day => day, source => clock.source.text, confirm => clock.source.confirm, clock => clock.clock })
}

/// A QR code as an SVG drawing.
pub fn qr(text: &str) -> Result<String> {
    let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M).map_err(Problem::internal)?;
    let drawing = code.render::<qrcode::render::svg::Color>().min_dimensions(180, 180).quiet_zone(true).build();
    Ok(drawing.split_once("?>").map_or(drawing.clone(), |(_, svg)| svg.trim().to_owned()))
}
