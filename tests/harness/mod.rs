//! What the integration tests share: packages made in memory, pages as text, differences for people.
#![allow(dead_code, reason = "each test program uses a part of it")]

pub mod case;
pub mod diff;
pub mod known;
pub mod pack;
pub mod report;

use std::path::{Path, PathBuf};

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The shared documents, when present: `DOCPANE_SHARED`, else `../shared` beside the project.
pub fn shared(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("DOCPANE_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from).join(name);
    folder.is_dir().then_some(folder)
}

/// Whether references are to be written instead of compared.
pub fn updating() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value != "0")
}

/// Compares `found` with the reference in `file`; writes it when updating. Gives the difference.
pub fn check(file: &Path, found: &str) -> Result<(), String> {
    let wanted = std::fs::read_to_string(file).unwrap_or_default();
    if wanted == found {
        return Ok(());
    }
    let shown = file.strip_prefix(root()).unwrap_or(file).display();
    if updating() {
        std::fs::write(file, found).map_err(|error| format!("{shown}: {error}"))?;
        println!("wrote {shown}");
        return Ok(());
    }
    let what = if wanted.is_empty() { "there is no reference yet" } else { "it differs (- the reference, + now)" };
    Err(format!("{shown}: {what}\n{}", diff::lines(&wanted, found)))
}
