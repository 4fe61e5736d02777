//! What a document says about itself, and what can be counted in it without laying it out.

use super::reading;
use crate::flow::{Block, Flow, Paragraph};
use crate::font::{FaceId, Fonts, paint_families};
use crate::model::DocumentInfo;
use serde::Serialize;

/// Properties, counts, page sizes, fonts and languages. What is not stated is null in its JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each field is the property of the same name")]
pub struct Metadata {
    pub title: Option<String>,
    pub subject: Option<String>,
    pub author: Option<String>,
    pub keywords: Option<String>,
    pub description: Option<String>,
    pub last_modified_by: Option<String>,
    pub revision: Option<String>,
    pub category: Option<String>,
    pub language: Option<String>,
    /// ISO 8601.
    pub created: Option<String>,
    /// ISO 8601.
    pub modified: Option<String>,
    pub last_printed: Option<String>,
    pub application: Option<String>,
    pub app_version: Option<String>,
    pub company: Option<String>,
    pub manager: Option<String>,
    pub template: Option<String>,
    /// Minutes of editing.
    pub total_time: Option<u32>,
    /// The author's own properties, in the file's order.
    pub custom: Vec<CustomProperty>,
    /// What the application that saved the file counted.
    #[serde(flatten)]
    pub stored: StoredCounts,
    /// What is counted here.
    pub counts: Counts,
    /// The sizes of its pages, in order of first use.
    pub page_sizes: Vec<PageSize>,
    /// The fonts its text is shown in.
    pub fonts: Vec<FontUse>,
    /// The languages of its text, BCP 47.
    pub languages: Vec<String>,
    /// Bytes of the file.
    pub size: usize,
}

/// A property of `docProps/custom.xml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CustomProperty {
    pub name: String,
    pub value: String,
}

/// Counts of `docProps/app.xml`, as the application that saved the file left them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names say it")]
pub struct StoredCounts {
    pub pages: Option<u32>,
    pub words: Option<u32>,
    pub characters: Option<u32>,
    pub characters_with_spaces: Option<u32>,
    pub lines: Option<u32>,
    pub paragraphs: Option<u32>,
}

/// Counts of the body's text, as Word counts them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Each East Asian character is a word, and each row of others between blanks.
    pub words: u32,
    /// Characters without blanks.
    pub characters: u32,
    /// Characters with blanks.
    pub characters_with_spaces: u32,
    /// East Asian characters.
    pub east_asian_characters: u32,
    /// Paragraphs with text.
    pub paragraphs: u32,
    /// Tables, nested ones too.
    pub tables: u32,
    /// Sections.
    pub sections: u32,
    /// Footnotes and endnotes.
    pub notes: u32,
}

/// A page size, in points.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PageSize {
    pub width: f64,
    pub height: f64,
    /// How many sections have it.
    pub sections: u32,
}

/// A font that text is shown in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FontUse {
    /// Its name in the document.
    pub name: String,
    /// What a device is asked for, best first: the font itself, then what stands in for it.
    pub families: Vec<String>,
}

/// Everything about a document.
pub(super) fn metadata(info: &DocumentInfo, flow: &Flow, fonts: &Fonts, file_size: usize) -> Metadata {
    let info = info.clone();
    let paragraphs = reading::paragraphs(flow);
    Metadata {
        title: info.title,
        subject: info.subject,
        author: info.creator,
        keywords: info.keywords,
        description: info.description,
        last_modified_by: info.last_modified_by,
        revision: info.revision,
        category: info.category,
        language: info.language,
        created: info.created,
        modified: info.modified,
        last_printed: info.last_printed,
        application: info.application,
        app_version: info.app_version,
        company: info.company,
        manager: info.manager,
        template: info.template,
        total_time: info.total_time,
        custom: info.custom.into_iter().map(|(name, value)| CustomProperty { name, value }).collect(),
        stored: StoredCounts {
            pages: info.pages,
            words: info.words,
            characters: info.characters,
            characters_with_spaces: info.characters_with_spaces,
            lines: info.lines,
            paragraphs: info.paragraphs,
        },
        counts: counts(flow, &paragraphs),
        page_sizes: page_sizes(flow),
        fonts: fonts_used(flow, fonts, &paragraphs),
        languages: languages(flow, &paragraphs),
        size: file_size,
    }
}

fn counts(flow: &Flow, paragraphs: &[&Paragraph]) -> Counts {
    let mut counts = Counts {
        tables: flow.sections.iter().map(|section| tables(&section.blocks)).sum(),
        sections: flow.sections.len() as u32,
        notes: (flow.footnotes.len() + flow.endnotes.len()) as u32,
        ..Counts::default()
    };
    for paragraph in paragraphs {
        let before = counts.characters;
        let mut in_word = false;
        reading::each_character(paragraph, |c, _| {
            let (blank, east_asian) = (c.is_whitespace(), is_east_asian(c));
            counts.characters_with_spaces += 1;
            counts.characters += u32::from(!blank);
            counts.east_asian_characters += u32::from(east_asian);
            counts.words += u32::from(east_asian || !blank && !in_word);
            in_word = !blank && !east_asian;
        });
        counts.paragraphs += u32::from(counts.characters > before);
    }
    counts
}

fn tables(blocks: &[Block]) -> u32 {
    let inner = |block: &Block| match block {
        Block::Table(table) => 1 + table.rows.iter().flat_map(|row| &row.cells).map(|cell| tables(&cell.blocks)).sum::<u32>(),
        Block::Paragraph(_) => 0,
    };
    blocks.iter().map(inner).sum()
}

/// Ideographs, kana, hangul and full-width forms: what Word counts one by one.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
        && !c.is_whitespace()
}

fn page_sizes(flow: &Flow) -> Vec<PageSize> {
    let mut sizes: Vec<PageSize> = Vec::new();
    for page in flow.sections.iter().map(|section| section.page) {
        match sizes.iter_mut().find(|size| size.width == page.width && size.height == page.height) {
            Some(size) => size.sections += 1,
            None => sizes.push(PageSize { width: page.width, height: page.height, sections: 1 }),
        }
    }
    sizes
}

/// The families of the body's text, in the document's order: one character of each script and style is looked up.
fn fonts_used(flow: &Flow, fonts: &Fonts, paragraphs: &[&Paragraph]) -> Vec<FontUse> {
    let mut looked_up = vec![[false; 3]; flow.characters.len()];
    let mut faces: Vec<bool> = Vec::new();
    for run in paragraphs.iter().copied().flat_map(reading::runs) {
        let at = run.style.0 as usize;
        let (Some(style), Some(looked_up)) = (flow.characters.get(at), looked_up.get_mut(at)) else { continue };
        for c in run.text.chars().filter(|c| !c.is_whitespace()) {
            let script = if c.is_ascii() { 0 } else { 1 + usize::from(is_east_asian(c)) };
            if !std::mem::replace(&mut looked_up[script], true) {
                let face = usize::from(fonts.face_for(c, style).0);
                faces.resize(faces.len().max(face + 1), false);
                faces[face] = true;
            }
        }
    }
    let mut used: Vec<FontUse> = Vec::new();
    for face in faces.iter().enumerate().filter(|(_, used)| **used).filter_map(|(face, _)| u16::try_from(face).ok()) {
        let face = fonts.get(FaceId(face));
        // The cuts of a family follow each other.
        if used.last().is_none_or(|last| last.name != face.name) {
            used.push(FontUse { name: face.name.clone(), families: paint_families(face).0 });
        }
    }
    used
}

/// The languages of the body's text, in order of first use.
fn languages(flow: &Flow, paragraphs: &[&Paragraph]) -> Vec<String> {
    /// No real document has more, and a made one cannot take time with them.
    const MOST: usize = 100;
    let mut found: Vec<String> = Vec::new();
    // East Asian and other letters met in each style: what a style's language is, it is once and for all.
    let mut met = vec![[false; 2]; flow.characters.len()];
    for run in paragraphs.iter().copied().flat_map(reading::runs) {
        let at = run.style.0 as usize;
        let (Some(style), Some([east_asian, other])) = (flow.characters.get(at), met.get_mut(at)) else { continue };
        let own = (!*east_asian && run.text.contains(is_east_asian)).then_some(&style.lang_east_asia);
        let latin = (!*other && run.text.contains(|c: char| c.is_alphabetic() && !is_east_asian(c))).then_some(&style.lang);
        (*east_asian, *other) = (*east_asian || own.is_some(), *other || latin.is_some());
        for lang in [own, latin].into_iter().flatten() {
            if !lang.is_empty() && found.len() < MOST && !found.iter().any(|known| **known == **lang) {
                found.push(lang.to_string());
            }
        }
    }
    found
}
