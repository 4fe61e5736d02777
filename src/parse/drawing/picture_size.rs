//! The size that a picture's own bytes state: what it is tiled by.

/// Pixels of a picture that does not say how many make an inch.
const USUAL: f64 = 96.0;

/// Width and height in points, of PNG, JPEG, GIF and BMP.
pub(super) fn points(bytes: &[u8]) -> Option<(f64, f64)> {
    let (pixels, per_inch) = match bytes {
        [0x89, b'P', b'N', b'G', ..] => png(bytes)?,
        [0xFF, 0xD8, ..] => jpeg(bytes)?,
        [b'G', b'I', b'F', ..] => ((le(bytes, 6, 2)?, le(bytes, 8, 2)?), (0.0, 0.0)),
        // Pixels to a metre; a height below zero runs from the top.
        [b'B', b'M', ..] => {
            let height = le(bytes, 22, 4)? as u32 as i32;
            ((le(bytes, 18, 4)?, u64::from(height.unsigned_abs())), (le(bytes, 38, 4)? as f64 * METRE, le(bytes, 42, 4)? as f64 * METRE))
        }
        _ => return None,
    };
    let long = |pixels: u64, per_inch: f64| pixels as f64 * 72.0 / if per_inch >= 1.0 { per_inch } else { USUAL };
    (pixels.0 > 0 && pixels.1 > 0).then(|| (long(pixels.0, per_inch.0), long(pixels.1, per_inch.1)))
}

/// Inches to a metre the other way.
const METRE: f64 = 0.0254;

/// Pixels, and how many make an inch (0: not said).
type Stated = ((u64, u64), (f64, f64));

/// IHDR, and pHYs where it stands before the pixels.
fn png(bytes: &[u8]) -> Option<Stated> {
    let pixels = (be(bytes, 16, 4)?, be(bytes, 20, 4)?);
    let mut at = 8;
    while let Some(length) = be(bytes, at, 4) {
        match bytes.get(at + 4..at + 8)? {
            b"pHYs" if bytes.get(at + 16) == Some(&1) => {
                return Some((pixels, (be(bytes, at + 8, 4)? as f64 * METRE, be(bytes, at + 12, 4)? as f64 * METRE)));
            }
            b"IDAT" => break,
            _ => at = at.checked_add(usize::try_from(length).ok()?)?.checked_add(12)?,
        }
    }
    Some((pixels, (0.0, 0.0)))
}

/// The density of JFIF and the size of the frame.
fn jpeg(bytes: &[u8]) -> Option<Stated> {
    let (mut at, mut density) = (2, (0.0, 0.0));
    loop {
        let (marker, length) = (*bytes.get(at + 1)?, usize::try_from(be(bytes, at + 2, 2)?).ok()?);
        match marker {
            0xE0 if bytes.get(at + 4..at + 8) == Some(b"JFIF") => {
                // 1: to an inch, 2: to a centimetre.
                let unit = match bytes.get(at + 11)? {
                    1 => 1.0,
                    2 => 2.54,
                    _ => 0.0,
                };
                density = (be(bytes, at + 12, 2)? as f64 * unit, be(bytes, at + 14, 2)? as f64 * unit);
            }
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                return Some(((be(bytes, at + 7, 2)?, be(bytes, at + 5, 2)?), density));
            }
            _ => {}
        }
        at += 2 + length.max(2);
    }
}

fn be(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    Some(bytes.get(at..at + length)?.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)))
}

fn le(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    Some(bytes.get(at..at + length)?.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::points;

    #[test]
    fn pictures_state_their_size() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x60\0\0\0\x30\x08\x02\0\0\0CRC!".to_vec();
        assert_eq!(points(&png), Some((72.0, 36.0)));
        // 3780 pixels to a metre are 96 to an inch; 7559 are 192.
        png.extend(b"\0\0\0\x09pHYs\0\0\x1d\x87\0\0\x1d\x87\x01");
        let (width, _) = points(&png).unwrap_or_default();
        assert!((width - 36.0).abs() < 0.01, "{width}");
        let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x02\x01\0\x48\0\x48\0\0\xff\xc0\0\x11\x08\0\x20\0\x40";
        assert_eq!(points(jpeg), Some((64.0, 32.0)));
        assert_eq!(points(b"GIF89a\x10\0\x08\0"), Some((12.0, 6.0)));
        assert_eq!(points(b"\xff\xd8\xff"), None);
        assert_eq!(points(b"<svg>"), None);
    }
}
