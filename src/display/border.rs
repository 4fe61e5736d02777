//! Border lines: every style as straight lines (ECMA-376 Part 1, 17.18.2 ST_Border).

use super::line::automatic;
use super::{Item, Path, Rounded, Stroke};
use crate::flow::{BorderStyle, Rgb};
use crate::layout::fragment::Rule;
use std::fmt::Write;

/// Draws a rule, `x` and `y` from the page's top left added.
pub(super) fn push_rule(rule: &Rule, x: f64, y: f64, ground: Option<Rgb>, items: &mut Vec<Item>) {
    let (x1, y1, x2, y2) = (x + rule.from.0, y + rule.from.1, x + rule.to.0, y + rule.to.1);
    let color = rule.border.color.map_or_else(|| automatic(ground), |color| color.0);
    let width = rule.border.width.max(0.1);
    let (dx, dy) = (x2 - x1, y2 - y1);
    let length = (dx * dx + dy * dy).sqrt();
    if length <= 0.0 || !length.is_finite() {
        return;
    }
    // Across the line: down for a horizontal one, to the left for a vertical one.
    let (ax, ay) = (-dy / length, dx / length);
    let lines = lines(rule.border.style, width);
    if let Some(amplitude) = lines.wave {
        for offset in lines.at.iter().map(|line| line.0) {
            let d = wave((x1 + ax * offset, y1 + ay * offset), (dx / length, dy / length), (ax, ay), length, amplitude);
            items.push(Item::Path(Path { d, stroke: Some(color), stroke_width: width, ..Path::default() }));
        }
        return;
    }
    for (offset, width) in lines.at {
        let (ox, oy) = (ax * offset, ay * offset);
        let dash = lines.dash.iter().map(|part| part * width).collect();
        items.push(Item::Stroke(Stroke { x1: x1 + ox, y1: y1 + oy, x2: x2 + ox, y2: y2 + oy, width, color, dash }));
    }
}

/// What a border style draws.
struct Lines {
    /// Each line's distance from the middle and its width.
    at: Vec<(f64, f64)>,
    /// Dashes and gaps in line widths.
    dash: &'static [f64],
    /// Height of its waves.
    wave: Option<f64>,
}

fn lines(style: BorderStyle, width: f64) -> Lines {
    use BorderStyle as B;
    let thin = 0.75;
    let stack = |parts: &[f64]| Lines { at: stacked(parts), dash: &[], wave: None };
    let dashed = |dash| Lines { at: vec![(0.0, width)], dash, wave: None };
    match style {
        B::Single | B::Thick | B::ThreeDEmboss | B::ThreeDEngrave | B::Outset | B::Inset => dashed(&[]),
        B::Dotted => dashed(&[1.0, 1.0]),
        B::Dashed => dashed(&[4.0, 4.0]),
        B::DashSmallGap => dashed(&[4.0, 1.0]),
        B::DotDash | B::DashDotStroked => dashed(&[4.0, 2.0, 1.0, 2.0]),
        B::DotDotDash => dashed(&[4.0, 2.0, 1.0, 2.0, 1.0, 2.0]),
        B::Double => stack(&[width, width, width]),
        B::Triple => stack(&[width, width, width, width, width]),
        B::ThinThickSmallGap => stack(&[thin, thin, width]),
        B::ThickThinSmallGap => stack(&[width, thin, thin]),
        B::ThinThickThinSmallGap => stack(&[thin, thin, width, thin, thin]),
        B::ThinThickMediumGap => stack(&[width / 2.0, width / 2.0, width]),
        B::ThickThinMediumGap => stack(&[width, width / 2.0, width / 2.0]),
        B::ThinThickThinMediumGap => stack(&[width / 2.0, width / 2.0, width, width / 2.0, width / 2.0]),
        B::ThinThickLargeGap => stack(&[thin, width, 1.5]),
        B::ThickThinLargeGap => stack(&[1.5, width, thin]),
        B::ThinThickThinLargeGap => stack(&[thin, width, 1.5, width, thin]),
        B::Wave => Lines { at: vec![(0.0, width)], dash: &[], wave: Some(1.5) },
        B::DoubleWave => Lines { at: vec![(-1.5, width), (1.5, width)], dash: &[], wave: Some(1.0) },
    }
}

/// Lines and gaps in turn, outer one first, about a common middle.
fn stacked(parts: &[f64]) -> Vec<(f64, f64)> {
    let mut edge = -parts.iter().sum::<f64>() / 2.0;
    let mut at = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        if index % 2 == 0 {
            at.push((edge + part / 2.0, *part));
        }
        edge += part;
    }
    at
}

/// A zigzag of half waves `2 × amplitude` long.
pub(super) fn wave(from: (f64, f64), along: (f64, f64), across: (f64, f64), length: f64, amplitude: f64) -> String {
    const MOST: f64 = 2_000.0;
    let steps = (length / (2.0 * amplitude)).floor().clamp(1.0, MOST) as usize;
    let step = length / steps as f64;
    let mut d = format!("M{} {}", Rounded(from.0), Rounded(from.1));
    for index in 1..=steps {
        let (distance, side) = (step * index as f64, if index % 2 == 0 { 0.0 } else { amplitude });
        let (x, y) = (from.0 + along.0 * distance + across.0 * side, from.1 + along.1 * distance + across.1 * side);
        // Writing to a string cannot fail.
        let _ = write!(d, "L{} {}", Rounded(x), Rounded(y));
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::Border;

    fn drawn(style: BorderStyle, width: f64) -> Vec<Item> {
        let mut items = Vec::new();
        let border = Border { style, width, space: 0.0, color: None, shadow: false };
        push_rule(&Rule { from: (0.0, 10.0), to: (100.0, 10.0), border }, 5.0, 0.0, None, &mut items);
        items
    }

    #[test]
    fn a_double_line_is_three_widths_high() {
        let ys: Vec<f64> = drawn(BorderStyle::Double, 0.5).iter().map(|item| if let Item::Stroke(s) = item { s.y1 } else { 0.0 }).collect();
        assert_eq!(ys, [9.5, 10.5]);
    }

    #[test]
    fn a_single_line_keeps_its_place() {
        let want = Stroke { x1: 5.0, y1: 10.0, x2: 105.0, y2: 10.0, width: 1.0, color: 0, dash: vec![] };
        assert_eq!(drawn(BorderStyle::Single, 1.0), [Item::Stroke(want)]);
    }

    #[test]
    fn waves_end_where_the_rule_ends() {
        let items = drawn(BorderStyle::Wave, 0.75);
        assert!(matches!(&items[..], [Item::Path(path)] if path.d.starts_with("M5 10L") && path.d.contains("L105 ")));
    }
}
