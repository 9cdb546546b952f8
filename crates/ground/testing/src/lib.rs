//! The town: a whole program in a temporary folder, with clerks and citizens who act through HTTP. The engine is SQLite,
//! or PostgreSQL when `JAMAA_TEST_DATABASE` names a server: the same tests run on both.

mod database;
mod sweeps;
mod visitor;

pub use sweeps::check_module;
pub use visitor::{Reply, Visitor};

use database::Database;
use kernel::{Day, Id, Label, Moment};
use platform::access::{self, GrantRow, Side};
use platform::communes::State;
use platform::store::{Setup, migrate};
use platform::{App, Clock, Commune, Config, Keys, Module, Pack, Profile, Result, Scope, Tx};
use std::sync::Arc;

/// Where tests take place: Salé, on a Tuesday morning.
pub const SALE: &str = "04.441.01.0";
/// The neighbour, for everything that must not cross.
pub const RABAT: &str = "04.421.01.0";
/// When it is, until a test moves the clock.
pub const START: &str = "2026-11-24T09:00:00Z";

/// A running program and its hand on the clock.
pub struct Town {
    pub app: App,
    pub clock: Clock,
    _folder: tempfile::TempDir,
    _database: Database,
}

impl Town {
    /// Opens Salé and Rabat with these modules, besides the look.
    pub async fn with(modules: impl IntoIterator<Item = Module>) -> Town {
        Town::configured(modules, |_| {}).await
    }

    /// The same, with a change of the configuration.
    pub async fn configured(modules: impl IntoIterator<Item = Module>, change: impl FnOnce(&mut Config)) -> Town {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = Database::fresh();
        let mut config = Config { data: folder.path().to_owned(), commune: SALE.into(), ..Config::default() };
        config.database.url = database.url();
        change(&mut config);
        Keys::fresh().expect("a key").save(&config.key_file()).expect("a key file");
        let modules: Vec<Module> = std::iter::once(ui::module()).chain(modules).collect();
        let clock = Clock::stopped(Moment::parse(START).expect("a moment"));
        make_tables(&config, &modules, clock.clone()).await;
        let app = App::open(config, modules, clock.clone()).await.expect("the program opens");
        for (code, slug, prefix, ar, fr) in [(SALE, "sale", "SAL", "سلا", "Salé"), (RABAT, "rabat", "RAB", "الرباط", "Rabat")]
        {
            let name = Label::new(ar, fr);
            let (slug, prefix, profile) = (slug.into(), prefix.into(), Profile::default());
            let commune = Commune { code: code.into(), slug, host: None, prefix, name, state: State::Open, profile };
            app.open_commune(commune).await.expect("the commune opens");
        }
        Town { app, clock, _folder: folder, _database: database }
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.app.clone(), None)
    }

    /// A member of staff of Salé with one role of the pack, for the whole commune.
    pub async fn clerk(&self, role: &str) -> Visitor {
        self.clerk_in(role, None, None).await
    }

    /// A member of staff with a role in a unit and an area.
    pub async fn clerk_in(&self, role: &str, unit: Option<Id>, area: Option<&str>) -> Visitor {
        let (role, area) = (role.to_owned(), area.map(str::to_owned));
        let token = self
            .does(move |tx| {
                let (person, account) = (tx.new_id(), tx.new_id());
                let starts_on = Day::ymd(2020, 1, 1).unwrap_or(tx.today());
                let (role, unit, area, decision) = (role.clone(), unit.clone(), area.clone(), "test".into());
                access::add_grant(
                    tx,
                    &GrantRow { id: tx.new_id(), person: person.clone(), role, unit, area, starts_on, ends_on: None, decision },
                )?;
                access::start(tx, &account, &person, Side::Staff, "سعيد الكاتب")
            })
            .await;
        Visitor::new(self.app.clone(), Some(token))
    }

    /// A citizen with an account; `person` is whoever the test made.
    pub async fn citizen(&self, account: &Id, person: &Id) -> Visitor {
        let (account, person) = (account.clone(), person.clone());
        let token = self.does(move |tx| access::start(tx, &account, &person, Side::Citizen, "أمينة")).await;
        Visitor::new(self.app.clone(), Some(token))
    }

    /// Somebody who signed in at the door of the staff with an account that the test made.
    pub async fn staff(&self, account: &Id, person: &Id) -> Visitor {
        let (account, person) = (account.clone(), person.clone());
        let token = self.does(move |tx| access::start(tx, &account, &person, Side::Staff, "سعيد الكاتب")).await;
        Visitor::new(self.app.clone(), Some(token))
    }

    /// Runs an action in Salé in the name of the house.
    pub async fn does<T: Send + 'static>(&self, action: impl FnMut(&mut Tx) -> Result<T> + Send + 'static) -> T {
        self.tries(action).await.expect("the action succeeds")
    }

    /// The same, when the test looks at the refusal.
    pub async fn tries<T: Send + 'static>(&self, action: impl FnMut(&mut Tx) -> Result<T> + Send + 'static) -> Result<T> {
        self.app.store().write(Scope::system(SALE), action).await
    }

    pub async fn reads<T: Send + 'static>(&self, question: impl FnMut(&mut Tx) -> Result<T> + Send + 'static) -> T {
        self.app.store().read(Scope::system(SALE), question).await.expect("the question is answered")
    }

    /// Runs every job that is due.
    pub async fn drain(&self) {
        self.app.drain().await.expect("the jobs run");
    }

    /// Moves the clock, then runs what became due.
    pub async fn advance_hours(&self, hours: i64) {
        self.clock.advance_secs(hours * 3_600);
        self.drain().await;
    }
}

async fn make_tables(config: &Config, modules: &[Module], clock: Clock) {
    let keys = Arc::new(Keys::load(&config.key_file()).expect("the key"));
    let setup: Setup = platform::setup(config, &Pack::at(&config.pack), modules, keys, clock).expect("the modules fit together");
    tokio::task::spawn_blocking(move || migrate(&setup, |_| Ok(()))).await.expect("a thread").expect("the tables are made");
}
