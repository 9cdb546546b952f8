//! What can go wrong at the edge, in the few cases a person can act on. Internal text goes to the log only.

use kernel::Refusal;
use std::error::Error;

pub type Result<T, E = Problem> = std::result::Result<T, E>;

/// One answer type for doors, actions, jobs and commands.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// There is no such thing, or this person may not know that there is.
    NotFound,
    /// Known, signed in, and not allowed.
    Forbidden,
    /// Nobody is signed in, and the page needs it.
    SignIn,
    /// A rule said no: the person can read why and correct it.
    Refused(Refusal),
    /// Several fields of a form are wrong at once.
    Invalid(Vec<Refusal>),
    /// The thing changed meanwhile, or the key was used for something else.
    Conflict(Refusal),
    /// Too many at once; the same request works later.
    Busy { retry_after_secs: u32 },
    /// The store cannot take writes now (disk full, stopped); reading goes on.
    Closed,
    /// The database cannot be reached.
    Unavailable(String),
    /// Lost a race with another transaction: the store runs the action again.
    Again,
    /// A fault of ours. The text is for the log.
    Internal(String),
}

impl Problem {
    pub fn internal(text: impl std::fmt::Display) -> Self {
        Problem::Internal(text.to_string())
    }

    pub fn status(&self) -> u16 {
        match self {
            Problem::NotFound => 404,
            Problem::Forbidden => 403,
            Problem::SignIn => 401,
            Problem::Refused(_) | Problem::Invalid(_) => 422,
            Problem::Conflict(_) => 409,
            Problem::Busy { .. } => 429,
            Problem::Closed => 507,
            Problem::Unavailable(_) | Problem::Again => 503,
            Problem::Internal(_) => 500,
        }
    }

    /// The stable word for programs (RFC 9457 `type`).
    pub fn code(&self) -> &str {
        match self {
            Problem::NotFound => "not-found",
            Problem::Forbidden => "forbidden",
            Problem::SignIn => "sign-in",
            Problem::Refused(refusal) | Problem::Conflict(refusal) => &refusal.key,
            Problem::Invalid(_) => "invalid",
            Problem::Busy { .. } => "busy",
            Problem::Closed => "closed",
            Problem::Unavailable(_) | Problem::Again => "unavailable",
            Problem::Internal(_) => "internal",
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Problem::Refused(refusal)
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        Problem::internal(format!("json: {error}"))
    }
}

impl Problem {
    /// What could not be done with a file or folder, with its path: the keeper of the machine must find it.
    pub fn file(path: &std::path::Path) -> impl Fn(std::io::Error) -> Problem {
        move |error| match Problem::from(std::io::Error::from(error.kind())) {
            Problem::Closed => Problem::Closed,
            _ => Refusal::new("platform-file").with("path", path.display()).with("error", error).into(),
        }
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Problem::Closed,
            _ => Problem::internal(format!("io: {error}")),
        }
    }
}

impl From<rusqlite::Error> for Problem {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure | ErrorCode::ReadOnly) => Problem::Closed,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Problem::Again,
            Some(ErrorCode::ConstraintViolation) => Problem::Conflict(Refusal::new("platform-conflict")),
            _ => Problem::internal(format!("sqlite: {error}")),
        }
    }
}

impl From<tokio_postgres::Error> for Problem {
    fn from(error: tokio_postgres::Error) -> Self {
        let Some(db) = error.as_db_error() else {
            let gone = error.is_closed() || error.source().is_some_and(|source| source.is::<std::io::Error>());
            let text = format!("postgres: {error}");
            return if gone { Problem::Unavailable(text) } else { Problem::Internal(text) };
        };
        match db.code().code() {
            "40001" | "40P01" => Problem::Again,
            "23502" | "23503" | "23505" | "23514" => Problem::Conflict(Refusal::new("platform-conflict")),
            // Waited too long for the commune's chain.
            "55P03" => Problem::Busy { retry_after_secs: 5 },
            "53100" => Problem::Closed,
            // Shutdown, crash and start-up of the server.
            "25P03" | "57P01" | "57P02" | "57P03" | "53300" => Problem::Unavailable(db.message().into()),
            code => Problem::internal(format!("postgres {code}: {}", db.message())),
        }
    }
}
