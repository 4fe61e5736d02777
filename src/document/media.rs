//! Bytes of pictures and of embedded fonts.

use crate::flow::Family;
use crate::font::plain_font;
use crate::package::Package;
use crate::picture;

/// An embedded font's media type and bytes, without their obfuscation.
pub(super) fn font(package: &Package, families: &[Family], part: &str) -> Option<(String, Vec<u8>)> {
    let mut faces = families.iter().flat_map(|family| &family.embedded);
    let (.., key) = faces.find(|(_, _, name, _)| name == part)?;
    let bytes = package.part(part).ok().flatten()?;
    Some(("font/sfnt".to_owned(), plain_font(bytes.to_vec(), key)))
}

/// A picture that browsers do not show, as one that they do: its media type and bytes.
pub(crate) type Shown<'a> = &'a dyn Fn(&[u8]) -> Option<(&'static str, Vec<u8>)>;

/// A part's media type and bytes, as browsers show them. The type is told from the bytes where they say it: what a file claims
/// is not to be trusted.
pub(super) fn media(package: &Package, part: &str, shown: Shown<'_>) -> Option<(String, Vec<u8>)> {
    let bytes = package.part(part).ok().flatten()?;
    let kind = picture::kind(&bytes);
    if kind.is_some_and(picture::is_rare)
        && let Some((kind, bytes)) = shown(&bytes)
    {
        return Some((kind.to_owned(), bytes));
    }
    let kind = kind.or_else(|| package.content_type(part)).unwrap_or("application/octet-stream").to_owned();
    Some((kind, bytes))
}
