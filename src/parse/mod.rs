//! Package to [model](crate::model): the parts read as written, one file a part or a family of elements.
//!
//! A main part that is malformed is an error; any other part that is missing, malformed or odd is a warning, and the
//! rest goes on. Values that make no sense count as not stated.

mod block;
mod borders;
mod context;
mod drawing;
mod equation;
mod font_table;
mod form_field;
mod info;
mod inline;
mod main_part;
mod math;
mod notes;
mod numbering;
mod paragraph_properties;
mod run;
mod run_properties;
mod section;
mod settings;
mod shared;
mod styles;
mod table;
mod table_properties;
mod theme;
mod values;

use crate::diag::{Place, Warnings};
use crate::env::Limits;
use crate::error::{Error, ErrorKind, Result};
use crate::model::Document;
use crate::package::Package;
use crate::xml::{Element, Reader, decode};
use context::Context;
pub use main_part::MainText;

/// Reads a package whose main part's text was unpacked before; of its body what begins before byte `end` of that text.
pub fn parse(package: &Package, text: &MainText, end: usize, limits: &Limits, warnings: &mut Warnings) -> Result<Document> {
    let mut document = Document::default();
    let mut cx = Context::new(package, limits, warnings);
    cx.enter(package.main_part());
    // The theme comes first: shapes state their colours by it.
    document.theme = related(&mut cx, "theme", theme::theme)?;
    cx.theme.clone_from(&document.theme);
    document.settings = related(&mut cx, "settings", settings::settings)?;
    document.styles = related(&mut cx, "styles", styles::styles)?;
    document.numbering = related(&mut cx, "numbering", numbering::numbering)?.unwrap_or_default();
    document.fonts = related(&mut cx, "fontTable", font_table::fonts)?.unwrap_or_default();
    main_part::main_part(text, end, &mut cx, &mut document)?;
    document.footnotes = related(&mut cx, "footnotes", notes::notes)?.unwrap_or_default();
    document.endnotes = related(&mut cx, "endnotes", notes::notes)?.unwrap_or_default();
    let stories = std::mem::take(&mut cx.stories);
    for (part, ()) in stories.iter() {
        if let Some(blocks) = optional(&mut cx, part, block::story)? {
            document.stories.insert(part.clone(), blocks);
        }
    }
    info::info(&mut cx, &mut document.info)?;
    Ok(document)
}

/// The text of a part, none where there is no such part.
fn text_of(cx: &mut Context<'_>, part: &str) -> Result<Option<String>> {
    let Some(bytes) = cx.package.part(part)? else { return Ok(None) };
    let (text, lossy) = decode(bytes);
    if lossy {
        cx.warnings.add("bad-value", Place::part(part), "Some characters are not in the part's encoding and are replaced.");
    }
    Ok(Some(text))
}

/// Reads the part that the main part relates to as `kind`.
fn related<T: Default>(cx: &mut Context<'_>, kind: &str, read: ReadPart<T>) -> Result<Option<T>> {
    cx.enter(cx.package.main_part());
    let Some(part) = cx.relationships.of_kind(kind).and_then(|relationship| relationship.part.clone()) else { return Ok(None) };
    optional(cx, &part, read)
}

/// Reads the root element of a part into a value.
type ReadPart<T> = for<'a> fn(&mut Reader<'a>, &Element<'a>, &mut Context<'_>, &mut T) -> Result<()>;

/// Reads a part that the document can do without. If it is malformed, what was read of it stays.
fn optional<T: Default>(cx: &mut Context<'_>, part: &str, read: ReadPart<T>) -> Result<Option<T>> {
    let text = match text_of(cx, part) {
        Ok(Some(text)) => text,
        Ok(None) => {
            cx.warnings.add("part-missing", Place::part(part), "The document refers to this part but does not have it.");
            return Ok(None);
        }
        Err(error) => return skip_damaged(cx, part, error, None),
    };
    cx.enter(part);
    let mut value = T::default();
    let mut reader = Reader::new(&text, part, cx.limits);
    let outcome = reader.root().and_then(|root| read(&mut reader, &root, cx, &mut value));
    cx.nesting = context::Nesting::default();
    match outcome {
        Ok(()) => Ok(Some(value)),
        Err(error) => skip_damaged(cx, part, error, Some(value)),
    }
}

/// A part that cannot be read (on) is a warning, unless it is too large: then so is the document.
fn skip_damaged<T>(cx: &mut Context<'_>, part: &str, error: Error, value: Option<T>) -> Result<Option<T>> {
    if error.kind() == ErrorKind::TooLarge {
        return Err(error);
    }
    cx.warnings.add("part-damaged", Place::part(part), error.message());
    Ok(value)
}

#[cfg(test)]
mod tests;
