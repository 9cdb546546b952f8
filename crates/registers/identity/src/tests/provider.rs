//! A provider of identity inside the test: it speaks HTTP on this machine, signs with a key of its own, and lies when told to.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as B64;
use platform::json::{Value as Json, json};
use platform::{Clock, Fields};
use ring::digest::{SHA256, digest};
use ring::hmac;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

pub const CLIENT: &str = "jamaa";
pub const SECRET: &str = "un secret & demi";

/// What it says that is not so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lie {
    Nothing,
    Issuer,
    Audience,
    TwoAudiences,
    Party,
    Nonce,
    NoNonce,
    Expired,
    LongAgo,
    Future,
    Signature,
    AlgorithmNone,
    Hs256,
    UnknownKey,
    AccessHash,
    OtherSubject,
    Garbage,
    NoSubject,
    Down,
    OtherDescription,
}

/// What it knows and does today.
pub struct Desk {
    pub lie: Lie,
    pub claims: Json,
    pub names_itself: bool,
    /// Every request's path, in order.
    pub asked: Vec<String>,
    codes: HashMap<String, (String, String)>,
    key: EcdsaKeyPair,
    kid: u32,
}

#[derive(Clone)]
pub struct Provider {
    pub issuer: String,
    pub desk: Arc<Mutex<Desk>>,
    clock: Clock,
}

fn new_key() -> EcdsaKeyPair {
    let chance = SystemRandom::new();
    let file = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &chance).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, file.as_ref(), &chance).unwrap()
}

impl Provider {
    pub fn start(clock: Clock) -> Provider {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let claims = json!({ "sub": "amina-1", "name": "Amina Slaoui", "national_number": "AB123456", "acr": "substantial" });
        let (codes, asked) = (HashMap::new(), Vec::new());
        let desk = Desk { lie: Lie::Nothing, claims, names_itself: true, asked, codes, key: new_key(), kid: 1 };
        let provider = Provider { issuer, desk: Arc::new(Mutex::new(desk)), clock };
        let serving = provider.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let serving = serving.clone();
                std::thread::spawn(move || serving.serve(stream));
            }
        });
        provider
    }

    pub fn lies(&self, lie: Lie) {
        self.desk.lock().unwrap().lie = lie;
    }

    pub fn says(&self, claims: Json) {
        self.desk.lock().unwrap().claims = claims;
    }

    /// The keys change; the old one is gone.
    pub fn changes_keys(&self) {
        let mut desk = self.desk.lock().unwrap();
        desk.key = new_key();
        desk.kid += 1;
    }

    pub fn times_asked(&self, path: &str) -> usize {
        self.desk.lock().unwrap().asked.iter().filter(|asked| asked.as_str() == path).count()
    }

    /// The person agrees: the query with which the browser goes back.
    pub fn agrees(&self, address: &str) -> String {
        let query = Fields::from_query(address.split_once('?').map(|(_, query)| query));
        for (name, value) in [("response_type", "code"), ("client_id", CLIENT), ("code_challenge_method", "S256")] {
            assert_eq!(query.get(name), value, "{address}");
        }
        let mut desk = self.desk.lock().unwrap();
        let code = format!("code-{}", desk.codes.len());
        desk.codes.insert(code.clone(), (query.get("nonce").into(), query.get("code_challenge").into()));
        let issuer = if desk.names_itself { format!("&iss={}", platform::web::encode(&self.issuer)) } else { String::new() };
        format!("code={code}&state={}{issuer}", query.get("state"))
    }

    fn serve(&self, mut stream: TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let (mut first, mut length) = (String::new(), 0);
        if reader.read_line(&mut first).is_err() {
            return;
        }
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).is_err() || line.trim().is_empty() {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        let mut body = vec![0; length];
        if reader.read_exact(&mut body).is_err() {
            return;
        }
        let path = first.split(' ').nth(1).unwrap_or("/").to_owned();
        let form = Fields::from_query(std::str::from_utf8(&body).ok());
        let (status, answer) = self.answer(&path, &form);
        let text = answer.to_string();
        let head = format!(
            "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
            text.len()
        );
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(text.as_bytes()));
    }

    fn answer(&self, path: &str, form: &Fields) -> (u16, Json) {
        let mut desk = self.desk.lock().unwrap();
        desk.asked.push(path.to_owned());
        if desk.lie == Lie::Down {
            return (503, json!({}));
        }
        match path {
            "/.well-known/openid-configuration" => (200, self.description(&desk)),
            "/jwks" => (200, json!({ "keys": [public(&desk.key, desk.kid)] })),
            "/token" => self.tokens(&mut desk, form),
            "/me" => {
                let mut claims = desk.claims.clone();
                if desk.lie == Lie::OtherSubject {
                    claims["sub"] = "zineb-2".into();
                }
                (200, claims)
            }
            _ => (404, json!({})),
        }
    }

    fn description(&self, desk: &Desk) -> Json {
        let issuer = &self.issuer;
        let named = if desk.lie == Lie::OtherDescription { "https://other.example.ma" } else { issuer };
        json!({ "issuer": named, "authorization_endpoint": format!("{issuer}/auth"), "token_endpoint": format!("{issuer}/token"),
            "jwks_uri": format!("{issuer}/jwks"), "userinfo_endpoint": format!("{issuer}/me"),
            "code_challenge_methods_supported": ["S256"], "authorization_response_iss_parameter_supported": desk.names_itself })
    }

    fn tokens(&self, desk: &mut Desk, form: &Fields) -> (u16, Json) {
        let Some((nonce, challenge)) = desk.codes.remove(form.get("code")) else {
            return (400, json!({ "error": "invalid_grant" }));
        };
        if B64.encode(digest(&SHA256, form.get("code_verifier").as_bytes())) != challenge {
            return (400, json!({ "error": "invalid_grant" }));
        }
        (200, json!({ "token_type": "Bearer", "access_token": "access", "id_token": self.token(desk, &nonce) }))
    }

    fn token(&self, desk: &Desk, nonce: &str) -> String {
        let (now, lie) = (self.clock.now().0.as_second(), desk.lie);
        let half = B64.encode(&digest(&SHA256, b"access").as_ref()[..16]);
        let mut claims = json!({ "iss": self.issuer, "aud": CLIENT, "sub": desk.claims["sub"], "acr": desk.claims["acr"],
            "nonce": nonce, "iat": now, "exp": now + 300, "at_hash": half });
        match lie {
            Lie::Issuer => claims["iss"] = "https://other.example.ma".into(),
            Lie::Audience => claims["aud"] = "another".into(),
            Lie::TwoAudiences => claims["aud"] = json!([CLIENT, "another"]),
            Lie::Party => claims["azp"] = "another".into(),
            Lie::Nonce => claims["nonce"] = "0123456789abcdef".into(),
            Lie::NoNonce => drop(claims.as_object_mut().unwrap().remove("nonce")),
            Lie::Expired => claims["exp"] = (now - 61).into(),
            Lie::LongAgo => claims["iat"] = (now - 3_600).into(),
            Lie::Future => claims["iat"] = (now + 3_600).into(),
            Lie::AccessHash => claims["at_hash"] = B64.encode([7; 16]).into(),
            Lie::NoSubject => drop(claims.as_object_mut().unwrap().remove("sub")),
            Lie::Garbage => return "not.a.token".into(),
            _ => {}
        }
        let kid = if lie == Lie::UnknownKey { "99".to_owned() } else { desk.kid.to_string() };
        let algorithm = match lie {
            Lie::AlgorithmNone => "none",
            Lie::Hs256 => "HS256",
            _ => "ES256",
        };
        let header = json!({ "alg": algorithm, "kid": kid });
        let text = format!("{}.{}", B64.encode(header.to_string()), B64.encode(claims.to_string()));
        let signature = match lie {
            Lie::AlgorithmNone => Vec::new(),
            // The public key as a shared secret: the old trick against those who trust the header.
            Lie::Hs256 => {
                let key = hmac::Key::new(hmac::HMAC_SHA256, desk.key.public_key().as_ref());
                hmac::sign(&key, text.as_bytes()).as_ref().to_vec()
            }
            Lie::Signature => new_key().sign(&SystemRandom::new(), text.as_bytes()).unwrap().as_ref().to_vec(),
            _ => desk.key.sign(&SystemRandom::new(), text.as_bytes()).unwrap().as_ref().to_vec(),
        };
        format!("{text}.{}", B64.encode(signature))
    }
}

fn public(key: &EcdsaKeyPair, kid: u32) -> Json {
    let point = key.public_key().as_ref();
    json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": kid.to_string(), "x": B64.encode(&point[1..33]),
        "y": B64.encode(&point[33..65]) })
}
