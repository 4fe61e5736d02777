//! Table styles (word-layout 2.4): which conditional formats reach a cell, and what they say to its paragraphs, its
//! borders and its ground. `w:cnfStyle` is a cache that the file may carry; it is computed here instead.

use super::Resolver;
use super::cascade::{StyleIndex, TableLayer};
use super::run::RunLayer;
use crate::model::{Border, Borders, CellProperties, ConditionalFormat, ParagraphProperties, RunProperties, Style, TableLook};
use std::collections::HashMap;
use std::rc::Rc;

/// The conditions from the weakest to the strongest, by `w:tblStylePr/@w:type`.
const CONDITIONS: [&str; 12] = [
    "band1Vert",
    "band2Vert",
    "band1Horz",
    "band2Horz",
    "firstRow",
    "lastRow",
    "firstCol",
    "lastCol",
    "nwCell",
    "neCell",
    "swCell",
    "seCell",
];

/// What a table without `w:tblLook` has: 04A0.
const USUAL_LOOK: TableLook =
    TableLook { first_row: true, last_row: false, first_column: true, last_column: false, no_h_band: false, no_v_band: true };

/// Table styles met so far.
#[derive(Default)]
pub(super) struct TableStyles<'a> {
    sheets: HashMap<StyleIndex, Rc<TableSheet<'a>>>,
    layers: HashMap<(StyleIndex, u16), u32>,
}

/// A table style with those it is based on, the root first.
pub(super) struct TableSheet<'a> {
    style: StyleIndex,
    pub(super) chain: Vec<&'a Style>,
    /// Says something to paragraphs.
    reaches_text: bool,
}

/// Where a cell stands in its table.
#[derive(Clone, Copy, Debug)]
pub(super) struct CellPlace {
    pub(super) row: usize,
    pub(super) rows: usize,
    /// Grid column it begins in.
    pub(super) column: usize,
    pub(super) is_first: bool,
    pub(super) is_last: bool,
}

/// Which conditions are on in a table, and how its bands are cut.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bands {
    look: TableLook,
    /// Rows and columns in a band; 0 has no bands.
    rows: usize,
    columns: usize,
}

/// The sides of a cell that lie at the edge of a region: top, left, bottom, right.
pub(super) type Edges = [bool; 4];

impl Bands {
    /// From the table's look and its style's band sizes.
    pub(super) fn new(look: Option<TableLook>, rows: Option<i32>, columns: Option<i32>) -> Self {
        let size = |stated: Option<i32>| usize::try_from(stated.unwrap_or(1)).unwrap_or(0);
        Self { look: look.unwrap_or(USUAL_LOOK), rows: size(rows), columns: size(columns) }
    }

    /// The conditions that reach a cell, each with the cell's sides at its region's edges; `None` where it does not.
    fn regions(&self, place: CellPlace) -> [Option<Edges>; 12] {
        let look = self.look;
        let (top, bottom) = (place.row == 0, place.row + 1 == place.rows);
        let (left, right) = (place.is_first, place.is_last);
        let (in_first_row, in_last_row) = (look.first_row && top, look.last_row && bottom);
        let (in_first_column, in_last_column) = (look.first_column && left, look.last_column && right);
        let mut regions = [None; 12];
        // Rows and columns that a condition takes out do not count as bands.
        if !look.no_h_band && self.rows > 0 && !in_first_row && !in_last_row {
            let row = place.row - usize::from(look.first_row);
            let begins = row.is_multiple_of(self.rows);
            let ends = (row + 1).is_multiple_of(self.rows) || bottom || (look.last_row && place.row + 2 == place.rows);
            regions[2 + row / self.rows % 2] = Some([begins, left, ends, right]);
        }
        if !look.no_v_band && self.columns > 0 && !in_first_column && !in_last_column {
            let column = place.column.saturating_sub(usize::from(look.first_column));
            let begins = column.is_multiple_of(self.columns);
            let ends = (column + 1).is_multiple_of(self.columns) || right;
            let top = place.row == usize::from(look.first_row);
            regions[column / self.columns % 2] = Some([top, begins, bottom, ends]);
        }
        for (i, on, edges) in [
            (4, in_first_row, [true, left, true, right]),
            (5, in_last_row, [true, left, true, right]),
            (6, in_first_column, [top, true, bottom, true]),
            (7, in_last_column, [top, true, bottom, true]),
            (8, in_first_row && in_first_column, [true; 4]),
            (9, in_first_row && in_last_column, [true; 4]),
            (10, in_last_row && in_first_column, [true; 4]),
            (11, in_last_row && in_last_column, [true; 4]),
        ] {
            regions[i] = on.then_some(edges);
        }
        regions
    }
}

impl<'a> TableSheet<'a> {
    /// The formats that reach a cell, weakest first: the style's own over the whole table, then its conditions.
    pub(super) fn formats(&self, bands: &Bands, place: CellPlace) -> Vec<(&'a CellProperties, Edges)> {
        let whole = [place.row == 0, place.is_first, place.row + 1 == place.rows, place.is_last];
        let mut formats: Vec<_> = self.chain.iter().map(|style| (&style.cell, whole)).collect();
        for (name, edges) in CONDITIONS.iter().zip(bands.regions(place)) {
            if let Some(edges) = edges {
                formats.extend(self.conditional(name).map(|format| (&format.cell, edges)));
            }
        }
        formats
    }

    fn conditional(&self, name: &'static str) -> impl Iterator<Item = &'a ConditionalFormat> {
        self.chain.iter().filter_map(move |style| style.conditional.get(name))
    }
}

/// The borders of a format as they fall on a cell: inside ones where a side is not at the region's edge.
pub(super) fn sides(borders: &Borders, edges: Edges) -> [Option<&Border>; 4] {
    let outer = [&borders.top, &borders.left, &borders.bottom, &borders.right];
    let inner = [&borders.inside_h, &borders.inside_v, &borders.inside_h, &borders.inside_v];
    let mut sides = [None; 4];
    for (i, side) in sides.iter_mut().enumerate() {
        *side = if edges[i] { outer[i].as_ref() } else { inner[i].as_ref() };
    }
    sides
}

impl<'a> Resolver<'a, '_> {
    /// A table style with those it is based on.
    pub(super) fn table_sheet(&mut self, style: StyleIndex) -> Rc<TableSheet<'a>> {
        if let Some(sheet) = self.table_styles.sheets.get(&style) {
            return Rc::clone(sheet);
        }
        let chain = self.cascade.chain(style);
        let speaks = |style: &&Style| {
            style.paragraph != ParagraphProperties::default() || style.run != RunProperties::default() || !style.conditional.is_empty()
        };
        let sheet = Rc::new(TableSheet { style, reaches_text: chain.iter().any(speaks), chain });
        self.table_styles.sheets.insert(style, Rc::clone(&sheet));
        sheet
    }

    /// The number of what the style says to the paragraphs of a cell.
    pub(super) fn cell_layer(&mut self, sheet: &TableSheet<'a>, bands: &Bands, place: CellPlace) -> u32 {
        if !sheet.reaches_text {
            return 0;
        }
        let regions = bands.regions(place);
        let mask = regions.iter().enumerate().fold(0_u16, |mask, (i, region)| mask | u16::from(region.is_some()) << i);
        if let Some(layer) = self.table_styles.layers.get(&(sheet.style, mask)) {
            return *layer;
        }
        let mut layer = TableLayer::default();
        let mut add = |paragraph: &'a ParagraphProperties, run: &'a RunProperties| {
            layer.paragraphs.push(paragraph);
            layer.run.over(&RunLayer::new(run, &self.shared.palette, &mut self.shared.pool));
        };
        for style in &sheet.chain {
            add(&style.paragraph, &style.run);
        }
        for (name, _) in CONDITIONS.iter().zip(regions).filter(|(_, region)| region.is_some()) {
            sheet.conditional(name).for_each(|format| add(&format.paragraph, &format.run));
        }
        let number = self.cascade.add_table_layer(layer);
        self.table_styles.layers.insert((sheet.style, mask), number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(row: usize, column: usize) -> CellPlace {
        CellPlace { row, rows: 5, column, is_first: column == 0, is_last: column == 3 }
    }

    fn names(bands: &Bands, row: usize, column: usize) -> Vec<&'static str> {
        let regions = bands.regions(place(row, column));
        CONDITIONS.iter().zip(regions).filter(|(_, region)| region.is_some()).map(|(name, _)| *name).collect()
    }

    #[test]
    fn the_usual_look() {
        let bands = Bands::new(None, None, None);
        assert_eq!(names(&bands, 0, 0), ["firstRow", "firstCol", "nwCell"]);
        assert_eq!(names(&bands, 0, 2), ["firstRow"]);
        assert_eq!(names(&bands, 1, 0), ["band1Horz", "firstCol"]);
        assert_eq!(names(&bands, 2, 1), ["band2Horz"]);
        assert_eq!(names(&bands, 4, 3), ["band2Horz"]);
    }

    #[test]
    fn bands_may_be_wider_and_count_from_the_first_free_row() {
        let look = TableLook { first_row: false, first_column: false, no_v_band: false, ..USUAL_LOOK };
        let bands = Bands::new(Some(look), Some(2), Some(1));
        assert_eq!(names(&bands, 1, 0), ["band1Vert", "band1Horz"]);
        assert_eq!(names(&bands, 2, 1), ["band2Vert", "band2Horz"]);
        let none = Bands::new(Some(look), Some(0), Some(0));
        assert!(names(&none, 1, 1).is_empty());
    }

    #[test]
    fn inside_borders_fall_on_inner_edges() {
        let border = |val: &str| Some(Border { val: val.into(), ..Border::default() });
        let borders = Borders { top: border("double"), inside_v: border("dotted"), ..Borders::default() };
        let sides = sides(&borders, [true, true, true, false]);
        assert_eq!(sides.map(|side| side.map(|b| b.val.as_str())), [Some("double"), None, None, Some("dotted")]);
    }
}
