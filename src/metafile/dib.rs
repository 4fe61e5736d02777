//! Device-independent bitmaps ([MS-WMF] 2.2.2.9) as pictures that browsers read: the same bytes with a file's header before
//! them, or 32 bits a pixel where some must be clear.

use super::bytes::Bytes;
use super::raster::Raster;

/// Pixels that a metafile may have decoded in all.
pub(super) const MOST_PIXELS: usize = 1 << 24;

/// A bitmap: its header with masks and palette, and its rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dib<'a> {
    info: Bytes<'a>,
    bits: Bytes<'a>,
    pub width: usize,
    pub height: usize,
    /// Rows run from the top.
    top_down: bool,
    depth: u16,
    compression: u32,
}

impl<'a> Dib<'a> {
    /// Header and rows apart, as in EMF.
    pub fn apart(info: Bytes<'a>, bits: Bytes<'a>) -> Option<Self> {
        let core = info.u32(0)? == 12;
        let (width, height, depth, compression) = if core {
            (f64::from(info.u16(4)?), f64::from(info.u16(6)?), info.u16(10)?, 0)
        } else {
            (info.i32(4)?, info.i32(8)?, info.u16(14)?, info.u32(16)?)
        };
        let size = |length: f64| (length.abs() >= 1.0 && length.abs() <= 65_536.0).then_some(length.abs() as usize);
        Some(Self { info, bits, width: size(width)?, height: size(height)?, top_down: height < 0.0, depth, compression })
    }

    /// Rows right behind the header, as in WMF.
    pub fn joined(data: Bytes<'a>) -> Option<Self> {
        let dib = Self::apart(data, Bytes(&[]))?;
        let length = dib.header_length()?;
        Some(Self { info: data.slice(0, length)?, bits: data.from(length), ..dib })
    }

    /// Length of the header with masks and palette.
    fn header_length(&self) -> Option<usize> {
        let header = self.info.size(0)?;
        let core = header == 12;
        let masks = if header == 40 && self.compression == 3 { 12 } else { 0 };
        let stated = if core { 0 } else { self.info.size(32)? };
        let colors = match (self.depth, stated) {
            (1 | 4 | 8, 0) => 1_usize << self.depth,
            (_, stated) => stated.min(256),
        };
        header.checked_add(masks)?.checked_add(colors * if core { 3 } else { 4 })
    }

    /// Media type and bytes of the picture as it is.
    pub fn file(&self) -> Option<(&'static str, Vec<u8>)> {
        match self.compression {
            4 => return Some(("image/jpeg", self.bits.0.to_vec())),
            5 => return Some(("image/png", self.bits.0.to_vec())),
            _ => {}
        }
        let (info, bits) = (self.info.0, self.bits.0);
        let offset = u32::try_from(14 + info.len()).ok()?;
        let mut file = Vec::with_capacity(14 + info.len() + bits.len());
        file.extend(b"BM");
        file.extend((offset.checked_add(u32::try_from(bits.len()).ok()?)?).to_le_bytes());
        file.extend([0; 4]);
        file.extend(offset.to_le_bytes());
        file.extend(info);
        file.extend(bits);
        Some(("image/bmp", file))
    }

    /// The picture with what a raster operation leaves alone made clear. `budget` is what may still be decoded.
    pub fn clear(&self, raster: Raster, budget: &mut usize) -> Option<Vec<u8>> {
        *budget = budget.checked_sub(self.width * self.height)?;
        let unseen = if raster == Raster::And { 0xFF_FFFF } else { 0 };
        self.bitmap(|color| if color & 0xFF_FFFF == unseen { 0 } else { color | 0xFF00_0000 })
    }

    /// The picture by its own transparency (AC_SRC_ALPHA), times a constant one.
    pub fn blended(&self, own: bool, constant: u8, budget: &mut usize) -> Option<Vec<u8>> {
        *budget = budget.checked_sub(self.width * self.height)?;
        let constant = u32::from(constant);
        self.bitmap(|color| {
            let alpha = if own { color >> 24 } else { 0xFF };
            // The colours are multiplied by their transparency already.
            let plain =
                |shift: u32| if own && alpha > 0 { ((color >> shift & 0xFF) * 0xFF / alpha).min(0xFF) } else { color >> shift & 0xFF };
            (alpha * constant / 0xFF) << 24 | plain(16) << 16 | plain(8) << 8 | plain(0)
        })
    }

    /// The colour of a bitmap on the whole, for a brush.
    pub fn average(&self) -> Option<u32> {
        const ENOUGH: usize = 64;
        let (mut sum, mut count) = ([0_u32; 3], 0);
        for y in 0..self.height.min(ENOUGH) {
            for x in 0..self.width.min(ENOUGH) {
                let color = self.pixel(x, y)?;
                for (index, channel) in sum.iter_mut().enumerate() {
                    *channel += color >> (16 - 8 * index) & 0xFF;
                }
                count += 1;
            }
        }
        Some(sum.iter().fold(0, |color, channel| (color << 8) | (channel / count)))
    }

    /// A BMP file with transparency (BITMAPV4HEADER), each pixel changed.
    fn bitmap(&self, change: impl Fn(u32) -> u32) -> Option<Vec<u8>> {
        let rows = self.width.checked_mul(self.height)?.checked_mul(4)?;
        let mut file = Vec::with_capacity(122 + rows);
        file.extend(b"BM");
        for number in [122 + rows, 0, 122, 108, self.width, self.height] {
            file.extend(u32::try_from(number).ok()?.to_le_bytes());
        }
        for number in [32 << 16 | 1, 3, 0, 0, 0, 0, 0, 0xFF_0000, 0xFF00, 0xFF, 0xFF00_0000_u32, 0x7352_4742] {
            file.extend(number.to_le_bytes());
        }
        file.extend([0; 48]);
        // From the bottom up.
        for y in (0..self.height).rev() {
            for x in 0..self.width {
                file.extend(change(self.pixel(x, y)?).to_le_bytes());
            }
        }
        Some(file)
    }

    /// A pixel from the top left as AARRGGBB; none where the rows are compressed or end early.
    fn pixel(&self, x: usize, y: usize) -> Option<u32> {
        if !matches!(self.compression, 0 | 3) {
            return None;
        }
        let stride = (self.width * usize::from(self.depth)).div_ceil(32) * 4;
        let row = if self.top_down { y } else { self.height - 1 - y };
        let row = self.bits.slice(row.checked_mul(stride)?, stride)?;
        match self.depth {
            1 => self.palette(usize::from(row.u8(x / 8)? >> (7 - x % 8) & 1)),
            4 => self.palette(usize::from(row.u8(x / 2)? >> (4 - x % 2 * 4) & 15)),
            8 => self.palette(usize::from(row.u8(x)?)),
            16 => {
                let (pixel, wide) = (u32::from(row.u16(x * 2)?), |bits: u32| bits << 3 | bits >> 2);
                Some(wide(pixel >> 10 & 31) << 16 | wide(pixel >> 5 & 31) << 8 | wide(pixel & 31))
            }
            24 => Some(u32::from(row.u8(x * 3)?) | u32::from(row.u8(x * 3 + 1)?) << 8 | u32::from(row.u8(x * 3 + 2)?) << 16),
            32 => row.u32(x * 4),
            _ => None,
        }
    }

    fn palette(&self, index: usize) -> Option<u32> {
        let header = self.info.size(0)?;
        let entry = if header == 12 { 3 } else { 4 };
        let at = header.checked_add(index * entry)?;
        let [blue, green, red] = [0, 1, 2].map(|offset| self.info.u8(at + offset).map(u32::from));
        Some(red? << 16 | green? << 8 | blue?)
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Dib, Raster};

    #[test]
    fn a_mask_is_clear_where_it_is_white() {
        // 2 × 1 pixels of one bit: black, white.
        let mut dib = vec![0_u8; 40];
        (dib[0], dib[4], dib[8], dib[12], dib[14]) = (40, 2, 1, 1, 1);
        dib.extend([0, 0, 0, 0, 255, 255, 255, 0]);
        dib.extend([0b0100_0000, 0, 0, 0]);
        let dib = Dib::joined(Bytes(&dib)).expect("a bitmap");
        assert_eq!((dib.width, dib.height, dib.average()), (2, 1, Some(0x7F_7F7F)));
        let file = dib.clear(Raster::And, &mut 2).expect("within the budget");
        assert_eq!(&file[122..], [0, 0, 0, 255, 0, 0, 0, 0]);
        assert!(dib.clear(Raster::And, &mut 1).is_none());
    }
}
