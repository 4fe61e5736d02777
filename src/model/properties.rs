//! `w:rPr`, `w:pPr`, `w:tblPr`, `w:trPr`, `w:tcPr`, `w:sectPr` as stated.

use crate::units::{EighthPoint, HalfPoint, Twip};

/// `w:rPr` (17.3.2). Toggles are `Some(false)` where stated off.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct RunProperties {
    pub style: Option<String>,
    pub fonts: Fonts,
    pub bold: Option<bool>,
    pub bold_cs: Option<bool>,
    pub italic: Option<bool>,
    pub italic_cs: Option<bool>,
    pub caps: Option<bool>,
    pub small_caps: Option<bool>,
    pub strike: Option<bool>,
    pub double_strike: Option<bool>,
    pub outline: Option<bool>,
    pub shadow: Option<bool>,
    pub emboss: Option<bool>,
    pub imprint: Option<bool>,
    pub vanish: Option<bool>,
    pub web_hidden: Option<bool>,
    pub spec_vanish: Option<bool>,
    pub no_proof: Option<bool>,
    pub snap_to_grid: Option<bool>,
    pub color: Option<Color>,
    /// `w:spacing`.
    pub spacing: Option<Twip>,
    /// `w:w` in percent.
    pub scale: Option<i32>,
    /// `w:kern`: the size from which pairs are kerned.
    pub kern: Option<HalfPoint>,
    pub position: Option<HalfPoint>,
    pub size: Option<HalfPoint>,
    pub size_cs: Option<HalfPoint>,
    /// `w:highlight`.
    pub highlight: Option<String>,
    pub underline: Option<Underline>,
    pub effect: Option<String>,
    pub border: Option<Border>,
    pub shading: Option<Shading>,
    /// `w:fitText/@w:val`, and its id.
    pub fit_text: Option<(Twip, i32)>,
    /// `superscript`, `subscript` or `baseline`.
    pub vertical_align: Option<String>,
    pub rtl: Option<bool>,
    pub cs: Option<bool>,
    /// `w:em`.
    pub emphasis: Option<String>,
    pub lang: Lang,
    pub east_asian_layout: Option<EastAsianLayout>,
    pub math: Option<bool>,
    /// `w14:ligatures`.
    pub ligatures: Option<String>,
}

/// `w:rFonts`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct Fonts {
    pub ascii: Option<String>,
    pub h_ansi: Option<String>,
    pub east_asia: Option<String>,
    pub cs: Option<String>,
    pub ascii_theme: Option<String>,
    pub h_ansi_theme: Option<String>,
    pub east_asia_theme: Option<String>,
    pub cs_theme: Option<String>,
    pub hint: Option<String>,
}

/// `w:lang`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct Lang {
    pub val: Option<String>,
    pub east_asia: Option<String>,
    pub bidi: Option<String>,
}

/// `w:eastAsianLayout`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct EastAsianLayout {
    pub id: i32,
    pub combine: bool,
    pub combine_brackets: Option<String>,
    pub vert: bool,
    pub vert_compress: bool,
}

/// A colour as written: `val` is `auto` or RRGGBB, beside it a theme reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Color {
    /// `auto`, RRGGBB, or empty when only the theme is stated.
    pub val: String,
    /// `w:themeColor`.
    pub theme: Option<String>,
    /// `w:themeTint`, 0 to 255.
    pub tint: Option<u8>,
    /// `w:themeShade`, 0 to 255.
    pub shade: Option<u8>,
}

/// `w:u`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Underline {
    /// `single`, `double`, `none` …; empty is single.
    pub val: String,
    /// Its colour.
    pub color: Option<Color>,
}

/// A border (17.3.4). `val` is `nil`, `none`, `single` …
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Border {
    /// ST_Border.
    pub val: String,
    /// The line's width.
    pub size: EighthPoint,
    /// Points between the line and what it surrounds.
    pub space: i32,
    /// Its colour.
    pub color: Color,
    /// `w:shadow`.
    pub shadow: bool,
    /// `w:frame`.
    pub frame: bool,
}

/// `w:shd` (17.3.5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shading {
    /// ST_Shd: `clear`, `solid`, `pct25` …
    pub val: String,
    /// The pattern's colour.
    pub color: Color,
    /// The ground's colour.
    pub fill: Color,
}

/// Borders of a paragraph, a table, a cell or a page, each as stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct Borders {
    pub top: Option<Border>,
    pub left: Option<Border>,
    pub bottom: Option<Border>,
    pub right: Option<Border>,
    /// Paragraphs only.
    pub between: Option<Border>,
    /// Paragraphs only.
    pub bar: Option<Border>,
    /// Tables and cells only.
    pub inside_h: Option<Border>,
    /// Tables and cells only.
    pub inside_v: Option<Border>,
    /// Cells only.
    pub tl2br: Option<Border>,
    /// Cells only.
    pub tr2bl: Option<Border>,
}

/// `w:pPr` (17.3.1).
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct ParagraphProperties {
    pub style: Option<String>,
    pub keep_next: Option<bool>,
    pub keep_lines: Option<bool>,
    pub page_break_before: Option<bool>,
    pub frame: Option<FrameProperties>,
    pub widow_control: Option<bool>,
    pub numbering: Option<NumberingReference>,
    pub suppress_line_numbers: Option<bool>,
    pub borders: Option<Borders>,
    pub shading: Option<Shading>,
    /// As stated; `clear` entries included.
    pub tabs: Vec<TabStop>,
    pub suppress_auto_hyphens: Option<bool>,
    pub kinsoku: Option<bool>,
    pub word_wrap: Option<bool>,
    pub overflow_punct: Option<bool>,
    pub top_line_punct: Option<bool>,
    pub auto_space_de: Option<bool>,
    pub auto_space_dn: Option<bool>,
    pub bidi: Option<bool>,
    pub adjust_right_ind: Option<bool>,
    pub snap_to_grid: Option<bool>,
    pub spacing: Spacing,
    pub indent: Indent,
    pub contextual_spacing: Option<bool>,
    pub mirror_indents: Option<bool>,
    pub suppress_overlap: Option<bool>,
    /// `w:jc`.
    pub alignment: Option<String>,
    pub text_direction: Option<String>,
    pub text_alignment: Option<String>,
    pub textbox_tight_wrap: Option<String>,
    pub outline_level: Option<u8>,
}

/// `w:numPr`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberingReference {
    /// `w:numId`; 0 removes a list.
    pub id: Option<i32>,
    /// `w:ilvl`.
    pub level: Option<u8>,
}

/// `w:spacing` of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct Spacing {
    pub before: Option<Twip>,
    /// 1/100 line.
    pub before_lines: Option<i32>,
    pub before_auto: Option<bool>,
    pub after: Option<Twip>,
    /// 1/100 line.
    pub after_lines: Option<i32>,
    pub after_auto: Option<bool>,
    /// 1/240 line for `auto`, else twips.
    pub line: Option<i32>,
    pub line_rule: Option<String>,
}

/// `w:ind`. `start`/`end` are read as `left`/`right`; character values are 1/100 character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct Indent {
    pub left: Option<Twip>,
    pub left_chars: Option<i32>,
    pub right: Option<Twip>,
    pub right_chars: Option<i32>,
    pub first_line: Option<Twip>,
    pub first_line_chars: Option<i32>,
    pub hanging: Option<Twip>,
    pub hanging_chars: Option<i32>,
}

/// `w:tab` in `w:tabs`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TabStop {
    /// `clear`, `left`, `center`, `right`, `decimal`, `bar`, `num`.
    pub kind: String,
    /// From the text margin.
    pub position: Twip,
    /// `dot`, `hyphen`, `underscore`, `heavy`, `middleDot`, `none`.
    pub leader: Option<String>,
}

/// `w:framePr` (17.3.1.11).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct FrameProperties {
    pub drop_cap: Option<String>,
    pub lines: Option<i32>,
    pub width: Option<Twip>,
    pub height: Option<Twip>,
    pub height_rule: Option<String>,
    pub h_space: Option<Twip>,
    pub v_space: Option<Twip>,
    pub wrap: Option<String>,
    pub h_anchor: Option<String>,
    pub v_anchor: Option<String>,
    pub x: Option<Twip>,
    pub x_align: Option<String>,
    pub y: Option<Twip>,
    pub y_align: Option<String>,
}

/// A table's or a cell's width (17.18.90 ST_TblWidth).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Width {
    /// `auto`, `nil`, or nothing.
    #[default]
    Auto,
    /// `dxa`.
    Twips(i32),
    /// `pct`: 1/50 percent.
    Percent(f64),
}

/// Cell margins (`w:tblCellMar`, `w:tcMar`), in twips, each as stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct Margins {
    pub top: Option<Twip>,
    pub left: Option<Twip>,
    pub bottom: Option<Twip>,
    pub right: Option<Twip>,
}

/// `w:tblPr` (17.4.59).
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct TableProperties {
    pub style: Option<String>,
    pub position: Option<TablePosition>,
    pub overlap: Option<String>,
    pub bidi_visual: Option<bool>,
    pub row_band_size: Option<i32>,
    pub col_band_size: Option<i32>,
    pub width: Option<Width>,
    pub alignment: Option<String>,
    pub cell_spacing: Option<Width>,
    pub indent: Option<Width>,
    pub borders: Option<Borders>,
    pub shading: Option<Shading>,
    /// `fixed` or `autofit`.
    pub layout: Option<String>,
    pub cell_margins: Margins,
    pub look: Option<TableLook>,
    pub caption: Option<String>,
    pub description: Option<String>,
}

/// `w:tblpPr`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct TablePosition {
    pub left_from_text: Option<Twip>,
    pub right_from_text: Option<Twip>,
    pub top_from_text: Option<Twip>,
    pub bottom_from_text: Option<Twip>,
    pub h_anchor: Option<String>,
    pub v_anchor: Option<String>,
    pub x: Option<Twip>,
    pub x_spec: Option<String>,
    pub y: Option<Twip>,
    pub y_spec: Option<String>,
}

/// `w:tblLook`: the conditional formats that apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct TableLook {
    pub first_row: bool,
    pub last_row: bool,
    pub first_column: bool,
    pub last_column: bool,
    pub no_h_band: bool,
    pub no_v_band: bool,
}

/// `w:trPr` (17.4.82).
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct RowProperties {
    pub grid_before: Option<u32>,
    pub grid_after: Option<u32>,
    pub width_before: Option<Width>,
    pub width_after: Option<Width>,
    pub cant_split: Option<bool>,
    pub height: Option<Twip>,
    /// `auto`, `atLeast`, `exact`.
    pub height_rule: Option<String>,
    /// `w:tblHeader`.
    pub header: Option<bool>,
    pub cell_spacing: Option<Width>,
    pub alignment: Option<String>,
    pub hidden: Option<bool>,
}

/// `w:tcPr` (17.4.69).
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct CellProperties {
    pub width: Option<Width>,
    pub grid_span: Option<u32>,
    /// `Some(true)` restarts, `Some(false)` continues.
    pub v_merge: Option<bool>,
    /// `Some(true)` restarts, `Some(false)` continues (`w:hMerge`).
    pub h_merge: Option<bool>,
    pub borders: Option<Borders>,
    pub shading: Option<Shading>,
    pub no_wrap: Option<bool>,
    pub margins: Margins,
    pub text_direction: Option<String>,
    pub fit_text: Option<bool>,
    pub vertical_align: Option<String>,
    pub hide_mark: Option<bool>,
}

/// `w:sectPr` (17.6.17).
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct SectionProperties {
    /// (`default`/`first`/`even`, part name).
    pub headers: Vec<(String, String)>,
    /// (`default`/`first`/`even`, part name).
    pub footers: Vec<(String, String)>,
    pub footnotes: NoteProperties,
    pub endnotes: NoteProperties,
    /// `nextPage`, `continuous`, `oddPage`, `evenPage`, `nextColumn`.
    pub kind: Option<String>,
    pub page_width: Option<Twip>,
    pub page_height: Option<Twip>,
    pub landscape: bool,
    pub margin_top: Option<Twip>,
    pub margin_right: Option<Twip>,
    pub margin_bottom: Option<Twip>,
    pub margin_left: Option<Twip>,
    pub margin_header: Option<Twip>,
    pub margin_footer: Option<Twip>,
    pub gutter: Option<Twip>,
    pub page_borders: Option<PageBorders>,
    pub line_numbers: Option<LineNumbers>,
    pub page_number_format: Option<String>,
    pub page_number_start: Option<i32>,
    /// The level of the headings whose number stands before the page's.
    pub chapter_style: Option<i32>,
    /// `hyphen`, `period`, `colon`, `emDash`, `enDash`.
    pub chapter_separator: Option<String>,
    pub columns: Option<Columns>,
    pub vertical_align: Option<String>,
    pub title_page: Option<bool>,
    pub text_direction: Option<String>,
    pub bidi: Option<bool>,
    pub rtl_gutter: Option<bool>,
    pub doc_grid: Option<DocGrid>,
    pub form_protection: Option<bool>,
}

/// `w:footnotePr`, `w:endnotePr`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteProperties {
    /// `pageBottom`, `beneathText`, `sectEnd`, `docEnd`.
    pub position: Option<String>,
    /// ST_NumberFormat.
    pub format: Option<String>,
    /// The first number.
    pub start: Option<i32>,
    /// `continuous`, `eachSect`, `eachPage`.
    pub restart: Option<String>,
}

/// `w:pgBorders`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageBorders {
    /// The four sides.
    pub borders: Borders,
    /// Measured from the page's edge, else from the text.
    pub from_page: bool,
    /// `allPages`, `firstPage`, `notFirstPage`.
    pub display: Option<String>,
    /// Painted behind the text.
    pub behind: bool,
}

/// `w:lnNumType`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct LineNumbers {
    pub count_by: Option<i32>,
    pub start: Option<i32>,
    pub distance: Option<Twip>,
    pub restart: Option<String>,
}

/// `w:cols`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// How many.
    pub count: Option<u32>,
    /// Space between equal columns.
    pub space: Option<Twip>,
    /// All the same width (default on).
    pub equal: Option<bool>,
    /// A rule between them.
    pub separator: bool,
    /// Width and the space after, for unequal ones.
    pub columns: Vec<(Twip, Twip)>,
}

/// `w:docGrid`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocGrid {
    /// `default`, `lines`, `linesAndChars`, `snapToChars`.
    pub kind: Option<String>,
    /// Twips a line.
    pub line_pitch: Option<Twip>,
    /// 1/4096 point added to a character.
    pub char_space: Option<i32>,
}
