//! The command line as scripts see it: what goes where, and what it ends with.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::process::{Command, Output};

fn docpane(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_docpane")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    out(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn info_is_a_line_of_json_a_file() {
    let output = docpane(&["info", "samples/work-summary.docx", "samples/report.docx"]);
    assert!(output.status.success(), "{}", err(&output));
    let all = lines(&output);
    assert_eq!(all.len(), 2);
    assert_eq!(all[0]["file"], "samples/work-summary.docx");
    assert!(all[0]["counts"]["eastAsianCharacters"].as_u64() > Some(1000));
    assert!(all.iter().all(|info| info["pageSizes"][0]["width"].as_f64() > Some(500.0) && info["size"].as_u64() > Some(0)));
}

#[test]
fn text_is_page_by_page() {
    let all = docpane(&["text", "samples/work-summary.docx"]);
    let pages: Vec<String> = out(&all).split('\u{c}').map(str::to_owned).collect();
    assert!(pages.len() > 3 && pages.iter().all(|page| !page.trim().is_empty()));
    let some = docpane(&["text", "samples/work-summary.docx", "--pages", "2-3"]);
    assert_eq!(out(&some).split('\u{c}').collect::<Vec<_>>(), pages[1..3]);
}

#[test]
fn svg_and_html_are_documents() {
    let svg = out(&docpane(&["svg", "samples/report.docx", "--page", "1"]));
    assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>") && !svg.contains("<script"));
    let html = out(&docpane(&["html", "samples/report.docx", "--pages", "1-2"]));
    assert!(html.starts_with("<!DOCTYPE html>") && html.matches("<section ").count() == 2 && !html.contains("<script"));
}

#[test]
fn a_cut_preview_holds_nothing_of_the_other_pages() {
    let file = "samples/work-summary.docx";
    let all = out(&docpane(&["text", file]));
    let texts: Vec<&str> = all.split('\u{c}').collect();
    let cut = docpane(&["cut", file, "--pages", "1-9"]);
    assert!(cut.status.success(), "{}", err(&cut));
    let preview = &lines(&cut)[0];
    assert_eq!((preview["docpane"].as_str(), preview["pageCount"].as_u64()), (Some("preview"), Some(texts.len() as u64)));
    assert_eq!(preview["pages"].as_array().unwrap().len(), 9);
    // Every stretch of six characters of the last four pages that the first nine do not hold themselves.
    let shown: String = preview["texts"].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect();
    let held = out(&cut);
    let mut searched = 0;
    for line in texts[9..].iter().flat_map(|text| text.lines()) {
        let letters: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
        for stretch in letters.windows(6).map(|window| window.iter().collect::<String>()).filter(|stretch| !shown.contains(stretch)) {
            assert!(!held.contains(&stretch), "{stretch} of a page that was cut off");
            searched += 1;
        }
    }
    assert!(searched > 500, "{searched}");
    assert!(texts[..9].iter().all(|text| held.contains(text.lines().next().unwrap())));
    assert_eq!(docpane(&["cut", file, "--pages", "2-3"]).status.code(), Some(1));
}

#[test]
fn dump_has_pages_with_lines() {
    let output = docpane(&["dump", "samples/report.docx", "--page-breaks", "computed"]);
    let dump = &lines(&output)[0];
    assert!(dump["error"].is_null() && dump["text_sha1"].as_str().unwrap().len() == 40);
    let pages = dump["pages"].as_array().unwrap();
    assert_eq!(pages[0]["start"], 0);
    let starts: Vec<u64> = pages.iter().map(|page| page["start"].as_u64().unwrap()).collect();
    assert!(starts.is_sorted(), "{starts:?}");
    let line = &pages[0]["lines"][0];
    assert!(["x", "baseline", "width"].iter().all(|key| line[key].is_f64()) && line["text"].is_string() && line["story"].is_string());
}

#[test]
fn a_bad_file_is_a_line_on_stderr_and_the_others_go_on() {
    let output = docpane(&["dump", "samples/truncated.docx", "no-such.docx", "samples/report.docx"]);
    assert_eq!(output.status.code(), Some(1));
    let all = lines(&output);
    assert_eq!(all.len(), 3);
    assert!(all[0]["error"].is_string() && all[1]["error"].as_str().unwrap().starts_with("Unreadable: ") && all[2]["error"].is_null());
    let errors = err(&output);
    assert_eq!(errors.lines().count(), 2);
    assert!(errors.lines().all(|line| line.starts_with("docpane: ") && line.contains(".docx: ")), "{errors}");
}

#[test]
fn a_page_that_is_not_there_is_an_error() {
    let output = docpane(&["svg", "samples/report.docx", "--page", "9999"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("NoSuchPage") && out(&output).is_empty());
}

#[test]
fn wrong_use_shows_the_use() {
    for arguments in [&[][..], &["paint"], &["svg"]] {
        let output = docpane(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains("docpane info"));
    }
    assert!(out(&docpane(&["--version"])).starts_with("docpane 0."));
}

/// What `dump` says of the samples, without the times it took.
fn dumped(command: &mut Command) -> String {
    let samples = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/samples")).unwrap();
    let mut files: Vec<_> =
        samples.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "docx")).collect();
    files.sort();
    let output = command.arg("dump").args(files).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    let mut dumps = lines(&output);
    for time in ["open_ms", "layout_ms"] {
        dumps.iter_mut().for_each(|dump| dump[time] = serde_json::Value::Null);
    }
    dumps.iter().map(|dump| format!("{dump}\n")).collect()
}

#[test]
fn layout_knows_no_installed_font() {
    let command = || Command::new(env!("CARGO_BIN_EXE_docpane"));
    let with = dumped(&mut command());
    let nothing = "/nonexistent";
    let without = dumped(
        command()
            .env_clear()
            .env("FONTCONFIG_FILE", nothing)
            .env("FONTCONFIG_PATH", nothing)
            .env("XDG_DATA_DIRS", nothing)
            .env("HOME", nothing),
    );
    assert_eq!(with, without);
    println!("{} bytes of lines, the same without any font", with.len());
    assert!(with.len() > 100_000);
}
