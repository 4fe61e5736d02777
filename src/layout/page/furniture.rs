//! Page borders (`w:pgBorders`; word-layout 7.9): painted, no effect on layout.

use super::area::BodyArea;
use crate::flow::{Border, Section};
use crate::layout::fragment::{Page, Rule};

/// Adds the section's page borders, if this page has them.
pub fn draw_borders(page: &mut Page, section: &Section, area: &BodyArea, first: bool) {
    let Some(borders) = &section.borders else { return };
    if !(if first { borders.first_page } else { borders.other_pages }) {
        return;
    }
    let space = |border: &Option<Border>| border.map_or(0.0, |border| border.space + border.width / 2.0);
    let (left, right, top, bottom) = if borders.from_page {
        (space(&borders.left), page.width - space(&borders.right), space(&borders.top), page.height - space(&borders.bottom))
    } else {
        (
            area.left - space(&borders.left),
            area.right + space(&borders.right),
            area.geometry.top - space(&borders.top),
            area.geometry.bottom + space(&borders.bottom),
        )
    };
    let mut rule = |border: Option<Border>, from: (f64, f64), to: (f64, f64)| {
        page.rules.extend(border.map(|border| Rule { from, to, border }));
    };
    rule(borders.top, (left, top), (right, top));
    rule(borders.bottom, (left, bottom), (right, bottom));
    rule(borders.left, (left, top), (left, bottom));
    rule(borders.right, (right, top), (right, bottom));
}
