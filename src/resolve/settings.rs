//! Document settings (word-layout 1.3, 1.4): compatibility mode, flags, defaults of what is missing.

use super::Resolver;
use super::color::parse_hex;
use super::theme::east_asian_script;
use crate::env::SymbolText;
use crate::flow::{CompatFlags, LayoutSettings, NotePosition, NoteRestart, NoteSettings, SymbolForm};
use crate::map::Map;
use crate::model::{DocumentInfo, NoteProperties, RunProperties, Settings, StyleKind};
use crate::numeral::NumberFormat;
use crate::units::Twip;

/// A file without the setting lays out as Word 2007 did.
const LEGACY_MODE: u32 = 12;
/// Default tab stops, in twips, where the file states none (17.15.1.25).
const DEFAULT_TAB_STOP: i32 = 720;
/// Hyphenation zone, in twips (17.15.1.53).
const HYPHENATION_ZONE: i32 = 360;

impl<'a> Resolver<'a, '_> {
    /// Fills in [`Flow::settings`](crate::flow::Flow::settings) and the page's ground. Comes first: indents ask for the
    /// default style's size.
    pub(super) fn settings(&mut self) {
        let document = self.document;
        let fallback = Settings::default();
        let stated = document.settings.as_ref().unwrap_or(&fallback);
        let default_style = self.cascade.style_index(None, StyleKind::Paragraph);
        let base = self.cascade.base(0, default_style, &self.lists, &mut self.shared);
        let layer = self.cascade.run(&base, &RunProperties::default(), &mut self.shared);
        let default_character = self.shared.pool.character(layer);
        let footnotes = NoteSettings { start: 1, position: NotePosition::PageBottom, ..NoteSettings::default() };
        let endnotes = NoteSettings {
            start: 1,
            position: NotePosition::DocumentEnd,
            format: NumberFormat::from_name("lowerRoman"),
            restart: NoteRestart::Continuous,
        };
        self.flow.settings = LayoutSettings {
            compatibility_mode: stated.compatibility_mode.unwrap_or(LEGACY_MODE),
            compat: compat_flags(&stated.compat),
            default_tab_stop: Twip(stated.default_tab_stop.filter(|stop| *stop > 0).unwrap_or(DEFAULT_TAB_STOP)).pt(),
            even_and_odd_headers: stated.even_and_odd_headers,
            mirror_margins: stated.mirror_margins,
            gutter_at_top: stated.gutter_at_top,
            compress_punctuation: stated.character_spacing_control.as_deref().is_some_and(|control| control.starts_with("compress")),
            auto_hyphenation: stated.auto_hyphenation,
            hyphenation_zone: Twip(stated.hyphenation_zone.unwrap_or(HYPHENATION_ZONE)).pt(),
            consecutive_hyphen_limit: u32::try_from(stated.consecutive_hyphen_limit.unwrap_or(0)).unwrap_or(0),
            do_not_hyphenate_caps: stated.do_not_hyphenate_caps,
            no_line_breaks_before: stated.no_line_breaks_before.clone(),
            no_line_breaks_after: stated.no_line_breaks_after.clone(),
            east_asian_language: self.east_asian_language(stated, default_character),
            footnotes: note_settings(&stated.footnotes, footnotes),
            endnotes: note_settings(&stated.endnotes, endnotes),
            default_size: f64::from(layer.size()) / 2.0,
            default_character,
            has_saved_breaks: false,
            saved_by_word: document.info.application.as_deref().is_some_and(|name| name.starts_with("Microsoft")),
            saved_pages: document.info.pages,
            symbols: symbol_form(self.symbols, &document.info, document.styles.as_ref().and_then(|styles| styles.known)),
        };
        let shown = document.settings.as_ref().is_some_and(|settings| settings.display_background_shape);
        self.flow.background = document.background.as_deref().filter(|_| shown).and_then(parse_hex);
    }

    /// Word-layout 2.8: the default style's language, the theme's, then what its fonts are made for.
    fn east_asian_language(&self, stated: &Settings, default: crate::flow::CharacterId) -> String {
        let style = self.shared.pool.style(default);
        let is_east_asian = |tag: &&str| !east_asian_script(tag).is_empty();
        let by_style = style.map(|style| style.lang_east_asia.as_str()).filter(is_east_asian);
        let by_theme = || stated.theme_font_lang.1.as_deref().filter(is_east_asian);
        let by_latin = || style.map(|style| style.lang.as_str()).filter(is_east_asian);
        let by_font = || style.and_then(|style| language_of_font(self.shared.pool.family_name(style.fonts.east_asia)));
        by_style.or_else(by_theme).or_else(by_latin).or_else(by_font).unwrap_or_default().to_owned()
    }
}

/// The first version of Word for Windows whose exported text has symbols in Unicode, and how many styles it knows: Word 2016, of
/// the same version, knows fewer (docs/word/symbols-in-exported-text.md).
const UNICODE_SYMBOLS: (u32, u32) = (16, 376);

/// How symbols are written of a file that the Word in `info`, which knows so many styles, saved.
fn symbol_form(asked: SymbolText, info: &DocumentInfo, styles: Option<u32>) -> SymbolForm {
    let for_windows = info.application.as_deref() == Some("Microsoft Office Word");
    let major = info.app_version.as_deref().and_then(|version| version.split('.').next()).and_then(|major| major.parse::<u32>().ok());
    let old = major.is_some_and(|major| major < UNICODE_SYMBOLS.0) || styles.is_some_and(|styles| styles < UNICODE_SYMBOLS.1);
    match asked {
        SymbolText::Shown => SymbolForm::Shown,
        SymbolText::Exported if for_windows && old => SymbolForm::Codes,
        SymbolText::Exported => SymbolForm::Unicode,
    }
}

/// The language that an East Asian face is made for, by its best known names.
fn language_of_font(name: &str) -> Option<&'static str> {
    const FACES: [(&str, &[&str]); 4] = [
        ("zh-CN", &["宋", "黑体", "楷体", "仿宋", "等线", "雅黑", "SimSun", "SimHei", "KaiTi", "FangSong", "DengXian", "YaHei"]),
        ("zh-TW", &["細明體", "標楷體", "正黑體", "MingLiU", "DFKai", "JhengHei"]),
        ("ja-JP", &["明朝", "ゴシック", "Mincho", "MS Gothic", "Yu Gothic", "Meiryo", "メイリオ"]),
        ("ko-KR", &["바탕", "굴림", "돋움", "맑은", "Batang", "Gulim", "Dotum", "Malgun"]),
    ];
    FACES.iter().find(|(_, parts)| parts.iter().any(|part| name.contains(part))).map(|(tag, _)| *tag)
}

/// A section's note properties over the document's.
pub(super) fn note_settings(stated: &NoteProperties, usual: NoteSettings) -> NoteSettings {
    NoteSettings {
        format: stated.format.as_deref().map_or(usual.format, NumberFormat::from_name),
        start: stated.start.and_then(|start| u32::try_from(start).ok()).unwrap_or(usual.start),
        restart: match stated.restart.as_deref() {
            Some("eachSect") => NoteRestart::EachSection,
            Some("eachPage") => NoteRestart::EachPage,
            Some("continuous") => NoteRestart::Continuous,
            _ => usual.restart,
        },
        position: match stated.position.as_deref() {
            Some("pageBottom") => NotePosition::PageBottom,
            Some("beneathText") => NotePosition::BeneathText,
            Some("sectEnd") => NotePosition::SectionEnd,
            Some("docEnd") => NotePosition::DocumentEnd,
            _ => usual.position,
        },
    }
}

fn compat_flags(on: &Map<String, ()>) -> CompatFlags {
    let has = |name: &str| on.contains_key(name);
    CompatFlags {
        adjust_line_height_in_table: has("adjustLineHeightInTable"),
        balance_single_byte_double_byte_width: has("balanceSingleByteDoubleByteWidth"),
        do_not_expand_shift_return: has("doNotExpandShiftReturn"),
        use_fe_layout: has("useFELayout"),
        no_column_balance: has("noColumnBalance"),
        split_page_break_and_paragraph_mark: has("splitPgBreakAndParaMark"),
        suppress_spacing_before_after_page_break: has("suppressSpBfAfterPgBrk"),
        suppress_top_spacing: has("suppressTopSpacing"),
        suppress_bottom_spacing: has("suppressBottomSpacing"),
        no_leading: has("noLeading"),
        do_not_use_html_paragraph_auto_spacing: has("doNotUseHTMLParagraphAutoSpacing"),
        do_not_use_indent_as_numbering_tab_stop: has("doNotUseIndentAsNumberingTabStop"),
        allow_space_of_same_style_in_table: has("allowSpaceOfSameStyleInTable"),
        do_not_break_wrapped_tables: has("doNotBreakWrappedTables"),
        do_not_wrap_text_with_punct: has("doNotWrapTextWithPunct"),
        do_not_use_east_asian_break_rules: has("doNotUseEastAsianBreakRules"),
        use_alt_kinsoku_line_break_rules: has("useAltKinsokuLineBreakRules"),
        do_not_snap_to_grid_in_cell: has("doNotSnapToGridInCell"),
        layout_raw_table_width: has("layoutRawTableWidth"),
        grow_autofit: has("growAutofit"),
        ul_trail_space: has("ulTrailSpace"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Warnings;
    use crate::env::Options;
    use crate::model;

    fn settings(document: &model::Document) -> LayoutSettings {
        crate::resolve::resolve(document, &Options::default(), &mut Warnings::default()).settings
    }

    #[test]
    fn symbols_are_exported_as_the_word_that_saved_did() {
        let form = |application: &str, version: &str, styles: Option<u32>| {
            let info = DocumentInfo { application: Some(application.into()), app_version: Some(version.into()), ..DocumentInfo::default() };
            symbol_form(SymbolText::Exported, &info, styles)
        };
        assert_eq!(form("Microsoft Office Word", "15.0000", Some(371)), SymbolForm::Codes);
        assert_eq!(form("Microsoft Office Word", "16.0000", None), SymbolForm::Unicode);
        assert_eq!(form("Microsoft Office Word", "16.0000", Some(374)), SymbolForm::Codes);
        assert_eq!(form("Microsoft Office Word", "16.0000", Some(376)), SymbolForm::Unicode);
        assert_eq!(form("Microsoft Macintosh Word", "14.0000", Some(276)), SymbolForm::Unicode);
        assert_eq!(symbol_form(SymbolText::Shown, &DocumentInfo::default(), None), SymbolForm::Shown);
    }

    #[test]
    fn a_file_without_settings_is_legacy() {
        let settings = settings(&model::Document::default());
        assert_eq!((settings.compatibility_mode, settings.default_tab_stop, settings.default_size), (12, 36.0, 10.0));
    }

    #[test]
    fn languages_come_from_the_theme_or_the_font() {
        let mut document = model::Document::default();
        let mut styles = model::Styles::default();
        styles.default_run.fonts.east_asia = Some("ＭＳ 明朝".into());
        document.styles = Some(styles);
        assert_eq!(settings(&document).east_asian_language, "ja-JP");
        document.settings = Some(Settings { theme_font_lang: (None, Some("zh-CN".into()), None), ..Settings::default() });
        assert_eq!(settings(&document).east_asian_language, "zh-CN");
    }

    #[test]
    fn sections_override_the_documents_notes() {
        let stated = NoteProperties { restart: Some("eachPage".into()), ..NoteProperties::default() };
        let usual = NoteSettings { start: 3, ..NoteSettings::default() };
        assert_eq!(note_settings(&stated, usual), NoteSettings { restart: NoteRestart::EachPage, ..usual });
    }
}
