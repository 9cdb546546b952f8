//! Documents of one's folder, lent to a request by consent: before it is filed, afterwards, and taken back.

use super::*;
use cases::FileRole;
use kernel::Id;

/// Keeps a document in the folder of whoever is signed in.
async fn keeps(who: &Visitor, kind: &str, title: &str, until: &str) -> Id {
    let fields = [("kind", kind), ("title", title), ("valid_until", until)];
    let content = [PDF, title.as_bytes()].concat();
    let address = who.post_file("/fr/my/documents/new", &fields, "file", "x.pdf", &content).await.sent_to();
    Id::parse(address.rsplit('/').next().unwrap()).unwrap()
}

async fn lends(who: &Visitor, code: &str, document: &Id, consent: &str) -> testing::Reply {
    let fields = [("document", document.as_str()), ("consent", consent)];
    who.post(&format!("/fr/drafts/{code}/take/lease"), &fields).await
}

async fn files(who: &Visitor, code: &str) -> String {
    let receipt = who.post(&format!("/ar/drafts/{code}/check"), &[]).await.sent_to();
    receipt.split('/').nth(3).unwrap().to_owned()
}

#[tokio::test]
async fn a_kept_document_stands_for_a_piece_by_consent_and_the_loan_is_recorded() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    let lease = keeps(&leila, "lease", "Mon bail", "").await;
    let title = keeps(&leila, "land-title", "Mon titre", "").await;
    let code = begun(&leila).await;
    fill(&leila, &code).await;
    leila.get(&format!("/fr/drafts/{code}/pieces")).await.ok().shows(&format!("/fr/drafts/{code}/take/lease"));
    town.visitor().get(&format!("/fr/drafts/{code}/pieces")).await.ok().shows_not("/take/lease");
    // The page names the procedure and the service, and offers what fits.
    let page = leila.get(&format!("/fr/drafts/{code}/take/lease")).await.ok();
    page.shows("Mon bail").shows("ne copie de ce document soit donnée").shows(">10<").shows_not("Mon titre");
    for lang in ["ar", "en", "zgh"] {
        leila.get(&format!("/{lang}/drafts/{code}/take/lease")).await.ok();
    }
    lends(&leila, &code, &lease, "").await.is(422).shows("sans votre accord");
    lends(&leila, &code, &title, "yes").await.is(422).shows("pas de la catégorie");
    lends(&leila, &code, &lease, "yes").await.redirects_to(&format!("/fr/drafts/{code}/pieces#given-lease"));
    // Pressed twice, it is there once.
    lends(&leila, &code, &lease, "yes").await.is(303);
    let asked = code.clone();
    let draft = town.reads(move |rx| draft::find(rx, &asked)).await;
    assert_eq!(draft.files.len(), 1);
    leila.get(&format!("/fr/my/documents/{lease}")).await.ok().shows("pas encore déposée").shows("Consentement, version");
    let case = files(&leila, &code).await;
    leila.get(&format!("/fr/my/documents/{lease}")).await.ok().shows(&case).shows("Déposé avec la demande").shows(">10<");
    // Erased from the folder, the copy stays with the case; the desk sees where it came from.
    leila.post(&format!("/fr/my/documents/{lease}/erase"), &[("sure", "yes")]).await.is(303);
    town.drain().await;
    let asked = case.clone();
    let (id, blob) = town
        .reads(move |rx| {
            let case = cases::by_code(rx, &asked)?;
            let file = cases::files::of(rx, &case.id)?.into_iter().find(|file| file.role == FileRole::Piece).unwrap();
            Ok((case.id, file.blob))
        })
        .await;
    let content = town.app.blobs().get(testing::SALE, &blob).unwrap();
    assert_eq!(content, [PDF, b"Mon bail"].concat());
    let president = town.clerk("president").await;
    president.get(&format!("/fr/desk/{id}")).await.ok().shows("usager lui-même").shows("version");
    leila.get("/fr/account/looks").await.ok().shows(&case).shows("Traitement du dossier");
}

#[tokio::test]
async fn what_is_over_or_somebody_elses_is_not_lent() {
    let town = town().await;
    let (leila, omar) = (signed_in(&town, "0612345678").await, signed_in(&town, "0698765432").await);
    let over = keeps(&leila, "lease", "Ancien bail", "25/11/2026").await;
    let his = keeps(&omar, "lease", "Le bail d'Omar", "").await;
    let code = begun(&leila).await;
    fill(&leila, &code).await;
    lends(&leila, &code, &his, "yes").await.is(404);
    // Nor does somebody else lend to her request, whoever holds its code.
    lends(&omar, &code, &his, "yes").await.is(422);
    omar.get(&format!("/fr/drafts/{code}/take/lease")).await.is(422);
    town.clock.advance_secs(3 * 86_400);
    leila.get(&format!("/fr/drafts/{code}/take/lease")).await.ok().shows_not("Ancien bail").shows("Rien ne convient");
    lends(&leila, &code, &over, "yes").await.is(422).shows("plus valable");
    town.visitor().get(&format!("/fr/drafts/{code}/take/lease")).await.is(303);
    town.clerk("president").await.get(&format!("/fr/drafts/{code}/take/lease")).await.is(403);
}

#[tokio::test]
async fn a_loan_is_taken_back_before_filing_and_not_after() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    let lease = keeps(&leila, "lease", "Mon bail", "").await;
    let code = begun(&leila).await;
    fill(&leila, &code).await;
    let withdraw = |page: String| {
        page.split("action=\"").find(|part| part.contains("/withdraw\"")).unwrap().split('"').next().unwrap().to_owned()
    };
    lends(&leila, &code, &lease, "yes").await.is(303);
    let address = withdraw(leila.get(&format!("/fr/my/documents/{lease}")).await.ok().text());
    signed_in(&town, "0698765432").await.post(&address, &[]).await.is(404);
    leila.post(&address, &[]).await.redirects_to(&format!("/fr/my/documents/{lease}"));
    // Filed at once, before the copy was dropped: it is not filed.
    let case = files(&leila, &code).await;
    let asked = case.clone();
    let count = town
        .reads(move |rx| {
            let case = cases::by_code(rx, &asked)?;
            Ok(cases::files::of(rx, &case.id)?.len())
        })
        .await;
    assert_eq!(count, 0);
    leila.get(&format!("/fr/my/documents/{lease}")).await.ok().shows("Retiré");
    // What the button of the form removes is taken back too.
    let code = begun(&leila).await;
    fill(&leila, &code).await;
    lends(&leila, &code, &lease, "yes").await.is(303);
    let asked = code.clone();
    let file = town.reads(move |rx| Ok(draft::find(rx, &asked)?.files[0].id.clone())).await;
    leila.post(&format!("/fr/drafts/{code}/files/{file}/remove"), &[]).await.is(303);
    assert_eq!(leila.get(&format!("/fr/my/documents/{lease}")).await.ok().text().matches("Retiré").count(), 2);
    // Taken back, the copy leaves the draft by itself.
    lends(&leila, &code, &lease, "yes").await.is(303);
    let address = withdraw(leila.get(&format!("/fr/my/documents/{lease}")).await.ok().text());
    leila.post(&address, &[]).await.is(303);
    town.drain().await;
    let asked = code.clone();
    assert!(town.reads(move |rx| draft::find(rx, &asked)).await.files.is_empty());
    // After filing it stays.
    lends(&leila, &code, &lease, "yes").await.is(303);
    let address = withdraw(leila.get(&format!("/fr/my/documents/{lease}")).await.ok().text());
    files(&leila, &code).await;
    leila.post(&address, &[]).await.is(409);
}

#[tokio::test]
async fn a_piece_that_lacks_is_taken_from_the_folder_after_filing_and_another_is_kept_for_next_time() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    let code = begun(&leila).await;
    fill(&leila, &code).await;
    let address = format!("/ar/drafts/{code}/pieces");
    leila.post_file(&address, &[], "piece-consent", "x.pdf", PDF).await.is(303);
    let receipt = leila.post(&format!("/ar/drafts/{code}/check"), &[]).await.sent_to();
    let case = receipt.split('/').nth(3).unwrap().split('?').next().unwrap().to_owned();
    let key = receipt.split("k=").nth(1).unwrap().to_owned();
    assert_eq!(state(&town, case.clone()).await, "incomplete");
    let lease = keeps(&leila, "lease", "Mon bail", "").await;
    let take = format!("/fr/requests/{case}/take/lease?k={key}");
    leila.get(&format!("/fr/requests/{case}/pieces?k={key}")).await.ok().shows("/take/lease");
    leila.get(&take).await.ok().shows("Mon bail");
    leila.get(&format!("/fr/requests/{case}/take/lease?k=x")).await.is(404);
    leila.post(&take, &[("document", lease.as_str())]).await.is(422).shows("sans votre accord");
    leila.post(&take, &[("document", lease.as_str()), ("consent", "yes")]).await.is(303);
    assert_eq!(state(&town, case.clone()).await, "filed");
    leila.get(&format!("/fr/my/documents/{lease}")).await.ok().shows(&case).shows("Déposé avec la demande");
    // The other piece may be kept, with consent, and is a copy of its own.
    let page = leila.get(&format!("/fr/cases/{case}")).await.ok().shows("Pris dans votre dossier").text();
    let keep =
        page.split("href=\"").find(|part| part.contains("/my/documents/keep/")).unwrap().split('"').next().unwrap().to_owned();
    leila.get(&keep).await.ok().shows(&case);
    leila.post(&keep, &[("title", "Accord du propriétaire")]).await.is(422).shows("Acceptez");
    let kept = leila.post(&keep, &[("title", "Accord du propriétaire"), ("consent", "yes")]).await.sent_to();
    leila.get(&kept).await.ok().shows("une demande que vous aviez déposée");
    // Kept again under another kind, it is still the one document.
    leila.post(&kept, &[("title", "Accord"), ("kind", "other")]).await.is(303);
    leila.post(&keep, &[("title", "Encore"), ("consent", "yes")]).await.redirects_to(&kept);
    let omar = signed_in(&town, "0698765432").await;
    omar.get(&keep).await.is(404);
    omar.post(&keep, &[("title", "x"), ("consent", "yes")]).await.is(404);
    town.visitor().get(&format!("/fr/cases/{case}?k={key}")).await.ok().shows_not("/my/documents/keep/");
    leila.get(&format!("/fr/cases/{case}")).await.ok().shows_not("/my/documents/keep/");
}

#[tokio::test]
async fn at_the_counter_a_folder_is_opened_by_its_persons_code_for_one_request_and_he_reads_so() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    let lease = keeps(&leila, "lease", "Mon bail", "").await;
    let clerk = town.clerk("counter_clerk").await;
    let draft = clerk.post("/fr/desk/procedures/repair-permit", &[("channel", "counter"), ("lang", "fr")]).await.sent_to();
    let code = draft.rsplit('/').next().unwrap().to_owned();
    fill(&clerk, &code).await;
    let take = format!("/fr/desk/drafts/{code}/take/lease");
    clerk.get(&format!("/fr/drafts/{code}/pieces")).await.ok().shows(&take);
    clerk.get(&take).await.ok().shows("vous le dicte").shows_not("Mon bail");
    let agreed = [("document", lease.as_str()), ("consent", "yes")];
    clerk.post(&take, &agreed).await.is(422).shows("vingt minutes");
    clerk.post(&format!("{take}/person"), &[("contact", "0600000000")]).await.is(422).shows("Aucun compte");
    let asked = clerk.post(&format!("{take}/person"), &[("contact", "0612345678")]).await.sent_to();
    town.drain().await;
    let outbox = town.visitor().get("/fr/outbox").await.ok().shows("pour que l").text();
    let words = outbox.split(|letter: char| !letter.is_ascii_alphanumeric());
    let digits = words.into_iter().find(|word| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit())).unwrap();
    let ticket = asked.split("ticket=").nth(1).unwrap();
    clerk.get(&asked).await.ok().shows("+212 6");
    let wrong = if digits == "000000" { "000001" } else { "000000" };
    clerk.post(&format!("{take}/code"), &[("ticket", ticket), ("code", wrong)]).await.is(422);
    clerk.post(&format!("{take}/code"), &[("ticket", ticket), ("code", digits)]).await.redirects_to(&take);
    clerk.get(&take).await.ok().shows("Mon bail");
    // For this clerk and this request alone, and not for long.
    let other = town.clerk("counter_clerk").await;
    other.get(&take).await.ok().shows_not("Mon bail");
    other.post(&take, &agreed).await.is(422);
    clerk.post(&take, &[("document", lease.as_str())]).await.is(422).shows("sans votre accord");
    clerk.post(&take, &agreed).await.redirects_to(&format!("/fr/drafts/{code}/pieces#given-lease"));
    leila.get(&format!("/fr/my/documents/{lease}")).await.ok().shows("aide du guichet").shows("fois");
    leila.get("/fr/account/looks").await.ok().shows("Un document gardé");
    town.clock.advance_secs(21 * 60);
    clerk.get(&take).await.ok().shows_not("Mon bail");
    clerk.post(&take, &agreed).await.is(422);
    town.clerk("councillor").await.get(&take).await.is(403);
    leila.get(&take).await.is(303);
}
