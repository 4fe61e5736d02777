//! Toggle properties (17.7.3): between the style layers they are exclusive-or, not overriding (word-layout 2.3).

/// The twelve toggles of a run, by place in [`Toggles`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum Toggle {
    Bold,
    BoldCs,
    Italic,
    ItalicCs,
    Caps,
    SmallCaps,
    Strike,
    Outline,
    Shadow,
    Emboss,
    Imprint,
    Vanish,
}

/// How many there are.
const COUNT: usize = 12;

/// Each toggle as one layer states it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Toggles([Option<bool>; COUNT]);

impl Toggles {
    /// States one.
    pub(super) fn set(&mut self, toggle: Toggle, value: Option<bool>) {
        self.0[toggle as usize] = value;
    }

    /// Whether it is on; not stated is off.
    pub(super) fn is_on(&self, toggle: Toggle) -> bool {
        self.0[toggle as usize] == Some(true)
    }

    /// What `top` states replaces what stands here: within one layer's chain, and for direct formatting.
    pub(super) fn over(&mut self, top: &Self) {
        for (below, above) in self.0.iter_mut().zip(top.0) {
            *below = above.or(*below);
        }
    }

    /// The value of the style hierarchy: on where the document defaults say so, else on where an odd number of the
    /// table, paragraph and character layers do.
    pub(super) fn combine(defaults: &Self, layers: [&Self; 3]) -> Self {
        let mut result = Self::default();
        for (i, value) in result.0.iter_mut().enumerate() {
            let odd = layers.iter().filter(|layer| layer.0[i] == Some(true)).count() % 2 == 1;
            *value = Some(defaults.0[i] == Some(true) || odd);
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bold(value: Option<bool>) -> Toggles {
        let mut toggles = Toggles::default();
        toggles.set(Toggle::Bold, value);
        toggles
    }

    fn combined(defaults: Option<bool>, layers: [Option<bool>; 3]) -> bool {
        let [a, b, c] = layers.map(bold);
        Toggles::combine(&bold(defaults), [&a, &b, &c]).is_on(Toggle::Bold)
    }

    #[test]
    fn layers_are_exclusive_or() {
        assert!(combined(None, [None, Some(true), None]));
        assert!(!combined(None, [None, Some(true), Some(true)]));
        assert!(combined(None, [Some(true), Some(true), Some(true)]));
        assert!(combined(None, [None, Some(true), Some(false)]), "a stated false does not switch another layer off");
    }

    #[test]
    fn document_defaults_win_and_direct_is_absolute() {
        assert!(combined(Some(true), [None, Some(true), None]));
        let mut result = Toggles::combine(&bold(None), [&bold(None), &bold(Some(true)), &bold(None)]);
        result.over(&bold(Some(false)));
        assert!(!result.is_on(Toggle::Bold));
    }
}
