//! The virus scanner: ClamAV's clamd, asked for each file when it comes, and again later when it was away.

use clamav_client::tokio as clamd;
use platform::Config;
use std::time::Duration;

/// Who sends a file waits for its verdict so long; what takes longer is looked at by a job.
const PATIENCE_SECS: u64 = 10;
const PART_BYTES: usize = 64 << 10;

/// What clamd said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Clean,
    /// With the name of what was found.
    Infected(String),
    /// No verdict: it did not answer, or could not look.
    Away(String),
}

/// Asks about a content that has just come. `None` where no scanner is configured.
pub async fn at_arrival(config: &Config, content: &[u8]) -> Option<Verdict> {
    let secs = config.scanner.seconds.min(PATIENCE_SECS);
    if config.scanner.address.is_empty() { None } else { Some(ask(&config.scanner.address, content, secs).await) }
}

/// Asks the scanner at an address, and waits so many seconds.
pub async fn ask(address: &str, content: &[u8], secs: u64) -> Verdict {
    let asked = async {
        match address.starts_with('/') {
            true => clamd::scan_buffer(content, clamd::Socket { socket_path: address }, Some(PART_BYTES)).await,
            false => clamd::scan_buffer(content, clamd::Tcp { host_address: address }, Some(PART_BYTES)).await,
        }
    };
    match tokio::time::timeout(Duration::from_secs(secs), asked).await {
        Ok(Ok(answer)) => verdict(&answer),
        Ok(Err(error)) => Verdict::Away(error.to_string()),
        Err(_) => Verdict::Away(format!("no answer within {secs} s")),
    }
}

/// `stream: OK`, `stream: Name FOUND`, or anything else: only the first is clean.
fn verdict(answer: &[u8]) -> Verdict {
    let text = String::from_utf8_lossy(answer);
    let text = text.trim_end_matches(['\0', '\n', ' ']);
    match text.strip_prefix("stream: ") {
        Some("OK") => Verdict::Clean,
        Some(rest) if rest.ends_with(" FOUND") => Verdict::Infected(rest.trim_end_matches(" FOUND").to_owned()),
        _ => Verdict::Away(text.chars().take(200).collect()),
    }
}

/// Whether the configured scanner answers; `None` where there is none.
pub async fn try_out(config: &Config) -> Option<std::result::Result<(), String>> {
    let address = &config.scanner.address;
    if address.is_empty() {
        return None;
    }
    let asked = async {
        match address.starts_with('/') {
            true => clamd::ping(clamd::Socket { socket_path: address }).await,
            false => clamd::ping(clamd::Tcp { host_address: address }).await,
        }
    };
    Some(match tokio::time::timeout(Duration::from_secs(PATIENCE_SECS), asked).await {
        Ok(Ok(answer)) if answer == clamav_client::PONG => Ok(()),
        Ok(Ok(answer)) => Err(String::from_utf8_lossy(&answer).into_owned()),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err(format!("no answer within {PATIENCE_SECS} s")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_ok_is_clean() {
        assert_eq!(verdict(b"stream: OK\0"), Verdict::Clean);
        assert_eq!(verdict(b"stream: Jamaa.Test.UNOFFICIAL FOUND\0"), Verdict::Infected("Jamaa.Test.UNOFFICIAL".into()));
        for unclear in
            [&b""[..], b"OK", b"INSTREAM size limit exceeded. ERROR\0", b"stream: OK maybe", b"\xff\xfe", b"stream: x ERROR"]
        {
            assert!(matches!(verdict(unclear), Verdict::Away(_)));
        }
    }
}
