//! Passwords: Argon2id behind a short queue, so that a rush at the door does not take the whole machine.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use platform::{Problem, Result};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::Semaphore;

// OWASP: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// Sign-ins that may wait for their turn; the next one is told to come back.
pub const WAITING: usize = 32;

/// Half of the processors, two at most: the others go on answering. Two at once take 38 MiB.
static AT_ONCE: LazyLock<usize> =
    LazyLock::new(|| std::thread::available_parallelism().map_or(1, |processors| (processors.get() / 2).clamp(1, 2)));
static TURNS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(*AT_ONCE));
static QUEUE: AtomicUsize = AtomicUsize::new(0);
/// Compared with when there is no account, so that its absence takes as long.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_now("nobody", [7; 16]).unwrap_or_default());

/// A place in the queue, given back however the wait ends.
struct Place;

impl Place {
    fn take() -> Result<Place> {
        if QUEUE.fetch_add(1, Ordering::SeqCst) >= WAITING + *AT_ONCE {
            QUEUE.fetch_sub(1, Ordering::SeqCst);
            return Err(Problem::Busy { retry_after_secs: 3 });
        }
        Ok(Place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        QUEUE.fetch_sub(1, Ordering::SeqCst);
    }
}

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let place = Place::take()?;
    let turn = TURNS.acquire().await.map_err(Problem::internal)?;
    // Both go along: a browser that hangs up does not free a turn that is still being used.
    let held = move || {
        let _held = (place, turn);
        work()
    };
    tokio::task::spawn_blocking(held).await.map_err(Problem::internal)?
}

/// The PHC string to store. The salt comes from `tx.random()`.
pub async fn hash(password: String, salt: [u8; 16]) -> Result<String> {
    in_turn(move || hash_now(&password, salt)).await
}

/// Whether this is the password. Without a stored one it takes the same time and says no.
pub async fn verify(password: String, stored: Option<String>) -> Result<bool> {
    in_turn(move || verify_now(&password, stored)).await
}

/// For commands, and the demonstration's own people: outside the queue.
pub fn hash_now(password: &str, salt: [u8; 16]) -> Result<String> {
    let hash: PasswordHash = hasher()?.hash_password_with_salt(password.as_bytes(), &salt).map_err(Problem::internal)?;
    Ok(hash.to_string())
}

fn verify_now(password: &str, stored: Option<String>) -> Result<bool> {
    let known = stored.is_some();
    let stored = stored.unwrap_or_else(|| NOBODY.clone());
    let parsed = PasswordHash::new(&stored).map_err(Problem::internal)?;
    let same = hasher()?.verify_password(password.as_bytes(), &parsed).is_ok();
    Ok(known && same)
}

fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(Problem::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}
