//! Writing PNG.

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use std::io::Write;

/// A PNG of these pixels, `channels` (3 or 4) bytes each, row by row.
pub(super) fn write(width: u32, height: u32, channels: u8, pixels: &[u8]) -> Option<Vec<u8>> {
    let stride = usize::try_from(width).ok()?.checked_mul(usize::from(channels)).filter(|stride| *stride > 0)?;
    let mut rows = ZlibEncoder::new(Vec::new(), Compression::fast());
    for row in pixels.chunks_exact(stride) {
        // Each row begins with its filter: none.
        rows.write_all(&[0]).and_then(|()| rows.write_all(row)).ok()?;
    }
    let mut header = Vec::from(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    // Eight bits a channel; colours, with transparency where there are four.
    header.extend([8, if channels == 4 { 6 } else { 2 }, 0, 0, 0]);
    let mut file = Vec::from(b"\x89PNG\r\n\x1a\n");
    for (name, data) in [(b"IHDR", header), (b"IDAT", rows.finish().ok()?), (b"IEND", Vec::new())] {
        file.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
        let summed = file.len();
        file.extend(name);
        file.extend(data);
        let mut sum = Crc::new();
        sum.update(file.get(summed..)?);
        file.extend(sum.sum().to_be_bytes());
    }
    Some(file)
}
