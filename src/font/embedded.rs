//! Fonts that a document brings along: obfuscated TrueType or OpenType (ECMA-376 Part 4, 17.8.1 and 15.2.13), read for
//! their figures alone. Every offset comes from the file, so every access is checked.

use super::book::{Cut, pair_key};
use super::cut::by_code;
use crate::order::sort_by_key;

/// More glyph mappings than this are not read: Unicode's basic plane is full before.
const MOST_CHARACTERS: usize = 0x1_0000;

/// Undoes the obfuscation: the first 32 bytes are combined with the key's GUID, read from its end (17.8.1). A part
/// without a usable key is taken as it is.
pub fn plain(mut bytes: Vec<u8>, key: &str) -> Vec<u8> {
    let digits: Vec<u8> = key.chars().filter_map(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
    if digits.len() == 32 {
        let key: Vec<u8> = digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect();
        for (byte, key) in bytes.iter_mut().zip(key.iter().rev().cycle()).take(32) {
            *byte ^= key;
        }
    }
    bytes
}

/// The figures of a font file; `None` where it is none or lacks a table that they stand in.
pub(super) fn read(font: &[u8]) -> Option<Cut> {
    let data = Data(font);
    let table = |tag| data.table(tag);
    let (head, hhea, os2, hmtx) = (table(b"head")?, table(b"hhea")?, table(b"OS/2"), table(b"hmtx")?);
    let mut cut = Cut { upm: i32::from(head.u16(18)?), hhea: [hhea.i16(4)?, -hhea.i16(6)?, hhea.i16(8)?], ..Cut::default() };
    cut.win = [cut.hhea[0], cut.hhea[1]];
    let mut codepages = 0;
    if let Some(os2) = os2 {
        cut.use_typo = os2.u16(62)? & 0x80 != 0;
        cut.typo = [os2.i16(68)?, -os2.i16(70)?, os2.i16(72)?];
        cut.win = [i32::from(os2.u16(74)?), i32::from(os2.u16(76)?)];
        codepages = os2.u32(78).unwrap_or(0);
    }
    let measured = usize::from(hhea.u16(34)?).checked_sub(1)?;
    for (code, glyph) in characters(table(b"cmap")?)? {
        if let Some(advance) = hmtx.u16(4 * usize::from(glyph).min(measured)) {
            cut.advances.push((code, advance));
        }
    }
    sort_by_key(&mut cut.advances, by_code);
    cut.advances.dedup_by_key(|pair| pair.0);
    // A subset may lack U+4E00: the code pages of Japan, China and Korea say what it was cut from (word-layout 3.1).
    cut.east_asian = cut.advance('一').is_some() || codepages & 0x1E_0000 != 0;
    cut.kerning = table(b"kern").and_then(|kern| kerning(kern, table(b"cmap")?)).unwrap_or_default();
    (cut.upm > 0 && !cut.advances.is_empty()).then_some(cut)
}

/// Characters of the basic plane and their glyphs, from the Unicode or symbol table of the character map.
fn characters(cmap: Data) -> Option<Vec<(u16, u16)>> {
    let mut best = None;
    for at in 0..usize::from(cmap.u16(2)?) {
        let record = cmap.from(4 + 8 * at)?;
        let table = cmap.from(record.u32(4)? as usize)?;
        let rank = match (record.u16(0)?, record.u16(2)?, table.u16(0)?) {
            (3, 1, 4) => 3,
            (0, _, 4) => 2,
            (3, 0, 4) => 1,
            _ => continue,
        };
        if best.as_ref().is_none_or(|(other, _)| rank > *other) {
            best = Some((rank, table));
        }
    }
    segments(best?.1)
}

/// Format 4: segments of characters, each with a shift or a list of glyphs.
fn segments(table: Data) -> Option<Vec<(u16, u16)>> {
    let count = usize::from(table.u16(6)?) / 2;
    let mut found = Vec::new();
    for segment in 0..count {
        let end = table.u16(14 + 2 * segment)?;
        let start = table.u16(16 + 2 * (count + segment))?;
        let shift = table.u16(16 + 2 * (2 * count + segment))?;
        let range_at = 16 + 2 * (3 * count + segment);
        let range = usize::from(table.u16(range_at)?);
        for code in start..=end {
            let glyph = if range == 0 {
                code.wrapping_add(shift)
            } else {
                match table.u16(range_at + range + 2 * usize::from(code - start)) {
                    Some(0) | None => 0,
                    Some(glyph) => glyph.wrapping_add(shift),
                }
            };
            if glyph != 0 && code != 0xFFFF {
                found.push((code, glyph));
            }
            if found.len() >= MOST_CHARACTERS {
                return Some(found);
            }
        }
    }
    Some(found)
}

/// The pairs of the kern table's first horizontal list that are of ASCII characters.
fn kerning(kern: Data, cmap: Data) -> Option<Vec<(u16, i16)>> {
    let pairs = kern.from(4)?;
    if kern.u16(0)? != 0 || pairs.u16(4)? != 1 {
        return None;
    }
    let ascii: Vec<_> = characters(cmap)?.into_iter().filter(|(code, _)| (0x21..0x7F).contains(code)).collect();
    let of = |glyph| ascii.iter().filter(move |pair| pair.1 == glyph).filter_map(|pair| char::from_u32(u32::from(pair.0)));
    let mut found = Vec::new();
    for at in 0..usize::from(pairs.u16(6)?) {
        let pair = pairs.from(14 + 6 * at)?;
        let value = pair.i16(4)?;
        for left in of(pair.u16(0)?) {
            found.extend(of(pair.u16(2)?).filter_map(|right| Some((pair_key(left, right)?, value as i16))));
        }
    }
    sort_by_key(&mut found, |(pair, value)| u64::from(*pair) << 16 | u64::from(*value as u16 ^ 0x8000));
    found.dedup_by_key(|pair| pair.0);
    Some(found)
}

/// Big-endian data.
#[derive(Clone, Copy)]
struct Data<'a>(&'a [u8]);

impl<'a> Data<'a> {
    fn table(self, tag: &[u8; 4]) -> Option<Self> {
        let count = usize::from(self.u16(4)?).min(256);
        let record = (0..count).filter_map(|at| self.from(12 + 16 * at)).find(|record| record.0.starts_with(tag))?;
        let (start, length) = (record.u32(8)? as usize, record.u32(12)? as usize);
        Some(Data(self.0.get(start..start.checked_add(length)?)?))
    }

    fn from(self, at: usize) -> Option<Self> {
        self.0.get(at..).map(Data)
    }

    fn u16(self, at: usize) -> Option<u16> {
        let bytes = self.0.get(at..at.checked_add(2)?)?;
        Some(u16::from_be_bytes(bytes.try_into().ok()?))
    }

    fn i16(self, at: usize) -> Option<i32> {
        self.u16(at).map(|value| i32::from(value as i16))
    }

    fn u32(self, at: usize) -> Option<u32> {
        Some(u32::from(self.u16(at)?) << 16 | u32::from(self.u16(at.checked_add(2)?)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A font of three characters: A (500), 中 (1000) and V (the same), with A kerned before V by -70.
    fn font() -> Vec<u8> {
        let words = |words: &[u16]| words.iter().flat_map(|word| word.to_be_bytes()).collect::<Vec<_>>();
        let mut head = vec![0; 54];
        head[18..20].copy_from_slice(&1000_u16.to_be_bytes());
        let mut hhea = vec![0; 36];
        hhea[4..10].copy_from_slice(&words(&[800, 65336, 90]));
        hhea[34..36].copy_from_slice(&3_u16.to_be_bytes());
        let mut os2 = vec![0; 86];
        os2[74..78].copy_from_slice(&words(&[900, 250]));
        let hmtx = words(&[0, 0, 500, 0, 1000, 0]);
        // Segments: A, V (glyph 3 has no advance of its own, but the last one's), 中, the closing one.
        let cmap = words(&[
            0, 1, 3, 1, 0, 12, 4, 48, 0, 8, 0, 0, 0, 0x41, 0x56, 0x4E2D, 0xFFFF, 0, 0x41, 0x56, 0x4E2D, 0xFFFF, 65472, 65453, 45525, 1, 0,
            0, 0, 0,
        ]);
        let kern = words(&[0, 1, 0, 20, 1, 1, 0, 0, 0, 1, 3, 65466]);
        let tables: [(&[u8], Vec<u8>); 6] =
            [(b"OS/2", os2), (b"cmap", cmap), (b"head", head), (b"hhea", hhea), (b"hmtx", hmtx), (b"kern", kern)];
        let mut font = words(&[0, 1, 6, 0, 0, 0]);
        let mut at = 12 + 16 * tables.len();
        for (tag, table) in &tables {
            font.extend_from_slice(tag);
            font.extend([0, at as u32, table.len() as u32].iter().flat_map(|word| word.to_be_bytes()));
            at += table.len();
        }
        tables.into_iter().for_each(|(_, table)| font.extend(table));
        font
    }

    #[test]
    fn reads_what_layout_needs() {
        let cut = read(&font()).unwrap();
        assert_eq!((cut.upm, cut.hhea, cut.win, cut.use_typo), (1000, [800, 200, 90], [900, 250], false));
        assert_eq!(['A', 'V', '中', 'B'].map(|c| cut.advance(c)), [Some(500), Some(1000), Some(1000), None]);
        assert!(!cut.east_asian);
        assert_eq!(cut.kerning, [(pair_key('A', 'V').unwrap(), -70)]);
    }

    #[test]
    fn the_key_is_read_from_its_end_and_damage_is_no_font() {
        let font = font();
        let key = "{1DF903AD-7B14-4A14-A5CC-0D6D9D5F4B2C}";
        let hidden = plain(font.clone(), key);
        assert_eq!((hidden[0], hidden[15], hidden[16], hidden[32]), (font[0] ^ 0x2C, font[15] ^ 0x1D, font[16] ^ 0x2C, font[32]));
        assert_eq!(plain(hidden, key), font);
        for length in 0..font.len() {
            let _ = read(&font[..length]);
        }
        assert!(read(b"").is_none());
    }
}
