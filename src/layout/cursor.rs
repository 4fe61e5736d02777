//! The cursor over pages: lays them out one after the other, keeps where each begins, lays any of them out again.

use super::block::Within;
use super::context::{Context, PageNumbers, SavedBreaks};
use super::fragment::Page;
use super::note;
use super::page::{self, NamedParagraphs, PageStart};
use crate::diag::Warnings;
use crate::env::{Options, PageBreaks};
use crate::flow::{Block, Flow};
use crate::font::Fonts;
use std::collections::HashMap;
use std::rc::Rc;

/// How much to lay out before returning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Budget {
    /// So many pages.
    Pages(usize),
    /// All of them.
    All,
}

/// How far layout has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Progress {
    /// Pages laid out so far.
    pub pages_done: usize,
    /// That is all of them.
    pub finished: bool,
    /// How many there will be: exact once finished.
    pub estimate: usize,
}

/// A document being laid out.
pub struct Layout {
    flow: Rc<Flow>,
    fonts: Rc<Fonts>,
    endnotes: Vec<Vec<Block>>,
    named: Rc<NamedParagraphs>,
    /// Numbers of some footnotes begin again on each page.
    numbers_by_page: bool,
    starts: Vec<PageStart>,
    next: Option<PageStart>,
    most_pages: usize,
    saved: SavedBreaks,
    table_grids: HashMap<(u32, u64), Rc<[f64]>>,
    warnings: Warnings,
    reached: u32,
}

impl Layout {
    /// Nothing is laid out yet.
    pub fn new(flow: Rc<Flow>, fonts: Rc<Fonts>, options: &Options) -> Self {
        let next = page::first_start(&flow.sections);
        let saved = match options.page_breaks {
            PageBreaks::Auto if flow.settings.saved_by_word && flow.settings.has_saved_breaks => SavedBreaks::Close,
            PageBreaks::Saved if flow.settings.has_saved_breaks => SavedBreaks::Always,
            _ => SavedBreaks::Ignored,
        };
        Self {
            named: Rc::new(NamedParagraphs::find(&flow)),
            numbers_by_page: flow.footnotes.iter().any(|note| note.each_page.is_some()),
            endnotes: note::endnotes(&flow),
            flow,
            fonts,
            starts: Vec::new(),
            next,
            most_pages: options.limits.pages,
            saved,
            table_grids: HashMap::new(),
            warnings: Warnings::default(),
            reached: 0,
        }
    }

    /// Lays out the next page and yields it; none when all are done. Page counts in it are estimates until the last page is
    /// laid out.
    pub fn next_page(&mut self) -> Option<Page> {
        let start = self.next.take()?;
        let index = self.starts.len();
        let laid = self.lay(&start, index);
        self.reached = self.reached.max(laid.page.start);
        self.starts.push(start);
        self.next = laid.next;
        if self.starts.len() >= self.most_pages && self.next.take().is_some() {
            let place = crate::diag::Place::default();
            self.warnings.add("too-many-pages", place, format!("Only the first {} pages are shown.", self.most_pages));
        }
        Some(laid.page)
    }

    /// How far layout has come.
    pub fn progress(&self) -> Progress {
        let pages_done = self.starts.len();
        let finished = self.next.is_none();
        let saved = self.flow.settings.saved_pages.map_or(0, |pages| pages as usize);
        let estimate = match saved {
            _ if finished => pages_done,
            saved if saved > pages_done => saved,
            _ => self.estimate_by_characters().max(pages_done + 1),
        };
        Progress { pages_done, finished, estimate }
    }

    /// Whether the next page begins so far from the end of the document that what may follow it would not change the pages before.
    pub fn is_far_from_end(&self) -> bool {
        /// Blocks, or rows of a table, that a page does not look ahead.
        const FAR: usize = 20;
        let Some(next) = &self.next else { return false };
        let blocks = self.flow.sections.get(next.section).map_or(&[][..], |section| &section.blocks);
        let left = match (&next.at.within, blocks.get(next.at.block)) {
            (Within::Table(start), Some(Block::Table(table))) => table.rows.len().saturating_sub(start.row),
            _ => 0,
        };
        next.section + 1 < self.flow.sections.len() || left.max(blocks.len().saturating_sub(next.at.block)) > FAR
    }

    /// The count by the characters on the pages laid out, and on a few usual ones: a title page alone says nothing.
    fn estimate_by_characters(&self) -> usize {
        const USUAL_PAGES: f64 = 3.0;
        const USUAL_CHARACTERS: f64 = 900.0;
        // The last page laid out ends we do not know where.
        let pages = self.starts.len().saturating_sub(1) as f64 + USUAL_PAGES;
        let characters = f64::from(self.reached) + USUAL_PAGES * USUAL_CHARACTERS;
        (f64::from(self.flow.characters_in_body) * pages / characters).ceil() as usize
    }

    /// Lays page `index` (from 0) out again; none if the cursor has not come there.
    pub fn page(&mut self, index: usize) -> Option<Page> {
        let start = self.starts.get(index)?.clone();
        Some(self.lay(&start, index).page)
    }

    /// What was approximated.
    pub fn warnings(&self) -> &Warnings {
        &self.warnings
    }

    fn lay(&mut self, start: &PageStart, index: usize) -> page::Laid {
        let progress = self.progress();
        let section_pages = self.starts.iter().filter(|other| other.section == start.section).count();
        let numbers = PageNumbers {
            pages: u32::try_from(progress.estimate).unwrap_or(u32::MAX),
            section_pages: u32::try_from(section_pages).unwrap_or(u32::MAX),
            ..PageNumbers::default()
        };
        let (flow, fonts, named) = (Rc::clone(&self.flow), Rc::clone(&self.fonts), Rc::clone(&self.named));
        let before = self.starts.get(..index.min(self.starts.len())).filter(|_| self.numbers_by_page).unwrap_or_default();
        let first_notes: Vec<u32> = before.iter().chain([start]).map(|start| start.first_note).collect();
        let mut context = Context {
            flow: &flow,
            fonts: &fonts,
            numbers,
            named: &named,
            on_page: 0..0,
            first_notes: &first_notes,
            saved: self.saved,
            warnings: &mut self.warnings,
            table_grids: &mut self.table_grids,
        };
        page::lay(&mut context, &self.endnotes, start, index)
    }
}
