//! What STYLEREF fields in headers and footers show (17.16.5.59), and chapter numbers (17.6.12): of the paragraphs of a
//! style the first one on the page (or the last one, searched from below), else the nearest before it, else the next.

use crate::flow::{Block, Flow, Inline, Paragraph, StyleRef, StyleRefShows};
use crate::layout::fragment::{Fragment, Page, Placed, Story};
use std::collections::HashMap;
use std::ops::Range;

/// The paragraphs of the styles that headers and footers name, in order.
#[derive(Debug, Default)]
pub struct NamedParagraphs(HashMap<u32, Vec<NamedParagraph>>);

#[derive(Debug)]
struct NamedParagraph {
    index: u32,
    text: String,
    number: String,
    digits: String,
}

impl NamedParagraphs {
    /// Finds them in the body.
    pub fn find(flow: &Flow) -> Self {
        let mut found = Self(flow.named_styles.iter().map(|style| (*style, Vec::new())).collect());
        if !found.is_empty() {
            flow.sections.iter().for_each(|section| found.add(&section.blocks));
        }
        found
    }

    /// No header or footer names a style.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a field shows on a page with these paragraphs ([`Paragraph::index`]); none where the body has none of the style.
    pub fn shown(&self, wanted: &StyleRef, page: &Range<u32>) -> Option<&str> {
        let (before, here, after) = self.around(wanted.style, page);
        let on_page = if wanted.from_bottom { here.last() } else { here.first() };
        let paragraph = on_page.or(before.last()).or(after.first())?;
        Some(match wanted.shows {
            StyleRefShows::Text => &paragraph.text,
            StyleRefShows::Number => &paragraph.number,
            StyleRefShows::Digits => &paragraph.digits,
        })
    }

    /// The number of the chapter that a page belongs to; empty before the first one.
    pub fn chapter(&self, heading: u32, page: &Range<u32>) -> &str {
        let (before, here, _) = self.around(heading, page);
        here.first().or(before.last()).map_or("", |paragraph| &paragraph.digits)
    }

    /// The paragraphs of a style before, on and after a page.
    fn around(&self, style: u32, page: &Range<u32>) -> (&[NamedParagraph], &[NamedParagraph], &[NamedParagraph]) {
        let all = self.0.get(&style).map_or(&[] as &[_], Vec::as_slice);
        let (before, rest) = all.split_at(all.partition_point(|p| p.index < page.start));
        let (here, after) = rest.split_at(rest.partition_point(|p| p.index < page.end));
        (before, here, after)
    }

    fn add(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    if let Some(list) = self.0.get_mut(&paragraph.style) {
                        list.extend(named(paragraph));
                    }
                }
                Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| self.add(&cell.blocks)),
            }
        }
    }
}

/// None for a paragraph without text, which is passed over.
fn named(paragraph: &Paragraph) -> Option<NamedParagraph> {
    let mut text = String::new();
    for item in &paragraph.items {
        match item {
            Inline::Text(run) => text.push_str(&run.text),
            Inline::Field(field) => text.push_str(&field.cached),
            Inline::Math { text: run, .. } => text.push_str(&run.text),
            Inline::Ruby(ruby) => ruby.base.iter().for_each(|run| text.push_str(&run.text)),
            Inline::Tab { .. } | Inline::PositionedTab { .. } | Inline::Break { .. } => text.push(' '),
            _ => {}
        }
    }
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    // The number stands without its full stop.
    let label = paragraph.label.as_ref().filter(|label| !label.bullet);
    let number = label.map_or("", |label| label.text.trim().trim_end_matches('.')).to_owned();
    let parts = |c: char| matches!(c, '.' | '-' | '–' | ':');
    let digit = |c: char| c.is_numeric() || "〇零一二三四五六七八九十百千".contains(c);
    let digits: String = number.chars().filter(|c| digit(*c) || parts(*c)).collect();
    Some(NamedParagraph { index: paragraph.index, text: text.to_owned(), number, digits: digits.trim_matches(parts).to_owned() })
}

/// The body's paragraphs on a page; `none` where there is none.
pub fn paragraphs_on(page: &Page, none: u32) -> Range<u32> {
    let mut found = None;
    for story in page.stories.iter().filter(|story| story.story == Story::Body) {
        add(&story.blocks, &mut found);
    }
    found.map_or(none..none, |(first, last)| first..last + 1)
}

fn add(blocks: &[Placed], found: &mut Option<(u32, u32)>) {
    for placed in blocks {
        match &placed.fragment {
            Fragment::Paragraph(paragraph) => {
                let (first, last) = found.unwrap_or((paragraph.index, paragraph.index));
                *found = Some((first.min(paragraph.index), last.max(paragraph.index)));
            }
            Fragment::Table(table) => {
                let rows = table.rows.iter().filter(|row| !row.repeated);
                rows.flat_map(|row| &row.cells).for_each(|cell| add(&cell.blocks, found));
            }
            Fragment::Drawing(_) | Fragment::Rule(_) => {}
        }
    }
}
