//! Somebody at the browser: cookies, forms, and what the answer shows.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use platform::App;
use platform::web::encode;
use std::sync::Mutex;
use tower::ServiceExt;

/// A browser that keeps its cookies.
pub struct Visitor {
    app: App,
    cookies: Mutex<Vec<(String, String)>>,
    headers: Vec<(String, String)>,
}

impl Visitor {
    pub(crate) fn new(app: App, token: Option<String>) -> Visitor {
        let cookies = token.map(|token| ("jamaa".to_owned(), token)).into_iter().collect();
        Visitor { app, cookies: Mutex::new(cookies), headers: Vec::new() }
    }

    /// Sends this header with each request.
    pub fn saying(mut self, name: &str, value: &str) -> Visitor {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None, Vec::new()).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded".into()), body.join("&").into_bytes()).await
    }

    /// Sends a form with one file.
    pub async fn post_file(&self, path: &str, fields: &[(&str, &str)], field: &str, name: &str, content: &[u8]) -> Reply {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--town\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
        }
        let head = format!(
            "--town\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend_from_slice(content);
        body.extend(b"\r\n--town--\r\n");
        self.send(Method::POST, path, Some("multipart/form-data; boundary=town".into()), body).await
    }

    /// Sends any body.
    pub async fn post_raw(&self, path: &str, kind: &str, body: &[u8]) -> Reply {
        self.send(Method::POST, path, Some(kind.to_owned()), body.to_vec()).await
    }

    async fn send(&self, method: Method, path: &str, kind: Option<String>, body: Vec<u8>) -> Reply {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "localhost");
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let cookies: Vec<String> =
            self.cookies.lock().expect("cookies").iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let response = self.app.router().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            self.remember(line);
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("a body").to_vec();
        let location = parts.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).map(str::to_owned);
        Reply { path: path.to_owned(), status: parts.status, location, headers: parts.headers, bytes }
    }

    fn remember(&self, line: &str) {
        let pair = line.split(';').next().unwrap_or("");
        let Some((name, value)) = pair.split_once('=') else { return };
        let mut cookies = self.cookies.lock().expect("cookies");
        cookies.retain(|(known, _)| known != name);
        if !line.contains("Max-Age=0") {
            cookies.push((name.to_owned(), value.to_owned()));
        }
    }
}

/// What came back. The checks say what was asked and what came instead.
pub struct Reply {
    pub path: String,
    pub status: StatusCode,
    pub location: Option<String>,
    pub headers: axum::http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    #[track_caller]
    pub fn is(self, status: u16) -> Reply {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.path, excerpt(&self.text()));
        self
    }

    #[track_caller]
    pub fn ok(self) -> Reply {
        self.is(200)
    }

    #[track_caller]
    pub fn shows(self, text: &str) -> Reply {
        assert!(self.text().contains(text), "{} does not show {text:?}: {}", self.path, excerpt(&self.text()));
        self
    }

    #[track_caller]
    pub fn shows_not(self, text: &str) -> Reply {
        assert!(!self.text().contains(text), "{} shows {text:?}", self.path);
        self
    }

    /// The address the browser was sent to.
    #[track_caller]
    pub fn sent_to(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}: {}", self.path, excerpt(&self.text()));
        self.location.clone().expect("a location")
    }

    #[track_caller]
    pub fn redirects_to(self, path: &str) -> Reply {
        assert_eq!(self.sent_to(), path, "{}", self.path);
        self
    }

    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{}: {error}: {}", self.path, excerpt(&self.text())))
    }
}

fn excerpt(text: &str) -> String {
    let main = text.find("<main").map_or(text, |place| &text[place..]);
    main.chars().take(1_500).collect()
}
