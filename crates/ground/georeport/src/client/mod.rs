//! The calls of the standard, each with what must hold of its answer: it is about what was asked, once.

pub mod recover;

use crate::dates::Zone;
use crate::model::{Definition, Endpoint, NewRequest, NewUpdate, Request, Sent, Service, Status, Update};
use crate::net::{self, Fields};
use crate::read;
use crate::tree::Tree;
use crate::trouble::{Failure, Trouble};
use kernel::Moment;
use platform::web::encode;
use recover::Recovered;

/// The most signs of a description by the standard.
const WORDS: usize = 4_000;
/// Numbers asked for at once: addresses have an end.
const AT_ONCE: usize = 40;
const SPECIFICATION: &str = "georeport_v2";

/// What a list is asked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    pub services: Vec<String>,
    pub from: Option<Moment>,
    pub until: Option<Moment>,
    pub updated_after: Option<Moment>,
    pub status: Option<Status>,
    pub page: i64,
    pub page_size: i64,
}

/// One page of a list, as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub items: Vec<Tree>,
}

fn url(endpoint: &Endpoint, resource: &str) -> String {
    format!("{}/{resource}.{}", endpoint.url.trim_end_matches('/'), endpoint.format)
}

/// The parameters that stand in every question.
fn query(endpoint: &Endpoint, keyed: bool) -> Fields {
    let jurisdiction = endpoint.jurisdiction.iter().map(|id| ("jurisdiction_id".to_owned(), id.clone()));
    let key = endpoint.key.iter().filter(|_| keyed).map(|key| ("api_key".to_owned(), key.clone()));
    jurisdiction.chain(key).collect()
}

fn unreadable(what: &str) -> Failure {
    Failure::new(Trouble::Unreadable, what)
}

/// Follows a discovery document to the server behind it: its production endpoint, else the first of this standard.
pub fn discover(address: &str, wish: &Endpoint) -> Result<Endpoint, Failure> {
    let tree = net::get(wish, address)?;
    let root = tree.part("discovery").unwrap_or(&tree);
    let all = root.part("endpoints").map(|list| list.items("endpoint")).unwrap_or_default();
    let ours = |endpoint: &&Tree| {
        let said = endpoint.said("specification").unwrap_or_default().to_lowercase();
        said.is_empty() || said.contains(SPECIFICATION)
    };
    let fitting: Vec<&Tree> = all.into_iter().filter(ours).collect();
    let production = |tree: &&&Tree| tree.said("type").is_some_and(|kind| kind.eq_ignore_ascii_case("production"));
    let chosen = fitting.iter().find(production).or(fitting.first()).ok_or_else(|| unreadable("endpoints"))?;
    let url = chosen.said("url").filter(|url| wish.reach.fits(url)).ok_or_else(|| unreadable("url"))?;
    let formats = chosen.part("formats").map(|list| list.items("format")).unwrap_or_default();
    let json = formats.is_empty() || formats.iter().any(|format| format.text().is_some_and(|kind| kind.contains("json")));
    let format = if json { crate::model::Format::Json } else { crate::model::Format::Xml };
    Ok(Endpoint { url, format, ..wish.clone() })
}

/// The catalogue.
pub fn services(endpoint: &Endpoint) -> Result<Vec<Service>, Failure> {
    let tree = net::get(endpoint, &net::address(&url(endpoint, "services"), &query(endpoint, false)))?;
    Ok(read::services(&tree))
}

/// What one service asks.
pub fn definition(endpoint: &Endpoint, code: &str) -> Result<Definition, Failure> {
    let resource = format!("services/{}", encode(code));
    let answer = net::get(endpoint, &net::address(&url(endpoint, &resource), &query(endpoint, false)))?;
    let definition = read::definition(&answer).ok_or_else(|| unreadable("service_code"))?;
    if definition.service != code {
        return Err(Failure::new(Trouble::Other, definition.service));
    }
    Ok(definition)
}

/// Sends a request. `tried` says since when earlier tries of the same request may have been taken: then it is looked for
/// first, and sent again only where that cannot make it two.
pub fn send(endpoint: &Endpoint, new: &NewRequest, tried: Option<Moment>) -> Result<Sent, Failure> {
    if let Some(since) = tried {
        match recover::recover(endpoint, new, since)? {
            Recovered::Found(sent) => return Ok(sent),
            Recovered::Absent => {}
            Recovered::Unknown => return Err(Failure::new(Trouble::Unsure, &new.reference).maybe_taken()),
        }
    }
    let answer = net::post(endpoint, &url(endpoint, "requests"), &form(endpoint, new), &new.photos, &new.key)?;
    read::sent(&answer).ok_or_else(|| unreadable("service_request_id").maybe_taken())
}

/// The fields of a request: the standard's own, and our number at the end of the words.
fn form(endpoint: &Endpoint, new: &NewRequest) -> Fields {
    let mut fields = query(endpoint, true);
    let mut put = |name: &str, value: Option<&str>| {
        fields.extend(value.filter(|value| !value.is_empty()).map(|value| (name.to_owned(), value.to_owned())));
    };
    put("service_code", Some(&new.service));
    let (lat, long) = new.point.map(|point| (point.lat().to_string(), point.lon().to_string())).unzip();
    put("lat", lat.as_deref());
    put("long", long.as_deref());
    put("address_string", new.address.as_deref());
    put("address_id", new.address_id.as_deref());
    put("description", Some(&described(new)));
    put("first_name", new.first_name.as_deref());
    put("last_name", new.last_name.as_deref());
    put("email", new.email.as_deref());
    put("phone", new.phone.as_deref());
    put("media_url", new.media_url.as_deref());
    for (code, values) in &new.attributes {
        let name = if values.len() == 1 { format!("attribute[{code}]") } else { format!("attribute[{code}][]") };
        values.iter().for_each(|value| put(&name, Some(value)));
    }
    fields
}

/// The words with our number below them; long words give way to it.
fn described(new: &NewRequest) -> String {
    if new.reference.is_empty() || new.words.contains(&new.reference) {
        return new.words.chars().take(WORDS).collect();
    }
    let mark = format!("[{}]", new.reference);
    let room = WORDS.saturating_sub(mark.chars().count() + 2);
    let words: String = new.words.trim_end().chars().take(room).collect();
    if words.is_empty() { mark } else { format!("{words}\n\n{mark}") }
}

/// What became of a token: still the token while the number is not known.
pub fn token(endpoint: &Endpoint, token: &str) -> Result<Sent, Failure> {
    let resource = format!("tokens/{}", encode(token));
    let answer = net::get(endpoint, &net::address(&url(endpoint, &resource), &query(endpoint, true)))?;
    let items = answer.items("request");
    let item = items.first().copied().unwrap_or(&answer);
    if let Some(other) = item.said("token").filter(|told| told != token) {
        return Err(Failure::new(Trouble::Other, other));
    }
    let waiting = Sent::Waiting { token: token.to_owned(), notice: None };
    Ok(read::sent(&answer).filter(|sent| matches!(sent, Sent::Numbered { .. })).unwrap_or(waiting))
}

/// How these requests stand. A number that the server does not know is not among them; one that nobody asked for is a
/// failure; of one that comes twice the newer counts.
pub fn requests(endpoint: &Endpoint, ids: &[String]) -> Result<Vec<Request>, Failure> {
    let mut all: Vec<Request> = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let answer = match some {
            [one] => net::get(endpoint, &one_url(endpoint, one)),
            _ => {
                let mut fields = query(endpoint, true);
                fields.push(("service_request_id".into(), some.join(",")));
                net::get(endpoint, &net::address(&url(endpoint, "requests"), &fields))
            }
        };
        let tree = match answer {
            Ok(tree) => tree,
            Err(failure) if failure.trouble == Trouble::Absent && some.len() == 1 => continue,
            Err(failure) => return Err(failure),
        };
        for request in things(&tree).iter().filter_map(|tree| read::request(tree, &Zone::ours(), &mut Vec::new())) {
            if !some.contains(&request.id) {
                return Err(Failure::new(Trouble::Other, request.id));
            }
            match all.iter_mut().find(|known| known.id == request.id) {
                Some(known) if known.updated < request.updated => *known = request,
                Some(_) => {}
                None => all.push(request),
            }
        }
    }
    Ok(all)
}

fn one_url(endpoint: &Endpoint, id: &str) -> String {
    net::address(&url(endpoint, &format!("requests/{}", encode(id))), &query(endpoint, true))
}

/// The requests of an answer; some servers tell one without a list around it.
fn things(tree: &Tree) -> Vec<&Tree> {
    let items = tree.items("request");
    let alone = items.is_empty() && tree.part("service_request_id").is_some();
    if alone { vec![tree] } else { items }
}

/// One page of requests, as they were written, for who reads them with his own patience.
pub fn page(endpoint: &Endpoint, asked: &Asked) -> Result<Page, Failure> {
    let mut fields = query(endpoint, true);
    let mut put = |name: &str, value: String| fields.push((name.to_owned(), value));
    if !asked.services.is_empty() {
        put("service_code", asked.services.join(","));
    }
    let moments = [("start_date", asked.from), ("end_date", asked.until), ("updated_after", asked.updated_after)];
    moments.into_iter().for_each(|(name, at)| {
        if let Some(at) = at {
            put(name, written(at));
        }
    });
    if let Some(status) = asked.status {
        put("status", status.to_string());
    }
    if asked.page_size > 0 {
        put("page", asked.page.max(1).to_string());
        put("page_size", asked.page_size.to_string());
    }
    let tree = net::get(endpoint, &net::address(&url(endpoint, "requests"), &fields))?;
    Ok(Page { items: things(&tree).into_iter().cloned().collect() })
}

/// A moment in UTC to the second: old servers know no fractions.
fn written(at: Moment) -> String {
    format!("{}Z", &at.to_string()[..19])
}

/// What happened since a moment, oldest first, each update once.
pub fn updates(endpoint: &Endpoint, since: Moment, until: Moment) -> Result<Vec<Update>, Failure> {
    let mut fields = query(endpoint, true);
    fields.push(("start_date".into(), written(since)));
    fields.push(("end_date".into(), written(until)));
    let tree = net::get(endpoint, &net::address(&url(endpoint, "servicerequestupdates"), &fields))?;
    let mut all: Vec<Update> = Vec::new();
    for update in read::updates(&tree, &Zone::ours()) {
        if !all.iter().any(|known| known.id == update.id) {
            all.push(update);
        }
    }
    all.sort_by_key(|update| update.at);
    Ok(all)
}

/// Tells the server what happened; gives the id under which it knows that. The same update again changes nothing there.
pub fn post_update(endpoint: &Endpoint, new: &NewUpdate) -> Result<String, Failure> {
    let mut fields = query(endpoint, true);
    let mut put = |name: &str, value: Option<&str>| {
        fields.extend(value.filter(|value| !value.is_empty()).map(|value| (name.to_owned(), value.to_owned())));
    };
    put("service_request_id", Some(&new.request));
    put("update_id", Some(&new.id));
    put("updated_datetime", Some(&written(new.at)));
    put("status", Some(&new.status));
    put("description", Some(&new.words));
    put("first_name", new.first_name.as_deref());
    put("last_name", new.last_name.as_deref());
    put("email", new.email.as_deref());
    put("phone", new.phone.as_deref());
    put("media_url", new.media_url.as_deref());
    let answer = net::post(endpoint, &url(endpoint, "servicerequestupdates"), &fields, &[], "")?;
    read::update_id(&answer).ok_or_else(|| unreadable("update_id").maybe_taken())
}

/// A whole document, for who imports it.
pub fn document(endpoint: &Endpoint, address: &str) -> Result<Vec<u8>, Failure> {
    net::bytes(endpoint, address)
}
