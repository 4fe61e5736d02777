//! Pages as text that people can read and review.

use docpane::display::{Group, Item};
use docpane::{Budget, DisplayList, Document};

/// All pages, with the numbers of pages known.
pub fn pages(document: &mut Document) -> Vec<DisplayList> {
    let count = document.advance(Budget::All).pages_done;
    (0..count).filter_map(|index| document.page(index).ok()).collect()
}

/// The lines of all pages: `x baseline width text`, with the story where it is not the body, and what else is drawn. What stands in
/// another cell or beyond a tab is a line of its own.
pub fn lines(document: &mut Document) -> String {
    let mut out = String::new();
    for (index, page) in pages(document).into_iter().enumerate() {
        out.push_str(&format!("page {}: {} x {}, from {}\n", index + 1, length(page.width), length(page.height), page.start));
        for line in pieces(&page) {
            let story = if line.story == "body" { String::new() } else { format!("[{}] ", line.story) };
            let place = [line.x, line.baseline, line.end - line.x].map(|figure| format!("{:>7}", length(figure))).join(" ");
            out.push_str(&format!("  {place}  {story}{}\n", line.text.trim_end()));
        }
        drawn(&page, &mut out);
    }
    for warning in document.warnings() {
        out.push_str(&format!("warning {}: {}\n", warning.kind, warning.message));
    }
    out
}

/// Text that stands together.
struct Piece {
    story: &'static str,
    line: u32,
    x: f64,
    end: f64,
    baseline: f64,
    text: String,
}

/// The pieces of lines on a page, in painting order.
fn pieces(page: &DisplayList) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut stories = vec![None];
    let mut together = false;
    for item in &page.items {
        match item {
            Item::Begin(group) => {
                stories.push(match group {
                    Group::Story { story } => Some(*story),
                    _ => None,
                });
                together &= matches!(group, Group::Link { .. });
            }
            Item::End => {
                stories.pop();
            }
            Item::Text(text) if text.text == "\t" => together = false,
            Item::Text(text) => {
                let end = text.x + text.width;
                match pieces.last_mut().filter(|last| together && last.line == text.line) {
                    Some(last) => {
                        last.end = end;
                        last.text.push_str(&text.text);
                    }
                    None => {
                        let story = stories.iter().rev().find_map(|story| *story).unwrap_or("body");
                        pieces.push(Piece { story, line: text.line, x: text.x, end, baseline: text.baseline, text: text.text.clone() });
                    }
                }
                together = true;
            }
            _ => {}
        }
    }
    pieces
}

fn drawn(page: &DisplayList, out: &mut String) {
    for item in &page.items {
        match item {
            Item::Picture(p) => {
                let place = [p.x, p.y, p.width, p.height].map(length).join(" ");
                out.push_str(&format!("  picture {place} {}\n", p.part));
            }
            Item::Rect(r) => {
                let place = [r.x, r.y, r.width, r.height].map(length).join(" ");
                out.push_str(&format!("  fill {place} {:06x}\n", r.color));
            }
            _ => {}
        }
    }
}

/// The whole display list of each page.
pub fn dump(document: &mut Document) -> String {
    let mut out = String::new();
    for page in pages(document) {
        out.push_str(&list(&page));
    }
    out
}

/// A page's display list; of each font only the family that the document names and the generic one, as what lies between is the
/// font room's business.
pub fn list(page: &DisplayList) -> String {
    let short = |line: &str| match (line.starts_with("font "), line.split_once(", "), line.rsplit_once(", ")) {
        (true, Some((first, _)), Some((_, last))) => format!("{first}, {last}\n"),
        _ => format!("{line}\n"),
    };
    page.dump().lines().map(short).collect()
}

/// Page count, and each page's first and last body line.
pub fn outline(document: &mut Document) -> String {
    let mut out = String::new();
    let pages = pages(document);
    for (index, page) in pages.iter().enumerate() {
        let all = docpane::lines(page);
        let body: Vec<_> = all.iter().filter(|line| line.story == "body").collect();
        out.push_str(&format!("page {}, from {}: {} lines\n", index + 1, page.start, body.len()));
        for line in body.first().into_iter().chain(body.last().filter(|_| body.len() > 1)) {
            out.push_str(&format!("  {:>7} {}\n", length(line.baseline), line.text));
        }
    }
    format!("{} pages\n{out}", pages.len())
}

/// Hundredths of a point, without needless zeros.
fn length(points: f64) -> String {
    let text = format!("{:.2}", points + 0.0);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
