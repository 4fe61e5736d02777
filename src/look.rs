//! How shapes look: fills and lines (20.1.8, 20.1.2.2.24) with their colours worked out. Nothing is left to resolve, so one noun
//! serves from `parse` to `display`.

/// A colour that one may see through.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ink {
    /// RRGGBB.
    pub rgb: u32,
    /// 1 is opaque.
    pub alpha: f64,
}

impl Ink {
    /// An opaque colour.
    pub fn of(rgb: u32) -> Self {
        Self { rgb, alpha: 1.0 }
    }

    /// As it looks on white paper, RRGGBB.
    pub fn on_paper(self) -> u32 {
        Self::of(0xFF_FFFF).towards(Self::of(self.rgb), self.alpha).rgb
    }

    /// Somewhere between this and another.
    pub fn towards(self, other: Self, share: f64) -> Self {
        let channel = |shift: u32| {
            let of = |rgb: u32| f64::from(rgb >> shift & 0xFF);
            ((of(self.rgb) + (of(other.rgb) - of(self.rgb)) * share).round() as u32).min(0xFF) << shift
        };
        Self { rgb: channel(16) | channel(8) | channel(0), alpha: self.alpha + (other.alpha - self.alpha) * share }
    }
}

/// What an area is filled with.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Fill {
    /// Nothing.
    #[default]
    None,
    /// One colour.
    Solid(Ink),
    /// Colours that run into each other.
    Gradient(Box<Gradient>),
    /// Two colours in tiles of 8 by 8.
    Pattern(Pattern),
    /// A picture.
    Picture(Box<PictureFill>),
}

impl Fill {
    /// The colour that stands for it: of a gradient the middle of its ends.
    pub fn ink(&self) -> Option<Ink> {
        match self {
            Self::None | Self::Picture(_) => None,
            Self::Solid(ink) => Some(*ink),
            Self::Gradient(gradient) => {
                let (first, last) = (gradient.stops.first()?, gradient.stops.last()?);
                Some(first.1.towards(last.1, 0.5))
            }
            Self::Pattern(pattern) => Some(pattern.ground),
        }
    }
}

/// Colours that run into each other (20.1.8.33).
#[derive(Clone, Debug, PartialEq)]
pub struct Gradient {
    /// Places from 0 to 1 with their colours, in order.
    pub stops: Vec<(f64, Ink)>,
    /// How they run.
    pub run: Run,
}

/// How a gradient's colours run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Run {
    /// Along a direction: clockwise degrees from rightwards; scaled with the shape's sides.
    Line {
        /// Degrees.
        degrees: f64,
        /// As in a square that is then stretched to the shape.
        scaled: bool,
    },
    /// From the edges of a box inside, given by what it leaves at each side, to the shape's box.
    Box([f64; 4]),
    /// The same around: ellipses.
    Circle([f64; 4]),
}

/// A pattern of two colours (20.1.10.51 ST_PresetPatternVal).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pattern {
    /// Rows from the top; the highest bit is left.
    pub rows: [u8; 8],
    /// The colour of set bits.
    pub ink: Ink,
    /// The colour of the others.
    pub ground: Ink,
}

/// A picture that fills a shape (20.1.8.14).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PictureFill {
    /// The part with its bytes.
    pub part: String,
    /// Fractions cut off: left, top, right, bottom.
    pub crop: [f64; 4],
    /// What the picture leaves at each side of the shape, as a share; negative where it reaches beyond.
    pub stretch: [f64; 4],
    /// It is repeated over the shape instead.
    pub tile: Option<Tile>,
    /// How its colours are changed.
    pub recolor: Recolor,
}

/// A picture repeated over a shape (20.1.8.58).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tile {
    /// Width and height of one, in points.
    pub size: (f64, f64),
    /// How far the first one is moved from its corner of the shape, in points.
    pub offset: (f64, f64),
    /// The corner, as shares of what the shape is wider and higher than a tile: 0 is left and top.
    pub corner: (f64, f64),
    /// Every second one is mirrored: left to right, top to bottom.
    pub flips: (bool, bool),
}

/// How a picture's colours are changed (20.1.8.13).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recolor {
    /// This colour is seen through.
    pub clear: Option<u32>,
    /// Red, green and blue as a weighted sum of red, green, blue and one.
    pub matrix: Option<[f64; 12]>,
    /// Then black below this share of white, white from it.
    pub threshold: Option<f64>,
    /// Opacity, where not 1.
    pub opacity: Option<f64>,
}

impl Recolor {
    /// Nothing is changed.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// Changes the colours as a further matrix says.
    pub fn then(&mut self, next: [f64; 12]) {
        let Some(first) = self.matrix else {
            self.matrix = Some(next);
            return;
        };
        let at = |matrix: &[f64; 12], row: usize, column: usize| matrix.get(row * 4 + column).copied().unwrap_or(0.0);
        let mut product = [0.0; 12];
        for (index, cell) in product.iter_mut().enumerate() {
            let (row, column) = (index / 4, index % 4);
            let sum: f64 = (0..3).map(|inner| at(&next, row, inner) * at(&first, inner, column)).sum();
            *cell = sum + if column == 3 { at(&next, row, 3) } else { 0.0 };
        }
        self.matrix = Some(product);
    }

    /// Changes lightness and contrast, from -1 to 1, as Office does: it writes the washed-out picture (70 %, -70 %) as a gain of 0.3
    /// and a black level of 0.35 beside it.
    pub fn luminance(&mut self, bright: f64, contrast: f64) {
        let (bright, contrast) = (bright.clamp(-1.0, 1.0), contrast.clamp(-1.0, 1.0));
        let gain = if contrast > 0.0 { 1.0 / (1.0 - contrast).max(0.01) } else { 1.0 + contrast };
        self.gain(gain, bright / 2.0);
    }

    /// Changes contrast around the middle, and lifts what is black.
    pub fn gain(&mut self, gain: f64, black: f64) {
        self.linear(gain, 0.5 - 0.5 * gain + black);
    }

    /// Each channel times `gain` plus `offset`.
    fn linear(&mut self, gain: f64, offset: f64) {
        if (gain, offset) != (1.0, 0.0) {
            self.then([gain, 0.0, 0.0, offset, 0.0, gain, 0.0, offset, 0.0, 0.0, gain, offset]);
        }
    }

    /// From one colour for black to another for white.
    pub fn duotone(&mut self, dark: u32, light: u32) {
        let mut matrix = [0.0; 12];
        for (row, cells) in matrix.chunks_exact_mut(4).enumerate() {
            let channel = |rgb: u32| f64::from(rgb >> (16 - 8 * row) & 0xFF) / 255.0;
            let range = channel(light) - channel(dark);
            cells.copy_from_slice(&[LUMA[0] * range, LUMA[1] * range, LUMA[2] * range, channel(dark)]);
        }
        self.then(matrix);
    }
}

/// The weights of red, green and blue in what is seen as light.
const LUMA: [f64; 3] = [0.299, 0.587, 0.114];

/// A shape's line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its colour.
    pub ink: Ink,
    /// Its width in points.
    pub width: f64,
    /// Dashes and gaps in widths of the line; empty is solid.
    pub dash: Vec<f64>,
    /// Its ends are half circles.
    pub round: bool,
    /// Its corners are rounded.
    pub round_corners: bool,
    /// What stands at its start and its end.
    pub ends: [Option<LineEnd>; 2],
}

/// What stands at a line's end (20.1.8.38, 20.1.8.57).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineEnd {
    /// Its form.
    pub kind: LineEndKind,
    /// Its width and length: 0 small, 1 medium, 2 large.
    pub size: (u8, u8),
}

/// The form of a line's end (20.1.10.33 ST_LineEndType).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum LineEndKind {
    Triangle,
    Stealth,
    Diamond,
    Oval,
    Arrow,
}

impl LineEndKind {
    /// By the standard's name, or VML's (`block`, `classic`, `open`); none is no end.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "triangle" | "block" => Self::Triangle,
            "stealth" | "classic" => Self::Stealth,
            "diamond" => Self::Diamond,
            "oval" => Self::Oval,
            "arrow" | "open" => Self::Arrow,
            _ => return None,
        })
    }
}

/// The dashes of a preset in widths of the line (20.1.10.49 ST_PresetLineDashVal; VML's names, 14.1.2.21); empty is solid.
pub fn dashes(name: &str) -> Vec<f64> {
    let dashes: &[f64] = match name {
        "dot" => &[1.0, 3.0],
        "sysDot" | "shortdot" | "1 1" => &[1.0, 1.0],
        "dash" => &[4.0, 3.0],
        "sysDash" | "shortdash" | "3 1" => &[3.0, 1.0],
        "lgDash" | "longdash" => &[8.0, 3.0],
        "dashDot" | "dashdot" => &[4.0, 3.0, 1.0, 3.0],
        "sysDashDot" | "shortdashdot" => &[3.0, 1.0, 1.0, 1.0],
        "sysDashDotDot" | "shortdashdotdot" => &[3.0, 1.0, 1.0, 1.0, 1.0, 1.0],
        "lgDashDot" | "longdashdot" => &[8.0, 3.0, 1.0, 3.0],
        "lgDashDotDot" | "longdashdotdot" => &[8.0, 3.0, 1.0, 3.0, 1.0, 3.0],
        _ => &[],
    };
    dashes.to_vec()
}

/// What lies around or under a shape.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effects {
    /// The shadow that it throws.
    pub shadow: Option<Shadow>,
    /// The light around it.
    pub glow: Option<Glow>,
}

/// Light of a colour around a shape (20.1.8.32).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Glow {
    /// How far it reaches, in points.
    pub radius: f64,
    /// Its colour.
    pub ink: Ink,
}

/// A shadow: where it falls, how soft it is, its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shadow {
    /// How far right and down, in points.
    pub offset: (f64, f64),
    /// Over how many points its edge fades.
    pub blur: f64,
    /// Its colour.
    pub ink: Ink,
}
