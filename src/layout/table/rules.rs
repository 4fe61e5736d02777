//! The lines of a page's rows: one for each piece of border, neighbouring pieces of the same look joined.

use super::align;
use super::border::{self, Piece, thickness};
use super::cells::{self, Slot};
use super::row::{LaidRow, Sheet};
use crate::flow::{Border, CellBorder};
use crate::layout::fragment::Rule;
use crate::order::sort_by_key;

/// Left edge and width of a slot in a row, mirrored in a right-to-left table.
pub(super) fn across(sheet: &Sheet<'_>, row: usize, slot: Slot) -> (f64, f64) {
    let (from, to) = (edge(sheet, slot.column), edge(sheet, slot.end()));
    (from.min(to) + align::shift(sheet, row), (to - from).abs())
}

/// A grid edge's x.
fn edge(sheet: &Sheet<'_>, at: usize) -> f64 {
    let total = sheet.edges.last().copied().unwrap_or(0.0);
    let x = sheet.edges.get(at).copied().unwrap_or(total);
    if sheet.table.bidi { total - x } else { x }
}

/// A row's vertical lines, by grid edge.
type Verticals = Vec<(usize, Option<Border>)>;

/// All lines of the rows on a page; `bottom` is where the last row ends and the line below it begins.
pub(super) fn rules(sheet: &Sheet<'_>, placed: &[LaidRow], bottom: f64) -> Vec<Rule> {
    if placed.iter().any(|laid| sheet.table.rows.get(laid.index).is_some_and(|row| row.cell_spacing.is_some())) {
        return spaced(sheet, placed, bottom);
    }
    let below = border::height_between(sheet.table, placed.last().map(|last| last.index), None);
    // Lines stand in the middle of the height that the row leaves them.
    let mut levels: Vec<f64> = placed.iter().map(|laid| laid.y + laid.rule / 2.0).collect();
    levels.push(bottom + below / 2.0);
    let verticals: Vec<Verticals> = placed.iter().map(|laid| verticals(sheet, laid.index)).collect();
    let mut rules = horizontal(sheet, placed, &levels, &verticals);
    rules.extend(vertical(sheet, placed, &levels, &verticals));
    rules
}

fn verticals(sheet: &Sheet<'_>, index: usize) -> Verticals {
    let slots = sheet.table.rows.get(index).map(cells::slots).unwrap_or_default();
    let lines = border::verticals(sheet.table, index, &slots);
    let edges = slots.first().map(|first| first.column).into_iter().chain(slots.iter().map(|slot| slot.end()));
    edges.zip(lines).collect()
}

fn horizontal(sheet: &Sheet<'_>, placed: &[LaidRow], levels: &[f64], verticals: &[Verticals]) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (at, &y) in levels.iter().enumerate() {
        let upper = at.checked_sub(1).and_then(|above| placed.get(above));
        let lower = placed.get(at);
        let (upper, lower) = (upper.map(|laid| laid.index), lower.map(|laid| laid.index));
        let near = |edge: usize| half(at.checked_sub(1).and_then(|i| verticals.get(i)), edge).max(half(verticals.get(at), edge));
        for (pieces, shift) in meetings(sheet, upper, lower) {
            for (from, to, border) in joined(&pieces) {
                let (a, b) = (edge(sheet, from) + shift, edge(sheet, to) + shift);
                let (more_a, more_b) = if a <= b { (-near(from), near(to)) } else { (near(from), -near(to)) };
                rules.push(Rule { from: ((a + more_a).min(b + more_b), y), to: ((a + more_a).max(b + more_b), y), border });
            }
        }
    }
    rules
}

/// The pieces between two rows and how far they are shifted: rows that are aligned differently each draw their own.
fn meetings(sheet: &Sheet<'_>, upper: Option<usize>, lower: Option<usize>) -> Vec<(Vec<Piece>, f64)> {
    let shift = |row: Option<usize>| row.map(|row| align::shift(sheet, row));
    match (shift(upper), shift(lower)) {
        (Some(above), Some(below)) if above != below => {
            vec![(border::between(sheet.table, upper, None), above), (border::between(sheet.table, None, lower), below)]
        }
        (above, below) => vec![(border::between(sheet.table, upper, lower), above.or(below).unwrap_or(0.0))],
    }
}

/// The lines of pieces, neighbours of the same look joined, as (first edge, last edge, line).
fn joined(pieces: &[Piece]) -> Vec<(usize, usize, Border)> {
    let mut lines: Vec<(usize, usize, Border)> = Vec::new();
    for piece in pieces {
        let Some(line) = border::winner(piece.upper, piece.lower) else { continue };
        match lines.last_mut() {
            Some((_, to, border)) if *to == piece.from && *border == line => *to = piece.to,
            _ => lines.push((piece.from, piece.to, line)),
        }
    }
    lines
}

/// Half the thickness of the vertical line at a grid edge: horizontal lines reach to its far side.
fn half(row: Option<&Verticals>, edge: usize) -> f64 {
    let lines = row.map(Vec::as_slice).unwrap_or_default();
    let at = lines.binary_search_by_key(&edge, |(place, _)| *place).ok();
    at.and_then(|at| lines.get(at)).and_then(|(_, line)| *line).map_or(0.0, |line| thickness(&line) / 2.0)
}

fn vertical(sheet: &Sheet<'_>, placed: &[LaidRow], levels: &[f64], verticals: &[Verticals]) -> Vec<Rule> {
    let mut pieces = Vec::new();
    for (row, lines) in verticals.iter().enumerate() {
        pieces.extend(lines.iter().filter_map(|(edge, line)| line.map(|line| (*edge, row, line))));
    }
    // By rows they stand already.
    sort_by_key(&mut pieces, |(edge, _, _)| *edge as u64);
    let mut rules: Vec<Rule> = Vec::new();
    let shifts: Vec<f64> = placed.iter().map(|laid| align::shift(sheet, laid.index)).collect();
    let mut before: Option<(usize, usize, Border)> = None;
    for (at, row, line) in pieces {
        let shift = shifts.get(row).copied().unwrap_or(0.0);
        let (Some(&top), Some(&bottom)) = (levels.get(row), levels.get(row + 1)) else { continue };
        let x = edge(sheet, at) + shift;
        let joins = before.is_some_and(|(edge, last, border)| edge == at && last + 1 == row && border == line);
        match rules.last_mut() {
            Some(rule) if joins && rule.from.0 == x => rule.to.1 = bottom,
            _ => rules.push(Rule { from: (x, top), to: (x, bottom), border: line }),
        }
        before = Some((at, row, line));
    }
    rules
}

/// With space between cells there is no conflict: each cell draws its own lines, and the table draws its outer ones.
fn spaced(sheet: &Sheet<'_>, placed: &[LaidRow], bottom: f64) -> Vec<Rule> {
    let mut rules = Vec::new();
    let table = sheet.table;
    let mut frame = |x: f64, y: f64, width: f64, height: f64, sides: [Option<Border>; 4]| {
        let (right, low) = (x + width, y + height);
        let ends = [((x, y), (x, low)), ((x, y), (right, y)), ((right, y), (right, low)), ((x, low), (right, low))];
        for ((from, to), border) in ends.into_iter().zip(sides) {
            rules.extend(border.map(|border| Rule { from, to, border }));
        }
    };
    let total = sheet.edges.last().copied().unwrap_or(0.0);
    let outer = table.borders;
    frame(0.0, 0.0, total, bottom, [outer.left, outer.top, outer.right, outer.bottom]);
    for laid in placed {
        let gap = table.rows.get(laid.index).map_or(0.0, |row| row.cell_spacing.unwrap_or(0.0) / 2.0);
        for cell in &laid.cells {
            let Some(own) = sheet.cell(cell.home.0, cell.home.1).map(|cell| cell.borders) else { continue };
            let side = |own: CellBorder, inside: Option<Border>| match own {
                CellBorder::Inherit => inside,
                CellBorder::Nil => None,
                CellBorder::Line(border) => Some(border),
            };
            let sides = [
                side(own.left, outer.inside_v),
                side(own.top, outer.inside_h),
                side(own.right, outer.inside_v),
                side(own.bottom, outer.inside_h),
            ];
            let (x, width) = across(sheet, laid.index, cell.slot);
            let [left, top, right, bottom] = sides.map(|side| gap + side.map_or(0.0, |line| thickness(&line) / 2.0));
            frame(x + left, laid.y + top, width - left - right, laid.height - top - bottom, sides);
        }
    }
    rules
}
