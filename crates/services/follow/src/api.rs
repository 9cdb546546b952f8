//! What became of one report, as an Atom feed.

use cases::{Entry, EventKind, Publication};
use kernel::{Lang, PublicCode};
use platform::{Answer, Ctx, Problem, escape};
use procedures::Procedure;

/// Steps that say nothing of a person.
const TOLD: [EventKind; 4] = [EventKind::Filed, EventKind::Moved, EventKind::Transferred, EventKind::ClockMissed];

pub async fn report(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let ctx = ctx.speaking(Lang::parse(query.get("lang")).unwrap_or(ctx.lang));
    let code = PublicCode::parse(query.get("code")).ok_or(Problem::NotFound)?;
    let (case, procedure, entries) = ctx
        .read(move |rx| {
            let case = cases::by_code(rx, code.as_str())?;
            if case.publication != Publication::Published || case.restricted {
                return Err(Problem::NotFound);
            }
            let entries = cases::timeline::public(rx, &case)?;
            Ok((case.clone(), cases::pinned(rx, &case.procedure_pin)?, entries))
        })
        .await?;
    let entries: Vec<&Entry> = entries.iter().filter(|entry| TOLD.contains(&entry.kind)).collect();
    let home = escape(&ctx.full_url(&ctx.url(&format!("/reports/{}", case.code))));
    let address = format!("/follow/report.atom?code={}&lang={}", case.code, ctx.lang.code());
    let itself = escape(&ctx.full_url(&ctx.bare_url(&address)));
    let updated = entries.iter().map(|entry| entry.at).max().unwrap_or(case.received_at);
    let title = escape(&format!("{} · {}", procedure.title.text(ctx.lang), case.code));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{title}</title>\n\
         <id>{itself}</id>\n<link rel=\"alternate\" href=\"{home}\"/>\n<link rel=\"self\" href=\"{itself}\"/>\n<updated>{updated}</updated>\n\
         <author><name>{}</name></author>\n",
        ctx.lang.code(),
        escape(ctx.commune().name.text(ctx.lang))
    );
    for entry in entries.iter().rev() {
        out.push_str(&format!(
            "<entry><id>{home}#{}</id><title>{}</title><link href=\"{home}\"/><updated>{}</updated></entry>\n",
            entry.seq,
            escape(&step(&ctx, &procedure, entry)),
            entry.at
        ));
    }
    out.push_str("</feed>\n");
    ctx.body("application/atom+xml; charset=utf-8", out)
}

/// The state that a step led to, or the kind of step.
fn step(ctx: &Ctx, procedure: &Procedure, entry: &Entry) -> String {
    let state = entry.data["to"].as_str().filter(|_| entry.kind == EventKind::Moved).and_then(|id| procedure.state(id));
    state.map_or_else(
        || ctx.text(&format!("follow-step-{}", entry.kind.as_str().replace('_', "-")), &[]),
        |state| state.name.text(ctx.lang).to_owned(),
    )
}
