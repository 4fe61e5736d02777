//! Packages made in memory from the readable pieces of a case.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const NAMESPACES: &str = concat!(
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ",
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" ",
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" ",
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" ",
    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" ",
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" ",
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" ",
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\" ",
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" ",
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" ",
    "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" mc:Ignorable=\"w14\""
);
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A small page: 200 by 150 pt with margins of 20, so 160 by 110 for the text. A case with a section of its own brings it along.
const SECTION: &str = "<w:sectPr><w:pgSz w:w=\"4000\" w:h=\"3000\"/>\
    <w:pgMar w:top=\"400\" w:right=\"400\" w:bottom=\"400\" w:left=\"400\" w:header=\"100\" w:footer=\"100\" w:gutter=\"0\"/></w:sectPr>";

/// Text of 10 pt in SimSun and Times New Roman unless the case says otherwise.
const STYLES: &str = "<w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"宋体\" w:cs=\"Times New Roman\"/>\
    <w:sz w:val=\"20\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>\
    <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"t\"><w:name w:val=\"Normal Table\"/><w:tblPr>\
    <w:tblCellMar><w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";

const SETTINGS: &str = "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>\
    <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>";

/// The parts that a case may bring, by file name: root element, content type, relationship.
const PARTS: &[(&str, &str, &str)] = &[
    ("styles", "styles", "styles"),
    ("settings", "settings", "settings"),
    ("numbering", "numbering", "numbering"),
    ("footnotes", "footnotes", "footnotes"),
    ("endnotes", "endnotes", "endnotes"),
    ("fontTable", "fonts", "fontTable"),
    ("header", "hdr", "header"),
    ("footer", "ftr", "footer"),
    ("theme", "theme", "theme"),
];

/// A package from the files of a case: `input.xml` is the content of the body; `styles.xml`, `header1.xml` and so on are the
/// contents of those parts' roots. The relationship of a part has the part's name (`r:id="header1"`). A file that begins
/// with `<?xml` is taken as it is; an empty one stands for no such part; so is a file with any other name (`customXml.bin`), put below `word/`.
pub fn package(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut files = files.clone();
    files.entry("styles.xml".to_owned()).or_insert_with(|| STYLES.into());
    files.entry("settings.xml".to_owned()).or_insert_with(|| SETTINGS.into());
    files.retain(|_, content| !content.is_empty());
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let (mut types, mut links) = (String::new(), String::new());
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        let stem = name.trim_end_matches(".xml");
        if name == "input.xml" {
            parts.push(("word/document.xml".to_owned(), main_part(&text).into_bytes()));
        } else if name == "links.xml" {
            links.push_str(&text);
        } else if let Some((_, root, kind)) = PARTS.iter().find(|part| stem.trim_end_matches(|c: char| c.is_ascii_digit()) == part.0) {
            let content = if text.starts_with("<?xml") { text.into_owned() } else { wrapped(root, &text) };
            parts.push((format!("word/{name}"), content.into_bytes()));
            let family = if *kind == "theme" { "" } else { "wordprocessingml." };
            let content_type = format!("application/vnd.openxmlformats-officedocument.{family}{kind}+xml");
            types.push_str(&format!("<Override PartName=\"/word/{name}\" ContentType=\"{content_type}\"/>"));
            links.push_str(&format!("<Relationship Id=\"{stem}\" Type=\"{OFFICE}/{kind}\" Target=\"{name}\"/>"));
        } else {
            parts.push((format!("word/{name}"), bytes.clone()));
        }
    }
    let links =
        format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>");
    parts.push(("word/_rels/document.xml.rels".to_owned(), links.into_bytes()));
    let types = content_types(&types);
    let mut all: Vec<(&str, &[u8])> = vec![("[Content_Types].xml", types.as_bytes()), ("_rels/.rels", ROOT_LINKS.as_bytes())];
    all.extend(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    archive(&all)
}

const ROOT_LINKS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"main\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
    </Relationships>";

fn content_types(overrides: &str) -> String {
    format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Override PartName=\"/word/document.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>{overrides}</Types>"
    )
}

/// The document part: the body with a section, unless the case's last element is one.
fn main_part(body: &str) -> String {
    if body.starts_with("<?xml") {
        return body.to_owned();
    }
    let section = if body.trim_end().ends_with("</w:sectPr>") { "" } else { SECTION };
    format!("{HEAD}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>")
}

fn wrapped(root: &str, content: &str) -> String {
    format!("{HEAD}<w:{root} {NAMESPACES}>{content}</w:{root}>")
}

/// A zip archive without compression.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a name");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// A package whose body is `body` and that has nothing else of its own.
pub fn document(body: &str) -> Vec<u8> {
    package(&BTreeMap::from([("input.xml".to_owned(), body.as_bytes().to_vec())]))
}
