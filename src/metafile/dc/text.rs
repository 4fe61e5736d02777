//! Text at its place.

use super::super::object::{Brush, Font};
use super::super::text::shown;
use super::{Dc, Point, number};
use crate::numeral::format_decimal;
use std::fmt::Write;

impl Dc<'_> {
    /// Text at a point, each character as far from the last as stated; nothing stated is as the font has it.
    pub fn text(&mut self, text: &str, at: Point, steps: &[f64]) {
        const UPDATE: u32 = 1;
        let from = if self.state.align & UPDATE != 0 { self.state.at } else { at };
        let (font, matrix) = (self.state.font.clone(), self.matrix());
        let (across, down) = matrix.scales();
        let size = font_size(font.height) * down;
        let text = shown(&font.family, text);
        let total: f64 = steps.iter().sum();
        if self.state.align & UPDATE != 0 {
            let natural = text.chars().count() as f64 * font_size(font.height) / 2.0;
            self.state.at.0 += if steps.is_empty() { natural } else { total };
        }
        if text.trim().is_empty() || size <= 0.0 || !size.is_finite() {
            return;
        }
        let (x, y) = matrix.apply(from);
        // Text reads along the image of a horizontal line, and is never mirrored.
        let (ux, uy) = if across > 0.0 { (matrix.m11 / across, matrix.m12 / across) } else { (1.0, 0.0) };
        let (ux, uy) = if ux < 0.0 && matrix.m22 > 0.0 && uy == 0.0 { (1.0, 0.0) } else { (ux, uy) };
        let rise = match self.state.align & 24 {
            24 => 0.0,
            8 => -0.21 * size,
            _ => 0.9 * size,
        };
        let (start, anchor) = match (self.state.align & 6, steps.is_empty()) {
            (2, false) => (-total * across, ""),
            (6, false) => (-total * across / 2.0, ""),
            (2, true) => (0.0, r#" text-anchor="end""#),
            (6, true) => (0.0, r#" text-anchor="middle""#),
            _ => (0.0, ""),
        };
        if self.state.opaque && self.state.back_color != 0xFF_FFFF && !steps.is_empty() && font.escapement == 0.0 {
            let top = from.1 + (rise - 0.9 * size) / down.max(1e-9);
            let left = from.0 + start / across.max(1e-9);
            self.fill_rect([left, top, left + total, top + 1.15 * size / down.max(1e-9)], Brush::Solid(self.state.back_color));
        }
        let mut places = vec![start];
        for step in steps {
            places.push(places.last().copied().unwrap_or(0.0) + step * across);
        }
        // A surrogate pair is two steps and one character; a step of 0 leaves the second one out.
        let xs: Vec<String> = places.iter().take(text.chars().count().max(1)).map(|x| number(*x)).collect();
        self.open_text(&font, (x, y), (ux, uy), size);
        let _ = write!(self.out, r#" x="{}" y="{}"{anchor}>{}</text></g>"#, xs.join(" "), number(rise), escaped(&text));
        self.drawn = true;
    }

    fn open_text(&mut self, font: &Font, (x, y): Point, (ux, uy): Point, size: f64) {
        let turn = if font.escapement == 0.0 { String::new() } else { format!(" rotate({})", number(-font.escapement / 10.0)) };
        let along = [ux, uy, -uy, ux].map(|part| format_decimal(part, 5)).join(" ");
        let upright = ux == 1.0 && uy == 0.0;
        let transform = if upright {
            format!("translate({} {})", number(x), number(y))
        } else {
            format!("matrix({along} {} {})", number(x), number(y))
        };
        let family: String = font.family.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.')).collect();
        let generic = if font.family.contains("Roman") || font.family.contains("Song") || font.family.contains('宋') {
            "serif"
        } else {
            "sans-serif"
        };
        let bold = if font.bold { r#" font-weight="bold""# } else { "" };
        let italic = if font.italic { r#" font-style="italic""# } else { "" };
        let line = match (font.underline, font.strike) {
            (true, true) => r#" text-decoration="underline line-through""#,
            (true, false) => r#" text-decoration="underline""#,
            (false, true) => r#" text-decoration="line-through""#,
            _ => "",
        };
        let _ = write!(
            self.out,
            r##"<g{}><text transform="{transform}{turn}" font-family="'{family}',{generic}" font-size="{}" fill="#{:06x}"{bold}{italic}{line} xml:space="preserve""##,
            self.clip_attribute(),
            number(size),
            self.state.text_color
        );
    }
}

/// The em box of a LOGFONT height: of a line's height it is less by what stands above it.
fn font_size(height: f64) -> f64 {
    const LINE: f64 = 1.15;
    match height {
        h if h < 0.0 => -h,
        h if h > 0.0 => h / LINE,
        _ => 12.0,
    }
}

/// Text as markup; what XML has no place for is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    crate::xml::escape_into(&mut out, &text.replace(|c: char| c.is_control() || c == '\u{fffe}' || c == '\u{ffff}', ""));
    out
}
