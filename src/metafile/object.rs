//! Pens, brushes and fonts: what records create and select.

use super::bytes::Bytes;
use super::text::{Decode, decoded};

/// What is selected by a handle.
#[derive(Clone, Debug)]
pub(super) enum Object {
    Pen(Pen),
    Brush(Brush),
    Font(Font),
    /// A palette or a region: kept, because it takes a handle.
    Other,
}

/// A line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    /// PS_*: dash in the low byte, cap and join above.
    pub style: u32,
    pub width: f64,
    pub color: u32,
}

impl Pen {
    pub const BLACK: Self = Self { style: 0, width: 0.0, color: 0 };
    pub const NONE: Self = Self { style: 5, ..Self::BLACK };

    pub fn is_none(&self) -> bool {
        self.style & 0xFF == 5
    }

    /// Dashes and gaps in pen widths.
    pub fn dashes(&self) -> &'static str {
        match self.style & 0xFF {
            1 | 7 => "3 1",
            2 => "1 1",
            3 => "3 1 1 1",
            4 => "3 1 1 1 1 1",
            8 => "1 1",
            _ => "",
        }
    }

    pub fn cap(&self) -> &'static str {
        match self.style & 0xF00 {
            0x100 => "square",
            0x200 => "butt",
            _ => "round",
        }
    }

    pub fn join(&self) -> &'static str {
        match self.style & 0xF000 {
            0x1000 => "bevel",
            0x2000 => "miter",
            _ => "round",
        }
    }
}

/// A fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Brush {
    None,
    Solid(u32),
    /// HS_*: lines of this colour.
    Hatched(u32, u32),
}

impl Brush {
    /// LOGBRUSH: style, colour, hatch. A pattern's colour is its maker's business.
    pub fn logical(style: u32, color: u32, hatch: u32) -> Self {
        match style {
            1 => Self::None,
            2 => Self::Hatched(hatch, color),
            _ => Self::Solid(color),
        }
    }
}

/// A font.
#[derive(Clone, Debug)]
pub(super) struct Font {
    pub family: String,
    /// Negative: of the em box; positive: of the line; 0: the usual.
    pub height: f64,
    /// Anticlockwise, in tenths of a degree.
    pub escapement: f64,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
    pub strike: bool,
    pub charset: u8,
}

impl Default for Font {
    fn default() -> Self {
        let family = "Arial".to_owned();
        Self { family, height: 0.0, escapement: 0.0, bold: false, italic: false, underline: false, strike: false, charset: 0 }
    }
}

impl Font {
    /// LOGFONTW.
    pub fn wide(record: Bytes<'_>) -> Option<Self> {
        let name = (0..32).map_while(|index| record.u16(28 + 2 * index).filter(|unit| *unit != 0));
        let family = char::decode_utf16(name).map(|c| c.unwrap_or('?')).collect();
        let (height, escapement) = (record.i32(0)?, record.i32(8)?);
        Some(Self { family, height, escapement, ..Self::flags(record.from(16))? })
    }

    /// The font of a WMF, its name in bytes.
    pub fn narrow(record: Bytes<'_>, decode: Decode<'_>) -> Option<Self> {
        let name = (0..32).map_while(|index| record.u8(18 + index).filter(|byte| *byte != 0));
        let family = decoded(&name.collect::<Vec<u8>>(), record.u8(13)?, decode);
        let weight = record.i16(8)?;
        let flag = |at: usize| record.u8(at).is_some_and(|byte| byte != 0);
        let (height, escapement, charset) = (record.i16(0)?, record.i16(4)?, record.u8(13)?);
        let bold = weight >= 600.0;
        Some(Self { family, height, escapement, bold, italic: flag(10), underline: flag(11), strike: flag(12), charset })
    }

    /// Weight (4 bytes), italic, underline, strike, charset.
    fn flags(record: Bytes<'_>) -> Option<Self> {
        let flag = |at: usize| record.u8(at).is_some_and(|byte| byte != 0);
        let (bold, charset) = (record.i32(0)? >= 600.0, record.u8(7)?);
        Some(Self { bold, italic: flag(4), underline: flag(5), strike: flag(6), charset, ..Self::default() })
    }
}

/// A stock object ([MS-EMF] 2.1.31), by its number.
pub(super) fn stock(number: u32) -> Object {
    match number {
        0 => Object::Brush(Brush::Solid(0xFF_FFFF)),
        1 => Object::Brush(Brush::Solid(0xC0_C0C0)),
        2 => Object::Brush(Brush::Solid(0x80_8080)),
        3 => Object::Brush(Brush::Solid(0x40_4040)),
        4 | 18 => Object::Brush(Brush::Solid(0)),
        5 => Object::Brush(Brush::None),
        6 => Object::Pen(Pen { color: 0xFF_FFFF, ..Pen::BLACK }),
        7 | 19 => Object::Pen(Pen::BLACK),
        8 => Object::Pen(Pen::NONE),
        10..=14 | 16 | 17 => Object::Font(Font::default()),
        _ => Object::Other,
    }
}
