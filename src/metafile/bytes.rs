//! Little-endian numbers at places that a file states: what lies beyond the end is none.

/// A record or a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    fn array<const N: usize>(self, at: usize) -> Option<[u8; N]> {
        self.0.get(at..at.checked_add(N)?)?.try_into().ok()
    }

    pub fn u8(self, at: usize) -> Option<u8> {
        self.0.get(at).copied()
    }

    pub fn u16(self, at: usize) -> Option<u16> {
        self.array(at).map(u16::from_le_bytes)
    }

    pub fn i16(self, at: usize) -> Option<f64> {
        self.array(at).map(|bytes| f64::from(i16::from_le_bytes(bytes)))
    }

    pub fn u32(self, at: usize) -> Option<u32> {
        self.array(at).map(u32::from_le_bytes)
    }

    /// A place or a length in the file.
    pub fn size(self, at: usize) -> Option<usize> {
        self.u32(at).map(|size| size as usize)
    }

    pub fn i32(self, at: usize) -> Option<f64> {
        self.array(at).map(|bytes| f64::from(i32::from_le_bytes(bytes)))
    }

    pub fn f32(self, at: usize) -> Option<f64> {
        self.array(at).map(|bytes| f64::from(f32::from_le_bytes(bytes))).filter(|number| number.is_finite())
    }

    /// A colour (COLORREF) as RRGGBB.
    pub fn color(self, at: usize) -> Option<u32> {
        let [r, g, b, _] = self.array(at)?;
        Some(u32::from(r) << 16 | u32::from(g) << 8 | u32::from(b))
    }

    pub fn slice(self, at: usize, length: usize) -> Option<Bytes<'a>> {
        self.0.get(at..at.checked_add(length)?).map(Bytes)
    }

    pub fn from(self, at: usize) -> Bytes<'a> {
        Bytes(self.0.get(at..).unwrap_or_default())
    }

    pub fn len(self) -> usize {
        self.0.len()
    }
}
