//! `w:r` and what it holds (17.3.2.25, 17.3.3).

use super::context::{Context, Nesting, cost};
use super::drawing::{drawing, object, picture};
use super::form_field::form_field;
use super::inline::inlines;
use super::shared;
use super::values::{hex, is_set, owned};
use crate::error::Result;
use crate::model::{BreakKind, FieldCharKind, Ruby, Run, RunContent};
use crate::xml::{Element, Ns, Reader};
use std::sync::Arc;

/// Reads a run.
pub(super) fn run<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<Box<Run>> {
    let mut run = Box::new(Run { properties: Arc::clone(&cx.shared.no_run), content: Vec::with_capacity(1) });
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "rPr") => run.properties = shared::run(reader, &element, cx)?,
            (Ns::W, "t") => {
                let preserve = reader.preserves_space();
                let text = reader.text(&element)?;
                push_text(&mut run.content, if preserve { &text } else { text.trim_matches(is_xml_space) });
            }
            (Ns::W, _) => content(reader, &element, cx, &mut run.content)?,
            (Ns::W16se, "symEx") => run.content.push(RunContent::Symbol {
                font: element.get(Ns::W16se, "font").unwrap_or_default().into_owned(),
                code: element.get(Ns::W16se, "char").and_then(|code| hex(&code)).unwrap_or(0),
            }),
            _ => {}
        }
    }
    charge(&run, cx)?;
    Ok(run)
}

/// Counts a run against the limits.
fn charge(run: &Run, cx: &mut Context<'_>) -> Result<()> {
    cx.charge_bytes(cost::RUN + size_of::<RunContent>() * run.content.len())?;
    let bytes = |content: &RunContent| match content {
        RunContent::Text(text) | RunContent::Instruction(text) => text.len(),
        _ => 4,
    };
    cx.charge_text(run.content.iter().map(bytes).sum())
}

fn content<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<RunContent>) -> Result<()> {
    match element.name {
        "noBreakHyphen" => push_text(to, "\u{2011}"),
        "softHyphen" => push_text(to, "\u{AD}"),
        "instrText" => to.push(RunContent::Instruction(reader.text(element)?.into_owned())),
        "fldChar" => field_char(reader, element, cx, to)?,
        "drawing" => drawing(reader, element, cx, to)?,
        "pict" => picture(reader, element, cx, to)?,
        "object" => object(reader, element, cx, to)?,
        "ruby" if cx.nesting.inlines >= Nesting::INLINES => {
            cx.warn("not-drawn", "Ruby is nested too deep to be shown.");
        }
        "ruby" => {
            cx.nesting.inlines += 1;
            to.push(RunContent::Ruby(ruby(reader, element, cx)?));
            cx.nesting.inlines -= 1;
        }
        _ => to.extend(mark(element, cx)),
    }
    Ok(())
}

/// What is said by one empty element.
fn mark(element: &Element<'_>, cx: &mut Context<'_>) -> Option<RunContent> {
    Some(match element.name {
        "tab" => RunContent::Tab,
        "ptab" => RunContent::PositionedTab {
            alignment: owned(element, "alignment").unwrap_or_default(),
            relative_to: owned(element, "relativeTo").unwrap_or_default(),
            leader: owned(element, "leader"),
        },
        "br" => RunContent::Break(break_kind(element)),
        "cr" => RunContent::Break(BreakKind::Line),
        "sym" => RunContent::Symbol {
            font: owned(element, "font").unwrap_or_default(),
            code: element.w("char").and_then(|code| hex(&code)).unwrap_or(0),
        },
        "footnoteReference" | "endnoteReference" => RunContent::NoteReference {
            footnote: element.name == "footnoteReference",
            id: cx.number(element, "id").unwrap_or(0),
            custom_mark: is_set(element, "customMarkFollows"),
        },
        "footnoteRef" | "endnoteRef" => RunContent::NoteMark,
        "separator" => RunContent::Separator,
        "continuationSeparator" => RunContent::ContinuationSeparator,
        "pgNum" => RunContent::PageNumber,
        "lastRenderedPageBreak" => RunContent::LastRenderedPageBreak,
        _ => return None,
    })
}

/// `w:br` (17.3.3.1).
fn break_kind(element: &Element<'_>) -> BreakKind {
    match element.w("type").as_deref() {
        Some("page") => BreakKind::Page,
        Some("column") => BreakKind::Column,
        _ => match element.w("clear").as_deref() {
            Some("left" | "right" | "all") => BreakKind::LineClear,
            _ => BreakKind::Line,
        },
    }
}

fn field_char<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<RunContent>) -> Result<()> {
    let kind = match element.w("fldCharType").as_deref() {
        Some("begin") => FieldCharKind::Begin { locked: is_set(element, "fldLock") },
        Some("separate") => FieldCharKind::Separate,
        Some("end") => FieldCharKind::End,
        _ => return Ok(()),
    };
    let mut form = None;
    while let Some(child) = reader.child(element)? {
        if child.is(Ns::W, "ffData") {
            form = form_field(reader, &child, cx)?.map(Box::new);
        }
    }
    to.push(RunContent::FieldChar(kind, form));
    Ok(())
}

/// `w:ruby` (17.3.3.25).
fn ruby<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<Box<Ruby>> {
    let mut ruby = Box::<Ruby>::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "rt") => inlines(reader, &element, cx, &mut ruby.text)?,
            (Ns::W, "rubyBase") => inlines(reader, &element, cx, &mut ruby.base)?,
            (Ns::W, "rubyPr") => {
                while let Some(property) = reader.child(&element)? {
                    match (property.ns, property.name) {
                        (Ns::W, "rubyAlign") => ruby.alignment = owned(&property, "val"),
                        (Ns::W, "hps") => ruby.size = cx.half_points(&property, "val").map(|size| size.0),
                        (Ns::W, "hpsRaise") => ruby.raise = cx.half_points(&property, "val").map(|raise| raise.0),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    Ok(ruby)
}

/// Adds text to the text before it, if there is some. A line end in the XML is a space.
fn push_text(to: &mut Vec<RunContent>, text: &str) {
    if text.is_empty() {
        return;
    }
    if !matches!(to.last(), Some(RunContent::Text(_))) {
        to.push(RunContent::Text(String::with_capacity(text.len())));
    }
    if let Some(RunContent::Text(last)) = to.last_mut() {
        if text.contains(['\n', '\r']) {
            last.push_str(&text.replace("\r\n", " ").replace(['\n', '\r'], " "));
        } else {
            last.push_str(text);
        }
    }
}

/// White space as XML has it; an ideographic or no-break space is text.
fn is_xml_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}
