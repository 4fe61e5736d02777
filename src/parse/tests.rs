//! Documents made on the spot, and the reader's behaviour on bad ones.

mod content;
mod drawings;
mod hostile;
mod parts;

use super::{MainText, parse};
use crate::diag::Warnings;
use crate::env::Limits;
use crate::error::{Error, Result};
use crate::model::{Block, Document, Inline, Paragraph, Run, RunContent};
use crate::package::Package;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

/// Namespace declarations of a transitional part.
const NAMES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" "#,
    r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
    r#"xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" "#,
    r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
    r#"xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" "#,
    r#"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#,
    r#"xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#,
    r#"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" "#,
    r#"xmlns:w10="urn:schemas-microsoft-com:office:word""#,
);

/// A package of parts; the usual first ones are added.
fn pack(parts: &[(&str, String)]) -> Vec<u8> {
    let mut root = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/>"#.to_owned();
    for (kind, target) in [
        ("core-properties", "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
        ("custom-properties", "docProps/custom.xml"),
    ] {
        if parts.iter().any(|(name, _)| *name == target) {
            root.push_str(&format!(r#"<Relationship Id="{kind}" Type="http://x/{kind}" Target="{target}"/>"#));
        }
    }
    root.push_str("</Relationships>");
    let own = [("_rels/.rels", root)];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in own.iter().chain(parts) {
        let started = zip.start_file(*name, SimpleFileOptions::default());
        assert!(started.and_then(|()| Ok(zip.write_all(text.as_bytes())?)).is_ok());
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// `w:document` around a body.
fn main_part(body: &str) -> (&'static str, String) {
    ("word/document.xml", format!("<w:document {NAMES}><w:body>{body}</w:body></w:document>"))
}

/// The main part's relationships: id, kind, target.
fn relationships(all: &[(&str, &str, &str)]) -> (&'static str, String) {
    let mut text = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#.to_owned();
    for (id, kind, target) in all {
        let mode = if target.starts_with("http") { r#" TargetMode="External""# } else { "" };
        text.push_str(&format!(r#"<Relationship Id="{id}" Type="http://x/{kind}" Target="{target}"{mode}/>"#));
    }
    text.push_str("</Relationships>");
    ("word/_rels/document.xml.rels", text)
}

fn open_with(bytes: Vec<u8>, limits: &Limits) -> (Result<Document>, Warnings) {
    let mut warnings = Warnings::default();
    let document =
        Package::open(bytes, limits).and_then(|package| parse(&package, &MainText::read(&package)?, usize::MAX, limits, &mut warnings));
    (document, warnings)
}

fn open(parts: &[(&str, String)]) -> (Result<Document>, Warnings) {
    open_with(pack(parts), &Limits::default())
}

/// The document of a body that is good, without warnings.
fn read(body: &str) -> Document {
    let (document, warnings) = open(&[main_part(body)]);
    assert_eq!(warnings.iter().count(), 0, "{warnings:?}");
    good(document)
}

fn good(document: Result<Document>) -> Document {
    document.unwrap_or_else(|error: Error| unreachable!("{error}"))
}

/// The only paragraph's content.
fn paragraph(body: &str) -> Paragraph {
    match read(&format!("<w:p>{body}</w:p>")).body.pop() {
        Some(Block::Paragraph(paragraph)) => *paragraph,
        other => unreachable!("{other:?}"),
    }
}

/// The first run in a paragraph's content.
fn run(body: &str) -> Run {
    match paragraph(&format!("<w:r>{body}</w:r>")).content.into_iter().next() {
        Some(Inline::Run(run)) => *run,
        other => unreachable!("{other:?}"),
    }
}

/// The text of all runs and links below.
fn text_of(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Run(run) => run.content.iter().for_each(|content| {
                if let RunContent::Text(more) = content {
                    text.push_str(more);
                }
            }),
            Inline::Hyperlink(link) => text.push_str(&text_of(&link.content)),
            Inline::Field { content, .. } => text.push_str(&text_of(content)),
            Inline::Math { text: more, .. } => text.push_str(more),
            Inline::Bookmark(name) => text.push_str(&format!("[{name}]")),
        }
    }
    text
}

/// The text of all paragraphs, those in cells too, one a line.
fn lines(blocks: &[Block]) -> Vec<String> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => all.push(text_of(&paragraph.content)),
            Block::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| all.extend(lines(&cell.blocks)));
            }
        }
    }
    all
}
