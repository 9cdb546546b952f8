//! Parts of one procedure: its laws, rules, papers, costs, ways and the people of it.

use super::{CURRENCY, Writer, name, part};
use crate::exports::graph::texts;
use crate::exports::{cost, decision};
use kernel::{Label, Lang, Money, format};
use procedures::{Basis, Clock, Fee, Piece, PieceFrom, Procedure, Silence, Tariff};

impl Writer<'_> {
    /// Plausible, not verified: the commune has to confirm it, and programs are told.
    fn unsure(&mut self, part: &str, confirm: bool) {
        if confirm {
            self.graph.about(part).label("skos:note", &self.facts.say("requests-to-confirm"));
        }
    }

    pub(super) fn laws(&mut self, procedure: &Procedure, address: &str) {
        for Basis { law, article, title, confirm } in &procedure.service.basis {
            let part = part(address, "law", law);
            let about = self.graph.about(&part).is("eli:LegalResource").plain("dct:identifier", law).label("dct:title", title);
            if let Some(article) = article {
                let word = if article.starts_with(|c: char| c.is_ascii_digit()) { "art. " } else { "" };
                about.plain("dct:bibliographicCitation", &format!("{law}, {word}{article}"));
            }
            self.graph.about(address).points("cv:hasLegalResource", &part);
            self.unsure(&part, *confirm);
        }
    }

    fn rule(&mut self, procedure: &Procedure, address: &str, id: &str, title: &Label, description: &Label) -> String {
        let part = part(address, "rule", id);
        let about = self.graph.about(&part).is("cpsv:Rule").plain("dct:identifier", &name(procedure, "rule", id));
        about.label("dct:title", title).label("dct:description", description);
        self.graph.about(address).points("cpsv:follows", &part);
        part
    }

    /// The delay and who promised it, what silence means, and what one can do against a refusal (law 55-19, art. 16, 19, 21).
    pub(super) fn rules(&mut self, procedure: &Procedure, address: &str) {
        let facts = self.facts;
        if let Some(clock @ Clock { source, .. }) = decision(procedure) {
            let text = joined(&[&facts.span(clock), &source.text], ". ");
            let rule = self.rule(procedure, address, "delay", &facts.say("requests-delay"), &text);
            if let Some(law) = &source.law {
                let resource = part(address, "law", law);
                self.graph.about(&resource).is("eli:LegalResource").plain("dct:identifier", law);
                self.graph.about(&rule).points("cpsv:implements", &resource);
            }
            self.unsure(&rule, source.confirm);
        }
        let silence =
            if procedure.service.silence == Silence::Acceptance { "requests-silence-yes" } else { "requests-silence-no" };
        self.rule(procedure, address, "silence", &facts.say("requests-silence"), &facts.say(silence));
        let remedies = if procedure.action("appeal").is_some() {
            joined(&[&facts.say("requests-appeal-president"), &facts.say("requests-appeal-governor")], " ")
        } else {
            facts.say("requests-appeal-none")
        };
        self.rule(procedure, address, "remedies", &facts.say("requests-remedies"), &remedies);
    }

    /// Who may ask, and how sure the commune must be of it.
    pub(super) fn requirements(&mut self, procedure: &Procedure, address: &str) {
        let level = self.facts.say(&format!("requests-level-{}", procedure.service.level));
        for (id, title) in [("who", &procedure.service.who), ("identity", &level)] {
            if texts(title).next().is_none() {
                continue;
            }
            let part = part(address, "requirement", id);
            let about = self.graph.about(&part).is("cv:Requirement").label("dct:title", title);
            about.plain("dct:identifier", &name(procedure, "requirement", id));
            self.graph.about(address).points("cv:holdsRequirement", &part);
        }
    }

    pub(super) fn piece(&mut self, procedure: &Procedure, piece: &Piece, address: &str) {
        let Some(label) = &piece.label else { return };
        let facts = self.facts;
        let from =
            if piece.from == PieceFrom::Body { "requests-fetched-bodies" } else { &format!("requests-from-{}", piece.from) };
        let concept = self.concept("from", piece.from.as_str(), &facts.say(from));
        let kind = self.facts.shared("evidence", &piece.kind);
        self.graph.about(&kind).is("cv:EvidenceType").plain("dct:identifier", &piece.kind);
        let part = part(address, "piece", &piece.id);
        let mut about = self.graph.about(&part).is("cv:Evidence").plain("dct:identifier", &name(procedure, "piece", &piece.id));
        about = about.label("dct:title", label).points("dct:type", &concept).points("dct:conformsTo", &kind);
        if let Some(body) = &piece.body {
            about = about.label("skos:scopeNote", body);
        }
        if let Some(hint) = &piece.hint {
            about = about.label("dct:description", hint);
        }
        if piece.condition.is_some() {
            about.label("skos:note", &facts.say("requests-if-needed"));
        } else if !piece.required {
            about.label("skos:note", &facts.say("requests-piece-optional"));
        }
        self.graph.about(address).points("cpsv:hasInput", &part).points("cv:hasInputType", &kind);
    }

    pub(super) fn costs(&mut self, procedure: &Procedure, address: &str) {
        for fee in &procedure.service.fees {
            let price = cost::price(self.catalog, fee);
            let description = self.told(fee, price.is_some());
            let part = self.cost(procedure, address, &fee.id, price, &description);
            self.graph.about(&part).label("skos:note", &self.facts.say(&format!("requests-due-{}", fee.due)));
            if fee.condition.is_some() {
                self.graph.about(&part).label("skos:note", &self.facts.say("requests-if-needed"));
            }
            self.unsure(&part, cost::tariffs(self.catalog, fee).iter().any(|tariff| tariff.source.confirm));
        }
        if procedure.service.fees.is_empty() {
            self.cost(procedure, address, "none", Some(0), &self.facts.say("requests-no-fees"));
        }
    }

    fn cost(&mut self, procedure: &Procedure, address: &str, id: &str, price: Option<i64>, description: &Label) -> String {
        let (part, commune) = (part(address, "cost", id), self.facts.shared("commune", &self.facts.code));
        let about = self.graph.about(&part).is("cv:Cost").plain("dct:identifier", &name(procedure, "cost", id));
        let about =
            about.label("dct:description", description).points("cv:currency", CURRENCY).points("cv:isDefinedBy", &commune);
        if let Some(price) = price {
            about.typed("cv:hasValue", &cost::dirhams(price), "xsd:double");
        }
        self.graph.about(address).points("cv:hasCost", &part);
        part
    }

    /// A fee in words: what it is for, and when it follows from answers, the tariffs that it is computed with.
    fn told(&self, fee: &Fee, is_fixed: bool) -> Label {
        if is_fixed {
            return fee.label.clone();
        }
        let computed = self.facts.say("requests-fee-computed");
        let rates: Vec<Label> = cost::tariffs(self.catalog, fee).into_iter().map(rate).collect();
        let parts: Vec<&Label> = [&fee.label, &computed].into_iter().chain(&rates).collect();
        joined(&parts, " · ")
    }

    pub(super) fn channels(&mut self, procedure: &Procedure, address: &str) {
        let facts = self.facts;
        let (commune, hours) = (self.facts.shared("commune", &facts.code), self.facts.shared("hours", &facts.code));
        let start = format!("{address}/start");
        for (id, key) in [("online", "cases-channel-web"), ("counter", "requests-channel-counter")] {
            let kind = self.concept("channel", id, &facts.say(key));
            let part = part(address, "channel", id);
            let mut about = self.graph.about(&part).is("cv:Channel").plain("dct:identifier", &name(procedure, "channel", id));
            about = about.points("dct:type", &kind).points("cv:ownedBy", &commune);
            if id == "online" {
                about.points("foaf:page", &start);
                self.graph.about(&start).is("foaf:Document");
            } else if facts.hours.is_some() {
                about.points("cv:openingHours", &hours);
            }
            self.graph.about(address).points("cv:hasChannel", &part);
        }
        if self.has_contact() {
            let contact = self.facts.shared("contact", &facts.code);
            self.graph.about(address).points("cv:contactPoint", &contact);
        }
    }

    /// Who decides, and who is asked for an opinion.
    pub(super) fn people(&mut self, procedure: &Procedure, address: &str) {
        let service = &procedure.service;
        let decides = self.concept("role", "decides", &self.facts.say("requests-issuer"));
        let advises = self.concept("role", "advises", &self.facts.say("requests-opinions"));
        let opinions = service.opinions.iter().map(|opinion| (opinion.id.as_str(), &opinion.title, &advises));
        for (id, title, role) in std::iter::once(("issuer", &service.issuer, &decides)).chain(opinions) {
            if texts(title).next().is_none() {
                continue;
            }
            let (agent, part) = (part(address, "agent", id), part(address, "participation", id));
            let about = self.graph.about(&agent).is("foaf:Agent").plain("dct:identifier", &name(procedure, "agent", id));
            about.label("dct:title", title);
            let about = self.graph.about(&part).is("cv:Participation").label("dct:description", title);
            let about = about.plain("dct:identifier", &name(procedure, "participation", id));
            about.points("cv:role", role).points("cv:hasParticipant", &agent);
            self.graph.about(address).points("cv:hasParticipation", &part);
        }
    }
}

/// A tariff with its amount, as people read it.
fn rate(tariff: &Tariff) -> Label {
    let told = |lang: Lang| {
        let amount =
            if cost::is_percent(tariff) { format!("{} %", tariff.amount) } else { format::money(Money(tariff.amount), lang) };
        format!("{}: {amount}", tariff.name.text(lang))
    };
    Label { ar: told(Lang::Ar), fr: told(Lang::Fr), zgh: None, en: tariff.name.en.is_some().then(|| told(Lang::En)) }
}

/// Texts one after the other, in the languages that all of them have.
fn joined(parts: &[&Label], between: &str) -> Label {
    let text = |lang: Lang| {
        let own: Vec<&str> =
            parts.iter().flat_map(|part| texts(part).find(|(_, of)| *of == lang)).map(|(text, _)| text).collect();
        (own.len() == parts.len()).then(|| own.join(between))
    };
    Label {
        ar: text(Lang::Ar).unwrap_or_default(),
        fr: text(Lang::Fr).unwrap_or_default(),
        zgh: text(Lang::Zgh),
        en: text(Lang::En),
    }
}
