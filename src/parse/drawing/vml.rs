//! VML shapes, pictures, groups and rules (Part 4, 14.1).

use super::color::{on_paper, vml_color};
use super::text_box::content;
use super::vml_position::{anchor, wrap};
use super::vml_style::{Style, fraction, is_true, length};
use crate::error::Result;
use crate::model::{Drawing, DrawingContent, Picture, Shape, TextBox, WordArt};
use crate::numeral::parse_decimal;
use crate::parse::context::{Context, Nesting};
use crate::units::Emu;
use crate::xml::{Element, Ns, Reader};

/// Reads a VML element; none where it shows nothing by itself.
pub(super) fn drawing<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>) -> Result<Option<Box<Drawing>>> {
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
                wrap(&element, anchor);
            }
        } else if is_shape(&element) {
            cx.charge::<(Drawing, Shape)>()?;
            let style = element.plain("style").unwrap_or_default();
            let style = Style::parse(&style);
            let number = |name: &str| Emu(style.number(name).unwrap_or(0));
            let (mut left, mut top) = (number("left"), number("top"));
            let mut child = Drawing { width: number("width"), height: number("height"), ..Drawing::default() };
            if element.name == "line" {
                let end = |name: &str| pair(&element.plain(name).unwrap_or_default()).unwrap_or((0, 0));
                let ((x1, y1), (x2, y2)) = (end("from"), end("to"));
                (left, top) = (Emu(x1.min(x2)), Emu(y1.min(y2)));
                (child.width, child.height) = (Emu((x2 - x1).abs()), Emu((y2 - y1).abs()));
            }
            shown(reader, &element, cx, &style, &mut child)?;
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
    let mut shape = Box::new(outline(parent, style));
    let mut picture = None;
    if parent.name == "line" && to.width.0 == 0 && to.height.0 == 0 {
        line_extent(parent, to, &mut shape);
    }
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::V, "imagedata") => picture = Some(imagedata(&element, cx, &shape)),
            (Ns::V, "fill") => fill(&element, &mut shape),
            (Ns::V, "stroke") => stroke(&element, &mut shape),
            (Ns::V, "textbox") => shape.text = Some(text_box(reader, &element, cx, style)?),
            (Ns::V, "textpath") => shape.word_art = word_art(&element),
            (Ns::W10, "wrap") => {
                if let Some(anchor) = &mut to.anchor {
                    wrap(&element, anchor);
                }
            }
            _ => {}
        }
    }
    to.content = match picture {
        Some(picture) if shape.text.is_none() => DrawingContent::Picture(picture),
        _ => DrawingContent::Shape(shape),
    };
    Ok(())
}

/// What a shape's own attributes say. A shape is white with a black line of 0.75 pt unless it says otherwise
/// (word-layout 9.6); the types of pictures and of connectors say so.
fn outline(element: &Element<'_>, style: &Style<'_>) -> Shape {
    let kind = element.plain("type").and_then(|kind| kind.rsplit_once("_t")?.1.parse::<u32>().ok()).unwrap_or(0);
    let flag = |name: &str, default: bool| element.plain(name).map_or(default, |value| is_true(&value));
    let is_line = matches!(element.name, "line" | "polyline" | "arc" | "curve") || matches!(kind, 20 | 32..=40);
    let filled = flag("filled", !is_line && kind != 75);
    let stroked = flag("stroked", kind != 75 && element.name != "image");
    let color = |name: &str, default: &str| element.plain(name).and_then(|value| vml_color(&value)).unwrap_or_else(|| default.to_owned());
    let flip = style.get("flip").unwrap_or_default();
    Shape {
        geometry: geometry(element.name, kind).to_owned(),
        fill: filled.then(|| color("fillcolor", "FFFFFF")),
        line: stroked.then(|| color("strokecolor", "000000")),
        line_width: element.plain("strokeweight").and_then(|value| length(&value)).unwrap_or(Emu(9525)),
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
        rotation: shape.rotation,
        flip_h: shape.flip_h,
        flip_v: shape.flip_v,
    }
}

fn fill(element: &Element<'_>, to: &mut Shape) {
    if element.plain("on").is_some_and(|value| !is_true(&value)) {
        to.fill = None;
    } else if to.fill.is_some()
        && let Some(color) = element.plain("color").and_then(|value| vml_color(&value))
    {
        to.fill = Some(color);
    }
    // What is half transparent is shown as it looks on paper.
    if let (Some(color), Some(opacity)) = (&to.fill, element.plain("opacity").and_then(|value| fraction(&value))) {
        to.fill = on_paper(color, opacity);
    }
}

fn stroke(element: &Element<'_>, to: &mut Shape) {
    if element.plain("on").is_some_and(|value| !is_true(&value)) {
        to.line = None;
    } else if to.line.is_some()
        && let Some(color) = element.plain("color").and_then(|value| vml_color(&value))
    {
        to.line = Some(color);
    }
    if let Some(weight) = element.plain("weight").and_then(|value| length(&value)) {
        to.line_width = weight;
    }
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
