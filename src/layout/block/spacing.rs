//! What stands between two paragraphs, and above the first of a column (word-layout 4.2, 4.3).

use crate::flow::{Grid, Paragraph};
use crate::layout::Surroundings;

/// How the column's first block got to its top: decides what is left of its space before.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Top {
    /// The document begins: space before is kept.
    #[default]
    Document,
    /// Text flowed over from the column or page before: dropped.
    Flow,
    /// A page or column break character: dropped.
    Break,
    /// A section begins, or a paragraph with `pageBreakBefore`; the space after that came before counts against it
    /// (docs/word/space-before-at-asked-pages.md).
    Asked(f64),
    /// A cell, header, note or text box: kept, automatic spacing dropped.
    Container,
}

/// Automatic spacing (`beforeAutospacing`): 14 pt, whatever the font (word-layout 4.2).
const AUTO: f64 = 14.0;

/// One line where there is no grid (word-layout 4.2).
const LINE_WITHOUT_GRID: f64 = 12.0;

/// The paragraph that stands above, as far as the gap below it goes.
#[derive(Clone, Copy, Debug)]
pub struct Above {
    after: f64,
    after_auto: bool,
    contextual: bool,
    style: u32,
    list: Option<u32>,
}

impl Above {
    /// What `paragraph` leaves below itself.
    pub fn new(paragraph: &Paragraph, surroundings: &Surroundings) -> Self {
        Self {
            after: after(paragraph, surroundings),
            after_auto: paragraph.spacing.after_auto,
            contextual: paragraph.spacing.contextual,
            style: paragraph.style,
            list: list(paragraph),
        }
    }

    /// Its space after, for what is not a paragraph.
    pub fn after(&self) -> f64 {
        self.after
    }
}

fn list(paragraph: &Paragraph) -> Option<u32> {
    paragraph.label.as_ref().map(|label| label.list.0)
}

/// A line of the section's grid, also where lines keep off it (`probes/table-row-before`, E4).
fn line(grid: &Grid) -> f64 {
    if grid.line_pitch > 0.0 { grid.line_pitch } else { LINE_WITHOUT_GRID }
}

/// A paragraph's own space before.
pub fn before(paragraph: &Paragraph, surroundings: &Surroundings) -> f64 {
    let spacing = &paragraph.spacing;
    if spacing.before_auto {
        AUTO
    } else if spacing.before_lines != 0.0 {
        spacing.before_lines * line(&surroundings.grid)
    } else {
        spacing.before
    }
}

/// A paragraph's own space after.
pub fn after(paragraph: &Paragraph, surroundings: &Surroundings) -> f64 {
    let spacing = &paragraph.spacing;
    if spacing.after_auto {
        AUTO
    } else if spacing.after_lines != 0.0 {
        spacing.after_lines * line(&surroundings.grid)
    } else {
        spacing.after
    }
}

/// The gap between a paragraph and the one below: the larger of after and before. Automatic spacing is none between items
/// of one list. `contextualSpacing` between paragraphs of one style removes what its paragraph owns: the upper one the
/// after, the lower one what its before adds to that.
pub fn between(above: &Above, below: &Paragraph, surroundings: &Surroundings) -> f64 {
    let same_list = above.list.is_some() && above.list == list(below);
    let upper = if above.after_auto && same_list { 0.0 } else { above.after };
    let lower = if below.spacing.before_auto && same_list { 0.0 } else { before(below, surroundings) };
    if above.style != below.style {
        return upper.max(lower);
    }
    let kept = if above.contextual { 0.0 } else { upper };
    let added = if below.spacing.contextual { 0.0 } else { (lower - upper).max(0.0) };
    kept + added
}

/// What is left of a paragraph's space before at the top of a column.
pub fn at_top(top: Top, paragraph: &Paragraph, surroundings: &Surroundings) -> f64 {
    let before = before(paragraph, surroundings);
    if paragraph.spacing.before_auto {
        return 0.0;
    }
    match top {
        Top::Document | Top::Container => before,
        Top::Flow | Top::Break => 0.0,
        Top::Asked(after) => (before - after).max(0.0),
    }
}

/// Space below the last paragraph of a cell, header or note: all of it, but none that is automatic.
pub fn at_bottom(above: &Above) -> f64 {
    if above.after_auto { 0.0 } else { above.after }
}
