//! DATE (17.16.5.13): Word shows the day on which the document is opened, by the field's picture (17.16.4.1).

use crate::env::Date;
use crate::numeral::NumberFormat;

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const CHINESE_DAYS: [char; 7] = ['日', '一', '二', '三', '四', '五', '六'];

/// A picture filled in. None where it asks for what we do not know: the hour, or names in a language other than English and
/// Chinese; the stored result is shown then.
pub(super) fn shown(picture: &str, date: Date, lang: &str) -> Option<String> {
    let day_of_week = weekday(date)?;
    let mut text = String::new();
    let mut rest = picture.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\'' {
            text.extend(std::iter::from_fn(|| rest.next_if(|c| *c != '\'')));
            rest.next();
            continue;
        }
        let mut count = 1;
        while rest.next_if_eq(&c).is_some() {
            count += 1;
        }
        let names = Names::of(lang);
        match c {
            'y' | 'Y' if count <= 2 => text.push_str(&format!("{:02}", date.year.rem_euclid(100))),
            'y' | 'Y' => text.push_str(&date.year.to_string()),
            'M' if count <= 2 => push_number(&mut text, date.month, count),
            'M' => text.push_str(&names?.month(date.month, count == 3)?),
            'd' | 'D' if count <= 2 => push_number(&mut text, date.day, count),
            'd' | 'D' => text.push_str(&names?.day(day_of_week, count == 3)?),
            // Chinese and Japanese numerals: the year digit by digit, month and day counted.
            'e' | 'E' => text.push_str(&NumberFormat::from_name("ideographDigital").format(i64::from(date.year))),
            'O' | 'o' => text.push_str(&chinese(date.month)),
            'A' => text.push_str(&chinese(date.day)),
            'W' | 'w' => text.push(*CHINESE_DAYS.get(day_of_week)?),
            'h' | 'H' | 'm' | 's' | 'a' | 'p' | 'P' => return None,
            _ => text.extend(std::iter::repeat_n(c, count)),
        }
    }
    Some(text)
}

fn push_number(text: &mut String, number: u8, digits: usize) {
    text.push_str(&if digits == 2 { format!("{number:02}") } else { number.to_string() });
}

fn chinese(number: u8) -> String {
    NumberFormat::from_name("chineseCountingThousand").format(i64::from(number))
}

/// Languages whose names of months and days are known.
#[derive(Clone, Copy)]
enum Names {
    English,
    Chinese,
}

impl Names {
    fn of(lang: &str) -> Option<Self> {
        match lang.get(..2)?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "zh" => Some(Self::Chinese),
            _ => None,
        }
    }

    fn month(self, month: u8, short: bool) -> Option<String> {
        let name = *MONTHS.get(usize::from(month).checked_sub(1)?)?;
        match self {
            Self::English => Some(name.get(..if short { 3 } else { name.len() })?.to_owned()),
            Self::Chinese => Some(format!("{}月", chinese(month))),
        }
    }

    fn day(self, day: usize, short: bool) -> Option<String> {
        let name = *DAYS.get(day)?;
        match self {
            Self::English => Some(name.get(..if short { 3 } else { name.len() })?.to_owned()),
            Self::Chinese => Some(format!("{}{}", if short { "周" } else { "星期" }, CHINESE_DAYS.get(day)?)),
        }
    }
}

/// 0 is Sunday; none where it is no date. After Sakamoto.
fn weekday(date: Date) -> Option<usize> {
    const SHIFT: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let shift = *SHIFT.get(usize::from(date.month).checked_sub(1)?)?;
    if !(1..=9999).contains(&date.year) || !(1..=31).contains(&date.day) {
        return None;
    }
    let year = date.year - i32::from(date.month < 3);
    usize::try_from((year + year / 4 - year / 100 + year / 400 + shift + i32::from(date.day)).rem_euclid(7)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Date = Date { year: 2026, month: 11, day: 5 };

    #[test]
    fn pictures_are_filled_in() {
        let shown = |picture, lang| shown(picture, DAY, lang);
        assert_eq!(shown("dddd, MMMM d, yyyy", "en-US").as_deref(), Some("Thursday, November 5, 2026"));
        assert_eq!(shown("dd/MM/yy ddd MMM", "en-GB").as_deref(), Some("05/11/26 Thu Nov"));
        assert_eq!(shown("yyyy'年'M'月'd'日'dddd", "zh-CN").as_deref(), Some("2026年11月5日星期四"));
        assert_eq!(shown("EEEE年O月A日", "zh-CN").as_deref(), Some("二〇二六年十一月五日"));
        assert_eq!(shown("yyyy-MM-dd", "de-DE").as_deref(), Some("2026-11-05"));
    }

    #[test]
    fn what_is_not_known_is_not_shown() {
        assert_eq!(shown("d. MMMM yyyy", DAY, "de-DE"), None);
        assert_eq!(shown("h:mm", DAY, "en-US"), None);
        assert_eq!(shown("yyyy", Date { month: 13, ..DAY }, "en"), None);
    }
}
