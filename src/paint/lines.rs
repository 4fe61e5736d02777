//! The lines of a page as a reader sees them, for comparison with other programs' output.

use crate::display::{DisplayList, Group, Item, Text};

/// A gap wider than this many em ends a line: what stands on its two sides is read apart (cells, tab stops, columns).
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

/// The lines of a page, list labels and leaders included, in reading order of each story.
pub fn lines(list: &DisplayList) -> Vec<TextLine> {
    let mut lines = Vec::new();
    let mut stories = vec!["body"];
    let mut open: Vec<bool> = Vec::new();
    let mut runs: Vec<&Text> = Vec::new();
    for item in &list.items {
        match item {
            Item::Begin(group) => {
                let story = if let Group::Story { story } = group { Some(*story) } else { None };
                if story.is_some() {
                    push_line(&mut runs, &stories, &mut lines);
                }
                stories.extend(story);
                open.push(story.is_some());
            }
            Item::End if open.pop() == Some(true) => {
                push_line(&mut runs, &stories, &mut lines);
                stories.pop();
            }
            Item::Text(text) if !text.notice => {
                if runs.last().is_some_and(|last| last.line != text.line) {
                    push_line(&mut runs, &stories, &mut lines);
                }
                runs.push(text);
            }
            _ => {}
        }
    }
    push_line(&mut runs, &stories, &mut lines);
    join_neighbours(lines)
}

/// Baselines that differ by no more than this are one line's.
const SAME_BASELINE: f64 = 0.5;

/// Lines of neighbouring cells that stand closer to each other than [`GAP`] read as one line, as they do in a PDF.
fn join_neighbours(lines: Vec<SizedLine>) -> Vec<TextLine> {
    let mut joined: Vec<SizedLine> = Vec::with_capacity(lines.len());
    for next in lines {
        let near = |line: &&mut SizedLine| {
            let gap = next.line.x - line.line.x - line.line.width;
            line.line.story == next.line.story
                && (line.line.baseline - next.line.baseline).abs() <= SAME_BASELINE
                && gap >= 0.0
                && gap <= GAP * line.size.min(next.size)
        };
        match joined.iter_mut().rev().take(MOST_COMPARED).find(near) {
            Some(line) => {
                line.line.text.push(' ');
                line.line.text.push_str(&next.line.text);
                line.line.width = next.line.x + next.line.width - line.line.x;
            }
            None => joined.push(next),
        }
    }
    joined.into_iter().map(|line| line.line).collect()
}

/// How many lines before it a line is compared with: those of the cells beside it.
const MOST_COMPARED: usize = 400;

/// A line and the size of its largest run.
struct SizedLine {
    line: TextLine,
    size: f64,
}

/// A line that is being put together.
struct Growing {
    line: TextLine,
    /// Right end of its last run, blanks included: a row of blanks is no gap, a tab is.
    end: f64,
    /// Right end of what is seen of it.
    ink: f64,
    /// Size of its largest run, whose baseline is the line's.
    size: f64,
}

/// Cuts the runs of one line by baselines and at wide gaps.
fn push_line(runs: &mut Vec<&Text>, stories: &[&'static str], lines: &mut Vec<SizedLine>) {
    let story = stories.last().copied().unwrap_or("body");
    // Raised and lowered text stands on a line of its own, as it does in a PDF.
    let mut rows: Vec<(f64, Vec<&Text>)> = Vec::new();
    for run in runs.drain(..).filter(|run| run.text != "\t") {
        match rows.iter_mut().find(|(baseline, _)| (baseline - run.baseline).abs() <= RAISED) {
            Some((_, row)) => row.push(run),
            None => rows.push((run.baseline, vec![run])),
        }
    }
    rows.into_iter().for_each(|(_, row)| push_row(&row, story, lines));
}

/// Baselines of one line that differ by more than this are read apart: superscripts, not subscripts.
const RAISED: f64 = 1.5;

/// Cuts the runs of one baseline at wide gaps.
fn push_row(runs: &[&Text], story: &'static str, lines: &mut Vec<SizedLine>) {
    let mut growing: Option<Growing> = None;
    for run in runs.iter().copied() {
        let blank = run.text.trim().is_empty();
        let (lead, trail) = if blank { (0.0, 0.0) } else { blanks(run) };
        match &mut growing {
            Some(growing) if run.x - growing.end <= GAP * run.size => growing.add(run, trail, blank),
            _ if blank => {}
            _ => {
                lines.extend(growing.take().map(Growing::finish));
                let line = TextLine { x: run.x + lead, baseline: run.baseline, width: 0.0, text: run.text.trim_start().to_owned(), story };
                growing = Some(Growing { line, end: run.x + run.width, ink: run.x + run.width - trail, size: run.size });
            }
        }
    }
    lines.extend(growing.map(Growing::finish));
}

impl Growing {
    fn add(&mut self, run: &Text, trail: f64, blank: bool) {
        self.line.text.push_str(&run.text);
        self.end = self.end.max(run.x + run.width);
        if !blank {
            self.ink = self.ink.max(run.x + run.width - trail);
            if run.size > self.size {
                self.size = run.size;
                self.line.baseline = run.baseline;
            }
        }
    }

    fn finish(mut self) -> SizedLine {
        self.line.width = self.ink - self.line.x;
        self.line.text.truncate(self.line.text.trim_end().len());
        SizedLine { line: self.line, size: self.size }
    }
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
        Item::Text(Text { text: text.to_owned(), x, width, line, size: 10.0, scale: 1.0, baseline: 20.0, ..Text::default() })
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
    fn what_the_box_of_a_missing_picture_says_is_no_line() {
        let notice = Text { text: "missing picture".to_owned(), width: 60.0, notice: true, decoration: true, ..Text::default() };
        let list = DisplayList { items: vec![run("one", 0.0, 9.0, 0), Item::Text(notice)], ..DisplayList::default() };
        assert_eq!(lines(&list).into_iter().map(|line| line.text).collect::<Vec<_>>(), ["one"]);
    }
}
