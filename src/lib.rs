//! **docpane** shows a Word document page by page as Word would print it, from its bytes alone.
//!
//! ```text
//! bytes ─ package ─ parse ─▶ model ─ resolve ─▶ flow ─ layout (font, shape) ─▶ fragments ─ display ─▶ display list ─ paint
//! ```

mod diag;
mod display;
mod env;
mod error;
mod flow;
mod font;
mod layout;
mod model;
mod numeral;
mod package;
mod parse;
mod resolve;
mod units;
mod xml;

pub use diag::{Place, Warning, Warnings};
pub use env::{Date, Limits, Options, PageBreaks};
pub use error::{Error, ErrorKind, Result};
