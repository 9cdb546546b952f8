//! The contract with the gateway, and where the cash desk is.

use crate::model::{Kind, Settings};
use crate::{actions, store};
use kernel::Label;
use platform::web::FieldError;
use platform::{Answer, Ctx, Fields, Json, context};

pub async fn show(ctx: Ctx) -> Answer {
    let settings = ctx.read(store::settings).await?;
    let model = model(&ctx, &settings);
    ctx.page("gateways/settings.html", model(Vec::new())).await
}

/// The secrets are never shown again: only whether they are known.
fn model(ctx: &Ctx, settings: &Settings) -> impl Fn(Vec<FieldError>) -> Json {
    let demo = ctx.app().config().demo;
    let kinds = Kind::ALL.iter().filter(|kind| demo || **kind != Kind::Simulated);
    let kinds: Vec<Json> =
        kinds.map(|kind| context! { value => kind, label => ctx.text(&format!("gateways-kind-{kind}"), &[]), hint => ctx.text(&format!("gateways-kind-{kind}-hint"), &[]) }).collect();
    let callback = ctx.full_url(&ctx.bare_url("/pay/callback/card"));
    let settings = settings.clone();
    move |errors| {
        context! {
            kinds => kinds, kind => settings.kind, merchant => settings.merchant, account => settings.account, pay_url => settings.pay_url, api_url => settings.api_url,
            has_key => !settings.store_key.is_empty(), has_password => !settings.password.is_empty(), place => settings.place, hours => settings.hours, callback => callback, errors => errors,
        }
    }
}

pub async fn save(ctx: Ctx, fields: Fields) -> Answer {
    let text = |name: &str| fields.get(name).chars().take(400).collect::<String>();
    let label = |name: &str| Label::new(&text(&format!("{name}_ar")), &text(&format!("{name}_fr")));
    let settings = Settings {
        kind: Kind::parse(fields.get("kind")).unwrap_or(Kind::None),
        merchant: text("merchant"),
        store_key: text("store_key"),
        account: text("account"),
        password: text("password"),
        pay_url: text("pay_url"),
        api_url: text("api_url"),
        place: label("place"),
        hours: label("hours"),
    };
    let (typed, demo) = (settings.clone(), ctx.app().config().demo);
    match ctx.write(move |tx| actions::save(tx, settings.clone(), demo)).await {
        Ok(()) => ctx.go_saying("/admin/payments", "gateways-said-saved"),
        Err(problem) => {
            let known = ctx.read(store::settings).await?;
            let shown = Settings { store_key: known.store_key, password: known.password, ..typed };
            ctx.form_again(problem, "gateways/settings.html", model(&ctx, &shown)).await
        }
    }
}
