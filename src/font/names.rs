//! The faces that Office documents name: their names in both languages, whose figures they have in the book, and what to
//! ask a device for to paint them.

use crate::case;
use std::collections::BTreeMap;

/// A face that is known by name.
pub(super) struct Known {
    /// Its names, the English one first, separated by `|`.
    pub names: &'static str,
    /// The family in the book whose figures it has; empty where that is its first name. After `~`: the nearest that the
    /// book has, a substitute.
    pub book: &'static str,
    pub kind: Kind,
    /// Faces with the same advances or the same look to paint with where a device has none of its names, by `|`.
    pub paint: &'static str,
}

/// What a face looks like: decides which face lends it characters that its tables lack, and what paints it at last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Serif,
    Sans,
    Mono,
    Script,
    Symbol,
    /// Chinese print (宋体, 明體).
    Song,
    /// Chinese sans-serif (黑体).
    Hei,
    /// Chinese regular script (楷体).
    Kai,
    /// Chinese print in the manner of the Song (仿宋).
    FangSong,
    /// Traditional Chinese print.
    Ming,
    /// Traditional Chinese sans-serif.
    TraditionalHei,
    /// Japanese print.
    Mincho,
    /// Japanese sans-serif.
    Gothic,
    /// Korean print.
    Batang,
    /// Korean sans-serif.
    Dotum,
}

impl Kind {
    /// Whether it stands for an East Asian face.
    pub fn is_east_asian(self) -> bool {
        !matches!(self, Self::Serif | Self::Sans | Self::Mono | Self::Script | Self::Symbol)
    }

    /// The family of the book that lends Latin, Greek and Cyrillic characters.
    pub fn lender(self) -> &'static str {
        match self {
            Self::Sans | Self::Hei | Self::TraditionalHei | Self::Gothic | Self::Dotum => "Arial",
            Self::Mono => "Courier New",
            _ => "Times New Roman",
        }
    }

    /// What paints it where nothing nearer is there, and the generic family.
    pub fn paint(self) -> (&'static str, &'static str) {
        match self {
            Self::Serif => ("Tinos|Liberation Serif", "serif"),
            Self::Sans => ("Arimo|Liberation Sans|Helvetica", "sans-serif"),
            Self::Mono => ("Cousine|Liberation Mono|Menlo", "monospace"),
            Self::Script => ("", "cursive"),
            Self::Symbol => ("Segoe UI Symbol|Apple Symbols|Noto Sans Symbols2|Noto Sans Symbols|DejaVu Sans", "sans-serif"),
            Self::Song => ("Songti SC|STSong|Noto Serif CJK SC|Noto Serif SC|Source Han Serif SC|AR PL UMing CN", "serif"),
            Self::Hei => ("PingFang SC|Heiti SC|Noto Sans CJK SC|Noto Sans SC|Source Han Sans SC|WenQuanYi Zen Hei", "sans-serif"),
            Self::Kai => ("Kaiti SC|STKaiti|LXGW WenKai|AR PL UKai CN|Noto Serif CJK SC|Noto Serif SC", "serif"),
            Self::FangSong => ("STFangsong|Songti SC|Noto Serif CJK SC|Noto Serif SC", "serif"),
            Self::Ming => ("Songti TC|LiSong Pro|Noto Serif CJK TC|Noto Serif TC|AR PL UMing TW", "serif"),
            Self::TraditionalHei => ("PingFang TC|Heiti TC|Noto Sans CJK TC|Noto Sans TC", "sans-serif"),
            Self::Mincho => ("Hiragino Mincho ProN|Noto Serif CJK JP|Noto Serif JP|IPAMincho", "serif"),
            Self::Gothic => ("Hiragino Sans|Hiragino Kaku Gothic ProN|Noto Sans CJK JP|Noto Sans JP|IPAGothic", "sans-serif"),
            Self::Batang => ("AppleMyungjo|Noto Serif CJK KR|Noto Serif KR", "serif"),
            Self::Dotum => ("Apple SD Gothic Neo|Noto Sans CJK KR|Noto Sans KR", "sans-serif"),
        }
    }
}

const fn face(names: &'static str, book: &'static str, kind: Kind, paint: &'static str) -> Known {
    Known { names, book, kind, paint }
}

use Kind::{Batang, Dotum, FangSong, Gothic, Hei, Kai, Mincho, Ming, Mono, Sans, Script, Serif, Song, Symbol, TraditionalHei};

/// All known faces. The first is what an unknown one becomes.
pub(super) static KNOWN: &[Known] = &[
    face("Times New Roman|Times|CG Times|Times New Roman PS", "", Serif, "Tinos|Liberation Serif"),
    face("Arial|Helvetica|Helv|MS Sans Serif", "", Sans, "Arimo|Liberation Sans"),
    face("Courier New|Courier", "", Mono, "Cousine|Liberation Mono"),
    face("Calibri", "", Sans, "Carlito"),
    face("Calibri Light", "", Sans, "Carlito"),
    face("Cambria", "", Serif, "Caladea"),
    face("Cambria Math", "", Serif, "Cambria|Caladea|STIX Two Math|STIX Two Text"),
    // Chinese.
    face("SimSun|宋体", "", Song, ""),
    face("NSimSun|新宋体", "", Song, ""),
    face("SimSun-ExtB|宋体-ExtB|宋体-方正超大字符集", "", Song, ""),
    face("SimHei|黑体", "", Hei, ""),
    face("FangSong|仿宋", "", FangSong, ""),
    face("KaiTi|楷体", "", Kai, ""),
    face("FangSong_GB2312|仿宋_GB2312", "", FangSong, "FangSong|仿宋"),
    face("KaiTi_GB2312|楷体_GB2312", "", Kai, "KaiTi|楷体"),
    face("LiSu|隶书", "", Kai, ""),
    face("YouYuan|幼圆", "", Hei, ""),
    face("Microsoft YaHei|微软雅黑|微軟雅黑", "", Hei, ""),
    face("Microsoft YaHei Light|微软雅黑 Light", "", Hei, ""),
    face("Microsoft YaHei UI|微软雅黑 UI", "", Hei, "Microsoft YaHei"),
    face("DengXian|等线", "", Hei, ""),
    face("DengXian Light|等线 Light", "", Hei, "DengXian|等线"),
    face("STSong|华文宋体", "", Song, ""),
    face("STZhongsong|华文中宋", "", Song, ""),
    face("STFangsong|华文仿宋", "", FangSong, ""),
    face("STKaiti|华文楷体", "", Kai, ""),
    face("STXihei|华文细黑", "", Hei, ""),
    face("STXingkai|华文行楷", "", Kai, ""),
    face("STLiti|华文隶书", "", Kai, ""),
    face("STXinwei|华文新魏", "", Kai, ""),
    face("STHupo|华文琥珀", "STXingkai", Hei, ""),
    face("STCaiyun|华文彩云", "STXingkai", Hei, ""),
    face("FZShuTi|方正舒体", "", Kai, ""),
    face("FZYaoTi|方正姚体", "", Song, ""),
    face("FZXiaoBiaoSong-B05S|方正小标宋简体|方正小标宋_GB2312|方正小标宋|FZXBSJW--GB1-0", "方正小标宋简体", Song, ""),
    face("FZXiaoBiaoSong-B05|方正小标宋_GBK|FZXBSK--GBK1-0", "方正小标宋_GBK", Song, ""),
    face("FZShuSong-Z01|方正书宋_GBK|方正书宋简体|FZSSK--GBK1-0", "方正书宋_GBK", Song, ""),
    face("FZSongYi-Z13|方正宋一_GBK|方正宋一简体|FZSYK--GBK1-0", "方正宋一_GBK", Song, ""),
    face("FZDaBiaoSong-B06|方正大标宋_GBK|FZDBSK--GBK1-0", "方正大标宋_GBK", Song, ""),
    face("FZDaBiaoSong-B06S|方正大标宋简体|FZDBSJW--GB1-0", "方正大标宋简体", Song, ""),
    face("FZHei-B01|方正黑体_GBK|FZHTK--GBK1-0", "方正黑体_GBK", Hei, ""),
    face("FZHei-B01S|方正黑体简体|FZHTJW--GB1-0", "方正黑体简体", Hei, ""),
    face("FZDaHei-B02|方正大黑_GBK|方正大黑简体|FZDHTK--GBK1-0", "方正大黑_GBK", Hei, ""),
    face("FZXiHei I-Z08S|方正细黑一简体|FZXH1JW--GB1-0", "方正细黑一简体", Hei, ""),
    face("FZLanTingHei-R-GBK|方正兰亭黑简体|方正兰亭黑_GBK|FZLTH--GB1-4", "方正兰亭黑简体", Hei, ""),
    face("FZKai-Z03|方正楷体_GBK|FZKTK--GBK1-0", "方正楷体_GBK", Kai, ""),
    face("FZKai-Z03S|方正楷体简体|FZKTJW--GB1-0", "方正楷体简体", Kai, ""),
    face("Microsoft JhengHei|微軟正黑體|微软正黑体", "", TraditionalHei, ""),
    face("Microsoft JhengHei UI", "", TraditionalHei, "Microsoft JhengHei"),
    face("PMingLiU|新細明體|新细明体", "", Ming, ""),
    face("MingLiU|細明體|细明体|MingLiU_HKSCS|細明體_HKSCS", "", Ming, ""),
    face("DFKai-SB|標楷體|标楷体", "MingLiU", Kai, "BiauKai|AR PL UKai TW"),
    // Japanese.
    face("MS Mincho|MS 明朝", "", Mincho, ""),
    face("MS PMincho|MS P明朝", "", Mincho, ""),
    face("MS Gothic|MS ゴシック", "", Gothic, ""),
    face("MS PGothic|MS Pゴシック", "", Gothic, ""),
    face("MS UI Gothic", "", Gothic, "MS PGothic"),
    face("Yu Mincho|游明朝|Yu Mincho Light|游明朝 Light", "", Mincho, "YuMincho"),
    face("Yu Mincho Demibold|游明朝 Demibold", "Yu Mincho", Mincho, "YuMincho"),
    face("Yu Gothic|游ゴシック|Yu Gothic Medium|游ゴシック Medium", "", Gothic, "YuGothic"),
    face("Yu Gothic Light|游ゴシック Light", "Yu Gothic", Gothic, "Yu Gothic|YuGothic"),
    face("Meiryo|メイリオ", "", Gothic, ""),
    face("Meiryo UI", "", Gothic, "Meiryo"),
    face("UD デジタル 教科書体 NK-R|UD Digi Kyokasho NK-R", "", Gothic, ""),
    face("BIZ UDゴシック|BIZ UDGothic|BIZ UDPゴシック|BIZ UDPGothic", "", Gothic, ""),
    face("BIZ UD明朝 Medium|BIZ UDMincho|BIZ UDMincho Medium|BIZ UDP明朝 Medium", "", Mincho, ""),
    // Korean.
    face("Malgun Gothic|맑은 고딕|Malgun Gothic Semilight", "", Dotum, ""),
    face("Batang|바탕|Gungsuh|궁서", "", Batang, ""),
    face("BatangChe|바탕체|GungsuhChe|궁서체", "", Batang, ""),
    face("Gulim|굴림", "", Dotum, ""),
    face("Dotum|돋움", "", Dotum, ""),
    face("GulimChe|굴림체|DotumChe|돋움체", "BatangChe", Dotum, ""),
    // Latin.
    face("Aptos", "", Sans, "Carlito"),
    face("Aptos Display", "", Sans, "Aptos|Carlito"),
    face("Arial Unicode MS", "", Hei, "Arial|Arimo|Liberation Sans"),
    face("Arial Narrow", "", Sans, "Liberation Sans Narrow"),
    face("Arial Black", "", Sans, "Archivo Black"),
    face("Arial Rounded MT Bold", "", Sans, ""),
    face("Avenir Next LT Pro", "", Sans, "Avenir Next"),
    face("Baskerville Old Face", "", Serif, "Baskerville"),
    face("Bell MT", "", Serif, ""),
    face("Book Antiqua", "", Serif, "Palatino Linotype|Palatino|TeX Gyre Pagella"),
    face("Bookman Old Style|Bookman", "", Serif, "TeX Gyre Bonum"),
    face("Broadway", "", Sans, ""),
    face("Century", "", Serif, "Century Schoolbook|TeX Gyre Schola"),
    face("Century Schoolbook|New Century Schoolbook", "Century", Serif, "Century|TeX Gyre Schola"),
    face("Century Gothic", "", Sans, "TeX Gyre Adventor|Futura"),
    face("Comic Sans MS", "", Script, "Comic Neue"),
    face("Consolas", "", Mono, "Inconsolata"),
    face("Corbel", "", Sans, ""),
    face("Eras Bold ITC", "", Sans, ""),
    face("Franklin Gothic Book|Franklin Gothic Medium", "Franklin Gothic Book", Sans, "Libre Franklin"),
    face("Garamond", "", Serif, "EB Garamond|Apple Garamond"),
    face("Georgia", "", Serif, "Gelasio"),
    face("Impact", "", Sans, "Anton"),
    face("Ink Free", "", Script, ""),
    face("Jokerman", "", Script, ""),
    face("Lucida Calligraphy", "", Script, ""),
    face("Fira Code", "", Mono, "Fira Mono|Cascadia Code|Consolas"),
    face("Lucida Console", "", Mono, "DejaVu Sans Mono|Menlo"),
    face("Lucida Sans Unicode|Lucida Sans|Lucida Grande", "Lucida Sans Unicode", Sans, ""),
    face("Palatino Linotype|Palatino", "", Serif, "TeX Gyre Pagella"),
    face("Segoe UI|Segoe UI Semibold|Segoe UI Semilight", "Segoe UI", Sans, "Selawik"),
    face("Segoe UI Light", "", Sans, "Segoe UI|Selawik"),
    face("Segoe UI Symbol", "", Symbol, ""),
    face("Segoe UI Emoji", "", Symbol, "Apple Color Emoji|Noto Color Emoji"),
    face("Sylfaen", "", Serif, ""),
    face("David", "", Serif, "David Libre|David CLM"),
    face("Traditional Arabic", "", Serif, "Scheherazade New|Scheherazade|Amiri|Noto Naskh Arabic"),
    face("Tahoma", "", Sans, "Wine Tahoma"),
    face("Trebuchet MS", "", Sans, "Fira Sans"),
    face("Tw Cen MT", "", Sans, "Futura"),
    face("Verdana", "", Sans, "DejaVu Sans"),
    face("Amasis MT Pro Black", "", Serif, ""),
    // Office faces without figures of their own.
    face("Candara", "~Corbel", Sans, "Corbel"),
    face("Constantia", "~Cambria", Serif, "Cambria"),
    face("Gill Sans MT|Gill Sans", "~Corbel", Sans, ""),
    face("Goudy Old Style|Perpetua|Centaur|Californian FB", "~Garamond", Serif, "Garamond"),
    face("Lucida Bright|Lucida Fax", "~Century", Serif, "Lucida"),
    face("Lucida Handwriting", "~Lucida Calligraphy", Script, ""),
    face("Lucida Sans Typewriter", "~Courier New", Mono, ""),
    face("Microsoft Sans Serif|MS Reference Sans Serif", "~Arial", Sans, "Arial"),
    face("Rockwell", "~Bookman Old Style", Serif, ""),
    face("Cascadia Code|Cascadia Mono", "~Consolas", Mono, "Consolas"),
    // Open faces that people install.
    face("DejaVu Sans", "~Verdana", Sans, "Verdana"),
    face("DejaVu Sans Mono|Liberation Mono|Menlo|Monaco", "~Courier New", Mono, ""),
    face("Inter", "", Sans, ""),
    face("Lato", "", Sans, "Carlito"),
    face("Montserrat", "", Sans, ""),
    face("Noto Sans", "", Sans, ""),
    face("Open Sans", "", Sans, "Noto Sans"),
    face("Poppins", "", Sans, ""),
    face("Roboto", "", Sans, ""),
    face("Source Sans Pro|Source Sans 3", "", Sans, ""),
    // Symbols.
    face("Symbol", "", Symbol, ""),
    face("Wingdings", "", Symbol, ""),
    face("Wingdings 2", "", Symbol, ""),
    face("Wingdings 3", "", Symbol, ""),
    face("Webdings", "", Symbol, ""),
];

impl Known {
    /// Its English name.
    pub fn name(&self) -> &'static str {
        self.names.split('|').next().unwrap_or(self.names)
    }

    /// The family of the book.
    pub fn book(&self) -> &'static str {
        if self.book.is_empty() { self.name() } else { self.book.trim_start_matches('~') }
    }

    /// Its figures are another face's.
    pub fn is_near(&self) -> bool {
        self.book.starts_with('~')
    }
}

/// All names of [`KNOWN`], ready to be looked for in any spelling.
pub(super) struct Names(BTreeMap<String, usize>);

impl Names {
    /// Every name, folded.
    pub fn new() -> Self {
        let names = |(at, known): (usize, &'static Known)| known.names.split('|').map(move |name| (fold(name), at));
        let mut all = BTreeMap::new();
        for (name, at) in KNOWN.iter().enumerate().flat_map(names) {
            all.insert(name, at);
        }
        Self(all)
    }

    /// The entry with a name.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.0.get(&fold(name)).copied()
    }
}

/// A name for comparing: full-width letters as half-width ones, lower case, no blanks, no leading `@` (vertical).
pub(super) fn fold(name: &str) -> String {
    name.trim_start_matches('@')
        .chars()
        .map(|c| match u32::from(c) {
            code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
            _ => c,
        })
        .filter(|c| !c.is_whitespace())
        .map(case::lower)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_without_case_width_and_blanks() {
        let names = Names::new();
        let of = |name| names.find(name).map(|at| KNOWN[at].name());
        assert_eq!(of("ＭＳ 明朝"), Some("MS Mincho"));
        assert_eq!(of("ms mincho"), Some("MS Mincho"));
        assert_eq!(of("@宋体"), Some("SimSun"));
        assert_eq!(of("等线 Light"), Some("DengXian Light"));
        assert_eq!(of("楷体_GB2312"), Some("KaiTi_GB2312"));
        assert_eq!(of("Helvetica"), Some("Arial"));
        assert_eq!(of("Nowhere"), None);
    }

    #[test]
    fn every_known_face_is_in_the_book_and_no_name_is_there_twice() {
        let book = super::super::book::Book::open();
        let mut seen = std::collections::BTreeSet::new();
        for known in KNOWN {
            assert!(book.has(known.book()), "{}", known.names);
            for name in known.names.split('|') {
                assert!(seen.insert(fold(name)), "{name} twice");
            }
        }
    }
}
