//! temporary
use platform::{access, Module};
use testing::Town;
#[tokio::main]
async fn main() {
    let modules: Vec<Module> = vec![calendar::module(), places::module(), units::module(), sending::module(), people::module(), assets::module(), procedures::module(), cases::module(), open311::module()];
    let town = Town::configured(modules, |c| { c.listen = "127.0.0.1:8399".into(); c.demo = true; }).await;
    town.does(|tx| access::add_key(tx, "demo", "demo", "api_client").map(|_| ())).await;
    for n in 0..450u32 {
        let now = town.clock.now();
        town.does(move |tx| {
            let new = cases::NewCase { key: tx.new_id(), procedure: if n % 3 == 0 {"noise".into()} else {"pothole".into()}, channel: cases::Channel::Web, lang: kernel::Lang::Ar, words: format!("حفرة {n} <&>"), answers: Default::default(), contact: Default::default(), person: None, place: cases::Place { point: kernel::Point::new(34.0389, -6.8225), ..Default::default() }, files: vec![], publish: true };
            let opened = cases::open(tx, &new)?;
            let mut case = cases::find(tx, &opened.id)?;
            cases::publish(tx, &mut case, &format!("حفرة {n} <&>"), None)
        }).await;
        let _ = now;
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8399").await.unwrap();
    println!("ready {}", town.clock.now());
    axum::serve(listener, town.app.router()).await.unwrap();
}
