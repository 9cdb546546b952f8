//! A morning in the hall: numbers, counters, calls, and the truth on the wall and on the telephones.

use crate::actions::tickets;
use crate::model::{Channel, NewTicket, Priority, Ticket};
use kernel::{Id, Label, Lang, Phone};
use platform::{Module, Tx};
use sites::{Counter, Site};
use testing::{Town, Visitor};

mod board;
mod booking;
mod counter;
mod kiosk;
mod night;
mod outages_told;
mod ticket;

pub const CIVIL: &str = "civil-status-copy";
pub const LEGAL: &str = "signature-legalisation";
pub const PERMIT: &str = "building-permit";

fn modules() -> Vec<Module> {
    vec![
        calendar::module(),
        places::module(),
        units::module(),
        sites::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        assisted::module(),
        outages::module(),
        appointments::module(),
        crate::module(),
    ]
}

/// A site with two counters of civil status and one for signatures and permits.
pub struct Hall {
    pub town: Town,
    pub site: Id,
    pub counters: Vec<Id>,
}

impl Hall {
    pub async fn open() -> Hall {
        let town = Town::configured(modules(), |config| config.demo = true).await;
        let (site, counters) = town.does(build).await;
        Hall { town, site, counters }
    }

    pub async fn take(&self, matter: &'static str) -> Ticket {
        self.give(matter, None, None).await
    }

    /// A number from the reception.
    pub async fn give(&self, matter: &'static str, priority: Option<Priority>, phone: Option<&str>) -> Ticket {
        self.town.clock.advance_secs(1);
        let (site, phone) = (self.site.clone(), phone.map(|phone| Phone::parse(phone).unwrap()));
        let new = NewTicket { site, matter: matter.into(), channel: Channel::Reception, priority, lang: Lang::Fr, phone };
        self.town.does(move |tx| tickets::take(tx, new.clone())).await
    }

    /// An agent at a counter.
    pub async fn agent(&self, counter: usize) -> Visitor {
        let agent = self.town.clerk("counter_clerk").await;
        agent.post("/fr/desk/queue/open", &[("counter", self.counters[counter].as_str())]).await.redirects_to("/fr/desk/queue");
        agent
    }

    pub async fn ticket(&self, id: &Id) -> Ticket {
        let id = id.clone();
        self.town.reads(move |rx| crate::store::tickets::find(rx, &id)).await
    }

    pub fn board(&self) -> String {
        format!("/fr/queue/{}", self.site)
    }

    /// What left the house, as the demonstration shows it.
    pub async fn messages(&self) -> String {
        self.town.drain().await;
        self.town.visitor().get("/fr/outbox").await.ok().text().replace("&#39;", "'")
    }

    pub async fn served(&self, agent: &Visitor, secs: i64) {
        agent.post("/fr/desk/queue/next", &[]).await.redirects_to("/fr/desk/queue");
        let page = agent.get("/fr/desk/queue").await.ok().text();
        let base = page
            .split("action=\"")
            .find_map(|rest| rest.split_once("/begin\"").map(|(base, _)| base.to_owned()))
            .expect("somebody is called");
        self.town.clock.advance_secs(secs);
        agent.post(&format!("{base}/begin"), &[]).await.redirects_to("/fr/desk/queue");
        agent.post(&format!("{base}/done"), &[("outcome", "served")]).await.redirects_to("/fr/desk/queue");
    }
}

fn build(tx: &mut Tx) -> platform::Result<(Id, Vec<Id>)> {
    let unit = units::all(tx)?[0].id.clone();
    let name = Label::new("ملحقة تابريكت", "Annexe de Tabriquet");
    let id = tx.new_id();
    let site = Site {
        id,
        unit,
        name: name.clone(),
        address: name,
        phone: None,
        area: None,
        point: None,
        step_free: true,
        retired_on: None,
    };
    let site = sites::save_site(tx, site)?;
    let mut counters = Vec::new();
    for (label, matters) in [("1", vec![CIVIL]), ("2", vec![CIVIL]), ("3", vec![LEGAL, PERMIT])] {
        let counter =
            Counter { id: tx.new_id(), site: site.clone(), label: label.into(), seats: 1, priority: false, retired_on: None };
        let matters: Vec<String> = matters.into_iter().map(str::to_owned).collect();
        counters.push(sites::save_counter(tx, counter, &matters)?);
    }
    Ok((site, counters))
}

#[tokio::test]
async fn the_module_holds_what_modules_promise() {
    let hall = Hall::open().await;
    assert_eq!(testing::check_module(&hall.town.app, &crate::module()), Vec::<String>::new());
    for lang in Lang::ALL {
        for page in [
            "/queue".to_owned(),
            format!("/queue/{}", hall.site),
            format!("/queue/{}?screen=1", hall.site),
            "/queue/tickets".into(),
        ] {
            hall.town.visitor().get(&format!("/{}{page}", lang.code())).await.ok().shows("<h1");
        }
    }
}

/// The name of whoever a counter calls next; nobody when the line is empty.
async fn next(hall: &Hall, agent: &Visitor) -> Option<String> {
    agent.post("/fr/desk/queue/next", &[]).await.redirects_to("/fr/desk/queue");
    let page = agent.get("/fr/desk/queue").await.ok().text();
    let _ = hall;
    let (_, rest) = page.split_once("<div class=\"ticket\"><b><bdi class=\"num\">")?;
    rest.split_once('<').map(|(name, _)| name.to_owned())
}

/// The address under which the ticket at a counter is acted on.
async fn standing(agent: &Visitor) -> String {
    let page = agent.get("/fr/desk/queue").await.ok().text();
    let at = page.find("/transfer\"").expect("somebody stands there");
    let begin = page[..at].rfind("action=\"").expect("a form") + "action=\"".len();
    page[begin..at].to_owned()
}
