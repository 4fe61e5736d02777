//! An equation (22.1): the tree of its parts. Nothing in it depends on styles, so one noun serves from parse to layout.

/// Parts that stand side by side.
pub type Row = Vec<Part>;

/// A part of an equation.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Text of one look.
    Text {
        /// As stored.
        text: String,
        /// How its letters look.
        look: Look,
    },
    /// `w:br` in a run: a new line of a display equation.
    Break,
    /// Parts taken together (`m:box`, `m:func`, `m:phant`, `m:borderBox`).
    Group(Row),
    /// `m:f`.
    Fraction {
        /// Above.
        top: Row,
        /// Below.
        bottom: Row,
        /// `m:type`.
        kind: FractionKind,
    },
    /// `m:rad`.
    Radical {
        /// The degree; empty is the square root.
        degree: Row,
        /// What stands under the rule.
        body: Row,
    },
    /// `m:sSub`, `m:sSup`, `m:sSubSup` and `m:sPre`.
    Scripts {
        /// What they belong to.
        base: Row,
        /// Below.
        sub: Option<Row>,
        /// Above.
        sup: Option<Row>,
        /// They stand before it.
        before: bool,
    },
    /// `m:nary`.
    Nary {
        /// The operator.
        sign: char,
        /// Limits above and below (`undOvr`), at the side (`subSup`), or by the document's rule.
        stacked: Option<bool>,
        /// Lower limit.
        sub: Row,
        /// Upper limit.
        sup: Row,
        /// What it works on.
        body: Row,
    },
    /// `m:d`.
    Delimited {
        /// Opening mark.
        open: Option<char>,
        /// Mark between parts.
        separator: Option<char>,
        /// Closing mark.
        close: Option<char>,
        /// The marks grow with the parts.
        grow: bool,
        /// The parts.
        parts: Vec<Row>,
    },
    /// `m:m`, and `m:eqArr` where each row is one cell.
    Grid {
        /// Rows of cells.
        rows: Vec<Vec<Row>>,
        /// Equations below each other, aligned at their `&`.
        array: bool,
    },
    /// `m:limLow` and `m:limUpp`.
    Limit {
        /// What it belongs to.
        base: Row,
        /// The limit.
        limit: Row,
        /// It stands above.
        above: bool,
    },
    /// `m:acc` and `m:groupChr`: a mark above or below.
    Mark {
        /// The mark.
        mark: char,
        /// What it stands at.
        body: Row,
        /// Above, else below.
        above: bool,
        /// It is as wide as what it stands at.
        wide: bool,
    },
    /// `m:bar`.
    Bar {
        /// What it stands at.
        body: Row,
        /// Above, else below.
        above: bool,
    },
}

/// `m:f/m:fPr/m:type`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FractionKind {
    /// With a rule.
    #[default]
    Bar,
    /// Without one.
    NoBar,
    /// Side by side with a slash between (`lin`, `skw`).
    Linear,
}

/// How letters look: `m:sty`, `m:nor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Slanted letters; digits and signs stay upright.
    pub italic: bool,
    /// Bold.
    pub bold: bool,
    /// Plain text, set as such.
    pub plain: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { italic: true, bold: false, plain: false }
    }
}

/// Whether a row is text and nothing else.
pub fn is_plain(row: &[Part]) -> bool {
    row.iter().all(|part| matches!(part, Part::Text { .. }))
}
