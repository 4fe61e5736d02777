//! ST_NumberFormat (ECMA-376 Part 1, 17.18.59; word-layout 10.2): a number as text, in every format that lists, notes and
//! page numbers use. Open to all stages.

mod alphabet;
mod base64;
mod decimal;
mod positional;
mod words;

pub use base64::base64;
pub use decimal::{format_decimal, parse_decimal};

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum NumberFormat {
    #[default]
    Decimal,
    /// Nothing; bullets too.
    None,
    /// With leading zeros, at least so many digits: `decimalZero` has 2, `custom` formats 3 and more.
    DecimalZero(u8),
    DecimalFullWidth,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    Ordinal,
    CardinalText,
    OrdinalText,
    DollarText,
    BahtText,
    ThaiCounting,
    HindiCounting,
    VietnameseCounting,
    Hex,
    Chicago,
    NumberInDash,
    DecimalEnclosedCircle,
    DecimalEnclosedFullstop,
    DecimalEnclosedParen,
    IdeographEnclosedCircle,
    IdeographDigital,
    ChineseCounting,
    ChineseCountingThousand,
    ChineseLegalSimplified,
    TaiwaneseCounting,
    TaiwaneseCountingThousand,
    TaiwaneseDigital,
    IdeographLegalTraditional,
    IdeographTraditional,
    IdeographZodiac,
    IdeographZodiacTraditional,
    JapaneseCounting,
    JapaneseLegal,
    Aiueo,
    AiueoFullWidth,
    Iroha,
    IrohaFullWidth,
    KoreanDigital,
    KoreanDigital2,
    KoreanCounting,
    KoreanLegal,
    Ganada,
    Chosung,
    Hebrew1,
    Hebrew2,
    ArabicAlpha,
    ArabicAbjad,
    HindiNumbers,
    HindiVowels,
    HindiConsonants,
    ThaiNumbers,
    ThaiLetters,
    RussianLower,
    RussianUpper,
}

use NumberFormat as F;

/// The standard's names.
const NAMES: [(&str, NumberFormat); 64] = [
    ("decimal", F::Decimal),
    ("none", F::None),
    ("bullet", F::None),
    ("decimalZero", F::DecimalZero(2)),
    ("decimalFullWidth", F::DecimalFullWidth),
    ("decimalFullWidth2", F::DecimalFullWidth),
    ("decimalHalfWidth", F::Decimal),
    ("upperRoman", F::UpperRoman),
    ("lowerRoman", F::LowerRoman),
    ("upperLetter", F::UpperLetter),
    ("lowerLetter", F::LowerLetter),
    ("ordinal", F::Ordinal),
    ("cardinalText", F::CardinalText),
    ("ordinalText", F::OrdinalText),
    ("dollarText", F::DollarText),
    ("bahtText", F::BahtText),
    ("thaiCounting", F::ThaiCounting),
    ("hindiCounting", F::HindiCounting),
    ("vietnameseCounting", F::VietnameseCounting),
    ("hex", F::Hex),
    ("chicago", F::Chicago),
    ("numberInDash", F::NumberInDash),
    ("decimalEnclosedCircle", F::DecimalEnclosedCircle),
    ("decimalEnclosedCircleChinese", F::DecimalEnclosedCircle),
    ("decimalEnclosedFullstop", F::DecimalEnclosedFullstop),
    ("decimalEnclosedParen", F::DecimalEnclosedParen),
    ("ideographEnclosedCircle", F::IdeographEnclosedCircle),
    ("ideographDigital", F::IdeographDigital),
    ("japaneseDigitalTenThousand", F::IdeographDigital),
    ("chineseCounting", F::ChineseCounting),
    ("chineseCountingThousand", F::ChineseCountingThousand),
    ("chineseLegalSimplified", F::ChineseLegalSimplified),
    ("taiwaneseCounting", F::TaiwaneseCounting),
    ("taiwaneseCountingThousand", F::TaiwaneseCountingThousand),
    ("taiwaneseDigital", F::TaiwaneseDigital),
    ("ideographLegalTraditional", F::IdeographLegalTraditional),
    ("ideographTraditional", F::IdeographTraditional),
    ("ideographZodiac", F::IdeographZodiac),
    ("ideographZodiacTraditional", F::IdeographZodiacTraditional),
    ("japaneseCounting", F::JapaneseCounting),
    ("japaneseLegal", F::JapaneseLegal),
    ("aiueo", F::Aiueo),
    ("aiueoFullWidth", F::AiueoFullWidth),
    ("iroha", F::Iroha),
    ("irohaFullWidth", F::IrohaFullWidth),
    ("koreanDigital", F::KoreanDigital),
    ("koreanDigital2", F::KoreanDigital2),
    ("koreanCounting", F::KoreanCounting),
    ("koreanLegal", F::KoreanLegal),
    ("ganada", F::Ganada),
    ("chosung", F::Chosung),
    ("hebrew1", F::Hebrew1),
    ("hebrew2", F::Hebrew2),
    ("arabicAlpha", F::ArabicAlpha),
    ("arabicAbjad", F::ArabicAbjad),
    ("hindiNumbers", F::HindiNumbers),
    ("hindiVowels", F::HindiVowels),
    ("hindiConsonants", F::HindiConsonants),
    ("thaiNumbers", F::ThaiNumbers),
    ("thaiLetters", F::ThaiLetters),
    ("russianLower", F::RussianLower),
    ("russianUpper", F::RussianUpper),
    ("arabic", F::Decimal),
    ("arabicDash", F::NumberInDash),
];

impl NumberFormat {
    /// The format of a `w:numFmt/@w:val` or `w:pgNumType/@w:fmt`; unknown names are decimal.
    pub fn from_name(name: &str) -> Self {
        NAMES.iter().find(|(known, _)| *known == name).map_or(Self::Decimal, |(_, format)| *format)
    }

    /// The format of a `w:numFmt/@w:format`: samples such as `001, 002, 003, ...`, of which the first says all.
    pub fn from_custom(pattern: &str) -> Self {
        let sample: String = pattern.trim().chars().take_while(char::is_ascii_digit).collect();
        match u8::try_from(sample.len()) {
            Ok(digits) if digits > 1 && sample.starts_with('0') => Self::DecimalZero(digits.min(10)),
            _ => Self::Decimal,
        }
    }

    /// `n` as text. A number that the format has no form for is written in digits, as Word does.
    pub fn format(self, n: i64) -> String {
        let text = match self {
            Self::None => Some(String::new()),
            Self::Decimal => None,
            Self::DecimalZero(digits) => Some(format!("{n:0width$}", width = usize::from(digits))),
            Self::NumberInDash => Some(format!("- {n} -")),
            Self::Hex => u64::try_from(n).ok().map(|n| format!("{n:X}")),
            _ => u64::try_from(n).ok().filter(|n| *n > 0).and_then(|n| self.positive(n)),
        };
        text.unwrap_or_else(|| n.to_string())
    }

    fn positive(self, n: u64) -> Option<String> {
        alphabet::format(self, n).or_else(|| positional::format(self, n)).or_else(|| words::format(self, n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(name: &str, numbers: &[i64]) -> Vec<String> {
        numbers.iter().map(|n| NumberFormat::from_name(name).format(*n)).collect()
    }

    #[test]
    fn latin() {
        assert_eq!(show("decimalZero", &[1, 10, 123]), ["01", "10", "123"]);
        assert_eq!(show("upperRoman", &[1, 4, 9, 14, 1990, 2026]), ["I", "IV", "IX", "XIV", "MCMXC", "MMXXVI"]);
        assert_eq!(show("lowerRoman", &[3, 48, 0]), ["iii", "xlviii", "0"]);
        assert_eq!(show("upperLetter", &[1, 26, 27, 53]), ["A", "Z", "AA", "AAA"]);
        assert_eq!(show("lowerLetter", &[2, 28]), ["b", "bb"]);
        assert_eq!(show("ordinal", &[1, 2, 3, 4, 11, 12, 21, 113]), ["1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "113th"]);
        assert_eq!(show("cardinalText", &[1, 21, 105, 1000]), ["One", "Twenty-one", "One hundred five", "One thousand"]);
        assert_eq!(show("ordinalText", &[1, 12, 20, 21, 100]), ["First", "Twelfth", "Twentieth", "Twenty-first", "One hundredth"]);
        assert_eq!(show("hex", &[10, 255]), ["A", "FF"]);
        assert_eq!(show("chicago", &[1, 2, 3, 4, 5, 9]), ["*", "†", "‡", "§", "**", "***"]);
        assert_eq!(show("numberInDash", &[7]), ["- 7 -"]);
        assert_eq!(show("none", &[7]), [""]);
        assert_eq!(show("nonsense", &[7]), ["7"]);
    }

    #[test]
    fn enclosed() {
        assert_eq!(show("decimalEnclosedCircle", &[1, 20, 21]), ["①", "⑳", "21"]);
        assert_eq!(show("decimalEnclosedCircleChinese", &[10]), ["⑩"]);
        assert_eq!(show("decimalEnclosedFullstop", &[1, 20]), ["⒈", "⒛"]);
        assert_eq!(show("decimalEnclosedParen", &[1, 20]), ["⑴", "⒇"]);
        assert_eq!(show("ideographEnclosedCircle", &[1, 10, 11]), ["㊀", "㊉", "11"]);
        assert_eq!(show("decimalFullWidth", &[12]), ["１２"]);
    }

    #[test]
    fn chinese() {
        let numbers = [1, 10, 11, 20, 21, 99, 100, 101, 110, 111, 1000, 1001, 1010, 10000, 10001];
        assert_eq!(
            show("chineseCountingThousand", &numbers),
            [
                "一",
                "十",
                "十一",
                "二十",
                "二十一",
                "九十九",
                "一百",
                "一百〇一",
                "一百一十",
                "一百一十一",
                "一千",
                "一千〇一",
                "一千〇一十",
                "一万",
                "一万〇一"
            ]
        );
        assert_eq!(show("chineseCounting", &[1, 10, 11, 20, 100, 101]), ["一", "十", "十一", "二十", "一百", "一百零一"]);
        assert_eq!(show("chineseLegalSimplified", &[1, 2, 3, 10, 11, 105]), ["壹", "贰", "叁", "壹拾", "壹拾壹", "壹佰零伍"]);
        assert_eq!(show("ideographDigital", &[1, 10, 12, 203]), ["一", "一〇", "一二", "二〇三"]);
        assert_eq!(show("taiwaneseCounting", &[3, 10, 12]), ["三", "十", "十二"]);
        assert_eq!(show("taiwaneseCountingThousand", &[10, 101]), ["十", "一百零一"]);
        assert_eq!(show("taiwaneseDigital", &[10]), ["一○"]);
        assert_eq!(show("ideographLegalTraditional", &[2, 3, 10]), ["貳", "參", "壹拾"]);
        assert_eq!(show("ideographTraditional", &[1, 10, 11]), ["甲", "癸", "11"]);
        assert_eq!(show("ideographZodiac", &[1, 12, 13]), ["子", "亥", "13"]);
        assert_eq!(show("ideographZodiacTraditional", &[1, 2, 11, 60, 61]), ["甲子", "乙丑", "甲戌", "癸亥", "61"]);
    }

    #[test]
    fn japanese_and_korean() {
        assert_eq!(show("japaneseCounting", &[1, 10, 11, 100, 111, 1000]), ["一", "十", "十一", "百", "百十一", "千"]);
        assert_eq!(show("japaneseLegal", &[1, 2, 3, 10]), ["壱", "弐", "参", "壱拾"]);
        assert_eq!(show("aiueo", &[1, 2, 47]), ["ｱ", "ｲ", "ｱｱ"]);
        assert_eq!(show("irohaFullWidth", &[1, 2, 3]), ["イ", "ロ", "ハ"]);
        assert_eq!(show("koreanDigital", &[1, 10]), ["일", "일영"]);
        assert_eq!(show("koreanDigital2", &[1, 10]), ["一", "一零"]);
        assert_eq!(show("koreanCounting", &[1, 10, 11, 100]), ["일", "십", "십일", "백"]);
        assert_eq!(show("koreanLegal", &[1, 2, 10, 21]), ["하나", "둘", "열", "스물하나"]);
        assert_eq!(show("ganada", &[1, 14, 15]), ["가", "하", "가가"]);
        assert_eq!(show("chosung", &[1, 3]), ["ㄱ", "ㄷ"]);
    }

    #[test]
    fn other_scripts() {
        assert_eq!(show("russianLower", &[1, 29]), ["а", "я"]);
        assert_eq!(show("hebrew1", &[1, 10, 15, 16, 21]), ["א", "י", "טו", "טז", "כא"]);
        assert_eq!(show("hebrew2", &[1, 22, 23]), ["א", "ת", "אא"]);
        assert_eq!(show("arabicAlpha", &[1, 2, 3]), ["أ", "ب", "ت"]);
        assert_eq!(show("hindiNumbers", &[12]), ["१२"]);
        assert_eq!(show("thaiNumbers", &[10]), ["๑๐"]);
        assert_eq!(show("thaiCounting", &[1, 11, 21]), ["หนึ่ง", "สิบเอ็ด", "ยี่สิบเอ็ด"]);
        assert_eq!(show("vietnameseCounting", &[1, 10, 15, 21]), ["một", "mười", "mười lăm", "hai mươi mốt"]);
        assert_eq!(show("dollarText", &[1]), ["One and 00/100"]);
    }

    #[test]
    fn custom_formats_are_samples() {
        assert_eq!(NumberFormat::from_custom("001, 002, 003, ...").format(7), "007");
        assert_eq!(NumberFormat::from_custom("00001, 00002, ...").format(12), "00012");
        assert_eq!(NumberFormat::from_custom("ⅰ").format(7), "7");
    }

    #[test]
    fn every_format_of_the_standard_is_known() {
        const PLAIN: &str = "decimal decimalHalfWidth custom";
        const OTHERS: &str = "upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital \
            japaneseCounting aiueo iroha decimalFullWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle \
            decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop \
            decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac \
            ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital \
            chineseCounting chineseLegalSimplified chineseCountingThousand koreanDigital koreanCounting koreanLegal koreanDigital2 \
            vietnameseCounting russianLower russianUpper none numberInDash hebrew1 hebrew2 arabicAlpha arabicAbjad hindiVowels \
            hindiConsonants hindiNumbers hindiCounting thaiLetters thaiNumbers thaiCounting bahtText dollarText";
        assert!(PLAIN.split_whitespace().all(|name| NumberFormat::from_name(name) == NumberFormat::Decimal));
        let unknown: Vec<_> = OTHERS.split_whitespace().filter(|name| NumberFormat::from_name(name) == NumberFormat::Decimal).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
        let same: Vec<_> = OTHERS
            .split_whitespace()
            .filter(|name| !matches!(*name, "hex" | "bullet" | "none"))
            .filter(|name| NumberFormat::from_name(name).format(3) == "3")
            .collect();
        assert!(same.is_empty(), "{same:?}");
    }

    #[test]
    fn huge_and_negative_numbers_are_digits() {
        for (name, format) in NAMES {
            for n in [i64::MIN, -1, 0, i64::MAX] {
                assert!(format.format(n).len() < 1000, "{name} {n}");
            }
        }
        assert_eq!(show("upperLetter", &[-3, 1_000_000]), ["-3", "1000000"]);
    }
}
