//! A chart's cached data and look (DrawingML charts, ECMA-376 Part 1, 21.2). One noun for the model and the flow: nothing in
//! it is left to resolve.

use std::collections::HashMap;

/// A chart. Colours are RRGGBB.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// What stands in the plot area, in painting order.
    pub plots: Vec<Plot>,
    /// The axis of categories, or of x values.
    pub category_axis: Axis,
    /// The axis of values.
    pub value_axis: Axis,
    /// A second axis of values, at the other side.
    pub second_axis: Option<Axis>,
    /// The title, if one is shown.
    pub title: Option<String>,
    /// Where the legend stands, if it is shown.
    pub legend: Option<LegendPlace>,
    /// Size of its text in points, where stated.
    pub text_size: Option<f64>,
    /// Colours of series that state none, in turn.
    pub palette: Vec<u32>,
}

/// Series that are drawn in one way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// The way.
    pub kind: PlotKind,
    /// Its values are those of the second axis.
    pub second: bool,
    /// How series stand to each other.
    pub grouping: Grouping,
    /// Space between groups of bars, as a share of a bar's width.
    pub gap: f64,
    /// How far bars of a group overlap, as a share of a bar's width; negative is apart.
    pub overlap: f64,
    /// Each point has a colour of its own (pies).
    pub varied: bool,
    /// What is written at the points.
    pub labels: Labels,
    /// The hole of a doughnut, as a share of its diameter.
    pub hole: f64,
    /// Series.
    pub series: Vec<Series>,
}

/// How series are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum PlotKind {
    /// Bars that stand.
    #[default]
    Column,
    /// Bars that lie.
    Bar,
    Line,
    Area,
    Pie,
    Doughnut,
    Scatter,
    Bubble,
    Radar,
}

/// `c:grouping`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's; `Side` is `clustered` and `standard`")]
pub enum Grouping {
    #[default]
    Side,
    Stacked,
    PercentStacked,
}

/// `c:dLbls`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct Labels {
    pub value: bool,
    pub percent: bool,
    pub category: bool,
}

/// One series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// Its turn among all series of the chart, which gives its colour where it states none.
    pub turn: usize,
    /// Names of its points.
    pub categories: Vec<String>,
    /// Its values; none where a point is missing.
    pub values: Vec<Option<f64>>,
    /// The x of its points, for scatter and bubble charts.
    pub xs: Vec<Option<f64>>,
    /// Sizes of bubbles.
    pub sizes: Vec<Option<f64>>,
    /// Fill or line colour, where stated.
    pub color: Option<u32>,
    /// Colours of single points.
    pub points: HashMap<usize, u32>,
    /// Only markers, no line.
    pub no_line: bool,
    /// Points have markers.
    pub markers: bool,
}

/// An axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Not shown.
    pub deleted: bool,
    /// Its title.
    pub title: Option<String>,
    /// Smallest value, where stated.
    pub min: Option<f64>,
    /// Greatest value, where stated.
    pub max: Option<f64>,
    /// Distance of ticks, where stated.
    pub unit: Option<f64>,
    /// Lines across the plot area.
    pub gridlines: bool,
    /// Runs backward.
    pub reversed: bool,
    /// Number format, such as `0%`.
    pub format: String,
    /// Points stand at the ticks, not between them.
    pub at_ticks: bool,
}

/// `c:legendPos`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum LegendPlace {
    #[default]
    Right,
    Left,
    Top,
    Bottom,
}
