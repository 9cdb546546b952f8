//! A device of software that makes keys and answers with them; what a test bends is a field.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use platform::Json;
use platform::json::json;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_cbor_2::Value;
use std::collections::BTreeMap;

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;

pub struct Device {
    key: EcdsaKeyPair,
    pub credential: Vec<u8>,
    pub handle: Vec<u8>,
    pub counter: u32,
    pub verifies: bool,
    pub origin: String,
    pub host: String,
    /// What an attestation of the kind `none` says all the same.
    pub claims: Vec<(&'static str, i128)>,
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn bytes(value: &Json) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(value.as_str().expect("text")).expect("base64")
}

fn sha256(bytes: &[u8]) -> Vec<u8> {
    digest(&SHA256, bytes).as_ref().to_vec()
}

impl Device {
    pub fn new(origin: &str) -> Device {
        let random = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).expect("a key");
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, document.as_ref(), &random).expect("the key");
        let host = origin.split("://").nth(1).unwrap_or("").split(':').next().unwrap_or("").to_owned();
        let credential = sha256(key.public_key().as_ref());
        Device {
            key,
            credential,
            handle: Vec::new(),
            counter: 1,
            verifies: true,
            origin: origin.into(),
            host,
            claims: Vec::new(),
        }
    }

    fn client_data(&self, kind: &str, challenge: &Json) -> Vec<u8> {
        let told = json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false });
        told.to_string().into_bytes()
    }

    fn device_data(&self, flags: u8) -> Vec<u8> {
        let verified = if self.verifies { VERIFIED } else { 0 };
        let mut data = sha256(self.host.as_bytes());
        data.push(PRESENT | verified | flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// The public key as COSE writes it.
    fn cose(&self) -> Vec<u8> {
        let point = self.key.public_key().as_ref();
        let number = |number: i128| Value::Integer(number);
        let map: BTreeMap<Value, Value> = [
            (number(1), number(2)),
            (number(3), number(-7)),
            (number(-1), number(1)),
            (number(-2), Value::Bytes(point[1..33].to_vec())),
            (number(-3), Value::Bytes(point[33..65].to_vec())),
        ]
        .into();
        serde_cbor_2::to_vec(&Value::Map(map)).expect("a map")
    }

    /// The answer to `navigator.credentials.create`.
    pub fn makes(&mut self, options: &Json) -> String {
        let asked = &options["publicKey"];
        self.handle = bytes(&asked["user"]["id"]);
        let mut data = self.device_data(ATTESTED);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential.len()).expect("a length").to_be_bytes());
        data.extend(&self.credential);
        data.extend(self.cose());
        let claims = self.claims.iter().map(|(name, value)| (Value::Text((*name).into()), Value::Integer(*value))).collect();
        let object: BTreeMap<Value, Value> = [
            (Value::Text("fmt".into()), Value::Text("none".into())),
            (Value::Text("attStmt".into()), Value::Map(claims)),
            (Value::Text("authData".into()), Value::Bytes(data)),
        ]
        .into();
        let object = serde_cbor_2::to_vec(&Value::Map(object)).expect("a map");
        let response = json!({ "clientDataJSON": text(&self.client_data("webauthn.create", &asked["challenge"])), "attestationObject": text(&object) });
        self.credential_with(response)
    }

    /// The answer to `navigator.credentials.get`.
    pub fn answers(&mut self, options: &Json) -> String {
        let client = self.client_data("webauthn.get", &options["publicKey"]["challenge"]);
        self.counter += 1;
        let data = self.device_data(0);
        let signed = [data.clone(), sha256(&client)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).expect("a signature");
        let response = json!({
            "clientDataJSON": text(&client), "authenticatorData": text(&data), "signature": text(signature.as_ref()), "userHandle": text(&self.handle),
        });
        self.credential_with(response)
    }

    fn credential_with(&self, response: Json) -> String {
        let id = text(&self.credential);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response }).to_string()
    }
}
