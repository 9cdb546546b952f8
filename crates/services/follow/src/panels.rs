//! What stands on the pages of reports: how to be told of this one, or of what the list shows.

use crate::model::{Kind, Topic};
use crate::pages::feed;
use cases::Publication;
use kernel::Id;
use platform::{Ctx, Fields, PanelModel, Result, Tx, context};

fn model(topic: Topic) -> PanelModel {
    Box::new(move |ctx: &Ctx| {
        let query = format!("{}={}", topic.kind, platform::web::encode(&topic.subject));
        context! { kind => topic.kind, url => ctx.url(&format!("/follow?{query}")), feed => ctx.bare_url(&feed(&topic, ctx.lang.code())) }
    })
}

/// On the page of a report that is not closed yet.
pub fn report(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, id)?;
    let followed = case.publication == Publication::Published && case.is_open();
    Ok(followed.then(|| model(Topic { kind: Kind::Report, subject: case.code })))
}

/// Under a list; the subject is the query of its address.
pub fn list(_: &mut Tx, query: &Id) -> Result<Option<PanelModel>> {
    let query = Fields::from_query(Some(query.as_str().trim_start_matches('?')));
    let named = |kind: Kind, name: &str| query.opt(name).map(|subject| Topic { kind, subject: subject.to_owned() });
    let topic =
        named(Kind::Asset, "number").or_else(|| named(Kind::Quarter, "quarter")).or_else(|| named(Kind::Category, "category"));
    let any = || Box::new(|ctx: &Ctx| context! { kind => (), url => ctx.url("/follow"), feed => () }) as PanelModel;
    Ok(Some(topic.map_or_else(any, model)))
}
