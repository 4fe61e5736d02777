//! `w:ffData` (17.16.17).

use super::context::Context;
use super::values::{on_off, owned};
use crate::error::Result;
use crate::model::FormField;
use crate::xml::{Element, Ns, Reader};

/// Reads the data of a form field, none where it states no kind.
pub(super) fn form_field<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<Option<FormField>> {
    let mut field = None;
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "checkBox") => field = Some(check_box(reader, &element, cx)?),
            (Ns::W, "ddList") => field = Some(drop_down(reader, &element, cx)?),
            (Ns::W, "textInput") => {
                let mut default = String::new();
                while let Some(child) = reader.child(&element)? {
                    if child.is(Ns::W, "default") {
                        default = owned(&child, "val").unwrap_or_default();
                    }
                }
                field = Some(FormField::Text { default });
            }
            _ => {}
        }
    }
    Ok(field)
}

fn check_box<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<FormField> {
    let (mut default, mut checked, mut size) = (false, None, None);
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "default") => default = on_off(&element),
            (Ns::W, "checked") => checked = Some(on_off(&element)),
            (Ns::W, "size") => size = cx.half_points(&element, "val").map(|size| size.0),
            _ => {}
        }
    }
    Ok(FormField::CheckBox { checked: checked.unwrap_or(default), size })
}

fn drop_down<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<FormField> {
    let (mut entries, mut default, mut chosen) = (Vec::new(), 0, None);
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "listEntry") => entries.extend(owned(&element, "val")),
            (Ns::W, "default") => default = cx.count(&element, "val").unwrap_or(0),
            (Ns::W, "result") => chosen = cx.count(&element, "val"),
            _ => {}
        }
    }
    let chosen = usize::try_from(chosen.unwrap_or(default)).unwrap_or(0);
    Ok(FormField::DropDown { entries, chosen })
}
