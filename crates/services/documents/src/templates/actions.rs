//! Verbs: write a version, publish it by a second person, go back to the country's template, note that one failed.

use super::{Template, TemplateState, rows};
use kernel::{Id, Refusal};
use papers::Fault;
use platform::{Actor, Problem, Result, Tx, json::json};

/// Keeps a text that compiles as a draft; says its version. The one in use goes on.
pub fn write(tx: &mut Tx, kind: &str, text: &str) -> Result<i64> {
    let version = rows::of(tx, kind)?.first().map_or(1, |newest| newest.version + 1);
    rows::add(tx, kind, version, text)?;
    tx.record("documents.template_written", kind, &json!({ "version": version }))?;
    Ok(version)
}

/// Puts a version to use, a draft or a former one. Whoever wrote it does not publish it.
pub fn publish(tx: &mut Tx, kind: &str, version: i64) -> Result<()> {
    let found = rows::find(tx, kind, version)?;
    if found.state == TemplateState::Published {
        return Ok(());
    }
    if is_author(tx, &found)? {
        return Err(Refusal::new("documents-template-second-person").into());
    }
    rows::retire(tx, kind)?;
    rows::publish(tx, kind, version)?;
    tx.record("documents.template_published", kind, &json!({ "version": version }))
}

/// Whether who acts wrote this version, be it under another account.
fn is_author(tx: &mut Tx, template: &Template) -> Result<bool> {
    if template.written_by == tx.actor().to_string() {
        return Ok(true);
    }
    match (author(tx, template)?, person(tx)) {
        (Some(author), Some(me)) => people::same_human(tx, &author, &me),
        _ => Ok(false),
    }
}

/// A version that was written before persons were noted is known by its account.
fn author(tx: &mut Tx, template: &Template) -> Result<Option<Id>> {
    if template.written_person.is_some() {
        return Ok(template.written_person.clone());
    }
    let Some(account) = template.written_by.strip_prefix("staff:") else { return Ok(None) };
    match people::account_person(tx, &Id::new(account)) {
        Err(Problem::NotFound) => Ok(None),
        found => found.map(Some),
    }
}

/// The person behind the account that acts; programs and the public have none.
pub fn person(tx: &Tx) -> Option<Id> {
    match tx.actor() {
        Actor::Staff { person, .. } => Some(person.clone()),
        _ => None,
    }
}

/// Back to the country's template.
pub fn retire(tx: &mut Tx, kind: &str) -> Result<()> {
    if rows::retire(tx, kind)? {
        tx.record("documents.template_retired", kind, &json!({}))?;
    }
    Ok(())
}

/// A version failed with real data: staff see it until another one is in use.
pub fn failed(tx: &mut Tx, kind: &str, version: i64, fault: &Fault) -> Result<()> {
    if rows::fail(tx, kind, version, &fault.to_string())? {
        tx.record("documents.template_failed", kind, &json!({ "version": version, "line": fault.line }))?;
    }
    Ok(())
}

/// What is shown first of a kind: the newest draft after the version in use, else that version.
pub fn shown(tx: &mut Tx, kind: &str) -> Result<Option<Template>> {
    let all = rows::of(tx, kind)?;
    let draft = all.first().filter(|newest| newest.state == TemplateState::Draft).cloned();
    Ok(draft.or_else(|| all.into_iter().find(|one| one.state == TemplateState::Published)))
}
