//! The pages in every language; the journey of filing is tested with `requests`, whose pages it takes.

use testing::Town;

#[tokio::test]
async fn the_pages_stand_in_every_language() {
    let town = Town::with([
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        crate::module(),
    ])
    .await;
    let administrator = town.clerk("administrator").await;
    for lang in ["ar", "fr", "zgh", "en"] {
        administrator.get(&format!("/{lang}/admin/mandates")).await.ok();
        administrator.get(&format!("/{lang}/admin/mandates/new")).await.ok().shows("repair-permit");
        administrator.get(&format!("/{lang}/admin/kiosks")).await.ok();
    }
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
