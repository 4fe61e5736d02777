//! What to ask a device for when a face is painted.

use super::Face;
use super::names::{KNOWN, fold};

/// The names to ask for, best first, and the generic family: the document's own name, the face's name in the other
/// language, faces with the same advances, faces that look alike.
pub fn paint_families(face: &Face) -> (Vec<String>, &'static str) {
    let mut families: Vec<String> = Vec::new();
    let own = face.name.split([',', ';']).next().unwrap_or("").trim().trim_start_matches('@');
    let known = KNOWN.get(face.known).unwrap_or(&KNOWN[0]);
    let (alike, generic) = known.kind.paint();
    for name in [own, known.names, known.paint, alike].into_iter().flat_map(|names| names.split('|')) {
        if !name.is_empty() && !families.iter().any(|other| fold(other) == fold(name)) {
            families.push(name.to_owned());
        }
    }
    (families, generic)
}

#[cfg(test)]
mod tests {
    use crate::diag::Warnings;
    use crate::flow::{Family, FamilyId};
    use crate::font::{Fonts, paint_families};

    #[test]
    fn own_name_other_language_same_widths_same_look() {
        let family = Family { name: "宋体".into(), ..Family::default() };
        let fonts = Fonts::new(&[family], &[], "zh-CN", &mut |_| None, &mut Warnings::default());
        let (families, generic) = paint_families(fonts.get(fonts.face(FamilyId(0), false, false)));
        assert_eq!(families[..3], ["宋体", "SimSun", "Songti SC"]);
        assert_eq!(generic, "serif");
    }
}
