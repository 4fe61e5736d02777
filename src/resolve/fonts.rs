//! `w:rFonts`: the four slots, a theme reference beating the plain name beside it (word-layout 2.5).

use super::pool::Pool;
use super::theme::Palette;
use crate::flow::FamilyId;
use crate::model::Fonts;

/// The families of the ascii, hAnsi, eastAsia and cs slots, each where stated.
pub(super) fn slots<'a>(fonts: &Fonts, palette: &Palette<'a>, pool: &mut Pool<'a>) -> [Option<FamilyId>; 4] {
    [
        (&fonts.ascii_theme, &fonts.ascii),
        (&fonts.h_ansi_theme, &fonts.h_ansi),
        (&fonts.east_asia_theme, &fonts.east_asia),
        (&fonts.cs_theme, &fonts.cs),
    ]
    .map(|(theme, plain)| {
        let themed = theme.as_deref().and_then(|reference| palette.font(reference));
        let plain = plain.as_deref().and_then(|name| if name.starts_with('+') { palette.drawing_font(name) } else { Some(name) });
        themed.or(plain).filter(|name| !name.trim().is_empty()).map(|name| pool.family(name))
    })
}
