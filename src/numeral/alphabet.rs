//! Formats that count with the letters or signs of a row: after the last one they double, as A … Z, AA, BB do, or go on in
//! digits.

use super::NumberFormat as F;
use crate::case;

/// Letters repeat at most so often (Word: 780 is thirty times Z).
const MOST_REPEATS: u64 = 30;

const LATIN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// Without ё, й, ъ, ы and ь, which Word does not count with.
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
const HEBREW: &str = "אבגדהוזחטיכלמנסעפצקרשת";
const ARABIC: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
const HINDI_VOWELS: &str = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह";
const HINDI_CONSONANTS: &str = "अआइईउऊऋऌऍऎएऐऑऒओऔ";
const THAI: &str = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";
const AIUEO: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const AIUEO_HALF: &str = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
const IROHA: &str = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
const IROHA_HALF: &str = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ";
const GANADA: &str = "가나다라마바사아자차카타파하";
const CHOSUNG: &str = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";
const CHICAGO: &str = "*†‡§";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// `n` as text, where the format is of this kind and has a form for it.
pub(super) fn format(format: F, n: u64) -> Option<String> {
    match format {
        F::UpperLetter => doubling(LATIN, n),
        F::LowerLetter => doubling(LATIN, n).map(|text| text.to_ascii_lowercase()),
        F::RussianLower => doubling(RUSSIAN, n),
        F::RussianUpper => doubling(RUSSIAN, n).map(|text| text.chars().flat_map(case::upper).collect()),
        F::Hebrew2 => doubling(HEBREW, n),
        F::ArabicAlpha => doubling(ARABIC, n),
        F::ArabicAbjad => doubling(ABJAD, n),
        F::HindiVowels => doubling(HINDI_VOWELS, n),
        F::HindiConsonants => doubling(HINDI_CONSONANTS, n),
        F::ThaiLetters => doubling(THAI, n),
        F::Aiueo => doubling(AIUEO_HALF, n),
        F::AiueoFullWidth => doubling(AIUEO, n),
        F::Iroha => doubling(IROHA_HALF, n),
        F::IrohaFullWidth => doubling(IROHA, n),
        F::Ganada => doubling(GANADA, n),
        F::Chosung => doubling(CHOSUNG, n),
        F::Chicago => doubling(CHICAGO, n),
        F::IdeographTraditional => nth(STEMS, n).map(String::from),
        F::IdeographZodiac => nth(BRANCHES, n).map(String::from),
        F::IdeographZodiacTraditional => zodiac(n),
        F::DecimalEnclosedCircle => sign('\u{2460}', 20, n),
        F::DecimalEnclosedParen => sign('\u{2474}', 20, n),
        F::DecimalEnclosedFullstop => sign('\u{2488}', 20, n),
        F::IdeographEnclosedCircle => sign('\u{3280}', 10, n),
        F::Hebrew1 => hebrew(n),
        _ => None,
    }
}

/// The n-th letter, from 1.
fn nth(row: &str, n: u64) -> Option<char> {
    row.chars().nth(usize::try_from(n.checked_sub(1)?).ok()?)
}

/// A … Z, AA, BB … ZZ, AAA.
fn doubling(row: &str, n: u64) -> Option<String> {
    let letters = row.chars().count() as u64;
    let times = (n - 1) / letters + 1;
    let letter = nth(row, (n - 1) % letters + 1)?;
    (times <= MOST_REPEATS).then(|| std::iter::repeat_n(letter, times as usize).collect())
}

/// One of `count` signs that follow each other in Unicode.
fn sign(first: char, count: u64, n: u64) -> Option<String> {
    let code = u32::from(first) + u32::try_from(n - 1).ok()?;
    char::from_u32(code).filter(|_| n <= count).map(String::from)
}

/// The sixty pairs of a stem and a branch.
fn zodiac(n: u64) -> Option<String> {
    let pair = [nth(STEMS, (n - 1) % 10 + 1)?, nth(BRANCHES, (n - 1) % 12 + 1)?];
    (n <= 60).then(|| pair.iter().collect())
}

/// Letters as numbers, hundreds first; 15 and 16 are written 9 + 6 and 9 + 7.
fn hebrew(n: u64) -> Option<String> {
    const ROW: [(u64, char); 22] = [
        (400, 'ת'),
        (300, 'ש'),
        (200, 'ר'),
        (100, 'ק'),
        (90, 'צ'),
        (80, 'פ'),
        (70, 'ע'),
        (60, 'ס'),
        (50, 'נ'),
        (40, 'מ'),
        (30, 'ל'),
        (20, 'כ'),
        (10, 'י'),
        (9, 'ט'),
        (8, 'ח'),
        (7, 'ז'),
        (6, 'ו'),
        (5, 'ה'),
        (4, 'ד'),
        (3, 'ג'),
        (2, 'ב'),
        (1, 'א'),
    ];
    if n >= 1000 {
        return None;
    }
    let mut text = String::new();
    let mut rest = n;
    while rest > 0 {
        let (value, letter) = match rest {
            15 | 16 => (9, 'ט'),
            _ => *ROW.iter().find(|(value, _)| *value <= rest)?,
        };
        text.push(letter);
        rest -= value;
    }
    Some(text)
}
