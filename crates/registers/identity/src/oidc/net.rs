//! The way out to a provider: no redirects, little time, small answers, and nothing inside our own network.

use crate::model::Reason;
use crate::rules;
use platform::Json;
use std::time::Duration;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

const PATIENCE: Duration = Duration::from_secs(5);
const MOST_BYTES: u64 = 256_000;

/// Who is outside: in the demonstration this very machine too.
#[derive(Debug, Clone, Copy)]
pub struct Outside {
    pub demo: bool,
}

/// Looks at the addresses that are really connected to: a name that points inside is no way round.
#[derive(Debug)]
struct Guarded {
    demo: bool,
}

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        let mut reachable = self.empty();
        for address in found.iter().filter(|address| rules::may_reach(address.ip(), self.demo)) {
            reachable.push(*address);
        }
        if reachable.is_empty() { Err(ureq::Error::HostNotFound) } else { Ok(reachable) }
    }
}

impl Outside {
    fn agent(self) -> ureq::Agent {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .build();
        ureq::Agent::with_parts(config, DefaultConnector::default(), Guarded { demo: self.demo })
    }

    /// The JSON behind an address.
    pub fn get(self, address: &str, bearer: Option<&str>) -> Result<(u16, Json), Reason> {
        let mut request = self.agent().get(self.fit(address)?).header("accept", "application/json");
        if let Some(token) = bearer {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        read(request.call())
    }

    /// The JSON that answers a form.
    pub fn post(self, address: &str, form: &[(&str, &str)], authorization: Option<&str>) -> Result<(u16, Json), Reason> {
        let mut request = self.agent().post(self.fit(address)?).header("accept", "application/json");
        if let Some(value) = authorization {
            request = request.header("authorization", value);
        }
        read(request.send_form(form.iter().copied()))
    }

    fn fit(self, address: &str) -> Result<&str, Reason> {
        if rules::is_fit_address(address, self.demo) { Ok(address) } else { Err(Reason::Discovery) }
    }
}

fn read(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<(u16, Json), Reason> {
    let mut response = answer.map_err(|_| Reason::Down)?;
    let status = response.status().as_u16();
    if status >= 500 {
        return Err(Reason::Down);
    }
    let text = response.body_mut().with_config().limit(MOST_BYTES).read_to_string().map_err(|_| Reason::Down)?;
    Ok((status, platform::json::from_str(&text).unwrap_or(Json::Null)))
}
