//! **Resolve**: the document as written becomes the document as meant. [`resolve()`] walks the body section by section;
//! on its way every style, list, field, note and unit is settled, so that layout reads nothing but final values.
//!
//! - [`cascade`] lays the style layers over each other; [`run`], [`toggle`], [`paragraph`], [`indent`], [`fonts`],
//!   [`theme`], [`color`], [`border`] and [`frame`] say how one kind of property does that;
//! - [`story`] walks blocks, [`content`] what stands in a paragraph, [`field`], [`equation_field`] and [`link`] what fields
//!   and links mean;
//! - [`table`], [`cell`], [`table_style`], [`numbering`], [`label`], [`note`], [`drawing`], [`section`] and [`settings`] each do what
//!   their name says;
//! - [`pool`] keeps what the flow stores once.

mod border;
mod cascade;
mod cell;
mod color;
mod content;
mod contextual;
mod date_field;
mod drawing;
mod equation_field;
mod field;
mod fonts;
mod frame;
mod indent;
mod label;
mod link;
mod note;
mod numbering;
mod paragraph;
mod pool;
mod run;
mod section;
mod settings;
mod story;
mod table;
mod table_style;
#[cfg(test)]
mod tests;
mod theme;
mod toggle;

use crate::diag::{Place, Warnings};
use crate::env::{Date, Limits, Options, SymbolText};
use crate::flow::{CharacterId, Flow};
use crate::map::Map;
use crate::model::{Document, RunProperties};
use cascade::{Base, Cascade};
use numbering::{Counters, Lists};
use pool::Pool;
use run::RunLayer;
use std::collections::HashMap;
use std::rc::Rc;
use theme::Palette;

/// Makes the flow of a document. What cannot be shown as Word does goes to `warnings`.
pub fn resolve(document: &Document, options: &Options, warnings: &mut Warnings) -> Flow {
    let mut resolver = Resolver::new(document, options, warnings);
    resolver.settings();
    resolver.sections();
    resolver.separators();
    resolver.finish()
}

/// What interning needs together: theme and pool.
struct Shared<'a> {
    palette: Palette<'a>,
    pool: Pool<'a>,
}

/// The work of one document.
struct Resolver<'a, 'w> {
    document: &'a Document,
    limits: &'w Limits,
    today: Option<Date>,
    symbols: SymbolText,
    warnings: &'w mut Warnings,
    shared: Shared<'a>,
    cascade: Cascade<'a>,
    lists: Lists<'a>,
    table_styles: table_style::TableStyles<'a>,
    /// Runs met so far, by their base and their properties, which alike runs of a file share.
    runs: HashMap<(*const Base<'a>, *const RunProperties), (RunLayer, CharacterId)>,
    /// What is made so far; its interned lists are filled at the end from the pool.
    flow: Flow,
    /// Headers and footers made so far, by part and character grid.
    stories: HashMap<(&'a str, u64), u32>,
    /// Lists in text boxes count by themselves, through all boxes.
    box_counters: Counters,
    /// Texts that run through several boxes, by the name that the next box knows them by: the text, and the boxes' sizes.
    chains: Map<String, drawing::Chain>,
    tables: u32,
    /// Tables, text boxes and groups around the present place.
    depth: u32,
}

impl<'a, 'w> Resolver<'a, 'w> {
    fn new(document: &'a Document, options: &'w Options, warnings: &'w mut Warnings) -> Self {
        let palette = Palette::new(document);
        let mut pool = Pool::new(&document.fonts);
        let cascade = Cascade::new(document, &palette, &mut pool);
        Self {
            document,
            limits: &options.limits,
            today: options.today,
            symbols: options.symbols,
            warnings,
            shared: Shared { palette, pool },
            cascade,
            lists: Lists::new(document),
            table_styles: table_style::TableStyles::default(),
            runs: HashMap::new(),
            flow: Flow::default(),
            stories: HashMap::new(),
            box_counters: Counters::default(),
            chains: Map::new(),
            tables: 0,
            depth: 0,
        }
    }

    /// A run's properties over its paragraph's, and their number in the flow.
    fn run_style(&mut self, base: &Rc<Base<'a>>, direct: &'a RunProperties) -> (RunLayer, CharacterId) {
        // Both live as long as the work does, so their addresses stand for them.
        let key = (Rc::as_ptr(base), std::ptr::from_ref(direct));
        if let Some(known) = self.runs.get(&key) {
            return *known;
        }
        let layer = self.cascade.run(base, direct, &mut self.shared);
        let style = (layer, self.shared.pool.character(layer));
        self.runs.insert(key, style);
        style
    }

    /// Whether another table, text box or group fits around what comes; a file that nests deeper loses the rest.
    fn enter(&mut self, what: &str, part: &str) -> bool {
        let fits = (self.depth as usize) < self.limits.nested_tables;
        if fits {
            self.depth += 1;
        } else {
            self.warnings.add("not-drawn", Place::part(part), format!("A {what} within too many others is not shown."));
        }
        fits
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    fn finish(self) -> Flow {
        let pool = self.shared.pool;
        let alternative_names = pool.alternative_names();
        Flow { alternative_names, families: pool.families, characters: pool.characters, links: pool.links, ..self.flow }
    }
}
