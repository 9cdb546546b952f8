//! Check letters, pasted lists, plates of elsewhere.

use super::{lamp, town};
use crate::plate::{self, Plate};
use crate::{Reading, list};

fn typed(text: &str) -> Vec<String> {
    list::read(text, 500).unwrap().into_iter().map(|item| item.full.unwrap_or(item.typed)).collect()
}

/// The ends of the only run in a text.
fn run(text: &str) -> Option<(String, i64, i64)> {
    list::read(text, 500).unwrap().into_iter().find_map(|item| item.run).map(|run| (run.letters, run.from, run.to))
}

#[test]
fn the_check_letter_notices_every_wrong_character_and_every_exchange_of_neighbours() {
    let fits = |folded: &str| Plate::parse(&crate::fold_number(folded)).is_some_and(|plate| plate.fits("SAL"));
    // A zero in front of digits may stand elsewhere or lack: that is the same number still.
    let noticed = |wrong: &str, whole: &str| !fits(wrong) || crate::fold_number(wrong) == crate::fold_number(whole);
    let mut plates = 0;
    for serial in (1..=plate::LAST).step_by(397) {
        let Some(number) = plate::number("SAL", "TAB", serial) else { continue };
        let whole = format!("SAL-{number}");
        assert!(fits(&whole) && fits(&number), "{whole}");
        plates += 1;
        let signs: Vec<char> = whole.chars().collect();
        for place in (0..signs.len()).filter(|place| signs[*place] != '-') {
            for other in ('0'..='9').chain('A'..='Z').filter(|other| *other != signs[place]) {
                let mut wrong = signs.clone();
                wrong[place] = other;
                let wrong: String = wrong.into_iter().collect();
                assert!(noticed(&wrong, &whole), "{wrong} for {whole}");
            }
            let next = (place + 1..signs.len()).find(|next| signs[*next] != '-');
            if let Some(next) = next.filter(|next| signs[*next] != signs[place]) {
                let mut wrong = signs.clone();
                wrong.swap(place, next);
                let wrong: String = wrong.into_iter().collect();
                assert!(noticed(&wrong, &whole), "{wrong} for {whole}");
            }
        }
    }
    assert!(plates > 100, "most serials have a letter");
    assert!(!fits("RAB-TAB-00001-K") || plate::check("RAB", "TAB", 1) == Some('K'));
    assert_eq!(Plate::parse("412"), None);
    assert_eq!(Plate::parse("TAB0K"), None);
}

#[test]
fn a_list_is_read_as_people_paste_it() {
    assert_eq!(typed("TAB-0412, TAB-0413 و TAB-0414"), ["TAB-0412", "TAB-0413", "TAB-0414"]);
    assert_eq!(typed("TAB-0412 وTAB-0413"), ["TAB-0412", "TAB-0413"]);
    assert_eq!(typed("TAB-0412\r\nTAB-0413\n\nTAB-0414"), ["TAB-0412", "TAB-0413", "TAB-0414"]);
    assert_eq!(typed("TAB-0412، 0413؛ ٤١٤"), ["TAB-0412", "TAB-0413", "TAB-414"]);
    assert_eq!(typed("\u{200f}TAB-٠٤١٢\u{200f} و \u{200f}TAB-٠٤١٣"), ["TAB-0412", "TAB-0413"]);
    assert_eq!(typed("TAB 412 413"), ["TAB 412", "TAB-413"]);
    assert_eq!(typed("TAB-0412, tab412, TAB-412"), ["TAB-0412"], "the same number once");
    assert_eq!(typed("TAB-00412-K et TAB-00413-X"), ["TAB-00412-K", "TAB-00413-X"]);
    assert_eq!(typed("lampe, rue"), Vec::<String>::new());
}

#[test]
fn ranges_and_rows_are_laid_out() {
    let tab = |from, to| Some(("TAB".to_owned(), from, to));
    assert_eq!(run("TAB-0412-0414"), tab(412, 414));
    assert_eq!(run("TAB-0412 – TAB-0414"), tab(412, 414));
    assert_eq!(run("من TAB-0412 إلى TAB-0414"), tab(412, 414));
    assert_eq!(run("de TAB-0412 à 0414"), tab(412, 414));
    assert_eq!(run("من 0412 إلى 0414"), Some((String::new(), 412, 414)));
    assert_eq!(run("0412-0414"), Some((String::new(), 412, 414)));
    assert_eq!(run("٠٤١٢ - ٠٤١٤"), Some((String::new(), 412, 414)));
    assert_eq!(run("TAB-0412 (3 in a row)"), tab(412, 414));
    assert_eq!(run("TAB-0412, 3 à la suite"), tab(412, 414));
    assert_eq!(run("TAB-0412، ٣ متتالية"), tab(412, 414));
    assert_eq!(run("TAB-0414-0412"), None, "backwards is no range");
    assert_eq!(run("TAB-0412"), None);
}

#[test]
fn a_list_without_end_is_refused_before_it_is_looked_up() {
    let many: Vec<String> = (1..=500).map(|number| format!("TAB-{number}")).collect();
    let refusal = list::read(&many.join("\n"), 50).unwrap_err();
    assert_eq!((refusal.key.as_str(), refusal.args["count"].as_str()), ("assets-list-long", "500"));
    assert_eq!(list::read("1-99999999999", 50).unwrap_err().key, "assets-list-long");
    assert_eq!(list::read("TAB-1, 9223372036854775807 in a row", 50).unwrap_err().key, "assets-list-long");
    assert!(list::read("99999999999999999999999999", 50).unwrap().is_empty(), "no number of ours has so many digits");
}

#[tokio::test]
async fn the_commune_gives_numbers_of_its_own_and_a_slip_is_told_as_such() {
    let town = town().await;
    let given = town.does(|tx| crate::give_numbers(tx, "lamp", "tab", 20, "Tabriquet")).await;
    assert_eq!(given.len(), 20);
    let number = given[7].number.clone();
    let found = town.reads(move |rx| crate::read_number(rx, Some("lamp"), &format!("sal {}", number.replace('-', " ")))).await;
    assert!(matches!(found, Reading::Known(asset) if asset.id == given[7].id));
    let mut wrong = given[7].number.clone();
    let last = wrong.pop().unwrap();
    wrong.push(if last == 'A' { 'B' } else { 'A' });
    let found = town.reads(move |rx| crate::read_number(rx, Some("lamp"), &wrong)).await;
    assert!(matches!(&found, Reading::Slip(near) if near[0].id == given[7].id), "{found:?}");
    let more = town.does(|tx| crate::give_numbers(tx, "lamp", "TAB", 1, "")).await;
    assert!(!given.iter().any(|asset| asset.number == more[0].number), "a number is given once");
    for (kind, letters, key) in [
        ("bin", "TAB", "assets-series-taken"),
        ("lamp", "T4B", "assets-series-shape"),
        ("lamp", "", "assets-series-shape"),
        ("rocket", "ROC", "assets-kind-unknown"),
    ] {
        assert_eq!(town.tries(move |tx| crate::give_numbers(tx, kind, letters, 1, "")).await.unwrap_err().code(), key);
    }
    let listed = town.tries(|tx| crate::import(tx, "lamp", &[lamp("TAB-0412")])).await;
    assert_eq!(listed.unwrap_err().code(), "assets-number-not-of-series");
    town.does(|tx| crate::import(tx, "lamp", &[lamp("BLM-0412")])).await;
    let over = town.tries(|tx| crate::give_numbers(tx, "lamp", "BLM", 1, "")).await;
    assert_eq!(over.unwrap_err().code(), "assets-series-in-list");
}

#[tokio::test]
async fn a_plate_of_another_commune_is_recognised_and_never_taken() {
    let town = town().await;
    town.does(|tx| crate::import(tx, "lamp", &[lamp("TAB-0412"), lamp("413")])).await;
    town.does(|tx| crate::give_numbers(tx, "lamp", "MED", 3, "")).await;
    let rabat = plate::number("RAB", "AGD", 12).or_else(|| plate::number("RAB", "AGD", 13)).unwrap();
    let there = kernel::Label::new("الرباط", "Rabat").ar;
    for typed in [format!("RAB-{rabat}"), "rab agd ٤١٢".to_owned(), "RAB-0412".to_owned()] {
        let asked = typed.clone();
        let found = town.reads(move |rx| crate::read_number(rx, Some("lamp"), &asked)).await;
        assert!(matches!(&found, Reading::Elsewhere(name) if name.ar.contains(&there)), "{typed}: {found:?}");
        let asked = typed.clone();
        assert_eq!(town.reads(move |rx| crate::by_number(rx, None, &asked)).await, None);
    }
    let misread = town.reads(|rx| crate::read_number(rx, Some("lamp"), "TAB-0414")).await;
    assert!(matches!(&misread, Reading::Unknown(near) if near[0].number == "TAB-0412"), "{misread:?}");
    let no_commune = town.reads(|rx| crate::read_number(rx, Some("lamp"), "QQX-0412")).await;
    assert!(matches!(no_commune, Reading::Unknown(_)));
}

#[tokio::test]
async fn a_pasted_list_names_each_object_once_and_says_what_it_does_not_know() {
    let town = town().await;
    let rows: Vec<_> = ["TAB-0412", "TAB-0413", "TAB-0414", "04-12"].into_iter().map(lamp).collect();
    town.does(move |tx| crate::import(tx, "lamp", &rows)).await;
    let read = |text: &'static str| town.reads(move |rx| crate::read_list(rx, Some("lamp"), text, 50));
    let names = |listed: &[crate::Listed]| -> Vec<String> {
        let name = |one: &crate::Listed| match &one.reading {
            Reading::Known(asset) => asset.number.clone(),
            _ => format!("?{}", one.typed),
        };
        listed.iter().map(name).collect()
    };
    assert_eq!(names(&read("TAB-0412-0414").await), ["TAB-0412", "TAB-0413", "TAB-0414"]);
    assert_eq!(names(&read("TAB-0412 3 in a row, TAB-0413").await), ["TAB-0412", "TAB-0413", "TAB-0414"]);
    assert_eq!(names(&read("tab ٤١٢ و ٤١٣ و ٤١٩").await), ["TAB-0412", "TAB-0413", "?TAB-419"]);
    assert_eq!(names(&read("04-12").await), ["04-12"], "a hyphen inside a known number is no range");
    assert_eq!(names(&read("TAB/412").await), ["TAB-0412"]);
    assert_eq!(names(&read("شجرة").await), ["?شجرة"]);
    assert!(read(" \u{200f} ").await.is_empty());
    let series = town.does(|tx| crate::give_numbers(tx, "lamp", "MED", 4, "")).await;
    let listed = read("MED-00001-00040").await;
    assert_eq!(names(&listed)[..4], series.iter().map(|asset| asset.number.clone()).collect::<Vec<_>>()[..]);
    let told = town.visitor().get("/assets/lookup.json?kind=lamp&number=TAB-0412,%20TAB-0419").await.ok().json();
    assert!(told["text"].as_str().unwrap().contains("TAB-0419"), "{told}");
}

#[tokio::test]
async fn a_number_of_two_kinds_asks_which() {
    let town = town().await;
    town.does(|tx| crate::import(tx, "lamp", &[lamp("TAB-0412")])).await;
    town.does(|tx| crate::import(tx, "bin", &[lamp("TAB-412")])).await;
    let found = town.reads(|rx| crate::read_number(rx, None, "TAB412")).await;
    assert!(matches!(&found, Reading::Either(two) if two.len() == 2));
    let found = town.reads(|rx| crate::read_number(rx, Some("bin"), "TAB412")).await;
    assert!(matches!(&found, Reading::Known(asset) if asset.kind == "bin"));
}

#[tokio::test]
async fn plates_are_given_and_printed_with_the_name_of_the_commune() {
    let town = town().await;
    let clerk = town.clerk("agent").await;
    clerk.get("/ar/admin/assets/numbers").await.ok();
    let fields = [("kind", "lamp"), ("letters", "TAB"), ("count", "٢٠"), ("quarter", "Tabriquet")];
    clerk.post("/ar/admin/assets/numbers", &fields).await.redirects_to("/ar/admin/assets?kind=lamp&words=TAB");
    let page = clerk.get("/ar/admin/assets/labels?kind=lamp").await.ok().shows("SAL-TAB-0000").shows("سلا");
    let first = town.reads(|rx| crate::read_number(rx, None, "TAB-00001")).await;
    let number = match &first {
        Reading::Slip(near) | Reading::Unknown(near) => near[0].number.clone(),
        _ => panic!("{first:?}"),
    };
    let plate = format!("SAL-{number}");
    clerk.get("/ar/admin/assets?kind=lamp").await.ok().shows(&plate);
    town.visitor().get(&format!("/fr/a/lamp/{number}")).await.ok().shows(&plate).shows("pas encore en place");
    let told = town.visitor().get(&format!("/assets/lookup.json?number={number}")).await.ok().json();
    assert!(told["text"].as_str().unwrap().contains(&plate), "{told}");
    assert_eq!(page.text().matches("<svg xmlns").count(), 2, "twenty labels are two sheets");
    for (count, letters) in [("0", "TAB"), ("501", "TAB"), ("x", "TAB"), ("5", "12")] {
        clerk.post("/ar/admin/assets/numbers", &[("kind", "lamp"), ("letters", letters), ("count", count)]).await.is(422);
    }
    town.clerk("counter_clerk").await.get("/ar/admin/assets/numbers").await.is(403);
    town.visitor().get("/ar/admin/assets/labels").await.is(303);
}
