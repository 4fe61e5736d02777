//! A chart's part (21.2): its cached data, its axes, its legend.

use super::color::color_in;
use crate::chart::{Axis, Chart, Grouping, LegendPlace, Plot, PlotKind, Series};
use crate::env::Limits;
use crate::error::{ErrorKind, Result};
use crate::model::Theme;
use crate::numeral::parse_decimal;
use crate::parse::context::Context;
use crate::xml::{Element, Ns, Reader, decode};

/// Points of a series that are read: more than any page can show.
const MOST_POINTS: usize = 20_000;
/// Axes of a plot: two, or three with depth.
const MOST_AXES: usize = 4;

/// Reads the chart in `part`; none where it cannot be read or is of a kind that is not drawn.
pub(super) fn chart(part: &str, cx: &mut Context<'_>) -> Result<Option<Chart>> {
    let bytes = match cx.package.part(part) {
        Ok(bytes) => bytes.unwrap_or_default(),
        Err(error) if error.kind() == ErrorKind::TooLarge => return Err(error),
        Err(_) => return Ok(None),
    };
    let (text, _) = decode(bytes);
    // A malformed part only means that the chart is not drawn.
    let mut flattened = None;
    let chart = read(&text, part, cx.limits, cx.theme.as_ref(), &mut flattened).unwrap_or_default();
    let points: usize = chart.plots.iter().flat_map(|plot| &plot.series).map(|series| series.values.len()).sum();
    cx.charge_bytes(points.saturating_mul(80))?;
    if let (Some(kind), true) = (flattened, points > 0) {
        cx.warn("approximated", format!("A chart is drawn as one of a simpler kind: {kind}."));
    }
    Ok((points > 0).then_some(chart))
}

/// Kinds that are drawn as a flatter one, and what a chart of them is told to be.
fn flattened(name: &str) -> Option<&'static str> {
    Some(match name {
        "bar3DChart" | "line3DChart" | "area3DChart" | "pie3DChart" => "it has three dimensions",
        "stockChart" => "it shows stocks",
        "ofPieChart" => "it has a pie of a pie",
        "surfaceChart" | "surface3DChart" => "it is a surface",
        _ => return None,
    })
}

fn read(text: &str, part: &str, limits: &Limits, theme: Option<&Theme>, told: &mut Option<&'static str>) -> Result<Chart> {
    let mut reader = Reader::new(text, part, limits);
    let mut chart = Chart { palette: palette(theme), ..Chart::default() };
    let root = reader.root()?;
    let (mut has_axis, mut axes_of) = (false, Vec::<Vec<String>>::new());
    while let Some(element) = reader.child(&root)? {
        match (element.ns, element.name) {
            (Ns::C, "chart" | "plotArea") => reader.unwrap(),
            (Ns::C, "title") => chart.title = title(&mut reader, &element)?,
            (Ns::C, "legend") => chart.legend = Some(legend(&mut reader, &element)?),
            (Ns::C, "txPr") => chart.text_size = text_size(&mut reader, &element)?,
            (Ns::C, "catAx" | "dateAx") => {
                let (id, read) = axis(&mut reader, &element)?;
                // The categories of the second axis of values stand below those of the first, as a rule unseen.
                if axes_of.first().is_none_or(|first| first.contains(&id)) {
                    chart.category_axis = read;
                }
            }
            (Ns::C, "valAx") => {
                let (id, read) = axis(&mut reader, &element)?;
                if axes_of.first().is_some_and(|first| !first.contains(&id)) {
                    for (plot, axes) in chart.plots.iter_mut().zip(&axes_of) {
                        plot.second = axes.contains(&id);
                    }
                    chart.second_axis = Some(read);
                    continue;
                }
                let plot = chart.plots.first().map(|plot| plot.kind);
                if matches!(plot, Some(PlotKind::Scatter | PlotKind::Bubble)) && !has_axis {
                    chart.category_axis = read;
                } else if chart.value_axis == Axis::default() {
                    chart.category_axis.at_ticks |= read.at_ticks;
                    chart.value_axis = read;
                }
                has_axis = true;
            }
            (Ns::C, name) => {
                *told = told.or(flattened(name));
                if let Some(kind) = kind_of(name) {
                    let (plot, axes) = plot(&mut reader, &element, kind, theme)?;
                    chart.plots.push(plot);
                    axes_of.push(axes);
                }
            }
            _ => {}
        }
    }
    Ok(chart)
}

fn kind_of(name: &str) -> Option<PlotKind> {
    Some(match name {
        "barChart" | "bar3DChart" => PlotKind::Column,
        "lineChart" | "line3DChart" | "stockChart" => PlotKind::Line,
        "areaChart" | "area3DChart" => PlotKind::Area,
        "pieChart" | "pie3DChart" | "ofPieChart" => PlotKind::Pie,
        "doughnutChart" => PlotKind::Doughnut,
        "scatterChart" => PlotKind::Scatter,
        "bubbleChart" => PlotKind::Bubble,
        "radarChart" => PlotKind::Radar,
        _ => return None,
    })
}

fn number(element: &Element<'_>) -> Option<f64> {
    element.plain("val").and_then(|value| parse_decimal(value.trim_end_matches('%')))
}

fn is_on(element: &Element<'_>) -> bool {
    element.plain("val").is_none_or(|value| value != "0" && value != "false")
}

/// A plot, and the ids of its axes.
fn plot<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, kind: PlotKind, theme: Option<&Theme>) -> Result<(Plot, Vec<String>)> {
    let mut plot = Plot { kind, gap: 1.5, hole: 0.5, varied: matches!(kind, PlotKind::Pie | PlotKind::Doughnut), ..Plot::default() };
    let (mut only_markers, mut axes) = (false, Vec::new());
    while let Some(element) = reader.child(parent)? {
        match element.name {
            "barDir" if element.plain("val").is_some_and(|value| value == "bar") => plot.kind = PlotKind::Bar,
            "grouping" => {
                plot.grouping = match element.plain("val").as_deref() {
                    Some("stacked") => Grouping::Stacked,
                    Some("percentStacked") => Grouping::PercentStacked,
                    _ => Grouping::Side,
                }
            }
            "gapWidth" => plot.gap = number(&element).unwrap_or(150.0).clamp(0.0, 500.0) / 100.0,
            "overlap" => plot.overlap = number(&element).unwrap_or(0.0).clamp(-100.0, 100.0) / 100.0,
            "holeSize" => plot.hole = number(&element).unwrap_or(50.0).clamp(10.0, 90.0) / 100.0,
            "scatterStyle" => only_markers = element.plain("val").is_some_and(|value| value == "marker"),
            "ser" => {
                let series = series(reader, &element, plot.kind, theme, plot.series.len())?;
                plot.series.push(series);
            }
            "dLbls" => labels(reader, &element, &mut plot)?,
            "axId" if axes.len() < MOST_AXES => axes.extend(element.plain("val").map(|id| id.into_owned())),
            _ => {}
        }
    }
    if plot.grouping != Grouping::Side && plot.overlap == 0.0 {
        plot.overlap = 1.0;
    }
    for series in &mut plot.series {
        series.no_line |= only_markers;
    }
    Ok((plot, axes))
}

fn labels<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, plot: &mut Plot) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        match element.name {
            "showVal" => plot.labels.value = is_on(&element),
            "showPercent" => plot.labels.percent = is_on(&element),
            "showCatName" => plot.labels.category = is_on(&element),
            _ => {}
        }
    }
    Ok(())
}

fn series<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, kind: PlotKind, theme: Option<&Theme>, turn: usize) -> Result<Series> {
    let lines = matches!(kind, PlotKind::Line | PlotKind::Scatter | PlotKind::Radar);
    let mut series = Series { turn, markers: matches!(kind, PlotKind::Scatter), ..Series::default() };
    while let Some(element) = reader.child(parent)? {
        match element.name {
            "idx" => series.turn = number(&element).map_or(turn, |index| index.clamp(0.0, 1e6) as usize),
            "tx" => series.name = points(reader, &element)?.into_iter().flatten().next().unwrap_or_default(),
            "cat" => series.categories = points(reader, &element)?.into_iter().map(Option::unwrap_or_default).collect(),
            "val" | "yVal" => series.values = numbers(points(reader, &element)?),
            "xVal" => series.xs = numbers(points(reader, &element)?),
            "bubbleSize" => series.sizes = numbers(points(reader, &element)?),
            "spPr" => {
                let look = look(reader, &element, theme)?;
                series.color = if lines { look.line.or(look.fill) } else { look.fill };
                series.no_line = lines && look.no_line;
            }
            "marker" => series.markers = marker(reader, &element)?,
            "dPt" => {
                let (index, color) = point(reader, &element, theme)?;
                if let (Some(index), Some(color)) = (index, color) {
                    series.points.insert(index, color);
                }
            }
            _ => {}
        }
    }
    Ok(series)
}

fn marker<'a>(reader: &mut Reader<'a>, parent: &Element<'a>) -> Result<bool> {
    let mut shown = true;
    while let Some(element) = reader.child(parent)? {
        if element.name == "symbol" {
            shown = element.plain("val").is_none_or(|value| value != "none");
        }
    }
    Ok(shown)
}

fn point<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, theme: Option<&Theme>) -> Result<(Option<usize>, Option<u32>)> {
    let (mut index, mut color) = (None, None);
    while let Some(element) = reader.child(parent)? {
        match element.name {
            "idx" => index = number(&element).map(|index| index.max(0.0) as usize).filter(|index| *index < MOST_POINTS),
            "spPr" => {
                let look = look(reader, &element, theme)?;
                color = look.fill.or(look.line);
            }
            _ => {}
        }
    }
    Ok((index, color))
}

/// Fill and line of `c:spPr`.
#[derive(Default)]
struct Look {
    fill: Option<u32>,
    line: Option<u32>,
    no_line: bool,
}

fn look<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, theme: Option<&Theme>) -> Result<Look> {
    let mut look = Look::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::A, "solidFill") => look.fill = solid(reader, &element, theme)?,
            (Ns::A, "ln") => {
                while let Some(inner) = reader.child(&element)? {
                    match (inner.ns, inner.name) {
                        (Ns::A, "solidFill") => look.line = solid(reader, &inner, theme)?,
                        (Ns::A, "noFill") => look.no_line = true,
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    Ok(look)
}

fn solid<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, theme: Option<&Theme>) -> Result<Option<u32>> {
    Ok(color_in(reader, parent, theme)?.and_then(|text| u32::from_str_radix(&text, 16).ok()))
}

/// The theme's accents in turn; Office's where there is no theme.
fn palette(theme: Option<&Theme>) -> Vec<u32> {
    const OFFICE: [u32; 6] = [0x44_72c4, 0xed_7d31, 0xa5_a5a5, 0xff_c000, 0x5b_9bd5, 0x70_ad47];
    let accent = |index: usize| {
        let stated = theme.and_then(|theme| theme.colors.get(&format!("accent{}", index + 1)));
        stated.and_then(|text| u32::from_str_radix(text, 16).ok()).unwrap_or(OFFICE[index])
    };
    (0..OFFICE.len()).map(accent).collect()
}

/// The cached points of a reference, or literal ones, by their index.
fn points<'a>(reader: &mut Reader<'a>, parent: &Element<'a>) -> Result<Vec<Option<String>>> {
    let mut points: Vec<Option<String>> = Vec::new();
    while let Some(element) = reader.child(parent)? {
        match element.name {
            "strRef" | "numRef" | "strCache" | "numCache" | "strLit" | "numLit" | "multiLvlStrRef" | "multiLvlStrCache" => reader.unwrap(),
            // Of several levels of categories the innermost comes first; it names the points.
            "lvl" if points.is_empty() => reader.unwrap(),
            "ptCount" => {
                let count = number(&element).unwrap_or(0.0).clamp(0.0, MOST_POINTS as f64) as usize;
                points.reserve(count.min(1000));
                points.resize(points.len().max(count), None);
            }
            "pt" => {
                let index = element.plain("idx").and_then(|index| index.parse::<usize>().ok()).unwrap_or(points.len());
                let mut value = String::new();
                while let Some(inner) = reader.child(&element)? {
                    if inner.name == "v" {
                        value = reader.text(&inner)?.into_owned();
                    }
                }
                if index < MOST_POINTS {
                    points.resize(points.len().max(index + 1), None);
                    points[index] = Some(value);
                }
            }
            "v" => points.push(Some(reader.text(&element)?.into_owned())),
            _ => {}
        }
    }
    Ok(points)
}

fn numbers(points: Vec<Option<String>>) -> Vec<Option<f64>> {
    points.into_iter().map(|point| point.and_then(|text| parse_decimal(text.trim()))).collect()
}

/// An axis with its id.
fn axis<'a>(reader: &mut Reader<'a>, parent: &Element<'a>) -> Result<(String, Axis)> {
    let mut axis = Axis { format: "General".to_owned(), ..Axis::default() };
    let mut id = String::new();
    while let Some(element) = reader.child(parent)? {
        match element.name {
            "axId" => id = element.plain("val").unwrap_or_default().into_owned(),
            "scaling" => reader.unwrap(),
            "orientation" => axis.reversed = element.plain("val").is_some_and(|value| value == "maxMin"),
            "min" => axis.min = number(&element),
            "max" => axis.max = number(&element),
            "majorUnit" => axis.unit = number(&element).filter(|unit| *unit > 0.0),
            "delete" => axis.deleted = is_on(&element),
            "majorGridlines" => axis.gridlines = true,
            "numFmt" => axis.format = element.plain("formatCode").unwrap_or_default().into_owned(),
            "tickLblPos" => axis.deleted |= element.plain("val").is_some_and(|value| value == "none"),
            "crossBetween" => axis.at_ticks = element.plain("val").is_some_and(|value| value == "midCat"),
            "title" => axis.title = title(reader, &element)?,
            _ => {}
        }
    }
    Ok((id, axis))
}

fn legend<'a>(reader: &mut Reader<'a>, parent: &Element<'a>) -> Result<LegendPlace> {
    let mut place = LegendPlace::Right;
    while let Some(element) = reader.child(parent)? {
        if element.name == "legendPos" {
            place = match element.plain("val").as_deref() {
                Some("b") => LegendPlace::Bottom,
                Some("t") => LegendPlace::Top,
                Some("l") => LegendPlace::Left,
                _ => LegendPlace::Right,
            };
        }
    }
    Ok(place)
}

/// The text of a title; none where it has none of its own.
fn title<'a>(reader: &mut Reader<'a>, parent: &Element<'a>) -> Result<Option<String>> {
    let mut title = String::new();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::C, "tx" | "rich" | "strRef" | "strCache" | "pt") | (Ns::A, "p" | "r" | "fld") => reader.unwrap(),
            (Ns::A, "t") | (Ns::C, "v") => title.push_str(&reader.text(&element)?),
            _ => {}
        }
    }
    Ok((!title.trim().is_empty()).then_some(title))
}

fn text_size<'a>(reader: &mut Reader<'a>, parent: &Element<'a>) -> Result<Option<f64>> {
    let mut size = None;
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::A, "p" | "pPr") => reader.unwrap(),
            (Ns::A, "defRPr") => {
                size = element
                    .plain("sz")
                    .and_then(|size| parse_decimal(&size))
                    .map(|size| size / 100.0)
                    .filter(|size| (1.0..=200.0).contains(size));
            }
            _ => {}
        }
    }
    Ok(size)
}
