//! Matrices and arrays of equations: rows about the axis.

use super::boxed::Boxed;
use super::constants::{AXIS, LEADING};
use super::{Setter, Style};
use crate::equation::{Part, Row};

/// Least distance of rows, and white between columns, in em.
const ROW: f64 = 1.1733;
const COLUMN: f64 = 1.0;

impl Setter<'_> {
    /// `m:m` and `m:eqArr`.
    pub(super) fn grid(&mut self, rows: &[Vec<Row>], array: bool, style: Style) -> Boxed {
        let size = self.size(style);
        let inner = Style { display: style.display && array, ..style.inner() };
        let mut marks: Vec<f64> = Vec::new();
        let mut set: Vec<Vec<Boxed>> = Vec::new();
        for cells in rows {
            let before = cells.first().filter(|_| array).map_or(0.0, |row| self.before_mark(row, inner));
            marks.push(before);
            set.push(cells.iter().map(|cell| self.row(cell, inner)).collect());
        }
        let columns = set.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<f64> =
            (0..columns).map(|at| set.iter().filter_map(|row| row.get(at)).fold(0.0, |width: f64, cell| width.max(cell.width))).collect();
        let mark = marks.iter().copied().fold(0.0, f64::max);
        let mut all = Boxed::empty();
        let mut baseline = 0.0;
        let mut under: Option<f64> = None;
        for (row, before) in set.into_iter().zip(marks) {
            let above = row.iter().fold(0.0_f64, |above, cell| above.max(cell.above));
            let below = row.iter().fold(0.0_f64, |below, cell| below.max(cell.below));
            if let Some(under) = under {
                baseline -= (under + above + LEADING * size).max(ROW * size);
            }
            under = Some(below);
            let mut x = 0.0;
            for (cell, width) in row.into_iter().zip(&widths) {
                let within = if array { mark - before } else { (width - cell.width) / 2.0 };
                all.put(cell, x + within, baseline);
                x += width + COLUMN * size;
            }
        }
        let all = all.closed();
        // Symmetrical about the axis.
        let lift = (all.below - all.above) / 2.0 + AXIS * size;
        let mut lifted = Boxed::empty();
        lifted.put(all, 0.0, lift);
        lifted.closed()
    }

    /// The width of what stands before an equation's first `&`.
    fn before_mark(&mut self, row: &[Part], style: Style) -> f64 {
        let mut before = Row::new();
        for part in row {
            match part {
                Part::Text { text, look } if text.contains('&') => {
                    before.push(Part::Text { text: text.split('&').next().unwrap_or_default().to_owned(), look: *look });
                    let offset = self.offset;
                    let width = self.row(&before, style).width;
                    self.offset = offset;
                    return width;
                }
                part => before.push(part.clone()),
            }
        }
        0.0
    }
}
