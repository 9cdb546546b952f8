//! Keys that sign, for administrators: whose, until when, and which one too many wrong PINs have locked.

use crate::keys::{self, Holder, Kept, tries};
use kernel::{Refusal, format};
use platform::web::StatusCode;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

pub const ADDRESS: &str = "/admin/signing-keys";

struct Shown {
    kept: Kept,
    name: Option<String>,
    wrong: i64,
    locked: bool,
}

fn load(tx: &mut Tx, most: u32, lang: kernel::Lang) -> Result<Vec<Shown>> {
    let now = tx.now();
    let all = keys::all(tx)?;
    all.into_iter()
        .map(|kept| {
            let tried = tries::of(tx, &kept.holder)?;
            let name = match Holder::read(&kept.holder) {
                Some(Holder::Person(person)) => there(people::member(tx, &person))?.map(|member| member.name),
                Some(Holder::Office(unit)) => there(units::find(tx, &unit))?.map(|unit| unit.name.text(lang).to_owned()),
                _ => None,
            };
            let locked = tried.is_some_and(|tries| tries.is_locked(most, now));
            Ok(Shown { kept, name, wrong: tried.map_or(0, |tries| tries.wrong), locked })
        })
        .collect()
}

/// Who has left, or a unit that is no more, has no name.
fn there<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Err(Problem::NotFound) => Ok(None),
        other => other.map(Some),
    }
}

pub async fn list(ctx: Ctx) -> Answer {
    page(&ctx, StatusCode::OK, Vec::new()).await
}

async fn page(ctx: &Ctx, status: StatusCode, errors: Vec<Json>) -> Answer {
    let (most, lang) = (ctx.app().config().signing.wrong_pins, ctx.lang);
    let kept = ctx.read(move |rx| load(rx, most, lang)).await?;
    let row = |shown: &Shown| {
        let kind = shown.kept.holder.split(':').next().unwrap_or_default();
        context! {
            name => shown.name, kind => kind, holder => shown.kept.holder, wrong => shown.wrong, locked => shown.locked,
            ends => shown.kept.expires_at.map(|at| format::long_day(at.day(), ctx.lang)),
        }
    };
    let model = context! { keys => kept.iter().map(row).collect::<Vec<_>>(), errors => errors, unlock => ctx.url(&format!("{ADDRESS}/unlock")) };
    ctx.page_with(status, "documents/keys.html", model).await
}

pub async fn unlock(ctx: Ctx, fields: Fields) -> Answer {
    let holder = Holder::read(fields.get("holder")).ok_or(Problem::NotFound)?.to_string();
    match ctx.write(move |tx| tries::unlock(tx, &holder)).await {
        Ok(()) => ctx.go_saying(ADDRESS, "documents-said-unlocked"),
        Err(Problem::Refused(refusal)) => refused(&ctx, &refusal).await,
        Err(other) => Err(other.into()),
    }
}

async fn refused(ctx: &Ctx, refusal: &Refusal) -> Answer {
    let errors = vec![context! { name => "", text => ctx.sentence(refusal) }];
    page(ctx, StatusCode::UNPROCESSABLE_ENTITY, errors).await
}
