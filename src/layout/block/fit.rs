//! Does a line still fit at the bottom of a column? The rule that decides page counts (word-layout 4.6).

use crate::flow::{BreakKind, GridKind, LineSpacing};
use crate::layout::Surroundings;
use crate::layout::inline::BrokenLine;

/// Half a twip: Word compares in twips (word-measured 4.1).
pub const TOLERANCE: f64 = 0.025;

/// How far below its top a line needs the column to reach.
///
/// - `exact` and `atLeast`: the whole box,
/// - a line with a picture: the whole box,
/// - on a typed grid: the text is centred in its cells and only the upper half of the leading must fit,
/// - else: the text at single spacing; what a multiple adds may hang out;
/// - a line that holds only a page break needs nothing: it never makes a page of its own (word-layout 4.9; two pages of
///   44 full lines in the corpus end with such a paragraph).
pub fn needed(line: &BrokenLine, spacing: LineSpacing, snaps: bool, surroundings: &Surroundings) -> f64 {
    let height = line.line.height;
    if line.blank && line.break_after == Some(BreakKind::Page) {
        return 0.0;
    }
    match spacing {
        LineSpacing::Exact(_) | LineSpacing::AtLeast(_) => height,
        LineSpacing::Multiple(_) if line.has_object => height,
        LineSpacing::Multiple(_) if snaps && surroundings.grid.kind != GridKind::None => f64::midpoint(height, line.natural.min(height)),
        LineSpacing::Multiple(_) => line.natural.min(height),
    }
}
