//! Lists: which level a paragraph stands on, how it counts, and its label's text (word-layout 10.1, 10.2).

use crate::map::Map;
use crate::model::{Document, Level, Numbering, StyleKind};
use crate::numeral::NumberFormat;
use std::collections::{HashMap, HashSet};

/// Levels 0 to 8.
const LEVELS: usize = 9;

/// The document's list definitions, links between them followed.
pub(super) struct Lists<'a> {
    numbering: &'a Numbering,
    /// `w:num` to the `w:abstractNum` that counts for it.
    abstracts: HashMap<i32, i32>,
}

/// Counters of one story.
#[derive(Clone, Debug, Default)]
pub(super) struct Counters {
    /// By `w:abstractNumId`: lists of the same definition count on.
    values: Map<i32, [Option<i32>; LEVELS]>,
    /// (`w:numId`, level) pairs whose `w:startOverride` has acted.
    restarted: HashSet<(i32, u8)>,
}

impl<'a> Lists<'a> {
    /// Reads the definitions.
    pub(super) fn new(document: &'a Document) -> Self {
        let numbering = &document.numbering;
        let styles = document.styles.as_ref().map(|sheet| &sheet.styles);
        // A definition may only name a numbering style, whose list is then meant.
        let linked = |id: i32| -> Option<i32> {
            let style = styles?.get(numbering.abstracts.get(&id)?.num_style_link.as_deref()?)?;
            let by_style = || style.paragraph.numbering.as_ref().and_then(|reference| reference.id);
            let by_link = numbering.abstracts.iter().find(|(_, list)| list.style_link.as_deref() == Some(&style.id));
            let target = by_link.map(|(id, _)| *id).or_else(|| numbering.instances.get(&by_style()?).map(|num| num.abstract_id))?;
            (style.kind == StyleKind::Numbering && target != id).then_some(target)
        };
        let abstracts =
            numbering.instances.iter().map(|(num, instance)| (*num, linked(instance.abstract_id).unwrap_or(instance.abstract_id)));
        Self { numbering, abstracts: abstracts.collect() }
    }

    /// The level's definition, with the list's own override.
    pub(super) fn level(&self, num: i32, level: u8) -> Option<&'a Level> {
        let instance = self.numbering.instances.get(&num)?;
        if let Some((_, Some(own))) = instance.overrides.get(&i32::from(level)) {
            return Some(own);
        }
        self.numbering.abstracts.get(self.abstracts.get(&num)?)?.levels.get(&i32::from(level))
    }

    /// The level that a style's list keeps for it (`w:pStyle` in the level).
    pub(super) fn level_of_style(&self, num: i32, style: &str) -> Option<u8> {
        let levels = 0..LEVELS as u8;
        levels.into_iter().find(|level| self.level(num, *level).is_some_and(|l| l.style.as_deref() == Some(style)))
    }

    /// The number a level begins with.
    fn start(&self, num: i32, level: u8) -> i32 {
        self.start_override(num, level).or_else(|| self.level(num, level)?.start).unwrap_or(0)
    }

    fn start_override(&self, num: i32, level: u8) -> Option<i32> {
        self.numbering.instances.get(&num)?.overrides.get(&i32::from(level))?.0
    }

    /// Counts an item and gives its label's text.
    pub(super) fn count(&self, num: i32, level: u8, counters: &mut Counters) -> Option<String> {
        let definition = self.level(num, level)?;
        let list = *self.abstracts.get(&num)?;
        let restart = self.start_override(num, level).is_some() && counters.restarted.insert((num, level));
        let values = counters.values.get_or_default(list);
        let here = usize::from(level);
        let value = values.get_mut(here)?;
        *value = match *value {
            Some(value) if !restart => Some(value.saturating_add(1)),
            _ => Some(self.start(num, level)),
        };
        for (above, value) in values.iter_mut().enumerate().take(here) {
            value.get_or_insert_with(|| self.start(num, above as u8));
        }
        for (below, value) in values.iter_mut().enumerate().skip(here + 1) {
            if self.restarts(num, below as u8, level) {
                *value = None;
            }
        }
        let values = *values;
        Some(self.text(num, definition, &values))
    }

    /// Whether `below` begins again after an item on `used`: `w:lvlRestart` 0 is never, k is after level k and higher.
    fn restarts(&self, num: i32, below: u8, used: u8) -> bool {
        match self.level(num, below).and_then(|level| level.restart) {
            None => true,
            Some(0) => false,
            Some(k) => i32::from(used) < k,
        }
    }

    /// `w:lvlText` with `%1` to `%9` replaced by the counters of those levels, each in its own format.
    fn text(&self, num: i32, definition: &Level, values: &[Option<i32>; LEVELS]) -> String {
        let mut text = String::new();
        let mut characters = definition.text.as_deref().unwrap_or_default().chars().peekable();
        while let Some(c) = characters.next() {
            let level = (c == '%').then(|| characters.peek().and_then(|d| d.to_digit(10))).flatten().filter(|d| *d > 0);
            let Some(level) = level else {
                text.push(c);
                continue;
            };
            characters.next();
            let level = (level - 1) as u8;
            let value = values.get(usize::from(level)).copied().flatten().unwrap_or_else(|| self.start(num, level));
            let format = self.level(num, level).map_or(NumberFormat::Decimal, number_format);
            let format = if definition.is_legal && format != NumberFormat::None { NumberFormat::Decimal } else { format };
            text.push_str(&format.format(i64::from(value)));
        }
        text
    }
}

/// A level's format.
pub(super) fn number_format(level: &Level) -> NumberFormat {
    match (level.format.as_deref(), level.custom_format.as_deref()) {
        (Some("custom"), Some(pattern)) => NumberFormat::from_custom(pattern),
        (Some(name), _) => NumberFormat::from_name(name),
        (None, _) => NumberFormat::Decimal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AbstractNumbering, NumberingInstance};

    fn level(start: i32, format: &str, text: &str) -> Level {
        Level { start: Some(start), format: Some(format.into()), text: Some(text.into()), ..Level::default() }
    }

    /// Lists 1 and 2 of one definition: 第一章, 1.1, (a).
    fn document() -> Document {
        let mut levels = Map::new();
        levels.insert(0, level(1, "chineseCountingThousand", "第%1章"));
        levels.insert(1, level(1, "decimal", "%1.%2"));
        levels.insert(2, level(1, "lowerLetter", "(%3)"));
        let mut document = Document::default();
        document.numbering.abstracts.insert(7, AbstractNumbering { levels, ..AbstractNumbering::default() });
        for num in [1, 2] {
            document.numbering.instances.insert(num, NumberingInstance { abstract_id: 7, overrides: Map::new() });
        }
        document
    }

    fn labels(document: &Document, items: &[(i32, u8)]) -> Vec<String> {
        let lists = Lists::new(document);
        let mut counters = Counters::default();
        items.iter().map(|(num, level)| lists.count(*num, *level, &mut counters).unwrap_or_default()).collect()
    }

    #[test]
    fn deeper_levels_restart_and_parents_show_in_their_format() {
        let items = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)];
        assert_eq!(labels(&document(), &items), ["第一章", "一.1", "一.2", "(a)", "第二章", "二.1"]);
    }

    #[test]
    fn legal_levels_are_decimal() {
        let mut document = document();
        if let Some(list) = document.numbering.abstracts.get_mut(&7) {
            list.levels.insert(1, Level { is_legal: true, ..level(1, "decimal", "%1.%2") });
        }
        assert_eq!(labels(&document, &[(1, 0), (1, 1)]), ["第一章", "1.1"]);
    }

    #[test]
    fn lists_of_one_definition_count_on_until_overridden() {
        let mut document = document();
        assert_eq!(labels(&document, &[(1, 0), (2, 0)]), ["第一章", "第二章"]);
        if let Some(instance) = document.numbering.instances.get_mut(&2) {
            instance.overrides.insert(0, (Some(1), None));
        }
        assert_eq!(labels(&document, &[(1, 0), (2, 0), (2, 0), (1, 0)]), ["第一章", "第一章", "第二章", "第三章"]);
    }

    #[test]
    fn skipped_parents_count_as_used() {
        assert_eq!(labels(&document(), &[(1, 1), (1, 0), (1, 1)]), ["一.1", "第二章", "二.1"]);
    }

    #[test]
    fn restart_can_be_switched_off() {
        let mut document = document();
        if let Some(list) = document.numbering.abstracts.get_mut(&7) {
            list.levels.insert(1, Level { restart: Some(0), ..level(1, "decimal", "%2.") });
        }
        assert_eq!(labels(&document, &[(1, 0), (1, 1), (1, 0), (1, 1)]), ["第一章", "1.", "第二章", "2."]);
    }

    #[test]
    fn unknown_lists_have_no_label() {
        assert_eq!(Lists::new(&document()).count(9, 0, &mut Counters::default()), None);
    }
}
