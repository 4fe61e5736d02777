//! Geometry: formulas, arcs and the presets as a whole.

use super::{Outline, Segment, Shade, preset, sin_cos};

fn outline(name: &str, width: f64, height: f64) -> Vec<Outline> {
    preset(name, &[]).map(|shape| shape.outline(width, height)).unwrap_or_default()
}

/// The ends of the pieces, to a tenth.
fn ends(outline: &Outline) -> Vec<(f64, f64)> {
    let tenth = |x: f64| (x * 10.0).round() / 10.0;
    let end = |segment: &Segment| match *segment {
        Segment::Move(to) | Segment::Line(to) | Segment::Cubic(_, _, to) => Some((tenth(to.0), tenth(to.1))),
        Segment::Close => None,
    };
    outline.segments.iter().filter_map(end).collect()
}

#[test]
fn a_turn_goes_around() {
    const HALF_WAY: f64 = std::f64::consts::FRAC_1_SQRT_2;
    for (turn, sin, cos) in [(0.0, 0.0, 1.0), (0.125, HALF_WAY, HALF_WAY), (0.25, 1.0, 0.0), (0.5, 0.0, -1.0), (0.75, -1.0, 0.0)] {
        let got = sin_cos(turn);
        assert!((got.0 - sin).abs() < 1e-5 && (got.1 - cos).abs() < 1e-5, "{turn}: {got:?}");
        assert!((super::angle::turn_of(sin, cos).rem_euclid(1.0) - turn).abs() < 1e-6, "{turn}");
    }
}

#[test]
fn every_preset_of_the_standard_has_an_outline() {
    let names: Vec<&str> = include_str!("presets.txt").lines().filter_map(|line| line.split('|').next()).collect();
    assert_eq!(names.len(), 187);
    for name in names {
        let outlines = outline(name, 100.0, 60.0);
        assert!(!outlines.is_empty(), "{name}");
        for (x, y) in outlines.iter().flat_map(ends) {
            // Callouts point outside their box, nothing goes further.
            assert!((-80.0..=200.0).contains(&x) && (-80.0..=200.0).contains(&y), "{name}: {x} {y}");
        }
    }
    assert!(preset("nonsense", &[]).is_none());
}

#[test]
fn adjustments_are_the_documents() {
    let chevron = preset("chevron", &[("adj".to_owned(), 25_000)]).map(|shape| shape.outline(40.0, 20.0)).unwrap_or_default();
    // A quarter of the shorter side.
    assert_eq!(ends(&chevron[0]), [(0.0, 0.0), (35.0, 0.0), (40.0, 10.0), (35.0, 20.0), (0.0, 20.0), (5.0, 10.0)]);
}

#[test]
fn an_ellipse_is_four_arcs_and_its_text_is_within() {
    let [ellipse] = &outline("ellipse", 40.0, 20.0)[..] else { panic!("one path") };
    assert_eq!(ends(ellipse), [(0.0, 10.0), (20.0, 0.0), (40.0, 10.0), (20.0, 20.0), (0.0, 10.0)]);
    let text = preset("ellipse", &[]).and_then(|shape| shape.text_box(40.0, 20.0)).unwrap_or_default();
    assert!((text[0] - 5.858).abs() < 1e-3 && (text[3] - 17.071).abs() < 1e-3, "{text:?}");
}

#[test]
fn paths_may_be_darker_or_not_filled() {
    let shades: Vec<(Shade, bool)> = outline("can", 20.0, 40.0).iter().map(|path| (path.shade, path.stroked)).collect();
    assert_eq!(shades, [(Shade::Norm, false), (Shade::Lighten, false), (Shade::None, true)]);
}
