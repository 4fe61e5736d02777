//! `docProps/core.xml`, `app.xml`, `custom.xml` (15.2.12).

use super::context::Context;
use super::optional;
use crate::error::Result;
use crate::model::DocumentInfo;
use crate::xml::{Element, Ns, Reader};

/// Reads the package's properties. None of them has to be there.
pub(super) fn info(cx: &mut Context<'_>, to: &mut DocumentInfo) -> Result<()> {
    cx.enter("");
    let package = cx.relationships.clone();
    let part = |kind: &str| package.of_kind(kind).and_then(|relationship| relationship.part.clone());
    if let Some(part) = part("core-properties").or_else(|| part("coreProperties")) {
        *to = optional(cx, &part, core)?.unwrap_or_default();
    }
    if let Some(part) = part("extended-properties").or_else(|| part("extendedProperties")) {
        let app = optional(cx, &part, app)?.unwrap_or_default();
        merge_app(app, to);
    }
    if let Some(part) = part("custom-properties").or_else(|| part("customProperties")) {
        to.custom = optional(cx, &part, custom)?.unwrap_or_default();
    }
    Ok(())
}

fn core<'a>(reader: &mut Reader<'a>, root: &Element<'a>, _cx: &mut Context<'_>, to: &mut DocumentInfo) -> Result<()> {
    while let Some(element) = reader.child(root)? {
        let place = match (element.ns, element.name) {
            (Ns::Dc, "title") => &mut to.title,
            (Ns::Dc, "subject") => &mut to.subject,
            (Ns::Dc, "creator") => &mut to.creator,
            (Ns::Dc, "description") => &mut to.description,
            (Ns::Dc, "language") => &mut to.language,
            (Ns::Core, "keywords") => &mut to.keywords,
            (Ns::Core, "lastModifiedBy") => &mut to.last_modified_by,
            (Ns::Core, "revision") => &mut to.revision,
            (Ns::Core, "category") => &mut to.category,
            (Ns::Core, "lastPrinted") => &mut to.last_printed,
            (Ns::DcTerms, "created") => &mut to.created,
            (Ns::DcTerms, "modified") => &mut to.modified,
            _ => continue,
        };
        let text = reader.text(&element)?;
        *place = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    }
    Ok(())
}

fn app<'a>(reader: &mut Reader<'a>, root: &Element<'a>, _cx: &mut Context<'_>, to: &mut DocumentInfo) -> Result<()> {
    while let Some(element) = reader.child(root)? {
        if element.ns != Ns::App {
            continue;
        }
        let text = match element.name {
            "TitlesOfParts" | "HeadingPairs" | "HLinks" => continue,
            _ => reader.text(&element)?.trim().to_owned(),
        };
        let number = text.parse::<u32>().ok();
        let stated = Some(text).filter(|text| !text.is_empty());
        match element.name {
            "Application" => to.application = stated,
            "AppVersion" => to.app_version = stated,
            "Company" => to.company = stated,
            "Manager" => to.manager = stated,
            "Template" => to.template = stated,
            "Pages" => to.pages = number,
            "Words" => to.words = number,
            "Characters" => to.characters = number,
            "CharactersWithSpaces" => to.characters_with_spaces = number,
            "Lines" => to.lines = number,
            "Paragraphs" => to.paragraphs = number,
            "TotalTime" => to.total_time = number,
            _ => {}
        }
    }
    Ok(())
}

fn merge_app(app: DocumentInfo, to: &mut DocumentInfo) {
    let core = std::mem::replace(to, app);
    let app = std::mem::take(to);
    *to = DocumentInfo {
        application: app.application,
        app_version: app.app_version,
        company: app.company,
        manager: app.manager,
        template: app.template,
        pages: app.pages,
        words: app.words,
        characters: app.characters,
        characters_with_spaces: app.characters_with_spaces,
        lines: app.lines,
        paragraphs: app.paragraphs,
        total_time: app.total_time,
        ..core
    };
}

fn custom<'a>(reader: &mut Reader<'a>, root: &Element<'a>, _cx: &mut Context<'_>, to: &mut Vec<(String, String)>) -> Result<()> {
    while let Some(property) = reader.child(root)? {
        if !property.is(Ns::Custom, "property") {
            continue;
        }
        let name = property.plain("name").unwrap_or_default().into_owned();
        let mut value = String::new();
        while let Some(element) = reader.child(&property)? {
            if element.ns == Ns::Vt && !matches!(element.name, "vector" | "array" | "blob" | "oblob") {
                value = reader.text(&element)?.into_owned();
            }
        }
        to.push((name, value));
    }
    Ok(())
}
