//! The sample documents: how many pages they have and where those begin and end, against `tests/samples/NAME.txt`.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod harness;

use docpane::{Document, ErrorKind, Options, PageBreaks, SearchOptions};
use harness::{check, report, root};

fn open(name: &str) -> docpane::Result<Document> {
    let file = root().join("samples").join(format!("{name}.docx"));
    let bytes = std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}; `npm run samples` writes it", file.display()));
    Document::open(bytes, &Options { page_breaks: PageBreaks::Computed, ..Options::default() })
}

fn outline(name: &str) -> String {
    let mut document = open(name).expect("a good sample");
    let found = report::outline(&mut document);
    if let Err(difference) = check(&root().join("tests/samples").join(format!("{name}.txt")), &found) {
        panic!("{difference}");
    }
    found
}

#[test]
fn work_summary_has_thirteen_pages() {
    assert!(outline("work-summary").starts_with("13 pages\n"));
}

#[test]
fn report() {
    outline("report");
}

#[test]
fn form() {
    outline("form");
}

#[test]
fn contract() {
    outline("contract");
}

#[test]
fn pictures() {
    outline("pictures");
}

#[test]
fn shapes() {
    outline("shapes");
}

#[test]
fn wraps() {
    outline("wraps");
}

#[test]
fn the_long_one_has_more_than_300_pages() {
    let mut document = open("long").expect("a good sample");
    let pages = document.advance(docpane::Budget::All).pages_done;
    assert!(pages > 300, "{pages} pages");
}

#[test]
fn pages_laid_out_again_are_the_same() {
    let mut document = open("report").expect("a good sample");
    let pages = document.advance(docpane::Budget::All).pages_done;
    let backwards: Vec<_> = (0..pages).rev().map(|index| document.page(index).expect("a page").dump()).collect();
    let forwards: Vec<_> = (0..pages).map(|index| document.page(index).expect("a page").dump()).collect();
    assert!(backwards.iter().rev().eq(&forwards));
}

/// A page's whole display list, against its reference.
fn in_full(name: &str, number: usize) {
    let mut document = open(name).expect("a good sample");
    document.advance(docpane::Budget::All);
    let found = report::list(&document.page(number - 1).expect("a page"));
    if let Err(difference) = check(&root().join(format!("tests/samples/{name}-page-{number}.txt")), &found) {
        panic!("{difference}");
    }
}

#[test]
fn a_page_of_the_work_summary_in_full() {
    in_full("work-summary", 2);
}

#[test]
fn the_page_with_all_wraps_in_full() {
    in_full("wraps", 1);
}

#[test]
fn the_broken_ones_are_refused_by_name() {
    assert_eq!(open("truncated").err().map(|error| error.kind()), Some(ErrorKind::Damaged));
    let error = open("malformed").err().expect("malformed XML");
    assert_eq!(error.kind(), ErrorKind::MalformedXml);
    assert_eq!(error.part(), Some("word/document.xml"));
}

#[test]
fn search_reaches_what_stands_beside_the_body() {
    let mut document = open("report").expect("a good sample");
    let pages = document.advance(docpane::Budget::All).pages_done;
    let note = document.search("FORTY-SIX hauls", &SearchOptions::default());
    let [hit] = note.as_slice() else { panic!("{note:?}") };
    assert_eq!((hit.story, hit.start, hit.end, hit.boxes.len()), ("footnote", None, None, 1));
    let place = hit.boxes.first().expect("one box");
    assert!(place.width > 40.0 && place.y > 500.0 && hit.context.contains("two-metre"), "{hit:?}");
    let exact = SearchOptions { match_case: true, ..SearchOptions::default() };
    assert!(document.search("FORTY-SIX hauls", &exact).is_empty());
    // Once a page, in the order of pages; and no more than asked for.
    let footers = document.search("Page ", &SearchOptions::default());
    let on: Vec<_> = footers.iter().filter(|hit| hit.story == "footer").filter_map(|hit| hit.page).collect();
    assert!(on.len() >= pages - 1 && on.is_sorted(), "{on:?} of {pages}");
    let few = SearchOptions { limit: 2, ..SearchOptions::default() };
    assert_eq!(document.search("Page ", &few).len(), 2);
}
