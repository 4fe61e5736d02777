//! Times the stages over documents: see `benches/README.md`.

use docpane::{Budget, Document, Options, PageBreaks, SvgOptions};
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

const STAGES: [&str; 4] = ["open", "layout", "display", "svg"];
const ROUNDS: usize = 3;
const SLOWEST: usize = 5;

/// Milliseconds of each stage.
type Times = [f64; STAGES.len()];

struct Measured {
    name: String,
    pages: usize,
    times: Times,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut save, mut against, mut files) = (None, None, Vec::new());
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--save" => save = arguments.next(),
            "--against" => against = arguments.next(),
            path => collect(Path::new(path), &mut files)?,
        }
    }
    if files.is_empty() {
        return Err("usage: documents [--save FILE | --against FILE] FOLDER_OR_FILE…".into());
    }
    files.sort();
    let mut all = Vec::new();
    for file in &files {
        match measure(file) {
            Ok(measured) => all.push(measured),
            Err(error) => println!("left out: {}: {error}", file.display()),
        }
    }
    let totals = totals(&all);
    print(&all, &totals);
    if let Some(file) = against {
        compare(&fs::read_to_string(file)?, &totals);
    }
    if let Some(file) = save {
        let lines: Vec<String> = STAGES.iter().zip(totals).map(|(stage, time)| format!("{stage} {time:.3}")).collect();
        fs::write(file, lines.join("\n") + "\n")?;
    }
    Ok(())
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "docx") {
                files.push(path);
            }
        }
    } else {
        files.push(path.to_owned());
    }
    Ok(())
}

fn measure(file: &Path) -> Result<Measured, Box<dyn std::error::Error>> {
    let bytes = fs::read(file)?;
    let (mut best, mut pages) = ([f64::INFINITY; STAGES.len()], 0);
    for _ in 0..ROUNDS {
        let (times, count) = once(&bytes)?;
        pages = count;
        for (best, time) in best.iter_mut().zip(times) {
            *best = best.min(time);
        }
    }
    Ok(Measured { name: file.file_name().unwrap_or_default().to_string_lossy().into_owned(), pages, times: best })
}

fn once(bytes: &[u8]) -> docpane::Result<(Times, usize)> {
    let bytes: Vec<u8> = bytes.to_vec();
    let options = Options { page_breaks: PageBreaks::Computed, ..Options::default() };
    let begun = Instant::now();
    let mut document = Document::open(bytes, &options)?;
    let open = begun.elapsed();
    let begun = Instant::now();
    let pages = document.advance(Budget::All).pages_done;
    let layout = begun.elapsed();
    // A page asked for is laid out again from its start: what that costs is part of showing it.
    let begun = Instant::now();
    let lists = (0..pages).map(|index| document.page(index)).collect::<docpane::Result<Vec<_>>>()?;
    let display = begun.elapsed();
    let begun = Instant::now();
    let length: usize = lists.iter().map(|list| docpane::svg(list, &SvgOptions::default(), &|_| None).len()).sum();
    let svg = begun.elapsed();
    assert!(length > 0 || pages == 0, "pages paint to something");
    Ok(([open, layout, display, svg].map(|time| time.as_secs_f64() * 1000.0), pages))
}

fn totals(all: &[Measured]) -> Times {
    let mut totals = [0.0; STAGES.len()];
    for measured in all {
        for (total, time) in totals.iter_mut().zip(measured.times) {
            *total += time;
        }
    }
    totals
}

fn print(all: &[Measured], totals: &Times) {
    let pages: usize = all.iter().map(|measured| measured.pages).sum();
    println!("{} documents, {pages} pages", all.len());
    for (stage, total) in STAGES.iter().zip(totals) {
        println!("  {stage:<8} {total:>10.1} ms");
    }
    println!("  {:<8} {:>10.1} ms", "in all", totals.iter().sum::<f64>());
    println!("  open and layout {:.1} ms", totals[0] + totals[1]);
    let sum = |measured: &Measured| measured.times.iter().sum::<f64>();
    let mut slowest: Vec<&Measured> = all.iter().collect();
    slowest.sort_by(|a, b| sum(b).total_cmp(&sum(a)));
    for measured in slowest.iter().take(SLOWEST) {
        println!("  {:>8.1} ms, {} pages: {}", sum(measured), measured.pages, measured.name);
    }
}

fn compare(saved: &str, totals: &Times) {
    println!("against the saved run:");
    for line in saved.lines() {
        let Some((stage, before)) = line.split_once(' ') else { continue };
        let Some((now, before)) = STAGES.iter().position(|name| *name == stage).map(|at| totals[at]).zip(before.parse::<f64>().ok()) else {
            continue;
        };
        println!("  {stage:<8} {:>+7.1} %", (now / before - 1.0) * 100.0);
    }
}
