//! Pages between the form and the receipt: is it one of these, is it here, is it our neighbour's.

use super::draft::{self, DIFFERENT, KEPT, PHOTO_PLACE, SHOW, VOICE};
use super::form::Sheet;
use super::shown;
use crate::actions::file;
use cases::Case;
use kernel::Point;
use platform::communes::State;
use platform::{Answer, Ctx, Fields, Json, Result, context};
use procedures::Procedure;

/// Everything typed, as hidden fields of the next step. The step's own controls are left out, so that each step answers.
fn carried(sheet: &Sheet, fields: &Fields) -> Vec<Json> {
    let own = [KEPT, VOICE, draft::KEY, DIFFERENT, PHOTO_PLACE, SHOW];
    let answered: Vec<(String, String)> =
        [DIFFERENT, PHOTO_PLACE].into_iter().filter_map(|name| Some((name.to_owned(), fields.opt(name)?.to_owned()))).collect();
    let typed = fields.values.iter().filter(|(name, _)| !own.contains(&name.as_str())).cloned();
    let voice = sheet.voice.iter().map(|token| (VOICE.to_owned(), token.clone()));
    let photos = sheet.photos.iter().map(|token| (KEPT.to_owned(), token.clone())).chain(voice);
    let key = std::iter::once((draft::KEY.to_owned(), sheet.key.to_string()));
    typed.chain(photos).chain(key).chain(answered).map(|(name, value)| context! { name, value }).collect()
}

fn action(sheet: &Sheet, counter: bool) -> String {
    format!("{}/{}", if counter { "/desk/report" } else { "/report" }, sheet.procedure.id)
}

/// "Is it one of these?": me too, or mine is another one.
pub async fn similar(ctx: &Ctx, sheet: &Sheet, fields: &Fields, found: Vec<(Case, Option<f64>)>, counter: bool) -> Answer {
    let rows: Vec<Json> = found.iter().map(|(case, metres)| row(ctx, &sheet.procedure, case, *metres)).collect();
    let model = context! {
        counter, action => action(sheet, counter), rows, carried => carried(sheet, fields), title => sheet.procedure.title, icon => sheet.procedure.icon,
        phone => fields.get("contact_phone"), email => fields.get("contact_email"),
    };
    ctx.page("reports/near.html", model).await
}

fn row(ctx: &Ctx, procedure: &Procedure, case: &Case, metres: Option<f64>) -> Json {
    context! {
        code => case.code, url => ctx.url(&format!("/reports/{}", case.code)), words => case.public_words, followers => case.followers,
        when => kernel::format::relative_days(case.received_at.day(), ctx.today(), ctx.lang), pill => shown::pill(case, procedure),
        // Rounded up to ten: where exactly the other stood is not for the next one to know.
        metres => metres.map(|metres| ((metres / 10.0).ceil() * 10.0) as i64),
    }
}

/// The same as a fragment, while the form is being filled.
pub async fn nearby(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let (point, category) = (Point::parse(query.get("lat"), query.get("lon")), query.get("category").to_owned());
    let Some(point) = point else { return ctx.body("text/html; charset=utf-8", "") };
    let (procedure, found) = ctx
        .read(move |rx| {
            let procedure = procedures::procedure(rx, &category)?;
            let found = file::similar(rx, &procedure, &[], Some(point))?;
            Ok((procedure, found))
        })
        .await?;
    if found.is_empty() {
        return ctx.body("text/html; charset=utf-8", "");
    }
    let rows: Vec<Json> = found.iter().map(|(case, metres)| row(&ctx, &procedure, case, *metres)).collect();
    ctx.page("reports/_nearby.html", context! { rows }).await
}

/// The camera noted a place inside the commune: shall it be used?
pub async fn photo_place(ctx: &Ctx, sheet: &Sheet, fields: &Fields, point: Point, counter: bool) -> Answer {
    let (area, drawing) = ctx
        .read(move |rx| {
            let area = match places::find(rx, point)? {
                places::Found::Inside { arrondissement: Some(code) } => Some(places::area_name(rx, &code)?),
                _ => None,
            };
            Ok((area, places::outline(rx, 420, 300)?))
        })
        .await?;
    let (x, y) = drawing.view.project(point);
    let model = context! {
        counter, action => action(sheet, counter), carried => carried(sheet, fields), title => sheet.procedure.title, icon => sheet.procedure.icon,
        lat => point.lat(), lon => point.lon(), area, outline => drawing, x, y,
    };
    ctx.page("reports/photo_place.html", model).await
}

/// The point is not in this commune: its neighbour is offered when it is served here.
pub async fn elsewhere(ctx: &Ctx, sheet: &Sheet, fields: &Fields, code: Option<String>, counter: bool) -> Answer {
    let communes = ctx.app().communes();
    let commune = code.as_deref().and_then(|code| communes.by_code(code));
    let open = commune.as_ref().filter(|commune| commune.state == State::Open);
    let door = open.map(|commune| address(ctx, commune, sheet)).transpose()?;
    let model = context! {
        counter, action => action(sheet, counter), carried => carried(sheet, fields), title => sheet.procedure.title, icon => sheet.procedure.icon,
        commune => commune.as_ref().map(|commune| &commune.name), door, show => SHOW,
    };
    ctx.page_with(platform::web::StatusCode::UNPROCESSABLE_ENTITY, "reports/elsewhere.html", model).await
}

fn address(ctx: &Ctx, commune: &platform::Commune, sheet: &Sheet) -> Result<String> {
    let path = format!("/{}/report/{}", ctx.lang.code(), sheet.procedure.id);
    Ok(match &commune.host {
        Some(host) => format!("https://{host}{path}"),
        None => format!("{}{path}", ctx.app().prefix_of(commune)),
    })
}
