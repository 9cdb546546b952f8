//! The numbered objects of a report: a list shown back before it is sent, and the objects of a file at the desk.

use crate::actions::file;
use assets::{Asset, Listed, Reading};
use cases::Case;
use kernel::Id;
use platform::{Ctx, Json, PanelModel, Result, Tx, context};

/// Offered instead of each number that is not known.
const NEAREST: usize = 3;

fn option(asset: &Asset, ticked: bool, instead: &str) -> Json {
    context! { id => asset.id, number => asset.number, place => asset.place(), ticked, instead }
}

/// What can be ticked, what is another commune's, what nothing is like.
pub fn listed(text: &str, listed: &[Listed]) -> Json {
    let (mut options, mut elsewhere, mut unknown): (Vec<Json>, Vec<Json>, Vec<&str>) = Default::default();
    let known: Vec<&Id> = listed
        .iter()
        .filter_map(|one| match &one.reading {
            Reading::Known(asset) => Some(&asset.id),
            _ => None,
        })
        .collect();
    for one in listed {
        match &one.reading {
            Reading::Known(asset) => options.push(option(asset, true, "")),
            Reading::Elsewhere(commune) => elsewhere.push(context! { typed => one.typed, commune => commune }),
            Reading::Either(near) | Reading::Slip(near) | Reading::Unknown(near) => {
                // What stands in the list already is not meant by another number of it.
                let meant: Vec<&Asset> = near.iter().filter(|asset| !known.contains(&&asset.id)).take(NEAREST).collect();
                if meant.is_empty() {
                    unknown.push(&one.typed);
                }
                options.extend(meant.into_iter().map(|asset| option(asset, false, &one.typed)));
            }
        }
    }
    context! { text, options, elsewhere, unknown }
}

/// The numbers of a case, as they are written on the objects.
pub fn numbers(rx: &mut Tx, case: &Case) -> Result<Vec<String>> {
    let objects = file::objects(rx, case)?;
    Ok(if objects.is_empty() {
        case.asset.iter().cloned().collect()
    } else {
        objects.into_iter().map(|one| one.number).collect()
    })
}

/// The panel of a file: each object with its place and its history.
pub fn panel(rx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(rx, case)?;
    let objects = file::objects(rx, &case)?;
    if objects.is_empty() {
        return Ok(None);
    }
    let rows = move |ctx: &Ctx| -> Json {
        let row = |asset: &Asset| {
            let url = ctx.may(assets::SEE).then(|| ctx.url(&format!("/admin/assets/{}", asset.id)));
            context! { number => asset.number, place => asset.place(), url }
        };
        context! { objects => objects.iter().map(row).collect::<Vec<_>>() }
    };
    Ok(Some(Box::new(rows)))
}
