//! `doctor`: what is wrong with this machine, in sentences, the worst first.

use crate::operations::{Weight, examine};
use crate::voice::Voice;
use platform::{Config, Result};
use std::process::ExitCode;

pub async fn run(config: Config, voice: &Voice) -> Result<ExitCode> {
    let found = examine(&config).await;
    for one in &found {
        let sign = match one.weight {
            Weight::Alarm => "✗",
            Weight::Advice => "!",
            Weight::Fine => "✓",
        };
        voice.line(&format!("{sign} {}", voice.sentence(&one.told)));
    }
    let alarms = found.iter().filter(|one| one.weight == Weight::Alarm).count();
    voice.say("operations-doctor-end", &[("alarms", &alarms.to_string())]);
    Ok(if alarms == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
