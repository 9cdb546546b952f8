//! The way out to a provider: no redirects, little time, small answers, and nothing inside our own network.

use crate::model::Reason;
use crate::rules;
use georeport::{Guarded, Reach};
use platform::Json;
use std::time::Duration;
use ureq::unversioned::transport::DefaultConnector;

const PATIENCE: Duration = Duration::from_secs(5);
const MOST_BYTES: u64 = 256_000;

/// Who is outside: in the demonstration this very machine too.
#[derive(Debug, Clone, Copy)]
pub struct Outside {
    pub demo: bool,
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
        let reach = if self.demo { Reach::Near } else { Reach::Outside };
        ureq::Agent::with_parts(config, DefaultConnector::default(), Guarded(reach))
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
