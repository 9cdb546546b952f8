//! Renewals: a request that takes up an earlier permit, its answers and its number, for who holds it.

use super::ends;
use crate::model::{Paper, PaperState, Renewal};
use crate::store;
use cases::{Case, Channel};
use kernel::{Id, Lang, Refusal};
use platform::{Actor, Result, Tx, json::json, store::receipts};
use procedures::{Answers, Typed};

/// The two ends of a renewal, as pages show them.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    pub renewal: Renewal,
    pub paper: Paper,
    /// The file of the renewal, once it was filed.
    pub case: Option<Case>,
}

/// Begins the renewal of a paper: a draft with what was answered before. A renewal that is under way goes on.
///
/// Says the address of the draft, or of the file that it became.
///
/// # Errors
/// `documents-not-renewable`, `documents-renewed-too-early` with the first day, `documents-not-yours` when an account asks
/// that is not the holder's.
pub fn renew(tx: &mut Tx, paper: &Paper, channel: Channel, lang: Lang) -> Result<String> {
    let case = cases::find(tx, &paper.case)?;
    may_be_renewed(tx, &case, paper)?;
    is_holder(tx, &case, channel)?;
    if let Some(tie) = renewals_of(tx, paper)?.into_iter().find(|tie| tie.is_under_way()) {
        match (&tie.case, requests::draft_code(tx, &tie.renewal.draft)?) {
            (Some(case), _) => return Err(Refusal::new("documents-renewal-under-way").with("code", &case.code).into()),
            (None, Some(code)) => return Ok(format!("/drafts/{code}")),
            (None, None) => {} // the draft was forgotten
        }
    }
    let draft = requests::begin(tx, &case.procedure, channel, lang)?;
    let typed = again(tx, &case)?;
    requests::fill(tx, &draft.code, &typed, lang)?;
    store::renewals::insert(tx, &draft.id, &paper.id)?;
    tx.record("documents.renewal_begun", &paper.id, &json!({ "case": case.id, "draft": draft.id }))?;
    Ok(format!("/drafts/{}", draft.code))
}

fn may_be_renewed(tx: &mut Tx, case: &Case, paper: &Paper) -> Result<()> {
    let valid = ends::declared(tx, case, paper)?.filter(|valid| valid.renewable && paper.state == PaperState::Issued);
    let Some((valid, until)) = valid.zip(paper.valid_until) else { return Err(Refusal::new("documents-not-renewable").into()) };
    match valid.renewed_from(until) {
        Some(from) if tx.today() < from => Err(Refusal::new("documents-renewed-too-early").with("day", from).into()),
        _ => Ok(()),
    }
}

/// Who came with the link of the case, or to a counter, was let in there; an account must be the holder's own.
fn is_holder(tx: &mut Tx, case: &Case, channel: Channel) -> Result<()> {
    let (Actor::Citizen { account }, Channel::Web, Some(person)) = (tx.actor().clone(), channel, &case.person) else {
        return Ok(());
    };
    if people::account_person(tx, &account)? == *person { Ok(()) } else { Err(Refusal::new("documents-not-yours").into()) }
}

/// What the earlier request answered, as it would be typed.
fn again(tx: &mut Tx, case: &Case) -> Result<Typed> {
    let sealed = cases::unseal(tx, case)?;
    let procedure = procedures::procedure(tx, &case.procedure)?;
    let mut typed = procedures::typed(&procedure.questions, &sealed.answers);
    let mut put = |name: &str, value: Option<String>| {
        typed.extend(value.filter(|value| !value.is_empty()).map(|value| (name.to_owned(), vec![value])));
    };
    put("lat", case.point.map(|point| format!("{:.6}", point.lat())));
    put("lon", case.point.map(|point| format!("{:.6}", point.lon())));
    put("quarter", case.quarter.clone());
    put("place_words", Some(sealed.place_words));
    let how = match (&sealed.contact.phone, &sealed.contact.email) {
        (Some(_), _) => "sms",
        (None, Some(_)) => "email",
        (None, None) => "none",
    };
    put("contact_how", Some(how.to_owned()));
    put("contact_phone", sealed.contact.phone.map(|phone| phone.as_str().to_owned()));
    put("contact_email", sealed.contact.email.map(|email| email.as_str().to_owned()));
    Ok(typed)
}

/// A draft that renews became a file: both are tied, and whether the applicant is the holder is written down.
pub fn link(tx: &mut Tx, case: &Id) -> Result<()> {
    let Some(receipt) = receipts::of_subject(tx, case)? else { return Ok(()) };
    let Some(renewal) = store::renewals::of_draft(tx, &receipt.key)? else { return Ok(()) };
    let (new, old) = (cases::find(tx, case)?, store::find(tx, &renewal.paper)?);
    let before = cases::find(tx, &old.case)?;
    let same = holder(&cases::unseal(tx, &new)?.answers) == holder(&cases::unseal(tx, &before)?.answers);
    store::renewals::filed(tx, &renewal.draft, case, same)?;
    tx.record("documents.renewal_filed", case, &json!({ "paper": old.id, "same_holder": same }))
}

/// Who a permit belongs to: the company where there is one, else the person of the card.
fn holder(answers: &Answers) -> Option<String> {
    let company = answers.part("company", "ice").or(answers.part("company", "name"));
    company.or(answers.part("applicant", "card")).map(|text| text.split_whitespace().collect::<String>().to_uppercase())
}

/// The renewals of a paper, newest first.
pub fn renewals_of(tx: &mut Tx, paper: &Paper) -> Result<Vec<Tie>> {
    let found = store::renewals::of_paper(tx, &paper.id)?;
    found.into_iter().map(|renewal| tie(tx, renewal, paper.clone())).collect()
}

/// The permit that a file renews.
pub fn taken_up(tx: &mut Tx, case: &Id) -> Result<Option<Tie>> {
    let Some(renewal) = store::renewals::of_case(tx, case)? else { return Ok(None) };
    let paper = store::find(tx, &renewal.paper)?;
    tie(tx, renewal, paper).map(Some)
}

fn tie(tx: &mut Tx, renewal: Renewal, paper: Paper) -> Result<Tie> {
    let case = renewal.case.clone().map(|case| cases::find(tx, &case)).transpose()?;
    Ok(Tie { renewal, paper, case })
}

impl Tie {
    /// A draft, or a file that is not decided yet.
    pub fn is_under_way(&self) -> bool {
        self.case.as_ref().is_none_or(Case::is_open)
    }
}
