//! The text of a shape in DrawingML's own words (21.1.2), as SmartArt has it: paragraphs of the document are made of it.

use super::color::color_in;
use super::text_box::body_properties;
use crate::error::Result;
use crate::model::{Block, Color, Inline, Paragraph, ParagraphProperties, Run, RunContent, RunProperties, TextBox};
use crate::parse::context::{Context, cost};
use crate::parse::values::is_on;
use crate::units::{HalfPoint, Twip};
use crate::xml::{Element, Ns, Reader};
use std::sync::Arc;

/// Reads `dsp:txBody`; `color` is that of text that states none.
pub(super) fn body<'a>(
    reader: &mut Reader<'a>,
    parent: &Element<'a>,
    cx: &mut Context<'_>,
    color: Option<&str>,
    to: &mut TextBox,
) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::A, "bodyPr") => body_properties(reader, &element, cx, to)?,
            (Ns::A, "p") => blocks.push(Block::Paragraph(Box::new(paragraph(reader, &element, cx, color)?))),
            _ => {}
        }
    }
    Ok(blocks)
}

/// `a:p`: in lines without space between paragraphs.
fn paragraph<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, color: Option<&str>) -> Result<Paragraph> {
    cx.charge_bytes(cost::PARAGRAPH)?;
    let mut properties = ParagraphProperties::default();
    properties.spacing.before = Some(Twip(0));
    properties.spacing.after = Some(Twip(0));
    properties.spacing.line = Some(240);
    properties.spacing.line_rule = Some("auto".to_owned());
    // The lines of a drawing keep to no grid.
    properties.snap_to_grid = Some(false);
    let mut content = Vec::new();
    let mut mark = RunProperties::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::A, "pPr") => {
                properties.alignment = element.plain("algn").map(|value| alignment(&value).to_owned());
                properties.spacing.line = Some(line_spacing(reader, &element)?);
            }
            (Ns::A, "r" | "fld") => {
                let run = run(reader, &element, cx, color)?;
                mark = (*run.properties).clone();
                content.push(Inline::Run(Box::new(run)));
            }
            (Ns::A, "endParaRPr") if content.is_empty() => mark = run_properties(reader, &element, cx, color)?,
            _ => {}
        }
    }
    Ok(Paragraph { properties: Arc::new(properties), mark: Arc::new(mark), content, ..Paragraph::default() })
}

/// `a:lnSpc/a:spcPct` in 1/240 line.
fn line_spacing<'a>(reader: &mut Reader<'a>, parent: &Element<'a>) -> Result<i32> {
    let mut line = 240;
    while let Some(element) = reader.child(parent)? {
        if !element.is(Ns::A, "lnSpc") {
            continue;
        }
        while let Some(share) = reader.child(&element)? {
            let thousandths = share.plain("val").and_then(|value| value.parse::<i32>().ok()).filter(|_| share.is(Ns::A, "spcPct"));
            line = thousandths.map_or(line, |thousandths| thousandths.clamp(10_000, 1_000_000) * 24 / 10_000);
        }
    }
    Ok(line)
}

fn alignment(value: &str) -> &'static str {
    match value {
        "ctr" => "center",
        "r" => "right",
        "just" | "justLow" => "both",
        "dist" | "thaiDist" => "distribute",
        _ => "left",
    }
}

fn run<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, color: Option<&str>) -> Result<Run> {
    cx.charge_bytes(cost::RUN)?;
    let mut properties = None;
    let mut content = Vec::new();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::A, "rPr") => properties = Some(run_properties(reader, &element, cx, color)?),
            (Ns::A, "t") => {
                let text = reader.text(&element)?.into_owned();
                cx.charge_text(text.len())?;
                content.push(RunContent::Text(text));
            }
            _ => {}
        }
    }
    Ok(Run { properties: Arc::new(properties.unwrap_or_else(|| colored(color))), content })
}

fn colored(color: Option<&str>) -> RunProperties {
    let color = color.map(|val| Color { val: val.to_owned(), ..Color::default() });
    RunProperties { color, ..RunProperties::default() }
}

/// `a:rPr`: the size is in hundredths of a point.
fn run_properties<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, color: Option<&str>) -> Result<RunProperties> {
    let mut to = colored(color);
    let size = parent.plain("sz").and_then(|value| value.parse::<i32>().ok()).filter(|size| (100..=400_000).contains(size));
    to.size = size.map(|size| HalfPoint(size / 50));
    to.bold = parent.plain("b").map(|value| is_on(&value));
    to.italic = parent.plain("i").map(|value| is_on(&value));
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::A, "solidFill") => {
                if let Some(val) = color_in(reader, &element, cx.theme.as_ref())? {
                    to.color = Some(Color { val, ..Color::default() });
                }
            }
            (Ns::A, "latin" | "ea") => {
                // Theme fonts are named with a plus: what the paragraph has is nearly always the same.
                let face = element.plain("typeface").filter(|face| !face.starts_with('+')).map(|face| face.into_owned());
                if element.name == "ea" {
                    to.fonts.east_asia = face;
                } else {
                    to.fonts.ascii.clone_from(&face);
                    to.fonts.h_ansi = face;
                }
            }
            _ => {}
        }
    }
    Ok(to)
}
