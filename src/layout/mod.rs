//! Layout: the flow becomes pages of fragments, one page at a time.
//!
//! [`Layout`] is a cursor. It keeps where each page starts ([`page::PageStart`], small) and drops the fragments; asked
//! for a page it lays that page out again from its start. Widths come from the font book alone, so the result is the
//! same everywhere.
//!
//! - [`inline`] breaks a paragraph into lines,
//! - [`block`] stacks lines, paragraphs and tables down a column and decides where it ends,
//! - [`table`] finds column widths, stacks rows and splits them,
//! - [`float`] places what stands beside the text, [`note`] what stands below it,
//! - [`page`] puts columns, headers, footers and notes together.

pub mod block;
pub mod float;
pub mod fragment;
pub mod inline;
mod math;
pub mod note;
pub mod page;
pub mod table;

mod context;
mod cursor;

#[cfg(test)]
use context::PageNumbers;
pub use context::{Context, SavedBreaks, Surroundings};
pub use cursor::{Budget, Layout, Progress};
#[cfg(test)]
use page::NamedParagraphs;

/// Boxes within boxes (cells, text boxes) that are laid out; deeper ones stay empty.
pub const MAX_DEPTH: u32 = 40;
