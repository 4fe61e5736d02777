//! A case of the suite: a folder with a small input and the answer expected of it.

use super::{check, diff, pack, report, root};
use docpane::{Document, Options, PageBreaks};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of `tests/suite/`.
pub struct Case {
    /// `area/name`.
    pub name: String,
    folder: PathBuf,
    files: BTreeMap<String, Vec<u8>>,
}

/// Answers that a case may hold beside its input, by grade.
const ANSWERS: [&str; 4] = ["lines.txt", "dump.txt", "text.txt", "wrong.txt"];

impl Case {
    /// All cases, in the order of their names.
    pub fn all() -> Vec<Case> {
        let suite = root().join("tests/suite");
        let mut cases = Vec::new();
        for area in folders(&suite) {
            for folder in folders(&area) {
                let name = format!("{}/{}", file_name(&area), file_name(&folder));
                let files = files(&folder);
                cases.push(Case { name, folder, files });
            }
        }
        cases.sort_by(|a, b| a.name.cmp(&b.name));
        cases
    }

    /// What the case shows: the comment that its input begins with.
    pub fn about(&self) -> Option<String> {
        let input = String::from_utf8_lossy(self.files.get("input.xml")?).into_owned();
        let comment = input.split_once("<!--")?.1.split_once("-->")?.0;
        Some(comment.trim().to_owned())
    }

    /// Compares the answer; `known` failures are compared with their pinned wrong answer.
    pub fn run(&self, known: bool) -> Result<(), String> {
        let grade =
            ANSWERS.iter().find(|name| self.files.contains_key(**name)).copied().filter(|name| *name != "wrong.txt").unwrap_or("lines.txt");
        let found = self.answer(grade);
        let right = self.folder.join(grade);
        if !known {
            return match self.files.contains_key("wrong.txt") {
                true => Err(format!("{}: has a wrong.txt but is not in known-failures.txt", self.name)),
                false => check(&right, &found),
            };
        }
        let wanted = fs::read_to_string(&right).unwrap_or_default();
        if wanted.is_empty() {
            return Err(format!("{}: a known failure needs its right answer, written by hand, in {grade}", self.name));
        }
        if found == wanted {
            return Err(format!("{}: right now! Take it off known-failures.txt and delete its wrong.txt", self.name));
        }
        check(&self.folder.join("wrong.txt"), &found)
            .map_err(|error| format!("{error}  the right answer differs from ours so:\n{}", diff::lines(&wanted, &found)))
    }

    fn answer(&self, grade: &str) -> String {
        let inputs =
            self.files.iter().filter(|(name, _)| !ANSWERS.contains(&name.as_str())).map(|(name, bytes)| (name.clone(), bytes.clone()));
        let options = Options { page_breaks: PageBreaks::Computed, ..Options::default() };
        let mut document = match Document::open(pack::package(&inputs.collect()), &options) {
            Ok(document) => document,
            Err(error) => return format!("error {}: {error}\n", error.kind().name()),
        };
        match grade {
            "dump.txt" => report::dump(&mut document),
            "text.txt" => text(&mut document),
            _ => report::lines(&mut document),
        }
    }
}

/// The text of all pages, a rule between them.
fn text(document: &mut Document) -> String {
    let mut out = String::new();
    let mut index = 0;
    while let Ok(page) = document.page_text(index) {
        out.push_str(&format!("--- page {}\n{}\n", index + 1, page.trim_end()));
        index += 1;
    }
    out
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).map(|entries| entries.flatten().map(|entry| entry.path()).collect::<Vec<_>>()).unwrap_or_default();
    entries.into_iter().filter(|path| path.is_dir()).collect()
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect::<Vec<_>>()).unwrap_or_default();
    entries.iter().filter_map(|path| Some((file_name(path), fs::read(path).ok()?))).collect()
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
