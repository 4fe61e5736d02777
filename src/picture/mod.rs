//! Pictures by their bytes: what kind they are, and those that browsers do not show as ones that they do. In a browser the second
//! half is a module of its own, which loads when a document has such a picture.

mod png;
mod tiff;

use crate::metafile;

pub use metafile::Decode;

/// A picture that browsers do not show, as one that they do: its media type and bytes. None where it is none of those, or broken.
pub fn shown(file: &[u8], decode: Decode<'_>) -> Option<(&'static str, Vec<u8>)> {
    match kind(file)? {
        METAFILE => metafile::to_svg(file, decode).map(|svg| (SVG, svg.into_bytes())),
        TIFF => tiff::to_png(file).map(|png| (PNG, png)),
        _ => None,
    }
}

/// Whether pictures of this media type are not shown by browsers.
pub fn is_rare(kind: &str) -> bool {
    matches!(kind, METAFILE | TIFF)
}

/// The media type that the first bytes tell.
pub fn kind(file: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 7] = [
        (b"\x89PNG\r\n\x1a\n", PNG),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"BM", "image/bmp"),
        (b"II*\0", TIFF),
        (b"MM\0*", TIFF),
        (b"<svg", SVG),
    ];
    if file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP") {
        return Some("image/webp");
    }
    if metafile::is_metafile(file) {
        return Some(METAFILE);
    }
    SIGNATURES.iter().find(|(signature, _)| file.starts_with(signature)).map(|(_, kind)| *kind)
}

const PNG: &str = "image/png";
const SVG: &str = "image/svg+xml";
const TIFF: &str = "image/tiff";
/// EMF and WMF alike.
const METAFILE: &str = "image/emf";

/// Text in the bytes of an encoding, by the Encoding Standard's name.
#[cfg(not(target_family = "wasm"))]
pub fn decode(encoding: &str, bytes: &[u8]) -> Option<String> {
    Some(encoding_rs::Encoding::for_label(encoding.as_bytes())?.decode(bytes).0.into_owned())
}

/// In a browser its own tables are asked (`wasm::pictures`).
#[cfg(target_family = "wasm")]
pub fn decode(_: &str, _: &[u8]) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn pictures_tell_what_they_are() {
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n...."), Some("image/png"));
        assert_eq!(kind(b"RIFF....WEBPVP8 "), Some("image/webp"));
        assert_eq!(kind(b"<html>"), None);
    }
}
