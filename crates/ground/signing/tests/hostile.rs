//! Hostile files: nothing panics, nothing takes long, and no altered file holds.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use common::circle;
use signing::{fields, verify};

/// A small generator: the tests must fail the same way twice.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

#[test]
fn a_file_cut_anywhere_does_not_hold() {
    let circle = circle();
    let (once, signed) = (circle.signed_once(), circle.signed_twice());
    let last_lines = signed.len() - 400..signed.len();
    for length in (0..signed.len()).step_by(211).chain(last_lines) {
        let report = verify(&signed[..length], &circle.trust());
        // Cut exactly behind the first signature, it is the document as the first signer left it.
        assert!(!report.holds() || length == once.len(), "cut at {length}");
    }
}

/// Certificates that travel along and are not the signer's can be exchanged: the roots are ours. What the report says of
/// such a file must be what it says of the true one.
fn found(changed: &[u8], signed: &[u8], circle: &common::Circle) -> bool {
    let report = verify(changed, &circle.trust());
    let same_outside = outside_envelopes(changed) == outside_envelopes(signed);
    !report.holds() || (same_outside && report == verify(signed, &circle.trust()))
}

/// All bytes but the hex digits of envelopes and the difference between white spaces.
fn outside_envelopes(pdf: &[u8]) -> Vec<u8> {
    let (mut kept, mut inside) = (vec![], false);
    for (n, byte) in pdf.iter().enumerate() {
        inside = if inside { *byte != b'>' } else { pdf[..n].ends_with(b"/Contents <") };
        if !inside {
            kept.push(*byte);
        }
    }
    kept
}

#[test]
fn a_flipped_bit_anywhere_is_found() {
    let circle = circle();
    let mut signed = circle.signed_once();
    let whole = signed.clone();
    for (n, at) in (0..signed.len()).step_by(29).enumerate() {
        let bit = [0x01, 0x02, 0x10, 0x80][n % 4];
        signed[at] ^= bit;
        assert!(found(&signed, &whole, &circle), "byte {at}");
        signed[at] ^= bit;
    }
    assert!(verify(&signed, &circle.trust()).holds());
}

#[test]
fn digits_and_brackets_of_the_increments_moved_about_do_no_harm() {
    let circle = circle();
    let signed = circle.signed_twice();
    let mut chance = Chance(7);
    let from = common::PAPER.len();
    for _ in 0..600 {
        let mut changed = signed.clone();
        for _ in 0..=chance.below(4) {
            let (at, pick) = (from + chance.below(changed.len() - from), chance.below(6));
            match pick {
                0 => drop(changed.remove(at)),
                1 => changed.insert(at, b"0123456789<>[]()/R "[chance.below(19)]),
                _ => changed[at] = b"0123456789<>[]()/R \n%"[chance.below(21)],
            }
        }
        assert!(found(&changed, &signed, &circle));
        let _ = fields(&changed);
    }
}

#[test]
fn noise_is_unreadable() {
    let mut chance = Chance(11);
    for length in [0, 1, 8, 64, 1_000, 20_000] {
        let noise: Vec<u8> = (0..length).map(|_| u8::try_from(chance.below(256)).unwrap()).collect();
        assert!(verify(&noise, &[]).unreadable.is_some());
        let dressed = [b"%PDF-1.4\n", noise.as_slice(), b"\nstartxref\n9\n%%EOF\n"].concat();
        assert!(verify(&dressed, &[noise]).unreadable.is_some());
    }
}

#[test]
fn deep_nesting_and_circles_end() {
    let deep = "[".repeat(200_000);
    for body in
        [deep.as_str(), "<</A".repeat(50_000).as_str(), "((((((((", "1 0 R", "<</Type/Catalog/AcroForm 1 0 R/Fields[1 0 R]>>"]
    {
        let mut file = format!("%PDF-1.4\n1 0 obj\n{body}\nendobj\n").into_bytes();
        let table = file.len();
        file.extend(format!("xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes());
        let report = verify(&file, &[]);
        assert!(report.unreadable.is_some() || report.signatures.is_empty());
    }
}

#[test]
fn tables_that_lie_are_refused() {
    let circle = circle();
    let signed = String::from_utf8_lossy(&circle.signed_once()).into_owned();
    assert!(!signed.is_empty());
    for table in [
        "xref\n0 4294967295\n",
        "xref\n0 2\n0000000000 65535 f \n9999999999 00000 n \n",
        "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000009 00000 n \n",
        "xref\n0 1\n0000000000 65535 x \n",
    ] {
        let mut file = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n".to_vec();
        let at = file.len();
        file.extend(format!("{table}trailer\n<</Size 2/Root 1 0 R/Prev {at}>>\nstartxref\n{at}\n%%EOF\n").bytes());
        assert!(verify(&file, &[]).unreadable.is_some(), "{table}");
    }
}

#[test]
fn bytes_behind_the_end_are_refused() {
    let circle = circle();
    for more in [&b"x"[..], b"\n\n", b"%%EOF\n"] {
        let longer = [circle.signed_once().as_slice(), more].concat();
        assert!(!verify(&longer, &circle.trust()).holds());
    }
}

/// A plain file of these objects, numbered from 1, the first of them its catalog.
fn plain(objects: &[String]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (n, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).bytes());
    }
    let at = bytes.len();
    let end = format!("{table}trailer<</Root 1 0 R/Size {}>>\nstartxref\n{at}\n%%EOF\n", objects.len() + 1);
    bytes.extend(end.bytes());
    bytes
}

/// A form whose list of fields is this.
fn form(fields: &str, more: &[String]) -> Vec<u8> {
    let catalog = format!("<</Type/Catalog/AcroForm<</Fields[{fields}]>>>>");
    let mut objects = vec![catalog];
    objects.extend_from_slice(more);
    plain(&objects)
}

#[test]
fn a_large_object_that_is_named_again_and_again_is_not_read_each_time() {
    let large = |items: usize| format!("<</FT/Sig/T(a)/J[{}]>>", "1 ".repeat(items));
    let named_twice = form(&"2 0 R ".repeat(256), &[large(40_000)]);
    let report = verify(&named_twice, &[]);
    assert!(report.unreadable.is_some_and(|why| why.contains("named twice")));
    assert!(verify(&form("2 0 R", &[large(40_000)]), &[]).unreadable.is_none());
    let long = verify(&form("2 0 R", &[large(60_000)]), &[]);
    assert!(long.unreadable.is_some_and(|why| why.contains("too long a list")));
    // Signatures of fields that differ, all the same large object.
    let numbers: Vec<String> = (3..63).map(|number| format!("{number} 0 R")).collect();
    let mut objects = vec![format!("<</J[{}]>>", "1 ".repeat(49_000))];
    objects.extend((0..60).map(|n| format!("<</FT/Sig/T(f{n})/V 2 0 R>>")));
    let report = verify(&form(&numbers.join(" "), &objects), &[]);
    let faults: Vec<&String> = report.signatures.iter().flat_map(|finding| &finding.faults).collect();
    assert!(faults.iter().any(|fault| fault.contains("named too often")), "{faults:?}");
}
