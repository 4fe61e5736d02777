//! Parts side by side: characters, and the spaces between their classes.

use super::boxed::Boxed;
use super::glyph::{self, Class};
use super::{Setter, Style, Unit, constants};
use crate::equation::{Look, Part};
use crate::flow::is_counted;
use crate::layout::fragment::{Piece, PieceContent, TextKind, TextPiece};

/// What a row is made up of.
enum Atom<'p> {
    Char(char, Look),
    Part(&'p Part),
}

impl Atom<'_> {
    fn class(&self) -> Class {
        match self {
            Self::Char(c, look) if !look.plain => glyph::class(*c),
            Self::Char(..) => Class::Ordinary,
            Self::Part(Part::Nary { .. }) => Class::Operator,
            Self::Part(Part::Group(row)) => lone(row),
            Self::Part(Part::Limit { base, .. }) => lone(base),
            Self::Part(Part::Mark { wide: true, body, .. }) => lone(body),
            Self::Part(_) => Class::Ordinary,
        }
    }

    /// Space as written, after which no space of classes comes.
    fn is_blank(&self) -> bool {
        matches!(self, Self::Char(c, _) if glyph::is_blank(*c))
    }
}

/// The class of a row that is one operator.
fn lone(row: &[Part]) -> Class {
    match row {
        [Part::Text { text, look }] if !look.plain && text.chars().count() == 1 => {
            text.chars().next().map_or(Class::Ordinary, glyph::class)
        }
        [Part::Text { look: Look { italic: false, .. }, .. }, ..] => Class::Operator,
        _ => Class::Ordinary,
    }
}

/// A row's atoms; `&` marks where equations of an array are aligned, and shows nothing.
fn atoms(row: &[Part]) -> Vec<Atom<'_>> {
    let mut atoms = Vec::new();
    for part in row {
        match part {
            Part::Text { text, look } => atoms.extend(text.chars().map(|c| Atom::Char(c, *look))),
            part => atoms.push(Atom::Part(part)),
        }
    }
    atoms
}

/// The classes of atoms: a binary operator without something before it to work on is a sign.
fn classes(atoms: &[Atom<'_>]) -> Vec<Class> {
    let mut classes: Vec<Class> = atoms.iter().map(Atom::class).collect();
    let mut before: Option<usize> = None;
    for i in 0..classes.len() {
        if atoms.get(i).is_some_and(Atom::is_blank) {
            continue;
        }
        let left = before.and_then(|before| classes.get(before)).copied();
        let signs = matches!(left, None | Some(Class::Binary | Class::Relation | Class::Open | Class::Punctuation | Class::Operator));
        if signs && classes.get(i) == Some(&Class::Binary) {
            classes[i] = Class::Ordinary;
        }
        before = Some(i);
    }
    classes
}

impl Setter<'_> {
    /// A row as one box.
    pub(super) fn row(&mut self, row: &[Part], style: Style) -> Boxed {
        let mut boxes = self.cut(row, style, false).into_iter();
        let mut all = Boxed::empty();
        for unit in &mut boxes {
            if let Unit::Box(unit, _) = unit {
                all.append(unit, 0.0);
            }
        }
        all.closed()
    }

    /// A row cut where a line may begin: before relations and binary operators outside of marks.
    pub(super) fn units(&mut self, row: &[Part], style: Style) -> Vec<Unit> {
        self.cut(row, style, true)
    }

    fn cut(&mut self, row: &[Part], style: Style, breaks: bool) -> Vec<Unit> {
        let atoms = atoms(row);
        let classes = classes(&atoms);
        let mut units = Vec::new();
        let mut current = Boxed::empty();
        let mut first = self.offset;
        let mut nested = 0_i32;
        let mut last: Option<Class> = None;
        for (atom, class) in atoms.iter().zip(classes) {
            if let Atom::Part(Part::Break) = atom {
                units.extend([Unit::Box(std::mem::replace(&mut current, Boxed::empty()).closed(), first), Unit::Break]);
                (first, last) = (self.offset, None);
                continue;
            }
            let blank = atom.is_blank();
            let space = match last {
                Some(last) if !blank && style.level == 0 => glyph::space(last, class) * self.size(style),
                _ => 0.0,
            };
            if breaks && nested <= 0 && matches!(class, Class::Relation | Class::Binary) && current.width > 0.0 && last != Some(class) {
                current.width += space;
                units.push(Unit::Box(std::mem::replace(&mut current, Boxed::empty()).closed(), first));
                first = self.offset;
            } else {
                current.width += space;
            }
            nested += i32::from(class == Class::Open) - i32::from(class == Class::Close);
            match atom {
                Atom::Char('&', look) if !look.plain => self.count('&'),
                Atom::Char(c, look) => self.character(*c, *look, style, &mut current),
                Atom::Part(part) => {
                    let part = self.part(part, style);
                    current.append(part, 0.0);
                }
            }
            last = if blank { None } else { Some(class) };
        }
        units.push(Unit::Box(current.closed(), first));
        units
    }

    fn count(&mut self, c: char) {
        if is_counted(c) {
            self.offset = self.offset.map(|offset| offset + 1);
        }
    }

    /// Adds a character of the equation to a box.
    fn character(&mut self, c: char, look: Look, style: Style, to: &mut Boxed) {
        let offset = self.offset.filter(|_| is_counted(c));
        self.count(c);
        let mut glyph = self.glyph(c, look, self.size(style));
        if let Some(Piece { content: PieceContent::Text(text), .. }) = glyph.pieces.last_mut() {
            text.offset = offset;
        }
        self.join(glyph, to);
    }

    /// Appends a glyph; text that simply goes on stays one piece.
    fn join(&self, glyph: Boxed, to: &mut Boxed) {
        if let Some(Piece { x, width, content: PieceContent::Text(last) }) = to.pieces.last_mut()
            && let [Piece { content: PieceContent::Text(text), .. }] = glyph.pieces.as_slice()
            && (*x + *width - to.width).abs() < 1e-6
            && (last.face, last.size, last.rise, last.scale) == (text.face, text.size, text.rise, text.scale)
            && last.offset.is_some() == text.offset.is_some()
        {
            last.text.push_str(&text.text);
            *width += glyph.width;
            to.width += glyph.width;
            to.above = to.above.max(glyph.above);
            to.below = to.below.max(glyph.below);
            return;
        }
        to.append(glyph, 0.0);
    }

    /// One glyph of the equation's font at `size`.
    pub(super) fn glyph(&self, c: char, look: Look, size: f64) -> Boxed {
        let own = glyph::letter(c);
        let (plain, italic, bold) =
            own.map_or((c, look.italic && c.is_alphabetic(), look.bold), |(plain, bold, italic)| (plain, italic, bold));
        let math = self.fonts.math_face(bold, italic);
        let face = if look.plain || !self.fonts.get(math).has(plain) { self.fonts.face_for(c, self.look) } else { math };
        let slanted = if face == math && italic && plain.is_lowercase() { constants::SLANTED } else { 1.0 };
        let advance = self.fonts.get(face).advance(plain) * slanted * size;
        let (above, below) = glyph::ink(c);
        // A letter of the mathematical alphabets brings its slant along.
        let face = if own.is_some() { self.fonts.math_face(false, false) } else { face };
        let text = TextPiece {
            text: c.to_string(),
            style: self.style,
            face,
            size,
            rise: 0.0,
            letter_spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            offset: None,
            link: self.link,
            kind: TextKind::Content,
        };
        let piece = Piece { x: 0.0, width: advance, content: PieceContent::Text(text) };
        Boxed { width: advance, above: above * size, below: below * size, pieces: vec![piece] }
    }
}
