//! PostgreSQL: one connection with the synchronous driver, its role, and our values as the driver takes them.

use super::checks;
use super::dialect::quoted;
use super::row::Row;
use super::setup::APP_ROLE;
use crate::journal::GENESIS;
use crate::problem::{Problem, Result};
use kernel::{Refusal, Value};
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, NoTls, Statement};
use std::collections::HashMap;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

/// Another machine that died or hangs with a commune's chain in its hand must let go of it.
const PATIENCE: &str = "SET idle_in_transaction_session_timeout = '30s'; SET lock_timeout = '10s'";

/// Composed statements are few, but an address can vary them; the oldest are forgotten together.
const STATEMENTS: usize = 1_000;

/// One connection and its prepared statements.
pub(crate) struct Session {
    pub(crate) client: Client,
    statements: HashMap<String, (Statement, Arc<[String]>)>,
}

impl Session {
    pub(crate) fn connect(url: &str) -> Result<Session> {
        let mut config: postgres::Config =
            url.parse().map_err(|error| Problem::Unavailable(format!("database address: {error}")))?;
        config.connect_timeout(Duration::from_secs(5)).application_name("jamaa");
        config.keepalives_idle(Duration::from_secs(30)).tcp_user_timeout(Duration::from_secs(30));
        let client = config.connect(NoTls).map_err(|error| Problem::Unavailable(format!("postgres: {error}")))?;
        Ok(Session { client, statements: HashMap::new() })
    }

    /// Connects to serve. When the address is that of someone above row-level security, the program goes on as the
    /// application role; [`checks::postgres_role`] judges the result.
    pub(crate) fn connect_serving(url: &str) -> Result<Session> {
        let mut session = Session::connect(url)?;
        if checks::postgres_role(&mut session).is_err()
            && let Err(error) = session.client.batch_execute(&format!("SET ROLE {}", quoted(APP_ROLE)))
        {
            // The role does not exist, or is not ours to take: the judgement stands.
            let expected = error.code().is_some_and(|code| matches!(code.code(), "42501" | "22023" | "42704"));
            return if expected { Ok(session) } else { Err(error.into()) };
        }
        session.client.batch_execute(PATIENCE)?;
        Ok(session)
    }

    /// Makes the application role, bound by row-level security, unless it is there; the owner may take it.
    pub(super) fn make_role(&mut self, role: &str) -> Result<()> {
        let sql = "SELECT CASE WHEN rolsuper OR rolbypassrls THEN 1 ELSE 0 END AS above FROM pg_roles WHERE rolname = $1";
        let found = self.query(sql, &[Value::Text(role.into())])?;
        if found.first().map(|row| row.get::<i64>("above")).transpose()? == Some(1) {
            return Err(Refusal::new("platform-postgres-role").with("role", role).into());
        }
        if found.is_empty() {
            let made = self.client.batch_execute(&format!("CREATE ROLE {} NOLOGIN NOSUPERUSER NOBYPASSRLS", quoted(role)));
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
            _ => self.client.batch_execute(&format!("GRANT {} TO CURRENT_USER", quoted(role))),
        };
        match granted {
            // An owner who may not take the role serves under an address of its own.
            Err(error) if error.code().is_some_and(|code| code.code() == "42501") => Ok(()),
            granted => Ok(granted?),
        }
    }

    /// The tenant lives only as long as the transaction, so a pooled connection cannot carry it on. A writer holds the
    /// head of the commune's chain, on every node: the writes of one commune are serial. A reader sees one snapshot.
    pub(super) fn begin(&mut self, tenant: &str, writer: bool) -> Result<()> {
        let tenant = tenant.replace('\'', "");
        let mode = if writer { "ISOLATION LEVEL READ COMMITTED READ WRITE" } else { "ISOLATION LEVEL REPEATABLE READ READ ONLY" };
        self.client.batch_execute(&format!("BEGIN {mode}; SET LOCAL app.tenant = '{tenant}'"))?;
        if writer {
            let head = [Value::Text(tenant.clone())];
            if self.execute("SELECT 1 FROM platform_heads WHERE tenant = $1 FOR UPDATE", &head)? == 0 {
                let first = [Value::Text(tenant), Value::Text(GENESIS.into())];
                let sql = "INSERT INTO platform_heads (tenant, seq, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING";
                self.execute(sql, &first)?;
                self.execute("SELECT 1 FROM platform_heads WHERE tenant = $1 FOR UPDATE", &head)?;
            }
        }
        Ok(())
    }

    fn prepared(&mut self, sql: &str) -> Result<(Statement, Arc<[String]>)> {
        if let Some(found) = self.statements.get(sql) {
            return Ok(found.clone());
        }
        if self.statements.len() >= STATEMENTS {
            self.statements.clear();
        }
        let statement = self.client.prepare(sql)?;
        let columns: Arc<[String]> = statement.columns().iter().map(|column| column.name().to_owned()).collect();
        self.statements.insert(sql.to_owned(), (statement.clone(), columns.clone()));
        Ok((statement, columns))
    }

    pub(super) fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64> {
        let (statement, _) = self.prepared(sql)?;
        let params: Vec<Param> = args.iter().map(Param).collect();
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as &(dyn ToSql + Sync)).collect();
        Ok(self.client.execute(&statement, &params)?)
    }

    pub(super) fn query(&mut self, sql: &str, args: &[Value]) -> Result<Vec<Row>> {
        let (statement, columns) = self.prepared(sql)?;
        let params: Vec<Param> = args.iter().map(Param).collect();
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as &(dyn ToSql + Sync)).collect();
        let rows = self.client.query(&statement, &params)?;
        rows.iter().map(|row| Ok(Row { columns: columns.clone(), values: read_row(row)? })).collect()
    }

    /// Hands over the rows one by one as they arrive.
    pub(super) fn each(&mut self, sql: &str, take: &mut dyn FnMut(Row) -> Result<()>) -> Result<()> {
        let (statement, columns) = self.prepared(sql)?;
        let mut rows = self.client.query_raw::<_, &str, _>(&statement, [])?;
        while let Some(row) = rows.next()? {
            take(Row { columns: columns.clone(), values: read_row(&row)? })?;
        }
        Ok(())
    }
}

fn read_row(row: &postgres::Row) -> Result<Vec<Value>> {
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
    fn to_sql(&self, kind: &Type, out: &mut postgres::types::private::BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
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
