//! Shapes: a geometry's outlines with their fill, line and shadow.

use super::build::{At, Builder};
use super::line_end::{self, End};
use super::{Group, Item, Paint, Path, Picture, Rounded};
use crate::flow::Shape;
use crate::geometry::{Outline, Segment, Shade};
use crate::look::{Fill, Ink, Line, PictureFill, Run, Tile};
use std::fmt::Write;

/// The thinnest line that is drawn, in points: a width of 0 means as thin as can be.
const THINNEST: f64 = 0.25;

/// Where a shape stands and how it is mirrored.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// Left to right, top to bottom.
    pub flips: (bool, bool),
}

impl Frame {
    /// A place of the shape on the page.
    pub fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let x = if self.flips.0 { self.width - x } else { x };
        let y = if self.flips.1 { self.height - y } else { y };
        (self.x + x, self.y + y)
    }

    /// The same, moved.
    fn moved(self, (x, y): (f64, f64)) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }

    /// The group that turns what is in it about the shape's middle; none where nothing is turned.
    pub fn turn(&self, degrees: f64) -> Option<Group> {
        let (x, y) = (self.x + self.width / 2.0, self.y + self.height / 2.0);
        (degrees % 360.0 != 0.0).then_some(Group::Turn { degrees, x, y })
    }
}

/// Path data of segments.
pub(super) fn data(segments: &[Segment], frame: &Frame) -> String {
    let mut d = String::new();
    let point = |d: &mut String, lead: &str, at: (f64, f64)| {
        let (x, y) = frame.place(at);
        // Writing to a string cannot fail.
        let _ = write!(d, "{lead}{} {}", Rounded(x), Rounded(y));
    };
    let mut last = ' ';
    for segment in segments {
        let letter = match segment {
            Segment::Move(_) => 'M',
            Segment::Line(_) => 'L',
            Segment::Cubic(..) => 'C',
            Segment::Close => 'Z',
        };
        // A letter holds for what follows, but for a move.
        let lead = if letter == last && letter != 'M' { " ".to_owned() } else { letter.to_string() };
        last = letter;
        match *segment {
            Segment::Move(to) | Segment::Line(to) => point(&mut d, &lead, to),
            Segment::Cubic(one, two, to) => {
                point(&mut d, &lead, one);
                point(&mut d, " ", two);
                point(&mut d, " ", to);
            }
            Segment::Close => d.push('Z'),
        }
    }
    d
}

/// The path data of a plain box.
pub(super) fn rectangle(x: f64, y: f64, width: f64, height: f64) -> String {
    let (left, top, right, bottom) = (Rounded(x), Rounded(y), Rounded(x + width), Rounded(y + height));
    format!("M{left} {top}L{right} {top} {right} {bottom} {left} {bottom}Z")
}

impl Builder<'_> {
    /// A shape in a box, without its text.
    pub(super) fn shape(&mut self, shape: &Shape, width: f64, height: f64, at: At) {
        if let Some((text, style)) = &shape.word_art {
            return self.word_art(shape, text, *style, width, height, at);
        }
        if shape.fill == Fill::None && shape.line.is_none() {
            return;
        }
        let frame = Frame { x: at.x, y: at.y, width, height, flips: (shape.flip_h, shape.flip_v) };
        let outlines = shape.geometry.outline(width, height);
        // What is only filled is the ground of what has a line, wherever the formulas name it (chartPlus, chartStar, chartX).
        let (grounds, lines): (Vec<_>, Vec<_>) = outlines.iter().partition(|outline| !outline.stroked);
        self.within(frame.turn(shape.rotation), |builder| {
            builder.glow(shape, &outlines, &frame);
            builder.shadow(shape, &outlines, &frame);
            for outline in grounds.into_iter().chain(lines) {
                builder.outline(outline, &shape.fill, shape.line.as_ref(), &frame);
            }
        });
    }

    /// The glow around what is filled or has a line: a soft line of its colour that is seen as far as its radius.
    fn glow(&mut self, shape: &Shape, outlines: &[Outline], frame: &Frame) {
        let Some(glow) = shape.effects.glow else { return };
        for outline in outlines.iter().filter(|outline| outline.stroked || outline.shade != Shade::None) {
            self.put(Item::Path(Path {
                d: data(&outline.segments, frame),
                stroke: Some(glow.ink.rgb),
                stroke_opacity: glow.ink.alpha,
                stroke_width: glow.radius,
                round_corners: true,
                blur: glow.radius / 2.0,
                ..Path::default()
            }));
        }
    }

    /// The shadow of what is filled, or of the line where nothing is.
    fn shadow(&mut self, shape: &Shape, outlines: &[Outline], frame: &Frame) {
        let Some(shadow) = shape.effects.shadow else { return };
        let frame = frame.moved(shadow.offset);
        for outline in outlines {
            let is_filled = shape.fill != Fill::None && outline.shade != Shade::None;
            let line = shape.line.as_ref().filter(|_| outline.stroked && shape.fill == Fill::None);
            if !is_filled && line.is_none() {
                continue;
            }
            self.put(Item::Path(Path {
                d: data(&outline.segments, &frame),
                fill: is_filled.then_some(Paint::Color(shadow.ink.rgb)),
                fill_opacity: shadow.ink.alpha,
                stroke: line.map(|_| shadow.ink.rgb),
                stroke_opacity: shadow.ink.alpha,
                stroke_width: line.map_or(0.0, |line| line.width.max(THINNEST)),
                // The standard's radius is where the blur has faded; a filter's deviation is half of it.
                blur: shadow.blur / 2.0,
                ..Path::default()
            }));
        }
    }

    /// One outline: its fill, then its line.
    fn outline(&mut self, outline: &Outline, fill: &Fill, line: Option<&Line>, frame: &Frame) {
        let line = line.filter(|_| outline.stroked);
        let d = data(&outline.segments, frame);
        let shade = outline.shade;
        let fill = if shade == Shade::None { &Fill::None } else { fill };
        let clipped = match fill {
            Fill::Picture(_) => true,
            Fill::Gradient(gradient) => matches!(gradient.run, Run::Box(_)),
            _ => false,
        };
        if clipped {
            self.clipped_fill(&d, fill, shade, frame);
        }
        let (paint, opacity) = if clipped { (None, 1.0) } else { paint(fill, shade, frame) };
        let ends = line.filter(|line| line.ends != [None, None] && line_end::is_open(&outline.segments));
        match (line, ends) {
            (Some(line), Some(_)) => {
                if paint.is_some() {
                    self.put(Item::Path(Path { d, fill: paint, fill_opacity: opacity, ..Path::default() }));
                }
                self.line_with_ends(outline, line, frame);
            }
            (None, _) if paint.is_none() => {}
            (line, _) => {
                let filled = Path { d, fill: paint, fill_opacity: opacity, ..Path::default() };
                let item = Item::Path(line.map_or(filled.clone(), |line| stroked(filled, line)));
                // What was clipped went above: so does its line.
                if clipped { self.over.push(item) } else { self.put(item) }
            }
        }
    }

    /// A line, shortened to where its ends begin, and its ends.
    fn line_with_ends(&mut self, outline: &Outline, line: &Line, frame: &Frame) {
        let mut segments = outline.segments.clone();
        let ends = line_end::ends(&mut segments, line);
        self.put(Item::Path(stroked(Path { d: data(&segments, frame), ..Path::default() }, line)));
        for End { segments, is_filled } in ends {
            let mut path = Path { d: data(&segments, frame), ..Path::default() };
            if is_filled {
                (path.fill, path.fill_opacity) = (Some(Paint::Color(line.ink.rgb)), line.ink.alpha);
            } else {
                path = stroked(path, &Line { dash: Vec::new(), round: true, ..line.clone() });
            }
            self.put(Item::Path(path));
        }
    }

    /// A fill that is drawn as something of its own and cut to the outline.
    fn clipped_fill(&mut self, d: &str, fill: &Fill, shade: Shade, frame: &Frame) {
        let group = Some(Group::Outline { d: d.to_owned() });
        match fill {
            Fill::Picture(picture) => self.within(group, |builder| builder.picture_fill(picture, frame)),
            Fill::Gradient(gradient) => {
                let Run::Box(inner) = gradient.run else { return };
                self.within(group, |builder| {
                    for (share, ink) in steps(&gradient.stops) {
                        // From the whole shape inwards.
                        let [left, top, right, bottom] = inner.map(|side| side * share);
                        let (start, end) =
                            ((left * frame.width, top * frame.height), ((1.0 - right) * frame.width, (1.0 - bottom) * frame.height));
                        let (one, two) = (frame.place(start), frame.place(end));
                        let (x, y) = (one.0.min(two.0), one.1.min(two.1));
                        let d = rectangle(x, y, (two.0 - one.0).abs(), (two.1 - one.1).abs());
                        let ink = shaded(ink, shade);
                        builder.put(Item::Path(Path { d, fill: Some(Paint::Color(ink.rgb)), ..Path::default() }));
                    }
                });
            }
            _ => {}
        }
    }

    fn picture_fill(&mut self, fill: &PictureFill, frame: &Frame) {
        let places = fill.tile.and_then(|tile| tiles(&tile, frame));
        for (x, y, width, height, flips) in places.unwrap_or_else(|| vec![stretched(fill.stretch, frame)]) {
            self.over.push(Item::Picture(Picture {
                part: fill.part.clone(),
                x,
                y,
                width,
                height,
                crop: fill.crop,
                flip_h: flips.0,
                flip_v: flips.1,
                recolor: (&fill.recolor).into(),
                ..Picture::default()
            }));
        }
    }
}

/// Where a picture stands in a fill: left, top, width, height, and how it is mirrored.
type Place = (f64, f64, f64, f64, (bool, bool));

/// One picture over the whole shape, or what of it is stated.
fn stretched([left, top, right, bottom]: [f64; 4], frame: &Frame) -> Place {
    let (width, height) = (((1.0 - left - right) * frame.width).max(0.0), ((1.0 - top - bottom) * frame.height).max(0.0));
    (frame.x + left * frame.width, frame.y + top * frame.height, width, height, frame.flips)
}

/// The tiles that cover a shape; none where they are too many to be drawn, so that one is stretched over it.
fn tiles(tile: &Tile, frame: &Frame) -> Option<Vec<Place>> {
    const MOST_TILES: f64 = 1000.0;
    let (width, height) = tile.size;
    let count = (frame.width / width + 2.0) * (frame.height / height + 2.0);
    if !(width > 0.0 && height > 0.0 && count <= MOST_TILES) {
        return None;
    }
    // From the tile that reaches over the edge; tiles count from the one at the stated corner.
    let along = |extent: f64, size: f64, corner: f64, offset: f64| {
        let first = (extent - size) * corner + offset;
        let before = (first / size).ceil();
        let number = ((extent - first) / size + before).ceil().max(0.0) as i64;
        (0..number).map(move |index| (first + (index as f64 - before) * size, (index - before as i64).rem_euclid(2) == 1))
    };
    let rows = along(frame.height, height, tile.corner.1, tile.offset.1);
    let places = rows.flat_map(|(y, odd_row)| {
        along(frame.width, width, tile.corner.0, tile.offset.0).map(move |(x, odd)| {
            let flips = (tile.flips.0 && odd, tile.flips.1 && odd_row);
            (frame.x + x, frame.y + y, width, height, flips)
        })
    });
    Some(places.collect())
}

/// A path with a line.
pub(super) fn stroked(path: Path, line: &Line) -> Path {
    let width = line.width.max(THINNEST);
    Path {
        stroke: Some(line.ink.rgb),
        stroke_opacity: line.ink.alpha,
        stroke_width: width,
        dash: line.dash.iter().map(|part| part * width).collect(),
        round_ends: line.round,
        round_corners: line.round_corners,
        ..path
    }
}

/// A gradient's colours from its end (share 0) to its start (share 1), in steps that are not seen.
fn steps(stops: &[(f64, Ink)]) -> impl Iterator<Item = (f64, Ink)> {
    const STEPS: u32 = 48;
    (0..=STEPS).map(move |step| {
        let at = 1.0 - f64::from(step) / f64::from(STEPS);
        let after = stops.partition_point(|(place, _)| *place < at);
        let ink = match (after.checked_sub(1).and_then(|before| stops.get(before)), stops.get(after)) {
            (Some((from, one)), Some((to, two))) => one.towards(*two, if to > from { (at - from) / (to - from) } else { 0.0 }),
            (_, Some((_, ink))) | (Some((_, ink)), None) => *ink,
            (None, None) => Ink::default(),
        };
        (1.0 - at, ink)
    })
}

/// A fill as paint, and its opacity.
fn paint(fill: &Fill, shade: Shade, frame: &Frame) -> (Option<Paint>, f64) {
    match fill {
        Fill::None | Fill::Picture(_) => (None, 1.0),
        Fill::Solid(ink) if ink.alpha <= 0.0 => (None, 1.0),
        Fill::Solid(ink) => (Some(Paint::Color(shaded(*ink, shade).rgb)), ink.alpha),
        Fill::Pattern(pattern) => {
            let mut d = String::new();
            for (y, row) in pattern.rows.iter().enumerate() {
                for x in (0..8).filter(|x| row >> (7 - x) & 1 == 1) {
                    let _ = write!(d, "M{x} {y}h1v1h-1z");
                }
            }
            (Some(Paint::Tiles { tile: d, ink: shaded(pattern.ink, shade).rgb, ground: shaded(pattern.ground, shade).rgb }), 1.0)
        }
        Fill::Gradient(gradient) => {
            let stops = gradient.stops.iter().map(|(at, ink)| {
                let ink = shaded(*ink, shade);
                (*at, ink.rgb, ink.alpha)
            });
            let stops = stops.collect();
            let (width, height) = (frame.width, frame.height);
            let paint = match gradient.run {
                Run::Line { degrees, scaled } => {
                    let (sin, cos) = crate::geometry::sin_cos(degrees / 360.0);
                    // Lines of one colour are stretched with the shape where it is scaled.
                    let (across, down) = if scaled { (cos * height, sin * width) } else { (cos, sin) };
                    let length = (across * across + down * down).sqrt();
                    let (across, down) = if length > 0.0 { (across / length, down / length) } else { (1.0, 0.0) };
                    let half = ((width * across).abs() + (height * down).abs()) / 2.0;
                    let end = |side: f64| frame.place((width / 2.0 + side * half * across, height / 2.0 + side * half * down));
                    let ((x1, y1), (x2, y2)) = (end(-1.0), end(1.0));
                    Paint::Linear { stops, line: [x1, y1, x2, y2] }
                }
                Run::Circle([left, top, right, bottom]) | Run::Box([left, top, right, bottom]) => {
                    let (x, y) = (width * (1.0 + left - right) / 2.0, height * (1.0 + top - bottom) / 2.0);
                    // To the corner that is farthest.
                    let (far_x, far_y) = (x.max(width - x), y.max(height - y));
                    let (x, y) = frame.place((x, y));
                    Paint::Radial { stops, circle: [x, y, (far_x * far_x + far_y * far_y).sqrt()] }
                }
            };
            (Some(paint), 1.0)
        }
    }
}

/// A colour in a path that is lighter or darker than the shape (20.1.10.37): by a fifth or two.
fn shaded(ink: Ink, shade: Shade) -> Ink {
    let (towards, share) = match shade {
        Shade::Norm | Shade::None => return ink,
        Shade::Lighten => (0xFF_FFFF, 0.4),
        Shade::LightenLess => (0xFF_FFFF, 0.2),
        Shade::Darken => (0, 0.4),
        Shade::DarkenLess => (0, 0.2),
    };
    Ink { alpha: ink.alpha, ..ink.towards(Ink::of(towards), share) }
}

#[cfg(test)]
mod tests {
    use super::{Frame, data};
    use crate::geometry::preset;

    fn path(name: &str, width: f64, height: f64, flips: (bool, bool)) -> String {
        let outlines = preset(name, &[]).map(|shape| shape.outline(width, height)).unwrap_or_default();
        let frame = Frame { x: 1.0, y: 2.0, width, height, flips };
        outlines.iter().map(|outline| data(&outline.segments, &frame)).collect()
    }

    #[test]
    fn paths_stand_where_the_shape_does() {
        assert_eq!(path("rect", 10.0, 5.0, (false, false)), "M1 2L11 2 11 7 1 7Z");
        assert_eq!(path("line", 10.0, 5.0, (false, true)), "M1 7L11 2");
    }

    #[test]
    fn arrows_point_where_their_names_say() {
        assert!(path("rightArrow", 40.0, 20.0, (false, false)).contains("41 12"));
        assert!(path("rightArrow", 40.0, 20.0, (true, false)).contains("1 12"));
        assert!(path("upArrow", 20.0, 40.0, (false, false)).contains("11 2"));
    }
}
