//! The bulk file, column by column as the specification has it.

use super::{filed, published, town};
use platform::args;

const HEAD: &str = "\"service_request_id\",\"requested_datetime\",\"updated_datetime\",\"closed_date\",\"status_description\",\
\"status_notes\",\"source\",\"service_name\",\"service_subtype\",\"description\",\"agency_responsible\",\"address\",\"lat\",\"long\"\r\n";

#[tokio::test]
async fn the_bulk_file_has_the_columns_of_the_specification_and_what_was_published() {
    let town = town().await;
    let visitor = town.visitor();
    let empty = visitor.get("/open311/bulk/requests.csv").await.ok();
    assert_eq!(empty.text(), HEAD);
    let seen = filed(&visitor, &[("description", "Trou")]).await;
    let unseen = filed(&visitor, &[("description", "Autre trou")]).await;
    published(&town, &seen, "Trou \"profond\", rue du Port\nprès du four").await;
    let reply = visitor.get("/open311/bulk/requests.csv?locale=fr").await.ok();
    assert_eq!(reply.headers["content-type"], "text/csv; charset=utf-8");
    let text = reply.text();
    let line = text.strip_prefix(HEAD).unwrap();
    assert!(
        line.starts_with(&format!("\"{seen}\",\"2026-11-24T10:00:00+01:00\",\"2026-11-24T10:00:00+01:00\",\"\",\"Open\",")),
        "{line}"
    );
    assert!(line.contains("\"Open311\",\"Nid-de-poule\",\"\",\"Trou \"\"profond\"\", rue du Port\nprès du four\","), "{line}");
    assert!(line.ends_with("\"\r\n") && !text.contains(&unseen));
    visitor.get("/open311/bulk/requests.csv?jurisdiction_id=nowhere").await.is(404);
    assert_eq!(visitor.get("/open311/bulk/requests.csv?jurisdiction_id=rabat").await.ok().text(), HEAD);
    let found = visitor.get("/open311/discovery.json").await.ok().json();
    assert_eq!(found["endpoints"][1]["formats"][0], "text/csv");
}

#[tokio::test]
async fn the_file_goes_on_page_by_page_without_losing_or_repeating_a_line() {
    let town = town().await;
    let code = filed(&town.visitor(), &[]).await;
    published(&town, &code, "Trou").await;
    town.does(move |tx| {
        let columns = "year, procedure, procedure_pin, state, phase, unit, channel, lang, restricted, hide_author, urgent, publication,
            public_words, vault, words, answers, contact, place_words, pin, received_at, moved_at, updated_at, reopened, followers";
        let sql = format!(
            "INSERT INTO cases_cases (tenant, id, code, number, {columns})
             SELECT tenant, CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT), {columns} FROM cases_cases
             WHERE tenant = $1 AND code = $2"
        );
        for number in 0..4_500 {
            tx.execute(&sql, args![tx.tenant(), code, tx.new_id(), format!("COPY-{number:04}"), 10 + number])?;
        }
        Ok(())
    })
    .await;
    let text = town.visitor().get("/open311/bulk/requests.csv").await.ok().text();
    let mut codes: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split('"').nth(1)).collect();
    assert_eq!(codes.len(), 4_501);
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 4_501);
}
