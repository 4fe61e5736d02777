//! Windows metafiles ([MS-WMF]): records of 16-bit words, parameters in reverse, to calls.

use super::bytes::Bytes;
use super::dc::{Arc, Dc, Paint, Point};
use super::dib::Dib;
use super::object::{Brush, Font, Object, Pen};
use super::raster::Raster;
use super::text::{Decode, decoded};

/// The first bytes of a placeable file.
pub(super) const PLACEABLE: u32 = 0x9AC6_CDD7;

/// Objects that a file may have.
const MOST_OBJECTS: usize = 65_536;

/// Plays a file.
pub(super) fn play(file: Bytes<'_>, decode: Decode<'_>) -> Option<String> {
    let placeable = file.u32(0)? == PLACEABLE;
    let bounds = if placeable { Some([file.i16(6)?, file.i16(8)?, file.i16(10)?, file.i16(12)?]) } else { None };
    // Some programs leave it without extent, or with coordinates beyond what it can hold: then the window counts.
    let bounds = bounds.filter(|[left, top, right, bottom]| left != right && top != bottom);
    let records = file.from(if placeable { 22 } else { 0 }).from(18);
    let extent = first_extent(records);
    let [left, top, width, height] = match (bounds, extent) {
        (Some([left, top, right, bottom]), _) => [left.min(right), top.min(bottom), (right - left).abs(), (bottom - top).abs()],
        (None, Some((width, height))) => [0.0, 0.0, width.abs(), height.abs()],
        (None, None) => [0.0, 0.0, 1000.0, 1000.0],
    };
    let mut player = Player { dc: Dc::new(decode), objects: Vec::new() };
    // With a window of its own the file maps it to the box; without one its units are the box's.
    player.dc.state.mapping.mode = 8;
    player.dc.state.mapping.viewport_ext = (width, height);
    player.dc.state.mapping.window_ext = (width, height);
    player.dc.state.mapping.window_org = (left, top);
    // Half a point by the stated resolution, or a five-hundredth.
    player.dc.hairline = if placeable { f64::from(file.u16(14)?) / 144.0 } else { width.max(height) / 500.0 };
    each(records, |kind, record| {
        let _ = player.record(kind, record);
        !player.dc.is_full()
    });
    player.dc.finish([0.0, 0.0, width, height])
}

/// Calls for each record with its parameters, until it says to stop.
fn each<'a>(records: Bytes<'a>, mut call: impl FnMut(u16, Bytes<'a>) -> bool) {
    let mut at = 0_usize;
    while let (Some(size), Some(kind)) = (records.size(at), records.u16(at + 4)) {
        let size = size.saturating_mul(2);
        if size < 6 || kind == 0 {
            break;
        }
        let record = records.slice(at + 6, size - 6).unwrap_or(Bytes(&[]));
        if !call(kind, record) {
            break;
        }
        at = at.saturating_add(size);
    }
}

fn first_extent(records: Bytes<'_>) -> Option<Point> {
    let mut found = None;
    each(records, |kind, record| {
        if kind == 0x20C {
            found = point(record, 0).filter(|(width, height)| *width != 0.0 && *height != 0.0);
        }
        found.is_none()
    });
    found
}

struct Player<'a> {
    dc: Dc<'a>,
    objects: Vec<Option<Object>>,
}

impl Player<'_> {
    fn record(&mut self, kind: u16, record: Bytes<'_>) -> Option<()> {
        match kind {
            0x1E | 0x102..=0x127 | 0x12E | 0x201 | 0x209..=0x211 | 0x410 | 0x412 => self.state(kind, record),
            0x12D | 0x1F0 => self.select(kind, usize::from(record.u16(0)?)),
            0xF7 | 0x142 | 0x1F9 | 0x2FA..=0x2FC | 0x6FF => self.create(kind, record),
            0x416 => {
                self.dc.clip_boxes(&[rect(record, 0)?], false, false);
                Some(())
            }
            0x521 | 0xA32 => self.text(kind, record),
            0x61D | 0x940 | 0xB41 | 0xD33 | 0xF43 => self.bitmap(kind, record),
            _ => self.shape(kind, record),
        }
    }

    fn state(&mut self, kind: u16, record: Bytes<'_>) -> Option<()> {
        let flag = record.u16(0).map(u32::from);
        let state = &mut self.dc.state;
        match kind {
            0x1E => self.dc.save(),
            0x127 => self.dc.restore(record.i16(0)?),
            0x102 => state.opaque = flag? == 2,
            // The mapping stays as it is for the sizes that only a device gives.
            0x103 => {}
            0x104 => state.rop2 = flag?,
            0x106 => state.winding = flag? == 2,
            0x12E => state.align = flag?,
            0x201 => state.back_color = record.color(0)?,
            0x209 => state.text_color = record.color(0)?,
            0x20B => state.mapping.window_org = point(record, 0)?,
            0x20C => state.mapping.window_ext = point(record, 0).filter(|(width, height)| *width != 0.0 && *height != 0.0)?,
            0x20F => {
                let (x, y) = point(record, 0)?;
                state.mapping.window_org.0 += x;
                state.mapping.window_org.1 += y;
            }
            0x410 => {
                let part = |at: usize| Some(record.i16(at + 2)? / record.i16(at).filter(|part| *part != 0.0)?);
                let (down, across) = (part(0)?, part(4)?);
                state.mapping.window_ext = (state.mapping.window_ext.0 * across, state.mapping.window_ext.1 * down);
            }
            _ => {}
        }
        Some(())
    }

    fn select(&mut self, kind: u16, index: usize) -> Option<()> {
        let object = self.objects.get_mut(index)?;
        if kind == 0x1F0 {
            *object = None;
        } else if let Some(object) = object.clone() {
            self.dc.select(&object);
        }
        Some(())
    }

    /// An object takes the first free number.
    fn create(&mut self, kind: u16, record: Bytes<'_>) -> Option<()> {
        let pattern = |data| Object::Brush(Brush::Solid(Dib::joined(data).and_then(|dib| dib.average()).unwrap_or(0x80_8080)));
        let made = match kind {
            0x2FA => Object::Pen(Pen { style: u32::from(record.u16(0)?), width: record.i16(2)?, color: record.color(6)? }),
            0x2FB => Object::Font(Font::narrow(record, self.dc.decode)?),
            0x2FC => Object::Brush(Brush::logical(u32::from(record.u16(0)?), record.color(2)?, record.u16(6).map_or(0, u32::from))),
            0x142 => pattern(record.from(4)),
            0x1F9 => Object::Brush(Brush::Solid(0x80_8080)),
            _ => Object::Other,
        };
        let free = self.objects.iter().position(Option::is_none).unwrap_or(self.objects.len());
        if free == self.objects.len() && free < MOST_OBJECTS {
            self.objects.push(None);
        }
        *self.objects.get_mut(free)? = Some(made);
        Some(())
    }

    fn shape(&mut self, kind: u16, record: Bytes<'_>) -> Option<()> {
        match kind {
            0x213 => self.dc.to(&[point(record, 0)?], false),
            0x214 => self.dc.move_to(point(record, 0)?),
            0x324 | 0x325 => {
                let count = usize::from(record.u16(0)?);
                let points = forward(record, 2, count);
                let polygon = kind == 0x324;
                self.dc.polyline(&points, polygon, if polygon { Paint::Both } else { Paint::Line });
            }
            0x538 => {
                let count = usize::from(record.u16(0)?);
                let points = forward(record, 2 + 2 * count, record.len());
                let mut rest = points.as_slice();
                let parts = (0..count).map_while(|index| {
                    let (part, after) = rest.split_at_checked(usize::from(record.u16(2 + 2 * index)?))?;
                    rest = after;
                    Some(part)
                });
                self.dc.polygons(parts, true, Paint::Both);
            }
            0x418 => self.dc.ellipse(rect(record, 0)?),
            0x41B => self.dc.rect(rect(record, 0)?, Paint::Both),
            0x61C => self.dc.round_rect(rect(record, 4)?, point(record, 0)?),
            0x41F => {
                let (x, y) = point(record, 4)?;
                let size = self.dc.hairline;
                self.dc.fill_rect([x, y, x + size, y + size], Brush::Solid(record.color(0)?));
            }
            0x817 | 0x81A | 0x830 => {
                let arc = match kind {
                    0x817 => Arc::Open,
                    0x81A => Arc::Pie,
                    _ => Arc::Chord,
                };
                self.dc.arc(rect(record, 8)?, point(record, 4)?, point(record, 0)?, arc);
            }
            _ => {}
        }
        Some(())
    }

    fn text(&mut self, kind: u16, record: Bytes<'_>) -> Option<()> {
        const OPAQUE: u16 = 2;
        const BOXED: u16 = 6;
        let (at, length, start, options) = if kind == 0x521 {
            let length = usize::from(record.u16(0)?);
            (point(record, 2 + length.next_multiple_of(2))?, length, 2, 0)
        } else {
            let options = record.u16(6)?;
            (point(record, 0)?, usize::from(record.u16(4)?), if options & BOXED != 0 { 16 } else { 8 }, options)
        };
        if options & OPAQUE != 0 {
            let [left, top, right, bottom] = [8, 10, 12, 14].map(|at| record.i16(at));
            self.dc.fill_rect([left?, top?, right?, bottom?], Brush::Solid(self.dc.state.back_color));
        }
        let bytes = record.slice(start, length)?.0;
        let text = decoded(bytes, self.dc.state.font.charset, self.dc.decode);
        let first = start + length.next_multiple_of(2);
        let steps: Vec<f64> =
            if kind == 0xA32 { (0..length).map_while(|index| record.i16(first + 2 * index)).collect() } else { Vec::new() };
        let steps = if steps.len() == length {
            of_characters(&text, bytes, &steps, self.dc.decode, self.dc.state.font.charset)
        } else {
            Vec::new()
        };
        self.dc.text(&text, at, &steps);
        Some(())
    }

    fn bitmap(&mut self, kind: u16, record: Bytes<'_>) -> Option<()> {
        let raster = Raster::of(record.u32(0)?);
        // Where the parameters after the operation stand: source (y, x), target (height, width, y, x), each in this order.
        let (source, extent, target, data) = match kind {
            0x61D => return self.pattern(record, 4, raster),
            // Without a bitmap there is a word between.
            0x940 if record.len() < 30 => return self.pattern(record, 10, raster),
            0x940 => (4, 8, 8, 16),
            0xB41 => (8, 4, 12, 20),
            0xF43 => (10, 6, 14, 22),
            _ => return None,
        };
        let dib = Dib::joined(record.from(data))?;
        let (from, extent) = (point(record, source)?, point(record, extent)?);
        let top = if kind == 0xF43 { dib.height as f64 - from.1 - extent.1 } else { from.1 };
        let (size, at) = (point(record, target)?, point(record, target + 4)?);
        self.dc.bitmap(&dib, [from.0, top, extent.0, extent.1], [at.0, at.1, at.0 + size.0, at.1 + size.1], raster);
        Some(())
    }

    /// Height, width, y, x from a place on.
    fn pattern(&mut self, record: Bytes<'_>, at: usize, raster: Raster) -> Option<()> {
        let (size, from) = (point(record, at)?, point(record, at + 4)?);
        self.dc.pattern([from.0, from.1, from.0 + size.0, from.1 + size.1], raster);
        Some(())
    }
}

/// Steps of bytes as steps of characters: a character of two bytes has both of theirs.
fn of_characters(text: &str, bytes: &[u8], steps: &[f64], decode: Decode<'_>, charset: u8) -> Vec<f64> {
    if text.chars().count() == bytes.len() {
        return steps.to_vec();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let pair = bytes.get(at..at + 2).filter(|pair| *byte >= 0x80 && decoded(pair, charset, decode).chars().count() == 1);
        let length = if pair.is_some() { 2 } else { 1 };
        found.push(steps.iter().skip(at).take(length).sum());
        at += length;
    }
    found
}

/// Two words in reverse: y, then x.
fn point(record: Bytes<'_>, at: usize) -> Option<Point> {
    Some((record.i16(at + 2)?, record.i16(at)?))
}

/// Four words in reverse: bottom, right, top, left.
fn rect(record: Bytes<'_>, at: usize) -> Option<[f64; 4]> {
    Some([record.i16(at + 6)?, record.i16(at + 4)?, record.i16(at + 2)?, record.i16(at)?])
}

/// Points as they are: x, then y.
fn forward(record: Bytes<'_>, at: usize, count: usize) -> Vec<Point> {
    (0..count).map_while(|index| Some((record.i16(at + 4 * index)?, record.i16(at + 4 * index + 2)?))).collect()
}
