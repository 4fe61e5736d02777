//! Makes the faces of a document from the book and from the fonts that it brings along.

use super::book::{Book, Cut};
use super::face::{self, Advances, Face, Repertoire};
use super::matching::Match;
use super::{cut, embedded, names};
use crate::flow::Family;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Makes faces; those of one name and style share their advances.
pub(super) struct Maker {
    book: Book,
    made: BTreeMap<(usize, bool, bool), Face>,
}

/// A face that came with the document.
pub(super) struct Embedded {
    bold: bool,
    italic: bool,
    bytes: Arc<[u8]>,
    cut: Cut,
}

impl Maker {
    pub fn new() -> Self {
        Self { book: Book::open(), made: BTreeMap::new() }
    }

    /// The readable faces that came with a family.
    pub fn embedded(&self, family: &Family, part: &mut dyn FnMut(&str) -> Option<Vec<u8>>) -> Vec<Embedded> {
        let faces = family.embedded.iter().filter_map(|(bold, italic, name, key)| {
            let bytes = embedded::plain(part(name)?, key);
            let cut = embedded::read(&bytes)?;
            Some(Embedded { bold: *bold, italic: *italic, bytes: bytes.into(), cut })
        });
        faces.collect()
    }

    /// A face: the figures are the book's where it knows the name (an embedded face may be a subset), else those of the
    /// embedded face in this style or the regular one, else the substitute's.
    pub fn face(&mut self, name: &str, matched: &Match, embedded: &[Embedded], bold: bool, italic: bool) -> Face {
        let (bold, italic) = (bold || matched.bold, italic || matched.italic);
        let key = (matched.known, bold, italic);
        let face = self.made.entry(key).or_insert_with(|| from_book(&self.book, key)).clone();
        let own = embedded.iter().find(|own| own.bold == bold && own.italic == italic).or(embedded.first());
        let Some(own) = own else { return Face { name: name.to_owned(), ..face } };
        let face = Face { name: name.to_owned(), embedded: Some(own.bytes.clone()), ..face };
        if matched.substituted { with_figures(face, own) } else { face }
    }
}

fn from_book(book: &Book, (at, bold, italic): (usize, bool, bool)) -> Face {
    let known = names::KNOWN.get(at).unwrap_or(&names::KNOWN[0]);
    let made = cut::make(book, known, bold, italic);
    let (above, below) = face::line_box(&made.cut);
    Face {
        name: String::new(),
        above,
        below,
        east_asian: made.cut.east_asian,
        bold,
        italic,
        synthetic_bold: bold && !made.exact && !cut::has_bold(known),
        embedded: None,
        known: at,
        advances: Arc::new(cut::advances(&made.cut, known)),
    }
}

fn with_figures(face: Face, own: &Embedded) -> Face {
    let (above, below) = face::line_box(&own.cut);
    let advances = Arc::new(Advances::new(&own.cut, Repertoire::Table, false));
    Face { above, below, east_asian: own.cut.east_asian, synthetic_bold: face.bold && !own.bold, advances, ..face }
}
