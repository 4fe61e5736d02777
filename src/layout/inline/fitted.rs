//! Boxes that stand in a line and fit their text: it is laid out before the line is, which takes them as tall as they become.

use super::text::{Atom, FittedBox, Text};
use crate::flow::{Graphic, InlineObject, TextBox};
use crate::layout::fragment::{Placed, Rect};
use crate::layout::{Context, Surroundings, float};

/// Fits the boxes in a paragraph's text (docs/word/boxes-fit-their-text.md).
pub(super) fn fit<'a>(context: &mut Context<'a>, text: &mut Text<'a>, surroundings: &Surroundings) {
    for index in 0..text.segments.len() {
        let Some(segment) = text.segments.get_mut(index) else { continue };
        let Some(Atom::Object(object)) = segment.atom else { continue };
        let Some((stated, graphic, text_box)) = fitting(object) else { continue };
        let mut rect = stated;
        let (inside, _) = float::lay_text_box(context, text_box, &mut rect, surroundings);
        let (x, y) = (stated.x, stated.y);
        let fitted = FittedBox {
            object,
            graphic: Graphic::Group(vec![(x, y, rect.width, rect.height, graphic.clone())]),
            height: object.height - stated.height + rect.height,
            text: inside.into_iter().map(|placed| Placed { x: placed.x + x, y: placed.y + y, ..placed }).collect(),
        };
        segment.atom = Some(Atom::Fitted(Box::new(fitted)));
        let width = object.width - stated.width + rect.width;
        for char in text.chars.iter_mut().filter(|char| char.segment as usize == index) {
            (char.natural, char.advance) = (width, width);
        }
    }
}

/// A box that fits its text, as it is stated: where it stands in the object, which may be larger by the room of its effects, and
/// its text.
fn fitting(object: &InlineObject) -> Option<(Rect, &Graphic, &TextBox)> {
    let whole = Rect { x: 0.0, y: 0.0, width: object.width, height: object.height };
    let (rect, graphic) = match &object.graphic {
        Graphic::Group(only) => match only.as_slice() {
            [(x, y, width, height, graphic)] => (Rect { x: *x, y: *y, width: *width, height: *height }, graphic),
            _ => return None,
        },
        graphic => (whole, graphic),
    };
    let Graphic::Shape(shape) = graphic else { return None };
    let text_box = shape.text.as_ref().filter(|text_box| text_box.auto_fit && text_box.direction.turns() == 0)?;
    Some((rect, graphic, text_box))
}
