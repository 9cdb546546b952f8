//! The signed heads, for anyone who keeps them: nobody can rewrite the journal behind them.

use platform::json::json;
use platform::store::journal;
use platform::{Answer, Ctx};

pub async fn heads(ctx: Ctx) -> Answer {
    let (heads, key) = ctx
        .read(|rx| {
            let key = rx.keys().public_key(&rx.tenant())?;
            Ok((journal::signed_heads(rx)?, key))
        })
        .await?;
    ctx.json(json!({
        "commune": &*ctx.commune().code,
        "algorithm": "Ed25519",
        "public_key": key,
        "signed_text": "jamaa-head-1\n{commune}\n{day}\n{seq}\n{hash}",
        "heads": heads,
    }))
}
