"""Checks the exports of the catalogue in a folder: check.py SHAPES FOLDER. Prints what is wrong; exit 1 when anything is."""

import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

from pyshacl import validate
from rdflib import DCTERMS, RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import graph_diff, isomorphic, to_isomorphic

CPSV = Namespace("http://purl.org/vocab/cpsv#")
CV = Namespace("http://data.europa.eu/m8g/")
SH = Namespace("http://www.w3.org/ns/shacl#")

faults = []


def fault(text):
    faults.append(text)
    print(f"catalogue: {text}", file=sys.stderr)


def shapes_hold(shapes, graph):
    """pyshacl's verdict; every result is counted by its severity."""
    _, report, _ = validate(graph, shacl_graph=shapes, inference="none", advanced=False)
    counts = {"Violation": 0, "Warning": 0, "Info": 0}
    for result in report.subjects(RDF.type, SH.ValidationResult):
        severity = str(report.value(result, SH.resultSeverity)).rsplit("#", 1)[-1]
        counts[severity] = counts.get(severity, 0) + 1
        where, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        fault(f"shapes: {severity} at {where}, {path}: {report.value(result, SH.resultMessage)}")
    return counts


def shapes_bite(shapes, graph):
    """The shapes find what is missing: a judge that never objects is no judge."""
    seeded = Graph()
    for triple in graph:
        seeded.add(triple)
    service = next(seeded.subjects(RDF.type, CPSV.PublicService))
    seeded.remove((service, CV.hasCompetentAuthority, None))
    _, report, _ = validate(seeded, shacl_graph=shapes, inference="none")
    found = [report.value(result, SH.resultPath) for result in report.subjects(RDF.type, SH.ValidationResult)]
    if found != [CV.hasCompetentAuthority]:
        fault(f"the shapes do not find a missing authority, but {found}")


def same(turtle, linked):
    if isomorphic(turtle, linked):
        return
    _, only_turtle, only_linked = graph_diff(to_isomorphic(turtle), to_isomorphic(linked))
    for name, rest in (("Turtle", only_turtle), ("JSON-LD", only_linked)):
        for triple in list(rest)[:5]:
            fault(f"only in {name}: {triple}")
    fault("Turtle and JSON-LD do not say the same")


def whole(graph):
    """What the shapes do not ask, and we promise."""
    for service in graph.subjects(RDF.type, CPSV.PublicService):
        languages = {title.language for title in graph.objects(service, DCTERMS.title)}
        if not {"ar", "fr", "en"} <= languages:
            fault(f"{service} has its title in {sorted(map(str, languages))} only")
        wanted = ["cv:hasChannel", "cv:hasCost", "cv:isGroupedBy", "cv:thematicArea", "cv:sector", "cv:isClassifiedBy"]
        for name in [*wanted, "cpsv:follows", "dct:language", "adms:status"]:
            if not any(graph.objects(service, graph.namespace_manager.expand_curie(name))):
                fault(f"{service} has no {name}")
        for time in graph.objects(service, CV.processingTime):
            if not re.fullmatch(r"P[1-9]\d*D|PT[1-9]\d*H", str(time)) or time.datatype != XSD.duration:
                fault(f"{service} takes {time!r}")
    known = set(graph.subjects())
    for subject, name, value in graph:
        if isinstance(value, Literal) and value.ill_typed:
            fault(f"{subject} {name}: {value!r} is not of its type")
        if isinstance(value, Literal) and re.search(r"\b(requests|cases)-[a-z-]+\b", str(value)):
            fault(f"{subject} {name}: the key of a sentence, {value}")
        if isinstance(value, URIRef) and "/procedures" in value and value not in known:
            fault(f"{subject} {name}: nothing is said of {value}")


class Blocks(HTMLParser):
    """The data blocks of a page."""

    def __init__(self):
        super().__init__()
        self.inside, self.found = False, []

    def handle_starttag(self, tag, attributes):
        self.inside = tag == "script" and dict(attributes).get("type") == "application/ld+json"
        if self.inside:
            self.found.append("")

    def handle_data(self, data):
        if self.inside:
            self.found[-1] += data

    def handle_endtag(self, tag):
        self.inside = False


def of_type(value, kind):
    return isinstance(value, dict) and value.get("@type") == kind


def government_service(name, block):
    """The properties that schema.org and its readers expect, with their types."""
    wrong = lambda text: fault(f"schema.org block of {name}: {text}")
    if block.get("@context") != "https://schema.org" or not of_type(block, "GovernmentService"):
        return wrong("is not a GovernmentService of https://schema.org")
    for key in ("@id", "url", "identifier", "name", "description", "serviceType"):
        if not isinstance(block.get(key), str) or not block[key].strip():
            wrong(f"{key} is not a text")
    for key in ("@id", "url"):
        if not re.match(r"https?://[^\s<>\"]+$", block.get(key, "")):
            wrong(f"{key} is not an address")
    kinds = {"provider": "GovernmentOrganization", "serviceOperator": "GovernmentOrganization", "areaServed": "AdministrativeArea"}
    for key, kind in {**kinds, "jurisdiction": "AdministrativeArea"}.items():
        if not of_type(block.get(key), kind) or not block[key].get("name"):
            wrong(f"{key} is not a {kind} with a name")
    channels = block.get("availableChannel", [])
    if not channels or not all(of_type(channel, "ServiceChannel") for channel in channels):
        wrong("availableChannel is not a list of ServiceChannel")
    if not any(str(channel.get("serviceUrl", "")).startswith("http") for channel in channels):
        wrong("no channel has a serviceUrl")
    offers = block.get("offers", [])
    if not offers or not all(of_type(offer, "Offer") and offer.get("name") for offer in offers):
        wrong("offers is not a list of named Offer")
    for offer in offers:
        if ("price" in offer) != ("priceCurrency" in offer) or not re.fullmatch(r"\d+\.\d\d", str(offer.get("price", "0.00"))):
            wrong(f"price {offer.get('price')} {offer.get('priceCurrency')}")
    for key, kind in (("audience", "Audience"), ("serviceOutput", "GovernmentPermit")):
        if not all(of_type(one, kind) for one in block.get(key, [])):
            wrong(f"{key} is not a list of {kind}")


def blocks(folder):
    checked = 0
    for page in sorted((folder / "sheets").glob("*.html")):
        parser = Blocks()
        parser.feed(page.read_text(encoding="utf-8"))
        if len(parser.found) != 1:
            fault(f"the sheet {page.stem} has {len(parser.found)} data blocks")
            continue
        try:
            block = json.loads(parser.found[0])
        except ValueError as error:
            fault(f"the data block of {page.stem} is not JSON: {error}")
            continue
        government_service(page.stem, block)
        if not block.get("url", "").endswith(f"/procedures/{page.stem}"):
            fault(f"the data block of {page.stem} is of {block.get('url')}")
        checked += 1
    alone = folder / "schema_org.json"
    if alone.exists():
        government_service(alone.name, json.loads(alone.read_text(encoding="utf-8")))
        checked += 1
    return checked


def main():
    shapes, folder = Graph().parse(sys.argv[1], format="turtle"), Path(sys.argv[2])
    turtle = Graph().parse(folder / "procedures.ttl", format="turtle")
    linked = Graph().parse(folder / "procedures.jsonld", format="json-ld")
    services = len(set(turtle.subjects(RDF.type, CPSV.PublicService)))
    if services == 0:
        fault("no service is told")
    counts = shapes_hold(shapes, turtle)
    if services and not any(counts.values()):
        shapes_bite(shapes, turtle)
    same(turtle, linked)
    whole(turtle)
    plain = folder / "procedures.json"
    if plain.exists() and len(json.loads(plain.read_text(encoding="utf-8"))["procedures"]) != services:
        fault("procedures.json and the graph do not list the same number of services")
    checked = blocks(folder)
    told = ", ".join(f"{count} {severity.lower()}s" for severity, count in counts.items())
    print(f"catalogue: {services} services, {len(turtle)} triples; CPSV-AP 3.2.0: {told}; {checked} schema.org blocks")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
