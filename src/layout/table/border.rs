//! Borders: what a cell inherits, which of two neighbours' lines wins, how thick a line is drawn, and the lines of a
//! page's rows joined to long rules (`word-layout.md` 8.5, `word-measured.md` 5.4).

use super::cells::{self, Slot};
use crate::flow::{Border, BorderStyle, CellBorder, Merge, Table};
use crate::order::sort_by_key;

/// What a border takes across, all its lines and gaps. `Border::width` is one line; a double takes three times that, a
/// triple five times (`word-measured.md` 5.2); the fixed lines of the thick-thin styles are 0.75 pt;
/// the three-dimensional ones take twice their width (docs/word/three-dimensional-borders.md).
pub(in crate::layout) fn thickness(border: &Border) -> f64 {
    use BorderStyle as S;
    let width = border.width;
    match border.style {
        S::ThreeDEmboss | S::ThreeDEngrave => 2.0 * width,
        S::Double | S::DoubleWave | S::ThinThickThinMediumGap => 3.0 * width,
        S::Triple => 5.0 * width,
        S::ThinThickSmallGap | S::ThickThinSmallGap => width + 1.5,
        S::ThinThickThinSmallGap => width + 3.0,
        S::ThinThickMediumGap | S::ThickThinMediumGap => 2.0 * width,
        S::ThinThickLargeGap | S::ThickThinLargeGap => width + 2.25,
        S::ThinThickThinLargeGap => 2.0 * width + 3.0,
        _ => width,
    }
}

/// Dotted lines lose to dashed ones, both to solid ones, whatever their widths.
fn class(border: &Border) -> u8 {
    use BorderStyle as S;
    match border.style {
        S::Dotted => 0,
        S::Dashed | S::DashSmallGap | S::DotDash | S::DotDotDash | S::DashDotStroked => 1,
        _ => 2,
    }
}

fn is_multiple(border: &Border) -> bool {
    use BorderStyle as S;
    !matches!(border.style, S::Single | S::Thick | S::Wave | S::ThreeDEmboss | S::ThreeDEngrave | S::Outset | S::Inset)
}

/// The line that is drawn where two cells meet; `first` is the upper's or the left one's.
pub(super) fn winner(first: Option<Border>, second: Option<Border>) -> Option<Border> {
    let (a, b) = match (first, second) {
        (Some(a), Some(b)) => (a, b),
        (one, other) => return one.or(other),
    };
    let second_wins = match class(&a).cmp(&class(&b)) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Greater => false,
        std::cmp::Ordering::Equal if class(&a) < 2 => false,
        std::cmp::Ordering::Equal => {
            let (left, right) = (thickness(&a), thickness(&b));
            right > left || (right == left && is_multiple(&b) && !is_multiple(&a))
        }
    };
    Some(if second_wins { b } else { a })
}

fn stated(own: CellBorder, inherited: Option<Border>) -> Option<Border> {
    match own {
        CellBorder::Inherit => inherited,
        CellBorder::Nil => None,
        CellBorder::Line(border) => Some(border),
    }
}

/// A piece of the line between two rows: grid columns, and what the upper and the lower cell want there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// First grid edge.
    pub from: usize,
    /// Last grid edge.
    pub to: usize,
    /// The upper cell's line.
    pub upper: Option<Border>,
    /// The lower cell's line.
    pub lower: Option<Border>,
}

/// The pieces between two rows that stand on each other; `None` is the edge of the table, or of its part on a page,
/// where the table's own top and bottom borders are drawn.
pub(super) fn between(table: &Table, upper: Option<usize>, lower: Option<usize>) -> Vec<Piece> {
    let above = upper.and_then(|index| table.rows.get(index));
    let below = lower.and_then(|index| table.rows.get(index));
    let above_slots = above.map(cells::slots).unwrap_or_default();
    let below_slots = below.map(cells::slots).unwrap_or_default();
    let mut edges: Vec<usize> = above_slots.iter().chain(&below_slots).flat_map(|slot| [slot.column, slot.end()]).collect();
    sort_by_key(&mut edges, |edge| *edge as u64);
    edges.dedup();
    let (mut i, mut j) = (0, 0);
    let mut pieces = Vec::with_capacity(edges.len());
    for pair in edges.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let over = slot_at(&above_slots, &mut i, from);
        let under = slot_at(&below_slots, &mut j, from);
        let over_cell = over.zip(above).and_then(|(slot, row)| row.cells.get(slot.cell));
        let under_cell = under.zip(below).and_then(|(slot, row)| row.cells.get(slot.cell));
        // The inside of a vertical merge has no line.
        let merged = under_cell.is_some_and(|cell| cell.merge == Merge::Continue) && over.map(|s| s.column) == under.map(|s| s.column);
        if merged && over_cell.is_some_and(|cell| cell.merge != Merge::None) {
            continue;
        }
        let bottom = if under.is_some() { table.borders.inside_h } else { table.borders.bottom };
        let top = if over.is_some() { table.borders.inside_h } else { table.borders.top };
        pieces.push(Piece {
            from,
            to,
            upper: over_cell.and_then(|cell| stated(cell.borders.bottom, bottom)),
            lower: under_cell.and_then(|cell| stated(cell.borders.top, top)),
        });
    }
    pieces
}

/// The slot over grid column `column`; `next` only moves on.
fn slot_at(slots: &[Slot], next: &mut usize, column: usize) -> Option<Slot> {
    while slots.get(*next).is_some_and(|slot| slot.end() <= column) {
        *next += 1;
    }
    slots.get(*next).copied().filter(|slot| slot.column <= column)
}

/// The height the line between two rows takes: its thickest piece, whoever states it.
pub(super) fn height_between(table: &Table, upper: Option<usize>, lower: Option<usize>) -> f64 {
    between(table, upper, lower)
        .iter()
        .flat_map(|piece| [piece.upper, piece.lower])
        .flatten()
        .map(|border| thickness(&border))
        .fold(0.0, f64::max)
}

/// The vertical lines of a row: one left of each cell, and one after the last.
pub(super) fn verticals(table: &Table, index: usize, slots: &[Slot]) -> Vec<Option<Border>> {
    let Some(row) = table.rows.get(index) else { return Vec::new() };
    let side = |slot: Option<&Slot>| slot.and_then(|slot| row.cells.get(slot.cell)).map(|cell| cell.borders);
    (0..=slots.len())
        .map(|place| {
            let before = if place == 0 { None } else { side(slots.get(place - 1)) };
            let after = side(slots.get(place));
            let right = if after.is_some() { table.borders.inside_v } else { table.borders.right };
            let left = if before.is_some() { table.borders.inside_v } else { table.borders.left };
            winner(before.and_then(|b| stated(b.right, right)), after.and_then(|b| stated(b.left, left)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::{Cell, CellBorders, Row, TableBorders};

    fn line(style: BorderStyle, width: f64) -> Option<Border> {
        Some(Border { style, width, space: 0.0, color: None, shadow: false })
    }

    fn table(rows: Vec<Vec<CellBorders>>) -> Table {
        let row = |cells: Vec<CellBorders>| Row {
            cells: cells.into_iter().map(|borders| Cell { span: 1, borders, ..Cell::default() }).collect(),
            ..Row::default()
        };
        let thin = line(BorderStyle::Single, 0.5);
        let borders = TableBorders { top: thin, left: thin, bottom: thin, right: thin, inside_h: thin, inside_v: thin };
        Table { rows: rows.into_iter().map(row).collect(), borders, ..Table::default() }
    }

    #[test]
    fn solid_beats_dashed_beats_dotted_whatever_the_width() {
        let (solid, dashed, dotted) = (line(BorderStyle::Single, 0.5), line(BorderStyle::Dashed, 3.0), line(BorderStyle::Dotted, 6.0));
        assert_eq!(winner(dotted, dashed), dashed);
        assert_eq!(winner(dashed, solid), solid);
        assert_eq!(winner(solid, dashed), solid);
    }

    #[test]
    fn drawn_thickness_decides_among_solid_lines() {
        let (single, double) = (line(BorderStyle::Single, 1.5), line(BorderStyle::Double, 0.5));
        assert_eq!(winner(single, double), double, "equal thickness: the double one");
        assert_eq!(winner(double, line(BorderStyle::Single, 2.0)), line(BorderStyle::Single, 2.0));
    }

    #[test]
    fn nil_removes_a_line_only_on_both_sides() {
        let nil = CellBorders { bottom: CellBorder::Nil, top: CellBorder::Nil, ..CellBorders::default() };
        let one = table(vec![vec![nil], vec![CellBorders::default()]]);
        assert_eq!(height_between(&one, Some(0), Some(1)), 0.5);
        let both = table(vec![vec![nil], vec![nil]]);
        assert_eq!(height_between(&both, Some(0), Some(1)), 0.0);
        assert_eq!(height_between(&both, None, Some(0)), 0.0);
    }

    #[test]
    fn a_merge_has_no_line_inside() {
        let mut merged = table(vec![vec![CellBorders::default()], vec![CellBorders::default()]]);
        merged.rows[0].cells[0].merge = Merge::Start;
        merged.rows[1].cells[0].merge = Merge::Continue;
        assert!(between(&merged, Some(0), Some(1)).is_empty());
    }
}
