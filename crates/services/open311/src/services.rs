//! What may be asked for: discovery, the list of services, the definition of one.

use crate::asked::{Asked, NO_SERVICE};
use crate::bulk;
use crate::store;
use crate::wire::{Document, Node};
use georeport::{Attribute, Choice, Definition, Service};
use kernel::{Label, Lang, Refusal};
use platform::store::seal::hex_sha256;
use platform::{Ctx, Result, Tx};
use procedures::{Catalog, Procedure, Question, QuestionKind};
use std::sync::Arc;

/// The page of the form whose questions are the attributes of a service.
const DETAILS: &str = "details";
const SPECIFICATION: &str = "http://wiki.open311.org/GeoReport_v2";
/// The most neighbours that a discovery names.
const OTHERS: usize = 50;
/// Codes of information that is read, not answered.
const DANGER: &str = "danger";
/// The keyword of what is not shown to the public.
pub const PRIVATE: &str = "private";
/// Signs of a text that is one line.
pub const LINE: i64 = 200;

/// Whether a category is offered here. Complaints about persons go to the commune's own pages, where their author is
/// protected: a foreign program would know him.
pub fn offered(procedure: &Procedure) -> bool {
    procedure.offered && !procedure.restricted && !procedure.hide_author
}

/// The service with this code, or the refusal that says there is none.
pub fn find(tx: &mut Tx, code: &str) -> Result<Arc<Procedure>> {
    let found = procedures::catalog(tx)?.find(code).cloned().filter(|procedure| offered(procedure));
    found
        .ok_or_else(|| Refusal::new(NO_SERVICE).with("code", code.chars().take(60).collect::<String>()).at("service_code").into())
}

/// The questions that are attributes; those with a condition follow it when the request is filed.
pub fn attributes(procedure: &Procedure) -> impl Iterator<Item = &Question> {
    let elsewhere = |kind| matches!(kind, QuestionKind::Photo | QuestionKind::Place | QuestionKind::Asset);
    procedure.questions.iter().filter(move |question| question.page.as_deref() == Some(DETAILS) && !elsewhere(question.kind))
}

pub async fn discovery(asked: Asked) -> Result<Document> {
    let ctx = &asked.ctx;
    let changeset = Node::text(changeset(ctx).await?);
    let profile = &ctx.commune().profile;
    let contact: Vec<&str> =
        [ctx.commune().name.text(ctx.lang), &profile.phone, &profile.email].into_iter().filter(|part| !part.is_empty()).collect();
    let own = endpoint(ctx, changeset.clone());
    // The others of this house follow, each under its own address; their changesets are told there.
    let communes = ctx.app().communes();
    let others = communes.open().filter(|commune| commune.code != ctx.commune().code).take(OTHERS);
    let others: Vec<Node> = others.map(|commune| endpoint(&ctx.in_commune(commune), changeset.clone())).collect();
    let bulk = Node::Fields(vec![
        ("specification", Node::text(bulk::SPECIFICATION)),
        ("url", Node::text(ctx.full_url(&ctx.bare_url(bulk::ADDRESS)))),
        ("changeset", changeset.clone()),
        ("type", Node::text(if ctx.app().config().demo { "test" } else { "production" })),
        ("formats", Node::List("format", vec![Node::text("text/csv")])),
    ]);
    let endpoints = [own, bulk].into_iter().chain(others).collect();
    let body = Node::Fields(vec![
        ("changeset", changeset),
        ("contact", Node::text(contact.join(" · "))),
        ("key_service", Node::text(ctx.text("open311-key-service", &[]))),
        ("endpoints", Node::List("endpoint", endpoints)),
    ]);
    Ok(Document { root: "discovery", body })
}

fn endpoint(ctx: &Ctx, changeset: Node) -> Node {
    let formats = ["text/xml", "application/json"].map(Node::text);
    Node::Fields(vec![
        ("specification", Node::text(SPECIFICATION)),
        ("url", Node::text(ctx.full_url(&ctx.bare_url("/open311/v2")))),
        ("changeset", changeset),
        ("type", Node::text(if ctx.app().config().demo { "test" } else { "production" })),
        ("formats", Node::List("format", formats.into())),
    ])
}

/// Since when the catalogue has been as it is. The first who asks after a change notes it.
async fn changeset(ctx: &Ctx) -> Result<String> {
    let (fingerprint, known) = ctx.read(|rx| Ok((fingerprint(&*procedures::catalog(rx)?)?, store::changeset(rx)?))).await?;
    let at = match known {
        Some((before, at)) if before == fingerprint => at,
        _ => {
            ctx.write_as_house(move |tx| store::note_changeset(tx, &fingerprint)).await?;
            ctx.now()
        }
    };
    Ok(at.to_string()[..19].replace('T', " ")) // in UTC, so that text order is time order
}

fn fingerprint(catalog: &Catalog) -> Result<String> {
    let shown: Vec<&Procedure> = catalog.offered().into_iter().map(Arc::as_ref).filter(|found| offered(found)).collect();
    Ok(hex_sha256(serde_json::to_string(&(shown, &catalog.groups))?.as_bytes()))
}

pub async fn list(asked: Asked) -> Result<Document> {
    let catalog = asked.ctx.read(procedures::catalog).await?;
    let services = services(&catalog, asked.ctx.lang).iter().map(node).collect();
    Ok(Document { root: "services", body: Node::List("service", services) })
}

/// What is offered to programs, in the order of its groups.
pub fn services(catalog: &Catalog, lang: Lang) -> Vec<Service> {
    let of = |group: &procedures::Group| {
        let found = catalog.of_group(&group.id).into_iter().filter(|procedure| offered(procedure));
        found.map(|procedure| service(procedure, &group.name, lang)).collect::<Vec<_>>()
    };
    catalog.groups.iter().flat_map(of).collect()
}

fn service(procedure: &Procedure, group: &Label, lang: Lang) -> Service {
    Service {
        code: procedure.id.clone(),
        name: procedure.title.text(lang).to_owned(),
        description: procedure.hint.as_ref().map(|hint| hint.text(lang).to_owned()),
        metadata: attributes(procedure).next().is_some() || procedure.danger.is_some(),
        kind: "realtime".into(),
        keywords: keywords(procedure, lang),
        group: Some(group.text(lang).to_owned()),
        groups: Vec::new(),
    }
}

fn node(service: &Service) -> Node {
    Node::Fields(vec![
        ("service_code", Node::text(&service.code)),
        ("service_name", Node::text(&service.name)),
        ("description", Node::maybe(service.description.as_deref())),
        ("metadata", Node::Bool(service.metadata)),
        ("type", Node::text(&service.kind)),
        ("keywords", Node::maybe(Some(service.keywords.join(", ")))),
        ("group", Node::maybe(service.group.as_deref())),
    ])
}

/// The words of one language; `private` tells FixMyStreet that the request is not shown to the public.
fn keywords(procedure: &Procedure, lang: Lang) -> Vec<String> {
    let words = match lang {
        Lang::Ar | Lang::Zgh => &procedure.keywords.ar,
        Lang::Fr => &procedure.keywords.fr,
        Lang::En => &procedure.keywords.en,
    };
    let private = (!procedure.public).then(|| PRIVATE.to_owned());
    words.iter().cloned().chain(private).collect()
}

pub async fn definition(asked: Asked) -> Result<Document> {
    let code = asked.name();
    let procedure = asked.ctx.read(move |rx| find(rx, &code)).await?;
    let yes_no = ["open311-yes", "open311-no"].map(|key| asked.ctx.text(key, &[]));
    let told = asks(&procedure, asked.ctx.lang, &yes_no);
    let shown = told.attributes.iter().map(attribute_node).collect();
    let body = Node::Fields(vec![("service_code", Node::Text(told.service)), ("attributes", Node::List("attribute", shown))]);
    Ok(Document { root: "service_definition", body })
}

/// What a category asks, danger first. `yes_no` are the words for both.
pub fn asks(procedure: &Procedure, lang: Lang, yes_no: &[String; 2]) -> Definition {
    let danger = procedure.danger.as_ref().map(|danger| Attribute {
        code: DANGER.into(),
        datatype: "string".into(),
        description: danger.text(lang).to_owned(),
        ..Attribute::default()
    });
    let questions = attributes(procedure).map(|question| attribute(question, lang, yes_no));
    let numbered = danger.into_iter().chain(questions).zip(1..);
    let attributes = numbered.map(|(attribute, order)| Attribute { order, ..attribute }).collect();
    Definition { service: procedure.id.clone(), attributes }
}

/// The standard has no conditions: a question that depends on another is never required there.
fn attribute(question: &Question, lang: Lang, yes_no: &[String; 2]) -> Attribute {
    let named = |(key, name): (&str, &String)| Choice { key: key.into(), name: name.clone() };
    let options = || question.options.iter().map(|one| Choice { key: one.id.clone(), name: one.label.text(lang).to_owned() });
    let (datatype, values) = match question.kind {
        QuestionKind::Choice => ("singlevaluelist", options().collect()),
        QuestionKind::Choices => ("multivaluelist", options().collect()),
        QuestionKind::YesNo => ("singlevaluelist", ["yes", "no"].into_iter().zip(yes_no).map(named).collect()),
        QuestionKind::Number => ("number", Vec::new()),
        QuestionKind::Date => ("datetime", Vec::new()),
        QuestionKind::Text if question.max.is_none_or(|max| max > LINE) => ("text", Vec::new()),
        _ => ("string", Vec::new()),
    };
    Attribute {
        variable: question.kind != QuestionKind::Info,
        code: question.id.clone(),
        datatype: datatype.into(),
        required: question.required && question.show_if.is_none(),
        hint: question.hint.as_ref().map(|hint| hint.text(lang).to_owned()),
        order: 0,
        description: question.label.text(lang).to_owned(),
        values,
    }
}

fn attribute_node(given: &Attribute) -> Node {
    let value = |one: &Choice| Node::Fields(vec![("key", Node::text(&one.key)), ("name", Node::text(&one.name))]);
    let values: Vec<Node> = given.values.iter().map(value).collect();
    Node::Fields(vec![
        ("variable", Node::Bool(given.variable)),
        ("code", Node::text(&given.code)),
        ("datatype", Node::text(&given.datatype)),
        ("required", Node::Bool(given.required)),
        ("datatype_description", Node::maybe(given.hint.as_deref())),
        ("order", Node::Whole(given.order)),
        ("description", Node::text(&given.description)),
        ("values", if values.is_empty() { Node::Null } else { Node::List("value", values) }),
    ])
}
