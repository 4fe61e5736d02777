//! Which characters may not begin or end a line, and which may hang, by East Asian language (word-layout 5.4, 5.6).

use crate::flow::LayoutSettings;

const ZH_CN_BEFORE: &str = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠";
const ZH_CN_AFTER: &str = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥";
const ZH_CN_HANG: &str = "!%),.:;>?]}¢°·ˇ’”‰′″℃∶、。〃〉》」』】〗〕〞﹚﹜﹞！＂％＇），．：；？］｝￠";
const ZH_TW_BEFORE: &str = "!),.:;?]}¢·–—’”•‥…‧′╴、。〉》」』】〕〞︰︱︳︴︶︸︺︼︾﹀﹂﹄﹏﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？］｜｝､";
const ZH_TW_AFTER: &str = "([{£¥‘“‵〈《「『【〔〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛";
const ZH_TW_HANG: &str = "!),.:;?]}’”′、。〉》」』】〕〞﹚﹜﹞！），．：；？］｝";
const JA_BEFORE: &str = "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），．：；？］｝｡｣､･ﾞﾟ￠";
const JA_AFTER: &str = "$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥";
const JA_HANG: &str = ",.’”、。」』】），．］｝｡､";
const KO_BEFORE: &str = "!%),.:;?]}¢°’”′″℃〉》」』】〕！％），．：；？］｝￠";
const KO_AFTER: &str = "$([\\{£¥‘“〈《「『【〔＄（［｛￡￥￦";
const KO_HANG: &str = "!%),.:;?]}¢°’”′″℃〉》」』】〕！％），．：；？］｝￠";

/// The sets that act in one paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kinsoku<'a> {
    before: &'a str,
    after: &'a str,
    hang: &'a str,
}

impl<'a> Kinsoku<'a> {
    /// The sets of `language` (`zh-CN`, `ja-JP` …): the document's own lists replace Word's.
    pub(super) fn new(settings: &'a LayoutSettings, language: &str) -> Self {
        let primary = language.split('-').next().unwrap_or("");
        let (before, after, hang) = match (primary, language) {
            ("zh", "zh-TW" | "zh-HK" | "zh-MO" | "zh-Hant") => (ZH_TW_BEFORE, ZH_TW_AFTER, ZH_TW_HANG),
            ("ja", _) => (JA_BEFORE, JA_AFTER, JA_HANG),
            ("ko", _) => (KO_BEFORE, KO_AFTER, KO_HANG),
            _ => (ZH_CN_BEFORE, ZH_CN_AFTER, ZH_CN_HANG),
        };
        let own = |lists: &'a crate::map::Map<String, String>| lists.get(language).map(String::as_str);
        Self {
            before: own(&settings.no_line_breaks_before).unwrap_or(before),
            after: own(&settings.no_line_breaks_after).unwrap_or(after),
            hang,
        }
    }

    /// Whether `c` may not begin a line.
    pub(super) fn forbids_start(&self, c: char) -> bool {
        !is_ordinary(c) && self.before.contains(c)
    }

    /// Whether `c` may not end a line.
    pub(super) fn forbids_end(&self, c: char) -> bool {
        !is_ordinary(c) && self.after.contains(c)
    }

    /// Whether `c` may hang out of the line.
    pub(super) fn may_hang(&self, c: char) -> bool {
        self.hang.contains(c)
    }
}

/// In no list: spares most characters the search.
fn is_ordinary(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_follow_the_language() {
        let settings = LayoutSettings::default();
        let zh = Kinsoku::new(&settings, "zh-CN");
        assert!(zh.forbids_start('，') && zh.forbids_end('（') && !zh.forbids_start('—'));
        assert!(Kinsoku::new(&settings, "zh-TW").forbids_start('—'));
        assert!(!Kinsoku::new(&settings, "ja-JP").forbids_start('っ'));
        assert!(Kinsoku::new(&settings, "ja-JP").may_hang('、') && !Kinsoku::new(&settings, "ja-JP").may_hang('！'));
    }

    #[test]
    fn the_documents_lists_replace_words() {
        let mut settings = LayoutSettings::default();
        settings.no_line_breaks_before.insert("zh-CN".to_owned(), "々".to_owned());
        let own = Kinsoku::new(&settings, "zh-CN");
        assert!(own.forbids_start('々') && !own.forbids_start('，') && own.forbids_end('（'));
    }
}
