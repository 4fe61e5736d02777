//! Tables (word-layout 8): properties through styles, rows, spans and widths.

use super::Resolver;
use super::paragraph::alignment;
use super::story::Story;
use super::table_style::{Bands, CellPlace, TableSheet};
use super::{border, cell, contextual, frame};
use crate::flow::{self, Cell, FrameAnchor, MOST_COLUMNS, Row, RowHeight, TableBorders, TablePosition, Width};
use crate::model::{self, Block, Border, Margins, RowProperties, StyleKind, TableProperties};
use crate::units::Twip;
use std::rc::Rc;

/// Cell margins left and right where no default table style states them, in twips (word-layout 8.1).
const STANDARD_MARGIN: i32 = 115;

/// What the rows of a table share.
pub(super) struct TableFrame<'a> {
    pub(super) sheet: Rc<TableSheet<'a>>,
    pub(super) bands: Bands,
    pub(super) margins: [f64; 4],
    pub(super) cell_spacing: Option<model::Width>,
    pub(super) rows: usize,
}

impl<'a> Resolver<'a, '_> {
    /// A table, of all that adjoin it; none where it has no rows to show.
    pub(super) fn table(&mut self, tables: &[&'a model::Table], story: &mut Story<'a>) -> Option<flow::Table> {
        let table = *tables.first()?;
        if !self.enter("table", story.part) {
            return None;
        }
        let style = self.cascade.style_index(table.properties.style.as_deref(), StyleKind::Table);
        let sheet = self.table_sheet(style);
        // The table's own statements first, then the style's from the leaf to the root.
        let sources: Vec<&'a TableProperties> =
            std::iter::once(&table.properties).chain(sheet.chain.iter().rev().map(|style| &style.table)).collect();
        let margins = self.table_margins(&sources);
        let bands = Bands::new(first(&sources, |p| p.look), first(&sources, |p| p.row_band_size), first(&sources, |p| p.col_band_size));
        let shown: Vec<&'a model::Row> =
            tables.iter().flat_map(|table| &table.rows).filter(|row| row.properties.hidden != Some(true)).collect();
        let frame = TableFrame { sheet, bands, margins, cell_spacing: first(&sources, |p| p.cell_spacing), rows: shown.len() };
        let id = self.tables;
        self.tables += 1;
        let layer = story.table_layer;
        story.cells += 1;
        let rows: Vec<Row> = shown.iter().enumerate().filter_map(|(i, row)| self.row(row, i, &frame, story)).collect();
        story.cells -= 1;
        self.leave();
        story.table_layer = layer;
        (!rows.is_empty()).then(|| flow::Table {
            id,
            width: width(first(&sources, |p| p.width)),
            indent: length(first(&sources, |p| p.indent)),
            alignment: alignment(first(&sources, |p| p.alignment.as_deref()).unwrap_or_default(), false),
            fixed: first(&sources, |p| p.layout.as_deref()) == Some("fixed"),
            grid: table.grid.iter().take(MOST_COLUMNS).map(|width| Twip((*width).max(0)).pt()).collect(),
            grid_is_words: tables.iter().any(|table| table.has_revision_ids),
            borders: self.table_borders(&sources),
            cell_margins: frame.margins,
            bidi: first(&sources, |p| p.bidi_visual) == Some(true),
            position: table.properties.position.as_ref().map(|position| table_position(position, &table.properties)),
            rows,
            alt: alternative_text(&table.properties),
        })
    }

    /// A row; none where all it holds is hidden.
    fn row(&mut self, row: &'a model::Row, index: usize, table: &TableFrame<'a>, story: &mut Story<'a>) -> Option<Row> {
        let properties = &row.properties;
        let margins = row.exceptions.as_ref().map_or(table.margins, |own| lay_margins(table.margins, &own.cell_margins));
        let mut cells: Vec<Cell> = Vec::with_capacity(row.cells.len());
        let mut column = properties.grid_before.unwrap_or(0) as usize;
        for (i, stated) in row.cells.iter().enumerate() {
            let span = stated.properties.grid_span.unwrap_or(1).clamp(1, MOST_COLUMNS as u32);
            let place = CellPlace { row: index, rows: table.rows, column, is_first: i == 0, is_last: i + 1 == row.cells.len() };
            column += span as usize;
            let resolved = self.cell(stated, span, place, margins, row.exceptions.as_deref(), table, story);
            match cells.last_mut() {
                // Cells merged across (`w:hMerge`) are one: the first one's, as wide as all.
                Some(merged) if stated.properties.h_merge == Some(false) => {
                    merged.span += span;
                    merged.width = sum(merged.width, resolved.width);
                    merged.borders.right = resolved.borders.right;
                }
                _ => cells.push(resolved),
            }
        }
        if cells.is_empty() || cells.iter().all(cell::is_hidden) {
            return None;
        }
        contextual::within_row(&mut cells, index == 0, self.cascade.style_index(None, StyleKind::Paragraph));
        let own = row.exceptions.as_ref().and_then(|own| own.alignment.as_deref());
        // A row's own spacing is stronger than its exceptions', both than the table's (17.4.43 to 17.4.45).
        let spacing = properties.cell_spacing.or(row.exceptions.as_ref().and_then(|own| own.cell_spacing)).or(table.cell_spacing);
        Some(Row {
            grid_before: properties.grid_before.unwrap_or(0).min(MOST_COLUMNS as u32),
            grid_after: properties.grid_after.unwrap_or(0).min(MOST_COLUMNS as u32),
            width_before: width(properties.width_before),
            width_after: width(properties.width_after),
            height: row_height(properties),
            cant_split: properties.cant_split == Some(true),
            header: properties.header == Some(true),
            alignment: properties.alignment.as_deref().or(own).map(|name| alignment(name, false)),
            cell_spacing: spacing.map(|spacing| length(Some(spacing)).max(0.0)),
            cells,
        })
    }

    fn table_borders(&self, sources: &[&TableProperties]) -> TableBorders {
        let side = |pick: fn(&model::Borders) -> Option<&Border>| {
            let stated = sources.iter().find_map(|source| source.borders.as_ref().and_then(pick));
            stated.and_then(|border| border::resolve(border, &self.shared.palette))
        };
        TableBorders {
            top: side(|b| b.top.as_ref()),
            left: side(|b| b.left.as_ref()),
            bottom: side(|b| b.bottom.as_ref()),
            right: side(|b| b.right.as_ref()),
            inside_h: side(|b| b.inside_h.as_ref()),
            inside_v: side(|b| b.inside_v.as_ref()),
        }
    }

    /// Left, top, right, bottom; a file without styles has none (word-layout 8.1).
    fn table_margins(&self, sources: &[&TableProperties]) -> [f64; 4] {
        let usual = if self.document.styles.is_some() { Twip(STANDARD_MARGIN).pt() } else { 0.0 };
        sources.iter().rev().fold([usual, 0.0, usual, 0.0], |margins, source| lay_margins(margins, &source.cell_margins))
    }
}

/// The tables at the head of `blocks` that are one.
pub(super) fn adjoining(blocks: &[Block]) -> impl Iterator<Item = &model::Table> {
    let joined = (1..blocks.len()).take_while(|end| adjoins(&blocks[..=*end])).count();
    blocks.iter().take(joined + 1).filter_map(table_of)
}

/// The last of `blocks` is a table that goes on with the one before it: nothing stands between, neither floats, and both say the
/// same of themselves (docs/word/adjoining-tables.md).
pub(super) fn adjoins(blocks: &[Block]) -> bool {
    let [.., above, below] = blocks else { return false };
    let (Some(above), Some(below)) = (table_of(above), table_of(below)) else { return false };
    above.properties == below.properties && above.grid == below.grid && above.properties.position.is_none()
}

fn table_of(block: &Block) -> Option<&model::Table> {
    if let Block::Table(table) = block { Some(table) } else { None }
}

/// The strongest statement.
fn first<'a, T>(sources: &[&'a TableProperties], pick: impl Fn(&'a TableProperties) -> Option<T>) -> Option<T> {
    sources.iter().find_map(|source| pick(source))
}

pub(super) fn lay_margins(below: [f64; 4], above: &Margins) -> [f64; 4] {
    let side = |i: usize, stated: Option<Twip>| stated.map_or(below[i], |margin| margin.pt().max(0.0));
    [side(0, above.left), side(1, above.top), side(2, above.right), side(3, above.bottom)]
}

/// A stated width; 0 says nothing.
pub(super) fn width(stated: Option<model::Width>) -> Width {
    match stated {
        Some(model::Width::Twips(twips)) if twips > 0 => Width::Points(Twip(twips).pt()),
        Some(model::Width::Percent(fiftieths)) if fiftieths > 0.0 => Width::Share(fiftieths / 5000.0),
        _ => Width::Auto,
    }
}

fn length(stated: Option<model::Width>) -> f64 {
    match stated {
        Some(model::Width::Twips(twips)) => Twip(twips).pt(),
        _ => 0.0,
    }
}

fn sum(a: Width, b: Width) -> Width {
    match (a, b) {
        (Width::Points(a), Width::Points(b)) => Width::Points(a + b),
        (Width::Share(a), Width::Share(b)) => Width::Share(a + b),
        _ => Width::Auto,
    }
}

/// `w:trHeight`: at least, unless exact; zero and less say nothing (word-layout 8.3).
fn row_height(properties: &RowProperties) -> RowHeight {
    let height = properties.height.map_or(0.0, Twip::pt);
    match properties.height_rule.as_deref() {
        _ if height <= 0.0 => RowHeight::Auto,
        Some("auto") => RowHeight::AtLeast(height),
        Some("exact") => RowHeight::Exact(height),
        _ => RowHeight::AtLeast(height),
    }
}

fn table_position(stated: &model::TablePosition, properties: &TableProperties) -> TablePosition {
    let points = |value: Option<Twip>| value.unwrap_or_default().pt();
    let anchor = |name: Option<&str>, usual| match name {
        Some("page") => FrameAnchor::Page,
        Some("margin") => FrameAnchor::Margin,
        Some("text") => FrameAnchor::Text,
        _ => usual,
    };
    TablePosition {
        distance: [stated.left_from_text, stated.top_from_text, stated.right_from_text, stated.bottom_from_text].map(points),
        h_anchor: anchor(stated.h_anchor.as_deref(), FrameAnchor::Text),
        v_anchor: anchor(stated.v_anchor.as_deref(), FrameAnchor::Margin),
        x: frame::place(stated.x.or(Some(Twip(0))), stated.x_spec.as_deref(), "left"),
        y: frame::place(stated.y.or(Some(Twip(0))), stated.y_spec.as_deref(), "top"),
        overlap: properties.overlap.as_deref() != Some("never"),
    }
}

fn alternative_text(properties: &TableProperties) -> String {
    properties.caption.clone().or_else(|| properties.description.clone()).unwrap_or_default()
}
