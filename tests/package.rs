//! Packages as other programs write them: parts in other folders, cases and orders, parts that are missing.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod harness;

use docpane::{Document, Options};
use harness::pack::archive;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

fn types(main: &str, kind: &str) -> String {
    format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"{main}\" ContentType=\"{kind}\"/></Types>"
    )
}

fn links(namespace: &str, targets: &[(&str, &str)]) -> String {
    let each = |(kind, target): &(&str, &str)| {
        format!("<Relationship Id=\"{kind}\" Type=\"{namespace}/relationships/{kind}\" Target=\"{target}\"/>")
    };
    let all: String = targets.iter().map(each).collect();
    format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>")
}

fn document(text: &str) -> String {
    format!("<w:document xmlns:w=\"{W}\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>")
}

fn body(parts: &[(&str, &str)]) -> String {
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    match Document::open(archive(&parts), &Options::default()) {
        Ok(document) => document.body_text(),
        Err(error) => format!("{}: {error}", error.kind().name()),
    }
}

#[test]
fn the_main_part_may_lie_anywhere() {
    let found = body(&[
        ("[Content_Types].xml", &types("/content/main.xml", MAIN)),
        ("_rels/.rels", &links(OFFICE, &[("officeDocument", "content/main.xml")])),
        ("content/main.xml", &document("elsewhere")),
    ]);
    assert_eq!(found, "elsewhere");
}

#[test]
fn names_are_compared_without_case_and_with_either_slash() {
    let types = types("/word/document.xml", MAIN);
    let roots = links(OFFICE, &[("officeDocument", "/Word/Document.XML")]);
    for name in ["WORD/DOCUMENT.XML", "word\\document.xml", "/word/document.xml"] {
        let found = body(&[("[content_types].XML", &types), ("_rels\\.rels", &roots), (name, &document("found"))]);
        assert_eq!(found, "found", "{name}");
    }
}

#[test]
fn a_package_needs_no_more_than_its_main_part() {
    let found = body(&[
        ("word/document.xml", &document("alone")),
        ("[Content_Types].xml", &types("/word/document.xml", MAIN)),
        ("_rels/.rels", &links(OFFICE, &[("officeDocument", "word/document.xml")])),
    ]);
    assert_eq!(found, "alone");
}

#[test]
fn parts_named_and_absent_are_warned_of() {
    let parts = [
        ("[Content_Types].xml", types("/word/document.xml", MAIN)),
        ("_rels/.rels", links(OFFICE, &[("officeDocument", "word/document.xml")])),
        ("word/_rels/document.xml.rels", links(OFFICE, &[("styles", "styles.xml"), ("numbering", "../gone/numbering.xml")])),
        ("word/document.xml", document("still there")),
    ];
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let document = Document::open(archive(&parts), &Options::default()).expect("a document without its styles");
    assert_eq!(document.body_text(), "stillthere");
    let missing: Vec<_> = document.warnings().into_iter().filter(|warning| warning.kind == "part-missing").collect();
    assert_eq!(missing.len(), 2, "{missing:?}");
}

#[test]
fn templates_and_macro_documents_are_documents() {
    for kind in [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ] {
        let found = body(&[
            ("[Content_Types].xml", &types("/word/document.xml", kind)),
            ("_rels/.rels", &links(OFFICE, &[("officeDocument", "word/document.xml")])),
            ("word/document.xml", &document("opened")),
        ]);
        assert_eq!(found, "opened", "{kind}");
    }
}

#[test]
fn a_strict_package_has_relationships_of_its_own() {
    let strict = document("strict").replace(W, &format!("{STRICT}/wordprocessingml/main"));
    let found = body(&[
        ("[Content_Types].xml", &types("/word/document.xml", MAIN)),
        ("_rels/.rels", &links(&format!("{STRICT}/officeDocument"), &[("officeDocument", "word/document.xml")])),
        ("word/document.xml", &strict),
    ]);
    assert_eq!(found, "strict");
}

#[test]
fn a_part_cannot_reach_out_of_the_package() {
    let found = body(&[
        ("[Content_Types].xml", &types("/word/document.xml", MAIN)),
        ("_rels/.rels", &links(OFFICE, &[("officeDocument", "../../../../etc/passwd")])),
        ("word/document.xml", &document("main by its type")),
    ]);
    assert!(found == "mainbyitstype" || found.starts_with("MissingPart: "), "{found}");
}

#[test]
fn a_metafile_that_cannot_be_read_is_warned_of_once_it_is_asked_for() {
    let placeable = [0xD7, 0xCD, 0xC6, 0x9A, 0, 0, 0, 0];
    let main = document("text");
    let relations = links(OFFICE, &[("officeDocument", "word/document.xml")]);
    let kinds = types("/word/document.xml", MAIN);
    let parts: [(&str, &[u8]); 4] = [
        ("[Content_Types].xml", kinds.as_bytes()),
        ("_rels/.rels", relations.as_bytes()),
        ("word/document.xml", main.as_bytes()),
        ("word/media/broken.wmf", &placeable),
    ];
    let document = Document::open(archive(&parts), &Options::default()).expect("a good package");
    assert!(document.warnings().is_empty(), "{:?}", document.warnings());
    assert!(document.media("word/media/broken.wmf").is_some());
    let warned: Vec<(&str, String)> = document.warnings().into_iter().map(|warning| (warning.kind, warning.place.part)).collect();
    assert_eq!(warned, [("not-drawn", "word/media/broken.wmf".to_owned())]);
}
