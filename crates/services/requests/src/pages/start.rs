//! Before the form: what it takes, the draft that exists already, and the way back to one by its code.

use super::shown;
use crate::actions::{draft, organisations};
use cases::Channel;
use kernel::{Lang, Refusal, format};
use platform::web::{Path, StatusCode};
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, context};

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let (catalog, procedure, begun, acting) = ctx
        .read(move |rx| {
            Ok((procedures::catalog(rx)?, draft::offered(rx, &id)?, draft::begun(rx, &id)?, organisations::offered(rx)?))
        })
        .await?;
    let acts_for: Vec<Json> =
        acting.iter().map(|one| context! { value => one.organisation.id, label => one.organisation.name }).collect();
    let begun = begun.map(|draft| {
        let url = ctx.url(&format!("/drafts/{}", draft.code));
        context! { forget => format!("{url}/forget"), url => url, when => format::moment(draft.updated_at, ctx.lang) }
    });
    let model = context! {
        sheet => shown::sheet(&ctx, &catalog, &procedure), begun => begun, counter => false, channels => Vec::<Json>::new(),
        action => ctx.url(&format!("/procedures/{}/start", procedure.id)), back => ctx.url(&format!("/procedures/{}", procedure.id)),
        acts_for => acts_for, signed_in => ctx.session().is_some(), sign_in => ctx.url("/sign-in"), resume => ctx.url("/drafts"),
    };
    ctx.page("requests/start.html", model).await
}

pub async fn at_the_counter(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let (catalog, procedure) = ctx.read(move |rx| Ok((procedures::catalog(rx)?, draft::offered(rx, &id)?))).await?;
    let channel =
        |channel: Channel| context! { value => channel, label => ctx.text(&format!("requests-channel-{channel}"), &[]) };
    let model = context! {
        sheet => shown::sheet(&ctx, &catalog, &procedure), begun => None::<Json>, counter => true,
        channels => [Channel::Counter, Channel::Phone, Channel::Post].map(channel),
        action => ctx.url(&format!("/desk/procedures/{}", procedure.id)), back => ctx.url("/desk/procedures"),
        acts_for => Vec::<Json>::new(), signed_in => true, sign_in => "", resume => "",
    };
    ctx.page("requests/start.html", model).await
}

pub async fn begin(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    if ctx.actor.account().is_none() {
        ctx.take(Allowance::Deposit)?;
    }
    let lang = ctx.lang;
    let organisation = fields.id("acts_for")?;
    let begun = ctx.write(move |tx| match &organisation {
        Some(organisation) => organisations::begin(tx, &id, organisation, lang),
        None => draft::begin(tx, &id, Channel::Web, lang),
    });
    ctx.go(&format!("/drafts/{}", begun.await?.code))
}

pub async fn begin_at_the_counter(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let channel = Channel::parse(fields.get("channel"))
        .filter(|channel| matches!(channel, Channel::Counter | Channel::Phone | Channel::Post));
    let lang = Lang::parse(fields.get("lang")).unwrap_or(Lang::Ar);
    let draft = ctx.write(move |tx| draft::begin(tx, &id, channel.unwrap_or(Channel::Counter), lang)).await?;
    ctx.go(&format!("/drafts/{}", draft.code))
}

pub async fn resume(ctx: Ctx) -> Answer {
    ask(&ctx, StatusCode::OK, "", Vec::new()).await
}

/// The question for a code, and the drafts of whoever has an account.
async fn ask(ctx: &Ctx, status: StatusCode, code: &str, errors: Vec<Json>) -> Answer {
    let (catalog, drafts) = ctx.read(|rx| Ok((procedures::catalog(rx)?, draft::mine(rx)?))).await?;
    let row = |draft: &crate::Draft| {
        let procedure = catalog.find(&draft.procedure);
        context! {
            title => procedure.map(|procedure| &procedure.title), icon => procedure.map(|procedure| &procedure.icon),
            url => ctx.url(&format!("/drafts/{}", draft.code)), when => format::moment(draft.updated_at, ctx.lang),
        }
    };
    let mine: Vec<Json> = drafts.iter().map(row).filter(|row| !row["title"].is_null()).collect();
    ctx.page_with(status, "requests/resume.html", context! { code => code, errors => errors, mine => mine }).await
}

pub async fn find(ctx: Ctx, fields: Fields) -> Answer {
    let code = fields.get("code").to_owned();
    let asked = code.clone();
    match ctx.read(move |rx| draft::find(rx, &asked)).await {
        Ok(draft) => ctx.go(&format!("/drafts/{}", draft.code)),
        Err(Problem::NotFound) => {
            ctx.take(Allowance::Code)?;
            let refusal = Refusal::new("requests-no-such-draft").at("code");
            let errors = vec![context! { name => "code", text => ctx.sentence(&refusal) }];
            ask(&ctx, StatusCode::UNPROCESSABLE_ENTITY, &code, errors).await
        }
        Err(problem) => Err(problem.into()),
    }
}
