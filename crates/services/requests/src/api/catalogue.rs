//! What the commune offers: the list, the search, and one procedure with its form as data.

use super::shapes::{Field, FormPage, Line, List, One};
use crate::actions::draft;
use crate::answers;
use crate::exports::{Facts, decision, plain};
use platform::web::Path;
use platform::{Answer, Ctx};
use procedures::{Group, Procedure, Question};
use std::sync::Arc;

/// Lines of one answer to a search.
const FOUND_MOST: usize = 50;

/// `q` searches, `event`, `audience` and `service` narrow.
pub async fn list(ctx: Ctx) -> Answer {
    let catalog = ctx.read(procedures::catalog).await?;
    let (query, facts) = (ctx.query(), Facts::of(&ctx));
    let found: Vec<&Arc<Procedure>> = match query.opt("q") {
        Some(words) => catalog.search_requests(words).into_iter().take(FOUND_MOST).collect(),
        None => catalog.offered_requests(),
    };
    let fits = |wanted: Option<&str>, list: &[String]| wanted.is_none_or(|wanted| list.iter().any(|id| id == wanted));
    let narrowed = found.into_iter().filter(|procedure| {
        let to = &procedure.service.offered_to;
        let service = query.opt("service").is_none_or(|wanted| to.service == wanted);
        fits(query.opt("event"), &to.events) && fits(query.opt("audience"), &to.audience) && service
    });
    let line = |procedure: &Arc<Procedure>| Line {
        id: procedure.id.clone(),
        code: procedure.code.clone(),
        title: procedure.title.clone(),
        hint: procedure.hint.clone(),
        events: procedure.service.offered_to.events.clone(),
        audience: procedure.service.offered_to.audience.clone(),
        service: procedure.service.offered_to.service.clone(),
        delay: decision(procedure).map(|clock| plain::delay(clock, &facts)),
        url: ctx.bare_url(&format!("/api/procedures/{}", procedure.id)),
    };
    let procedures: Vec<Line> = narrowed.map(line).collect();
    let groups =
        |list: &[Group]| list.iter().map(|group| plain::Named { id: group.id.clone(), name: group.name.clone() }).collect();
    ctx.json(List {
        count: procedures.len(),
        procedures,
        events: groups(&catalog.look_up.event),
        audiences: groups(&catalog.look_up.audience),
        services: groups(&catalog.look_up.service),
    })
}

pub async fn one(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let (catalog, procedure, quarters) =
        ctx.read(move |rx| Ok((procedures::catalog(rx)?, draft::offered(rx, &id)?, places::quarters(rx)?))).await?;
    ctx.json(One {
        sheet: plain::sheet(&procedure, &catalog, &Facts::of(&ctx)),
        form: procedure.pages.iter().filter_map(|page| form_page(&procedure, page)).collect(),
        clocks: procedure.clocks.clone(),
        quarters: quarters.into_iter().map(|quarter| plain::Named { id: quarter.id, name: quarter.name }).collect(),
    })
}

/// A page that asks something; the last one only shows.
fn form_page(procedure: &Procedure, page: &procedures::Page) -> Option<FormPage> {
    let of_page = procedure.questions.iter().filter(|question| question.page.as_deref() == Some(&page.id));
    let fields: Vec<Field> = of_page.map(field).collect();
    (!fields.is_empty()).then(|| FormPage { id: page.id.clone(), title: page.title.clone(), hint: page.hint.clone(), fields })
}

fn field(question: &Question) -> Field {
    Field {
        name: question.id.clone(),
        kind: question.kind,
        label: question.label.clone(),
        hint: question.hint.clone(),
        required: question.required,
        private: question.private,
        min: question.min,
        max: question.max,
        decimals: question.decimals,
        not_before: question.not_before.clone(),
        not_after: question.not_after.clone(),
        unique: question.unique,
        options: question.options.clone(),
        parts: answers::parts(question.kind).to_vec(),
        columns: question.columns.iter().map(field).collect(),
        show_if: plain::formula(question.show_if.as_deref()),
        value: plain::formula(question.value.as_deref()),
    }
}
