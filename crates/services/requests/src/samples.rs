//! Models that the sweep renders the pages with.

mod for_others;

use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    for_others::add(module)
        .sample("requests/catalogue.html", "all, by event", catalogue("", true))
        .sample("requests/catalogue.html", "a search without result", catalogue("xyz", false))
        .sample("requests/catalogue.html", "at the counter", at_the_counter())
        .sample(
            "requests/sheet.html",
            "a permit",
            context! { sheet => sheet(), start => "/start", back => "/procedures", about => context! { name => "x" } },
        )
        .sample("requests/start.html", "a draft exists", start(false))
        .sample("requests/start.html", "at the counter", start(true))
        .sample("requests/resume.html", "a wrong code", context! { code => "7K3Q", errors => vec![error("code")], mine => Vec::<Json>::new() })
        .sample("requests/resume.html", "drafts of an account", context! { code => "", errors => Vec::<Json>::new(), mine => vec![context! { title => label("رخصة الإصلاح", "Permis de réfection"), icon => "building", url => "/drafts/x", when => "24/11/2026 10:00" }] })
        .sample("requests/page.html", "every kind of question", page())
        .sample("requests/page.html", "pieces", pieces_page())
        .sample("requests/check.html", "something lacks", check(false))
        .sample("requests/check.html", "ready", check(true))
        .sample("requests/receipt.html", "complete", receipt(true))
        .sample("requests/receipt.html", "being completed", receipt(false))
        .sample("requests/receipt.html", "withdrawn", withdrawn())
        .sample("requests/pieces.html", "two pieces", given())
        .sample("requests/take.html", "two documents", take(true))
        .sample("requests/take.html", "nothing fits", take(false))
        .sample("requests/take_for.html", "who is it", take_for("", false))
        .sample("requests/take_for.html", "the code", take_for("x", false))
        .sample("requests/take_for.html", "his documents", take_for("", true))
        .sample("requests/delays.html", "two procedures", delays(true))
        .sample("requests/delays.html", "nothing yet", delays(false))
        .sample("requests/_file.html", "a file at the desk", file())
        .sample("requests/_organisations.html", "a file and a draft", of_organisations())
        .sample("requests/_author.html", "what lacks", author())
}

fn label(ar: &str, fr: &str) -> Json {
    context! { ar => ar, fr => fr }
}

fn error(name: &str) -> Json {
    context! { name => name, text => "Un mot manque." }
}

fn row() -> Json {
    context! {
        title => label("رخصة الإصلاح", "Permis de réfection"), hint => label("لإصلاحات بسيطة", "Pour de petites réparations"), icon => "building",
        code => "P21", url => "/procedures/repair-permit", delay => "10 jours ouvrables",
    }
}

fn catalogue(q: &str, found: bool) -> Json {
    let group = context! { id => "building", icon => "building", name => label("بناء وسكن", "Construire"), rows => vec![row()] };
    let tab = |label: &str, current: bool| context! { label => label, url => "/procedures?by=x", current => current };
    context! {
        counter => false, q => q, found => if found && !q.is_empty() { vec![row()] } else { Vec::new() }, groups => vec![group],
        tabs => vec![tab("Par événement", true), tab("Par public", false)], count => 38, action => "/procedures", ttl => "/procedures.ttl", json => "/procedures.json",
    }
}

fn at_the_counter() -> Json {
    let mut model = catalogue("permis", true);
    model["counter"] = Json::Bool(true);
    model["found"] = Json::Array(vec![row()]);
    model
}

fn sheet() -> Json {
    let piece = |depends: bool| {
        context! {
            label => label("عقد الكراء", "Contrat de bail"), hint => label("موقع", "Signé"), required => true, depends => depends, many => false,
            body => label("المحافظة العقارية", "Conservation foncière"),
        }
    };
    let rate = context! { name => label("شغل الملك العام", "Domaine public"), amount => "30,00 DH", source => label("القرار الجبائي", "Arrêté fiscal"), confirm => true };
    let fee = |amount: Option<&str>| {
        context! { label => label("رسم الإصلاح", "Taxe de réfection"), amount => amount, rates => vec![rate.clone()], depends => amount.is_none(), due => "avant la décision" }
    };
    context! {
        id => "repair-permit", code => "P21", title => label("رخصة الإصلاح", "Permis de réfection"), hint => label("لإصلاحات بسيطة", "Petites réparations"), icon => "building",
        kind => "Autorisation", issuer => label("رئيس مجلس المقاطعة", "Le président du conseil d'arrondissement"), who => label("المالك", "Le propriétaire"),
        audience => vec![context! { name => label("مواطن", "Particulier") }], service => label("التعمير", "Urbanisme"), hours => label("من 8.30 إلى 16.30", "8h30 à 16h30"), level => "Un contact confirmé",
        basis => vec![context! { title => label("القانون 12.90", "Loi 12-90"), article => "المادة 40", confirm => true }, context! { title => label("القانون 55.19", "Loi 55-19"), article => None::<&str>, confirm => false }],
        asked => vec![piece(false), piece(true)], fetched => vec![piece(false)], bodies => vec![piece(true)], shown => vec![piece(false)],
        centimes => 20_000, fees => vec![fee(Some("200,00 DH")), fee(None)], delay => "10 jours ouvrables", delay_source => label("المرسوم 2.18.577", "Décret 2-18-577"), confirm => true,
        silence => true, extended => true, appeal => true, outputs => vec![context! { title => label("رخصة", "Permis"), valid => "6 mois", renewable => false }],
        opinions => vec![context! { title => label("رأي المراقبة", "Avis du contrôle") }],
    }
}

fn of_organisations() -> Json {
    let row = context! { title => "رخصة الإصلاح", icon => "building", code => "SAL-7K3Q-9MPX-R", url => "/cases/x", whose => "شركة النور", state => Some("قيد الدرس") };
    let draft = context! { title => "رخصة البناء", url => "/drafts/x", whose => "جمعية الأمل" };
    context! { rows => vec![row], drafts => vec![draft] }
}

fn start(counter: bool) -> Json {
    let channels = if counter { vec![context! { value => "counter", label => "Guichet" }] } else { Vec::new() };
    context! {
        sheet => sheet(), begun => (!counter).then(|| context! { url => "/drafts/x", forget => "/drafts/x/forget", when => "24/11/2026 10:00" }), counter => counter, channels => channels,
        action => "/procedures/x/start", back => "/procedures/x", signed_in => counter, sign_in => "/sign-in", resume => "/drafts",
        acts_for => if counter { Vec::new() } else { vec![context! { value => "x", label => "شركة النور" }] },
    }
}

fn head() -> Json {
    context! {
        title => label("رخصة الإصلاح", "Permis de réfection"), icon => "building", code => "7K3Q-9MPX-R2TD", procedure => "repair-permit",
        steps => vec!["Les travaux", "Qui demande ?", "Les pièces", "Vérifiez"], at => 2, back => "/drafts/x/works", sheet => "/procedures/x", counter => false,
        frame => "ui/base.html", kiosk => false, for_whom => None::<&str>, whose => Some("شركة النور"),
        action => "/drafts/x/works", days => 30, resume => "https://example.ma/fr/drafts/x", offered => true, changed => true, version => 2,
    }
}

fn field(kind: &str, more: Json) -> Json {
    let option = |id: &str| context! { id => id, label => label("جواب", "Réponse") };
    let column = |id: &str, kind: &str| {
        context! {
            name => id, kind => kind, label => label("عمود", "Colonne"), hint => None::<Json>, required => true, max => None::<i64>, min => None::<i64>, options => Vec::<Json>::new(),
            show_if => None::<&str>, values => Vec::<String>::new(), parts => Json::Object(Default::default()), columns => Vec::<Json>::new(),
        }
    };
    let mut field = context! {
        name => format!("q-{kind}"), kind => kind, label => label("سؤال", "Question"), hint => label("توضيح", "Précision"), required => true, max => 5, min => 1,
        options => vec![option("a"), option("b")], show_if => None::<&str>, values => vec!["a"], parts => Json::Object(Default::default()),
        columns => if kind == "table" { vec![column("name", "text"), column("n", "number")] } else { Vec::new() },
    };
    if let (Json::Object(field), Json::Object(more)) = (&mut field, more) {
        field.extend(more);
    }
    context! { field => field, computed => (kind == "computed").then_some("42"), private => kind == "person" }
}

fn page() -> Json {
    let kinds = ["text", "number", "money", "date", "choice", "choices", "yesno", "parcel", "phone", "email", "computed", "info"];
    let mut fields: Vec<Json> = kinds.iter().map(|kind| field(kind, context! {})).collect();
    fields.push(field("text", context! { name => "long", max => 2000, hint => None::<Json> }));
    fields.push(field("person", context! { parts => context! { name => "ليلى", card => "AB123456" } }));
    fields.push(field("company", context! { parts => context! { name => "SARL", ice => "001234567000089" } }));
    let cells = platform::json::json!({ "0.name": "x", "0.n": "2" });
    fields.push(field("table", context! { parts => cells }));
    context! {
        head => head(), kiosk => None::<Json>, page => context! { id => "works", title => label("الأشغال", "Les travaux"), hint => label("صفوها", "Décrivez-les") }, fields => fields,
        errors => vec![error("q-text"), error("q-person.card"), error("q-table.0.n"), error("lat")], one_more => true, opens => true, asked => "q-text",
        place => context! { required => true, label => label("المكان", "Lieu"), hint => label("على الخريطة", "Sur la carte") }, lat => "34.04", lon => "-6.80",
        quarter => "tabriquet", quarters => vec![context! { id => "tabriquet", name => label("تابريكت", "Tabriquet"), area => label("تابريكت", "Tabriquet") }, context! { id => "x", name => label("حي", "Hay"), area => None::<Json> }],
        center => "34.04,-6.80,12", pieces => Vec::<Json>::new(), fetched => Vec::<Json>::new(), most_mb => 12, uploads => "/drafts/x/uploads", part => 1_000_000,
    }
}

fn pieces_page() -> Json {
    let mut model = page();
    let file = |thumb: Option<&str>| context! { name => "bail.pdf", size => 120, thumb => thumb, remove => "/drafts/x/files/y/remove", lent => thumb.is_some() };
    let piece = |id: &str, files: Vec<Json>| {
        context! { id => id, label => label("عقد الكراء", "Contrat de bail"), hint => label("موقع", "Signé"), required => true, many => true, most_mb => 5, files => files, take => (id == "lease").then_some("/drafts/x/take/lease") }
    };
    model["page"] = context! { id => "pieces", title => label("الوثائق", "Les pièces"), hint => None::<Json> };
    model["fields"] = Json::Array(Vec::new());
    model["place"] = Json::Null;
    model["errors"] = Json::Array(vec![error("piece-lease")]);
    model["pieces"] = Json::Array(vec![piece("lease", vec![file(None), file(Some("/t"))]), piece("consent", Vec::new())]);
    let fetched = |from: &str| context! { label => label("شهادة الملكية", "Certificat de propriété"), from => from, body => label("المحافظة", "Conservation") };
    model["fetched"] = Json::Array(vec![fetched("commune"), fetched("body"), fetched("shown")]);
    model
}

fn take(some: bool) -> Json {
    let document = |id: &str, until: Option<&str>| context! { id => id, title => "عقد الكراء", trust => "own", until => until };
    let documents = if some { vec![document("x", None), document("y", Some("24/12/2026"))] } else { Vec::new() };
    context! {
        title => label("رخصة الإصلاح", "Permis de réparer"), icon => "hammer", piece => label("عقد الكراء", "Contrat de bail"), hint => None::<Json>,
        choice => context! { documents => documents, consent => "أوافق", years => if some { 10 } else { 0 }, all => "/my/documents" },
        errors => if some { vec![error("consent")] } else { Vec::new() }, chosen => "y", action => "/drafts/x/take/lease", back => "/drafts/x/pieces",
    }
}

fn take_for(ticket: &str, open: bool) -> Json {
    let mut model = take(true);
    let asked = !ticket.is_empty();
    let more = context! {
        contact => "0612345678", ticket => ticket, to => asked.then_some("+212 6•• ••• •12"), over => false, ask => "/x/person", prove => "/x/code",
        errors => if open { Vec::new() } else { vec![error(if asked { "code" } else { "contact" })] },
    };
    if let (Some(model), Json::Object(more)) = (model.as_object_mut(), more) {
        model.extend(more);
    }
    if !open {
        model["choice"] = Json::Null;
    }
    model
}

fn check(ready: bool) -> Json {
    let pair = context! { label => "Nature des travaux", value => "Façade" };
    let section =
        context! { title => label("الأشغال", "Les travaux"), edit => "/drafts/x/works", pairs => vec![pair], wrong => !ready };
    let piece = |count: usize| context! { label => label("عقد الكراء", "Contrat de bail"), required => true, count => count };
    context! {
        head => head(), kiosk => None::<Json>, sections => vec![section], pieces => vec![piece(2), piece(0)], pieces_edit => "/drafts/x/pieces",
        lacking => if ready { Vec::new() } else { vec![context! { label => label("عقد الكراء", "Contrat de bail") }] },
        fetched => vec![context! { label => label("شهادة الملكية", "Certificat"), from => "body", body => label("المحافظة", "Conservation") }],
        centimes => 20_000, fees => vec![context! { label => label("رسم الإصلاح", "Taxe"), amount => "200,00 DH", due => "avant la décision" }], total => "200,00 DH", has_fees => true,
        delay => "10 jours ouvrables", confirm => true, silence => true, ready => ready, errors => if ready { Vec::new() } else { vec![error("")] },
        field_errors => Vec::<Json>::new(), spot => false, card => ready, unsure => (!ready).then_some("Identité à confirmer"), prove => "/sign-in",
    }
}

fn receipt(complete: bool) -> Json {
    let lacking = if complete { Vec::new() } else { vec![context! { label => label("عقد الكراء", "Contrat de bail") }] };
    context! {
        code => "SAL-7K3Q-9MPX-R", pin => "482913", number => "12/2026", received => "24/11/2026 10:00", whose => complete.then_some("شركة النور"), title => label("رخصة الإصلاح", "Permis de réfection"), icon => "building",
        unit => label("مصلحة الرخص", "Service des permis"), complete => complete, lacking => lacking, spot => false,
        due => context! { day => "8 décembre 2026", source => label("10 أيام عمل", "10 jours ouvrables"), confirm => true, clock => "decision" }, silence => true, appeal => true,
        qr => "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", verify => "https://example.ma/fr/verify/J1", sealed => "J1.x", link => "/cases/x?k=y", pieces_url => "/requests/x/pieces?k=y",
        json => "/cases/x/receipt.json", level => "D1", told => true, desk => None::<&str>, another => "/procedures", holder => false, over => None::<&str>, pdf => "/requests/x/receipt.pdf?k=y",
    }
}

fn withdrawn() -> Json {
    let mut model = receipt(true);
    model["over"] = Json::from("Demande retirée le 24 novembre 2026.");
    model["due"] = Json::Null;
    model
}

fn given() -> Json {
    let piece = |id: &str, lacking: bool| {
        context! { id => id, label => label("عقد الكراء", "Contrat de bail"), hint => None::<Json>, required => true, many => true, most_mb => 5, count => usize::from(!lacking), lacking => lacking }
    };
    context! {
        code => "SAL-7K3Q-9MPX-R", title => label("رخصة الإصلاح", "Permis de réfection"), icon => "building", pieces => vec![piece("lease", true), piece("consent", false)], open => true,
        errors => vec![error("piece-lease")], action => "/requests/x/pieces?k=y", back => "/cases/x?k=y", waiting => true, most_mb => 12,
    }
}

fn delays(some: bool) -> Json {
    let row = |few: bool| {
        let shown = (!few).then_some(12);
        context! {
            title => label("رخصة الإصلاح", "Permis de réfection"), url => "/procedures/x", promised => "10 jours ouvrables", count => shown, silent => shown, median => shown, p90 => shown, in_time => shown,
        }
    };
    let service = context! { title => label("التعمير", "Urbanisme"), url => None::<Json>, promised => None::<Json>, count => 12, silent => 1, median => 9, p90 => 30, in_time => 75 };
    context! { over => if some { vec![service] } else { Vec::new() }, rows => if some { vec![row(false)] } else { Vec::new() }, few => if some { vec![row(true)] } else { Vec::new() }, fewest => 5, csv => "/data/procedure-delays.csv", back => "/procedures" }
}

fn file() -> Json {
    let one = |thumb: Option<&str>, scan: &str| context! { url => "/desk/pieces/x", thumb => thumb, kind => "application/pdf", scan => scan, at => "24/11/2026" };
    let piece = |from: &str, lacking: bool, files: Vec<Json>| {
        context! { label => label("عقد الكراء", "Contrat de bail"), from => from, body => label("المحافظة", "Conservation"), required => true, lacking => lacking, files => files }
    };
    let opinion = |verdict: Option<&str>| {
        context! {
            id => "control", title => label("رأي المراقبة", "Avis du contrôle"), unit => label("المراقبة", "Contrôle"), verdict => verdict, words => "RAS", waiting => verdict.is_none(), due => "1 décembre 2026",
            given => verdict.map(|_| "25/11/2026"), silence => "favourable", action => "/desk/x/opinions/control", voice => match verdict { None => Some("paper"), Some("silent") => None, _ => Some("own") },
            records => true, source => verdict.filter(|one| *one == "reserved").map(|_| "رئيس المصلحة، رقم 12/2026"), by => verdict.map(|_| "سعيد الكاتب"),
        }
    };
    let under = context! { name => "مكتب الكاتب العمومي", kind => "writer", signed => "1 دجنبر 2026", until => "1 يونيو 2027", proof => "12/2026", scan => "/desk/mandates/x/scan", ended => true };
    context! {
        whose => context! { name => "شركة النور", kind => "company", number => "001561191000066", by => "أ••• س•••", role => "legal" },
        scanner => true, under => under, sections => vec![context! { title => label("الأشغال", "Les travaux"), pairs => vec![context! { label => "Nature", value => "Façade" }] }],
        pieces => vec![piece("applicant", true, Vec::new()), piece("applicant", false, vec![one(Some("/t"), "clean"), one(None, "waiting"), one(None, "infected")]), piece("commune", false, Vec::new()), piece("body", false, Vec::new())],
        lacking => 1, opinions => vec![opinion(None), opinion(Some("favourable")), opinion(Some("reserved")), opinion(Some("silent"))],
    }
}

fn author() -> Json {
    context! {
        sections => vec![context! { title => label("الأشغال", "Les travaux"), pairs => vec![context! { label => "Nature", value => "Façade" }] }],
        lacking => vec![context! { label => label("عقد الكراء", "Contrat de bail") }], takes => true, waiting => true, give => "/requests/x/pieces?k=y", receipt => "/requests/x/receipt?k=y",
        dues => vec![context! { label => label("رسم الإصلاح", "Taxe"), amount => "200,00 DH", state => "due", when => "grant" }], owed => "200,00 DH",
        order => context! { number => "7/2026", state => "open", pdf => "/requests/x/order.pdf?k=y" },
    }
}
