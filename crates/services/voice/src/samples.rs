//! Models that every template must render, in every language.

use kernel::Label;
use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    module
        .sample("voice/list.html", "one to write, one to call", list(true))
        .sample("voice/list.html", "nothing waits", list(false))
        .sample("voice/note.html", "to be written down", note("waiting", true))
        .sample("voice/note.html", "to be read back", note("heard", false))
        .sample("voice/note.html", "over", note("settled", false))
        .sample("voice/_file.html", "on the file", file("waiting"))
        .sample("voice/_file.html", "over", file("settled"))
        .sample("voice/_author.html", "to its author", context! { state => "waiting", read_back => () })
        .sample("voice/_receipt.html", "on the receipt", context! { state => "waiting", read_back => () })
}

fn title() -> Label {
    Label::new("حفرة في الطريق", "Trou dans la chaussée")
}

fn list(full: bool) -> Json {
    let row = |waiting: bool| {
        context! { url => "#", code => "SAL-7K3Q-9MPX-R", title => title(), place => waiting.then(title), received => "اليوم 10:00", waiting => waiting, tries => 1, urgent => waiting }
    };
    let of = |waiting: bool| if full { vec![row(waiting)] } else { Vec::new() };
    context! { waiting => of(true), calls => of(false), total => if full { 2 } else { 0 } }
}

fn note(state: &str, faulty: bool) -> Json {
    let errors = if faulty { vec![context! { name => "words", text => "…" }] } else { Vec::new() };
    let version = |own: bool| context! { at => "اليوم 10:00", by => "سعيد", words => "حفرة كبيرة", own => own };
    let settled = state == "settled";
    context! {
        code => "SAL-7K3Q-9MPX-R", title => title(), icon => "road", base => "/ar/desk/voice/1", file => "/ar/desk/1", sound => (!settled).then_some("/desk/voice/1/sound"),
        state => state, read_back => settled.then_some("confirmed"), received => "اليوم 10:00", spoken => vec![context! { value => "darija", label => "الدارجة" }],
        spoken_as => (state != "waiting").then_some("darija"), written => if faulty { "حفرة" } else { "" }, said => (state != "waiting").then_some("حفرة كبيرة"),
        phone => (!settled).then(|| context! { shown => "06 12 34 56 78", dial => "+212612345678" }), tries => 1, versions => if settled { vec![version(true), version(false)] } else { Vec::new() },
        may_correct => state == "heard", waiting => state == "waiting", categories => vec![context! { value => "pothole", label => "حفرة", selected => true }], sort => "/ar/desk/1/category",
        typed => context! { words => "", spoken => "", outcome => "", corrected => "" }, errors => errors,
    }
}

fn file(state: &str) -> Json {
    let over = state == "settled";
    context! { state => state, spoken => over.then_some("darija"), read_back => over.then_some("unreached"), tries => 3, url => (!over).then_some("#"), erased => over }
}
