//! Addresses: which commune and which language a request means, before any route is looked up.

use crate::communes::{Commune, Communes};
use axum::http::Uri;
use kernel::Lang;
use std::sync::Arc;

/// What the front of an address said.
#[derive(Debug, Clone)]
pub struct Address {
    /// The host that the request names, without a port: the visitor's word.
    pub host: String,
    pub commune: Arc<Commune>,
    /// The language that stands in the address, if one does.
    pub lang: Option<Lang>,
    /// `/c/{slug}` when the path named the commune, else empty.
    pub bare_prefix: String,
    /// Path without commune, language and trailing slash; starts with `/`.
    pub path: String,
    pub query: Option<String>,
}

impl Address {
    /// Reads host and path. `None` when `/c/{slug}` names no commune.
    pub fn read(host: &str, uri: &Uri, communes: &Communes, home: &str) -> Option<Address> {
        let host = host.rsplit_once(':').map_or(host, |(name, _)| name).to_ascii_lowercase();
        let mut path = uri.path();
        let (commune, bare_prefix) = if let Some(rest) = path.strip_prefix("/c/") {
            let (slug, tail) = rest.split_once('/').unwrap_or((rest, ""));
            let commune = communes.by_slug_or_code(slug)?;
            path = &path[path.len() - tail.len()..];
            let prefix = format!("/c/{}", commune.slug);
            (commune, prefix)
        } else {
            (communes.by_host(&host).or_else(|| communes.by_code(home))?, String::new())
        };
        let path = path.trim_start_matches('/');
        let (first, tail) = path.split_once('/').unwrap_or((path, ""));
        let lang = Lang::parse(first);
        let path = if lang.is_some() { tail } else { path };
        let path = format!("/{}", path.trim_end_matches('/'));
        Some(Address { host, commune, lang, bare_prefix, path, query: uri.query().map(str::to_owned) })
    }

    /// The address as routes see it.
    pub fn uri(&self) -> Option<Uri> {
        match &self.query {
            Some(query) => format!("{}?{query}", self.path).parse().ok(),
            None => self.path.parse().ok(),
        }
    }

    /// The same page in a language.
    pub fn in_language(&self, lang: Lang) -> String {
        let tail = if self.path == "/" { "" } else { &self.path };
        let query = self.query.as_ref().map_or(String::new(), |query| format!("?{query}"));
        format!("{}/{}{tail}{query}", self.bare_prefix, lang.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::communes::tests::two_communes;

    fn read(host: &str, uri: &str) -> Option<(String, Option<Lang>, String, String)> {
        let address = Address::read(host, &uri.parse().unwrap(), &two_communes(), "04.441.01.0")?;
        Some((address.commune.slug.clone(), address.lang, address.bare_prefix, address.path))
    }

    #[test]
    fn host_then_path_then_home_choose_the_commune() {
        assert_eq!(
            read("rabat.test:8080", "/ar/reports").unwrap(),
            ("rabat".into(), Some(Lang::Ar), "".into(), "/reports".into())
        );
        assert_eq!(read("x", "/c/rabat/fr/").unwrap(), ("rabat".into(), Some(Lang::Fr), "/c/rabat".into(), "/".into()));
        assert_eq!(read("x", "/c/rabat").unwrap().3, "/");
        assert_eq!(
            read("x", "/open311/v2/requests.json/").unwrap(),
            ("sale".into(), None, "".into(), "/open311/v2/requests.json".into())
        );
        assert_eq!(read("x", "/c/atlantis/ar"), None);
    }

    #[test]
    fn the_language_switch_keeps_the_page() {
        let address =
            Address::read("x", &"/c/rabat/ar/cases/SAL?tab=1".parse().unwrap(), &two_communes(), "04.441.01.0").unwrap();
        assert_eq!(address.in_language(Lang::Fr), "/c/rabat/fr/cases/SAL?tab=1");
    }
}
