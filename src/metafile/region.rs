//! Regions (RGNDATA): lists of boxes.

use super::bytes::Bytes;

/// The boxes of a region as left, top, right, bottom.
pub(super) fn boxes(data: Bytes<'_>) -> Option<Vec<[f64; 4]>> {
    let (header, count) = (data.size(0)?, data.size(8)?);
    let rects = data.from(header);
    let count = count.min(rects.len() / 16);
    (0..count).map(|index| rect(rects, index * 16)).collect()
}

/// A RECTL.
pub(super) fn rect(data: Bytes<'_>, at: usize) -> Option<[f64; 4]> {
    Some([data.i32(at)?, data.i32(at + 4)?, data.i32(at + 8)?, data.i32(at + 12)?])
}
