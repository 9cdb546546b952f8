//! A stop of a round, noted by the same action as with a network. What comes too late stays beside the object.

use super::{report, take};
use crate::model::{Deposit, NewReport, Outcome, Sent, What};
use assets::Asset;
use cases::{Case, Where};
use kernel::{Lang, Refusal};
use platform::{Problem, Result, Tx, args};
use upkeep::{Finding, NewNote, Photo};

pub fn note(tx: &mut Tx, sent: &Sent, lang: Lang) -> Result<Deposit> {
    let What::Stop { round, seq, finding, category } = &sent.what else { return Err(Problem::internal("no stop")) };
    let asset = asset(tx, sent)?;
    let photo = sent.photo.as_ref().map(|photo| Photo { blob: photo.blob.clone(), thumb: photo.thumb.clone() });
    let new = NewNote { key: sent.key.clone(), finding: *finding, words: sent.words.clone(), category: category.clone(), photo };
    let noted = upkeep::note(tx, round, *seq, &new, lang)?;
    let mut new = Deposit { case: noted.case, ..take::deposit(tx, sent)? };
    if let Some(photo) = &sent.photo {
        take::judge(&mut new, photo, asset.point, photo.at.unwrap_or(tx.now()), sent.listed);
    }
    take::keep(tx, new)
}

/// Somebody noted the stop before, or the round is over. What is broken is reported all the same, unless it is already.
pub fn keep(tx: &mut Tx, sent: &Sent, lang: Lang) -> Result<Deposit> {
    let What::Stop { finding, category, .. } = &sent.what else { return Err(Problem::internal("no stop")) };
    let asset = asset(tx, sent)?;
    if *finding == Finding::Broken {
        let categories = upkeep::categories(tx, &asset.kind)?;
        let chosen = category.as_ref().and_then(|id| categories.iter().find(|one| one.id == *id));
        if let Some(procedure) = chosen.or(categories.first())
            && open_of(tx, &asset, &procedure.id)?.is_none()
        {
            let new = NewReport { category: procedure.id.clone(), number: asset.number.clone(), point: asset.point };
            let mut draft = report::draft(tx, sent, &new, procedure, lang)?;
            (draft.place_words, draft.chosen) = (asset.place(), Some(vec![asset.id.clone()]));
            let place = cases::Place {
                point: asset.point,
                area: asset.area.clone(),
                quarter: None,
                asset: Some(asset.number.clone()),
                words: asset.place(),
            };
            return report::open(tx, sent, draft, place, vec![asset.id.clone()]);
        }
    }
    let mut new =
        Deposit { outcome: Outcome::Kept, asset: Some(asset.id.clone()), words: sent.words.clone(), ..take::deposit(tx, sent)? };
    if let Some(photo) = &sent.photo {
        take::judge(&mut new, photo, asset.point, photo.at.unwrap_or(tx.now()), sent.listed);
        new.photo = Some(take::own(photo));
    }
    take::keep(tx, new)
}

/// # Errors
/// A round out of reach, or a stop that it has not.
fn asset(tx: &mut Tx, sent: &Sent) -> Result<Asset> {
    let What::Stop { round, seq, .. } = &sent.what else { return Err(Problem::internal("no stop")) };
    let gone = || Problem::from(Refusal::new("field-round-gone").at("round"));
    let stops = upkeep::stops(tx, round).map_err(|problem| if problem == Problem::NotFound { gone() } else { problem })?;
    let stop = stops.into_iter().find(|stop| stop.seq == *seq).ok_or_else(gone)?;
    assets::find(tx, &stop.asset)
}

fn open_of(tx: &mut Tx, asset: &Asset, procedure: &str) -> Result<Option<Case>> {
    let mut open = Where::tenant(tx);
    open.and("asset = ? AND procedure = ? AND phase NOT IN ('decided', 'closed')", args![asset.number, procedure]);
    Ok(cases::lists::newest(tx, open, None, 1)?.into_iter().next())
}
