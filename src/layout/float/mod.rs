//! What stands beside the text: where a float goes, and which lanes it leaves to lines.

mod exclusion;
mod outline;

pub use exclusion::{Exclusion, Exclusions, MIN_LANE, identity};

use self::exclusion::MIN_LANE_BESIDE_TABLE;
use self::outline::Outline;
use super::fragment::{DrawingFragment, Fragment, Outside, Placed, Rect};
use super::{Context, Surroundings, block};
use crate::flow::{AnchorAt, AnchorBase, Float, Graphic, VerticalAlign, Wrap, WrapSide};
use std::sync::Arc;

/// The page around a column, as floats are measured from it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Geometry {
    /// Paper width.
    pub width: f64,
    /// Paper height.
    pub height: f64,
    /// Left edge of the text area.
    pub left: f64,
    /// Right edge of the text area.
    pub right: f64,
    /// Top margin.
    pub top: f64,
    /// Bottom edge of the text area by the margin.
    pub bottom: f64,
    /// An even page: inside is right.
    pub even: bool,
}

/// Where a float's anchor stands.
#[derive(Clone, Copy, Debug)]
pub struct AnchorPlace {
    /// Left edge of the column.
    pub column: f64,
    /// Width of the column.
    pub column_width: f64,
    /// Top of the anchor's paragraph.
    pub paragraph: f64,
    /// Top of the anchor's line.
    pub line: f64,
    /// The anchor's own x.
    pub character: f64,
}

/// Start and extent of what a float is measured from across the page (word-layout 9.2).
fn across(base: AnchorBase, page: &Geometry, at: &AnchorPlace) -> (f64, f64) {
    let left_margin = (0.0, page.left);
    let right_margin = (page.right, page.width - page.right);
    match base {
        AnchorBase::Page => (0.0, page.width),
        AnchorBase::Margin => (page.left, page.right - page.left),
        AnchorBase::Character => (at.character, 0.0),
        AnchorBase::LeftMargin => left_margin,
        AnchorBase::RightMargin => right_margin,
        AnchorBase::InsideMargin => {
            if page.even {
                right_margin
            } else {
                left_margin
            }
        }
        AnchorBase::OutsideMargin => {
            if page.even {
                left_margin
            } else {
                right_margin
            }
        }
        _ => (at.column, at.column_width),
    }
}

/// Start and extent of what a float is measured from down the page.
fn down(base: AnchorBase, page: &Geometry, at: &AnchorPlace) -> (f64, f64) {
    let top_margin = (0.0, page.top);
    let bottom_margin = (page.bottom, page.height - page.bottom);
    match base {
        AnchorBase::Page => (0.0, page.height),
        AnchorBase::Margin => (page.top, page.bottom - page.top),
        AnchorBase::TopMargin => top_margin,
        AnchorBase::BottomMargin => bottom_margin,
        AnchorBase::InsideMargin => {
            if page.even {
                bottom_margin
            } else {
                top_margin
            }
        }
        AnchorBase::OutsideMargin => {
            if page.even {
                top_margin
            } else {
                bottom_margin
            }
        }
        AnchorBase::Line => (at.line, 0.0),
        _ => (at.paragraph, 0.0),
    }
}

/// A place along one axis.
fn along((start, extent): (f64, f64), size: f64, at: AnchorAt, even: bool) -> f64 {
    match at {
        AnchorAt::Offset(offset) => start + offset,
        AnchorAt::Share(share) => start + extent * share,
        AnchorAt::Start => start,
        AnchorAt::Center => start + (extent - size) / 2.0,
        AnchorAt::End => start + extent - size,
        AnchorAt::Inside => {
            if even {
                start + extent - size
            } else {
                start
            }
        }
        AnchorAt::Outside => {
            if even {
                start
            } else {
                start + extent - size
            }
        }
    }
}

/// Share of a reference's extent, where the float's size is stated so.
fn relative(base: AnchorBase, share: f64, page: &Geometry, at: &AnchorPlace, horizontal: bool) -> f64 {
    share * if horizontal { across(base, page, at).1 } else { down(base, page, at).1 }
}

/// The float's stated width and height.
pub fn size(float: &Float, page: &Geometry, at: &AnchorPlace) -> (f64, f64) {
    let width = match float.relative_width {
        Some((base, share)) if share > 0.0 => relative(base, share, page, at, true),
        _ => float.width,
    };
    let height = match float.relative_height {
        Some((base, share)) if share > 0.0 => relative(base, share, page, at, false),
        _ => float.height,
    };
    (width, height)
}

/// The box of a float of this size on the page.
pub fn place(float: &Float, (width, height): (f64, f64), page: &Geometry, at: &AnchorPlace) -> Rect {
    let x = along(across(float.horizontal.0, page, at), width, float.horizontal.1, page.even);
    let y = along(down(float.vertical.0, page, at), height, float.vertical.1, page.even);
    Rect { x, y, width, height }
}

/// Where what is placed so, and is of this size, stands on the page.
pub fn spot(outside: &Outside, (width, height): (f64, f64), page: &Geometry, at: &AnchorPlace) -> (f64, f64) {
    let x = along(across(outside.horizontal.0, page, at), width, outside.horizontal.1, page.even);
    (x, along(down(outside.vertical.0, page, at), height, outside.vertical.1, page.even))
}

/// What a float in a cell is measured from that is not laid out there (`layoutInCell`, 20.4.2.3); none for others. From mode 15
/// on Word lays all of them out in their cells.
pub fn outside(float: &Float, rect: &Rect, at: &AnchorPlace, in_cell: bool, mode: u32) -> Option<Outside> {
    (in_cell && !float.in_cell && mode < 15).then_some(Outside {
        horizontal: float.horizontal,
        vertical: float.vertical,
        character: at.character - rect.x,
        paragraph: at.paragraph - rect.y,
        line: at.line - rect.y,
    })
}

/// A float that text runs around, placed by its text, that had to move above its anchor's line (at `top`) to end with the
/// page: it goes to the next page instead, and its line with it (docs/word/floats-take-their-line-along.md).
pub fn takes_its_line_along(float: &Float, rect: &Rect, top: f64) -> bool {
    let by_text = matches!(float.vertical.0, AnchorBase::Paragraph | AnchorBase::Line);
    by_text && float.wrap != Wrap::None && rect.y < top - 0.5
}

/// What a float takes from the lines beside it; none if text does not run around it.
pub fn exclusion(float: &Float, rect: Rect) -> Option<Exclusion> {
    let [left, top, right, bottom] = float.distance;
    let around = Rect { x: rect.x - left, y: rect.y - top, width: rect.width + left + right, height: rect.height + top + bottom };
    let exclusion = |side| Exclusion { rect: around, side, min_lane: MIN_LANE, table: false, apart: !float.overlap, outline: None };
    let along = |side: WrapSide, corners: &[(f64, f64)], through| {
        let outline = Outline::of(corners, &rect, (left, right), through);
        Exclusion { rect: outline.bounds(), outline: Some(Arc::new(outline)), ..exclusion(Some(side)) }
    };
    match &float.wrap {
        Wrap::None => None,
        Wrap::Square(side) => Some(exclusion(Some(*side))),
        Wrap::Tight(side, corners) => Some(along(*side, corners, false)),
        Wrap::Through(side, corners) => Some(along(*side, corners, true)),
        Wrap::TopAndBottom => Some(exclusion(None)),
    }
}

/// A frame's exclusion, with room on both sides.
pub fn boxed(rect: Rect, min_lane: f64) -> Exclusion {
    Exclusion { rect, side: Some(WrapSide::Both), min_lane, table: false, apart: false, outline: None }
}

/// A floating table's exclusion, with room on both sides.
pub fn table_box(rect: Rect) -> Exclusion {
    Exclusion { rect, side: Some(WrapSide::Both), min_lane: MIN_LANE_BESIDE_TABLE, table: true, apart: false, outline: None }
}

/// The float as a fragment, its text laid out; of the size that a self-fitting box takes.
pub fn draw<'a>(context: &mut Context<'a>, float: &'a Float, (width, height): (f64, f64), surroundings: &Surroundings) -> DrawingFragment {
    let mut rect = Rect { x: 0.0, y: 0.0, width, height };
    let (text, turns) = match &float.graphic {
        Graphic::Shape(shape) => match &shape.text {
            Some(text_box) => lay_text_box(context, text_box, &mut rect, surroundings),
            None => (Vec::new(), 0),
        },
        graphic => (group_text(context, graphic, surroundings), 0),
    };
    DrawingFragment {
        width: rect.width,
        height: rect.height,
        graphic: float.graphic.clone(),
        behind: float.behind,
        z: float.z,
        alt: float.alt.clone(),
        link: float.link,
        text,
        turns,
        outside: None,
    }
}

/// The text of a group's shapes, each as a drawing of its own that shows nothing else, at its place.
pub fn group_text<'a>(context: &mut Context<'a>, graphic: &'a Graphic, surroundings: &Surroundings) -> Vec<Placed> {
    let mut found = Vec::new();
    let Graphic::Group(children) = graphic else { return found };
    let inside = Surroundings { depth: surroundings.depth + 1, ..*surroundings };
    if inside.depth > super::MAX_DEPTH {
        return found;
    }
    for (x, y, width, height, child) in children {
        if let Graphic::Shape(shape) = child
            && let Some(text_box) = &shape.text
        {
            let mut rect = Rect { x: *x, y: *y, width: *width, height: *height };
            let (text, turns) = lay_text_box(context, text_box, &mut rect, &inside);
            let drawing = DrawingFragment {
                width: *width,
                height: *height,
                graphic: Graphic::Group(Vec::new()),
                behind: false,
                z: 0,
                alt: String::new(),
                link: None,
                text,
                turns,
                outside: None,
            };
            found.push(Placed { x: *x, y: *y, fragment: Fragment::Drawing(Box::new(drawing)) });
        } else {
            let nested = group_text(context, child, &inside);
            found.extend(nested.into_iter().map(|placed| Placed { x: placed.x + x, y: placed.y + y, ..placed }));
        }
    }
    found
}

/// Lays the text of a box out within its insets (word-layout 9.5): placed from the box's top left, with the quarter turns
/// it is painted at. A self-fitting box takes its text's height, and its width too where lines are not broken at the box's
/// (docs/word/boxes-fit-their-text.md).
pub fn lay_text_box<'a>(
    context: &mut Context<'a>,
    text_box: &'a crate::flow::TextBox,
    rect: &mut Rect,
    surroundings: &Surroundings,
) -> (Vec<Placed>, u8) {
    let inside = Surroundings { in_cell: false, fit: None, depth: surroundings.depth + 1, ..*surroundings };
    let turns = text_box.direction.turns();
    if inside.depth > super::MAX_DEPTH {
        return (Vec::new(), turns);
    }
    let [left, top, right, bottom] = text_box.insets;
    let (across, along) = if turns == 0 { (rect.width, rect.height) } else { (rect.height, rect.width) };
    let inner = (across - left - right).max(1.0);
    let width = match (text_box.wrap, text_box.auto_fit) {
        (true, _) => inner,
        (false, true) => block::natural_width(context, &text_box.blocks, &inside).unwrap_or(inner),
        (false, false) => block::natural_width(context, &text_box.blocks, &inside).map_or(inner, |natural| natural.max(inner)),
    };
    let room = if text_box.chain.is_some() { (along - top - bottom).max(1.0) } else { f64::INFINITY };
    let Some(start) = chain_start(context, text_box, &inside) else { return (Vec::new(), turns) };
    let stack = block::stack(context, &text_box.blocks, &start, width, room, &inside);
    if text_box.auto_fit && turns == 0 && text_box.chain.is_none() {
        rect.height = stack.height + top + bottom;
        rect.width = width + left + right;
    }
    let along = if turns == 0 { rect.height } else { along };
    let slack = (along - top - bottom - stack.height).max(0.0);
    let shift = match text_box.anchor {
        VerticalAlign::Center => slack / 2.0,
        VerticalAlign::Bottom => slack,
        _ => 0.0,
    };
    let mut placed = stack.placed;
    for fragment in &mut placed {
        fragment.x += left;
        fragment.y += top + shift;
    }
    (placed, turns)
}

/// Where a box's text begins: behind what the boxes before it in its chain hold; none where they hold all.
fn chain_start<'a>(context: &mut Context<'a>, text_box: &'a crate::flow::TextBox, inside: &Surroundings) -> Option<block::BlockStart> {
    let mut start = block::BlockStart::default();
    for (width, height) in text_box.chain.iter().flatten() {
        start = block::stack(context, &text_box.blocks, &start, width.max(1.0), height.max(1.0), inside).rest?;
    }
    Some(start)
}
