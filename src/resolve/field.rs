//! Fields (word-layout 11.1, 11.2): a stored result is ordinary content; page numbers and their like are computed by
//! layout; codes show nothing. A field may span paragraphs, so the stack of open fields belongs to the story.

use super::Resolver;
use super::content::Line;
use super::date_field;
use super::equation_field::{self, Equation};
use super::story::{Story, StoryKind};
use crate::flow::{CharacterId, Inline, LinkId, PageField, PageFieldKind, Ruby, StyleRef, StyleRefShows, TextRun};
use crate::model::{self, Block, FieldCharKind, FormField, RunContent};
use crate::numeral::NumberFormat;
use crate::units::HalfPoint;
use std::collections::HashSet;

/// Five en-spaces: an empty text form field.
const EMPTY_FORM_TEXT: &str = "\u{2002}\u{2002}\u{2002}\u{2002}\u{2002}";

/// A field's boundary.
pub(super) enum FieldMark<'f> {
    /// It begins: the style of its mark, form data, whether the mark is hidden and the result locked.
    Begin { style: CharacterId, form: Option<&'f FormField>, hidden: bool, locked: bool },
    /// Its code ends, its result begins.
    Separate,
    /// It ends.
    End,
}

/// What becomes of content inside the open fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// It is shown.
    Show,
    /// It is the stored result of a computed field.
    Keep,
    /// It belongs to a field's code.
    Skip,
}

/// The open fields, outermost first.
pub(super) struct Fields {
    open: Vec<Field>,
    /// Begin marks without an end in the story: they begin nothing, or all that follows would be lost.
    unmatched: HashSet<*const RunContent>,
}

struct Field {
    code: String,
    in_result: bool,
    role: Role,
    style: CharacterId,
    hidden: bool,
    /// `w:fldLock` (17.16.18): its stored result stays.
    locked: bool,
    link: Option<LinkId>,
    /// What an EQ field without a stored result looks like.
    equation: Option<Equation>,
    /// Something of its result was shown or kept.
    has_result: bool,
    kept: String,
    kept_offset: Option<u32>,
}

/// What a field shows.
#[derive(Clone, Debug, PartialEq)]
enum Role {
    /// Its stored result.
    Stored,
    /// What layout computes.
    Computed(PageFieldKind, Option<NumberFormat>),
    /// This text in place of any result.
    Fixed(String),
    /// Its stored result, or this text where that is empty.
    Default(String),
}

impl Fields {
    /// No field is open yet in a story of these blocks.
    pub(super) fn new(blocks: &[Block]) -> Self {
        let mut begins = Vec::new();
        scan_blocks(blocks, &mut begins);
        Self { open: Vec::new(), unmatched: begins.into_iter().collect() }
    }

    /// Whether a begin mark has its end.
    pub(super) fn is_matched(&self, mark: &RunContent) -> bool {
        self.unmatched.is_empty() || !self.unmatched.contains(&std::ptr::from_ref(mark))
    }

    /// What becomes of content here.
    pub(super) fn mode(&self) -> Mode {
        if self.open.iter().any(|field| !field.in_result || matches!(field.role, Role::Fixed(_))) {
            Mode::Skip
        } else if self.open.iter().any(|field| matches!(field.role, Role::Computed(..))) {
            Mode::Keep
        } else {
            Mode::Show
        }
    }

    /// Adds to the innermost field's code.
    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.in_result) {
            field.code.push_str(text);
        }
    }

    /// Adds to the stored result of the computed field around.
    pub(super) fn keep(&mut self, text: &str, style: CharacterId, offset: Option<u32>) {
        if let Some(field) = self.open.iter_mut().find(|field| matches!(field.role, Role::Computed(..))) {
            if !field.has_result {
                (field.has_result, field.style, field.hidden, field.kept_offset) = (true, style, false, offset);
            }
            field.kept.push_str(text);
        }
    }

    /// The innermost field has a result to show.
    pub(super) fn note_result(&mut self) {
        for field in &mut self.open {
            field.has_result = true;
        }
    }

    /// The link of the innermost field that is one.
    pub(super) fn link(&self) -> Option<LinkId> {
        self.open.iter().rev().find_map(|field| field.link)
    }
}

impl<'a> Resolver<'a, '_> {
    /// Takes a field's boundary.
    pub(super) fn field_mark(&mut self, mark: FieldMark<'_>, line: &mut Line<'a>, story: &mut Story<'a>) {
        match mark {
            FieldMark::Begin { style, form, hidden, locked } => story.fields.open.push(Field {
                code: String::new(),
                in_result: false,
                role: form.map_or(Role::Stored, form_role),
                style,
                hidden,
                locked,
                link: None,
                equation: None,
                has_result: false,
                kept: String::new(),
                kept_offset: None,
            }),
            FieldMark::Separate => {
                if let Some(mut field) = story.fields.open.pop() {
                    field.in_result = true;
                    self.understand(&mut field, story);
                    story.fields.open.push(field);
                }
            }
            FieldMark::End => {
                if let Some(mut field) = story.fields.open.pop() {
                    if !field.in_result {
                        self.understand(&mut field, story);
                    }
                    if story.fields.mode() == Mode::Show && !field.hidden {
                        let link = self.link_here(line, story);
                        let item = match &field.equation {
                            Some(equation) => self.equation(equation, field.style, link),
                            None => field.shown(link),
                        };
                        line.items.extend(item);
                    }
                }
            }
        }
    }

    fn equation(&self, equation: &Equation, style: CharacterId, link: Option<LinkId>) -> Option<Inline> {
        let run = |text: &str| TextRun { text: text.to_owned(), style, offset: None, link };
        match equation {
            Equation::Text(text) => (!text.is_empty()).then(|| Inline::Text(run(text))),
            Equation::Ruby { base, above, size } => {
                let half = self.shared.pool.style(style).map_or(5.0, |style| style.size / 2.0);
                let size = size.map_or(half, |size| HalfPoint(size).pt());
                let (base, text) = (vec![run(base)], vec![run(above)]);
                Some(Inline::Ruby(Box::new(Ruby { base, text, size, raise: None, alignment: String::new() })))
            }
        }
    }

    /// Reads the code: what the field shows and where it leads.
    fn understand(&mut self, field: &mut Field, story: &Story<'a>) {
        let words = words(&field.code);
        let name = words.first().map(|word| word.to_ascii_uppercase()).unwrap_or_default();
        let argument = words.get(1).filter(|word| !word.starts_with('\\')).map(String::as_str);
        let has = |switch: &str| words.iter().any(|word| word.eq_ignore_ascii_case(switch));
        let format = switch_argument(&words, "\\*").and_then(general_format);
        let computed = |kind| Role::Computed(kind, format);
        match name.as_str() {
            "PAGE" | "NUMPAGES" | "SECTIONPAGES" | "SECTION" | "DATE" | "STYLEREF" if field.locked => {}
            "PAGE" => field.role = computed(PageFieldKind::Page),
            "NUMPAGES" => field.role = computed(PageFieldKind::NumPages),
            "SECTIONPAGES" => field.role = computed(PageFieldKind::SectionPages),
            "DATE" => field.role = self.date(field, switch_argument(&words, "\\@")).unwrap_or(Role::Stored),
            "SECTION" => field.role = computed(PageFieldKind::Section),
            "STYLEREF" if story.kind == StoryKind::HeaderFooter => {
                // Where the paragraph is (\p) stays as stored.
                let style = argument.filter(|_| !has("\\p")).and_then(|style| self.cascade.paragraph_style_named(style));
                if let Some(style) = style {
                    self.flow.named_styles.insert(style);
                    let shows = match () {
                        () if has("\\t") || has("\\s") => StyleRefShows::Digits,
                        () if has("\\n") || has("\\r") || has("\\w") => StyleRefShows::Number,
                        () => StyleRefShows::Text,
                    };
                    let wanted = StyleRef { style, from_bottom: has("\\l"), shows };
                    field.role = Role::Computed(PageFieldKind::StyleRef(wanted), None);
                }
            }
            "HYPERLINK" => {
                let place = switch_argument(&words, "\\l");
                let tip = switch_argument(&words, "\\o");
                field.link = self.link(argument, place, tip, story.part);
            }
            "EQ" if !field.in_result => field.equation = equation_field::read(&field.code),
            "REF" | "PAGEREF" | "NOTEREF" if has("\\h") => field.link = self.link(None, argument, None, story.part),
            _ => {}
        }
    }
}

impl Resolver<'_, '_> {
    fn date(&self, field: &Field, picture: Option<&str>) -> Option<Role> {
        let style = self.shared.pool.style(field.style)?;
        let chinese = style.lang.is_empty() || !picture?.is_ascii();
        let lang = if chinese { &style.lang_east_asia } else { &style.lang };
        let shown = date_field::shown(picture?, self.today?, lang)?;
        Some(Role::Computed(PageFieldKind::Known(shown), None))
    }
}

impl Field {
    /// What the field itself adds when it ends.
    fn shown(self, link: Option<LinkId>) -> Option<Inline> {
        let (style, link) = (self.style, self.link.or(link));
        let text = |text: String| Some(Inline::Text(TextRun { text, style, offset: None, link }));
        match self.role {
            Role::Computed(kind, format) => {
                let field = PageField { kind, format, cached: self.kept, offset: self.kept_offset, style, link };
                Some(Inline::Field(Box::new(field)))
            }
            Role::Fixed(shown) => text(shown),
            Role::Default(shown) if !self.has_result => text(shown),
            _ => None,
        }
    }
}

/// Collects the begin marks that have no end, in the order in which the story is walked.
fn scan_blocks(blocks: &[Block], begins: &mut Vec<*const RunContent>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => scan_inlines(&paragraph.content, begins),
            Block::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| scan_blocks(&cell.blocks, begins));
            }
        }
    }
}

fn scan_inlines(content: &[model::Inline], begins: &mut Vec<*const RunContent>) {
    for inline in content {
        match inline {
            model::Inline::Run(run) => {
                for content in &run.content {
                    match content {
                        RunContent::FieldChar(FieldCharKind::Begin { .. }, _) => begins.push(std::ptr::from_ref(content)),
                        RunContent::FieldChar(FieldCharKind::End, _) => {
                            begins.pop();
                        }
                        _ => {}
                    }
                }
            }
            model::Inline::Hyperlink(hyperlink) => scan_inlines(&hyperlink.content, begins),
            model::Inline::Field { content, .. } => scan_inlines(content, begins),
            model::Inline::Bookmark(_) | model::Inline::Math { .. } => {}
        }
    }
}

fn form_role(form: &FormField) -> Role {
    match form {
        FormField::CheckBox { checked: true, .. } => Role::Fixed("\u{2612}".to_owned()),
        FormField::CheckBox { .. } => Role::Fixed("\u{2610}".to_owned()),
        FormField::DropDown { entries, chosen } => Role::Default(entries.get(*chosen).or(entries.first()).cloned().unwrap_or_default()),
        FormField::Text { default } if !default.is_empty() => Role::Default(default.clone()),
        FormField::Text { .. } => Role::Default(EMPTY_FORM_TEXT.to_owned()),
    }
}

/// A field code's words; quotes hold blanks together, and a backslash before a quote or itself is dropped inside them.
fn words(code: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut characters = code.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            c if c.is_whitespace() => {}
            '"' | '“' | '”' => {
                let mut word = String::new();
                while let Some(c) = characters.next() {
                    match c {
                        '"' | '“' | '”' => break,
                        '\\' => word.extend(characters.next_if(|next| matches!(next, '\\' | '"')).or(Some('\\'))),
                        c => word.push(c),
                    }
                }
                words.push(word);
            }
            c => {
                let mut word = String::from(c);
                while let Some(c) = characters.next_if(|next| !next.is_whitespace() && *next != '"') {
                    word.push(c);
                }
                words.push(word);
            }
        }
    }
    words
}

/// The word after a switch, which may be glued to it (`\*roman`).
fn switch_argument<'w>(words: &'w [String], switch: &str) -> Option<&'w str> {
    let at = words.iter().position(|word| word.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(switch)))?;
    match words.get(at)?.get(2..) {
        Some("") | None => words.get(at + 1).map(String::as_str),
        glued => glued,
    }
}

/// The general formatting switch `\*` (17.16.4.3.1); `MERGEFORMAT` and its like say nothing about numbers.
fn general_format(name: &str) -> Option<NumberFormat> {
    let listed = match name {
        "roman" => "lowerRoman",
        "ROMAN" | "Roman" => "upperRoman",
        "alphabetic" => "lowerLetter",
        "ALPHABETIC" | "Alphabetic" => "upperLetter",
        _ => match name.to_ascii_uppercase().as_str() {
            "ARABIC" => "decimal",
            "ARABICDASH" => "numberInDash",
            "ORDINAL" => "ordinal",
            "CARDTEXT" => "cardinalText",
            "ORDTEXT" => "ordinalText",
            "DOLLARTEXT" => "dollarText",
            "HEX" => "hex",
            "CHINESENUM1" => "ideographDigital",
            "CHINESENUM2" => "chineseLegalSimplified",
            "CHINESENUM3" => "chineseCountingThousand",
            "GB1" => "decimalEnclosedFullstop",
            "GB2" => "decimalEnclosedParen",
            "GB3" => "decimalEnclosedCircleChinese",
            "GB4" => "ideographEnclosedCircle",
            "CIRCLENUM" => "decimalEnclosedCircle",
            "ZODIAC1" => "ideographTraditional",
            "ZODIAC2" => "ideographZodiac",
            "ZODIAC3" => "ideographZodiacTraditional",
            "DBNUM1" => "ideographDigital",
            "DBNUM2" => "japaneseCounting",
            "DBNUM3" => "japaneseLegal",
            "DBNUM4" => "japaneseDigitalTenThousand",
            "DBCHAR" => "decimalFullWidth",
            "SBCHAR" => "decimalHalfWidth",
            "AIUEO" => "aiueo",
            "IROHA" => "iroha",
            "GANADA" => "ganada",
            "CHOSUNG" => "chosung",
            _ => return None,
        },
    };
    Some(NumberFormat::from_name(listed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_cut_at_blanks_and_quotes() {
        assert_eq!(words(" HYPERLINK \"http://a.b/c d\" \\o \"say \\\"hi\\\"\""), ["HYPERLINK", "http://a.b/c d", "\\o", "say \"hi\""]);
        assert_eq!(words("PAGEREF _Toc1 \\h"), ["PAGEREF", "_Toc1", "\\h"]);
        assert_eq!(words("HYPERLINK \"C:\\\\x\\\\y.doc\""), ["HYPERLINK", "C:\\x\\y.doc"]);
    }

    #[test]
    fn switches_have_arguments() {
        let words = words("PAGE \\* roman \\* MERGEFORMAT");
        assert_eq!(switch_argument(&words, "\\*"), Some("roman"));
        assert_eq!(switch_argument(&["PAGE".into(), "\\*ROMAN".into()], "\\*"), Some("ROMAN"));
        assert_eq!(general_format("MERGEFORMAT"), None);
    }
}
