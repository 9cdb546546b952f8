//! A company and an association act through their mandated people: one request, seen by all of them, and by none whose mandate ended.

use super::{PDF, signed_in, town, works};
use identity::{NewOrganisation, NewRepresentative, OrganisationKind, Role};
use kernel::{Cin, Id, Phone};
use testing::{Town, Visitor};

const ICE: &str = "001561191000066";
const NAME: &str = "شركة النور للأشغال";

async fn company(town: &Town) -> Id {
    town.does(|tx| {
        let contact = people::contact::parse("contact@nour.example.ma").unwrap();
        let (kind, name, number) = (OrganisationKind::Company, NAME.into(), ICE.into());
        identity::note_organisation(tx, &NewOrganisation { kind, name, number, contact })
    })
    .await
}

/// Somebody with an account whose card was seen, and who acts for the company from now on.
async fn representative(town: &Town, company: &Id, phone: &str, cin: &str, role: Role) -> (Visitor, Id) {
    let visitor = signed_in(town, phone).await;
    town.clock.advance_secs(5);
    let (phone, cin, organisation) = (Phone::parse(phone).unwrap(), Cin::parse(cin).unwrap(), company.clone());
    let id = town
        .does(move |tx| {
            let person = people::search(tx, phone.as_str())?[0].id.clone();
            people::identify(tx, &person, &cin)?;
            let (starts_on, ends_on) = (tx.today(), tx.today().plus_days(90));
            let (organisation, proof) = (organisation.clone(), "RC 1234".into());
            identity::confirm_representative(tx, &NewRepresentative { organisation, person, role, proof, starts_on, ends_on })
        })
        .await;
    (visitor, id)
}

async fn begun(visitor: &Visitor, company: &Id) -> String {
    let address = visitor.post("/fr/procedures/repair-permit/start", &[("acts_for", company.as_str())]).await.sent_to();
    address.rsplit('/').next().unwrap().to_owned()
}

/// Fills the form of the company, without what is known of it.
async fn fill(visitor: &Visitor, code: &str) {
    let mut answers = works();
    answers.retain(|(name, _)| *name != "as" && !name.starts_with("contact"));
    answers.extend([("as", "company"), ("company.name", NAME), ("company.ice", ICE), ("contact_how", "email")]);
    answers.push(("contact_email", "contact@nour.example.ma"));
    for page in ["works", "where", "applicant", "contact"] {
        visitor.post(&format!("/fr/drafts/{code}/{page}"), &answers).await.is(303);
    }
    for piece in ["lease", "consent"] {
        visitor.post_file(&format!("/fr/drafts/{code}/pieces"), &[], &format!("piece-{piece}"), "x.pdf", PDF).await.sent_to();
    }
}

#[tokio::test]
async fn a_representative_files_for_the_company_and_its_people_see_it() {
    let town = town().await;
    let company = company(&town).await;
    let (owner, _) = representative(&town, &company, "0612345678", "AB123456", Role::Legal).await;
    let (clerk_of_it, delegate) = representative(&town, &company, "0699887766", "CD987654", Role::Delegate).await;
    owner.get("/fr/procedures/repair-permit/start").await.ok().shows(NAME).shows("En mon nom");
    let code = begun(&clerk_of_it, &company).await;
    // The same request on the screen of the other one, with what is known of the company.
    assert_eq!(begun(&owner, &company).await, code);
    owner.get(&format!("/fr/drafts/{code}/applicant")).await.ok().shows(NAME).shows(ICE);
    owner.get("/fr/cases").await.ok().shows("Demande en préparation").shows(NAME);
    fill(&clerk_of_it, &code).await;
    clerk_of_it.get(&format!("/fr/drafts/{code}/check")).await.ok().shows(NAME);
    let receipt = clerk_of_it.post(&format!("/fr/drafts/{code}/check"), &[]).await.sent_to();
    clerk_of_it.get(&receipt).await.ok().shows(NAME);
    let case = receipt.split('/').nth(3).unwrap().to_owned();
    for visitor in [&owner, &clerk_of_it] {
        visitor.get("/fr/cases").await.ok().shows(&case).shows(NAME);
    }
    let asked = case.clone();
    let filed = town.reads(move |rx| cases::by_code(rx, &asked)).await;
    assert_eq!(filed.person, None, "it is the company's");
    let chief = town.clerk_in("service_head", Some(filed.unit), None).await;
    chief.get(&format!("/fr/desk/{}", filed.id)).await.ok().shows(NAME).shows(ICE).shows("Mandaté par le représentant légal");
    // Its legal representative ends the mandate: sight is lost at once.
    owner.post(&format!("/fr/account/representatives/{delegate}/end"), &[]).await.redirects_to("/fr/account");
    clerk_of_it.get("/fr/cases").await.ok().shows_not(&case);
    clerk_of_it.get(&format!("/fr/account/organisations/{company}")).await.is(404);
    owner.get("/fr/cases").await.ok().shows(&case);
}

#[tokio::test]
async fn whoever_acts_no_more_neither_opens_nor_files_what_was_begun() {
    let town = town().await;
    let company = company(&town).await;
    let (visitor, id) = representative(&town, &company, "0612345678", "AB123456", Role::Delegate).await;
    let code = begun(&visitor, &company).await;
    fill(&visitor, &code).await;
    town.visitor().get(&format!("/fr/drafts/{code}/check")).await.is(404);
    let other = signed_in(&town, "0655443322").await;
    other.get(&format!("/fr/drafts/{code}/check")).await.is(422).shows("ne représentez plus");
    other.post("/fr/procedures/repair-permit/start", &[("acts_for", company.as_str())]).await.is(422);
    town.does(move |tx| identity::end_representative(tx, &id)).await;
    visitor.post(&format!("/fr/drafts/{code}/check"), &[]).await.is(422).shows("ne représentez plus");
    visitor.get("/fr/procedures/repair-permit/start").await.ok().shows_not(NAME);
}

#[tokio::test]
async fn a_mandate_is_over_after_its_last_day() {
    let town = town().await;
    let company = company(&town).await;
    let (visitor, _) = representative(&town, &company, "0612345678", "AB123456", Role::Legal).await;
    visitor.get(&format!("/fr/account/organisations/{company}")).await.ok().shows(NAME);
    town.clock.advance_secs(92 * 86_400);
    let again = signed_in(&town, "0612345678").await;
    again.get(&format!("/fr/account/organisations/{company}")).await.is(404);
    again.get("/fr/account").await.ok().shows_not(NAME);
}
