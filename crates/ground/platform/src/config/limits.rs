//! How much one visitor may send, and how often.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Largest photo or file, in bytes.
    pub upload_bytes: usize,
    /// Largest form without files, in bytes.
    pub form_bytes: usize,
    /// Anonymous deposits from one address in an hour.
    pub deposits_per_hour: u32,
    /// Attempts on all sign-in, code and recovery pages together from one address in ten minutes.
    pub sign_ins_per_ten_minutes: u32,
    /// Wrong codes and PINs of cases from one address, and on one case, in ten minutes.
    pub wrong_codes_per_ten_minutes: u32,
    /// Answers of one commune to SMS in an hour, all telephones together; beyond them nobody is answered.
    pub sms_answers_per_hour: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            upload_bytes: 12_000_000,
            form_bytes: 256_000,
            deposits_per_hour: 20,
            sign_ins_per_ten_minutes: 30,
            wrong_codes_per_ten_minutes: 10,
            sms_answers_per_hour: 500,
        }
    }
}
