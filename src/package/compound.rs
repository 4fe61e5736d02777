//! OLE compound files: what a `.doc`, an encrypted `.docx` and their like are ([MS-CFB]). Only the names of the
//! streams are looked for, in the directory's sectors.

/// What a compound file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compound {
    /// An encrypted package.
    Encrypted,
    /// A binary Word document.
    Word,
    /// A binary workbook.
    Excel,
    /// A binary presentation.
    PowerPoint,
    /// Something else.
    Other,
}

pub(super) const MAGIC: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Directory entries are 128 bytes and start at multiples of that; the name comes first, its length in bytes at 64.
const ENTRY: usize = 128;

/// What a compound file holds, by the names in its directory. As the directory's sectors may lie anywhere and a damaged
/// chain should not matter, every possible entry is looked at.
pub(super) fn kind(bytes: &[u8]) -> Compound {
    let mut found = Compound::Other;
    for entry in bytes.chunks_exact(ENTRY).skip(4) {
        let better = if is_named(entry, "EncryptedPackage") || is_named(entry, "EncryptionInfo") {
            return Compound::Encrypted;
        } else if is_named(entry, "WordDocument") {
            Compound::Word
        } else if is_named(entry, "Workbook") || is_named(entry, "Book") {
            Compound::Excel
        } else if is_named(entry, "PowerPoint Document") {
            Compound::PowerPoint
        } else {
            continue;
        };
        if found != Compound::Word {
            found = better;
        }
    }
    found
}

fn is_named(entry: &[u8], name: &str) -> bool {
    let length = (name.len() + 1) * 2;
    entry.get(64..66) == Some(&(length as u16).to_le_bytes()[..])
        && name.encode_utf16().flat_map(u16::to_le_bytes).chain([0, 0]).eq(entry.get(..length).unwrap_or_default().iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(names: &[&str]) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.resize(512, 0);
        for name in names {
            let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            entry.resize(64, 0);
            entry.extend(((name.len() as u16 + 1) * 2).to_le_bytes());
            entry.resize(ENTRY, 0);
            bytes.extend(entry);
        }
        bytes
    }

    #[test]
    fn tells_the_kinds() {
        assert_eq!(kind(&file(&["Root Entry", "WordDocument"])), Compound::Word);
        assert_eq!(kind(&file(&["Root Entry", "EncryptionInfo", "EncryptedPackage"])), Compound::Encrypted);
        assert_eq!(kind(&file(&["Root Entry", "Workbook"])), Compound::Excel);
        assert_eq!(kind(&file(&["Root Entry", "WordDocument", "Book"])), Compound::Word);
        assert_eq!(kind(&file(&[])), Compound::Other);
        assert_eq!(kind(&MAGIC), Compound::Other);
    }
}
