//! A drawing of a small house on two sheets, as an architect sends it: lines and words, nothing else.

/// A sheet of A3 lying.
const SHEET: &str = "/MediaBox[0 0 1190 842]";

const FLOOR: &str = "2 w 120 200 700 480 re S 120 440 m 470 440 l S 470 200 m 470 680 l S 620 440 m 820 440 l S 1 w \
    470 560 m 560 560 l S 560 560 60 60 re S 640 470 m 640 660 l S 660 470 m 660 660 l S 680 470 m 680 660 l S \
    BT /F 16 Tf 220 320 Td (Salon 32 m2) Tj ET BT /F 16 Tf 220 560 Td (Chambre 18 m2) Tj ET \
    BT /F 16 Tf 560 320 Td (Cuisine 14 m2) Tj ET BT /F 22 Tf 120 760 Td (Rez-de-chaussee - ech. 1/50) Tj ET \
    0.5 w 880 200 250 300 re S BT /F 14 Tf 900 460 Td (Architecte : K. B.) Tj ET BT /F 14 Tf 900 430 Td (Plan n. 1/2) Tj ET";

const FACADE: &str = "2 w 200 200 640 360 re S 200 560 m 520 700 l 840 560 l S 300 200 110 220 re S 520 320 120 120 re S \
    680 320 120 120 re S BT /F 22 Tf 120 760 Td (Facade principale - ech. 1/50) Tj ET \
    0.5 w 880 200 250 300 re S BT /F 14 Tf 900 460 Td (Architecte : K. B.) Tj ET BT /F 14 Tf 900 430 Td (Plan n. 2/2) Tj ET";

/// The file, with its table of objects.
pub fn pdf() -> Vec<u8> {
    let page =
        |content: usize| format!("<</Type/Page/Parent 2 0 R{SHEET}/Resources<</Font<</F 7 0 R>>>>/Contents {content} 0 R>>");
    let stream = |text: &str| format!("<</Length {}>>stream\n{text}\nendstream", text.len());
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>".to_owned(),
        page(5),
        page(6),
        stream(FLOOR),
        stream(FACADE),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut table = String::from("0000000000 65535 f \n");
    for (place, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{} 0 obj{object}endobj\n", place + 1);
    }
    let count = objects.len() + 1;
    let at = file.len();
    file += &format!("xref\n0 {count}\n{table}trailer<</Root 1 0 R/Size {count}>>\nstartxref\n{at}\n%%EOF\n");
    file.into_bytes()
}
