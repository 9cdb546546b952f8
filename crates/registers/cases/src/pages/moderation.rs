//! Before the public sees anything: the words are read, names taken out, the photo chosen or left out.

use crate::model::Publication;
use crate::store::lists::{self, Where};
use crate::{MODERATE, actions, store};
use kernel::{Id, format};
use platform::web::Path;
use platform::{Answer, Ctx, Cursor, Fields, Json, Problem, Result, Tx, args, context};

const PAGE: i64 = 20;

fn pending(tx: &mut Tx) -> Result<Where> {
    let mut conditions = Where::tenant(tx);
    let windows = actions::windows(tx, MODERATE)?;
    lists::visible(&mut conditions, &windows);
    conditions.and("publication = ?", args![Publication::Pending]);
    Ok(conditions)
}

pub fn waiting(tx: &mut Tx) -> Result<i64> {
    let conditions = pending(tx)?;
    lists::count(tx, conditions)
}

pub async fn queue(ctx: Ctx) -> Answer {
    let after = ctx.query().get("after").to_owned();
    let (rows, next, total) = ctx
        .write(move |tx| {
            let cursor = Cursor::read(&after, tx.keys(), &tx.tenant())?;
            let conditions = pending(tx)?;
            let mut cases = lists::newest(tx, conditions, cursor.as_ref(), PAGE + 1)?;
            let more = cases.len() > PAGE as usize;
            cases.truncate(PAGE as usize);
            tx.look("cases", "moderation")?;
            let last =
                cases.last().filter(|_| more).map(|case| Cursor { sort: case.received_at.to_string(), id: case.id.to_string() });
            let next = last.map(|cursor| cursor.write(tx.keys(), &tx.tenant())).transpose()?;
            let mut rows = Vec::new();
            for case in cases {
                let sealed = store::unseal(tx, &case)?;
                let files = store::files::of(tx, &case.id)?;
                let area = case.area.clone().map(|area| places::area_name(tx, &area)).transpose()?;
                let quarter =
                    case.quarter.clone().map(|quarter| places::quarter(tx, &quarter).map(|found| found.name)).transpose()?;
                rows.push((store::pinned(tx, &case.procedure_pin)?, sealed.words, files, case, quarter.or(area)));
            }
            Ok((rows, next, waiting(tx)?))
        })
        .await?;
    let rows: Vec<Json> = rows
        .iter()
        .map(|(procedure, words, files, case, place)| {
            let photos = files.iter().filter(|_| procedure.open.photo).map(|file| {
                let base = ctx.bare_url(&format!("/desk/files/{}", file.id));
                context! { id => file.id, url => base, thumb => format!("{base}?thumb=1") }
            });
            context! {
                id => case.id, code => case.code, title => procedure.title, icon => procedure.icon, words => words, lang => case.lang.code(),
                show_words => procedure.open.words, photos => photos.collect::<Vec<_>>(), received => format::moment(case.received_at, ctx.lang),
                url => ctx.url(&format!("/desk/{}", case.id)), dir => case.lang.dir(),
                place => place, asset => case.asset,
            }
        })
        .collect();
    let next = next.map(|cursor| ctx.url(&format!("/desk/moderation?after={cursor}")));
    ctx.page("cases/moderation.html", context! { rows => rows, next => next, total => total }).await
}

pub async fn decide(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&text).ok_or(Problem::NotFound)?;
    let shown = (fields.get("decision") == "publish").then(|| fields.get("words").to_owned());
    let photo = fields.id("photo")?;
    ctx.write(move |tx| actions::moderate(tx, &id, shown.as_deref(), photo.as_ref())).await?;
    ctx.go_saying("/desk/moderation", "cases-said-moderated")
}
