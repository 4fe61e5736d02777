//! Pictures and shapes.

use super::build::{At, Builder};
use super::{Group, Item, Path, Picture, Stroke, Text, shape};
use crate::flow::{CharacterId, Graphic, Rgb, Shape};
use crate::layout::fragment::DrawingFragment;

/// Groups nested deeper than this are not drawn: no real drawing comes near, and a hostile one cannot exhaust the stack.
const DEEPEST: u32 = 32;

impl Builder<'_> {
    /// A floating drawing with its text.
    pub fn drawing(&mut self, drawing: &DrawingFragment, at: At) {
        self.linked(drawing.link, |builder| {
            builder.graphic(&drawing.graphic, drawing.width, drawing.height, &drawing.alt, at);
            let ground = fill_of(&drawing.graphic);
            let at = at.on(ground);
            builder.turned(drawing.turns, drawing.width, drawing.height, at, |builder, at| builder.all_blocks(&drawing.text, at));
        });
    }

    /// A graphic in a box.
    pub fn graphic(&mut self, graphic: &Graphic, width: f64, height: f64, alt: &str, at: At) {
        self.nested_graphic(graphic, width, height, alt, at, 0);
    }

    fn nested_graphic(&mut self, graphic: &Graphic, width: f64, height: f64, alt: &str, at: At, depth: u32) {
        match graphic {
            Graphic::Picture(picture) => self.over.push(Item::Picture(Picture {
                part: picture.part.clone(),
                x: at.x,
                y: at.y,
                width,
                height,
                crop: picture.crop,
                rotation: picture.rotation,
                flip_h: picture.flip_h,
                flip_v: picture.flip_v,
                alt: alt.to_owned(),
            })),
            Graphic::Shape(shape) => self.shape(shape, width, height, at),
            Graphic::Group(children) if depth < DEEPEST => {
                for (x, y, width, height, child) in children {
                    self.nested_graphic(child, *width, *height, alt, at.moved(*x, *y), depth + 1);
                }
            }
            Graphic::Group(_) => {}
            Graphic::Rule(color) => {
                let (y, color) = (at.y + height / 2.0, color.map_or(0xa0_a0a0, |Rgb(color)| color));
                let stroke = Stroke { x1: at.x, y1: y, x2: at.x + width, y2: y, width: height.clamp(0.5, 3.0), color, dash: Vec::new() };
                self.under.push(Item::Stroke(stroke));
            }
            Graphic::Chart(chart) => super::chart::paint(self, chart, width, height, at),
            Graphic::Placeholder(_) => {
                let d = shape::path("rect", width, height, at.x, at.y);
                self.under.push(Item::Path(Path {
                    d,
                    fill: Some(0xf2_f2f2),
                    stroke: Some(0xbf_bfbf),
                    stroke_width: 0.75,
                    dash: Vec::new(),
                }));
            }
        }
    }

    fn shape(&mut self, shape: &Shape, width: f64, height: f64, at: At) {
        if let Some((text, style)) = &shape.word_art {
            return self.word_art(shape, text, *style, width, height, at);
        }
        let open = shape::is_open(&shape.geometry);
        let fill = if open { None } else { shape.fill.map(|color| color.0) };
        let (stroke, stroke_width) = shape.line.map_or((None, 0.0), |(color, width)| (Some(color.0), width));
        if fill.is_none() && stroke.is_none() {
            return;
        }
        let (middle_x, middle_y) = (at.x + width / 2.0, at.y + height / 2.0);
        let turn = (shape.rotation % 360.0 != 0.0).then_some(Group::Turn { degrees: shape.rotation, x: middle_x, y: middle_y });
        let flips = (shape.flip_h, shape.flip_v);
        let d = shape::flipped(&shape.geometry, width, height, at.x, at.y, flips);
        self.within(turn, |builder| builder.under.push(Item::Path(Path { d, fill, stroke, stroke_width, dash: Vec::new() })));
    }
}

impl Builder<'_> {
    /// Text stretched over a shape's box (`v:textpath`), in one line.
    fn word_art(&mut self, shape: &Shape, text: &str, style: CharacterId, width: f64, height: f64, at: At) {
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
            color: shape.fill.map_or(0, |color| color.0),
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
        Graphic::Shape(shape) => shape.fill,
        _ => None,
    }
}
