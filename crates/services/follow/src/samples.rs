//! Models that the sweep renders the pages with.

use kernel::Label;
use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    let panel = |kind: Option<&str>| context! { kind => kind, url => "/ar/follow", feed => kind.map(|_| "/reports.atom") };
    module
        .sample("follow/choose.html", "nothing is chosen", choose(None))
        .sample("follow/choose.html", "a quarter, and a mistake", choose(Some("quarter")))
        .sample("follow/choose.html", "a report", choose(Some("report")))
        .sample("follow/confirm.html", "a code to type", context! { key => "", errors => Vec::<Json>::new() })
        .sample(
            "follow/confirm.html",
            "a wrong code",
            context! { key => "", errors => vec![context! { name => "code", text => "…" }] },
        )
        .sample("follow/confirm.html", "from the link", context! { key => "abc", errors => Vec::<Json>::new() })
        .sample("follow/stop.html", "a quarter", stop(false))
        .sample("follow/stop.html", "a report", stop(true))
        .sample("follow/_report.html", "an open report", panel(Some("report")))
        .sample("follow/_list.html", "of a quarter", panel(Some("quarter")))
        .sample("follow/_list.html", "of everything", panel(None))
}

fn name() -> Label {
    Label::new("المدينة العتيقة", "Médina")
}

fn choose(kind: Option<&str>) -> Json {
    let option = context! { value => "medina", label => "المدينة العتيقة" };
    let chosen = kind.map(|kind| {
        context! { kind, subject => "medina", name => name(), page => "#", feed => "#", at_once => kind == "report" }
    });
    let errors = if kind == Some("quarter") { vec![context! { name => "contact", text => "…" }] } else { Vec::new() };
    let unknown = kind.is_none().then_some("XYZ-1");
    context! { chosen, unknown, quarters => vec![option.clone()], categories => vec![option], contact => "06", errors }
}

fn stop(report: bool) -> Json {
    let (kind, case) = if report { ("report", "SAL-7K3Q-9MPX-R") } else { ("quarter", "") };
    context! { kind, subject => "medina", name => (!report).then(name), case, key => "abc" }
}
