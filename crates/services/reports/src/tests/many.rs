//! A map of thousands: counted by square, small however many there are, and never nearer than what is published.

use super::{case, code, pothole, publish, town};
use platform::args;
use testing::Town;

/// Copies of a published pothole, spread over the town.
async fn copies(town: &Town, count: i64) {
    let first = code(&pothole(&town.visitor(), "حفرة").await.sent_to());
    publish(town, &first, "حفرة").await;
    let id = case(town, &first).await.id;
    town.does(move |tx| {
        let columns = "year, procedure, procedure_pin, state, phase, outcome, unit, area, quarter, channel, lang, restricted, hide_author,
            urgent, publication, public_words, vault, words, answers, contact, place_words, pin, received_at, moved_at, updated_at,
            reopened, followers";
        let sql = format!(
            "INSERT INTO cases_cases (tenant, id, code, number, lat_e6, lon_e6, {columns})
             SELECT tenant, CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT), CAST($6 AS BIGINT), CAST($7 AS BIGINT), {columns}
             FROM cases_cases WHERE tenant = $1 AND id = $2"
        );
        for number in 0..count {
            let (lat, lon) = (34_020_000 + (number * 7_919) % 50_000, -6_840_000 + (number * 104_729) % 60_000);
            let code = format!("SAL-COPY-{number:05}");
            tx.execute(&sql, args![tx.tenant(), id, tx.new_id(), code, 1_000 + number, lat, lon])?;
        }
        Ok(())
    })
    .await;
}

fn sum(features: &platform::Json) -> i64 {
    features["features"].as_array().unwrap().iter().map(|one| one["properties"]["count"].as_i64().unwrap_or(1)).sum()
}

#[tokio::test]
async fn thousands_are_counted_by_square_and_shown_one_by_one_from_near() {
    let town = town().await;
    copies(&town, 3_000).await;
    let visitor = town.visitor();
    let whole = visitor.get("/reports/points.geojson?zoom=11").await.ok();
    assert!(whole.bytes.len() < 20_000, "{} bytes", whole.bytes.len());
    assert_eq!(sum(&whole.json()), 3_001, "each is counted once");
    let west = visitor.get("/reports/points.geojson?zoom=15&bbox=-6.84,34.02,-6.83,34.03").await.ok().json();
    assert!((50..=600).contains(&sum(&west)), "{}", sum(&west));
    let near = visitor.get("/reports/points.geojson?zoom=18&bbox=-6.823,34.038,-6.8222,34.0386").await.ok().json();
    assert!(near["features"][0]["properties"]["code"].is_string(), "{near}");
    let link = whole.json()["features"][0]["properties"]["url"].as_str().unwrap().to_owned();
    let count = whole.json()["features"][0]["properties"]["count"].as_i64().unwrap();
    let list = visitor.get(&link).await.ok();
    let figure = kernel::format::number(count, kernel::Lang::Ar);
    assert!(list.text().contains(&figure), "the list has the {count} of the square");
    visitor.get("/ar/reports/map").await.ok().shows("<circle");
    let all = visitor.get("/reports/points.geojson?zoom=19").await.ok();
    assert!(all.bytes.len() < 250_000 && sum(&all.json()) == 3_001, "{} bytes", all.bytes.len());
    let page = visitor.get("/fr/reports/map").await.ok();
    assert!(page.bytes.len() < 90_000, "{} bytes", page.bytes.len());
    for wrong in ["bbox=1", "bbox=a,b,c,d", "bbox=-6.8,34.1,-6.9,34.0", "bbox=1,2,3,4,5", "bbox=0,91,1,92"] {
        visitor.get(&format!("/reports/points.geojson?{wrong}")).await.is(422);
    }
    visitor.get("/reports/points.geojson?zoom=NaN&bbox=-180,-90,180,90").await.ok();
    visitor.get("/ar/reports?within=wrong").await.is(422);
}

#[tokio::test]
async fn an_answer_is_kept_for_a_minute_and_no_longer_once_something_changed() {
    let town = town().await;
    let visitor = town.visitor();
    assert_eq!(sum(&visitor.get("/reports/points.geojson").await.ok().json()), 0);
    let shown = code(&pothole(&town.visitor(), "حفرة").await.sent_to());
    publish(&town, &shown, "حفرة").await;
    assert_eq!(sum(&visitor.get("/reports/points.geojson").await.ok().json()), 0, "as it was made");
    town.clock.advance_secs(61);
    assert_eq!(sum(&visitor.get("/reports/points.geojson").await.ok().json()), 1);
}

#[tokio::test]
async fn no_box_closes_in_on_a_blurred_place() {
    let town = town().await;
    copies(&town, 20).await;
    let blurred = town
        .reads(|rx| {
            let catalog = procedures::catalog(rx)?;
            Ok(catalog.procedures.values().find(|one| one.public && one.open.point_precision_m >= 100).unwrap().id.clone())
        })
        .await;
    let metres = {
        let id = blurred.clone();
        town.does(move |tx| {
            tx.execute("UPDATE cases_cases SET procedure = $2 WHERE tenant = $1", args![tx.tenant(), id])?;
            Ok(procedures::procedure(tx, &id)?.open.point_precision_m)
        })
        .await
    };
    let points = town.visitor().get("/reports/points.geojson?zoom=19").await.ok().json();
    let grid = cases::points::Grid::metres(metres);
    for feature in points["features"].as_array().unwrap() {
        let at = &feature["geometry"]["coordinates"];
        let point = kernel::Point::new(at[1].as_f64().unwrap(), at[0].as_f64().unwrap()).unwrap();
        assert!(grid.shown(point).metres_to(point) < 3.0, "{point} is not the middle of a square of {metres} m");
    }
}
