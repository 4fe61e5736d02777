//! An open document as a handle, its answers as JSON text.
//!
//! `docs/architecture.md`, "The border", says what the JSON holds. An error is thrown as the JSON text of
//! `{"kind", "message", "part"}`; anything else that is thrown is a breakdown of the engine, which is unusable then.

use crate::display::Rounded;
use crate::document::{Document, SearchOptions};
use crate::env::{Date, Options, PageBreaks};
use crate::error::{Error, ErrorKind};
use crate::layout::Budget;
use crate::paint::SvgOptions;
use crate::picture;
use js_sys::{Function, JSON, Reflect, Uint8Array};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::Write;
use wasm_bindgen::prelude::*;

type Answer<T> = Result<T, JsValue>;

/// An open document.
#[wasm_bindgen]
pub struct Engine {
    document: Document,
}

#[wasm_bindgen]
impl Engine {
    /// Opens a document's bytes; `options` is `{"page_breaks": "auto" | "computed" | "saved", "today": [2026, 1, 31], "head": true}`,
    /// each of them optional. With `head` a long document is read only as far as its first page takes.
    pub fn open(bytes: Vec<u8>, options: &str) -> Answer<Engine> {
        let asked = Asked::parse(options)?;
        let options = Options { page_breaks: asked.page_breaks(), today: asked.today(), ..Options::default() };
        let open = if asked.is_on("head") { Document::open_head } else { Document::open };
        let document = open(bytes, &options).map_err(|error| thrown(&error))?;
        Ok(Self { document })
    }

    /// Reads the rest of a document of which the head alone was read; whether there was any. Its pages are to be laid out anew then.
    pub fn read_rest(&mut self) -> Answer<bool> {
        self.document.read_rest().map_err(|error| thrown(&error))
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

    /// A page as a self-contained SVG picture. `shown` gets the bytes of pictures that browsers do not show and gives those of
    /// ones that they do, or nothing.
    pub fn svg(&mut self, index: u32, shown: &Function) -> Answer<String> {
        let shown = |bytes: &[u8]| {
            let made = shown.call1(&JsValue::NULL, &Uint8Array::from(bytes)).ok()?.dyn_into::<Uint8Array>().ok()?.to_vec();
            Some((picture::kind(&made)?, made))
        };
        self.document.page_svg_by(index as usize, &SvgOptions::default(), &shown).map_err(|error| thrown(&error))
    }

    /// The headings.
    pub fn outline(&self) -> String {
        json(&self.document.outline())
    }

    /// Finds text; `query` is `{"query", "match_case", "whole_word", "limit"}`, all but the first optional.
    pub fn search(&mut self, query: &str) -> Answer<String> {
        let asked = Asked::parse(query)?;
        let limit = asked.get("limit").as_f64().unwrap_or(0.0) as usize;
        let options = SearchOptions { match_case: asked.is_on("match_case"), whole_words: asked.is_on("whole_word"), limit };
        let query = asked.get("query").as_string().unwrap_or_default();
        Ok(json(&self.document.search(&query, &options)))
    }

    /// The page a bookmark stands on, from 0; none while it is not known.
    pub fn bookmark(&self, name: &str) -> Option<u32> {
        self.document.bookmark_page(name).and_then(|page| u32::try_from(page).ok())
    }

    /// What was approximated or left out.
    pub fn warnings(&self) -> String {
        json(&self.document.warnings())
    }

    /// Bytes of a picture or of an embedded font, as the document has them; empty where there is no such part.
    pub fn media(&self, part: &str) -> Uint8Array {
        let bytes = self.document.media_by(part, &|_| None).map(|(_, bytes)| bytes).unwrap_or_default();
        Uint8Array::from(bytes.as_slice())
    }
}

/// Options as JSON text, read by JavaScript itself: a JSON reader of ours would be 20 KB more to load.
struct Asked(JsValue);

impl Asked {
    fn parse(text: &str) -> Answer<Self> {
        let value = JSON::parse(text).ok().filter(JsValue::is_object);
        value.map(Self).ok_or_else(|| thrown(&Error::new(ErrorKind::BadArgument, "The options are no JSON object.")))
    }

    fn get(&self, name: &str) -> JsValue {
        Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
    }

    fn is_on(&self, name: &str) -> bool {
        self.get(name).as_bool() == Some(true)
    }

    fn page_breaks(&self) -> PageBreaks {
        match self.get("page_breaks").as_string().as_deref() {
            Some("computed") => PageBreaks::Computed,
            Some("saved") => PageBreaks::Saved,
            _ => PageBreaks::Auto,
        }
    }

    fn today(&self) -> Option<Date> {
        let today = self.get("today");
        let part = |index| Reflect::get_u32(&today, index).ok()?.as_f64();
        Some(Date { year: part(0)? as i32, month: part(1)? as u8, day: part(2)? as u8 })
    }
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

/// Writes lengths as the display list means them, to a thousandth; the general way to write a double is 15 KB more to load.
struct Thousandths;

impl Formatter for Thousandths {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> std::io::Result<()> {
        write!(writer, "{}", Rounded(value))
    }
}

/// What we serialise are strings, numbers and lists of them: it cannot fail.
fn json<T: Serialize>(value: &T) -> String {
    let mut bytes = Vec::new();
    let _ = value.serialize(&mut Serializer::with_formatter(&mut bytes, Thousandths));
    String::from_utf8(bytes).unwrap_or_default()
}
