//! One call: little patience, small answers, nothing inside, and every way to fail told apart.

use crate::model::{Endpoint, Format, Photo};
use crate::multipart;
use crate::outside::{Guarded, LeadsInside, Reach};
use crate::read;
use crate::text::decode;
use crate::tree::{self, Tree};
use crate::trouble::{Failure, Trouble};
use platform::web::encode;
use std::io::ErrorKind;
use std::time::Duration;
use ureq::http::{HeaderMap, Response, Uri};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Timeout};

/// A whole call. A list of a thousand requests comes in less, and a photo of a telephone goes.
const PATIENCE: Duration = Duration::from_secs(30);
const CONNECT: Duration = Duration::from_secs(10);
/// A thousand requests with long words.
const MOST_BYTES: u64 = 16_000_000;
const REDIRECTS: usize = 3;

/// Parameters in their order.
pub type Fields = Vec<(String, String)>;

fn agent(endpoint: &Endpoint) -> Agent {
    agent_with(endpoint.reach, PATIENCE)
}

fn agent_with(reach: Reach, patience: Duration) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(patience))
        .timeout_connect(Some(CONNECT))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .user_agent("jamaa")
        .build();
    Agent::with_parts(config, DefaultConnector::default(), Guarded(reach))
}

fn accepted(format: Format) -> &'static str {
    match format {
        Format::Json => "application/json, text/xml;q=0.5",
        Format::Xml => "text/xml, application/xml, application/json;q=0.5",
    }
}

fn fit<'a>(endpoint: &Endpoint, url: &'a str) -> Result<&'a str, Failure> {
    if endpoint.reach.fits(url) { Ok(url) } else { Err(Failure::new(Trouble::Address, bare(url))) }
}

/// The address without its parameters: our key may be among them, and what is told is read by many.
fn bare(url: &str) -> &str {
    url.split('?').next().unwrap_or(url)
}

/// The address with its parameters.
pub fn address(url: &str, query: &[(String, String)]) -> String {
    let pairs: Vec<String> = query.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    match (pairs.is_empty(), url.contains('?')) {
        (true, _) => url.to_owned(),
        (false, true) => format!("{url}&{}", pairs.join("&")),
        (false, false) => format!("{url}?{}", pairs.join("&")),
    }
}

/// Reads an address. Redirections are followed within one house only, since the key travels in the address.
pub fn get(endpoint: &Endpoint, url: &str) -> Result<Tree, Failure> {
    read_answer(raw(endpoint, url)?)
}

/// The same without reading it as a tree.
pub fn bytes(endpoint: &Endpoint, url: &str) -> Result<Vec<u8>, Failure> {
    let mut response = raw(endpoint, url)?;
    let status = response.status().as_u16();
    let body = body(&mut response)?;
    if (200..300).contains(&status) { Ok(body) } else { Err(refused(status, response.headers(), &body)) }
}

fn raw(endpoint: &Endpoint, url: &str) -> Result<Response<Body>, Failure> {
    let mut url = fit(endpoint, url)?.to_owned();
    for _ in 0..=REDIRECTS {
        let response = agent(endpoint).get(&url).header("accept", accepted(endpoint.format)).call().map_err(failed)?;
        if !response.status().is_redirection() {
            return Ok(response);
        }
        let location = response.headers().get("location").and_then(|value| value.to_str().ok()).unwrap_or("");
        url = within(&url, location).ok_or_else(|| Failure::new(Trouble::Moved, bare(location)))?;
        fit(endpoint, &url)?;
    }
    Err(Failure::new(Trouble::Moved, bare(&url)))
}

/// Where a redirection leads when it stays in the house: the same name, and never from the secure door to the open one.
fn within(from: &str, to: &str) -> Option<String> {
    let old: Uri = from.parse().ok()?;
    let (scheme, authority) = (old.scheme_str()?, old.authority()?);
    if to.starts_with('/') && !to.starts_with("//") {
        return Some(format!("{scheme}://{authority}{to}"));
    }
    let new: Uri = to.parse().ok()?;
    let same = new.host()? == old.host()? && (new.scheme_str()? == "https" || new.port() == old.port());
    let secure = new.scheme_str()? == "https" || scheme == "http";
    (same && secure).then(|| to.to_owned())
}

/// Sends a form, with files when there are any. From the moment the first byte goes out, a failure says that it may have
/// been taken.
pub fn post(endpoint: &Endpoint, url: &str, fields: &Fields, photos: &[Photo], key: &str) -> Result<Tree, Failure> {
    let mut request = agent(endpoint).post(fit(endpoint, url)?).header("accept", accepted(endpoint.format));
    if !key.is_empty() {
        request = request.header("idempotency-key", key);
    }
    let answer = if photos.is_empty() {
        let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        request.header("content-type", "application/x-www-form-urlencoded; charset=utf-8").send(pairs.join("&"))
    } else {
        let (boundary, body) = multipart::body(fields, photos);
        request.header("content-type", format!("multipart/form-data; boundary={boundary}")).send(&body[..])
    };
    let response = answer.map_err(|error| {
        let before = never_left(&error);
        let failure = failed(error);
        if before { failure } else { failure.maybe_taken() }
    })?;
    if response.status().is_redirection() {
        let location = response.headers().get("location").and_then(|value| value.to_str().ok()).unwrap_or("").to_owned();
        return Err(Failure::new(Trouble::Moved, bare(&location)));
    }
    read_answer(response).map_err(|failure| {
        // A refusal is the server's word that nothing was taken; a page, silence or a fault of its own is not.
        let decided = matches!(failure.trouble, Trouble::Refused | Trouble::Key | Trouble::Absent | Trouble::Busy);
        if decided { failure } else { failure.maybe_taken() }
    })
}

/// What somebody who is told of something answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// Of HTTP; a redirection is told as it came, and not followed.
    pub status: u16,
    /// His own wish, in seconds.
    pub wait_secs: Option<u64>,
}

/// Hands a body over that was made elsewhere, with its headers. What is answered besides the status is not read.
///
/// # Errors
/// The address is none, lies inside, or nothing was answered in time.
pub fn notify(reach: Reach, url: &str, headers: &[(&str, String)], body: &[u8], patience: Duration) -> Result<Heard, Failure> {
    if !reach.fits(url) {
        return Err(Failure::new(Trouble::Address, bare(url)));
    }
    let mut request = agent_with(reach, patience).post(url);
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    let response = request.send(body).map_err(failed)?;
    Ok(Heard { status: response.status().as_u16(), wait_secs: wished(response.headers()) })
}

fn wished(headers: &HeaderMap) -> Option<u64> {
    headers.get("retry-after").and_then(|value| value.to_str().ok()).and_then(|text| text.trim().parse().ok())
}

/// Whether the call failed before anything was sent.
fn never_left(error: &ureq::Error) -> bool {
    match error {
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed | ureq::Error::BadUri(_) | ureq::Error::Other(_) => true,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => true,
        ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect) => true,
        ureq::Error::Io(error) => error.kind() == ErrorKind::ConnectionRefused,
        _ => false,
    }
}

fn failed(error: ureq::Error) -> Failure {
    let detail = match &error {
        ureq::Error::BadUri(address) => bare(address).to_owned(),
        other => other.to_string(),
    };
    let trouble = match &error {
        ureq::Error::Other(inner) if inner.is::<LeadsInside>() => Trouble::Inside,
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => Trouble::Unreachable,
        ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect) => Trouble::Unreachable,
        ureq::Error::Timeout(_) => Trouble::Slow,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Trouble::Insecure,
        ureq::Error::BodyExceedsLimit(_) | ureq::Error::LargeResponseHeader(..) => Trouble::Large,
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => Trouble::Address,
        ureq::Error::Io(error) => match error.kind() {
            ErrorKind::ConnectionRefused | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => Trouble::Unreachable,
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Trouble::Slow,
            _ => Trouble::Cut,
        },
        ureq::Error::Protocol(_) => Trouble::Unreadable,
        _ => Trouble::Cut,
    };
    Failure::new(trouble, detail)
}

fn body(response: &mut Response<Body>) -> Result<Vec<u8>, Failure> {
    response.body_mut().with_config().limit(MOST_BYTES).read_to_vec().map_err(failed)
}

fn read_answer(mut response: Response<Body>) -> Result<Tree, Failure> {
    let status = response.status().as_u16();
    let content = body(&mut response)?;
    if !(200..300).contains(&status) {
        return Err(refused(status, response.headers(), &content));
    }
    let tree = read_body(response.headers(), &content)?;
    if tree.part("errors").is_some() || is_error(&tree) {
        let (_, sentence) = read::errors(&tree);
        return Err(Failure::new(Trouble::Refused, sentence));
    }
    Ok(tree)
}

/// Some servers say 200 and refuse all the same.
fn is_error(tree: &Tree) -> bool {
    let Tree::List(items) = tree else { return false };
    items.first().is_some_and(|item| {
        item.part("code").is_some()
            && item.part("description").is_some()
            && item.part("service_request_id").is_none()
            && item.part("token").is_none()
    })
}

fn read_body(headers: &HeaderMap, content: &[u8]) -> Result<Tree, Failure> {
    let kind = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or("").to_lowercase();
    let text = decode(content, &mut Vec::new());
    let start = text.trim_start();
    let head: String = start.chars().take(60).collect::<String>().to_lowercase();
    if head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || kind.starts_with("text/html") && !start.starts_with(['[', '{'])
    {
        return Err(Failure::new(Trouble::Page, title(start)));
    }
    let known = kind.is_empty()
        || ["json", "xml", "text/plain", "javascript", "octet-stream", "text/html"].iter().any(|part| kind.contains(part));
    if !known || !start.starts_with(['[', '{', '<']) {
        let trouble = if start.is_empty() { Trouble::Unreadable } else { Trouble::Kind };
        return Err(Failure::new(trouble, kind));
    }
    tree::read(start, &mut Vec::new()).map_err(|wrong| Failure::new(Trouble::Unreadable, wrong.0))
}

/// What a page for people calls itself.
fn title(page: &str) -> String {
    let lower = page.to_ascii_lowercase();
    let found = lower.find("<title>").zip(lower.find("</title>")).filter(|(start, end)| start + 7 <= *end);
    found.map_or_else(String::new, |(start, end)| page[start + 7..end].trim().to_owned())
}

/// The status decides, and the finer code of the body where the server has one: the standard knows 400 for everything.
fn refused(status: u16, headers: &HeaderMap, content: &[u8]) -> Failure {
    let (code, sentence) = match read_body(headers, content) {
        Ok(tree) => read::errors(&tree),
        Err(_) => (None, String::new()),
    };
    let finer = code.filter(|code| status == 400 && (400..600).contains(code)).unwrap_or(status);
    let detail = if sentence.is_empty() { format!("HTTP {status}") } else { sentence };
    let trouble = match finer {
        401 | 403 => Trouble::Key,
        404 | 410 => Trouble::Absent,
        408 | 425 | 429 | 503 => Trouble::Busy,
        500..=599 => Trouble::Broken,
        _ => Trouble::Refused,
    };
    Failure { wait_secs: wished(headers), ..Failure::new(trouble, detail) }
}

/// An answer, and whether it carries our key back: only servers that keep such keys do that.
pub fn knows_key(endpoint: &Endpoint, url: &str, key: &str) -> Result<(bool, Result<Tree, Failure>), Failure> {
    let response = raw(endpoint, url)?;
    let echo = response
        .headers()
        .get("idempotency-key")
        .and_then(|value| value.to_str().ok())
        .is_some_and(|echo| echo.eq_ignore_ascii_case(key));
    Ok((echo, read_answer(response)))
}
