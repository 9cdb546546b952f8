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
        methods => methods(), takes => open, errors => if open { vec![context! { name => "voucher", text => "Écrivez le numéro" }] } else { Vec::new() },
        typed => context! { method => "cheque", voucher => "", bank => "BP", payer => "" },
    }
}
