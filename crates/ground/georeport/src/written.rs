//! A catalogue as other systems read it.

use crate::model::{Attribute, Choice, Definition, Service};
use serde_json::{Value, json};

/// Services and what they ask in one document: the lists of the standard, each under its name.
pub fn catalogue(services: &[Service], definitions: &[Definition]) -> Value {
    json!({
        "services": services.iter().map(service).collect::<Vec<_>>(),
        "definitions": definitions.iter().map(definition).collect::<Vec<_>>(),
    })
}

fn service(service: &Service) -> Value {
    let mut told = json!({
        "service_code": service.code,
        "service_name": service.name,
        "description": service.description,
        "metadata": service.metadata,
        "type": service.kind,
        "keywords": Some(service.keywords.join(", ")).filter(|words| !words.is_empty()),
        "group": service.group,
    });
    if !service.groups.is_empty() {
        told["groups"] = json!(service.groups);
    }
    told
}

/// The definition of one service.
pub fn definition(definition: &Definition) -> Value {
    json!({ "service_code": definition.service, "attributes": definition.attributes.iter().map(attribute).collect::<Vec<_>>() })
}

fn attribute(attribute: &Attribute) -> Value {
    let value = |choice: &Choice| json!({ "key": choice.key, "name": choice.name });
    json!({
        "variable": attribute.variable,
        "code": attribute.code,
        "datatype": attribute.datatype,
        "required": attribute.required,
        "datatype_description": attribute.hint,
        "order": attribute.order,
        "description": attribute.description,
        "values": Some(attribute.values.iter().map(value).collect::<Vec<_>>()).filter(|values| !values.is_empty()),
    })
}
