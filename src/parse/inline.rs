//! What stands in a paragraph: runs, links, simple fields, equations (17.16.22, 17.16.19, 22.1.2.77).

use super::context::{Context, Nesting};
use super::math::{math, math_paragraph};
use super::run::run;
use super::values::{is_set, owned};
use crate::error::Result;
use crate::model::{Hyperlink, Inline};
use crate::xml::{Element, Ns, Reader};

/// Reads the content of a link, a field or ruby text.
pub(super) fn inlines<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<Inline>) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        inline(reader, &element, cx, to)?;
    }
    Ok(())
}

/// Reads one element. Revisions that insert, content controls, smart tags and the like are transparent; what a
/// revision deleted is passed over.
pub(super) fn inline<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<Inline>) -> Result<()> {
    match (element.ns, element.name) {
        (Ns::W, "r") => to.push(Inline::Run(run(reader, element, cx)?)),
        (Ns::W, "hyperlink" | "fldSimple") if cx.nesting.inlines >= Nesting::INLINES => reader.unwrap(),
        (Ns::W, "hyperlink") => {
            cx.charge::<(Inline, Hyperlink)>()?;
            let mut link = hyperlink(element, cx);
            cx.nesting.inlines += 1;
            inlines(reader, element, cx, &mut link.content)?;
            cx.nesting.inlines -= 1;
            to.push(Inline::Hyperlink(link));
        }
        (Ns::W, "fldSimple") => {
            let mut content = Vec::new();
            cx.charge::<Inline>()?;
            cx.nesting.inlines += 1;
            inlines(reader, element, cx, &mut content)?;
            cx.nesting.inlines -= 1;
            let instruction = owned(element, "instr").unwrap_or_default();
            to.push(Inline::Field { instruction, locked: is_set(element, "fldLock"), content });
        }
        (Ns::W, "bookmarkStart") => {
            cx.charge::<Inline>()?;
            to.extend(owned(element, "name").map(Inline::Bookmark));
        }
        (Ns::W, "ins" | "moveTo" | "sdt" | "sdtContent" | "smartTag" | "customXml" | "dir" | "bdo") => reader.unwrap(),
        (Ns::M, "oMath") => math(reader, element, cx, None, to)?,
        (Ns::M, "oMathPara") => math_paragraph(reader, element, cx, to)?,
        _ => {}
    }
    Ok(())
}

fn hyperlink(element: &Element<'_>, cx: &mut Context<'_>) -> Box<Hyperlink> {
    let relationship = Context::id(element, "id").and_then(|id| cx.relationships.get(&id).cloned());
    let location = owned(element, "docLocation");
    let target = relationship.and_then(|relationship| relationship.external);
    let target = match (target, location) {
        (Some(target), Some(location)) if !target.contains('#') => Some(format!("{target}#{location}")),
        (target, _) => target,
    };
    Box::new(Hyperlink { target, anchor: owned(element, "anchor"), tooltip: owned(element, "tooltip"), content: Vec::new() })
}
