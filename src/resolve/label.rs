//! List labels: the list a paragraph belongs to, and its label with the marker's own properties (word-layout 10.3).

use super::Resolver;
use super::cascade::Base;
use super::numbering::number_format;
use super::run::RunLayer;
use super::story::Story;
use super::toggle::Toggle;
use crate::flow::{Alignment, Label, LabelSuffix};
use crate::model::{Level, Paragraph};
use crate::numeral::NumberFormat;
use std::rc::Rc;

impl<'a> Resolver<'a, '_> {
    /// List, level, and whether the paragraph states them itself. `w:numId` 0 takes it out of the style's list.
    pub(super) fn list_of(&self, paragraph: &Paragraph, base: &Base<'a>) -> Option<(i32, u8, bool)> {
        let reference = paragraph.properties.numbering.as_ref();
        let stated = reference.is_some_and(|reference| reference.id.is_some() || reference.level.is_some());
        let by_style = base.list;
        if !stated {
            return by_style.map(|(num, level)| (num, level, false));
        }
        let num = reference.and_then(|reference| reference.id).or(by_style.map(|(num, _)| num))?;
        let level = reference.and_then(|reference| reference.level);
        let level = level.or(by_style.filter(|(by_style, _)| *by_style == num).map(|(_, level)| level)).unwrap_or(0);
        (num != 0).then_some((num, level, true))
    }

    /// The label, counted.
    pub(super) fn label(
        &mut self,
        list: Option<(i32, u8, bool)>,
        paragraph: &'a Paragraph,
        base: &Rc<Base<'a>>,
        story: &mut Story<'a>,
    ) -> Option<Label> {
        let (num, level, _) = list?;
        let definition = self.lists.level(num, level)?;
        let text = self.lists.count(num, level, &mut story.counters)?;
        let layer = self.marker_layer(paragraph, base, definition);
        let style = self.shared.pool.character(layer);
        let picture = definition.picture.and_then(|id| self.document.numbering.pictures.get(&id));
        let picture = picture.and_then(|drawing| self.bullet_picture(drawing, style, story));
        Some(Label {
            text,
            style,
            alignment: match definition.alignment.as_deref() {
                Some("right" | "end") => Alignment::Right,
                Some("center") => Alignment::Center,
                _ => Alignment::Left,
            },
            suffix: match definition.suffix.as_deref() {
                Some("space") => LabelSuffix::Space,
                Some("nothing") => LabelSuffix::Nothing,
                _ => LabelSuffix::Tab,
            },
            picture: picture.map(Box::new),
            list: (u32::try_from(num).unwrap_or(0), level),
            bullet: number_format(definition) == NumberFormat::None,
        })
    }

    /// Paragraph style, then the mark, then the level. Small capitals and kerning of the paragraph do not reach the
    /// marker, nor does the mark's underline.
    fn marker_layer(&mut self, paragraph: &'a Paragraph, base: &Rc<Base<'a>>, level: &Level) -> RunLayer {
        let (mark, _) = self.run_style(base, &paragraph.mark);
        let mut stated = self.cascade.character_named(level.run.style.as_deref(), &mut self.shared);
        stated.over(&RunLayer::new(&level.run, &self.shared.palette, &mut self.shared.pool));
        let mut layer = RunLayer { underline: None, kern: None, border: None, ..mark };
        layer.toggles.set(Toggle::SmallCaps, Some(false));
        layer.toggles.set(Toggle::Vanish, Some(false));
        layer.over(&stated);
        layer
    }
}
