//! The device context: GDI's state, and its drawing calls as SVG. Points come in as records have them and go out in the units
//! of the picture's device.

mod bitmap;
mod text;

use super::MOST_OUTPUT;
use super::dib::MOST_PIXELS;
use super::matrix::Matrix;
use super::object::{Brush, Font, Object, Pen};
use super::outline::{QUARTER, arc};
use super::text::Decode;
use crate::numeral::format_decimal;
use std::fmt::Write;

/// How deep states may be saved.
const MOST_SAVED: usize = 256;

pub(super) type Point = (f64, f64);

/// How pages map to the device (MM_*).
#[derive(Clone, Copy, Debug)]
pub(super) struct Mapping {
    pub mode: u32,
    pub window_org: Point,
    pub window_ext: Point,
    pub viewport_org: Point,
    pub viewport_ext: Point,
}

/// What SAVEDC saves.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub world: Matrix,
    pub mapping: Mapping,
    pub pen: Pen,
    pub brush: Brush,
    pub font: Font,
    pub text_color: u32,
    pub back_color: u32,
    /// The ground behind text and between dashes is painted.
    pub opaque: bool,
    /// TA_*.
    pub align: u32,
    pub winding: bool,
    pub rop2: u32,
    pub clockwise: bool,
    /// The current position.
    pub at: Point,
    /// The clip's number in the output; 0 is none.
    clip: u32,
}

/// Whether a figure's inside and its line are painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    Line,
    Inside,
    Both,
}

/// A device context that writes SVG.
pub(super) struct Dc<'a> {
    pub state: State,
    pub decode: Decode<'a>,
    saved: Vec<State>,
    /// The path between BEGINPATH and ENDPATH, and after it until it is used.
    path: String,
    in_path: bool,
    out: String,
    clips: u32,
    /// Device pixels in a millimetre.
    pub density: Point,
    /// The thinnest line.
    pub hairline: f64,
    pixels: usize,
    drawn: bool,
}

impl<'a> Dc<'a> {
    pub fn new(decode: Decode<'a>) -> Self {
        let mapping =
            Mapping { mode: 1, window_org: (0.0, 0.0), window_ext: (1.0, 1.0), viewport_org: (0.0, 0.0), viewport_ext: (1.0, 1.0) };
        let state = State {
            world: Matrix::IDENTITY,
            mapping,
            pen: Pen::BLACK,
            brush: Brush::Solid(0xFF_FFFF),
            font: Font::default(),
            text_color: 0,
            back_color: 0xFF_FFFF,
            opaque: true,
            align: 0,
            winding: false,
            rop2: 13,
            clockwise: false,
            at: (0.0, 0.0),
            clip: 0,
        };
        Self {
            state,
            decode,
            saved: Vec::new(),
            path: String::new(),
            in_path: false,
            out: String::new(),
            clips: 0,
            density: (3.78, 3.78),
            hairline: 1.0,
            pixels: MOST_PIXELS,
            drawn: false,
        }
    }

    /// The document, if anything was drawn: its box as left, top, width, height.
    pub fn finish(self, [left, top, width, height]: [f64; 4]) -> Option<String> {
        if !self.drawn || width <= 0.0 || height <= 0.0 {
            return None;
        }
        let [left, top, width, height] = [left, top, width, height].map(number);
        Some(format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{left} {top} {width} {height}" preserveAspectRatio="none">{}</svg>"#,
            self.out
        ))
    }

    /// Nothing more is written: the rest of the file is passed over.
    pub fn is_full(&self) -> bool {
        self.out.len() + self.path.len() > MOST_OUTPUT
    }

    pub fn save(&mut self) {
        if self.saved.len() < MOST_SAVED {
            self.saved.push(self.state.clone());
        }
    }

    /// To the state saved so many times ago (negative), or to the one of this number.
    pub fn restore(&mut self, which: f64) {
        let kept = if which < 0.0 { self.saved.len() as f64 + which } else { which - 1.0 };
        if kept >= 0.0 && (kept as usize) < self.saved.len() {
            self.saved.truncate(kept as usize + 1);
            if let Some(state) = self.saved.pop() {
                self.state = state;
            }
        }
    }

    pub fn select(&mut self, object: &Object) {
        match object {
            Object::Pen(pen) => self.state.pen = *pen,
            Object::Brush(brush) => self.state.brush = *brush,
            Object::Font(font) => self.state.font = font.clone(),
            Object::Other => {}
        }
    }

    /// From the record's units to the device's.
    pub fn matrix(&self) -> Matrix {
        let Mapping { mode, window_org, window_ext, viewport_org, viewport_ext } = self.state.mapping;
        let per = |millimetres: f64| (self.density.0 * millimetres, -self.density.1 * millimetres);
        let (across, down) = match mode {
            2 => per(0.1),
            3 => per(0.01),
            4 => per(0.254),
            5 => per(0.0254),
            6 => per(25.4 / 1440.0),
            7 | 8 => {
                let ratio = |to: f64, from: f64| if from == 0.0 { 1.0 } else { to / from };
                let (across, down) = (ratio(viewport_ext.0, window_ext.0), ratio(viewport_ext.1, window_ext.1));
                // Isotropic: the smaller of the two for both.
                let least = across.abs().min(down.abs());
                if mode == 7 { (least.copysign(across), least.copysign(down)) } else { (across, down) }
            }
            _ => (1.0, 1.0),
        };
        let page = Matrix {
            m11: across,
            m12: 0.0,
            m21: 0.0,
            m22: down,
            dx: viewport_org.0 - window_org.0 * across,
            dy: viewport_org.1 - window_org.1 * down,
        };
        self.state.world.then(&page)
    }

    fn place(&self, point: Point) -> String {
        let (x, y) = self.matrix().apply(point);
        format!("{} {}", number(x), number(y))
    }

    /// Straight lines from point to point; none are drawn through a single point.
    pub fn polyline(&mut self, points: &[Point], close: bool, paint: Paint) {
        let d = self.polyline_data(points, close);
        self.figure(&d, paint);
    }

    /// Several polygons as one figure.
    pub fn polygons<'p>(&mut self, polygons: impl Iterator<Item = &'p [Point]>, close: bool, paint: Paint) {
        let d: String = polygons.map(|points| self.polyline_data(points, close)).collect();
        self.figure(&d, paint);
    }

    fn polyline_data(&self, points: &[Point], close: bool) -> String {
        let mut d = String::new();
        for (index, point) in points.iter().enumerate() {
            d.push(if index == 0 { 'M' } else { 'L' });
            d.push_str(&self.place(*point));
        }
        if close && !d.is_empty() {
            d.push('Z');
        }
        d
    }

    /// Curves: a point, then three for each.
    pub fn bezier(&mut self, points: &[Point]) {
        let Some((first, rest)) = points.split_first() else { return };
        let mut d = format!("M{}", self.place(*first));
        self.curves(rest, &mut d);
        self.figure(&d, Paint::Line);
    }

    fn curves(&self, points: &[Point], d: &mut String) {
        for [one, two, end] in points.as_chunks::<3>().0 {
            let _ = write!(d, "C{} {} {}", self.place(*one), self.place(*two), self.place(*end));
        }
    }

    /// Lines or curves from the current position, which moves to their end.
    pub fn to(&mut self, points: &[Point], curved: bool) {
        let Some(last) = points.last().copied() else { return };
        // A path that is being made goes on; MOVETO began its figure.
        let mut d = if self.in_path && !self.path.is_empty() { String::new() } else { format!("M{}", self.place(self.state.at)) };
        if curved {
            self.curves(points, &mut d);
        } else {
            points.iter().for_each(|point| {
                let _ = write!(d, "L{}", self.place(*point));
            });
        }
        self.state.at = last;
        self.figure(&d, Paint::Line);
    }

    pub fn move_to(&mut self, point: Point) {
        self.state.at = point;
        if self.in_path {
            let d = format!("M{}", self.place(point));
            self.path.push_str(&d);
        }
    }

    pub fn rect(&mut self, rect: [f64; 4], paint: Paint) {
        let d = self.rect_data(rect);
        self.figure(&d, paint);
    }

    fn rect_data(&self, [left, top, right, bottom]: [f64; 4]) -> String {
        self.polyline_data(&[(left, top), (right, top), (right, bottom), (left, bottom)], true)
    }

    /// A box whose corners are quarters of an ellipse of this size.
    pub fn round_rect(&mut self, [left, top, right, bottom]: [f64; 4], (width, height): Point) {
        let rx = (width.abs() / 2.0).min((right - left).abs() / 2.0).copysign(right - left);
        let ry = (height.abs() / 2.0).min((bottom - top).abs() / 2.0).copysign(bottom - top);
        let (kx, ky) = (rx * (1.0 - QUARTER), ry * (1.0 - QUARTER));
        let mut d = format!("M{}L{}", self.place((left + rx, top)), self.place((right - rx, top)));
        self.curves(&[(right - kx, top), (right, top + ky), (right, top + ry)], &mut d);
        let _ = write!(d, "L{}", self.place((right, bottom - ry)));
        self.curves(&[(right, bottom - ky), (right - kx, bottom), (right - rx, bottom)], &mut d);
        let _ = write!(d, "L{}", self.place((left + rx, bottom)));
        self.curves(&[(left + kx, bottom), (left, bottom - ky), (left, bottom - ry)], &mut d);
        let _ = write!(d, "L{}", self.place((left, top + ry)));
        self.curves(&[(left, top + ky), (left + kx, top), (left + rx, top)], &mut d);
        d.push('Z');
        self.figure(&d, Paint::Both);
    }

    pub fn ellipse(&mut self, rect: [f64; 4]) {
        self.arc(rect, (rect[2], 0.0), (rect[2], 0.0), Arc::Chord);
    }

    /// An arc between two rays; the current position moves to its end where it is drawn to.
    pub fn arc(&mut self, rect: [f64; 4], start: Point, end: Point, kind: Arc) {
        let (from, curves) = arc(rect, start, end, self.state.clockwise);
        let begin = match kind {
            Arc::To if self.in_path && !self.path.is_empty() => 'L',
            _ => 'M',
        };
        let mut d = format!("{begin}{}", self.place(from));
        self.curves(curves.as_flattened(), &mut d);
        match kind {
            Arc::Open => {}
            Arc::To => self.state.at = curves.last().map_or(self.state.at, |curve| curve[2]),
            Arc::Chord => d.push('Z'),
            Arc::Pie => {
                let middle = ((rect[0] + rect[2]) / 2.0, (rect[1] + rect[3]) / 2.0);
                let _ = write!(d, "L{}Z", self.place(middle));
            }
        }
        self.figure(&d, if matches!(kind, Arc::Open | Arc::To) { Paint::Line } else { Paint::Both });
    }

    pub fn begin_path(&mut self) {
        self.path.clear();
        self.in_path = true;
    }

    pub fn end_path(&mut self) {
        self.in_path = false;
    }

    pub fn close_figure(&mut self) {
        if self.in_path && !self.path.is_empty() {
            self.path.push('Z');
        }
    }

    pub fn abort_path(&mut self) {
        self.in_path = false;
        self.path.clear();
    }

    pub fn paint_path(&mut self, paint: Paint) {
        self.in_path = false;
        let path = std::mem::take(&mut self.path);
        self.figure(&path, paint);
    }

    /// The path becomes a clip: in place of the one there is, or of what is in both.
    pub fn clip_path(&mut self, replace: bool) {
        self.in_path = false;
        let path = std::mem::take(&mut self.path);
        self.clip(&path, replace);
    }

    pub fn clip_boxes(&mut self, boxes: &[[f64; 4]], in_device: bool, replace: bool) {
        let d: String = boxes
            .iter()
            .map(|&[left, top, right, bottom]| {
                if in_device {
                    let [left, top, right, bottom] = [left, top, right, bottom].map(number);
                    format!("M{left} {top}H{right}V{bottom}H{left}Z")
                } else {
                    self.rect_data([left, top, right, bottom])
                }
            })
            .collect();
        self.clip(&d, replace);
    }

    pub fn unclip(&mut self) {
        self.state.clip = 0;
    }

    fn clip(&mut self, d: &str, replace: bool) {
        let outer = if replace { String::new() } else { self.clip_attribute() };
        self.clips += 1;
        let rule = if self.state.winding { "" } else { r#" clip-rule="evenodd""# };
        let _ = write!(self.out, r#"<clipPath id="c{}"{outer}><path d="{d}"{rule}/></clipPath>"#, self.clips);
        self.state.clip = self.clips;
    }

    fn clip_attribute(&self) -> String {
        if self.state.clip == 0 { String::new() } else { format!(r#" clip-path="url(#c{})""#, self.state.clip) }
    }

    /// A figure: into the path that is being made, or painted.
    fn figure(&mut self, d: &str, paint: Paint) {
        const NOP: u32 = 11;
        if self.in_path {
            self.path.push_str(d);
            return;
        }
        let line = paint != Paint::Inside && !self.state.pen.is_none();
        let inside = if paint == Paint::Line { Brush::None } else { self.state.brush };
        if d.is_empty() || self.state.rop2 == NOP || (!line && inside == Brush::None) {
            return;
        }
        let fill = self.fill(inside);
        let rule = if inside == Brush::None || self.state.winding { "" } else { r#" fill-rule="evenodd""# };
        let (stroke, clip) = (if line { self.stroke() } else { String::new() }, self.clip_attribute());
        let _ = write!(self.out, r#"<path d="{d}"{fill}{rule}{stroke}{clip}/>"#);
        self.drawn = true;
    }

    fn fill(&mut self, brush: Brush) -> String {
        match brush {
            Brush::None => r#" fill="none""#.to_owned(),
            Brush::Solid(color) => format!(r##" fill="#{color:06x}""##),
            Brush::Hatched(hatch, color) => {
                let d = match hatch {
                    0 => "M0 4H8",
                    1 => "M4 0V8",
                    2 => "M0 0L8 8",
                    3 => "M0 8L8 0",
                    4 => "M0 4H8M4 0V8",
                    _ => "M0 0L8 8M0 8L8 0",
                };
                self.clips += 1;
                let (id, size) = (self.clips, number(self.hairline));
                let ground = if self.state.opaque {
                    format!(r##"<path d="M0 0H8V8H0Z" fill="#{:06x}"/>"##, self.state.back_color)
                } else {
                    String::new()
                };
                let _ = write!(
                    self.out,
                    r##"<pattern id="c{id}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="scale({size})">{ground}<path d="{d}" stroke="#{color:06x}"/></pattern>"##
                );
                format!(r##" fill="url(#c{id})""##)
            }
        }
    }

    fn stroke(&self) -> String {
        let pen = self.state.pen;
        let width = (pen.width.abs() * self.matrix().scale()).max(self.hairline);
        let dashes = pen
            .dashes()
            .split(' ')
            .filter_map(|share| share.parse::<u32>().ok())
            .map(|share| number(f64::from(share) * width.max(2.0 * self.hairline)));
        let dashes = dashes.collect::<Vec<_>>().join(" ");
        let mut stroke = format!(r##" stroke="#{:06x}" stroke-width="{}" stroke-linejoin="{}""##, pen.color, number(width), pen.join());
        match dashes.is_empty() {
            true => stroke.push_str(&format!(r#" stroke-linecap="{}""#, pen.cap())),
            false => stroke.push_str(&format!(r#" stroke-dasharray="{dashes}""#)),
        }
        stroke
    }

    /// A box of one colour, whatever is selected.
    pub fn fill_rect(&mut self, rect: [f64; 4], brush: Brush) {
        let kept = std::mem::replace(&mut self.state.brush, brush);
        let in_path = std::mem::replace(&mut self.in_path, false);
        self.rect(rect, Paint::Inside);
        (self.state.brush, self.in_path) = (kept, in_path);
    }
}

/// What an arc becomes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Arc {
    Open,
    To,
    Chord,
    Pie,
}

/// Two decimals at most; what is no number is 0.
fn number(value: f64) -> String {
    let value = if value.is_finite() && value.abs() < 1e9 { value } else { 0.0 };
    if value == value.round() { (value as i64).to_string() } else { format_decimal(value, 2) }
}
