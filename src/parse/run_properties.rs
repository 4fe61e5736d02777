//! `w:rPr` (17.3.2.28).

use super::borders::{border, own_color, shading};
use super::context::Context;
use super::values::{is_set, on_off, owned};
use crate::error::Result;
use crate::model::{EastAsianLayout, Fonts, Lang, RunProperties, Underline};
use crate::xml::{Element, Ns, Reader};

/// Reads `w:rPr` into `to`; says whether it states that a revision deleted what it belongs to (a paragraph mark).
pub(super) fn run_properties<'a>(
    reader: &mut Reader<'a>,
    parent: &Element<'a>,
    cx: &mut Context<'_>,
    to: &mut RunProperties,
) -> Result<bool> {
    let mut deleted = false;
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "del" | "moveFrom") => deleted = true,
            (Ns::W, _) if toggle(&element, to) => {}
            (Ns::W, _) => value(&element, cx, to),
            (Ns::W14, "ligatures") => to.ligatures = element.get(Ns::W14, "val").map(|value| value.into_owned()),
            _ => {}
        }
    }
    Ok(deleted)
}

/// What is on or off; says whether the element is one of these.
fn toggle(element: &Element<'_>, to: &mut RunProperties) -> bool {
    let place = match element.name {
        "b" => &mut to.bold,
        "bCs" => &mut to.bold_cs,
        "i" => &mut to.italic,
        "iCs" => &mut to.italic_cs,
        "caps" => &mut to.caps,
        "smallCaps" => &mut to.small_caps,
        "strike" => &mut to.strike,
        "dstrike" => &mut to.double_strike,
        "outline" => &mut to.outline,
        "shadow" => &mut to.shadow,
        "emboss" => &mut to.emboss,
        "imprint" => &mut to.imprint,
        "vanish" => &mut to.vanish,
        "webHidden" => &mut to.web_hidden,
        "specVanish" => &mut to.spec_vanish,
        "noProof" => &mut to.no_proof,
        "snapToGrid" => &mut to.snap_to_grid,
        "rtl" => &mut to.rtl,
        "cs" => &mut to.cs,
        "oMath" => &mut to.math,
        _ => return false,
    };
    *place = Some(on_off(element));
    true
}

fn value(element: &Element<'_>, cx: &mut Context<'_>, to: &mut RunProperties) {
    match element.name {
        "rStyle" => to.style = owned(element, "val"),
        "rFonts" => fonts(element, &mut to.fonts),
        "color" => to.color = Some(own_color(element)),
        "spacing" => to.spacing = cx.twips(element, "val"),
        "w" => to.scale = scale(element, cx),
        "kern" => to.kern = cx.half_points(element, "val"),
        "position" => to.position = cx.half_points(element, "val"),
        "sz" => to.size = cx.half_points(element, "val"),
        "szCs" => to.size_cs = cx.half_points(element, "val"),
        "highlight" => to.highlight = owned(element, "val"),
        "u" => {
            let color = element.w("color").is_some() || element.w("themeColor").is_some();
            let color = color.then(|| super::borders::color(element, ["color", "themeColor", "themeTint", "themeShade"]));
            to.underline = Some(Underline { val: owned(element, "val").unwrap_or_default(), color });
        }
        "effect" => to.effect = owned(element, "val"),
        "bdr" => to.border = Some(border(element, cx)),
        "shd" => to.shading = Some(shading(element)),
        "fitText" => {
            to.fit_text = cx.twips(element, "val").map(|width| (width, cx.number(element, "id").unwrap_or(0)));
        }
        "vertAlign" => to.vertical_align = owned(element, "val"),
        "em" => to.emphasis = owned(element, "val"),
        "lang" => {
            to.lang = Lang { val: owned(element, "val"), east_asia: owned(element, "eastAsia"), bidi: owned(element, "bidi") };
        }
        "eastAsianLayout" => {
            to.east_asian_layout = Some(EastAsianLayout {
                id: cx.number(element, "id").unwrap_or(0),
                combine: is_set(element, "combine"),
                combine_brackets: owned(element, "combineBrackets"),
                vert: is_set(element, "vert"),
                vert_compress: is_set(element, "vertCompress"),
            });
        }
        _ => {}
    }
}

/// `w:w` in percent, with or without the sign (17.18.95).
fn scale(element: &Element<'_>, cx: &mut Context<'_>) -> Option<i32> {
    match element.val()?.trim().strip_suffix('%') {
        Some(number) => super::values::measure(number, 1.0),
        None => cx.number(element, "val"),
    }
}

/// `w:rFonts` (17.3.2.26).
fn fonts(element: &Element<'_>, to: &mut Fonts) {
    for (ns, name, value) in element.attributes() {
        if !matches!(ns, Ns::W | Ns::None) {
            continue;
        }
        let place = match name {
            "ascii" => &mut to.ascii,
            "hAnsi" => &mut to.h_ansi,
            "eastAsia" => &mut to.east_asia,
            "cs" => &mut to.cs,
            "asciiTheme" => &mut to.ascii_theme,
            "hAnsiTheme" => &mut to.h_ansi_theme,
            "eastAsiaTheme" => &mut to.east_asia_theme,
            "cstheme" => &mut to.cs_theme,
            "hint" => &mut to.hint,
            _ => continue,
        };
        *place = Some(value.into_owned());
    }
}
