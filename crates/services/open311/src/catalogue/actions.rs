//! Catalogues out and in.

use super::proposal;
use super::store::{self, Proposed};
use crate::services;
use georeport::{Definition, Service, Tree};
use kernel::{Lang, Refusal};
use platform::{Result, Tx, json};

/// The most services of one catalogue.
const MOST: usize = 2_000;

/// What this commune offers to programs, in one language.
pub fn ours(tx: &mut Tx, lang: Lang) -> Result<(Vec<Service>, Vec<Definition>)> {
    let catalog = procedures::catalog(tx)?;
    let yes_no = [platform::text(tx, lang, "open311-yes", &[])?, platform::text(tx, lang, "open311-no", &[])?];
    let all = services::services(&catalog, lang);
    let asked = all.iter().filter(|service| service.metadata).filter_map(|service| catalog.find(&service.code));
    let definitions = asked.map(|procedure| services::asks(procedure, lang, &yes_no)).collect();
    Ok((all, definitions))
}

/// The catalogue in a document of ours, or the list of services alone in one of the standard.
pub fn read(tree: &Tree) -> (Vec<Service>, Vec<Definition>) {
    let list = tree.part("services").filter(|_| tree.part("definitions").is_some()).unwrap_or(tree);
    let definitions = tree.part("definitions").map(|list| list.items("service_definition")).unwrap_or_default();
    (georeport::read_services(list), definitions.into_iter().filter_map(georeport::read_definition).collect())
}

/// Keeps the catalogue of another system as it is now, each service with the text of a category. Nothing is offered: a
/// person reads the text, completes it and puts it among the categories. Gives their number.
pub fn propose(tx: &mut Tx, source: &str, services: &[Service], definitions: &[Definition]) -> Result<usize> {
    if services.len() > MOST {
        return Err(Refusal::new("open311-catalogue-large").with("most", MOST).into());
    }
    store::clear(tx, source)?;
    let catalog = procedures::catalog(tx)?;
    for (place, service) in services.iter().enumerate() {
        let definition = definitions.iter().find(|one| one.service == service.code).cloned();
        let body = proposal::category(&catalog, service, definition.as_ref()).map_err(platform::Problem::internal)?;
        let one = Proposed { source: source.to_owned(), service: service.clone(), definition, body };
        store::put(tx, &one, place as i64)?;
    }
    tx.record("open311.catalogue_proposed", source, &json::json!({ "services": services.len() }))?;
    Ok(services.len())
}

/// What was proposed from one system, or from all.
pub fn proposed(tx: &mut Tx, source: Option<&str>) -> Result<Vec<Proposed>> {
    store::of(tx, source)
}
