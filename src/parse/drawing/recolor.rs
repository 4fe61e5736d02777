//! How pictures are recoloured (20.1.8.13): what stands in `a:blip`.

use super::color::{Palette, ink, ink_in};
use super::graphic::share;
use crate::error::Result;
use crate::look::Recolor;
use crate::parse::context::Context;
use crate::xml::{Element, Ns, Reader};

/// Reads a child of `a:blip` that changes its colours.
pub(super) fn recolor<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Recolor) -> Result<()> {
    if element.ns != Ns::A {
        return Ok(());
    }
    let palette = Palette { theme: cx.theme.as_ref(), placeholder: None };
    match element.name {
        "grayscl" => to.duotone(0, 0xFF_FFFF),
        "biLevel" => {
            to.duotone(0, 0xFF_FFFF);
            to.threshold = Some(share(element, "thresh").clamp(0.0, 1.0));
        }
        "lum" => to.luminance(share(element, "bright"), share(element, "contrast")),
        "duotone" => {
            let mut colors = Vec::new();
            while let Some(color) = reader.child(element)? {
                colors.extend(ink(reader, &color, palette)?);
            }
            if let [dark, light, ..] = colors[..] {
                to.duotone(dark.rgb, light.rgb);
            }
        }
        "alphaModFix" => to.opacity = Some(if element.plain("amt").is_some() { share(element, "amt").clamp(0.0, 1.0) } else { 1.0 }),
        "clrChange" => {
            let mut pair = [None; 2];
            while let Some(end) = reader.child(element)? {
                let which = usize::from(end.name == "clrTo");
                if let Some(place) = pair.get_mut(which) {
                    *place = ink_in(reader, &end, palette)?;
                }
            }
            // What Office writes: one colour is made transparent.
            if let [Some(from), Some(to_ink)] = pair
                && to_ink.alpha == 0.0
            {
                to.clear = Some(from.rgb);
            }
        }
        _ => {}
    }
    Ok(())
}
