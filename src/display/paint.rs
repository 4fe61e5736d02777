//! What areas are filled with, and how pictures' colours are changed.

use super::number::{Rounded, round_all};
use crate::look;
use serde::ser::{Serialize, SerializeSeq, Serializer};

/// What an area is filled with.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Paint {
    /// One colour, RRGGBB.
    Color(u32),
    /// Colours along a line, which hold on beyond its ends.
    Linear {
        /// Places from 0 to 1 with their colours.
        stops: Stops,
        /// From and to: x, y, x, y on the page.
        #[serde(serialize_with = "lengths")]
        line: [f64; 4],
    },
    /// Colours from the middle of a circle outwards.
    Radial {
        /// Places from 0 to 1 with their colours.
        stops: Stops,
        /// Its middle and radius on the page.
        #[serde(serialize_with = "lengths")]
        circle: [f64; 3],
    },
    /// Tiles of 6 points with a pattern.
    Tiles {
        /// SVG path data of what is in ink, in a tile of 8 by 8.
        tile: String,
        /// Its colour, RRGGBB.
        ink: u32,
        /// The colour behind it.
        ground: u32,
    },
}

impl From<u32> for Paint {
    fn from(rgb: u32) -> Self {
        Self::Color(rgb)
    }
}

/// A tile's side in points: Word prints a pattern's dots as pixels of 96 to the inch.
pub const TILE: f64 = 6.0;

/// A gradient's stops: place, RRGGBB, opacity; `[place, color, opacity]` each in JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stops(pub Vec<(f64, u32, f64)>);

impl FromIterator<(f64, u32, f64)> for Stops {
    fn from_iter<I: IntoIterator<Item = (f64, u32, f64)>>(stops: I) -> Self {
        Self(stops.into_iter().collect())
    }
}

impl Serialize for Stops {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for (at, color, opacity) in &self.0 {
            list.serialize_element(&(rounded(*at), *color, rounded(*opacity)))?;
        }
        list.end()
    }
}

/// To a thousandth.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

fn lengths<S: Serializer, const N: usize>(values: &[f64; N], serializer: S) -> Result<S::Ok, S::Error> {
    round_all(values, serializer)
}

/// How a picture's colours are changed, in this order.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Recolor {
    /// This colour is seen through, RRGGBB.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clear: Option<u32>,
    /// Red, green and blue, four numbers each: weights of red, green, blue and one.
    #[serde(serialize_with = "round_all", skip_serializing_if = "Vec::is_empty")]
    pub matrix: Vec<f64>,
    /// Then black below this share of white, white from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f64>,
    /// Opacity of the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opacity: Option<f64>,
}

impl Recolor {
    /// Nothing is changed.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl From<&look::Recolor> for Recolor {
    fn from(from: &look::Recolor) -> Self {
        Self {
            clear: from.clear,
            matrix: from.matrix.map(|matrix| matrix.to_vec()).unwrap_or_default(),
            threshold: from.threshold.map(rounded),
            opacity: from.opacity.map(rounded),
        }
    }
}

/// A paint in the text dump.
impl std::fmt::Display for Paint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let stops = |f: &mut std::fmt::Formatter<'_>, stops: &Stops| {
            stops.0.iter().try_for_each(|(at, color, opacity)| write!(f, " {} {color:06x}/{}", Rounded(*at), Rounded(*opacity)))
        };
        let places =
            |f: &mut std::fmt::Formatter<'_>, places: &[f64]| places.iter().try_for_each(|place| write!(f, " {}", Rounded(*place)));
        match self {
            Self::Color(color) => write!(f, "{color:06x}"),
            Self::Linear { stops: list, line } => {
                f.write_str("linear")?;
                places(f, line)?;
                stops(f, list)
            }
            Self::Radial { stops: list, circle } => {
                f.write_str("radial")?;
                places(f, circle)?;
                stops(f, list)
            }
            Self::Tiles { tile, ink, ground } => write!(f, "tiles {ink:06x} on {ground:06x} {tile}"),
        }
    }
}
