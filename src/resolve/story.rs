//! Stories: the body, a header, a note, a text box. Each is walked block by block; paragraphs whose mark is hidden or
//! deleted run into the next one (word-layout 11.3, 11.4).

use super::Resolver;
use super::cascade::Base;
use super::content::Line;
use super::field::Fields;
use super::indent::CharacterUnits;
use super::numbering::Counters;
use super::run::RunLayer;
use super::table;
use crate::flow::{self, CharacterId, GridKind, Inline, Label, NoteSettings};
use crate::model::{self, Block, StyleKind};
use std::rc::Rc;

/// Which story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StoryKind {
    Body,
    HeaderFooter,
    Note,
    TextBox,
}

/// What the section around a paragraph changes in it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SectionFacts {
    /// Points that a character grid adds to each character; 0 without one.
    pub(super) char_space: f64,
    pub(super) footnotes: NoteSettings,
    pub(super) endnotes: NoteSettings,
}

impl SectionFacts {
    /// The character grid of a section.
    pub(super) fn char_space(grid: &flow::Grid) -> f64 {
        if matches!(grid.kind, GridKind::LinesAndChars | GridKind::SnapToChars) { grid.char_space } else { 0.0 }
    }
}

/// The mark that a note repeats at its own beginning.
#[derive(Clone, Debug)]
pub(super) enum NoteMark {
    Fixed(String),
    /// Numbers begin again on each page: layout knows it.
    OnItsPage(flow::NoteId),
}

impl Default for NoteMark {
    fn default() -> Self {
        Self::Fixed(String::new())
    }
}

/// The walk through one story.
pub(super) struct Story<'a> {
    pub(super) kind: StoryKind,
    /// The part it stands in, for warnings.
    pub(super) part: &'a str,
    pub(super) section: SectionFacts,
    pub(super) counters: Counters,
    pub(super) fields: Fields,
    /// Counted characters so far; stays 0 outside the body.
    pub(super) offset: u32,
    /// Paragraphs so far.
    pub(super) paragraphs: u32,
    /// The table layer of the cell around (0 outside tables).
    pub(super) table_layer: u32,
    /// Tables around the present place.
    pub(super) cells: u32,
    /// The mark of the note this is.
    pub(super) note_mark: NoteMark,
    /// A paragraph that goes on in the next one.
    pending: Option<Pending>,
    /// Notes seen in this section, for numbering: footnotes, endnotes.
    pub(super) note_counts: [u32; 2],
}

/// What a paragraph with a hidden or deleted mark leaves to the next.
struct Pending {
    items: Vec<Inline>,
    label: Option<Label>,
    offset: u32,
}

impl<'a> Story<'a> {
    /// A story of these blocks, at its beginning.
    pub(super) fn new(kind: StoryKind, part: &'a str, section: SectionFacts, blocks: &'a [Block]) -> Self {
        Self {
            kind,
            part,
            section,
            counters: Counters::default(),
            fields: Fields::new(blocks),
            offset: 0,
            paragraphs: 0,
            table_layer: 0,
            cells: 0,
            note_mark: NoteMark::default(),
            pending: None,
            note_counts: [0; 2],
        }
    }

    /// Whether its text takes part in offsets.
    pub(super) fn is_counted(&self) -> bool {
        self.kind == StoryKind::Body
    }
}

impl<'a> Resolver<'a, '_> {
    /// Walks blocks that stand below each other.
    pub(super) fn blocks(&mut self, blocks: &'a [Block], story: &mut Story<'a>) -> Vec<flow::Block> {
        let mut result = Vec::with_capacity(blocks.len());
        // A hidden mark joins within one list of blocks: a cell's last paragraph does not run into the next cell.
        let outer = story.pending.take();
        for (i, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(paragraph) => {
                    let joins = matches!(blocks.get(i + 1), Some(Block::Paragraph(_))) && paragraph.section.is_none();
                    let alone = blocks.len() == 1;
                    if let Some(paragraph) = self.paragraph(paragraph, joins, alone, story) {
                        result.push(flow::Block::Paragraph(Box::new(paragraph)));
                    }
                }
                Block::Table(_) if table::adjoins(&blocks[..=i]) => {}
                Block::Table(_) => {
                    let tables: Vec<&'a model::Table> = table::adjoining(&blocks[i..]).collect();
                    if let Some(table) = self.table(&tables, story) {
                        result.push(flow::Block::Table(Box::new(table)));
                    }
                }
            }
        }
        story.pending = outer;
        result
    }

    /// A paragraph; none where it has run into the next or is hidden altogether.
    fn paragraph(&mut self, paragraph: &'a model::Paragraph, joins: bool, alone: bool, story: &mut Story<'a>) -> Option<flow::Paragraph> {
        let properties = &paragraph.properties;
        let style = self.cascade.style_index(properties.style.as_deref(), StyleKind::Paragraph);
        let base = self.cascade.base(story.table_layer, style, &self.lists, &mut self.shared);
        let (mark, mark_style) = self.run_style(&base, &paragraph.mark);
        let before = story.pending.take();
        let start = before.as_ref().map_or(story.offset, |pending| pending.offset);

        let list = self.list_of(paragraph, &base);
        let runs_on = joins && (mark.hides_mark() || paragraph.mark_deleted);
        // A deleted paragraph does not count in its list.
        let list_item = list.filter(|_| !(joins && paragraph.mark_deleted));
        let label = self.label(list_item, paragraph, &base, story);
        let mut line = Line::new(&base, before.map(|pending| (pending.items, pending.label)));
        self.inlines(&paragraph.content, &mut line, story);
        let Line { items, label: earlier, .. } = line;
        let label = earlier.or(label);

        if runs_on {
            story.pending = Some(Pending { items, label, offset: start });
            return None;
        }
        let mark_hidden = mark.hides_mark();
        let marks_only = items.iter().all(|item| matches!(item, Inline::Bookmark(_) | Inline::SavedBreak));
        // Hidden altogether, and something else stands here: no line at all.
        if mark_hidden && marks_only && !alone && paragraph.section.is_none() && story.cells == 0 {
            return None;
        }
        let mut result = self.settle(paragraph, &base, list, &items, &mark, story);
        let is_section_mark = paragraph.section.is_some() && marks_only;
        result.label = label.filter(|_| !is_section_mark);
        result.mark = mark_style;
        result.mark_hidden = mark_hidden;
        result.section_mark = is_section_mark;
        result.items = items;
        result.index = story.paragraphs;
        result.offset = if story.is_counted() { start } else { 0 };
        story.paragraphs += 1;
        Some(result)
    }

    /// The paragraph's own properties over its base, in points.
    fn settle(
        &mut self,
        paragraph: &'a model::Paragraph,
        base: &Rc<Base<'a>>,
        list: Option<(i32, u8, bool)>,
        items: &[Inline],
        mark: &RunLayer,
        story: &Story<'a>,
    ) -> flow::Paragraph {
        let properties = &paragraph.properties;
        let stated = properties.numbering.as_ref().is_some_and(|reference| reference.id.is_some() || reference.level.is_some());
        let mut layer = if stated { base.plain.clone() } else { base.paragraph.clone() };
        if let Some((num, level, true)) = list
            && let Some(level) = self.lists.level(num, level)
        {
            layer.over_by_level(&level.paragraph);
        }
        layer.over(properties);
        let run = if layer.asks_for_run() { self.first_run_unit(items, mark) } else { 0.0 };
        let units =
            CharacterUnits { normal: self.flow.settings.default_size + story.section.char_space, run: run + story.section.char_space };
        flow::Paragraph { style: base.style, ..layer.settle(units, &self.shared.palette) }
    }

    /// The advance of a full-width character in the paragraph's first run, or in its mark (word-layout 4.4).
    fn first_run_unit(&self, items: &[Inline], mark: &RunLayer) -> f64 {
        let mark_size = f64::from(mark.size()) / 2.0;
        let Some(style) = items.iter().find_map(run_style).and_then(|id| self.shared.pool.style(id)) else {
            return mark_size;
        };
        let family = self.shared.pool.family_name(style.fonts.east_asia);
        // A bold run in a face without a bold cut is a little wider (word-layout 3.4).
        let widened = style.bold && has_no_bold_cut(family);
        style.size + if widened { style.size / 240.0 } else { 0.0 }
    }
}

/// The style of an item that comes from a run with text.
fn run_style(item: &Inline) -> Option<CharacterId> {
    match item {
        Inline::Text(run) => Some(run.style),
        Inline::Tab { style } | Inline::Note { style, .. } | Inline::Math { style, .. } => Some(*style),
        Inline::Field(field) => Some(field.style),
        Inline::Ruby(ruby) => ruby.base.first().map(|run| run.style),
        _ => None,
    }
}

/// The East Asian faces of Word that are emboldened by smearing.
fn has_no_bold_cut(family: &str) -> bool {
    const FACES: [&str; 14] = [
        "宋体",
        "SimSun",
        "新宋体",
        "NSimSun",
        "仿宋",
        "FangSong",
        "仿宋_GB2312",
        "FangSong_GB2312",
        "楷体",
        "KaiTi",
        "楷体_GB2312",
        "KaiTi_GB2312",
        "黑体",
        "SimHei",
    ];
    FACES.contains(&family)
}
