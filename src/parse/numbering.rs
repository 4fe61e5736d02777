//! `numbering.xml` (17.9).

use super::context::Context;
use super::drawing::{drawing, picture};
use super::paragraph_properties::paragraph_properties;
use super::run_properties::run_properties;
use super::values::{is_set, on_off, owned, side};
use crate::error::Result;
use crate::model::{AbstractNumbering, Level, Numbering, NumberingInstance, RunContent};
use crate::xml::{Element, Ns, Reader};

/// Reads `w:numbering`.
pub(super) fn numbering<'a>(reader: &mut Reader<'a>, root: &Element<'a>, cx: &mut Context<'_>, to: &mut Numbering) -> Result<()> {
    while let Some(element) = reader.child(root)? {
        match (element.ns, element.name) {
            (Ns::W, "abstractNum") => {
                let id = cx.number(&element, "abstractNumId").unwrap_or(0);
                let list = abstract_numbering(reader, &element, cx)?;
                to.abstracts.insert(id, list);
            }
            (Ns::W, "num") => {
                let id = cx.number(&element, "numId").unwrap_or(0);
                let list = instance(reader, &element, cx)?;
                to.instances.insert(id, list);
            }
            (Ns::W, "numPicBullet") => {
                let id = cx.number(&element, "numPicBulletId").unwrap_or(0);
                let mut shown = Vec::new();
                while let Some(child) = reader.child(&element)? {
                    match (child.ns, child.name) {
                        (Ns::W, "pict") => picture(reader, &child, cx, &mut shown)?,
                        (Ns::W, "drawing") => drawing(reader, &child, cx, &mut shown)?,
                        _ => {}
                    }
                }
                if let Some(RunContent::Drawing(bullet)) = shown.into_iter().next() {
                    to.pictures.insert(id, *bullet);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn abstract_numbering<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<AbstractNumbering> {
    cx.charge::<AbstractNumbering>()?;
    let mut list = AbstractNumbering::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "styleLink") => list.style_link = owned(&element, "val"),
            (Ns::W, "numStyleLink") => list.num_style_link = owned(&element, "val"),
            (Ns::W, "lvl") => {
                let (index, level) = level(reader, &element, cx)?;
                list.levels.insert(i32::from(index), level);
            }
            _ => {}
        }
    }
    Ok(list)
}

fn instance<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<NumberingInstance> {
    cx.charge::<NumberingInstance>()?;
    let mut list = NumberingInstance::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "abstractNumId") => list.abstract_id = cx.number(&element, "val").unwrap_or(0),
            (Ns::W, "lvlOverride") => {
                let index = level_index(&element, cx);
                let place = list.overrides.get_or_default(i32::from(index));
                while let Some(child) = reader.child(&element)? {
                    match (child.ns, child.name) {
                        (Ns::W, "startOverride") => place.0 = cx.number(&child, "val"),
                        (Ns::W, "lvl") => place.1 = Some(level(reader, &child, cx)?.1),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    Ok(list)
}

/// `w:ilvl`, 0 to 8.
fn level_index(element: &Element<'_>, cx: &mut Context<'_>) -> u8 {
    cx.number(element, "ilvl").and_then(|index| u8::try_from(index).ok()).unwrap_or(0)
}

fn level<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<(u8, Level)> {
    cx.charge::<Level>()?;
    let mut level = Level::default();
    while let Some(element) = reader.child(parent)? {
        if element.ns != Ns::W {
            continue;
        }
        match element.name {
            "start" => level.start = cx.number(&element, "val"),
            "numFmt" => {
                level.format = owned(&element, "val");
                level.custom_format = owned(&element, "format");
            }
            "lvlRestart" => level.restart = cx.number(&element, "val"),
            "pStyle" => level.style = owned(&element, "val"),
            "isLgl" => level.is_legal = on_off(&element),
            "suff" => level.suffix = owned(&element, "val"),
            "lvlText" => level.text = owned(&element, "val").or_else(|| is_set(&element, "null").then(String::new)),
            "lvlPicBulletId" => level.picture = cx.number(&element, "val"),
            "lvlJc" => level.alignment = element.val().map(|value| side(&value).to_owned()),
            "legacy" if element.w("legacy").is_none_or(|value| super::values::is_on(&value)) => {
                let twips = |cx: &mut Context<'_>, name| cx.twips(&element, name).map_or(0, |twips| twips.0);
                level.legacy = Some((twips(cx, "legacySpace"), twips(cx, "legacyIndent")));
            }
            "pPr" => paragraph_properties(reader, &element, cx, &mut level.paragraph)?,
            "rPr" => {
                run_properties(reader, &element, cx, &mut level.run)?;
            }
            _ => {}
        }
    }
    Ok((level_index(parent, cx), level))
}
