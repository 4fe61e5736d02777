//! Windows metafiles as SVG: EMF ([MS-EMF]) and WMF ([MS-WMF]). A reader for each format turns records into calls of one
//! device context ([`dc`]), which keeps GDI's state and writes SVG. The crates that read EMF give up at the first record they
//! do not know, which a third of the files that Office writes have; here such a record is passed over.
//!
//! EMF+ is drawn by the plain records beside it: all that Office writes has both.
//!
//! Work and output are bounded by the file's size: each record is read once and writes about as much as it holds; what is not
//! so ([`dib`]) has a budget.

mod bytes;
mod dc;
mod dib;
mod emf;
mod matrix;
mod object;
mod outline;
mod raster;
mod region;
mod text;
mod wmf;

use bytes::Bytes;
pub use text::Decode;

/// What is written at most, in bytes: a metafile of tens of megabytes is no picture of a document.
const MOST_OUTPUT: usize = 64 << 20;

/// A metafile as an SVG document; none where it is none or draws nothing.
pub fn to_svg(file: &[u8], decode: Decode<'_>) -> Option<String> {
    let file = Bytes(file);
    match kind(file)? {
        Kind::Emf => emf::play(file, decode),
        Kind::Wmf => wmf::play(file, decode),
    }
}

/// Whether the first bytes are a metafile's.
pub fn is_metafile(file: &[u8]) -> bool {
    kind(Bytes(file)).is_some()
}

enum Kind {
    Emf,
    Wmf,
}

fn kind(file: Bytes<'_>) -> Option<Kind> {
    const EMF_SIGNATURE: u32 = 0x464D_4520;
    match file.u32(0)? {
        1 if file.u32(40) == Some(EMF_SIGNATURE) => Some(Kind::Emf),
        wmf::PLACEABLE => Some(Kind::Wmf),
        // A header of nine words without the placeable one.
        0x0009_0001 | 0x0009_0002 => Some(Kind::Wmf),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    fn to_svg(file: &[u8]) -> Option<String> {
        super::to_svg(file, &|_, _| None)
    }

    /// A placeable WMF of 100 × 50 units with these records.
    fn wmf(records: &[&[u16]]) -> Vec<u8> {
        let mut words: Vec<u16> = vec![0xCDD7, 0x9AC6, 0, 0, 0, 100, 50, 1440, 0, 0, 0];
        words.extend([1, 9, 0x300, 0, 0, 4, 0, 0, 0]);
        for record in records {
            let size = record.len() as u16 + 2;
            words.extend([size, 0]);
            words.extend(*record);
        }
        words.extend([3, 0, 0]);
        words.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    #[test]
    fn a_rectangle_with_a_brush() {
        // A red brush, selected; a rectangle (bottom, right, top, left).
        let file = wmf(&[&[0x2FC, 0, 0x00FF, 0, 0], &[0x12D, 0], &[0x41B, 40, 90, 10, 20]]);
        let svg = to_svg(&file).unwrap_or_default();
        assert!(svg.starts_with(r#"<svg xmlns="http://www.w3.org/2000/svg""#) && svg.contains(r#"viewBox="0 0 100 50""#), "{svg}");
        assert!(svg.contains(r##"<path d="M20 10L90 10L90 40L20 40Z" fill="#ff0000""##), "{svg}");
    }

    #[test]
    fn a_box_without_extent_leaves_it_to_the_window() {
        let mut file = wmf(&[&[0x20C, 20, 40], &[0x2FC, 0, 0x00FF, 0, 0], &[0x12D, 0], &[0x41B, 10, 30, 0, 0]]);
        // The bottom is the top.
        file[12..14].copy_from_slice(&[0, 0]);
        assert!(to_svg(&file).unwrap_or_default().contains(r#"viewBox="0 0 40 20""#), "{:?}", to_svg(&file));
    }

    #[test]
    fn text_is_escaped() {
        let file = wmf(&[&[0x521, 4, u16::from_le_bytes(*b"<a"), u16::from_le_bytes(*b"&b"), 10, 5]]);
        assert!(to_svg(&file).unwrap_or_default().contains("&lt;a&amp;b</text>"));
    }

    #[test]
    fn what_is_cut_off_or_wrong_ends_quietly() {
        let file = wmf(&[&[0x2FC, 0, 0x00FF, 0, 0], &[0x12D, 0], &[0x41B, 40, 90, 10, 20]]);
        for length in 0..file.len() {
            let _ = to_svg(&file[..length]);
        }
        let mut emf = vec![0_u8; 120];
        emf[0] = 1;
        emf[4] = 108;
        emf[40..44].copy_from_slice(b" EMF");
        for at in 0..emf.len() {
            let mut wrong = emf.clone();
            wrong[at] = 0xFF;
            let _ = to_svg(&wrong);
        }
    }
}
