//! Cells (word-layout 8.1, 8.5): margins, ground and borders through the table style's conditions and the row's
//! exceptions, and what they hold.

use super::Resolver;
use super::section::vertical_align;
use super::story::Story;
use super::table::{TableFrame, lay_margins, width};
use super::table_style::{CellPlace, Edges, sides};
use super::{border, color};
use crate::flow::{Block, Cell, CellBorder, CellBorders, Inline, Merge, Paragraph, TextDirection};
use crate::model::{self, Border, CellProperties, TableProperties};

/// What reaches a cell besides its own properties: the table style's formats, weakest first.
struct Formats<'a, 'f> {
    own: &'a CellProperties,
    styles: &'f [(&'a CellProperties, Edges)],
    exceptions: Option<&'a TableProperties>,
}

impl<'a> Formats<'a, '_> {
    /// The strongest statement: the cell's own, else the last format's.
    fn strongest<T>(&self, pick: impl Fn(&'a CellProperties) -> Option<T>) -> Option<T> {
        pick(self.own).or_else(|| self.styles.iter().rev().find_map(|(format, _)| pick(format)))
    }

    /// Top, left, bottom, right as stated: formats, then the row's exceptions, then the cell.
    fn sides(&self, whole: Edges) -> [Option<&'a Border>; 4] {
        let mut stated = [None; 4];
        let mut lay = |layer: [Option<&'a Border>; 4]| {
            for (below, above) in stated.iter_mut().zip(layer) {
                *below = above.or(*below);
            }
        };
        for (format, edges) in self.styles {
            format.borders.iter().for_each(|borders| lay(sides(borders, *edges)));
        }
        self.exceptions.and_then(|own| own.borders.as_ref()).into_iter().for_each(|borders| lay(sides(borders, whole)));
        self.own.borders.iter().for_each(|borders| lay(sides(borders, [true; 4])));
        stated
    }
}

impl<'a> Resolver<'a, '_> {
    /// A cell and what it holds.
    pub(super) fn cell(
        &mut self,
        cell: &'a model::Cell,
        span: u32,
        place: CellPlace,
        margins: [f64; 4],
        exceptions: Option<&'a TableProperties>,
        table: &TableFrame<'a>,
        story: &mut Story<'a>,
    ) -> Cell {
        let properties: &CellProperties = &cell.properties;
        let styles = table.sheet.formats(&table.bands, place);
        let formats = Formats { own: properties, styles: &styles, exceptions };
        let margins = styles.iter().fold(margins, |margins, (format, _)| lay_margins(margins, &format.margins));
        let own_shading = properties.shading.as_ref().or(exceptions.and_then(|own| own.shading.as_ref()));
        let table_shading = || table.sheet.chain.iter().rev().find_map(|style| style.table.shading.as_ref());
        let shading = own_shading.or_else(|| formats.strongest(|format| format.shading.as_ref())).or_else(table_shading);
        story.table_layer = self.cell_layer(&table.sheet, &table.bands, place);
        let mut blocks = self.blocks(&cell.blocks, story);
        if !matches!(blocks.last(), Some(Block::Paragraph(_))) {
            blocks.push(Block::Paragraph(Box::new(self.empty_paragraph(story))));
        }
        Cell {
            width: width(properties.width),
            span,
            merge: match properties.v_merge {
                None => Merge::None,
                Some(true) => Merge::Start,
                Some(false) => Merge::Continue,
            },
            borders: self.cell_borders(&formats, [place.row == 0, place.is_first, place.row + 1 == table.rows, place.is_last]),
            shading: shading.and_then(|shading| color::resolve_shading(shading, &self.shared.palette)),
            margins: lay_margins(margins, &properties.margins),
            vertical_align: vertical_align(formats.strongest(|format| format.vertical_align.as_deref())),
            direction: text_direction(properties.text_direction.as_deref()),
            no_wrap: formats.strongest(|format| format.no_wrap) == Some(true),
            fit_text: properties.fit_text == Some(true),
            hide_mark: properties.hide_mark == Some(true),
            blocks,
        }
    }

    fn cell_borders(&self, formats: &Formats<'a, '_>, whole: Edges) -> CellBorders {
        let line = |stated: &Border| border::resolve(stated, &self.shared.palette);
        let side = |stated: Option<&Border>| match stated {
            None => CellBorder::Inherit,
            Some(stated) => line(stated).map_or(CellBorder::Nil, CellBorder::Line),
        };
        let diagonal = |pick: fn(&model::Borders) -> Option<&Border>| {
            formats.strongest(|format| format.borders.as_ref().and_then(pick)).and_then(line)
        };
        let [top, left, bottom, right] = formats.sides(whole).map(side);
        CellBorders {
            top,
            left,
            bottom,
            right,
            tl2br: diagonal(|borders| borders.tl2br.as_ref()),
            tr2bl: diagonal(|borders| borders.tr2bl.as_ref()),
        }
    }

    /// The paragraph that a cell must end with where the file leaves it out.
    fn empty_paragraph(&mut self, story: &mut Story<'a>) -> Paragraph {
        static EMPTY: std::sync::LazyLock<[model::Block; 1]> = std::sync::LazyLock::new(|| [model::Block::Paragraph(Box::default())]);
        match self.blocks(&*EMPTY, story).pop() {
            Some(Block::Paragraph(paragraph)) => *paragraph,
            _ => Paragraph::default(),
        }
    }
}

/// Nothing in it shows, not even an empty line.
pub(super) fn is_hidden(cell: &Cell) -> bool {
    cell.blocks.iter().all(|block| match block {
        Block::Paragraph(p) => p.mark_hidden && p.items.iter().all(|item| matches!(item, Inline::Bookmark(_) | Inline::SavedBreak)),
        Block::Table(_) => false,
    })
}

/// `w:textDirection` of a cell or a section (17.18.93), in both spellings.
pub(super) fn text_direction(name: Option<&str>) -> TextDirection {
    match name {
        Some("tbRl" | "tbRlV" | "tbLrV" | "rl" | "rlV" | "lrV") => TextDirection::TopToBottom,
        Some("btLr" | "lr") => TextDirection::BottomToTop,
        _ => TextDirection::Horizontal,
    }
}
