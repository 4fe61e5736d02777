//! The body text, as offsets count it.

use super::{Block, Flow, Inline};

/// The body text without white space, in document order: what page starts are counted in. Left out are text boxes,
/// headers, notes, list labels, symbols (`w:sym`) and hidden text.
pub fn body_text(flow: &Flow) -> String {
    let mut text = String::with_capacity(flow.characters_in_body as usize * 3);
    for section in &flow.sections {
        push_blocks(&section.blocks, &mut text);
    }
    text
}

/// Whether a character takes part in offsets: no white space and none of the invisible format characters.
pub fn is_counted(c: char) -> bool {
    !(c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{1c}'..='\u{1f}'))
}

fn push_blocks(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                for item in &paragraph.items {
                    push_inline(item, text);
                }
            }
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    push_blocks(&cell.blocks, text);
                }
            }
        }
    }
}

fn push_inline(item: &Inline, text: &mut String) {
    let mut push = |s: &str| text.extend(s.chars().map(|c| if c == '\u{2011}' { '-' } else { c }).filter(|c| is_counted(*c)));
    match item {
        Inline::Text(run) if run.offset.is_some() => push(&run.text),
        Inline::Math { text: run, .. } if run.offset.is_some() => push(&run.text),
        Inline::Field(field) if field.offset.is_some() => push(&field.cached),
        Inline::Ruby(ruby) => ruby.base.iter().filter(|run| run.offset.is_some()).for_each(|run| push(&run.text)),
        _ => {}
    }
}
