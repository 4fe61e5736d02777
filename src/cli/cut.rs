//! `docpane cut`: a sealed preview, laid-out pages that hold their own content and nothing of the pages behind them. The viewer
//! opens it like a document; what is not in it cannot reach the reader.

use super::args::Request;
use crate::display::{DisplayList, Group, Item};
use crate::document::{Document, Heading, Metadata};
use crate::error::{Error, ErrorKind, Result};
use crate::layout::Budget;
use crate::paint;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the file holds; `www/src/engine/sealed.ts` reads it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Preview {
    /// Says what this is: viewers look for it.
    docpane: &'static str,
    version: u32,
    /// Pages of the whole document.
    page_count: usize,
    metadata: Metadata,
    /// Headings on these pages.
    outline: Vec<Heading>,
    /// Pages that links on these pages lead to, from 0.
    bookmarks: BTreeMap<String, usize>,
    pages: Vec<DisplayList>,
    texts: Vec<String>,
    /// Pictures on these pages, by part: base64.
    media: BTreeMap<String, String>,
}

/// The preview of a document, as JSON.
pub(super) fn cut(document: &mut Document, request: &Request) -> Result<String> {
    let page_count = document.advance(Budget::All).pages_done;
    let wanted: Vec<usize> = request.pages().take_while(|index| *index < page_count).collect();
    if wanted.first() != Some(&0) {
        return Err(Error::new(ErrorKind::BadArgument, "A preview begins at page 1: ask for pages such as 1-9."));
    }
    let pages = wanted.into_iter().map(|index| document.page(index)).collect::<Result<Vec<_>>>()?;
    let mut bookmarks = BTreeMap::new();
    let mut media = BTreeMap::new();
    for item in pages.iter().flat_map(|page| &page.items) {
        match item {
            Item::Begin(Group::Link { bookmark: Some(bookmark), .. }) => {
                bookmarks.extend(document.bookmark_page(bookmark).map(|page| (bookmark.clone(), page)));
            }
            Item::Picture(picture) => {
                for part in [&picture.part, &picture.svg] {
                    if !part.is_empty() && !media.contains_key(part) {
                        media.extend(document.media(part).map(|(_, bytes)| (part.clone(), crate::numeral::base64(&bytes))));
                    }
                }
            }
            _ => {}
        }
    }
    let is_here = |heading: &Heading| heading.page.is_some_and(|page| page < pages.len());
    let preview = Preview {
        docpane: "preview",
        version: 1,
        page_count,
        metadata: document.metadata(),
        outline: document.outline().into_iter().filter(is_here).collect(),
        bookmarks,
        texts: pages.iter().map(paint::text).collect(),
        pages,
        media,
    };
    // Strings, numbers and lists of them always serialise.
    let mut text = serde_json::to_string(&preview).unwrap_or_default();
    text.push('\n');
    Ok(text)
}
