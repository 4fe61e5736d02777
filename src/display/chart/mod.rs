//! Charts: axes, bars, lines, areas, pies and legends from cached data, as Word draws them with its default look.
//!
//! [`paint`] finds the places ([`Frame`]): title, legend and axes take their room from the chart's box, the rest is the plot area.
//! Distances are read off charts in PDFs that Word exported.

mod axis;
mod legend;
mod pie;
mod plot;
mod scale;

use super::build::{At, Builder};
use super::{Item, Paint, Path, Stroke, Text};
use crate::chart::{Chart, LegendPlace, Plot, PlotKind, Series};
use crate::font::FaceId;
use crate::geometry::sin_cos;
use scale::Scale;

/// Size of a chart's text where it states none.
const TEXT_SIZE: f64 = 10.0;
/// Between the chart's edge and what stands in it.
const EDGE: f64 = 10.6;
/// Between the chart's left edge and the labels of an axis there.
const LABEL_EDGE: f64 = 6.5;
/// Between the labels of an axis and the plot area.
const LABEL_GAP: f64 = 9.1;
/// From the plot area's bottom to the baseline of labels below it.
const LABEL_DROP: f64 = 16.1;
/// From the lowest baseline to the chart's bottom edge.
const BOTTOM: f64 = 8.9;
/// From one baseline to the next below a chart.
const LINE: f64 = 20.7;
/// Size of a title that states none.
const TITLE_SIZE: f64 = 18.0;
/// Points of all series that are drawn.
const MOST_POINTS: usize = 20_000;
/// Grey of axes and lines.
const GREY: u32 = 0xb3_b3b3;

/// A box.
#[derive(Clone, Copy, Debug, Default)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn width(&self) -> f64 {
        (self.right - self.left).max(1.0)
    }

    fn height(&self) -> f64 {
        (self.bottom - self.top).max(1.0)
    }
}

/// A chart being drawn.
struct Canvas<'b, 'a> {
    builder: &'b mut Builder<'a>,
    chart: &'b Chart,
    face: FaceId,
    size: f64,
}

/// How text stands at its place.
#[derive(Clone, Copy, PartialEq)]
enum Stand {
    Start,
    Middle,
    End,
}

/// Draws a chart into a box.
pub(super) fn paint(builder: &mut Builder<'_>, chart: &Chart, width: f64, height: f64, at: At) {
    let style = builder.flow.character(builder.flow.settings.default_character);
    let face = builder.fonts.face(style.fonts.ascii, false, false);
    let size = chart.text_size.unwrap_or(TEXT_SIZE);
    let mut canvas = Canvas { builder, chart, face, size };
    let mut area = Area { left: at.x, top: at.y + EDGE, right: at.x + width - EDGE, bottom: at.y + height - BOTTOM };
    if let Some(title) = &chart.title {
        canvas.text_sized(title, f64::midpoint(area.left, area.right), area.top + TITLE_SIZE * 0.8, Stand::Middle, TITLE_SIZE);
        area.top += TITLE_SIZE * 1.6;
    }
    legend::draw(&mut canvas, &mut area);
    match chart.plots.first().map(|plot| plot.kind) {
        Some(PlotKind::Pie | PlotKind::Doughnut) => pie::draw(&mut canvas, area),
        Some(PlotKind::Radar) => pie::draw_radar(&mut canvas, area),
        Some(_) => axis::draw(&mut canvas, area),
        None => {}
    }
}

impl Canvas<'_, '_> {
    fn text(&mut self, text: &str, x: f64, baseline: f64, stand: Stand) {
        self.text_sized(text, x, baseline, stand, self.size);
    }

    /// Text at a baseline; it is a line of its own.
    fn text_sized(&mut self, text: &str, x: f64, baseline: f64, stand: Stand, size: f64) {
        let width = self.width(text) * size / self.size;
        let x = match stand {
            Stand::Start => x,
            Stand::Middle => x - width / 2.0,
            Stand::End => x - width,
        };
        let font = self.builder.fonts_used.index(self.face, self.builder.fonts, false);
        let line = self.builder.line;
        self.builder.line += 1;
        let text = Text { text: text.to_owned(), x, baseline, width, font, size, scale: 1.0, line, hard_end: true, ..Text::default() };
        self.builder.over.push(Item::Text(text));
    }

    /// The width of text in the chart's size.
    fn width(&self, text: &str) -> f64 {
        let face = self.builder.fonts.get(self.face);
        text.chars().map(|c| face.advance(c)).sum::<f64>() * self.size
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, color: u32) {
        let stroke = Stroke { x1: from.0, y1: from.1, x2: to.0, y2: to.1, width, color, dash: Vec::new() };
        self.builder.under.push(Item::Stroke(stroke));
    }

    fn path(&mut self, d: String, fill: Option<u32>, stroke: Option<u32>, stroke_width: f64) {
        self.builder.under.push(Item::Path(Path { d, fill: fill.map(Paint::Color), stroke, stroke_width, ..Path::default() }));
    }

    /// A filled box between two corners.
    fn bar(&mut self, a: (f64, f64), b: (f64, f64), fill: u32) {
        let d = path_of(&[a, (b.0, a.1), b, (a.0, b.1)], true);
        self.path(d, Some(fill), None, 0.0);
    }

    /// The colour of a series, or of a point of one whose points differ.
    fn color(&self, plot: &Plot, series: usize, point: usize) -> u32 {
        let own: Option<&Series> = plot.series.get(series);
        let varied = plot.varied && matches!(plot.kind, PlotKind::Pie | PlotKind::Doughnut);
        let stated = own.and_then(|own| own.points.get(&point).copied().or(own.color.filter(|_| !varied)));
        let turn = if varied { point } else { own.map_or(series, |own| own.turn) };
        let palette = &self.chart.palette;
        stated.or_else(|| palette.get(turn % palette.len().max(1)).copied()).unwrap_or(0x44_72c4)
    }

    /// The names of the points.
    fn categories(&self) -> Vec<String> {
        let series = self.chart.plots.iter().flat_map(|plot| &plot.series);
        let count = series.clone().map(|series| series.values.len()).max().unwrap_or(0).min(MOST_POINTS);
        let named = series.clone().map(|series| &series.categories).find(|names| !names.is_empty());
        (0..count).map(|point| named.and_then(|names| names.get(point)).cloned().unwrap_or_else(|| (point + 1).to_string())).collect()
    }
}

/// SVG path data through points.
fn path_of(points: &[(f64, f64)], closed: bool) -> String {
    use std::fmt::Write as _;
    let mut d = String::new();
    for (index, (x, y)) in points.iter().enumerate() {
        let verb = if index == 0 { 'M' } else { 'L' };
        let _ = write!(d, "{verb}{} {}", super::number::Rounded(*x), super::number::Rounded(*y));
    }
    if closed {
        d.push('Z');
    }
    d
}

/// A place on a circle: `turn` from 0 to 1, clockwise from the top.
fn on_circle(middle: (f64, f64), radius: f64, turn: f64) -> (f64, f64) {
    let (sin, cos) = sin_cos(turn);
    (middle.0 + radius * sin, middle.1 - radius * cos)
}

/// Where the legend stands, if it is shown and there is something to name.
fn legend_place(chart: &Chart) -> Option<LegendPlace> {
    chart.legend
}
