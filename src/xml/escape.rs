//! Character references and the five entities that XML itself defines. Others are kept as they stand: a document
//! type that would define them is never read.

use std::borrow::Cow;

/// What `&name;` stands for.
pub(super) fn reference(name: &str) -> Option<Cow<'static, str>> {
    Some(Cow::Borrowed(match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        _ => return character(name).map(|character| Cow::Owned(character.to_string())),
    }))
}

/// The character of `&#20013;` or `&#x4E2D;`.
fn character(name: &str) -> Option<char> {
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|&character| character != '\0')
}

/// A value with its references replaced.
pub(super) fn unescape(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        let end = after.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((reference(after.get(..end)?)?, after.get(end + 1..)?))) {
            Some((replacement, after)) => {
                text.push_str(&replacement);
                rest = after;
            }
            None => {
                text.push('&');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// Writes a text so that it can stand in an element or in a value between double quotes.
pub fn escape_into(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_references_and_keeps_the_unknown() {
        assert_eq!(unescape("a&amp;b &#x4E2D;&#65; &foo; & x"), "a&b 中A &foo; & x");
        assert!(matches!(unescape("plain"), Cow::Borrowed(_)));
        assert_eq!(unescape("&#0;&#xD800;"), "&#0;&#xD800;");
    }

    #[test]
    fn escapes() {
        let mut out = String::new();
        escape_into(&mut out, "<a b=\"&\">");
        assert_eq!(out, "&lt;a b=&quot;&amp;&quot;&gt;");
    }
}
