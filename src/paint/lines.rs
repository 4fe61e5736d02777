//! The lines of a page as one reads them off a PDF of it, for comparison with other programs' output.

use crate::display::{DisplayList, Group, Item, Text};

/// A gap wider than this many em ends a line, whatever makes it: what stands on its two sides is read apart.
const GAP: f64 = 2.2;

/// Text that stands together on a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextLine {
    /// Left end, in points from the page's left.
    pub x: f64,
    /// Baseline, in points from the page's top.
    pub baseline: f64,
    /// From its left end to its right end, blanks there left out.
    pub width: f64,
    /// The text.
    pub text: String,
    /// The story it stands in: `body`, `header`, `footer`, `footnote`, `endnote` or `float`.
    pub story: &'static str,
}

/// The lines of a page, list labels and leaders included, in the order in which the text of each begins.
///
/// Only where text stands counts: cells and columns that stand close to each other read as one line, as they do in a PDF. A row
/// of blanks is text, a tab is a gap.
pub fn lines(list: &DisplayList) -> Vec<TextLine> {
    let mut lines: Vec<(usize, TextLine)> = Vec::new();
    for mut row in rows(placed(list)) {
        row.sort_by(|a, b| a.run.x.total_cmp(&b.run.x));
        for line in row.chunk_by(|a, b| b.run.x - a.end() <= GAP * a.run.size.max(b.run.size)) {
            lines.extend(line.iter().map(|run| run.order).min().zip(joined(line)));
        }
    }
    lines.sort_by_key(|(order, _)| *order);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// A run and where it belongs.
struct Placed<'a> {
    run: &'a Text,
    story: &'static str,
    /// The turn it stands in, counted on the page; 0 for none.
    turn: usize,
    /// Its place in reading order.
    order: usize,
}

impl Placed<'_> {
    fn end(&self) -> f64 {
        self.run.x + self.run.width
    }
}

/// A page's text.
fn placed(list: &DisplayList) -> Vec<Placed<'_>> {
    let mut runs: Vec<Placed<'_>> = Vec::new();
    let mut open = vec![("body", 0)];
    let mut turns = 0;
    for item in &list.items {
        let (story, turn) = open.last().copied().unwrap_or(("body", 0));
        match item {
            Item::Begin(Group::Story { story }) => open.push((story, turn)),
            Item::Begin(Group::Turn { .. }) => {
                turns += 1;
                open.push((story, turns));
            }
            Item::Begin(_) => open.push((story, turn)),
            Item::End => drop(open.pop()),
            Item::Text(run) if !run.notice && run.text != "\t" => runs.push(Placed { run, story, turn, order: runs.len() }),
            _ => {}
        }
    }
    runs
}

/// What stands on one baseline: text that is raised or lowered by more than an eighth of the size beside it is read apart.
fn rows(mut runs: Vec<Placed<'_>>) -> Vec<Vec<Placed<'_>>> {
    runs.sort_by(|a, b| a.run.baseline.total_cmp(&b.run.baseline));
    let mut rows: Vec<Vec<Placed<'_>>> = Vec::new();
    for own in runs {
        let near = |other: &Placed<'_>| {
            let size = own.run.size.max(other.run.size);
            other.turn == own.turn && own.run.baseline - other.run.baseline <= (size * 0.12).max(0.9)
        };
        match rows.iter_mut().rev().take(MOST_COMPARED).find(|row| row.first().is_some_and(near)) {
            Some(row) => row.push(own),
            None => rows.push(vec![own]),
        }
    }
    rows
}

/// How many rows above it text is compared with.
const MOST_COMPARED: usize = 6;

/// The line of what stands together, whose baseline is that of its largest text; none for blanks alone.
fn joined(runs: &[Placed<'_>]) -> Option<TextLine> {
    let seen = |run: &&Placed<'_>| !run.run.text.trim().is_empty();
    let (first, last) = (runs.iter().find(seen)?, runs.iter().rev().find(seen)?);
    let largest = runs.iter().filter(seen).fold(first, |largest, run| if run.run.size > largest.run.size { run } else { largest });
    let x = first.run.x + blanks(first.run).0;
    let end = last.end() - blanks(last.run).1;
    // A blank stands between what layout holds for lines of their own.
    let beside = runs.chunk_by(|a, b| a.run.line == b.run.line);
    let texts: Vec<String> = beside.map(|runs| runs.iter().map(|run| run.run.text.as_str()).collect()).collect();
    let text = texts.join(" ").trim().to_owned();
    Some(TextLine { x, baseline: largest.run.baseline, width: end - x, text, story: first.story })
}

/// The width of the blanks a run begins and ends with, as the run's even share: a quarter em for U+0020, an em for U+3000.
fn blanks(run: &Text) -> (f64, f64) {
    let width = |c: char| match c {
        '\u{3000}' => run.size * run.scale + run.letter_spacing,
        _ => run.size * run.scale * 0.25 + run.letter_spacing + run.word_spacing,
    };
    let blank = |c: &char| c.is_whitespace();
    let lead = run.text.chars().take_while(blank).map(width).sum();
    let trail = run.text.chars().rev().take_while(blank).map(width).sum();
    (lead, trail)
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::display::{DisplayList, Item, Text};

    fn run(text: &str, x: f64, width: f64, line: u32) -> Item {
        Item::Text(Text {
            text: text.to_owned(),
            x,
            width,
            line,
            size: 10.0,
            scale: 1.0,
            baseline: 20.0 + 15.0 * f64::from(line),
            ..Text::default()
        })
    }

    #[test]
    fn a_wide_gap_ends_a_line() {
        let items = vec![
            run("1.", 0.0, 10.0, 0),
            run("\t", 10.0, 11.0, 0),
            run("near", 21.0, 20.0, 0),
            run("far", 64.0, 10.0, 0),
            run("next", 0.0, 9.0, 1),
        ];
        let list = DisplayList { items, ..DisplayList::default() };
        let got: Vec<(f64, f64, String)> = lines(&list).into_iter().map(|line| (line.x, line.width, line.text)).collect();
        assert_eq!(got, [(0.0, 41.0, "1.near".to_owned()), (64.0, 10.0, "far".to_owned()), (0.0, 9.0, "next".to_owned())]);
    }

    #[test]
    fn only_where_text_stands_counts() {
        let at = |text: &str, x: f64, baseline: f64, line: u32| match run(text, x, 10.0, line) {
            Item::Text(run) => Item::Text(Text { baseline, ..run }),
            other => other,
        };
        let items = vec![at("cell", 0.0, 20.0, 0), at("under", 0.0, 32.0, 1), at("beside", 20.0, 20.5, 2), at("2", 10.0, 16.0, 0)];
        let list = DisplayList { items, ..DisplayList::default() };
        assert_eq!(lines(&list).into_iter().map(|line| line.text).collect::<Vec<_>>(), ["cell beside", "under", "2"]);
        let blanks = vec![run("far", 0.0, 10.0, 0), run("     ", 10.0, 40.0, 0), run("apart", 50.0, 10.0, 0)];
        let list = DisplayList { items: blanks, ..DisplayList::default() };
        assert_eq!(lines(&list).into_iter().map(|line| line.text).collect::<Vec<_>>(), ["far     apart"]);
    }

    #[test]
    fn what_the_box_of_a_missing_picture_says_is_no_line() {
        let notice = Text { text: "missing picture".to_owned(), width: 60.0, notice: true, decoration: true, ..Text::default() };
        let list = DisplayList { items: vec![run("one", 0.0, 9.0, 0), Item::Text(notice)], ..DisplayList::default() };
        assert_eq!(lines(&list).into_iter().map(|line| line.text).collect::<Vec<_>>(), ["one"]);
    }
}
