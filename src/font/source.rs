//! Where the faces of one family come from: the book, or fonts that the document brings along.

use super::book::{Book, Cut};
use super::face::{self, Advances, Face, Repertoire};
use super::matching::{Match, match_family};
use super::names::{KNOWN, Names};
use super::{cut, embedded};
use crate::flow::Family;
use std::sync::Arc;

/// A family and what its faces are made of.
pub(super) struct Source {
    /// The name in the document.
    pub name: String,
    matched: Match,
    embedded: Vec<Embedded>,
}

/// A face that came with the document.
struct Embedded {
    bold: bool,
    italic: bool,
    part: Arc<str>,
    cut: Cut,
}

impl Source {
    /// A family of the document, with the readable faces that came with it.
    pub fn new(family: &Family, names: &Names, language: &str, part: &mut dyn FnMut(&str) -> Option<Vec<u8>>) -> Self {
        let faces = family.embedded.iter().filter_map(|(bold, italic, name, key)| {
            let bytes = embedded::plain(part(name)?, key);
            let cut = embedded::read(&bytes)?;
            Some(Embedded { bold: *bold, italic: *italic, part: name.as_str().into(), cut })
        });
        Self { name: family.name.clone(), embedded: faces.collect(), matched: match_family(family, names, language) }
    }

    /// A family of the book.
    pub fn known(name: &str, names: &Names) -> Self {
        let matched = Match { known: names.find(name).unwrap_or(0), ..Match::default() };
        Self { name: name.to_owned(), matched, embedded: Vec::new() }
    }

    /// Another face's figures stand in.
    pub fn is_substituted(&self) -> bool {
        self.matched.substituted && self.embedded.is_empty()
    }

    /// It is Times New Roman by name.
    pub fn is_times(&self) -> bool {
        self.matched.known == 0 && !self.matched.substituted
    }

    /// The family of the book whose figures it has.
    pub fn figures(&self) -> &'static str {
        KNOWN.get(self.matched.known).map_or("", |known| known.book())
    }

    /// A face: the figures are the book's where it knows the name (an embedded face may be a subset), else those of the
    /// embedded face in this style or the regular one, else the substitute's.
    pub fn face(&self, book: &Book, bold: bool, italic: bool) -> Face {
        let (bold, italic) = (bold || self.matched.bold, italic || self.matched.italic);
        let face = self.book_face(book, bold, italic);
        let own = self.embedded.iter().find(|own| own.bold == bold && own.italic == italic).or(self.embedded.first());
        let Some(own) = own else { return face };
        let exact = own.bold == bold && own.italic == italic;
        let face = Face { embedded: exact.then(|| own.part.clone()), ..face };
        if self.matched.substituted { with_figures(face, own) } else { face }
    }

    fn book_face(&self, book: &Book, bold: bool, italic: bool) -> Face {
        let known = KNOWN.get(self.matched.known).unwrap_or(&KNOWN[0]);
        let made = cut::make(book, known, bold, italic);
        let (above, below) = face::line_box(&made.cut);
        Face {
            name: self.name.clone(),
            above,
            below,
            east_asian: made.cut.east_asian,
            bold,
            italic,
            synthetic_bold: bold && !made.exact && !cut::has_bold(known),
            embedded: None,
            known: self.matched.known,
            advances: Arc::new(cut::advances(&made.cut, known)),
        }
    }
}

fn with_figures(face: Face, own: &Embedded) -> Face {
    let (above, below) = face::line_box(&own.cut);
    let advances = Arc::new(Advances::new(&own.cut, Repertoire::Table, false));
    Face { above, below, east_asian: own.cut.east_asian, synthetic_bold: face.bold && !own.bold, advances, ..face }
}
