//! Passkeys (WebAuthn): what is asked of a browser, and what its answer is worth. No database, no clock.

use kernel::Id;
use platform::{Json, Problem, Result, json};
use serde::{Deserialize, Serialize};
use webauthn_rs::Webauthn;
use webauthn_rs::prelude::{
    AuthenticationResult, CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, WebauthnBuilder, WebauthnError,
};

/// What the house remembers of a question until its answer comes.
#[derive(Serialize, Deserialize)]
pub enum Asked {
    Add(PasskeyRegistration),
    Open(DiscoverableAuthentication),
}

/// Whose key is added: the name is for the list that the device shows to its owner.
pub struct Owner<'a> {
    pub account: &'a Id,
    pub contact: &'a str,
    pub name: &'a str,
}

/// An answer to a sign-in, read but not believed.
pub struct Answer(PublicKeyCredential);

/// Why an answer opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Wrong,
    /// The counter went back: two devices have the same key.
    Copied,
}

/// The commune as authenticators know it at one origin.
#[derive(Clone)]
pub struct Site {
    webauthn: Webauthn,
    pub host: String,
    pub name: String,
}

impl Site {
    /// Nothing where passkeys cannot work: they belong to a host that has a name.
    pub fn at(origin: &str, name: &str) -> Option<Site> {
        let origin = Url::parse(origin).ok()?;
        let host = origin.domain()?.to_owned();
        let webauthn = WebauthnBuilder::new(&host, &origin).ok()?.rp_name(name).build().ok()?;
        Some(Site { webauthn, host, name: name.to_owned() })
    }

    /// Asks for a new key that the device finds by itself, without a name being typed.
    pub fn ask_to_add(&self, owner: &Owner, held: Vec<CredentialID>) -> Result<(Json, Asked)> {
        let handle = Uuid::parse_str(owner.account.as_str()).map_err(Problem::internal)?;
        let asked = self.webauthn.start_passkey_registration(handle, owner.contact, owner.name, Some(held));
        let (options, state) = asked.map_err(Problem::internal)?;
        let mut options = json::to_value(options)?;
        // The library advises against it for keys of little memory; without it there is no sign-in by one button.
        options["publicKey"]["authenticatorSelection"]["residentKey"] = "required".into();
        options["publicKey"]["authenticatorSelection"]["requireResidentKey"] = true.into();
        Ok((options, Asked::Add(state)))
    }

    pub fn added(&self, asked: &Asked, answer: &str) -> std::result::Result<Passkey, Fault> {
        let Asked::Add(state) = asked else { return Err(Fault::Wrong) };
        let answer: RegisterPublicKeyCredential = json::from_str(answer).map_err(|_| Fault::Wrong)?;
        if claims_without_proof(&answer.response.attestation_object) {
            return Err(Fault::Wrong);
        }
        self.webauthn.finish_passkey_registration(&answer, state).map_err(fault)
    }

    /// Asks for any key of this commune's host.
    pub fn ask_to_open(&self) -> Result<(Json, Asked)> {
        let (mut options, state) = self.webauthn.start_discoverable_authentication().map_err(Problem::internal)?;
        // A button was pressed: the device shows its own window, not a line under a field.
        options.mediation = None;
        Ok((json::to_value(options)?, Asked::Open(state)))
    }

    pub fn opened(&self, asked: Asked, answer: &Answer, key: &Passkey) -> std::result::Result<AuthenticationResult, Fault> {
        let Asked::Open(state) = asked else { return Err(Fault::Wrong) };
        self.webauthn.finish_discoverable_authentication_v2(&answer.0, state, key).map_err(fault)
    }
}

impl Answer {
    pub fn read(text: &str) -> Option<Answer> {
        json::from_str(text).ok().map(Answer)
    }

    pub fn credential(&self) -> &[u8] {
        self.0.get_credential_id()
    }

    /// The account that the device says the key was made for.
    pub fn account(&self) -> Option<Id> {
        let handle = Uuid::from_slice(self.0.get_user_unique_id()?).ok()?;
        Id::parse(&handle.to_string())
    }
}

fn fault(error: WebauthnError) -> Fault {
    if matches!(error, WebauthnError::CredentialPossibleCompromise) { Fault::Copied } else { Fault::Wrong }
}

/// Who says that nothing is attested and attests all the same has been tampered with; the library does not look.
fn claims_without_proof(attestation: &[u8]) -> bool {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Attested {
        fmt: String,
        att_stmt: serde_cbor_2::Value,
    }
    match serde_cbor_2::from_slice::<Attested>(attestation) {
        Ok(attested) => attested.fmt == "none" && attested.att_stmt != serde_cbor_2::Value::Map(Default::default()),
        Err(_) => true,
    }
}
