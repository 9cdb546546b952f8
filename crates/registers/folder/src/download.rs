//! Everything that the commune keeps of one person, as an archive: data for programs, an index for people, and the files.
//!
//! It is made while it is sent, a file at a time. Made ahead by a job it would be a second copy of somebody's papers, on disk for
//! seven days behind one address; and nobody waits longer for the first byte than the gathering of the rows takes.

use crate::model::Document;
use crate::pages::one::{Lent, named};
use crate::store::loans;
use crate::{actions, api, rules, store};
use axum::body::Body;
use cases::{Audience, Case, FileRole};
use futures_util::stream;
use kernel::{Id, Label, Lang, format};
use platform::json::{Map, json};
use platform::own::{self, Asked, Line};
use platform::web::IntoResponse;
use platform::{Answer, Blobs, Ctx, Json, PanelModel, Problem, Result, Tx, context};
use std::io::{self, Write};
use tokio::sync::Semaphore;
use tokio::sync::mpsc::{Sender, channel};
use uploads::Scan;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const CASES_MOST: i64 = 2_000;
const LOANS_MOST: i64 = 10_000;
const LINES_MOST: i64 = 10_000;
/// Archives that are made at a time: each holds a thread as long as its reader is slow.
static MAKING: Semaphore = Semaphore::const_new(4);
/// Bytes that wait for a slow reader: eight of these.
const PART_BYTES: usize = 64 << 10;

/// One file of the archive.
struct Part {
    name: String,
    blob: String,
    title: String,
}

/// A case of the person, with what he gave and was told.
struct OfCase {
    case: Case,
    title: Label,
    data: Json,
    files: Vec<Part>,
}

struct Everything {
    person: Json,
    cases: Vec<OfCase>,
    documents: Vec<(Document, Part)>,
    loans: Vec<Lent>,
    /// What every module tells on the person's page, newest first.
    lines: Vec<(&'static str, Line)>,
}

/// With what other modules keep of him.
fn gather(tx: &mut Tx, person: &Id, lang: Lang) -> Result<(Everything, Vec<(&'static str, PanelModel)>)> {
    let mut number = 0;
    let mut everything = Everything {
        person: people::data(tx, person)?,
        cases: Vec::new(),
        documents: Vec::new(),
        loans: Vec::new(),
        lines: own::lines(tx, None, &Asked { person, lang, before: None, limit: LINES_MOST })?,
    };
    for document in store::of_person(tx, person, None, rules::MOST * 2)? {
        let Some(blob) = actions::blob(tx, &document)?.filter(|_| document.scan != Scan::Infected) else { continue };
        number += 1;
        let name = format!("folder/{}", rules::file_name(number, &document.title, &document.media));
        let title = document.title.clone();
        everything.documents.push((document, Part { name, blob, title }));
    }
    for case in cases::mine(tx, person, CASES_MOST)? {
        let of_case = of_case(tx, case, &mut number)?;
        everything.cases.push(of_case);
    }
    let lent = loans::of_person(tx, person, LOANS_MOST)?;
    everything.loans = named(tx, lent)?;
    tx.record("folder.downloaded", person, &json!({ "documents": everything.documents.len(), "cases": everything.cases.len() }))?;
    Ok((everything, platform::panels(tx, "folder.download", person)?))
}

fn of_case(tx: &mut Tx, case: Case, number: &mut usize) -> Result<OfCase> {
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let sealed = cases::unseal(tx, &case)?;
    let told = cases::timeline::of(tx, &case, &[Audience::Public, Audience::Applicant])?;
    let told: Vec<Json> = told.iter().map(|entry| json!({ "at": entry.at, "kind": entry.kind, "text": entry.text })).collect();
    let mut files = Vec::new();
    let given = |role: FileRole| matches!(role, FileRole::Photo | FileRole::Piece | FileRole::Voice);
    for file in cases::files::of(tx, &case.id)?.into_iter().filter(|file| given(file.role) && file.scan != Scan::Infected) {
        *number += 1;
        let label = file.piece.as_deref().and_then(|piece| procedure.piece(piece)).and_then(|piece| piece.label.clone());
        let title = label.map_or(String::new(), |label| label.text(case.lang).to_owned());
        let name = format!("cases/{}/{}", case.code, rules::file_name(*number, &title, &file.kind));
        files.push(Part { name, blob: file.blob, title });
    }
    let data = json!({
        "code": case.code, "procedure": case.procedure, "title": procedure.title, "state": case.state, "outcome": case.outcome,
        "received_at": case.received_at, "answered_at": case.answered_at, "words": sealed.words, "answers": sealed.answers,
        "contact": sealed.contact, "place": sealed.place_words, "told": told,
        "files": files.iter().map(|file| file.name.clone()).collect::<Vec<_>>(),
    });
    Ok(OfCase { title: procedure.title.clone(), data, files, case })
}

/// What other modules keep, under their names.
fn others(ctx: &Ctx, panels: &[(&'static str, PanelModel)]) -> Map<String, Json> {
    panels.iter().map(|(template, model)| (template.split('/').next().unwrap_or(template).to_owned(), model(ctx))).collect()
}

fn data(ctx: &Ctx, everything: &Everything, others: Map<String, Json>) -> Json {
    let document = |(document, part): &(Document, Part)| json!({ "about": api::line(ctx, document), "in_archive": part.name });
    // Links are keys to a page, and the page stands in the archive already.
    let line = |(kind, line): &(&'static str, Line)| json!({ "kind": kind, "at": line.at, "title": line.title, "text": line.text, "state": line.pill.as_ref().map(|pill| &pill.text) });
    json!({
        "made_at": ctx.now(), "commune": &*ctx.commune().code, "person": everything.person,
        "documents": everything.documents.iter().map(document).collect::<Vec<_>>(),
        "loans": everything.loans.iter().map(|lent| api::loan_line(&lent.loan)).collect::<Vec<_>>(),
        "cases": everything.cases.iter().map(|of| &of.data).collect::<Vec<_>>(), "timeline": everything.lines.iter().map(line).collect::<Vec<_>>(), "others": others,
    })
}

/// The index of the archive in one language; it needs nothing but itself.
async fn index(ctx: &Ctx, everything: &Everything, lang: Lang) -> Result<Vec<u8>> {
    let ctx = ctx.speaking(lang);
    let part = |part: &Part| context! { name => part.name, title => part.title };
    let case = |of: &OfCase| {
        context! {
            title => of.title, code => of.case.code, at => format::moment(of.case.received_at, lang), files => of.files.iter().map(part).collect::<Vec<_>>(),
        }
    };
    let document = |(document, file): &(Document, Part)| {
        context! { file => part(file), until => document.valid_until.map(|day| format::day(day, lang)) }
    };
    let loan = |lent: &Lent| {
        context! { procedure => lent.procedure, unit => lent.unit, at => format::moment(lent.loan.lent_at, lang), code => lent.loan.case_code }
    };
    let model = context! {
        at => format::moment(ctx.now(), lang), name => everything.person["name"], documents => everything.documents.iter().map(document).collect::<Vec<_>>(),
        cases => everything.cases.iter().map(case).collect::<Vec<_>>(), loans => everything.loans.iter().map(loan).collect::<Vec<_>>(),
        other => if lang == Lang::Ar { "index.fr.html" } else { "index.html" },
    };
    let page = match ctx.page("folder/index.html", model).await {
        Ok(page) => page,
        Err(failure) => return Err(Problem::internal(format!("the index of a download: {failure:?}"))),
    };
    Ok(axum::body::to_bytes(page.into_body(), usize::MAX).await.map_err(Problem::internal)?.to_vec())
}

/// Answers with the archive of a person who has just proved that it is he.
pub async fn stream(ctx: &Ctx, person: &Id) -> Answer {
    let turn = MAKING.try_acquire().map_err(|_| Problem::Busy { retry_after_secs: 60 })?;
    let asked = person.clone();
    let lang = ctx.lang;
    let (everything, panels) = ctx.write(move |tx| gather(tx, &asked, lang)).await?;
    let data = data(ctx, &everything, others(ctx, &panels));
    drop(panels);
    let made = Made {
        pages: vec![
            ("index.html", index(ctx, &everything, Lang::Ar).await?),
            ("index.fr.html", index(ctx, &everything, Lang::Fr).await?),
            ("data.json", serde_json::to_vec_pretty(&data).map_err(Problem::from)?),
        ],
        files: everything
            .documents
            .into_iter()
            .map(|(_, part)| part)
            .chain(everything.cases.into_iter().flat_map(|of| of.files))
            .collect(),
        blobs: ctx.app().blobs().clone(),
        tenant: ctx.commune().code.to_string(),
        at: stamp(ctx),
    };
    let (sender, receiver) = channel(8);
    tokio::task::spawn_blocking(move || {
        let _turn = turn;
        if let Err(error) = made.write(Pipe { sender: sender.clone(), waiting: Vec::new() }) {
            // The reader sees an archive cut short, never one that looks whole.
            let _ = sender.blocking_send(Err(error));
        }
    });
    let body = Body::from_stream(stream::unfold(receiver, |mut receiver| async {
        let part: Option<io::Result<Vec<u8>>> = receiver.recv().await;
        part.map(|part| (part, receiver))
    }));
    let headers = [
        ("content-type", "application/zip".to_owned()),
        ("content-disposition", format!("attachment; filename=\"jamaa-{}.zip\"", ctx.today())),
        ("content-encoding", "identity".into()), // its files are small already
        ("cache-control", "private, no-store".into()),
    ];
    Ok((headers, body).into_response())
}

/// When the archive was made, as its entries say.
fn stamp(ctx: &Ctx) -> DateTime {
    let now = ctx.now().zoned();
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(now.year()).unwrap_or(1980);
    DateTime::from_date_and_time(year, part(now.month()), part(now.day()), part(now.hour()), part(now.minute()), 0)
        .unwrap_or_default()
}

struct Made {
    pages: Vec<(&'static str, Vec<u8>)>,
    files: Vec<Part>,
    blobs: Blobs,
    tenant: String,
    at: DateTime,
}

impl Made {
    fn write(self, pipe: Pipe) -> io::Result<()> {
        // Papers and pictures do not shrink: nothing is compressed.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(self.at)
            .unix_permissions(0o600);
        let mut archive = ZipWriter::new_stream(pipe);
        for (name, content) in &self.pages {
            archive.start_file(*name, options)?;
            archive.write_all(content)?;
        }
        for part in &self.files {
            let content = match self.blobs.get(&self.tenant, &part.blob) {
                Err(Problem::NotFound) => continue, // erased while the archive was on its way
                other => other.map_err(|problem| io::Error::other(problem.code().to_owned()))?,
            };
            archive.start_file(part.name.as_str(), options)?;
            archive.write_all(&content)?;
        }
        archive.finish()?.into_inner().flush()
    }
}

/// Hands what is written to the answer, as fast as its reader takes it.
struct Pipe {
    sender: Sender<io::Result<Vec<u8>>>,
    waiting: Vec<u8>,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= PART_BYTES {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let part = std::mem::take(&mut self.waiting);
        if part.is_empty() {
            return Ok(());
        }
        self.sender.blocking_send(Ok(part)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
