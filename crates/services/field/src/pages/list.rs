//! `/desk/field/list`: what the telephone takes along, as JSON in the page's language. No name of a person, no way to reach one.

use super::page;
use crate::actions::list::{self, Packed, Plates, Walk};
use crate::actions::seen;
use assets::Asset;
use kernel::Point;
use platform::{Answer, Ctx, Json, context};
use procedures::Procedure;
use std::sync::Arc;
use upkeep::Stop;

pub async fn show(ctx: Ctx) -> Answer {
    let ((owner, listed), packed, categories, walks, plates) = ctx
        .write(|tx| {
            let owner = (seen::owner(tx)?, seen::write_hour(tx)?);
            Ok((owner, list::pack(tx)?, list::categories(tx)?, list::walks(tx)?, list::plates(tx)?))
        })
        .await?;
    let letters: Vec<&str> = plates.series.iter().map(|series| series.letters.as_str()).collect();
    let communes: Vec<Json> =
        plates.communes.iter().map(|(prefix, slug, name)| context! { prefix, slug, name => name.text(ctx.lang) }).collect();
    ctx.json(context! {
        owner, listed, at => ctx.now(), prefix => plates.prefix, letters, communes,
        cases => packed.iter().map(|one| case(&ctx, one, &plates)).collect::<Vec<_>>(),
        categories => categories.iter().map(|one| category(&ctx, one)).collect::<Vec<_>>(),
        rounds => walks.iter().map(|walk| round(&ctx, walk, &plates)).collect::<Vec<_>>(),
    })
}

fn case(ctx: &Ctx, packed: &Packed, plates: &Plates) -> Json {
    let errand = &packed.errand;
    let case = &errand.row.case;
    let photo = |file: &cases::CaseFile| {
        let url = ctx.bare_url(&format!("/desk/files/{}", file.id));
        context! { thumb => format!("{url}?thumb=1"), url, proof => file.role == cases::FileRole::Proof }
    };
    let task = |task: &cases::Task| {
        context! { id => task.id, words => task.words, due => task.due_on.map(|day| page::until(ctx, &kernel::format::day(day, ctx.lang))) }
    };
    context! {
        id => case.id, code => case.code, category => case.procedure, title => errand.procedure.title.text(ctx.lang), icon => errand.procedure.icon, urgent => case.urgent,
        lat => case.point.map(Point::lat), lon => case.point.map(Point::lon), asset => case.asset.as_ref().map(|number| plates.shown(number)), place => errand.row.place.as_ref().map(|place| place.text(ctx.lang)),
        words => packed.words, place_words => packed.place_words, due => page::due(ctx, errand), due_at => case.due_at, late => errand.row.late, near => errand.row.near,
        mine => errand.mine, closes => errand.closes, seen => packed.seen, url => ctx.url(&format!("/desk/{}", case.id)),
        photos => packed.photos.iter().map(photo).collect::<Vec<_>>(), tasks => errand.tasks.iter().map(task).collect::<Vec<_>>(),
    }
}

fn category(ctx: &Ctx, procedure: &Arc<Procedure>) -> Json {
    context! { id => procedure.id, title => procedure.title.text(ctx.lang), icon => procedure.icon, asset => procedure.asset }
}

fn round(ctx: &Ctx, walk: &Walk, plates: &Plates) -> Json {
    let stop = |(stop, asset): &(Stop, Option<Asset>)| {
        let point = asset.as_ref().and_then(|asset| asset.point);
        context! {
            seq => stop.seq, number => asset.as_ref().map(|asset| plates.shown(&asset.number)), place => asset.as_ref().map(Asset::place),
            lat => point.map(Point::lat), lon => point.map(Point::lon), finding => stop.note.as_ref().map(|note| note.finding),
        }
    };
    let round = &walk.round;
    context! {
        id => round.id, title => round.title, icon => walk.icon, day => kernel::format::day(round.planned_on, ctx.lang), late => round.planned_on < ctx.today(),
        stops => walk.stops.iter().map(stop).collect::<Vec<_>>(), categories => walk.categories.iter().map(|one| category(ctx, one)).collect::<Vec<_>>(),
    }
}
