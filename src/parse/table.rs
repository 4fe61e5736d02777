//! `w:tbl` (17.4.37).

use super::block::blocks;
use super::context::{Context, cost};
use super::shared;
use super::table_properties::{row_properties, table_properties};
use crate::error::Result;
use crate::model::{Block, Cell, Row, Table, TableProperties};
use crate::xml::{Element, Ns, Reader};
use std::sync::Arc;

/// Reads a table. Too many in each other stop.
pub(super) fn table<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<Box<Table>> {
    cx.enter_table()?;
    cx.charge::<(Block, Table)>()?;
    let mut table = Box::<Table>::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "tblPr") => table_properties(reader, &element, cx, &mut table.properties)?,
            (Ns::W, "tblGrid") => grid(reader, &element, cx, &mut table.grid)?,
            (Ns::W, "tr") => {
                table.has_revision_ids = table.has_revision_ids || element.w("rsidR").is_some() || element.w("rsidTr").is_some();
                row(reader, &element, cx, &mut table.rows)?;
            }
            (Ns::W, "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo") => reader.unwrap(),
            (Ns::W, "bookmarkStart") => cx.bookmarks.extend(element.w("name").map(|name| name.into_owned())),
            _ => {}
        }
    }
    cx.nesting.tables -= 1;
    Ok(table)
}

fn grid<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<i32>) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        if element.is(Ns::W, "gridCol") {
            to.push(cx.twips(&element, "w").map_or(0, |width| width.0));
        }
    }
    Ok(())
}

/// Reads a row, unless a revision deleted it.
fn row<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<Row>) -> Result<()> {
    cx.charge_bytes(cost::ROW)?;
    let mut row = Row::default();
    let mut deleted = false;
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "trPr") => deleted |= row_properties(reader, &element, cx, &mut row.properties)?,
            (Ns::W, "tblPrEx") => {
                cx.charge::<TableProperties>()?;
                let mut exceptions = Box::<TableProperties>::default();
                table_properties(reader, &element, cx, &mut exceptions)?;
                row.exceptions = Some(exceptions);
            }
            (Ns::W, "tc") => cell(reader, &element, cx, &mut row.cells)?,
            (Ns::W, "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo") => reader.unwrap(),
            (Ns::W, "bookmarkStart") => cx.bookmarks.extend(element.w("name").map(|name| name.into_owned())),
            _ => {}
        }
    }
    if !deleted {
        to.push(row);
    }
    Ok(())
}

fn cell<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<Cell>) -> Result<()> {
    cx.charge_bytes(cost::CELL)?;
    let mut cell = Cell { properties: Arc::clone(&cx.shared.no_cell), blocks: Vec::new() };
    blocks(reader, parent, cx, &mut cell.blocks, |reader, element, cx| {
        if element.is(Ns::W, "tcPr") {
            cell.properties = shared::cell(reader, element, cx)?;
        }
        Ok(())
    })?;
    to.push(cell);
    Ok(())
}
