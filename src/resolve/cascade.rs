//! The order of layers (word-layout 2.1): built-in defaults, document defaults, table style, paragraph style, list level,
//! character style, direct formatting. Everything below direct formatting depends on the styles alone and is kept, so a
//! paragraph costs a look-up and its own few properties.

use super::Shared;
use super::numbering::Lists;
use super::paragraph::ParagraphLayer;
use super::pool::Pool;
use super::run::RunLayer;
use super::theme::Palette;
use super::toggle::Toggles;
use crate::case;
use crate::map::Map;
use crate::model::{Document, ParagraphProperties, RunProperties, Style, StyleKind};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// A style by its place among the document's styles.
pub(super) type StyleIndex = u32;

/// A number for "no such style": no document has as many.
pub(super) const NO_STYLE: StyleIndex = u32::MAX;

/// Size and alignment that Word takes for not stated in the default style, under a table style that states them
/// (word-layout 2.3, compatibility setting `overrideTableStyleFontSizeAndJustification`).
const UNSAID_SIZE: i32 = 20;

/// What a table style says to the paragraphs of some of its cells.
#[derive(Clone, Debug, Default)]
pub(super) struct TableLayer<'a> {
    /// From the weakest to the strongest.
    pub(super) paragraphs: Vec<&'a ParagraphProperties>,
    /// The same for runs, already laid over each other.
    pub(super) run: RunLayer,
}

/// Everything below direct formatting for one paragraph style in one table layer.
#[derive(Clone, Debug)]
pub(super) struct Base<'a> {
    pub(super) style: StyleIndex,
    /// With the list that the style names.
    pub(super) paragraph: ParagraphLayer<'a>,
    /// As if the style named no list.
    pub(super) plain: ParagraphLayer<'a>,
    /// The list and level that the style names.
    pub(super) list: Option<(i32, u8)>,
    run: RunLayer,
    table_toggles: Toggles,
    style_toggles: Toggles,
}

/// The document's styles.
pub(super) struct Cascade<'a> {
    styles: Vec<&'a Style>,
    index: HashMap<&'a str, StyleIndex>,
    default_paragraph: StyleIndex,
    default_character: StyleIndex,
    default_table: StyleIndex,
    default_properties: Option<&'a ParagraphProperties>,
    default_run: RunLayer,
    /// Number 0 is outside tables.
    tables: Vec<TableLayer<'a>>,
    bases: HashMap<(u32, StyleIndex), Rc<Base<'a>>>,
    characters: HashMap<StyleIndex, RunLayer>,
    table_style_yields: bool,
}

impl<'a> Cascade<'a> {
    /// Reads the styles; nothing is resolved yet.
    pub(super) fn new(document: &'a Document, palette: &Palette<'a>, pool: &mut Pool<'a>) -> Self {
        static NONE: Map<String, Style> = Map::new();
        let sheet = document.styles.as_ref();
        let styles: Vec<&Style> = sheet.map_or(&NONE, |sheet| &sheet.styles).values().collect();
        let index = styles.iter().enumerate().map(|(i, style)| (style.id.as_str(), i as StyleIndex)).collect();
        let default = |kind| {
            let found = styles.iter().rposition(|style| style.kind == kind && style.default);
            found.map_or(NO_STYLE, |i| i as StyleIndex)
        };
        let overrides = document.settings.as_ref().is_some_and(|s| s.compat.contains_key("overrideTableStyleFontSizeAndJustification"));
        let mut default_run = sheet.map_or_else(RunLayer::default, |sheet| RunLayer::new(&sheet.default_run, palette, pool));
        if let Some(settings) = &document.settings {
            let (latin, east_asian, _) = &settings.theme_font_lang;
            default_run.lang = default_run.lang.or_else(|| latin.as_deref().map(|tag| pool.language(tag)));
            default_run.lang_east_asia = default_run.lang_east_asia.or_else(|| east_asian.as_deref().map(|tag| pool.language(tag)));
        }
        Self {
            default_paragraph: default(StyleKind::Paragraph),
            default_character: default(StyleKind::Character),
            default_table: default(StyleKind::Table),
            default_properties: sheet.map(|sheet| &sheet.default_paragraph),
            default_run,
            tables: vec![TableLayer::default()],
            bases: HashMap::new(),
            characters: HashMap::new(),
            table_style_yields: overrides,
            styles,
            index,
        }
    }

    /// The style of an id if it is of this kind, else the default one.
    pub(super) fn style_index(&self, id: Option<&str>, kind: StyleKind) -> StyleIndex {
        let named = id.and_then(|id| self.index.get(id)).copied();
        let named = named.filter(|i| self.styles.get(*i as usize).is_some_and(|style| style.kind == kind));
        named.unwrap_or(match kind {
            StyleKind::Paragraph => self.default_paragraph,
            StyleKind::Character => self.default_character,
            StyleKind::Table => self.default_table,
            StyleKind::Numbering => NO_STYLE,
        })
    }

    /// The paragraph style that a STYLEREF field names: by name, by id, or as a heading's number.
    pub(super) fn paragraph_style_named(&self, name: &str) -> Option<StyleIndex> {
        // Word writes a style's aliases after its name.
        let wanted = normal_name(name.split(',').next().unwrap_or(name));
        let is = |style: &&&Style| style.kind == StyleKind::Paragraph && (normal_name(&style.name) == wanted || style.id == name);
        let found = self.styles.iter().find(is)?;
        self.index.get(found.id.as_str()).copied()
    }

    /// A style and those it is based on, the root first. Loops end where they begin; a style of another kind is ignored.
    pub(super) fn chain(&self, style: StyleIndex) -> Vec<&'a Style> {
        let mut chain = Vec::new();
        let mut seen = HashSet::new();
        let mut next = Some(style);
        while let Some(style) = next.filter(|i| seen.insert(*i)).and_then(|i| self.styles.get(i as usize)).copied() {
            if chain.first().is_some_and(|leaf: &&Style| leaf.kind != style.kind) {
                break;
            }
            chain.push(style);
            next = style.based_on.as_deref().and_then(|id| self.index.get(id)).copied();
        }
        chain.reverse();
        chain
    }

    /// Stores a table layer and gives its number.
    pub(super) fn add_table_layer(&mut self, layer: TableLayer<'a>) -> u32 {
        self.tables.push(layer);
        (self.tables.len() - 1) as u32
    }

    /// Everything below direct formatting.
    pub(super) fn base(&mut self, table: u32, style: StyleIndex, lists: &Lists<'a>, shared: &mut Shared<'a>) -> Rc<Base<'a>> {
        if let Some(base) = self.bases.get(&(table, style)) {
            return Rc::clone(base);
        }
        let base = Rc::new(self.build_base(table, style, lists, shared));
        self.bases.insert((table, style), Rc::clone(&base));
        base
    }

    fn build_base(&self, table: u32, style: StyleIndex, lists: &Lists<'a>, shared: &mut Shared<'a>) -> Base<'a> {
        let mut plain = ParagraphLayer::default();
        let mut run = self.default_run;
        if let Some(properties) = self.default_properties {
            plain.over(properties);
        }
        let table_layer = self.tables.get(table as usize).or(self.tables.first());
        let before_table = plain.alignment();
        for properties in table_layer.iter().flat_map(|layer| &layer.paragraphs) {
            plain.over(properties);
        }
        let table_alignment = plain.alignment().filter(|_| plain.alignment() != before_table);
        let table_run = table_layer.map_or_else(RunLayer::default, |layer| layer.run);
        run.over(&table_run);
        let mut base = Base {
            style,
            paragraph: plain.clone(),
            plain,
            list: None,
            run,
            table_toggles: table_run.toggles,
            style_toggles: Toggles::default(),
        };
        let mut chain_run = RunLayer::default();
        for style in self.chain(style) {
            base.over_style(style, lists);
            let mut stated = RunLayer::new(&style.run, &shared.palette, &mut shared.pool);
            let is_default = self.styles.get(self.default_paragraph as usize).is_some_and(|default| default.id == style.id);
            if is_default && !self.table_style_yields {
                if table_run.size.is_some() && stated.size == Some(UNSAID_SIZE) {
                    stated.size = None;
                }
                if table_alignment.is_some() && style.paragraph.alignment.as_deref() == Some("left") {
                    base.paragraph.set_alignment(table_alignment);
                    base.plain.set_alignment(table_alignment);
                }
            }
            chain_run.over(&stated);
        }
        base.run.over(&chain_run);
        base.style_toggles = chain_run.toggles;
        base
    }

    /// A run's properties: the paragraph's base, a character style, and what is stated directly.
    pub(super) fn run(&mut self, base: &Base<'a>, direct: &RunProperties, shared: &mut Shared<'a>) -> RunLayer {
        let character = self.character(direct.style.as_deref(), shared);
        let mut result = base.run;
        result.over(&character);
        result.toggles = Toggles::combine(&self.default_run.toggles, [&base.table_toggles, &base.style_toggles, &character.toggles]);
        result.over(&RunLayer::new(direct, &shared.palette, &mut shared.pool));
        result
    }

    /// A character style by itself; nothing where none is named.
    pub(super) fn character_named(&mut self, id: Option<&str>, shared: &mut Shared<'a>) -> RunLayer {
        if id.is_some() { self.character(id, shared) } else { RunLayer::default() }
    }

    fn character(&mut self, id: Option<&str>, shared: &mut Shared<'a>) -> RunLayer {
        let style = self.style_index(id, StyleKind::Character);
        if style == NO_STYLE {
            return RunLayer::default();
        }
        if let Some(layer) = self.characters.get(&style) {
            return *layer;
        }
        let mut layer = RunLayer::default();
        for style in self.chain(style) {
            layer.over(&RunLayer::new(&style.run, &shared.palette, &mut shared.pool));
        }
        self.characters.insert(style, layer);
        layer
    }
}

impl<'a> Base<'a> {
    /// Lays one style of the chain over this. A list that the style names comes below the style's own indents.
    fn over_style(&mut self, style: &'a Style, lists: &Lists<'a>) {
        if let Some(reference) = &style.paragraph.numbering {
            let id = reference.id.or(self.list.map(|(id, _)| id)).unwrap_or(0);
            let level = reference.level.or_else(|| lists.level_of_style(id, &style.id));
            self.list = (id != 0).then(|| (id, level.or(self.list.map(|(_, level)| level)).unwrap_or(0)));
            match self.list {
                Some((id, level)) => {
                    if let Some(level) = lists.level(id, level) {
                        self.paragraph.over_by_level(&level.paragraph);
                        self.plain.over_by_removed_level(&level.paragraph);
                    }
                }
                None => self.paragraph = self.plain.clone(),
            }
        }
        self.paragraph.over(&style.paragraph);
        self.plain.over(&style.paragraph);
    }
}

/// Style names compare without case and spaces; Chinese headings are headings.
fn normal_name(name: &str) -> String {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).map(case::lower).collect();
    match name.strip_prefix("标题").or_else(|| name.strip_prefix("標題")) {
        Some(number) if !number.is_empty() => format!("heading{number}"),
        _ if name.len() == 1 && name.chars().all(|c| ('1'..='9').contains(&c)) => format!("heading{name}"),
        _ => name,
    }
}
