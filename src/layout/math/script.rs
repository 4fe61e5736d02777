//! Scripts at the side of what they belong to.

use super::boxed::Boxed;
use super::constants::{
    AFTER_SCRIPT, SCRIPT_GAP, SUBSCRIPT_DOWN, SUBSCRIPT_DROP, SUBSCRIPT_TOP, SUPERSCRIPT_BOTTOM, SUPERSCRIPT_DROP, SUPERSCRIPT_UP,
    SUPERSCRIPT_UP_CRAMPED,
};
use super::{Setter, Style};
use crate::equation::{Row, is_plain};

impl Setter<'_> {
    /// `m:sSub`, `m:sSup`, `m:sSubSup`, `m:sPre`.
    pub(super) fn scripts(&mut self, base: &Row, sub: Option<&Row>, sup: Option<&Row>, before: bool, style: Style) -> Boxed {
        // Offsets run in the file's order: in `m:sPre` the base stands last.
        let first = (!before).then(|| self.row(base, style.inner()));
        let sub = self.some(sub, style.script(true));
        let sup = self.some(sup, style.script(false));
        match first {
            Some(set) => self.attach(set, sub, sup, style, !is_plain(base)),
            None => {
                let set = self.row(base, style.inner());
                let core = Boxed { above: set.above, below: set.below, ..Boxed::default() };
                let mut all = self.attach(core, sub, sup, style, !is_plain(base));
                all.append(set, 0.0);
                all
            }
        }
    }

    /// Puts scripts behind a base; `tall` where the base's own height counts.
    pub(super) fn attach(&self, base: Boxed, sub: Option<Boxed>, sup: Option<Boxed>, style: Style, tall: bool) -> Boxed {
        let size = self.size(style);
        let up = if style.cramped { SUPERSCRIPT_UP_CRAMPED } else { SUPERSCRIPT_UP };
        let (mut up, mut down) = (up * size, SUBSCRIPT_DOWN * size);
        if tall {
            up = up.max(base.above - SUPERSCRIPT_DROP * size);
            down = down.max(base.below + SUBSCRIPT_DROP * size);
        }
        if let Some(sup) = &sup {
            up = up.max(SUPERSCRIPT_BOTTOM * size + sup.below);
        }
        match (&sub, &sup) {
            (Some(sub), None) => down = down.max(sub.above - SUBSCRIPT_TOP * size),
            (Some(sub), Some(sup)) => {
                let gap = up - sup.below + down - sub.above;
                down += (SCRIPT_GAP * size - gap).max(0.0);
            }
            _ => {}
        }
        let start = base.width;
        let mut all = base;
        let wide = [&sub, &sup].iter().filter_map(|script| script.as_ref()).fold(0.0_f64, |wide, script| wide.max(script.width));
        if let Some(sub) = sub {
            all.put(sub, start, -down);
        }
        if let Some(sup) = sup {
            all.put(sup, start, up);
        }
        all.width = start + wide + if wide > 0.0 { AFTER_SCRIPT * size } else { 0.0 };
        all
    }
}
