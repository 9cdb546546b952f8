//! Filing for others: what a holder may do, how each end of a mandate stops him, and what the citizen sees of it.

use super::{PDF, state, town};
use assisted::{Appointment, HolderKind};
use kernel::{Email, Id};
use people::NewStaff;
use testing::{Town, Visitor};

const SEED: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const NAME: &str = "ليلى بنعيسى";

pub struct Holder {
    pub id: Id,
    person: Id,
    account: Id,
    pub visitor: Visitor,
}

/// A public writer with an account, mandated for two procedures until the end of the year.
pub async fn writer(town: &Town, email: &str) -> Holder {
    writer_of(town, email, &["repair-permit", "pest-control"]).await
}

/// The same, for these procedures.
pub async fn writer_of(town: &Town, email: &str, procedures: &'static [&'static str]) -> Holder {
    let email = Email::parse(email).unwrap();
    let (id, person, account) = town
        .does(move |tx| {
            let staff = NewStaff {
                name: "أحمد".into(),
                email: email.clone(),
                role: assisted::ROLE.into(),
                unit: None,
                area: None,
                decision: "12/2026".into(),
                password: None,
                totp_seed: Some(SEED.into()),
            };
            let person = people::add_staff(tx, staff)?;
            let new = Appointment {
                kind: HolderKind::Writer,
                name: "مكتب الكاتب العمومي أحمد".into(),
                agreement: "12/2026".into(),
                procedures: procedures.iter().map(|id| (*id).to_owned()).collect(),
                ends_on: tx.today().plus_days(30),
            };
            let id = assisted::appoint(tx, &person, new)?;
            let account = people::account_of(tx, &person)?;
            Ok((id, person, account))
        })
        .await;
    let visitor = town.staff(&account, &person).await;
    Holder { id, person, account, visitor }
}

/// Notes a written mandate for one procedure; gives its address.
async fn paper(holder: &Holder, phone: &str) -> String {
    paper_for(holder, phone, "repair-permit").await
}

pub async fn paper_for(holder: &Holder, phone: &str, procedure: &str) -> String {
    let fields = [
        ("name", NAME),
        ("contact", phone),
        ("lang", "ar"),
        ("procedures", procedure),
        ("signed_on", "20/11/2026"),
        ("ends_on", "10/12/2026"),
        ("reference", ""),
    ];
    holder.visitor.post_file("/ar/writer/papers", &fields, "scan", "توكيل.pdf", PDF).await.sent_to()
}

async fn begun(holder: &Holder, paper: &str) -> String {
    let address = holder.visitor.post(&format!("{paper}/begin"), &[("procedure", "repair-permit")]).await.sent_to();
    address.rsplit('/').next().unwrap().to_owned()
}

fn works() -> Vec<(&'static str, &'static str)> {
    let mut works = super::works();
    works.retain(|(name, _)| !name.starts_with("contact"));
    works
}

async fn fill(visitor: &Visitor, code: &str) {
    for page in ["works", "where", "applicant"] {
        visitor.post(&format!("/ar/drafts/{code}/{page}"), &works()).await.sent_to();
    }
}

/// Files for the citizen; gives the code of the case.
async fn filed(holder: &Holder, phone: &str) -> String {
    let paper = paper(holder, phone).await;
    let code = begun(holder, &paper).await;
    fill(&holder.visitor, &code).await;
    let receipt = holder.visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.sent_to();
    receipt.rsplit('/').next().unwrap().to_owned()
}

async fn outbox(town: &Town) -> String {
    town.drain().await;
    town.visitor().get("/fr/outbox").await.ok().text()
}

/// The address in the last message that leads the citizen to the mandate.
async fn mandate_link(town: &Town) -> String {
    let outbox = outbox(town).await;
    let code = outbox.split("/ar/mandate/").nth(1).expect("a message with the address").get(..14).unwrap().to_owned();
    format!("/ar/mandate/{code}")
}

#[tokio::test]
async fn a_writer_files_with_a_written_mandate_and_the_citizen_is_told() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let case = filed(&holder, "0612345678").await;
    let asked = case.clone();
    let found = town.reads(move |rx| cases::by_code(rx, &asked)).await;
    assert_eq!((found.channel, found.agent.as_ref()), (cases::Channel::Writer, Some(&holder.account)));
    let asked = found.clone();
    let sealed = town.reads(move |rx| cases::unseal(rx, &asked)).await;
    assert_eq!(sealed.contact.phone.map(|phone| phone.as_str().to_owned()).as_deref(), Some("+212612345678"));
    let outbox = outbox(&town).await;
    assert!(outbox.contains("مكتب الكاتب العمومي أحمد") && outbox.contains(&case), "{outbox}");
    // What he hands over has neither the PIN nor the key: both go to the citizen.
    let receipt = holder.visitor.get(&format!("/ar/writer/files/{case}")).await.ok().shows(NAME).shows_not("?k=");
    assert!(!receipt.text().contains(&sealed.pin), "the PIN is the citizen's");
    holder.visitor.get("/ar/writer").await.ok().shows(&case).shows(NAME);
    holder.visitor.get("/ar/writer/journal").await.ok().shows(NAME).shows(&case);
    // The service sees under which mandate it was filed, and opens the signed paper.
    let clerk = town.clerk("dgs").await;
    clerk.get(&format!("/ar/desk/{}", found.id)).await.ok().shows("مكتب الكاتب العمومي أحمد");
    assert_eq!(clerk.get(&format!("/desk/mandates/{case}/scan")).await.ok().bytes, PDF);
}

#[tokio::test]
async fn everything_is_checked_as_for_everybody() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let paper = paper(&holder, "0612345678").await;
    let code = begun(&holder, &paper).await;
    holder.visitor.post(&format!("/ar/drafts/{code}/works"), &[("nature", "front"), ("starts", "hier")]).await.is(422);
    holder.visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.is(422);
    assert_eq!(begun(&holder, &paper).await, code, "one draft per mandate and procedure");
}

#[tokio::test]
async fn nobody_else_opens_what_a_holder_writes_and_he_opens_nothing_else() {
    // Four strangers knock a dozen times here; that guessing is slow is tested elsewhere.
    let town = super::configured(|config| config.limits.wrong_codes_per_ten_minutes = 100).await;
    let holder = writer(&town, "ahmed@example.test").await;
    let other = writer(&town, "other@example.test").await;
    let mandate = paper(&holder, "0612345678").await;
    let code = begun(&holder, &mandate).await;
    let case = filed(&holder, "0622345678").await;
    for stranger in [&town.visitor(), &other.visitor, &town.clerk("administrator").await, &town.clerk("counter_clerk").await] {
        stranger.get(&format!("/ar/drafts/{code}/works")).await.is(404);
        stranger.post(&format!("/ar/drafts/{code}/works"), &works()).await.is(404);
        stranger.post(&format!("/drafts/{code}/uploads"), &[("piece", "lease"), ("size", "10")]).await.is(404);
    }
    other.visitor.get(&mandate).await.is(404);
    other.visitor.get(&format!("/ar/writer/files/{case}")).await.is(404);
    other.visitor.get(&format!("{}/scan", mandate.replace("/ar/", "/"))).await.is(404);
    // The citizen's own requests are not his.
    let visitor = town.visitor();
    let own = super::begun(&visitor).await;
    super::fill(&visitor, &own).await;
    let receipt = visitor.post(&format!("/ar/drafts/{own}/check"), &[]).await.sent_to();
    let own = receipt.split('/').nth(3).unwrap();
    holder.visitor.get(&format!("/ar/writer/files/{own}")).await.is(404);
    holder.visitor.get("/ar/desk").await.is(403);
    holder.visitor.get("/ar/desk/procedures").await.is(403);
    town.visitor().get("/ar/writer").await.is(303);
}

#[tokio::test]
async fn a_written_mandate_is_noted_with_what_it_needs_and_nothing_false() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let good = [
        ("name", NAME),
        ("contact", "0612345678"),
        ("lang", "ar"),
        ("procedures", "repair-permit"),
        ("signed_on", "20/11/2026"),
        ("ends_on", "10/12/2026"),
        ("reference", "7/2026"),
    ];
    let rows = [
        ("name", "", "هذه الخانة ضرورية"),
        ("contact", "0537000000", "رقم هاتف محمول"),
        ("contact", "ahmed@example.test", "وسيلة اتصالكم أنتم"),
        ("procedures", "birth-extract", "اعتمادكم لا يشمل"),
        ("procedures", "moon", "خدمة واحدة على الأقل"),
        ("signed_on", "1/1/2027", "لا يكون في المستقبل"),
        ("ends_on", "1/11/2027", "لا يتجاوز التوكيل"),
        ("ends_on", "31", "اكتبوا التاريخ"),
        ("reference", "", "أرفقوا صورة التوكيل"),
    ];
    for (field, value, told) in rows {
        let fields: Vec<_> = good.iter().map(|(name, known)| (*name, if *name == field { value } else { known })).collect();
        holder.visitor.post("/ar/writer/papers", &fields).await.is(422).shows(told);
    }
    holder.visitor.post("/ar/writer/papers", &good).await.is(303);
    holder.visitor.post_file("/ar/writer/papers", &good, "scan", "x.pdf", b"MZ\x90 a program").await.is(422);
}

#[tokio::test]
async fn a_procedure_out_of_the_list_is_refused_with_a_sentence() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let paper = paper(&holder, "0612345678").await;
    // In the holder's list, not in the citizen's paper; then in neither.
    let address = format!("{paper}/begin");
    holder.visitor.post(&address, &[("procedure", "pest-control")]).await.is(422).shows("هذا التوكيل لا يذكر هذه الخدمة");
    holder.visitor.post(&address, &[("procedure", "birth-extract")]).await.is(422).shows("اعتمادكم لا يشمل هذه الخدمة");
    let code = begun(&holder, &paper).await;
    fill(&holder.visitor, &code).await;
    // Taken out of the list while he writes.
    let id = holder.id.clone();
    town.does(move |tx| {
        let ends_on = tx.today().plus_days(30);
        assisted::renew(tx, &id, &["pest-control".into()], ends_on)
    })
    .await;
    holder.visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.is(422).shows("اعتمادكم لا يشمل هذه الخدمة");
}

#[tokio::test]
async fn an_expired_mandate_files_nothing_more() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let mandate = paper(&holder, "0612345678").await;
    let code = begun(&holder, &mandate).await;
    fill(&holder.visitor, &code).await;
    town.clock.advance_secs(18 * 86_400);
    let visitor = town.staff(&holder.account, &holder.person).await;
    visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.is(422).shows("انتهت مدة هذا التوكيل");
    town.clock.advance_secs(14 * 86_400);
    let visitor = town.staff(&holder.account, &holder.person).await;
    visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.is(422).shows("انتهت مدة اعتمادكم");
    visitor.get("/ar/writer").await.ok().shows("انتهت مدة اعتمادكم").shows_not(NAME);
    visitor.get("/ar/writer/papers/new").await.is(422);
    visitor.get("/ar/writer/journal").await.ok().shows(NAME);
}

#[tokio::test]
async fn a_revoked_mandate_ends_at_once_with_its_sessions_and_drafts() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let mandate = paper(&holder, "0612345678").await;
    let code = begun(&holder, &mandate).await;
    fill(&holder.visitor, &code).await;
    let case = filed(&holder, "0622345678").await;
    town.clerk("dgs").await.post(&format!("/ar/admin/mandates/{}/revoke", holder.id), &[("why", "شكاية")]).await.is(403);
    let administrator = town.clerk("administrator").await;
    administrator.post(&format!("/ar/admin/mandates/{}/revoke", holder.id), &[("why", "شكاية")]).await.is(303);
    // The session is over; and a new one does nothing but read the journal.
    holder.visitor.get("/ar/writer").await.is(303);
    let visitor = town.staff(&holder.account, &holder.person).await;
    visitor.get("/ar/writer").await.ok().shows("سُحب اعتمادكم");
    for path in [format!("/ar/drafts/{code}/check"), format!("/ar/writer/files/{case}/pieces"), format!("{mandate}/begin")] {
        visitor.post(&path, &[("procedure", "repair-permit"), ("words", "x")]).await.is(422).shows("سُحب اعتمادكم");
    }
    visitor.get("/ar/writer/journal").await.ok().shows(&case);
    // What was begun belongs to the citizen, under another code.
    town.drain().await;
    visitor.get(&format!("/ar/drafts/{code}/works")).await.is(404);
    let link = mandate_link(&town).await;
    let page = town.visitor().get(&link).await.ok().text();
    let draft = page.split("/ar/drafts/").nth(1).expect("the draft is given back").get(..14).unwrap().to_owned();
    assert_ne!(draft, code);
    town.visitor().get(&format!("/ar/drafts/{draft}/works")).await.ok().shows("صباغة الواجهة");
}

#[tokio::test]
async fn without_a_second_factor_nothing_is_filed() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let mandate = paper(&holder, "0612345678").await;
    let (person, account) = (holder.person.clone(), holder.account.clone());
    // The factor is set up anew: the session that remains, were there one, opens nothing.
    town.does(move |tx| {
        tx.execute(
            "UPDATE people_accounts SET totp_at = NULL WHERE tenant = $1 AND id = $2",
            platform::args![tx.tenant(), account],
        )
    })
    .await;
    let visitor = town.staff(&holder.account, &person).await;
    visitor.get("/ar/writer").await.ok().shows("العامل الثاني");
    visitor.post(&format!("{mandate}/begin"), &[("procedure", "repair-permit")]).await.is(422).shows("لم يُفعّل العامل الثاني");
    visitor.post("/ar/writer/papers", &[("name", NAME)]).await.is(422);
}

#[tokio::test]
async fn the_citizen_objects_by_the_code_and_nothing_more_is_done() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let mandate = paper(&holder, "0612345678").await;
    let code = begun(&holder, &mandate).await;
    fill(&holder.visitor, &code).await;
    let receipt = holder.visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.sent_to();
    let case = receipt.rsplit('/').next().unwrap().to_owned();
    let second = begun(&holder, &mandate).await;
    let link = mandate_link(&town).await;
    let citizen = town.visitor();
    citizen.get(&link).await.ok().shows("مكتب الكاتب العمومي أحمد").shows(&case).shows("?k=");
    citizen.post("/ar/mandate", &[("code", &link[12..].to_lowercase().replace('-', " "))]).await.redirects_to(&link);
    citizen.post("/ar/mandate", &[("code", "0000-0000-0000")]).await.is(422);
    citizen.post(&format!("{link}/end"), &[]).await.redirects_to(&link);
    citizen.get(&link).await.ok().shows("انتهت نيابة").shows("/ar/drafts/");
    holder.visitor.get(&format!("/ar/drafts/{second}/works")).await.is(404);
    holder.visitor.get(&format!("/ar/writer/files/{case}")).await.is(422).shows("أنهى صاحب الطلب هذا التوكيل");
    let given = holder.visitor.post_file(&format!("/ar/writer/files/{case}/pieces"), &[], "piece-lease", "x.pdf", PDF).await;
    given.is(422).shows("أنهى صاحب الطلب هذا التوكيل");
    holder.visitor.post(&format!("{mandate}/begin"), &[("procedure", "repair-permit")]).await.is(422);
    holder.visitor.get("/ar/writer/journal").await.ok().shows("اعترض المرتفق");
    citizen.get("/ar/mandate/0000-0000-0000").await.is(404);
}

#[tokio::test]
async fn the_citizen_with_an_account_finds_the_mandate_there_and_ends_it() {
    let town = town().await;
    let citizen = super::signed_in(&town, "0612345678").await;
    let holder = writer(&town, "ahmed@example.test").await;
    let mandate = paper(&holder, "0612345678").await;
    let of_another = paper(&holder, "0698765432").await;
    let id = |address: &str| address.rsplit('/').next().unwrap().to_owned();
    citizen.get("/ar/account").await.ok().shows(&id(&mandate)).shows("رخصة الإصلاح").shows_not(&id(&of_another));
    citizen.post(&format!("/ar/account/mandates/{}/end", id(&of_another)), &[]).await.is(404);
    citizen.post(&format!("/ar/account/mandates/{}/end", id(&mandate)), &[]).await.is(303);
    holder.visitor.post(&format!("{mandate}/begin"), &[("procedure", "repair-permit")]).await.is(422).shows("أنهى صاحب الطلب");
}

#[tokio::test]
async fn a_citizen_who_is_erased_leaves_no_name_in_the_papers_of_the_holder() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let case = filed(&holder, "0612345678").await;
    let link = mandate_link(&town).await;
    holder.visitor.get("/ar/writer/journal").await.ok().shows(NAME);
    town.does(move |tx| {
        let person = cases::by_code(tx, &case)?.person.expect("the citizen is noted");
        people::erase(tx, &person)
    })
    .await;
    town.drain().await;
    holder.visitor.get("/ar/writer/journal").await.ok().shows_not(NAME).shows("إيداع");
    holder.visitor.get("/ar/writer").await.ok().shows_not(NAME);
    town.visitor().get(&link).await.is(404);
}

#[tokio::test]
async fn what_lacks_is_given_by_the_holder_for_a_file_that_he_made() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let case = filed(&holder, "0612345678").await;
    assert_eq!(state(&town, case.clone()).await, "incomplete");
    let address = format!("/ar/writer/files/{case}/pieces");
    for piece in ["lease", "consent"] {
        let field = format!("piece-{piece}");
        holder.visitor.post_file(&address, &[], &field, "x.pdf", PDF).await.redirects_to(&format!("/ar/writer/files/{case}"));
    }
    assert_eq!(state(&town, case).await, "filed");
}

#[tokio::test]
async fn every_look_is_written_down_for_the_citizen_the_holder_and_the_administrator() {
    let town = town().await;
    let holder = writer(&town, "ahmed@example.test").await;
    let case = filed(&holder, "0612345678").await;
    holder.visitor.get(&format!("/ar/writer/files/{case}")).await.ok();
    holder.visitor.get(&format!("/ar/writer/files/{case}")).await.ok();
    let asked = case.clone();
    let looks = town
        .reads(move |rx| {
            let person = cases::by_code(rx, &asked)?.person.expect("the citizen is noted");
            people::looks(rx, &person)
        })
        .await;
    let by_holder = looks.iter().filter(|look| look.actor == format!("staff:{}", holder.account)).count();
    assert!(by_holder >= 4, "the mandate, the pages of the draft, the file twice: {by_holder}");
    let administrator = town.clerk("administrator").await;
    let page = administrator.get(&format!("/ar/admin/mandates/{}", holder.id)).await.ok().shows(&case).shows("ل••• ب•••");
    assert!(!page.text().contains(NAME), "an administrator sees initials");
    town.clerk("counter_clerk").await.get(&format!("/ar/admin/mandates/{}", holder.id)).await.is(403);
}
