//! Verbs: ask to be told, confirm the contact, stop, and tell.

use crate::model::{Confirmed, Kind, News, Subscription, Topic, What};
use crate::{rules, store};
use cases::{Case, Contact, Publication};
use kernel::{Id, Label, Lang, Refusal};
use platform::json::json;
use platform::sms::{Heard, Reply};
use platform::{Problem, Result, Tx};
use sending::{Message, To};

/// Reports that an e-mail of a digest names one by one.
const NAMED: usize = 10;

/// The name of a topic. What is not public, or not there, cannot be followed.
pub fn name(tx: &mut Tx, topic: &Topic) -> Result<Label> {
    match topic.kind {
        Kind::Report => {
            let case = published(tx, &topic.subject)?;
            if !case.is_open() {
                return Err(Problem::NotFound); // nothing more will happen to it
            }
            Ok(procedures::procedure(tx, &case.procedure)?.title.clone())
        }
        Kind::Quarter => Ok(places::quarter(tx, &topic.subject)?.name),
        Kind::Category => {
            let found = procedures::catalog(tx)?.procedures.get(&topic.subject).cloned();
            found.filter(|procedure| procedure.public).map(|procedure| procedure.title.clone()).ok_or(Problem::NotFound)
        }
        Kind::Asset => {
            let asset = assets::by_number(tx, None, &topic.subject)?.ok_or(Problem::NotFound)?;
            Ok(Label::new(&asset.number, &asset.number))
        }
    }
}

/// The same topic however its number was typed.
pub fn settled(tx: &mut Tx, topic: Topic) -> Result<Topic> {
    if topic.kind != Kind::Asset {
        return Ok(topic);
    }
    let asset = assets::by_number(tx, None, &topic.subject)?.ok_or(Problem::NotFound)?;
    Ok(Topic { subject: asset.number, ..topic })
}

fn published(tx: &mut Tx, code: &str) -> Result<Case> {
    let case = cases::by_code(tx, code)?;
    if case.publication == Publication::Published && !case.restricted { Ok(case) } else { Err(Problem::NotFound) }
}

/// Where the reports of a topic are shown.
pub fn page(topic: &Topic) -> String {
    let subject = platform::web::encode(&topic.subject);
    match topic.kind {
        Kind::Report => format!("/reports/{subject}"),
        Kind::Quarter => format!("/reports?quarter={subject}"),
        Kind::Category => format!("/reports?category={subject}"),
        Kind::Asset => format!("/reports?number={subject}"),
    }
}

/// Sends a code and a link to a contact; nothing is followed before one of them comes back.
pub fn ask(tx: &mut Tx, topic: Topic, to: To, lang: Lang) -> Result<Id> {
    let topic = settled(tx, topic)?;
    let name = name(tx, &topic)?;
    let contact_key = store::contact_key(tx, &to)?;
    let since = tx.now().plus_secs(-rules::CODE_SECS);
    if store::asked_since(tx, &contact_key, since)? >= rules::ASKED_PER_DAY {
        return Err(Refusal::new("follow-asked-often").at("contact").into());
    }
    let (id, code) = (tx.new_id(), rules::six_digits(tx.random()?));
    let (code_key, now) = (code_key(tx, &id, &code)?, tx.now());
    let subscription =
        Subscription { id, topic, lang, to, contact_key, code_key, tries: 0, asked_at: now, confirmed_at: None, told_until: now };
    store::insert(tx, &subscription)?;
    let link = link(tx, lang, &format!("/follow/{}?k={}", subscription.id, token(tx, "follow-confirm", &subscription.id)?))?;
    let args = [("code", code.as_str()), ("name", name.text(lang)), ("link", link.as_str())];
    let text = platform::text(tx, lang, "follow-message-code", &args)?;
    let subject = platform::text(tx, lang, "follow-subject-code", &args)?;
    let message = Message { to: subscription.to.clone(), lang, subject, text, about: None };
    sending::send_before(tx, message, now.plus_secs(rules::CODE_SECS))?;
    Ok(subscription.id)
}

fn code_key(tx: &Tx, id: &Id, code: &str) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "follow-code", &format!("{id}/{code}"))
}

/// What the link of a message proves.
pub fn token(tx: &Tx, purpose: &str, id: &Id) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), purpose, id.as_str())
}

fn link(tx: &mut Tx, lang: Lang, path: &str) -> Result<String> {
    platform::web_link(tx, lang, path)
}

/// A code typed, or the link of the message and a button pressed under it: a scanner of mail that opens links confirms nothing.
pub fn confirm(tx: &mut Tx, id: &Id, code: &str, key: &str) -> Result<Confirmed> {
    let found = store::find(tx, id)?.ok_or(Problem::NotFound)?;
    if found.confirmed_at.is_some() || !rules::is_open(&found, tx.now()) {
        return Ok(Confirmed::Gone);
    }
    if token(tx, "follow-confirm", id)? != key && code_key(tx, id, code)? != found.code_key {
        store::count_try(tx, id)?;
        return Ok(Confirmed::Wrong);
    }
    begin(tx, &found)?;
    Ok(Confirmed::Yes(found.topic))
}

/// Who follows one report stands beside it, among those whom it concerns; everything else is kept here.
fn begin(tx: &mut Tx, found: &Subscription) -> Result<()> {
    if found.topic.kind == Kind::Report {
        let contact = contact(&found.to);
        cases::follow(tx, &found.topic.subject, &contact, found.lang, &found.contact_key)?;
        return store::remove(tx, &found.id);
    }
    if store::followed_by(tx, &found.contact_key)? >= rules::MOST {
        return Err(Refusal::new("follow-too-many").with("most", rules::MOST).at("code").into());
    }
    store::confirm(tx, found)?;
    tx.record("follow.began", &found.id, &json!({ "kind": found.topic.kind, "subject": found.topic.subject }))
}

fn contact(to: &To) -> Contact {
    match to {
        To::Phone(phone) => Contact { phone: Some(phone.clone()), ..Contact::default() },
        To::Email(email) => Contact { email: Some(email.clone()), ..Contact::default() },
    }
}

/// What the link of a message stops: a subscription, or following the report with this code.
pub fn to_stop(tx: &mut Tx, id: &Id, case: &str, key: &str) -> Result<Topic> {
    if token(tx, "follow-stop", id)? != key {
        return Err(Problem::NotFound);
    }
    if !case.is_empty() {
        let case = cases::by_code(tx, case)?;
        return Ok(Topic { kind: Kind::Report, subject: case.code });
    }
    store::find(tx, id)?.map(|found| found.topic).ok_or(Problem::NotFound)
}

/// Stops it, and erases the contact. What was stopped already stays so. `all`: everything that the contact follows here.
pub fn stop(tx: &mut Tx, id: &Id, case: &str, key: &str, all: bool) -> Result<()> {
    if token(tx, "follow-stop", id)? != key {
        return Err(Problem::NotFound);
    }
    if !case.is_empty() {
        let case = cases::by_code(tx, case)?;
        return cases::unfollow(tx, &case.id, id);
    }
    let Some(found) = store::find(tx, id)? else { return Ok(()) };
    if all {
        store::remove_all(tx, &found.contact_key)?
    } else {
        store::remove(tx, id)?
    }
    tx.record("follow.stopped", id, &json!({ "kind": found.topic.kind, "all": all }))
}

/// One word by SMS stops everything that this telephone follows, and erases it from there. Messages about files of its own
/// are no following, and go on.
pub fn hear(tx: &mut Tx, heard: &Heard) -> Result<Option<Reply>> {
    if !rules::stops(&heard.text) {
        return Ok(None);
    }
    let key = store::contact_key(tx, &To::Phone(heard.from.clone()))?;
    let followed = store::followed_by(tx, &key)? + cases::unfollow_all(tx, &heard.from)?;
    store::remove_all(tx, &key)?;
    if followed > 0 {
        tx.record("follow.stopped_by_sms", "sms", &json!({ "followed": followed }))?;
    }
    let text = platform::text(tx, heard.lang, if followed > 0 { "follow-sms-stopped" } else { "follow-sms-nothing" }, &[])?;
    Ok(Some(Reply::plain(heard.lang, text)))
}

/// Tells everybody who follows a report where it stands. Nothing when it moved on meanwhile, or is not shown any more.
pub fn tell(tx: &mut Tx, case: &Id, state: &str) -> Result<()> {
    let case = cases::find(tx, case)?;
    if case.state != state || case.publication != Publication::Published || case.restricted {
        return Ok(());
    }
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let reached = procedure.state(&case.state).map(|state| state.name.clone());
    let outcome = case.outcome.as_deref().filter(|_| !case.is_open()).and_then(|id| procedure.outcome(id));
    let Some(stands) = outcome.map(|outcome| outcome.name.clone()).or(reached) else { return Ok(()) };
    for follower in cases::files::followers(tx, &case.id)? {
        let to = match (follower.contact.phone, follower.contact.email) {
            (Some(phone), _) => To::Phone(phone),
            (None, Some(email)) => To::Email(email),
            (None, None) => continue,
        };
        let lang = follower.lang;
        let page = link(tx, lang, &format!("/reports/{}", case.code))?;
        let key = token(tx, "follow-stop", &follower.id)?;
        let stop = link(tx, lang, &format!("/follow/stop/{}?case={}&k={key}", follower.id, case.code))?;
        let args = [
            ("code", case.code.as_str()),
            ("title", procedure.title.text(lang)),
            ("state", stands.text(lang)),
            ("link", page.as_str()),
            ("stop", stop.as_str()),
        ];
        let text = platform::text(tx, lang, "follow-message-report", &args)?;
        let subject = platform::text(tx, lang, "follow-subject-report", &args)?;
        sending::send(tx, Message { to, lang, subject, text, about: Some(case.id.clone()) })?;
    }
    Ok(())
}

/// The topics that a report belongs to.
pub fn topics(case: &Case) -> Vec<Topic> {
    let topic = |kind: Kind, subject: &Option<String>| subject.clone().map(|subject| Topic { kind, subject });
    let category = Some(Topic { kind: Kind::Category, subject: case.procedure.clone() });
    [topic(Kind::Quarter, &case.quarter), category, topic(Kind::Asset, &case.asset)].into_iter().flatten().collect()
}

/// The news that may be told today, each with the topics it belongs to.
pub fn news(tx: &mut Tx) -> Result<Vec<(News, Vec<Topic>)>> {
    let mut told = Vec::new();
    for one in store::news_since(tx, tx.now().plus_secs(-rules::NEWS_SECS))? {
        let case = cases::find(tx, &one.case)?;
        if case.publication == Publication::Published && !case.restricted && case.merged_into.is_none() {
            let topics = topics(&case);
            told.push((one, topics));
        }
    }
    Ok(told)
}

/// One digest: how many are new and answered; by e-mail their names too.
pub fn digest(tx: &mut Tx, subscription: &Subscription, news: &[&News]) -> Result<()> {
    let Ok(name) = name(tx, &subscription.topic) else { return store::remove(tx, &subscription.id) };
    let lang = subscription.lang;
    let (new, answered) = rules::counts(news);
    let page = link(tx, lang, &page(&subscription.topic))?;
    let key = token(tx, "follow-stop", &subscription.id)?;
    let stop = link(tx, lang, &format!("/follow/stop/{}?k={key}", subscription.id))?;
    let list = if matches!(subscription.to, To::Email(_)) { named(tx, lang, news)? } else { String::new() };
    let (new, answered) = (new.to_string(), answered.to_string());
    let args = [
        ("name", name.text(lang)),
        ("new", new.as_str()),
        ("answered", answered.as_str()),
        ("link", page.as_str()),
        ("stop", stop.as_str()),
    ];
    let text = format!("{}{list}", platform::text(tx, lang, "follow-message-digest", &args)?);
    let subject = platform::text(tx, lang, "follow-subject-digest", &args)?;
    let message = Message { to: subscription.to.clone(), lang, subject, text, about: None };
    sending::send(tx, message)?;
    store::told(tx, &subscription.id)
}

fn named(tx: &mut Tx, lang: Lang, news: &[&News]) -> Result<String> {
    let mut lines = String::new();
    for one in news.iter().take(NAMED) {
        let case = cases::find(tx, &one.case)?;
        let title = cases::pinned(tx, &case.procedure_pin)?.title.text(lang).to_owned();
        let what = platform::text(tx, lang, &format!("follow-what-{}", one.what), &[])?;
        lines.push_str(&format!("\n{title} ({what}): {}", link(tx, lang, &format!("/reports/{}", case.code))?));
    }
    Ok(lines)
}

/// What of a move is news to those who follow a quarter, a category or an object.
pub fn what(case: &Case) -> Option<What> {
    match case.phase {
        procedures::Phase::Decided => Some(What::Answered),
        _ if case.state == "reopened" => Some(What::Reopened),
        _ => None,
    }
}
