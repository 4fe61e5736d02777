//! What the flow stores once and points to: fonts, run styles, links, borders and languages. Numbers are given in order
//! of first use, so the same document always gets the same ones; the maps here are only asked, never walked.

use super::run::RunLayer;
use crate::flow::{Border, CharacterId, CharacterStyle, Family, FamilyId, Link, LinkId};
use crate::model::FontEntry;
use std::collections::HashMap;

/// Everything interned so far.
#[derive(Default)]
pub(super) struct Pool<'a> {
    fonts: &'a [FontEntry],
    /// See [`Flow::families`](crate::flow::Flow::families).
    pub(super) families: Vec<Family>,
    family_ids: HashMap<String, FamilyId>,
    /// See [`Flow::characters`](crate::flow::Flow::characters).
    pub(super) characters: Vec<CharacterStyle>,
    character_ids: HashMap<RunLayer, CharacterId>,
    /// See [`Flow::links`](crate::flow::Flow::links).
    pub(super) links: Vec<Link>,
    link_ids: HashMap<Link, LinkId>,
    borders: Vec<Border>,
    languages: Vec<String>,
    language_ids: HashMap<String, u16>,
}

impl<'a> Pool<'a> {
    /// An empty pool that takes facts about fonts from `fontTable.xml`.
    pub(super) fn new(fonts: &'a [FontEntry]) -> Self {
        Self { fonts, ..Self::default() }
    }

    /// The font of this name.
    pub(super) fn family(&mut self, name: &str) -> FamilyId {
        if let Some(id) = self.family_ids.get(name) {
            return *id;
        }
        let id = FamilyId(self.families.len() as u32);
        let entry = self.fonts.iter().find(|entry| entry.name == name);
        let entry = entry.or_else(|| self.fonts.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)));
        self.families.push(family(name, entry));
        self.family_ids.insert(name.to_owned(), id);
        id
    }

    /// See [`Flow::alternative_names`](crate::flow::Flow::alternative_names).
    pub(super) fn alternative_names(&self) -> Vec<(String, Vec<String>)> {
        self.fonts.iter().map(|entry| (entry.name.clone(), entry.alt_names.clone())).collect()
    }

    /// The name behind an id.
    pub(super) fn family_name(&self, id: FamilyId) -> &str {
        self.families.get(id.0 as usize).map_or("", |family| &family.name)
    }

    /// The run style of a settled layer.
    pub(super) fn character(&mut self, settled: RunLayer) -> CharacterId {
        if let Some(id) = self.character_ids.get(&settled) {
            return *id;
        }
        let id = CharacterId(self.characters.len() as u32);
        let style = settled.character_style(self);
        self.characters.push(style);
        self.character_ids.insert(settled, id);
        id
    }

    /// A run style that no run has.
    pub(super) fn own_character(&mut self, style: CharacterStyle) -> CharacterId {
        // Those of a watermark in each header come one after the other.
        if self.characters.last() != Some(&style) {
            self.characters.push(style);
        }
        CharacterId(self.characters.len() as u32 - 1)
    }

    /// The run style behind an id.
    pub(super) fn style(&self, id: CharacterId) -> Option<&CharacterStyle> {
        self.characters.get(id.0 as usize)
    }

    /// The link of this target and tip.
    pub(super) fn link(&mut self, link: Link) -> LinkId {
        if let Some(id) = self.link_ids.get(&link) {
            return *id;
        }
        let id = LinkId(self.links.len() as u32);
        self.links.push(link.clone());
        self.link_ids.insert(link, id);
        id
    }

    /// The number of a border; few documents have more than a handful.
    pub(super) fn border(&mut self, border: Border) -> u32 {
        let known = self.borders.iter().position(|known| *known == border);
        known.unwrap_or_else(|| {
            self.borders.push(border);
            self.borders.len() - 1
        }) as u32
    }

    /// The border of a number.
    pub(super) fn border_of(&self, number: u32) -> Option<Border> {
        self.borders.get(number as usize).copied()
    }

    /// The number of a language tag.
    pub(super) fn language(&mut self, tag: &str) -> u16 {
        if let Some(id) = self.language_ids.get(tag) {
            return *id;
        }
        // A file with more tags than this is not a document; the first tag stands in.
        let id = u16::try_from(self.languages.len()).unwrap_or(0);
        self.languages.push(tag.to_owned());
        self.language_ids.insert(tag.to_owned(), id);
        id
    }

    /// The tag of a number; empty where none is stated.
    pub(super) fn language_tag(&self, number: Option<u16>) -> String {
        number.and_then(|number| self.languages.get(number as usize)).cloned().unwrap_or_default()
    }
}

fn family(name: &str, entry: Option<&FontEntry>) -> Family {
    let Some(entry) = entry else {
        return Family { name: name.to_owned(), ..Family::default() };
    };
    let embedded = entry.embedded.iter().map(|(face, part, key)| {
        let face = face.to_ascii_lowercase();
        (face.contains("bold"), face.contains("italic"), part.clone(), key.clone())
    });
    Family {
        name: name.to_owned(),
        alt_names: entry.alt_names.clone(),
        panose: entry.panose.as_deref().and_then(panose),
        charset: entry.charset,
        class: entry.family.clone().filter(|class| class != "auto").unwrap_or_default(),
        pitch: entry.pitch.clone().filter(|pitch| pitch != "default").unwrap_or_default(),
        embedded: embedded.collect(),
    }
}

/// Ten bytes written as twenty hexadecimal digits.
fn panose(hex: &str) -> Option<[u8; 10]> {
    let mut bytes = [0; 10];
    if hex.len() != 20 || !hex.is_ascii() {
        return None;
    }
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(2 * i..2 * i + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::LinkTarget;

    #[test]
    fn the_same_thing_gets_the_same_number() {
        let mut pool = Pool::default();
        assert_eq!(pool.family("宋体"), FamilyId(0));
        assert_eq!(pool.family("Calibri"), FamilyId(1));
        assert_eq!(pool.family("宋体"), FamilyId(0));
        let link = Link { target: LinkTarget::Bookmark("a".into()), tooltip: None };
        assert_eq!(pool.link(link.clone()), pool.link(link));
        assert_eq!(pool.links.len(), 1);
    }

    #[test]
    fn font_table_facts_come_along() {
        let entry = FontEntry {
            name: "宋体".into(),
            alt_names: vec!["SimSun".into()],
            panose: Some("02010600030101010101".into()),
            charset: Some(0x86),
            family: Some("auto".into()),
            ..FontEntry::default()
        };
        let entries = [entry];
        let mut pool = Pool::new(&entries);
        pool.family("宋体");
        assert_eq!(pool.families[0].panose, Some([2, 1, 6, 0, 3, 1, 1, 1, 1, 1]));
        assert_eq!(pool.families[0].class, "");
    }
}
