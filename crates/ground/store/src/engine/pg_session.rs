//! PostgreSQL: one connection that sends what nobody waits for together with the next question, its role, and our values
//! as the driver takes them.

use super::checks;
use super::dialect::{plainly, quoted};
use super::pg_address::Address;
use super::row::Row;
use super::setup::APP_ROLE;
use crate::journal::{GENESIS, Head};
use crate::problem::{Problem, Result};
use futures_util::TryStreamExt;
use futures_util::future::{join, join_all};
use kernel::{Refusal, Value};
use std::collections::HashMap;
use std::error::Error;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use tokio_postgres::{Client, NoTls, Statement};

/// Another machine that died or hangs with a commune's chain in its hand must let go of it.
const PATIENCE: &str = "SET idle_in_transaction_session_timeout = '30s'; SET lock_timeout = '10s'";

/// Composed statements are few, but an address can vary them; the oldest are forgotten together.
const STATEMENTS: usize = 1_000;

/// Statements sent at once; the answers of more could fill the line before we read them.
const TOGETHER: usize = 30;

/// One connection and its prepared statements. The thread that owns it drives the line itself: no other thread is woken.
pub(crate) struct Session {
    runtime: Runtime,
    client: Client,
    statements: HashMap<String, (Statement, Arc<[String]>)>,
    /// What nobody waits for: it travels with the next question.
    waiting: Vec<Waiting>,
    /// Statements that write, said in this transaction.
    written: u64,
    /// Whether a statement of this transaction failed.
    broken: bool,
}

enum Waiting {
    Plain(String),
    Prepared(Statement, Vec<Value>),
}

impl Session {
    pub(crate) fn connect(url: &str) -> Result<Session> {
        let mut address = Address::parse(url)?;
        let tls = address.tls()?;
        let config = &mut address.config;
        config.connect_timeout(Duration::from_secs(5)).application_name("jamaa");
        config.keepalives_idle(Duration::from_secs(30)).tcp_user_timeout(Duration::from_secs(30));
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let away = |error: tokio_postgres::Error| {
            let cause = error.source().map(|cause| format!(": {cause}")).unwrap_or_default();
            Problem::Unavailable(format!("postgres: {error}{cause}"))
        };
        let client = match tls {
            Some(tls) => {
                let (client, line) = runtime.block_on(config.connect(tls)).map_err(away)?;
                runtime.spawn(drive(line));
                client
            }
            None => {
                let (client, line) = runtime.block_on(config.connect(NoTls)).map_err(away)?;
                runtime.spawn(drive(line));
                client
            }
        };
        Ok(Session { runtime, client, statements: HashMap::new(), waiting: Vec::new(), written: 0, broken: false })
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Statements without parameters, several at once.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<()> {
        let Session { runtime, client, waiting, .. } = self;
        let outcome = ask(runtime, client, waiting, client.batch_execute(sql));
        self.noted(outcome)
    }

    fn noted<T>(&mut self, outcome: Result<T>) -> Result<T> {
        self.broken |= outcome.is_err();
        outcome
    }

    /// The same, with the next question.
    pub(super) fn batch_later(&mut self, sql: &str) {
        self.waiting.push(Waiting::Plain(sql.into()));
    }

    /// Waits for everything sent so far.
    pub(super) fn flush(&mut self) -> Result<()> {
        if self.waiting.is_empty() { Ok(()) } else { self.batch("") }
    }

    /// Forgets what was not sent yet, before a rollback.
    pub(super) fn forget(&mut self) {
        self.waiting.clear();
    }

    /// How many statements that write were said in this transaction.
    pub(super) fn written(&self) -> u64 {
        self.written
    }

    /// Whether a statement of this transaction failed: the server then refuses all that follow.
    pub(super) fn is_broken(&self) -> bool {
        self.broken
    }

    /// Connects to serve. When the address is that of someone above row-level security, the program goes on as the
    /// application role; [`checks::postgres_role`] judges the result.
    pub(crate) fn connect_serving(url: &str) -> Result<Session> {
        let mut session = Session::connect(url)?;
        if checks::postgres_role(&mut session).is_err()
            && let Err(error) = session.try_batch(&format!("SET ROLE {}", quoted(APP_ROLE)))
        {
            // The role does not exist, or is not ours to take: the judgement stands.
            let expected = error.code().is_some_and(|code| matches!(code.code(), "42501" | "22023" | "42704"));
            return if expected { Ok(session) } else { Err(error.into()) };
        }
        session.batch(PATIENCE)?;
        Ok(session)
    }

    /// Like [`Session::batch`], with the server's own error for who must tell one from another.
    fn try_batch(&mut self, sql: &str) -> Result<(), tokio_postgres::Error> {
        self.runtime.block_on(self.client.batch_execute(sql))
    }

    /// Makes the application role, bound by row-level security, unless it is there; the owner may take it.
    pub(super) fn make_role(&mut self, role: &str) -> Result<()> {
        let sql = "SELECT CASE WHEN rolsuper OR rolbypassrls THEN 1 ELSE 0 END AS above FROM pg_roles WHERE rolname = $1";
        let found = self.query(sql, &[Value::Text(role.into())])?;
        if found.first().map(|row| row.get::<i64>("above")).transpose()? == Some(1) {
            return Err(Refusal::new("platform-postgres-role").with("role", role).into());
        }
        if found.is_empty() {
            let made = self.try_batch(&format!("CREATE ROLE {} NOLOGIN NOSUPERUSER NOBYPASSRLS", quoted(role)));
            match made.map_err(|error| (error.code().map(|code| code.code().to_owned()), error)) {
                Ok(()) => {}
                // Another program made it in the same moment.
                Err((Some(code), _)) if matches!(code.as_str(), "42710" | "23505") => {}
                Err((Some(code), _)) if code == "42501" => {
                    return Err(Refusal::new("platform-postgres-role-missing").with("role", role).into());
                }
                Err((_, error)) => return Err(error.into()),
            }
        }
        let sql = "SELECT CASE WHEN pg_has_role(current_user, $1, 'MEMBER') THEN 1 ELSE 0 END AS member";
        let member = self.query(sql, &[Value::Text(role.into())])?.first().map(|row| row.get::<i64>("member")).transpose()?;
        let granted = match member {
            Some(1) => Ok(()),
            _ => self.try_batch(&format!("GRANT {} TO CURRENT_USER", quoted(role))),
        };
        match granted {
            // An owner who may not take the role serves under an address of its own.
            Err(error) if error.code().is_some_and(|code| code.code() == "42501") => Ok(()),
            granted => Ok(granted?),
        }
    }

    /// The tenant lives only as long as the transaction, so a pooled connection cannot carry it on. A writer holds the
    /// head of the commune's chain, on every node: the writes of one commune are serial. A reader sees one snapshot.
    pub(super) fn begin(&mut self, tenant: &str, writer: bool) -> Result<Option<Head>> {
        self.forget();
        (self.written, self.broken) = (0, false);
        let tenant = tenant.replace('\'', "");
        let mode = if writer { "ISOLATION LEVEL READ COMMITTED READ WRITE" } else { "ISOLATION LEVEL REPEATABLE READ READ ONLY" };
        self.batch_later(&format!("BEGIN {mode}; SET LOCAL app.tenant = '{tenant}'"));
        if !writer {
            return Ok(None);
        }
        if let Some(head) = self.locked_head(&tenant)? {
            return Ok(Some(head));
        }
        let first = [Value::Text(tenant.clone()), Value::Text(GENESIS.into())];
        let sql = "INSERT INTO platform_heads (tenant, seq, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING";
        self.execute(sql, &first)?;
        self.locked_head(&tenant)
    }

    fn locked_head(&mut self, tenant: &str) -> Result<Option<Head>> {
        let sql = "SELECT seq, hash, edition FROM platform_heads WHERE tenant = $1 FOR UPDATE";
        self.query(sql, &[Value::Text(tenant.into())])?.first().map(Head::read).transpose()
    }

    fn prepared(&mut self, sql: &str) -> Result<(Statement, Arc<[String]>)> {
        if let Some(found) = self.statements.get(sql) {
            return Ok(found.clone());
        }
        // A fault of what waits must not look like a fault of this statement.
        self.flush()?;
        if self.statements.len() >= STATEMENTS {
            self.statements.clear();
        }
        let outcome = self.runtime.block_on(self.client.prepare(&plainly(sql))).map_err(Problem::from);
        let statement = self.noted(outcome)?;
        let columns: Arc<[String]> = statement.columns().iter().map(|column| column.name().to_owned()).collect();
        self.statements.insert(sql.to_owned(), (statement.clone(), columns.clone()));
        Ok((statement, columns))
    }

    pub(super) fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64> {
        let (statement, _) = self.prepared(sql)?;
        self.written += 1;
        let Session { runtime, client, waiting, .. } = self;
        let outcome = ask(runtime, client, waiting, client.execute_raw(&statement, args.iter().map(Param)));
        self.noted(outcome)
    }

    /// Runs a statement whose count nobody asks for, with the next question. Its failure is the failure of that question.
    pub(super) fn execute_later(&mut self, sql: &str, args: Vec<Value>) -> Result<()> {
        let (statement, _) = self.prepared(sql)?;
        self.written += 1;
        self.waiting.push(Waiting::Prepared(statement, args));
        Ok(())
    }

    pub(super) fn query(&mut self, sql: &str, args: &[Value]) -> Result<Vec<Row>> {
        let (statement, columns) = self.prepared(sql)?;
        self.written += u64::from(!sql.trim_start().starts_with("SELECT"));
        let Session { runtime, client, waiting, .. } = self;
        let question = async { client.query_raw(&statement, args.iter().map(Param)).await?.try_collect::<Vec<_>>().await };
        let outcome = ask(runtime, client, waiting, question);
        let rows = self.noted(outcome)?;
        rows.iter().map(|row| Ok(Row { columns: columns.clone(), values: read_row(row)? })).collect()
    }

    /// Hands over the rows one by one as they arrive.
    pub(super) fn each(&mut self, sql: &str, take: &mut dyn FnMut(Row) -> Result<()>) -> Result<()> {
        let (statement, columns) = self.prepared(sql)?;
        self.flush()?;
        let mut rows = pin!(self.runtime.block_on(self.client.query_raw::<_, Param, _>(&statement, []))?);
        while let Some(row) = self.runtime.block_on(rows.try_next())? {
            take(Row { columns: columns.clone(), values: read_row(&row)? })?;
        }
        Ok(())
    }
}

/// The line ends with an error when the server goes away; each question then learns it for itself.
async fn drive(line: impl Future<Output = Result<(), tokio_postgres::Error>>) {
    if let Err(error) = line.await {
        tracing::debug!(%error, "a database connection ended");
    }
}

/// Sends what waits and the question after it in one go. The first failure is the one that is told: those behind it only
/// say that the transaction is over.
fn ask<T>(
    runtime: &Runtime,
    client: &Client,
    waiting: &mut Vec<Waiting>,
    question: impl Future<Output = Result<T, tokio_postgres::Error>>,
) -> Result<T> {
    let waiting = std::mem::take(waiting);
    runtime.block_on(async {
        // The last group travels with the question itself.
        let last = waiting.len().saturating_sub(1) / TOGETHER * TOGETHER;
        for group in waiting[..last].chunks(TOGETHER) {
            first_failure(join_all(group.iter().map(|one| one.run(client))).await)?;
        }
        let (sent, answer) = join(join_all(waiting[last..].iter().map(|one| one.run(client))), question).await;
        first_failure(sent)?;
        Ok(answer?)
    })
}

fn first_failure(outcomes: Vec<Result<(), tokio_postgres::Error>>) -> Result<()> {
    Ok(outcomes.into_iter().collect::<Result<_, _>>()?)
}

impl Waiting {
    async fn run(&self, client: &Client) -> Result<(), tokio_postgres::Error> {
        match self {
            Waiting::Plain(sql) => client.batch_execute(sql).await,
            Waiting::Prepared(statement, args) => client.execute_raw(statement, args.iter().map(Param)).await.map(|_| ()),
        }
    }
}

fn read_row(row: &tokio_postgres::Row) -> Result<Vec<Value>> {
    let read = |place: usize| -> Result<Value> {
        let kind = row.columns()[place].type_();
        Ok(match *kind {
            Type::INT8 => row.try_get::<_, Option<i64>>(place)?.map_or(Value::Null, Value::Int),
            Type::BOOL => row.try_get::<_, Option<bool>>(place)?.map_or(Value::Null, |yes| Value::Int(yes.into())),
            Type::INT4 => row.try_get::<_, Option<i32>>(place)?.map_or(Value::Null, |int| Value::Int(int.into())),
            Type::TEXT | Type::VARCHAR | Type::NAME => row.try_get::<_, Option<String>>(place)?.map_or(Value::Null, Value::Text),
            _ => return Err(Problem::internal(format!("columns are TEXT or BIGINT, not {kind}"))),
        })
    };
    (0..row.len()).map(read).collect()
}

/// A value as PostgreSQL's driver takes it.
#[derive(Debug)]
struct Param<'a>(&'a Value);

impl ToSql for Param<'_> {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self.0, kind) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(int), &Type::INT4) => i32::try_from(*int)?.to_sql(kind, out),
            (Value::Int(int), &Type::INT8) => int.to_sql(kind, out),
            (Value::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::NAME) => text.to_sql(kind, out),
            (value, kind) => Err(format!("{value:?} cannot be a {kind}").into()),
        }
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT4 | Type::INT8 | Type::TEXT | Type::VARCHAR | Type::NAME)
    }

    to_sql_checked!();
}
