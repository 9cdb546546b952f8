//! The form, one page after another. What is typed is saved when a page is sent, right or not, and as it is typed where
//! scripts run; the last page shows everything and files it.

use super::{check, guarded, kiosk, shown, take};
use crate::actions::draft::{self, Opened};
use crate::actions::{file, level, upload};
use crate::model::{DraftFile, Seen};
use cases::Channel;
use kernel::{Id, Money, Refusal};
use platform::web::{Path, StatusCode, encode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::{FormField, QuestionKind, Typed};

const TEMPLATE: &str = "requests/page.html";
pub(super) const CHECK: &str = "check";

/// Where the form stands: at an address of its own, or at a kiosk, whose addresses name nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Door {
    Own,
    Kiosk,
}

/// What the pages need besides the draft.
pub(super) struct Sheet {
    pub(super) door: Door,
    pub(super) opened: Opened,
    /// For whom a holder of a mandate writes.
    for_whom: Option<String>,
    /// The company or association whose request it is.
    whose: Option<String>,
    /// What lacks of knowing who files.
    pub(super) unsure: Option<Refusal>,
    pub(super) quarters: Vec<places::Quarter>,
    areas: Vec<places::Area>,
    draft_days: i64,
}

impl Sheet {
    /// The address of a page, without the commune and the language.
    pub(super) fn at(&self, page: &str) -> String {
        match self.door {
            Door::Own => format!("/drafts/{}/{page}", self.opened.draft.code),
            Door::Kiosk => format!("/kiosk/form/{page}"),
        }
    }

    /// The pages that ask something; papers are not brought to a kiosk.
    pub(super) fn pages(&self) -> Vec<&procedures::Page> {
        let mut pages = self.opened.pages();
        pages.retain(|page| self.door == Door::Own || page.id != "pieces");
        pages
    }
}

fn load(rx: &mut Tx, code: &str, door: Door) -> Result<Sheet> {
    let days = rx.fact::<cases::Retention>()?.days.get("draft").copied().unwrap_or(0);
    let opened = draft::opened(rx, code)?;
    let for_whom = opened.draft.held_under().map(|mandate| assisted::held(rx, mandate)).transpose()?;
    let (quarters, areas) = (places::quarters(rx)?, places::areas(rx)?);
    let whose = match (&opened.draft.organisation, &opened.draft.filed) {
        (Some(id), None) => Some(identity::organisation(rx, id)?.name),
        _ => None,
    };
    let for_whom = for_whom.map(|held| held.paper.name);
    let unsure = level::lacking(rx, &opened.draft, &opened.procedure, false)?;
    Ok(Sheet { door, opened, for_whom, whose, unsure, quarters, areas, draft_days: days })
}

async fn sheet(ctx: &Ctx, code: &str, door: Door) -> Result<Sheet> {
    let asked = code.to_owned();
    let mut sheet = guarded(ctx, ctx.read(move |rx| load(rx, &asked, door)).await)?;
    sheet.quarters = places::by_name(sheet.quarters, ctx.lang);
    if let Some(mandate) = sheet.opened.draft.held_under().cloned() {
        let (id, procedure) = (sheet.opened.draft.id.clone(), sheet.opened.draft.procedure.clone());
        ctx.write(move |tx| {
            let paper = assisted::held(tx, &mandate)?.paper;
            assisted::looked(tx, &paper, &procedure, id.as_str())
        })
        .await?;
    }
    Ok(sheet)
}

pub async fn go_on(ctx: Ctx, Path(code): Path<String>) -> Answer {
    go_on_at(&ctx, &code, Door::Own).await
}

/// Goes to the first page that lacks something, or to the receipt of a draft that was filed.
pub async fn go_on_at(ctx: &Ctx, code: &str, door: Door) -> Answer {
    let sheet = sheet(ctx, code, door).await?;
    let opened = &sheet.opened;
    if opened.draft.filed.is_some() {
        return to_receipt(ctx, code, door).await;
    }
    let page = if opened.draft.typed.is_empty() { sheet.pages().first().copied() } else { opened.first_wrong() };
    ctx.go(&sheet.at(page.map_or(CHECK, |page| page.id.as_str())))
}

async fn to_receipt(ctx: &Ctx, code: &str, door: Door) -> Answer {
    let asked = code.to_owned();
    let link = ctx.write(move |tx| filed(tx, &asked, Seen::default(), door)).await?;
    ctx.go(&link)
}

/// Files, and says where its receipt stands: at the kiosk on a ticket, for a holder in his own files, else under its key.
fn filed(tx: &mut Tx, code: &str, seen: Seen, door: Door) -> Result<String> {
    let by_holder = draft::find(tx, code)?.held_under().is_some();
    let filed = file::file_as_seen(tx, code, seen)?;
    match door {
        Door::Kiosk => Ok("/kiosk/ticket".into()),
        Door::Own if by_holder => Ok(format!("/writer/files/{}", filed.code)),
        Door::Own => receipt_link(tx, &filed.code),
    }
}

/// The address of the receipt that opens it without the PIN.
pub fn receipt_link(tx: &Tx, code: &str) -> Result<String> {
    let link = cases::link(tx, code)?;
    let key = link.split_once("?k=").map_or("", |(_, key)| key);
    Ok(format!("/requests/{code}/receipt?k={key}"))
}

pub async fn show(ctx: Ctx, Path((code, page)): Path<(String, String)>) -> Answer {
    show_at(&ctx, &code, &page, Door::Own).await
}

pub async fn show_at(ctx: &Ctx, code: &str, page: &str, door: Door) -> Answer {
    let sheet = sheet(ctx, code, door).await?;
    if sheet.opened.draft.filed.is_some() {
        return to_receipt(ctx, code, door).await;
    }
    if door == Door::Kiosk && page != CHECK && !sheet.pages().iter().any(|known| known.id == page) {
        return Err(Problem::NotFound.into()); // the page of papers shows the code of the draft
    }
    answer(ctx, &sheet, page, StatusCode::OK, &[], false).await
}

async fn answer(ctx: &Ctx, sheet: &Sheet, page: &str, status: StatusCode, faults: &[Refusal], one_more: bool) -> Answer {
    if page == CHECK {
        return ctx.page_with(status, "requests/check.html", check::model(ctx, sheet, faults)).await;
    }
    let model = page_model(ctx, sheet, page, faults, one_more)?;
    ctx.page_with(status, TEMPLATE, model).await
}

fn typed(fields: &Fields) -> Typed {
    let mut typed = Typed::new();
    for (name, value) in fields.values.iter().filter(|(name, _)| name != "csrf" && !name.starts_with("x_")) {
        typed.entry(name.clone()).or_default().push(value.clone());
    }
    typed
}

pub async fn save(ctx: Ctx, Path((code, page)): Path<(String, String)>, fields: Fields) -> Answer {
    save_at(&ctx, &code, &page, fields, Door::Own).await
}

pub async fn save_at(ctx: &Ctx, code: &str, page: &str, mut fields: Fields, door: Door) -> Answer {
    let mut faults = take_files(ctx, code, &mut fields).await?;
    if page == CHECK {
        let total = fields.opt("x_total").and_then(|sum| sum.parse().ok()).map(Money);
        return send(ctx, code, faults, Seen { total, version: shown_version(&fields), card: fields.ticked("x_card") }, door)
            .await;
    }
    let (asked, of_page, typed, lang) = (code.to_owned(), page.to_owned(), typed(&fields), ctx.lang);
    let version = shown_version(&fields);
    let saving = ctx.write(move |tx| {
        if let Some(version) = version {
            draft::saw(tx, &asked, version)?;
        }
        draft::save(tx, &asked, &of_page, &typed, lang)
    });
    let opened = guarded(ctx, saving.await)?;
    if opened.draft.filed.is_some() {
        return to_receipt(ctx, code, door).await;
    }
    let sheet = sheet(ctx, code, door).await?;
    if fields.get("x_show") == "form" {
        let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        return answer(ctx, &sheet, page, status, &faults, false).await;
    }
    if one_more(&sheet.opened, page, &fields) {
        return answer(ctx, &sheet, page, StatusCode::OK, &[], true).await;
    }
    faults.extend(sheet.opened.faults_on(page));
    if !faults.is_empty() {
        return answer(ctx, &sheet, page, StatusCode::UNPROCESSABLE_ENTITY, &faults, false).await;
    }
    if fields.ticked("x_stay") {
        return ctx.go(&sheet.at(page));
    }
    ctx.go(&sheet.at(&after(&sheet, page)))
}

/// The version of the procedure that the form was made of.
fn shown_version(fields: &Fields) -> Option<i64> {
    fields.opt("x_version")?.parse().ok()
}

/// The page after this one; somebody who came back from the last page to change something goes back there.
fn after(sheet: &Sheet, page: &str) -> String {
    let pages = sheet.pages();
    let place = pages.iter().position(|known| known.id == page);
    let next = place.and_then(|place| pages.get(place + 1)).map_or(CHECK, |page| page.id.as_str());
    next.to_owned()
}

/// Whether an answer opened a question on this page that the form did not show yet.
fn one_more(opened: &Opened, page: &str, fields: &Fields) -> bool {
    let Some(asked) = fields.opt("x_asked") else { return false };
    let asked: Vec<&str> = asked.split(' ').collect();
    on_page(opened, page).iter().any(|field| !asked.contains(&field.name.as_str()))
}

/// The questions of a page that are asked with the answers so far.
fn on_page(opened: &Opened, page: &str) -> Vec<FormField> {
    let fields = procedures::fields(&opened.procedure, page, &opened.draft.typed);
    fields.into_iter().filter(|field| opened.read.asked.contains(&field.name)).collect()
}

/// Stores the files of the form; one that is refused does not lose the others.
async fn take_files(ctx: &Ctx, code: &str, fields: &mut Fields) -> Result<Vec<Refusal>> {
    let mut faults = Vec::new();
    for sent in std::mem::take(&mut fields.files) {
        let Some(piece) = sent.field.strip_prefix("piece-").map(str::to_owned) else { continue };
        let asked = code.to_owned();
        let opened = guarded(ctx, ctx.read(move |rx| draft::opened(rx, &asked)).await)?;
        let most = opened.procedure.piece(&piece).and_then(|piece| piece.max_mb);
        let kept = match upload::take(ctx, &piece, &sent.name, sent.content, most).await {
            Ok(file) => add(ctx, code, file).await,
            Err(problem) => Err(problem),
        };
        match kept {
            Ok(()) => {}
            Err(Problem::Refused(refusal)) => faults.push(refusal),
            Err(other) => return Err(other),
        }
    }
    Ok(faults)
}

async fn add(ctx: &Ctx, code: &str, file: DraftFile) -> Result<()> {
    let code = code.to_owned();
    ctx.write(move |tx| draft::add_file(tx, &code, &file)).await
}

pub async fn remove(ctx: Ctx, Path((code, file)): Path<(String, String)>) -> Answer {
    let id = Id::parse(&file).ok_or(Problem::NotFound)?;
    let asked = code.clone();
    let removing = ctx.write(move |tx| {
        let piece = draft::find(tx, &asked)?.files.into_iter().find(|file| file.id == id).map(|file| file.piece);
        draft::remove_file(tx, &asked, &id)?;
        Ok(piece)
    });
    let piece = guarded(&ctx, removing.await)?;
    // Back to the paper that it was of, not to the head of a long page.
    ctx.go(&format!("/drafts/{code}/pieces{}", piece.map_or(String::new(), |piece| format!("#given-{}", encode(&piece)))))
}

/// Throws the draft away, at the wish of whoever writes it.
pub async fn forget(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let procedure = guarded(&ctx, ctx.write(move |tx| draft::forget(tx, &code)).await)?;
    ctx.go_saying(&format!("/procedures/{procedure}/start"), "requests-said-forgotten")
}

/// Files the draft, or shows what is still wrong beside its page, and what is not as it was seen.
async fn send(ctx: &Ctx, code: &str, faults: Vec<Refusal>, seen: Seen, door: Door) -> Answer {
    let asked = code.to_owned();
    let filed =
        if faults.is_empty() { ctx.write(move |tx| filed(tx, &asked, seen, door)).await } else { Err(Problem::Invalid(faults)) };
    let faults = match guarded(ctx, filed) {
        Ok(link) => return ctx.go(&link),
        Err(Problem::Refused(refusal)) => vec![refusal],
        Err(Problem::Invalid(refusals)) => refusals,
        Err(other) => return Err(other.into()),
    };
    let sheet = sheet(ctx, code, door).await?;
    answer(ctx, &sheet, CHECK, StatusCode::UNPROCESSABLE_ENTITY, &faults, false).await
}

pub(super) fn head(ctx: &Ctx, sheet: &Sheet, page: &str) -> Json {
    let opened = &sheet.opened;
    let pages = sheet.pages();
    let place = pages.iter().position(|known| known.id == page).unwrap_or(0);
    let back = place.checked_sub(1).map(|before| ctx.url(&sheet.at(&pages[before].id)));
    let counter = matches!(opened.draft.channel, Channel::Counter | Channel::Phone | Channel::Post);
    let frame = match sheet.door {
        Door::Kiosk => "requests/kiosk_frame.html",
        Door::Own if counter => "ui/staff.html",
        Door::Own => "ui/base.html",
    };
    context! {
        title => opened.procedure.title, icon => opened.procedure.icon, code => opened.draft.code, procedure => opened.procedure.id,
        steps => pages.iter().map(|page| page.title.text(ctx.lang)).collect::<Vec<_>>(), at => place + 1, back => back,
        sheet => ctx.url(&format!("/procedures/{}", opened.procedure.id)), counter => counter, frame => frame,
        kiosk => sheet.door == Door::Kiosk, for_whom => sheet.for_whom, whose => sheet.whose,
        action => ctx.url(&sheet.at(page)), days => sheet.draft_days,
        resume => ctx.full_url(&ctx.url(&format!("/drafts/{}", opened.draft.code))), offered => opened.procedure.offered, changed => opened.has_changed(), version => opened.procedure.version,
    }
}

pub(super) fn errors(ctx: &Ctx, faults: &[Refusal]) -> Vec<Json> {
    faults
        .iter()
        .map(|refusal| context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) })
        .collect()
}

fn page_model(ctx: &Ctx, sheet: &Sheet, page: &str, faults: &[Refusal], one_more: bool) -> Result<Json> {
    let opened = &sheet.opened;
    let found = opened.procedure.pages.iter().find(|known| known.id == page).ok_or(Problem::NotFound)?;
    let fields = on_page(opened, page);
    let opens =
        opened.procedure.questions.iter().any(|question| question.page.as_deref() == Some(page) && question.show_if.is_some());
    let asked: Vec<String> = fields.iter().map(|field| field.name.clone()).collect();
    let value = |name: &str| opened.draft.typed.get(name).and_then(|list| list.first()).cloned().unwrap_or_default();
    let pieces: Vec<Json> = if page == "pieces" {
        opened.pieces().into_iter().map(|piece| piece_model(ctx, opened, piece)).collect()
    } else {
        Vec::new()
    };
    let fetched: Vec<Json> = if page == "pieces" { fetched(opened) } else { Vec::new() };
    let computed = |field: &FormField| {
        let question = opened.procedure.question(&field.name)?;
        opened.read.context.get(&field.name).map(|value| shown::answer(ctx, question, value))
    };
    let fields: Vec<Json> = fields
        .iter()
        .filter(|field| field.kind != QuestionKind::Place)
        .map(|field| context! { field => field, needed => opened.procedure.question(&field.name).is_some_and(|q| q.required), computed => computed(field), private => opened.procedure.question(&field.name).is_some_and(|q| q.private) })
        .collect();
    let place = opened
        .procedure
        .questions
        .iter()
        .find(|question| question.kind == QuestionKind::Place && question.page.as_deref() == Some(page));
    Ok(context! {
        head => head(ctx, sheet, page), kiosk => kiosk::wipe(ctx, sheet.door == Door::Kiosk), page => context! { id => found.id, title => found.title, hint => found.hint },
        fields => fields, errors => errors(ctx, faults), one_more => one_more, opens => opens, asked => asked.join(" "),
        place => place.map(|place| context! { required => place.required, label => place.label, hint => place.hint }),
        lat => value("lat"), lon => value("lon"), quarter => value("quarter"), quarters => quarters(sheet), center => center(sheet),
        pieces => pieces, fetched => fetched, most_mb => ctx.app().config().limits.upload_bytes / 1_000_000,
        uploads => ctx.bare_url(&format!("/drafts/{}/uploads", opened.draft.code)), part => upload::PART_MOST,
    })
}

/// The papers that the commune gets by itself: the person sees what is not asked.
pub(super) fn fetched(opened: &Opened) -> Vec<Json> {
    let not_asked = procedures::pieces(&opened.procedure, &opened.read.context).into_iter().filter(|piece| !piece.is_asked());
    not_asked.map(|piece| context! { label => piece.label, from => piece.from, body => piece.body }).collect()
}

fn piece_model(ctx: &Ctx, opened: &Opened, piece: &procedures::Piece) -> Json {
    let file = |file: &DraftFile| {
        let base = ctx.bare_url(&format!("/drafts/{}/files/{}", opened.draft.code, file.id));
        context! {
            name => file.name, size => file.size / 1_000 + 1, thumb => (!file.thumb.is_empty()).then(|| format!("{base}?thumb=1")),
            remove => ctx.url(&format!("/drafts/{}/files/{}/remove", encode(&opened.draft.code), file.id)),
            lent => file.origin.is_some(),
        }
    };
    context! {
        id => piece.id, label => piece.label, hint => piece.hint, required => piece.required, many => piece.many, most_mb => piece.max_mb,
        files => opened.files_of(&piece.id).map(file).collect::<Vec<_>>(),
        take => take::offered(ctx, &opened.draft, &piece.id),
    }
}

/// Quarters with the name of their arrondissement.
fn quarters(sheet: &Sheet) -> Vec<Json> {
    let area = |code: &Option<String>| {
        code.as_ref().and_then(|code| sheet.areas.iter().find(|area| area.code == *code)).map(|area| &area.name)
    };
    sheet
        .quarters
        .iter()
        .map(|quarter| context! { id => quarter.id, name => quarter.name, area => area(&quarter.arrondissement) })
        .collect()
}

/// Where the map opens: the middle of the quarters that have a point.
fn center(sheet: &Sheet) -> String {
    let points: Vec<_> = sheet.quarters.iter().filter_map(|quarter| quarter.point).collect();
    if points.is_empty() {
        return String::new();
    }
    let mean = |of: fn(kernel::Point) -> f64| points.iter().map(|point| of(*point)).sum::<f64>() / points.len() as f64;
    format!("{:.4},{:.4},12", mean(kernel::Point::lat), mean(kernel::Point::lon))
}
