//! Which addresses may be called: nothing inside our own network, by whatever name.

use kernel::words;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

words! {
    /// Where a server may stand.
    #[derive(Default)]
    pub enum Reach {
        /// Anywhere but in private networks and on this machine, by HTTPS alone.
        #[default]
        Outside = "outside",
        /// On this very machine too, without TLS: tests and the demonstration.
        Near = "near",
    }
}

impl Reach {
    /// What the keeper of this machine allows.
    pub fn of(config: &platform::Config) -> Reach {
        if config.demo { Reach::Near } else { Reach::Outside }
    }

    /// Whether a connection to this address may be made.
    pub fn covers(self, address: IpAddr) -> bool {
        match address {
            IpAddr::V4(v4) => {
                let [a, b, c, _] = v4.octets();
                let inside = v4.is_private() || v4.is_link_local() || v4.is_broadcast() || v4.is_multicast();
                let shared = a == 100 && (64..128).contains(&b) || (a, b, c) == (192, 0, 0) || a == 198 && (b == 18 || b == 19);
                if v4.is_loopback() { self == Reach::Near } else { !inside && !shared && a != 0 && a < 240 }
            }
            IpAddr::V6(v6) => match embedded(v6) {
                Some(v4) => self.covers(IpAddr::V4(v4)),
                None if v6.is_loopback() => self == Reach::Near,
                // Site-local addresses of old, and gateways for one network alone.
                None if v6.segments()[0] & 0xffc0 == 0xfec0 || v6.segments()[..3] == [0x64, 0xff9b, 1] => false,
                None => !v6.is_unique_local() && !v6.is_unicast_link_local() && !v6.is_multicast() && !v6.is_unspecified(),
            },
        }
    }

    /// Whether the address says by itself that it leads inside. A name may still do so: the call finds out.
    pub fn is_inside(self, url: &str) -> bool {
        let Some(host) = url.parse::<Uri>().ok().and_then(|uri| uri.host().map(str::to_ascii_lowercase)) else { return false };
        let host = host.trim_start_matches('[').trim_end_matches(']').trim_end_matches('.');
        if let Ok(address) = host.parse::<IpAddr>() {
            return !self.covers(address);
        }
        // `2130706433`, `0x7f.1` and `127.1` are addresses too, whoever reads them.
        let last = host.rsplit('.').next().unwrap_or("");
        let number = last.starts_with(|first: char| first.is_ascii_digit());
        let own = ["localhost", "local", "internal", "lan", "home", "intranet"].contains(&last) || !host.contains('.');
        self == Reach::Outside && (number || own)
    }

    /// Whether the text is an address of a server that may be tried: no user, no fragment.
    pub fn fits(self, url: &str) -> bool {
        let Ok(uri) = url.parse::<Uri>() else { return false };
        let Some(authority) = uri.authority() else { return false };
        let scheme = uri.scheme_str().unwrap_or("");
        let fit = scheme == "https" || scheme == "http" && self == Reach::Near;
        fit && !authority.as_str().contains('@') && !authority.host().is_empty() && !url.contains('#')
    }
}

/// The older address that a newer one stands for: mapped, compatible, translated by a gateway, or carried over the older net.
fn embedded(v6: Ipv6Addr) -> Option<Ipv4Addr> {
    let [.., a, b, c, d] = v6.octets();
    let [_, second, third, ..] = v6.segments();
    let bytes = |segment: u16| segment.to_be_bytes();
    let last = Ipv4Addr::new(a, b, c, d);
    match v6.segments()[..6] {
        [0, 0, 0, 0, 0, 0xffff] | [0x64, 0xff9b, 0, 0, 0, 0] => Some(last),
        [0, 0, 0, 0, 0, 0] if u32::from(last) > 1 => Some(last),
        [0x2002, ..] => {
            let ([a, b], [c, d]) = (bytes(second), bytes(third));
            Some(Ipv4Addr::new(a, b, c, d))
        }
        _ => None,
    }
}

/// What [`Guarded`] tells when every address of a name lies inside.
#[derive(Debug)]
pub struct LeadsInside;

impl std::fmt::Display for LeadsInside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an address inside the network")
    }
}

impl std::error::Error for LeadsInside {}

/// Looks at the addresses that are really connected to: a name that points inside is no way round.
#[derive(Debug)]
pub struct Guarded(pub Reach);

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        let mut reachable = self.empty();
        for address in found.iter().filter(|address| self.0.covers(address.ip())) {
            reachable.push(*address);
        }
        if reachable.is_empty() { Err(ureq::Error::Other(Box::new(LeadsInside))) } else { Ok(reachable) }
    }
}
