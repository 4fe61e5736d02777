//! **docpane** shows a Word document page by page as Word would print it, from its bytes alone.
//!
//! ```text
//! bytes ─ package ─ parse ─▶ model ─ resolve ─▶ flow ─ layout (font, shape) ─▶ fragments ─ display ─▶ display list ─ paint
//! ```
//!
//! - **package** opens the archive under limits: parts, content types, relationships.
//! - **parse** reads the parts into the *model*: the document as written.
//! - **resolve** settles styles, lists, fields and units into the *flow*: the document as meant.
//! - **layout** breaks lines, stacks blocks and fills pages, one page at a time, with the figures of the **font** book; it
//!   yields *fragments*.
//! - **display** turns a page's fragments into a [`DisplayList`]: what to draw, in order, without a Word term.
//! - **paint** turns display lists into [SVG](fn@svg), [HTML](fn@html) and [text](fn@text).
//!
//! [`Document`] joins them:
//!
//! ```no_run
//! let bytes = std::fs::read("report.docx")?;
//! let mut document = docpane::Document::open(bytes, &docpane::Options::default())?;
//! println!("{}", document.page_text(0)?);
//! let progress = document.advance(docpane::Budget::All);
//! println!("{} pages", progress.pages_done);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod case;
mod chart;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
mod diag;
pub mod display;
mod document;
mod env;
mod equation;
mod error;
mod flow;
mod font;
mod geometry;
mod layout;
mod look;
mod map;
mod metafile;
mod model;
mod numeral;
mod order;
mod package;
mod paint;
mod parse;
mod picture;
mod resolve;
mod symbol;
mod units;
#[cfg(any(feature = "wasm", feature = "wasm-pictures"))]
mod wasm;
mod xml;

pub use diag::{Place, Warning, Warnings};
pub use display::DisplayList;
pub use document::{Counts, CustomProperty, Document, FontUse, Heading, Hit, HitBox, Metadata, PageSize, SearchOptions, StoredCounts};
pub use env::{Date, Limits, Options, PageBreaks, SymbolText};
pub use error::{Error, ErrorKind, Result};
pub use layout::{Budget, Progress};
pub use paint::{HtmlOptions, Media, SvgOptions, TextLine, escape, html, lines, svg, text};
