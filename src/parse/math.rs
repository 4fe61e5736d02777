//! Equations (22.1): their parts, their text, the look of their first run.

use super::context::Context;
use super::equation;
use super::run_properties::run_properties;
use crate::error::Result;
use crate::model::{Inline, RunProperties};
use crate::xml::{Element, Ns, Reader, Token};

/// `m:oMathPara`: equations on lines of their own.
pub(super) fn math_paragraph<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<Inline>) -> Result<()> {
    let mut alignment = String::new();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::M, "oMathParaPr") => {
                while let Some(property) = reader.child(&element)? {
                    if property.is(Ns::M, "jc") {
                        alignment = property.get(Ns::M, "val").unwrap_or_default().into_owned();
                    }
                }
            }
            (Ns::M, "oMath") => math(reader, &element, cx, Some(&alignment), to)?,
            (Ns::W, "ins" | "moveTo") => reader.unwrap(),
            _ => {}
        }
    }
    Ok(())
}

/// `m:oMath`; `display` is the alignment of the `m:oMathPara` around it.
pub(super) fn math<'a>(
    reader: &mut Reader<'a>,
    element: &Element<'a>,
    cx: &mut Context<'_>,
    display: Option<&str>,
    to: &mut Vec<Inline>,
) -> Result<()> {
    let source = reader.slice(element)?;
    let mut inside = reader.again(source, element);
    let root = inside.root()?;
    let parts = equation::row(&mut inside, &root, cx, 0)?;
    cx.charge_bytes(size_of::<Inline>() + size_of::<RunProperties>())?;
    let (text, properties) = content(&mut reader.again(source, element), cx)?;
    cx.charge_text(text.len())?;
    to.push(Inline::Math {
        display: display.is_some(),
        alignment: display.unwrap_or_default().to_owned(),
        parts: parts.into(),
        text,
        properties,
    });
    Ok(())
}

/// The text of an equation and the properties of its first run, without what a revision deleted.
fn content(reader: &mut Reader<'_>, cx: &mut Context<'_>) -> Result<(String, Box<RunProperties>)> {
    let mut text = String::new();
    let mut first: Option<Box<RunProperties>> = None;
    loop {
        match reader.next()? {
            Token::Start(element) => match (element.ns, element.name) {
                (Ns::M, "t") => text.push_str(&reader.text(&element)?),
                (Ns::W, "t") => text.push_str(&reader.text(&element)?),
                (Ns::W, "del" | "moveFrom") => {
                    reader.slice(&element)?;
                }
                (Ns::W, "rPr") if first.is_none() => {
                    let mut properties = Box::<RunProperties>::default();
                    run_properties(reader, &element, cx, &mut properties)?;
                    first = Some(properties);
                }
                _ => {}
            },
            Token::End | Token::Text(_) => {}
            Token::Eof => return Ok((text, first.unwrap_or_default())),
        }
    }
}
