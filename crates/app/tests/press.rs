//! The press for templates of a commune, as the built program runs it.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

use std::io::Write;
use std::process::{Command, Stdio};

fn press(template: &str) -> Vec<u8> {
    let order = documents::Order {
        template: template.into(),
        model: platform::json::json!({}),
        title: "x".into(),
        lang: "fr".into(),
        at: 1_767_225_600,
        fields: Vec::new(),
    };
    let mut child = Command::new(env!("CARGO_BIN_EXE_jamaa"))
        .arg("press")
        .env_clear()
        .envs(documents::PRESS_ENVIRONMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&platform::json::to_vec(&platform::json::json!({ "paper": order })).unwrap()).unwrap();
    child.wait_with_output().unwrap().stdout
}

#[test]
fn the_program_makes_a_paper_within_its_limits() {
    let made = press("#set page(paper: \"a5\")\nBonjour");
    assert!(made.windows(5).any(|part| part == b"%PDF-"), "{}", String::from_utf8_lossy(&made));
    let wrong = press("#moi");
    assert!(String::from_utf8_lossy(&wrong).contains("unknown variable: moi"));
}
