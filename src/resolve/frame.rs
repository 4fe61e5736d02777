//! `w:framePr` (17.3.1.11): paragraphs that stand beside the text (word-layout 4.8).

use crate::flow::{DropCap, Frame, FrameAnchor, FrameHeight};
use crate::model::FrameProperties;
use crate::units::Twip;

/// The frame as meant; none where all that is stated of its place and size is what a paragraph without a frame has. Word writes
/// those values out where a paragraph takes back its style's frame (docs/word/frames-taken-back.md); some converters write
/// `w:framePr w:wrap="auto"` on every paragraph.
pub(super) fn resolve(stated: &FrameProperties) -> Option<Frame> {
    let numbers = [stated.width, stated.height, stated.x, stated.y];
    let names = [
        (&stated.h_anchor, "text"),
        (&stated.v_anchor, "margin"),
        (&stated.x_align, "left"),
        (&stated.y_align, "inline"),
        (&stated.drop_cap, "none"),
    ];
    let is_none = numbers.iter().all(|number| number.unwrap_or_default() == Twip(0))
        && names.iter().all(|(name, without)| name.as_deref().is_none_or(|name| name == *without));
    (!is_none).then(|| placed(stated))
}

fn placed(stated: &FrameProperties) -> Frame {
    let points = |value: Option<Twip>| value.unwrap_or_default().pt();
    let height = stated.height.map(Twip::pt).filter(|height| *height > 0.0);
    let drop_cap = match stated.drop_cap.as_deref() {
        Some("drop") => DropCap::Drop,
        Some("margin") => DropCap::Margin,
        _ => DropCap::None,
    };
    Frame {
        width: stated.width.map(Twip::pt).filter(|width| *width > 0.0),
        height: height.map(|height| match stated.height_rule.as_deref() {
            Some("exact") => FrameHeight::Exact(height),
            _ => FrameHeight::AtLeast(height),
        }),
        drop_cap,
        lines: u32::try_from(stated.lines.unwrap_or(1)).unwrap_or(1).clamp(1, 10),
        space: (points(stated.h_space), points(stated.v_space)),
        wrap: !matches!(stated.wrap.as_deref(), Some("none" | "notBeside")),
        h_anchor: anchor(stated.h_anchor.as_deref(), drop_cap),
        v_anchor: anchor(stated.v_anchor.as_deref(), drop_cap),
        x: place(stated.x, stated.x_align.as_deref(), "left"),
        // A place of 0 counts as in line with the text (word-layout 4.8).
        y: match (place(stated.y, stated.y_align.as_deref(), "inline"), stated.v_anchor.as_deref()) {
            (Ok(0.0), Some("text")) => Err("inline".to_owned()),
            (place, _) => place,
        },
    }
}

/// An alignment wins over an offset; without either the usual one counts.
pub(super) fn place(offset: Option<Twip>, align: Option<&str>, usual: &str) -> Result<f64, String> {
    match (align.filter(|align| !align.is_empty()), offset) {
        (Some(align), _) => Err(align.to_owned()),
        (None, Some(offset)) => Ok(offset.pt()),
        (None, None) => Err(usual.to_owned()),
    }
}

/// A missing anchor is the page by the standard; a drop cap belongs to its text.
fn anchor(name: Option<&str>, drop_cap: DropCap) -> FrameAnchor {
    match name {
        Some("text") => FrameAnchor::Text,
        Some("margin") => FrameAnchor::Margin,
        None if drop_cap != DropCap::None => FrameAnchor::Text,
        _ => FrameAnchor::Page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_attributes() {
        let frame = placed(&FrameProperties { height: Some(Twip(400)), ..FrameProperties::default() });
        assert_eq!(frame.height, Some(FrameHeight::AtLeast(20.0)));
        assert_eq!((frame.h_anchor, frame.width), (FrameAnchor::Page, None));
        assert_eq!(frame.x, Err("left".to_owned()));
    }

    #[test]
    fn a_wrap_alone_is_no_frame() {
        assert_eq!(resolve(&FrameProperties { wrap: Some("auto".into()), ..FrameProperties::default() }), None);
    }

    #[test]
    fn a_frame_that_is_taken_back_is_none() {
        let text = |value: &str| Some(value.to_owned());
        let back = FrameProperties {
            wrap: text("auto"),
            h_space: Some(Twip(0)),
            h_anchor: text("text"),
            v_anchor: text("margin"),
            x_align: text("left"),
            y_align: text("inline"),
            ..FrameProperties::default()
        };
        assert_eq!(resolve(&back), None);
        assert!(resolve(&FrameProperties { v_anchor: text("page"), ..back }).is_some());
    }

    #[test]
    fn alignment_beats_offset() {
        let stated = FrameProperties { x: Some(Twip(20)), x_align: Some("center".into()), ..FrameProperties::default() };
        assert_eq!(placed(&stated).x, Err("center".to_owned()));
    }
}
