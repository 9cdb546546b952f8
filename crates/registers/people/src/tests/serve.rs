//! scratch
use super::*;
#[tokio::test]
async fn serve() {
    let town = demo_town().await;
    clerk(&town, "chief@sale.example.ma", staff::administrator_role(&town)).await;
    let person = clerk(&town, "karim@sale.example.ma", "agent").await;
    let fields = [("name", "هند المريني"), ("email", "hind@sale.example.ma"), ("role", "agent"), ("decision", "7/2026")];
    town.clerk(staff::administrator_role(&town)).await.post("/fr/admin/staff", &fields).await;
    let token = town.does(|tx| { let p = tx.new_id(); let a = tx.new_id(); platform::access::add_grant(tx, &platform::access::GrantRow{id: tx.new_id(), person: p.clone(), role: "service_head".into(), unit: None, area: None, starts_on: tx.today(), ends_on: None, decision: "x".into()})?; platform::access::add_grant(tx, &platform::access::GrantRow{id: tx.new_id(), person: p.clone(), role: "sysadmin".into(), unit: None, area: None, starts_on: tx.today(), ends_on: None, decision: "x".into()})?; platform::access::start(tx, &a, &p, platform::access::Side::Staff, "سعيد")}).await;
    let citizen = town.visitor();
    let address = citizen.post("/fr/account/sign-in", &[("way", "code"), ("contact", "0612345678")]).await.sent_to();
    let out = outbox(&town).await;
    let link = parameter(&out, "setup?ticket");
    std::fs::write("/tmp/serve.txt", format!("{token}\n{person}\n{address}\n{link}\n")).unwrap();
    let l = tokio::net::TcpListener::bind("127.0.0.1:18099").await.unwrap();
    let r = town.app.router();
    let _ = tokio::time::timeout(std::time::Duration::from_secs(300), async { axum::serve(l, r).await }).await;
}
