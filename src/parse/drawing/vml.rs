//! VML shapes, pictures, groups and rules (Part 4, 14.1).

use super::color::{vml_color, vml_ink};
use super::text_box::content;
use super::vml_fill::{fill, line, shadow, stroke};
use super::vml_path::ShapeType;
use super::vml_position::{anchor, wrap};
use super::vml_style::{Style, fraction, is_true, length};
use crate::error::Result;
use crate::look::{Fill, Ink, Recolor};
use crate::model::{Drawing, DrawingContent, Picture, Shape, TextBox, WordArt};
use crate::numeral::parse_decimal;
use crate::parse::context::{Context, Nesting};
use crate::units::Emu;
use crate::xml::{Element, Ns, Reader};
use std::sync::Arc;

/// Reads a VML element; none where it shows nothing by itself.
pub(super) fn drawing<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>) -> Result<Option<Box<Drawing>>> {
    if element.is(Ns::V, "shapetype") {
        ShapeType::read(reader, element, cx)?;
        return Ok(None);
    }
    if !is_shape(element) {
        return Ok(None);
    }
    cx.charge::<(Drawing, Shape)>()?;
    let style = element.plain("style").unwrap_or_default();
    let style = Style::parse(&style);
    let mut drawing = Box::new(Drawing {
        width: style.length("width").unwrap_or_default(),
        height: style.length("height").unwrap_or_default(),
        anchor: anchor(element, &style),
        ..Drawing::default()
    });
    if let Some(rule) = rule(element, &style) {
        drawing.content = rule;
        return Ok(Some(drawing));
    }
    shown(reader, element, cx, &style, &mut drawing)?;
    Ok(Some(drawing))
}

fn is_shape(element: &Element<'_>) -> bool {
    const SHAPES: [&str; 11] = ["shape", "rect", "roundrect", "oval", "line", "polyline", "curve", "arc", "image", "group", "diagram"];
    element.ns == Ns::V && SHAPES.contains(&element.name)
}

/// What a shape or group shows, and what it is called.
fn shown<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, style: &Style<'_>, to: &mut Drawing) -> Result<()> {
    to.name = element.plain("id").unwrap_or_default().into_owned();
    to.alt = element.plain("alt").unwrap_or_default().into_owned();
    to.hidden = style.get("visibility") == Some("hidden");
    to.link = element.plain("href").map(|link| link.into_owned()).filter(|link| !link.is_empty());
    if element.name == "group" { group(reader, element, cx, to) } else { shape(reader, element, cx, style, to) }
}

/// `o:hr`: a rule across the column. Without a percentage and a width it takes all of it.
fn rule(element: &Element<'_>, style: &Style<'_>) -> Option<DrawingContent> {
    if !element.get(Ns::O, "hr").is_some_and(|value| is_true(&value)) {
        return None;
    }
    let stated = element.get(Ns::O, "hrpct").and_then(|value| parse_decimal(&value)).filter(|tenths| *tenths > 0.0);
    let has_width = style.length("width").is_some_and(|width| width.0 > 0);
    Some(DrawingContent::Rule {
        percent: stated.map_or(if has_width { 0.0 } else { 100.0 }, |tenths| (tenths / 10.0).min(100.0)),
        alignment: element.get(Ns::O, "hralign").map_or_else(|| "left".to_owned(), |value| value.into_owned()),
        color: element.plain("fillcolor").and_then(|value| vml_color(&value)).unwrap_or_else(|| "A0A0A0".to_owned()),
    })
}

/// `v:group`: its children in the coordinates that it states.
fn group<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<()> {
    if cx.nesting.groups >= Nesting::GROUPS {
        cx.warn("not-drawn", "Drawings are grouped too deep to be shown.");
        return Ok(());
    }
    cx.nesting.groups += 1;
    let origin = pair(&parent.plain("coordorigin").unwrap_or_default()).unwrap_or((0, 0));
    let size = pair(&parent.plain("coordsize").unwrap_or_default()).unwrap_or((1000, 1000));
    let mut children = Vec::new();
    while let Some(element) = reader.child(parent)? {
        if element.is(Ns::W10, "wrap") {
            if let Some(anchor) = &mut to.anchor {
                wrap(&element, parent, anchor);
            }
        } else if element.is(Ns::V, "shapetype") {
            ShapeType::read(reader, &element, cx)?;
        } else if is_shape(&element) {
            cx.charge::<(Drawing, Shape)>()?;
            let style = element.plain("style").unwrap_or_default();
            let style = Style::parse(&style);
            let number = |name: &str| Emu(style.number(name).unwrap_or(0));
            let (mut left, mut top) = (number("left"), number("top"));
            let mut child = Drawing { width: number("width"), height: number("height"), ..Drawing::default() };
            // A line that runs left or up.
            let mut turned = (false, false);
            if element.name == "line" {
                let end = |name: &str| pair(&element.plain(name).unwrap_or_default()).unwrap_or((0, 0));
                let ((x1, y1), (x2, y2)) = (end("from"), end("to"));
                (left, top) = (Emu(x1.min(x2)), Emu(y1.min(y2)));
                (child.width, child.height) = (Emu((x2 - x1).abs()), Emu((y2 - y1).abs()));
                turned = (x2 < x1, y2 < y1);
            }
            shown(reader, &element, cx, &style, &mut child)?;
            if let DrawingContent::Shape(shape) = &mut child.content {
                shape.flip_h ^= turned.0;
                shape.flip_v ^= turned.1;
            }
            children.push((left, top, child));
        }
    }
    cx.nesting.groups -= 1;
    to.content = DrawingContent::Group { space: [Emu(origin.0), Emu(origin.1), Emu(size.0), Emu(size.1)], children };
    Ok(())
}

/// `x,y` in a group's coordinates.
fn pair(value: &str) -> Option<(i64, i64)> {
    let (x, y) = value.split_once(',')?;
    let number = |text: &str| parse_decimal(text.trim()).map(|number| number.clamp(-1e9, 1e9) as i64);
    Some((number(x).unwrap_or(0), number(y).unwrap_or(0)))
}

/// A shape that is no group: a picture where it has one, else its outline and text.
fn shape<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, style: &Style<'_>, to: &mut Drawing) -> Result<()> {
    let mut own = ShapeType::of(parent);
    let base = parent.plain("type").and_then(|name| cx.shape_types.get(name.trim_start_matches('#')).cloned()).unwrap_or_default();
    let mut shape = Box::new(outline(parent, style, &base));
    let mut picture = None;
    if parent.name == "line" && to.width.0 == 0 && to.height.0 == 0 {
        line_extent(parent, to, &mut shape);
    }
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::V, "imagedata") => picture = Some(imagedata(&element, cx, &shape)),
            (Ns::V, "fill") => fill(&element, cx, &mut shape),
            (Ns::V, "shadow") => shape.effects.shadow = shadow(&element),
            (Ns::V, "stroke") => stroke(&element, &mut shape),
            (Ns::V, "textbox") => shape.text = Some(linked(parent, text_box(reader, &element, cx, style)?)),
            (Ns::V, "textpath") => shape.word_art = word_art(&element),
            (Ns::W10, "wrap") => {
                if let Some(anchor) = &mut to.anchor {
                    wrap(&element, parent, anchor);
                }
            }
            _ => {
                own.child(reader, &element)?;
            }
        }
    }
    if parent.name == "polyline" || parent.name == "curve" {
        polyline(parent, to, &mut own);
    }
    shape.own_geometry = own.over(&base).geometry(cx)?.map(Arc::new);
    to.content = match picture {
        Some(picture) if shape.text.is_none() => {
            DrawingContent::Picture(Box::new(Picture { line: shape.line.filter(|_| has_border(parent)), ..picture }))
        }
        _ => DrawingContent::Shape(shape),
    };
    Ok(())
}

/// What a shape's own attributes say. A shape is white with a black line of 0.75 pt unless it says otherwise
/// (word-layout 9.6); the types of pictures and of connectors say so.
fn outline(element: &Element<'_>, style: &Style<'_>, base: &ShapeType) -> Shape {
    let kind = element.plain("type").and_then(|kind| kind.rsplit_once("_t")?.1.parse::<u32>().ok()).unwrap_or(0);
    let flag = |name: &str, base: Option<bool>, usual: bool| element.plain(name).map_or(base.unwrap_or(usual), |value| is_true(&value));
    let is_line = matches!(element.name, "line" | "polyline" | "arc" | "curve") || matches!(kind, 20 | 32..=40);
    let filled = flag("filled", base.filled, !is_line && kind != 75);
    let stroked = flag("stroked", base.stroked, kind != 75 && element.name != "image");
    let color = |name: &str, usual: u32| element.plain(name).and_then(|value| vml_ink(&value)).unwrap_or(usual);
    let opacity = element.plain("opacity").and_then(|value| fraction(&value)).map_or(1.0, |share| share.clamp(0.0, 1.0));
    let width = element.plain("strokeweight").and_then(|value| length(&value)).unwrap_or(Emu(9525)).pt();
    let flip = style.get("flip").unwrap_or_default();
    // The preset counts its corners' radius in the same share of the shorter side.
    let arc = element.plain("arcsize").and_then(|value| fraction(&value)).map(|share| ("adj".to_owned(), (share * 100_000.0) as i64));
    Shape {
        geometry: geometry(element.name, kind).to_owned(),
        adjust: arc.filter(|_| element.name == "roundrect").into_iter().collect(),
        fill: if filled { Fill::Solid(Ink { rgb: color("fillcolor", 0xFF_FFFF), alpha: opacity }) } else { Fill::None },
        line: stroked.then(|| line(color("strokecolor", 0), width)),
        rotation: style.get("rotation").and_then(degrees).unwrap_or(0.0),
        flip_h: flip.contains('x'),
        flip_v: flip.contains('y'),
        ..Shape::default()
    }
}

/// Degrees, or with `fd` in 1/65536 of one.
fn degrees(value: &str) -> Option<f64> {
    let turn = match value.strip_suffix("fd") {
        Some(parts) => parse_decimal(parts)? / 65_536.0,
        None => parse_decimal(value)?,
    };
    turn.is_finite().then_some(turn)
}

/// The DrawingML name nearest to a VML shape or shape type ([MS-ODRAW] 2.4.24 MSOSPT).
fn geometry(name: &str, kind: u32) -> &'static str {
    match (name, kind) {
        ("rect" | "image", _) | (_, 1 | 75 | 202) => "rect",
        ("roundrect", _) | (_, 2) => "roundRect",
        ("oval", _) | (_, 3) => "ellipse",
        ("line", _) | (_, 20 | 32) => "line",
        ("arc", _) | (_, 19) => "arc",
        (_, 4) => "diamond",
        (_, 5) => "triangle",
        (_, 6) => "rtTriangle",
        (_, 7) => "parallelogram",
        (_, 8) => "trapezoid",
        (_, 9) => "hexagon",
        (_, 10) => "octagon",
        (_, 11) => "plus",
        (_, 12) => "star5",
        (_, 13) => "rightArrow",
        (_, 15) => "homePlate",
        (_, 16) => "cube",
        (_, 22) => "can",
        (_, 33..=34) => "bentConnector3",
        (_, 66) => "leftArrow",
        (_, 67) => "downArrow",
        (_, 68) => "upArrow",
        (_, 69) => "leftRightArrow",
        (_, 61) => "wedgeRectCallout",
        (_, 62) => "wedgeRoundRectCallout",
        (_, 63) => "wedgeEllipseCallout",
        (_, 85) => "leftBracket",
        (_, 86) => "rightBracket",
        (_, 87) => "leftBrace",
        (_, 88) => "rightBrace",
        (_, 109) => "flowChartProcess",
        (_, 110) => "flowChartDecision",
        (_, 114) => "flowChartDocument",
        (_, 116) => "flowChartTerminator",
        _ => "",
    }
}

/// `v:line` without a size: from `from` to `to`.
fn line_extent(element: &Element<'_>, to: &mut Drawing, shape: &mut Shape) {
    let end = |name: &str| {
        let value = element.plain(name).unwrap_or_default();
        let (x, y) = value.split_once(',').unwrap_or(("0", "0"));
        (length(x).unwrap_or_default().0, length(y).unwrap_or_default().0)
    };
    let ((x1, y1), (x2, y2)) = (end("from"), end("to"));
    (to.width, to.height) = (Emu((x2 - x1).abs()), Emu((y2 - y1).abs()));
    shape.flip_h ^= x2 < x1;
    shape.flip_v ^= y2 < y1;
    if let Some(anchor) = &mut to.anchor {
        use crate::model::PositionAt::Offset;
        if let Offset(offset) = &mut anchor.horizontal.at {
            offset.0 += x1.min(x2);
        }
        if let Offset(offset) = &mut anchor.vertical.at {
            offset.0 += y1.min(y2);
        }
    }
}

/// `v:imagedata`.
fn imagedata(element: &Element<'_>, cx: &mut Context<'_>, shape: &Shape) -> Picture {
    let id = Context::id(element, "id").or_else(|| element.get(Ns::O, "relid").map(|id| id.into_owned()));
    let link = Context::id(element, "href").or_else(|| id.clone());
    let side = |name: &str| element.plain(name).and_then(|value| fraction(&value)).unwrap_or(0.0);
    Picture {
        part: id.and_then(|id| cx.related_part(&id)),
        external: link.and_then(|id| cx.relationships.get(&id)?.external.clone()),
        crop: [side("cropleft"), side("croptop"), side("cropright"), side("cropbottom")],
        svg: None,
        recolor: imagedata_recolor(element),
        line: None,
        geometry: String::new(),
        rotation: shape.rotation,
        flip_h: shape.flip_h,
        flip_v: shape.flip_v,
    }
}

/// `gain`, `blacklevel`, `grayscale`, `bilevel`, `chromakey` of `v:imagedata` (14.1.2.11).
fn imagedata_recolor(element: &Element<'_>) -> Recolor {
    let mut to = Recolor::default();
    let share = |name: &str| element.plain(name).and_then(|value| fraction(&value));
    let on = |name: &str| element.plain(name).is_some_and(|value| is_true(&value));
    let (gain, black) = (share("gain").unwrap_or(1.0), share("blacklevel").unwrap_or(0.0));
    to.gain(gain, black);
    if on("grayscale") || on("bilevel") {
        to.duotone(0, 0xFF_FFFF);
    }
    if on("bilevel") {
        to.threshold = Some(0.5);
    }
    to.clear = element.plain("chromakey").and_then(|value| vml_ink(&value));
    to
}

/// A picture's line is drawn where it asks for one: the type of pictures has none.
fn has_border(element: &Element<'_>) -> bool {
    element.plain("stroked").is_some_and(|value| is_true(&value))
}

/// `v:polyline`: its points are lengths in the space around it, and its extent follows from them.
fn polyline(element: &Element<'_>, to: &mut Drawing, own: &mut ShapeType) {
    /// More than anyone draws by hand.
    const MOST_POINTS: usize = 10_000;
    let stated = element.plain("points").unwrap_or_default();
    let numbers: Vec<f64> = stated
        .split([',', ' '])
        .filter(|word| !word.is_empty())
        .take(2 * MOST_POINTS)
        .map(|word| length(word).unwrap_or_default().pt())
        .collect();
    let points: Vec<(f64, f64)> = numbers.as_chunks::<2>().0.iter().map(|[x, y]| (*x, *y)).collect();
    let bounds = |of: fn(&(f64, f64)) -> f64| {
        let all = points.iter().map(of);
        (all.clone().fold(f64::INFINITY, f64::min), all.fold(f64::NEG_INFINITY, f64::max))
    };
    let ((left, right), (top, bottom)) = (bounds(|point| point.0), bounds(|point| point.1));
    if points.len() < 2 || right <= left || bottom <= top {
        return;
    }
    if to.width.0 == 0 && to.height.0 == 0 {
        let emu = |points: f64| Emu((points * 12_700.0).round() as i64);
        (to.width, to.height) = (emu(right - left), emu(bottom - top));
    }
    let hundredths = |points: f64| (points * 100.0).round();
    own.origin = Some((hundredths(left), hundredths(top)));
    own.size = Some((hundredths(right - left), hundredths(bottom - top)));
    let words = points.iter().map(|(x, y)| format!("{},{}", hundredths(*x) as i64, hundredths(*y) as i64));
    own.path = words.enumerate().map(|(index, point)| format!("{}{point}", if index == 0 { "m" } else { "l" })).collect::<String>() + "e";
}

/// `v:textpath`: the text of WordArt, such as a watermark.
fn word_art(element: &Element<'_>) -> Option<WordArt> {
    let text = element.plain("string")?.into_owned();
    let style = element.plain("style").unwrap_or_default();
    let style = Style::parse(&style);
    let font = style.get("font-family").unwrap_or_default().trim_matches(['"', '\'']).to_owned();
    let is = |name: &str, value: &str| style.get(name) == Some(value);
    Some(WordArt { text, font, bold: is("font-weight", "bold"), italic: is("font-style", "italic") })
}

/// A box whose text goes on in the shape that it names, or that shows the rest of another's: it has none of its own then. Word
/// names a box itself where its text does not go on.
fn linked(shape: &Element<'_>, mut text: TextBox) -> TextBox {
    let id = shape.plain("id").unwrap_or_default();
    text.rest = text.rest.filter(|next| *next != id);
    text.goes_on = text.blocks.is_empty().then(|| id.into_owned());
    text
}

/// `v:textbox`.
fn text_box<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, shape: &Style<'_>) -> Result<TextBox> {
    let own = parent.plain("style").unwrap_or_default();
    let own = Style::parse(&own);
    let mut text = TextBox::of_drawing();
    let inset = parent.plain("inset").unwrap_or_default();
    for (place, value) in text.insets.iter_mut().zip(inset.split(',')) {
        if let Some(inset) = length(value) {
            *place = inset.pt();
        }
    }
    text.auto_fit = own.get("mso-fit-shape-to-text").is_some_and(is_true);
    text.rest = own.get("mso-next-textbox").map(|next| next.trim_start_matches('#').to_owned());
    text.wrap = shape.get("mso-wrap-style") != Some("none");
    text.anchor = match shape.get("v-text-anchor") {
        Some(anchor) if anchor.starts_with("middle") => "ctr",
        Some(anchor) if anchor.starts_with("bottom") => "b",
        _ => "t",
    }
    .to_owned();
    text.direction = match (own.get("layout-flow"), own.get("mso-layout-flow-alt")) {
        (Some("vertical"), Some("bottom-to-top")) => "vert270",
        (Some("vertical"), _) => "vert",
        (Some("vertical-ideographic"), _) => "eaVert",
        _ => "horz",
    }
    .to_owned();
    while let Some(element) = reader.child(parent)? {
        if element.is(Ns::W, "txbxContent") {
            content(reader, &element, cx, &mut text.blocks)?;
        }
    }
    Ok(text)
}
