//! `a:xfrm`: place, size, turn (20.1.7.6).

use crate::error::Result;
use crate::parse::context::Context;
use crate::parse::values::is_on;
use crate::units::Emu;
use crate::xml::{Element, Ns, Reader};

/// `a:xfrm`, `wpg:xfrm`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Transform {
    pub(super) offset: (Emu, Emu),
    pub(super) extent: (Emu, Emu),
    /// `a:chOff` and `a:chExt` of a group.
    pub(super) child_space: Option<[Emu; 4]>,
    /// Clockwise, in degrees.
    pub(super) rotation: f64,
    pub(super) flip_h: bool,
    pub(super) flip_v: bool,
}

/// Reads `a:xfrm`.
pub(super) fn transform<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<Transform> {
    let flag = |name: &str| parent.plain(name).is_some_and(|value| is_on(&value));
    let mut to = Transform {
        rotation: parent.plain("rot").and_then(|value| value.parse::<i32>().ok()).map_or(0.0, |turn| f64::from(turn) / 60_000.0),
        flip_h: flag("flipH"),
        flip_v: flag("flipV"),
        ..Transform::default()
    };
    let mut space = [None; 4];
    while let Some(element) = reader.child(parent)? {
        let mut pair = |x: &str, y: &str| (cx.emu(&element, x), cx.emu(&element, y));
        match (element.ns, element.name) {
            (Ns::A, "off") => {
                let (x, y) = pair("x", "y");
                to.offset = (x.unwrap_or_default(), y.unwrap_or_default());
            }
            (Ns::A, "ext") => {
                let (x, y) = pair("cx", "cy");
                to.extent = (x.unwrap_or_default(), y.unwrap_or_default());
            }
            (Ns::A, "chOff") => [space[0], space[1]] = pair("x", "y").into(),
            (Ns::A, "chExt") => [space[2], space[3]] = pair("cx", "cy").into(),
            _ => {}
        }
    }
    if space.iter().any(Option::is_some) {
        to.child_space = Some(space.map(Option::unwrap_or_default));
    }
    Ok(to)
}
