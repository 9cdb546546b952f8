//! For maps: the boundaries of this commune as GeoJSON.

use crate::{actions, atlas};
use platform::json::{self, json};
use platform::web::IntoResponse;
use platform::{Answer, Ctx, Problem};

/// The commune and its arrondissements. A feature without geometry is an area whose boundary is not known.
pub async fn areas(ctx: Ctx) -> Answer {
    let (edition, features) = ctx
        .read(|rx| {
            let atlas = atlas::open(rx)?;
            let areas = actions::areas(rx)?;
            let features: Vec<_> = areas
                .into_iter()
                .map(|area| {
                    let shape = atlas.own().find(|(code, _)| *code == area.code);
                    let geometry = shape.and_then(|(_, shape)| json::from_str::<json::Value>(&crate::geometry::write(shape)).ok());
                    json!({ "type": "Feature", "properties": { "code": area.code, "kind": area.kind, "name": area.name }, "geometry": geometry })
                })
                .collect();
            Ok((rx.edition()?, features))
        })
        .await?;
    let body = json::to_string(&json!({ "type": "FeatureCollection", "features": features })).map_err(Problem::from)?;
    let headers = [
        ("content-type", "application/geo+json".to_owned()),
        ("cache-control", "public, max-age=3600".to_owned()),
        ("etag", format!("\"{edition}\"")),
    ];
    Ok((headers, body).into_response())
}
