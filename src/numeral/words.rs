//! Formats that write a number in words: English, Thai, Vietnamese, native Korean, and Hindi's few.

use super::NumberFormat as F;
use crate::case;

const ENGLISH: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const THAI: [&str; 10] = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
const THAI_UNITS: [&str; 6] = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];
const VIETNAMESE: [&str; 10] = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const KOREAN: [&str; 10] = ["", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"];
const KOREAN_TENS: [&str; 10] = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];
const HINDI: [&str; 11] = ["", "एक", "दो", "तीन", "चार", "पाँच", "छह", "सात", "आठ", "नौ", "दस"];

/// `n` as text, where the format is of this kind and has a form for it.
pub(super) fn format(format: F, n: u64) -> Option<String> {
    match format {
        F::Ordinal => Some(format!("{n}{}", ordinal_suffix(n))),
        F::CardinalText => english(n).map(|text| capitalised(&text)),
        F::OrdinalText => english(n).map(|text| capitalised(&english_ordinal(&text))),
        F::DollarText => english(n).map(|text| format!("{} and 00/100", capitalised(&text))),
        F::BahtText => thai(n).map(|text| format!("{text}บาทถ้วน")),
        F::ThaiCounting => thai(n),
        F::VietnameseCounting => vietnamese(n),
        F::KoreanLegal => korean(n),
        F::HindiCounting => HINDI.get(usize::try_from(n).ok()?).map(|word| (*word).to_owned()),
        _ => None,
    }
}

fn ordinal_suffix(n: u64) -> &'static str {
    match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

fn word(row: &[&'static str], at: u64) -> &'static str {
    usize::try_from(at).ok().and_then(|at| row.get(at)).copied().unwrap_or_default()
}

fn english(n: u64) -> Option<String> {
    let joined = |head: String, rest: u64, by: &str| match rest {
        0 => Some(head),
        rest => english(rest).map(|tail| format!("{head}{by}{tail}")),
    };
    match n {
        0..20 => Some(word(&ENGLISH, n).to_owned()),
        20..100 => joined(word(&ENGLISH_TENS, n / 10).to_owned(), n % 10, "-"),
        100..1000 => joined(format!("{} hundred", word(&ENGLISH, n / 100)), n % 100, " "),
        1000..1_000_000 => joined(format!("{} thousand", english(n / 1000)?), n % 1000, " "),
        _ => None,
    }
}

/// The last word becomes an ordinal.
fn english_ordinal(text: &str) -> String {
    const IRREGULAR: [(&str, &str); 7] = [
        ("one", "first"),
        ("two", "second"),
        ("three", "third"),
        ("five", "fifth"),
        ("eight", "eighth"),
        ("nine", "ninth"),
        ("twelve", "twelfth"),
    ];
    let at = text.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (head, last) = text.split_at(at);
    match IRREGULAR.iter().find(|(word, _)| *word == last) {
        Some((_, ordinal)) => format!("{head}{ordinal}"),
        None => match last.strip_suffix('y') {
            Some(stem) => format!("{head}{stem}ieth"),
            None => format!("{head}{last}th"),
        },
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| case::upper(first).chain(letters).collect())
}

/// Eleven and its like end in เอ็ด, twenty begins with ยี่, ten has no one.
fn thai(n: u64) -> Option<String> {
    if n >= 1_000_000 {
        return None;
    }
    let places = n.to_string();
    let count = places.len();
    let mut text = String::new();
    for (i, digit) in places.chars().enumerate() {
        let (digit, place) = (u64::from(digit.to_digit(10)?), count - 1 - i);
        if digit == 0 {
            continue;
        }
        text.push_str(match (digit, place) {
            (1, 0) if count > 1 => "เอ็ด",
            (1, 1) => "",
            (2, 1) => "ยี่",
            _ => word(&THAI, digit),
        });
        text.push_str(word(&THAI_UNITS, place as u64));
    }
    Some(text)
}

/// To 99, which is further than lists go.
fn vietnamese(n: u64) -> Option<String> {
    let (tens, ones) = (n / 10, n % 10);
    let head = match tens {
        0 => return Some(word(&VIETNAMESE, ones).to_owned()),
        1 => "mười".to_owned(),
        2..10 => format!("{} mươi", word(&VIETNAMESE, tens)),
        _ => return None,
    };
    let tail = match ones {
        1 if tens > 1 => "mốt",
        5 => "lăm",
        _ => word(&VIETNAMESE, ones),
    };
    Some(if tail.is_empty() { head } else { format!("{head} {tail}") })
}

/// To 99: native numbers have no hundreds.
fn korean(n: u64) -> Option<String> {
    (n < 100).then(|| format!("{}{}", word(&KOREAN_TENS, n / 10), word(&KOREAN, n % 10)))
}
