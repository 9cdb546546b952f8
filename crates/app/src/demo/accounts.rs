//! The accounts of the demonstration: one for each role, with a password and a second factor that everybody may know.

use people::second_factor;
use platform::Result;
use ring::digest::{SHA256, digest};

pub const PASSWORD: &str = "Bouregreg-2026-demo";

/// Where an account of the demonstration works.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Works {
    Everywhere,
    /// A unit of the whole commune.
    In(&'static str),
    /// A unit of one arrondissement.
    InArea(&'static str, &'static str),
}

pub struct Account {
    pub email: &'static str,
    pub name: &'static str,
    pub role: &'static str,
    pub works: Works,
}

const fn account(email: &'static str, name: &'static str, role: &'static str, works: Works) -> Account {
    Account { email, name, role, works }
}

pub const ALL: [Account; 30] = [
    account("admin@demo.test", "نادية بنعلال", "administrator", Works::Everywhere),
    account("president@demo.test", "عبد الرحيم السلاوي", "president", Works::Everywhere),
    account("dgs@demo.test", "سعاد العلمي", "dgs", Works::Everywhere),
    account("triage@demo.test", "حنان الرقيوق", "triage", Works::Everywhere),
    account("moderator@demo.test", "يوسف المريني", "moderator", Works::Everywhere),
    account("lighting@demo.test", "كريم بناني", "service_head", Works::In("lighting-followup")),
    account("waste@demo.test", "رشيد الحسوني", "service_head", Works::In("waste-followup")),
    account("roads@demo.test", "لطيفة زنيبر", "service_head", Works::In("roads")),
    account("lamps-operator@demo.test", "شركة الإنارة: عمر", "contractor", Works::In("lighting-operator")),
    account("waste-operator@demo.test", "شركة النظافة: حسن", "contractor", Works::In("waste-operator")),
    account("tabriquet@demo.test", "مريم الطويل", "agent", Works::InArea("arr-roads", "04.441.01.09")),
    account("bab-lamrissa@demo.test", "سعيد حجي", "agent", Works::InArea("arr-roads", "04.441.01.03")),
    account("bettana@demo.test", "إيمان القادري", "agent", Works::InArea("arr-roads", "04.441.01.05")),
    account("hssaine@demo.test", "إدريس الشاوي", "agent", Works::InArea("arr-roads", "04.441.01.06")),
    account("layayda@demo.test", "خديجة عواد", "agent", Works::InArea("arr-roads", "04.441.01.07")),
    account("director@demo.test", "أحمد معنينو", "arrondissement_director", Works::InArea("arr-director", "04.441.01.09")),
    account("counter@demo.test", "فاطمة الزهراء الغربي", "counter_clerk", Works::Everywhere),
    account("counters@demo.test", "سناء الحداوي", "counter_chief", Works::Everywhere),
    account("inspector@demo.test", "محمد الصبيحي", "inspector", Works::In("audit")),
    account("dpo@demo.test", "سلمى بنخضرة", "dpo", Works::Everywhere),
    account("cashier@demo.test", "عبد الإله فنيش", "cashier", Works::Everywhere),
    account("finance@demo.test", "سناء بوعزة", "finance_controller", Works::Everywhere),
    account("permits@demo.test", "نوال حركات", "service_head", Works::In("urban-permits")),
    account("arr-permits@demo.test", "هشام عواد", "agent", Works::InArea("arr-permits", "04.441.01.09")),
    account("arr-president@demo.test", "نزهة معنينو", "arrondissement_president", Works::InArea("arr", "04.441.01.09")),
    account("officer@demo.test", "إدريس زنيبر", "civil_status_officer", Works::In("civil-status")),
    account("civil-status@demo.test", "إلهام المالكي", "civil_status_clerk", Works::In("civil-status")),
    account("writer@demo.test", "أحمد الكاتب", "mandate_holder", Works::Everywhere),
    account("association@demo.test", "رشيدة بنكيران", "mandate_holder", Works::Everywhere),
    account("procedures@demo.test", "هند الدقاق", "administrator", Works::Everywhere),
];

/// The seed of the second factor, the same on every machine.
pub fn seed(email: &str) -> String {
    let mut bytes = [0; 20];
    bytes.copy_from_slice(&digest(&SHA256, format!("jamaa-demo/{email}").as_bytes()).as_ref()[..20]);
    second_factor::new_seed(bytes)
}

/// The code of this moment.
pub fn code(email: &str, now: kernel::Moment) -> Result<String> {
    second_factor::code_at(&seed(email), now)
}
