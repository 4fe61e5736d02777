//! The list label before a paragraph's first line: its text and where the paragraph's text begins (word-layout 10.4).

use super::collect::{Collector, Source};
use super::height::{self, Extent};
use super::tabs::Stops;
use super::text::Text;
use crate::flow::{Alignment, InlineObject, Label, LabelSuffix, Leader};
use crate::layout::fragment::TextKind;
use crate::layout::{Context, Surroundings};

/// A label, measured.
pub(super) struct PreparedLabel<'a> {
    /// Its text.
    pub text: Text<'a>,
    /// The picture that stands in place of text.
    pub picture: Option<&'a InlineObject>,
    /// Its width.
    pub width: f64,
    /// Its box: it joins the first line's.
    pub extent: Extent,
    suffix: LabelSuffix,
    alignment: Alignment,
    /// The left indent is a stop for its tab.
    indent_is_stop: bool,
    /// Width of a blank in its face.
    blank: f64,
}

/// A label at its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LabelPlace {
    /// Its left end.
    pub x: f64,
    /// Where the text begins.
    pub text: f64,
    /// The tab between them: its leader, where there is one.
    pub leader: Leader,
}

/// Measures a label.
pub(super) fn prepare<'a>(context: &Context<'a>, label: &'a Label) -> PreparedLabel<'a> {
    let mut collector = Collector::new(context, &Surroundings::default());
    let source = Source { style: label.style, kind: TextKind::Label, ..Source::default() };
    collector.push(&label.text, source);
    let text = collector.text;
    let mut blank = Collector::new(context, &Surroundings::default());
    blank.push(" ", source);
    let picture = label.picture.as_deref();
    let extent = if counts(context, label) { height::text_extent(context.fonts, &text, &text.chars) } else { Extent::default() };
    PreparedLabel {
        width: picture.map_or_else(|| text.chars.iter().map(|char| char.advance).sum(), |picture| picture.width),
        extent: picture.map_or(extent, |picture| Extent { above: picture.height, below: 0.0 }),
        picture,
        suffix: label.suffix,
        alignment: label.alignment,
        indent_is_stop: !context.flow.settings.compat.do_not_use_indent_as_numbering_tab_stop,
        blank: blank.text.chars.first().map_or(0.0, |char| char.advance),
        text,
    }
}

/// Whether a label counts in its line's box. Word's own hollow bullet, the letter o in Courier New, does not
/// (docs/word/hollow-bullets-do-not-count.md); before mode 15 those of Symbol do not (docs/word/symbol-bullets-in-old-modes.md).
fn counts(context: &Context, label: &Label) -> bool {
    let ascii = context.flow.character(label.style).fonts.ascii.0 as usize;
    match context.flow.families.get(ascii).map_or("", |family| family.name.as_str()) {
        "Courier New" => label.text != "o",
        "Symbol" => context.flow.settings.compatibility_mode >= 15,
        _ => true,
    }
}

impl PreparedLabel<'_> {
    /// Shows nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.text.chars.is_empty() && self.picture.is_none()
    }

    /// Places the label on a line that begins at `start`.
    pub(super) fn place(&self, stops: &Stops, start: f64) -> LabelPlace {
        let x = match self.alignment {
            Alignment::Right => start - self.width,
            Alignment::Center => start - self.width / 2.0,
            Alignment::Left | Alignment::Both | Alignment::Distribute => start,
        };
        let end = x + self.width;
        match self.suffix {
            LabelSuffix::Nothing => LabelPlace { x, text: end, leader: Leader::None },
            LabelSuffix::Space => LabelPlace { x, text: end + self.blank, leader: Leader::None },
            LabelSuffix::Tab => {
                let stop = stops.after_label(end, self.indent_is_stop);
                LabelPlace { x, text: stop.position.max(end), leader: stop.leader }
            }
        }
    }
}
