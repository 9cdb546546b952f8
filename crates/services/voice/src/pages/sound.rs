//! The sound itself: an attachment from a sandboxed address, kept by no browser.

use crate::actions;
use platform::web::{IntoResponse, Path};
use platform::{Answer, Ctx};

pub async fn play(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = super::id(&text)?;
    let (case, file) = ctx.write(move |tx| actions::listen(tx, &id)).await?;
    let content = ctx.file(&file.blob).await?;
    let end = file.kind.strip_prefix("audio/").unwrap_or("bin").to_owned();
    let headers = [
        ("content-type", file.kind),
        ("content-disposition", format!("attachment; filename=\"{}.{end}\"", case.code)),
        ("content-security-policy", "default-src 'none'; sandbox".to_owned()),
        ("cross-origin-resource-policy", "same-origin".to_owned()),
        ("cache-control", "private, no-store".to_owned()),
    ];
    Ok((headers, content).into_response())
}
