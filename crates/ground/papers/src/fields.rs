//! Empty signature fields, declared before the first signature so that no signature has to touch a page (ISO 32000-1, 12.7.4.5).

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

/// Annotation flag Print: PDF/A-1 asks it of every annotation (ISO 19005-1, 6.5.3).
const PRINT: i64 = 4;
/// SignaturesExist and AppendOnly: said at once, so that signing changes nothing but the field.
const SIGNATURES_EXIST_APPEND_ONLY: i64 = 3;

/// Declares one empty field per name on the first page.
pub fn declare(document: &mut Document, names: &[&str]) -> lopdf::Result<()> {
    let page = document.page_iter().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let nothing = document.add_object(empty_appearance());
    let fields: Vec<Object> =
        names.iter().map(|name| Object::Reference(document.add_object(field(name, page, nothing)))).collect();
    let form = document.add_object(dictionary! { "Fields" => fields.clone(), "SigFlags" => SIGNATURES_EXIST_APPEND_ONLY });
    document.catalog_mut()?.set("AcroForm", form);
    add_annotations(document, page, fields)
}

/// A field and its widget in one dictionary. Rect without area: nothing is seen, and nothing has to be drawn later.
fn field(name: &str, page: ObjectId, nothing: ObjectId) -> Dictionary {
    dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => lopdf::text_string(name),
        "F" => PRINT, "Rect" => vec![0.into(), 0.into(), 0.into(), 0.into()], "P" => page,
        "AP" => dictionary! { "N" => nothing },
    }
}

/// PDF/A-1 wants an appearance even where there is nothing to see.
fn empty_appearance() -> Stream {
    let head = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 0.into(), 0.into()],
        "Resources" => Dictionary::new(),
    };
    Stream::new(head, Vec::new()).with_compression(false)
}

fn add_annotations(document: &mut Document, page: ObjectId, fields: Vec<Object>) -> lopdf::Result<()> {
    let known = document.get_dictionary(page)?.get(b"Annots").cloned();
    let mut all = match known {
        Ok(Object::Reference(id)) => document.get_object(id)?.as_array()?.clone(),
        Ok(Object::Array(list)) => list,
        _ => Vec::new(),
    };
    all.extend(fields);
    document.get_object_mut(page)?.as_dict_mut()?.set("Annots", all);
    Ok(())
}
