//! Against a server on this machine that answers as it is told, and tables of what real exports contain.

mod calls;
mod dirt;
mod ways_to_fail;

use crate::{Endpoint, Format, NewRequest, Reach};
use kernel::Point;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What the server heard: the first line, the headers and the body.
#[derive(Debug, Clone, Default)]
struct Heard {
    line: String,
    head: String,
    body: String,
}

/// What it answers; nothing cuts the line.
type Play = dyn Fn(usize, &Heard) -> Option<String> + Send + Sync;

struct Stage {
    url: String,
    heard: Arc<Mutex<Vec<Heard>>>,
}

impl Stage {
    /// A server that answers the n-th call with what `play` gives.
    fn with(play: impl Fn(usize, &Heard) -> Option<String> + Send + Sync + 'static) -> Stage {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/open311/v2", listener.local_addr().unwrap());
        let heard: Arc<Mutex<Vec<Heard>>> = Arc::default();
        let (play, log): (Arc<Play>, _) = (Arc::new(play), heard.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                serve(stream, &*play, &log);
            }
        });
        Stage { url, heard }
    }

    /// The same answer to everything.
    fn saying(answer: &str) -> Stage {
        let answer = answer.to_owned();
        Stage::with(move |_, _| Some(answer.clone()))
    }

    fn endpoint(&self) -> Endpoint {
        Endpoint {
            url: self.url.clone(),
            jurisdiction: Some("sale".into()),
            key: Some("secret".into()),
            format: Format::Json,
            reach: Reach::Near,
        }
    }

    fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }
}

fn serve(mut stream: TcpStream, play: &Play, log: &Mutex<Vec<Heard>>) {
    let mut bytes = Vec::new();
    let mut part = [0_u8; 65_536];
    let heard = loop {
        let read = stream.read(&mut part).unwrap_or(0);
        bytes.extend_from_slice(&part[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { if read == 0 { return } else { continue } };
        let length =
            head.to_lowercase().lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse::<usize>().ok());
        let received = bytes.len() - bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap() - 4;
        if received >= length.unwrap_or(0) || read == 0 {
            let line = head.lines().next().unwrap_or("").to_owned();
            break Heard { line, head: head.to_lowercase(), body: body.to_owned() };
        }
    };
    let count = {
        let mut log = log.lock().unwrap();
        log.push(heard.clone());
        log.len() - 1
    };
    if let Some(answer) = play(count, &heard) {
        let _ = stream.write_all(answer.as_bytes());
    }
}

fn answer(status: u16, kind: &str, body: &str) -> String {
    format!("HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

fn json(body: &str) -> String {
    answer(200, "application/json; charset=utf-8", body)
}

fn xml(body: &str) -> String {
    answer(200, "text/xml; charset=utf-8", &format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>{body}"))
}

fn order() -> NewRequest {
    NewRequest {
        key: "01936f2a-7a3b-7c4d-8e5f-0123456789ab".into(),
        reference: "SAL-7K3Q-9MPX-R".into(),
        service: "pothole".into(),
        point: Point::new(34.0389, -6.8225),
        words: "Un trou devant l'école".into(),
        attributes: vec![("size".into(), vec!["big".into()]), ("lanes".into(), vec!["1".into(), "2".into()])],
        ..NewRequest::default()
    }
}
