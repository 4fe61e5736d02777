//! Bitmaps and raster operations.

use super::super::dib::Dib;
use super::super::matrix::Matrix;
use super::super::object::Brush;
use super::super::raster::Raster;
use super::{Dc, number};
use crate::numeral::format_decimal;
use std::fmt::Write;

impl Dc<'_> {
    /// A raster operation without a source.
    pub fn pattern(&mut self, rect: [f64; 4], raster: Raster) {
        match raster {
            Raster::Brush | Raster::Copy => self.fill_rect(rect, self.state.brush),
            Raster::Black => self.fill_rect(rect, Brush::Solid(0)),
            Raster::White => self.fill_rect(rect, Brush::Solid(0xFF_FFFF)),
            _ => {}
        }
    }

    /// A part of a bitmap (left, top, width, height from its top left) in a box.
    pub fn bitmap(&mut self, dib: &Dib<'_>, source: [f64; 4], target: [f64; 4], raster: Raster) {
        let picture = match raster {
            Raster::Nothing => return,
            Raster::Black | Raster::White | Raster::Brush => return self.pattern(target, raster),
            Raster::Copy => dib.file(),
            Raster::And | Raster::Or => dib.clear(raster, &mut self.pixels).map(|file| ("image/bmp", file)).or_else(|| dib.file()),
        };
        if let Some((kind, bytes)) = picture {
            self.picture(dib, kind, &bytes, source, target);
        }
    }

    /// A bitmap with transparency.
    pub fn blend(&mut self, dib: &Dib<'_>, source: [f64; 4], target: [f64; 4], own: bool, constant: u8) {
        if let Some(bytes) = dib.blended(own, constant, &mut self.pixels) {
            self.picture(dib, "image/bmp", &bytes, source, target);
        }
    }

    fn picture(&mut self, dib: &Dib<'_>, kind: &str, bytes: &[u8], source: [f64; 4], [left, top, right, bottom]: [f64; 4]) {
        let (width, height) = (dib.width as f64, dib.height as f64);
        let [x, y, across, down] = source;
        let whole = across <= 0.0 || down <= 0.0;
        let [x, y, across, down] = if whole { [0.0, 0.0, width, height] } else { [x, y, across, down] };
        // The bitmap's units in the box's, then the box in the device.
        let own = Matrix { m11: (right - left) / across, m12: 0.0, m21: 0.0, m22: (bottom - top) / down, dx: left, dy: top };
        let Matrix { m11, m12, m21, m22, dx, dy } = own.then(&self.matrix());
        let shape = [m11, m12, m21, m22].map(|part| format_decimal(part, 6));
        let place = [dx, dy].map(number);
        let _ = write!(
            self.out,
            r#"<g{}><svg width="{}" height="{}" viewBox="{} {} {} {}" transform="matrix({} {})" preserveAspectRatio="none">"#,
            self.clip_attribute(),
            number(across),
            number(down),
            number(x),
            number(y),
            number(across),
            number(down),
            shape.join(" "),
            place.join(" ")
        );
        let _ = write!(
            self.out,
            r#"<image width="{}" height="{}" preserveAspectRatio="none" href="data:{kind};base64,{}"/></svg></g>"#,
            number(width),
            number(height),
            crate::numeral::base64(bytes)
        );
        self.drawn = true;
    }
}
