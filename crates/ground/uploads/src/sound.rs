//! Voice notes: judged by their bytes, within a minute, looked at by the virus scanner, sealed as they came.

use crate::{Scan, too_large};
use kernel::Refusal;
use platform::{Ctx, Result};

/// A minute of a telephone is below half of it.
pub const MOST_BYTES: usize = 2_000_000;
/// A recorder stops at 60; what it adds at the end is not refused.
const MOST_SECS: u64 = 65;
/// Less holds no word.
const FEWEST_BYTES: usize = 400;

/// A note as it was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptSound {
    pub blob: String,
    pub mark: String,
    /// Its media type.
    pub kind: String,
    pub scan: Scan,
}

/// Seals and stores what was recorded. What is no sound is refused with a sentence.
pub async fn take(ctx: &Ctx, field: &str, content: Vec<u8>) -> Result<KeptSound> {
    let kind = check(&content).map_err(|refusal| refusal.at(field))?;
    let scan = crate::scan(ctx, field, &content).await?;
    let mark = ctx.app().blobs().mark(&ctx.commune().code, &content)?;
    let blob = ctx.keep_file(content).await?;
    Ok(KeptSound { blob, mark, kind: kind.to_owned(), scan })
}

/// Its kind, when it is a sound within the limits.
pub fn check(content: &[u8]) -> Result<&'static str, Refusal> {
    if content.len() > MOST_BYTES {
        return Err(too_large(MOST_BYTES));
    }
    let kind = kind_of(content).ok_or_else(|| Refusal::new("platform-not-a-sound"))?;
    let secs = seconds(kind, content);
    if content.len() < FEWEST_BYTES || secs == Some(0) {
        return Err(Refusal::new("platform-sound-empty"));
    }
    if secs.is_some_and(|secs| secs > MOST_SECS) {
        return Err(Refusal::new("platform-sound-long"));
    }
    Ok(kind)
}

/// What a recording is by its bytes: the containers that telephones and browsers record in, with sound and no picture.
pub fn kind_of(content: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| content.starts_with(magic);
    if starts(b"OggS") {
        let first = &content[..content.len().min(100)];
        let codecs: [&[u8]; 3] = [b"OpusHead", b"\x01vorbis", b"Speex   "];
        return codecs.iter().any(|codec| holds(first, codec)).then_some("audio/ogg");
    }
    if starts(b"\x1a\x45\xdf\xa3") {
        let head = &content[..content.len().min(4_096)];
        let video = [&b"V_VP8"[..], b"V_VP9", b"V_AV1", b"V_MPEG"].iter().any(|codec| holds(head, codec));
        let sound = holds(head, b"A_OPUS") || holds(head, b"A_VORBIS");
        return (sound && !video).then_some("audio/webm");
    }
    if content.get(4..8) == Some(b"ftyp") {
        let third = content.get(8..11) == Some(b"3gp");
        let sound = holds(content, b"soun") && !holds(content, b"vide");
        return sound.then_some(if third { "audio/3gpp" } else { "audio/mp4" });
    }
    if starts(b"#!AMR\n") || starts(b"#!AMR-WB\n") {
        return Some("audio/amr");
    }
    (starts(b"RIFF") && content.get(8..12) == Some(b"WAVE")).then_some("audio/wav")
}

/// How long it is, where the container says so; a recorder of a browser often does not.
pub fn seconds(kind: &str, content: &[u8]) -> Option<u64> {
    match kind {
        "audio/wav" => wav(content),
        "audio/ogg" => ogg(content),
        "audio/amr" => Some(amr(content)),
        "audio/mp4" | "audio/3gpp" => mp4(content),
        _ => None,
    }
}

fn holds(content: &[u8], part: &[u8]) -> bool {
    content.windows(part.len()).any(|window| window == part)
}

fn number<const N: usize>(content: &[u8], at: usize) -> Option<[u8; N]> {
    content.get(at..at.checked_add(N)?)?.try_into().ok()
}

/// Bytes of sound by bytes in a second.
fn wav(content: &[u8]) -> Option<u64> {
    let rate = u64::from(u32::from_le_bytes(number(content, 28)?));
    let sound = content.len().saturating_sub(44) as u64;
    sound.checked_div(rate)
}

/// The position of the last page: Opus counts 48,000 in a second, the others what their head says.
fn ogg(content: &[u8]) -> Option<u64> {
    let last = content.windows(4).rposition(|window| window == b"OggS")?;
    let position = u64::from_le_bytes(number(content, last + 6)?);
    let rate = if holds(&content[..content.len().min(100)], b"OpusHead") {
        48_000
    } else {
        let vorbis = content.windows(7).position(|window| window == b"\x01vorbis")?;
        u64::from(u32::from_le_bytes(number(content, vorbis + 12)?))
    };
    (position != u64::MAX).then(|| position.checked_div(rate))?
}

/// Frames of a fiftieth of a second, each as long as its first byte says.
fn amr(content: &[u8]) -> u64 {
    const NARROW: [usize; 16] = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1];
    const WIDE: [usize; 16] = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 6, 1, 1, 1, 1, 1];
    let (mut at, sizes) = if content.starts_with(b"#!AMR-WB\n") { (9, WIDE) } else { (6, NARROW) };
    let mut frames = 0;
    while let Some(head) = content.get(at) {
        at += sizes[usize::from(head >> 3 & 15)];
        frames += 1;
    }
    frames / 50
}

/// Duration by time scale, from the head of the film; one in pieces says nothing there.
fn mp4(content: &[u8]) -> Option<u64> {
    let head = content.windows(4).position(|window| window == b"mvhd")? + 4;
    let whole = content.get(head) == Some(&1);
    let (scale, duration) = if whole {
        (u32::from_be_bytes(number(content, head + 20)?), u64::from_be_bytes(number(content, head + 24)?))
    } else {
        (u32::from_be_bytes(number(content, head + 12)?), u64::from(u32::from_be_bytes(number(content, head + 16)?)))
    };
    let secs = duration.checked_div(u64::from(scale))?;
    (duration > 0).then_some(secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wav_of(secs: usize) -> Vec<u8> {
        let mut content = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
        content.extend(8_000_u32.to_le_bytes());
        content.extend(8_000_u32.to_le_bytes());
        content.extend(b"\x01\0\x08\0data\0\0\0\0");
        content.resize(44 + secs * 8_000, 0x80);
        content
    }

    fn opus_of(secs: u64) -> Vec<u8> {
        let page = |position: u64, body: &[u8]| {
            let mut page = b"OggS\0\x02".to_vec();
            page.extend(position.to_le_bytes());
            page.extend([0; 13]);
            page.extend(body);
            page
        };
        let mut content = page(0, b"OpusHead\x01\x01");
        content.extend(page(secs * 48_000, &[7; 600]));
        content
    }

    #[test]
    fn a_recording_is_what_its_bytes_say() {
        let mut webm = b"\x1a\x45\xdf\xa3....webm....A_OPUS".to_vec();
        assert_eq!(kind_of(&webm), Some("audio/webm"));
        webm.extend(b"V_VP8");
        assert_eq!(kind_of(&webm), None, "a film");
        assert_eq!(kind_of(b"\0\0\0\x20ftypM4A ....hdlr....soun"), Some("audio/mp4"));
        assert_eq!(kind_of(b"\0\0\0\x20ftyp3gp4....hdlr....soun"), Some("audio/3gpp"));
        assert_eq!(kind_of(b"\0\0\0\x20ftypisom....soun....vide"), None);
        assert_eq!(kind_of(&opus_of(3)), Some("audio/ogg"));
        assert_eq!(kind_of(b"OggS..............theora"), None);
        assert_eq!(kind_of(b"#!AMR\n\x3c"), Some("audio/amr"));
        assert_eq!(kind_of(&wav_of(1)), Some("audio/wav"));
        for wrong in [&b"<html>"[..], b"", b"ID3\x04", b"%PDF-1.7", b"\xff\xd8\xff", b"RIFF....WEBP", b"MZ"] {
            assert_eq!(kind_of(wrong), None);
        }
    }

    #[test]
    fn a_minute_is_the_most_and_silence_of_no_length_is_nothing() {
        let long = |secs| check(&wav_of(secs)).map_err(|refusal| refusal.key);
        assert_eq!(long(60), Ok("audio/wav"));
        assert_eq!(long(90), Err("platform-sound-long".into()));
        assert_eq!(long(0), Err("platform-sound-empty".into()));
        assert_eq!(check(&wav_of(400)).unwrap_err().key, "platform-file-too-large");
        assert_eq!((seconds("audio/ogg", &opus_of(59)), seconds("audio/ogg", b"OggS")), (Some(59), None));
        assert_eq!(check(&opus_of(61)), Ok("audio/ogg"));
        assert_eq!(check(&opus_of(600)).unwrap_err().key, "platform-sound-long");
        let frames = [b"#!AMR\n".to_vec(), [&[0x3c_u8][..], &[0; 31]].concat().repeat(100)].concat();
        assert_eq!(seconds("audio/amr", &frames), Some(2));
        let film = |version: u8, body: &[u8]| [b"\0\0\0\x20ftypM4A soun mvhd".as_slice(), &[version, 0, 0, 0], body].concat();
        let short = [&[0; 8][..], &1_000_u32.to_be_bytes(), &7_500_u32.to_be_bytes()].concat();
        assert_eq!(seconds("audio/mp4", &film(0, &short)), Some(7));
        assert_eq!(seconds("audio/mp4", &film(1, &short)), None, "cut short");
        assert_eq!(seconds("audio/wav", b"RIFF"), None);
    }
}
