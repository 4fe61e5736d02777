//! `[Content_Types].xml` (ECMA-376 Part 2, 6.2.3).

use super::name;
use crate::env::Limits;
use crate::error::Result;
use crate::map::Map;
use crate::xml::{Ns, Reader, decode};

/// What each part is.
#[derive(Debug, Default)]
pub(super) struct ContentTypes {
    /// By extension, in lower case.
    defaults: Map<String, String>,
    /// By the part's [key](name::key), in the file's order.
    overrides: Vec<(String, String)>,
}

impl ContentTypes {
    pub(super) fn parse(bytes: Vec<u8>, limits: &Limits) -> Result<Self> {
        let (text, _) = decode(bytes);
        let mut reader = Reader::new(&text, "[Content_Types].xml", limits);
        let root = reader.root()?;
        let mut types = Self::default();
        while let Some(entry) = reader.child(&root)? {
            let kind = entry.plain("ContentType").unwrap_or_default().to_ascii_lowercase();
            match (entry.ns, entry.name) {
                (Ns::Types, "Default") => {
                    let extension = entry.plain("Extension").unwrap_or_default().to_ascii_lowercase();
                    types.defaults.insert(extension, kind);
                }
                (Ns::Types, "Override") => types.overrides.push((name::key(&entry.plain("PartName").unwrap_or_default()), kind)),
                _ => {}
            }
        }
        Ok(types)
    }

    /// The content type of a part, in lower case.
    pub(super) fn of(&self, part: &str) -> Option<&str> {
        let key = name::key(part);
        if let Some((_, kind)) = self.overrides.iter().find(|(part, _)| *part == key) {
            return Some(kind);
        }
        let (_, extension) = key.rsplit_once('.')?;
        self.defaults.get(extension).map(String::as_str)
    }

    /// The parts that are stated to be one of `kinds`.
    pub(super) fn overrides_of<'a>(&'a self, kinds: &'a [&str]) -> impl Iterator<Item = &'a str> {
        self.overrides.iter().filter(|(_, kind)| kinds.contains(&kind.as_str())).map(|(part, _)| part.as_str())
    }
}
