//! What a commune chooses about bookings: how far ahead they open, and what follows when somebody does not come.

use crate::{actions, rules};
use platform::json::json;
use platform::web::FieldError;
use platform::{Answer, Ctx, Fields, Json, Problem};

const PAGE: &str = "appointments/policy.html";

pub async fn show(ctx: Ctx) -> Answer {
    let policy = ctx.read(actions::policy).await?;
    let typed = platform::json::to_value(policy).map_err(Problem::from)?;
    ctx.page(PAGE, model(typed, &[])).await
}

pub async fn save(ctx: Ctx, fields: Fields) -> Answer {
    let policy = match rules::policy(|name| fields.get(name)) {
        Ok(policy) => policy,
        Err(wrong) => {
            let typed: Json =
                rules::CHOICES.iter().map(|choice| (choice.name.to_owned(), Json::from(fields.get(choice.name)))).collect();
            return ctx.form_again(Problem::Invalid(wrong), PAGE, |errors| model(typed, &errors)).await;
        }
    };
    ctx.write(move |tx| actions::set_policy(tx, &policy)).await?;
    ctx.go_saying("/admin/appointments", "appointments-policy-saved")
}

/// Each choice with its bounds, and what was typed.
pub fn model(typed: Json, errors: &[FieldError]) -> Json {
    let line = |choice: &rules::Choice| {
        let wrong = errors.iter().find(|error| error.name == choice.name).map(|error| &error.text);
        json!({ "name": choice.name, "value": typed[choice.name], "least": choice.least, "most": choice.most, "error": wrong })
    };
    json!({ "choices": rules::CHOICES.iter().map(line).collect::<Vec<_>>(), "errors": errors })
}
