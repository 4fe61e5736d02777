//! A part's bytes as text: UTF-8, UTF-16 by its byte order mark or its first bytes, Latin-1 where it is declared
//! (XML 1.0, appendix F). Anything else is read as UTF-8 with what does not fit replaced.

/// The text of a part, and whether something in it could not be read.
pub fn decode(bytes: Vec<u8>) -> (String, bool) {
    match *bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, ..] => utf8(bytes.get(3..).unwrap_or_default().to_vec()),
        [0xFF, 0xFE, ..] => utf16(bytes.get(2..).unwrap_or_default(), u16::from_le_bytes),
        [0xFE, 0xFF, ..] => utf16(bytes.get(2..).unwrap_or_default(), u16::from_be_bytes),
        [b'<', 0, ..] => utf16(&bytes, u16::from_le_bytes),
        [0, b'<', ..] => utf16(&bytes, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: Vec<u8>) -> (String, bool) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) if declares_latin1(error.as_bytes()) => (error.as_bytes().iter().map(|&byte| char::from(byte)).collect(), false),
        Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), true),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, bool) {
    let mut lossy = !bytes.len().is_multiple_of(2);
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let text = char::decode_utf16(units)
        .map(|character| {
            character.unwrap_or_else(|_| {
                lossy = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    (text, lossy)
}

fn declares_latin1(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..100).unwrap_or(bytes)).to_ascii_lowercase();
    let declaration = head.split("?>").next().unwrap_or_default();
    declaration.starts_with("<?xml") && (declaration.contains("iso-8859-1") || declaration.contains("windows-1252"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_encoding() {
        assert_eq!(decode("\u{FEFF}<a>中</a>".into()), ("<a>中</a>".to_owned(), false));
        let little: Vec<u8> = "\u{FEFF}<a>中</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(little), ("<a>中</a>".to_owned(), false));
        let big: Vec<u8> = "<a>中</a>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(big), ("<a>中</a>".to_owned(), false));
        assert_eq!(decode(b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>".to_vec()).0.chars().nth_back(4), Some('é'));
        assert_eq!(decode(b"<a>\xFF</a>".to_vec()), ("<a>\u{FFFD}</a>".to_owned(), true));
    }
}
