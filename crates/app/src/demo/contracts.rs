//! Two companies under contract, with invented sums: waste and lamps. A few orders in each state, and a month of penalties.

use super::steps::Scene;
use cases::NewFile;
use contractors::{
    ContestWindow, DataDuty, Given, NewProof, Order, OrderState, PenaltyRule, PenaltyState, ProofSide, Repeat, Step, Terms, Way,
    Which, Written,
};
use kernel::clock::DayKind;
use kernel::{Label, Money, Refusal};
use platform::{Result, Tx};

/// Since when the contracts run.
pub const OLD_DAYS: i64 = 40;
/// How often the companies and the services look at what waits for them.
pub const ROUND_SECS: i64 = 6 * 3_600;
const AT_ONCE: i64 = 200;

struct Company {
    unit: &'static str,
    reference: &'static str,
    title: (&'static str, &'static str),
    invoice: i64,
    /// Category, hours, dirhams, and whether each day counts.
    rules: &'static [(&'static str, i64, i64, bool)],
    data: (&'static str, &'static str),
}

const COMPANIES: [Company; 2] = [
    Company {
        unit: "waste-operator",
        reference: "07/2023",
        title: ("عقد جمع النفايات المنزلية", "Contrat de collecte des déchets ménagers"),
        invoice: 400_000,
        rules: &[("uncollected-waste", 24, 500, true), ("bin-missing-or-burnt", 120, 300, false)],
        data: ("مسارات الشاحنات ومواقع الحاويات", "Circuits des camions et positions des bacs"),
    },
    Company {
        unit: "lighting-operator",
        reference: "03/2015",
        title: ("عقد تدبير الإنارة العمومية", "Contrat de gestion de l'éclairage public"),
        invoice: 600_000,
        rules: &[("street-lamp-out", 26, 150, false), ("dangerous-pole", 4, 1_000, false)],
        data: ("أرقام الأعمدة ومواقعها", "Numéros et positions des points lumineux"),
    },
];

/// The contracts begin.
pub async fn agree(scene: &Scene) -> Result<()> {
    let body = |tx: &mut Tx| COMPANIES.iter().try_for_each(|company| sign_up(tx, company));
    scene.app.store().write(scene.scope.clone(), body).await
}

fn sign_up(tx: &mut Tx, company: &Company) -> Result<()> {
    let unit = units::by_code(tx, company.unit, None)?;
    let unit = unit.ok_or_else(|| Refusal::new("operations-unit-unknown").with("unit", company.unit))?.id;
    let rule = |(place, (category, hours, amount, daily)): (usize, &(&str, i64, i64, bool))| PenaltyRule {
        id: format!("r{}", place + 1),
        title: Label::default(),
        categories: vec![(*category).to_owned()],
        hours: *hours,
        amount: Money::dirhams(*amount),
        repeat: if *daily { Repeat::Daily } else { Repeat::Once },
        radius_m: 40,
    };
    let clause = Label::new(
        "يسلم المتعهد الجماعة كل شهر معطيات المرفق كاملة، في صيغة مفتوحة، وتبقى ملكا لها.",
        "Le prestataire remet chaque mois à la commune les données du service, complètes et dans un format ouvert ; elles lui appartiennent.",
    );
    let terms = Terms {
        reference: company.reference.into(),
        title: Label::new(company.title.0, company.title.1),
        categories: company.rules.iter().map(|(category, ..)| (*category).to_owned()).collect(),
        areas: Vec::new(),
        way: Way::Inbox,
        rules: company.rules.iter().enumerate().map(rule).collect(),
        contest: ContestWindow { days: 5, kind: DayKind::Working },
        cap_percent: Some(10),
        invoice: Some(Money::dirhams(company.invoice)),
        clause,
        data: vec![DataDuty { id: "d1".into(), title: Label::new(company.data.0, company.data.1), every_months: 1 }],
        services: Default::default(),
        lang: None,
    };
    let starts_on = tx.today();
    contractors::agree(tx, None, Written { unit, starts_on, ends_on: None, email: None, system: None, terms }).map(drop)
}

/// What the companies keep to while the days pass: some orders are done on the day they come, and the service looks soon after.
/// The others are late, or done by the commune itself.
pub async fn round(scene: &Scene) -> Result<()> {
    let Some(photo) = scene.proof.first().cloned() else { return Ok(()) };
    let body = move |tx: &mut Tx| {
        let units = units::reached(tx, None)?.units.clone();
        for order in contractors::orders(tx, Which::Look, &units, None, AT_ONCE)? {
            if order.state == OrderState::Proved {
                contractors::judge(tx, &order.id, Step::Approve, "").map(drop)?;
            }
        }
        for order in contractors::orders(tx, Which::Work, &units, None, AT_ONCE)?.iter().filter(|order| is_prompt(order)) {
            prove(tx, order, &photo)?;
        }
        Ok(())
    };
    scene.app.store().write(scene.scope.clone(), body).await
}

/// Half of them, always the same ones.
fn is_prompt(order: &Order) -> bool {
    order.code.bytes().map(usize::from).sum::<usize>() % 2 == 0
}

fn prove(tx: &mut Tx, order: &Order, photo: &NewFile) -> Result<()> {
    let (point, taken_at) = (order.place.point, Some(tx.now()));
    let (blob, thumb, kind) = (photo.blob.clone(), photo.thumb.clone(), photo.kind.clone());
    let after = NewProof { side: ProofSide::After, blob, thumb, kind, point, taken_at };
    contractors::work(tx, &order.id, Step::Prove, &Given { proofs: vec![after], ..Given::default() }).map(drop)
}

/// What the companies and the services did until now.
pub async fn work(scene: &Scene) -> Result<()> {
    let proof = scene.proof.first().cloned();
    let body = move |tx: &mut Tx| {
        let units = units::reached(tx, None)?.units.clone();
        let open = contractors::orders(tx, Which::Work, &units, None, 12)?;
        for (place, order) in open.iter().enumerate() {
            let words = |text: &str| Given { words: text.into(), ..Given::default() };
            match place % 6 {
                0 | 3 => contractors::work(tx, &order.id, Step::Accept, &Given::default()).map(drop)?,
                1 => {
                    let Some(photo) = &proof else { continue };
                    prove(tx, order, photo)?;
                }
                4 => contractors::work(tx, &order.id, Step::Refuse, &words("هذا المكان خارج مجال عقدنا.")).map(drop)?,
                _ => {}
            }
        }
        settle(tx, &units)
    };
    scene.app.store().write(scene.scope.clone(), body).await?;
    scene.app.drain().await
}

/// Old drafts are signed; the newest of them is contested.
fn settle(tx: &mut Tx, units: &[kernel::Id]) -> Result<()> {
    let before = tx.today().plus_days(-3);
    let drafts = contractors::penalties(tx, PenaltyState::Draft, units, 200)?;
    let old: Vec<_> = drafts.into_iter().filter(|one| one.day < before).collect();
    for one in &old {
        contractors::sign(tx, &one.id)?;
    }
    match old.last() {
        Some(last) => contractors::contest(tx, &last.id, "كانت الزنقة مغلقة بسبب أشغال الماء في ذلك اليوم."),
        None => Ok(()),
    }
}
