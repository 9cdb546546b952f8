//! What a person types to say how to be reached: a telephone number or an e-mail address, in one field.

use kernel::{Email, Phone};
use sending::To;

pub fn parse(text: &str) -> Option<To> {
    if text.contains('@') { Email::parse(text).map(To::Email) } else { Phone::parse(text).map(To::Phone) }
}

/// A code can reach it: landlines receive no SMS.
pub fn is_reachable(contact: &To) -> bool {
    match contact {
        To::Phone(phone) => phone.is_mobile() || !phone.as_str().starts_with("+212"),
        To::Email(_) => true,
    }
}
