//! Pictures and shapes.

use super::build::{At, Builder};
use super::shape::{Frame, data, rectangle, stroked};
use super::{Group, Item, Paint, Path, Picture, Stroke, Text};
use crate::flow::{self, CharacterId, Graphic, Rgb, Shape};
use crate::layout::fragment::{DrawingFragment, Fragment, Placed};

/// Groups nested deeper than this are not drawn: no real drawing comes near, and a hostile one cannot exhaust the stack.
const DEEPEST: u32 = 32;

/// Text that sticks out of its shape by no more is not cut: it may be the lower part of a line's box alone.
const OVERHANG: f64 = 6.0;

impl Builder<'_> {
    /// A floating drawing with its text.
    pub fn drawing(&mut self, drawing: &DrawingFragment, at: At) {
        self.linked(drawing.link, |builder| {
            builder.graphic(&drawing.graphic, drawing.width, drawing.height, &drawing.alt, at);
            let ground = fill_of(&drawing.graphic);
            let at = at.on(ground);
            let height = if drawing.turns == 0 { drawing.height } else { f64::INFINITY };
            builder.turned(drawing.turns, drawing.width, drawing.height, at, |builder, at| {
                builder.boxed_text(&drawing.text, (drawing.width, height), at);
            });
        });
    }

    /// The text of a shape, cut at the shape's foot where it is longer (docs/word/boxes-cut-their-text.md).
    pub(super) fn boxed_text(&mut self, text: &[Placed], (width, height): (f64, f64), at: At) {
        let foot = |placed: &Placed| match &placed.fragment {
            Fragment::Paragraph(paragraph) => placed.y + paragraph.height,
            Fragment::Table(table) => placed.y + table.height,
            Fragment::Drawing(_) | Fragment::Rule(_) => 0.0,
        };
        let is_longer = text.iter().any(|placed| foot(placed) > height + OVERHANG);
        let clip = is_longer.then_some(Group::Clip { x: at.x, y: at.y, width, height });
        self.within(clip, |builder| builder.all_blocks(text, at));
    }

    /// A graphic in a box.
    pub fn graphic(&mut self, graphic: &Graphic, width: f64, height: f64, alt: &str, at: At) {
        self.nested_graphic(graphic, width, height, alt, at, 0);
    }

    fn nested_graphic(&mut self, graphic: &Graphic, width: f64, height: f64, alt: &str, at: At, depth: u32) {
        match graphic {
            Graphic::Picture(picture) => self.picture(picture, width, height, alt, at),
            Graphic::Shape(shape) => self.shape(shape, width, height, at),
            Graphic::Group(children) if depth < DEEPEST => {
                let outer = self.ordered;
                // Pictures stand above all shapes of a sheet; among a group's children the order of the file counts.
                self.ordered |= children.iter().any(|(.., child)| matches!(child, Graphic::Picture(_)));
                for (x, y, width, height, child) in children {
                    self.nested_graphic(child, *width, *height, alt, at.moved(*x, *y), depth + 1);
                }
                self.ordered = outer;
            }
            Graphic::Group(_) => {}
            Graphic::Rule(color) => {
                let (y, color) = (at.y + height / 2.0, color.map_or(0xa0_a0a0, |Rgb(color)| color));
                let stroke = Stroke { x1: at.x, y1: y, x2: at.x + width, y2: y, width: height.clamp(0.5, 3.0), color, dash: Vec::new() };
                self.under.push(Item::Stroke(stroke));
            }
            Graphic::Chart(chart) => super::chart::paint(self, chart, width, height, at),
            Graphic::Placeholder(what) => self.placeholder(what, width, height, at),
        }
    }

    /// A picture, perhaps cut to a shape and with a line.
    fn picture(&mut self, picture: &flow::Picture, width: f64, height: f64, alt: &str, at: At) {
        let mut item = Picture {
            part: picture.part.clone(),
            svg: picture.svg.clone(),
            x: at.x,
            y: at.y,
            width,
            height,
            crop: picture.crop,
            rotation: picture.rotation,
            flip_h: picture.flip_h,
            flip_v: picture.flip_v,
            recolor: (&picture.recolor).into(),
            alt: alt.to_owned(),
        };
        if picture.line.is_none() && picture.cut.is_none() {
            return self.over.push(Item::Picture(item));
        }
        let frame = Frame { x: at.x, y: at.y, width, height, flips: (picture.flip_h, picture.flip_v) };
        item.rotation = 0.0;
        let d = match &picture.cut {
            Some(geometry) => geometry.outline(width, height).first().map(|outline| data(&outline.segments, &frame)).unwrap_or_default(),
            None => rectangle(at.x, at.y, width, height),
        };
        self.within(frame.turn(picture.rotation), |builder| {
            let clip = picture.cut.is_some().then(|| Group::Outline { d: d.clone() });
            builder.within(clip, |builder| builder.over.push(Item::Picture(item)));
            if let Some(line) = &picture.line {
                builder.over.push(Item::Path(stroked(Path { d, ..Path::default() }, line)));
            }
        });
    }

    /// A box that says what is missing.
    fn placeholder(&mut self, what: &str, width: f64, height: f64, at: At) {
        const SIZE: f64 = 9.0;
        let d = rectangle(at.x, at.y, width, height);
        let (fill, stroke) = (Some(Paint::Color(0xf2_f2f2)), Some(0xbf_bfbf));
        self.put(Item::Path(Path { d, fill, stroke, stroke_width: 0.75, ..Path::default() }));
        let Some(style) = self.flow.characters.first() else { return };
        let face = self.fonts.face_for(what.chars().next().unwrap_or(' '), style);
        let natural: f64 = what.chars().map(|c| self.fonts.get(self.fonts.face_for(c, style)).advance(c)).sum::<f64>() * SIZE;
        if natural + 6.0 > width || height < SIZE * 1.5 {
            return;
        }
        let (font, line) = (self.fonts_used.index(face, self.fonts, false), self.line);
        self.line += 1;
        self.over.push(Item::Text(Text {
            text: what.to_owned(),
            x: at.x + (width - natural) / 2.0,
            baseline: at.y + height / 2.0 + SIZE * 0.35,
            width: natural,
            font,
            size: SIZE,
            color: 0x73_7373,
            scale: 1.0,
            line,
            decoration: true,
            notice: true,
            ..Text::default()
        }));
    }

    /// Text stretched over a shape's box (`v:textpath`), in one line.
    pub(super) fn word_art(&mut self, shape: &Shape, text: &str, style: CharacterId, width: f64, height: f64, at: At) {
        /// Shares of the box: the em box, and where the baseline is.
        const EM: f64 = 1.0 / 0.95;
        const BASELINE: f64 = 0.86;
        let Some(style) = self.flow.characters.get(style.0 as usize) else { return };
        let size = height * EM;
        let face = self.fonts.face_for(text.chars().next().unwrap_or(' '), style);
        let natural: f64 = text.chars().map(|c| self.fonts.get(self.fonts.face_for(c, style)).advance(c)).sum::<f64>() * size;
        if natural <= 0.0 || width <= 0.0 {
            return;
        }
        let (font, line) = (self.fonts_used.index(face, self.fonts, false), self.line);
        self.line += 1;
        let item = Item::Text(Text {
            text: text.to_owned(),
            x: at.x,
            baseline: at.y + height * BASELINE,
            width,
            font,
            size,
            color: shape.fill.ink().map_or(0, |ink| ink.on_paper()),
            scale: width / natural,
            line,
            decoration: true,
            ..Text::default()
        });
        let (x, y) = (at.x + width / 2.0, at.y + height / 2.0);
        let turn = (shape.rotation % 360.0 != 0.0).then_some(Group::Turn { degrees: shape.rotation, x, y });
        self.within(turn, |builder| builder.over.push(item));
    }
}

fn fill_of(graphic: &Graphic) -> Option<Rgb> {
    match graphic {
        Graphic::Shape(shape) => shape.fill.ink().map(|ink| Rgb(ink.on_paper())),
        _ => None,
    }
}
