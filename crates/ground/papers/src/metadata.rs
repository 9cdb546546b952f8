//! The metadata of a paper as plain XMP: every checker knows these properties without being taught their schemas.

use jiff::civil::DateTime;
use lopdf::{Document, Object};

/// Puts a minimal packet in the place of the rich one. It says what the Info dictionary says, as PDF/A asks
/// (ISO 19005-1, 6.7.3).
pub fn simplify(document: &mut Document, title: &str, at: DateTime, part: u8) -> lopdf::Result<()> {
    let metadata = document.catalog()?.get(b"Metadata")?.as_reference()?;
    if let Object::Stream(stream) = document.get_object_mut(metadata)? {
        stream.set_plain_content(packet(title, at, part).into_bytes());
    }
    Ok(())
}

fn packet(title: &str, at: DateTime, part: u8) -> String {
    let (title, at) = (escaped(title), at.strftime("%Y-%m-%dT%H:%M:%S+00:00"));
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:format>application/pdf</dc:format>
<xmp:CreatorTool>{tool}</xmp:CreatorTool><xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{feff}',
        tool = crate::TOOL,
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
