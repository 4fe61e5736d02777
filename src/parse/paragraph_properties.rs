//! `w:pPr` (17.3.1.26).

use super::borders::{borders, shading};
use super::context::Context;
use super::run_properties::run_properties;
use super::section::section_properties;
use super::values::{is_on, on_off, owned, side};
use crate::error::Result;
use crate::model::{
    FrameProperties, Indent, NumberingReference, Paragraph, ParagraphProperties, RunProperties, SectionProperties, Spacing, TabStop,
};
use crate::xml::{Element, Ns, Reader};
use std::sync::Arc;

/// Reads a paragraph's `w:pPr` with what belongs to its mark and to the section that ends there.
pub(super) fn of_paragraph<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Paragraph) -> Result<()> {
    let mut properties = ParagraphProperties::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "rPr") => {
                cx.charge::<RunProperties>()?;
                let mut mark = RunProperties::default();
                to.mark_deleted = run_properties(reader, &element, cx, &mut mark)?;
                to.mark = Arc::new(mark);
            }
            (Ns::W, "sectPr") => {
                cx.charge::<SectionProperties>()?;
                let mut section = Box::<SectionProperties>::default();
                section_properties(reader, &element, cx, &mut section)?;
                to.section = Some(section);
            }
            (Ns::W, _) => property(reader, &element, cx, &mut properties)?,
            _ => {}
        }
    }
    to.properties = Arc::new(properties);
    Ok(())
}

/// Reads the `w:pPr` of a style or a list level.
pub(super) fn paragraph_properties<'a>(
    reader: &mut Reader<'a>,
    parent: &Element<'a>,
    cx: &mut Context<'_>,
    to: &mut ParagraphProperties,
) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        if element.ns == Ns::W {
            property(reader, &element, cx, to)?;
        }
    }
    Ok(())
}

/// Reads `w:pPr` and `w:rPr` side by side, as in `w:pPrDefault` and `w:rPrDefault`.
pub(super) fn both<'a>(
    reader: &mut Reader<'a>,
    parent: &Element<'a>,
    cx: &mut Context<'_>,
    paragraph: &mut ParagraphProperties,
    run: &mut RunProperties,
) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "pPr") => paragraph_properties(reader, &element, cx, paragraph)?,
            (Ns::W, "rPr") => {
                run_properties(reader, &element, cx, run)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn property<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut ParagraphProperties) -> Result<()> {
    if toggle(element, to) {
        return Ok(());
    }
    match element.name {
        "pStyle" => to.style = owned(element, "val"),
        "framePr" => to.frame = Some(frame(element, cx)),
        "numPr" => to.numbering = Some(numbering(reader, element, cx)?),
        "pBdr" => borders(reader, element, cx, to.borders.get_or_insert_default())?,
        "shd" => to.shading = Some(shading(element)),
        "tabs" => tabs(reader, element, cx, &mut to.tabs)?,
        "spacing" => spacing(element, cx, &mut to.spacing),
        "ind" => indent(element, cx, &mut to.indent),
        "jc" => to.alignment = element.val().map(|value| side(&value).to_owned()),
        "textDirection" => to.text_direction = owned(element, "val"),
        "textAlignment" => to.text_alignment = owned(element, "val"),
        "textboxTightWrap" => to.textbox_tight_wrap = owned(element, "val"),
        "outlineLvl" => to.outline_level = cx.number(element, "val").and_then(|level| u8::try_from(level).ok()),
        _ => {}
    }
    Ok(())
}

/// What is on or off; says whether the element is one of these.
fn toggle(element: &Element<'_>, to: &mut ParagraphProperties) -> bool {
    let place = match element.name {
        "keepNext" => &mut to.keep_next,
        "keepLines" => &mut to.keep_lines,
        "pageBreakBefore" => &mut to.page_break_before,
        "widowControl" => &mut to.widow_control,
        "suppressLineNumbers" => &mut to.suppress_line_numbers,
        "suppressAutoHyphens" => &mut to.suppress_auto_hyphens,
        "kinsoku" => &mut to.kinsoku,
        "wordWrap" => &mut to.word_wrap,
        "overflowPunct" => &mut to.overflow_punct,
        "topLinePunct" => &mut to.top_line_punct,
        "autoSpaceDE" => &mut to.auto_space_de,
        "autoSpaceDN" => &mut to.auto_space_dn,
        "bidi" => &mut to.bidi,
        "adjustRightInd" => &mut to.adjust_right_ind,
        "snapToGrid" => &mut to.snap_to_grid,
        "contextualSpacing" => &mut to.contextual_spacing,
        "mirrorIndents" => &mut to.mirror_indents,
        "suppressOverlap" => &mut to.suppress_overlap,
        _ => return false,
    };
    *place = Some(on_off(element));
    true
}

fn numbering<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<NumberingReference> {
    let mut reference = NumberingReference::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "numId") => reference.id = cx.number(&element, "val"),
            (Ns::W, "ilvl") => reference.level = cx.number(&element, "val").and_then(|level| u8::try_from(level).ok()),
            _ => {}
        }
    }
    Ok(reference)
}

fn tabs<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<TabStop>) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        if element.is(Ns::W, "tab")
            && let Some(position) = cx.twips(&element, "pos")
        {
            let kind = element.val().map(|value| side(&value).to_owned()).unwrap_or_default();
            to.push(TabStop { kind, position, leader: owned(&element, "leader") });
        }
    }
    Ok(())
}

fn spacing(element: &Element<'_>, cx: &mut Context<'_>, to: &mut Spacing) {
    let auto = |name: &str| element.w(name).map(|value| is_on(&value));
    to.before = cx.twips(element, "before").or(to.before);
    to.before_lines = cx.number(element, "beforeLines").or(to.before_lines);
    to.before_auto = auto("beforeAutospacing").or(to.before_auto);
    to.after = cx.twips(element, "after").or(to.after);
    to.after_lines = cx.number(element, "afterLines").or(to.after_lines);
    to.after_auto = auto("afterAutospacing").or(to.after_auto);
    to.line = cx.twips(element, "line").map(|line| line.0).or(to.line);
    to.line_rule = owned(element, "lineRule").or(to.line_rule.take());
}

fn indent(element: &Element<'_>, cx: &mut Context<'_>, to: &mut Indent) {
    to.left = cx.twips(element, "left").or_else(|| cx.twips(element, "start")).or(to.left);
    to.left_chars = cx.number(element, "leftChars").or_else(|| cx.number(element, "startChars")).or(to.left_chars);
    to.right = cx.twips(element, "right").or_else(|| cx.twips(element, "end")).or(to.right);
    to.right_chars = cx.number(element, "rightChars").or_else(|| cx.number(element, "endChars")).or(to.right_chars);
    to.first_line = cx.twips(element, "firstLine").or(to.first_line);
    to.first_line_chars = cx.number(element, "firstLineChars").or(to.first_line_chars);
    to.hanging = cx.twips(element, "hanging").or(to.hanging);
    to.hanging_chars = cx.number(element, "hangingChars").or(to.hanging_chars);
}

fn frame(element: &Element<'_>, cx: &mut Context<'_>) -> FrameProperties {
    FrameProperties {
        drop_cap: owned(element, "dropCap"),
        lines: cx.number(element, "lines"),
        width: cx.twips(element, "w"),
        height: cx.twips(element, "h"),
        height_rule: owned(element, "hRule"),
        h_space: cx.twips(element, "hSpace"),
        v_space: cx.twips(element, "vSpace"),
        wrap: owned(element, "wrap"),
        h_anchor: owned(element, "hAnchor"),
        v_anchor: owned(element, "vAnchor"),
        x: cx.twips(element, "x"),
        x_align: owned(element, "xAlign"),
        y: cx.twips(element, "y"),
        y_align: owned(element, "yAlign"),
    }
}
