//! What the first page weighs on the wire, with every style, script and picture that it names.

use crate::load::Connection;
use platform::{Problem, Result};
use std::collections::BTreeSet;
use std::net::SocketAddr;

const PAGE: &str = "/fr";
const PACKED: &str = "Accept-Encoding: gzip\r\n";

pub async fn first_page(host: SocketAddr) -> Result<usize> {
    let mut connection = Connection::open(host).await?;
    let page = connection.get(PAGE, PACKED).await?;
    let plain = connection.page(PAGE).await?;
    let mut bytes = page.bytes;
    for path in named(&plain) {
        let reply = connection.get(&path, PACKED).await?;
        if reply.status != 200 {
            return Err(Problem::internal(format!("{path} is answered with {}", reply.status)));
        }
        bytes += reply.bytes;
    }
    Ok(bytes)
}

/// Addresses that a browser fetches by itself to show the page.
fn named(html: &str) -> BTreeSet<String> {
    let tags = html.split('<').filter(|tag| ["link ", "script ", "img "].iter().any(|kind| tag.starts_with(kind)));
    let addresses = tags.flat_map(|tag| tag.split(['"', '\'']).filter(|text| text.starts_with('/') && !text.contains(' ')));
    addresses
        .filter(|path| path.starts_with("/assets/") || path.starts_with("/theme") || path.starts_with("/emblem"))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_scripts_and_pictures_count_and_links_do_not() {
        let html = "<link rel=\"stylesheet\" href=\"/assets/1/site.css\"><a href=\"/fr/report\">x</a><script type=\"module\" src=\"/assets/2/site.js\"></script>";
        assert_eq!(named(html).into_iter().collect::<Vec<_>>(), ["/assets/1/site.css", "/assets/2/site.js"]);
    }
}
