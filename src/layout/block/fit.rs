//! Does a line still fit at the bottom of a column? The rule that decides page counts (word-layout 4.6).

use crate::flow::{BreakKind, GridKind, LineSpacing};
use crate::layout::Surroundings;
use crate::layout::inline::BrokenLine;

/// A tenth of a twip, for rounding of our own: a line that is 0.17 twips too low does not fit
/// (docs/word/lines-fit-exactly.md).
pub const TOLERANCE: f64 = 0.005;

/// So much of an empty paragraph's line on a grid may hang out, unless its height is stated (docs/word/empty-lines-hang-out.md).
pub const EMPTY_OVERHANG: f64 = 2.5;

/// How far below its top a line needs the column to reach.
///
/// - `exact` and `atLeast`: the whole box,
/// - a line with a picture: the picture and the text beside it; what a multiple or whole cells add may hang out
///   (docs/word/picture-lines-may-hang-out.md),
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
        LineSpacing::Multiple(_) if line.has_object => line.natural.min(height),
        LineSpacing::Multiple(_) if snaps && surroundings.grid.kind != GridKind::None => f64::midpoint(height, line.natural.min(height)),
        LineSpacing::Multiple(_) => line.natural.min(height),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::Grid;
    use crate::layout::fragment::Line;

    #[test]
    fn what_spacing_adds_to_a_picture_may_hang_out() {
        let line = BrokenLine {
            line: Line { height: 46.8, ..Line::default() },
            natural: 40.0,
            next: None,
            break_after: None,
            footnotes: Vec::new(),
            offset: None,
            saved_break: false,
            blank: false,
            has_object: true,
        };
        let grid = Grid { kind: GridKind::Lines, line_pitch: 15.6, char_space: 0.0 };
        let surroundings = Surroundings { grid, ..Surroundings::default() };
        assert_eq!(needed(&line, LineSpacing::Multiple(1.0), true, &surroundings), 40.0);
        assert_eq!(needed(&line, LineSpacing::AtLeast(20.0), true, &surroundings), 46.8);
    }
}
