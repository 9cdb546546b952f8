//! Paying by card, from the order to the receipt and back: a whole program with the practice bank behind a real socket.

use gateways::{Settings, est};
use kernel::{Id, Label, Lang, Money};
use payments::{DueAt, DueState, Intent, IntentState, Method, NewDue, Order, Refund, RefundState};
use platform::{Tx, json};
use testing::{Reply, Town, Visitor};

mod bad;
mod books;
mod doors;
mod paying;
mod refunds;

/// A town with the practice bank, that listens on this machine, and an order of 500 dirhams.
struct Street {
    town: Town,
    subject: Id,
    code: String,
}

async fn street() -> Street {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let modules = [
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        cases::module(),
        payments::module(),
        gateways::module(),
        crate::module(),
    ];
    let town = Town::configured(modules, |config| {
        config.demo = true;
        config.public_url = address;
    })
    .await;
    let router = town.app.router();
    tokio::spawn(async move { axum::serve(tokio::net::TcpListener::from_std(listener).unwrap(), router).await });
    let (subject, code) = town
        .does(|tx| {
            gateways::save_settings(tx, crate::contract(), true)?;
            let subject = filed(tx)?;
            payments::order(tx, &subject, "SAL-7K3Q-9MPX-R", &[due("repair", 200), due("street", 300)])?;
            Ok((subject.clone(), payments::order_of(tx, &subject)?.unwrap().code))
        })
        .await;
    Street { town, subject, code }
}

fn due(fee: &str, dirhams: i64) -> NewDue {
    NewDue { fee: fee.into(), label: Label::new("رسم", "Taxe"), amount: Money::dirhams(dirhams), due: DueAt::Grant }
}

fn filed(tx: &mut Tx) -> platform::Result<Id> {
    let piece = |name: &str| cases::NewFile {
        role: cases::FileRole::Piece,
        piece: Some(name.into()),
        blob: "b".into(),
        thumb: String::new(),
        kind: "application/pdf".into(),
        scan: cases::Scan::Clean,
    };
    let new = cases::NewCase {
        key: tx.new_id(),
        procedure: "repair-permit".into(),
        channel: cases::Channel::Web,
        lang: Lang::Fr,
        words: "إصلاح الواجهة".into(),
        answers: json::from_str(r#"{"nature": "front", "owner": "tenant", "scaffold": false}"#)?,
        contact: cases::Contact { phone: kernel::Phone::parse("0661234567"), ..cases::Contact::default() },
        person: None,
        place: cases::Place { words: "زنقة 12".into(), ..cases::Place::default() },
        files: vec![piece("lease"), piece("consent")],
        publish: false,
        suspect: None,
    };
    Ok(cases::open(tx, &new)?.id)
}

impl Street {
    fn path(&self, rest: &str) -> String {
        format!("/fr/pay/{}{rest}", self.code)
    }

    async fn page(&self) -> Reply {
        self.town.visitor().get(&self.path("")).await.ok()
    }

    /// The payer at the door of the bank: the signed form that the commune gave his browser.
    async fn at_the_bank(&self, payer: &Visitor) -> est::Fields {
        payer.post(&self.path("/card"), &[]).await.redirects_to(&self.path("/card"));
        let page = payer.get(&self.path("/card")).await.ok();
        let policy = page.headers["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.contains("form-action 'self' http://127.0.0.1:"), "{policy}");
        hidden(&page.text())
    }

    /// Pays with a card of the practice bank, as far as the payer's browser goes.
    async fn pays(&self, card: &str) -> Id {
        let payer = self.town.visitor();
        let fields = self.at_the_bank(&payer).await;
        let sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let page = payer.post("/simulator/pay", &sent).await.sent_to();
        payer.get(&page).await.ok().shows("simulation").shows("500,00");
        payer.post(&page, &[("card", card)]).await.ok();
        let oid = &fields.iter().find(|(name, _)| name == "oid").unwrap().1;
        Id::new(oid.as_str())
    }

    async fn intents(&self) -> Vec<Intent> {
        let order = self.order().await.id;
        self.town.reads(move |rx| payments::intents_of(rx, &order)).await
    }

    async fn order(&self) -> Order {
        let code = self.code.clone();
        self.town.reads(move |rx| payments::order_by_code(rx, &code)).await.unwrap()
    }

    async fn state(&self) -> IntentState {
        self.intents().await.last().unwrap().state
    }

    async fn refunds(&self) -> Vec<Refund> {
        let subject = self.subject.clone();
        self.town.reads(move |rx| payments::refunds_of(rx, &subject)).await
    }

    async fn dues(&self) -> Vec<DueState> {
        let subject = self.subject.clone();
        self.town.reads(move |rx| payments::of(rx, &subject)).await.into_iter().map(|due| due.state).collect()
    }

    /// Receipts by register, with the numbers that were drawn.
    async fn receipts(&self) -> Vec<(String, i64)> {
        let sql = "SELECT register, number FROM payments_receipts WHERE tenant = $1 ORDER BY register, number";
        let read = |row: &platform::Row| Ok((row.get("register")?, row.get("number")?));
        self.town.reads(move |rx| rx.all(sql, platform::args![rx.tenant()], read)).await
    }

    /// How often a verb stands in the journal.
    async fn journaled(&self, verb: &'static str) -> i64 {
        let sql = "SELECT COUNT(*) AS n FROM platform_journal WHERE tenant = $1 AND verb = $2";
        self.town.reads(move |rx| rx.count(sql, platform::args![rx.tenant(), verb])).await
    }

    /// The cashier takes the money over the counter.
    async fn collected(&self) {
        let subject = self.subject.clone();
        self.town
            .does(move |tx| {
                let key = tx.new_id();
                payments::collect(tx, &key, &subject, Money::dirhams(500), Method::Cash).map(drop)
            })
            .await;
    }

    /// A call in the name of the bank, signed with its key.
    async fn call(&self, change: &[(&str, &str)], key: &str) -> Reply {
        let intent = self.intents().await.last().map(|intent| intent.id.to_string()).unwrap_or_default();
        let contract: Settings = crate::contract();
        let base = [
            ("clientid", contract.merchant.as_str()),
            ("oid", intent.as_str()),
            ("amount", "500.00"),
            ("currency", "504"),
            ("ProcReturnCode", "00"),
            ("TransId", "T1"),
            ("maskedCreditCard", "9999 00** **** 0001"),
        ];
        let changed = base.map(|(name, value)| {
            let other = change.iter().find(|(other, _)| *other == name).map_or(value, |(_, value)| *value);
            (name.to_owned(), other.to_owned())
        });
        let signed = est::signed(changed.to_vec(), key);
        let sent: Vec<(&str, &str)> = signed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.town.visitor().saying("sec-fetch-site", "cross-site").post("/pay/callback/card", &sent).await
    }
}

/// Names and values of the hidden fields of a page's form.
fn hidden(page: &str) -> est::Fields {
    let main = &page[page.find("<main").unwrap()..];
    let fields = main.split("<input type=\"hidden\" name=\"").skip(1);
    fields
        .map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"").unwrap();
            let value = rest.split_once('"').unwrap().0;
            (name.to_owned(), value.replace("&#x2f;", "/").replace("&#x27;", "'").replace("&amp;", "&"))
        })
        .collect()
}

#[tokio::test]
async fn the_modules_keep_the_rules_of_the_house() {
    let street = street().await;
    for module in [crate::module(), gateways::module(), payments::module()] {
        assert_eq!(testing::check_module(&street.town.app, &module), Vec::<String>::new());
    }
}
