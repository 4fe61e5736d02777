//! `fontTable.xml` (17.8.3).

use super::context::Context;
use super::values::{hex, owned};
use crate::error::Result;
use crate::model::FontEntry;
use crate::xml::{Element, Ns, Reader};

/// Reads `w:fonts`.
pub(super) fn fonts<'a>(reader: &mut Reader<'a>, root: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<FontEntry>) -> Result<()> {
    while let Some(element) = reader.child(root)? {
        if !element.is(Ns::W, "font") {
            continue;
        }
        cx.charge::<FontEntry>()?;
        let mut font = FontEntry { name: owned(&element, "name").unwrap_or_default(), ..FontEntry::default() };
        while let Some(property) = reader.child(&element)? {
            if property.ns != Ns::W {
                continue;
            }
            match property.name {
                "altName" => {
                    let names = property.val().unwrap_or_default();
                    font.alt_names.extend(names.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned));
                }
                "panose1" => font.panose = owned(&property, "val"),
                "charset" => font.charset = property.val().and_then(|value| hex(&value)).and_then(|value| u8::try_from(value).ok()),
                "family" => font.family = owned(&property, "val"),
                "pitch" => font.pitch = owned(&property, "val"),
                "embedRegular" => embedded(&property, "regular", cx, &mut font),
                "embedBold" => embedded(&property, "bold", cx, &mut font),
                "embedItalic" => embedded(&property, "italic", cx, &mut font),
                "embedBoldItalic" => embedded(&property, "boldItalic", cx, &mut font),
                _ => {}
            }
        }
        to.push(font);
    }
    Ok(())
}

fn embedded(element: &Element<'_>, face: &str, cx: &mut Context<'_>, to: &mut FontEntry) {
    if let Some(part) = Context::id(element, "id").and_then(|id| cx.related_part(&id)) {
        to.embedded.push((face.to_owned(), part, owned(element, "fontKey").unwrap_or_default()));
    }
}
