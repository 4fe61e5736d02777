//! Painters: a display list to something people see. They are dull on purpose: every place, width and colour is decided
//! before, and whatever comes from a file passes [`escape`] on its way into markup.
//!
//! - [`svg`](fn@svg): a page as one self-contained picture,
//! - [`html`](fn@html): pages as a static document that a server can send,
//! - [`text`](fn@text): the page's text.

mod css;
mod escape;
mod html;
mod lines;
mod svg;
mod text;

pub use escape::escape;
pub use html::{HtmlOptions, html};
pub use lines::{TextLine, lines};
pub use svg::{SvgOptions, svg};
pub use text::text;

/// Gives the bytes behind a picture's part, with their media type.
pub type Media<'a> = &'a dyn Fn(&str) -> Option<(String, Vec<u8>)>;
