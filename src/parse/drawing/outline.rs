//! Lines (`a:ln`, 20.1.2.2.24), as far as they are stated.

use super::color::{Palette, ink_in};
use super::fill::fill;
use super::graphic::share;
use crate::error::Result;
use crate::look::{Ink, Line, LineEnd, LineEndKind, dashes};
use crate::parse::context::Context;
use crate::xml::{Element, Ns, Reader};

/// What is stated of a line.
#[derive(Clone, Debug, Default)]
pub(super) struct StatedLine {
    /// `Some(None)` is stated to be none.
    pub(super) ink: Option<Option<Ink>>,
    pub(super) width: Option<f64>,
    pub(super) dash: Option<Vec<f64>>,
    pub(super) round: Option<bool>,
    pub(super) round_corners: Option<bool>,
    pub(super) ends: [Option<Option<LineEnd>>; 2],
}

/// Dashes and gaps of a line's own.
const MOST_DASHES: usize = 32;

/// Reads `a:ln`.
pub(super) fn line<'a>(
    reader: &mut Reader<'a>,
    parent: &Element<'a>,
    cx: &mut Context<'_>,
    placeholder: Option<Ink>,
) -> Result<StatedLine> {
    let mut to = StatedLine { width: cx.emu(parent, "w").map(|width| width.pt().max(0.0)), ..StatedLine::default() };
    to.round = parent.plain("cap").map(|cap| cap == "rnd");
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::A, "prstDash") => to.dash = Some(dashes(&element.plain("val").unwrap_or_default())),
            (Ns::A, "custDash") => {
                let mut own = Vec::new();
                while let Some(part) = reader.child(&element)? {
                    if part.is(Ns::A, "ds") && own.len() < MOST_DASHES {
                        own.extend(["d", "sp"].map(|name| share(&part, name).max(0.0)));
                    }
                }
                to.dash = Some(own);
            }
            (Ns::A, "round") => to.round_corners = Some(true),
            (Ns::A, "miter" | "bevel") => to.round_corners = Some(false),
            (Ns::A, "headEnd") => to.ends[0] = Some(end(&element)),
            (Ns::A, "tailEnd") => to.ends[1] = Some(end(&element)),
            (Ns::A, "solidFill") => {
                let palette = Palette { theme: cx.theme.as_ref(), placeholder };
                to.ink = Some(ink_in(reader, &element, palette)?);
            }
            _ => {
                if let Some(fill) = fill(reader, &element, cx, placeholder)? {
                    to.ink = Some(fill.ink());
                }
            }
        }
    }
    Ok(to)
}

fn end(element: &Element<'_>) -> Option<LineEnd> {
    let kind = LineEndKind::from_name(&element.plain("type")?)?;
    let size = |name: &str| match element.plain(name).as_deref() {
        Some("sm") => 0,
        Some("lg") => 2,
        _ => 1,
    };
    Some(LineEnd { kind, size: (size("w"), size("len")) })
}

impl StatedLine {
    /// The line, with what `style` states where this does not; none where there is none.
    pub(super) fn over(self, style: Self) -> Option<Line> {
        /// 20.1.2.2.24, in points.
        const USUAL_WIDTH: f64 = 0.75;
        let ink = self.ink.unwrap_or(style.ink.unwrap_or_default())?;
        let [start, end] = self.ends;
        let [style_start, style_end] = style.ends;
        Some(Line {
            ink,
            width: self.width.or(style.width).unwrap_or(USUAL_WIDTH),
            dash: self.dash.or(style.dash).unwrap_or_default(),
            round: self.round.or(style.round).unwrap_or_default(),
            round_corners: self.round_corners.or(style.round_corners).unwrap_or_default(),
            ends: [start.or(style_start).flatten(), end.or(style_end).flatten()],
        })
    }
}
