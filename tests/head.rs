//! Long documents, of which the head is read for the first page: it is the page that the whole document has.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod harness;

use docpane::{Budget, Document, ErrorKind, Options, SvgOptions};
use harness::pack::package;
use std::collections::BTreeMap;

/// A package with this body, and the header that its last section may name.
fn packed(body: &str) -> Vec<u8> {
    let header = "<w:p><w:r><w:t>Header</w:t></w:r></w:p>";
    package(&BTreeMap::from([("input.xml".to_owned(), body.into()), ("header1.xml".to_owned(), header.into())]))
}

fn paragraphs(count: usize) -> String {
    (0..count)
        .map(|i| format!("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:t>Paragraph {i} of a long document.</w:t></w:r></w:p>"))
        .collect()
}

fn rows(count: usize, cell: &str) -> String {
    let cells: String = (0..8).map(|_| format!("<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>")).collect();
    let grid = "<w:gridCol w:w=\"400\"/>".repeat(8);
    format!("<w:tbl><w:tblGrid>{grid}</w:tblGrid>{}</w:tbl><w:p/>", format!("<w:tr>{cells}</w:tr>").repeat(count))
}

/// The first page of the head is the first page of the whole, and known to be of the head where the document is long.
fn same(body: &str, is_long: bool) -> Document {
    let options = Options::default();
    let mut head = Document::open_head(packed(body), &options).expect("a good head");
    let mut whole = Document::open(packed(body), &options).expect("a good document");
    let picture = |document: &mut Document| document.page_svg(0, &SvgOptions::default()).expect("a picture");
    assert_eq!(picture(&mut head), picture(&mut whole));
    assert_eq!(head.read_rest().expect("a good rest"), is_long);
    assert_eq!(head.metadata(), whole.metadata());
    assert_eq!(head.advance(Budget::All), whole.advance(Budget::All));
    head
}

const SECTION: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/><w:pgSz w:w=\"6000\" w:h=\"4000\"/>\
    <w:pgMar w:top=\"800\" w:right=\"400\" w:bottom=\"400\" w:left=\"400\" w:header=\"100\" w:footer=\"100\" w:gutter=\"0\"/>\
    <w:sectPrChange w:id=\"1\" w:author=\"A\"><w:sectPr><w:pgSz w:w=\"9000\" w:h=\"9000\"/></w:sectPr></w:sectPrChange></w:sectPr>";

#[test]
fn a_long_text_has_the_page_and_the_header_of_its_last_section() {
    let mut document = same(&format!("{}{SECTION}", paragraphs(20_000)), true);
    let page = document.page(0).expect("a page");
    assert_eq!((page.width, page.height), (300.0, 200.0));
    assert!(document.page_svg(0, &SvgOptions::default()).expect("a picture").contains("Header"));
}

#[test]
fn a_long_table() {
    same(&rows(5_000, "12"), true);
}

#[test]
fn a_short_document_is_read_whole() {
    same(&paragraphs(100), false);
}

#[test]
fn a_first_page_that_takes_more_than_the_head_takes_the_whole() {
    let hidden =
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>Nothing of this shows.</w:t></w:r></w:p>";
    same(&format!("{}{}", hidden.repeat(12_000), paragraphs(200)), false);
}

#[test]
fn a_head_has_one_page_until_the_rest_is_read() {
    let mut head = Document::open_head(packed(&paragraphs(20_000)), &Options::default()).expect("a good head");
    let progress = head.advance(Budget::All);
    assert_eq!((progress.pages_done, progress.finished), (1, false));
    assert!(progress.estimate > 500, "{progress:?}");
    assert_eq!(head.page(1).expect_err("it is not read yet").kind(), ErrorKind::NoSuchPage);
}

#[test]
fn what_is_wrong_in_the_rest_is_told_when_it_is_read() {
    let mut head = Document::open_head(packed(&format!("{}<w:p></w:r>", paragraphs(20_000))), &Options::default()).expect("a good head");
    assert!(head.page(0).is_ok());
    assert_eq!(head.read_rest().expect_err("it is malformed").kind(), ErrorKind::MalformedXml);
    assert_eq!(head.read_rest().expect_err("it is malformed still").kind(), ErrorKind::MalformedXml);
}
