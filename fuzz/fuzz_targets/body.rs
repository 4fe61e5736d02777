//! Any text as the content of a body: XML, what is read of it, and its layout.
#![no_main]

use docpane::{Budget, Document, Limits, Options};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/d.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
const LINKS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"d\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"d.xml\"/></Relationships>";

libfuzzer_sys::fuzz_target!(|body: &str| {
    let main = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let options = Options { limits: Limits { pages: 50, ..Limits::default() }, ..Options::default() };
    if let Ok(mut document) = Document::open(package(&main), &options) {
        document.advance(Budget::All);
    }
});

fn package(main: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("[Content_Types].xml", TYPES), ("_rels/.rels", LINKS), ("d.xml", main)] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a name");
        zip.write_all(content.as_bytes()).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}
