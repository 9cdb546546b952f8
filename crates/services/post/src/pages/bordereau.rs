//! One bordereau: letters are put in by their numbers, it is printed, and the post takes it over.

use super::{errors, id, status};
use crate::model::{Bordereau, BordereauState, Letter, Stage};
use crate::{actions, rules, store};
use kernel::{Day, Id, Label, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context, json::json};
use procedures::Answers;

struct Shown {
    bordereau: Bordereau,
    letters: Vec<(Letter, Answers)>,
    waiting: Vec<(Id, String, Label, Answers)>,
}

fn load(tx: &mut Tx, id: &Id) -> Result<Shown> {
    let (bordereau, listed) = actions::mine(tx, id)?;
    let mut letters = Vec::new();
    for letter in listed {
        letters.push((letter.clone(), actions::addressed(tx, &letter.case)?));
    }
    let mut waiting = Vec::new();
    if bordereau.state == BordereauState::Open {
        for (order, case, answers) in actions::listed(tx, Stage::Pack)? {
            let packed = store::letters_of(tx, &case.id)?.iter().any(|letter| !letter.state.is_final());
            if !packed {
                let title = cases::pinned(tx, &case.procedure_pin)?.title.clone();
                waiting.push((case.id, order.code, title, answers));
            }
        }
    }
    Ok(Shown { bordereau, letters, waiting })
}

pub async fn open(ctx: Ctx) -> Answer {
    let id = ctx.write(actions::open).await?;
    ctx.go(&format!("/desk/post/bordereaux/{id}"))
}

pub async fn show(ctx: Ctx, Path(text): Path<String>) -> Answer {
    again(&ctx, &id(&text)?, Vec::new(), &Fields::default()).await
}

async fn again(ctx: &Ctx, id: &Id, errors: Vec<Json>, typed: &Fields) -> Answer {
    let asked = id.clone();
    let shown = ctx.write(move |tx| load(tx, &asked)).await?;
    let base = ctx.url(&format!("/desk/post/bordereaux/{id}"));
    let letter = |(letter, answers): &(Letter, Answers)| {
        context! {
            position => letter.position, code => letter.code, tracking => letter.tracking, state => letter.state, to => to(answers),
            url => ctx.url(&format!("/desk/{}", letter.case)), remove => format!("{base}/letters/{}/remove", letter.id),
        }
    };
    let waiting = |(case, code, title, answers): &(Id, String, Label, Answers)| {
        let mine = typed.get("case") == case.as_str();
        context! { case => case, code => code, title => title, to => to(answers), typed => if mine { typed.get("tracking") } else { "" } }
    };
    let one = &shown.bordereau;
    let model = context! {
        state => one.state, number => one.reference(), opened => format::long_day(one.opened_at.day(), ctx.lang), handed => one.handed_on.map(|day| format::long_day(day, ctx.lang)),
        deposit => one.deposit, letters => shown.letters.iter().map(letter).collect::<Vec<_>>(), waiting => shown.waiting.iter().map(waiting).collect::<Vec<_>>(), base => base,
        pdf => one.number.map(|_| ctx.bare_url(&format!("/desk/post/bordereaux/{id}/bordereau.pdf"))), today => ctx.today().to_string(),
        typed => context! { on => typed.get("on"), deposit => typed.get("deposit"), case => typed.get("case") }, errors => errors,
    };
    ctx.page_with(status(&errors), "post/bordereau.html", model).await
}

fn to(answers: &Answers) -> Json {
    let address = rules::address(answers);
    context! { receiver => address.receiver, street => address.street, postcode => address.postcode, town => address.town }
}

/// Runs an action of the bordereau and shows it again, with what was wrong.
async fn done(ctx: Ctx, id: Id, fields: Fields, result: Result<()>) -> Answer {
    match result {
        Ok(()) => ctx.go(&format!("/desk/post/bordereaux/{id}")),
        Err(problem) => {
            let errors = errors(&ctx, problem)?;
            again(&ctx, &id, errors, &fields).await
        }
    }
}

pub async fn add(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let case = fields.id("case")?.ok_or(Problem::NotFound)?;
    let (asked, tracking) = (id.clone(), fields.get("tracking").to_owned());
    let result = ctx.write(move |tx| actions::add_letter(tx, &asked, &case, &tracking).map(drop)).await;
    done(ctx, id, fields, result).await
}

pub async fn remove(ctx: Ctx, Path((text, letter)): Path<(String, String)>, fields: Fields) -> Answer {
    let (id, letter) = (id(&text)?, super::id(&letter)?);
    let asked = id.clone();
    let result = ctx.write(move |tx| actions::remove_letter(tx, &asked, &letter)).await;
    done(ctx, id, fields, result).await
}

pub async fn close(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let asked = id.clone();
    let result = ctx.write(move |tx| actions::close(tx, &asked).map(drop)).await;
    done(ctx, id, fields, result).await
}

pub async fn hand_over(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let (asked, on, deposit) =
        (id.clone(), Day::parse(fields.get("on")).unwrap_or(ctx.today()), fields.get("deposit").to_owned());
    let result = ctx.write(move |tx| actions::hand_over(tx, &asked, on, &deposit)).await;
    done(ctx, id, fields, result).await
}

/// The addresses, to be printed on labels or envelopes: nobody writes them by hand.
pub async fn addresses(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let asked = id.clone();
    let shown = ctx.write(move |tx| load(tx, &asked)).await?;
    let label =
        |(letter, answers): &(Letter, Answers)| context! { tracking => letter.tracking, code => letter.code, to => to(answers) };
    let model = context! {
        number => shown.bordereau.reference(), back => ctx.url(&format!("/desk/post/bordereaux/{id}")), labels => shown.letters.iter().map(label).collect::<Vec<_>>(),
    };
    ctx.page("post/addresses.html", model).await
}

/// The bordereau as a PDF, with the place where the post signs.
pub async fn pdf(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let shown = ctx.write(move |tx| load(tx, &id)).await?;
    let reference = shown.bordereau.reference().ok_or(Problem::NotFound)?;
    let title = ctx.text("post-bordereau-title", &[]);
    let model = model(&ctx, &shown, &reference, &title);
    let content = documents::render(&ctx, "bordereau", model, title, ctx.lang, Vec::new()).await?;
    documents::pdf(content, &format!("bordereau-{}", reference.replace('/', "-")))
}

fn model(ctx: &Ctx, shown: &Shown, reference: &str, title: &str) -> Json {
    let word = |key: &str| ctx.text(key, &[]);
    let row = |(letter, answers): &(Letter, Answers)| {
        let address = rules::address(answers);
        let place = [address.street, [address.postcode, address.town].join(" ").trim().to_owned()].join("، ");
        let place = if matches!(ctx.lang, kernel::Lang::Fr | kernel::Lang::En) { place.replace('،', ",") } else { place };
        json!([letter.position.to_string(), address.receiver, place, letter.code, letter.tracking])
    };
    let mut model = documents::head(ctx, None, reference);
    let head = ["n", "receiver", "address", "code", "tracking"].map(|column| word(&format!("post-column-{column}")));
    let more = json!({
        "title": title,
        "texts": { "opening": [word("post-bordereau-opening")] },
        "labels": { "discharge": word("post-bordereau-discharge"), "discharge-note": word("post-bordereau-discharge-note") },
        "items-table": {
            "head": head, "widths": ["auto", "1", "1", "auto", "auto"], "numbers": [3, 4], "rows": shown.letters.iter().map(row).collect::<Vec<_>>(),
        },
        "totals": [[word("post-bordereau-count"), shown.letters.len().to_string()]],
        "sign": { "role": word("post-bordereau-signer"), "name": "" },
    });
    documents::merge(&mut model, more);
    model
}
