//! What every reading function shares: the part being read, its relationships, how deep things are nested, warnings.

use super::drawing::ShapeType;
use super::shared::Shared;
use super::values;
use crate::diag::{Place, Warnings};
use crate::env::Limits;
use crate::error::{Error, ErrorKind, Result};
use crate::look::Fill;
use crate::map::Map;
use crate::model::Theme;
use crate::package::{Package, Relationships};
use crate::units::{EighthPoint, Emu, HalfPoint, Twip};
use crate::xml::{Element, Ns};
use std::rc::Rc;

/// Shared by all reading functions.
pub(super) struct Context<'p> {
    pub(super) package: &'p Package,
    pub(super) limits: &'p Limits,
    pub(super) warnings: &'p mut Warnings,
    /// The part being read.
    pub(super) part: String,
    /// Its relationships.
    pub(super) relationships: Relationships,
    /// For the colours of shapes.
    pub(super) theme: Option<Theme>,
    /// `v:shapetype` by id: for the VML shapes that name one.
    pub(super) shape_types: Map<String, Rc<ShapeType>>,
    /// Headers and footers that sections refer to.
    pub(super) stories: Map<String, ()>,
    /// Bookmarks that begin between blocks: they go to the paragraph that follows.
    pub(super) bookmarks: Vec<String>,
    pub(super) nesting: Nesting,
    /// The fill of the group of shapes being read: for those that state `a:grpFill`.
    pub(super) group_fill: Fill,
    pub(super) shared: Shared,
    /// Bytes that the document takes so far, about.
    memory: usize,
    /// Bytes of text in the paragraph being read.
    pub(super) paragraph_bytes: usize,
}

/// Bytes that all stages together keep, about, for what a hostile file may have in millions; measured on documents that
/// hold nothing else.
pub(super) mod cost {
    pub const PARAGRAPH: usize = 800;
    pub const ROW: usize = 400;
    pub const CELL: usize = 1300;
    pub const RUN: usize = 400;
    /// For each byte of text.
    pub const TEXT: usize = 4;
}

/// How deep the reader is in things that hold things, in all stories around.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Nesting {
    pub(super) tables: usize,
    pub(super) inlines: usize,
    pub(super) boxes: usize,
    pub(super) groups: usize,
}

impl Nesting {
    /// Links, fields and ruby in each other; deeper ones are read as their content alone.
    pub(super) const INLINES: usize = 16;
    /// Text boxes in each other; Word allows none in a text box.
    pub(super) const BOXES: usize = 6;
    /// Groups of drawings in each other.
    pub(super) const GROUPS: usize = 24;
}

impl<'p> Context<'p> {
    pub(super) fn new(package: &'p Package, limits: &'p Limits, warnings: &'p mut Warnings) -> Self {
        Self {
            package,
            limits,
            warnings,
            part: String::new(),
            relationships: Relationships::default(),
            theme: None,
            shape_types: Map::new(),
            stories: Map::new(),
            bookmarks: Vec::new(),
            nesting: Nesting::default(),
            group_fill: Fill::None,
            shared: Shared::default(),
            memory: 0,
            paragraph_bytes: 0,
        }
    }

    /// Goes on with another part.
    pub(super) fn enter(&mut self, part: &str) {
        if self.part == part {
            return;
        }
        self.relationships = self.package.relationships(part).unwrap_or_else(|error| {
            self.warnings.add("part-damaged", Place::part(part), format!("Its relationships cannot be read: {}", error.message()));
            Relationships::default()
        });
        self.shared.clear();
        part.clone_into(&mut self.part);
    }

    /// Adds a warning about the part being read.
    pub(super) fn warn(&mut self, kind: &'static str, message: impl Into<String>) {
        self.warnings.add(kind, Place::part(&self.part), message);
    }

    /// Counts a thing of the model against the limit.
    pub(super) fn charge<T>(&mut self) -> Result<()> {
        self.charge_bytes(size_of::<T>())
    }

    /// Counts bytes, and what it takes to manage them, against the limit.
    pub(super) fn charge_bytes(&mut self, bytes: usize) -> Result<()> {
        self.memory = self.memory.saturating_add(bytes).saturating_add(16);
        if self.memory > self.limits.memory {
            let message = format!("The document takes more than {} bytes of memory; this is more than can be shown.", self.limits.memory);
            return Err(Error::new(ErrorKind::TooLarge, message).in_part(&self.part));
        }
        Ok(())
    }

    /// Counts text against the limits.
    pub(super) fn charge_text(&mut self, bytes: usize) -> Result<()> {
        self.paragraph_bytes = self.paragraph_bytes.saturating_add(bytes);
        if self.paragraph_bytes > self.limits.paragraph_bytes {
            let most = self.limits.paragraph_bytes;
            let message = format!("A paragraph has more than {most} bytes of text; this is more than can be shown.");
            return Err(Error::new(ErrorKind::TooLarge, message).in_part(&self.part));
        }
        self.charge_bytes(bytes.saturating_mul(cost::TEXT))
    }

    /// Warns of a value that makes no sense.
    pub(super) fn bad_value(&mut self, element: &Element<'_>, value: &str) {
        let value: String = value.chars().take(40).collect();
        let name: String = element.name.chars().take(40).collect();
        self.warn("bad-value", format!("A value of {name} makes no sense and is not used: {value}"));
    }

    /// The part that an id of content refers to, as the package names it. A missing one is a warning.
    pub(super) fn related_part(&mut self, id: &str) -> Option<String> {
        let part = self.relationships.part(id).map(str::to_owned);
        let stored = part.as_deref().and_then(|part| self.package.part_name(part));
        match (stored, part) {
            (Some(stored), _) => Some(stored.to_owned()),
            (None, Some(part)) => {
                self.warnings.add("part-missing", Place::part(&part), "The document refers to this part but does not have it.");
                None
            }
            (None, None) if self.relationships.get(id).is_none() => {
                self.warn("part-missing", "Content refers to a part by an id that is not there.");
                None
            }
            (None, None) => None,
        }
    }

    /// Enters a table; too many in each other stop.
    pub(super) fn enter_table(&mut self) -> Result<()> {
        self.nesting.tables += 1;
        if self.nesting.tables > self.limits.nested_tables {
            let message = format!("Tables are nested more than {} deep; this is more than can be shown.", self.limits.nested_tables);
            return Err(Error::new(ErrorKind::TooLarge, message).in_part(&self.part));
        }
        Ok(())
    }

    /// A measure in units of which `per_point` make a point.
    fn measure(&mut self, element: &Element<'_>, name: &str, per_point: f64) -> Option<i32> {
        let value = element.w(name)?;
        let measure = values::measure(&value, per_point);
        if measure.is_none() && !value.is_empty() {
            self.bad_value(element, &value);
        }
        measure
    }

    /// A measure in twips.
    pub(super) fn twips(&mut self, element: &Element<'_>, name: &str) -> Option<Twip> {
        self.measure(element, name, 20.0).map(Twip)
    }

    /// A measure in half-points.
    pub(super) fn half_points(&mut self, element: &Element<'_>, name: &str) -> Option<HalfPoint> {
        self.measure(element, name, 2.0).map(HalfPoint)
    }

    /// A measure in eighths of a point.
    pub(super) fn eighths(&mut self, element: &Element<'_>, name: &str) -> Option<EighthPoint> {
        self.measure(element, name, 8.0).map(EighthPoint)
    }

    /// A whole number.
    pub(super) fn number(&mut self, element: &Element<'_>, name: &str) -> Option<i32> {
        self.measure(element, name, 1.0)
    }

    /// A whole number that is not negative.
    pub(super) fn count(&mut self, element: &Element<'_>, name: &str) -> Option<u32> {
        self.number(element, name).map(|number| u32::try_from(number).unwrap_or(0))
    }

    /// A DrawingML measure: an attribute without namespace.
    pub(super) fn emu(&mut self, element: &Element<'_>, name: &str) -> Option<Emu> {
        let value = element.plain(name)?;
        let emu = values::emu(&value);
        if emu.is_none() {
            self.bad_value(element, &value);
        }
        emu
    }

    /// `r:id` and its like.
    pub(super) fn id(element: &Element<'_>, name: &str) -> Option<String> {
        element.get(Ns::R, name).filter(|id| !id.is_empty()).map(|id| id.into_owned())
    }
}
