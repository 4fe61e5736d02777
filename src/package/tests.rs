//! Packages made on the spot.

use super::*;
use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/WORD\main.xml"/></Relationships>"#;

fn pack(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    pack_with(parts, SimpleFileOptions::default().compression_method(method))
}

fn pack_with(parts: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let started = zip.start_file(*name, options);
        assert!(started.and_then(|()| Ok(zip.write_all(bytes)?)).is_ok());
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn open(bytes: Vec<u8>) -> Result<Package> {
    Package::open(bytes, &Limits::default())
}

fn kind(bytes: &[u8]) -> Option<ErrorKind> {
    open(bytes.to_vec()).err().map(|error| error.kind())
}

const GOOD: [(&str, &[u8]); 3] = [("[Content_Types].xml", TYPES.as_bytes()), ("_rels/.rels", RELS.as_bytes()), ("word/main.xml", b"<x/>")];

fn good(method: CompressionMethod) -> Vec<u8> {
    pack(&GOOD, method)
}

#[test]
fn stored_deflated_and_zip64_open() {
    let large = |method| SimpleFileOptions::default().compression_method(method).large_file(true);
    let zip64 = pack_with(&GOOD, large(CompressionMethod::Deflated));
    for bytes in [good(CompressionMethod::Stored), good(CompressionMethod::Deflated), zip64] {
        let package = open(bytes).ok();
        assert_eq!(package.as_ref().map(Package::main_part), Some("word/main.xml"));
        let part = package.and_then(|package| package.part("/Word/MAIN.xml").ok().flatten());
        assert_eq!(part.as_deref(), Some(&b"<x/>"[..]));
    }
}

#[test]
fn the_content_type_names_the_main_part_too() {
    let bytes = pack(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/main.xml", b"<x/>")], CompressionMethod::Deflated);
    assert_eq!(open(bytes).ok().map(|package| package.main_part().to_owned()).as_deref(), Some("word/main.xml"));
}

#[test]
fn other_files_are_named() {
    assert_eq!(kind(b""), Some(ErrorKind::NotZip));
    assert_eq!(kind(b"\x00\x01\x02\x03"), Some(ErrorKind::NotZip));
    assert_eq!(kind(b"PK\x03\x04"), Some(ErrorKind::Damaged));
    for (bytes, name) in [
        (&b"%PDF-1.7"[..], "PDF"),
        (b"{\\rtf1", ".rtf"),
        (b"  <!DOCTYPE html>", "HTML"),
        (b"Dear reader,\n", "plain text"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "OLE"),
    ] {
        let error = open(bytes.to_vec()).err().map(|error| (error.kind(), error.to_string()));
        assert!(error.as_ref().is_some_and(|(kind, text)| *kind == ErrorKind::NotWord && text.contains(name)), "{error:?}");
    }
    for (part, contents, name) in [
        ("xl/workbook.xml", &b"<x/>"[..], ".xlsx"),
        ("ppt/presentation.xml", b"<x/>", ".pptx"),
        ("mimetype", b"application/vnd.oasis.opendocument.text", ".odt"),
        ("mimetype", b"application/epub+zip", ".epub"),
        ("readme.txt", b"x", "zip archive"),
    ] {
        let error = open(pack(&[(part, contents)], CompressionMethod::Stored)).err().map(|error| (error.kind(), error.to_string()));
        assert!(error.as_ref().is_some_and(|(kind, text)| *kind == ErrorKind::NotWord && text.contains(name)), "{error:?}");
    }
}

#[test]
fn a_missing_main_part_is_said() {
    let bytes = pack(&[("[Content_Types].xml", TYPES.as_bytes()), ("_rels/.rels", RELS.as_bytes())], CompressionMethod::Stored);
    assert_eq!(kind(&bytes), Some(ErrorKind::MissingPart));
}

#[test]
fn a_wrong_checksum_is_damage() {
    let mut bytes = good(CompressionMethod::Stored);
    if let Some(at) = bytes.windows(4).position(|window| window == b"<x/>") {
        bytes[at + 1] = b'y';
    }
    let package = open(bytes).ok();
    let read = package.and_then(|package| package.part("word/main.xml").err());
    assert_eq!(read.map(|error| error.kind()), Some(ErrorKind::Damaged));
}

#[test]
fn truncations_end_in_an_error() {
    let bytes = good(CompressionMethod::Deflated);
    for end in 0..bytes.len() {
        assert!(open(bytes[..end].to_vec()).is_err(), "{end}");
    }
}

#[test]
fn limits_hold_while_unpacking() {
    let zeros = vec![0; 3 << 20];
    let bytes = pack(
        &[("[Content_Types].xml", TYPES.as_bytes()), ("word/main.xml", b"<x/>"), ("a", &zeros), ("b", &zeros[..2 << 20])],
        CompressionMethod::Deflated,
    );
    let with = |limits: Limits, parts: &[&str]| {
        let package = Package::open(bytes.clone(), &limits);
        package.and_then(|package| parts.iter().try_for_each(|part| package.part(part).map(drop))).err().map(|error| error.kind())
    };
    assert_eq!(with(Limits::default(), &["a", "b"]), None);
    assert_eq!(with(Limits { part_bytes: 1 << 20, ..Limits::default() }, &["a"]), Some(ErrorKind::TooLarge));
    assert_eq!(with(Limits { ratio: 10, ..Limits::default() }, &["a"]), Some(ErrorKind::TooLarge));
    assert_eq!(with(Limits { total_bytes: 4 << 20, ..Limits::default() }, &["a", "a"]), None);
    assert_eq!(with(Limits { total_bytes: 4 << 20, ..Limits::default() }, &["a", "b"]), Some(ErrorKind::TooLarge));
    assert_eq!(with(Limits { parts: 3, ..Limits::default() }, &[]), Some(ErrorKind::TooLarge));
}
