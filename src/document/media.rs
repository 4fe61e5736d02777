//! Pictures' bytes.

use crate::package::Package;

/// A part's media type and bytes. The type is told from the bytes where they say it: what a file claims is not to be trusted.
pub(super) fn media(package: &Package, part: &str) -> Option<(String, Vec<u8>)> {
    let bytes = package.part(part).ok().flatten()?;
    let kind = sniffed(&bytes).or_else(|| package.content_type(part)).unwrap_or("application/octet-stream").to_owned();
    Some((kind, bytes))
}

/// The media type that the first bytes tell.
fn sniffed(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 9] = [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"BM", "image/bmp"),
        (b"II*\0", "image/tiff"),
        (b"MM\0*", "image/tiff"),
        (b"\xd7\xcd\xc6\x9a", "image/x-wmf"),
        (b"\x01\0\0\0", "image/x-emf"),
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
