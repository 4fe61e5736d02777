//! Lines of hand-made paragraphs against figures measured in Word.

use super::*;
use crate::diag::Warnings;
use crate::flow::{
    CharacterId, CharacterStyle, Family, FamilyId, Flow, FontSlots, Grid, Inline, Label, LineSpacing, TabKind, TabStop, TextRun,
};
use crate::font::Fonts;
use crate::layout::fragment::{Piece, PieceContent};
use crate::layout::{NamedParagraphs, PageNumbers};
use std::collections::HashMap;

/// A document of one style: Times New Roman and SimSun.
pub(super) struct Bench {
    pub flow: Flow,
    fonts: Fonts,
}

impl Bench {
    pub(super) fn new(mode: u32, size: f64) -> Self {
        let families: Vec<_> =
            ["Times New Roman", "宋体"].iter().map(|name| Family { name: (*name).to_owned(), ..Family::default() }).collect();
        let fonts = Fonts::new(&families, &[], "zh-CN", &mut |_| None, &mut Warnings::default());
        let slots = FontSlots { ascii: FamilyId(0), h_ansi: FamilyId(0), east_asia: FamilyId(1), cs: FamilyId(0), hint_east_asia: true };
        let style = CharacterStyle { fonts: slots, size, kern: true, ..CharacterStyle::default() };
        let mut flow = Flow { characters: vec![style], families, ..Flow::default() };
        flow.settings.compatibility_mode = mode;
        flow.settings.compress_punctuation = true;
        flow.settings.default_tab_stop = 21.0;
        flow.settings.east_asian_language = "zh-CN".to_owned();
        flow.settings.compat.balance_single_byte_double_byte_width = true;
        Self { flow, fonts }
    }

    /// The lines of a paragraph in a column.
    fn lines(&self, paragraph: &Paragraph, column: f64, grid: Grid) -> Vec<Line> {
        let mut warnings = Warnings::default();
        let mut grids = HashMap::new();
        let mut context = Context {
            flow: &self.flow,
            fonts: &self.fonts,
            numbers: PageNumbers::default(),
            named: &NamedParagraphs::default(),
            on_page: 0..0,
            first_notes: &[],
            saved: Default::default(),
            warnings: &mut warnings,
            table_grids: &mut grids,
        };
        let prepared = prepare(&mut context, paragraph, &Surroundings { grid, ..Surroundings::default() });
        let mut lines = Vec::new();
        let mut from = Some(Cursor::default());
        while let Some(cursor) = from {
            let line = prepared.line(&mut context, cursor, column, Lane { left: 0.0, width: column });
            assert!(line.next.is_none_or(|next| next > cursor), "a line takes something");
            from = line.next;
            lines.push(line.line);
        }
        lines
    }

    fn texts(&self, paragraph: &Paragraph, column: f64) -> Vec<String> {
        self.lines(paragraph, column, Grid::default()).iter().map(text_of).collect()
    }
}

pub(super) fn text_of(line: &Line) -> String {
    line.pieces.iter().filter_map(|piece| text_piece(piece)).collect()
}

fn text_piece(piece: &Piece) -> Option<&str> {
    match &piece.content {
        PieceContent::Text(text) => Some(&text.text),
        _ => None,
    }
}

fn paragraph(text: &str, alignment: Alignment) -> Paragraph {
    Paragraph {
        alignment,
        kinsoku: true,
        word_wrap: true,
        overflow_punct: true,
        auto_space_de: true,
        auto_space_dn: true,
        snap_to_grid: true,
        items: vec![Inline::Text(TextRun { text: text.to_owned(), offset: Some(0), ..TextRun::default() })],
        ..Paragraph::default()
    }
}

/// Twenty characters, `marks` of them commas, and more behind them.
fn ladder(count: usize, marks: usize) -> String {
    let mut text: Vec<char> = vec!['中'; count];
    for k in 0..marks {
        text[2 + 2 * k] = '，';
    }
    text.extend("文文文文文文文文".chars());
    text.into_iter().collect()
}

/// word-measured 3.3: how far a unit may overrun.
#[test]
fn marks_are_squeezed_as_far_as_word_does() {
    let bench = Bench::new(15, 16.0);
    for (count, marks, keeps, breaks) in [
        (20, 1, 7.85, 8.05),
        (20, 2, 12.45, 12.55),
        (20, 3, 13.25, 13.50),
        (20, 4, 14.00, 14.15),
        (20, 6, 14.45, 14.85),
        (14, 2, 13.15, 13.65),
        (27, 2, 11.50, 11.60),
    ] {
        let text = ladder(count, marks);
        for (overrun, expected) in [(keeps, count), (breaks, count - 1)] {
            let lines = bench.texts(&paragraph(&text, Alignment::Both), 16.0 * count as f64 - overrun);
            assert_eq!(lines[0].chars().count(), expected, "{count} characters, {marks} marks, {overrun} over");
        }
        // Not in a line that is not justified.
        let lines = bench.texts(&paragraph(&text, Alignment::Left), 16.0 * count as f64 - 4.0);
        assert_eq!(lines[0].chars().count(), count - 1);
    }
}

/// word-layout 5.5 and 13.2: 39.55 characters hold 40 where there is a mark, else 39.
#[test]
fn old_modes_squeeze_half_an_em_and_hang_a_mark() {
    let bench = Bench::new(12, 10.5);
    let column = 415.3;
    let first = |text: &str| bench.texts(&paragraph(text, Alignment::Left), column)[0].chars().count();
    assert_eq!(first(&"中".repeat(60)), 39);
    assert_eq!(first(&ladder(40, 1)), 40);
    let hanging = format!("{}，{}", "中".repeat(39), "文".repeat(20));
    assert_eq!(first(&hanging), 40);
    let modern = Bench::new(15, 10.5);
    assert_eq!(modern.texts(&paragraph(&hanging, Alignment::Left), column)[0].chars().count(), 38);
}

#[test]
fn squeezed_and_stretched_lines_end_flush() {
    let bench = Bench::new(15, 16.0);
    let lines = bench.lines(&paragraph(&ladder(20, 3), Alignment::Both), 310.0, Grid::default());
    let last = lines[0].pieces.last().map(|piece| piece.x + piece.width);
    assert!((last.unwrap_or(0.0) - 310.0).abs() < 1e-6, "{last:?}");
    let lines = bench.lines(&paragraph(&"中".repeat(40), Alignment::Both), 310.0, Grid::default());
    assert!((lines[0].width - 310.0).abs() < 1e-6);
    assert_eq!(lines[0].pieces.len(), 1);
    assert!((lines[2].width - 32.0).abs() < 1e-6, "the last line is not stretched");
}

/// word-measured 1.4, 1.5 and 3.2.
#[test]
fn what_stands_between_characters() {
    let bench = Bench::new(15, 10.0);
    let width = |text: &str| bench.lines(&paragraph(text, Alignment::Left), 500.0, Grid::default())[0].width;
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-6, "{a} is not {b}");
    near(width("中1中"), 10.0 + 2.5 + 5.0 + 2.5 + 10.0);
    near(width("中 1"), 10.0 + 5.0 + 5.0);
    near(width("1 1"), 5.0 + 2.5 + 5.0);
    near(width("1  1"), 5.0 + 10.0 + 5.0);
    near(width("  1"), 10.0 + 5.0);
    near(width("中，（中"), 35.0);
    near(width("中「，中"), 40.0);
    near(width("中。」）中"), 40.0);
    near(width("中，1"), 25.0);
}

#[test]
fn kinsoku_and_words() {
    let bench = Bench::new(15, 10.0);
    let lines = |text: &str, column: f64| bench.texts(&paragraph(text, Alignment::Left), column);
    assert_eq!(lines("一二三四五），六", 50.0), ["一二三四", "五），六"]);
    assert_eq!(lines("一二三四（五六", 50.0), ["一二三四", "（五六"]);
    assert_eq!(lines("aa aaa aaaa", 30.0), ["aa aaa ", "aaaa"]);
    assert_eq!(lines("well-known", 30.0), ["well-", "known"]);
    assert_eq!(lines("aaaaaaaaaa", 20.0).len(), 3);
    assert_eq!(lines("a\u{ad}bbbbb", 30.0), ["abbbbb"]);
    assert_eq!(lines("aaaa\u{ad}bbbbb", 28.0), ["aaaa-", "bbbbb"]);
}

#[test]
fn a_label_and_its_tab() {
    let bench = Bench::new(15, 10.0);
    let mut item = paragraph("中文", Alignment::Left);
    (item.indent_left, item.indent_first) = (36.0, -36.0);
    item.label = Some(Label { text: "1.".to_owned(), ..Label::default() });
    let line = &bench.lines(&item, 200.0, Grid::default())[0];
    assert_eq!((line.x, line.pieces[1].x), (0.0, 36.0), "the indent clears the default stop before it");
    (item.indent_left, item.indent_first) = (20.0, -20.0);
    let line = &bench.lines(&item, 200.0, Grid::default())[0];
    assert_eq!((line.x, line.pieces[1].x), (0.0, 20.0));
}

#[test]
fn a_right_tab_carries_the_page_number_to_the_margin() {
    let bench = Bench::new(15, 10.0);
    let mut entry = paragraph("", Alignment::Left);
    entry.tabs = vec![TabStop { position: 200.0, kind: TabKind::Right, leader: crate::flow::Leader::Dot }];
    let run = |text: &str| Inline::Text(TextRun { text: text.to_owned(), ..TextRun::default() });
    entry.items = vec![run("中文"), Inline::Tab { style: CharacterId::default() }, run("12")];
    let line = &bench.lines(&entry, 200.0, Grid::default())[0];
    assert_eq!(line.width, 200.0);
    assert_eq!(line.pieces[2].x, 190.0);
}

#[test]
fn breaks_and_empty_lines() {
    let bench = Bench::new(15, 10.0);
    let style = CharacterId::default();
    let mut broken = paragraph("一", Alignment::Left);
    broken.items.push(Inline::Break { style, kind: BreakKind::Line });
    assert_eq!(bench.texts(&broken, 100.0), ["一", ""]);
    let mut page = paragraph("一", Alignment::Left);
    page.items.push(Inline::Break { style, kind: BreakKind::Page });
    assert_eq!(bench.texts(&page, 100.0), ["一"]);
    page.items.push(Inline::Text(TextRun { text: "二".to_owned(), ..TextRun::default() }));
    assert_eq!(bench.texts(&page, 100.0), ["一", "二"]);
    // word-layout 3.2: an empty paragraph is as high as its mark in the ascii face.
    let empty = Paragraph { items: Vec::new(), line: LineSpacing::Multiple(1.0), ..paragraph("", Alignment::Left) };
    assert!((bench.lines(&empty, 100.0, Grid::default())[0].height - 11.499).abs() < 1e-3);
}

#[test]
fn right_to_left_lines_run_from_the_right() {
    let bench = Bench::new(15, 10.0);
    let mut hebrew = paragraph("אב 12 גד", Alignment::Right);
    hebrew.bidi = true;
    let line = &bench.lines(&hebrew, 100.0, Grid::default())[0];
    let order: Vec<_> = line.pieces.iter().filter_map(text_piece).collect();
    assert_eq!(order, [" גד", "12", "אב "]);
    assert!((line.x + line.width - 100.0).abs() < 1e-6);
    let mixed = &bench.lines(&paragraph("ab אב גד cd", Alignment::Left), 100.0, Grid::default())[0];
    let order: Vec<_> = mixed.pieces.iter().filter_map(text_piece).collect();
    assert_eq!(order, ["ab ", "אב גד", " cd"]);
}

/// docs/word/old-modes-fill-the-marks.md, from lines of two reports in mode 14.
#[test]
fn old_modes_fill_the_marks_with_what_must_follow() {
    let bench = Bench::new(14, 12.0);
    let first = |text: &str, column: f64| bench.texts(&paragraph(text, Alignment::Left), column)[0].chars().count();
    // The character needs 4.7, its opening mark's follower 16.7 of 24.
    let text = "时，公司为用户提供三级培训：系统管理操作使用培训、系统管理高级培训一（业务部分）。";
    assert_eq!(first(text, 415.3), 36);
    // 5.4 for a character, then its mark: squeezed where the marks have room, else hung whole.
    let squeezed = "和零售管理系统，它结合了制药企业的管理实践和行业的发展趋势。系统集采购、销售";
    assert_eq!(first(squeezed, 415.3), 36);
    // A character that needs more than half an em is refused, however many marks there are.
    assert_eq!(first("步，系统就重新，进入捕捉态。为了防止假同步的发生", 12.0 * 20.0 - 6.5), 19);
}

#[test]
fn a_word_longer_than_many_lines_ends() {
    let bench = Bench::new(15, 10.0);
    assert_eq!(bench.texts(&paragraph(&"a".repeat(20_000), Alignment::Both), 44.4).len(), 2000);
}
