//! Files cut short and files changed at random (always the same random): pages or an error, never a crash, never long.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod harness;

use docpane::{Document, Limits, Options};
use harness::{pack, root};
use std::io::{Cursor, Read};
use std::time::{Duration, Instant};

/// A page or two of a changed file is enough: what is wrong with it shows in reading and in the first layout.
const PAGES: usize = 4;
/// Far above what any of them takes, even unoptimised on a busy machine.
const SLOW: Duration = Duration::from_secs(20);

/// More rounds on demand: `ROUNDS=50 cargo test --test hostile`.
fn rounds(base: usize) -> usize {
    base * std::env::var("ROUNDS").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

fn sample(name: &str) -> Vec<u8> {
    let file = root().join("samples").join(format!("{name}.docx"));
    std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Opens and lays out a few pages; tells whether there was one.
fn survives(bytes: Vec<u8>, what: &str) -> bool {
    let options = Options { limits: Limits { pages: 200, ..Limits::default() }, ..Options::default() };
    let begun = Instant::now();
    let shown = match Document::open(bytes, &options) {
        Ok(mut document) => (0..PAGES).filter(|index| document.page(*index).is_ok()).count() > 0,
        Err(error) => {
            assert!(!error.message().is_empty(), "{what}: an error without a sentence");
            false
        }
    };
    assert!(begun.elapsed() < SLOW, "{what}: took {:?}", begun.elapsed());
    shown
}

#[test]
fn every_truncation_of_a_good_file() {
    let whole = sample("form");
    // Every cut near both ends, where headers and the directory lie, and a grid between.
    let near = (0..64).chain(whole.len() - 300..whole.len());
    for length in near.chain((64..whole.len()).step_by(97)) {
        survives(whole[..length].to_vec(), &format!("cut to {length} bytes"));
    }
}

#[test]
fn changed_bytes_of_the_archive() {
    let whole = sample("form");
    let mut random = Random(1);
    for round in 0..rounds(300) {
        let mut bytes = whole.clone();
        for _ in 0..1 + random.below(4) {
            let at = random.below(bytes.len());
            bytes[at] = random.below(256) as u8;
        }
        survives(bytes, &format!("archive, round {round}"));
    }
}

#[test]
fn changed_xml_of_the_parts() {
    let mut random = Random(2);
    let mut shown = 0;
    for name in ["form", "report", "contract", "pictures"] {
        let parts = unpack(&sample(name));
        for round in 0..rounds(60) {
            let mut changed = parts.clone();
            let victim = random.below(changed.len());
            let text = String::from_utf8_lossy(&changed[victim].1).into_owned();
            let what = format!("{name}, {}, round {round}", changed[victim].0);
            changed[victim].1 = mutate(&text, &mut random).into_bytes();
            let refs: Vec<(&str, &[u8])> = changed.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            shown += usize::from(survives(pack::archive(&refs), &what));
        }
    }
    assert!(shown > 100, "only {shown} of 240 changed documents still show a page: the changes are too rough to test layout");
}

#[test]
fn extreme_values() {
    for value in ["0", "-1", "1", "2147483647", "-2147483648", "99999999999999999999", "NaN", "1e308", ""] {
        for body in [
            format!(
                "<w:p><w:pPr><w:ind w:left=\"{value}\" w:right=\"{value}\" w:hanging=\"{value}\"/><w:spacing w:line=\"{value}\" w:lineRule=\"exact\" w:before=\"{value}\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"{value}\"/><w:spacing w:val=\"{value}\"/><w:w w:val=\"{value}\"/></w:rPr><w:t>甲 text</w:t></w:r></w:p>"
            ),
            format!(
                "<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:sectPr><w:pgSz w:w=\"{value}\" w:h=\"{value}\"/><w:pgMar w:top=\"{value}\" w:bottom=\"{value}\" w:left=\"{value}\" w:right=\"{value}\" w:header=\"{value}\" w:footer=\"{value}\" w:gutter=\"{value}\"/><w:cols w:num=\"{value}\" w:space=\"{value}\"/><w:docGrid w:type=\"lines\" w:linePitch=\"{value}\" w:charSpace=\"{value}\"/></w:sectPr>"
            ),
            format!(
                "<w:tbl><w:tblPr><w:tblW w:w=\"{value}\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"{value}\"/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val=\"{value}\"/><w:trHeight w:val=\"{value}\" w:hRule=\"exact\"/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{value}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{value}\"/></w:tcPr><w:p><w:r><w:t>甲乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
            ),
        ] {
            survives(pack::document(&body), &format!("{value:?} in {}", &body[..body.len().min(60)]));
        }
    }
}

/// One change that leaves most of the XML well formed: a number, a name of an element or attribute value, a doubled or dropped element.
fn mutate(text: &str, random: &mut Random) -> String {
    let marks: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let tags: Vec<usize> = text.match_indices("<w:").map(|(at, _)| at).collect();
    match random.below(4) {
        // Another value for an attribute.
        0 | 1 if marks.len() > 4 => {
            let pair = 2 * random.below(marks.len() / 2);
            let value = random.choice(&["0", "-1", "1", "7", "100000", "-999999999", "4294967296", "true", "none", "auto", "", "\u{4e2d}"]);
            format!("{}\"{value}{}", &text[..marks[pair]], &text[marks[pair + 1]..])
        }
        // An element of another kind, opened and closed as before where it is empty.
        2 if !tags.is_empty() => {
            let at = tags[random.below(tags.len())];
            let name = random.choice(&["w:p", "w:r", "w:tbl", "w:tc", "w:sectPr", "w:br", "w:fldChar", "w:jc", "w:unknown"]);
            let end = text[at + 1..].find([' ', '/', '>']).map_or(text.len(), |offset| at + 1 + offset);
            format!("{}<{name}{}", &text[..at], &text[end..])
        }
        // A stretch from one tag to another left out or said twice.
        _ if tags.len() > 2 => {
            let from = random.below(tags.len() - 1);
            let to = (from + 1 + random.below(3)).min(tags.len() - 1);
            match random.below(2) {
                0 => format!("{}{}", &text[..tags[from]], &text[tags[to]..]),
                _ => format!("{}{}", &text[..tags[to]], &text[tags[from]..]),
            }
        }
        _ => text.chars().rev().collect(),
    }
}

fn unpack(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a sample");
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).expect("an entry");
            let mut content = Vec::new();
            file.read_to_end(&mut content).expect("its content");
            (file.name().expect("a name").into_owned(), content)
        })
        .collect()
}

/// SplitMix64: small, and the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }

    fn choice<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}
