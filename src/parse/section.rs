//! `w:sectPr` (17.6.17).

use super::borders::borders;
use super::context::Context;
use super::values::{is_on, is_set, on_off, owned};
use crate::error::Result;
use crate::model::{Columns, DocGrid, LineNumbers, NoteProperties, PageBorders, SectionProperties};
use crate::xml::{Element, Ns, Reader};

/// Reads `w:sectPr` into `to` and notes the headers and footers it refers to.
pub(super) fn section_properties<'a>(
    reader: &mut Reader<'a>,
    parent: &Element<'a>,
    cx: &mut Context<'_>,
    to: &mut SectionProperties,
) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        if element.ns != Ns::W {
            continue;
        }
        match element.name {
            "headerReference" => story_reference(&element, cx, &mut to.headers),
            "footerReference" => story_reference(&element, cx, &mut to.footers),
            "footnotePr" => note_properties(reader, &element, cx, &mut to.footnotes)?,
            "endnotePr" => note_properties(reader, &element, cx, &mut to.endnotes)?,
            "pgBorders" => to.page_borders = Some(page_borders(reader, &element, cx)?),
            "cols" => to.columns = Some(columns(reader, &element, cx)?),
            _ => property(&element, cx, to),
        }
    }
    Ok(())
}

fn property(element: &Element<'_>, cx: &mut Context<'_>, to: &mut SectionProperties) {
    match element.name {
        "type" => to.kind = owned(element, "val"),
        "pgSz" => {
            to.page_width = cx.twips(element, "w");
            to.page_height = cx.twips(element, "h");
            to.landscape = element.w("orient").is_some_and(|value| value == "landscape");
        }
        "pgMar" => {
            to.margin_top = cx.twips(element, "top");
            to.margin_right = cx.twips(element, "right").or_else(|| cx.twips(element, "end"));
            to.margin_bottom = cx.twips(element, "bottom");
            to.margin_left = cx.twips(element, "left").or_else(|| cx.twips(element, "start"));
            to.margin_header = cx.twips(element, "header");
            to.margin_footer = cx.twips(element, "footer");
            to.gutter = cx.twips(element, "gutter");
        }
        "lnNumType" => {
            to.line_numbers = Some(LineNumbers {
                count_by: cx.number(element, "countBy"),
                start: cx.number(element, "start"),
                distance: cx.twips(element, "distance"),
                restart: owned(element, "restart"),
            });
        }
        "pgNumType" => {
            to.page_number_format = owned(element, "fmt");
            to.page_number_start = cx.number(element, "start");
            to.chapter_style = cx.number(element, "chapStyle");
            to.chapter_separator = owned(element, "chapSep");
        }
        "vAlign" => to.vertical_align = owned(element, "val"),
        "titlePg" => to.title_page = Some(on_off(element)),
        "textDirection" => to.text_direction = owned(element, "val"),
        "bidi" => to.bidi = Some(on_off(element)),
        "rtlGutter" => to.rtl_gutter = Some(on_off(element)),
        "docGrid" => {
            to.doc_grid = Some(DocGrid {
                kind: owned(element, "type"),
                line_pitch: cx.twips(element, "linePitch"),
                char_space: cx.number(element, "charSpace"),
            });
        }
        "formProt" => to.form_protection = Some(on_off(element)),
        _ => {}
    }
}

fn story_reference(element: &Element<'_>, cx: &mut Context<'_>, to: &mut Vec<(String, String)>) {
    let kind = owned(element, "type").unwrap_or_else(|| "default".to_owned());
    if let Some(part) = Context::id(element, "id").and_then(|id| cx.related_part(&id)) {
        cx.stories.insert(part.clone(), ());
        to.push((kind, part));
    }
}

/// `w:footnotePr`, `w:endnotePr`.
pub(super) fn note_properties<'a>(
    reader: &mut Reader<'a>,
    parent: &Element<'a>,
    cx: &mut Context<'_>,
    to: &mut NoteProperties,
) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "pos") => to.position = owned(&element, "val"),
            (Ns::W, "numFmt") => to.format = owned(&element, "val"),
            (Ns::W, "numStart") => to.start = cx.number(&element, "val"),
            (Ns::W, "numRestart") => to.restart = owned(&element, "val"),
            _ => {}
        }
    }
    Ok(())
}

fn page_borders<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>) -> Result<PageBorders> {
    let mut all = PageBorders {
        from_page: element.w("offsetFrom").is_some_and(|value| value == "page"),
        display: owned(element, "display"),
        behind: element.w("zOrder").is_some_and(|value| value == "back"),
        ..PageBorders::default()
    };
    borders(reader, element, cx, &mut all.borders)?;
    Ok(all)
}

fn columns<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>) -> Result<Columns> {
    let mut columns = Columns {
        count: cx.count(element, "num"),
        space: cx.twips(element, "space"),
        equal: element.w("equalWidth").map(|value| is_on(&value)),
        separator: is_set(element, "sep"),
        columns: Vec::new(),
    };
    while let Some(column) = reader.child(element)? {
        if column.is(Ns::W, "col") {
            let width = cx.twips(&column, "w").unwrap_or_default();
            columns.columns.push((width, cx.twips(&column, "space").unwrap_or_default()));
        }
    }
    Ok(columns)
}
