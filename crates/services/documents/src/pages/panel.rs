//! The papers of a case, at the desk and for its author: until when they are good, and what renews them.

use crate::actions::{self, Tie};
use crate::model::{Paper, PaperState, Signature};
use crate::{sheet, store};
use kernel::{Id, Money, format};
use platform::{Ctx, Json, PanelModel, Result, Tx, context};
use procedures::Valid;

/// A paper with its validity and its renewals.
pub(super) struct Shown {
    pub(super) paper: Paper,
    /// Whether it is this person's turn to sign.
    mine: bool,
    /// What is still to be paid before that.
    unpaid: Option<Money>,
    signed: Vec<Signature>,
    pub(super) valid: Option<Valid>,
    pub(super) ties: Vec<Tie>,
}

pub(super) fn load(tx: &mut Tx, case: &cases::Case, of: impl Fn(&Paper) -> bool) -> Result<Vec<Shown>> {
    let papers: Vec<Paper> = store::of(tx, &case.id)?.into_iter().filter(of).collect();
    papers
        .into_iter()
        .map(|paper| {
            let valid = actions::declared(tx, case, &paper)?;
            let mine = paper.state == PaperState::Made && actions::may_sign(tx, &paper, case)?;
            let unpaid = if mine { actions::unpaid(tx, &paper, case)? } else { None };
            let signed = if paper.before.is_empty() { Vec::new() } else { store::signatures(tx, &paper.id)? };
            Ok(Shown { valid, mine, unpaid, signed, ties: actions::renewals_of(tx, &paper)?, paper })
        })
        .collect()
}

pub fn at_the_desk(tx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, case)?;
    let request = cases::pinned(tx, &case.procedure_pin)?.is_request();
    if !request || !cases::author_shown(tx, &case)? {
        return Ok(None); // papers name the person
    }
    let papers = load(tx, &case, |_| true)?;
    let taken = actions::taken_up(tx, &case.id)?;
    Ok((!papers.is_empty() || taken.is_some()).then(|| {
        Box::new(move |ctx: &Ctx| {
            let row = |shown: &Shown| {
                let mut row = row(ctx, &shown.paper, shown.mine && shown.unpaid.is_none());
                row["unpaid"] = Json::from(shown.unpaid.map(|sum| format::money(sum, ctx.lang)));
                row["why"] = Json::from(shown.paper.cancelled_words.clone().filter(|words| !words.is_empty()));
                row["steps"] = steps(ctx, &shown.paper, &shown.signed);
                let base = format!("/desk/papers/{}", shown.paper.id);
                let link = |tie: &Tie| {
                    tie.case.as_ref().map(|case| context! { code => case.code, url => ctx.url(&format!("/desk/{}", case.id)) })
                };
                let lapses = shown.valid.as_ref().is_some_and(|valid| valid.unless_begun) && shown.paper.begun_on.is_none();
                row["renew"] =
                    Json::from((may_renew(ctx, shown) && ctx.may(cases::FILE_FOR)).then(|| ctx.url(&format!("{base}/renew"))));
                row["begin"] = Json::from(
                    (lapses && is_issued(&shown.paper) && ctx.may(cases::HANDLE)).then(|| ctx.url(&format!("{base}/begun"))),
                );
                row["renewals"] = Json::Array(shown.ties.iter().filter_map(link).collect());
                row
            };
            context! {
                papers => papers.iter().map(row).collect::<Vec<_>>(), today => ctx.today().to_string(),
                renews => taken.as_ref().map(|tie| {
                    let mut earlier = earlier(ctx, tie);
                    earlier["url"] = Json::from(ctx.url(&format!("/desk/{}", tie.paper.case)));
                    earlier
                }),
            }
        }) as PanelModel
    }))
}

/// Who has signed, and whose turn it is, in order; nothing where one signature is enough.
pub(super) fn steps(ctx: &Ctx, paper: &Paper, signed: &[Signature]) -> Json {
    if paper.before.is_empty() || !matches!(paper.state, PaperState::Made | PaperState::Issued) {
        return Json::Array(Vec::new());
    }
    let role = |id: &String| ctx.app().roles().get(id).map_or(id.clone(), |role| role.name.text(ctx.lang).to_owned());
    let roles = paper.before.iter().map(|id| Some(role(id))).chain([None]);
    let step = |(turn, role): (usize, Option<String>)| {
        let done = signed.iter().find(|signature| signature.turn == turn);
        let on = done.map(|signature| kernel::format::moment(signature.at, ctx.lang));
        context! { role => role, name => done.map(|signature| &signature.signer), on => on, next => turn == signed.len() }
    };
    Json::Array(roles.enumerate().map(step).collect())
}

fn is_issued(paper: &Paper) -> bool {
    paper.state == PaperState::Issued
}

/// Renewable, in its time, and nothing under way.
pub(super) fn may_renew(ctx: &Ctx, shown: &Shown) -> bool {
    let Some((valid, until)) = shown.valid.as_ref().zip(shown.paper.valid_until) else { return false };
    let in_time = valid.renewed_from(until).is_none_or(|from| from <= ctx.today());
    is_issued(&shown.paper) && valid.renewable && in_time && !shown.ties.iter().any(|tie| tie.case.is_some())
}

fn earlier(ctx: &Ctx, tie: &Tie) -> Json {
    context! {
        title => tie.paper.title, number => tie.paper.reference(), other => tie.renewal.same_holder == Some(false),
        until => tie.paper.valid_until.map(|day| format::long_day(day, ctx.lang)),
    }
}

pub(super) fn row(ctx: &Ctx, paper: &Paper, mine: bool) -> Json {
    let to_sign = paper.state == PaperState::Made && mine;
    context! {
        paper => sheet::shown(ctx, paper), pdf => paper.blob.is_some().then(|| ctx.bare_url(&format!("/desk/papers/{}/paper.pdf", paper.id))),
        sign => to_sign.then(|| ctx.url(&format!("/desk/papers/{}/sign", paper.id))), verify => ctx.url(&format!("/verify/{}", paper.code)), id => paper.id,
        renew => None::<String>, begin => None::<String>, renewals => Vec::<Json>::new(), unpaid => None::<String>, why => None::<String>,
    }
}

pub fn for_the_author(tx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, case)?;
    let papers = load(tx, &case, is_issued)?;
    let taken = actions::taken_up(tx, &case.id)?;
    let link = cases::link(tx, &case.code)?;
    Ok((!papers.is_empty() || taken.is_some()).then(|| {
        Box::new(move |ctx: &Ctx| {
            let key = link.split_once("?k=").map_or("", |(_, key)| key);
            let row = |shown: &Shown| author_row(ctx, shown, key);
            context! {
                papers => papers.iter().map(row).collect::<Vec<_>>(), key => key, renews => taken.as_ref().map(|tie| earlier(ctx, tie)),
            }
        }) as PanelModel
    }))
}

fn author_row(ctx: &Ctx, shown: &Shown, key: &str) -> Json {
    let Shown { paper, valid, ties, .. } = shown;
    let renewal = ties.iter().find_map(|tie| tie.case.as_ref());
    let from = valid.as_ref().filter(|valid| valid.renewable).and_then(|valid| valid.renewed_from(paper.valid_until?));
    context! {
        paper => sheet::shown(ctx, paper), pdf => ctx.bare_url(&format!("/papers/{}/paper.pdf?k={key}", paper.code)),
        verify => ctx.url(&format!("/verify/{}", paper.code)), renew => may_renew(ctx, shown).then(|| ctx.url(&format!("/papers/{}/renew", paper.code))),
        from => from.filter(|from| *from > ctx.today()).map(|from| format::long_day(from, ctx.lang)),
        renewal => renewal.map(|case| case.code.clone()), lapses => valid.as_ref().is_some_and(|valid| valid.unless_begun),
    }
}
