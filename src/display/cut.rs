//! Texts cut where a painter that fits each to its width would go wrong.

use super::Text;
use crate::flow::is_counted;

/// A character, its left edge and that of the next one.
pub(super) type Place = (char, f64, f64);

/// Cuts a text where `part` of its characters changes; each part stands where its first character does. `places` are the
/// text's characters, from the same left edge as `x` is of the text.
pub(super) fn cut<T: PartialEq>(text: Text, places: &[Place], x: f64, part: impl Fn(usize) -> T) -> Vec<Text> {
    let mut parts: Vec<Text> = Vec::new();
    let mut last: Option<T> = None;
    let mut offset = text.offset;
    let origin = text.x - x;
    for (index, (c, (_, from, to))) in text.text.chars().zip(places).enumerate() {
        let own = part(index);
        if last.as_ref() != Some(&own) {
            parts.push(Text { text: String::new(), x: origin + from, width: 0.0, offset, ..text.clone() });
            last = Some(own);
        }
        if let Some(run) = parts.last_mut() {
            run.text.push(c);
            run.width = origin + to - text.letter_spacing - run.x;
        }
        offset = offset.map(|offset| offset + u32::from(is_counted(c)));
    }
    parts
}

/// For each character whether it is a blank that stands apart. Devices' East Asian fonts have blanks of all widths, and in a row
/// of blanks small differences add up: a painter must not spread them over the letters.
pub(super) fn blanks_apart(text: &str, east_asian: bool) -> Option<Vec<bool>> {
    if !text.contains(if east_asian { " " } else { "  " }) {
        return None;
    }
    let blank: Vec<bool> = text.chars().map(|c| c == ' ').collect();
    let is_blank = |index: Option<usize>| index.and_then(|index| blank.get(index)).copied().unwrap_or(false);
    let apart = |(index, own): (usize, &bool)| *own && (east_asian || is_blank(index.checked_sub(1)) || is_blank(Some(index + 1)));
    Some(blank.iter().enumerate().map(apart).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_blanks_stand_apart() {
        assert_eq!(blanks_apart("a b", false), None);
        assert_eq!(blanks_apart("a b", true), Some(vec![false, true, false]));
        assert_eq!(blanks_apart("a b  c", false), Some(vec![false, false, false, true, true, false]));
    }

    #[test]
    fn parts_stand_where_their_characters_do() {
        let text = Text { text: "a  b".to_owned(), x: 10.0, width: 14.0, offset: Some(5), ..Text::default() };
        let places = [('a', 0.0, 5.0), (' ', 5.0, 7.0), (' ', 7.0, 9.0), ('b', 9.0, 14.0)];
        let parts = cut(text, &places, 0.0, |index| index == 1 || index == 2);
        let got: Vec<(&str, f64, f64, Option<u32>)> = parts.iter().map(|t| (t.text.as_str(), t.x, t.width, t.offset)).collect();
        assert_eq!(got, [("a", 10.0, 5.0, Some(5)), ("  ", 15.0, 4.0, Some(6)), ("b", 19.0, 5.0, Some(6))]);
    }
}
