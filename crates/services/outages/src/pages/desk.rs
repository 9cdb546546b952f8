//! `/desk/outages`: tell what does not work in one short form, say more of it, end it.

use super::{WORDS_MOST, id, label, moment, status, typed};
use crate::actions;
use crate::model::{NewOutage, Outage, System, Update};
use crate::shown::{self, Down};
use crate::store;
use kernel::{Id, Label, Refusal, format};
use platform::web::{FieldError, Path};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

const LIST: &str = "outages/desk.html";
const ONE: &str = "outages/outage.html";
/// How far back the desk looks.
const DAYS: i64 = 14;

/// Ids and names of what an outage may be limited to.
type Named = Vec<(String, Label)>;

/// Sites and matters of this day.
fn places(rx: &mut Tx) -> Result<(Named, Named)> {
    let sites = sites::all(rx)?.into_iter().map(|site| (site.id.to_string(), site.name)).collect();
    let matters = sites::matters(rx)?.into_iter().map(|matter| (matter.code, matter.name)).collect();
    Ok((sites, matters))
}

pub async fn list(ctx: Ctx) -> Answer {
    again(&ctx, &Fields::default(), Vec::new()).await
}

async fn again(ctx: &Ctx, fields: &Fields, errors: Vec<FieldError>) -> Answer {
    let (rows, systems, (sites, matters)) = ctx
        .read(|rx| {
            let recent = actions::history(rx, DAYS)?;
            let rows = recent.into_iter().map(|outage| shown::of(rx, outage)).collect::<Result<Vec<Down>>>()?;
            Ok((rows, actions::systems(rx)?, places(rx)?))
        })
        .await?;
    let (open, ended): (Vec<&Down>, Vec<&Down>) = rows.iter().partition(|down| down.outage.is_open());
    let rows = |some: Vec<&Down>| some.into_iter().map(|down| row(ctx, down)).collect::<Vec<_>>();
    let box_of = |name: &str, (value, label): &(String, Label)| {
        context! { value => value, label => label.text(ctx.lang), selected => fields.all(name).any(|ticked| ticked == value) }
    };
    let option = |system: &System| context! { value => system.id, label => system.name.text(ctx.lang) };
    let model = context! {
        open => rows(open), ended => rows(ended), systems => systems.iter().map(option).collect::<Vec<_>>(), errors => errors,
        typed => typed(fields), now => format::hour(ctx.now()), action => ctx.url("/desk/outages"), list => ctx.url("/desk/systems"),
        most => WORDS_MOST, sites => sites.iter().map(|one| box_of("sites", one)).collect::<Vec<_>>(),
        matters => matters.iter().map(|one| box_of("matters", one)).collect::<Vec<_>>(),
    };
    ctx.page_with(status(&errors), LIST, model).await
}

fn row(ctx: &Ctx, down: &Down) -> Json {
    let Outage { id, since, ended_at, source, .. } = &down.outage;
    let last = ended_at.unwrap_or(ctx.now());
    context! {
        name => down.system.name, text => shown::sentence(ctx, down), url => ctx.url(&format!("/desk/outages/{id}")), source => source,
        open => ended_at.is_none(), lasting => shown::lasting(ctx, last.secs_since(*since)), from => format::moment(*since, ctx.lang),
    }
}

fn read(ctx: &Ctx, fields: &Fields) -> Result<NewOutage> {
    let (words, since, expected) =
        (label(fields, "words", WORDS_MOST), moment(ctx, fields, "since"), moment(ctx, fields, "expected"));
    match (words, since, expected) {
        (Ok(words), Ok(since), Ok(expected)) => Ok(NewOutage {
            system: fields.get("system").to_owned(),
            since: since.unwrap_or(ctx.now()),
            sites: fields.all("sites").map(str::to_owned).collect(),
            matters: fields.all("matters").map(str::to_owned).collect(),
            words,
            expected,
        }),
        (words, since, expected) => {
            Err(Problem::Invalid([words.err(), since.err(), expected.err()].into_iter().flatten().collect()))
        }
    }
}

pub async fn declare(ctx: Ctx, fields: Fields) -> Answer {
    let done = match read(&ctx, &fields) {
        Ok(new) => ctx.write(move |tx| actions::declare(tx, new.clone())).await,
        Err(problem) => Err(problem),
    };
    match done {
        Ok(outage) => ctx.go_saying(&format!("/desk/outages/{}", outage.id), "outages-said-declared"),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            again(&ctx, &fields, errors).await
        }
    }
}

pub async fn show(ctx: Ctx, Path(text): Path<String>) -> Answer {
    one(&ctx, id(&text)?, &Fields::default(), Vec::new()).await
}

async fn one(ctx: &Ctx, id: Id, fields: &Fields, errors: Vec<FieldError>) -> Answer {
    let (down, updates, (sites, matters)) = ctx
        .read(move |rx| {
            let outage = store::find(rx, &id)?;
            let updates = store::updates(rx, &id)?;
            Ok((shown::of(rx, outage)?, updates, places(rx)?))
        })
        .await?;
    let update = |one: &Update| context! { at => format::moment(one.at, ctx.lang), words => one.words, expected => one.expected.map(|moment| shown::expected(ctx, moment)) };
    let outage = &down.outage;
    let named = |all: &Named, ids: &[String]| -> Vec<String> {
        let known = all.iter().filter(|(id, _)| ids.contains(id));
        known.map(|(_, name)| name.text(ctx.lang).to_owned()).collect()
    };
    let model = context! {
        row => row(ctx, &down), words => shown::words(outage), updates => updates.iter().map(update).collect::<Vec<_>>(), errors => errors,
        expected => outage.expected.map(|moment| shown::expected(ctx, moment)), ended => outage.ended_at.map(|moment| format::moment(moment, ctx.lang)),
        typed => typed(fields), now => format::hour(ctx.now()), base => ctx.url(&format!("/desk/outages/{}", outage.id)),
        expected_hour => outage.expected.map(format::hour), expected_day => outage.expected.map(|moment| moment.day().to_string()), most => WORDS_MOST,
        sites => named(&sites, &outage.sites), matters => named(&matters, &outage.matters),
    };
    ctx.page_with(status(&errors), ONE, model).await
}

pub async fn update(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let done = match (label(&fields, "words", WORDS_MOST), moment(&ctx, &fields, "expected")) {
        (Ok(words), Ok(expected)) => {
            let id = id.clone();
            ctx.write(move |tx| actions::update(tx, &id, words.clone(), expected)).await
        }
        (words, expected) => Err(Problem::Invalid([words.err(), expected.err()].into_iter().flatten().collect())),
    };
    finish(&ctx, id, done, &fields, "outages-said-updated").await
}

pub async fn end(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let done = match moment(&ctx, &fields, "ended") {
        Ok(ended) => {
            let (id, ended) = (id.clone(), ended.unwrap_or(ctx.now()));
            ctx.write(move |tx| actions::end(tx, &id, ended, kernel::Label::default())).await
        }
        Err(refusal) => Err(Refusal::into(refusal)),
    };
    finish(&ctx, id, done, &fields, "outages-said-ended").await
}

async fn finish(ctx: &Ctx, id: Id, done: Result<()>, fields: &Fields, said: &str) -> Answer {
    match done {
        Ok(()) => ctx.go_saying(&format!("/desk/outages/{id}"), said),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            one(ctx, id, fields, errors).await
        }
    }
}
