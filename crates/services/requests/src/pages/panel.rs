//! What requests show on the pages of the case: pieces and answers at the desk, what to do next for the author.

use super::shown;
use crate::actions::organisations::{self, FiledFor};
use cases::{Case, CaseFile, Doer, OpinionView, PieceView, Voice};
use kernel::{Id, Money, format};
use platform::{Ctx, Json, PanelModel, Problem, Result, Tx, context};
use procedures::Procedure;
use std::sync::Arc;

struct File {
    case: Case,
    procedure: Arc<Procedure>,
    answers: procedures::Answers,
    pieces: Vec<PieceView>,
    opinions: Vec<Opinion>,
    under: Option<(assisted::Held, assisted::Holder)>,
    /// The organisation whose request it is, and who filed it, enough to be recognised.
    whose: Option<(FiledFor, Option<String>)>,
}

/// What a service says, which service that is, who wrote it down, and how this member of staff may speak.
struct Opinion {
    said: OpinionView,
    unit: kernel::Label,
    by: Option<Doer>,
    voice: Option<Voice>,
}

/// Pieces, answers and opinions of a request, on its page at the desk. Who is only asked for a task or an opinion reads what it
/// is about, and not whose it is.
pub fn at_the_desk(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, id)?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    if !procedure.is_request() {
        return Ok(None);
    }
    let answers = cases::answers_shown(tx, &case)?;
    let pieces = cases::shown_pieces(tx, &case, &procedure)?;
    let opinions = opinions(tx, &case)?;
    let under = if cases::author_shown(tx, &case)? { under(tx, &case)? } else { None };
    let whose = if cases::author_shown(tx, &case)? { whose(tx, &case)? } else { None };
    let file = File { case, procedure, answers, pieces, opinions, under, whose };
    Ok(Some(Box::new(move |ctx: &Ctx| model(ctx, &file))))
}

fn opinions(tx: &mut Tx, case: &Case) -> Result<Vec<Opinion>> {
    let all = cases::opinions(tx, case)?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let (units, doers) = (units::all(tx)?, cases::doers(tx)?);
    all.into_iter()
        .map(|said| {
            let unit = units.iter().find(|unit| unit.id == said.unit).map(|unit| unit.name.clone()).unwrap_or_default();
            let by = said.given_by.as_ref().and_then(|actor| doers.get(actor).cloned());
            Ok(Opinion { voice: cases::voice(tx, case, &said)?, unit, by, said })
        })
        .collect()
}

fn whose(tx: &mut Tx, case: &Case) -> Result<Option<(FiledFor, Option<String>)>> {
    let Some(filed) = organisations::of_case(tx, &case.id)? else { return Ok(None) };
    let name = people::masked(tx, std::slice::from_ref(&filed.person))?.pop().map(|one| one.name);
    Ok(Some((filed, name)))
}

/// The mandate under which somebody filed it, and who that was.
fn under(tx: &mut Tx, case: &Case) -> Result<Option<(assisted::Held, assisted::Holder)>> {
    if case.channel != cases::Channel::Writer {
        return Ok(None);
    }
    let Some(paper) = assisted::filed_under(tx, &case.code)? else { return Ok(None) };
    match assisted::held(tx, &paper) {
        Ok(held) => Ok(Some((held.clone(), assisted::holder(tx, &held.paper.holder)?))),
        Err(Problem::NotFound) => Ok(None), // the citizen was forgotten
        Err(other) => Err(other),
    }
}

fn model(ctx: &Ctx, file: &File) -> Json {
    let under = file.under.as_ref().map(|(held, holder)| {
        context! {
            name => holder.name, kind => holder.kind, signed => format::day(held.mandate.starts_on, ctx.lang), proof => held.mandate.proof,
            until => format::day(held.mandate.ends_on, ctx.lang), ended => held.mandate.ended_at.is_some(),
            scan => held.paper.scan.is_some().then(|| ctx.bare_url(&format!("/desk/mandates/{}/scan", file.case.code))),
        }
    });
    context! {
        scanner => !ctx.app().config().scanner.address.is_empty(), sections => sections(ctx, &file.procedure, &file.answers), under => under, whose => file.whose.as_ref().map(|(filed, name)| context! { name => filed.organisation.name, kind => filed.organisation.kind, number => filed.organisation.number, by => name, role => filed.role }), pieces => file.pieces.iter().map(|view| piece(ctx, view)).collect::<Vec<_>>(),
        lacking => file.pieces.iter().filter(|view| view.is_lacking()).count(), opinions => file.opinions.iter().map(|one| opinion(ctx, file, one)).collect::<Vec<_>>(),
    }
}

/// The answers under the titles of their pages; contact, place and papers stand elsewhere.
fn sections(ctx: &Ctx, procedure: &Procedure, answers: &procedures::Answers) -> Vec<Json> {
    let pages = procedure.pages.iter().filter(|page| !matches!(page.id.as_str(), "contact" | "check" | "pieces" | "where"));
    pages.map(|page| context! { title => page.title, pairs => shown::answers(ctx, procedure, &page.id, answers) }).collect()
}

fn piece(ctx: &Ctx, view: &PieceView) -> Json {
    let one = |file: &CaseFile| {
        let base = ctx.bare_url(&format!("/desk/pieces/{}", file.id));
        let thumb = (!file.thumb.is_empty()).then(|| format!("{base}?thumb=1"));
        context! { url => base, thumb => thumb, kind => file.kind, scan => file.scan, at => format::day(file.at.day(), ctx.lang) }
    };
    context! {
        label => view.piece.label, from => view.piece.from, body => view.piece.body, required => view.piece.required, lacking => view.is_lacking(),
        files => view.files.iter().map(one).collect::<Vec<_>>(),
    }
}

fn opinion(ctx: &Ctx, file: &File, opinion: &Opinion) -> Json {
    let Opinion { said, unit, by, voice } = opinion;
    context! {
        id => said.id, title => said.title, unit => unit, verdict => said.verdict, words => said.words, waiting => said.given_at.is_none(),
        due => said.due_at.map(|due| format::long_day(due.day(), ctx.lang)), given => said.given_at.map(|at| format::day(at.day(), ctx.lang)),
        silence => said.silence, action => ctx.url(&format!("/desk/{}/opinions/{}", file.case.id, said.id)), voice => voice, records => said.unit == file.case.unit,
        source => said.source, by => by.as_ref().map(|by| &by.name),
    }
}

/// What the author of a request may do next: give pieces, ask for the act, appeal.
pub fn for_the_author(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, id)?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    if !procedure.is_request() {
        return Ok(None);
    }
    let answers = cases::unseal(tx, &case)?.answers;
    let pieces = cases::shown_pieces(tx, &case, &procedure)?;
    let link = cases::link(tx, &case.code)?;
    let (dues, order) = (payments::of(tx, id)?, payments::order_of(tx, id)?);
    Ok(Some(Box::new(move |ctx: &Ctx| {
        let key = link.split_once("?k=").map_or("", |(_, key)| key);
        let takes = procedure.actions_from(&case.state).any(|action| matches!(action.id.as_str(), "complete" | "answer_pieces"));
        let lacking: Vec<Json> =
            pieces.iter().filter(|view| view.is_lacking()).map(|view| context! { label => view.piece.label }).collect();
        let due = |due: &payments::Due| {
            context! { label => due.label, amount => format::money(due.amount, ctx.lang), state => due.state, when => due.due }
        };
        let owed = dues.iter().filter(|due| due.state == payments::DueState::Due).fold(Money(0), |sum, due| sum + due.amount);
        context! {
            owed => (owed != Money(0)).then(|| format::money(owed, ctx.lang)),
            sections => sections(ctx, &procedure, &answers), lacking => lacking, takes => takes, waiting => case.state == "missing", give => ctx.url(&format!("/requests/{}/pieces?k={key}", case.code)),
            receipt => ctx.url(&format!("/requests/{}/receipt?k={key}", case.code)), dues => dues.iter().map(due).collect::<Vec<_>>(),
            order => order.as_ref().map(|order| context! {
                number => order.number(), state => order.state, pdf => ctx.bare_url(&format!("/requests/{}/order.pdf?k={key}", case.code)),
            }),
        }
    })))
}

/// Files of the organisations for which the owner of an account acts, beside his own.
pub fn of_organisations(rx: &mut Tx, account: &Id) -> Result<Option<PanelModel>> {
    let Some(person) = people::person_of_account(rx, account)? else { return Ok(None) };
    let mut rows = Vec::new();
    for (organisation, case) in organisations::files_of(rx, &person)? {
        let procedure = cases::pinned(rx, &case.procedure_pin)?;
        let link = cases::link(rx, &case.code)?;
        rows.push((organisation, case, procedure, link));
    }
    let mut drafts = Vec::new();
    for acting in identity::acts_for(rx, &person)? {
        for draft in crate::store::of_organisation(rx, &acting.organisation.id)? {
            drafts.push((acting.organisation.name.clone(), procedures::procedure(rx, &draft.procedure)?, draft.code));
        }
    }
    if rows.is_empty() && drafts.is_empty() {
        return Ok(None);
    }
    Ok(Some(Box::new(move |ctx: &Ctx| {
        let row = |(whose, case, procedure, link): &(identity::Organisation, Case, Arc<Procedure>, String)| {
            let state = procedure.state(&case.state).map(|state| state.name.text(ctx.lang).to_owned());
            context! { title => procedure.title.text(ctx.lang), icon => procedure.icon, code => case.code, url => ctx.url(link),
            whose => whose.name, state => state }
        };
        let draft = |(whose, procedure, code): &(String, Arc<Procedure>, String)| {
            context! { title => procedure.title.text(ctx.lang), url => ctx.url(&format!("/drafts/{code}")), whose => whose }
        };
        context! { rows => rows.iter().map(row).collect::<Vec<_>>(), drafts => drafts.iter().map(draft).collect::<Vec<_>>() }
    })))
}
