//! On the page of the file: the entry of the register, what does not agree with it, and the letters.

use super::{Tracked, id, letter, tracked};
use crate::model::{Entitled, Entry, Order, Stage};
use crate::{ADDRESS, actions, rules};
use kernel::{Id, Money, Refusal, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, PanelModel, Result, Tx, context};
use procedures::{Answers, Procedure};
use std::sync::Arc;

pub struct Shown {
    pub order: Order,
    pub case: cases::Case,
    pub procedure: Arc<Procedure>,
    pub answers: Answers,
    letters: Vec<Tracked>,
    /// What must still be paid before the copy is drawn.
    owed: Money,
}

pub fn load(tx: &mut Tx, id: &Id) -> Result<Option<Shown>> {
    let Some(order) = actions::of(tx, id)? else { return Ok(None) };
    let case = cases::find(tx, id)?;
    Ok(Some(Shown {
        order,
        procedure: cases::pinned(tx, &case.procedure_pin)?,
        answers: cases::unseal(tx, &case)?.answers,
        letters: tracked(tx, id)?,
        owed: actions::owed(tx, id)?,
        case,
    }))
}

impl Shown {
    /// The doubted questions as a form that holds what was written.
    pub fn doubted(&self) -> Vec<Json> {
        self.form(|id| self.order.doubts.iter().any(|doubt| doubt == id))
    }

    pub fn addressing(&self) -> Vec<Json> {
        self.form(|id| ADDRESS.contains(&id))
    }

    fn form(&self, wanted: impl Fn(&str) -> bool) -> Vec<Json> {
        let questions = rules::asked_again(&self.procedure, wanted);
        let typed = procedures::typed(&questions, &self.answers);
        let item = |question: &procedures::Question| {
            context! { field => procedures::field(question, &typed), computed => Json::Null, private => question.private }
        };
        questions.iter().map(item).collect()
    }

    pub fn letters(&self, ctx: &Ctx) -> Vec<Json> {
        self.letters.iter().rev().map(|one| letter(ctx, one)).collect()
    }
}

/// The order on its file; nothing for what is not sent by post.
pub fn panel(tx: &mut Tx, subject: &Id) -> Result<Option<PanelModel>> {
    let Some(shown) = load(tx, subject)? else { return Ok(None) };
    if !cases::author_shown(tx, &shown.case)? {
        return Ok(None); // names, addresses and letters of the person are not for who only has a task
    }
    let (handles, files) = (cases::may(tx, &shown.case, cases::HANDLE)?, cases::may(tx, &shown.case, cases::FILE_FOR)?);
    Ok(Some(Box::new(move |ctx: &Ctx| model(ctx, &shown, handles, files))))
}

fn model(ctx: &Ctx, shown: &Shown, handles: bool, files: bool) -> Json {
    let Shown { order, case, procedure, answers, .. } = shown;
    let compared = rules::comparable(procedure, answers);
    let datum = |question: &&procedures::Question| {
        let value = answers.0.get(&question.id).map(|value| requests::answer(ctx, question, value)).unwrap_or_default();
        context! { value => question.id, label => question.label.text(ctx.lang), hint => value, selected => order.doubts.contains(&question.id) }
    };
    let entitled = |one: &Entitled| context! { value => one, label => ctx.text(&format!("post-entitled-{one}"), &[]) };
    let own = rules::comparable(procedure, answers).iter().any(|question| question.id == "applicant");
    let asks = |id: &str| answers.text(id).unwrap_or_default().to_owned();
    let year = answers.0.get("act_year").and_then(Json::as_f64).map(|year| format!("{year:.0}")).unwrap_or_default();
    let (office, year, number) = match &order.entry {
        Some(entry) => (entry.office.clone(), entry.year.to_string(), entry.number.clone()),
        None => (asks("office"), year, asks("act_number")),
    };
    let looking = handles && matches!(order.stage, Stage::LookUp | Stage::Copy);
    let to = rules::address(answers);
    context! {
        stage => order.stage, text => ctx.text(&format!("post-stage-{}", order.stage), &[]), letters => shown.letters(ctx), looking => looking,
        found => order.entry.as_ref().map(|entry| context! { reference => format!("{}/{}", entry.number, entry.year), office => entry.office, entitled => ctx.text(&format!("post-entitled-{}", entry.entitled), &[]), at => order.found_at.map(|at| format::moment(at, ctx.lang)) }),
        owed => (shown.owed > Money(0) && matches!(order.stage, Stage::LookUp | Stage::Copy)).then(|| format::money(shown.owed, ctx.lang)),
        office => office, year => year, number => number, action => ctx.url(&format!("/desk/{}/post/entry", case.id)), data => compared.iter().map(datum).collect::<Vec<_>>(),
        entitled => Entitled::ALL.iter().filter(|one| own || **one != Entitled::Own).map(entitled).collect::<Vec<_>>(),
        to => context! { receiver => to.receiver, street => to.street, postcode => to.postcode, town => to.town },
        list => ctx.may(crate::PREPARE).then(|| ctx.url(&format!("/desk/post?stage={}", order.stage))),
        correcting => if files && case.state == "correction" { shown.doubted() } else { Vec::new() }, correct => ctx.url(&format!("/desk/{}/post/correct", case.id)),
    }
}

/// Records the entry, or asks about what does not agree.
pub async fn record(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let asked = id.clone();
    if fields.get("do") == "ask" {
        let doubts: Vec<String> = fields.all("doubts").map(str::to_owned).collect();
        let words = fields.get("words").to_owned();
        ctx.write(move |tx| actions::doubt(tx, &asked, &doubts, &words)).await?;
        return ctx.go_saying(&format!("/desk/{id}"), "post-said-asked");
    }
    let entry = Entry {
        office: fields.get("office").to_owned(),
        year: fields.get("year").trim().chars().map(kernel::text::western_digit).collect::<String>().parse().unwrap_or(0),
        number: fields.get("number").to_owned(),
        entitled: Entitled::parse(fields.get("entitled")).ok_or_else(|| Refusal::new("post-needs-entitled").at("entitled"))?,
    };
    ctx.write(move |tx| actions::record(tx, &asked, &entry).map(drop)).await?;
    ctx.go_saying(&format!("/desk/{id}"), "post-said-found")
}

/// Corrects for somebody who came to the counter or called.
pub async fn correct(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let (asked, typed, words) = (id.clone(), super::typed(&fields), fields.get("words").to_owned());
    ctx.write(move |tx| actions::correct(tx, &asked, &typed, &words, false)).await?;
    ctx.go_saying(&format!("/desk/{id}"), "post-said-corrected")
}
