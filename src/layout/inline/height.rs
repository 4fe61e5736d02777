//! Height and baseline of a line: mixed faces, line rules, the document grid, pictures (word-layout 3.2, 4.1, 6.2, 9.7).

use super::class::Class;
use super::text::{Atom, Char, EPSILON, Text};
use crate::flow::{CharacterStyle, Graphic, Grid, GridKind, LineSpacing};
use crate::font::Fonts;
use crate::layout::Context;

/// What stands above and below the baseline.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Extent {
    /// Above.
    pub above: f64,
    /// Below.
    pub below: f64,
}

impl Extent {
    /// Both.
    pub(super) fn height(self) -> f64 {
        self.above + self.below
    }

    /// The larger of each (word-layout 3.2).
    pub(super) fn union(self, other: Self) -> Self {
        Self { above: self.above.max(other.above), below: self.below.max(other.below) }
    }
}

/// What a line holds, for its height.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Content {
    /// Its text's box, or the paragraph mark's where it holds neither text nor object.
    pub text: Extent,
    /// It holds glyphs.
    pub has_text: bool,
    /// The tallest object on the baseline and the lowest below it.
    pub objects: Option<Extent>,
    /// A list label's box: its part above the baseline counts, but is not multiplied (docs/word/labels-are-not-multiplied.md).
    pub label: Option<Extent>,
}

/// A line's final box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    /// At single spacing, before grid and multiple: what of it must fit on a page.
    pub natural: f64,
    /// Final height.
    pub height: f64,
    /// From the top to the baseline.
    pub baseline: f64,
}

/// The box of all glyphs among `chars`; blanks and tabs do not count.
pub(super) fn text_extent(fonts: &Fonts, text: &Text, chars: &[Char]) -> Extent {
    let mut extent = Extent::default();
    let mut last = None;
    for char in chars {
        if !counts(char) || last == Some((char.face, char.segment)) {
            continue;
        }
        last = Some((char.face, char.segment));
        extent = extent.union(char_extent(fonts, text, char));
    }
    extent
}

/// The box of one character.
pub(super) fn char_extent(fonts: &Fonts, text: &Text, char: &Char) -> Extent {
    let segment = text.segment(char);
    let face = fonts.get(char.face);
    Extent { above: face.above * segment.size + segment.rise, below: face.below * segment.size - segment.rise }
}

/// The box of characters with emphasis marks, off the grid: the marks take a share of the text's height on their side
/// (docs/word/emphasis-marks-take-room.md).
pub(super) fn emphasised(context: &Context, text: &Text, chars: &[Char]) -> Extent {
    let marked = |char: &&Char| counts(char) && context.flow.character(text.segment(char).style).emphasis.is_some();
    chars.iter().filter(marked).fold(Extent::default(), |all, char| {
        let mut extent = char_extent(context.fonts, text, char);
        let room = EMPHASIS * extent.height();
        if context.flow.character(text.segment(char).style).is_marked_below() {
            extent.below += room;
        } else {
            extent.above += room;
        }
        all.union(extent)
    })
}

/// Room of emphasis marks as a share of their text's height.
const EMPHASIS: f64 = 0.25;

/// Whether a character's box counts in its line.
pub(super) fn counts(char: &Char) -> bool {
    !matches!(
        char.class,
        Class::Blank | Class::WideBlank | Class::ZeroSpace | Class::Tab | Class::Break | Class::Object | Class::Hidden | Class::SoftHyphen
    ) && char.c != '\u{fffc}'
}

/// What the line `chars` holds; `mark` is the paragraph mark's box.
pub(super) fn content(fonts: &Fonts, text: &Text, chars: &[Char], mark: Extent) -> Content {
    let mut content = Content { text: text_extent(fonts, text, chars), has_text: chars.iter().any(counts), ..Content::default() };
    for char in chars.iter().filter(|char| char.c == '\u{fffc}') {
        match &text.segment(char).atom {
            Some(Atom::Object(object)) => {
                let rise = text.segment(char).rise;
                let extent = Extent { above: object.height + rise, below: (-rise).max(0.0) };
                content.objects = Some(content.objects.unwrap_or_default().union(extent));
                if matches!(object.graphic, Graphic::Rule(_)) {
                    // A horizontal rule stands in a line of the mark's height (word-layout 9.6).
                    content.text = content.text.union(mark);
                    content.has_text = true;
                }
            }
            Some(Atom::Fitted(fitted)) => {
                let rise = text.segment(char).rise;
                let extent = Extent { above: fitted.height + rise, below: (-rise).max(0.0) };
                content.objects = Some(content.objects.unwrap_or_default().union(extent));
            }
            Some(Atom::Stacked(stacked)) => {
                content.text = content.text.union(Extent { above: stacked.above, below: stacked.below });
                content.has_text = true;
            }
            Some(Atom::Equation(equation)) => {
                content.text = content.text.union(Extent { above: equation.above, below: equation.below });
                content.has_text = true;
            }
            _ => {}
        }
    }
    if !content.has_text {
        let alone = chars.iter().find(|char| char.class == Class::Tab);
        content.text = if content.objects.is_some() { mark } else { alone.map_or(mark, |char| char_extent(fonts, text, char)) };
    }
    content
}

/// The paragraph mark's box: its ascii face under that face's own rule (word-layout 3.2).
pub(super) fn mark_extent(fonts: &Fonts, style: &CharacterStyle) -> Extent {
    let east_asian = ["zh", "ja", "ko"].iter().any(|tag| style.lang.starts_with(tag));
    let family = if east_asian { style.fonts.east_asia } else { style.fonts.ascii };
    let face = fonts.get(fonts.face(family, style.bold, style.italic));
    Extent { above: face.above * style.size, below: face.below * style.size }
}

/// Places a line's content by the paragraph's line rule. `grid` is none where lines do not snap.
pub(super) fn place(content: Content, rule: LineSpacing, grid: Option<Grid>) -> Placed {
    let full = match content.objects {
        Some(objects) if !content.has_text => objects,
        Some(objects) => content.text.union(objects),
        None => content.text,
    };
    let full = content.label.map_or(full, |label| Extent { above: full.above.max(label.above), ..full });
    let natural = full.height();
    match rule {
        LineSpacing::Exact(height) => Placed { natural, height, baseline: 0.8 * height },
        LineSpacing::AtLeast(least) => {
            let snapped = grid.filter(|_| least > 0.0).map_or(natural, |grid| cells(natural, grid.line_pitch));
            let height = snapped.max(least);
            Placed { natural, height, baseline: height - snapped + (snapped - natural) / 2.0 + full.above }
        }
        LineSpacing::Multiple(factor) => match grid {
            // A multiple acts on the cell, not on what fills it (docs/word/line-on-the-grid.md).
            Some(grid) => {
                let height = cells(natural + filling(&content), grid.line_pitch).max(factor * grid.line_pitch);
                // At the end of a page what stands below the baseline beside a picture must fit (docs/word/picture-lines-may-hang-out.md).
                let needed = full.union(Extent { above: 0.0, below: content.text.below }).height();
                Placed { natural: needed, height, baseline: (height - natural) / 2.0 + full.above }
            }
            None => {
                // A picture is not multiplied: the text's surplus is added to it (word-layout 4.1).
                let surplus = (factor - 1.0) * content.text.height();
                let height = (natural + surplus).max(0.0);
                // More than single: the surplus is below. Less: the box shrinks from its top.
                Placed { natural, height, baseline: full.above + surplus.min(0.0) }
            }
        },
    }
}

/// The box of objects that stand alone with the paragraph mark, before mode 15: the mark takes no room below a tall one, and keeps
/// its line's height around a low one (docs/word/low-pictures-keep-the-line.md).
pub(super) fn beside_mark(objects: Extent, mark: Extent) -> Extent {
    let above = objects.above.max(mark.above);
    Extent { above, below: objects.below.max(mark.height() - above) }
}

/// `natural` in whole cells of the grid: whole twips are compared, and equality is one cell (word-layout 6.2).
fn cells(natural: f64, pitch: f64) -> f64 {
    let (natural, twips) = ((natural * 20.0).round(), (pitch * 20.0).round());
    if twips <= 0.0 {
        return natural / 20.0;
    }
    (natural / twips - EPSILON / twips).ceil().max(1.0) * pitch
}

/// What a picture that stands alone adds to the cells' count, a twip: one that fills its cells to the brim takes one cell more
/// (docs/word/line-on-the-grid.md).
fn filling(content: &Content) -> f64 {
    if content.objects.is_some() && !content.has_text { 0.05 } else { 0.0 }
}

/// The grid as it acts on a paragraph's lines.
pub(super) fn line_grid(grid: Grid, snaps: bool) -> Option<Grid> {
    (snaps && grid.kind != GridKind::None && grid.line_pitch > 0.0).then_some(grid)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(above: f64, below: f64) -> Content {
        Content { text: Extent { above, below }, has_text: true, ..Content::default() }
    }

    fn songti(size: f64) -> Content {
        text(258.0 / 256.0 * size, 74.0 / 256.0 * size)
    }

    fn grid(pitch: f64) -> Option<Grid> {
        Some(Grid { kind: GridKind::Lines, line_pitch: pitch, char_space: 0.0 })
    }

    fn height(content: Content, factor: f64, pitch: f64) -> f64 {
        place(content, LineSpacing::Multiple(factor), grid(pitch)).height
    }

    fn assert_near(a: f64, b: f64) {
        assert!((a - b).abs() < 0.01, "{a} is not {b}");
    }

    #[test]
    fn lines_take_whole_cells() {
        assert_near(height(songti(12.0), 1.0, 15.6), 15.6);
        assert_near(height(songti(14.0), 1.0, 15.6), 31.2);
        assert_near(height(songti(12.0), 1.5, 15.6), 23.4);
        assert_near(height(songti(14.0), 1.5, 15.6), 31.2);
        assert_near(height(songti(22.0), 578.0 / 240.0, 15.6), 37.57);
        assert_near(height(songti(16.0), 416.0 / 240.0, 15.6), 31.2);
        assert_near(height(songti(10.5), 0.5, 15.6), 15.6);
        // MS Mincho 13.5 and 14 at a pitch of 18.
        assert_near(height(songti(13.5), 1.0, 18.0), 18.0);
        assert_near(height(songti(14.0), 1.0, 18.0), 36.0);
    }

    #[test]
    fn text_is_centred_in_its_cells() {
        let placed = place(songti(10.5), LineSpacing::Multiple(1.0), grid(15.6));
        assert_near(placed.baseline, (15.6 - 13.617) / 2.0 + 10.582);
    }

    #[test]
    fn rules_without_a_grid() {
        let times = text(0.9336 * 12.0, 0.2163 * 12.0);
        let single = place(times, LineSpacing::Multiple(1.0), None);
        let wide = place(times, LineSpacing::Multiple(1.5), None);
        assert_near(wide.height, 1.5 * single.height);
        assert_near(wide.baseline, single.baseline);
        assert_near(place(times, LineSpacing::Exact(20.0), grid(15.6)).baseline, 16.0);
        let least = place(times, LineSpacing::AtLeast(20.0), None);
        assert_near(least.baseline, 20.0 - 0.2163 * 12.0);
        assert_near(place(songti(14.0), LineSpacing::AtLeast(0.0), grid(15.6)).height, 14.0 * 1.296875);
        assert_near(place(songti(14.0), LineSpacing::AtLeast(20.0), grid(15.6)).height, 31.2);
    }

    #[test]
    fn a_picture_is_not_multiplied() {
        let objects = Some(Extent { above: 40.0, below: 0.0 });
        let alone = Content { objects, has_text: false, ..songti(10.0) };
        assert_near(place(alone, LineSpacing::Multiple(1.0), None).height, 40.0);
        assert_near(place(alone, LineSpacing::Multiple(2.0), None).height, 40.0 + 12.97);
        assert_near(place(alone, LineSpacing::Multiple(1.0), grid(15.6)).height, 46.8);
        assert_near(place(alone, LineSpacing::Multiple(2.0), grid(15.6)).height, 46.8);
        let brim = Content { objects: Some(Extent { above: 46.8, below: 0.0 }), ..alone };
        assert_near(place(brim, LineSpacing::Multiple(1.0), grid(15.6)).height, 62.4);
        let beside = Content { objects, ..songti(10.0) };
        assert_near(place(beside, LineSpacing::Multiple(1.0), None).height, 40.0 + 2.89);
    }
}
