//! Runs the cases of `tests/suite/`; see `tests/README.md`. `CASE=inline/` runs those whose names contain that, `UPDATE=1` writes the
//! references.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod harness;

use docpane::{Document, Options};
use harness::case::Case;
use harness::{known, pack, report};

#[test]
fn cases() {
    let wanted = std::env::var("CASE").unwrap_or_default();
    let known = known::list();
    let cases = Case::all();
    let mut failures = Vec::new();
    let mut run = 0;
    for case in cases.iter().filter(|case| case.name.contains(&wanted)) {
        run += 1;
        if case.about().is_none_or(|about| about.len() < 10) {
            failures.push(format!("{}: input.xml begins with a comment that says what the case shows", case.name));
        }
        failures.extend(case.run(known.contains_key(&case.name)).err());
    }
    for name in known.keys().filter(|name| !cases.iter().any(|case| case.name == **name)) {
        failures.push(format!("{name}: in known-failures.txt, but there is no such case"));
    }
    println!("{run} cases, {} of them known failures", known.len());
    assert!(failures.is_empty(), "{} of {run} cases fail:\n\n{}", failures.len(), failures.join("\n"));
}

/// A page that was shown while pages were laid out is right when it is asked for again.
#[test]
fn page_counts_are_final_when_asked_for_again() {
    let count = r#"<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"#;
    let page = r#"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#;
    let body = format!("{count}{}<w:p/>", page.repeat(11));
    let mut document = Document::open(pack::document(&body), &Options::default()).expect("a document");
    assert!(document.shows_page_counts());
    let before = report::list(&document.next_page().expect("a page"));
    while document.next_page().is_some() {}
    let after = report::list(&document.page(0).expect("the page again"));
    assert!(!before.contains("\"12\"") && after.contains("\"12\""), "{before}\n{after}");
}

/// What `docs/support.md` says of a case holds only if there is one.
#[test]
fn support_names_cases_that_exist() {
    let text = std::fs::read_to_string(harness::root().join("docs/support.md")).expect("docs/support.md");
    let names: Vec<String> = Case::all().into_iter().map(|case| case.name).collect();
    let rows = text.lines().filter(|line| line.starts_with('|'));
    let column = rows.filter_map(|row| row.trim_end_matches('|').rsplit('|').next());
    let named = column.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>());
    let gone: Vec<String> = named.filter(|name| !names.contains(name) && !harness::root().join(name).exists()).collect();
    assert!(gone.is_empty(), "docs/support.md names cases that do not exist: {gone:?}");
}
