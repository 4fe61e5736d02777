//! Column widths by content (`word-layout.md` 8.2, "Autofit"), for tables whose stored grid is absent or contradicted.

use super::cells;
use super::grid;
use crate::flow::{Block, Cell, Table, TextDirection};
use crate::layout::{Context, Surroundings, inline};

/// Cells that are measured; the columns of a longer table are as its beginning wants them.
const CELLS_MEASURED: usize = 20_000;

/// Cells whose content is compared with a stored grid; the columns of a longer table are as its beginning wants them.
const CELLS_COMPARED: usize = 2_000;

/// A piece this much wider than its column still fits: stored widths are whole twips.
const SLACK: f64 = 0.05;

/// Tables nested deeper than this count as nothing.
const DEPTH: u32 = 16;

/// What a column wants.
#[derive(Clone, Copy, Debug, Default)]
struct Column {
    /// Widest piece that cannot be broken, margins included.
    content: f64,
    /// Width at which nothing is broken, margins included; the stated width where there is one.
    most: f64,
    /// The widest stated width.
    stated: Option<f64>,
    /// Left and right margins.
    margins: f64,
}

impl Column {
    /// What it does not go below as long as there is room.
    fn least(&self) -> f64 {
        self.content.max(self.stated.unwrap_or(0.0))
    }
}

/// The widths that the content and the stated widths give in a column `width` wide.
pub(super) fn columns<'a>(context: &mut Context<'a>, table: &'a Table, count: usize, width: f64, surroundings: &Surroundings) -> Vec<f64> {
    let target = grid::points(table.width, width);
    let wants = collect(context, table, count, target.unwrap_or(width), surroundings);
    share(&wants, target, room(context, table, width))
}

/// A stored grid whose cells agree with it, widened where a piece that cannot be broken is wider than its column: the column grows
/// to it, and what then goes beyond the room is taken from the others by what they have to spare
/// (docs/word/columns-grow-to-their-words.md). Where not even the pieces fit, the grid stays as it is.
pub(super) fn widen<'a>(
    context: &mut Context<'a>,
    table: &'a Table,
    widths: Vec<f64>,
    width: f64,
    surroundings: &Surroundings,
) -> Vec<f64> {
    let needs = needs(context, table, &widths, surroundings);
    if needs.iter().zip(&widths).all(|(need, width)| *need <= width + SLACK) {
        return widths;
    }
    let stored: f64 = widths.iter().sum();
    let limit = match grid::points(table.width, width) {
        Some(_) => stored,
        None => stored.max(room(context, table, width)),
    };
    let grown: Vec<f64> = widths.iter().zip(&needs).map(|(width, need)| width.max(*need)).collect();
    let excess = grown.iter().sum::<f64>() - limit;
    let spare: f64 = grown.iter().zip(&needs).map(|(width, need)| width - need).sum();
    if excess > spare {
        return widths;
    }
    let part = if excess > 0.0 { excess / spare.max(1e-9) } else { 0.0 };
    grown.iter().zip(&needs).map(|(width, need)| width - (width - need) * part).collect()
}

/// What a table that states no width may take of a column (`word-layout.md` 8.2): to old modes its outer margins stand outside.
fn room(context: &Context<'_>, table: &Table, width: f64) -> f64 {
    let old = context.flow.settings.compatibility_mode < 15;
    width - table.indent.max(0.0) + if old { table.cell_margins[0] + table.cell_margins[2] } else { 0.0 }
}

/// The widest piece of each column that cannot be broken, margins included; a spanning cell's counts where its columns
/// together are narrower.
fn needs<'a>(context: &mut Context<'a>, table: &'a Table, widths: &[f64], surroundings: &Surroundings) -> Vec<f64> {
    let mut needs = vec![0.0f64; widths.len()];
    let mut spanning = Vec::new();
    let rows = table.rows.iter().scan(CELLS_COMPARED, |left, row| {
        let more = *left > 0;
        *left = left.saturating_sub(row.cells.len());
        more.then_some(row)
    });
    for row in rows {
        for slot in cells::slots(row) {
            let Some(cell) = row.cells.get(slot.cell).filter(|cell| cell.direction == TextDirection::Horizontal) else { continue };
            let content = content(context, cell, surroundings).0 + cell.margins[0] + cell.margins[2];
            match needs.get_mut(slot.column) {
                Some(need) if slot.span == 1 => *need = need.max(content),
                Some(_) => spanning.push((slot.column, slot.end(), content)),
                None => {}
            }
        }
    }
    for (from, to, content) in spanning {
        let to = to.min(widths.len());
        let has: f64 = (from..to).map(|column| widths[column].max(needs[column])).sum();
        if content > has + SLACK {
            let last = to - 1;
            needs[last] = widths[last].max(needs[last]) + content - has;
        }
    }
    needs
}

/// The narrowest and the widest a table can be, for an autofit table around it.
fn extents<'a>(context: &mut Context<'a>, table: &'a Table, surroundings: &Surroundings) -> (f64, f64) {
    let count = cells::column_count(table);
    if table.fixed && grid::is_usable(table, count) {
        let total = grid::stored(table, count).iter().sum();
        return (total, total);
    }
    if let crate::flow::Width::Points(points) = table.width
        && points > 0.0
    {
        return (points, points);
    }
    let wants = collect(context, table, count, 0.0, surroundings);
    let sum = |part: fn(&Column) -> f64| wants.iter().map(part).sum::<f64>();
    let least = sum(|column| column.content);
    (least, sum(|column| column.most).max(least))
}

/// What each column wants.
fn collect<'a>(context: &mut Context<'a>, table: &'a Table, count: usize, whole: f64, surroundings: &Surroundings) -> Vec<Column> {
    let mut wants = vec![Column::default(); count];
    if surroundings.depth > DEPTH {
        return wants;
    }
    let mut spanning = Vec::new();
    let mut left = CELLS_MEASURED;
    for row in &table.rows {
        for (from, to, stated) in grid::stated(row, count, whole) {
            match wants.get_mut(from) {
                Some(column) if to == from + 1 => column.stated = larger(column.stated, stated),
                Some(_) if to > from && left > 0 => {
                    spanning.extend(stated.map(|stated| (from, to, Column { stated: Some(stated), ..Column::default() })))
                }
                _ => {}
            }
        }
        if left == 0 {
            continue;
        }
        for slot in cells::slots(row) {
            let Some(cell) = row.cells.get(slot.cell) else { continue };
            left = left.saturating_sub(1);
            let want = cell_wants(context, cell, surroundings);
            match wants.get_mut(slot.column) {
                Some(column) if slot.span == 1 => {
                    column.content = column.content.max(want.content);
                    column.most = column.most.max(want.most);
                    column.margins = column.margins.max(want.margins);
                }
                Some(_) if slot.span > 1 => spanning.push((slot.column, slot.end(), want)),
                _ => {}
            }
        }
    }
    for (from, to, want) in spanning {
        spread(wants.get_mut(from..to.min(count)).unwrap_or_default(), &want);
    }
    for column in &mut wants {
        column.most = column.stated.unwrap_or(column.most).max(column.content);
    }
    wants
}

fn larger(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    match (one, other) {
        (Some(a), Some(b)) => Some(a.max(b)),
        (a, b) => a.or(b),
    }
}

/// What a cell's content wants.
fn cell_wants<'a>(context: &mut Context<'a>, cell: &'a Cell, surroundings: &Surroundings) -> Column {
    let margins = cell.margins[0] + cell.margins[2];
    let (mut content, mut most) = content(context, cell, surroundings);
    if cell.direction != TextDirection::Horizontal {
        // Text that runs down is as wide as its lines are high; about one line of 12 pt text.
        (content, most) = (content.min(15.0), content.min(15.0));
    }
    if cell.no_wrap {
        content = most;
    }
    Column { content: content + margins, most: most + margins, stated: None, margins }
}

/// The widest unbreakable piece and the widest paragraph of a cell.
fn content<'a>(context: &mut Context<'a>, cell: &'a Cell, surroundings: &Surroundings) -> (f64, f64) {
    let inside = Surroundings { in_cell: true, depth: surroundings.depth + 1, ..*surroundings };
    let (mut content, mut most) = (0.0f64, 0.0f64);
    for block in &cell.blocks {
        let (narrow, wide) = match block {
            Block::Paragraph(paragraph) if paragraph.is_empty() && paragraph.label.is_none() => (0.0, 0.0),
            Block::Paragraph(paragraph) => inline::prepare(context, paragraph, &inside).extents(context),
            Block::Table(nested) if nested.position.is_some() => (0.0, 0.0),
            Block::Table(nested) => extents(context, nested, &inside),
        };
        content = content.max(narrow);
        most = most.max(wide);
    }
    (content, most)
}

/// Gives the columns under a spanning cell what it wants beyond what they want themselves.
fn spread(columns: &mut [Column], want: &Column) {
    let Some(last) = columns.len().checked_sub(1) else { return };
    if let Some(stated) = want.stated {
        // The last column takes what the others leave, if all of those are known.
        let known: Option<f64> = columns[..last].iter().map(|column| column.stated).sum();
        if let Some(known) = known {
            let rest = (stated - known).max(0.0);
            let least = columns[last].stated;
            columns[last].stated = larger(least, Some(rest).filter(|rest| *rest > 0.0));
        }
    }
    let most: f64 = columns.iter().map(|column| column.most).sum();
    let raise = |has: f64, part: f64, wanted: f64| {
        let share = if most > 0.0 { part / most } else { 1.0 / (last + 1) as f64 };
        (wanted - has).max(0.0) * share
    };
    let content: f64 = columns.iter().map(|column| column.content).sum();
    for column in columns.iter_mut() {
        let part = column.most;
        column.content += raise(content, part, want.content);
        column.most += raise(most, part, want.most);
    }
}

/// Shares the room among the columns: with a target width exactly that, else as much as the content wants up to `room`.
fn share(wants: &[Column], target: Option<f64>, room: f64) -> Vec<f64> {
    let sum = |part: &dyn Fn(&Column) -> f64| wants.iter().map(part).sum::<f64>();
    let available = target.unwrap_or(room).max(1.0);
    let least = sum(&Column::least);
    let most = sum(&|column| column.most);
    if least >= available {
        return shrink(wants, available);
    }
    if target.is_none() && most <= available {
        return wants.iter().map(|column| column.most.max(1.0)).collect();
    }
    if most > available {
        let (spare, slack) = (available - least, most - least);
        return wants.iter().map(|column| column.least() + spare * (column.most - column.least()).max(0.0) / slack.max(1e-9)).collect();
    }
    // There is more room than anyone wants: columns without a stated width take it, by what they hold.
    let free = sum(&|column| if column.stated.is_none() { column.most.max(1.0) } else { 0.0 });
    let rest = available - sum(&|column| if column.stated.is_none() { 0.0 } else { column.most });
    if free > 0.0 {
        let grown = |column: &Column| if column.stated.is_none() { column.most.max(1.0) * rest / free } else { column.most };
        return wants.iter().map(grown).collect();
    }
    wants.iter().map(|column| column.most * available / most.max(1e-9)).collect()
}

/// There is too little room: stated widths give way first, then the content, down to the margins.
fn shrink(wants: &[Column], available: f64) -> Vec<f64> {
    let least: f64 = wants.iter().map(Column::least).sum();
    let content: f64 = wants.iter().map(|column| column.content).sum();
    if content <= available {
        let part = if least > content { (available - content) / (least - content) } else { 0.0 };
        return wants.iter().map(|column| column.content + (column.least() - column.content) * part).collect();
    }
    let margins: f64 = wants.iter().map(|column| column.margins).sum();
    let part = if content > margins { ((available - margins) / (content - margins)).max(0.0) } else { 0.0 };
    wants.iter().map(|column| (column.margins + (column.content - column.margins) * part).max(1.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(content: f64, most: f64) -> Column {
        Column { content, most, stated: None, margins: 10.0 }
    }

    #[test]
    fn content_that_fits_gets_what_it_wants() {
        assert_eq!(share(&[column(20.0, 50.0), column(20.0, 80.0)], None, 400.0), [50.0, 80.0]);
    }

    #[test]
    fn content_that_does_not_fit_shares_what_is_left() {
        assert_eq!(share(&[column(20.0, 120.0), column(20.0, 320.0)], None, 240.0), [70.0, 170.0]);
    }

    #[test]
    fn a_target_is_met() {
        let stated = Column { stated: Some(100.0), most: 100.0, content: 20.0, margins: 10.0 };
        assert_eq!(share(&[stated, column(20.0, 40.0)], Some(300.0), 400.0), [100.0, 200.0]);
    }

    #[test]
    fn too_little_room_shrinks_towards_the_margins() {
        assert_eq!(share(&[column(60.0, 60.0), column(110.0, 110.0)], None, 95.0), [35.0, 60.0]);
    }

    #[test]
    fn a_spanning_cell_raises_its_columns() {
        let mut columns = [column(10.0, 30.0), column(10.0, 10.0)];
        spread(&mut columns, &column(60.0, 80.0));
        assert_eq!((columns[0].content, columns[1].content), (40.0, 20.0));
        assert_eq!((columns[0].most, columns[1].most), (60.0, 20.0));
    }
}
