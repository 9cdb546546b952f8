//! Questions at a steady pace, and the time that each took from the moment at which it was due.

use crate::load::{Connection, Form};
use platform::{Clock, Keys, Problem, Result};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// As many as may wait for an answer at once.
const CLIENTS: usize = 32;

/// What a client asks.
#[derive(Debug, Clone)]
pub enum Ask {
    /// The page at this address.
    Look(String),
    /// A new report by the form at this address.
    File(String),
}

/// Looks at a steady rate; how long each took, sorted.
pub async fn offered(host: SocketAddr, rate: f64, each: Duration, paths: Arc<[String]>, headers: &str) -> Result<Vec<Duration>> {
    let asks: Arc<[Ask]> = paths.iter().cloned().map(Ask::Look).collect();
    let mut times: Vec<Duration> = asked(host, rate, each, asks, headers).await?.into_iter().map(|(_, time)| time).collect();
    times.sort_unstable();
    Ok(times)
}

/// Asks one after the other at a steady rate, whether or not earlier ones were answered, and times each from the moment at which
/// it was due: what had to wait is not left out. With each time stands which of the asks it was.
pub async fn asked(
    host: SocketAddr,
    rate: f64,
    each: Duration,
    asks: Arc<[Ask]>,
    headers: &str,
) -> Result<Vec<(usize, Duration)>> {
    let (next, began) = (Arc::new(AtomicUsize::new(0)), Instant::now() + Duration::from_millis(50));
    let headers: Arc<str> = format!("Accept-Encoding: gzip\r\n{headers}").into();
    let keys = Arc::new(Keys::fresh()?);
    let client = |next: Arc<AtomicUsize>, asks: Arc<[Ask]>, headers: Arc<str>, keys: Arc<Keys>| async move {
        let (mut connection, mut times) = (Connection::open(host).await?, Vec::new());
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            let after = Duration::from_secs_f64(turn as f64 / rate);
            if after > each {
                return Ok::<_, Problem>(times);
            }
            tokio::time::sleep_until((began + after).into()).await;
            let which = turn % asks.len();
            one(&mut connection, &asks[which], &headers, &keys).await?;
            times.push((which, (began + after).elapsed()));
        }
    };
    let crowd: Vec<_> =
        (0..CLIENTS).map(|_| tokio::spawn(client(next.clone(), asks.clone(), headers.clone(), keys.clone()))).collect();
    let mut times = Vec::new();
    for one in crowd {
        times.extend(one.await.map_err(Problem::internal)??);
    }
    Ok(times)
}

/// Asks once; another answer than the one that is wanted is an error.
pub async fn one(connection: &mut Connection, ask: &Ask, headers: &str, keys: &Keys) -> Result<()> {
    let (path, reply, wanted) = match ask {
        Ask::Look(path) => (path, connection.get(path, headers).await?, 200),
        Ask::File(path) => (path, connection.post(path, &Form::fresh(keys, &Clock::default())?.body).await?, 303),
    };
    if reply.status == wanted { Ok(()) } else { Err(Problem::internal(format!("{path} is answered with {}", reply.status))) }
}

/// The smallest that so many of a hundred do not pass.
pub fn rank(sorted: &[Duration], percent: usize) -> Duration {
    sorted.get((sorted.len() * percent).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default()
}

pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_is_the_smallest_that_so_many_do_not_pass() {
        let times: Vec<Duration> = (1..=20).map(Duration::from_millis).collect();
        assert_eq!((rank(&times, 95), rank(&times, 100)), (Duration::from_millis(19), Duration::from_millis(20)));
        assert_eq!(rank(&[], 95), Duration::ZERO);
    }
}
