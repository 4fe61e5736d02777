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

/// A `font-family` list, first the painter's own name for an embedded face, escaped for an attribute in double quotes. Names are CSS strings in single quotes: what could end
/// one is left out.
pub(super) fn families(font: &Font, own: Option<String>) -> String {
    let mut list = own.map_or_else(String::new, |own| format!("{own},"));
    for family in &font.families {
        let name: String =
            family.chars().filter(|c| !matches!(c, '\'' | '"' | '\\' | ';' | '{' | '}' | '<' | '>') && !c.is_control()).collect();
        // Writing to a string cannot fail.
        let _ = write!(list, "'{name}',");
    }
    list.push_str(font.generic);
    escape(&list)
}

/// Whether a media type may stand in a `data:` URL of a picture. An SVG there runs no script and loads nothing.
pub(super) fn is_picture(media_type: &str) -> bool {
    matches!(media_type, "image/png" | "image/jpeg" | "image/gif" | "image/bmp" | "image/webp" | "image/avif" | "image/svg+xml")
}

#[cfg(test)]
mod tests {
    use super::families;
    use crate::display::Font;

    #[test]
    fn a_family_cannot_leave_its_string() {
        let font = Font { families: vec!["a'; x: url(\"//y\")</style>".to_owned()], generic: "serif", ..Font::default() };
        assert_eq!(families(&font, None), "&#39;a x: url(//y)/style&#39;,serif");
    }
}
