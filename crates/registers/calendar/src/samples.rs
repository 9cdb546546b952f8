//! Models that the sweep renders the pages with.

use crate::model::{Holiday, Hours, Standing};
use crate::pages;
use kernel::{Day, Label};
use platform::json::json;
use platform::{Fields, Json};

const HOURS: Hours = Hours { opens: 510, closes: 990, ramadan_opens: 540, ramadan_closes: 900, days_move: true };

pub fn year() -> Json {
    let days = Standing::ALL.iter().enumerate().filter_map(|(place, standing)| {
        let day = Day::ymd(2026, 3, 20)?.plus_days(place as i64);
        Some(Holiday { day, name: Label::new("عيد الفطر", "Aïd al-Fitr"), standing: *standing })
    });
    pages::model(2026, days.collect(), true, HOURS, json!([]), Fields::default())
}

pub fn unknown_year() -> Json {
    let mut typed = Fields::default();
    typed.push("day", "2031-13-01");
    pages::model(2031, Vec::new(), false, HOURS, json!([{ "name": "day", "text": "…" }]), typed)
}
