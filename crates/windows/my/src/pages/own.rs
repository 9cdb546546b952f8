//! A person's own page.

use super::shown::{self, For};
use crate::actions;
use platform::{Answer, Ctx, Json, Problem, context};

pub async fn show(ctx: Ctx) -> Answer {
    if ctx.actor.is_staff() {
        return ctx.go("/staff");
    }
    let session = ctx.session().cloned().ok_or(Problem::Forbidden)?;
    let query = ctx.query();
    let (kind, after, lang) = (query.opt("kind").map(str::to_owned), query.get("after").to_owned(), ctx.lang);
    let asked = kind.clone();
    let gathered = ctx.read(move |rx| {
        let page = actions::gather(rx, &session.person, lang, asked.as_deref(), &after)?;
        Ok((page, platform::panels(rx, "my.page", &session.person)?))
    });
    let (page, panels) = gathered.await?;
    let kind = kind.filter(|kind| page.kinds.contains(&kind.as_str()));
    let model = shown::page(&ctx, &page, For::Person, "/my", kind.as_deref());
    ctx.page("my/page.html", with(model, context! { name => ctx.session().map(|session| session.name.clone()), panels => platform::shown_panels(&ctx, &panels) })).await
}

/// Both, the second above the first.
pub fn with(mut model: Json, more: Json) -> Json {
    if let (Some(model), Json::Object(more)) = (model.as_object_mut(), more) {
        model.extend(more);
    }
    model
}
