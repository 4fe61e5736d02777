//! Part names and targets (ECMA-376 Part 2, 6.2.2 and 6.5.3.4), with the latitude that Word shows: case does not
//! matter, back-slashes are slashes, a leading slash may be missing or be there.

use crate::case;

/// The form under which parts are looked up.
pub(super) fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').chars().map(case::lower).collect()
}

/// The name of the relationships part of `source`; the package's own where it is empty.
pub(super) fn relationships_of(source: &str) -> String {
    match source.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{source}.rels"),
    }
}

/// The part that a target names, seen from the part `source`.
pub(super) fn resolve(source: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let target = target.split(['#', '?']).next().unwrap_or_default();
    let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "." | "" => {}
            _ => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

/// A name with its percent escapes replaced, if it has any that make sense.
pub(super) fn percent_decoded(name: &str) -> Option<String> {
    if !name.contains('%') {
        return None;
    }
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let escape = (byte == b'%').then(|| after.get(..2)).flatten();
        let value = escape.and_then(|two| std::str::from_utf8(two).ok()).and_then(|two| u8::from_str_radix(two, 16).ok());
        match value {
            Some(value) => {
                bytes.push(value);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_resolve() {
        assert_eq!(resolve("word/document.xml", "media/image1.png"), "word/media/image1.png");
        assert_eq!(resolve("word/document.xml", "/word/media/image1.png"), "word/media/image1.png");
        assert_eq!(resolve("word/document.xml", "../customXml/item1.xml"), "customXml/item1.xml");
        assert_eq!(resolve("", "word\\document.xml"), "word/document.xml");
        assert_eq!(resolve("", "../../word/./document.xml"), "word/document.xml");
    }

    #[test]
    fn relationship_parts_are_named() {
        assert_eq!(relationships_of(""), "_rels/.rels");
        assert_eq!(relationships_of("word/document.xml"), "word/_rels/document.xml.rels");
        assert_eq!(relationships_of("document.xml"), "_rels/document.xml.rels");
    }

    #[test]
    fn keys_and_escapes() {
        assert_eq!(key("\\Word\\Document.XML"), "word/document.xml");
        assert_eq!(percent_decoded("a%20b%4").as_deref(), Some("a b%4"));
        assert_eq!(percent_decoded("ab"), None);
    }
}
