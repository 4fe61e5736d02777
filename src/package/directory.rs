//! The directory of a zip archive (APPNOTE 4.3): where each entry's bytes lie and how they are packed. Archives behind something else, and
//! those of more than 4 GiB by their header (zip64), are read too.
//!
//! Ours, because the first page waits for it: libraries for all that zip can be weigh as much as reading tables does.

/// An entry.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its name as stored.
    pub(super) name: String,
    /// Its bytes are encrypted.
    pub(super) encrypted: bool,
    /// How it is packed: 0 not at all, 8 deflated.
    pub(super) method: u16,
    /// Checksum of its bytes.
    pub(super) crc: u32,
    /// How many bytes it has packed.
    pub(super) packed: u64,
    /// How many it claims to have.
    pub(super) size: u64,
    /// Where its own header lies.
    header: usize,
}

/// The end of the directory, an entry of it, an entry's own header, the larger end and where that lies.
const END: [u8; 4] = *b"PK\x05\x06";
const ENTRY: [u8; 4] = *b"PK\x01\x02";
const HEADER: [u8; 4] = *b"PK\x03\x04";
const END_64: [u8; 4] = *b"PK\x06\x06";
const LOCATOR_64: [u8; 4] = *b"PK\x06\x07";

/// Lengths of these without what varies.
const END_LENGTH: usize = 22;
const ENTRY_LENGTH: usize = 46;
const HEADER_LENGTH: usize = 30;
const LOCATOR_LENGTH: usize = 20;

/// The id of the field with lengths that take 8 bytes, and what stands for them elsewhere.
const LARGE: u16 = 1;
const SEE_LARGE: u64 = 0xFFFF_FFFF;

/// What looks like the directory's end is looked at so often, from the last on.
const ENDS: usize = 8;

/// Where the directory lies.
struct Place {
    at: u64,
    length: u64,
    entries: u64,
}

/// The entries of an archive, `most` and one more at most; none where it has no directory or that is damaged.
pub(super) fn read(bytes: &[u8], most: usize) -> Option<Vec<Entry>> {
    // A comment may follow, of 64 KiB at most; what is sent along with an archive may be longer.
    let ends = (0..=bytes.len().checked_sub(END_LENGTH)?).rev().filter(|end| bytes.get(*end..).is_some_and(|rest| rest.starts_with(&END)));
    ends.take(ENDS).find_map(|end| entries(bytes, end, most))
}

fn entries(bytes: &[u8], end: usize, most: usize) -> Option<Vec<Entry>> {
    let (place, behind) = place(bytes, end)?;
    // What stands before the archive moves it as a whole; what stands behind the directory, such as a signature, does not.
    let stated = usize::try_from(place.at).ok()?;
    let found = behind.checked_sub(usize::try_from(place.length).ok()?)?;
    let mut at = if bytes.get(found..)?.starts_with(&ENTRY) { found } else { stated };
    let shift = at.checked_sub(stated)?;
    let mut entries = Vec::new();
    while (entries.len() as u64) < place.entries && entries.len() <= most {
        let (entry, next) = entry(bytes, at, shift)?;
        entries.push(entry);
        at = next;
    }
    Some(entries)
}

/// Where the directory lies that ends before `end`, and where it ends itself.
fn place(bytes: &[u8], end: usize) -> Option<(Place, usize)> {
    let short = |at| Some(u64::from(u16::from_le_bytes(number(bytes, end + at)?)));
    let long = |at| Some(u64::from(u32::from_le_bytes(number(bytes, end + at)?)));
    let place = Place { entries: short(10)?, length: long(12)?, at: long(16)? };
    let is_large = place.entries == 0xFFFF || place.length == SEE_LARGE || place.at == SEE_LARGE;
    let locator =
        end.checked_sub(LOCATOR_LENGTH).filter(|at| is_large && bytes.get(*at..).is_some_and(|rest| rest.starts_with(&LOCATOR_64)));
    let Some(locator) = locator else { return Some((place, end)) };
    // It lies right before the locator unless it holds something that nobody writes; where that is stated is moved as the rest is.
    let stated = usize::try_from(u64::from_le_bytes(number(bytes, locator + 8)?)).ok()?;
    let large = [Some(stated), locator.checked_sub(56)]
        .into_iter()
        .flatten()
        .find(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(&END_64)))?;
    let number = |at| Some(u64::from_le_bytes(number(bytes, large + at)?));
    Some((Place { entries: number(32)?, length: number(40)?, at: number(48)? }, large))
}

/// The entry that begins at a place, and where the next one does.
fn entry(bytes: &[u8], at: usize, shift: usize) -> Option<(Entry, usize)> {
    if !bytes.get(at..)?.starts_with(&ENTRY) {
        return None;
    }
    let short = |field| Some(u16::from_le_bytes(number(bytes, at + field)?));
    let long = |field| Some(u32::from_le_bytes(number(bytes, at + field)?));
    let [name, extra, comment] = [short(28)?, short(30)?, short(32)?].map(usize::from);
    let behind_name = at + ENTRY_LENGTH + name;
    let fields = bytes.get(behind_name..behind_name + extra)?;
    let mut lengths = [long(24)?, long(20)?, long(42)?].map(u64::from);
    enlarge(fields, &mut lengths);
    let [size, packed, header] = lengths;
    let entry = Entry {
        name: String::from_utf8_lossy(bytes.get(at + ENTRY_LENGTH..behind_name)?).into_owned(),
        encrypted: short(8)? & 1 != 0,
        method: short(10)?,
        crc: long(16)?,
        packed,
        size,
        header: usize::try_from(header).ok()?.checked_add(shift)?,
    };
    Some((entry, behind_name + extra + comment))
}

/// Puts in lengths that take 8 bytes: the field holds those alone that stand for themselves nowhere else, in this order.
fn enlarge(mut fields: &[u8], lengths: &mut [u64]) {
    while let Some((id, length)) = number(fields, 0).zip(number(fields, 2)) {
        let Some(mut field) = fields.get(4..4 + usize::from(u16::from_le_bytes(length))) else { return };
        if u16::from_le_bytes(id) == LARGE {
            for length in lengths.iter_mut().filter(|length| **length == SEE_LARGE) {
                let Some((large, rest)) = field.split_first_chunk() else { return };
                *length = u64::from_le_bytes(*large);
                field = rest;
            }
            return;
        }
        fields = fields.get(4 + usize::from(u16::from_le_bytes(length))..).unwrap_or_default();
    }
}

impl Entry {
    /// Its bytes as they lie in the archive.
    pub(super) fn stored<'a>(&self, archive: &'a [u8]) -> Option<&'a [u8]> {
        let header = archive.get(self.header..).filter(|header| header.starts_with(&HEADER))?;
        let [name, extra] = [number(header, 26)?, number(header, 28)?].map(|length| usize::from(u16::from_le_bytes(length)));
        let start = HEADER_LENGTH + name + extra;
        header.get(start..start.checked_add(usize::try_from(self.packed).ok()?)?)
    }
}

fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..)?.first_chunk().copied()
}
