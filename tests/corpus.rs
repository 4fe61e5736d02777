//! Real documents, when the shared ones are there: every file ends in pages or in an error of the right kind, in bounded time and
//! memory, and the text read is the text that was written.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod harness;

use docpane::{Budget, Document, ErrorKind, Options, PageBreaks};
use harness::shared;
use serde_json::Value;
use sha1::{Digest, Sha1};
use std::path::Path;
use std::time::{Duration, Instant};

/// The least share of files whose text must be read exactly.
const TEXT: f64 = 0.99;
/// A document may take this long; an unoptimised build is given ten times as much.
const SLOW: Duration = Duration::from_secs(if cfg!(debug_assertions) { 50 } else { 5 });
/// Pages of a hostile file that are laid out: one has a body of 80 MB, too long for an unoptimised build.
const HOSTILE_PAGES: Budget = if cfg!(debug_assertions) { Budget::Pages(200) } else { Budget::All };
/// The process may take this much memory at its highest, in KiB.
const MEMORY: u64 = 1 << 20;

fn manifest(folder: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("manifest.jsonl")).expect("the corpus has a manifest");
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn open(file: &Path) -> docpane::Result<Document> {
    let bytes = std::fs::read(file).expect("a file of the corpus");
    Document::open(bytes, &Options { page_breaks: PageBreaks::Computed, ..Options::default() })
}

fn hash(text: &str) -> String {
    Sha1::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn documents_are_read_exactly_and_laid_out() {
    let Some(folder) = shared("corpus") else {
        println!("the shared corpus is not there: nothing to run over (set DOCPANE_SHARED)");
        return;
    };
    let (mut known, mut same, mut pages, mut wrong, mut other) = (0, 0, 0, Vec::new(), Vec::new());
    for row in manifest(&folder).iter().filter(|row| row["cls"] != "hostile") {
        let file = row["file"].as_str().unwrap_or_default();
        let begun = Instant::now();
        match open(&folder.join(file)) {
            Ok(mut document) => {
                if let Some(wanted) = row["text_sha1"].as_str() {
                    known += 1;
                    match hash(&document.body_text()) == wanted {
                        true => same += 1,
                        false => other.push(file.to_owned()),
                    }
                }
                pages += document.advance(Budget::All).pages_done;
            }
            Err(error) => wrong.push(format!("{file}: {}: {error}", error.kind().name())),
        }
        if begun.elapsed() > SLOW {
            wrong.push(format!("{file}: took {:?}", begun.elapsed()));
        }
    }
    println!("{pages} pages; text as written in {same} of {known} documents, not in {other:?}");
    let share = f64::from(same) / f64::from(known.max(1));
    if share < TEXT {
        wrong.push(format!("text differs in {} of {known} documents: {other:?}", other.len()));
    }
    wrong.extend(too_much_memory());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn hostile_files_end_in_pages_or_in_the_right_error() {
    let Some(folder) = shared("corpus") else {
        println!("the shared corpus is not there: nothing to run over (set DOCPANE_SHARED)");
        return;
    };
    let mut wrong = Vec::new();
    for row in manifest(&folder).iter().filter(|row| row["cls"] == "hostile") {
        let (file, what) = (row["file"].as_str().unwrap_or_default(), row["hostile"].as_str().unwrap_or_default());
        let begun = Instant::now();
        let found = open(&folder.join(file)).map(|mut document| document.advance(HOSTILE_PAGES).pages_done);
        if begun.elapsed() > SLOW {
            wrong.push(format!("{file} ({what}): took {:?}", begun.elapsed()));
        }
        let kind = found.as_ref().err().map(docpane::Error::kind);
        if !fits(what, kind) {
            wrong.push(format!(
                "{file} ({what}): {}",
                found.map_or_else(|error| format!("{}: {error}", error.kind().name()), |pages| format!("{pages} pages"))
            ));
        }
    }
    wrong.extend(too_much_memory());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether an outcome (none: pages) suits what the manifest says of a file.
fn fits(what: &str, kind: Option<ErrorKind>) -> bool {
    use ErrorKind::{Damaged, Encrypted, LegacyDoc, MalformedXml, MissingPart, NotWord, NotZip, TooLarge};
    let allowed: &[Option<ErrorKind>] = match what {
        _ if what.starts_with("ole-compound") => &[Some(Encrypted), Some(LegacyDoc), Some(NotWord)],
        _ if what.starts_with("OpenDocument") => &[Some(NotWord)],
        _ if what.starts_with("not a zip") => &[Some(NotZip), Some(NotWord), Some(Damaged), None],
        _ if what.starts_with("BadZipFile") => &[Some(Damaged), None],
        _ if what.starts_with("malformed XML") => &[Some(MalformedXml), None],
        _ if what.starts_with("part over") => &[Some(TooLarge), None],
        _ if what.starts_with("no [Content_Types]") => &[Some(MissingPart), Some(NotWord), None],
        _ if what.starts_with("no main document") => &[Some(MissingPart), Some(NotWord), None],
        _ if what.starts_with("main part is not") => &[Some(NotWord), Some(MissingPart), Some(MalformedXml)],
        _ if what.starts_with("doctype") => &[Some(MalformedXml), None],
        _ => &[Some(MalformedXml), Some(Damaged), None],
    };
    allowed.contains(&kind)
}

/// Linux says how much memory the process took at its highest.
fn too_much_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let highest: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    (highest > MEMORY).then(|| format!("memory rose to {} MiB", highest / 1024))
}
