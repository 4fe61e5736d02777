//! Known failures: cases whose right answer we know and do not give yet. Each is on the list `tests/known-failures.txt` with its
//! reason, and pins the wrong answer beside the right one, so that the day it turns right does not go unnoticed.

use super::root;
use std::collections::BTreeMap;

/// Cases by `area/name` with the reason.
pub fn list() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(root().join("tests/known-failures.txt")).unwrap_or_default();
    text.lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (name, reason) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            (name.to_owned(), reason.trim().to_owned())
        })
        .collect()
}
