//! Models that the sweep renders the pages with.

mod public;

use crate::actions::statistics::{Figures, Line};
use kernel::{Label, Point};
use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    module
        .sample("reports/choose.html", "categories and a search", choose(false))
        .sample("reports/choose.html", "at the counter", choose(true))
        .sample("reports/photo.html", "not a photo", context! { errors => vec![fault("photo")] })
        .sample("reports/number.html", "a number to type", number(false, false))
        .sample("reports/number.html", "a known lamp", number(true, false))
        .sample("reports/number.html", "an unknown number", number(false, true))
        .sample("reports/form.html", "an empty form", form(false, false))
        .sample("reports/form.html", "a form with faults", form(false, true))
        .sample("reports/form.html", "at the counter", form(true, true))
        .sample(
            "reports/_objects.html",
            "two lamps",
            context! { objects => vec![context! { number => "TAB-0412", place => "Av. Mohammed V", url => "#" }] },
        )
        .sample("reports/near.html", "is it one of these", near())
        .sample("reports/photo_place.html", "a place in a photo", photo_place())
        .sample("reports/elsewhere.html", "an open neighbour", elsewhere(true))
        .sample("reports/elsewhere.html", "at sea", elsewhere(false))
        .sample("reports/receipt.html", "a receipt", receipt())
        .sample("reports/list.html", "two reports", list(true))
        .sample("reports/list.html", "nothing", list(false))
        .sample("reports/map.html", "two reports", map())
        .sample("reports/report.html", "a late report", report(true))
        .sample("reports/report.html", "an answered report", report(false))
        .sample("reports/statistics.html", "a year", statistics(true))
        .sample("reports/statistics.html", "nothing yet", statistics(false))
        .sample("reports/delays.html", "three services", public::delays(true))
        .sample("reports/delays.html", "no answer yet", public::delays(false))
        .sample("reports/density.html", "two quarters", public::density(true))
        .sample("reports/density.html", "nothing", public::density(false))
        .sample("reports/weeks.html", "two weeks", public::weeks(true))
        .sample("reports/weeks.html", "all of the commune", public::weeks(false))
        .sample("reports/embed.html", "of one quarter", public::embed(true))
        .sample("reports/embed.html", "of everything", public::embed(false))
        .sample("reports/embed_code.html", "to copy", public::embed_code())
}

fn title() -> Label {
    Label { en: Some("Street lamp out".into()), ..Label::new("إنارة عمومية معطلة", "Lampe en panne") }
}

fn area() -> Label {
    Label::new("تابريكت", "Tabriquet")
}

fn fault(name: &str) -> Json {
    context! { name, text => "…" }
}

fn pill(kind: &str) -> Json {
    context! { kind, text => Label::new("قيد المعالجة", "En cours") }
}

fn tile(kind: &str) -> Json {
    context! { label => title(), url => "/ar/report/street-lamp-out", icon => "lamp", kind, words => "ضوء" }
}

fn choose(counter: bool) -> Json {
    let groups = vec![
        context! { id => "lighting", name => Label::new("الإنارة", "Éclairage"), icon => "lamp", tiles => vec![tile("river"), tile("alarm")] },
    ];
    let found = if counter { vec![tile("river")] } else { Vec::new() };
    context! { counter, base => "/report", words => if counter { "" } else { "xyz" }, found, groups, photo => counter }
}

fn thing() -> Json {
    context! { number => "TAB-0412", place => "Av. Mohammed V", kind => Label::new("عمود إنارة", "Lampadaire"), icon => "lamp", url => "#" }
}

fn number(known: bool, unknown: bool) -> Json {
    let asset = known.then(thing);
    let says = unknown.then_some("…");
    let near = if unknown { vec![thing()] } else { Vec::new() };
    let hints =
        vec![context! { name => Label::new("عمود", "Mât"), hint => Label::new("على العمود", "Sur le mât"), icon => "lamp" }];
    context! { number => "412", asset, tiles => vec![tile("river")], near, says, hints }
}

fn question(name: &str, kind: &str, options: usize) -> Json {
    let option = |place: usize| context! { id => format!("o{place}"), label => Label::new("واحد", "Un") };
    context! {
        name, kind, label => Label::new("سؤال", "Question"), hint => Label::new("مثال", "Exemple"), required => true, max => if name == "words" { Some(2_000) } else { None },
        options => (0..options).map(option).collect::<Vec<_>>(), show_if => (), values => vec!["o0"],
    }
}

fn form(counter: bool, faulty: bool) -> Json {
    let errors = if faulty {
        vec![fault("words"), fault("place"), fault("asset_number"), fault("lat"), fault("photo")]
    } else {
        Vec::new()
    };
    let meant = faulty.then(|| vec![context! { number => "TAB-0412", place => "Av. Mohammed V" }]);
    let listed = faulty.then(|| {
        let option = |ticked: bool, instead: &str| context! { id => "x", number => "TAB-0412", place => "Av. Mohammed V", ticked, instead };
        let elsewhere = vec![context! { typed => "RAB-AGD-00012-K", commune => Label::new("الرباط", "Rabat") }];
        context! { text => "TAB-0412, TAB-0419", options => vec![option(true, ""), option(false, "TAB-0419")], elsewhere, unknown => vec!["7"] }
    });
    let photos = if faulty { vec![context! { token => "x", thumb => "/report/kept/x" }] } else { Vec::new() };
    let details = vec![
        question("how", "choice", 3),
        question("many", "choice", 5),
        question("when", "number", 0),
        question("ill", "yesno", 0),
        question("more", "text", 0),
    ];
    context! {
        counter, category => "street-lamp-out", title => title(), hint => title(), icon => "lamp", action => "/report/street-lamp-out", back => "/report",
        danger => faulty.then(title), errors, speaks => true, voice => faulty.then_some("x"), call => counter, consent => faulty, opened => if faulty { vec![context! { name => "how", label => title() }, context! { name => "x_object", label => () }] } else { Vec::new() }, key => "0192f0c4-0000-7000-8000-000000000001", words => question("words", "text", 0),
        photo => context! { label => Label::new("صورة", "Photo"), hint => () }, photos, photos_left => 3, place => context! { required => true },
        number => question("asset_number", "asset", 0), number_hint => Label::new("على العمود", "Sur le mât"), asset_kind => "lamp",
        place_words => question("place_words", "text", 0), quarters => vec![context! { id => "medina", name => Label::new("المدينة", "Médina"), area => area() }, context! { id => "x", name => area(), area => () }],
        quarter => "medina", lat => "34.03", lon => "-6.81", meant, listed, opens => true, details, asked => "how many",
        contact => vec![question("contact_how", "choice", 3), question("contact_phone", "phone", 0), question("contact_email", "email", 0)],
        contact_how => "sms", public => !counter, publish => true, public_photo => false, restricted => false, hide_author => counter, contact_days => 365,
        channel => "phone", author_lang => "fr", center => "34.0,-6.8,12",
    }
}

fn outline() -> Json {
    let area = |code: &str| context! { code, name => area(), path => "M4 4L400 4L400 290Z", x => 200.0, y => 150.0 };
    context! { width => 420, height => 300, areas => vec![area("a"), area("b")] }
}

fn carried() -> Vec<Json> {
    vec![context! { name => "words", value => "حفرة" }]
}

fn near() -> Json {
    let row = |metres: Option<i64>| context! { code => "SAL-7K3Q-9MPX-R", url => "#", words => "ستة أعمدة", followers => 3, when => "أمس", pill => pill("future"), metres };
    context! { counter => false, action => "/report/street-lamp-out", rows => vec![row(Some(20)), row(None)], carried => carried(), title => title(), icon => "lamp", phone => "", email => "" }
}

fn photo_place() -> Json {
    context! { counter => false, action => "/report/x", carried => carried(), title => title(), icon => "lamp", lat => 34.03, lon => -6.81, area => area(), outline => outline(), x => 10.0, y => 20.0 }
}

fn elsewhere(open: bool) -> Json {
    let commune = open.then(|| Label::new("الرباط", "Rabat"));
    context! { counter => false, action => "/report/x", carried => carried(), title => title(), icon => "lamp", commune, door => open.then_some("/c/rabat/ar/report/x"), show => "x_show" }
}

fn receipt() -> Json {
    context! {
        code => "SAL-7K3Q-9MPX-R", pin => "482113", number => "4187/2026", received => "24/11/2026", unit => Label::new("الإنارة", "Éclairage"), title => title(), icon => "lamp",
        link => "/ar/cases/SAL", full_link => "http://localhost/ar/cases/SAL", category => "street-lamp-out", next => context! { due => "27/11/2026", source => title(), confirm => true },
        level => "D1", numbers => vec!["TAB-0412", "TAB-0413"], urgent => true, danger => title(), json => "#", told => false, pending => true, desk => "/ar/desk/1", another => "/ar/report", read_out => Vec::<Json>::new(), panels => Vec::<Json>::new(),
    }
}

fn options() -> Vec<Json> {
    vec![context! { value => "x", label => "x", selected => true }]
}

fn filter() -> Json {
    context! { category => "x", area => (), quarter => "medina", state => "open", words => "ضوء", number => "TAB-1", within => "-6.9,34.0,-6.8,34.1" }
}

fn list(full: bool) -> Json {
    let row = context! { url => "#", title => title(), icon => "lamp", words => "ستة أعمدة منطفئة", pill => pill("future"), place => area(), when => "أمس", followers => 2 };
    let bare = context! { url => "#", title => (), icon => "problem", words => "", pill => (), place => (), when => "أمس", followers => 0 };
    let states: Vec<Json> =
        ["", "open", "done"].iter().map(|word| context! { word, url => "#", current => word.is_empty() }).collect();
    context! { rows => if full { vec![row, bare] } else { Vec::new() }, total => if full { 2 } else { 0 }, more => false, categories => options(), areas => options(), quarters => options(), filter => filter(), filtered => full, states, next => full.then_some("#"), map => "#", atom => "#", panels => Vec::<Json>::new() }
}

fn map() -> Json {
    let dot =
        |count: i64| context! { x => 10.0, y => 20.0, r => "4.0", count => count, kind => "forest", url => "#", title => "x" };
    context! { points => "#", areas_url => "#", list => "#", total => 1_000, more => true, outline => outline(), dots => vec![dot(1), dot(12)], categories => options(), areas => options(), quarters => options(), filter => filter(), filtered => true }
}

fn report(open: bool) -> Json {
    let step = |kind: &str| context! { title => "x", kind, when => "24/11/2026" };
    let due = context! { text => "27/11/2026", late => true, source => title(), confirm => true };
    let point = Point::new(34.03, -6.81).map(|point| (point.lat(), point.lon()));
    context! {
        code => "SAL-7K3Q-9MPX-R", title => title(), icon => "lamp", pill => pill("river"), words => "ستة أعمدة منطفئة",
        photo => (!open).then(|| context! { url => "#", thumb => "#", alt => "x" }), place => open.then(area), unit => area(), received => "24/11/2026", followers => 1, open,
        due => open.then_some(due), steps => vec![step("done"), step("now")], numbers => if open { vec!["TAB-0412"] } else { Vec::new() }, outline => outline(),
        dot => if open { point } else { None }, lat => "34.03000", lon => "-6.81000", rating => (!open).then_some(4), reopened => 1, merged => false, panels => Vec::<Json>::new(), see_cases => "#",
    }
}

fn statistics(full: bool) -> Json {
    let line = |named: bool| context! { id => "x", name => named.then(title), href => named.then_some("#"), received => 12, open => 3, answered => 9, in_time => named.then_some("88%"), median => named.then_some(2), percent => 40 };
    let figures = Figures {
        received: 12,
        open: 3,
        answered: 9,
        in_time_percent: full.then_some(88),
        median_days: full.then_some(2),
        mean_mark: full.then_some(43),
        marks: 4,
        categories: vec![Line::default()],
        ..Figures::default()
    };
    let months =
        if full { vec![context! { id => "2026-11", label => "نونبر", value => 12, percent => 100 }] } else { Vec::new() };
    let (in_time, mean_mark) = (full.then_some("88%"), full.then_some("4,3"));
    context! { figures, in_time, mean_mark, categories => vec![line(true), line(false)], areas => vec![line(true)], months, csv => "#", since => "2025-11-24", panels => Vec::<Json>::new() }
}
