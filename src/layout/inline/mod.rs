//! A paragraph to lines, one line at a time.
//!
//! [`prepare`] turns a paragraph's items into characters with classes, faces and widths ([`collect`]), sets what stands
//! between them ([`spacing`]) and where lines may begin ([`breaks`]); [`Prepared::line`] takes the next line's worth of
//! them ([`linebreak`], greedy as Word does), finds its height ([`height`]), stretches or squeezes it ([`justify`]), and
//! yields a [`Line`] of pieces ([`finalize`]) with what block layout must know of it.

mod bidi;
mod breaks;
mod class;
mod collect;
mod combine;
mod english;
mod equation;
mod finalize;
mod fitted;
mod height;
mod hyphenation;
mod joining;
mod justify;
mod kinsoku;
mod label;
mod linebreak;
mod ruby;
mod spacing;
mod tabbing;
mod tabs;
#[cfg(test)]
mod tests;
mod text;
mod turned;
mod vertical;

use super::fragment::{Line, Piece, PieceContent};
use super::{Context, Surroundings};
use crate::flow::{Alignment, BreakKind, Float, GridKind, NoteId, Paragraph};
use height::Extent;
use kinsoku::Kinsoku;
use label::{LabelPlace, PreparedLabel};
use linebreak::{Breaker, Ending, Room, Taken};
use tabs::Stops;
use text::{Atom, EPSILON, NO_OFFSET, Rules, Text};
use vertical::Vertical;

/// The free place for a line, from the column's left edge. The paragraph's indents are applied within the column by the
/// line breaker: text stands in `[max(indent, left), min(column − indent, left + width)]`; a lane as wide as the column
/// does not hold back negative indents.
#[derive(Clone, Copy, Debug)]
pub struct Lane {
    /// Left edge.
    pub left: f64,
    /// Width.
    pub width: f64,
}

/// Where in a paragraph a line begins: the next character of the prepared text. Cursors are compared by it alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cursor {
    at: u32,
    /// The lines in sequence before it that end with a hyphen.
    hyphens: u8,
}

impl Cursor {
    /// Before a character, behind a line without a hyphen.
    pub fn at(at: u32) -> Self {
        Self { at, hyphens: 0 }
    }
}

impl PartialEq for Cursor {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl PartialOrd for Cursor {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.at.partial_cmp(&other.at)
    }
}

/// A line and what block layout must know of it.
#[derive(Debug)]
pub struct BrokenLine {
    /// The line; `y` is 0, `x` from the column's left edge.
    pub line: Line,
    /// Height of its text at single spacing, without grid and multiple (`n` in `word-layout.md` 4.6).
    pub natural: f64,
    /// Where the next line begins; none after the last.
    pub next: Option<Cursor>,
    /// A page or column break ends the line.
    pub break_after: Option<BreakKind>,
    /// Footnotes referred to, in order.
    pub footnotes: Vec<NoteId>,
    /// Smallest body-text offset of a counted character in it.
    pub offset: Option<u32>,
    /// The file says that Word began a page at this line's start.
    pub saved_break: bool,
    /// Nothing but blanks and marks: no glyph is drawn.
    pub blank: bool,
    /// It holds a picture or another object.
    pub has_object: bool,
}

/// Breaks and marks that may stand before a paragraph's text.
const MOST_OPENING: usize = 16;

/// How thick a tab's bar is, in points.
const BAR: f64 = 0.5;

/// A width that no line reaches: for extents.
const ENDLESS: f64 = 1e6;

/// A paragraph's text, measured.
pub struct Prepared<'a> {
    paragraph: &'a Paragraph,
    surroundings: Surroundings,
    text: Text<'a>,
    label: Option<PreparedLabel<'a>>,
    rules: Rules,
    /// Start and end indents.
    indents: (f64, f64),
    /// Box of the paragraph mark.
    mark: Extent,
    /// Where its first line begins: behind the page breaks that it opens with (docs/word/paragraphs-that-open-with-a-break.md).
    opening: usize,
}

/// Measures a paragraph's text.
pub fn prepare<'a>(context: &mut Context<'a>, paragraph: &'a Paragraph, surroundings: &Surroundings) -> Prepared<'a> {
    let mut text = collect::collect(context, paragraph, surroundings);
    fitted::fit(context, &mut text, surroundings);
    spacing::apply(context, paragraph, &mut text);
    breaks::mark(context, paragraph, &mut text);
    hyphenation::mark(context, paragraph, &mut text);
    let swapped = paragraph.mirror_indents && context.numbers.even;
    let indents = (paragraph.indent_left, paragraph.indent_right);
    Prepared {
        paragraph,
        surroundings: *surroundings,
        label: paragraph.label.as_ref().map(|label| label::prepare(context, label)),
        rules: rules(context, paragraph, surroundings),
        indents: if swapped { (indents.1, indents.0) } else { indents },
        mark: height::mark_extent(context.fonts, context.flow.character(paragraph.mark)),
        opening: opening(&text),
        text,
    }
}

/// How many characters are page and column breaks before all else; none where nothing follows them.
fn opening(text: &Text) -> usize {
    let opens = |char: &&text::Char| {
        char.class == class::Class::Hidden || matches!(text.break_kind(char), Some(BreakKind::Page | BreakKind::Column))
    };
    let count = text.chars.iter().take_while(opens).count();
    let last = text.chars[..count].iter().rposition(|char| char.class == class::Class::Break);
    last.filter(|_| count < text.chars.len()).map_or(0, |last| last + 1)
}

/// What acts in a paragraph by its properties and the document's settings (word-layout 1.3, 5.5, 5.6, 6.4).
fn rules(context: &Context, paragraph: &Paragraph, surroundings: &Surroundings) -> Rules {
    let settings = &context.flow.settings;
    let modern = settings.compatibility_mode >= 15;
    let justified = matches!(paragraph.alignment, Alignment::Both | Alignment::Distribute);
    let grid = surroundings.grid;
    let chars = matches!(grid.kind, GridKind::LinesAndChars | GridKind::SnapToChars);
    let cell = settings.default_size + grid.char_space;
    Rules {
        modern,
        justified,
        squeeze: settings.compress_punctuation && (!modern || justified),
        hang: !surroundings.in_cell
            && (!modern || justified && settings.east_asian_language.starts_with("zh"))
            && paragraph.overflow_punct
            && paragraph.borders.right.is_none()
            && !settings.compat.use_alt_kinsoku_line_break_rules,
        cell: (chars && paragraph.adjust_right_indent && !surroundings.in_cell && cell > 1.0).then_some(cell),
        hyphenation_zone: settings.hyphenation_zone,
        most_hyphens: u8::try_from(settings.consecutive_hyphen_limit).ok().filter(|most| *most > 0),
    }
}

impl<'a> Prepared<'a> {
    /// Where the file says that Word began a page, at or after `from`.
    pub fn saved_break(&self, from: Cursor) -> Option<Cursor> {
        let chars = self.text.chars.iter().enumerate().skip(from.at as usize);
        let mut saved =
            chars.filter(|(_, char)| char.class == class::Class::Hidden && matches!(self.text.segment(char).atom, Some(Atom::SavedBreak)));
        saved.next().and_then(|(index, _)| u32::try_from(index).ok()).map(Cursor::at)
    }

    /// The first line begins there, behind a page break that the paragraph opens with.
    pub fn opens_behind_break(&self, from: Cursor) -> bool {
        self.opening > 0 && from.at as usize == self.opening
    }

    /// The floats anchored in it, in order: each before the character that its cursor names.
    pub fn anchors(&self) -> impl Iterator<Item = (Cursor, &'a Float)> + '_ {
        self.text.anchors.iter().map(|(at, float)| (Cursor::at(*at), *float))
    }

    /// The line that begins at `from`, in a column `column` wide of which `lane` is free.
    pub fn line(&self, context: &mut Context<'a>, from: Cursor, column: f64, lane: Lane) -> BrokenLine {
        self.line_until(context, from, None, column, lane)
    }

    /// The same, no further than `until`.
    pub fn line_until(&self, context: &mut Context<'a>, from: Cursor, until: Option<Cursor>, column: f64, lane: Lane) -> BrokenLine {
        let mut breaker = self.breaker(context);
        breaker.hyphens = from.hyphens;
        breaker.until = until.map_or(usize::MAX, |until| until.at as usize);
        let from = (from.at as usize).min(self.text.chars.len());
        let (room, label) = self.room(&breaker, from, column, lane);
        let mut taken = breaker.take(from, room);
        let next = self.next(context, breaker.hyphens, &mut taken);
        let mut placed = self.place(context, from, &taken);
        if self.is_idle_break(&placed, &taken) {
            placed.line = height::Placed { natural: 0.0, height: 0.0, baseline: 0.0 };
        }
        let keep_soft = context.flow.settings.compat.do_not_expand_shift_return;
        let adjustment = justify::adjust(&self.text, from, &taken, self.line_alignment(from, &taken), keep_soft);
        let label = self.label.as_ref().zip(label);
        let mut line = finalize::finish(
            context,
            &self.surroundings,
            &self.text,
            label,
            from,
            room.start,
            &taken,
            &adjustment,
            placed.line,
            self.paragraph.bidi.then_some(column),
        );
        if let Some(vertical) = &placed.vertical {
            vertical.lift(context, &mut line);
        }
        self.bars(&breaker.stops, &mut line, column);
        let chars = &self.text.chars[from..taken.end];
        BrokenLine {
            line,
            natural: placed.line.natural,
            next,
            break_after: match taken.ending {
                Ending::Break(kind @ (BreakKind::Page | BreakKind::Column)) => Some(kind),
                _ => None,
            },
            footnotes: chars.iter().filter_map(|char| self.footnote(char)).collect(),
            offset: chars.iter().map(|char| char.offset).min().filter(|offset| *offset != NO_OFFSET),
            saved_break: chars
                .iter()
                .take_while(|char| char.class == class::Class::Hidden)
                .any(|char| matches!(self.text.segment(char).atom, Some(Atom::SavedBreak))),
            blank: !placed.has_text && !placed.has_object && label.is_none(),
            has_object: placed.has_object,
        }
    }

    /// The widest piece that cannot be broken, and the width of the longest line if nothing is broken but at breaks;
    /// indents included. For autofit tables and frames.
    pub fn extents(&self, context: &mut Context<'a>) -> (f64, f64) {
        let mut breaker = self.breaker(context);
        let around = self.indents.0 + self.indents.1;
        let least = breaker.widest_unit();
        let mut most = 0.0_f64;
        let mut from = 0;
        loop {
            let (room, _) = self.room(&breaker, from, ENDLESS, Lane { left: 0.0, width: ENDLESS });
            let taken = breaker.take(from, room);
            most = most.max(taken.edge + self.indents.1);
            if taken.ending == Ending::Paragraph || taken.end <= from {
                break;
            }
            (from, breaker.hyphens) = (taken.end, taken.hyphens(breaker.hyphens));
        }
        let least = least + around;
        (least, most.max(least))
    }

    fn breaker<'b>(&'b self, context: &Context<'a>) -> Breaker<'b, 'a>
    where
        'a: 'b,
    {
        let settings = &context.flow.settings;
        Breaker {
            text: &self.text,
            rules: self.rules,
            kinsoku: Kinsoku::new(settings, &settings.east_asian_language),
            until: usize::MAX,
            hyphens: 0,
            stops: Stops::new(self.paragraph, settings.default_tab_stop),
        }
    }

    /// The room of the line that begins at `from`, in a coordinate that runs from the paragraph's start side, and its label's place.
    fn room(&self, breaker: &Breaker, from: usize, column: f64, lane: Lane) -> (Room, Option<LabelPlace>) {
        let first = from == 0;
        let indented = first || self.follows_opening_break(from);
        let lane_left = if self.paragraph.bidi { column - lane.left - lane.width } else { lane.left };
        let mut start = self.indents.0 + if indented { self.paragraph.indent_first } else { 0.0 };
        if lane_left > EPSILON {
            start = start.max(lane_left);
        }
        let mut right = column - self.indents.1;
        if let Some(cell) = self.rules.cell {
            // The text is a whole number of cells wide (word-layout 6.4).
            right = ((right + EPSILON) / cell).floor() * cell;
        }
        if lane_left + lane.width < column - EPSILON {
            right = right.min(lane_left + lane.width);
        }
        let label = self.label.as_ref().filter(|_| from == self.opening).map(|label| label.place(&breaker.stops, start));
        if let Some(place) = label {
            start = place.text;
        } else if first && self.surroundings.in_cell {
            start = breaker.decimal_start(start);
        }
        start -= self.opening_half(from);
        (Room { start, right: right.max(start + 1.0), column: column.max(right), indent: self.indents.0 }, label)
    }

    /// The blank half of an opening mark that begins a line, where `w:topLinePunct` takes it (17.3.1.43).
    fn opening_half(&self, from: usize) -> f64 {
        if !self.paragraph.top_line_punct {
            return 0.0;
        }
        let first = self.text.chars.iter().skip(from).find(|char| char.class != class::Class::Hidden);
        first.filter(|char| char.class == class::Class::Open).map_or(0.0, |char| char.squeeze)
    }

    /// Draws the bars of bar tabs down a line.
    fn bars(&self, stops: &Stops, line: &mut Line, column: f64) {
        for position in stops.bars() {
            let x = if self.paragraph.bidi { column - position } else { position };
            let content = PieceContent::Rule { rise: line.baseline - line.height, height: line.height, style: self.paragraph.mark };
            line.pieces.push(Piece { x: x - BAR / 2.0 - line.x, width: BAR, content });
        }
    }

    /// The text before `from` is a page break and nothing else: the line behind it is the paragraph's first of text, and
    /// Word indents it so (a report's paragraph that begins with a page break).
    fn follows_opening_break(&self, from: usize) -> bool {
        let before = self.text.chars.get(..from).unwrap_or(&[]);
        before.len() < MOST_OPENING && before.iter().all(|char| matches!(char.class, class::Class::Break | class::Class::Hidden))
    }

    /// Where the next line begins. A page break with nothing behind it takes the paragraph mark along (word-layout 4.9).
    fn next(&self, context: &Context, hyphens: u8, taken: &mut Taken) -> Option<Cursor> {
        match taken.ending {
            Ending::Paragraph => return None,
            Ending::Break(BreakKind::Page | BreakKind::Column)
                if !context.flow.settings.compat.split_page_break_and_paragraph_mark
                    && self.text.chars[taken.end..].iter().all(|char| char.class == class::Class::Hidden) =>
            {
                taken.end = self.text.chars.len();
                return None;
            }
            _ => {}
        }
        Some(Cursor { at: taken.end as u32, hyphens: taken.hyphens(hyphens) })
    }

    fn place(&self, context: &Context<'a>, from: usize, taken: &Taken) -> LineBox {
        let chars = &self.text.chars[from..taken.end];
        let grid = height::line_grid(self.surroundings.grid, self.paragraph.snap_to_grid);
        let mut content = height::content(context.fonts, &self.text, chars, self.mark);
        if let Some(label) = self.label.as_ref().filter(|label| from == self.opening && !label.is_empty()) {
            if !content.has_text && content.objects.is_none() {
                content.text = self.mark;
            }
            content.label = Some(label.extent);
            content.has_text = true;
        }
        if !self.rules.modern && !content.has_text {
            content.objects = content.objects.map(|objects| height::beside_mark(objects, self.mark));
        }
        let vertical = Vertical::of(context, self.paragraph.text_alignment, &self.text, chars);
        if let Some(vertical) = &vertical {
            content = vertical.align(context, &self.text, chars, content);
        }
        if grid.is_none() && content.has_text {
            content.text = content.text.union(height::emphasised(context, &self.text, chars));
        }
        LineBox {
            line: height::place(content, self.paragraph.line, grid),
            has_text: content.has_text,
            has_object: content.objects.is_some(),
            vertical,
        }
    }

    /// A page break at the start of a line in a cell, which makes no page there (docs/word/page-breaks-in-cells.md).
    fn is_idle_break(&self, placed: &LineBox, taken: &Taken) -> bool {
        let breaks = self.surroundings.in_cell && taken.ending == Ending::Break(BreakKind::Page) && taken.end < self.text.chars.len();
        breaks && !placed.has_text && !placed.has_object
    }

    /// The alignment as seen from the paragraph's start side.
    fn alignment(&self) -> Alignment {
        match (self.paragraph.alignment, self.paragraph.bidi) {
            (Alignment::Left, true) => Alignment::Right,
            (Alignment::Right, true) => Alignment::Left,
            (alignment, _) => alignment,
        }
    }

    /// A line that is an equation's own stands as the equation says.
    fn line_alignment(&self, from: usize, taken: &Taken) -> Alignment {
        let mut own = self.text.chars[from..taken.end].iter().filter_map(|char| match &self.text.segment(char).atom {
            Some(Atom::Equation(equation)) => equation.alignment,
            _ => None,
        });
        own.next().unwrap_or_else(|| self.alignment())
    }

    fn footnote(&self, char: &text::Char) -> Option<NoteId> {
        match self.text.segment(char).atom {
            Some(Atom::Footnote(note)) => Some(note),
            _ => None,
        }
    }
}

/// A line's box, and what it holds.
struct LineBox {
    line: height::Placed,
    has_text: bool,
    has_object: bool,
    vertical: Option<Vertical>,
}
