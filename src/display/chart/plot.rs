//! Bars, lines, areas, points and bubbles over axes.

use super::axis::Axes;
use super::{Canvas, MOST_POINTS, Stand, on_circle, path_of};
use crate::chart::{Grouping, Plot, PlotKind, Series};
use crate::display::chart::scale::format_value;

/// Width of a line that states none.
const LINE_WIDTH: f64 = 2.25;
/// Radius of a marker.
const MARKER: f64 = 2.5;

/// Draws one plot.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, axes: &Axes, plot: &Plot) {
    match plot.kind {
        PlotKind::Column | PlotKind::Bar => bars(canvas, axes, plot),
        PlotKind::Line => lines(canvas, axes, plot),
        PlotKind::Area => areas(canvas, axes, plot),
        PlotKind::Scatter | PlotKind::Bubble => points(canvas, axes, plot),
        PlotKind::Pie | PlotKind::Doughnut | PlotKind::Radar => {}
    }
}

/// From where to where a series' point reaches: stacked on those before it, or from the base.
fn reach(axes: &Axes, plot: &Plot, series: usize, point: usize) -> Option<(f64, f64)> {
    let value_of = |series: &Series| series.values.get(point).copied().flatten();
    let value = value_of(plot.series.get(series)?)?;
    if plot.grouping == Grouping::Side {
        return Some((axes.values.base(), value));
    }
    let before = plot.series.iter().take(series).filter_map(value_of).filter(|other| (*other < 0.0) == (value < 0.0)).sum::<f64>();
    let total = plot.series.iter().filter_map(value_of).map(f64::abs).sum::<f64>();
    let unit = if plot.grouping == Grouping::PercentStacked && total > 0.0 { total } else { 1.0 };
    Some((before / unit, (before + value) / unit))
}

fn bars(canvas: &mut Canvas<'_, '_>, axes: &Axes, plot: &Plot) {
    let beside = plot.series.len().max(1) as f64;
    // `beside` bars, each next one set off by its width less the overlap, and the gap between groups.
    let step = 1.0 - plot.overlap;
    let bar = axes.room() / (1.0 + step * (beside - 1.0) + plot.gap);
    let group = bar * (1.0 + step * (beside - 1.0));
    for series in 0..plot.series.len() {
        let points = plot.series[series].values.len().min(MOST_POINTS);
        for point in 0..points {
            let Some((from, to)) = reach(axes, plot, series, point) else { continue };
            let color = canvas.color(plot, series, point);
            let offset = -group / 2.0 + bar * step * series as f64;
            let (a, b) = (axes.value(from), axes.value(to));
            let middle = axes.category(point);
            // Lying bars of a group stand from the bottom up.
            let (start, end) = if axes.lying { (middle - offset, middle - offset - bar) } else { (middle + offset, middle + offset + bar) };
            if axes.lying {
                canvas.bar((a, start), (b, end), color);
            } else {
                canvas.bar((start, a), (end, b), color);
            }
            if plot.labels.value {
                let label = format_value(to - if plot.grouping == Grouping::Side { 0.0 } else { from }, "General");
                let across = f64::midpoint(start, end);
                let (x, y) = if axes.lying { (b + 4.0, across + canvas.size * 0.34) } else { (across, b - 4.0) };
                canvas.text(&label, x, y, if axes.lying { Stand::Start } else { Stand::Middle });
            }
        }
    }
}

fn lines(canvas: &mut Canvas<'_, '_>, axes: &Axes, plot: &Plot) {
    for (index, series) in plot.series.iter().enumerate() {
        let color = canvas.color(plot, index, usize::MAX);
        let mut run: Vec<(f64, f64)> = Vec::new();
        let mut dots: Vec<(f64, f64)> = Vec::new();
        for point in 0..series.values.len().min(MOST_POINTS) {
            match reach(axes, plot, index, point) {
                Some((_, to)) => run.push((axes.category(point), axes.value(to))),
                None => draw_run(canvas, &mut run, series, color),
            }
            dots.extend(run.last().copied());
        }
        draw_run(canvas, &mut run, series, color);
        if series.markers {
            dots.dedup();
            markers(canvas, &dots, color);
        }
    }
}

fn draw_run(canvas: &mut Canvas<'_, '_>, run: &mut Vec<(f64, f64)>, series: &Series, color: u32) {
    if run.len() > 1 && !series.no_line {
        canvas.path(path_of(run, false), None, Some(color), LINE_WIDTH);
    }
    run.clear();
}

fn markers(canvas: &mut Canvas<'_, '_>, dots: &[(f64, f64)], color: u32) {
    for dot in dots {
        canvas.path(circle(*dot, MARKER), Some(color), None, 0.0);
    }
}

/// A circle as a path: sixteen chords and a bit more are no different to the eye at a marker's size; bubbles take more.
fn circle(middle: (f64, f64), radius: f64) -> String {
    let sides = if radius > 8.0 { 72 } else { 20 };
    let points: Vec<(f64, f64)> = (0..sides).map(|side| on_circle(middle, radius, f64::from(side) / f64::from(sides))).collect();
    path_of(&points, true)
}

fn areas(canvas: &mut Canvas<'_, '_>, axes: &Axes, plot: &Plot) {
    for (index, series) in plot.series.iter().enumerate() {
        let color = canvas.color(plot, index, usize::MAX);
        let reaches = |point: usize| reach(axes, plot, index, point).unwrap_or((axes.values.base(), axes.values.base()));
        let count = series.values.len().min(MOST_POINTS);
        let top = (0..count).map(|point| (axes.category(point), axes.value(reaches(point).1)));
        let bottom = (0..count).rev().map(|point| (axes.category(point), axes.value(reaches(point).0)));
        let outline: Vec<(f64, f64)> = top.chain(bottom).collect();
        if !outline.is_empty() {
            canvas.path(path_of(&outline, true), Some(color), None, 0.0);
        }
    }
}

fn points(canvas: &mut Canvas<'_, '_>, axes: &Axes, plot: &Plot) {
    let largest = plot.series.iter().flat_map(|series| series.sizes.iter().copied().flatten()).fold(0.0, f64::max);
    let widest = axes.area.height().min(axes.area.width()) / 8.0;
    for (index, series) in plot.series.iter().enumerate() {
        let color = canvas.color(plot, index, usize::MAX);
        let mut dots = Vec::new();
        for (point, value) in series.values.iter().enumerate().take(MOST_POINTS) {
            let Some(value) = value else { continue };
            let x = series.xs.get(point).copied().flatten().unwrap_or(point as f64 + 1.0);
            dots.push((point, (axes.x(x), axes.value(*value))));
        }
        let places: Vec<(f64, f64)> = dots.iter().map(|dot| dot.1).collect();
        if plot.kind == PlotKind::Bubble {
            for (point, place) in &dots {
                let size = series.sizes.get(*point).copied().flatten().unwrap_or(largest);
                let radius = if largest > 0.0 { widest * (size.max(0.0) / largest).sqrt() } else { widest };
                canvas.path(circle(*place, radius), Some(color), None, 0.0);
            }
            continue;
        }
        if places.len() > 1 && !series.no_line {
            canvas.path(path_of(&places, false), None, Some(color), LINE_WIDTH);
        }
        if series.markers || series.no_line {
            markers(canvas, &places, color);
        }
    }
}
