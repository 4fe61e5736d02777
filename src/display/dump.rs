//! The display list as text, an item a line: what tests compare and people read.

use super::{DisplayList, Group, Item};
use std::fmt::{self, Write};

/// A length to a hundredth of a point.
struct Hundredths(f64);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        super::Rounded((self.0 * 100.0).round() / 100.0).fmt(f)
    }
}

impl DisplayList {
    /// The list as stable text.
    pub fn dump(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut text);
        text
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        writeln!(out, "page {} x {} start {}", Hundredths(self.width), Hundredths(self.height), self.start)?;
        if let Some(color) = self.background {
            writeln!(out, "background {color:06x}")?;
        }
        for (index, font) in self.fonts.iter().enumerate() {
            let (bold, italic) = (if font.bold { " bold" } else { "" }, if font.italic { " italic" } else { "" });
            writeln!(out, "font {index} {}, {}{bold}{italic}", font.families.join(", "), font.generic)?;
        }
        let mut depth = 0_usize;
        for item in &self.items {
            if matches!(item, Item::End) {
                depth = depth.saturating_sub(1);
                continue;
            }
            out.extend(std::iter::repeat_n("  ", depth));
            write_item(item, out)?;
            depth += usize::from(matches!(item, Item::Begin(_)));
        }
        Ok(())
    }
}

fn write_item(item: &Item, out: &mut String) -> fmt::Result {
    let h = Hundredths;
    match item {
        Item::Text(t) => {
            write!(out, "text {} {} w {} font {} size {}", h(t.x), h(t.baseline), h(t.width), t.font, h(t.size))?;
            for (name, value, natural) in [("spacing", t.letter_spacing, 0.0), ("blanks", t.word_spacing, 0.0), ("scale", t.scale, 1.0)] {
                if (value - natural).abs() >= 0.005 {
                    write!(out, " {name} {}", h(value))?;
                }
            }
            if t.color != 0 {
                write!(out, " color {:06x}", t.color)?;
            }
            for (name, on) in [("decoration", t.decoration), ("upright", t.upright), ("end", t.hard_end)] {
                if on {
                    write!(out, " {name}")?;
                }
            }
            writeln!(out, " {:?}", t.text)
        }
        Item::Rect(r) => writeln!(out, "rect {} {} {} {} color {:06x}", h(r.x), h(r.y), h(r.width), h(r.height), r.color),
        Item::Stroke(s) => {
            write!(out, "stroke {} {} to {} {} width {} color {:06x}", h(s.x1), h(s.y1), h(s.x2), h(s.y2), h(s.width), s.color)?;
            write_dash(&s.dash, out)
        }
        Item::Path(p) => {
            write!(out, "path {}", p.d)?;
            if let Some(fill) = &p.fill {
                write!(out, " fill {fill}")?;
            }
            if let Some(color) = p.stroke {
                write!(out, " stroke {color:06x}")?;
            }
            write!(out, " width {}", h(p.stroke_width))?;
            for (name, value, natural) in [("opacity", p.fill_opacity, 1.0), ("through", p.stroke_opacity, 1.0), ("blur", p.blur, 0.0)] {
                if (value - natural).abs() >= 0.005 {
                    write!(out, " {name} {}", h(value))?;
                }
            }
            for (name, on) in [("round", p.round_ends), ("corners", p.round_corners)] {
                if on {
                    write!(out, " {name}")?;
                }
            }
            write_dash(&p.dash, out)
        }
        Item::Picture(p) => {
            write!(out, "picture {} {} {} {} {} ", p.part, h(p.x), h(p.y), h(p.width), h(p.height))?;
            write!(out, "crop {:?} turn {} flip {} {} alt {:?}", p.crop, h(p.rotation), p.flip_h, p.flip_v, p.alt)?;
            if !p.svg.is_empty() {
                write!(out, " svg {}", p.svg)?;
            }
            if !p.recolor.is_none() {
                write!(out, " {:?}", p.recolor)?;
            }
            writeln!(out)
        }
        Item::Begin(group) => write_group(group, out),
        Item::End => Ok(()),
    }
}

fn write_dash(dash: &[f64], out: &mut String) -> fmt::Result {
    if !dash.is_empty() {
        out.push_str(" dash");
        for part in dash {
            write!(out, " {}", Hundredths(*part))?;
        }
    }
    writeln!(out)
}

fn write_group(group: &Group, out: &mut String) -> fmt::Result {
    let h = Hundredths;
    match group {
        Group::Story { story } => writeln!(out, "{story}"),
        Group::Paragraph { index, heading, list, continued, continues, rtl, lang } => {
            write!(out, "paragraph {index}")?;
            for (name, level) in [("heading", heading), ("list", list)] {
                if let Some(level) = level {
                    write!(out, " {name} {level}")?;
                }
            }
            for (name, on) in [("continued", continued), ("continues", continues), ("rtl", rtl)] {
                if *on {
                    write!(out, " {name}")?;
                }
            }
            writeln!(out, "{}{lang}", if lang.is_empty() { "" } else { " " })
        }
        Group::Table { alt } => writeln!(out, "table {alt:?}"),
        Group::Row { header, repeated } => {
            writeln!(out, "row{}{}", if *header { " header" } else { "" }, if *repeated { " repeated" } else { "" })
        }
        Group::Cell { column_span, row_span } => writeln!(out, "cell {column_span} x {row_span}"),
        Group::Link { url, bookmark, .. } => writeln!(out, "link {:?}", url.as_ref().or(bookmark.as_ref()).map_or("", String::as_str)),
        Group::Turn { degrees, x, y } => writeln!(out, "turn {} about {} {}", h(*degrees), h(*x), h(*y)),
        Group::Outline { d } => writeln!(out, "outline {d}"),
        Group::Clip { x, y, width, height } => writeln!(out, "clip {} {} {} {}", h(*x), h(*y), h(*width), h(*height)),
    }
}
