//! Text of metafiles: bytes by the font's character set, symbol fonts as Unicode.

/// Bytes of a character set, by the name that the Encoding Standard has for it, as text. The tables are the caller's: a browser
/// has them, and they are large.
pub type Decode<'a> = &'a dyn Fn(&'static str, &[u8]) -> Option<String>;

/// Bytes as text.
pub(super) fn decoded(bytes: &[u8], charset: u8, decode: Decode<'_>) -> String {
    if bytes.is_ascii() || charset == SYMBOL {
        return bytes.iter().copied().map(char::from).collect();
    }
    decode(encoding(charset), bytes).unwrap_or_else(|| bytes.iter().copied().map(char::from).collect())
}

/// SYMBOL_CHARSET: the font's own codes.
const SYMBOL: u8 = 2;

/// The encoding of a character set ([MS-WMF] 2.1.1.5).
fn encoding(charset: u8) -> &'static str {
    match charset {
        128 => "shift_jis",
        129 => "euc-kr",
        134 => "gbk",
        136 => "big5",
        161 => "windows-1253",
        162 => "windows-1254",
        163 => "windows-1258",
        177 => "windows-1255",
        178 => "windows-1256",
        186 => "windows-1257",
        204 => "windows-1251",
        222 => "windows-874",
        238 => "windows-1250",
        _ => "windows-1252",
    }
}

/// Text of a symbol font as the Unicode characters it looks like; other text as it is.
pub(super) fn shown(family: &str, text: &str) -> String {
    if family.eq_ignore_ascii_case("MT Extra") {
        return text.chars().map(mt_extra).collect();
    }
    let family = if family.eq_ignore_ascii_case("Euclid Symbol") { "Symbol" } else { family };
    crate::symbol::to_unicode(family, text).unwrap_or_else(|| text.to_owned())
}

/// The characters of the equation editor's own font that equations use most.
fn mt_extra(c: char) -> char {
    match u32::from(c) & 0xFF {
        0x49 => '∩',
        0x4C => '⋯',
        0x4D => '⋮',
        0x4B => '…',
        0x4F => '⋱',
        0x55 => '∪',
        0x51 => '∵',
        0x5C => '∴',
        0x68 => 'ℏ',
        0x6C => 'ℓ',
        0x6D => '∓',
        0x6F => '°',
        0x75 => '▹',
        0x72 | 0x76 => '→',
        0x71 => 'ℰ',
        _ => c,
    }
}

/// Glyph numbers as text: in the fonts that come with Windows, the printable ASCII characters are the glyphs from 3 on.
pub(super) fn of_glyphs(glyphs: impl Iterator<Item = u16>) -> String {
    glyphs
        .map(|glyph| glyph.checked_add(29).filter(|code| (0x20..0x7F).contains(code)).map_or(' ', |code| char::from(code as u8)))
        .collect()
}
