//! TIFF as PNG: the first page of it.

use super::png;
use std::io::Cursor;
use tiff::ColorType;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;

/// Pixels that a picture may have: the viewer shows no more either.
const MOST_PIXELS: u64 = 100_000_000;
/// Bytes that it may take unpacked.
const MOST_BYTES: usize = 400_000_000;

/// A TIFF as a PNG; none where it cannot be read.
pub(super) fn to_png(file: &[u8]) -> Option<Vec<u8>> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = MOST_BYTES;
    limits.intermediate_buffer_size = MOST_BYTES;
    let mut decoder = Decoder::new(Cursor::new(file)).ok()?.with_limits(limits);
    let (width, height) = decoder.dimensions().ok()?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return None;
    }
    let kind = decoder.colortype().ok()?;
    let palette = match kind {
        ColorType::Palette(_) => decoder.get_tag_u16_vec(Tag::ColorMap).ok()?,
        _ => Vec::new(),
    };
    let samples = match decoder.read_image().ok()? {
        DecodingResult::U8(bytes) => unpacked(&bytes, kind, width)?,
        // The upper half of each sample.
        DecodingResult::U16(words) => words.iter().map(|word| (word >> 8) as u8).collect(),
        _ => return None,
    };
    let has_alpha = matches!(kind, ColorType::GrayA(_) | ColorType::RGBA(_));
    let pixels = colored(&samples, kind, &palette)?;
    png::write(width, height, if has_alpha { 4 } else { 3 }, &pixels)
}

/// One byte a sample: rows of fewer bits begin at a byte each. Palettes keep their numbers, shades are spread over the byte.
fn unpacked(bytes: &[u8], kind: ColorType, width: u32) -> Option<Vec<u8>> {
    let (depth, in_row) = (u32::from(kind.bit_depth()), width.checked_mul(u32::from(kind.num_samples()))?);
    if depth == 8 {
        return Some(bytes.to_vec());
    }
    if !matches!(depth, 1 | 2 | 4) {
        return None;
    }
    let (mask, per_byte) = ((1_u32 << depth) - 1, 8 / depth);
    let spread = if matches!(kind, ColorType::Palette(_)) { 1 } else { 255 / mask };
    let stride = usize::try_from(in_row.div_ceil(per_byte)).ok()?.max(1);
    let row = |row: &[u8]| {
        let sample = |at: u32| {
            let byte = row.get((at / per_byte) as usize).copied().unwrap_or(0);
            ((u32::from(byte) >> (8 - depth - at % per_byte * depth) & mask) * spread) as u8
        };
        (0..in_row).map(sample).collect::<Vec<u8>>()
    };
    Some(bytes.chunks_exact(stride).flat_map(row).collect())
}

/// Samples as red, green, blue and perhaps transparency.
fn colored(samples: &[u8], kind: ColorType, palette: &[u16]) -> Option<Vec<u8>> {
    Some(match kind {
        ColorType::RGB(_) | ColorType::RGBA(_) => samples.to_vec(),
        ColorType::Gray(_) => samples.iter().flat_map(|shade| [*shade; 3]).collect(),
        ColorType::GrayA(_) => samples.as_chunks::<2>().0.iter().flat_map(|[shade, alpha]| [*shade, *shade, *shade, *alpha]).collect(),
        ColorType::Palette(depth) => {
            let colors = 1_usize.checked_shl(u32::from(depth))?;
            let channel = |index: u8, which: usize| palette.get(which * colors + usize::from(index)).map_or(0, |word| (word >> 8) as u8);
            samples.iter().flat_map(|index| [0, 1, 2].map(|which| channel(*index, which))).collect()
        }
        ColorType::CMYK(_) => {
            let ink = |ink: u8, black: u8| (u32::from(255 - ink) * u32::from(255 - black) / 255) as u8;
            let pixels = samples.as_chunks::<4>().0.iter();
            pixels.flat_map(|[cyan, magenta, yellow, black]| [cyan, magenta, yellow].map(|c| ink(*c, *black))).collect()
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::to_png;

    /// A TIFF of 2 × 1 pixels of one bit, black and white.
    fn bilevel() -> Vec<u8> {
        let mut file = Vec::from(*b"II*\0\x08\0\0\0");
        let entries: [(u16, u16, u32); 7] = [(256, 3, 2), (257, 3, 1), (258, 3, 1), (259, 3, 1), (262, 3, 1), (273, 4, 98), (279, 4, 1)];
        file.extend(7_u16.to_le_bytes());
        for (tag, kind, value) in entries {
            file.extend(tag.to_le_bytes());
            file.extend(kind.to_le_bytes());
            file.extend(1_u32.to_le_bytes());
            file.extend(value.to_le_bytes());
        }
        file.extend(0_u32.to_le_bytes());
        file.push(0b0100_0000);
        file
    }

    #[test]
    fn one_bit_is_black_and_white() {
        let png = to_png(&bilevel()).unwrap_or_default();
        assert!(png.starts_with(b"\x89PNG"));
        assert_eq!(&png[16..26], [0, 0, 0, 2, 0, 0, 0, 1, 8, 2]);
    }

    #[test]
    fn what_is_cut_off_or_wrong_is_none() {
        let file = bilevel();
        for length in 0..file.len() {
            let _ = to_png(&file[..length]);
        }
        for at in 0..file.len() {
            let mut wrong = file.clone();
            wrong[at] = 0xFF;
            let _ = to_png(&wrong);
        }
    }
}
