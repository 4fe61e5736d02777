//! Arguments.

use crate::env::PageBreaks;
use std::ops::RangeInclusive;

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Info,
    Text,
    Svg,
    Html,
    Cut,
    Dump,
    Help,
    Version,
}

/// What to do with which files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub command: Command,
    pub files: Vec<String>,
    /// From 1.
    pages: Option<RangeInclusive<usize>>,
    pub page_breaks: PageBreaks,
}

impl Request {
    /// Indices of the pages asked for, from 0; without end where all are.
    pub fn pages(&self) -> impl Iterator<Item = usize> + use<> {
        let (first, last) = self.pages.clone().map_or((1, usize::MAX), RangeInclusive::into_inner);
        first - 1..last
    }
}

/// Reads the arguments after the program's name; an error is a sentence.
pub(super) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Request, String> {
    let word = arguments.next().unwrap_or_default();
    let command = match word.as_str() {
        "info" => Command::Info,
        "text" => Command::Text,
        "svg" => Command::Svg,
        "html" => Command::Html,
        "cut" => Command::Cut,
        "dump" => Command::Dump,
        "--help" | "-h" | "help" => Command::Help,
        "--version" | "-V" => Command::Version,
        "" => return Err("say what to do".to_owned()),
        _ => return Err(format!("there is no command {word}")),
    };
    let mut request = Request { command, files: Vec::new(), pages: None, page_breaks: PageBreaks::default() };
    let mut only_files = false;
    while let Some(argument) = arguments.next() {
        if only_files || !argument.starts_with("--") {
            request.files.push(argument);
            continue;
        }
        let (name, inline) = argument.split_once('=').map_or((argument.as_str(), None), |(name, value)| (name, Some(value.to_owned())));
        if name == "--" {
            only_files = true;
            continue;
        }
        let Some(value) = inline.or_else(|| arguments.next()) else { return Err(format!("{name} needs a value")) };
        match (name, command) {
            ("--page" | "--pages", Command::Text | Command::Svg | Command::Html | Command::Cut) => request.pages = Some(pages(&value)?),
            ("--page-breaks", _) => request.page_breaks = page_breaks(&value)?,
            _ => return Err(format!("{word} knows no {name}")),
        }
    }
    let wants_files = !matches!(command, Command::Help | Command::Version);
    if wants_files && request.files.is_empty() {
        return Err("name a file".to_owned());
    }
    Ok(request)
}

/// `3`, `1-9` or `4-`.
fn pages(value: &str) -> Result<RangeInclusive<usize>, String> {
    let bad = || format!("{value} is no page and no range such as 1-9");
    let number = |text: &str| text.parse::<usize>().ok().filter(|n| *n > 0).ok_or_else(bad);
    match value.split_once('-') {
        None => number(value).map(|page| page..=page),
        Some((first, "")) => number(first).map(|first| first..=usize::MAX),
        Some((first, last)) => {
            let range = number(first)?..=number(last)?;
            if range.is_empty() { Err(bad()) } else { Ok(range) }
        }
    }
}

fn page_breaks(value: &str) -> Result<PageBreaks, String> {
    match value {
        "computed" => Ok(PageBreaks::Computed),
        "saved" => Ok(PageBreaks::Saved),
        "auto" => Ok(PageBreaks::Auto),
        _ => Err(format!("page breaks are computed, saved or auto, not {value}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Request, String> {
        parse(line.split(' ').map(str::to_owned))
    }

    #[test]
    fn options_may_stand_anywhere() {
        let request = parsed("text a.docx --pages 2-4 b.docx");
        assert_eq!(request.as_ref().map(|r| r.files.clone()), Ok(vec!["a.docx".to_owned(), "b.docx".to_owned()]));
        assert_eq!(request.map(|r| r.pages().collect::<Vec<_>>()), Ok(vec![1, 2, 3]));
        assert_eq!(
            parsed("dump --page-breaks=saved -- --odd").map(|r| (r.page_breaks, r.files)),
            Ok((PageBreaks::Saved, vec!["--odd".to_owned()]))
        );
    }

    #[test]
    fn what_makes_no_sense_is_said() {
        for line in [
            "",
            "paint a",
            "info",
            "text a --pages 0",
            "text a --pages 4-2",
            "text a --pages",
            "dump a --page 1",
            "dump a --page-breaks maybe",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
