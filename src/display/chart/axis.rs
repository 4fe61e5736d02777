//! Charts with axes: where the plot area stands between its labels, gridlines, labels, then what is plotted.

use super::scale::format_value;
use super::{Area, Canvas, GREY, LABEL_DROP, LABEL_EDGE, LABEL_GAP, MOST_POINTS, Scale, Stand, plot};
use crate::chart::{Axis, Grouping, Plot, PlotKind};

/// Axes over an area.
#[derive(Clone, Copy)]
pub(super) struct Axes {
    /// The plot area.
    pub area: Area,
    /// Of the values.
    pub values: Scale,
    /// Of x values, in scatter and bubble charts.
    pub xs: Option<Scale>,
    /// How many categories there are.
    pub count: usize,
    /// Bars lie: values run across.
    pub lying: bool,
    /// Points stand at the ticks.
    pub at_ticks: bool,
    /// Categories run backward.
    pub reversed: bool,
}

impl Axes {
    /// Where a value stands along its axis.
    pub fn value(&self, value: f64) -> f64 {
        let share = self.values.share(value);
        if self.lying { self.area.left + share * self.area.width() } else { self.area.bottom - share * self.area.height() }
    }

    /// The middle of a category along its axis.
    pub fn category(&self, index: usize) -> f64 {
        let index = if self.reversed { self.count.saturating_sub(index + 1) } else { index } as f64;
        let count = self.count.max(1) as f64;
        let share = if self.at_ticks { if count > 1.0 { index / (count - 1.0) } else { 0.5 } } else { (index + 0.5) / count };
        if self.lying { self.area.bottom - share * self.area.height() } else { self.area.left + share * self.area.width() }
    }

    /// Room of a category along its axis.
    pub fn room(&self) -> f64 {
        (if self.lying { self.area.height() } else { self.area.width() }) / self.count.max(1) as f64
    }

    /// The x of a point.
    pub fn x(&self, value: f64) -> f64 {
        self.area.left + self.xs.map_or(0.0, |scale| scale.share(value)) * self.area.width()
    }
}

/// Draws axes and plots into an area.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Area) {
    let chart = canvas.chart;
    let lying = chart.plots.first().is_some_and(|plot| plot.kind == PlotKind::Bar);
    let points = chart.plots.first().is_some_and(|plot| matches!(plot.kind, PlotKind::Scatter | PlotKind::Bubble));
    let (below, beside) = if lying { (&chart.value_axis, &chart.category_axis) } else { (&chart.category_axis, &chart.value_axis) };
    let mut area = area;
    if let Some(title) = &below.title {
        canvas.text(title, f64::midpoint(area.left, area.right), area.bottom, Stand::Middle);
        area.bottom -= super::LINE;
    }
    if !below.deleted {
        area.bottom -= LABEL_DROP;
    }
    let (low, high) = extent(chart.plots.iter().filter(|plot| !plot.second));
    let names = canvas.categories();
    let length = if lying { area.width() } else { area.height() };
    let first = ValueAxis::of(canvas, &chart.value_axis, false, (low, high), length, lying);
    let second = chart.second_axis.as_ref().map(|axis| {
        let extent = extent(chart.plots.iter().filter(|plot| plot.second));
        ValueAxis::of(canvas, axis, true, extent, length, lying)
    });
    area.left += LABEL_EDGE;
    if !beside.deleted {
        let labels: Vec<&str> =
            if lying { names.iter().map(String::as_str).collect() } else { first.ticks.iter().map(|tick| tick.1.as_str()).collect() };
        let widest = labels.iter().map(|label| canvas.width(label)).fold(0.0, f64::max);
        area.left += widest.min(area.width() / 2.0) + LABEL_GAP;
    }
    if let Some(second) = second.as_ref().filter(|second| !second.axis.deleted) {
        if lying {
            area.top += super::LINE;
        } else {
            let widest = second.ticks.iter().map(|tick| canvas.width(&tick.1)).fold(0.0, f64::max);
            area.right -= widest.min(area.width() / 4.0) + LABEL_GAP;
        }
    }
    let xs = points.then(|| {
        let (low, high) = x_extent(&chart.plots);
        Scale::new(&chart.category_axis, low, high, area.width(), canvas.size, true)
    });
    let at_ticks = chart.category_axis.at_ticks && chart.plots.iter().all(|plot| matches!(plot.kind, PlotKind::Area | PlotKind::Line));
    let axes = Axes { area, values: first.scale, xs, count: names.len(), lying, at_ticks, reversed: chart.category_axis.reversed };
    let beside = second.as_ref().map(|second| Axes { values: second.scale, ..axes });
    draw_values(canvas, &axes, &first);
    if let (Some(second), Some(axes)) = (&second, &beside) {
        draw_values(canvas, axes, second);
    }
    draw_categories(canvas, &axes, &names, &chart.category_axis);
    for plot in &chart.plots {
        plot::draw(canvas, beside.as_ref().filter(|_| plot.second).unwrap_or(&axes), plot);
    }
}

/// An axis of values with its scale and what is written at its ticks.
struct ValueAxis {
    axis: Axis,
    /// It stands at the other side.
    second: bool,
    scale: Scale,
    ticks: Vec<(f64, String)>,
}

impl ValueAxis {
    /// The axis, as stated or as its plots ask for, for values between two.
    fn of(canvas: &Canvas<'_, '_>, axis: &Axis, second: bool, (low, high): (f64, f64), length: f64, lying: bool) -> Self {
        let mut axis = axis.clone();
        let mut plots = canvas.chart.plots.iter().filter(|plot| plot.second == second);
        if plots.any(|plot| plot.grouping == Grouping::PercentStacked) {
            (axis.min, axis.max) = (axis.min.or(Some(0.0)), axis.max.or(Some(1.0)));
            if !axis.format.contains('%') {
                "0%".clone_into(&mut axis.format);
            }
        }
        let scale = Scale::new(&axis, low, high, length, canvas.size, lying);
        let ticks = scale.ticks().map(|tick| (tick, format_value(tick, &axis.format))).collect();
        Self { axis, second, scale, ticks }
    }
}

/// Gridlines and labels of the values.
fn draw_values(canvas: &mut Canvas<'_, '_>, axes: &Axes, values: &ValueAxis) {
    let (area, axis) = (axes.area, &values.axis);
    for (value, label) in &values.ticks {
        let at = axes.value(*value);
        let (from, to) = if axes.lying { ((at, area.top), (at, area.bottom)) } else { ((area.left, at), (area.right, at)) };
        if axis.gridlines {
            canvas.line(from, to, 0.75, 0xd9_d9d9);
        }
        if axis.deleted {
            continue;
        }
        let drop = canvas.size * 0.34;
        match (axes.lying, values.second) {
            (true, false) => canvas.text(label, at, area.bottom + LABEL_DROP, Stand::Middle),
            (true, true) => canvas.text(label, at, area.top - LABEL_GAP, Stand::Middle),
            (false, false) => canvas.text(label, area.left - LABEL_GAP, at + drop, Stand::End),
            (false, true) => canvas.text(label, area.right + LABEL_GAP, at + drop, Stand::Start),
        }
    }
}

/// The axis line and the labels of categories or x values.
fn draw_categories(canvas: &mut Canvas<'_, '_>, axes: &Axes, names: &[String], axis: &Axis) {
    let area = axes.area;
    if axes.lying {
        canvas.line((area.left, area.top), (area.left, area.bottom), 0.75, GREY);
    } else {
        canvas.line((area.left, area.bottom), (area.right, area.bottom), 0.75, GREY);
    }
    if axis.deleted {
        return;
    }
    let baseline = area.bottom + LABEL_DROP;
    if let Some(scale) = axes.xs {
        for tick in scale.ticks() {
            canvas.text(&format_value(tick, &axis.format), axes.x(tick), baseline, Stand::Middle);
        }
        return;
    }
    // Where labels would run into each other, only every so many are written.
    let widest = names.iter().map(|name| canvas.width(name)).fold(0.0, f64::max);
    let room = axes.room().max(0.01);
    let every = if axes.lying { (canvas.size * 1.2 / room).ceil() } else { (widest / room).ceil() }.clamp(1.0, MOST_POINTS as f64) as usize;
    for (index, name) in names.iter().enumerate().step_by(every) {
        let at = axes.category(index);
        if axes.lying {
            canvas.text(name, area.left - LABEL_GAP, at + canvas.size * 0.34, Stand::End);
        } else {
            canvas.text(name, at, baseline, Stand::Middle);
        }
    }
}

/// The smallest and greatest value that the axis must reach; stacks add up.
fn extent<'a>(plots: impl Iterator<Item = &'a Plot>) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for plot in plots {
        let count = plot.series.iter().map(|series| series.values.len()).max().unwrap_or(0).min(MOST_POINTS);
        for point in 0..count {
            let values = plot.series.iter().filter_map(|series| series.values.get(point).copied().flatten());
            match plot.grouping {
                Grouping::Side => values.for_each(|value| (low, high) = (low.min(value), high.max(value))),
                Grouping::Stacked => {
                    let (down, up) = values.fold((0.0_f64, 0.0_f64), |(down, up), value| (down + value.min(0.0), up + value.max(0.0)));
                    (low, high) = (low.min(down), high.max(up));
                }
                Grouping::PercentStacked => (low, high) = (low.min(0.0), high.max(1.0)),
            }
        }
    }
    if low > high { (0.0, 1.0) } else { (low, high) }
}

fn x_extent(plots: &[Plot]) -> (f64, f64) {
    let xs = plots.iter().flat_map(|plot| &plot.series).flat_map(|series| series.xs.iter().copied().flatten());
    let (low, high) = xs.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    if low > high { (0.0, 1.0) } else { (low, high) }
}
