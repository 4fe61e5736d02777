//! Formats that write a number by its digits or by its powers of ten: other scripts' digits, Roman numerals, and the East
//! Asian counting systems.

use super::NumberFormat as F;

/// `n` as text, where the format is of this kind and has a form for it.
pub(super) fn format(format: F, n: u64) -> Option<String> {
    match format {
        F::UpperRoman => roman(n),
        F::LowerRoman => roman(n).map(|text| text.to_ascii_lowercase()),
        F::DecimalFullWidth => digits("０１２３４５６７８９", n),
        F::HindiNumbers => digits("०१२३४५६७८९", n),
        F::ThaiNumbers => digits("๐๑๒๓๔๕๖๗๘๙", n),
        F::IdeographDigital => digits("〇一二三四五六七八九", n),
        F::TaiwaneseDigital => digits("○一二三四五六七八九", n),
        F::KoreanDigital => digits("영일이삼사오육칠팔구", n),
        F::KoreanDigital2 => digits("零一二三四五六七八九", n),
        _ => counting(&system(format)?, n),
    }
}

/// Each decimal digit replaced.
fn digits(row: &str, n: u64) -> Option<String> {
    n.to_string().chars().map(|digit| row.chars().nth(digit.to_digit(10)? as usize)).collect()
}

fn roman(n: u64) -> Option<String> {
    const ROW: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    // Word's lists end here.
    if n > 32_767 {
        return None;
    }
    let mut rest = n;
    let mut text = String::new();
    for (value, letters) in ROW {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    Some(text)
}

/// A counting system: digits with units of tens, hundreds and thousands, and myriads.
struct System {
    /// 0 to 9.
    digits: &'static str,
    /// Ten, hundred, thousand.
    units: &'static str,
    /// 10⁴, 10⁸.
    myriads: &'static str,
    /// A gap between places is filled by the zero.
    fills: bool,
    /// One before a unit is written: never, unless at the number's very start before ten, or always.
    one: One,
}

#[derive(PartialEq)]
enum One {
    Never,
    NotBeforeLeadingTen,
    Always,
}

fn system(format: F) -> Option<System> {
    let chinese = |digits, units, myriads, one| System { digits, units, myriads, fills: true, one };
    Some(match format {
        F::ChineseCounting => chinese("零一二三四五六七八九", "十百千", "万亿", One::NotBeforeLeadingTen),
        F::ChineseCountingThousand => chinese("〇一二三四五六七八九", "十百千", "万亿", One::NotBeforeLeadingTen),
        F::TaiwaneseCounting | F::TaiwaneseCountingThousand => chinese("零一二三四五六七八九", "十百千", "萬億", One::NotBeforeLeadingTen),
        F::ChineseLegalSimplified => chinese("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿", One::Always),
        F::IdeographLegalTraditional => chinese("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬億", One::Always),
        F::JapaneseCounting => System { fills: false, ..chinese("〇一二三四五六七八九", "十百千", "万億", One::Never) },
        F::JapaneseLegal => System { fills: false, ..chinese("零壱弐参四伍六七八九", "拾百阡", "萬億", One::Always) },
        F::KoreanCounting => System { fills: false, ..chinese("영일이삼사오육칠팔구", "십백천", "만억", One::Never) },
        _ => return None,
    })
}

/// The number in groups of four digits, each with its myriad; a run of empty places is one zero.
fn counting(system: &System, n: u64) -> Option<String> {
    if n >= 1_000_000_000_000 {
        return None;
    }
    let mut text = String::new();
    let mut gap = false;
    for group in (0..3).rev() {
        let value = n / 10_000_u64.pow(group) % 10_000;
        if value == 0 {
            gap |= !text.is_empty();
            continue;
        }
        for place in (0..4).rev() {
            let digit = value / 10_u64.pow(place) % 10;
            if digit == 0 {
                gap |= !text.is_empty();
                continue;
            }
            if std::mem::take(&mut gap) && system.fills {
                text.push(letter(system.digits, 0)?);
            }
            let leads = text.is_empty();
            let is_written = match system.one {
                _ if digit != 1 || place == 0 => true,
                One::Never => false,
                One::NotBeforeLeadingTen => !(leads && place == 1),
                One::Always => true,
            };
            if is_written {
                text.push(letter(system.digits, digit as usize)?);
            }
            if let Some(unit) = (place as usize).checked_sub(1) {
                text.push(letter(system.units, unit)?);
            }
        }
        // Empty places at the end of a group are no gap of their own.
        gap = false;
        if let Some(myriad) = (group as usize).checked_sub(1) {
            text.push(letter(system.myriads, myriad)?);
            // The next group has no thousands: 一万〇一.
            let below = n % 10_000_u64.pow(group);
            gap = below > 0 && below < 10_000_u64.pow(group) / 10;
        }
    }
    Some(text)
}

fn letter(row: &str, at: usize) -> Option<char> {
    row.chars().nth(at)
}
