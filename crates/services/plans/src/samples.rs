//! Models that the sweep renders the pages with.

use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    module
        .sample("plans/plan.html", "two remarks", plan())
        .sample("plans/_file.html", "one to stamp, one stamped", context! { plans => vec![row(false), row(true)] })
        .sample(
            "plans/_author.html",
            "to mend, and stamped",
            context! { stamped => vec![row(true)], remarks => vec![remark(false)] },
        )
}

fn label() -> Json {
    context! { ar => "التصاميم المعمارية", fr => "Plans d'architecte" }
}

fn row(stamped: bool) -> Json {
    context! {
        label => label(), at => "24/11/2026", aside => !stamped, fault => (!stamped).then_some("locked"), stamped_on => stamped.then_some("24 novembre 2026"), url => "/desk/x/plans/y",
        open => 1, all => 2, stamped => stamped.then_some("/desk/plans/y/stamped.pdf"), pdf => "/requests/x/plans/y?k=z",
    }
}

fn remark(resolved: bool) -> Json {
    context! {
        number => 1, page => 1, square => "C4", words => "Escalier trop étroit", when => "24/11/2026 10:00", unit => context! { ar => "التعمير", fr => "Urbanisme" },
        resolved => resolved.then_some("25/11/2026"), url => "/desk/x/plans/y?page=1", action => "/desk/x/remarks/1", label => label(),
    }
}

fn plan() -> Json {
    let cell = context! { name => "C4", x => 300, y => 300, url => "/desk/x/plans/y?page=1&at=C4#remark", chosen => true };
    context! {
        title => label(), code => "SAL-7K3Q-9MPX-R", file => "/desk/x", page => 1, pages => 2, width => 1600, height => 1130, picture => "/desk/plans/y/pages/1", cell_width => 100,
        cell_height => 94, cells => vec![cell], pins => vec![context! { number => 1, x => 350, y => 340, resolved => false }], remarks => vec![remark(false), remark(true)],
        opinions => vec![context! { title => label(), verdict => "favourable", words => "RAS" }], may => true, action => "/desk/x/plans/y", aside => false, aside_url => "/x", original => "/x",
        stamped => "/x", prev => None::<&str>, next => "/x", typed => "C4", words => "", errors => vec![context! { name => "words", text => "Écrivez la remarque." }],
    }
}
