//! The rules of sending: how long words are kept, how often a delivery is tried, what an error may say.

use crate::model::To;
use kernel::Moment;

/// Words of a message are erased this long after it was written.
pub const KEPT_DAYS: i64 = 30;
/// A message that nobody could send is not sent by surprise weeks later.
pub const HELD_DAYS: i64 = 3;
/// Tries before a message counts as failed and waits for a person.
pub const TRIES: i64 = 6;

/// What remains of an error of the outside: short, and without the address it went to.
pub fn safe_error(error: &str, to: &To) -> String {
    let digits = to.as_str().trim_start_matches('+');
    let hidden = error.replace(to.as_str(), &to.masked()).replace(digits, "•••");
    hidden.chars().filter(|c| !c.is_control()).take(300).collect()
}

pub fn is_expired(expires_at: Option<Moment>, now: Moment) -> bool {
    expires_at.is_some_and(|end| end <= now)
}

/// The address of the mail server as the transport wants it. Plain SMTP is for a server on the same machine only;
/// everywhere else STARTTLS is required unless the address says otherwise.
pub fn smtp_address(url: &str) -> String {
    let plain = url.starts_with("smtp://") && !url.contains("tls=");
    let host = url.trim_start_matches("smtp://").rsplit('@').next().unwrap_or("");
    let local = ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| host.starts_with(name));
    if plain && !local { format!("{url}{}tls=required", if url.contains('?') { '&' } else { '?' }) } else { url.to_owned() }
}

/// The server of an address, without name and password, for a page.
pub fn server_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    host.split(['/', '?']).next().unwrap_or("").to_owned()
}

/// The path of the first address of this site that stands in a text.
pub fn own_path(text: &str, public_url: &str) -> Option<String> {
    let rest = text.split_once(public_url)?.1;
    let path: String = rest.chars().take_while(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>')).collect();
    path.starts_with('/').then_some(path)
}
