//! A try whose answer was lost: was it taken? Servers of this standard keep no keys, but they list what they took.

use super::{Asked, page, url};
use crate::dates::Zone;
use crate::model::{Endpoint, NewRequest, Sent};
use crate::net;
use crate::read;
use crate::trouble::{Failure, Trouble};
use kernel::Moment;
use platform::web::encode;

/// Clocks of two houses differ.
const EARLIER_SECS: i64 = 3_600;
const PAGE: i64 = 200;
const PAGES: i64 = 10;

/// What is known of a try whose answer was lost.
#[derive(Debug, Clone, PartialEq)]
pub enum Recovered {
    /// It was taken.
    Found(Sent),
    /// The server keeps our keys, and this one it does not know: sending it again is safe.
    Absent,
    /// It is not listed there, which does not say that it was not taken: a list may hold back what is not published.
    Unknown,
}

/// Looks for a request of ours: by its key where the server keeps keys, else by our number in the words that it lists.
pub fn recover(endpoint: &Endpoint, new: &NewRequest, since: Moment) -> Result<Recovered, Failure> {
    if !new.key.is_empty() {
        let address = url(endpoint, &format!("tokens/{}", encode(&new.key)));
        let fields = super::query(endpoint, true);
        match net::knows_key(endpoint, &net::address(&address, &fields), &new.key)? {
            (true, Ok(answer)) => {
                if let Some(sent @ Sent::Numbered { .. }) = read::sent(&answer) {
                    return Ok(Recovered::Found(sent));
                }
            }
            (true, Err(failure)) if failure.trouble == Trouble::Absent => return Ok(Recovered::Absent),
            (_, Err(failure)) if failure.again() => return Err(failure),
            _ => {}
        }
    }
    listed(endpoint, new, since)
}

fn listed(endpoint: &Endpoint, new: &NewRequest, since: Moment) -> Result<Recovered, Failure> {
    let mark = if new.reference.is_empty() { return Ok(Recovered::Unknown) } else { &new.reference };
    for number in 1..=PAGES {
        let asked = Asked {
            services: vec![new.service.clone()],
            from: Some(since.plus_secs(-EARLIER_SECS)),
            page: number,
            page_size: PAGE,
            ..Asked::default()
        };
        let items = match page(endpoint, &asked) {
            Ok(page) => page.items,
            Err(failure) if failure.again() => return Err(failure),
            // A server that lists nothing cannot say.
            Err(_) => return Ok(Recovered::Unknown),
        };
        let requests = items.iter().filter_map(|tree| read::request(tree, &Zone::ours(), &mut Vec::new()));
        let ours = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains(mark.as_str()));
        let mut found =
            requests.filter(|request| !request.id.is_empty() && (ours(&request.description) || ours(&request.notice)));
        if let Some(request) = found.next() {
            return Ok(Recovered::Found(Sent::Numbered { id: request.id, notice: request.notice }));
        }
        if (items.len() as i64) < PAGE {
            break;
        }
    }
    Ok(Recovered::Unknown)
}
