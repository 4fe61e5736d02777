//! The legend: a key and a name for each series, or each point of a pie.

use super::{Area, Canvas, LINE, Stand, legend_place};
use crate::chart::{LegendPlace, PlotKind};

/// From one entry's baseline to the next in a legend that stands beside the chart.
const ROW: f64 = 17.6;
/// Room for the key before a name: of bars and slices, of lines.
const KEY: f64 = 15.0;
const LINE_KEY: f64 = 34.0;
/// Between plot area and a key beside it.
const APART: f64 = 8.3;
/// Between the sides of a box key and between the ends of a line key.
const BOX: f64 = 5.0;
const DASH: f64 = 19.0;

/// An entry: its name, its colour, whether its key is a line.
type Entry = (String, u32, bool);

/// Draws the legend and takes its room from the area.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: &mut Area) {
    let Some(place) = legend_place(canvas.chart) else { return };
    let entries = entries(canvas);
    if entries.is_empty() {
        return;
    }
    let key = if entries.iter().any(|entry| entry.2) { LINE_KEY } else { KEY };
    match place {
        LegendPlace::Right | LegendPlace::Left => beside(canvas, area, &entries, key, place == LegendPlace::Left),
        LegendPlace::Top | LegendPlace::Bottom => in_line(canvas, area, &entries, key, place == LegendPlace::Top),
    }
}

fn entries(canvas: &Canvas<'_, '_>) -> Vec<Entry> {
    let chart = canvas.chart;
    let mut entries = Vec::new();
    for plot in &chart.plots {
        if matches!(plot.kind, PlotKind::Pie | PlotKind::Doughnut) {
            let names = canvas.categories();
            entries.extend(names.into_iter().enumerate().map(|(point, name)| (name, canvas.color(plot, 0, point), false)));
            continue;
        }
        let line = matches!(plot.kind, PlotKind::Line | PlotKind::Scatter | PlotKind::Radar);
        for (index, series) in plot.series.iter().enumerate() {
            let name = if series.name.is_empty() { format!("Series{}", index + 1) } else { series.name.clone() };
            entries.push((name, canvas.color(plot, index, usize::MAX), line && !series.no_line));
        }
    }
    // Series of bars that lie are named from the top bar down.
    if chart.plots.first().is_some_and(|plot| plot.kind == PlotKind::Bar) {
        entries.reverse();
    }
    entries.truncate(60);
    entries
}

fn beside(canvas: &mut Canvas<'_, '_>, area: &mut Area, entries: &[Entry], key: f64, left: bool) {
    let widest = entries.iter().map(|entry| canvas.width(&entry.0)).fold(0.0, f64::max);
    let x = if left { area.left + key } else { area.right - widest };
    let middle = f64::midpoint(area.top, area.bottom);
    let first = middle - ROW * (entries.len() - 1) as f64 / 2.0 + canvas.size * 0.34;
    for (index, entry) in entries.iter().enumerate() {
        let baseline = first + ROW * index as f64;
        draw_key(canvas, entry, x - key + APART.min(key), baseline);
        canvas.text(&entry.0, x, baseline, Stand::Start);
    }
    if left {
        area.left = x + widest + APART;
    } else {
        area.right = x - key - APART;
    }
}

fn in_line(canvas: &mut Canvas<'_, '_>, area: &mut Area, entries: &[Entry], key: f64, top: bool) {
    let total: f64 = entries.iter().map(|entry| key + canvas.width(&entry.0)).sum();
    let mut x = f64::midpoint(area.left + super::EDGE, area.right) - total / 2.0;
    let baseline = if top { area.top + canvas.size } else { area.bottom };
    for entry in entries {
        draw_key(canvas, entry, x + 3.0, baseline);
        canvas.text(&entry.0, x + key, baseline, Stand::Start);
        x += key + canvas.width(&entry.0);
    }
    if top {
        area.top += LINE;
    } else {
        area.bottom -= LINE;
    }
}

fn draw_key(canvas: &mut Canvas<'_, '_>, entry: &Entry, x: f64, baseline: f64) {
    let middle = baseline - canvas.size * 0.32;
    if entry.2 {
        canvas.line((x, middle), (x + DASH, middle), 2.25, entry.1);
    } else {
        canvas.bar((x, middle - BOX / 2.0), (x + BOX, middle + BOX / 2.0), entry.1);
    }
}
