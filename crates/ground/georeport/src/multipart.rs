//! The body of a form with files. Servers differ in what they call the picture; `media` is what most of them read.

use crate::model::Photo;

/// The boundary and the body. The boundary is drawn from the content, so that it stands nowhere in it.
pub fn body(fields: &[(String, String)], photos: &[Photo]) -> (String, Vec<u8>) {
    let boundary = boundary(fields, photos);
    let mut body = Vec::new();
    for (name, value) in fields {
        let head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n", quoted(name));
        body.extend(head.into_bytes());
        body.extend(value.as_bytes());
        body.extend(b"\r\n");
    }
    for photo in photos {
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
            quoted(&photo.name),
            quoted(&photo.kind)
        );
        body.extend(head.into_bytes());
        body.extend(&photo.content);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{boundary}--\r\n").into_bytes());
    (boundary, body)
}

fn boundary(fields: &[(String, String)], photos: &[Photo]) -> String {
    let contains = |needle: &str| {
        let bytes = needle.as_bytes();
        let within = |content: &[u8]| content.windows(bytes.len()).any(|window| window == bytes);
        fields.iter().any(|(_, value)| within(value.as_bytes())) || photos.iter().any(|photo| within(&photo.content))
    };
    let mut number = 0;
    loop {
        let candidate = format!("jamaa-form-{number}");
        if !contains(&candidate) {
            return candidate;
        }
        number += 1;
    }
}

/// Quotes and line breaks as browsers write them in a header.
fn quoted(text: &str) -> String {
    text.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
