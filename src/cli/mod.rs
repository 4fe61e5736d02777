//! The command line: what `docpane` is asked to do, file by file.

mod args;
mod cut;
mod dump;

use crate::document::Document;
use crate::env::Options;
use crate::error::{Error, ErrorKind, Result};
use crate::paint::{self, HtmlOptions, SvgOptions};
use args::{Command, Request};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

/// How it is used.
const USAGE: &str = "\
docpane info  FILE…                 metadata as JSON, a line a file
docpane text  FILE… [--pages 1-9]   the text, page by page
docpane svg   FILE --page N         one page, self-contained
docpane html  FILE [--pages 1-9]    a static page of the document's pages
docpane cut   FILE [--pages 1-9]    a sealed preview for the viewer: these pages, and nothing of the others
docpane dump  FILE… [--page-breaks computed|saved|auto]
                                    pages and lines as JSON, a line a file
docpane --version | --help
";

/// Runs the command line.
pub fn run(arguments: impl Iterator<Item = String>) -> ExitCode {
    let request = match args::parse(arguments) {
        Ok(request) => request,
        Err(message) => {
            eprintln!("docpane: {message}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let result = match request.command {
        Command::Help => out.write_all(USAGE.as_bytes()).map(|()| true),
        Command::Version => writeln!(out, "docpane {}", env!("CARGO_PKG_VERSION")).map(|()| true),
        _ => files(&request, &mut out),
    };
    match result.and_then(|good| out.flush().map(|()| good)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader of our output has left: nothing to say and nobody to say it to.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("docpane: cannot write: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Does the request for each file; false if one failed.
fn files(request: &Request, out: &mut impl Write) -> io::Result<bool> {
    let mut good = true;
    for file in &request.files {
        let done = match request.command {
            Command::Dump => dump::dump(file, request, out)?,
            _ => one(file, request, out)?,
        };
        if let Err(error) = done {
            good = false;
            eprintln!("docpane: {file}: {}: {error}", error.kind().name());
        }
    }
    Ok(good)
}

/// Everything but `dump`; the outer result is about the output, the inner one about the file.
fn one(file: &str, request: &Request, out: &mut impl Write) -> io::Result<Result<()>> {
    let options = Options { page_breaks: request.page_breaks, ..Options::default() };
    let opened = read(file).and_then(|bytes| Document::open(bytes, &options));
    let output = opened.and_then(|mut document| match request.command {
        Command::Info => Ok(info(file, &document)),
        Command::Svg => svg(&mut document, request),
        Command::Html => html(&mut document, request),
        Command::Cut => cut::cut(&mut document, request),
        _ => text(&mut document, request),
    });
    match output {
        Ok(output) => out.write_all(output.as_bytes()).map(Ok),
        Err(error) => Ok(Err(error)),
    }
}

/// A file's bytes.
fn read(file: &str) -> Result<Vec<u8>> {
    std::fs::read(file)
        .map_err(|error| Error::new(ErrorKind::Unreadable, format!("The file cannot be read ({error}); check its path and permissions.")))
}

fn info(file: &str, document: &Document) -> String {
    #[derive(serde::Serialize)]
    struct Info<'a> {
        file: &'a str,
        #[serde(flatten)]
        metadata: crate::document::Metadata,
    }
    let line = Info { file, metadata: document.metadata() };
    // Strings and numbers always serialise.
    let mut text = serde_json::to_string(&line).unwrap_or_default();
    text.push('\n');
    text
}

/// Pages are parted by form feeds.
fn text(document: &mut Document, request: &Request) -> Result<String> {
    let mut out = String::new();
    for (nth, index) in request.pages().enumerate() {
        match document.page_text(index) {
            Ok(page) => {
                if nth > 0 {
                    out.push('\u{c}');
                }
                out.push_str(&page);
            }
            Err(error) if nth == 0 => return Err(error),
            Err(_) => break,
        }
    }
    Ok(out)
}

fn svg(document: &mut Document, request: &Request) -> Result<String> {
    let index = request.pages().next().unwrap_or(0);
    settle(document);
    let mut page = document.page_svg(index, &SvgOptions::default())?;
    page.push('\n');
    Ok(page)
}

fn html(document: &mut Document, request: &Request) -> Result<String> {
    settle(document);
    let mut pages = Vec::new();
    for index in request.pages() {
        match document.page(index) {
            Ok(page) => pages.push(page),
            Err(error) if pages.is_empty() => return Err(error),
            Err(_) => break,
        }
    }
    let metadata = document.metadata();
    let lang = metadata.language.or_else(|| metadata.languages.into_iter().next()).unwrap_or_default();
    let options = HtmlOptions { title: metadata.title.unwrap_or_default(), lang };
    Ok(paint::html(&pages, &options, &|part| document.media(part)))
}

/// Page counts on a page are exact once all pages are laid out.
fn settle(document: &mut Document) {
    document.advance(crate::layout::Budget::All);
}
