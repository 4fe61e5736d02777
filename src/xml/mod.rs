//! A pull reader over `quick-xml` for the parts of a package: it knows namespaces (transitional and strict alike),
//! `mc:AlternateContent` and the [limits](crate::env::Limits), and no Word element.
//!
//! Nothing is fetched and no entity of a document type is expanded. Names and values borrow from the part's text.

mod element;
mod encoding;
mod escape;
mod namespace;
mod reader;

pub use element::Element;
pub use encoding::decode;
pub use escape::escape_into;
pub use namespace::Ns;
pub use reader::{Reader, Token};

#[cfg(test)]
mod tests;
