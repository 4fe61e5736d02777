//! The headings of a document.

use super::reading;
use crate::flow::Flow;
use serde::Serialize;

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Heading {
    /// Its outline level, from 1.
    pub level: u8,
    /// Its text, its number included.
    pub title: String,
    /// The page it stands on, from 0; none while that page is not laid out.
    pub page: Option<usize>,
    /// Its paragraph's index in the body.
    pub paragraph: u32,
    /// Body-text offset of its first character.
    pub offset: u32,
}

/// The headings with text, in document order.
pub(super) fn outline(flow: &Flow, page_of: impl Fn(u32) -> Option<usize>) -> Vec<Heading> {
    let mut headings = Vec::new();
    for paragraph in reading::paragraphs(flow) {
        let Some(level) = paragraph.heading else { continue };
        let own = reading::text(paragraph);
        let words: Vec<&str> = own.split_whitespace().collect();
        if words.is_empty() {
            continue;
        }
        let label = paragraph.label.as_ref().filter(|label| !label.bullet).map_or("", |label| label.text.trim());
        let title = if label.is_empty() { words.join(" ") } else { format!("{label} {}", words.join(" ")) };
        let offset = paragraph.offset;
        headings.push(Heading { level, title, page: page_of(offset), paragraph: paragraph.index, offset });
    }
    headings
}
