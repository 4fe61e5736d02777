//! Drawings (word-layout 9): EMU become points, anchors and wraps get their meaning, text boxes are stories of their own.
//! What is not drawn yet stays as a named box and leaves a warning.

use super::Resolver;
use super::color::parse_hex;
use super::content::Line;
use super::section::vertical_align;
use super::story::{Story, StoryKind};
use crate::diag::Place;
use crate::flow::{self, AnchorAt, AnchorBase, CharacterId, Float, Graphic, Inline, InlineObject, LinkId, TextDirection, WrapSide};
use crate::geometry::{Geometry, preset};
use crate::model::{Anchor, Drawing, DrawingContent, Position, PositionAt, Shape, TextBox, WordArt, Wrap};
use crate::units::Emu;
use std::sync::Arc;

/// A horizontal rule's height where none is stated (word-layout 9.6).
const RULE_HEIGHT: f64 = 1.5;
/// Boxes that one text runs through; each is laid out behind those before it.
const MOST_LINKED: usize = 100;
/// Wrap polygons are in parts of the extent (20.4.2.16).
const POLYGON_UNITS: f64 = 21_600.0;

/// A text that runs through several boxes, and width and height of those met so far.
pub(super) type Chain = (Arc<[flow::Block]>, Vec<(f64, f64)>);

impl<'a> Resolver<'a, '_> {
    /// Adds a drawing to the line: in it, or anchored there.
    pub(super) fn drawing(&mut self, drawing: &'a Drawing, style: CharacterId, line: &mut Line<'a>, story: &mut Story<'a>) {
        if drawing.hidden {
            return;
        }
        let link = self.drawing_link(drawing, story).or(self.link_here(line, story));
        let Some(anchor) = &drawing.anchor else {
            let object = self.inline_object(drawing, style, link, story);
            line.items.push(Inline::Object(Box::new(object)));
            return;
        };
        let (width, height) = size(drawing);
        let graphic = self.graphic(drawing, width, height, story);
        let float = Float { width, height, graphic, alt: drawing.alt.clone(), link, ..float(anchor, &drawing.effect) };
        let float = if lies_on_its_side(&drawing.content) { laid_on_its_side(float) } else { float };
        line.items.push(Inline::Anchor(Box::new(float)));
    }

    /// A list's picture bullet, at its stated size.
    pub(super) fn bullet_picture(&mut self, drawing: &'a Drawing, style: CharacterId, story: &mut Story<'a>) -> Option<InlineObject> {
        (!drawing.hidden).then(|| self.inline_object(drawing, style, None, story))
    }

    fn inline_object(&mut self, drawing: &'a Drawing, style: CharacterId, link: Option<LinkId>, story: &mut Story<'a>) -> InlineObject {
        let (width, height) = size(drawing);
        let alt = drawing.alt.clone();
        if let DrawingContent::Rule { percent, color, .. } = &drawing.content {
            let width_share = if width > 0.0 && *percent <= 0.0 { 0.0 } else { share_of_column(*percent) };
            let height = if height > 0.0 { height } else { RULE_HEIGHT };
            return InlineObject { width, width_share, height, style, graphic: Graphic::Rule(parse_hex(color)), alt, link };
        }
        let mut graphic = self.graphic(drawing, width, height, story);
        let (mut width, mut height) = (width, height);
        if lies_on_its_side(&drawing.content) {
            graphic = on_its_side(graphic, width, height);
            (width, height) = (height, width);
        }
        // The effects' extent takes room in the line too, and the drawing stands inside it.
        let [left, top, right, bottom] = drawing.effect.map(|side| Emu(side.0.max(0)).pt());
        if left + top + right + bottom <= 0.0 {
            return InlineObject { width, width_share: 0.0, height: whole_twips(height), style, graphic, alt, link };
        }
        let graphic = Graphic::Group(vec![(left, top, width, height, graphic)]);
        let (width, height) = (width + left + right, whole_twips(height + top + bottom));
        InlineObject { width, width_share: 0.0, height, style, graphic, alt, link }
    }

    fn drawing_link(&mut self, drawing: &Drawing, story: &Story<'a>) -> Option<LinkId> {
        let address = drawing.link.as_deref()?;
        self.link(Some(address), None, None, story.part)
    }

    /// What a drawing of this size shows.
    fn graphic(&mut self, drawing: &'a Drawing, width: f64, height: f64, story: &mut Story<'a>) -> Graphic {
        match &drawing.content {
            DrawingContent::Picture(picture) => match &picture.part {
                Some(part) => Graphic::Picture(Box::new(flow::Picture {
                    part: part.clone(),
                    svg: picture.svg.clone().unwrap_or_default(),
                    recolor: picture.recolor.clone(),
                    line: picture.line.clone(),
                    cut: if picture.geometry == "rect" { None } else { preset(&picture.geometry, &[]).map(Arc::new) },
                    crop: picture.crop,
                    rotation: picture.rotation,
                    flip_h: picture.flip_h,
                    flip_v: picture.flip_v,
                })),
                None => self.placeholder(if picture.external.is_some() { "external picture" } else { "missing picture" }, story),
            },
            DrawingContent::Shape(shape) => Graphic::Shape(Box::new(self.shape(shape, width, height, story))),
            DrawingContent::Group { space, children } => self.group(*space, children, width, height, story),
            DrawingContent::Rule { color, .. } => Graphic::Rule(parse_hex(color)),
            DrawingContent::Chart(Some(chart)) => Graphic::Chart(Arc::clone(chart)),
            DrawingContent::Chart(None) => self.placeholder("chart", story),
            DrawingContent::Diagram => self.placeholder("diagram", story),
            DrawingContent::Unknown => {
                let name = if drawing.name.is_empty() { "drawing" } else { &drawing.name };
                self.placeholder(name, story)
            }
        }
    }

    fn placeholder(&mut self, what: &str, story: &Story<'a>) -> Graphic {
        self.warnings.add("not-drawn", Place::part(story.part), format!("A drawing is shown as an empty box: {what}."));
        Graphic::Placeholder(what.to_owned())
    }

    /// Children in the group's own space, scaled to its extent.
    fn group(&mut self, space: [Emu; 4], children: &'a [(Emu, Emu, Drawing)], width: f64, height: f64, story: &mut Story<'a>) -> Graphic {
        if !self.enter("group", story.part) {
            return self.placeholder("group", story);
        }
        let [left, top, own_width, own_height] = space.map(Emu::pt);
        let scale = |extent: f64, own: f64| if own > 0.0 { extent / own } else { 1.0 };
        let (across, down) = (scale(width, own_width), scale(height, own_height));
        let placed = children.iter().filter(|(.., child)| !child.hidden).map(|(x, y, child)| {
            let (width, height) = size(child);
            let (width, height) = (width * across, height * down);
            ((x.pt() - left) * across, (y.pt() - top) * down, width, height, self.graphic(child, width, height, story))
        });
        let placed = placed.collect();
        self.leave();
        Graphic::Group(placed)
    }

    fn shape(&mut self, shape: &'a Shape, width: f64, height: f64, story: &mut Story<'a>) -> flow::Shape {
        let geometry = self.geometry(shape, story);
        let mut text = shape.text.as_ref().and_then(|text| self.text_box(text, story));
        if let Some(text) = &mut text
            && shape.text.as_ref().is_some_and(|stated| !stated.placed)
            && let Some([left, top, right, bottom]) = geometry.text_box(width, height)
        {
            // The geometry's box for text lies within the shape (20.1.9.22).
            for (inset, more) in text.insets.iter_mut().zip([left, top, width - right, height - bottom]) {
                *inset += more.max(0.0);
            }
        }
        if let (Some(stated), Some(text)) = (&shape.text, &mut text) {
            self.chain(stated, text, width, height);
        }
        flow::Shape {
            geometry,
            fill: shape.fill.clone(),
            line: shape.line.clone(),
            effects: shape.effects,
            rotation: shape.rotation,
            flip_h: shape.flip_h,
            flip_v: shape.flip_v,
            text,
            word_art: shape.word_art.as_ref().and_then(|art| self.word_art(art)),
        }
    }

    /// Boxes that one text runs through, in the order of the document: each shares the text of the first.
    fn chain(&mut self, stated: &TextBox, own: &mut flow::TextBox, width: f64, height: f64) {
        if let Some((blocks, before)) = stated.goes_on.as_ref().and_then(|name| self.chains.get(name)) {
            (own.blocks, own.chain) = (Arc::clone(blocks), Some(before.clone()));
        }
        if let Some(rest) = &stated.rest {
            let [left, top, right, bottom] = own.insets;
            let mut boxes = own.chain.get_or_insert_default().clone();
            if boxes.len() < MOST_LINKED {
                let inside = (width - left - right, height - top - bottom);
                boxes.push(if own.direction == TextDirection::Horizontal { inside } else { (inside.1, inside.0) });
            }
            self.chains.insert(rest.clone(), (Arc::clone(&own.blocks), boxes));
        }
    }

    /// A shape's outline: its own, else the preset's; of one that is not known a rectangle, and a warning.
    fn geometry(&mut self, shape: &Shape, story: &Story<'a>) -> Arc<Geometry> {
        if let Some(own) = &shape.own_geometry {
            return Arc::clone(own);
        }
        let known = preset(&shape.geometry, &shape.adjust);
        if known.is_none() && !shape.geometry.is_empty() {
            let name: String = shape.geometry.chars().take(40).collect();
            self.warnings.add(
                "approximated",
                Place::part(story.part),
                format!("A shape of a kind that is not known is drawn as a box: {name}."),
            );
        }
        Arc::new(known.or_else(|| preset("rect", &[])).unwrap_or_default())
    }

    /// WordArt has a font of its own; its other properties show nothing.
    fn word_art(&mut self, art: &WordArt) -> Option<(String, CharacterId)> {
        let mut style = self.shared.pool.style(CharacterId(0))?.clone();
        if !art.font.is_empty() {
            let family = self.shared.pool.family(&art.font);
            style.fonts = flow::FontSlots { ascii: family, h_ansi: family, east_asia: family, cs: family, hint_east_asia: false };
        }
        (style.bold, style.italic) = (art.bold, art.italic);
        Some((art.text.clone(), self.shared.pool.own_character(style)))
    }

    fn text_box(&mut self, text: &'a TextBox, story: &mut Story<'a>) -> Option<flow::TextBox> {
        if !self.enter("text box", story.part) {
            return None;
        }
        let mut inner = Story::new(StoryKind::TextBox, story.part, story.section, &text.blocks);
        inner.counters = std::mem::take(&mut self.box_counters);
        let blocks = self.blocks(&text.blocks, &mut inner);
        self.box_counters = inner.counters;
        self.leave();
        Some(flow::TextBox {
            insets: text.insets,
            auto_fit: text.auto_fit,
            anchor: vertical_align(Some(&text.anchor)),
            direction: match text.direction.as_str() {
                "eaVert" | "vert" | "wordArtVert" | "mongolianVert" => TextDirection::TopToBottom,
                "vert270" => TextDirection::BottomToTop,
                _ => TextDirection::Horizontal,
            },
            wrap: text.wrap,
            blocks: blocks.into(),
            chain: None,
        })
    }
}

fn size(drawing: &Drawing) -> (f64, f64) {
    (drawing.width.pt().max(0.0), drawing.height.pt().max(0.0))
}

/// Whether a drawing is turned so far that its box lies on its side (docs/word/turned-drawings.md).
fn lies_on_its_side(content: &DrawingContent) -> bool {
    let turn = match content {
        DrawingContent::Picture(picture) => picture.rotation,
        DrawingContent::Shape(shape) => shape.rotation,
        _ => 0.0,
    };
    (45.0..135.0).contains(&turn.rem_euclid(180.0))
}

/// A graphic of this size in the middle of a box that lies on its side.
fn on_its_side(graphic: Graphic, width: f64, height: f64) -> Graphic {
    Graphic::Group(vec![((height - width) / 2.0, (width - height) / 2.0, width, height, graphic)])
}

/// A float whose box lies on its side: an offset says where the box would stand upright, and an outline turns with it.
fn laid_on_its_side(float: Float) -> Float {
    let Float { width, height, .. } = float;
    let by = |at: AnchorAt, more: f64| if let AnchorAt::Offset(offset) = at { AnchorAt::Offset(offset + more) } else { at };
    let turned = |corners: Vec<(f64, f64)>| corners.into_iter().map(|(x, y)| (1.0 - y, x)).collect();
    Float {
        width: height,
        height: width,
        horizontal: (float.horizontal.0, by(float.horizontal.1, (width - height) / 2.0)),
        vertical: (float.vertical.0, by(float.vertical.1, (height - width) / 2.0)),
        wrap: match float.wrap {
            flow::Wrap::Tight(side, corners) => flow::Wrap::Tight(side, turned(corners)),
            flow::Wrap::Through(side, corners) => flow::Wrap::Through(side, turned(corners)),
            other => other,
        },
        graphic: on_its_side(float.graphic, width, height),
        ..float
    }
}

/// The height that a drawing takes in its line: whole twips (docs/word/inline-heights-in-twips.md).
fn whole_twips(height: f64) -> f64 {
    // The tenth of a thousandth takes up what adding decimal fractions leaves.
    (height * 20.0 + 1e-4).floor() / 20.0
}

fn share_of_column(percent: f64) -> f64 {
    if percent > 0.0 { (percent / 100.0).min(1.0) } else { 1.0 }
}

/// The float's place and wrap; what it shows is the caller's.
fn float(anchor: &Anchor, effect: &[Emu; 4]) -> Float {
    let wrap = wrap(&anchor.wrap);
    // Text keeps away from the effects' extent too (word-layout 9.4).
    let mut distance = anchor.distance.map(|side| side.pt().max(0.0));
    if wrap != flow::Wrap::None {
        for (side, effect) in distance.iter_mut().zip(effect) {
            *side += effect.pt().max(0.0);
        }
    }
    Float {
        width: 0.0,
        height: 0.0,
        relative_width: relative_size(anchor.relative_width.as_ref()),
        relative_height: relative_size(anchor.relative_height.as_ref()),
        horizontal: place(&anchor.horizontal, AnchorBase::Column),
        vertical: place(&anchor.vertical, AnchorBase::Paragraph),
        wrap,
        distance,
        behind: anchor.behind,
        z: anchor.z,
        in_cell: anchor.in_cell,
        overlap: anchor.overlap,
        graphic: Graphic::Group(Vec::new()),
        alt: String::new(),
        link: None,
    }
}

/// 0 % means the stated extent.
fn relative_size(stated: Option<&(String, i64)>) -> Option<(AnchorBase, f64)> {
    let (base, thousandths) = stated?;
    (*thousandths > 0).then(|| (anchor_base(base, AnchorBase::Page), *thousandths as f64 / 100_000.0))
}

fn place(position: &Position, usual: AnchorBase) -> (AnchorBase, AnchorAt) {
    let at = match &position.at {
        PositionAt::Offset(offset) => AnchorAt::Offset(offset.pt()),
        PositionAt::Percent(thousandths) => AnchorAt::Share(*thousandths as f64 / 100_000.0),
        PositionAt::Align(align) => match align.as_str() {
            "center" => AnchorAt::Center,
            "right" | "bottom" => AnchorAt::End,
            "inside" => AnchorAt::Inside,
            "outside" => AnchorAt::Outside,
            _ => AnchorAt::Start,
        },
    };
    (anchor_base(&position.relative_to, usual), at)
}

fn anchor_base(name: &str, usual: AnchorBase) -> AnchorBase {
    match name {
        "page" => AnchorBase::Page,
        "margin" => AnchorBase::Margin,
        "column" | "text" => AnchorBase::Column,
        "character" | "char" => AnchorBase::Character,
        "paragraph" => AnchorBase::Paragraph,
        "line" => AnchorBase::Line,
        "leftMargin" => AnchorBase::LeftMargin,
        "rightMargin" => AnchorBase::RightMargin,
        "topMargin" => AnchorBase::TopMargin,
        "bottomMargin" => AnchorBase::BottomMargin,
        "insideMargin" => AnchorBase::InsideMargin,
        "outsideMargin" => AnchorBase::OutsideMargin,
        _ => usual,
    }
}

fn wrap(stated: &Wrap) -> flow::Wrap {
    let side = |name: &str| match name {
        "left" => WrapSide::Left,
        "right" => WrapSide::Right,
        "largest" => WrapSide::Largest,
        _ => WrapSide::Both,
    };
    match stated {
        Wrap::None => flow::Wrap::None,
        Wrap::Square(name) => flow::Wrap::Square(side(name)),
        Wrap::Tight(name, points) if points.len() > 2 => flow::Wrap::Tight(side(name), corners(points)),
        Wrap::Through(name, points) if points.len() > 2 => flow::Wrap::Through(side(name), corners(points)),
        Wrap::Tight(name, _) | Wrap::Through(name, _) => flow::Wrap::Square(side(name)),
        Wrap::TopAndBottom => flow::Wrap::TopAndBottom,
    }
}

/// An outline's corners as shares of its drawing's extent.
fn corners(points: &[(i64, i64)]) -> Vec<(f64, f64)> {
    points.iter().map(|(x, y)| (*x as f64 / POLYGON_UNITS, *y as f64 / POLYGON_UNITS)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_bases_and_shares() {
        let position = |relative_to: &str, at| Position { relative_to: relative_to.into(), at };
        let page = position("page", PositionAt::Offset(Emu(914_400)));
        assert_eq!(place(&page, AnchorBase::Column), (AnchorBase::Page, AnchorAt::Offset(72.0)));
        let middle = position("", PositionAt::Align("center".into()));
        assert_eq!(place(&middle, AnchorBase::Column), (AnchorBase::Column, AnchorAt::Center));
        let share = position("margin", PositionAt::Percent(25_000));
        assert_eq!(place(&share, AnchorBase::Column), (AnchorBase::Margin, AnchorAt::Share(0.25)));
    }

    #[test]
    fn effects_widen_the_wrap_only() {
        let effect = [Emu(12_700); 4];
        let square = Anchor { wrap: Wrap::Square(String::new()), distance: [Emu(114_300); 4], ..Anchor::default() };
        assert_eq!(float(&square, &effect).distance, [10.0; 4]);
        let free = Anchor { wrap: Wrap::None, ..square };
        assert_eq!(float(&free, &effect).distance, [9.0; 4]);
    }

    #[test]
    fn outlines_without_points_are_boxes() {
        assert_eq!(wrap(&Wrap::Tight("right".into(), Vec::new())), flow::Wrap::Square(WrapSide::Right));
        let corners = vec![(0, 0), (21_600, 0), (0, 10_800)];
        assert_eq!(
            wrap(&Wrap::Through(String::new(), corners)),
            flow::Wrap::Through(WrapSide::Both, vec![(0.0, 0.0), (1.0, 0.0), (0.0, 0.5)])
        );
    }

    #[test]
    fn relative_sizes_of_nothing_are_none() {
        assert_eq!(relative_size(Some(&("page".into(), 0))), None);
        assert_eq!(relative_size(Some(&("margin".into(), 50_000))), Some((AnchorBase::Margin, 0.5)));
    }
}
