//! The theme: colours through the document's colour mapping, fonts by slot and East Asian language (word-layout 2.6).

use super::color::parse_hex;
use crate::flow::Rgb;
use crate::map::Map;
use crate::model::{Document, Theme, ThemeFonts};

/// The theme as the document uses it.
#[derive(Default)]
pub(super) struct Palette<'a> {
    theme: Option<&'a Theme>,
    mapping: Option<&'a Map<String, String>>,
    /// The theme's script for East Asian text: `Hans`, `Hant`, `Jpan`, `Hang`; empty if no language is known.
    script: &'static str,
    /// docDefaults' plain East Asian font: what an empty theme slot means.
    plain_east_asia: Option<&'a str>,
    /// The script of complex text.
    cs_script: &'static str,
}

impl<'a> Palette<'a> {
    /// The document's palette.
    pub(super) fn new(document: &'a Document) -> Self {
        let settings = document.settings.as_ref();
        let language = settings.and_then(|s| s.theme_font_lang.1.as_deref()).unwrap_or_default();
        let bidi = settings.and_then(|s| s.theme_font_lang.2.as_deref()).unwrap_or_default();
        let defaults = document.styles.as_ref().map(|styles| &styles.default_run.fonts);
        Self {
            theme: document.theme.as_ref(),
            mapping: settings.map(|s| &s.color_mapping),
            script: east_asian_script(language),
            plain_east_asia: defaults.and_then(|fonts| fonts.east_asia.as_deref()).filter(|name| !name.is_empty()),
            cs_script: complex_script(bidi),
        }
    }

    /// The colour of a slot as text names it (`text1`, `accent1`, `background2`, `hyperlink` …).
    pub(super) fn color(&self, slot: &str) -> Option<Rgb> {
        let key = match slot {
            "text1" | "tx1" => "t1",
            "text2" | "tx2" => "t2",
            "background1" => "bg1",
            "background2" => "bg2",
            "hlink" => "hyperlink",
            "folHlink" => "followedHyperlink",
            other => other,
        };
        let named = self.mapping.and_then(|mapping| mapping.get(key)).map_or(key, String::as_str);
        self.theme?.colors.get(scheme_slot(named)).and_then(|hex| parse_hex(hex))
    }

    /// The font that a theme reference (`minorHAnsi`, `majorEastAsia` …) names.
    pub(super) fn font(&self, reference: &str) -> Option<&'a str> {
        let major = reference.starts_with("major");
        let fonts = self.theme.map(|theme| if major { &theme.major } else { &theme.minor });
        if reference.ends_with("EastAsia") {
            return self.east_asian_font(fonts, major);
        }
        if reference.ends_with("Bidi") {
            let fonts = fonts?;
            return non_empty(&fonts.cs).or_else(|| fonts.scripts.get(self.cs_script).map(String::as_str));
        }
        // Office's own theme stands in for a missing one.
        fonts.map_or(Some(if major { "Calibri Light" } else { "Calibri" }), |fonts| non_empty(&fonts.latin))
    }

    /// The font that DrawingML's reference (`+mn-lt`, `+mj-ea` …) names.
    pub(super) fn drawing_font(&self, reference: &str) -> Option<&'a str> {
        let (slot, script) = reference.strip_prefix('+')?.split_once('-')?;
        let major = slot == "mj";
        self.font(match script {
            "lt" if major => "majorHAnsi",
            "ea" if major => "majorEastAsia",
            "cs" if major => "majorBidi",
            "ea" => "minorEastAsia",
            "cs" => "minorBidi",
            _ => "minorHAnsi",
        })
    }

    fn east_asian_font(&self, fonts: Option<&'a ThemeFonts>, major: bool) -> Option<&'a str> {
        let stated =
            fonts.and_then(|fonts| non_empty(&fonts.east_asia).or_else(|| fonts.scripts.get(self.script).and_then(|name| non_empty(name))));
        stated.or(self.plain_east_asia).or(match self.script {
            "Hans" if fonts.is_none() && major => Some("等线 Light"),
            "Hans" if fonts.is_none() => Some("等线"),
            "Jpan" => Some("ＭＳ 明朝"),
            "Hang" => Some("맑은 고딕"),
            "Hant" => Some("新細明體"),
            "Hans" => Some("宋体"),
            _ => None,
        })
    }
}

/// The theme's own slot name behind any of its spellings.
fn scheme_slot(name: &str) -> &'static str {
    const SLOTS: [(&str, &str); 24] = [
        ("dk1", "dk1"),
        ("dark1", "dk1"),
        ("lt1", "lt1"),
        ("light1", "lt1"),
        ("dk2", "dk2"),
        ("dark2", "dk2"),
        ("lt2", "lt2"),
        ("light2", "lt2"),
        ("accent1", "accent1"),
        ("accent2", "accent2"),
        ("accent3", "accent3"),
        ("accent4", "accent4"),
        ("accent5", "accent5"),
        ("accent6", "accent6"),
        ("hlink", "hlink"),
        ("hyperlink", "hlink"),
        ("folHlink", "folHlink"),
        ("followedHyperlink", "folHlink"),
        ("t1", "dk1"),
        ("tx1", "dk1"),
        ("t2", "dk2"),
        ("tx2", "dk2"),
        ("bg1", "lt1"),
        ("bg2", "lt2"),
    ];
    SLOTS.iter().find(|(from, _)| *from == name).map_or("", |(_, to)| to)
}

/// The theme's script of an East Asian language tag.
pub(super) fn east_asian_script(language: &str) -> &'static str {
    let tag = language.to_ascii_lowercase();
    match tag.split('-').next().unwrap_or_default() {
        "zh" if ["tw", "hk", "mo", "hant"].iter().any(|part| tag.split('-').skip(1).any(|p| p == *part)) => "Hant",
        "zh" => "Hans",
        "ja" => "Jpan",
        "ko" => "Hang",
        _ => "",
    }
}

fn complex_script(language: &str) -> &'static str {
    match language.split('-').next().unwrap_or_default() {
        "ar" | "fa" | "ur" => "Arab",
        "he" | "yi" => "Hebr",
        "th" => "Thai",
        "hi" | "mr" | "ne" | "sa" => "Deva",
        "bn" => "Beng",
        "ta" => "Taml",
        "te" => "Telu",
        "vi" => "Viet",
        _ => "",
    }
}

fn non_empty(name: &str) -> Option<&str> {
    (!name.trim().is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Settings;

    fn document() -> Document {
        let mut theme = Theme::default();
        theme.colors.insert("dk1".into(), "000000".into());
        theme.colors.insert("accent1".into(), "4472C4".into());
        theme.minor.latin = "Calibri".into();
        theme.minor.scripts.insert("Hans".into(), "等线".into());
        let settings = Settings { theme_font_lang: (None, Some("zh-CN".into()), None), ..Settings::default() };
        Document { theme: Some(theme), settings: Some(settings), ..Document::default() }
    }

    #[test]
    fn fonts_go_by_slot_and_language() {
        let document = document();
        let palette = Palette::new(&document);
        assert_eq!(palette.font("minorHAnsi"), Some("Calibri"));
        assert_eq!(palette.font("minorEastAsia"), Some("等线"));
        assert_eq!(palette.font("minorBidi"), None);
        assert_eq!(palette.drawing_font("+mn-ea"), Some("等线"));
        assert_eq!(palette.drawing_font("+mn-cs"), None);
    }

    #[test]
    fn colours_go_through_the_mapping() {
        let mut document = document();
        assert_eq!(Palette::new(&document).color("text1"), Some(Rgb(0)));
        assert_eq!(Palette::new(&document).color("accent1"), Some(Rgb(0x4472C4)));
        if let Some(settings) = document.settings.as_mut() {
            settings.color_mapping.insert("t1".into(), "accent1".into());
        }
        assert_eq!(Palette::new(&document).color("text1"), Some(Rgb(0x4472C4)));
    }

    #[test]
    fn languages_have_scripts() {
        assert_eq!(east_asian_script("zh-CN"), "Hans");
        assert_eq!(east_asian_script("zh-TW"), "Hant");
        assert_eq!(east_asian_script("ja-JP"), "Jpan");
        assert_eq!(east_asian_script("en-US"), "");
    }
}
