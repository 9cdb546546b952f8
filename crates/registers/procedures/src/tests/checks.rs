//! Bad procedures, each refused with its line, its reason, and its article where the law speaks.

use crate::declared::parse;
use crate::load::{self, Country};
use crate::{Catalog, Fault};
use platform::{Facts, Pack};
use std::sync::Arc;

fn known() -> (Arc<Country>, Arc<Catalog>) {
    let mut facts = Facts::default();
    load::read(&Pack::Embedded, &mut facts).unwrap();
    (facts.get().unwrap(), facts.get().unwrap())
}

const GOOD: &str = include_str!("../../../../../packs/morocco/procedures/services/p21-repair-permit.toml");

/// The faults of the good example after one change, where nothing is published yet.
fn faults(from: &str, to: &str) -> Vec<Fault> {
    let (country, _) = known();
    let mut free = (*country).clone();
    free.known.taken.clear();
    assert!(GOOD.contains(from), "{from}");
    let text = GOOD.replacen(from, to, 1);
    match parse(&text) {
        Ok(declared) => free.judge(&declared[0], &text).err().unwrap_or_default(),
        Err(fault) => vec![fault],
    }
}

fn keys(found: &[Fault]) -> Vec<&str> {
    found.iter().map(|fault| fault.why.key.trim_start_matches("procedures-fault-")).collect()
}

#[test]
fn the_example_has_no_fault_and_its_id_is_taken_afterwards() {
    assert_eq!(keys(&faults("nature", "nature")), Vec::<&str>::new());
    let (country, _) = known();
    let twice = country.judge(&parse(GOOD).unwrap()[0], GOOD).unwrap_err();
    assert_eq!(keys(&twice), ["taken", "taken"]);
}

#[test]
fn a_bad_procedure_is_refused_with_its_reason_and_line() {
    let state = "[[procedure.state]]\nid = \"island\"\nphase = \"in_progress\"\nname = { ar = \"جزيرة\", fr = \"Île\" }\n\n[[procedure.piece]]\nid = \"title\"";
    let trap = "[[procedure.state]]\nid = \"trap\"\nphase = \"in_progress\"\nname = { ar = \"فخ\", fr = \"Piège\" }\n\n[[procedure.action]]\nid = \"fall\"\nfrom = [\"study\"]\nto = \"trap\"\nby = \"cases.handle\"\nname = { ar = \"سقوط\", fr = \"Tomber\" }\n\n[[procedure.piece]]\nid = \"title\"";
    let table: [(&str, &str, &str); 17] = [
        ("[[procedure.piece]]\nid = \"title\"", state, "unreachable"),
        ("[[procedure.piece]]\nid = \"title\"", trap, "no-way-out"),
        (r#"show_if = '{"==":[{"var":"nature"},"other"]}'"#, r#"show_if = '{"==":[{"var":"scaffold"},true]}'"#, "later"),
        (r#"show_if = '{"==":[{"var":"nature"},"other"]}'"#, r#"show_if = '{"==":[{"var":"nature"},"garden"]}'"#, "never-shown"),
        (r#"show_if = '{"==":[{"var":"nature"},"other"]}'"#, r#"show_if = '{"nonsense":'"#, "rule"),
        (
            "title = { ar = \"رخصة الإصلاح\", fr = \"Permis de réfection\", en = \"Repair permit\" }\nhint",
            "title = { ar = \"رخصة الإصلاح\", fr = \"\" }\nhint",
            "language",
        ),
        ("on_due = [{ do = \"act\", rule = \"silence\" }]", "on_due = []", "no-effect"),
        ("on_due = [{ do = \"act\", rule = \"silence\" }]", "on_due = [{ do = \"act\", rule = \"grant\" }]", "effect-unknown"),
        ("unit = \"arr-permits\"", "unit = \"moon\"", "unit-unknown"),
        ("kind = \"lease\"", "kind = \"song\"", "name-unknown"),
        ("amount = '{\"var\":\"tariff.repair\"}'", "amount = '{\"var\":\"tariff.gold\"}'", "tariff-unknown"),
        ("id = \"other\"\npage = \"works\"", "id = \"other\"\npage = \"nowhere\"", "page-unknown"),
        ("fees = { repair = 20000, street = 30000 }", "fees = { repair = 1 }", "test"),
        ("audience = [\"citizen\"", "audience = [\"martian\"", "name-unknown"),
        ("not_before = \"today\"", "not_before = \"owner\"", "day-limit"),
        ("decimals = 2", "decimals = 9", "decimals"),
        (
            "amount = '{\"var\":\"tariff.repair\"}'",
            "amount = '{\"reduce\":[[0,1],{\"cat\":[{\"var\":\"accumulator\"},{\"var\":\"accumulator\"}]},\"x\"]}'",
            "rule-operator",
        ),
    ];
    for (from, to, key) in table {
        let found = faults(from, to);
        assert!(keys(&found).contains(&key), "{key}: {:?}", keys(&found));
        if key != "test" {
            assert!(found.iter().any(|fault| fault.line.is_some()), "{key}");
        }
    }
}

#[test]
fn a_permit_names_the_texts_it_rests_on() {
    let (before, rest) = GOOD.split_once("basis = [").unwrap();
    let basis = rest.split_once("\n]").unwrap().0;
    let found = faults(&format!("basis = [{basis}\n]"), "basis = []");
    assert_eq!(keys(&found), ["law-no-basis"]);
    assert_eq!((found[0].why.basis(), found[0].line), (Some(("55-19", "6")), Some(before.lines().count() + 1)));
}

#[test]
fn the_line_is_the_one_at_fault() {
    let found = faults("unit = \"arr-permits\"", "unit = \"moon\"");
    let fault = found.iter().find(|fault| fault.why.key.ends_with("unit-unknown")).unwrap();
    let line = GOOD.lines().position(|line| line.starts_with("route = ")).unwrap() + 1;
    assert_eq!(fault.line, Some(line));
    let unknown_key = faults("level = \"contact\"", "levle = \"contact\"");
    let line = GOOD.lines().position(|line| line.starts_with("level = ")).unwrap() + 1;
    assert_eq!(unknown_key.iter().map(|fault| fault.line).collect::<Vec<_>>(), [Some(line)]);
}

#[test]
fn what_the_law_forbids_is_refused_with_its_article() {
    let asked = |kind: &str, more: &str| {
        format!(
            "[[procedure.piece]]\nid = \"forbidden\"\nkind = \"{kind}\"\nfrom = \"applicant\"\nrequired = true\n{more}\n[[procedure.piece]]\nid = \"title\""
        )
    };
    let table = [
        (asked("sketch", "copies = 2\n"), "law-copies", "55-19", "7"),
        (asked("sketch", "hint = { ar = \"نسختان\", fr = \"En deux exemplaires\" }\n"), "law-copies", "55-19", "7"),
        (asked("mandate", "hint = { ar = \"مصادق عليها\", fr = \"Avec signature légalisée\" }\n"), "law-certified", "55-19", "7"),
        (
            asked("original", "label = { ar = \"نسخة مطابقة للأصل\", fr = \"Copie certifiée conforme\" }\n"),
            "law-certified",
            "55-19",
            "7",
        ),
        (asked("tax-receipt", ""), "law-own-paper", "55-19", "7, 23"),
        (asked("burial-permit", ""), "law-own-paper", "55-19", "7, 23"),
        (asked("company-registration", ""), "law-public-paper", "55-19", "7, 23"),
        (asked("birth-certificate", ""), "law-birth", "04-20", "11"),
        (asked("residence-certificate", ""), "law-residence", "04-20", "11"),
        (asked("life-certificate", ""), "law-life", "04-20", "11"),
        (asked("nationality-certificate", ""), "law-nationality", "04-20", "11"),
        (asked("national-card", ""), "law-card", "55-19", "4, 7"),
    ];
    for (to, key, law, article) in table {
        let found = faults("[[procedure.piece]]\nid = \"title\"", &to);
        let fault = found.iter().find(|fault| fault.why.key.ends_with(key)).unwrap_or_else(|| panic!("{key}: {found:?}"));
        assert_eq!((fault.why.args["law"].as_str(), fault.why.args["article"].as_str()), (law, article), "{key}");
        assert!(fault.sentence().contains(article), "{}", fault.sentence());
        assert!(fault.line.is_some(), "{key}");
    }
}

#[test]
fn who_holds_no_card_may_be_asked_for_a_birth_certificate() {
    let question = "[[procedure.question]]\nid = \"has_card\"\npage = \"works\"\nkind = \"yesno\"\nlabel = { ar = \"بطاقة؟\", fr = \"Une carte ?\" }\nrequired = true\n\n[[procedure.piece]]\nid = \"birth\"\nkind = \"birth-certificate\"\nfrom = \"applicant\"\nif = '{\"===\":[{\"var\":\"has_card\"},false]}'\n\n[[procedure.piece]]\nid = \"title\"";
    let found = faults("[[procedure.piece]]\nid = \"title\"", question);
    assert_eq!(keys(&found), Vec::<&str>::new());
}

#[test]
fn silence_counts_only_for_the_acts_of_the_decree() {
    let found = faults("code = \"P21\"", "code = \"P99\"");
    let fault = found.iter().find(|fault| fault.why.key.ends_with("silence-not-listed")).unwrap();
    assert_eq!(fault.why.args["decree"], "2-22-141");
}

#[test]
fn who_signs_first_is_a_known_role_named_once_on_a_paper_that_somebody_signs() {
    let first = |roles: &str| {
        keys(&faults("sign = \"qualified\"", &format!("sign = \"qualified\"\nfirst_signed_by = {roles}"))).join(" ")
    };
    assert_eq!(first("[\"service_head\", \"dgs\"]"), "");
    assert_eq!(first("[\"head_of_nothing\"]"), "name-unknown");
    assert_eq!(first("[\"dgs\", \"dgs\"]"), "twice");
    assert_eq!(first("[\"dgs\", \"service_head\", \"agent\", \"cashier\", \"triage\"]"), "signers");
    let sealed = faults("sign = \"seal\"", "sign = \"seal\"\nfirst_signed_by = [\"dgs\"]");
    assert_eq!((keys(&sealed), sealed[0].line > Some(1)), (vec!["signers"], true));
}
