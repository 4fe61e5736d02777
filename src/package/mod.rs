//! The package: a zip archive of parts, their content types and their relationships (ECMA-376 Part 2).
//!
//! Parts are found whatever the case, the slashes or the folder they are written with. They are unpacked when asked
//! for, and the [limits](crate::env::Limits) are kept while unpacking, not by what the archive claims.

mod archive;
mod compound;
mod content_types;
mod directory;
mod name;
mod relationships;
mod sniff;

pub use relationships::Relationships;

use crate::env::Limits;
use crate::error::{Error, ErrorKind, Result};
use archive::Archive;
use content_types::ContentTypes;
use std::sync::Arc;

/// An open package.
#[derive(Debug)]
pub struct Package {
    archive: Archive,
    types: ContentTypes,
    main: String,
    limits: Limits,
}

/// The content types of a main document part, transitional and strict alike (`.docx`, `.dotx`, `.docm`, `.dotm`).
const MAIN_TYPES: [&str; 4] = [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
];

impl Package {
    /// Opens a package and finds its main document part.
    pub fn open(bytes: impl Into<Arc<[u8]>>, limits: &Limits) -> Result<Self> {
        let bytes = bytes.into();
        if let Some(error) = sniff::refuse(&bytes) {
            return Err(error);
        }
        let archive = Archive::open(bytes, limits)?;
        let types = match archive.read("[Content_Types].xml")? {
            Some(bytes) => ContentTypes::parse(bytes, limits)?,
            None => ContentTypes::default(),
        };
        let mut package = Self { archive, types, main: String::new(), limits: limits.clone() };
        package.main = package.find_main()?;
        Ok(package)
    }

    /// Bytes of the file.
    pub fn size(&self) -> usize {
        self.archive.size()
    }

    /// The name of the main document part.
    pub fn main_part(&self) -> &str {
        &self.main
    }

    /// The unpacked bytes of a part, none if there is no such part.
    pub fn part(&self, name: &str) -> Result<Option<Vec<u8>>> {
        self.archive.read(name)
    }

    /// The name of a part as the archive has it, none if there is no such part.
    pub fn part_name(&self, name: &str) -> Option<&str> {
        self.archive.stored_name(name)
    }

    /// The content type of a part, where the package states one.
    pub fn content_type(&self, name: &str) -> Option<&str> {
        self.types.of(name)
    }

    /// The relationships of a part, or of the package itself where `source` is empty. None stated is none.
    pub fn relationships(&self, source: &str) -> Result<Relationships> {
        match self.archive.read(&name::relationships_of(source))? {
            Some(bytes) => Relationships::parse(bytes, source, &self.limits),
            None => Ok(Relationships::default()),
        }
    }

    /// The main part: what the package's relationships name, else what has the content type, else the usual name.
    fn find_main(&self) -> Result<String> {
        let related = match self.relationships("") {
            Ok(all) => all.of_kind("officeDocument").and_then(|main| main.part.clone()),
            Err(_) => None,
        };
        if let Some(kind) = related.as_deref().and_then(|part| self.types.of(part)).and_then(sniff::other_content_type) {
            return Err(sniff::not_word(kind));
        }
        let candidates = related.iter().map(String::as_str).chain(self.types.overrides_of(&MAIN_TYPES)).chain(["word/document.xml"]);
        for candidate in candidates {
            if let Some(stored) = self.archive.stored_name(candidate)
                && !stored.to_ascii_lowercase().ends_with(".rels")
            {
                return Ok(stored.to_owned());
            }
        }
        Err(self.without_main(related.as_deref()))
    }

    /// Why there is no main part.
    fn without_main(&self, related: Option<&str>) -> Error {
        if let Some(kind) = sniff::other_package(&self.archive) {
            return sniff::not_word(kind);
        }
        let is_word = self.types.overrides_of(&MAIN_TYPES).next().is_some()
            || self.archive.names().any(|name| name.to_ascii_lowercase().starts_with("word/"));
        match related {
            Some(part) => {
                let message = format!("The package names {part} as its main part but does not have it; ask for the file again.");
                Error::new(ErrorKind::MissingPart, message)
            }
            None if is_word => {
                Error::new(ErrorKind::MissingPart, "The package has no main document part; save the document again in Word and retry.")
            }
            None => sniff::not_word("a zip archive of something else"),
        }
    }
}

#[cfg(test)]
mod tests;
