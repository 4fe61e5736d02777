//! Run properties: one layer as stated, laid over others, and settled into a [`CharacterStyle`] (word-layout 2.1).

use super::pool::Pool;
use super::theme::Palette;
use super::toggle::{Toggle, Toggles};
use super::{border, color, fonts};
use crate::flow::{CharacterStyle, Combine, Emphasis, FamilyId, FontSlots, Rgb, Script, TextEffects, UnderlineKind};
use crate::model::{self, RunProperties};
use crate::units::{HalfPoint, Twip};

/// Word's size where nothing states one, in half-points (word-layout 2.2).
const DEFAULT_SIZE: i32 = 20;

/// Run properties that a layer states, ready to be laid over another: names are interned, colours final. An inner
/// `Option` is a value that can be stated to be none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct RunLayer {
    /// ascii, hAnsi, eastAsia, cs.
    pub(super) fonts: [Option<FamilyId>; 4],
    pub(super) hint: Option<bool>,
    pub(super) toggles: Toggles,
    pub(super) double_strike: Option<bool>,
    pub(super) spec_vanish: Option<bool>,
    pub(super) snap_to_grid: Option<bool>,
    pub(super) color: Option<Option<Rgb>>,
    pub(super) spacing: Option<i32>,
    pub(super) scale: Option<i32>,
    pub(super) kern: Option<i32>,
    pub(super) rise: Option<i32>,
    pub(super) size: Option<i32>,
    pub(super) size_cs: Option<i32>,
    pub(super) highlight: Option<Option<Rgb>>,
    pub(super) shading: Option<Option<Rgb>>,
    pub(super) underline: Option<Option<(UnderlineKind, Option<Rgb>)>>,
    pub(super) border: Option<Option<u32>>,
    pub(super) emphasis: Option<Option<Emphasis>>,
    pub(super) fit_text: Option<(i32, i32)>,
    pub(super) script: Option<Script>,
    pub(super) rtl: Option<bool>,
    pub(super) cs: Option<bool>,
    pub(super) lang: Option<u16>,
    pub(super) lang_east_asia: Option<u16>,
    pub(super) combine: Option<Option<Combine>>,
    pub(super) horizontal_in_vertical: Option<Option<bool>>,
}

/// Replaces each named field of `$below` by that of `$above` where `$above` states it.
macro_rules! lay {
    ($below:expr, $above:expr, $($field:ident),+ $(,)?) => {
        $( if $above.$field.is_some() { $below.$field = $above.$field; } )+
    };
}
pub(super) use lay;

impl RunLayer {
    /// What `w:rPr` states; its `w:rStyle` is the caller's.
    pub(super) fn new<'a>(properties: &RunProperties, palette: &Palette<'a>, pool: &mut Pool<'a>) -> Self {
        let mut toggles = Toggles::default();
        for (toggle, value) in [
            (Toggle::Bold, properties.bold),
            (Toggle::BoldCs, properties.bold_cs),
            (Toggle::Italic, properties.italic),
            (Toggle::ItalicCs, properties.italic_cs),
            (Toggle::Caps, properties.caps),
            (Toggle::SmallCaps, properties.small_caps),
            (Toggle::Strike, properties.strike),
            (Toggle::Outline, properties.outline),
            (Toggle::Shadow, properties.shadow),
            (Toggle::Emboss, properties.emboss),
            (Toggle::Imprint, properties.imprint),
            (Toggle::Vanish, properties.vanish),
        ] {
            toggles.set(toggle, value);
        }
        let layout = properties.east_asian_layout.as_ref();
        Self {
            fonts: fonts::slots(&properties.fonts, palette, pool),
            hint: properties.fonts.hint.as_deref().map(|hint| hint == "eastAsia"),
            toggles,
            double_strike: properties.double_strike,
            spec_vanish: properties.spec_vanish,
            snap_to_grid: properties.snap_to_grid,
            color: properties.color.as_ref().map(|stated| color::resolve(stated, palette)),
            spacing: properties.spacing.map(|v| v.0),
            scale: properties.scale,
            kern: properties.kern.map(|v| v.0),
            rise: properties.position.map(|v| v.0),
            size: properties.size.map(|v| v.0).filter(|size| *size > 0),
            size_cs: properties.size_cs.map(|v| v.0).filter(|size| *size > 0),
            highlight: properties.highlight.as_deref().map(color::highlight),
            shading: properties.shading.as_ref().map(|shading| color::resolve_shading(shading, palette)),
            underline: properties.underline.as_ref().map(|line| underline(line, palette)),
            border: properties.border.as_ref().map(|line| border::resolve(line, palette).map(|line| pool.border(line))),
            emphasis: properties.emphasis.as_deref().map(emphasis),
            fit_text: properties.fit_text.map(|(width, id)| (width.0, id)),
            script: properties.vertical_align.as_deref().map(script),
            rtl: properties.rtl,
            cs: properties.cs,
            lang: properties.lang.val.as_deref().map(|tag| pool.language(tag)),
            lang_east_asia: properties.lang.east_asia.as_deref().map(|tag| pool.language(tag)),
            combine: layout.map(|layout| layout.combine.then(|| combine(layout.combine_brackets.as_deref()))),
            horizontal_in_vertical: layout.map(|layout| layout.vert.then_some(layout.vert_compress)),
        }
    }

    /// Lays `top` over this one; toggles too, so only within one layer's chain or for direct formatting.
    pub(super) fn over(&mut self, top: &Self) {
        for (below, above) in self.fonts.iter_mut().zip(top.fonts) {
            *below = above.or(*below);
        }
        self.toggles.over(&top.toggles);
        lay!(
            self,
            top,
            hint,
            double_strike,
            spec_vanish,
            snap_to_grid,
            color,
            spacing,
            scale,
            kern,
            rise,
            size,
            size_cs,
            highlight,
            shading,
            underline,
            border,
            emphasis,
            fit_text,
            script,
            rtl,
            cs,
            lang,
            lang_east_asia,
            combine,
            horizontal_in_vertical,
        );
    }

    /// The size in half-points.
    pub(super) fn size(&self) -> i32 {
        self.size.unwrap_or(DEFAULT_SIZE)
    }

    /// Whether its text takes no room (17.3.2.41; `w:specVanish` is for marks only).
    pub(super) fn is_hidden(&self) -> bool {
        self.toggles.is_on(Toggle::Vanish)
    }

    /// Whether a paragraph mark with these properties is hidden.
    pub(super) fn hides_mark(&self) -> bool {
        self.is_hidden() || self.spec_vanish == Some(true)
    }

    /// The same layer in one font for all slots.
    pub(super) fn in_font(mut self, family: FamilyId) -> Self {
        self.fonts = [Some(family); 4];
        self
    }

    /// The style of a layer on which every toggle is decided.
    pub(super) fn character_style(&self, pool: &mut Pool<'_>) -> CharacterStyle {
        let times = pool.family("Times New Roman");
        let [ascii, h_ansi, east_asia, cs] = self.fonts.map(|font| font.unwrap_or(times));
        let on = |toggle| self.toggles.is_on(toggle);
        let (rtl, size) = (self.rtl == Some(true), self.size());
        CharacterStyle {
            fonts: FontSlots { ascii, h_ansi, east_asia, cs, hint_east_asia: self.hint == Some(true) },
            size: HalfPoint(size).pt(),
            size_cs: HalfPoint(self.size_cs.unwrap_or(DEFAULT_SIZE)).pt(),
            bold: on(Toggle::Bold),
            italic: on(Toggle::Italic),
            bold_cs: on(Toggle::BoldCs),
            italic_cs: on(Toggle::ItalicCs),
            color: self.color.flatten(),
            underline: self.underline.flatten(),
            strike: on(Toggle::Strike),
            double_strike: self.double_strike == Some(true),
            caps: on(Toggle::Caps),
            small_caps: on(Toggle::SmallCaps),
            script: self.script.unwrap_or_default(),
            rise: HalfPoint(self.rise.unwrap_or(0)).pt(),
            spacing: Twip(self.spacing.unwrap_or(0)).pt(),
            scale: f64::from(self.scale.filter(|percent| (1..=600).contains(percent)).unwrap_or(100)) / 100.0,
            kern: self.kern.is_some_and(|from| from > 0 && from <= size),
            snap_to_grid: self.snap_to_grid.unwrap_or(true),
            ground: self.highlight.flatten().or(self.shading.flatten()),
            border: self.border.flatten().and_then(|number| pool.border_of(number)),
            emphasis: self.emphasis.flatten(),
            fit_text: self.fit_text.map(|(width, id)| (Twip(width).pt(), id)),
            rtl,
            complex: rtl || self.cs == Some(true),
            lang: pool.language_tag(self.lang),
            lang_east_asia: pool.language_tag(self.lang_east_asia),
            effects: TextEffects {
                outline: on(Toggle::Outline),
                shadow: on(Toggle::Shadow),
                emboss: on(Toggle::Emboss),
                imprint: on(Toggle::Imprint),
            },
            combine: self.combine.flatten(),
            horizontal_in_vertical: self.horizontal_in_vertical.flatten(),
        }
    }
}

fn underline(line: &model::Underline, palette: &Palette<'_>) -> Option<(UnderlineKind, Option<Rgb>)> {
    let kind = match line.val.as_str() {
        "none" => return None,
        "words" => UnderlineKind::Words,
        "double" => UnderlineKind::Double,
        "thick" => UnderlineKind::Thick,
        "dotted" => UnderlineKind::Dotted,
        "dottedHeavy" => UnderlineKind::DottedHeavy,
        "dash" => UnderlineKind::Dash,
        "dashedHeavy" => UnderlineKind::DashHeavy,
        "dashLong" => UnderlineKind::DashLong,
        "dashLongHeavy" => UnderlineKind::DashLongHeavy,
        "dotDash" => UnderlineKind::DotDash,
        "dashDotHeavy" => UnderlineKind::DotDashHeavy,
        "dotDotDash" => UnderlineKind::DotDotDash,
        "dashDotDotHeavy" => UnderlineKind::DotDotDashHeavy,
        "wave" => UnderlineKind::Wave,
        "wavyHeavy" => UnderlineKind::WavyHeavy,
        "wavyDouble" => UnderlineKind::WavyDouble,
        _ => UnderlineKind::Single,
    };
    Some((kind, line.color.as_ref().and_then(|stated| color::resolve(stated, palette))))
}

fn emphasis(name: &str) -> Option<Emphasis> {
    match name {
        "dot" => Some(Emphasis::Dot),
        "comma" => Some(Emphasis::Comma),
        "circle" => Some(Emphasis::Circle),
        "underDot" => Some(Emphasis::UnderDot),
        _ => None,
    }
}

fn script(name: &str) -> Script {
    match name {
        "superscript" => Script::Superscript,
        "subscript" => Script::Subscript,
        _ => Script::Baseline,
    }
}

fn combine(brackets: Option<&str>) -> Combine {
    match brackets {
        Some("round") => Combine::Round,
        Some("square") => Combine::Square,
        Some("angle") => Combine::Angle,
        Some("curly") => Combine::Curly,
        _ => Combine::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Color;

    fn layer(properties: &RunProperties) -> RunLayer {
        RunLayer::new(properties, &Palette::default(), &mut Pool::default())
    }

    #[test]
    fn a_layer_overrides_only_what_it_states() {
        let below = RunProperties { size: Some(HalfPoint(21)), spacing: Some(Twip(10)), ..RunProperties::default() };
        let above = RunProperties { size: Some(HalfPoint(32)), ..RunProperties::default() };
        let mut result = layer(&below);
        result.over(&layer(&above));
        let style = result.character_style(&mut Pool::default());
        assert_eq!((style.size, style.spacing), (16.0, 0.5));
    }

    #[test]
    fn none_is_a_statement() {
        let mut result = layer(&RunProperties { highlight: Some("yellow".into()), ..RunProperties::default() });
        assert_eq!(result.character_style(&mut Pool::default()).ground, Some(Rgb(0xFFFF00)));
        result.over(&layer(&RunProperties { highlight: Some("none".into()), ..RunProperties::default() }));
        assert_eq!(result.character_style(&mut Pool::default()).ground, None);
        let auto = Color { val: "auto".into(), ..Color::default() };
        assert_eq!(layer(&RunProperties { color: Some(auto), ..RunProperties::default() }).color, Some(None));
    }

    #[test]
    fn kerning_starts_at_its_size() {
        let kern = |from, size| {
            let properties = RunProperties { kern: Some(HalfPoint(from)), size: Some(HalfPoint(size)), ..RunProperties::default() };
            layer(&properties).character_style(&mut Pool::default()).kern
        };
        assert!(kern(2, 21));
        assert!(!kern(28, 21));
        assert!(!kern(0, 21));
    }

    #[test]
    fn missing_values_are_words_own() {
        let mut pool = Pool::default();
        let style = RunLayer::default().character_style(&mut pool);
        assert_eq!(style.size, 10.0);
        assert_eq!(pool.family_name(style.fonts.east_asia), "Times New Roman");
    }
}
