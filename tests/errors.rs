//! Every kind of error, with what it says: one sentence that names the trouble and what to do.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod harness;

use docpane::{Document, ErrorKind, Limits, Options};
use harness::pack;

/// The error that opening gives, as `Kind: sentence`.
fn refused(bytes: Vec<u8>) -> String {
    refused_under(bytes, Limits::default())
}

fn refused_under(bytes: Vec<u8>, limits: Limits) -> String {
    let options = Options { limits, ..Options::default() };
    match Document::open(bytes, &options) {
        Ok(_) => "opened".to_owned(),
        Err(error) => format!("{}: {error}", error.kind().name()),
    }
}

fn starts(found: &str, wanted: &str) {
    assert!(found.starts_with(wanted), "{found:?} does not begin with {wanted:?}");
}

#[test]
fn nothing_and_noise_are_no_zip() {
    starts(&refused(Vec::new()), "NotZip: The file is empty");
    starts(&refused((0..=255).collect()), "NotZip: The file is not a Word document");
}

#[test]
fn other_formats_are_named() {
    for (bytes, name) in [
        (&b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"[..], "PDF"),
        (b"{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}}}", ".rtf"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "HTML"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01", "picture"),
    ] {
        let found = refused(bytes.to_vec());
        starts(&found, "NotWord: The file is ");
        assert!(found.contains(name), "{found:?} does not name {name}");
    }
}

#[test]
fn other_packages_are_named() {
    let types = |kind: &str| {
        format!(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/x/main.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}.main+xml\"/></Types>"
        )
    };
    let links = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"x/main.xml\"/></Relationships>";
    for (kind, name) in [("spreadsheetml.sheet", "Excel"), ("presentationml.presentation", "PowerPoint")] {
        let found = refused(pack::archive(&[
            ("[Content_Types].xml", types(kind).as_bytes()),
            ("_rels/.rels", links.as_bytes()),
            ("x/main.xml", b"<x/>"),
        ]));
        starts(&found, "NotWord: ");
        assert!(found.contains(name), "{found:?} does not name {name}");
    }
    let found = refused(pack::archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")]));
    starts(&found, "NotWord: ");
    assert!(found.contains("OpenDocument"), "{found:?}");
}

#[test]
fn compound_files_are_legacy_or_encrypted() {
    starts(&refused(compound("WordDocument")), "LegacyDoc: ");
    starts(&refused(compound("EncryptedPackage")), "Encrypted: ");
    starts(&refused(compound("Workbook")), "NotWord: ");
}

#[test]
fn missing_parts() {
    starts(&refused(pack::archive(&[("[Content_Types].xml", b"<Types/>"), ("word/other.xml", b"<x/>")])), "MissingPart: ");
}

#[test]
fn malformed_xml_says_where() {
    let found = refused(pack::document("<w:p><w:r><w:t>one</w:r></w:p>"));
    starts(&found, "MalformedXml: The XML is not well formed at line 2, column ");
    assert!(found.ends_with("(in word/document.xml)"), "{found}");
}

#[test]
fn a_damaged_archive() {
    let whole = pack::document("<w:p/>");
    starts(&refused(whole[..whole.len() / 2].to_vec()), "Damaged: ");
}

#[test]
fn each_limit_has_its_error() {
    let deep = format!("{}{}", "<w:sdt><w:sdtContent>".repeat(40), "</w:sdtContent></w:sdt>".repeat(40));
    let bodies = [
        (Limits { part_bytes: 200, ..Limits::default() }, "<w:p/>".to_owned()),
        (Limits { total_bytes: 400, ..Limits::default() }, "<w:p/>".to_owned()),
        (Limits { parts: 2, ..Limits::default() }, "<w:p/>".to_owned()),
        (Limits { xml_depth: 20, ..Limits::default() }, deep),
        (Limits { elements: 50, ..Limits::default() }, "<w:p/>".repeat(100)),
        (Limits { memory: 1_000, ..Limits::default() }, "<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(1_000)),
        (Limits { paragraph_bytes: 100, ..Limits::default() }, format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "x".repeat(1_000))),
        (
            Limits { nested_tables: 0, ..Limits::default() },
            "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>".to_owned(),
        ),
    ];
    for (limits, body) in bodies {
        let shown = format!("{limits:?}");
        let found = refused_under(pack::document(&body), limits);
        assert!(found.starts_with("TooLarge: "), "{found} under {shown}");
    }
}

#[test]
fn no_such_page() {
    let mut document = Document::open(pack::document("<w:p/>"), &Options::default()).expect("a good document");
    let error = document.page(7).expect_err("one page only");
    assert_eq!(error.kind(), ErrorKind::NoSuchPage);
    assert_eq!(error.to_string(), "There is no page 8: the document has 1.");
}

#[test]
fn every_sentence_ends_and_names_no_internals() {
    let found = [refused(Vec::new()), refused(compound("WordDocument")), refused(compound("EncryptedPackage"))];
    for sentence in found {
        assert!(sentence.ends_with('.'), "{sentence}");
        assert!(!sentence.contains("::") && !sentence.contains("Err("), "{sentence}");
    }
}

/// A compound file ([MS-CFB]) with one stream in its directory: a header and a directory sector.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0_u8; 512 + 512];
    bytes[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    for (entry, name) in ["Root Entry", stream].iter().enumerate() {
        let at = 512 + entry * 128;
        let utf16: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        bytes[at..at + utf16.len()].copy_from_slice(&utf16);
        bytes[at + 64..at + 66].copy_from_slice(&(utf16.len() as u16).to_le_bytes());
        bytes[at + 66] = if entry == 0 { 5 } else { 2 };
    }
    bytes
}
