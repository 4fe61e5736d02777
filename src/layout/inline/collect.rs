//! A paragraph's items as characters: capitals and small capitals, script sizes, page fields, faces and advances (word-layout 5.10, 6.4).

use super::class::{Class, class, is_ambiguous, stands_alone};
use super::combine::{self, Way};
use super::text::{Atom, Char, NO_OFFSET, Segment, StackedBox, Text};
use super::{joining, ruby, turned};
use crate::case;
use crate::flow::{
    CharacterId, CharacterStyle, GridKind, Inline, LinkId, PageField, PageFieldKind, Paragraph, Script, TextRun, is_counted,
};
use crate::font::FaceId;
use crate::layout::fragment::TextKind;
use crate::layout::{Context, Surroundings, note};

/// Size of superscripts and subscripts as a share of the stated size: 10.5 pt prints as 6.96 in Word's PDFs (two thirds, word-measured
/// 1.2, against the 65 % of word-layout 1.2).
const SCRIPT_SHARE: f64 = 2.0 / 3.0;
const SMALL_CAPITAL_SHARE: f64 = 0.8;
/// How far they are raised and lowered, in em of the stated size (word-layout 3.2).
const SUPERSCRIPT_RISE: f64 = 1.0 / 3.0;
const SUBSCRIPT_RISE: f64 = -0.09;

/// Turns a paragraph's items into characters.
pub(super) fn collect<'a>(context: &Context<'a>, paragraph: &'a Paragraph, surroundings: &Surroundings) -> Text<'a> {
    let mut collector = Collector::new(context, surroundings);
    let mut items = paragraph.items.as_slice();
    while let Some((item, rest)) = items.split_first() {
        items = rest;
        match combine::group(context, item, rest) {
            Some((runs, way)) => {
                items = rest.get(runs.len() - 1..).unwrap_or(&[]);
                let measured = match way {
                    Way::TwoLines(brackets) => combine::measure(context, &runs, brackets),
                    Way::Turned(compressed) => turned::measure(context, &runs, compressed),
                };
                collector.stacked(&runs, measured);
            }
            None => collector.item(item),
        }
    }
    let mut text = collector.text;
    joining::join(context, &mut text);
    text
}

/// What text is part of: given to each segment.
#[derive(Clone, Copy, Default)]
pub(super) struct Source {
    pub style: CharacterId,
    pub link: Option<LinkId>,
    pub offset: Option<u32>,
    pub kind: TextKind,
}

/// Collects characters.
pub(super) struct Collector<'c, 'a> {
    pub(super) context: &'c Context<'a>,
    /// Added to a full-width character's advance by the character grid.
    char_space: f64,
    /// Width of a character cell where characters snap to whole cells.
    cell: Option<f64>,
    /// Width that all text is fitted to.
    fit: Option<f64>,
    /// An equation that has lines of its own was the last item, in this style.
    pub(super) after_equation: Option<CharacterId>,
    pub(super) text: Text<'a>,
}

impl<'c, 'a> Collector<'c, 'a> {
    /// An empty one.
    pub(super) fn new(context: &'c Context<'a>, surroundings: &Surroundings) -> Self {
        let grid = surroundings.grid;
        let char_space = match grid.kind {
            GridKind::LinesAndChars | GridKind::SnapToChars => grid.char_space,
            GridKind::None | GridKind::Lines => 0.0,
        };
        let cell = (grid.kind == GridKind::SnapToChars).then_some(context.flow.settings.default_size + char_space);
        Self { context, char_space, cell, fit: surroundings.fit, after_equation: None, text: Text::default() }
    }

    fn item(&mut self, item: &'a Inline) {
        self.leave_equation(item);
        match item {
            Inline::Text(run) => self.run(run),
            Inline::Tab { style } => self.atom('\t', Class::Tab, *style, Atom::Tab),
            Inline::PositionedTab { style, alignment, from_indent, leader } => {
                let atom = Atom::PositionedTab { kind: *alignment, from_indent: *from_indent, leader: *leader };
                self.atom('\t', Class::Tab, *style, atom);
            }
            Inline::Break { style, kind } => self.atom('\n', Class::Break, *style, Atom::Break(*kind)),
            Inline::Object(object) => {
                self.atom('\u{fffc}', Class::Object, object.style, Atom::Object(object));
                self.widen_last(object.width);
            }
            // Floats take no room in the line; they are placed with the line that holds their anchor.
            Inline::Anchor(float) => self.text.anchors.push((self.text.chars.len() as u32, float)),
            Inline::Field(field) => self.field(field),
            Inline::Note { footnote, note, style, mark } => {
                if *footnote {
                    self.atom('\u{fffc}', Class::Hidden, *style, Atom::Footnote(*note));
                }
                let on_page = if *footnote { note::mark(self.context, *note) } else { None };
                self.push(on_page.as_deref().unwrap_or(mark), Source { style: *style, ..Source::default() });
            }
            Inline::Ruby(ruby) => {
                let measured = ruby::measure(self.context, ruby);
                self.stacked(&ruby.base, measured);
            }
            Inline::Math { display, alignment, parts, text, .. } => self.equation(*display, *alignment, parts, text),
            Inline::Bookmark(_) => {}
            Inline::SavedBreak => self.atom('\u{fffc}', Class::Hidden, CharacterId::default(), Atom::SavedBreak),
        }
    }

    /// A ruby or two lines in one: to the line an ideograph.
    fn stacked(&mut self, runs: &[TextRun], (stacked, width): (StackedBox, f64)) {
        let style = runs.first().map(|run| run.style).unwrap_or_default();
        self.atom('\u{fffc}', Class::Object, style, Atom::Stacked(Box::new(stacked)));
        self.widen_last(width);
        if let Some(last) = self.text.chars.last_mut() {
            last.class = Class::Ideograph;
            last.offset = runs.iter().find_map(|run| run.offset).unwrap_or(NO_OFFSET);
        }
    }

    pub(super) fn run(&mut self, run: &TextRun) {
        self.push(&run.text, Source { style: run.style, link: run.link, offset: run.offset, kind: TextKind::Content });
    }

    fn field(&mut self, field: &PageField) {
        let numbers = &self.context.numbers;
        let format = field.format.unwrap_or(numbers.format);
        let plain = field.format.unwrap_or_default();
        let shown = match &field.kind {
            PageFieldKind::Page => self.chapter() + &format.format(i64::from(numbers.page)),
            PageFieldKind::NumPages => plain.format(i64::from(numbers.pages)),
            PageFieldKind::SectionPages => plain.format(i64::from(numbers.section_pages)),
            PageFieldKind::Section => plain.format(i64::from(numbers.section)),
            PageFieldKind::StyleRef(wanted) => {
                let found = self.context.named.shown(wanted, &self.context.on_page);
                found.map_or_else(|| field.cached.clone(), str::to_owned)
            }
            PageFieldKind::NoteMark(note) => note::mark(self.context, *note).unwrap_or_default(),
            PageFieldKind::Known(text) => text.clone(),
        };
        let first = self.text.chars.len();
        self.push(&shown, Source { style: field.style, link: field.link, offset: None, kind: TextKind::Content });
        // The body text counts the stored result: what is shown instead stands at its offset.
        let offset = field.offset.filter(|_| field.cached.chars().any(is_counted));
        for char in self.text.chars.iter_mut().skip(first) {
            char.offset = offset.unwrap_or(NO_OFFSET);
        }
    }

    /// The chapter's number and what parts it from the page's; nothing where its heading has none.
    fn chapter(&self) -> String {
        let Some(chapter) = self.context.numbers.chapter else { return String::new() };
        let digits = self.context.named.chapter(chapter.style, &self.context.on_page);
        if digits.is_empty() { String::new() } else { format!("{digits}{}", chapter.separator) }
    }

    pub(super) fn atom(&mut self, c: char, class: Class, style: CharacterId, atom: Atom<'a>) {
        let properties = self.context.flow.character(style);
        let source = Source { style, ..Source::default() };
        self.segment(properties, properties.size, source, Some(atom));
        let face = self.context.fonts.face(properties.fonts.ascii, properties.bold, properties.italic);
        self.add(c, class, face, 0.0, 0.0, NO_OFFSET);
    }

    pub(super) fn widen_last(&mut self, width: f64) {
        if let Some(last) = self.text.chars.last_mut() {
            (last.natural, last.advance) = (width, width);
        }
    }

    fn segment(&mut self, style: &CharacterStyle, em: f64, source: Source, atom: Option<Atom<'a>>) {
        let (share, rise) = match style.script {
            Script::Baseline => (1.0, 0.0),
            Script::Superscript => (SCRIPT_SHARE, SUPERSCRIPT_RISE),
            Script::Subscript => (SCRIPT_SHARE, SUBSCRIPT_RISE),
        };
        self.text.segments.push(Segment {
            style: source.style,
            size: em * share,
            em: em * share,
            rise: rise * em + style.rise,
            scale: style.scale,
            kern: style.kern,
            fit: style.fit_text.or(self.fit.map(|width| (width, 0))),
            kind: source.kind,
            link: source.link,
            atom,
        });
    }

    /// Adds text in one style.
    pub(super) fn push(&mut self, text: &str, source: Source) {
        if text.is_empty() {
            return;
        }
        let style = self.context.flow.character(source.style);
        let em = if style.complex { style.size_cs } else { style.size };
        let mut offset = source.offset.unwrap_or(NO_OFFSET);
        let mut faces = Faces::default();
        let mut small = None;
        for c in text.chars() {
            let lowered = style.small_caps && !style.caps && c.is_lowercase();
            if small != Some(lowered) {
                self.segment(style, em, source, None);
                if lowered && let Some(segment) = self.text.segments.last_mut() {
                    segment.size *= SMALL_CAPITAL_SHARE;
                }
                small = Some(lowered);
            }
            let at = if is_counted(c) { offset } else { NO_OFFSET };
            if (style.caps || lowered) && !c.is_uppercase() {
                let c = if style.lang == "fr-FR" { case::without_accent(c) } else { c };
                for upper in case::upper(c) {
                    self.character(upper, style, &mut faces, at);
                }
            } else {
                self.character(c, style, &mut faces, at);
            }
            if at != NO_OFFSET {
                offset += 1;
            }
        }
    }

    fn character(&mut self, c: char, style: &CharacterStyle, faces: &mut Faces, offset: u32) {
        let fonts = self.context.fonts;
        let face = faces.get(c, || fonts.face_for(c, style));
        let figures = fonts.get(face);
        let (size, scale) = self.text.segments.last().map_or((style.size, style.scale), |segment| (segment.size, segment.scale));
        let em = figures.advance(if c == '\u{2011}' { '-' } else { c });
        let wide = if is_ambiguous(c) { figures.east_asian && em >= 0.7 } else { stands_alone(c) };
        let class = class(c, wide);
        let natural = match class {
            Class::Combining | Class::ZeroSpace => 0.0,
            // Shown only where a line ends at it.
            Class::SoftHyphen => figures.advance('-') * size * scale,
            _ => em * size * scale,
        };
        let mut advance = natural + style.spacing;
        if natural == 0.0 || class == Class::SoftHyphen {
            advance = 0.0;
        } else if class.is_wide() || class == Class::Hangul {
            if self.context.flow.settings.compat.balance_single_byte_double_byte_width {
                // word-measured 1.2: spacing counts twice on full-width characters.
                advance += style.spacing;
            }
            if figures.synthetic_bold {
                // word-layout 3.4: bold made from a regular cut advances a little more.
                advance += size / 240.0;
            }
            if style.snap_to_grid {
                advance += self.char_space;
                if let Some(cell) = self.cell.filter(|cell| *cell > 0.0) {
                    advance = (advance / cell - 1e-6).ceil().max(1.0) * cell;
                }
            }
        }
        self.add(c, class, face, natural, advance, offset);
    }

    fn add(&mut self, c: char, class: Class, face: FaceId, natural: f64, advance: f64, offset: u32) {
        let segment = (self.text.segments.len() - 1) as u32;
        self.text.chars.push(Char { c, class, breaks: false, face, segment, offset, natural, advance, seam: 0.0, pair: 0.0, squeeze: 0.0 });
    }
}

/// Faces found already in one run: matching a face asks for coverage, and most of a run needs two.
#[derive(Default)]
struct Faces {
    ascii: Option<FaceId>,
    recent: Option<(char, FaceId)>,
}

impl Faces {
    fn get(&mut self, c: char, find: impl FnOnce() -> FaceId) -> FaceId {
        if c.is_ascii_alphanumeric() || c == ' ' {
            return *self.ascii.get_or_insert_with(find);
        }
        match self.recent {
            Some((same, face)) if same == c => face,
            _ => {
                let face = find();
                self.recent = Some((c, face));
                face
            }
        }
    }
}
