//! Run properties, resolved.

use super::Border;
use super::Rgb;

/// An index into [`Flow::characters`](super::Flow::characters).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CharacterId(pub u32);

/// An index into [`Flow::families`](super::Flow::families).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FamilyId(pub u32);

/// A font as the document names it, with what `fontTable.xml` says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Family {
    /// The name in the document.
    pub name: String,
    /// `w:altName`.
    pub alt_names: Vec<String>,
    /// Ten bytes, where stated.
    pub panose: Option<[u8; 10]>,
    /// Windows character set.
    pub charset: Option<u8>,
    /// `roman`, `swiss`, `modern`, `script`, `decorative`, or empty.
    pub class: String,
    /// `fixed`, `variable`, or empty.
    pub pitch: String,
    /// Embedded faces: bold, italic, the part, the key's GUID.
    pub embedded: Vec<(bool, bool, String, String)>,
}

/// The four font slots of a run (17.3.2.26), resolved through theme and styles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct FontSlots {
    pub ascii: FamilyId,
    pub h_ansi: FamilyId,
    pub east_asia: FamilyId,
    pub cs: FamilyId,
    /// `w:hint="eastAsia"`.
    pub hint_east_asia: bool,
}

/// Resolved run properties.
#[derive(Clone, Debug, PartialEq)]
pub struct CharacterStyle {
    /// Fonts.
    pub fonts: FontSlots,
    /// Size in points, as stated (superscripts too).
    pub size: f64,
    /// Size of complex-script text.
    pub size_cs: f64,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Bold of complex-script text.
    pub bold_cs: bool,
    /// Italic of complex-script text.
    pub italic_cs: bool,
    /// Text colour; none is automatic (black, or white on dark).
    pub color: Option<Rgb>,
    /// Underline and its colour (none: the text's).
    pub underline: Option<(UnderlineKind, Option<Rgb>)>,
    /// Struck through.
    pub strike: bool,
    /// Struck through twice.
    pub double_strike: bool,
    /// Shown in capitals.
    pub caps: bool,
    /// Shown in small capitals.
    pub small_caps: bool,
    /// Raised or lowered in a smaller size.
    pub script: Script,
    /// `w:position`: points raised.
    pub rise: f64,
    /// `w:spacing`: points added after each character.
    pub spacing: f64,
    /// `w:w`: horizontal scale, 1.0 is natural.
    pub scale: f64,
    /// Pairs are kerned: `w:kern` is stated and not above the size.
    pub kern: bool,
    /// `w:snapToGrid`: takes part in the character grid.
    pub snap_to_grid: bool,
    /// Colour behind the text: highlight, else shading.
    pub ground: Option<Rgb>,
    /// A box around the text.
    pub border: Option<Border>,
    /// Emphasis mark: `dot`, `comma`, `circle`, `underDot`.
    pub emphasis: Option<Emphasis>,
    /// `w:fitText`: width and id.
    pub fit_text: Option<(f64, i32)>,
    /// Right to left.
    pub rtl: bool,
    /// Complex script (`w:cs` or `w:rtl`): the cs slot for all characters.
    pub complex: bool,
    /// BCP 47 language of Latin text.
    pub lang: String,
    /// BCP 47 language of East Asian text.
    pub lang_east_asia: String,
    /// Outline, shadow, emboss, imprint: painted, no layout effect.
    pub effects: TextEffects,
    /// Two lines in one, with brackets.
    pub combine: Option<Combine>,
    /// Turned across its line, horizontal in vertical: whether it is compressed to the line's height.
    pub horizontal_in_vertical: Option<bool>,
}

impl Default for CharacterStyle {
    fn default() -> Self {
        Self {
            fonts: FontSlots::default(),
            size: 10.0,
            size_cs: 10.0,
            bold: false,
            italic: false,
            bold_cs: false,
            italic_cs: false,
            color: None,
            underline: None,
            strike: false,
            double_strike: false,
            caps: false,
            small_caps: false,
            script: Script::Baseline,
            rise: 0.0,
            spacing: 0.0,
            scale: 1.0,
            kern: false,
            snap_to_grid: true,
            ground: None,
            border: None,
            emphasis: None,
            fit_text: None,
            rtl: false,
            complex: false,
            lang: String::new(),
            lang_east_asia: String::new(),
            effects: TextEffects::default(),
            combine: None,
            horizontal_in_vertical: None,
        }
    }
}

impl CharacterStyle {
    /// Its emphasis marks stand below the text: in Chinese a dot does.
    pub fn is_marked_below(&self) -> bool {
        let chinese = self.lang_east_asia.starts_with("zh") || self.lang_east_asia.is_empty();
        self.emphasis == Some(Emphasis::UnderDot) || self.emphasis == Some(Emphasis::Dot) && chinese
    }
}

/// `w:vertAlign`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum Script {
    #[default]
    Baseline,
    Superscript,
    Subscript,
}

/// `w:em`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum Emphasis {
    Dot,
    Comma,
    Circle,
    UnderDot,
}

/// `w:eastAsianLayout` with `w:combine`: its brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum Combine {
    None,
    Round,
    Square,
    Angle,
    Curly,
}

/// Effects that only paint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct TextEffects {
    pub outline: bool,
    pub shadow: bool,
    pub emboss: bool,
    pub imprint: bool,
}

/// `w:u/@w:val` (17.18.99 ST_Underline).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum UnderlineKind {
    #[default]
    Single,
    Words,
    Double,
    Thick,
    Dotted,
    DottedHeavy,
    Dash,
    DashHeavy,
    DashLong,
    DashLongHeavy,
    DotDash,
    DotDashHeavy,
    DotDotDash,
    DotDotDashHeavy,
    Wave,
    WavyHeavy,
    WavyDouble,
}
