//! Files that people send: judged by their bytes, looked at by the virus scanner, sealed whole, with a picture of images.

pub mod scanner;
pub mod sound;

use kernel::{Refusal, words};
use platform::{Ctx, Problem, Result};
use scanner::Verdict;

words! {
    /// What the virus scanner said. What was not looked at is never served as clean.
    pub enum Scan { Clean = "clean", Waiting = "waiting", Infected = "infected" }
}

/// A file as it was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub blob: String,
    /// Tells that the same file came twice, as when a button was pressed twice.
    pub mark: String,
    /// Address of the picture made anew; empty for what is no image.
    pub thumb: String,
    /// Its media type.
    pub kind: String,
    pub size: usize,
    pub scan: Scan,
}

/// Seals and stores what was sent in a field of a form. What is not on the list of kinds is refused with a sentence.
pub async fn take(ctx: &Ctx, field: &str, content: Vec<u8>, most_mb: Option<i64>) -> Result<Kept> {
    let kind = kind_of(&content).ok_or_else(|| Refusal::new("platform-file-kind").at(field))?;
    let most =
        most_mb.and_then(|mb| usize::try_from(mb).ok()).map_or(ctx.app().config().limits.upload_bytes, |mb| mb * 1_000_000);
    if content.len() > most {
        return Err(too_large(most).at(field).into());
    }
    let scan = scan(ctx, field, &content).await?;
    let thumb = match kind {
        "application/pdf" => String::new(),
        // A picture that cannot be made anew is not one.
        _ => match photos::picture(ctx, content.clone()).await {
            Ok(picture) => picture,
            Err(Problem::Refused(_)) => return Err(Refusal::new("platform-file-kind").at(field).into()),
            Err(other) => return Err(other),
        },
    };
    let (mark, size) = (ctx.app().blobs().mark(&ctx.commune().code, &content)?, content.len());
    // The original is kept byte for byte: it may have to prove something.
    let blob = ctx.keep_file(content).await?;
    Ok(Kept { blob, mark, thumb, kind: kind.to_owned(), size, scan })
}

/// What the scanner says of a content that has just come; one with a virus is refused.
async fn scan(ctx: &Ctx, field: &str, content: &[u8]) -> Result<Scan> {
    match scanner::at_arrival(ctx.app().config(), content).await {
        Some(Verdict::Infected(name)) => {
            tracing::warn!(name, "a file with a virus was refused");
            Err(Refusal::new("platform-file-infected").at(field).into())
        }
        Some(Verdict::Clean) => Ok(Scan::Clean),
        Some(Verdict::Away(why)) => {
            tracing::warn!(why, "the virus scanner is away");
            Ok(Scan::Waiting)
        }
        None => Ok(Scan::Waiting),
    }
}

/// The refusal of a file of more than so many bytes.
pub fn too_large(most: usize) -> Refusal {
    Refusal::new("platform-file-too-large").with("most", most / 1_000_000)
}

/// What a file is by its first bytes; nothing for a kind that nobody takes. A name proves nothing.
pub fn kind_of(content: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| content.starts_with(magic);
    if starts(b"%PDF-") {
        Some("application/pdf")
    } else if starts(b"\xff\xd8\xff") {
        Some("image/jpeg")
    } else if starts(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if starts(b"RIFF") && content.get(8..12) == Some(b"WEBP") {
        Some("image/webp")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(kind_of(b"%PDF-1.7\n"), Some("application/pdf"));
        assert_eq!(kind_of(b"\x89PNG\r\n\x1a\n..."), Some("image/png"));
        for wrong in [&b"MZ\x90"[..], b"<html>", b"", b"PK\x03\x04", b"GIF89a"] {
            assert_eq!(kind_of(wrong), None);
        }
    }
}
