//! Round charts: pies, doughnuts, radars.

use super::scale::{Scale, format_value};
use super::{Area, Canvas, MOST_POINTS, Stand, on_circle, path_of};
use crate::chart::PlotKind;

/// Chords of a full circle.
const CHORDS: f64 = 120.0;

/// Draws a pie, or the rings of a doughnut.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Area) {
    let chart = canvas.chart;
    let Some(plot) = chart.plots.first() else { return };
    let radius = area.width().min(area.height()) / 2.0;
    let middle = (f64::midpoint(area.left, area.right), f64::midpoint(area.top, area.bottom));
    let rings = if plot.kind == PlotKind::Doughnut { plot.series.len().clamp(1, 20) } else { 1 };
    let hole = if plot.kind == PlotKind::Doughnut { plot.hole } else { 0.0 };
    let names = canvas.categories();
    for ring in 0..rings {
        let Some(series) = plot.series.get(ring) else { break };
        let values: Vec<f64> = series.values.iter().take(MOST_POINTS).map(|value| value.unwrap_or(0.0).abs()).collect();
        let total: f64 = values.iter().sum();
        if total <= 0.0 {
            continue;
        }
        let share = |edge: usize| radius * (hole + (1.0 - hole) * edge as f64 / rings as f64);
        let (inner, outer) = (share(ring), share(ring + 1));
        let mut turn = 0.0;
        for (point, value) in values.iter().enumerate() {
            let part = value / total;
            let color = canvas.color(plot, ring, point);
            let d = slice(middle, inner, outer, turn, turn + part);
            canvas.path(d, Some(color), Some(0xff_ffff), 0.75);
            let label = label(plot.labels, names.get(point).map_or("", String::as_str), *value, part);
            if !label.is_empty() {
                let at = on_circle(middle, f64::midpoint(inner.max(outer * 0.4), outer), turn + part / 2.0);
                canvas.text(&label, at.0, at.1 + canvas.size * 0.34, Stand::Middle);
            }
            turn += part;
        }
    }
}

fn label(labels: crate::chart::Labels, name: &str, value: f64, part: f64) -> String {
    let mut parts = Vec::new();
    if labels.category {
        parts.push(name.to_owned());
    }
    if labels.value {
        parts.push(format_value(value, "General"));
    }
    if labels.percent {
        parts.push(format_value(part, "0%"));
    }
    parts.join("; ")
}

/// A ring's part between two turns.
fn slice(middle: (f64, f64), inner: f64, outer: f64, from: f64, to: f64) -> String {
    let chords = ((to - from) * CHORDS).ceil().max(1.0);
    let turn = |chord: f64| from + (to - from) * chord / chords;
    let steps = || (0..=chords as u32).map(f64::from);
    let mut points: Vec<(f64, f64)> = steps().map(|chord| on_circle(middle, outer, turn(chord))).collect();
    if inner > 0.0 {
        points.extend(steps().rev().map(|chord| on_circle(middle, inner, turn(chord))));
    } else if to - from < 1.0 {
        points.push(middle);
    }
    path_of(&points, true)
}

/// Draws a radar: a net with an axis to each category.
pub(super) fn draw_radar(canvas: &mut Canvas<'_, '_>, area: Area) {
    let chart = canvas.chart;
    let Some(plot) = chart.plots.first() else { return };
    let names = canvas.categories();
    let count = names.len().max(3);
    let radius = area.width().min(area.height()) / 2.0 - canvas.size * 1.5;
    let middle = (f64::midpoint(area.left, area.right), f64::midpoint(area.top, area.bottom));
    let values = plot.series.iter().flat_map(|series| series.values.iter().copied().flatten());
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let scale = Scale::new(&chart.value_axis, low.min(high), high.max(0.0), radius, canvas.size * 0.95, false);
    let spoke = |index: usize, value: f64| on_circle(middle, radius * scale.share(value), index as f64 / count as f64);
    for tick in scale.ticks() {
        let net: Vec<(f64, f64)> = (0..count).map(|index| spoke(index, tick)).collect();
        canvas.path(path_of(&net, true), None, Some(0xd9_d9d9), 0.75);
        if !chart.value_axis.deleted {
            let at = spoke(0, tick);
            canvas.text(&format_value(tick, &chart.value_axis.format), at.0 - 4.0, at.1 + canvas.size * 0.34, Stand::End);
        }
    }
    for (index, name) in names.iter().enumerate() {
        let turn = index as f64 / count as f64;
        let at = on_circle(middle, radius + canvas.size * 0.9, turn);
        let stand = if (0.02..0.48).contains(&turn) {
            Stand::Start
        } else if (0.52..0.98).contains(&turn) {
            Stand::End
        } else {
            Stand::Middle
        };
        canvas.text(name, at.0, at.1 + canvas.size * 0.34, stand);
    }
    for (index, series) in plot.series.iter().enumerate() {
        let color = canvas.color(plot, index, usize::MAX);
        let points: Vec<(f64, f64)> =
            series.values.iter().take(MOST_POINTS).enumerate().map(|(point, value)| spoke(point, value.unwrap_or(scale.min))).collect();
        if points.len() > 1 {
            canvas.path(path_of(&points, true), None, Some(color), 2.25);
        }
    }
}
