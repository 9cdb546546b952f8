//! A client that files reports as fast as it is answered, for the bench and the crash rig: HTTP/1.1 on one kept connection.

use platform::{Clock, Keys, Result};
use std::io::{Error, ErrorKind};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const PATIENCE: Duration = Duration::from_secs(30);
const HEAD_END: &[u8] = b"\r\n\r\n";
/// A category that asks for nothing but words and a place.
pub const PATH: &str = "/fr/report/pothole";

/// A form ready to be sent, as often as it takes: its key makes it one report.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    pub key: String,
    pub body: String,
}

impl Form {
    /// A form with a key of its own and words that no other form has.
    pub fn fresh(keys: &Keys, clock: &Clock) -> Result<Form> {
        let millis = u64::try_from(clock.now().0.as_millisecond()).unwrap_or_default();
        let key = uuid::Builder::from_unix_timestamp_millis(millis, &keys.random()?).into_uuid().to_string();
        let body = format!("x_key={key}&words=Nid-de-poule+{key}&place_words=Avenue+Hassan+II&publish=yes");
        Ok(Form { key, body })
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    pub status: u16,
    pub location: String,
    /// Bytes that came over the wire.
    pub bytes: usize,
    pub content: Vec<u8>,
}

impl Reply {
    /// The public code of the report that was acknowledged.
    pub fn code(&self) -> Option<&str> {
        let rest = self.location.split_once("/report/receipt/")?.1;
        (self.status == 303).then(|| rest.split('?').next().unwrap_or(rest))
    }
}

pub struct Connection {
    stream: TcpStream,
    host: SocketAddr,
}

impl Connection {
    pub async fn open(host: SocketAddr) -> std::io::Result<Connection> {
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, host })
    }

    pub async fn post(&mut self, path: &str, body: &str) -> std::io::Result<Reply> {
        let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
        let head = format!("POST {path} HTTP/1.1\r\nHost: {}\r\n{kind}Content-Length: {}\r\n\r\n{body}", self.host, body.len());
        self.ask(head).await
    }

    /// A JSON document, with the key of a program.
    pub async fn post_json(&mut self, path: &str, key: &str, body: &str) -> std::io::Result<Reply> {
        let kind = format!("Content-Type: application/json\r\nAuthorization: Bearer {key}\r\n");
        let head = format!("POST {path} HTTP/1.1\r\nHost: {}\r\n{kind}Content-Length: {}\r\n\r\n{body}", self.host, body.len());
        self.ask(head).await
    }

    pub async fn get(&mut self, path: &str, headers: &str) -> std::io::Result<Reply> {
        self.ask(format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{headers}\r\n", self.host)).await
    }

    /// The words of a page, as they come unpacked.
    pub async fn page(&mut self, path: &str) -> std::io::Result<String> {
        Ok(String::from_utf8_lossy(&self.get(path, "").await?.content).into_owned())
    }

    async fn ask(&mut self, request: String) -> std::io::Result<Reply> {
        let answered = async {
            self.stream.write_all(request.as_bytes()).await?;
            read(&mut self.stream).await
        };
        tokio::time::timeout(PATIENCE, answered).await.map_err(|_| Error::from(ErrorKind::TimedOut))?
    }
}

async fn read(stream: &mut TcpStream) -> std::io::Result<Reply> {
    let mut seen = Vec::with_capacity(4_096);
    let head = loop {
        if let Some(place) = find(&seen, HEAD_END) {
            break place + HEAD_END.len();
        }
        more(stream, &mut seen).await?;
    };
    let text = String::from_utf8_lossy(&seen[..head]).into_owned();
    let header = |name: &str| {
        text.lines()
            .find_map(|line| line.split_once(": ").filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value))
    };
    let status = text.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or(ErrorKind::InvalidData)?;
    if header("transfer-encoding").is_some() {
        while !seen.ends_with(b"\r\n0\r\n\r\n") {
            more(stream, &mut seen).await?;
        }
    } else {
        let length: usize = header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        while seen.len() < head + length {
            more(stream, &mut seen).await?;
        }
    }
    let location = header("location").unwrap_or_default().to_owned();
    Ok(Reply { status, location, bytes: seen.len(), content: seen.split_off(head) })
}

async fn more(stream: &mut TcpStream, seen: &mut Vec<u8>) -> std::io::Result<()> {
    let mut piece = [0; 8_192];
    match stream.read(&mut piece).await? {
        0 => Err(ErrorKind::UnexpectedEof.into()),
        count => {
            seen.extend_from_slice(&piece[..count]);
            Ok(())
        }
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

/// Waits until the program says that it is ready.
pub async fn ready(host: SocketAddr, patience: Duration) -> bool {
    let until = std::time::Instant::now() + patience;
    while std::time::Instant::now() < until {
        if let Ok(mut connection) = Connection::open(host).await
            && let Ok(reply) = connection.get("/healthz", "").await
            && reply.status == 200
        {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    false
}

/// A port that nobody listens on just now.
pub fn free_address() -> std::io::Result<SocketAddr> {
    std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()
}
