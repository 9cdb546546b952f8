//! A provider of identity on this machine, offered at sign-in when the configuration names one (`tests/identity`).

use crate::commands::HOME;
use identity::{AcrLevels, ClaimPaths, NewProvider};
use kernel::Label;
use platform::{App, Result, Scope};

/// Known to everybody, as everything of the demonstration is.
const SECRET: &str = "jamaa-demo-secret-of-no-value";

/// Notes the provider once; safe at each start.
pub async fn offer(app: &App) -> Result<()> {
    let issuer = app.config().demo_identity.clone();
    if issuer.is_empty() {
        return Ok(());
    }
    let new = NewProvider {
        label: Label {
            en: Some("Demonstration identity".into()),
            ..Label::new("هوية النسخة التجريبية", "Identité de démonstration")
        },
        issuer,
        client_id: "jamaa".into(),
        secret: Some(SECRET.into()),
        scopes: "openid profile phone".into(),
        claims: ClaimPaths::default(),
        levels: AcrLevels { national: vec!["substantial".into()], contact: vec!["low".into()] },
    };
    app.store()
        .write(Scope::system(HOME), move |tx| {
            if identity::providers(tx)?.iter().any(|known| known.issuer == new.issuer) {
                return Ok(());
            }
            let id = identity::add_provider(tx, &new, true)?;
            identity::turn_provider(tx, &id, true)
        })
        .await
}
