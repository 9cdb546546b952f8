//! What may be asked for: discovery, the list of services, the definition of one.

use crate::asked::{Asked, NO_SERVICE};
use crate::bulk;
use crate::store;
use crate::wire::{Document, Node};
use kernel::{Label, Lang, Refusal};
use platform::store::seal::hex_sha256;
use platform::{Ctx, Result, Tx};
use procedures::{Catalog, Procedure, Question, QuestionKind};
use std::sync::Arc;

/// The page of the form whose questions are the attributes of a service.
const DETAILS: &str = "details";
const SPECIFICATION: &str = "http://wiki.open311.org/GeoReport_v2";
/// Codes of information that is read, not answered.
const DANGER: &str = "danger";

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
    let formats = ["text/xml", "application/json"].map(Node::text);
    let kind = Node::text(if ctx.app().config().demo { "test" } else { "production" });
    let endpoint = Node::Fields(vec![
        ("specification", Node::text(SPECIFICATION)),
        ("url", Node::text(ctx.full_url(&ctx.bare_url("/open311/v2")))),
        ("changeset", changeset.clone()),
        ("type", kind.clone()),
        ("formats", Node::List("format", formats.into())),
    ]);
    let bulk = Node::Fields(vec![
        ("specification", Node::text(bulk::SPECIFICATION)),
        ("url", Node::text(ctx.full_url(&ctx.bare_url(bulk::ADDRESS)))),
        ("changeset", changeset.clone()),
        ("type", kind),
        ("formats", Node::List("format", vec![Node::text("text/csv")])),
    ]);
    let body = Node::Fields(vec![
        ("changeset", changeset),
        ("contact", Node::text(contact.join(" · "))),
        ("key_service", Node::text(ctx.text("open311-key-service", &[]))),
        ("endpoints", Node::List("endpoint", vec![endpoint, bulk])),
    ]);
    Ok(Document { root: "discovery", body })
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
    let mut services = Vec::new();
    for group in &catalog.groups {
        let found = catalog.of_group(&group.id).into_iter().filter(|procedure| offered(procedure));
        services.extend(found.map(|procedure| service(procedure, &group.name, asked.ctx.lang)));
    }
    Ok(Document { root: "services", body: Node::List("service", services) })
}

fn service(procedure: &Procedure, group: &Label, lang: Lang) -> Node {
    let has_attributes = attributes(procedure).next().is_some() || procedure.danger.is_some();
    Node::Fields(vec![
        ("service_code", Node::text(&procedure.id)),
        ("service_name", Node::text(procedure.title.text(lang))),
        ("description", Node::maybe(procedure.hint.as_ref().map(|hint| hint.text(lang)))),
        ("metadata", Node::Bool(has_attributes)),
        ("type", Node::text("realtime")),
        ("keywords", Node::maybe(Some(keywords(procedure, lang)))),
        ("group", Node::text(group.text(lang))),
    ])
}

/// The words of one language; `private` tells FixMyStreet that the request is not shown to the public.
fn keywords(procedure: &Procedure, lang: Lang) -> String {
    let words = match lang {
        Lang::Ar | Lang::Zgh => &procedure.keywords.ar,
        Lang::Fr => &procedure.keywords.fr,
        Lang::En => &procedure.keywords.en,
    };
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    if !procedure.public {
        words.push("private");
    }
    words.join(", ")
}

pub async fn definition(asked: Asked) -> Result<Document> {
    let code = asked.name();
    let procedure = asked.ctx.read(move |rx| find(rx, &code)).await?;
    let lang = asked.ctx.lang;
    let mut shown: Vec<Node> = Vec::new();
    if let Some(danger) = &procedure.danger {
        shown.push(attribute(Attribute { code: DANGER, variable: false, ..Attribute::text(danger.text(lang)) }, 1));
    }
    for question in attributes(&procedure) {
        let order = shown.len() as i64 + 1;
        shown.push(attribute(Attribute::of(question, lang, yes_no(&asked.ctx)), order));
    }
    let body = Node::Fields(vec![("service_code", Node::text(&procedure.id)), ("attributes", Node::List("attribute", shown))]);
    Ok(Document { root: "service_definition", body })
}

fn yes_no(ctx: &Ctx) -> [(String, String); 2] {
    [("yes".into(), ctx.text("open311-yes", &[])), ("no".into(), ctx.text("open311-no", &[]))]
}

struct Attribute<'a> {
    variable: bool,
    code: &'a str,
    datatype: &'static str,
    required: bool,
    hint: Option<&'a str>,
    description: &'a str,
    values: Vec<(String, String)>,
}

impl<'a> Attribute<'a> {
    fn text(description: &'a str) -> Attribute<'a> {
        Attribute { variable: true, code: "", datatype: "string", required: false, hint: None, description, values: Vec::new() }
    }

    /// The standard has no conditions: a question that depends on another is never required there.
    fn of(question: &'a Question, lang: Lang, yes_no: [(String, String); 2]) -> Attribute<'a> {
        let (datatype, values) = match question.kind {
            QuestionKind::Choice => {
                let offered = question.options.iter().map(|option| (option.id.clone(), option.label.text(lang).to_owned()));
                ("singlevaluelist", offered.collect())
            }
            QuestionKind::YesNo => ("singlevaluelist", yes_no.into()),
            QuestionKind::Number => ("number", Vec::new()),
            QuestionKind::Text if question.max.is_none_or(|max| max > 200) => ("text", Vec::new()),
            _ => ("string", Vec::new()),
        };
        Attribute {
            code: &question.id,
            datatype,
            values,
            required: question.required && question.show_if.is_none(),
            hint: question.hint.as_ref().map(|hint| hint.text(lang)),
            ..Attribute::text(question.label.text(lang))
        }
    }
}

fn attribute(given: Attribute, order: i64) -> Node {
    let value = |(key, name): (String, String)| Node::Fields(vec![("key", Node::Text(key)), ("name", Node::Text(name))]);
    let values: Vec<Node> = given.values.into_iter().map(value).collect();
    Node::Fields(vec![
        ("variable", Node::Bool(given.variable)),
        ("code", Node::text(given.code)),
        ("datatype", Node::text(given.datatype)),
        ("required", Node::Bool(given.required)),
        ("datatype_description", Node::maybe(given.hint)),
        ("order", Node::Whole(order)),
        ("description", Node::text(given.description)),
        ("values", if values.is_empty() { Node::Null } else { Node::List("value", values) }),
    ])
}
