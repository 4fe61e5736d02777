//! Sections (word-layout 7.1 to 7.4): page set-up with what is missing filled in, headers and footers inherited.

use super::Resolver;
use super::border;
use super::cell::text_direction;
use super::settings::note_settings;
use super::story::{SectionFacts, Story, StoryKind};
use super::theme::Palette;
use crate::flow::{
    self, Chapter, ColumnSetup, Grid, GridKind, HeaderFooter, Inline, LineNumberRestart, LineNumbers, NumberFormat, PageSetup, Section,
    SectionStart, VerticalAlign,
};
use crate::model::{self, Block, SectionProperties};
use crate::units::Twip;

/// No page is longer than 22 inches (word-layout 1.1).
const LONGEST_EDGE: f64 = 1584.0;
/// Nor shorter than this, whatever the file says.
const SHORTEST_EDGE: f64 = 7.2;
/// Columns are at most this many (17.6.4).
const MOST_COLUMNS: u32 = 45;

/// An empty paragraph that only ends a section takes no line where the next one goes on on the page
/// (docs/word/section-marks-take-no-line.md). One that holds a bookmark or an anchor stays.
fn drop_mark(blocks: &mut Vec<flow::Block>) {
    let nothing = |item: &Inline| matches!(item, Inline::SavedBreak) || matches!(item, Inline::Text(run) if run.text.is_empty());
    let is_mark = |paragraph: &flow::Paragraph| paragraph.section_mark && paragraph.items.iter().all(nothing);
    if blocks.len() > 1 && matches!(blocks.last(), Some(flow::Block::Paragraph(last)) if is_mark(last)) {
        blocks.pop();
    }
}

impl<'a> Resolver<'a, '_> {
    /// Walks the body section by section.
    pub(super) fn sections(&mut self) {
        let document = self.document;
        let mut story = Story::new(StoryKind::Body, "word/document.xml", SectionFacts::default(), &document.body);
        let mut inherited = [HeaderFooter::default(); 2];
        let mut rest: &'a [Block] = &document.body;
        while let Some((blocks, properties)) = next_section(&mut rest, &document.section, self.flow.sections.is_empty()) {
            let mut section = self.section(properties);
            story.section = SectionFacts {
                char_space: SectionFacts::char_space(&section.grid),
                footnotes: section.footnotes,
                endnotes: section.endnotes,
            };
            for (count, settings) in story.note_counts.iter_mut().zip([section.footnotes, section.endnotes]) {
                if settings.restart == flow::NoteRestart::EachSection {
                    *count = 0;
                }
            }
            section.blocks = self.blocks(blocks, &mut story);
            section.endnotes_so_far = u32::try_from(self.flow.endnotes.len()).unwrap_or(u32::MAX);
            for (inherited, references) in inherited.iter_mut().zip([&properties.headers, &properties.footers]) {
                self.header_footer(references, inherited, story.section);
            }
            [section.headers, section.footers] = inherited;
            if section.start == SectionStart::Continuous
                && let Some(before) = self.flow.sections.last_mut()
            {
                drop_mark(&mut before.blocks);
            }
            self.flow.sections.push(section);
        }
        self.flow.paragraphs = story.paragraphs;
        self.flow.characters_in_body = story.offset;
    }

    /// Fills in the references that this section states; the others stay as inherited.
    fn header_footer(&mut self, references: &'a [(String, String)], inherited: &mut HeaderFooter, facts: SectionFacts) {
        for (kind, part) in references {
            let story = self.header_footer_story(part, facts);
            match kind.as_str() {
                "first" => inherited.first = story,
                "even" => inherited.even = story,
                _ => inherited.default = story,
            }
        }
    }

    fn header_footer_story(&mut self, part: &'a str, facts: SectionFacts) -> Option<u32> {
        let key = (part, facts.char_space.to_bits());
        if let Some(story) = self.stories.get(&key) {
            return Some(*story);
        }
        let document = self.document;
        let blocks = document.stories.get(part)?;
        let mut story = Story::new(StoryKind::HeaderFooter, part, facts, blocks);
        let blocks = self.blocks(blocks, &mut story);
        let number = self.flow.stories.len() as u32;
        self.flow.stories.push(blocks);
        self.stories.insert(key, number);
        Some(number)
    }

    /// The section's own properties; content and headers come later.
    fn section(&mut self, properties: &SectionProperties) -> Section {
        let chapter = self.chapter(properties);
        let page_number_format = properties.page_number_format.as_deref().map_or(NumberFormat::Decimal, NumberFormat::from_name);
        Section {
            blocks: Vec::new(),
            start: section_start(properties.kind.as_deref()),
            page: page_setup(properties),
            columns: properties.columns.as_ref().map(columns).unwrap_or_else(|| columns(&model::Columns::default())),
            grid: properties.doc_grid.as_ref().map(grid).unwrap_or_default(),
            headers: HeaderFooter::default(),
            footers: HeaderFooter::default(),
            title_page: properties.title_page == Some(true),
            page_number_format,
            page_number_start: properties.page_number_start,
            chapter,
            vertical_align: vertical_align(properties.vertical_align.as_deref()),
            line_numbers: properties.line_numbers.as_ref().and_then(line_numbers),
            borders: properties.page_borders.as_ref().map(|borders| page_borders(borders, &self.shared.palette)),
            bidi: properties.bidi == Some(true),
            direction: text_direction(properties.text_direction.as_deref()),
            footnotes: note_settings(&properties.footnotes, self.flow.settings.footnotes),
            endnotes: note_settings(&properties.endnotes, self.flow.settings.endnotes),
            endnotes_so_far: 0,
        }
    }

    fn chapter(&mut self, properties: &SectionProperties) -> Option<Chapter> {
        let level = properties.chapter_style.filter(|level| (1..=9).contains(level))?;
        let style = self.cascade.paragraph_style_named(&level.to_string())?;
        self.flow.named_styles.insert(style);
        let separator = match properties.chapter_separator.as_deref() {
            Some("period") => '.',
            Some("colon") => ':',
            Some("emDash") => '—',
            Some("enDash") => '–',
            _ => '-',
        };
        Some(Chapter { style, separator })
    }
}

/// Cuts the next section off: up to and with the paragraph that carries its properties.
fn next_section<'a>(rest: &mut &'a [Block], last: &'a SectionProperties, first: bool) -> Option<(&'a [Block], &'a SectionProperties)> {
    let end = rest.iter().enumerate().find_map(|(i, block)| match block {
        Block::Paragraph(paragraph) => Some((i, paragraph.section.as_deref()?)),
        Block::Table(_) => None,
    });
    let (blocks, properties) = match end {
        Some((i, properties)) => (rest.get(..=i)?, properties),
        // A body without anything is a blank page still.
        None if rest.is_empty() && !first => return None,
        None => (*rest, last),
    };
    *rest = rest.get(blocks.len()..).unwrap_or_default();
    Some((blocks, properties))
}

fn section_start(kind: Option<&str>) -> SectionStart {
    match kind {
        Some("continuous") => SectionStart::Continuous,
        Some("oddPage") => SectionStart::OddPage,
        Some("evenPage") => SectionStart::EvenPage,
        Some("nextColumn") => SectionStart::NextColumn,
        _ => SectionStart::NextPage,
    }
}

fn page_setup(properties: &SectionProperties) -> PageSetup {
    let usual = PageSetup::default();
    let points = |stated: Option<Twip>, usual: f64| stated.map_or(usual, Twip::pt);
    let edge = |stated: Option<Twip>, usual: f64| points(stated.filter(|v| v.0 > 0), usual).clamp(SHORTEST_EDGE, LONGEST_EDGE);
    PageSetup {
        width: edge(properties.page_width, usual.width),
        height: edge(properties.page_height, usual.height),
        top: points(properties.margin_top, usual.top),
        right: points(properties.margin_right, usual.right),
        bottom: points(properties.margin_bottom, usual.bottom),
        left: points(properties.margin_left, usual.left),
        header: points(properties.margin_header, usual.header),
        footer: points(properties.margin_footer, usual.footer),
        gutter: points(properties.gutter, usual.gutter).max(0.0),
        rtl_gutter: properties.rtl_gutter == Some(true),
    }
}

/// Space between columns is 720 twips where nothing is stated (word-layout 7.6).
fn columns(stated: &model::Columns) -> ColumnSetup {
    let own = stated.equal == Some(false) && !stated.columns.is_empty();
    let unequal: Vec<_> = stated.columns.iter().filter(|_| own).map(|(width, space)| (width.pt(), space.pt())).collect();
    let count = stated.count.unwrap_or(1).clamp(1, MOST_COLUMNS);
    ColumnSetup {
        count: if own { count.min(unequal.len() as u32).max(1) } else { count },
        space: stated.space.unwrap_or(Twip(720)).pt().max(0.0),
        unequal,
        separator: stated.separator,
    }
}

fn grid(stated: &model::DocGrid) -> Grid {
    let kind = match stated.kind.as_deref() {
        Some("lines") => GridKind::Lines,
        Some("linesAndChars") => GridKind::LinesAndChars,
        Some("snapToChars") => GridKind::SnapToChars,
        _ => GridKind::None,
    };
    Grid {
        kind,
        line_pitch: stated.line_pitch.filter(|_| kind != GridKind::None).unwrap_or_default().pt().max(0.0),
        char_space: f64::from(stated.char_space.unwrap_or(0)) / 4096.0,
    }
}

/// `w:vAlign` of a section or a cell.
pub(super) fn vertical_align(name: Option<&str>) -> VerticalAlign {
    match name {
        Some("center" | "ctr") => VerticalAlign::Center,
        Some("bottom" | "b") => VerticalAlign::Bottom,
        Some("both" | "just" | "dist") => VerticalAlign::Both,
        _ => VerticalAlign::Top,
    }
}

/// Lines are numbered only where `countBy` is stated; the number stands a quarter inch from the text.
fn line_numbers(stated: &model::LineNumbers) -> Option<LineNumbers> {
    let count_by = u32::try_from(stated.count_by?).ok().filter(|n| *n > 0)?;
    Some(LineNumbers {
        count_by,
        start: u32::try_from(stated.start.unwrap_or(1)).unwrap_or(1).max(1),
        distance: stated.distance.map(Twip::pt).filter(|distance| *distance > 0.0).unwrap_or(18.0),
        restart: match stated.restart.as_deref() {
            Some("newSection") => LineNumberRestart::NewSection,
            Some("continuous") => LineNumberRestart::Continuous,
            _ => LineNumberRestart::NewPage,
        },
    })
}

fn page_borders(stated: &model::PageBorders, palette: &Palette<'_>) -> flow::PageBorders {
    let side = |side: &Option<model::Border>| side.as_ref().and_then(|side| border::resolve(side, palette));
    let display = stated.display.as_deref();
    flow::PageBorders {
        top: side(&stated.borders.top),
        left: side(&stated.borders.left),
        bottom: side(&stated.borders.bottom),
        right: side(&stated.borders.right),
        from_page: stated.from_page,
        first_page: display != Some("notFirstPage"),
        other_pages: display != Some("firstPage"),
        behind: stated.behind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Warnings;
    use crate::env::Options;
    use crate::model::{Document, Paragraph};

    fn paragraph(section: Option<SectionProperties>) -> Block {
        Block::Paragraph(Box::new(Paragraph { section: section.map(Box::new), ..Paragraph::default() }))
    }

    fn with_headers(headers: &[(&str, &str)]) -> SectionProperties {
        let headers = headers.iter().map(|(kind, part)| ((*kind).to_owned(), (*part).to_owned())).collect();
        SectionProperties { headers, ..SectionProperties::default() }
    }

    #[test]
    fn headers_are_inherited_kind_by_kind() {
        let mut document = Document {
            body: vec![paragraph(Some(with_headers(&[("default", "a"), ("first", "b")]))), paragraph(None)],
            section: with_headers(&[("first", "c")]),
            ..Document::default()
        };
        for part in ["a", "b", "c"] {
            document.stories.insert(part.into(), vec![paragraph(None)]);
        }
        let flow = crate::resolve::resolve(&document, &Options::default(), &mut Warnings::default());
        assert_eq!(flow.sections.len(), 2);
        assert_eq!(flow.sections[0].headers, HeaderFooter { default: Some(0), first: Some(1), even: None });
        assert_eq!(flow.sections[1].headers, HeaderFooter { default: Some(0), first: Some(2), even: None });
        assert!(flow.sections[0].blocks.len() == 1);
    }

    #[test]
    fn missing_page_set_up_is_letter() {
        let page = page_setup(&SectionProperties::default());
        assert_eq!((page.width, page.height, page.left, page.top), (612.0, 792.0, 90.0, 72.0));
    }

    #[test]
    fn columns_without_widths_are_equal() {
        let stated = model::Columns { count: Some(2), equal: Some(false), ..model::Columns::default() };
        let setup = columns(&stated);
        assert_eq!((setup.count, setup.space, setup.unequal.len()), (2, 36.0, 0));
    }
}
