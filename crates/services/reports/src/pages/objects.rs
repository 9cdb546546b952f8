//! The numbered objects of a report: a list shown back before it is sent, and the objects of a file at the desk.

use crate::actions::file;
use assets::{Asset, Listed, Reading};
use cases::Case;
use kernel::Id;
use platform::{Ctx, Json, PanelModel, Result, Tx, context};

fn option(asset: &Asset, ticked: bool, instead: &str) -> Json {
    context! { id => asset.id, number => asset.number, place => asset.place(), ticked, instead }
}

/// What can be ticked, what is another commune's, what nothing is like.
pub fn listed(text: &str, listed: &[Listed]) -> Json {
    let (mut options, mut elsewhere, mut unknown): (Vec<Json>, Vec<Json>, Vec<&str>) = Default::default();
    for one in listed {
        match &one.reading {
            Reading::Known(asset) => options.push(option(asset, true, "")),
            Reading::Elsewhere(commune) => elsewhere.push(context! { typed => one.typed, commune => commune }),
            Reading::Either(near) | Reading::Slip(near) | Reading::Unknown(near) if !near.is_empty() => {
                options.extend(near.iter().map(|asset| option(asset, false, &one.typed)));
            }
            _ => unknown.push(&one.typed),
        }
    }
    context! { text, options, elsewhere, unknown }
}

/// The numbers of a case, as they are written on the objects.
pub fn numbers(rx: &mut Tx, case: &Case) -> Result<Vec<String>> {
    let objects = file::objects(rx, &case.id)?;
    Ok(if objects.is_empty() {
        case.asset.iter().cloned().collect()
    } else {
        objects.into_iter().map(|one| one.number).collect()
    })
}

/// The panel of a file: each object with its place and its history.
pub fn panel(rx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let objects = file::objects(rx, case)?;
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
