//! Work nobody waits for: links and notices by message, and the daily sweep.

use crate::actions::codes::Wording;
use crate::actions::setup::{self, Invite, Tell};
use crate::actions::{persons, staff};
use crate::store::{accounts, passkeys, tickets};
use kernel::Lang;
use platform::{Ctx, Job, Result, Tx, access};
use sending::Message;

/// Makes a link and writes it to its owner. Twice means two links, of which the first use voids the other.
pub async fn invite(ctx: Ctx, job: Job) -> Result<()> {
    let wanted: Invite = job.payload()?;
    let Some(account) = wanted.account else { return Ok(()) };
    let (words, commune) = (ctx.app().words(), ctx.commune().name.clone());
    ctx.clone()
        .write(move |tx| {
            let found = accounts::find(tx, &account)?;
            let lang = persons::reach(tx, &found.person)?.map_or(Lang::Ar, |(_, lang)| lang);
            let wording = Wording { words: &words, lang, commune: commune.text(lang) };
            let mut ctx = ctx.clone();
            ctx.lang = lang;
            setup::write_link(tx, &account, wanted.purpose, &wording, &|path| ctx.full_url(&ctx.url(path)))
        })
        .await
}

/// Tells a person that something of their account has changed, where they already were.
pub async fn tell(ctx: Ctx, job: Job) -> Result<()> {
    let told: Tell = job.payload()?;
    let (words, commune) = (ctx.app().words(), ctx.commune().name.clone());
    ctx.write(move |tx| {
        let Some((to, lang)) = persons::reach(tx, &told.person)? else { return Ok(()) };
        let wording = Wording { words: &words, lang, commune: commune.text(lang) };
        let subject = wording.text(&format!("people-{}-subject", told.what), &[]);
        let text = wording.text(&format!("people-{}-text", told.what), &[]);
        sending::send(tx, Message { to, lang, subject, text, about: None })
    })
    .await
}

/// Each night: sessions, tickets and counts of failures that are over.
pub fn sweep(tx: &mut Tx) -> Result<()> {
    let day_ago = tx.now().plus_minutes(-1_440);
    access::sweep(tx)?;
    tickets::sweep(tx, day_ago)?;
    passkeys::sweep(tx)?;
    accounts::sweep_failures(tx, day_ago)
}

/// What lower modules ask of us: the names of staff for their choices.
pub fn names() -> units::Names {
    units::Names(staff::names)
}

/// The list of the pack.
pub fn common_passwords(text: &str) -> Result<crate::model::CommonPasswords> {
    let list: std::collections::HashSet<String> =
        text.lines().map(|line| line.trim().to_lowercase()).filter(|line| !line.is_empty()).collect();
    if list.len() < 1_000 {
        return Err(platform::pack_fault("passwords.txt", "fewer than a thousand passwords"));
    }
    Ok(crate::model::CommonPasswords(list))
}
