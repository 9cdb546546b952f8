//! A form that was refused, as it was typed: nobody writes a question twice.

use super::inputs::List;
use platform::{Fields, Json, context};

/// What was sent of one element, or to add one.
#[derive(Clone, Copy)]
pub struct Again<'a> {
    pub list: &'a str,
    pub item: &'a str,
    fields: &'a Fields,
}

impl<'a> Again<'a> {
    pub fn of(fields: &'a Fields) -> Again<'a> {
        Again { list: fields.get("list"), item: fields.get("item"), fields }
    }

    fn adds(&self) -> bool {
        self.fields.get("do") == "add"
    }

    /// The fields of an element that is there, when it is the one that was sent.
    pub fn element(&self, list: &List, id: &str, fields: &mut [Json]) -> bool {
        let this = self.list == list.name && self.item == id && !self.adds();
        if this {
            fields.iter_mut().for_each(|field| self.fill(field));
        }
        this
    }

    /// The fields of the form that adds to this list, when it is the one that was sent.
    pub fn fresh(&self, list: &List, fields: &mut [Json]) -> bool {
        let this = self.list == list.name && self.adds();
        if this {
            fields.iter_mut().for_each(|field| self.fill(field));
        }
        this
    }

    fn sent(&self, name: &str) -> Option<&str> {
        self.fields.values.iter().any(|(key, _)| key == name).then(|| self.fields.get(name))
    }

    fn fill(&self, field: &mut Json) {
        let name = field["name"].as_str().unwrap_or_default().to_owned();
        let part = |part: &str| self.sent(&format!("{name}.{part}"));
        match field["input"].as_str().unwrap_or_default() {
            "label" | "long" => {
                for lang in ["ar", "fr", "en"] {
                    if let Some(text) = self.sent(&format!("{name}_{lang}")) {
                        field[lang] = text.into();
                    }
                }
            }
            "rule" => {
                if let Some(of) = part("of") {
                    let [is, value, raw] = ["is", "value", "raw"].map(|one| part(one).unwrap_or_default());
                    field["rule"] = context! { of => of, is => is, value => value, raw => raw };
                }
            }
            "sum" => {
                if let Some(tariff) = part("tariff") {
                    let [fixed, times, raw] = ["fixed", "times", "raw"].map(|one| part(one).unwrap_or_default());
                    field["rule"]["said"] = context! { tariff => tariff, fixed => fixed, times => times };
                    field["rule"]["raw"] = raw.into();
                }
            }
            "rows" => {
                field["filled"] = true.into();
                let rows = field["rows"].as_array_mut().into_iter().flatten();
                rows.filter_map(Json::as_array_mut).flatten().for_each(|cell| self.fill(cell));
            }
            input if self.sent(&name).is_some() => {
                let all: Vec<&str> = self.fields.all(&name).filter(|text| !text.is_empty()).collect();
                match input {
                    "tick" => field["value"] = if all.is_empty() { "" } else { "yes" }.into(),
                    "many" => field["words"] = all.into(),
                    _ => field["value"] = self.sent(&name).unwrap_or_default().into(),
                }
            }
            _ => {}
        }
    }
}
