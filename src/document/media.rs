//! Bytes of pictures and of embedded fonts.

use crate::flow::Family;
use crate::font::plain_font;
use crate::metafile;
use crate::package::Package;

/// An embedded font's media type and bytes, without their obfuscation.
pub(super) fn font(package: &Package, families: &[Family], part: &str) -> Option<(String, Vec<u8>)> {
    let mut faces = families.iter().flat_map(|family| &family.embedded);
    let (.., key) = faces.find(|(_, _, name, _)| name == part)?;
    let bytes = package.part(part).ok().flatten()?;
    Some(("font/sfnt".to_owned(), plain_font(bytes.to_vec(), key)))
}

/// A part's media type and bytes, as browsers show them: metafiles as SVG. The type is told from the bytes where they say it:
/// what a file claims is not to be trusted.
pub(super) fn media(package: &Package, part: &str, decode: metafile::Decode<'_>) -> Option<(String, Vec<u8>)> {
    let bytes = package.part(part).ok().flatten()?;
    if metafile::is_metafile(&bytes)
        && let Some(svg) = metafile::to_svg(&bytes, decode)
    {
        return Some(("image/svg+xml".to_owned(), svg.into_bytes()));
    }
    let kind = sniffed(&bytes).or_else(|| package.content_type(part)).unwrap_or("application/octet-stream").to_owned();
    Some((kind, bytes))
}

/// Text in the bytes of an encoding, by the Encoding Standard's name.
#[cfg(not(target_family = "wasm"))]
pub(super) fn decode(encoding: &str, bytes: &[u8]) -> Option<String> {
    Some(encoding_rs::Encoding::for_label(encoding.as_bytes())?.decode(bytes).0.into_owned())
}

/// In a browser its own tables are asked ([`super::Document::media_decoded`]).
#[cfg(target_family = "wasm")]
pub(super) fn decode(_: &str, _: &[u8]) -> Option<String> {
    None
}

/// The media type that the first bytes tell.
fn sniffed(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 7] = [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"BM", "image/bmp"),
        (b"II*\0", "image/tiff"),
        (b"MM\0*", "image/tiff"),
        (b"<svg", "image/svg+xml"),
    ];
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("image/webp");
    }
    SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::sniffed;

    #[test]
    fn pictures_tell_what_they_are() {
        assert_eq!(sniffed(b"\x89PNG\r\n\x1a\n...."), Some("image/png"));
        assert_eq!(sniffed(b"RIFF....WEBPVP8 "), Some("image/webp"));
        assert_eq!(sniffed(b"<html>"), None);
    }
}
