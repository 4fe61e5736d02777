//! `theme1.xml` (20.1.6): the colours and the fonts.

use super::context::Context;
use crate::error::Result;
use crate::model::{Theme, ThemeFonts};
use crate::xml::{Element, Ns, Reader};

/// Reads `a:theme`.
pub(super) fn theme<'a>(reader: &mut Reader<'a>, root: &Element<'a>, _cx: &mut Context<'_>, to: &mut Theme) -> Result<()> {
    while let Some(element) = reader.child(root)? {
        match (element.ns, element.name) {
            (Ns::A, "themeElements" | "fmtScheme") => reader.unwrap(),
            (Ns::A, "fillStyleLst") => styles(reader, &element, &mut to.fills)?,
            (Ns::A, "lnStyleLst") => styles(reader, &element, &mut to.lines)?,
            (Ns::A, "effectStyleLst") => styles(reader, &element, &mut to.effects)?,
            (Ns::A, "clrScheme") => colors(reader, &element, to)?,
            (Ns::A, "fontScheme") => {
                while let Some(fonts) = reader.child(&element)? {
                    match (fonts.ns, fonts.name) {
                        (Ns::A, "majorFont") => theme_fonts(reader, &fonts, &mut to.major)?,
                        (Ns::A, "minorFont") => theme_fonts(reader, &fonts, &mut to.minor)?,
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn colors<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, to: &mut Theme) -> Result<()> {
    while let Some(slot) = reader.child(parent)? {
        while let Some(color) = reader.child(&slot)? {
            let value = match (color.ns, color.name) {
                (Ns::A, "srgbClr") => color.plain("val"),
                (Ns::A, "sysClr") => color.plain("lastClr").or_else(|| {
                    let is_window = color.plain("val").is_some_and(|name| name == "window");
                    Some(if is_window { "FFFFFF" } else { "000000" }.into())
                }),
                _ => None,
            };
            if let Some(value) = value.filter(|value| value.len() == 6 && value.bytes().all(|byte| byte.is_ascii_hexdigit())) {
                to.colors.insert(slot.name.to_owned(), value.to_ascii_uppercase());
            }
        }
    }
    Ok(())
}

fn theme_fonts<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, to: &mut ThemeFonts) -> Result<()> {
    while let Some(font) = reader.child(parent)? {
        let face = font.plain("typeface").unwrap_or_default().into_owned();
        match (font.ns, font.name) {
            (Ns::A, "latin") => to.latin = face,
            (Ns::A, "ea") => to.east_asia = face,
            (Ns::A, "cs") => to.cs = face,
            (Ns::A, "font") => {
                to.scripts.insert(font.plain("script").unwrap_or_default().into_owned(), face);
            }
            _ => {}
        }
    }
    Ok(())
}

/// Styles in a list; there are three.
const MOST_STYLES: usize = 8;

/// Each style of a list as it stands there: colours in it are the shape's that uses it.
fn styles<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, to: &mut Vec<String>) -> Result<()> {
    while let Some(style) = reader.child(parent)? {
        if to.len() < MOST_STYLES {
            // Everyone who writes themes calls the namespace `a`.
            let root = "<a:style xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">";
            to.push(format!("{root}{}</a:style>", reader.slice(&style)?));
        }
    }
    Ok(())
}
