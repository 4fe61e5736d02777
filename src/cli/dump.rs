//! `docpane dump`: pages and their lines as JSON, for comparison with other programs' output.

use super::args::Request;
use super::read;
use crate::diag::Warning;
use crate::display::{DisplayList, Item};
use crate::document::Document;
use crate::env::{Options, SymbolText};
use crate::error::{Error, Result};
use crate::paint;
use serde::{Serialize, Serializer};
use sha1::{Digest, Sha1};
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// A file's line.
#[derive(Serialize)]
struct Dump<'a> {
    file: &'a str,
    error: Option<String>,
    #[serde(serialize_with = "hundredths")]
    open_ms: f64,
    #[serde(serialize_with = "hundredths")]
    layout_ms: f64,
    text_sha1: Option<String>,
    pages: Vec<Page>,
    warnings: Vec<Warning>,
}

#[derive(Serialize)]
struct Page {
    #[serde(serialize_with = "hundredths")]
    width: f64,
    #[serde(serialize_with = "hundredths")]
    height: f64,
    start: u32,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    #[serde(serialize_with = "hundredths")]
    x: f64,
    #[serde(serialize_with = "hundredths")]
    baseline: f64,
    #[serde(serialize_with = "hundredths")]
    width: f64,
    text: String,
    story: &'static str,
}

fn hundredths<S: Serializer>(value: &f64, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.serialize_f64((value * 100.0).round() / 100.0)
}

/// Writes a file's line, an error's too; the inner result is about the file.
pub(super) fn dump(file: &str, request: &Request, out: &mut impl Write) -> io::Result<Result<()>> {
    let (line, result) = match document(file, request) {
        Ok(line) => (line, Ok(())),
        Err(error) => (failed(file, &error), Err(error)),
    };
    serde_json::to_writer(&mut *out, &line).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(result)
}

fn document<'a>(file: &'a str, request: &Request) -> Result<Dump<'a>> {
    let bytes = read(file)?;
    let begun = Instant::now();
    let options = Options { page_breaks: request.page_breaks, symbols: SymbolText::Exported, ..Options::default() };
    let mut document = Document::open(bytes, &options)?;
    let opened = begun.elapsed();
    let (mut pages, mut rare) = (Vec::new(), BTreeSet::new());
    let mut laid_out = Duration::ZERO;
    loop {
        let begun = Instant::now();
        let Some(page) = document.next_page() else { break };
        laid_out += begun.elapsed();
        rare.extend(rare_pictures(&page));
        pages.push(dumped(&page));
    }
    // Pages that show how many there are were written before that was known.
    if document.shows_page_counts() {
        for (index, page) in pages.iter_mut().enumerate() {
            *page = dumped(&document.page(index)?);
        }
    }
    // Those that cannot be read are warned of when they are asked for.
    for part in &rare {
        document.media(part);
    }
    Ok(Dump {
        file,
        error: None,
        open_ms: milliseconds(opened),
        layout_ms: milliseconds(laid_out),
        text_sha1: Some(hash(&document.body_text())),
        pages,
        warnings: document.warnings(),
    })
}

/// Pictures of kinds that browsers do not show, by the names of their parts.
fn rare_pictures(page: &DisplayList) -> impl Iterator<Item = String> {
    const ENDS: [&str; 4] = ["emf", "wmf", "tif", "tiff"];
    let parts = page.items.iter().filter_map(|item| if let Item::Picture(picture) = item { Some(&picture.part) } else { None });
    parts.filter(|part| part.rsplit_once('.').is_some_and(|(_, end)| ENDS.iter().any(|rare| end.eq_ignore_ascii_case(rare)))).cloned()
}

fn dumped(page: &DisplayList) -> Page {
    let line = |line: paint::TextLine| Line { x: line.x, baseline: line.baseline, width: line.width, text: line.text, story: line.story };
    Page { width: page.width, height: page.height, start: page.start, lines: paint::lines(page).into_iter().map(line).collect() }
}

fn failed<'a>(file: &'a str, error: &Error) -> Dump<'a> {
    let error = Some(format!("{}: {error}", error.kind().name()));
    Dump { file, error, open_ms: 0.0, layout_ms: 0.0, text_sha1: None, pages: Vec::new(), warnings: Vec::new() }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn hash(text: &str) -> String {
    Sha1::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
