//! Pages as a static document that a server can send before the script runs: each page is its SVG picture, and its text
//! follows as plain markup for search engines and readers that speak it.

use super::css::Color;
use super::{Media, SvgOptions, escape, svg};
use crate::display::{DisplayList, Group, Item, Text};
use std::fmt::Write;

/// How the document is made.
#[derive(Clone, Debug, Default)]
pub struct HtmlOptions {
    /// Its title.
    pub title: String,
    /// Its language, BCP 47.
    pub lang: String,
}

/// The style sheet of a static page; nothing of a file is in it.
const STYLE: &str = "body{margin:0;background:#e8e8e8}.page{margin:1rem auto;box-shadow:0 1px 4px #0004;position:relative;overflow:hidden}\
.page>svg{display:block;width:100%;height:auto}.read{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}";

const ROW_END: &str = "</tr>";

/// A document with the pages given.
pub fn html(pages: &[DisplayList], options: &HtmlOptions, media: Media<'_>) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        r#"<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{}</title><style>{STYLE}"#,
        escape(&options.lang),
        escape(&options.title)
    );
    for (index, page) in pages.iter().enumerate() {
        let color = Color(page.background.unwrap_or(0xff_ffff));
        let _ = write!(out, "#p{}{{width:{:.2}pt;max-width:100%;background:{color}}}", index + 1, page.width);
    }
    out.push_str("</style></head><body>");
    for (index, page) in pages.iter().enumerate() {
        let _ = write!(out, r#"<section class="page" id="p{}">"#, index + 1);
        out.push_str(&svg(page, &SvgOptions { fonts: false, page: index, ..SvgOptions::default() }, media).replacen(
            "<svg ",
            r#"<svg aria-hidden="true" "#,
            1,
        ));
        out.push_str(r#"<div class="read">"#);
        Semantic { out: &mut out, open: Vec::new(), header_rows: Vec::new() }.items(&page.items);
        out.push_str("</div></section>");
    }
    out.push_str("</body></html>\n");
    out
}

/// Writes a page's text as elements.
struct Semantic<'a> {
    out: &'a mut String,
    open: Vec<&'static str>,
    /// Whether each open row is a header.
    header_rows: Vec<bool>,
}

impl Semantic<'_> {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Text(text) => self.text(text),
                Item::Picture(picture) if !picture.alt.is_empty() => {
                    let _ = write!(self.out, r#"<span role="img">{}</span>"#, escape(&picture.alt));
                }
                Item::Begin(group) => self.begin(group),
                Item::End => {
                    let close = self.open.pop().unwrap_or_default();
                    self.out.push_str(close);
                    if close == ROW_END {
                        self.header_rows.pop();
                    }
                }
                Item::Picture(_) | Item::Rect(_) | Item::Stroke(_) | Item::Path(_) => {}
            }
        }
        while let Some(close) = self.open.pop() {
            self.out.push_str(close);
        }
    }

    fn text(&mut self, text: &Text) {
        if !text.decoration || text.label {
            self.out.push_str(&escape(&text.text));
            if text.label {
                self.out.push(' ');
            }
        }
    }

    fn begin(&mut self, group: &Group) {
        let (start, end) = match group {
            Group::Story { story: "header" } => ("<header>", "</header>"),
            Group::Story { story: "footer" } => ("<footer>", "</footer>"),
            Group::Story { .. } => ("<div>", "</div>"),
            Group::Paragraph { heading: Some(level), .. } => heading(*level),
            Group::Paragraph { .. } => ("<p>", "</p>"),
            Group::Table { .. } => ("<table>", "</table>"),
            Group::Row { header, .. } => {
                self.header_rows.push(*header);
                ("<tr>", ROW_END)
            }
            Group::Cell { column_span, row_span } => {
                let (name, end) = if self.header_rows.last() == Some(&true) { (r#"th scope="col""#, "</th>") } else { ("td", "</td>") };
                let _ = write!(self.out, r#"<{name} colspan="{column_span}" rowspan="{row_span}">"#);
                ("", end)
            }
            Group::Link { url: Some(url), .. } => {
                let _ = write!(self.out, r#"<a href="{}">"#, escape(url));
                ("", "</a>")
            }
            Group::Link { .. } | Group::Turn { .. } | Group::Clip { .. } | Group::Outline { .. } => ("", ""),
        };
        self.out.push_str(start);
        self.open.push(end);
    }
}

/// HTML has six levels of headings.
fn heading(level: u8) -> (&'static str, &'static str) {
    match level {
        0 | 1 => ("<h1>", "</h1>"),
        2 => ("<h2>", "</h2>"),
        3 => ("<h3>", "</h3>"),
        4 => ("<h4>", "</h4>"),
        5 => ("<h5>", "</h5>"),
        _ => ("<h6>", "</h6>"),
    }
}

#[cfg(test)]
mod tests {
    use super::{HtmlOptions, html};
    use crate::display::{DisplayList, Group, Item, Text};

    #[test]
    fn headings_and_titles_are_elements_with_escaped_text() {
        let group = Group::Paragraph {
            index: 0,
            heading: Some(2),
            list: None,
            continued: false,
            continues: false,
            rtl: false,
            lang: String::new(),
        };
        let text = Text { text: "a<b".to_owned(), ..Text::default() };
        let list = DisplayList { items: vec![Item::Begin(group), Item::Text(text), Item::End], ..DisplayList::default() };
        let out = html(&[list], &HtmlOptions { title: "<t>".to_owned(), lang: "zh-CN".to_owned() }, &|_| None);
        assert!(out.contains("<title>&lt;t&gt;</title>") && out.contains("<h2>a&lt;b</h2>"), "{out}");
    }

    #[test]
    fn cells_of_header_rows_are_headers() {
        let cell = || Item::Begin(Group::Cell { column_span: 1, row_span: 1 });
        let row = |header| [Item::Begin(Group::Row { header, repeated: false }), cell(), Item::End, Item::End];
        let items = [Item::Begin(Group::Table { alt: String::new() })].into_iter().chain(row(true)).chain(row(false)).chain([Item::End]);
        let out = html(&[DisplayList { items: items.collect(), ..DisplayList::default() }], &HtmlOptions::default(), &|_| None);
        let want = r#"<table><tr><th scope="col" colspan="1" rowspan="1"></th></tr><tr><td colspan="1" rowspan="1"></td></tr></table>"#;
        assert!(out.contains(want), "{out}");
    }
}
