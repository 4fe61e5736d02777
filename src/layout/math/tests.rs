//! Equations against the places that Word gives their parts (`probes/ja-omml`, 10.5 pt).

use super::*;
use crate::diag::Warnings;
use crate::equation::Look;
use crate::flow::Flow;
use crate::layout::fragment::PieceContent;
use crate::layout::{NamedParagraphs, PageNumbers, SavedBreaks};

fn text(text: &str) -> Part {
    Part::Text { text: text.to_owned(), look: Look::default() }
}

/// An equation at 10.5 pt as boxes.
fn boxes(parts: &[Part], display: bool) -> Vec<Boxed> {
    let mut warnings = Warnings::default();
    let fonts = Fonts::new(&[], &[], "ja-JP", &mut |_| None, &mut warnings);
    let flow = Flow { characters: vec![CharacterStyle { size: 10.5, ..CharacterStyle::default() }], ..Flow::default() };
    let context = Context {
        flow: &flow,
        fonts: &fonts,
        numbers: PageNumbers::default(),
        named: &NamedParagraphs::default(),
        on_page: 0..0,
        first_notes: &[],
        saved: SavedBreaks::Ignored,
        warnings: &mut warnings,
        table_grids: &mut std::collections::HashMap::new(),
    };
    let run = TextRun { offset: Some(0), ..TextRun::default() };
    let boxed = |unit| if let Unit::Box(unit, _) = unit { Some(unit) } else { None };
    set(&context, parts, &run, display).into_iter().filter_map(boxed).collect()
}

fn only(part: Part) -> Boxed {
    boxes(&[part], true).into_iter().next().unwrap_or_default()
}

/// Text and its rise.
fn texts(boxed: &Boxed) -> Vec<(&str, f64)> {
    let text = |piece: &'_ crate::layout::fragment::Piece| match &piece.content {
        PieceContent::Text(text) => Some(text.rise),
        _ => None,
    };
    let names = boxed.pieces.iter().filter_map(|piece| match &piece.content {
        PieceContent::Text(text) => Some(text.text.as_str()),
        _ => None,
    });
    names.zip(boxed.pieces.iter().filter_map(text)).collect()
}

fn assert_near(found: f64, word: f64) {
    assert!((found - word).abs() < 0.3, "{found} is not near {word}");
}

#[test]
fn a_fraction_stands_where_words_does() {
    let fraction = only(Part::Fraction { top: vec![text("a")], bottom: vec![text("b")], kind: Default::default() });
    let texts = texts(&fraction);
    let [("a", top), ("b", bottom)] = texts.as_slice() else { unreachable!("{texts:?}") };
    assert_near(top - bottom, 15.14);
    // From the line's top, which is the margin at 70.9, to the numerator.
    assert_near(fraction.above - top, 77.4 - 70.9);
}

#[test]
fn scripts_stand_where_words_do() {
    let up = only(Part::Scripts { base: vec![text("x")], sub: None, sup: Some(vec![text("2")]), before: false });
    assert_near(up.above, 81.12 - 70.9);
    let down = only(Part::Scripts { base: vec![text("x")], sub: Some(vec![text("i")]), sup: None, before: false });
    assert_near(down.above, 80.88 - 70.9);
}

#[test]
fn limits_and_radicals_stand_where_words_do() {
    let (sub, sup) = (vec![text("i=1")], vec![text("n")]);
    let sum = only(Part::Nary { sign: '∑', stacked: None, sub, sup, body: vec![text("i")] });
    let rises: Vec<f64> = texts(&sum).iter().filter(|(text, _)| matches!(*text, "n" | "i")).map(|(_, rise)| *rise).collect();
    assert!(rises.iter().any(|rise| (rise - 15.74).abs() < 0.3), "{:?}", texts(&sum));
    assert_near(sum.above, 91.82 - 70.9);
    assert_near(only(Part::Radical { degree: Row::new(), body: vec![text("x")] }).above, 83.28 - 70.9);
}

#[test]
fn lines_may_begin_before_relations_and_operators() {
    let widths = boxes(&[text("a=b+c")], true).len();
    assert_eq!(widths, 3);
    assert_eq!(boxes(&[text("(a+b)")], true).len(), 1);
    assert_eq!(boxes(&[text("−a")], true).len(), 1);
}
