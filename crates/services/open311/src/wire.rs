//! The two forms of an answer: XML, and its "Spark" image in JSON, where list wrappers disappear and empty is null.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::io;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Xml,
    Json,
}

/// A part of an answer. Fields keep their order; the items of a list are elements of one name in XML.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Null,
    Bool(bool),
    Whole(i64),
    Number(f64),
    Text(String),
    Fields(Vec<(&'static str, Node)>),
    List(&'static str, Vec<Node>),
}

/// A whole answer; the root has a name in XML only.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub root: &'static str,
    pub body: Node,
}

impl Node {
    pub fn text(text: impl Into<String>) -> Node {
        Node::Text(text.into())
    }

    /// Empty counts as absent.
    pub fn maybe(text: Option<impl Into<String>>) -> Node {
        text.map(Into::into).filter(|text| !text.is_empty()).map_or(Node::Null, Node::Text)
    }
}

impl Format {
    /// What the address asks for by its ending; else what the client prefers, and XML, which the standard requires.
    pub fn of(path: &str, headers: &HeaderMap) -> Format {
        let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
        match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("json") => Format::Json,
            Some("xml") => Format::Xml,
            _ if accept.contains("json") => Format::Json,
            _ => Format::Xml,
        }
    }

    pub fn respond(self, status: StatusCode, document: &Document) -> Response {
        let (kind, body) = match self {
            Format::Json => ("application/json; charset=utf-8", serde_json::to_vec(&document.body).unwrap_or_default()),
            Format::Xml => ("text/xml; charset=utf-8", xml(document).unwrap_or_default()),
        };
        let mut response = (status, [(header::CONTENT_TYPE, kind)], body).into_response();
        // Pages of other sites may read what is public here; cookies play no part at this door.
        response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        response
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Null => serializer.serialize_unit(),
            Node::Bool(yes) => serializer.serialize_bool(*yes),
            Node::Whole(number) => serializer.serialize_i64(*number),
            Node::Number(number) => serializer.serialize_f64(*number),
            Node::Text(text) => serializer.serialize_str(text),
            Node::List(_, items) => serializer.collect_seq(items),
            Node::Fields(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                fields.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
                map.end()
            }
        }
    }
}

/// The document as XML with its declaration.
pub fn xml(document: &Document) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    element(&mut writer, document.root, &document.body)?;
    Ok(writer.into_inner())
}

fn element(writer: &mut Writer<Vec<u8>>, name: &str, node: &Node) -> io::Result<()> {
    match node {
        Node::Null => empty(writer, name),
        Node::Bool(yes) => words(writer, name, if *yes { "true" } else { "false" }),
        Node::Whole(number) => words(writer, name, &number.to_string()),
        Node::Number(number) => words(writer, name, &number.to_string()),
        Node::Text(text) => words(writer, name, text),
        Node::Fields(fields) => writer
            .create_element(name)
            .write_inner_content(|writer| fields.iter().try_for_each(|(name, value)| element(writer, name, value)))
            .map(|_| ()),
        Node::List(_, items) if items.is_empty() => empty(writer, name),
        Node::List(item, items) => writer
            .create_element(name)
            .write_inner_content(|writer| items.iter().try_for_each(|value| element(writer, item, value)))
            .map(|_| ()),
    }
}

fn empty(writer: &mut Writer<Vec<u8>>, name: &str) -> io::Result<()> {
    writer.create_element(name).write_empty().map(|_| ())
}

fn words(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> io::Result<()> {
    let clean: String = text.chars().filter(|letter| allowed(*letter)).collect();
    writer.create_element(name).write_text_content(BytesText::new(&clean)).map(|_| ())
}

/// Characters that XML 1.0 knows: a control character cannot even be escaped.
fn allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Document {
        let item = Node::Fields(vec![
            ("service_code", Node::text("001")),
            ("metadata", Node::Bool(true)),
            ("lat", Node::Number(34.05)),
            ("description", Node::text("a < b & \u{1}«c»")),
            ("zipcode", Node::Null),
            ("values", Node::List("value", vec![])),
        ]);
        Document { root: "services", body: Node::List("service", vec![item]) }
    }

    #[test]
    fn one_answer_has_two_images() {
        assert_eq!(
            serde_json::to_string(&document().body).unwrap(),
            "[{\"service_code\":\"001\",\"metadata\":true,\"lat\":34.05,\"description\":\"a < b & \\u0001«c»\",\"zipcode\":null,\"values\":[]}]"
        );
        assert_eq!(
            String::from_utf8(xml(&document()).unwrap()).unwrap(),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><services><service><service_code>001</service_code><metadata>true</metadata>\
             <lat>34.05</lat><description>a &lt; b &amp; «c»</description><zipcode/><values/></service></services>"
        );
    }

    #[test]
    fn the_address_chooses_the_form_before_the_header() {
        let headers = |accept: &str| HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_str(accept).unwrap())]);
        assert_eq!(Format::of("/open311/v2/x.json", &headers("text/xml")), Format::Json);
        assert_eq!(Format::of("/open311/v2/x.xml", &headers("application/json")), Format::Xml);
        assert_eq!(Format::of("/open311/v2/x", &headers("application/json")), Format::Json);
        assert_eq!(Format::of("/open311/v2/x.csv", &headers("*/*")), Format::Xml);
    }
}
