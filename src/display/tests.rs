//! Pages made by hand, compared as text.

use super::build;
use crate::diag::Warnings;
use crate::flow::{
    Border, BorderStyle, CharacterId, CharacterStyle, Family, Flow, Graphic, Leader, Link, LinkId, LinkTarget, Rgb, Shape, UnderlineKind,
};
use crate::font::{FaceId, Fonts};
use crate::geometry::preset;
use crate::layout::fragment::*;
use crate::look::{Fill, Ink};
use std::sync::Arc;

fn fonts() -> Fonts {
    let family = Family { name: "Arial".to_owned(), ..Family::default() };
    Fonts::new(&[family], &[], "zh-CN", &mut |_| None, &mut Warnings::default())
}

fn flow(styles: Vec<CharacterStyle>) -> Flow {
    Flow { characters: styles, ..Flow::default() }
}

fn piece(text: &str, x: f64, width: f64, style: u32) -> Piece {
    let text =
        TextPiece { text: text.to_owned(), style: CharacterId(style), face: FaceId(0), size: 10.0, scale: 1.0, ..TextPiece::default() };
    Piece { x, width, content: PieceContent::Text(text) }
}

fn line(pieces: Vec<Piece>) -> Line {
    let width = pieces.last().map_or(0.0, |piece| piece.x + piece.width);
    Line { height: 12.0, baseline: 9.0, width, pieces, hard_end: true, ..Line::default() }
}

fn paragraph(lines: Vec<Line>) -> Fragment {
    Fragment::Paragraph(Box::new(ParagraphFragment { lines, ..ParagraphFragment::default() }))
}

fn placed(x: f64, y: f64, fragment: Fragment) -> Placed {
    Placed { x, y, fragment }
}

fn page(stories: Vec<(Story, Vec<Placed>)>) -> Page {
    let stories = stories.into_iter().map(|(story, blocks)| StoryFragment { story, blocks }).collect();
    Page { width: 100.0, height: 100.0, stories, ..Page::default() }
}

/// The dump of a page without its head.
fn dump(page: &Page, flow: &Flow) -> Vec<String> {
    let text = build(page, flow, &fonts()).dump();
    text.lines().filter(|line| !line.starts_with("page ") && !line.starts_with("font ")).map(|line| line.trim().to_owned()).collect()
}

fn float(behind: bool, z: i64, fill: u32) -> Fragment {
    let geometry = preset("rect", &[]).map(Arc::new).unwrap_or_default();
    let shape = Shape { geometry, fill: Fill::Solid(Ink::of(fill)), ..Shape::default() };
    Fragment::Drawing(Box::new(DrawingFragment {
        width: 5.0,
        height: 5.0,
        graphic: Graphic::Shape(Box::new(shape)),
        behind,
        z,
        alt: String::new(),
        link: None,
        text: Vec::new(),
        outside: None,
        turns: 0,
    }))
}

#[test]
fn floats_stand_behind_and_before_the_text_by_their_order() {
    let blocks = vec![
        placed(0.0, 0.0, float(false, 2, 0x22)),
        placed(0.0, 0.0, paragraph(vec![line(vec![piece("a", 0.0, 5.0, 0)])])),
        placed(0.0, 0.0, float(false, 1, 0x11)),
        placed(0.0, 0.0, float(true, 3, 0x33)),
    ];
    let got = dump(&page(vec![(Story::Body, blocks)]), &flow(vec![CharacterStyle::default()]));
    let order: Vec<&str> =
        got.iter().filter_map(|line| line.split_whitespace().find(|word| word.starts_with("0000") || *word == "\"a\"")).collect();
    assert_eq!(order, ["000033", "\"a\"", "000011", "000022"]);
}

#[test]
fn grounds_and_rules_come_before_all_text() {
    let border = Border { style: BorderStyle::Single, width: 0.5, space: 0.0, color: None, shadow: false };
    let shaded = ParagraphFragment {
        lines: vec![line(vec![piece("dark", 0.0, 20.0, 0)])],
        shading: Some((Rect { x: 0.0, y: 0.0, width: 80.0, height: 12.0 }, Rgb(0))),
        rules: vec![Rule { from: (0.0, 12.0), to: (80.0, 12.0), border }],
        ..ParagraphFragment::default()
    };
    let blocks = vec![
        placed(10.0, 10.0, paragraph(vec![line(vec![piece("plain", 0.0, 20.0, 0)])])),
        placed(10.0, 22.0, Fragment::Paragraph(Box::new(shaded))),
    ];
    let got = dump(&page(vec![(Story::Body, blocks)]), &flow(vec![CharacterStyle::default()]));
    assert_eq!(
        got,
        [
            "rect 10 22 80 12 color 000000",
            "stroke 10 34 to 90 34 width 0.5 color ffffff",
            "body",
            "paragraph 0",
            "text 10 19 w 20 font 0 size 10 end \"plain\"",
            "paragraph 0",
            "text 10 31 w 20 font 0 size 10 color ffffff end \"dark\"",
        ]
    );
}

#[test]
fn neighbours_share_an_underline_and_links_are_groups() {
    let underlined = CharacterStyle { underline: Some((UnderlineKind::Single, None)), ..CharacterStyle::default() };
    let mut pieces = vec![piece("see ", 0.0, 20.0, 1), piece("here", 20.0, 20.0, 1), piece(" end", 40.0, 20.0, 0)];
    if let Some(Piece { content: PieceContent::Text(text), .. }) = pieces.get_mut(1) {
        text.link = Some(LinkId(0));
    }
    let mut flow = flow(vec![CharacterStyle::default(), underlined]);
    flow.links.push(Link { target: LinkTarget::Url("https://example.org/".to_owned()), tooltip: None });
    let got = dump(&page(vec![(Story::Body, vec![placed(0.0, 0.0, paragraph(vec![line(pieces)]))])]), &flow);
    assert_eq!(
        got,
        [
            "stroke 0 10.2 to 40 10.2 width 0.5 color 000000",
            "body",
            "paragraph 0",
            "text 0 9 w 20 font 0 size 10 \"see \"",
            "link \"https://example.org/\"",
            "text 20 9 w 20 font 0 size 10 \"here\"",
            "text 40 9 w 20 font 0 size 10 end \" end\"",
        ]
    );
}

#[test]
fn a_leader_is_a_decoration_and_a_tab_is_copied() {
    let tab = Piece { x: 5.0, width: 10.0, content: PieceContent::Tab(Leader::Dot, CharacterId(0)) };
    let got =
        dump(&page(vec![(Story::Body, vec![placed(0.0, 0.0, paragraph(vec![line(vec![tab])]))])]), &flow(vec![CharacterStyle::default()]));
    assert!(got.iter().any(|line| line.contains("decoration") && line.ends_with("\"...\"")), "{got:?}");
    assert!(got.iter().any(|line| line.ends_with("end \"\\t\"")), "{got:?}");
}

/// A blank at a piece's end takes no spacing into the piece's width (a line of code, justified: its word stood far to the left).
#[test]
fn stretched_blanks_before_a_word_keep_its_place() {
    // Arial at 10 pt: a blank is 2.78 wide, `sql` 12.78.
    let mut stretched = piece("  sql ", 0.0, 41.12, 0);
    if let PieceContent::Text(text) = &mut stretched.content {
        text.word_spacing = 10.0;
    }
    let got = dump(
        &page(vec![(Story::Body, vec![placed(0.0, 0.0, paragraph(vec![line(vec![stretched])]))])]),
        &flow(vec![CharacterStyle::default()]),
    );
    assert!(got.iter().any(|line| line.starts_with("text 25.56 ") && line.contains("\"sql \"")), "{got:?}");
}

#[test]
fn a_turned_cell_turns_grounds_and_text_about_its_middle() {
    let inner = ParagraphFragment {
        lines: vec![line(vec![piece("中a", 0.0, 15.0, 0)])],
        shading: Some((Rect { x: 0.0, y: 0.0, width: 40.0, height: 12.0 }, Rgb(0xffff00))),
        ..ParagraphFragment::default()
    };
    let cell = CellFragment {
        rect: Rect { x: 0.0, y: 0.0, width: 20.0, height: 40.0 },
        column_span: 1,
        row_span: 1,
        turns: 1,
        blocks: vec![placed(0.0, 0.0, Fragment::Paragraph(Box::new(inner)))],
        ..CellFragment::default()
    };
    let table = TableFragment { rows: vec![RowFragment { cells: vec![cell], ..RowFragment::default() }], ..TableFragment::default() };
    let got = dump(
        &page(vec![(Story::Body, vec![placed(10.0, 10.0, Fragment::Table(Box::new(table)))])]),
        &flow(vec![CharacterStyle::default()]),
    );
    assert_eq!(got[..2], ["turn 90 about 20 30", "rect 0 20 40 12 color ffff00"]);
    assert!(got.iter().any(|line| line.contains("upright") && line.ends_with("\"中\"")), "{got:?}");
    assert!(got.iter().any(|line| !line.contains("upright") && line.ends_with("end \"a\"")), "{got:?}");
}

#[test]
fn what_is_sought_has_boxes() {
    let mut pieces = vec![piece("ab cd", 0.0, 25.0, 0)];
    if let Some(Piece { content: PieceContent::Text(text), .. }) = pieces.get_mut(0) {
        text.offset = Some(7);
    }
    let page = page(vec![(Story::Body, vec![placed(0.0, 0.0, paragraph(vec![line(pieces)]))])]);
    let found = super::boxes(&page, &flow(vec![CharacterStyle::default()]), &fonts(), vec![(8, 10), (50, 60)]);
    assert!(found[0].len() == 1 && found[1].is_empty(), "{found:?}");
    assert!(found[0][0].x > 3.0 && found[0][0].width < 20.0, "{found:?}");
}
