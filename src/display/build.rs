//! A page's fragments to its display list.
//!
//! A page is painted in sheets from the bottom up: page ground, headers and footers, body and notes; each has floats behind
//! its text and in front of it, by their order (word-measured 6.1). Within a sheet all grounds, rules and decorations come
//! before all text, so that a painter with layers needs two of them.

use super::border::push_rule;
use super::find::Sought;
use super::font::FontTable;
use super::{DisplayList, Group, Item, Rect, Text};
use crate::flow::{Flow, LinkId, LinkTarget, Rgb};
use crate::font::Fonts;
use crate::layout::fragment::{
    CellFragment, DrawingFragment, Fragment, Page, ParagraphFragment, Placed, RowFragment, Story, StoryFragment, TableFragment,
};
use crate::order::sort_by_key;

/// The display list of a page.
pub fn build(page: &Page, flow: &Flow, fonts: &Fonts) -> DisplayList {
    let mut builder = Builder::new(flow, fonts);
    paint_page(&mut builder, page);
    DisplayList {
        width: page.width,
        height: page.height,
        background: flow.background.map(|color| color.0),
        start: page.start,
        fonts: builder.fonts_used.fonts,
        items: builder.items,
    }
}

/// Fills a builder with a page, sheet after sheet.
pub(super) fn paint_page(builder: &mut Builder<'_>, page: &Page) {
    let ground = builder.flow.background;
    let at = At { x: 0.0, y: 0.0, ground, upright: false };
    let is_margin = |story: &&StoryFragment| matches!(story.story, Story::Header | Story::Footer);
    let (margins, body): (Vec<&StoryFragment>, Vec<&StoryFragment>) = page.stories.iter().partition(is_margin);
    builder.sheet(&margins, at, &Page::default());
    builder.sheet(&body, at, page);
}

/// Where a fragment's holder stands on the page and what is behind it.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub x: f64,
    pub y: f64,
    /// The colour behind: automatic text is white on a dark one.
    pub ground: Option<Rgb>,
    /// Text runs down: East Asian characters stand upright.
    pub upright: bool,
}

impl At {
    pub fn moved(self, x: f64, y: f64) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }

    pub fn on(self, ground: Option<Rgb>) -> Self {
        Self { ground: ground.or(self.ground), ..self }
    }
}

/// What a page's list is built up in.
pub(super) struct Builder<'a> {
    pub flow: &'a Flow,
    pub fonts: &'a Fonts,
    pub fonts_used: FontTable,
    /// Grounds, rules and decorations of the sheet in work.
    pub under: Vec<Item>,
    /// Text and pictures of the sheet in work.
    pub over: Vec<Item>,
    /// Shapes keep their order among pictures.
    pub ordered: bool,
    /// Index of the next line.
    pub line: u32,
    /// What is looked for while building.
    pub sought: Sought,
    items: Vec<Item>,
}

impl<'a> Builder<'a> {
    pub fn new(flow: &'a Flow, fonts: &'a Fonts) -> Self {
        let fonts_used = FontTable::default();
        Self {
            flow,
            fonts,
            fonts_used,
            under: Vec::new(),
            over: Vec::new(),
            ordered: false,
            line: 0,
            sought: Sought::default(),
            items: Vec::new(),
        }
    }

    /// Stories that share a sheet: floats behind, the page's rules, numbers and text, floats in front; turned as the page is.
    fn sheet(&mut self, stories: &[&StoryFragment], at: At, page: &Page) {
        let mut floats = Vec::new();
        for story in stories {
            collect_floats(story, at, &mut floats);
        }
        for (at, drawing) in &mut floats {
            // Drawings stay upright, in the middle of the place that the turn gives them.
            let (x, y) = (at.x + drawing.width / 2.0, at.y + drawing.height / 2.0);
            match page.turns {
                0 => continue,
                1 => (at.x, at.y) = (page.width - y, x),
                _ => (at.x, at.y) = (y, page.height - x),
            }
            *at = at.moved(-drawing.width / 2.0, -drawing.height / 2.0);
        }
        sort_by_key(&mut floats, |float| (float.1.z as u64) ^ 1 << 63);
        for (float, drawing) in floats.iter().filter(|float| float.1.behind) {
            self.floating(drawing, *float);
        }
        page.rules.iter().for_each(|rule| push_rule(rule, at.x, at.y, at.ground, &mut self.under));
        self.turned(page.turns, page.width, page.height, at, |builder, at| {
            page.line_numbers.iter().for_each(|number| builder.line_number(number, at));
            for story in stories.iter().filter(|story| story.blocks.iter().any(|block| !matches!(block.fragment, Fragment::Drawing(_)))) {
                builder.begin_story(story.story);
                builder.blocks(&story.blocks, at);
                builder.over.push(Item::End);
            }
        });
        self.flush();
        for (float, drawing) in floats.iter().filter(|float| !float.1.behind) {
            self.floating(drawing, *float);
        }
    }

    fn begin_story(&mut self, story: Story) {
        self.sought.story = story_name(story);
        self.over.push(Item::Begin(Group::Story { story: story_name(story) }));
    }

    fn floating(&mut self, drawing: &DrawingFragment, at: At) {
        self.begin_story(Story::Float);
        self.drawing(drawing, at);
        self.over.push(Item::End);
        self.flush();
    }

    /// Ends a sheet: what was collected goes on the page.
    pub fn flush(&mut self) {
        self.items.append(&mut self.under);
        self.items.append(&mut self.over);
    }

    /// Blocks in a holder; floats at a sheet's top level are painted with the sheet.
    fn blocks(&mut self, blocks: &[Placed], at: At) {
        for placed in blocks {
            let at = at.moved(placed.x, placed.y);
            match &placed.fragment {
                Fragment::Paragraph(paragraph) => self.paragraph(paragraph, at),
                Fragment::Table(table) => self.table(table, at),
                Fragment::Rule(rule) => push_rule(rule, at.x, at.y, at.ground, &mut self.under),
                Fragment::Drawing(_) => {}
            }
        }
    }

    /// Blocks in a holder, the floats that stand in it too.
    pub fn all_blocks(&mut self, blocks: &[Placed], at: At) {
        for behind in [true, false] {
            if !behind {
                self.blocks(blocks, at);
            }
            for placed in blocks {
                if let Fragment::Drawing(drawing) = &placed.fragment
                    && drawing.behind == behind
                {
                    self.drawing(drawing, at.moved(placed.x, placed.y));
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: &ParagraphFragment, at: At) {
        let ground = paragraph.shading.map(|(rect, color)| {
            self.ground(rect.x, rect.y, rect.width, rect.height, color, at);
            color
        });
        let at = at.on(ground);
        paragraph.rules.iter().for_each(|rule| push_rule(rule, at.x, at.y, at.ground, &mut self.under));
        self.over.push(Item::Begin(Group::Paragraph {
            index: paragraph.index,
            heading: paragraph.heading,
            list: paragraph.list.map(|(_, level)| level),
            continued: paragraph.continued,
            continues: paragraph.continues,
            rtl: paragraph.bidi,
            lang: paragraph.lang.clone(),
        }));
        let outer = self.begin_paragraph();
        for line in &paragraph.lines {
            self.text_line(line, paragraph, at);
        }
        self.end_paragraph(outer);
        self.over.push(Item::End);
    }

    fn table(&mut self, table: &TableFragment, at: At) {
        self.over.push(Item::Begin(Group::Table { alt: table.alt.clone() }));
        for row in &table.rows {
            self.row(row, at.moved(0.0, row.y));
        }
        self.over.push(Item::End);
        table.rules.iter().for_each(|rule| push_rule(rule, at.x, at.y, at.ground, &mut self.under));
    }

    fn row(&mut self, row: &RowFragment, at: At) {
        self.over.push(Item::Begin(Group::Row { header: row.header, repeated: row.repeated }));
        for cell in &row.cells {
            self.over.push(Item::Begin(Group::Cell { column_span: cell.column_span, row_span: cell.row_span }));
            self.cell(cell, at);
            self.over.push(Item::End);
        }
        self.over.push(Item::End);
    }

    fn cell(&mut self, cell: &CellFragment, at: At) {
        let rect = cell.rect;
        if let Some(color) = cell.shading {
            self.ground(rect.x, rect.y, rect.width, rect.height, color, at);
        }
        let at = at.moved(rect.x, rect.y).on(cell.shading);
        for (border, rising) in [(cell.diagonals.0, false), (cell.diagonals.1, true)] {
            if let Some(border) = border {
                let (from, to) = if rising { (rect.height, 0.0) } else { (0.0, rect.height) };
                let rule = crate::layout::fragment::Rule { from: (0.0, from), to: (rect.width, to), border };
                push_rule(&rule, at.x, at.y, at.ground, &mut self.under);
            }
        }
        let clip = cell.clip.then_some(Group::Clip { x: at.x, y: at.y, width: rect.width, height: rect.height });
        self.within(clip, |builder| {
            builder.turned(cell.turns, rect.width, rect.height, at, |builder, at| builder.all_blocks(&cell.blocks, at))
        });
    }

    /// What `content` adds, in a group of both buffers; nothing where it adds nothing.
    pub fn within(&mut self, group: Option<Group>, content: impl FnOnce(&mut Self)) {
        let Some(group) = group else { return content(self) };
        let before = (self.under.len(), self.over.len());
        self.under.push(Item::Begin(group.clone()));
        self.over.push(Item::Begin(group));
        content(self);
        close(&mut self.under, before.0);
        close(&mut self.over, before.1);
    }

    /// Content in a box `width` by `height` after `turns` clockwise quarter turns: it was laid out in the box as it is before.
    pub fn turned(&mut self, turns: u8, width: f64, height: f64, at: At, content: impl FnOnce(&mut Self, At)) {
        let turns = turns % 4;
        if turns == 0 {
            return content(self, at);
        }
        let (x, y) = (at.x + width / 2.0, at.y + height / 2.0);
        let inner = if turns == 2 { at } else { at.moved((width - height) / 2.0, (height - width) / 2.0) };
        let inner = At { upright: turns == 1, ..inner };
        self.turned_about(turns, x, y, |builder| content(builder, inner));
    }

    /// Content after `turns` clockwise quarter turns about a point.
    pub fn turned_about(&mut self, turns: u8, x: f64, y: f64, content: impl FnOnce(&mut Self)) {
        self.sought.turns.push((turns, x, y));
        self.within(Some(Group::Turn { degrees: f64::from(turns) * 90.0, x, y }), content);
        self.sought.turns.pop();
    }

    /// A piece of a shape: beneath all pictures and text of its sheet, or where its group has it.
    pub fn put(&mut self, item: Item) {
        if self.ordered { self.over.push(item) } else { self.under.push(item) }
    }

    /// A filled box behind text.
    pub fn ground(&mut self, x: f64, y: f64, width: f64, height: f64, color: Rgb, at: At) {
        if width > 0.0 && height > 0.0 {
            self.under.push(Item::Rect(Rect { x: at.x + x, y: at.y + y, width, height, color: color.0 }));
        }
    }

    /// The group of a link; none where the link is unknown.
    pub fn link(&self, link: Option<LinkId>) -> Option<Group> {
        let link = self.flow.links.get(link?.0 as usize)?;
        let (url, bookmark) = match &link.target {
            LinkTarget::Url(url) => (Some(url.clone()), None),
            LinkTarget::Bookmark(name) => (None, Some(name.clone())),
        };
        Some(Group::Link { url, bookmark, tooltip: link.tooltip.clone() })
    }

    fn line_number(&mut self, number: &crate::layout::fragment::LineNumber, at: At) {
        let Some(style) = self.flow.characters.get(number.style.0 as usize) else { return };
        let text = number.number.to_string();
        let face = self.fonts.face_for('0', style);
        let width = text.chars().map(|c| self.fonts.get(face).advance(c)).sum::<f64>() * style.size;
        let font = self.fonts_used.index(face, self.fonts, false);
        let (x, baseline) = (at.x + number.x - width, at.y + number.baseline);
        let color = super::line::text_color(style, at.ground);
        let (line, size) = (self.line, style.size);
        self.line += 1;
        self.over.push(Item::Text(Text {
            text,
            x,
            baseline,
            width,
            font,
            size,
            color,
            line,
            scale: 1.0,
            decoration: true,
            ..Text::default()
        }));
    }
}

/// Closes a group, or takes it back where nothing came into it.
fn close(items: &mut Vec<Item>, begun_at: usize) {
    if items.len() == begun_at + 1 {
        items.pop();
    } else {
        items.push(Item::End);
    }
}

fn collect_floats<'p>(story: &'p StoryFragment, at: At, floats: &mut Vec<(At, &'p DrawingFragment)>) {
    for placed in &story.blocks {
        if let Fragment::Drawing(drawing) = &placed.fragment {
            floats.push((at.moved(placed.x, placed.y), drawing));
        }
    }
}

fn story_name(story: Story) -> &'static str {
    match story {
        Story::Body => "body",
        Story::Header => "header",
        Story::Footer => "footer",
        Story::Footnote => "footnote",
        Story::Endnote => "endnote",
        Story::Float => "float",
    }
}
