//! Samples of the pages that count in public.

use super::{filter, options, outline, title};
use platform::{Json, context};

fn choice(id: &str, current: bool) -> Json {
    context! { id, url => "#", current, days => 90 }
}

pub fn delays(any: bool) -> Json {
    let row = |place: &str, hidden: bool| {
        let text = (!hidden).then_some("3,4");
        context! { name => (place != "worst").then(title), place, hidden, answered => (!hidden).then_some(12), median => text, p90 => text, late => text, late_by_law => text, reopened => text, mark => text, list => "#" }
    };
    let rows = if any { vec![row("best", false), row("", true), row("worst", false)] } else { Vec::new() };
    let bars = rows.iter().map(|row| context! { name => row["name"], value => "3,4", percent => 40 }).collect::<Vec<_>>();
    context! {
        by => "service", days => 90, tabs => ["service", "contractor", "area", "category"].map(|id| choice(id, id == "service")),
        periods => vec![choice("90", true)], columns => ["median", "p90", "late", "reopened", "mark"].map(|id| choice(id, id == "median")),
        rows, all => row("", !any), charts => if any { vec![context! { id => "first", bars }, context! { id => "last", bars }] } else { Vec::new() }, any_hidden => any, fewest => 5, csv => "#",
    }
}

pub fn density(any: bool) -> Json {
    let row = |named: bool| context! { name => named.then(title), count => 12, url => named.then_some("#") };
    let cell = context! { path => "M1 2h3v4h-3z", shade => 2 };
    context! {
        days => 90, periods => vec![choice("90", true)], cells => vec![cell], total => 24, rows => if any { vec![row(true), row(false)] } else { Vec::new() }, areas_rows => if any { vec![row(true)] } else { Vec::new() },
        outline => outline(), squares => "#", csv => "#", areas_url => "#", most => any.then_some(12), fewest => 5, categories => options(),
        areas => options(), quarters => options(), filter => filter(), filtered => any,
    }
}

fn columns() -> Json {
    Json::Array(vec![
        context! { label => "نونبر", value => "12", percent => 100 },
        context! { label => "", value => "3", percent => 25 },
    ])
}

pub fn weeks(narrowed: bool) -> Json {
    context! {
        received => columns(), answered => columns(), rows => vec![context! { monday => "23/11/2026", received => 12, answered => 3 }], weeks => 26,
        all_received => 15, all_answered => 15, drawn => 13, drawn_received => 12, drawn_answered => 3, csv => "#", narrowed, categories => options(), areas => options(), quarters => options(),
        filter => filter(), filtered => narrowed,
    }
}

pub fn embed(named: bool) -> Json {
    context! {
        category => named.then(title), quarter => named.then(title), received => 15, answered => 12, open => 3, weeks => 13, columns => columns(),
        at => "26 نونبر 2026", page => "#", licence => "#",
    }
}

pub fn embed_code() -> Json {
    context! {
        snippet => "<iframe></iframe>", path => "#", height => 640, category => Json::Null, quarter => Json::Null, categories => options(), areas => options(),
        quarters => options(), filter => filter(), filtered => false,
    }
}
