//! What stands in a paragraph: runs become items of the flow, neighbours of one style become one item, and every piece of
//! body text gets its offset.

use super::Resolver;
use super::cascade::Base;
use super::field::{FieldMark, Mode};
use super::paragraph::{leader, tab_kind};
use super::run::RunLayer;
use super::story::{NoteMark, Story, StoryKind};
use crate::flow::{self, Alignment, BreakKind, CharacterId, Inline, Label, LinkId, PageField, PageFieldKind, TextRun, is_counted};
use crate::model::{self, Run, RunContent, RunProperties};
use crate::units::HalfPoint;
use std::rc::Rc;
use std::sync::Arc;

/// A paragraph's content in the making.
pub(super) struct Line<'a> {
    base: Rc<Base<'a>>,
    pub(super) items: Vec<Inline>,
    /// The label of a paragraph that ran into this one.
    pub(super) label: Option<Label>,
    /// The link of the `w:hyperlink` around.
    pub(super) link: Option<LinkId>,
    /// Its text takes part in offsets where the story does; small text over ruby does not.
    is_counted: bool,
}

impl<'a> Line<'a> {
    /// A paragraph's content, after what the paragraph before left to it.
    pub(super) fn new(base: &Rc<Base<'a>>, before: Option<(Vec<Inline>, Option<Label>)>) -> Self {
        let (items, label) = before.unwrap_or_default();
        Self { base: Rc::clone(base), items, label, link: None, is_counted: true }
    }

    /// Adds text, to the last item if that is of the same kind.
    fn push_text(&mut self, text: &str, style: CharacterId, offset: Option<u32>, link: Option<LinkId>) {
        if let Some(Inline::Text(last)) = self.items.last_mut()
            && (last.style, last.link, last.offset.is_some()) == (style, link, offset.is_some())
        {
            last.text.push_str(text);
            return;
        }
        self.items.push(Inline::Text(TextRun { text: text.to_owned(), style, offset, link }));
    }
}

impl<'a> Resolver<'a, '_> {
    /// Adds inline content to a paragraph.
    pub(super) fn inlines(&mut self, content: &'a [model::Inline], line: &mut Line<'a>, story: &mut Story<'a>) {
        for inline in content {
            match inline {
                model::Inline::Run(run) => self.run(run, line, story),
                model::Inline::Hyperlink(hyperlink) => {
                    let outer = line.link;
                    line.link = self.hyperlink(hyperlink, story).or(outer);
                    self.inlines(&hyperlink.content, line, story);
                    line.link = outer;
                }
                model::Inline::Field { instruction, locked, content } => {
                    let style = self.field_style(content, line);
                    self.field_mark(FieldMark::Begin { style, form: None, hidden: false, locked: *locked }, line, story);
                    story.fields.instruct(instruction);
                    self.field_mark(FieldMark::Separate, line, story);
                    self.inlines(content, line, story);
                    self.field_mark(FieldMark::End, line, story);
                }
                model::Inline::Bookmark(name) => {
                    if story.kind == StoryKind::Body {
                        self.flow.bookmarks.insert_new(name.clone(), story.paragraphs);
                    }
                    line.items.push(Inline::Bookmark(name.clone()));
                }
                model::Inline::Math { display, alignment, parts, text, properties } => {
                    let (layer, style) = self.run_style(&line.base, properties);
                    if !layer.is_hidden() && story.fields.mode() == Mode::Show {
                        let (offset, link) = (count(text, line, story), self.link_here(line, story));
                        let text = TextRun { text: text.clone(), style, offset, link };
                        let alignment = self.equation_alignment(alignment);
                        line.items.push(Inline::Math { style, display: *display, alignment, parts: Arc::clone(parts), text });
                    }
                }
            }
        }
    }

    fn run(&mut self, run: &'a Run, line: &mut Line<'a>, story: &mut Story<'a>) {
        let (layer, style) = self.run_style(&line.base, &run.properties);
        let hidden = layer.is_hidden();
        for content in &run.content {
            match content {
                RunContent::FieldChar(kind, form) => {
                    let mark = match kind {
                        model::FieldCharKind::Begin { .. } if !story.fields.is_matched(content) => continue,
                        model::FieldCharKind::Begin { locked } => {
                            FieldMark::Begin { style, form: form.as_deref(), hidden, locked: *locked }
                        }
                        model::FieldCharKind::Separate => FieldMark::Separate,
                        model::FieldCharKind::End => FieldMark::End,
                    };
                    self.field_mark(mark, line, story);
                }
                RunContent::Instruction(text) => story.fields.instruct(text),
                RunContent::Text(text) if !hidden => self.text(text, style, line, story),
                _ if hidden || story.fields.mode() != Mode::Show => {}
                other => self.run_content(other, &layer, style, line, story),
            }
        }
    }

    /// Text as the fields around want it: shown, kept as a computed field's stored result, or dropped.
    fn text(&mut self, text: &str, style: CharacterId, line: &mut Line<'a>, story: &mut Story<'a>) {
        match story.fields.mode() {
            Mode::Skip => {}
            Mode::Keep => {
                let offset = count(text, line, story);
                story.fields.keep(text, style, offset);
            }
            Mode::Show => {
                let (offset, link) = (count(text, line, story), self.link_here(line, story));
                story.fields.note_result();
                line.push_text(text, style, offset, link);
            }
        }
    }

    fn run_content(&mut self, content: &'a RunContent, layer: &RunLayer, style: CharacterId, line: &mut Line<'a>, story: &mut Story<'a>) {
        match content {
            RunContent::Tab => line.items.push(Inline::Tab { style }),
            RunContent::PositionedTab { alignment, relative_to, leader: fill } => line.items.push(Inline::PositionedTab {
                style,
                alignment: tab_kind(alignment),
                from_indent: relative_to == "indent",
                leader: leader(fill.as_deref()),
            }),
            RunContent::Break(kind) => line.items.push(Inline::Break { style, kind: break_kind(*kind) }),
            RunContent::Symbol { font, code } => {
                let family = self.shared.pool.family(font);
                let style = self.shared.pool.character(layer.in_font(family));
                if let Some(symbol) = char::from_u32(symbol_code(font, *code)) {
                    let link = self.link_here(line, story);
                    line.push_text(symbol.encode_utf8(&mut [0; 4]), style, None, link);
                }
            }
            RunContent::NoteReference { footnote, id, custom_mark } => {
                self.note_reference(*footnote, *id, *custom_mark, style, line, story);
            }
            RunContent::NoteMark => match story.note_mark.clone() {
                NoteMark::Fixed(mark) => line.push_text(&mark, style, None, None),
                NoteMark::OnItsPage(note) => line.items.push(field_without_result(PageFieldKind::NoteMark(note), style)),
            },
            RunContent::PageNumber => line.items.push(field_without_result(PageFieldKind::Page, style)),
            RunContent::LastRenderedPageBreak => {
                self.flow.settings.has_saved_breaks |= story.kind == StoryKind::Body;
                line.items.push(Inline::SavedBreak);
            }
            RunContent::Drawing(drawing) => self.drawing(drawing, style, line, story),
            RunContent::Ruby(ruby) => self.ruby(ruby, style, line, story),
            // The separator's rule is drawn by whoever lays out the note area.
            RunContent::Separator | RunContent::ContinuationSeparator => {}
            RunContent::Text(_) | RunContent::FieldChar(..) | RunContent::Instruction(_) => {}
        }
    }

    /// `m:jc` of an equation's paragraph, else the document's.
    fn equation_alignment(&self, stated: &str) -> Option<Alignment> {
        let usual = self.document.settings.as_ref().and_then(|settings| settings.math.get("defJc"));
        match if stated.is_empty() { usual.map_or("", String::as_str) } else { stated } {
            "left" => Some(Alignment::Left),
            "right" => Some(Alignment::Right),
            "center" => Some(Alignment::Center),
            _ => None,
        }
    }

    fn ruby(&mut self, ruby: &'a model::Ruby, style: CharacterId, line: &mut Line<'a>, story: &mut Story<'a>) {
        let mut part = |content: &'a [model::Inline], counted: bool| -> Vec<TextRun> {
            let mut part = Line::new(&line.base, None);
            part.is_counted = counted && line.is_counted;
            part.link = line.link;
            self.inlines(content, &mut part, story);
            part.items.into_iter().filter_map(|item| if let Inline::Text(run) = item { Some(run) } else { None }).collect()
        };
        let (base, text) = (part(&ruby.base, true), part(&ruby.text, false));
        let size = ruby.size.filter(|size| *size > 0).map(|size| HalfPoint(size).pt());
        let base_size = base.first().map_or(style, |run| run.style);
        let half = self.shared.pool.style(base_size).map_or(5.0, |style| style.size / 2.0);
        line.items.push(Inline::Ruby(Box::new(flow::Ruby {
            base,
            text,
            size: size.unwrap_or(half),
            raise: ruby.raise.filter(|raise| *raise != 0).map(|raise| HalfPoint(raise).pt()),
            alignment: ruby.alignment.clone().unwrap_or_default(),
        })));
    }

    /// The style of a field: that of its first run.
    fn field_style(&mut self, content: &'a [model::Inline], line: &Line<'a>) -> CharacterId {
        static PLAIN: std::sync::LazyLock<RunProperties> = std::sync::LazyLock::new(RunProperties::default);
        let first = content.iter().find_map(|inline| if let model::Inline::Run(run) = inline { Some(&*run.properties) } else { None });
        self.run_style(&line.base, first.unwrap_or(&PLAIN)).1
    }

    /// The link around what comes next: the nearest field's, else the hyperlink's.
    pub(super) fn link_here(&self, line: &Line<'a>, story: &Story<'a>) -> Option<LinkId> {
        line.link.or_else(|| story.fields.link())
    }
}

/// The offset of text that is about to be added, which is then counted; none where it does not count.
fn count(text: &str, line: &Line<'_>, story: &mut Story<'_>) -> Option<u32> {
    (line.is_counted && story.is_counted()).then(|| {
        let offset = story.offset;
        story.offset += text.chars().filter(|c| is_counted(*c)).count() as u32;
        offset
    })
}

/// A field that layout computes and for which the file stores no result.
fn field_without_result(kind: PageFieldKind, style: CharacterId) -> Inline {
    Inline::Field(Box::new(PageField { kind, format: None, cached: String::new(), offset: None, style, link: None }))
}

fn break_kind(kind: model::BreakKind) -> BreakKind {
    match kind {
        model::BreakKind::Line => BreakKind::Line,
        model::BreakKind::LineClear => BreakKind::LineClear,
        model::BreakKind::Page => BreakKind::Page,
        model::BreakKind::Column => BreakKind::Column,
    }
}

/// Symbol fonts' characters live at U+F020 to U+F0FF, with or without the F0 in the file (word-layout 10.5).
fn symbol_code(font: &str, code: u32) -> u32 {
    let is_symbol_font = ["symbol", "wingdings", "webdings", "mt extra"].iter().any(|name| font.to_ascii_lowercase().starts_with(name));
    if is_symbol_font && (0x20..0x100).contains(&code) { code + 0xF000 } else { code }
}
