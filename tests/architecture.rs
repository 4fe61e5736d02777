//! Holds the map of `docs/architecture.md`: which room of `src/` may name which. A new arrow fails here and says so; if it
//! is meant, it is added below and to the map in the same commit.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Open to every room.
const OPEN: &[&str] = &["units", "diag", "error", "env", "numeral", "case", "map", "order"];

/// Rooms that see the whole line: they join the stages.
const WHOLE: &[&str] = &["lib", "main", "cli", "document", "wasm"];

/// Each room with the rooms that it sees beside the open ones. Data (`model`, `flow`, `fragment`, `display`) knows no stage;
/// a stage knows the data before it and the data after it.
const ARROWS: &[(&str, &[&str])] = &[
    ("case", &[]),
    ("map", &[]),
    ("order", &[]),
    ("units", &[]),
    ("diag", &[]),
    ("error", &[]),
    ("env", &[]),
    ("numeral", &[]),
    ("xml", &[]),
    // The characters of symbol fonts: for text on pages and in metafiles.
    ("symbol", &[]),
    // Windows metafiles as SVG; nobody but `picture` asks for them.
    ("metafile", &["xml", "symbol"]),
    // What kind of picture bytes are, and those that browsers do not show as ones that they do.
    ("picture", &["metafile"]),
    ("package", &["xml"]),
    // A chart is stored with its figures, colours apart: nothing is left to resolve, so one noun serves from parse to display.
    ("chart", &[]),
    // So is an equation: a tree without styles.
    ("equation", &[]),
    // Shapes by formulas, and how they look: stated in full in the file, so these nouns too serve from parse to display.
    ("geometry", &[]),
    ("look", &[]),
    ("model", &["chart", "equation", "geometry", "look"]),
    ("parse", &["package", "xml", "model", "chart", "equation", "geometry", "look"]),
    ("flow", &["chart", "equation", "geometry", "look"]),
    ("resolve", &["model", "flow", "chart", "geometry", "look"]),
    ("font", &["flow"]),
    ("shape", &["flow", "font"]),
    ("fragment", &["flow", "font"]),
    ("layout", &["flow", "font", "shape", "fragment", "equation"]),
    ("display", &["flow", "font", "fragment", "chart", "symbol", "geometry", "look"]),
    ("paint", &["display"]),
];

/// Names of the browser's side.
const BROWSER: &[&str] = &["wasm_bindgen", "js_sys", "web_sys"];

/// A file longer than this is reported (not failed): it likely holds two things.
const LONG: usize = 500;

#[test]
fn rooms_see_only_what_the_map_allows() {
    let mut wrong = String::new();
    for file in sources() {
        let room = room_of(&file.path);
        if WHOLE.contains(&room.as_str()) {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == room) else {
            let _ = writeln!(wrong, "{}: the room `{room}` is not on the map", file.shown);
            continue;
        };
        for target in file.targets() {
            let open = target == room || OPEN.contains(&target.as_str()) || allowed.contains(&target.as_str());
            if !open {
                let _ = writeln!(wrong, "{}: `{room}` must not see `{target}`", file.shown);
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that are not on the map (tests/architecture.rs, docs/architecture.md):\n{wrong}");
}

#[test]
fn only_wasm_names_the_browser() {
    let mut wrong = String::new();
    for file in sources().iter().filter(|file| room_of(&file.path) != "wasm") {
        for name in BROWSER.iter().filter(|name| has_word(&file.code, name)) {
            let _ = writeln!(wrong, "{}: names `{name}`", file.shown);
        }
    }
    assert!(wrong.is_empty(), "only src/wasm may name the browser's crates:\n{wrong}");
}

#[test]
fn no_clock_files_or_network_behind_the_command_line() {
    let mut wrong = String::new();
    for file in sources().iter().filter(|file| !["main", "cli"].contains(&room_of(&file.path).as_str())) {
        for name in ["std::fs", "std::net", "std::env", "std::process", "SystemTime"] {
            if file.code.contains(name) {
                let _ = writeln!(wrong, "{}: names `{name}`", file.shown);
            }
        }
    }
    assert!(wrong.is_empty(), "the library asks the outside through `env` only:\n{wrong}");
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let bare: Vec<_> = sources().into_iter().filter(|file| !file.text.starts_with("//!")).map(|file| file.shown).collect();
    assert!(bare.is_empty(), "files without a module comment on top: {bare:?}");
}

#[test]
fn long_files_are_reported() {
    for file in sources() {
        let lines = file.text.lines().count();
        if lines > LONG {
            println!("{}: {lines} lines; is it one thing?", file.shown);
        }
    }
}

struct Source {
    path: Vec<String>,
    shown: String,
    text: String,
    /// The text without comments and literals.
    code: String,
}

impl Source {
    /// The rooms that the file names, through `crate::` or through enough `super::`.
    fn targets(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for (at, _) in self.code.match_indices("crate::") {
            for name in heads(&self.code[at + "crate::".len()..]) {
                found.extend(self.room_named(&name));
            }
        }
        for (at, chain) in supers(&self.code) {
            // A test module inside the file is one level deeper.
            let inner = usize::from(self.code[..at].contains("mod tests {"));
            let depth = self.path.len();
            if chain >= depth + inner {
                let rest = &self.code[at + chain * "super::".len()..];
                for name in heads(rest) {
                    found.extend(self.room_named(&name));
                }
            }
        }
        found
    }

    /// The room behind the first name of a path. What lib.rs re-exports at the root is open (errors, warnings, options).
    fn room_named(&self, name: &str) -> Option<String> {
        let parts: Vec<String> = name.split("::").map(str::to_owned).collect();
        let first = parts.first()?;
        if first.starts_with(char::is_uppercase) {
            return None;
        }
        Some(room_of(&parts))
    }
}

/// The first two names of each branch of the use tree that `text` begins with: of `a::{b, c::d}` they are `a::b` and `a::c`.
fn heads(text: &str) -> Vec<String> {
    branches(text, 2)
}

fn branches(text: &str, names: usize) -> Vec<String> {
    let text = text.trim_start();
    if text.starts_with('{') {
        return group(text).into_iter().flat_map(|branch| branches(branch, names)).collect();
    }
    let length = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (name, rest) = text.split_at(length);
    match rest.strip_prefix("::") {
        Some(rest) if names > 1 => branches(rest, names - 1).into_iter().map(|tail| format!("{name}::{tail}")).collect(),
        _ => vec![name.to_owned()],
    }
}

/// The branches of the group in braces that `text` begins with.
fn group(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0, 1, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if (c == ',' && depth == 1) || depth == 0 {
            found.push(text[start..at].trim());
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    found.retain(|branch| !branch.is_empty());
    found
}

/// Where chains of `super::` begin, and how long they are.
fn supers(code: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut end = usize::MAX;
    for (at, word) in code.match_indices("super::") {
        match found.last_mut() {
            Some(last) if at == end => last.1 += 1,
            _ => found.push((at, 1)),
        }
        end = at + word.len();
    }
    found
}

/// The room that a module path belongs to: its first folder, but `layout::fragment` is data of its own.
fn room_of(path: &[String]) -> String {
    match path {
        [layout, fragment, ..] if layout == "layout" && fragment == "fragment" => fragment.clone(),
        [room, ..] => room.clone(),
        [] => "lib".to_owned(),
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let inner = file.strip_prefix(&root).expect("below src").with_extension("");
            let mut path: Vec<String> = inner.iter().map(|name| name.to_string_lossy().into_owned()).collect();
            if path.last().is_some_and(|name| name == "mod") {
                path.pop();
            }
            let text = fs::read_to_string(&file).expect("a source file");
            Source { path, shown: format!("src/{}", file.strip_prefix(&root).expect("below src").display()), code: bare(&text), text }
        })
        .collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The text without line comments. (Block comments and paths within strings do not occur in this project.)
fn bare(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let edge = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        edge(code[..at].chars().next_back()) && edge(code[at + word.len()..].chars().next())
    })
}

#[test]
fn use_trees_are_read() {
    assert_eq!(heads("flow::{A, b::C};"), ["flow::A", "flow::b"]);
    assert_eq!(
        heads("{diag::Warnings, layout::{fragment::{Line, Cell}, inline}, Error};"),
        ["diag::Warnings", "layout::fragment", "layout::inline", "Error"]
    );
    assert_eq!(heads("layout::fragment::Page;"), ["layout::fragment"]);
    assert_eq!(supers("use super::super::x; use super::y;"), [(4, 2), (25, 1)]);
}
