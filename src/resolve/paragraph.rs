//! Paragraph properties: one layer as stated, laid over others, and settled into a [`Paragraph`] (word-layout 2.1, 4).

use super::indent::{CharacterUnits, IndentLayer};
use super::run::lay;
use super::theme::Palette;
use super::{border, color, frame};
use crate::flow::{Alignment, Leader, LineSpacing, Paragraph, ParagraphBorders, ParagraphSpacing, TabKind, TabStop, TextAlignment};
use crate::map::Map;
use crate::model::{self, Border, FrameProperties, ParagraphProperties, Shading};
use crate::units::Twip;

/// What automatic spacing is: 14 pt whatever the font (word-layout 4.2).
const AUTO_SPACING: f64 = 14.0;

/// Paragraph properties after some layers; what the document states is borrowed from it.
#[derive(Clone, Debug, Default)]
pub(super) struct ParagraphLayer<'a> {
    keep_next: Option<bool>,
    keep_lines: Option<bool>,
    page_break_before: Option<bool>,
    pub(super) frame: Option<&'a FrameProperties>,
    widow_control: Option<bool>,
    suppress_line_numbers: Option<bool>,
    borders: [Option<&'a Border>; 6],
    shading: Option<&'a Shading>,
    tabs: Vec<&'a [model::TabStop]>,
    suppress_auto_hyphens: Option<bool>,
    kinsoku: Option<bool>,
    word_wrap: Option<bool>,
    overflow_punct: Option<bool>,
    top_line_punct: Option<bool>,
    auto_space_de: Option<bool>,
    auto_space_dn: Option<bool>,
    bidi: Option<bool>,
    adjust_right_ind: Option<bool>,
    snap_to_grid: Option<bool>,
    before: Option<Twip>,
    before_lines: Option<i32>,
    before_auto: Option<bool>,
    after: Option<Twip>,
    after_lines: Option<i32>,
    after_auto: Option<bool>,
    line: Option<(i32, Option<&'a str>)>,
    indent: IndentLayer,
    contextual_spacing: Option<bool>,
    mirror_indents: Option<bool>,
    alignment: Option<&'a str>,
    text_alignment: Option<&'a str>,
    outline_level: Option<u8>,
}

impl<'a> ParagraphLayer<'a> {
    /// Lays a style's or a paragraph's own properties over this.
    pub(super) fn over(&mut self, top: &'a ParagraphProperties) {
        self.indent.over(&top.indent);
        self.over_but_indent(top);
    }

    /// Lays a numbering level's properties over this.
    pub(super) fn over_by_level(&mut self, level: &'a ParagraphProperties) {
        self.indent.over_by_level(&level.indent);
        self.over_but_indent(level);
    }

    /// What a level leaves when its list is taken away.
    pub(super) fn over_by_removed_level(&mut self, level: &ParagraphProperties) {
        self.indent.over_by_removed_level(&level.indent);
    }

    fn over_but_indent(&mut self, top: &'a ParagraphProperties) {
        lay!(
            self,
            top,
            keep_next,
            keep_lines,
            page_break_before,
            widow_control,
            suppress_line_numbers,
            suppress_auto_hyphens,
            kinsoku,
            word_wrap,
            overflow_punct,
            top_line_punct,
            auto_space_de,
            auto_space_dn,
            bidi,
            adjust_right_ind,
            snap_to_grid,
            contextual_spacing,
            mirror_indents,
            outline_level,
        );
        let spacing = &top.spacing;
        lay!(self, spacing, before, before_lines, before_auto, after, after_lines, after_auto);
        // Line and rule are one statement: without a rule it is `auto` again.
        self.line = spacing.line.map(|line| (line, spacing.line_rule.as_deref())).or(self.line);
        self.frame = top.frame.as_ref().or(self.frame);
        self.shading = top.shading.as_ref().or(self.shading);
        self.alignment = top.alignment.as_deref().or(self.alignment);
        self.text_alignment = top.text_alignment.as_deref().or(self.text_alignment);
        if let Some(stated) = &top.borders {
            let sides = [&stated.top, &stated.left, &stated.bottom, &stated.right, &stated.between, &stated.bar];
            for (below, above) in self.borders.iter_mut().zip(sides) {
                *below = above.as_ref().or(*below);
            }
        }
        if !top.tabs.is_empty() {
            self.tabs.push(&top.tabs);
        }
    }

    /// States left alignment anew where nothing but Word's default would: see `overrideTableStyleFontSizeAndJustification`.
    pub(super) fn alignment(&self) -> Option<&'a str> {
        self.alignment
    }

    /// Puts an alignment back.
    pub(super) fn set_alignment(&mut self, alignment: Option<&'a str>) {
        self.alignment = alignment;
    }

    /// Whether the first line's indent depends on the first run's size.
    pub(super) fn asks_for_run(&self) -> bool {
        self.indent.asks_for_run()
    }

    /// A paragraph with these properties and no content.
    pub(super) fn settle(&self, units: CharacterUnits, palette: &Palette<'_>) -> Paragraph {
        let bidi = self.bidi == Some(true);
        let indents = self.indent.resolve(units);
        let on = |value: Option<bool>| value == Some(true);
        let unless_off = |value: Option<bool>| value != Some(false);
        Paragraph {
            heading: self.outline_level.filter(|level| *level < 9).map(|level| level + 1),
            alignment: alignment(self.alignment.unwrap_or_default(), bidi),
            bidi,
            indent_left: indents.left,
            indent_right: indents.right,
            indent_first: indents.first,
            mirror_indents: on(self.mirror_indents),
            spacing: self.spacing(),
            line: self.line_spacing(),
            snap_to_grid: unless_off(self.snap_to_grid),
            adjust_right_indent: unless_off(self.adjust_right_ind),
            tabs: self.tab_stops(),
            keep_next: on(self.keep_next),
            keep_lines: on(self.keep_lines),
            page_break_before: on(self.page_break_before),
            widow_control: unless_off(self.widow_control),
            suppress_line_numbers: on(self.suppress_line_numbers),
            suppress_auto_hyphens: on(self.suppress_auto_hyphens),
            kinsoku: unless_off(self.kinsoku),
            word_wrap: unless_off(self.word_wrap),
            overflow_punct: unless_off(self.overflow_punct),
            top_line_punct: on(self.top_line_punct),
            auto_space_de: unless_off(self.auto_space_de),
            auto_space_dn: unless_off(self.auto_space_dn),
            text_alignment: text_alignment(self.text_alignment.unwrap_or_default()),
            borders: self.paragraph_borders(palette),
            shading: self.shading.and_then(|shading| color::resolve_shading(shading, palette)),
            frame: self.frame.and_then(frame::resolve),
            ..Paragraph::default()
        }
    }

    fn spacing(&self) -> ParagraphSpacing {
        let (before_auto, after_auto) = (self.before_auto == Some(true), self.after_auto == Some(true));
        let side = |stated: Option<Twip>, auto: bool| if auto { AUTO_SPACING } else { stated.unwrap_or_default().pt().max(0.0) };
        let lines = |stated: Option<i32>, auto: bool| if auto { 0.0 } else { f64::from(stated.unwrap_or(0)).max(0.0) / 100.0 };
        ParagraphSpacing {
            before: side(self.before, before_auto),
            after: side(self.after, after_auto),
            before_auto,
            after_auto,
            contextual: self.contextual_spacing == Some(true),
            before_lines: lines(self.before_lines, before_auto),
            after_lines: lines(self.after_lines, after_auto),
        }
    }

    /// Word-layout 4.1: zero is single; a negative sign turns exact into at least, and the others into exact.
    fn line_spacing(&self) -> LineSpacing {
        let Some((line, rule)) = self.line else {
            return LineSpacing::default();
        };
        let points = Twip(line.saturating_abs()).pt();
        match rule {
            Some("exact") if line > 0 => LineSpacing::Exact(points),
            Some("exact") if line < 0 => LineSpacing::AtLeast(points),
            Some("exact") => LineSpacing::default(),
            _ if line < 0 => LineSpacing::Exact(points),
            Some("atLeast") => LineSpacing::AtLeast(points),
            _ if line == 0 => LineSpacing::default(),
            _ => LineSpacing::Multiple(f64::from(line) / 240.0),
        }
    }

    fn tab_stops(&self) -> Vec<TabStop> {
        let mut stops = Map::new();
        for tab in self.tabs.iter().flat_map(|layer| layer.iter()) {
            let stands = tab.kind != "clear";
            let stop =
                stands.then(|| TabStop { position: tab.position.pt(), kind: tab_kind(&tab.kind), leader: leader(tab.leader.as_deref()) });
            stops.insert(tab.position.0, stop);
        }
        stops.values().copied().flatten().collect()
    }

    fn paragraph_borders(&self, palette: &Palette<'_>) -> ParagraphBorders {
        let [top, left, bottom, right, between, bar] =
            self.borders.map(|stated| stated.and_then(|stated| border::resolve(stated, palette)));
        ParagraphBorders { top, left, bottom, right, between, bar }
    }
}

/// `w:jc` (17.18.44 ST_Jc). In a right-to-left paragraph `left` and `right` mean leading and trailing, as `start` and
/// `end` do everywhere.
pub(super) fn alignment(name: &str, bidi: bool) -> Alignment {
    match name {
        "center" => Alignment::Center,
        "both" | "lowKashida" | "mediumKashida" | "highKashida" => Alignment::Both,
        "distribute" | "thaiDistribute" => Alignment::Distribute,
        "right" | "end" if !bidi => Alignment::Right,
        "right" | "end" => Alignment::Left,
        _ if bidi => Alignment::Right,
        _ => Alignment::Left,
    }
}

fn text_alignment(name: &str) -> TextAlignment {
    match name {
        "baseline" => TextAlignment::Baseline,
        "bottom" => TextAlignment::Bottom,
        "center" => TextAlignment::Center,
        "top" => TextAlignment::Top,
        _ => TextAlignment::Auto,
    }
}

/// `w:tab/@w:val`; list tabs of old files are left ones.
pub(super) fn tab_kind(name: &str) -> TabKind {
    match name {
        "center" => TabKind::Center,
        "right" | "end" => TabKind::Right,
        "decimal" => TabKind::Decimal,
        "bar" => TabKind::Bar,
        _ => TabKind::Left,
    }
}

/// `w:tab/@w:leader`.
pub(super) fn leader(name: Option<&str>) -> Leader {
    match name {
        Some("dot") => Leader::Dot,
        Some("hyphen") => Leader::Hyphen,
        Some("underscore") => Leader::Underscore,
        Some("heavy") => Leader::Heavy,
        Some("middleDot") => Leader::MiddleDot,
        _ => Leader::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Spacing;

    const UNITS: CharacterUnits = CharacterUnits { normal: 10.0, run: 10.0 };

    fn settle(layers: &[ParagraphProperties]) -> Paragraph {
        let mut layer = ParagraphLayer::default();
        layers.iter().for_each(|properties| layer.over(properties));
        layer.settle(UNITS, &Palette::default())
    }

    fn line(line: i32, rule: Option<&str>) -> LineSpacing {
        let spacing = Spacing { line: Some(line), line_rule: rule.map(str::to_owned), ..Spacing::default() };
        settle(&[ParagraphProperties { spacing, ..ParagraphProperties::default() }]).line
    }

    #[test]
    fn line_rules() {
        assert_eq!(line(360, None), LineSpacing::Multiple(1.5));
        assert_eq!(line(560, Some("exact")), LineSpacing::Exact(28.0));
        assert_eq!(line(0, Some("exact")), LineSpacing::Multiple(1.0));
        assert_eq!(line(-400, Some("exact")), LineSpacing::AtLeast(20.0));
        assert_eq!(line(-400, Some("auto")), LineSpacing::Exact(20.0));
        assert_eq!(line(0, Some("atLeast")), LineSpacing::AtLeast(0.0));
    }

    #[test]
    fn automatic_spacing_beats_the_stated() {
        let spacing = Spacing { before: Some(Twip(100)), before_auto: Some(true), before_lines: Some(50), ..Spacing::default() };
        let result = settle(&[ParagraphProperties { spacing, ..ParagraphProperties::default() }]);
        assert_eq!((result.spacing.before, result.spacing.before_lines), (14.0, 0.0));
    }

    #[test]
    fn tabs_are_cleared_and_sorted() {
        let tab = |kind: &str, position| model::TabStop { kind: kind.into(), position: Twip(position), leader: None };
        let style = ParagraphProperties { tabs: vec![tab("left", 840), tab("right", 8296)], ..ParagraphProperties::default() };
        let direct = ParagraphProperties { tabs: vec![tab("clear", 840), tab("center", 4000)], ..ParagraphProperties::default() };
        let stops = settle(&[style, direct]).tabs;
        assert_eq!(stops.iter().map(|stop| stop.position).collect::<Vec<_>>(), [200.0, 414.8]);
        assert_eq!(stops[0].kind, TabKind::Center);
    }

    #[test]
    fn alignment_follows_direction() {
        assert_eq!(alignment("left", true), Alignment::Right);
        assert_eq!(alignment("end", false), Alignment::Right);
        assert_eq!(alignment("", false), Alignment::Left);
        assert_eq!(alignment("both", true), Alignment::Both);
    }
}
