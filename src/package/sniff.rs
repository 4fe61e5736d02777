//! What a file is that is no Word package, from its first bytes or its parts, so that the error can name it.

use super::archive::Archive;
use super::compound::{self, Compound};
use crate::error::{Error, ErrorKind};

/// The error for bytes that are no zip archive; none where they may be one.
pub(super) fn refuse(bytes: &[u8]) -> Option<Error> {
    if bytes.starts_with(b"PK\x03") || bytes.starts_with(b"PK\x05") || bytes.starts_with(b"PK\x07") {
        return None;
    }
    if bytes.is_empty() {
        return Some(Error::new(ErrorKind::NotZip, "The file is empty; ask for it again."));
    }
    if bytes.starts_with(&compound::MAGIC) {
        return Some(refuse_compound(bytes));
    }
    if let Some(kind) = by_magic(bytes) {
        return Some(not_word(kind));
    }
    if let Some(kind) = by_text(bytes) {
        return Some(not_word(kind));
    }
    // An archive may stand behind something else, such as a self-extractor; its directory's end tells.
    let tail = bytes.get(bytes.len().saturating_sub(66_000)..).unwrap_or(bytes);
    if tail.windows(4).any(|window| window == b"PK\x05\x06") {
        return None;
    }
    Some(Error::new(ErrorKind::NotZip, "The file is not a Word document (it is no zip archive); check that it is the right file."))
}

/// The error for a file of another kind, which it names.
pub(super) fn not_word(kind: &str) -> Error {
    Error::new(ErrorKind::NotWord, format!("The file is {kind}, not a Word document; save it as .docx to see it here."))
}

fn refuse_compound(bytes: &[u8]) -> Error {
    match compound::kind(bytes) {
        Compound::Encrypted => Error::new(ErrorKind::Encrypted, "The document is protected with a password."),
        Compound::Word => {
            Error::new(ErrorKind::LegacyDoc, "The file is a Word 97-2003 document (.doc); save it as .docx in Word to see it here.")
        }
        Compound::Excel => not_word("an Excel 97-2003 workbook (.xls)"),
        Compound::PowerPoint => not_word("a PowerPoint 97-2003 presentation (.ppt)"),
        Compound::Other => not_word("an OLE compound file"),
    }
}

fn by_magic(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 15] = [
        (b"%PDF", "a PDF"),
        (b"{\\rtf", "a rich text file (.rtf)"),
        (b"\x89PNG", "a picture (PNG)"),
        (b"\xFF\xD8\xFF", "a picture (JPEG)"),
        (b"GIF8", "a picture (GIF)"),
        (b"BM", "a picture (BMP)"),
        (b"RIFF", "a picture or a sound (RIFF)"),
        (b"II*\0", "a picture (TIFF)"),
        (b"MM\0*", "a picture (TIFF)"),
        (b"Rar!", "a RAR archive"),
        (b"7z\xBC\xAF", "a 7-Zip archive"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"\x7FELF", "a program"),
        (b"MZ", "a program"),
        (b"ITSF", "a compiled help file (.chm)"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// Kinds of text, from the first kilobyte; none where it does not look like text.
fn by_text(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let wide = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    let lower: String = head.iter().filter(|&&byte| byte != 0).map(|&byte| char::from(byte.to_ascii_lowercase())).collect();
    let text = lower.trim_start_matches(['\u{FF}', '\u{FE}']).trim_start();
    if text.starts_with("<!doctype html") || text.starts_with("<html") || text.starts_with("mime-version:") {
        return Some("a web page (HTML)");
    }
    if text.starts_with("<?xml") {
        return Some(if text.contains("wordml") || text.contains("word.document") {
            "a Word XML document (.xml)"
        } else if text.contains("<html") {
            "a web page (HTML)"
        } else {
            "an XML file"
        });
    }
    let plain = head.iter().all(|&byte| byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C));
    (wide || plain).then_some("plain text")
}

/// Office documents of another kind, by the content type of their main part.
pub(super) fn other_content_type(kind: &str) -> Option<&'static str> {
    if kind.contains("spreadsheetml") || kind.contains("ms-excel") {
        Some("an Excel workbook (.xlsx)")
    } else if kind.contains("presentationml") || kind.contains("ms-powerpoint") {
        Some("a PowerPoint presentation (.pptx)")
    } else if kind.contains("visio") {
        Some("a Visio drawing (.vsdx)")
    } else {
        None
    }
}

/// What a zip archive without a main document part is, where its parts tell.
pub(super) fn other_package(archive: &Archive) -> Option<&'static str> {
    if let Ok(Some(mimetype)) = archive.read("mimetype") {
        let mimetype = String::from_utf8_lossy(mimetype.get(..100).unwrap_or(&mimetype)).into_owned();
        return Some(match mimetype.trim() {
            kind if kind.starts_with("application/vnd.oasis.opendocument.text") => "an OpenDocument text (.odt)",
            kind if kind.starts_with("application/vnd.oasis.opendocument.spreadsheet") => "an OpenDocument spreadsheet (.ods)",
            kind if kind.starts_with("application/vnd.oasis.opendocument.presentation") => "an OpenDocument presentation (.odp)",
            kind if kind.starts_with("application/vnd.oasis.opendocument") => "an OpenDocument file",
            kind if kind.starts_with("application/epub") => "an e-book (.epub)",
            _ => "a zip archive of something else",
        });
    }
    const PARTS: [(&str, &str); 7] = [
        ("xl/workbook.xml", "an Excel workbook (.xlsx)"),
        ("xl/workbook.bin", "an Excel workbook (.xlsb)"),
        ("ppt/presentation.xml", "a PowerPoint presentation (.pptx)"),
        ("visio/document.xml", "a Visio drawing (.vsdx)"),
        ("META-INF/container.xml", "an e-book (.epub)"),
        ("META-INF/manifest.xml", "an OpenDocument file"),
        ("Index/Document.iwa", "an Apple Pages document"),
    ];
    PARTS.iter().find(|(part, _)| archive.stored_name(part).is_some()).map(|(_, kind)| *kind)
}
