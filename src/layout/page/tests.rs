//! Pages of five lines of exactly 20 pt, a character a line, so that no font decides.

use crate::env::Options;
use crate::flow::{
    Alignment, AnchorAt, AnchorBase, Block, BreakKind, Cell, CharacterId, ColumnSetup, Family, Float, Flow, Graphic, Grid, GridKind,
    HeaderFooter, Inline, LineSpacing, Note, NoteId, PageSetup, Paragraph, ParagraphSpacing, Row, Section, SectionStart, Table, TextRun,
    Wrap, WrapSide,
};
use crate::font::Fonts;
use crate::layout::Layout;
use crate::layout::fragment::{Fragment, Page, Story};
use std::rc::Rc;

/// A paragraph of `lines` lines: a digit and a line break each.
fn lines(name: char, lines: usize) -> Paragraph {
    let mut items = Vec::new();
    for line in 0..lines {
        if line > 0 {
            items.push(Inline::Break { style: CharacterId(0), kind: BreakKind::Line });
        }
        items.push(Inline::Text(TextRun { text: format!("{name}{}", line + 1), ..TextRun::default() }));
    }
    Paragraph { line: LineSpacing::Exact(20.0), items, alignment: Alignment::Left, ..Paragraph::default() }
}

fn page_break(name: char) -> Paragraph {
    let mut paragraph = lines(name, 1);
    paragraph.items.push(Inline::Break { style: CharacterId(0), kind: BreakKind::Page });
    paragraph
}

fn section(paragraphs: Vec<Paragraph>) -> Section {
    Section {
        blocks: paragraphs.into_iter().map(|paragraph| Block::Paragraph(Box::new(paragraph))).collect(),
        page: PageSetup {
            width: 300.0,
            height: 140.0,
            top: 20.0,
            bottom: 20.0,
            left: 20.0,
            right: 20.0,
            header: 0.0,
            footer: 0.0,
            ..PageSetup::default()
        },
        ..Section::default()
    }
}

fn flow(sections: Vec<Section>) -> Flow {
    Flow {
        sections,
        characters: vec![Default::default()],
        families: vec![Family { name: "SimSun".to_owned(), ..Family::default() }],
        settings: crate::flow::LayoutSettings { compatibility_mode: 15, default_tab_stop: 36.0, ..Default::default() },
        ..Flow::default()
    }
}

fn laid(flow: Flow) -> Vec<Page> {
    let mut warnings = crate::diag::Warnings::default();
    let fonts = Fonts::new(&flow.families, &[], "zh-CN", &mut |_| None, &mut warnings);
    let mut layout = Layout::new(Rc::new(flow), Rc::new(fonts), &Options::default());
    for _ in 0..100 {
        layout.next_page();
    }
    assert!(layout.progress().finished, "pages for ever");
    (0..layout.progress().pages_done).filter_map(|index| layout.page(index)).collect()
}

/// Each page's lines as text, top to bottom, left to right.
fn text(pages: &[Page], story: Story) -> Vec<String> {
    let page_text = |page: &Page| {
        let placed = page.stories.iter().filter(|fragment| fragment.story == story).flat_map(|fragment| &fragment.blocks);
        let mut words = Vec::new();
        for placed in placed {
            let Fragment::Paragraph(paragraph) = &placed.fragment else { continue };
            for line in &paragraph.lines {
                for piece in &line.pieces {
                    if let crate::layout::fragment::PieceContent::Text(piece) = &piece.content {
                        words.push(piece.text.trim().to_owned());
                    }
                }
            }
        }
        words.retain(|word| !word.is_empty());
        words.join(" ")
    };
    pages.iter().map(page_text).collect()
}

fn body(sections: Vec<Section>) -> Vec<String> {
    text(&laid(flow(sections)), Story::Body)
}

#[test]
fn a_paragraph_flows_over() {
    assert_eq!(body(vec![section(vec![lines('a', 7)])]), ["a1 a2 a3 a4 a5", "a6 a7"]);
}

#[test]
fn widow_control_leaves_two_lines_on_either_side() {
    let widow = |paragraph: Paragraph| Paragraph { widow_control: true, ..paragraph };
    assert_eq!(body(vec![section(vec![widow(lines('a', 6))])]), ["a1 a2 a3 a4", "a5 a6"]);
    assert_eq!(body(vec![section(vec![lines('x', 4), widow(lines('a', 4))])]), ["x1 x2 x3 x4", "a1 a2 a3 a4"]);
    assert_eq!(body(vec![section(vec![lines('x', 3), widow(lines('a', 3))])]), ["x1 x2 x3", "a1 a2 a3"]);
}

#[test]
fn keep_lines_moves_a_paragraph_whole_unless_no_page_holds_it() {
    let keep = |paragraph: Paragraph| Paragraph { keep_lines: true, ..paragraph };
    assert_eq!(body(vec![section(vec![lines('x', 3), keep(lines('a', 4))])]), ["x1 x2 x3", "a1 a2 a3 a4"]);
    assert_eq!(body(vec![section(vec![keep(lines('a', 6))])]), ["a1 a2 a3 a4 a5", "a6"]);
}

#[test]
fn a_chain_of_keep_next_moves_together() {
    let keep = |paragraph: Paragraph| Paragraph { keep_next: true, ..paragraph };
    let pages = body(vec![section(vec![
        lines('x', 3),
        keep(lines('h', 1)),
        keep(lines('i', 1)),
        Paragraph { widow_control: true, ..lines('a', 2) },
    ])]);
    assert_eq!(pages, ["x1 x2 x3", "h1 i1 a1 a2"]);
}

#[test]
fn breaks_begin_pages() {
    assert_eq!(body(vec![section(vec![page_break('a'), lines('b', 1)])]), ["a1", "b1"]);
    let before = Paragraph { page_break_before: true, ..lines('b', 1) };
    assert_eq!(body(vec![section(vec![before.clone(), before])]), ["b1", "b1"], "none at the document's start");
}

#[test]
fn a_page_break_at_a_sections_end_makes_no_second_page() {
    let mark = Paragraph { section_mark: true, line: LineSpacing::Exact(20.0), ..Paragraph::default() };
    assert_eq!(body(vec![section(vec![page_break('a'), mark]), section(vec![lines('b', 1)])]), ["a1", "b1"]);
}

#[test]
fn odd_page_sections_leave_a_blank_page() {
    let odd = Section { start: SectionStart::OddPage, ..section(vec![lines('b', 1)]) };
    let pages = laid(flow(vec![section(vec![lines('a', 1)]), odd]));
    assert_eq!(text(&pages, Story::Body), ["a1", "", "b1"]);
    assert_eq!(pages.iter().map(|page| page.number).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn columns_are_balanced_before_a_continuous_section() {
    let columns = ColumnSetup { count: 2, space: 20.0, ..ColumnSetup::default() };
    let two = Section { columns, ..section(vec![lines('a', 4)]) };
    let after = Section { start: SectionStart::Continuous, ..section(vec![lines('b', 1)]) };
    let pages = laid(flow(vec![two, after]));
    assert_eq!(text(&pages, Story::Body), ["a1 a2 a3 a4 b1"]);
    let tops: Vec<f64> =
        pages[0].stories.iter().filter(|s| s.story == Story::Body).flat_map(|s| &s.blocks).map(|placed| placed.y).collect();
    assert_eq!(tops, [20.0, 20.0, 60.0]);
}

#[test]
fn the_larger_of_after_and_before_stands_between() {
    let spaced =
        |before: f64, after: f64| Paragraph { spacing: ParagraphSpacing { before, after, ..ParagraphSpacing::default() }, ..lines('a', 1) };
    let pages = laid(flow(vec![section(vec![spaced(0.0, 10.0), spaced(15.0, 0.0)])]));
    let tops: Vec<f64> = pages[0].stories.iter().flat_map(|story| &story.blocks).map(|placed| placed.y).collect();
    assert_eq!(tops, [20.0, 55.0]);
}

#[test]
fn space_before_is_dropped_where_text_flows_over() {
    let spaced = Paragraph { spacing: ParagraphSpacing { before: 15.0, ..ParagraphSpacing::default() }, ..lines('b', 1) };
    let pages = laid(flow(vec![section(vec![lines('a', 5), spaced])]));
    assert_eq!(pages[1].stories[0].blocks[0].y, 20.0);
}

#[test]
fn a_line_moves_with_its_footnote() {
    let mut cited = lines('b', 1);
    cited.items.push(Inline::Note { footnote: true, note: NoteId(0), style: CharacterId(0), mark: "1".to_owned() });
    let note = Note { blocks: vec![Block::Paragraph(Box::new(lines('n', 1)))], ..Note::default() };
    let document = Flow { footnotes: vec![note], ..flow(vec![section(vec![lines('a', 4), cited])]) };
    let pages = laid(document);
    assert_eq!(text(&pages, Story::Body), ["a1 a2 a3 a4", "b11"]);
    assert_eq!(text(&pages, Story::Footnote), ["", "n1"]);
}

#[test]
fn paragraphs_that_hold_only_a_page_break_make_a_page_each() {
    let only = || {
        let mut paragraph = lines('a', 0);
        paragraph.items.push(Inline::SavedBreak);
        paragraph.items.push(Inline::Break { style: CharacterId(0), kind: BreakKind::Page });
        paragraph
    };
    assert_eq!(laid(flow(vec![section(vec![only(), only(), only(), lines('b', 1)])])).len(), 4);
}

#[test]
fn a_float_of_a_footer_stands_by_its_paragraph() {
    let float = Float { vertical: (AnchorBase::Paragraph, AnchorAt::Offset(3.0)), ..float() };
    let fixed = Float { vertical: (AnchorBase::Page, AnchorAt::Offset(7.0)), ..self::float() };
    let mut footer = lines('f', 1);
    footer.items.extend([Inline::Anchor(Box::new(float)), Inline::Anchor(Box::new(fixed))]);
    let mut section = section(vec![lines('a', 1)]);
    section.footers.default = Some(0);
    let pages = laid(Flow { stories: vec![vec![Block::Paragraph(Box::new(footer))]], ..flow(vec![section]) });
    let placed = pages.iter().flat_map(|page| &page.stories).filter(|story| story.story == Story::Footer).flat_map(|story| &story.blocks);
    let tops: Vec<f64> = placed.filter(|placed| matches!(placed.fragment, Fragment::Drawing(_))).map(|placed| placed.y).collect();
    assert_eq!(tops, [123.0, 7.0]);
}

fn float() -> Float {
    Float {
        width: 10.0,
        height: 5.0,
        relative_width: None,
        relative_height: None,
        horizontal: (AnchorBase::Page, AnchorAt::Offset(0.0)),
        vertical: (AnchorBase::Page, AnchorAt::Offset(0.0)),
        wrap: Wrap::None,
        distance: [0.0; 4],
        behind: false,
        z: 0,
        in_cell: false,
        overlap: true,
        graphic: Graphic::Rule(None),
        alt: String::new(),
        link: None,
    }
}

#[test]
fn header_lines_take_no_whole_cells() {
    let header: Vec<Block> =
        (0..3).map(|_| Block::Paragraph(Box::new(Paragraph { line: LineSpacing::AtLeast(20.0), ..lines('h', 1) }))).collect();
    let grid = Grid { kind: GridKind::Lines, line_pitch: 24.0, char_space: 0.0 };
    let headers = HeaderFooter { default: Some(0), ..HeaderFooter::default() };
    let document = Flow { stories: vec![header], ..flow(vec![Section { grid, headers, ..section(vec![lines('a', 1)]) }]) };
    let pages = laid(document);
    let body = pages[0].stories.iter().find(|story| story.story == Story::Body).expect("a body");
    assert_eq!(body.blocks[0].y, 60.0);
}

#[test]
fn a_float_without_room_takes_its_line_along() {
    let anchored = |height: f64| {
        let float = Float {
            height,
            horizontal: (AnchorBase::Column, AnchorAt::Offset(0.0)),
            vertical: (AnchorBase::Paragraph, AnchorAt::Offset(0.0)),
            wrap: Wrap::Square(WrapSide::Both),
            ..float()
        };
        let mut paragraph = lines('a', 1);
        paragraph.items.insert(0, Inline::Anchor(Box::new(float)));
        body(vec![section(vec![lines('x', 3), paragraph])])
    };
    assert_eq!(anchored(40.0), ["x1 x2 x3 a1"]);
    assert_eq!(anchored(60.0), ["x1 x2 x3", "a1"]);
}

/// A paragraph whose line `index` (from 0) the file says began a page.
fn recorded(name: char, count: usize, index: usize) -> Paragraph {
    let mut paragraph = lines(name, count);
    paragraph.items.insert(index * 2, Inline::SavedBreak);
    paragraph
}

/// Lines on each page of a document with records, 25 lines a page.
fn with_records(block: Block) -> (Vec<Page>, Vec<usize>) {
    let mut tall = section(Vec::new());
    tall.blocks = vec![block];
    tall.page.height = 540.0;
    let mut document = flow(vec![tall]);
    (document.settings.saved_by_word, document.settings.has_saved_breaks) = (true, true);
    let pages = laid(document);
    let counts = pages.iter().map(|page| page.stories.iter().flat_map(|s| &s.blocks).map(|p| line_count(&p.fragment)).sum());
    let counts = counts.collect();
    (pages, counts)
}

fn line_count(fragment: &Fragment) -> usize {
    match fragment {
        Fragment::Paragraph(paragraph) => paragraph.lines.len(),
        Fragment::Table(table) => {
            table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks).map(|p| line_count(&p.fragment)).sum()
        }
        _ => 0,
    }
}

fn table_of(paragraphs: Vec<Paragraph>) -> Block {
    let cell = |paragraph: Paragraph| Cell { span: 1, blocks: vec![Block::Paragraph(Box::new(paragraph))], ..Cell::default() };
    let row = |paragraph| Row { cells: vec![cell(paragraph)], ..Row::default() };
    let rows = paragraphs.into_iter().map(row).collect();
    Block::Table(Box::new(Table { grid: vec![100.0], fixed: true, rows, ..Table::default() }))
}

#[test]
fn a_record_settles_a_close_call() {
    let counts = |index| with_records(Block::Paragraph(Box::new(recorded('a', 30, index)))).1;
    assert_eq!(counts(24), [24, 6], "a line early");
    assert_eq!(counts(26), [26, 4], "a line late, drawn together");
    assert_eq!(counts(10), [25, 5], "no close call");
    assert_eq!(counts(29), [25, 5], "too far below the page");
}

#[test]
fn a_recorded_page_break_keeps_what_overflows_a_little() {
    let pages = |count| {
        let after = Paragraph { page_break_before: true, ..recorded('b', 2, 0) };
        let mut tall = section(vec![lines('a', count), after]);
        tall.page.height = 540.0;
        let mut document = flow(vec![tall]);
        (document.settings.saved_by_word, document.settings.has_saved_breaks) = (true, true);
        laid(document).len()
    };
    assert_eq!([pages(25), pages(28), pages(29)], [2, 2, 3]);
}

#[test]
fn a_record_settles_where_a_row_is_split() {
    let counts = |index| with_records(table_of(vec![recorded('a', 30, index)])).1;
    assert_eq!(counts(24), [24, 6]);
    assert_eq!(counts(26), [26, 4]);
    let rows =
        |index| with_records(table_of((0..30).map(|row| if row == index { recorded('a', 1, 0) } else { lines('a', 1) }).collect())).1;
    assert_eq!(rows(24), [24, 6]);
    assert_eq!(rows(26), [26, 4]);
}

#[test]
fn a_record_below_a_split_row_is_that_rows() {
    let row = recorded('a', 45, 25);
    let rows = vec![row.clone(), recorded('b', 1, 0), lines('c', 3)];
    assert_eq!(with_records(table_of(rows)).1, [25, 24]);
    let mut tall = section(vec![recorded('b', 3, 0)]);
    tall.blocks.insert(0, table_of(vec![row]));
    tall.page.height = 540.0;
    let mut document = flow(vec![tall]);
    (document.settings.saved_by_word, document.settings.has_saved_breaks) = (true, true);
    assert_eq!(laid(document).len(), 2);
}

#[test]
fn nothing_drawn_together_is_overfull() {
    let (pages, _) = with_records(table_of(vec![recorded('a', 30, 26)]));
    let placed = &pages[0].stories[0].blocks[0];
    let Fragment::Table(table) = &placed.fragment else { panic!("a table") };
    assert!(placed.y + table.height <= 520.001, "{} {}", placed.y, table.height);
    let row = &table.rows[0];
    assert!((row.height - table.height).abs() < 0.001 && (row.cells[0].rect.height - row.height).abs() < 0.001);
}

#[test]
fn a_page_with_footnotes_is_drawn_together_above_them() {
    let mut cited = recorded('a', 30, 24);
    cited.items.insert(1, Inline::Note { footnote: true, note: NoteId(0), style: CharacterId(0), mark: "1".to_owned() });
    let mut tall = section(vec![cited]);
    tall.page.height = 540.0;
    let note = Note { blocks: vec![Block::Paragraph(Box::new(lines('n', 1)))], ..Note::default() };
    let mut document = Flow { footnotes: vec![note], ..flow(vec![tall]) };
    (document.settings.saved_by_word, document.settings.has_saved_breaks) = (true, true);
    let pages = laid(document);
    let of = |story| pages[0].stories.iter().find(|s| s.story == story).expect("story").blocks.iter();
    let body = of(Story::Body).next().expect("text");
    let Fragment::Paragraph(text) = &body.fragment else { panic!("a paragraph") };
    assert_eq!(text.lines.len(), 24, "23 lines fit above the note");
    let top_of_notes = of(Story::Footnote).map(|placed| placed.y).fold(f64::INFINITY, f64::min);
    assert!(body.y + text.height <= top_of_notes + 0.001, "{} {top_of_notes}", body.y + text.height);
}

#[test]
fn a_line_a_page_stands_where_header_and_footer_fill_it() {
    let furniture = |name: char| vec![Block::Paragraph(Box::new(lines(name, 5)))];
    let headers = HeaderFooter { default: Some(0), ..HeaderFooter::default() };
    let footers = HeaderFooter { default: Some(1), ..HeaderFooter::default() };
    let document =
        Flow { stories: vec![furniture('h'), furniture('f')], ..flow(vec![Section { headers, footers, ..section(vec![lines('a', 3)]) }]) };
    assert_eq!(text(&laid(document), Story::Body), ["a1", "a2", "a3"]);
}

#[test]
fn a_body_without_anything_is_a_page() {
    assert_eq!(body(vec![section(vec![])]), [""]);
}
