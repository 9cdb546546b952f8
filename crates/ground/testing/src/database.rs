//! A database for one town: none for SQLite; on PostgreSQL one of its own, dropped afterwards.

use std::sync::atomic::{AtomicU32, Ordering};

pub(crate) struct Database {
    /// Server address and name of the database made on it.
    made: Option<(String, String)>,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl Database {
    /// Must run outside of an async context's thread: the driver blocks.
    pub(crate) fn fresh() -> Database {
        let Some(server) = std::env::var("JAMAA_TEST_DATABASE").ok().filter(|url| !url.is_empty()) else {
            return Database { made: None };
        };
        let name = format!("jamaa_town_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let sql = format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
        run(&server, sql);
        Database { made: Some((server, name)) }
    }

    /// Empty for SQLite.
    pub(crate) fn url(&self) -> String {
        self.made.as_ref().map_or(String::new(), |(server, name)| {
            let (base, _) = server.rsplit_once('/').unwrap_or((server, ""));
            format!("{base}/{name}")
        })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some((server, name)) = self.made.take() {
            run(&server, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

fn run(server: &str, sql: String) {
    let server = server.to_owned();
    // The driver has a runtime of its own, which cannot start inside the test's.
    let thread = std::thread::spawn(move || {
        let mut client = postgres::Client::connect(&server, postgres::NoTls).expect("the test server answers");
        client.batch_execute(&sql).expect("the test database changes");
    });
    thread.join().expect("the database thread ends");
}
