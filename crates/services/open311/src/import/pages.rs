//! `/desk/imports`: categories of other systems whose rows wait, and the choice of ours for each.

use super::actions;
use super::store::{self, Waiting};
use kernel::Label;
use platform::{Answer, Ctx, Fields, Json, Result, Tx, Waits, context};

pub const LIST: &str = "open311/imports.html";

/// For the menu.
pub fn waiting(tx: &mut Tx) -> Result<Waits> {
    Ok(store::without_category(tx).into())
}

/// Our categories under the names of their groups.
type Groups = Vec<(Label, Vec<(String, Label)>)>;

fn groups(tx: &mut Tx) -> Result<Groups> {
    let catalog = procedures::catalog(tx)?;
    let of = |group: &procedures::Group| {
        let own = catalog.of_group(&group.id).into_iter().map(|one| (one.id.clone(), one.title.clone())).collect();
        (group.name.clone(), own)
    };
    Ok(catalog.groups.iter().map(of).filter(|(_, own): &(Label, Vec<_>)| !own.is_empty()).collect())
}

pub async fn list(ctx: Ctx) -> Answer {
    let (rows, groups) = ctx.read(|rx| Ok((store::waiting(rx)?, groups(rx)?))).await?;
    let option = |(value, label): &(String, Label)| context! { value => value, label => label.text(ctx.lang) };
    let groups: Vec<Json> = groups
        .iter()
        .map(|(name, own)| context! { label => name.text(ctx.lang), options => own.iter().map(option).collect::<Vec<_>>() })
        .collect();
    ctx.page(LIST, model(&rows, &groups)).await
}

pub fn model(rows: &[Waiting], groups: &[Json]) -> Json {
    let total: i64 = rows.iter().map(|row| row.count).sum();
    context! { rows => rows, groups => groups, total => total }
}

pub async fn choose(ctx: Ctx, fields: Fields) -> Answer {
    let typed = |name: &str| fields.get(name).chars().take(300).collect::<String>();
    let (source, category, procedure) = (typed("source"), typed("category"), typed("procedure"));
    ctx.write(move |tx| actions::choose(tx, &source, &category, &procedure)).await?;
    ctx.go_saying("/desk/imports", "open311-imports-said")
}

/// One waiting category, as a sample.
pub fn sample() -> Json {
    let rows = [
        Waiting { source: "fms".into(), category: "Abandoned shopping trolleys".into(), count: 12 },
        Waiting { source: "fms".into(), category: String::new(), count: 1 },
    ];
    let options = vec![context! { value => "pothole", label => "Nid-de-poule" }];
    model(&rows, &[context! { label => "Voirie", options => options }])
}
