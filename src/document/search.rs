//! Finding text: across runs, lines and pages, whatever its width (ＡＢＣ and ABC) and, unless asked for, its case.

use super::reading;
use crate::case;
use crate::display::{Outside, Rect, joined};
use crate::flow::{Flow, is_counted};
use crate::order::sort_by_key;
use serde::Serialize;
use std::ops::Range;

/// What counts as the same text.
#[derive(Clone, Debug, Default)]
pub struct SearchOptions {
    /// Capitals are not small letters.
    pub match_case: bool,
    /// Only whole words: no letter or digit before or after.
    pub whole_words: bool,
    /// No more hits than this; 0 is no limit.
    pub limit: usize,
}

/// Where a text was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// The page it begins on, from 0; none while that page is not laid out.
    pub page: Option<usize>,
    /// `body`, or what else it stands in: `header`, `footer`, `footnote`, `endnote`, `float`.
    pub story: &'static str,
    /// Body-text offset of its first character; none outside the body.
    pub start: Option<u32>,
    /// Body-text offset after its last character.
    pub end: Option<u32>,
    /// Where it stands on its page, a box a line, in points from the page's top left.
    pub boxes: Vec<HitBox>,
    /// Text around it.
    pub context: String,
}

/// A part of a hit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct HitBox {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// Characters of context on either side of a hit.
const CONTEXT: usize = 24;

/// All hits in the body, in document order.
pub(super) fn search(flow: &Flow, query: &str, options: &SearchOptions, page_of: impl Fn(u32) -> Option<usize>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let query = wanted(query, options);
    for paragraph in reading::paragraphs(flow) {
        let text = reading::characters(paragraph);
        for found in places(text.iter().map(|(c, _)| *c), &query, options) {
            let Some((_, start)) = text.get(found.start).copied() else { continue };
            let end = text.get(found.end - 1).map_or(start, |(c, offset)| offset + u32::from(is_counted(*c)));
            let context = around(&found, text.len()).filter_map(|at| text.get(at)).map(|(c, _)| *c).collect();
            hits.push(Hit { page: page_of(start), story: "body", start: Some(start), end: Some(end), boxes: Vec::new(), context });
            if hits.len() == options.limit {
                return hits;
            }
        }
    }
    hits
}

/// All hits in what pages show beside the body text. `pages` holds the paragraphs of each page.
pub(super) fn search_outside(pages: &[Vec<Outside>], query: &str, options: &SearchOptions, limit: usize) -> Vec<Hit> {
    let mut hits = Vec::new();
    let query = wanted(query, options);
    for (page, paragraph) in pages.iter().enumerate().flat_map(|(page, all)| all.iter().map(move |paragraph| (page, paragraph))) {
        let text = &paragraph.characters;
        for found in places(text.iter().map(|(c, _)| *c), &query, options) {
            if hits.len() == limit {
                return hits;
            }
            let context = around(&found, text.len()).filter_map(|at| text.get(at)).map(|(c, _)| *c).collect();
            let boxes = joined(text.get(found).unwrap_or_default().iter().map(|(_, place)| place.clone()));
            let boxes = boxes.into_iter().map(HitBox::from).collect();
            hits.push(Hit { page: Some(page), story: paragraph.story, start: None, end: None, boxes, context });
        }
    }
    hits
}

/// Puts hits in the order of pages, and on a page as one reads: header, body, what floats, notes, footer.
pub(super) fn in_order(hits: &mut Vec<Hit>) {
    let rank = |story: &str| ["header", "body", "float", "footnote", "endnote", "footer"].iter().position(|name| *name == story);
    let page = |hit: &Hit| hit.page.map_or(u64::from(u32::MAX), |page| page as u64);
    sort_by_key(hits, |hit| page(hit) << 4 | rank(hit.story).map_or(0, |rank| rank as u64 + 1));
}

impl From<Rect> for HitBox {
    fn from(rect: Rect) -> Self {
        Self { x: rect.x, y: rect.y, width: rect.width, height: rect.height }
    }
}

/// A query as text is compared with it.
fn wanted(query: &str, options: &SearchOptions) -> Vec<char> {
    folded(query.trim().chars(), options.match_case).into_iter().map(|c| c.folded).collect()
}

/// Where a query stands in a paragraph's characters.
fn places(text: impl Iterator<Item = char>, query: &[char], options: &SearchOptions) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    if query.is_empty() {
        return all;
    }
    let haystack = folded(text, options.match_case);
    let mut at = 0;
    while let Some(found) = find(&haystack, query, at, options.whole_words) {
        let (Some(first), Some(last)) = (haystack.get(found), haystack.get(found + query.len() - 1)) else { break };
        all.push(first.source..last.source + 1);
        at = found + query.len();
    }
    all
}

/// A hit with some text on either side.
fn around(found: &Range<usize>, length: usize) -> Range<usize> {
    found.start.saturating_sub(CONTEXT)..(found.end + CONTEXT).min(length)
}

/// A character as it is compared.
struct Folded {
    folded: char,
    /// Its index in the text.
    source: usize,
}

fn find(haystack: &[Folded], query: &[char], from: usize, whole_words: bool) -> Option<usize> {
    let is_word = |at: Option<&Folded>| at.is_some_and(|c| c.folded.is_alphanumeric());
    (from..(haystack.len() + 1).saturating_sub(query.len())).find(|at| {
        let same = haystack.iter().skip(*at).zip(query).all(|(c, want)| c.folded == *want);
        let alone = || !is_word(at.checked_sub(1).and_then(|before| haystack.get(before))) && !is_word(haystack.get(at + query.len()));
        same && (!whole_words || alone())
    })
}

/// Text with full-width forms narrowed, case folded, runs of blanks made one and invisible characters left out.
fn folded(text: impl Iterator<Item = char>, match_case: bool) -> Vec<Folded> {
    let mut all: Vec<Folded> = Vec::new();
    for (source, c) in text.enumerate() {
        let narrow = match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '\u{2011}' => '-',
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if narrow == ' ' {
            if all.last().is_none_or(|last| last.folded != ' ') {
                all.push(Folded { folded: ' ', source });
            }
        } else if !is_counted(narrow) {
            continue;
        } else if match_case {
            all.push(Folded { folded: narrow, source });
        } else {
            all.push(Folded { folded: case::lower(narrow), source });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{SearchOptions, search};
    use crate::flow::{Block, Flow, Inline, Paragraph, Section, TextRun};

    fn flow(runs: &[&str]) -> Flow {
        let mut offset = 0;
        let mut items = Vec::new();
        for text in runs {
            items.push(Inline::Text(TextRun { text: (*text).to_owned(), offset: Some(offset), ..TextRun::default() }));
            offset += text.chars().filter(|c| !c.is_whitespace()).count() as u32;
        }
        let paragraph = Paragraph { items, ..Paragraph::default() };
        Flow { sections: vec![Section { blocks: vec![Block::Paragraph(Box::new(paragraph))], ..Section::default() }], ..Flow::default() }
    }

    fn found(runs: &[&str], query: &str, options: &SearchOptions) -> Vec<(u32, u32)> {
        search(&flow(runs), query, options, |_| None).iter().filter_map(|hit| hit.start.zip(hit.end)).collect()
    }

    #[test]
    fn hits_run_over_runs_and_blanks() {
        let options = SearchOptions::default();
        assert_eq!(found(&["工作总", "结 工作总结"], "总结", &options), [(2, 4), (6, 8)]);
        assert_eq!(found(&["one  two"], "one two", &options), [(0, 6)]);
    }

    #[test]
    fn width_and_case_do_not_count_unless_asked() {
        assert_eq!(found(&["ＡＢＣ abc"], "abc", &SearchOptions::default()), [(0, 3), (3, 6)]);
        let exact = SearchOptions { match_case: true, ..SearchOptions::default() };
        assert_eq!(found(&["ABC abc"], "abc", &exact), [(3, 6)]);
        let words = SearchOptions { whole_words: true, ..SearchOptions::default() };
        assert_eq!(found(&["cat concat cat"], "cat", &words), [(0, 3), (9, 12)]);
    }
}
