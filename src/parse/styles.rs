//! `styles.xml` (17.7).

use super::context::Context;
use super::paragraph_properties::{both, paragraph_properties};
use super::run_properties::run_properties;
use super::table_properties::{cell_properties, row_properties, table_properties};
use super::values::{is_set, owned};
use crate::error::Result;
use crate::model::{ConditionalFormat, Style, StyleKind, Styles};
use crate::xml::{Element, Ns, Reader};

/// Reads `w:styles`.
pub(super) fn styles<'a>(reader: &mut Reader<'a>, root: &Element<'a>, cx: &mut Context<'_>, to: &mut Styles) -> Result<()> {
    while let Some(element) = reader.child(root)? {
        match (element.ns, element.name) {
            (Ns::W, "docDefaults") => {
                while let Some(default) = reader.child(&element)? {
                    to.states_paragraph_default |= default.is(Ns::W, "pPrDefault");
                    both(reader, &default, cx, &mut to.default_paragraph, &mut to.default_run)?;
                }
            }
            (Ns::W, "latentStyles") => to.known = element.w("count").and_then(|count| count.parse().ok()),
            (Ns::W, "style") => {
                let style = style(reader, &element, cx)?;
                to.styles.insert(style.id.clone(), style);
            }
            _ => {}
        }
    }
    Ok(())
}

fn style<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<Style> {
    cx.charge::<(String, Style)>()?;
    let mut style = Style {
        id: owned(parent, "styleId").unwrap_or_default(),
        kind: match parent.w("type").as_deref() {
            Some("character") => StyleKind::Character,
            Some("table") => StyleKind::Table,
            Some("numbering") => StyleKind::Numbering,
            _ => StyleKind::Paragraph,
        },
        default: is_set(parent, "default"),
        ..Style::default()
    };
    while let Some(element) = reader.child(parent)? {
        if element.ns != Ns::W {
            continue;
        }
        match element.name {
            "name" => style.name = owned(&element, "val").unwrap_or_default(),
            "basedOn" => style.based_on = owned(&element, "val"),
            "link" => style.link = owned(&element, "val"),
            "pPr" => paragraph_properties(reader, &element, cx, &mut style.paragraph)?,
            "rPr" => {
                run_properties(reader, &element, cx, &mut style.run)?;
            }
            "tblPr" => table_properties(reader, &element, cx, &mut style.table)?,
            "trPr" => {
                row_properties(reader, &element, cx, &mut style.row)?;
            }
            "tcPr" => cell_properties(reader, &element, cx, &mut style.cell)?,
            "tblStylePr" => {
                cx.charge::<(String, ConditionalFormat)>()?;
                let kind = owned(&element, "type").unwrap_or_default();
                conditional(reader, &element, cx, style.conditional.get_or_default(kind))?;
            }
            _ => {}
        }
    }
    Ok(style)
}

/// `w:tblStylePr`.
fn conditional<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut ConditionalFormat) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        if element.ns != Ns::W {
            continue;
        }
        match element.name {
            "pPr" => paragraph_properties(reader, &element, cx, &mut to.paragraph)?,
            "rPr" => {
                run_properties(reader, &element, cx, &mut to.run)?;
            }
            "tblPr" => table_properties(reader, &element, cx, &mut to.table)?,
            "trPr" => {
                row_properties(reader, &element, cx, &mut to.row)?;
            }
            "tcPr" => cell_properties(reader, &element, cx, &mut to.cell)?,
            _ => {}
        }
    }
    Ok(())
}
