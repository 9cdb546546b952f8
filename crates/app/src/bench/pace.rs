//! Questions at a steady pace, and the time that each took from the moment at which it was due.

use crate::load::Connection;
use platform::{Problem, Result};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// As many as may wait for an answer at once.
const CLIENTS: usize = 32;

/// Asks at a steady rate, whether or not earlier questions were answered, and times each from the moment at which it was
/// due: what had to wait is not left out. Sorted.
pub async fn offered(host: SocketAddr, rate: f64, each: Duration, paths: Arc<[String]>, headers: &str) -> Result<Vec<Duration>> {
    let (next, began) = (Arc::new(AtomicUsize::new(0)), Instant::now() + Duration::from_millis(50));
    let headers: Arc<str> = format!("Accept-Encoding: gzip\r\n{headers}").into();
    let client = |next: Arc<AtomicUsize>, paths: Arc<[String]>, headers: Arc<str>| async move {
        let (mut connection, mut times) = (Connection::open(host).await?, Vec::new());
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            let after = Duration::from_secs_f64(turn as f64 / rate);
            if after > each {
                return Ok::<_, Problem>(times);
            }
            tokio::time::sleep_until((began + after).into()).await;
            let path = &paths[turn % paths.len()];
            let reply = connection.get(path, &headers).await?;
            if reply.status != 200 {
                return Err(Problem::internal(format!("{path} is answered with {}", reply.status)));
            }
            times.push((began + after).elapsed());
        }
    };
    let crowd: Vec<_> = (0..CLIENTS).map(|_| tokio::spawn(client(next.clone(), paths.clone(), headers.clone()))).collect();
    let mut times = Vec::new();
    for one in crowd {
        times.extend(one.await.map_err(Problem::internal)??);
    }
    times.sort_unstable();
    Ok(times)
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
