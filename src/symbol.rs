//! Symbol fonts: their characters, stored at U+F020–F0FF or as plain bytes, as Unicode (word-layout 10.5).

/// The text of a symbol font as Unicode; `None` for fonts that are none. A code without a counterpart shows as a bullet.
pub fn to_unicode(family: &str, text: &str) -> Option<String> {
    let table: fn(u8) -> Option<char> = match family.to_ascii_lowercase().as_str() {
        "symbol" => symbol,
        "wingdings" => wingdings,
        "wingdings 2" => wingdings_2,
        "wingdings 3" => wingdings_3,
        "webdings" => webdings,
        _ => return None,
    };
    Some(text.chars().map(|c| code(c).map_or(c, |code| if code <= 0x20 { ' ' } else { table(code).unwrap_or('•') })).collect())
}

/// The same as Word takes it for: its filled circle is U+26AB.
pub fn to_words_unicode(family: &str, text: &str) -> Option<String> {
    let shown = to_unicode(family, text)?;
    Some(if family.eq_ignore_ascii_case("wingdings") { shown.replace('●', "⚫") } else { shown })
}

/// The text of a symbol font as the font's own codes, U+F020 to U+F0FF; `None` for fonts that are none.
pub fn to_codes(family: &str, text: &str) -> Option<String> {
    to_unicode(family, "")?;
    let own = |c: char| code(c).filter(|code| *code > 0x20).and_then(|code| char::from_u32(0xf000 + u32::from(code)));
    Some(text.chars().map(|c| own(c).unwrap_or(if code(c).is_some() { ' ' } else { c })).collect())
}

/// The font's own code of a stored character.
fn code(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0xf000..=0xf0ff => u8::try_from(code - 0xf000).ok(),
        code @ 0..=0xff => u8::try_from(code).ok(),
        _ => None,
    }
}

/// The nth character of a string that begins at code `first`.
fn nth(code: u8, first: u8, characters: &str) -> Option<char> {
    characters.chars().nth(usize::from(code.checked_sub(first)?))
}

/// Adobe's Symbol encoding.
fn symbol(code: u8) -> Option<char> {
    match code {
        0x21..=0x7e => nth(code, 0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
        0xa0..=0xfe => {
            nth(code, 0xa0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\u{f8ff}〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭")
                .filter(|c| *c != '\u{f8ff}')
        }
        _ => None,
    }
}

fn wingdings(code: u8) -> Option<char> {
    match code {
        0x21..=0x7e => nth(
            code,
            0x21,
            "🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭📁📂📄🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌👌👍👎☜☞☝☟🖐☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓🙰🙵●🔾■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶🙶🙷",
        ),
        0x80..=0xff => nth(
            code,
            0x80,
            "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•▪⚪🞆🞈◉◎🔿▪◻🟂✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘⮚⮙⮛⮈⮊⮉⮋🡨➔🡩🡫🡬🡭🡯🡮🡸➔🡹🡻🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬀⬁⬃⬂▭▫✗✓☒☑⊞",
        )
        .map(|c| match code {
            0xd8 => '➢',
            0xe0 => '→',
            _ => c,
        }),
        _ => None,
    }
}

fn wingdings_2(code: u8) -> Option<char> {
    Some(match code {
        0x4f => '✗',
        0x50 => '✓',
        0x51 | 0x53 | 0x54 => '☒',
        0x52 => '☑',
        0x97 => '●',
        0x98 => '◉',
        0x9a => '○',
        0xa2 => '■',
        0xa3 => '□',
        0xae => '◆',
        0xe8 => '★',
        _ => return None,
    })
}

fn wingdings_3(code: u8) -> Option<char> {
    Some(match code {
        0x22 | 0x67 => '→',
        0x21 | 0x66 => '←',
        0x23 | 0x68 => '↑',
        0x24 | 0x69 => '↓',
        0x70 => '▲',
        0x71 => '▼',
        0x74 | 0x76 | 0x84 => '◀',
        0x75 | 0x7d | 0x83 => '▶',
        0x7e => '◥',
        _ => return None,
    })
}

fn webdings(code: u8) -> Option<char> {
    Some(match code {
        0x33 => '◀',
        0x34 => '▶',
        0x35 => '▲',
        0x36 => '▼',
        0x3d | 0x6e => '●',
        0x61 => '✓',
        0x63 | 0x67 => '■',
        0x72 => '✗',
        0x95 => '♪',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{to_codes, to_unicode, to_words_unicode};

    #[test]
    fn symbols_have_their_unicode_counterparts() {
        for (family, code, want) in [
            ("Symbol", '\u{f0b7}', "•"),
            ("Symbol", '\u{f02d}', "−"),
            ("Symbol", '\u{f0ae}', "→"),
            ("Symbol", 'a', "α"),
            ("Symbol", '\u{f0d8}', "¬"),
            ("Wingdings", '\u{f06c}', "●"),
            ("Wingdings", '\u{f06e}', "■"),
            ("Wingdings", '\u{f06f}', "□"),
            ("Wingdings", '\u{f075}', "◆"),
            ("Wingdings", '\u{f076}', "❖"),
            ("Wingdings", '\u{f0a7}', "▪"),
            ("Wingdings", '\u{f0d8}', "➢"),
            ("Wingdings", '\u{f0e0}', "→"),
            ("Wingdings", '\u{f0f0}', "⇨"),
            ("Wingdings", '\u{f0fc}', "✓"),
            ("Wingdings", '\u{f0fe}', "☑"),
            ("Wingdings", '\u{f0a8}', "◻"),
            ("Wingdings", '\u{f04a}', "☺"),
            ("Wingdings 2", '\u{f052}', "☑"),
            ("Wingdings", '中', "中"),
        ] {
            assert_eq!(to_unicode(family, &code.to_string()).as_deref(), Some(want), "{family} {code:?}");
        }
        assert_eq!(to_unicode("SimSun", "a"), None);
        assert_eq!(to_words_unicode("Wingdings", "\u{f06c}").as_deref(), Some("⚫"));
        assert_eq!(to_codes("Wingdings", "l").as_deref(), Some("\u{f06c}"));
        assert_eq!(to_codes("SimSun", "l"), None);
    }
}
