//! Fonts and colours as CSS and SVG attributes write them.

use super::escape;
use crate::display::Font;
use std::fmt::{self, Write};

/// A colour as `#rrggbb`.
pub(super) struct Color(pub u32);

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:06x}", self.0 & 0xff_ffff)
    }
}

/// A `font-family` list, escaped for an attribute in double quotes. Names are CSS strings in single quotes: what could end
/// one is left out.
pub(super) fn families(font: &Font) -> String {
    let mut list = String::new();
    for family in &font.families {
        let name: String =
            family.chars().filter(|c| !matches!(c, '\'' | '"' | '\\' | ';' | '{' | '}' | '<' | '>') && !c.is_control()).collect();
        // Writing to a string cannot fail.
        let _ = write!(list, "'{name}',");
    }
    list.push_str(font.generic);
    escape(&list)
}

/// Bytes as base64 (RFC 4648), for `data:` URLs.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().enumerate().fold(0_u32, |group, (index, byte)| group | u32::from(*byte) << (16 - 8 * index));
        for index in 0..4 {
            let digit = (group >> (18 - 6 * index) & 63) as usize;
            out.push(if index <= chunk.len() { char::from(DIGITS[digit]) } else { '=' });
        }
    }
    out
}

/// Whether a media type may stand in a `data:` URL of a picture. SVG stays out: it is a document.
pub(super) fn is_picture(media_type: &str) -> bool {
    matches!(media_type, "image/png" | "image/jpeg" | "image/gif" | "image/bmp" | "image/webp" | "image/avif")
}

#[cfg(test)]
mod tests {
    use super::{base64, families};
    use crate::display::Font;

    #[test]
    fn base64_of_the_rfc() {
        for (text, want) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            assert_eq!(base64(text.as_bytes()), want);
        }
    }

    #[test]
    fn a_family_cannot_leave_its_string() {
        let font = Font { families: vec!["a'; x: url(\"//y\")</style>".to_owned()], generic: "serif", ..Font::default() };
        assert_eq!(families(&font), "&#39;a x: url(//y)/style&#39;,serif");
    }
}
