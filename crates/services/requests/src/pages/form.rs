//! The form, one page after another. What is typed is saved when a page is sent, right or not, and as it is typed where
//! scripts run; the last page shows everything and files it.

use super::shown;
use crate::actions::draft::{self, Opened};
use crate::actions::{file, upload};
use crate::model::{DraftFile, Seen};
use cases::Channel;
use kernel::{Id, Money, Refusal};
use platform::web::{Path, StatusCode, encode};
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::{FormField, QuestionKind, Typed};

const TEMPLATE: &str = "requests/page.html";
const CHECK: &str = "check";

/// What the pages need besides the draft.
struct Sheet {
    opened: Opened,
    quarters: Vec<places::Quarter>,
    areas: Vec<places::Area>,
    draft_days: i64,
}

fn load(rx: &mut Tx, code: &str) -> Result<Sheet> {
    let days = rx.fact::<cases::Retention>()?.days.get("draft").copied().unwrap_or(0);
    Ok(Sheet { opened: draft::opened(rx, code)?, quarters: places::quarters(rx)?, areas: places::areas(rx)?, draft_days: days })
}

async fn sheet(ctx: &Ctx, code: &str) -> Result<Sheet> {
    ctx.left(Allowance::Code)?;
    let asked = code.to_owned();
    let sheet = ctx.read(move |rx| load(rx, &asked)).await;
    if matches!(sheet, Err(Problem::NotFound)) {
        ctx.take(Allowance::Code)?; // guessing codes is slow
    }
    sheet
}

/// Goes to the first page that lacks something, or to the receipt of a draft that was filed.
pub async fn go_on(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let sheet = sheet(&ctx, &code).await?;
    let opened = &sheet.opened;
    if opened.draft.filed.is_some() {
        return to_receipt(&ctx, &code).await;
    }
    let page = if opened.draft.typed.is_empty() { opened.pages().first().copied() } else { opened.first_wrong() };
    ctx.go(&format!("/drafts/{}/{}", opened.draft.code, page.map_or(CHECK, |page| page.id.as_str())))
}

async fn to_receipt(ctx: &Ctx, code: &str) -> Answer {
    let asked = code.to_owned();
    let link = ctx
        .write(move |tx| {
            let filed = file::file(tx, &asked)?;
            receipt_link(tx, &filed.code)
        })
        .await?;
    ctx.go(&link)
}

/// The address of the receipt that opens it without the PIN.
pub fn receipt_link(tx: &Tx, code: &str) -> Result<String> {
    let link = cases::link(tx, code)?;
    let key = link.split_once("?k=").map_or("", |(_, key)| key);
    Ok(format!("/requests/{code}/receipt?k={key}"))
}

pub async fn show(ctx: Ctx, Path((code, page)): Path<(String, String)>) -> Answer {
    let sheet = sheet(&ctx, &code).await?;
    if sheet.opened.draft.filed.is_some() {
        return to_receipt(&ctx, &code).await;
    }
    answer(&ctx, &sheet, &page, StatusCode::OK, &[], false).await
}

async fn answer(ctx: &Ctx, sheet: &Sheet, page: &str, status: StatusCode, faults: &[Refusal], one_more: bool) -> Answer {
    if page == CHECK {
        return ctx.page_with(status, "requests/check.html", check_model(ctx, sheet, faults)).await;
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

pub async fn save(ctx: Ctx, Path((code, page)): Path<(String, String)>, mut fields: Fields) -> Answer {
    ctx.left(Allowance::Code)?;
    let mut faults = take_files(&ctx, &code, &mut fields).await?;
    if page == CHECK {
        let total = fields.opt("x_total").and_then(|sum| sum.parse().ok()).map(Money);
        return send(ctx, code, faults, Seen { total, version: shown_version(&fields) }).await;
    }
    let (asked, of_page, typed, lang) = (code.clone(), page.clone(), typed(&fields), ctx.lang);
    let version = shown_version(&fields);
    let saved = ctx.write(move |tx| {
        if let Some(version) = version {
            draft::saw(tx, &asked, version)?;
        }
        draft::save(tx, &asked, &of_page, &typed, lang)
    });
    let opened = match saved.await {
        Ok(opened) => opened,
        Err(Problem::NotFound) => {
            ctx.take(Allowance::Code)?;
            return Err(Problem::NotFound.into());
        }
        Err(other) => return Err(other.into()),
    };
    if opened.draft.filed.is_some() {
        return to_receipt(&ctx, &code).await;
    }
    let sheet = sheet(&ctx, &code).await?;
    if fields.get("x_show") == "form" {
        let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        return answer(&ctx, &sheet, &page, status, &faults, false).await;
    }
    if one_more(&sheet.opened, &page, &fields) {
        return answer(&ctx, &sheet, &page, StatusCode::OK, &[], true).await;
    }
    faults.extend(sheet.opened.faults_on(&page));
    if !faults.is_empty() {
        return answer(&ctx, &sheet, &page, StatusCode::UNPROCESSABLE_ENTITY, &faults, false).await;
    }
    if fields.ticked("x_stay") {
        return ctx.go(&format!("/drafts/{}/{page}", sheet.opened.draft.code));
    }
    ctx.go(&format!("/drafts/{}/{}", sheet.opened.draft.code, after(&sheet.opened, &page)))
}

/// The version of the procedure that the form was made of.
fn shown_version(fields: &Fields) -> Option<i64> {
    fields.opt("x_version")?.parse().ok()
}

/// The page after this one; somebody who came back from the last page to change something goes back there.
fn after(opened: &Opened, page: &str) -> String {
    let pages = opened.pages();
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

/// The questions of a page that are asked with the answers so far. One that an answer opened is needed as it says.
fn on_page(opened: &Opened, page: &str) -> Vec<FormField> {
    let fields = procedures::fields(&opened.procedure, page, &opened.draft.typed);
    let needed = |name: &str| opened.procedure.question(name).is_some_and(|question| question.required);
    fields
        .into_iter()
        .filter(|field| opened.read.asked.contains(&field.name))
        .map(|field| FormField { required: needed(&field.name), ..field })
        .collect()
}

/// Stores the files of the form; one that is refused does not lose the others.
async fn take_files(ctx: &Ctx, code: &str, fields: &mut Fields) -> Result<Vec<Refusal>> {
    let mut faults = Vec::new();
    for sent in std::mem::take(&mut fields.files) {
        let Some(piece) = sent.field.strip_prefix("piece-").map(str::to_owned) else { continue };
        let asked = code.to_owned();
        let opened = ctx.read(move |rx| draft::opened(rx, &asked)).await?;
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
    let piece = ctx
        .write(move |tx| {
            let piece = draft::find(tx, &asked)?.files.into_iter().find(|file| file.id == id).map(|file| file.piece);
            draft::remove_file(tx, &asked, &id)?;
            Ok(piece)
        })
        .await?;
    // Back to the paper that it was of, not to the head of a long page.
    ctx.go(&format!("/drafts/{code}/pieces{}", piece.map_or(String::new(), |piece| format!("#given-{}", encode(&piece)))))
}

/// Files the draft, or shows what is still wrong beside its page, and what is not as it was seen.
async fn send(ctx: Ctx, code: String, faults: Vec<Refusal>, seen: Seen) -> Answer {
    let asked = code.clone();
    let filed = if faults.is_empty() {
        ctx.write(move |tx| {
            let filed = file::file_as_seen(tx, &asked, seen)?;
            receipt_link(tx, &filed.code)
        })
        .await
    } else {
        Err(Problem::Invalid(faults))
    };
    let faults = match filed {
        Ok(link) => return ctx.go(&link),
        Err(Problem::Refused(refusal)) => vec![refusal],
        Err(Problem::Invalid(refusals)) => refusals,
        Err(other) => return Err(other.into()),
    };
    let sheet = sheet(&ctx, &code).await?;
    answer(&ctx, &sheet, CHECK, StatusCode::UNPROCESSABLE_ENTITY, &faults, false).await
}

fn head(ctx: &Ctx, sheet: &Sheet, page: &str) -> Json {
    let opened = &sheet.opened;
    let pages = opened.pages();
    let place = pages.iter().position(|known| known.id == page).unwrap_or(0);
    let back = place.checked_sub(1).map(|before| ctx.url(&format!("/drafts/{}/{}", opened.draft.code, pages[before].id)));
    context! {
        title => opened.procedure.title, icon => opened.procedure.icon, code => opened.draft.code, procedure => opened.procedure.id,
        steps => pages.iter().map(|page| page.title.text(ctx.lang)).collect::<Vec<_>>(), at => place + 1, back => back,
        sheet => ctx.url(&format!("/procedures/{}", opened.procedure.id)), counter => at_a_counter(opened.draft.channel),
        action => ctx.url(&format!("/drafts/{}/{page}", opened.draft.code)), days => sheet.draft_days,
        resume => ctx.full_url(&ctx.url(&format!("/drafts/{}", opened.draft.code))), offered => opened.procedure.offered, changed => opened.has_changed(), version => opened.procedure.version,
    }
}

/// Drafts that staff write for somebody.
fn at_a_counter(channel: Channel) -> bool {
    matches!(channel, Channel::Counter | Channel::Phone | Channel::Post)
}

fn errors(ctx: &Ctx, faults: &[Refusal]) -> Vec<Json> {
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
        .map(|field| context! { field => field, computed => computed(field), private => opened.procedure.question(&field.name).is_some_and(|q| q.private) })
        .collect();
    let place = opened
        .procedure
        .questions
        .iter()
        .find(|question| question.kind == QuestionKind::Place && question.page.as_deref() == Some(page));
    Ok(context! {
        head => head(ctx, sheet, page), page => context! { id => found.id, title => found.title, hint => found.hint },
        fields => fields, errors => errors(ctx, faults), one_more => one_more, opens => opens, asked => asked.join(" "),
        place => place.map(|place| context! { required => place.required, label => place.label, hint => place.hint }),
        lat => value("lat"), lon => value("lon"), quarter => value("quarter"), quarters => quarters(sheet), center => center(sheet),
        pieces => pieces, fetched => fetched, most_mb => ctx.app().config().limits.upload_bytes / 1_000_000,
        uploads => ctx.bare_url(&format!("/drafts/{}/uploads", opened.draft.code)), part => upload::PART_MOST,
    })
}

/// The papers that the commune gets by itself: the person sees what is not asked.
fn fetched(opened: &Opened) -> Vec<Json> {
    let not_asked = procedures::pieces(&opened.procedure, &opened.read.context).into_iter().filter(|piece| !piece.is_asked());
    not_asked.map(|piece| context! { label => piece.label, from => piece.from, body => piece.body }).collect()
}

fn piece_model(ctx: &Ctx, opened: &Opened, piece: &procedures::Piece) -> Json {
    let file = |file: &DraftFile| {
        let base = ctx.bare_url(&format!("/drafts/{}/files/{}", opened.draft.code, file.id));
        context! {
            name => file.name, size => file.size / 1_000 + 1, thumb => (!file.thumb.is_empty()).then(|| format!("{base}?thumb=1")),
            remove => ctx.url(&format!("/drafts/{}/files/{}/remove", encode(&opened.draft.code), file.id)),
        }
    };
    context! {
        id => piece.id, label => piece.label, hint => piece.hint, required => piece.required, many => piece.many, most_mb => piece.max_mb,
        files => opened.files_of(&piece.id).map(file).collect::<Vec<_>>(),
    }
}

fn check_model(ctx: &Ctx, sheet: &Sheet, faults: &[Refusal]) -> Json {
    let opened = &sheet.opened;
    let wrong = |page: &procedures::Page| !opened.faults_on(&page.id).is_empty();
    let section = |page: &&procedures::Page| {
        let mut pairs = shown::answers(ctx, &opened.procedure, &page.id, &opened.read.answers);
        if page.id == "where" {
            pairs.extend(place_pairs(ctx, sheet));
        }
        context! {
            title => page.title, edit => ctx.url(&format!("/drafts/{}/{}", opened.draft.code, page.id)), pairs => pairs, wrong => wrong(page),
        }
    };
    let pages = opened.pages();
    let sections: Vec<Json> = pages.iter().filter(|page| !matches!(page.id.as_str(), CHECK | "pieces")).map(section).collect();
    let lacking: Vec<Json> = opened.lacking().into_iter().map(|piece| context! { label => piece.label }).collect();
    let pieces: Vec<Json> = opened
        .pieces()
        .into_iter()
        .map(|piece| context! { label => piece.label, required => piece.required, count => opened.files_of(&piece.id).count() })
        .collect();
    let fees = procedures::fees(&opened.procedure, &opened.read.context);
    let total: i64 = fees.iter().map(|(_, sum)| sum).sum();
    let fee = |(fee, sum): &(&procedures::Fee, i64)| {
        context! { label => fee.label, amount => shown::money(ctx, *sum), due => ctx.text(&format!("requests-due-{}", fee.due), &[]) }
    };
    let clock = shown::decision(&opened.procedure);
    let general = faults.iter().filter(|fault| fault.field.is_none()).cloned().collect::<Vec<_>>();
    context! {
        head => head(ctx, sheet, CHECK), sections => sections, pieces => pieces, pieces_edit => ctx.url(&format!("/drafts/{}/pieces", opened.draft.code)),
        lacking => lacking, fetched => fetched(opened), fees => fees.iter().map(fee).collect::<Vec<_>>(), total => shown::money(ctx, total), centimes => total, has_fees => total > 0,
        delay => clock.map(|clock| shown::span(ctx, clock)), confirm => clock.is_some_and(|clock| clock.source.confirm),
        silence => opened.procedure.service.silence == procedures::Silence::Acceptance,
        ready => opened.first_wrong().is_none() && opened.procedure.offered, errors => errors(ctx, &general), field_errors => errors(ctx, faults),
        spot => opened.procedure.incomplete().is_none(),
    }
}

fn place_pairs(ctx: &Ctx, sheet: &Sheet) -> Vec<Json> {
    let typed = |name: &str| sheet.opened.draft.typed.get(name).and_then(|list| list.first()).map_or("", String::as_str);
    let mut pairs = Vec::new();
    if let Some(quarter) = sheet.quarters.iter().find(|quarter| quarter.id == typed("quarter")) {
        pairs.push(context! { label => ctx.text("requests-quarter", &[]), value => quarter.name.text(ctx.lang) });
    }
    if !typed("lat").is_empty() {
        pairs.push(context! { label => ctx.text("requests-point", &[]), value => format!("{}, {}", typed("lat"), typed("lon")) });
    }
    pairs
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
