//! Raster operations: what of them a picture without a screen can show.

/// What becomes of a source or a brush.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raster {
    /// It is painted.
    Copy,
    /// It darkens: its white is clear.
    And,
    /// It lightens: its black is clear.
    Or,
    /// The brush is painted.
    Brush,
    Black,
    White,
    /// Nothing that can be seen, or nothing that can be shown.
    Nothing,
}

impl Raster {
    /// A ternary raster operation ([MS-WMF] 2.1.1.31).
    pub fn of(operation: u32) -> Self {
        match operation >> 16 & 0xFF {
            0xCC | 0x33 | 0xC0 | 0xE2 | 0xB8 => Self::Copy,
            0x88 | 0x22 | 0xC8 => Self::And,
            0xEE | 0x66 | 0xBB | 0xFA => Self::Or,
            0xF0 | 0x0F | 0xFB | 0xA0 => Self::Brush,
            0x00 => Self::Black,
            0xFF => Self::White,
            _ => Self::Nothing,
        }
    }
}
