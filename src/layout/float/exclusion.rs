//! Lanes: what floats leave to a line (word-layout 9.4).

use super::outline::Outline;
use crate::flow::WrapSide;
use crate::layout::fragment::Rect;
use crate::layout::inline::Lane;
use std::sync::Arc;

/// Text does not run in a lane narrower than an inch beside a drawing.
pub const MIN_LANE: f64 = 72.0;

/// Beside a floating table a lane of about 44 pt is enough: between 40.25 and 47.4 (word-layout 8.6).
pub const MIN_LANE_BESIDE_TABLE: f64 = 44.0;

/// How far a line drops to find more room beside an outline; Word's own step is not known.
const STEP: f64 = 1.0;
/// So often at most: taller than any page.
const MOST_STEPS: usize = 2000;

/// A box that lines keep out of.
#[derive(Clone, Debug)]
pub struct Exclusion {
    /// The box, distances from text included.
    pub rect: Rect,
    /// On which sides text may stand; none: on no side.
    pub side: Option<WrapSide>,
    /// The narrowest lane that takes text.
    pub min_lane: f64,
    /// It is a floating table's: tables that do not overlap others keep clear of it (17.4.56).
    pub table: bool,
    /// It is a drawing's that keeps clear of others that do (`allowOverlap`, 20.4.2.3).
    pub apart: bool,
    /// What lines keep out of within the box; none: all of it.
    pub outline: Option<Arc<Outline>>,
}

impl Exclusion {
    /// What it takes of a line in a column, from left to right; nothing where they do not meet.
    fn taken(&self, left: f64, width: f64, y: f64, height: f64) -> Vec<(f64, f64)> {
        let inside = |(from, to): &(f64, f64)| *from < left + width - TOUCH && *to > left + TOUCH;
        match &self.outline {
            _ if !meets(&self.rect, left, width, y, height) => Vec::new(),
            Some(outline) => outline.taken(y + TOUCH, y + height - TOUCH).into_iter().filter(inside).collect(),
            None => vec![(self.rect.x, self.rect.x + self.rect.width)],
        }
    }

    /// The next place below `y` where it may leave more room.
    fn below(&self, y: f64) -> f64 {
        let bottom = self.rect.y + self.rect.height;
        if self.outline.is_some() { bottom.min(y + STEP) } else { bottom }
    }
}

/// All boxes that lines keep out of, in the order they were met.
#[derive(Clone, Debug, Default)]
pub struct Exclusions {
    boxes: Vec<Exclusion>,
    /// So many of them belong to the page whatever its text: those of header and footer, then the known floats'.
    fixed: usize,
    /// Floats whose boxes were known before the page was begun, and whether their anchors were met on it.
    known: Vec<(Identity, bool)>,
    /// A float that reaches up to lines that stand already: the page is begun again with its box known.
    late: Option<(Identity, Exclusion)>,
    /// Floats whose boxes, once known, push their own anchors off the page: the page ends before these.
    barred: Vec<Identity>,
}

/// Which float or floating table of the flow: its address, never followed.
pub type Identity = *const ();

/// The identity of a float or floating table.
pub fn identity<T>(float: &T) -> Identity {
    std::ptr::from_ref(float).cast()
}

/// Where a line may stand.
#[derive(Clone, Debug)]
pub struct Lanes {
    /// Top of the line: moved down below what leaves no room.
    pub y: f64,
    /// From left to right, from the column's left edge; at least one.
    pub lanes: Vec<Lane>,
}

impl Exclusions {
    /// Adds a box.
    pub fn add(&mut self, exclusion: Exclusion) {
        self.boxes.push(exclusion);
    }

    /// Adds a float's box, unless it was known from the start.
    pub fn stand(&mut self, float: Identity, exclusion: Exclusion) {
        if !self.known.iter().any(|(known, _)| *known == float) {
            self.boxes.push(exclusion);
        }
    }

    /// A float's anchor stands on the page, in a block whose top is at `top`; `late` says that lines stand above it. Where
    /// its box reaches up to them, it is to be known from the start.
    pub fn meet(&mut self, float: Identity, exclusion: &Exclusion, top: f64, late: bool) {
        match self.known.iter_mut().find(|(known, _)| *known == float) {
            Some((_, met)) => *met = true,
            None if late && self.late.is_none() && exclusion.rect.y < top - 0.5 => self.late = Some((float, exclusion.clone())),
            None => {}
        }
    }

    /// The boxes to begin the page again with, if a float reached up to lines that stood already.
    pub fn again(&self) -> Option<Self> {
        let (float, exclusion) = self.late.clone()?;
        let mut boxes: Vec<Exclusion> = self.boxes.iter().take(self.fixed).cloned().collect();
        let mut known: Vec<(Identity, bool)> = self.known.iter().map(|(float, _)| (*float, false)).collect();
        boxes.push(exclusion);
        known.push((float, false));
        Some(Self { fixed: boxes.len(), boxes, known, late: None, barred: self.barred.clone() })
    }

    /// The known float whose anchor was not met on the page: its box pushed it off.
    pub fn pushed_off(&self) -> Option<Identity> {
        self.known.iter().find(|(_, met)| !met).map(|(float, _)| *float)
    }

    /// Ends the page before a float.
    pub fn bar(&mut self, float: Identity) {
        self.barred.push(float);
    }

    /// The page ends before this float.
    pub fn is_barred(&self, float: Identity) -> bool {
        self.barred.contains(&float)
    }

    /// The lowest bottom of the boxes that a block meets, if any.
    pub fn below(&self, left: f64, width: f64, y: f64, height: f64) -> Option<f64> {
        let met = self.boxes.iter().filter(|e| meets(&e.rect, left, width, y, height));
        met.map(|e| e.rect.y + e.rect.height).reduce(f64::min)
    }

    /// Where a box must begin at or below `y` so as not to overlap a floating table.
    pub fn below_tables(&self, left: f64, width: f64, y: f64, height: f64) -> f64 {
        lowered(self.boxes.iter().filter(|e| e.table), left, width, y, height)
    }

    /// Where a float must begin so as not to overlap another one, when neither may.
    pub fn below_apart(&self, float: Identity, rect: &Rect) -> f64 {
        // Its own box may be known already.
        let own = self.known.iter().position(|(known, _)| *known == float);
        let own = own.and_then(|index| (self.fixed + index).checked_sub(self.known.len()));
        let others = self.boxes.iter().enumerate().filter(|(index, e)| e.apart && Some(*index) != own).map(|(_, e)| e);
        lowered(others, rect.x, rect.width, rect.y, rect.height)
    }

    /// Takes over what header and footer exclude, before the page's text is begun.
    pub fn fix(&mut self, other: Self) {
        self.boxes.extend(other.boxes);
        self.fixed = self.boxes.len();
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.boxes.len()
    }

    /// Forgets all but the first `len`.
    pub fn truncate(&mut self, len: usize) {
        self.boxes.truncate(len.max(self.fixed));
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.boxes.is_empty()
    }

    /// The lanes of a line `height` tall whose top is at or below `y`, in a column. An empty line (`any`) may take a lane of
    /// any width beside a drawing (docs/word/empty-lines-beside-floats.md).
    pub fn lanes(&self, left: f64, width: f64, y: f64, height: f64, any: bool) -> Lanes {
        let whole = Lane { left: 0.0, width };
        let mut y = y;
        // Each round moves the line below at least one box, or a step along an outline.
        for _ in 0..=self.boxes.len() + MOST_STEPS {
            let taken = self.boxes.iter().map(|exclusion| (exclusion, exclusion.taken(left, width, y, height)));
            let beside: Vec<_> = taken.filter(|(_, taken)| !taken.is_empty()).collect();
            if beside.is_empty() {
                break;
            }
            let lanes = free(&beside, left, width, any);
            if !lanes.is_empty() {
                return Lanes { y, lanes };
            }
            let below = beside.iter().map(|(exclusion, _)| exclusion.below(y)).fold(f64::INFINITY, f64::min);
            if below <= y {
                break;
            }
            y = below;
        }
        Lanes { y, lanes: vec![whole] }
    }
}

/// Where a box must begin at or below `y` so as not to meet any of these.
fn lowered<'e>(boxes: impl Iterator<Item = &'e Exclusion> + Clone, left: f64, width: f64, y: f64, height: f64) -> f64 {
    let mut top = y;
    // Each round moves it below at least one.
    for _ in 0..boxes.clone().count() {
        let met = boxes.clone().filter(|e| meets(&e.rect, left, width, top, height));
        match met.map(|e| e.rect.y + e.rect.height).reduce(f64::min) {
            Some(below) if below > top => top = below,
            _ => break,
        }
    }
    top
}

/// Boxes closer than this do not meet.
const TOUCH: f64 = 0.01;

fn meets(rect: &Rect, left: f64, width: f64, y: f64, height: f64) -> bool {
    rect.y < y + height - TOUCH && rect.y + rect.height > y + TOUCH && rect.x < left + width - TOUCH && rect.x + rect.width > left + TOUCH
}

/// What all of them together leave of a column, from left to right.
fn free(beside: &[(&Exclusion, Vec<(f64, f64)>)], left: f64, width: f64, any: bool) -> Vec<Lane> {
    let mut lanes = vec![Lane { left: 0.0, width }];
    for (exclusion, taken) in beside {
        let Some(side) = exclusion.side else { return Vec::new() };
        let least = if any && !exclusion.table { 1.0 } else { exclusion.min_lane.max(1.0) };
        let ends = taken.first().zip(taken.last()).map(|(first, last)| (first.0, last.1));
        // Text runs through an outline's gaps only where it may stand on both of its sides.
        let parts = if side == WrapSide::Both { taken.as_slice() } else { ends.as_slice() };
        for (from, to) in parts {
            lanes = lanes.into_iter().flat_map(|lane| beside_part(lane, from - left, to - left, side, least)).collect();
        }
    }
    lanes
}

/// What is left of a lane beside what takes it from `from` to `to`.
fn beside_part(lane: Lane, from: f64, to: f64, side: WrapSide, least: f64) -> impl Iterator<Item = Lane> {
    let end = lane.left + lane.width;
    let before = Lane { left: lane.left, width: from - lane.left };
    let after = Lane { left: to, width: end - to };
    let rest = match side {
        _ if to <= lane.left || from >= end => return [Some(lane), None].into_iter().flatten(),
        WrapSide::Both => [Some(before), Some(after)],
        WrapSide::Left => [Some(before), None],
        WrapSide::Right => [None, Some(after)],
        WrapSide::Largest if before.width >= after.width => [Some(before), None],
        WrapSide::Largest => [None, Some(after)],
    };
    rest.map(|lane| lane.filter(|lane| lane.width >= least)).into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, width: f64, height: f64) -> Exclusion {
        Exclusion {
            rect: Rect { x, y, width, height },
            side: Some(WrapSide::Both),
            min_lane: MIN_LANE,
            table: false,
            apart: false,
            outline: None,
        }
    }

    #[test]
    fn a_line_beside_an_outline_drops_to_where_it_leaves_room() {
        let rect = Rect { x: 50.0, y: 100.0, width: 400.0, height: 100.0 };
        // Text has an inch to the right of the slope only below its middle.
        let slope = Outline::of(&[(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)], &rect, (0.0, 28.0), false);
        let mut exclusions = Exclusions::default();
        exclusions.add(Exclusion { outline: Some(Arc::new(slope)), ..square(50.0, 100.0, 428.0, 100.0) });
        let lanes = exclusions.lanes(50.0, 400.0, 100.0, 10.0, false);
        assert_eq!((lanes.y, lanes.lanes.len()), (125.0, 1));
        assert!((lanes.lanes[0].left - 328.0).abs() < 0.1, "{lanes:?}");
    }

    #[test]
    fn a_float_in_the_middle_leaves_both_sides() {
        let mut exclusions = Exclusions::default();
        exclusions.add(square(200.0, 100.0, 100.0, 50.0));
        let lanes = exclusions.lanes(50.0, 400.0, 110.0, 12.0, false);
        assert_eq!(lanes.y, 110.0);
        assert_eq!(lanes.lanes.iter().map(|lane| (lane.left, lane.width)).collect::<Vec<_>>(), [(0.0, 150.0), (250.0, 150.0)]);
    }

    #[test]
    fn a_lane_under_an_inch_stays_empty_and_the_line_drops() {
        let mut exclusions = Exclusions::default();
        exclusions.add(square(50.0, 100.0, 340.0, 50.0));
        assert_eq!(exclusions.lanes(50.0, 400.0, 110.0, 12.0, false).y, 150.0);
    }

    #[test]
    fn top_and_bottom_leaves_nothing_beside() {
        let mut exclusions = Exclusions::default();
        exclusions.add(Exclusion { side: None, ..square(60.0, 100.0, 20.0, 50.0) });
        assert_eq!(exclusions.lanes(50.0, 400.0, 95.0, 12.0, false).y, 150.0);
        assert_eq!(exclusions.lanes(50.0, 400.0, 80.0, 12.0, false).y, 80.0);
    }
}
