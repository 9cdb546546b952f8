//! The catalogue in CPSV-AP 3.2.0, the European profile of public services: each procedure with its law, papers, costs and ways.

mod parts;

use super::graph::{Graph, Name, texts};
use super::{Facts, decision, duration};
use kernel::{Label, Lang};
use platform::web::encode;
use procedures::{Catalog, Group, Output, Procedure};

/// The licence of the national portal; the commune may confirm another one.
pub const LICENCE: &str = "https://opendatacommons.org/licenses/odbl/1-0/";
const CURRENCY: &str = "http://publications.europa.eu/resource/authority/currency/MAD";
/// NACE 2.1, 84.11: general public administration.
const SECTOR: &str = "http://data.europa.eu/ux2/nace2.1/8411";
/// What is offered is in force.
const STATUS: &str = "http://purl.org/adms/status/Completed";
/// Ids of `catalogue.toml`.
const CITIZEN: &str = "citizen";
const COMPANY: &str = "company";
const CONCEPT: Name = "skos:Concept";

/// Papers of the procedure itself; the answer to a refusal or to silence is no output.
pub fn is_given(output: &Output) -> bool {
    !matches!(output.template.as_str(), "refusal" | "silence")
}

/// Everything that the commune offers; what it does not offer is not told.
pub fn graph(catalog: &Catalog, facts: &Facts) -> Graph {
    let mut writer = Writer { graph: Graph::default(), catalog, facts };
    writer.dataset();
    writer.commune();
    writer.shared();
    for procedure in catalog.offered_requests() {
        writer.procedure(procedure);
    }
    writer.graph
}

struct Writer<'a> {
    graph: Graph,
    catalog: &'a Catalog,
    facts: &'a Facts,
}

impl Writer<'_> {
    fn catalogue_address(&self) -> String {
        format!("{}/procedures", self.facts.base)
    }

    fn concept(&mut self, kind: &str, id: &str, name: &Label) -> String {
        let address = self.facts.shared(kind, id);
        let scheme = self.facts.shared("scheme", kind);
        self.graph.about(&scheme).is("skos:ConceptScheme");
        let concept = self.graph.about(&address).is(CONCEPT).label("skos:prefLabel", name);
        concept.plain("skos:notation", id).points("skos:inScheme", &scheme);
        address
    }

    fn dataset(&mut self) {
        let address = self.catalogue_address();
        let (title, about) = (self.facts.say("requests-menu"), self.facts.say("requests-lead"));
        let publisher = self.facts.shared("commune", &self.facts.code);
        let services = self.catalog.offered_requests();
        let mut dataset = self.graph.about(&address).is("dcat:Dataset").is("foaf:Document");
        dataset = dataset.label("dct:title", &title).label("dct:description", &about).points("dct:license", LICENCE);
        dataset = dataset.points("dct:publisher", &publisher).points("dcat:landingPage", &address);
        for service in services {
            dataset = dataset.points("dct:hasPart", &self.facts.procedure(&service.id));
        }
    }

    fn commune(&mut self) {
        let facts = self.facts;
        let (commune, place) = (self.facts.shared("commune", &facts.code), self.facts.shared("place", &facts.code));
        let (postal, contact) = (self.facts.shared("address", &facts.code), self.facts.shared("contact", &facts.code));
        self.graph
            .about(&place)
            .is("dct:Location")
            .label("locn:geographicName", &facts.name)
            .plain("dct:identifier", &facts.code);
        let about = self.graph.about(&commune).is("cv:PublicOrganisation").is("org:Organization").is("foaf:Agent");
        let about = about.label("skos:prefLabel", &facts.name).label("dct:title", &facts.name);
        let about = about.plain("dct:identifier", &facts.code).points("dct:spatial", &place).points("foaf:homepage", &facts.base);
        if let Some(label) = &facts.address {
            about.points("locn:address", &postal);
            self.graph.about(&postal).is("locn:Address").label("locn:fullAddress", label);
        }
        self.graph.about(&facts.base).is("foaf:Document");
        if self.has_contact() {
            self.graph.about(&contact).is("cv:ContactPoint");
            for (name, value) in [("cv:telephone", &facts.phone), ("cv:email", &facts.email)] {
                if !value.is_empty() {
                    self.graph.about(&contact).plain(name, value);
                }
            }
        }
        if let Some(hours) = &facts.hours {
            self.graph.about(&self.facts.shared("hours", &facts.code)).is("time:TemporalEntity").label("dct:description", hours);
        }
    }

    fn has_contact(&self) -> bool {
        !self.facts.phone.is_empty() || !self.facts.email.is_empty()
    }

    /// What every procedure may point to: languages, currency, sector, status, events, audiences and services.
    fn shared(&mut self) {
        for lang in [Lang::Ar, Lang::Fr, Lang::En] {
            self.graph.about(language(lang).unwrap_or_default()).is("dct:LinguisticSystem").plain("skos:notation", lang.code());
        }
        self.graph.about(CURRENCY).is(CONCEPT).plain("skos:notation", "MAD");
        self.graph.about(SECTOR).is(CONCEPT).plain("skos:notation", "84.11");
        self.graph.about(STATUS).is(CONCEPT);
        let look_up = &self.catalog.look_up;
        for event in &look_up.event {
            self.event(event);
        }
        for (kind, list) in [("audience", &look_up.audience), ("service", &look_up.service)] {
            for group in list {
                self.concept(kind, &group.id, &group.name);
            }
        }
    }

    /// An event of a life when citizens may ask for something of it, of a business when companies may for all of it.
    fn event(&mut self, event: &Group) {
        let offered = self.catalog.offered_requests();
        let of_event = offered.iter().map(|one| &one.service.offered_to).filter(|to| to.events.contains(&event.id));
        let audiences: Vec<&Vec<String>> = of_event.map(|to| &to.audience).collect();
        let is_for = |audience: &Vec<String>, who: &str| audience.iter().any(|one| one == who);
        let citizens = audiences.iter().any(|audience| is_for(audience, CITIZEN));
        let companies = audiences.iter().all(|audience| is_for(audience, COMPANY));
        if audiences.is_empty() {
            return;
        }
        let address = self.facts.shared("event", &event.id);
        let mut about = self.graph.about(&address).is("cv:Event");
        if citizens || !companies {
            about = about.is("cv:LifeEvent");
        }
        if companies {
            about = about.is("cv:BusinessEvent");
        }
        about.plain("dct:identifier", &event.id).label("dct:title", &event.name);
    }

    fn procedure(&mut self, procedure: &Procedure) {
        let (facts, service) = (self.facts, &procedure.service);
        let address = facts.procedure(&procedure.id);
        let (commune, place) = (self.facts.shared("commune", &facts.code), self.facts.shared("place", &facts.code));
        let kind = self.concept("kind", procedure.kind.as_str(), &facts.say(&format!("requests-kind-{}", procedure.kind)));
        let description = procedure.hint.as_ref().unwrap_or(&procedure.title);
        let mut about = self.graph.about(&address).is("cpsv:PublicService").plain("dct:identifier", &procedure.id);
        about = about.plain("skos:notation", &procedure.code).label("dct:title", &procedure.title);
        about = about.label("dct:description", description).points("cv:hasCompetentAuthority", &commune);
        about = about.points("dct:spatial", &place).points("cv:sector", SECTOR).points("adms:status", STATUS);
        about = about.points("cv:isClassifiedBy", &kind).points("dct:isPartOf", &format!("{}/procedures", facts.base));
        for (words, lang) in
            [(&procedure.keywords.ar, Lang::Ar), (&procedure.keywords.fr, Lang::Fr), (&procedure.keywords.en, Lang::En)]
        {
            for word in words.iter().filter(|word| !word.is_empty()) {
                about = about.text("dcat:keyword", word, lang);
            }
        }
        for (_, lang) in texts(&procedure.title) {
            if let Some(language) = language(lang) {
                about = about.points("dct:language", language);
            }
        }
        if let Some(clock) = decision(procedure) {
            about.typed("cv:processingTime", &duration(clock), "xsd:duration");
        }
        self.groups(procedure, &address);
        self.laws(procedure, &address);
        self.rules(procedure, &address);
        self.requirements(procedure, &address);
        for piece in &service.pieces {
            self.piece(procedure, piece, &address);
        }
        for output in service.outputs.iter().filter(|output| is_given(output)) {
            let part = part(&address, "output", &output.id);
            let about = self.graph.about(&part).is("cv:Output").plain("dct:identifier", &name(procedure, "output", &output.id));
            about.label("dct:title", &output.title);
            self.graph.about(&address).points("cpsv:produces", &part);
        }
        self.costs(procedure, &address);
        self.channels(procedure, &address);
        self.people(procedure, &address);
    }

    fn groups(&mut self, procedure: &Procedure, address: &str) {
        let (to, look_up) = (&procedure.service.offered_to, &self.catalog.look_up);
        let known = |list: &[Group], id: &String| list.iter().any(|group| group.id == *id);
        for (kind, name, list, ids) in [
            ("event", "cv:isGroupedBy", &look_up.event, &to.events[..]),
            ("audience", "dct:audience", &look_up.audience, &to.audience[..]),
            ("service", "cv:thematicArea", &look_up.service, std::slice::from_ref(&to.service)),
        ] {
            for id in ids.iter().filter(|id| known(list, id)) {
                let group = self.facts.shared(kind, id);
                self.graph.about(address).points(name, &group);
            }
        }
    }
}

/// The address of a part of a procedure, on its page.
fn part(address: &str, kind: &str, id: &str) -> String {
    format!("{address}#{kind}-{}", encode(id))
}

/// The name of a part, unambiguous within the commune.
fn name(procedure: &Procedure, kind: &str, id: &str) -> String {
    format!("{}/{kind}/{id}", procedure.id)
}

/// The European code of a language. Tamazight has none that we could verify.
fn language(lang: Lang) -> Option<&'static str> {
    match lang {
        Lang::Ar => Some("http://publications.europa.eu/resource/authority/language/ARA"),
        Lang::Fr => Some("http://publications.europa.eu/resource/authority/language/FRA"),
        Lang::En => Some("http://publications.europa.eu/resource/authority/language/ENG"),
        Lang::Zgh => None,
    }
}
