//! `settings.xml` (17.15).

use super::context::Context;
use super::section::note_properties;
use super::values::{is_on, is_set, on_off, owned};
use crate::error::Result;
use crate::model::Settings;
use crate::xml::{Element, Ns, Reader};

/// Reads `w:settings`.
pub(super) fn settings<'a>(reader: &mut Reader<'a>, root: &Element<'a>, cx: &mut Context<'_>, to: &mut Settings) -> Result<()> {
    while let Some(element) = reader.child(root)? {
        match (element.ns, element.name) {
            (Ns::W, "compat") => compat(reader, &element, cx, to)?,
            (Ns::W, "footnotePr") => note_properties(reader, &element, cx, &mut to.footnotes)?,
            (Ns::W, "endnotePr") => note_properties(reader, &element, cx, &mut to.endnotes)?,
            (Ns::M, "mathPr") => {
                while let Some(property) = reader.child(&element)? {
                    let value = property.get(Ns::M, "val").unwrap_or_default().into_owned();
                    to.math.insert(property.name.to_owned(), value);
                }
            }
            (Ns::W, _) => setting(&element, cx, to),
            _ => {}
        }
    }
    Ok(())
}

fn setting(element: &Element<'_>, cx: &mut Context<'_>, to: &mut Settings) {
    match element.name {
        "defaultTabStop" => to.default_tab_stop = cx.twips(element, "val").map(|twips| twips.0),
        "evenAndOddHeaders" => to.even_and_odd_headers = on_off(element),
        "mirrorMargins" => to.mirror_margins = on_off(element),
        "gutterAtTop" => to.gutter_at_top = on_off(element),
        "autoHyphenation" => to.auto_hyphenation = on_off(element),
        "hyphenationZone" => to.hyphenation_zone = cx.twips(element, "val").map(|twips| twips.0),
        "consecutiveHyphenLimit" => to.consecutive_hyphen_limit = cx.number(element, "val"),
        "doNotHyphenateCaps" => to.do_not_hyphenate_caps = on_off(element),
        "characterSpacingControl" => to.character_spacing_control = owned(element, "val"),
        "noLineBreaksBefore" | "noLineBreaksAfter" => {
            let place = if element.name == "noLineBreaksBefore" { &mut to.no_line_breaks_before } else { &mut to.no_line_breaks_after };
            place.insert(owned(element, "lang").unwrap_or_default(), owned(element, "val").unwrap_or_default());
        }
        "strictFirstAndLastChars" => to.strict_first_and_last_chars = on_off(element),
        "themeFontLang" => to.theme_font_lang = (owned(element, "val"), owned(element, "eastAsia"), owned(element, "bidi")),
        "clrSchemeMapping" => {
            let mapped = element.attributes().filter(|(ns, ..)| *ns == Ns::W);
            to.color_mapping.extend(mapped.map(|(_, name, value)| (name.to_owned(), value.into_owned())));
        }
        "updateFields" => to.update_fields = on_off(element),
        "documentProtection" => to.protected |= is_set(element, "enforcement"),
        "writeProtection" => to.protected = true,
        "decimalSymbol" => to.decimal_symbol = owned(element, "val"),
        "displayBackgroundShape" => to.display_background_shape = on_off(element),
        _ => {}
    }
}

/// `w:compat`: flags that are on, and the mode.
fn compat<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Settings) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        if !element.is(Ns::W, "compatSetting") {
            if element.ns == Ns::W && on_off(&element) {
                to.compat.insert(element.name.to_owned(), ());
            }
            continue;
        }
        let name = element.w("name").unwrap_or_default();
        if name == "compatibilityMode" {
            to.compatibility_mode = cx.count(&element, "val");
        } else if element.val().is_some_and(|value| is_on(&value)) {
            to.compat.insert(name.into_owned(), ());
        }
    }
    Ok(())
}
