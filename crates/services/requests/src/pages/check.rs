//! The last page of the form: everything that was answered, before it is filed.

use super::form::{self, CHECK, Sheet};
use super::{kiosk, shown};
use kernel::Refusal;
use platform::web::encode;
use platform::{Ctx, Json, context};

/// Everything that was answered, what lacks, what it costs and how long it takes.
pub(super) fn model(ctx: &Ctx, sheet: &Sheet, faults: &[Refusal]) -> Json {
    let opened = &sheet.opened;
    let wrong = |page: &procedures::Page| !opened.faults_on(&page.id).is_empty();
    let section = |page: &&procedures::Page| {
        let mut pairs = shown::answers(ctx, &opened.procedure, &page.id, &opened.read.answers);
        if page.id == "where" {
            pairs.extend(place_pairs(ctx, sheet));
        }
        context! {
            title => page.title, edit => ctx.url(&sheet.at(&page.id)), pairs => pairs, wrong => wrong(page),
        }
    };
    let pages = sheet.pages();
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
    let unsure = sheet.unsure.as_ref();
    // At the counter a tick is enough; elsewhere the person proves who he is, and comes back to this page.
    let at_counter = unsure.is_some_and(|refusal| refusal.field.is_some());
    let sign_in = format!("/sign-in?next={}", encode(&sheet.at(CHECK)));
    let general = faults.iter().filter(|fault| fault.field.is_none()).cloned().collect::<Vec<_>>();
    context! {
        head => form::head(ctx, sheet, CHECK), kiosk => kiosk::wipe(ctx, sheet.door == form::Door::Kiosk), sections => sections, pieces => pieces, pieces_edit => ctx.url(&sheet.at("pieces")),
        lacking => lacking, fetched => form::fetched(opened), fees => fees.iter().map(fee).collect::<Vec<_>>(), total => shown::money(ctx, total), centimes => total, has_fees => total > 0,
        delay => clock.map(|clock| shown::span(ctx, clock)), confirm => clock.is_some_and(|clock| clock.source.confirm),
        silence => opened.procedure.service.silence == procedures::Silence::Acceptance,
        ready => opened.first_wrong().is_none() && opened.procedure.offered, errors => form::errors(ctx, &general), field_errors => form::errors(ctx, faults),
        card => at_counter, unsure => unsure.filter(|_| !at_counter).map(|refusal| ctx.sentence(refusal)),
        prove => (sheet.door == form::Door::Own && opened.draft.channel == cases::Channel::Web).then(|| ctx.url(&sign_in)),
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
