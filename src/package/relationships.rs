//! Relationship parts (ECMA-376 Part 2, 6.5.3).

use super::name;
use crate::env::Limits;
use crate::error::Result;
use crate::map::Map;
use crate::xml::{Ns, Reader, decode};

/// What a part refers to, by id.
#[derive(Clone, Debug, Default)]
pub struct Relationships(Map<String, Relationship>);

/// One reference.
#[derive(Clone, Debug, Default)]
pub struct Relationship {
    /// The last step of its type, such as `header`; the same for transitional and strict.
    pub kind: String,
    /// The part, for an internal one.
    pub part: Option<String>,
    /// The address as written, for an external one.
    pub external: Option<String>,
}

impl Relationships {
    pub(super) fn parse(bytes: Vec<u8>, source: &str, limits: &Limits) -> Result<Self> {
        let (text, _) = decode(bytes);
        let part = name::relationships_of(source);
        let mut reader = Reader::new(&text, &part, limits);
        let root = reader.root()?;
        let mut all = Map::new();
        while let Some(entry) = reader.child(&root)? {
            if !entry.is(Ns::Rel, "Relationship") {
                continue;
            }
            let kind = entry.plain("Type").unwrap_or_default();
            let target = entry.plain("Target").unwrap_or_default();
            // A place in the document itself may be written either way.
            let external = entry.plain("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("External")) || target.starts_with('#');
            let relationship = Relationship {
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                part: (!external).then(|| name::resolve(source, &target)),
                external: external.then(|| target.into_owned()),
            };
            all.insert_new(entry.plain("Id").unwrap_or_default().into_owned(), relationship);
        }
        Ok(Self(all))
    }

    /// The relationship with an id.
    pub fn get(&self, id: &str) -> Option<&Relationship> {
        self.0.get(id)
    }

    /// The part that an id refers to.
    pub fn part(&self, id: &str) -> Option<&str> {
        self.get(id)?.part.as_deref()
    }

    /// The first relationship of a kind; case does not matter.
    pub fn of_kind(&self, kind: &str) -> Option<&Relationship> {
        self.0.values().find(|relationship| relationship.kind.eq_ignore_ascii_case(kind))
    }
}
