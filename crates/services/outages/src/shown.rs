//! Outages in words: one sentence that says what does not work and since when, for pages, boards, messages and feeds.

use crate::actions;
use crate::model::{Outage, System};
use kernel::{Id, Label, Lang, Moment, format};
use platform::{Ctx, Json, PanelModel, Result, Tx, context};

/// An outage with the system that it is of.
#[derive(Debug, Clone, PartialEq)]
pub struct Down {
    pub system: System,
    pub outage: Outage,
    /// The sites and matters that it touches; none means all.
    pub only: Vec<Label>,
}

/// What does not work at this moment, the longest first.
pub fn down(tx: &mut Tx) -> Result<Vec<Down>> {
    let open = actions::open(tx)?;
    open.iter().map(|outage| of(tx, outage.clone())).collect()
}

pub(crate) fn of(tx: &mut Tx, outage: Outage) -> Result<Down> {
    let mut only = Vec::new();
    for site in sites::all(tx)?.into_iter().filter(|site| outage.sites.contains(&site.id.to_string())) {
        only.push(site.name);
    }
    for matter in sites::matters(tx)?.into_iter().filter(|matter| outage.matters.contains(&matter.code)) {
        only.push(matter.name);
    }
    Ok(Down { system: actions::system(tx, &outage.system)?, outage, only })
}

/// An hour of today alone; of another day with its date. The key of the sentence that takes it comes first.
fn when(moment: Moment, now: Moment, lang: Lang) -> (&'static str, String) {
    if moment.day() == now.day() { ("hour", format::hour(moment)) } else { ("day", format::moment(moment, lang)) }
}

/// "The civil-status system has been down since 10:20", in the language of the page.
pub fn sentence(ctx: &Ctx, down: &Down) -> String {
    let (kind, time) = when(down.outage.since, ctx.now(), ctx.lang);
    ctx.text(&format!("outages-line-{kind}"), &[("what", down.system.down.text(ctx.lang)), ("time", &time)])
}

/// The same sentence for a message that an action leaves.
pub fn told(tx: &Tx, lang: Lang, down: &Down) -> Result<String> {
    let (kind, time) = when(down.outage.since, tx.now(), lang);
    platform::text(tx, lang, &format!("outages-line-{kind}"), &[("what", down.system.down.text(lang)), ("time", &time)])
}

/// When it is expected back, as a sentence.
pub fn expected(ctx: &Ctx, moment: Moment) -> String {
    let (kind, time) = when(moment, ctx.now(), ctx.lang);
    ctx.text(&format!("outages-expected-{kind}"), &[("time", &time)])
}

/// "Only: Tabriquet annex · copies"; nothing where everybody is touched.
pub fn only(ctx: &Ctx, down: &Down) -> Option<String> {
    let names: Vec<&str> = down.only.iter().map(|name| name.text(ctx.lang)).collect();
    (!names.is_empty()).then(|| ctx.text("outages-only", &[("what", &names.join(" · "))]))
}

/// The open outages for `outages/_open.html`, which any page may show.
pub fn banner(ctx: &Ctx, open: &[Down]) -> Vec<Json> {
    let one = |down: &Down| {
        context! {
            text => sentence(ctx, down), only => only(ctx, down), words => words(&down.outage), url => ctx.url("/status"),
            expected => down.outage.expected.filter(|_| down.outage.is_open()).map(|moment| expected(ctx, moment)),
        }
    };
    open.iter().map(one).collect()
}

/// The same where other modules leave room for it; nothing while everything works.
pub(crate) fn panel(tx: &mut Tx, _: &Id) -> Result<Option<PanelModel>> {
    let open = down(tx)?;
    Ok((!open.is_empty()).then(|| Box::new(move |ctx: &Ctx| context! { open => banner(ctx, &open) }) as PanelModel))
}

/// Words that staff added; nothing where there are none.
pub(crate) fn words(outage: &Outage) -> Option<&kernel::Label> {
    Some(&outage.words).filter(|words| !words.ar.is_empty() || !words.fr.is_empty())
}

/// How long it lasted, or lasts: minutes, hours, days.
pub(crate) fn lasting(ctx: &Ctx, secs: i64) -> String {
    let minutes = (secs / 60).max(1);
    let text = |key: &str, count: i64| ctx.text(key, &[("count", &count.to_string())]);
    match minutes {
        0..=120 => text("outages-minutes", minutes),
        121..=2_880 => text("outages-hours", (minutes + 30) / 60),
        _ => text("outages-days", (minutes + 720) / 1_440),
    }
}
