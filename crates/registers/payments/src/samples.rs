//! Models that the sweep renders the pages with.

use platform::{Json, context};

fn paid() -> Json {
    context! { number => "12/2026", reference => "SAL-7K3Q-9MPX-R", amount => "200,00 DH", method => "Chèque", at => "24/11/2026 10:00", voucher => "0412233", bank => "Banque Populaire", payer => "L. Mrini", url => "/desk/cash/receipts/x" }
}

pub fn day() -> Json {
    let sums = vec![context! { label => "Espèces", count => 1, sum => "200,00 DH" }];
    context! { day => "2026-11-24", shown => "24 novembre 2026", rows => vec![paid()], typed => "", wrong => None::<&str>, sums => sums, total => "200,00 DH", back => vec![refund(true)], given_back => "20,00 DH", drawer => "180,00 DH", waiting => vec![refund(false)], methods => methods() }
}

pub fn empty_day() -> Json {
    context! { day => "2026-11-24", shown => "24 novembre 2026", rows => Vec::<Json>::new(), typed => "12/2025", wrong => "Aucun ordre", sums => Vec::<Json>::new(), total => "0,00 DH", given_back => None::<&str>, drawer => "0,00 DH", back => Vec::<Json>::new(), waiting => Vec::<Json>::new(), methods => methods() }
}

fn methods() -> Vec<Json> {
    vec![context! { value => "cash", label => "Espèces" }]
}

fn refund(paid: bool) -> Json {
    context! {
        reference => "SAL-7K3Q-9MPX-R", amount => "20,00 DH", reason => "Demande refusée", words => "Payé deux fois", state => if paid { "paid" } else { "ordered" }, ordered => "24/11/2026",
        number => paid.then_some("3/2026"), method => paid.then_some("Espèces"), file => "/desk/x", pay => (!paid).then_some("/desk/cash/refunds/x"),
        methods => methods(), refused => (!paid).then_some("Credit refused"),
    }
}

pub fn receipt() -> Json {
    let rows = vec![context! { label => label(), amount => "200,00 DH" }];
    context! { paid => paid(), rows => rows, file => "/desk/x", order => "7/2026" }
}

fn label() -> Json {
    context! { ar => "رسم الإصلاح", fr => "Taxe de réfection" }
}

pub fn dues() -> Json {
    let row = |state: &str, receipt: Option<&str>| {
        let adjust = (state == "due").then_some("/desk/x/dues/repair");
        context! { fee => state, paid => state == "paid", label => label(), amount => "200,00 DH", state => state, receipt => receipt, adjust => adjust, typed => "200.00" }
    };
    context! {
        rows => vec![row("due", None), row("paid", Some("/desk/cash/receipts/x"))], owed => true, sum => "200,00 DH",
        order => one("open"), reasons => vec![context! { value => "measured", label => "Mesuré" }], refunds => vec![refund(true), refund(false)],
        refund => context! {
            action => "/desk/x/refunds", reasons => vec![context! { value => "mistake", label => "Payé par erreur" }], granted => true, open => true,
            reason => "mistake", wrong => "Écrivez pourquoi",
        },
    }
}

fn one(state: &str) -> Json {
    let receipt = (state == "paid").then_some("/desk/cash/receipts/x");
    context! {
        number => "7/2026", code => "SAL-7K3Q-9MPX-R", reference => "SAL-7K3Q-9MPX-R", state => state, why => (state == "cancelled").then_some("measured"), sum => "200,00 DH",
        made => "24 novembre 2026", lines => vec![context! { label => label(), amount => "200,00 DH" }], url => "/desk/cash/orders/x", pdf => "/desk/orders/x/order.pdf", receipt => receipt,
    }
}

pub fn order(open: bool) -> Json {
    context! {
        order => one(if open { "open" } else { "cancelled" }), next => (!open).then(|| one("paid")), file => "/desk/x", action => "/desk/cash/x", key => "k", centimes => 20_000,
        card => open.then_some("10:20"), methods => methods(), takes => open, errors => if open { vec![context! { name => "voucher", text => "Écrivez le numéro" }] } else { Vec::new() },
        typed => context! { method => "cheque", voucher => "", bank => "BP", payer => "" },
    }
}

fn sums() -> Json {
    let sum = || vec![context! { label => "Espèces", count => 2, sum => "200,00 DH" }];
    context! { received => sum(), paid_back => sum(), expected => "300,00 DH", total => "200,00 DH" }
}

fn session(closed: bool) -> Json {
    let coins = vec![context! { value => "200,00 DH", count => 1, sum => "200,00 DH" }];
    let close = closed.then(|| {
        context! { number => "4/2026", at => "24/11/2026 16:00", expected => "300,00 DH", counted => "290,00 DH", difference => "-10,00 DH", reason => "Erreur de rendu", coins => coins }
    });
    context! { day => "24 novembre 2026", turn => 1, opening => "100,00 DH", typed => "100.00", url => "/desk/cash/closes/x", cashier => "L. Mrini", close => close }
}

pub fn close() -> Json {
    let open = context! { session => session(false), sheet => sums(), action => "/desk/cash/closes/x" };
    context! {
        open => vec![open], closed => vec![session(true)], coins => vec![context! { name => "coin-20000", label => "200,00 DH", typed => "1" }],
        errors => vec![context! { name => "reason", text => "Expliquez" }], typed => context! { opening => "", counted => "290", reason => "" },
    }
}

pub fn nothing_to_close() -> Json {
    context! { open => Vec::<Json>::new(), closed => Vec::<Json>::new(), coins => Vec::<Json>::new(), errors => Vec::<Json>::new(), typed => context! { opening => "", counted => "", reason => "" } }
}

pub fn sheet(closed: bool) -> Json {
    context! { session => session(closed), sheet => sums(), cashier => "L. Mrini", rows => vec![paid()], back => vec![refund(true)], csv => "/x.csv", up => "/desk/cash/close" }
}

pub fn reconciliation(full: bool) -> Json {
    let some = |one: Json| if full { vec![one] } else { Vec::new() };
    let total = || context! { label => "Caisse · Espèces", count => 2, sum => "200,00 DH" };
    let intent = || context! { id => "0192f0c4-0000-7000-8000-000000000019", reference => "SAL-7K3Q-9MPX-R", amount => "200,00 DH", at => "24/11/2026", reason => "Autre somme", seen => "/x" };
    let line = context! { line => 2, intent => "0192f0c4", amount => "10,00 DH", verdict => "Inconnu", kind => "Vente" };
    context! {
        from => "2026-11-01", to => "2026-11-24", until => "2026-11-23", received => "200,00 DH", returned => "20,00 DH", net => "180,00 DH", receipts => some(total()), intents => some(total()),
        refunds => some(total()), closes => some(session(true)), statements => some(context! { sent => "24/11/2026", rows => 3, amount => "1.010,00 DH", days => "24/11/2026", lines => vec![line] }),
        unsettled => some(intent()), wrong => some(intent()), errors => some(context! { name => "file", text => "Illisible" }),
        exports => some(context! { number => "1/2026", days => "01/11/2026 – 23/11/2026", rows => 12, received => "200,00 DH", returned => "20,00 DH", sha256 => "abcdef", url => "/x.csv" }),
    }
}
