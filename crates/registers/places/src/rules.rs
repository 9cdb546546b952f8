//! What may be imported, and which area lies in which. No database.

use crate::geometry::Shape;
use crate::model::Area;
use crate::national::National;
use kernel::Refusal;

/// Whether an area is the ancestor, or lies in it.
pub fn within(areas: &[Area], area: &str, ancestor: &str) -> bool {
    let mut at = areas.iter().find(|known| known.code == area);
    for _ in 0..areas.len() {
        let Some(here) = at else { return false };
        if here.code == ancestor {
            return true;
        }
        at = areas.iter().find(|known| here.parent.as_deref() == Some(&known.code));
    }
    false
}

/// Sorts the shapes of a file into this commune's and its neighbours'. A code that nobody has is refused.
pub fn sort_import(
    areas: &[Area],
    national: &National,
    shapes: &[(String, Shape)],
) -> Result<(Vec<String>, Vec<String>), Refusal> {
    let (mut own, mut neighbours) = (Vec::new(), Vec::new());
    for (code, _) in shapes {
        if own.contains(code) || neighbours.contains(code) {
            return Err(Refusal::new("places-code-twice").with("code", code));
        }
        if areas.iter().any(|area| area.code == *code) {
            own.push(code.clone());
        } else if national.commune(code).is_some() {
            neighbours.push(code.clone());
        } else {
            return Err(Refusal::new("places-code-unknown").with("code", code));
        }
    }
    Ok((own, neighbours))
}
