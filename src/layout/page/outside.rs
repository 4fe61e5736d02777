//! Drawings in cells that are not laid out there: where they stand is known when all tables stand on their page.

use crate::layout::float::{self, AnchorPlace, Geometry};
use crate::layout::fragment::{Fragment, Page, Placed};

/// Places them, measured from the page and from the text area; text does not run around them.
pub(super) fn place(page: &mut Page, geometry: &Geometry) {
    for story in &mut page.stories {
        place_in(&mut story.blocks, (0.0, 0.0), geometry);
    }
}

fn place_in(blocks: &mut [Placed], origin: (f64, f64), geometry: &Geometry) {
    for placed in blocks {
        let (x, y) = (origin.0 + placed.x, origin.1 + placed.y);
        match &mut placed.fragment {
            Fragment::Table(table) => {
                for row in &mut table.rows {
                    let top = y + row.y;
                    for cell in row.cells.iter_mut().filter(|cell| cell.turns == 0) {
                        place_in(&mut cell.blocks, (x + cell.rect.x, top + cell.rect.y), geometry);
                    }
                }
            }
            Fragment::Drawing(drawing) => {
                let Some(outside) = &drawing.outside else { continue };
                let anchor = AnchorPlace {
                    column: geometry.left,
                    column_width: geometry.right - geometry.left,
                    paragraph: y + outside.paragraph,
                    line: y + outside.line,
                    character: x + outside.character,
                };
                let spot = float::spot(outside, (drawing.width, drawing.height), geometry, &anchor);
                (placed.x, placed.y) = (spot.0 - origin.0, spot.1 - origin.1);
            }
            Fragment::Paragraph(_) | Fragment::Rule(_) => {}
        }
    }
}
