//! Tables (word-layout 8): properties through styles, cells with their borders, margins, spans and content.

use super::Resolver;
use super::paragraph::alignment;
use super::section::vertical_align;
use super::story::Story;
use super::table_style::{Bands, CellPlace, TableSheet, sides};
use super::{border, color, frame};
use crate::flow::{
    self, Block, Cell, CellBorder, CellBorders, FrameAnchor, Inline, Merge, Paragraph, Row, RowHeight, TableBorders, TablePosition,
    TextDirection, Width,
};
use crate::model::{self, Border, Margins, RowProperties, StyleKind, TableProperties};
use crate::units::Twip;
use std::rc::Rc;

/// Cell margins left and right where no default table style states them, in twips (word-layout 8.1).
const STANDARD_MARGIN: i32 = 115;
/// More columns than this no table of Word has (17.4.17).
const MOST_COLUMNS: u32 = 63;

/// What the rows of a table share.
struct TableFrame<'a> {
    sheet: Rc<TableSheet<'a>>,
    bands: Bands,
    margins: [f64; 4],
    rows: usize,
}

impl<'a> Resolver<'a, '_> {
    /// A table; none where it has no rows to show.
    pub(super) fn table(&mut self, table: &'a model::Table, story: &mut Story<'a>) -> Option<flow::Table> {
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
        let shown: Vec<&'a model::Row> = table.rows.iter().filter(|row| row.properties.hidden != Some(true)).collect();
        let frame = TableFrame { sheet, bands, margins, rows: shown.len() };
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
            grid: table.grid.iter().take(MOST_COLUMNS as usize * 4).map(|width| Twip((*width).max(0)).pt()).collect(),
            borders: self.table_borders(&sources),
            cell_margins: frame.margins,
            cell_spacing: length(first(&sources, |p| p.cell_spacing)).max(0.0),
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
        for (i, cell) in row.cells.iter().enumerate() {
            let span = cell.properties.grid_span.unwrap_or(1).clamp(1, MOST_COLUMNS);
            let place = CellPlace { row: index, rows: table.rows, column, is_first: i == 0, is_last: i + 1 == row.cells.len() };
            column += span as usize;
            let resolved = self.cell(cell, span, place, margins, row.exceptions.as_deref(), table, story);
            match cells.last_mut() {
                // Cells merged across (`w:hMerge`) are one: the first one's, as wide as all.
                Some(merged) if cell.properties.h_merge == Some(false) => {
                    merged.span += span;
                    merged.width = sum(merged.width, resolved.width);
                    merged.borders.right = resolved.borders.right;
                }
                _ => cells.push(resolved),
            }
        }
        if cells.is_empty() || cells.iter().all(is_hidden) {
            return None;
        }
        let own = row.exceptions.as_ref().and_then(|own| own.alignment.as_deref());
        Some(Row {
            grid_before: properties.grid_before.unwrap_or(0).min(MOST_COLUMNS),
            grid_after: properties.grid_after.unwrap_or(0).min(MOST_COLUMNS),
            width_before: width(properties.width_before),
            width_after: width(properties.width_after),
            height: row_height(properties),
            cant_split: properties.cant_split == Some(true),
            header: properties.header == Some(true),
            alignment: properties.alignment.as_deref().or(own).map(|name| alignment(name, false)),
            cells,
        })
    }

    fn cell(
        &mut self,
        cell: &'a model::Cell,
        span: u32,
        place: CellPlace,
        margins: [f64; 4],
        exceptions: Option<&'a TableProperties>,
        table: &TableFrame<'a>,
        story: &mut Story<'a>,
    ) -> Cell {
        let properties: &model::CellProperties = &cell.properties;
        let formats = table.sheet.formats(&table.bands, place);
        let whole = [place.row == 0, place.is_first, place.row + 1 == table.rows, place.is_last];
        let mut stated: [Option<&'a Border>; 4] = [None; 4];
        let mut lay = |sides: [Option<&'a Border>; 4]| {
            for (below, above) in stated.iter_mut().zip(sides) {
                *below = above.or(*below);
            }
        };
        for (format, edges) in &formats {
            format.borders.iter().for_each(|borders| lay(sides(borders, *edges)));
        }
        exceptions.and_then(|own| own.borders.as_ref()).into_iter().for_each(|borders| lay(sides(borders, whole)));
        properties.borders.iter().for_each(|borders| lay(sides(borders, [true; 4])));
        let diagonal = |pick: fn(&model::Borders) -> Option<&Border>| {
            let all = formats.iter().map(|(format, _)| *format).chain(std::iter::once(properties));
            let stated = all.filter_map(|format| format.borders.as_ref().and_then(pick)).last();
            stated.and_then(|stated| border::resolve(stated, &self.shared.palette))
        };
        let [top, left, bottom, right] = stated.map(|side| self.cell_border(side));
        let borders = CellBorders {
            top,
            left,
            bottom,
            right,
            tl2br: diagonal(|borders| borders.tl2br.as_ref()),
            tr2bl: diagonal(|borders| borders.tr2bl.as_ref()),
        };
        let margins = formats.iter().fold(margins, |margins, (format, _)| lay_margins(margins, &format.margins));
        // A format's value is the strongest one stated; the cell's own comes first of all.
        let strongest = || std::iter::once(properties).chain(formats.iter().rev().map(|(format, _)| *format));
        let own_shading = exceptions.and_then(|own| own.shading.as_ref());
        let shading = properties.shading.as_ref().or(own_shading).or(strongest().find_map(|format| format.shading.as_ref()));
        let table_shading = || table.sheet.chain.iter().rev().find_map(|style| style.table.shading.as_ref());
        let shading = shading.or_else(table_shading).and_then(|shading| color::resolve_shading(shading, &self.shared.palette));
        let vertical = strongest().find_map(|format| format.vertical_align.as_deref());
        let no_wrap = strongest().find_map(|format| format.no_wrap) == Some(true);

        story.table_layer = self.cell_layer(&table.sheet, &table.bands, place);
        let mut blocks = self.blocks(&cell.blocks, story);
        if !matches!(blocks.last(), Some(Block::Paragraph(_))) {
            blocks.push(Block::Paragraph(Box::new(self.empty_paragraph(story))));
        }
        Cell {
            width: width(properties.width),
            span,
            merge: match properties.v_merge {
                None => Merge::None,
                Some(true) => Merge::Start,
                Some(false) => Merge::Continue,
            },
            borders,
            shading,
            margins: lay_margins(margins, &properties.margins),
            vertical_align: vertical_align(vertical),
            direction: text_direction(properties.text_direction.as_deref()),
            no_wrap,
            fit_text: properties.fit_text == Some(true),
            hide_mark: properties.hide_mark == Some(true),
            blocks,
        }
    }

    /// The paragraph that a cell must end with where the file leaves it out.
    fn empty_paragraph(&mut self, story: &mut Story<'a>) -> Paragraph {
        static EMPTY: std::sync::LazyLock<[model::Block; 1]> = std::sync::LazyLock::new(|| [model::Block::Paragraph(Box::default())]);
        match self.blocks(&*EMPTY, story).pop() {
            Some(Block::Paragraph(paragraph)) => *paragraph,
            _ => Paragraph::default(),
        }
    }

    fn cell_border(&self, stated: Option<&Border>) -> CellBorder {
        match stated {
            None => CellBorder::Inherit,
            Some(border) => border::resolve(border, &self.shared.palette).map_or(CellBorder::Nil, CellBorder::Line),
        }
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

/// The strongest statement.
fn first<'a, T>(sources: &[&'a TableProperties], pick: impl Fn(&'a TableProperties) -> Option<T>) -> Option<T> {
    sources.iter().find_map(|source| pick(source))
}

fn lay_margins(below: [f64; 4], above: &Margins) -> [f64; 4] {
    let side = |i: usize, stated: Option<Twip>| stated.map_or(below[i], |margin| margin.pt().max(0.0));
    [side(0, above.left), side(1, above.top), side(2, above.right), side(3, above.bottom)]
}

/// Nothing in it shows, not even an empty line.
fn is_hidden(cell: &Cell) -> bool {
    cell.blocks.iter().all(|block| match block {
        Block::Paragraph(p) => p.mark_hidden && p.items.iter().all(|item| matches!(item, Inline::Bookmark(_) | Inline::SavedBreak)),
        Block::Table(_) => false,
    })
}

/// A stated width; 0 says nothing.
fn width(stated: Option<model::Width>) -> Width {
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

/// `w:textDirection` of a cell (17.18.93), in both spellings.
fn text_direction(name: Option<&str>) -> TextDirection {
    match name {
        Some("tbRl" | "tbRlV" | "tbLrV" | "rl" | "rlV" | "lrV") => TextDirection::TopToBottom,
        Some("btLr" | "lr") => TextDirection::BottomToTop,
        _ => TextDirection::Horizontal,
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
