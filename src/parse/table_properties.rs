//! `w:tblPr`, `w:trPr`, `w:tcPr` (17.4.59, 17.4.81, 17.4.69).

use super::borders::{borders, margins, shading, width};
use super::context::Context;
use super::values::{hex, is_on, on_off, owned, side};
use crate::error::Result;
use crate::model::{CellProperties, RowProperties, TableLook, TablePosition, TableProperties};
use crate::xml::{Element, Ns, Reader};

/// Reads `w:tblPr` or `w:tblPrEx`.
pub(super) fn table_properties<'a>(
    reader: &mut Reader<'a>,
    parent: &Element<'a>,
    cx: &mut Context<'_>,
    to: &mut TableProperties,
) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        if element.ns != Ns::W {
            continue;
        }
        let element = &element;
        match element.name {
            "tblStyle" => to.style = owned(element, "val"),
            "tblpPr" => to.position = Some(position(element, cx)),
            "tblOverlap" => to.overlap = owned(element, "val"),
            "bidiVisual" => to.bidi_visual = Some(on_off(element)),
            "tblStyleRowBandSize" => to.row_band_size = cx.number(element, "val"),
            "tblStyleColBandSize" => to.col_band_size = cx.number(element, "val"),
            "tblW" => to.width = Some(width(element, cx)),
            "jc" => to.alignment = element.val().map(|value| side(&value).to_owned()),
            "tblCellSpacing" => to.cell_spacing = Some(width(element, cx)),
            "tblInd" => to.indent = Some(width(element, cx)),
            "tblBorders" => borders(reader, element, cx, to.borders.get_or_insert_default())?,
            "shd" => to.shading = Some(shading(element)),
            "tblLayout" => to.layout = owned(element, "type"),
            "tblCellMar" => margins(reader, element, cx, &mut to.cell_margins)?,
            "tblLook" => to.look = Some(look(element)),
            "tblCaption" => to.caption = owned(element, "val"),
            "tblDescription" => to.description = owned(element, "val"),
            _ => {}
        }
    }
    Ok(())
}

fn position(element: &Element<'_>, cx: &mut Context<'_>) -> TablePosition {
    TablePosition {
        left_from_text: cx.twips(element, "leftFromText"),
        right_from_text: cx.twips(element, "rightFromText"),
        top_from_text: cx.twips(element, "topFromText"),
        bottom_from_text: cx.twips(element, "bottomFromText"),
        h_anchor: owned(element, "horzAnchor"),
        v_anchor: owned(element, "vertAnchor"),
        x: cx.twips(element, "tblpX"),
        x_spec: owned(element, "tblpXSpec"),
        y: cx.twips(element, "tblpY"),
        y_spec: owned(element, "tblpYSpec"),
    }
}

/// `w:tblLook`: its attributes where stated, else the bits of `w:val` (17.4.55; word-layout 2.4).
fn look(element: &Element<'_>) -> TableLook {
    let bits = element.val().and_then(|value| hex(&value));
    let flag = |name: &str, bit: u32| match element.w(name) {
        Some(value) => is_on(&value),
        None => bits.is_some_and(|bits| bits & bit != 0),
    };
    TableLook {
        first_row: flag("firstRow", 0x0020),
        last_row: flag("lastRow", 0x0040),
        first_column: flag("firstColumn", 0x0080),
        last_column: flag("lastColumn", 0x0100),
        no_h_band: flag("noHBand", 0x0200),
        no_v_band: flag("noVBand", 0x0400),
    }
}

/// Reads `w:trPr`; says whether a revision deleted the row.
pub(super) fn row_properties<'a>(
    reader: &mut Reader<'a>,
    parent: &Element<'a>,
    cx: &mut Context<'_>,
    to: &mut RowProperties,
) -> Result<bool> {
    let mut deleted = false;
    while let Some(element) = reader.child(parent)? {
        if element.ns != Ns::W {
            continue;
        }
        let element = &element;
        match element.name {
            "del" => deleted = true,
            "gridBefore" => to.grid_before = cx.count(element, "val"),
            "gridAfter" => to.grid_after = cx.count(element, "val"),
            "wBefore" => to.width_before = Some(width(element, cx)),
            "wAfter" => to.width_after = Some(width(element, cx)),
            "cantSplit" => to.cant_split = Some(on_off(element)),
            "trHeight" => {
                to.height = cx.twips(element, "val");
                to.height_rule = owned(element, "hRule");
            }
            "tblHeader" => to.header = Some(on_off(element)),
            "tblCellSpacing" => to.cell_spacing = Some(width(element, cx)),
            "jc" => to.alignment = element.val().map(|value| side(&value).to_owned()),
            "hidden" => to.hidden = Some(on_off(element)),
            _ => {}
        }
    }
    Ok(deleted)
}

/// Reads `w:tcPr`.
pub(super) fn cell_properties<'a>(
    reader: &mut Reader<'a>,
    parent: &Element<'a>,
    cx: &mut Context<'_>,
    to: &mut CellProperties,
) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        if element.ns != Ns::W {
            continue;
        }
        let element = &element;
        match element.name {
            "tcW" => to.width = Some(width(element, cx)),
            "gridSpan" => to.grid_span = cx.count(element, "val"),
            "vMerge" => to.v_merge = Some(element.val().is_some_and(|value| value == "restart")),
            "hMerge" => to.h_merge = Some(element.val().is_some_and(|value| value == "restart")),
            "tcBorders" => borders(reader, element, cx, to.borders.get_or_insert_default())?,
            "shd" => to.shading = Some(shading(element)),
            "noWrap" => to.no_wrap = Some(on_off(element)),
            "tcMar" => margins(reader, element, cx, &mut to.margins)?,
            "textDirection" => to.text_direction = owned(element, "val"),
            "tcFitText" => to.fit_text = Some(on_off(element)),
            "vAlign" => to.vertical_align = owned(element, "val"),
            "hideMark" => to.hide_mark = Some(on_off(element)),
            _ => {}
        }
    }
    Ok(())
}
