//! The border to JavaScript, and the only room that knows of it: an open document as a handle, its answers as JSON text.
//!
//! `docs/architecture.md`, "The border", says what the JSON holds. An error is thrown as the JSON text of
//! `{"kind", "message", "part"}`; anything else that is thrown is a breakdown of the engine, which is unusable then.

use crate::document::{Document, SearchOptions};
use crate::env::{Date, Options, PageBreaks};
use crate::error::{Error, ErrorKind};
use crate::layout::Budget;
use crate::paint::SvgOptions;
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

type Answer<T> = Result<T, JsValue>;

/// An open document.
#[wasm_bindgen]
pub struct Engine {
    document: Document,
}

#[wasm_bindgen]
impl Engine {
    /// Opens a document's bytes; `options` is `{"page_breaks": "auto" | "computed" | "saved", "today": [2026, 1, 31]}`, each
    /// of them optional.
    pub fn open(bytes: Vec<u8>, options: &str) -> Answer<Engine> {
        let asked: OpenOptions = serde_json::from_str(options).map_err(|error| bad_argument(&error))?;
        let document = Document::open(bytes, &asked.into()).map_err(|error| thrown(&error))?;
        Ok(Self { document })
    }

    /// What is known about the document.
    pub fn metadata(&self) -> String {
        json(&self.document.metadata())
    }

    /// Lays out so many pages more and says how far that is.
    pub fn advance(&mut self, pages: u32) -> String {
        let progress = self.document.advance(Budget::Pages(pages as usize));
        json(&State { pages: progress.pages_done, finished: progress.finished, estimate: progress.estimate })
    }

    /// A page's display list; pages count from 0.
    pub fn page(&mut self, index: u32) -> Answer<String> {
        self.document.page(index as usize).map(|list| json(&list)).map_err(|error| thrown(&error))
    }

    /// A page's text.
    pub fn text(&mut self, index: u32) -> Answer<String> {
        self.document.page_text(index as usize).map_err(|error| thrown(&error))
    }

    /// A page as a self-contained SVG picture.
    pub fn svg(&mut self, index: u32) -> Answer<String> {
        self.document.page_svg(index as usize, &SvgOptions::default()).map_err(|error| thrown(&error))
    }

    /// The headings.
    pub fn outline(&self) -> String {
        json(&self.document.outline())
    }

    /// Finds text; `query` is `{"query", "match_case", "whole_word", "limit"}`, all but the first optional.
    pub fn search(&mut self, query: &str) -> Answer<String> {
        let asked: Query = serde_json::from_str(query).map_err(|error| bad_argument(&error))?;
        let options = SearchOptions { match_case: asked.match_case, whole_words: asked.whole_word, limit: asked.limit };
        Ok(json(&self.document.search(&asked.query, &options)))
    }

    /// The page a bookmark stands on, from 0; none while it is not known.
    pub fn bookmark(&self, name: &str) -> Option<u32> {
        self.document.bookmark_page(name).and_then(|page| u32::try_from(page).ok())
    }

    /// What was approximated or left out.
    pub fn warnings(&self) -> String {
        json(&self.document.warnings())
    }

    /// A picture's bytes; empty where there is no such part.
    pub fn media(&self, part: &str) -> Uint8Array {
        let bytes = self.document.media(part).map(|(_, bytes)| bytes).unwrap_or_default();
        Uint8Array::from(bytes.as_slice())
    }

    /// A picture's media type; empty where there is no such part.
    #[wasm_bindgen(js_name = mediaType)]
    pub fn media_type(&self, part: &str) -> String {
        self.document.media(part).map(|(kind, _)| kind).unwrap_or_default()
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct OpenOptions {
    page_breaks: Option<String>,
    today: Option<(i32, u8, u8)>,
}

impl From<OpenOptions> for Options {
    fn from(asked: OpenOptions) -> Self {
        let page_breaks = match asked.page_breaks.as_deref() {
            Some("computed") => PageBreaks::Computed,
            Some("saved") => PageBreaks::Saved,
            _ => PageBreaks::Auto,
        };
        Self { page_breaks, today: asked.today.map(|(year, month, day)| Date { year, month, day }), ..Self::default() }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Query {
    query: String,
    match_case: bool,
    whole_word: bool,
    limit: usize,
}

/// How far layout is.
#[derive(Serialize)]
struct State {
    pages: usize,
    finished: bool,
    estimate: usize,
}

/// An error as it crosses the border.
#[derive(Serialize)]
struct Thrown<'a> {
    kind: &'a str,
    message: &'a str,
    part: Option<&'a str>,
}

fn thrown(error: &Error) -> JsValue {
    JsValue::from_str(&json(&Thrown { kind: error.kind().name(), message: error.message(), part: error.part() }))
}

fn bad_argument(error: &serde_json::Error) -> JsValue {
    thrown(&Error::new(ErrorKind::BadArgument, format!("The options are no JSON of the kind asked for: {error}.")))
}

/// What we serialise are strings, numbers and lists of them: it cannot fail.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
