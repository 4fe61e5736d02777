//! The whole line behind one handle: [`Document`] opens a file's bytes, lays its pages out as they are asked for, and gives
//! each as a [`DisplayList`] or painted.

mod media;
mod metadata;
mod outline;
mod page_counts;
mod reading;
mod search;

pub use metadata::{Counts, CustomProperty, FontUse, Metadata, PageSize, StoredCounts};
pub use outline::Heading;
pub use search::{Hit, HitBox, SearchOptions};

use crate::diag::{Place, Warning, Warnings};
use crate::display::{self, DisplayList, Outside};
use crate::env::Options;
use crate::error::{Error, ErrorKind, Result};
use crate::flow::{self, Flow};
use crate::font::Fonts;
use crate::layout::fragment::Page;
use crate::layout::{Budget, Layout, Progress};
use crate::model::{self, DocumentInfo};
use crate::package::Package;
use crate::paint::{self, SvgOptions};
use crate::parse::{MainText, parse};
use crate::picture;
use crate::resolve::resolve;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// An open document.
pub struct Document {
    package: Rc<Package>,
    info: DocumentInfo,
    flow: Rc<Flow>,
    fonts: Rc<Fonts>,
    layout: Layout,
    warnings: Warnings,
    /// Where each page laid out so far begins in the body text.
    starts: Vec<u32>,
    /// The page laid out last, until it is asked for: readers ask for what was just laid out.
    latest: Option<Page>,
    /// The document as written, of no more use: taking a long one down is left until its first page is laid out.
    spent: Option<model::Document>,
    /// Pictures that were asked for and cannot be read.
    unread: RefCell<Vec<String>>,
    /// What each page shows beside the body text, once something was searched for.
    outside: Vec<Vec<Outside>>,
    /// How many pages were laid out then, and whether all were.
    outside_of: (usize, bool),
    /// Of this document only the head was read.
    rest: Option<Rest>,
}

/// What the rest of a document is read from.
struct Rest {
    text: MainText,
    options: Options,
}

/// Bytes of the main part's text that are read for the first page; most hold twenty pages, and a table has as many cells in them as are
/// compared with its stored grid.
const HEAD: usize = 512 << 10;

/// The text of a document is at least so many times as long before its head is read by itself.
const HEADS: usize = 3;

/// A document as written, and what was odd about it.
struct Read {
    model: model::Document,
    warnings: Warnings,
}

impl Read {
    /// Reads a package as far as byte `end` of its main part's text.
    fn until(end: usize, package: &Package, text: &MainText, options: &Options) -> Result<Self> {
        let mut warnings = Warnings::default();
        let model = parse(package, text, end, &options.limits, &mut warnings)?;
        Ok(Self { model, warnings })
    }
}

fn unpack(bytes: Arc<[u8]>, options: &Options) -> Result<(Rc<Package>, MainText)> {
    let package = Package::open(bytes, &options.limits)?;
    let text = MainText::read(&package)?;
    Ok((Rc::new(package), text))
}

impl Document {
    /// Opens a document. Nothing is laid out yet.
    pub fn open(bytes: impl Into<Arc<[u8]>>, options: &Options) -> Result<Self> {
        let (package, text) = unpack(bytes.into(), options)?;
        Self::whole(package, text, options)
    }

    /// Opens a document; a long one only as far as its first page takes, which is laid out then. Until
    /// [`read_rest`](Self::read_rest) it has no other page, and what is known about it is known of its head.
    pub fn open_head(bytes: impl Into<Arc<[u8]>>, options: &Options) -> Result<Self> {
        let (package, text) = unpack(bytes.into(), options)?;
        if text.len() >= HEADS * HEAD {
            let read = Read::until(HEAD, &package, &text, options)?;
            let mut head = Self::resolved(Rc::clone(&package), read, text.len().div_ceil(HEAD), options);
            head.lay_next();
            if head.layout.is_far_from_end() {
                head.rest = Some(Rest { text, options: options.clone() });
                return Ok(head);
            }
        }
        Self::whole(package, text, options)
    }

    /// Reads the rest of a document whose [head](Self::open_head) alone was read; whether there was any. Nothing is laid out then: its first
    /// page may be another where what follows says so.
    pub fn read_rest(&mut self) -> Result<bool> {
        let Some(Rest { text, options }) = &self.rest else { return Ok(false) };
        let read = Read::until(usize::MAX, &self.package, text, options)?;
        let options = options.clone();
        self.rest = None;
        *self = Self::resolved(Rc::clone(&self.package), read, 1, &options);
        Ok(true)
    }

    fn whole(package: Rc<Package>, text: MainText, options: &Options) -> Result<Self> {
        let read = Read::until(usize::MAX, &package, &text, options)?;
        // Of no more use, and as large as all that comes of it.
        drop(text);
        Ok(Self::resolved(package, read, 1, options))
    }

    /// What was read, of a text that is about so many times as long.
    fn resolved(package: Rc<Package>, read: Read, times: usize, options: &Options) -> Self {
        let Read { mut model, mut warnings } = read;
        let mut flow = resolve(&model, options, &mut warnings);
        // For the estimate of pages.
        flow.characters_in_body = flow.characters_in_body.saturating_mul(u32::try_from(times).unwrap_or(u32::MAX));
        let flow = Rc::new(flow);
        let mut part = |name: &str| package.part(name).ok().flatten();
        let fonts =
            Rc::new(Fonts::new(&flow.families, &flow.alternative_names, &flow.settings.east_asian_language, &mut part, &mut warnings));
        let layout = Layout::new(Rc::clone(&flow), Rc::clone(&fonts), options);
        let info = std::mem::take(&mut model.info);
        Self {
            package,
            info,
            flow,
            fonts,
            layout,
            warnings,
            starts: Vec::new(),
            latest: None,
            spent: Some(model),
            unread: RefCell::default(),
            outside: Vec::new(),
            outside_of: (0, false),
            rest: None,
        }
    }

    /// Lays out the next pages.
    pub fn advance(&mut self, budget: Budget) -> Progress {
        let mut left = match budget {
            Budget::Pages(pages) => pages,
            Budget::All => usize::MAX,
        };
        while left > 0 && self.lay_next() {
            left -= 1;
        }
        self.progress()
    }

    fn lay_next(&mut self) -> bool {
        if !self.starts.is_empty() {
            if self.rest.is_some() {
                return false;
            }
            self.spent = None;
        }
        self.latest = self.layout.next_page();
        self.starts.extend(self.latest.as_ref().map(|page| page.start));
        self.latest.is_some()
    }

    /// How far layout has come.
    pub fn progress(&self) -> Progress {
        self.layout.progress()
    }

    /// A page, from 0; pages before it are laid out first if need be.
    pub fn page(&mut self, index: usize) -> Result<DisplayList> {
        while self.starts.len() <= index && self.lay_next() {}
        let page = match self.latest.take() {
            Some(page) if page.index == index => page,
            _ => self.layout.page(index).ok_or_else(|| self.no_such_page(index))?,
        };
        Ok(display::build(&page, &self.flow, &self.fonts))
    }

    /// The next page that is not laid out yet. Page counts on it are estimates; [`page`](Self::page) shows them as they are
    /// known then.
    pub fn next_page(&mut self) -> Option<DisplayList> {
        if !self.lay_next() {
            return None;
        }
        let page = self.latest.take()?;
        Some(display::build(&page, &self.flow, &self.fonts))
    }

    /// Pages show how many there are, so that those laid out before the last one are to be asked for again.
    pub fn shows_page_counts(&self) -> bool {
        page_counts::are_shown(&self.flow)
    }

    /// A page's text: a paragraph a line, headers and footers left out.
    pub fn page_text(&mut self, index: usize) -> Result<String> {
        Ok(paint::text(&self.page(index)?))
    }

    /// A page as a self-contained SVG picture.
    pub fn page_svg(&mut self, index: usize, options: &SvgOptions) -> Result<String> {
        let list = self.page(index)?;
        Ok(paint::svg(&list, options, &|part| self.media(part)))
    }

    /// The same where `shown` is at hand to make pictures that browsers show of those that they do not.
    #[cfg(feature = "wasm")]
    pub(crate) fn page_svg_by(&mut self, index: usize, options: &SvgOptions, shown: media::Shown<'_>) -> Result<String> {
        let list = self.page(index)?;
        Ok(paint::svg(&list, options, &|part| self.media_by(part, shown)))
    }

    /// The body text without white space: what [`DisplayList::start`] and [`Hit::start`] count.
    pub fn body_text(&self) -> String {
        flow::body_text(&self.flow)
    }

    /// What is known about the document without laying it out.
    pub fn metadata(&self) -> Metadata {
        metadata::metadata(&self.info, &self.flow, &self.fonts, self.package.size())
    }

    /// Its headings, with their pages as far as pages are laid out.
    pub fn outline(&self) -> Vec<Heading> {
        outline::outline(&self.flow, |offset| self.page_of(offset))
    }

    /// Where a text occurs: in the body, and in what pages that are laid out show beside it. Hits on these pages have their
    /// places there.
    pub fn search(&mut self, query: &str, options: &SearchOptions) -> Vec<Hit> {
        let mut hits = search::search(&self.flow, query, options, |offset| self.page_of(offset));
        for hits in hits.chunk_by_mut(|one, other| one.page == other.page) {
            let Some(page) = hits.first().and_then(|hit| hit.page).and_then(|index| self.layout.page(index)) else { continue };
            let ranges = hits.iter().filter_map(|hit| hit.start.zip(hit.end)).collect();
            for (hit, boxes) in hits.iter_mut().zip(display::boxes(&page, &self.flow, &self.fonts, ranges)) {
                hit.boxes = boxes.into_iter().map(HitBox::from).collect();
            }
        }
        let room = if options.limit == 0 { usize::MAX } else { options.limit - hits.len().min(options.limit) };
        if room > 0 {
            self.read_outside();
            hits.extend(search::search_outside(&self.outside, query, options, room));
            search::in_order(&mut hits);
        }
        hits
    }

    /// Reads what pages show beside the body text; once, and anew where more pages are laid out or their count is known since.
    fn read_outside(&mut self) {
        let state = (self.starts.len(), self.progress().finished);
        if self.outside_of != state {
            let pages = (0..state.0).map(|index| self.layout.page(index));
            let read = |page: Option<Page>| page.map(|page| display::outside(&page, &self.flow, &self.fonts)).unwrap_or_default();
            self.outside = pages.map(read).collect();
            self.outside_of = state;
        }
    }

    /// The page that a bookmark stands on, from 0, as far as pages are laid out.
    pub fn bookmark_page(&self, name: &str) -> Option<usize> {
        let paragraph = *self.flow.bookmarks.get(name)?;
        let offset = reading::paragraphs(&self.flow).into_iter().find(|p| p.index == paragraph)?.offset;
        self.page_of(offset)
    }

    /// Everything that was approximated or left out so far, with its place.
    pub fn warnings(&self) -> Vec<Warning> {
        let mut all = self.warnings.clone();
        all.extend(self.layout.warnings().clone());
        for part in self.unread.borrow().iter() {
            all.add("not-drawn", Place::part(part), "A picture that cannot be read is shown as an empty box.");
        }
        all.iter().cloned().collect()
    }

    /// Media type and bytes of a picture, or of an embedded font that a page names; a picture that browsers do not show comes as
    /// one that they do.
    pub fn media(&self, part: &str) -> Option<(String, Vec<u8>)> {
        let found = self.media_by(part, &|bytes| picture::shown(bytes, &picture::decode))?;
        if picture::is_rare(&found.0) {
            self.unread.borrow_mut().push(part.to_owned());
        }
        Some(found)
    }

    /// The same where `shown` is at hand to make such pictures.
    pub(crate) fn media_by(&self, part: &str, shown: media::Shown<'_>) -> Option<(String, Vec<u8>)> {
        self.font(part).or_else(|| media::media(&self.package, part, shown))
    }

    fn font(&self, part: &str) -> Option<(String, Vec<u8>)> {
        media::font(&self.package, &self.flow.families, part)
    }

    /// The page that holds the character at a body-text offset.
    fn page_of(&self, offset: u32) -> Option<usize> {
        let after = self.starts.partition_point(|start| *start <= offset);
        let known = after < self.starts.len() || self.progress().finished;
        // Pages without body text begin where the next one does: the last of them has the character.
        if known { after.checked_sub(1) } else { None }
    }

    fn no_such_page(&self, index: usize) -> Error {
        let message = format!("There is no page {}: the document has {}.", index.saturating_add(1), self.starts.len());
        Error::new(ErrorKind::NoSuchPage, message)
    }
}
