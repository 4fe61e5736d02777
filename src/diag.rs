//! What was approximated or left out, and where. Nothing is dropped silently: a stage that cannot show something
//! adds a [`Warning`], and the caller gets them all.

use serde::Serialize;

/// Something the preview could not show as Word does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Warning {
    /// What it is about: a stable word such as `font-substituted`, `not-drawn`, `part-missing`, `bad-value`.
    pub kind: &'static str,
    /// One sentence for people.
    pub message: String,
    /// Where.
    pub place: Place,
}

/// A place in the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The part of the package, such as `word/document.xml`; empty when the warning is about the whole document.
    pub part: String,
    /// The paragraph's index in its story, from 0, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
}

impl Place {
    /// A part as a whole.
    pub fn part(part: &str) -> Self {
        Self { part: part.to_owned(), paragraph: None }
    }
}

/// Collects warnings, each once, and no more than [`Warnings::MOST`] of them so that a hostile file cannot fill memory.
#[derive(Clone, Debug, Default)]
pub struct Warnings(Vec<Warning>);

impl Warnings {
    /// How many different warnings are kept.
    pub const MOST: usize = 500;

    /// Adds a warning unless the same one is there.
    pub fn add(&mut self, kind: &'static str, place: Place, message: impl Into<String>) {
        if self.0.len() < Self::MOST {
            self.put(Warning { kind, message: message.into(), place });
        }
    }

    /// All warnings, in a stable order.
    pub fn iter(&self) -> impl Iterator<Item = &Warning> {
        self.0.iter()
    }

    /// Takes over the warnings of another stage.
    pub fn extend(&mut self, other: Self) {
        for warning in other.0 {
            if self.0.len() < Self::MOST {
                self.put(warning);
            }
        }
    }

    fn put(&mut self, warning: Warning) {
        if let Err(at) = self.0.binary_search(&warning) {
            self.0.insert(at, warning);
        }
    }
}
