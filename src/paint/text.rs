//! A page as plain text: a paragraph a line, a table row a line with tabs between its cells. Headers and footers are left
//! out: they are no part of what is read.

use crate::display::{DisplayList, Group, Item};

/// The text of a page.
pub fn text(list: &DisplayList) -> String {
    let mut writer = Writer::default();
    for item in &list.items {
        writer.item(item);
    }
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    /// Ends for the groups that are open.
    open: Vec<Open>,
    /// Stories that are left out are open.
    skipping: usize,
    /// The paragraph in work.
    line: String,
    /// Rows in work, the innermost last.
    rows: Vec<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Open {
    Paragraph,
    Row,
    Cell,
    Skipped,
    Other,
}

impl Writer {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Begin(group) => {
                let open = kind(group);
                match open {
                    Open::Row => self.rows.push(String::new()),
                    Open::Skipped => self.skipping += 1,
                    _ => {}
                }
                self.open.push(open);
            }
            Item::End => match self.open.pop() {
                Some(Open::Paragraph) => self.end_paragraph(),
                Some(Open::Row) => self.end_row(),
                Some(Open::Cell) => self.end_cell(),
                Some(Open::Skipped) => self.skipping -= 1,
                Some(Open::Other) | None => {}
            },
            Item::Text(text) if self.skipping == 0 && (!text.decoration || text.label) => {
                self.line.push_str(&text.text);
                if text.label && !text.text.ends_with([' ', '\t']) {
                    self.line.push(' ');
                }
                if text.hard_end {
                    self.line.push('\n');
                }
            }
            _ => {}
        }
    }

    /// In a row, a paragraph's end is a blank: the row stays one line.
    fn end_paragraph(&mut self) {
        if self.skipping > 0 {
            return;
        }
        let line = std::mem::take(&mut self.line);
        let line = line.trim_end();
        match self.rows.last_mut() {
            Some(row) => {
                if !row.is_empty() && !row.ends_with(['\t', ' ']) && !line.is_empty() {
                    row.push(' ');
                }
                row.extend(line.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c }));
            }
            None => {
                self.out.push_str(line);
                self.out.push('\n');
            }
        }
    }

    fn end_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.push('\t');
        }
    }

    /// A nested table's row becomes part of the cell around it.
    fn end_row(&mut self) {
        let Some(row) = self.rows.pop() else { return };
        if self.skipping > 0 {
            return;
        }
        let row = row.trim_end_matches('\t');
        match self.rows.last_mut() {
            Some(outer) => {
                outer.push_str(row);
                outer.push(' ');
            }
            None => {
                self.out.push_str(row);
                self.out.push('\n');
            }
        }
    }
}

fn kind(group: &Group) -> Open {
    match group {
        Group::Story { story: "header" | "footer" } => Open::Skipped,
        Group::Row { repeated: true, .. } => Open::Skipped,
        Group::Paragraph { .. } => Open::Paragraph,
        Group::Row { .. } => Open::Row,
        Group::Cell { .. } => Open::Cell,
        _ => Open::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::display::{DisplayList, Group, Item, Text};

    fn paragraph(content: &str) -> Vec<Item> {
        let group =
            Group::Paragraph { index: 0, heading: None, list: None, continued: false, continues: false, rtl: false, lang: String::new() };
        let text = Text { text: content.to_owned(), hard_end: true, ..Text::default() };
        vec![Item::Begin(group), Item::Text(text), Item::End]
    }

    fn group(group: Group, content: Vec<Item>) -> Vec<Item> {
        let mut items = vec![Item::Begin(group)];
        items.extend(content);
        items.push(Item::End);
        items
    }

    fn cell(content: &str) -> Vec<Item> {
        group(Group::Cell { column_span: 1, row_span: 1 }, paragraph(content))
    }

    #[test]
    fn rows_are_lines_and_headers_are_left_out() {
        let row = group(Group::Row { header: false, repeated: false }, [cell("a"), cell("b")].concat());
        let items = [
            group(Group::Story { story: "header" }, paragraph("head")),
            group(
                Group::Story { story: "body" },
                [paragraph("one"), group(Group::Table { alt: String::new() }, row), paragraph("two")].concat(),
            ),
        ]
        .concat();
        assert_eq!(text(&DisplayList { items, ..DisplayList::default() }), "one\na\tb\ntwo\n");
    }
}
