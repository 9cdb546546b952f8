//! Models of the pages of filing for others, and of the kiosk.

use super::{error, head, label, page, receipt, row, sheet};
use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    module
        .sample("requests/page.html", "for somebody else", with_head(page(), "ui/base.html", Some("ليلى بنعيسى")))
        .sample("requests/page.html", "at a kiosk", with_head(page(), "requests/kiosk_frame.html", None))
        .sample("requests/check.html", "for somebody else", with_head(super::check(true), "ui/base.html", Some("ليلى بنعيسى")))
        .sample("requests/check.html", "at a kiosk", with_head(super::check(false), "requests/kiosk_frame.html", None))
        .sample("requests/receipt.html", "as a holder hands it over", held())
        .sample("requests/writer.html", "two people", writer(None))
        .sample("requests/writer.html", "may not act", writer(Some("Votre mandat a pris fin.")))
        .sample("requests/writer_paper.html", "something is wrong", paper())
        .sample("requests/writer_person.html", "in force", person(true))
        .sample("requests/writer_person.html", "over", person(false))
        .sample("requests/mandate.html", "in force", mandate(true))
        .sample("requests/mandate.html", "over", mandate(false))
        .sample("requests/mandate_code.html", "a wrong code", context! { code => "7K3Q", errors => vec![error("code")] })
        .sample("requests/kiosk_frame.html", "the frame alone", context! { kiosk => kiosk() })
        .sample("requests/kiosk_first.html", "the first screen", context! { name => "K1", site => "", kiosk => None::<Json> })
        .sample("requests/kiosk_procedures.html", "one procedure", context! { rows => vec![row()], kiosk => kiosk() })
        .sample("requests/kiosk_procedures.html", "nothing", context! { rows => Vec::<Json>::new(), kiosk => kiosk() })
        .sample(
            "requests/kiosk_procedure.html",
            "a permit",
            context! { sheet => sheet(), action => "/kiosk/procedures/x", kiosk => kiosk() },
        )
        .sample("requests/kiosk_resume.html", "a wrong code", context! { errors => vec![error("code")], kiosk => kiosk() })
        .sample("requests/kiosk_ticket.html", "being completed", ticket())
        .sample("requests/kiosk_over.html", "over", context! { first => "/kiosk", kiosk => None::<Json> })
}

fn kiosk() -> Json {
    context! { page => 170, untouched => 90, over => "/fr/kiosk/over", still => "/kiosk/still", end => "/fr/kiosk/end" }
}

fn with_head(mut model: Json, frame: &str, for_whom: Option<&str>) -> Json {
    let at_kiosk = frame == "requests/kiosk_frame.html";
    let mut head = head();
    head["frame"] = frame.into();
    head["kiosk"] = at_kiosk.into();
    head["for_whom"] = for_whom.map_or(Json::Null, Json::from);
    model["head"] = head;
    model["kiosk"] = if at_kiosk { kiosk() } else { Json::Null };
    model
}

fn held() -> Json {
    let mut model = receipt(true);
    for (name, value) in
        [("pin", Json::Null), ("pdf", Json::Null), ("link", Json::Null), ("json", Json::Null), ("holder", Json::Bool(true))]
    {
        model[name] = value;
    }
    model["for_whom"] = "ليلى بنعيسى".into();
    model["contact"] = "+212 6•• ••• •12".into();
    model
}

fn ticket() -> Json {
    let follow = "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>";
    context! { receipt => receipt(false), follow => follow, kiosk => kiosk(), now => "24/11/2026 10:00" }
}

fn filed() -> Json {
    context! { code => "SAL-7K3Q-9MPX-R", title => "Permis de réfection", url => "/writer/files/x", at => "24/11/2026 10:00", state => "Reçu" }
}

fn writer(refused: Option<&str>) -> Json {
    let person = |holds: bool| context! { name => "ليلى بنعيسى", holds => holds, until => "1 juin 2027", url => "/writer/papers/x", count => 2 };
    let may = refused.is_none();
    context! {
        name => "مكتب الكاتب العمومي", until => "31 décembre 2026", refused => refused, papers => if may { vec![person(true), person(false)] } else { Vec::new() },
        filed => if may { vec![filed()] } else { Vec::new() },
    }
}

fn paper() -> Json {
    let one = context! { value => "repair-permit", label => "رخصة الإصلاح", selected => true };
    context! {
        errors => vec![error("contact"), error("procedures")], boxes => vec![one], name => "ليلى", contact => "06", lang => "ar", reference => "", signed_on => "24/11/2026",
        ends_on => "31/12/2026", most_mb => 12,
    }
}

fn person(holds: bool) -> Json {
    let begin = context! { id => "repair-permit", title => "رخصة الإصلاح", icon => Some("building") };
    let draft = context! { title => "رخصة الإصلاح", at => "24/11/2026 10:00", url => "/drafts/x" };
    context! {
        name => "ليلى بنعيسى", contact => "+212 6•• ••• •12", holds => holds, ended => !holds, signed => "24 novembre 2026", until => "1 juin 2027", proof => "12/2026",
        scan => holds.then_some("/writer/papers/x/scan"), begin => if holds { vec![begin] } else { Vec::new() }, action => "/writer/papers/x/begin",
        drafts => vec![draft], filed => vec![filed()],
    }
}

fn mandate(holds: bool) -> Json {
    let line = context! { at => "24/11/2026 10:00", what => "filed", name => "ليلى", title => label("رخصة", "Permis")["fr"], code => "SAL-7K3Q-9MPX-R" };
    let link = context! { code => "SAL-7K3Q-9MPX-R", url => "/cases/x", at => "24/11/2026 10:00" };
    context! {
        name => "مكتب الكاتب العمومي", kind => "writer", for_whom => "ليلى بنعيسى", titles => "رخصة الإصلاح", until => "1 juin 2027", signed => "24 novembre 2026", holds => holds,
        lines => vec![line], filed => vec![link.clone()], drafts => if holds { Vec::new() } else { vec![link] }, action => "/mandate/x/end",
    }
}
