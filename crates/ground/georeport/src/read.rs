//! Trees as the nouns of the standard. What cannot be read is absent there and stays among the raw values.

use crate::dates::{self, Zone};
use crate::model::{Attribute, Choice, Definition, Request, Sent, Service, Status, Update};
use crate::repairs::{Repair, RepairKind};
use crate::tree::{Tree, note_repeats};
use kernel::{Moment, Point};

/// Names of the standard, each with those that other programs write for it. All in small letters with `_`.
const NAMES: &[(&str, &[&str])] = &[
    ("service_request_id", &["servicerequestid", "request_id", "service_request_number", "sr_number", "id"]),
    ("status", &["state"]),
    ("status_notes", &["status_note", "resolution"]),
    ("service_code", &["category_code"]),
    ("service_name", &["category", "service", "type"]),
    ("description", &["details"]),
    ("agency_responsible", &["agency"]),
    ("service_notice", &[]),
    ("requested_datetime", &["requested_date", "created_at", "created_datetime", "created_date", "open_dt"]),
    ("updated_datetime", &["updated_date", "updated_at", "closed_datetime", "closed_date", "closed_dt"]),
    ("expected_datetime", &["expected_date", "due_date"]),
    ("address", &["address_string", "location_address"]),
    ("address_id", &[]),
    ("zipcode", &["zip_code", "zip", "postal_code"]),
    ("lat", &["latitude", "y_lat"]),
    ("long", &["lon", "lng", "longitude"]),
    ("media_url", &["media", "photo_url", "image_url"]),
];

/// Words that exports write where nothing is meant.
const NOTHING: [&str; 7] = ["null", "(null)", "<null>", "nan", "undefined", "\\n", "nil"];

/// One value of a thing, under its name of the standard.
struct Values<'a, 'b> {
    fields: &'a [(String, Tree)],
    repairs: &'b mut Vec<Repair>,
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-', '.'], "_")
}

impl Values<'_, '_> {
    /// The last that says something under this name, else under one that others write for it.
    fn get(&mut self, name: &str) -> Option<String> {
        let others = NAMES.iter().find(|(known, _)| *known == name).map_or(&[] as &[&str], |(_, others)| others);
        let written = std::iter::once(&name).chain(others).find_map(|wanted| {
            let mut found = self.fields.iter().rev().filter(|(known, _)| plain(known) == **wanted);
            found.find_map(|(known, tree)| Some((known, tree.text()?.to_owned())))
        });
        let (known, text) = written?;
        if known != name {
            self.repairs.push(Repair::new(RepairKind::Name, name, known));
        }
        if NOTHING.contains(&text.to_lowercase().as_str()) {
            self.repairs.push(Repair::new(RepairKind::Null, name, &text));
            return None;
        }
        Some(text)
    }

    fn moment(&mut self, name: &str, zone: &Zone) -> Option<Moment> {
        let text = self.get(name)?;
        let Some(read) = dates::moment(&text, zone, false) else {
            self.repairs.push(Repair::new(RepairKind::Date, name, &text));
            return None;
        };
        if read.naive {
            self.repairs.push(Repair::new(RepairKind::Naive, name, &text));
        }
        if read.doubtful {
            self.repairs.push(Repair::new(RepairKind::Order, name, &text));
        }
        Some(read.at)
    }

    fn point(&mut self) -> Option<Point> {
        let (lat, long) = (self.get("lat"), self.get("long"));
        let (lat, long) = match (lat, long) {
            (None, None) => return None,
            (lat, long) => (lat.unwrap_or_default(), long.unwrap_or_default()),
        };
        let was = format!("{lat}, {long}");
        let point = Point::parse(&lat, &long);
        let kind = match point {
            None => RepairKind::Point,
            // The middle of the gulf of Guinea is where a missing place is written.
            Some(point) if point.lat().abs() < 0.01 && point.lon().abs() < 0.01 => RepairKind::Zero,
            Some(point) => return Some(point),
        };
        self.repairs.push(Repair::new(kind, "lat", &was));
        None
    }

    fn status(&mut self) -> Option<Status> {
        let text = self.get("status")?;
        let (status, exact) = status(&text);
        if !exact {
            self.repairs.push(Repair::new(RepairKind::Status, "status", &text));
        }
        status
    }
}

/// A status, and whether it was written as the standard wants it.
fn status(text: &str) -> (Option<Status>, bool) {
    let word = text.to_lowercase();
    if let Some(status) = Status::parse(&word) {
        return (Some(status), true);
    }
    const ENDED: [&str; 10] = ["clos", "complet", "resolv", "fixed", "done", "archiv", "cancel", "duplicate", "clotur", "clôtur"];
    const RUNS: [&str; 9] = ["open", "new", "submit", "acknowledg", "progress", "investigat", "schedul", "pending", "referr"];
    let has = |words: &[&str]| words.iter().any(|part| word.contains(part));
    let reopened = word.contains("reopen");
    let found = if has(&ENDED) && !reopened {
        Some(Status::Closed)
    } else if has(&RUNS) {
        Some(Status::Open)
    } else {
        None
    };
    (found, false)
}

/// A request. Nothing when it is no thing with fields.
pub fn request(tree: &Tree, zone: &Zone, repairs: &mut Vec<Repair>) -> Option<Request> {
    let Tree::Fields(fields) = tree else { return None };
    note_repeats(fields, repairs);
    let raw = fields.iter().map(|(name, tree)| (name.clone(), tree.line())).filter(|(_, value)| !value.is_empty()).collect();
    let mut values = Values { fields, repairs };
    Some(Request {
        id: values.get("service_request_id").unwrap_or_default(),
        status: values.status(),
        status_notes: values.get("status_notes"),
        service_code: values.get("service_code"),
        service_name: values.get("service_name"),
        description: values.get("description"),
        agency: values.get("agency_responsible"),
        notice: values.get("service_notice"),
        requested: values.moment("requested_datetime", zone),
        updated: values.moment("updated_datetime", zone),
        expected: values.moment("expected_datetime", zone),
        address: values.get("address"),
        address_id: values.get("address_id"),
        zipcode: values.get("zipcode"),
        point: values.point(),
        media_url: values.get("media_url"),
        raw,
    })
}

fn yes(text: Option<String>) -> bool {
    text.is_some_and(|text| matches!(text.to_lowercase().as_str(), "true" | "1" | "yes"))
}

/// The services of a catalogue. One without a code is none.
pub fn services(tree: &Tree) -> Vec<Service> {
    tree.items("service").into_iter().filter_map(service).collect()
}

fn service(tree: &Tree) -> Option<Service> {
    let words = tree.said("keywords").unwrap_or_default();
    let groups = tree.part("groups").map(|groups| groups.items("group")).unwrap_or_default();
    let name = tree.said("service_name");
    let code = tree.said("service_code")?;
    Some(Service {
        name: name.unwrap_or_else(|| code.clone()),
        code,
        description: tree.said("description"),
        metadata: yes(tree.said("metadata")),
        kind: tree.said("type").unwrap_or_else(|| "realtime".into()),
        keywords: words.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect(),
        group: tree.said("group"),
        groups: groups.into_iter().filter_map(|group| group.text().map(str::to_owned)).collect(),
    })
}

/// What a service asks. Nothing when no code is told; questions stand in their order.
pub fn definition(tree: &Tree) -> Option<Definition> {
    let tree = tree.part("service_definition").unwrap_or(tree);
    let tree = if let Tree::List(items) = tree { items.first()? } else { tree };
    let attributes = tree.part("attributes").map(|list| list.items("attribute")).unwrap_or_default();
    let mut attributes: Vec<Attribute> = attributes.into_iter().filter_map(attribute).collect();
    attributes.sort_by_key(|attribute| attribute.order);
    Some(Definition { service: tree.said("service_code")?, attributes })
}

fn attribute(tree: &Tree) -> Option<Attribute> {
    let values = tree.part("values").map(|values| values.items("value")).unwrap_or_default();
    let choice = |tree: &Tree| {
        let key = tree.said("key")?;
        Some(Choice { name: tree.said("name").unwrap_or_else(|| key.clone()), key })
    };
    Some(Attribute {
        variable: tree.said("variable").is_none_or(|text| text.to_lowercase() != "false"),
        code: tree.said("code")?,
        datatype: tree.said("datatype").map_or_else(|| "string".into(), |text| text.to_lowercase()),
        required: yes(tree.said("required")),
        hint: tree.said("datatype_description"),
        order: tree.said("order").and_then(|text| text.parse().ok()).unwrap_or(0),
        description: tree.said("description").unwrap_or_default(),
        values: values.into_iter().filter_map(choice).collect(),
    })
}

/// The first thing that is told of a request that was sent, or of a token.
pub fn sent(tree: &Tree) -> Option<Sent> {
    let items = tree.items("request");
    let item = items.first().copied().unwrap_or(tree);
    let notice = item.said("service_notice");
    let number = item.said("service_request_id").filter(|id| !NOTHING.contains(&id.to_lowercase().as_str()));
    match number {
        Some(id) => Some(Sent::Numbered { id, notice }),
        None => Some(Sent::Waiting { token: item.said("token")?, notice }),
    }
}

/// The updates of an answer. One that says neither its own id nor whose it is, is none.
pub fn updates(tree: &Tree, zone: &Zone) -> Vec<Update> {
    let read = |tree: &Tree| {
        Some(Update {
            id: tree.said("update_id")?,
            request: tree.said("service_request_id")?,
            status: tree.said("status").unwrap_or_default().to_uppercase().replace([' ', '-'], "_"),
            at: tree.said("updated_datetime").and_then(|text| dates::moment(&text, zone, false)).map(|read| read.at),
            words: tree.said("description"),
            media_url: tree.said("media_url"),
        })
    };
    tree.items("request_update").into_iter().filter_map(read).collect()
}

/// The id that a server gave an update, or confirmed.
pub fn update_id(tree: &Tree) -> Option<String> {
    let items = tree.items("request_update");
    items.first().copied().unwrap_or(tree).said("update_id")
}

/// The codes and sentences of an answer that refuses.
pub fn errors(tree: &Tree) -> (Option<u16>, String) {
    let items = tree.items("error");
    let items = if items.is_empty() { vec![tree] } else { items };
    let code = items.first().and_then(|item| item.said("code")).and_then(|code| code.parse().ok());
    let sentences: Vec<String> =
        items.into_iter().filter_map(|item| item.said("description").or(item.text().map(str::to_owned))).collect();
    (code, sentences.join(" "))
}
