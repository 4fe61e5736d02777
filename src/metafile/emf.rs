//! Enhanced metafiles ([MS-EMF]): records to calls.

use super::bytes::Bytes;
use super::dc::{Arc, Dc, Paint, Point};
use super::dib::Dib;
use super::matrix::Matrix;
use super::object::{Brush, Font, Object, Pen, stock};
use super::raster::Raster;
use super::region::{boxes, rect};
use super::text::{Decode, decoded, of_glyphs};

/// Handles that a file may have.
const MOST_HANDLES: usize = 65_536;

/// Plays a file.
pub(super) fn play(file: Bytes<'_>, decode: Decode<'_>) -> Option<String> {
    let mut player = Player { dc: Dc::new(decode), objects: Vec::new() };
    let view = player.header(file)?;
    let mut at = 0;
    while let (Some(kind), Some(size)) = (file.u32(at), file.size(at + 4)) {
        const EOF: u32 = 14;
        if size < 8 || kind == EOF || player.dc.is_full() {
            break;
        }
        // A record that ends early is passed over.
        if let Some(record) = file.slice(at, size) {
            let _ = player.record(kind, record);
        }
        at = at.saturating_add(size);
    }
    player.dc.finish(view)
}

struct Player<'a> {
    dc: Dc<'a>,
    objects: Vec<Option<Object>>,
}

impl Player<'_> {
    /// The picture's box in device units: the frame, which is in hundredths of a millimetre.
    fn header(&mut self, file: Bytes<'_>) -> Option<[f64; 4]> {
        let (bounds, frame) = (rect(file, 8)?, rect(file, 24)?);
        let ratio = |pixels: f64, millimetres: f64| if pixels > 0.0 && millimetres > 0.0 { pixels / millimetres } else { 3.78 };
        self.dc.density = (ratio(file.i32(72)?, file.i32(80)?), ratio(file.i32(76)?, file.i32(84)?));
        let (across, down) = (self.dc.density.0 / 100.0, self.dc.density.1 / 100.0);
        let view = [frame[0] * across, frame[1] * down, (frame[2] - frame[0]) * across, (frame[3] - frame[1]) * down];
        let usable = view[2] > 0.0 && view[3] > 0.0;
        Some(if usable { view } else { [bounds[0], bounds[1], bounds[2] - bounds[0] + 1.0, bounds[3] - bounds[1] + 1.0] })
    }

    fn record(&mut self, kind: u32, record: Bytes<'_>) -> Option<()> {
        match kind {
            2..=8 | 85..=91 => self.poly(kind, record),
            9..=13 | 16..=25 | 31..=36 | 57 | 115 => self.state(kind, record),
            26 | 28..=30 | 67 | 75 => self.clip(kind, record),
            37..=40 | 49 | 82 | 93..=95 => self.object(kind, record),
            27 => {
                self.dc.move_to(point(record, 8)?);
                Some(())
            }
            15 | 41..=47 | 54..=55 => self.shape(kind, record),
            59..=66 | 68 => self.path(kind),
            71 | 74 => self.region(kind, record),
            76 | 77 | 80 | 81 | 114 | 116 => self.bitmap(kind, record),
            83 | 84 | 108 => self.text(kind, record),
            _ => None,
        }
    }

    fn poly(&mut self, kind: u32, record: Bytes<'_>) -> Option<()> {
        // 85 to 91 are 2 to 8 with points of 16 bits.
        let (kind, short) = if kind >= 85 { (kind - 83, true) } else { (kind, false) };
        let many = matches!(kind, 7 | 8);
        let (count, start) = if many { (record.size(28)?, 32 + 4 * record.size(24)?.min(record.len())) } else { (record.size(24)?, 28) };
        let size = if short { 4 } else { 8 };
        let count = count.min(record.len().saturating_sub(start) / size);
        let place = |index: usize| {
            let at = start + index * size;
            Some(if short { (record.i16(at)?, record.i16(at + 2)?) } else { (record.i32(at)?, record.i32(at + 4)?) })
        };
        let points: Vec<Point> = (0..count).map_while(place).collect();
        match kind {
            2 => self.dc.bezier(&points),
            3 => self.dc.polyline(&points, true, Paint::Both),
            4 => self.dc.polyline(&points, false, Paint::Line),
            5 => self.dc.to(&points, true),
            6 => self.dc.to(&points, false),
            _ => {
                let mut rest = points.as_slice();
                let parts = (0..record.size(24)?).map_while(|index| {
                    let (part, after) = rest.split_at_checked(record.size(32 + 4 * index)?)?;
                    rest = after;
                    Some(part)
                });
                let closed = kind == 8;
                self.dc.polygons(parts, closed, if closed { Paint::Both } else { Paint::Line });
            }
        }
        Some(())
    }

    fn state(&mut self, kind: u32, record: Bytes<'_>) -> Option<()> {
        let number = record.u32(8);
        let state = &mut self.dc.state;
        match kind {
            9 => state.mapping.window_ext = point(record, 8)?,
            10 => state.mapping.window_org = point(record, 8)?,
            11 => state.mapping.viewport_ext = point(record, 8)?,
            12 => state.mapping.viewport_org = point(record, 8)?,
            17 => state.mapping.mode = number?,
            18 => state.opaque = number? == 2,
            19 => state.winding = number? == 2,
            20 => state.rop2 = number?,
            22 => state.align = number?,
            24 => state.text_color = record.color(8)?,
            25 => state.back_color = record.color(8)?,
            31 | 32 => {
                let part = |at: usize| Some(record.i32(at)? / record.i32(at + 4).filter(|part| *part != 0.0)?);
                let extent = if kind == 31 { &mut state.mapping.viewport_ext } else { &mut state.mapping.window_ext };
                *extent = (extent.0 * part(8)?, extent.1 * part(16)?);
            }
            33 => self.dc.save(),
            34 => self.dc.restore(record.i32(8)?),
            35 => state.world = matrix(record)?,
            36 => match record.u32(32)? {
                1 => state.world = Matrix::IDENTITY,
                2 => state.world = matrix(record)?.then(&state.world),
                3 => state.world = state.world.then(&matrix(record)?),
                4 => state.world = matrix(record)?,
                _ => {}
            },
            57 => state.clockwise = number? == 2,
            _ => {}
        }
        Some(())
    }

    fn clip(&mut self, kind: u32, record: Bytes<'_>) -> Option<()> {
        const COPY: u32 = 5;
        const AND: u32 = 1;
        match kind {
            30 => self.dc.clip_boxes(&[rect(record, 8)?], false, false),
            67 => match record.u32(8)? {
                COPY => self.dc.clip_path(true),
                AND => self.dc.clip_path(false),
                // What is added or taken away is not: showing too much beats showing too little.
                _ => self.dc.abort_path(),
            },
            75 => {
                let mode = record.u32(12)?;
                match record.size(8)? {
                    0 => self.dc.unclip(),
                    _ if matches!(mode, COPY | AND) => self.dc.clip_boxes(&boxes(record.from(16))?, true, mode == COPY),
                    _ => {}
                }
            }
            _ => {}
        }
        Some(())
    }

    fn object(&mut self, kind: u32, record: Bytes<'_>) -> Option<()> {
        const STOCK: u32 = 0x8000_0000;
        let handle = record.u32(8)?;
        let made = match kind {
            37 => {
                let object =
                    if handle & STOCK != 0 { Some(stock(handle & !STOCK)) } else { self.objects.get(handle as usize).cloned().flatten() };
                self.dc.select(&object?);
                return Some(());
            }
            40 => {
                *self.objects.get_mut(handle as usize)? = None;
                return Some(());
            }
            38 => Object::Pen(Pen { style: record.u32(12)?, width: record.i32(16)?, color: record.color(24)? }),
            95 => {
                let (style, color) = if record.u32(36)? == 1 { (5, 0) } else { (record.u32(28)?, record.color(40)?) };
                Object::Pen(Pen { style, width: record.i32(32)?, color })
            }
            39 => Object::Brush(Brush::logical(record.u32(12)?, record.color(16)?, record.u32(20)?)),
            93 | 94 => {
                let dib = part(record, 16).and_then(|info| Dib::apart(info, part(record, 24)?));
                Object::Brush(Brush::Solid(dib.and_then(|dib| dib.average()).unwrap_or(0x80_8080)))
            }
            82 => Object::Font(Font::wide(record.from(12))?),
            _ => Object::Other,
        };
        let index = handle as usize;
        if index < MOST_HANDLES {
            if self.objects.len() <= index {
                self.objects.resize(index + 1, None);
            }
            *self.objects.get_mut(index)? = Some(made);
        }
        Some(())
    }

    fn shape(&mut self, kind: u32, record: Bytes<'_>) -> Option<()> {
        match kind {
            15 => {
                let (x, y) = point(record, 8)?;
                self.dc.fill_rect([x, y, x + 1.0, y + 1.0], Brush::Solid(record.color(16)?));
            }
            42 => self.dc.ellipse(rect(record, 8)?),
            43 => self.dc.rect(rect(record, 8)?, Paint::Both),
            44 => self.dc.round_rect(rect(record, 8)?, point(record, 24)?),
            45..=47 | 55 => {
                let arc = [Arc::Open, Arc::Chord, Arc::Pie].get(kind as usize - 45).copied().unwrap_or(Arc::To);
                self.dc.arc(rect(record, 8)?, point(record, 24)?, point(record, 32)?, arc);
            }
            54 => self.dc.to(&[point(record, 8)?], false),
            _ => {}
        }
        Some(())
    }

    fn path(&mut self, kind: u32) -> Option<()> {
        match kind {
            59 => self.dc.begin_path(),
            60 => self.dc.end_path(),
            61 => self.dc.close_figure(),
            62 => self.dc.paint_path(Paint::Inside),
            63 => self.dc.paint_path(Paint::Both),
            64 => self.dc.paint_path(Paint::Line),
            68 => self.dc.abort_path(),
            _ => {}
        }
        Some(())
    }

    fn region(&mut self, kind: u32, record: Bytes<'_>) -> Option<()> {
        let (brush, data) = if kind == 71 {
            let object = self.objects.get(record.size(28)?).cloned().flatten();
            (if let Some(Object::Brush(brush)) = object { brush } else { return None }, record.from(32))
        } else {
            (self.dc.state.brush, record.from(28))
        };
        boxes(data)?.into_iter().for_each(|rect| self.dc.fill_rect(rect, brush));
        Some(())
    }

    fn bitmap(&mut self, kind: u32, record: Bytes<'_>) -> Option<()> {
        let (x, y) = point(record, 24)?;
        let to_device = matches!(kind, 80 | 81);
        let (info, bits) = if to_device { (48, 56) } else { (84, 92) };
        let dib = part(record, info).and_then(|info| Dib::apart(info, part(record, bits)?));
        let (from, extent, target) = match kind {
            81 => (point(record, 32)?, point(record, 40)?, point(record, 72)?),
            80 => (point(record, 32)?, point(record, 40)?, point(record, 40)?),
            76 => (point(record, 44)?, point(record, 32)?, point(record, 32)?),
            _ => (point(record, 44)?, point(record, 100)?, point(record, 32)?),
        };
        let target = [x, y, x + target.0, y + target.1];
        let raster = Raster::of(match kind {
            81 => record.u32(68)?,
            80 | 114 | 116 => 0xCC_0020,
            _ => record.u32(40)?,
        });
        let Some(dib) = dib else {
            self.dc.pattern(target, raster);
            return Some(());
        };
        // These count the rows from the bitmap's bottom.
        let top = if to_device { dib.height as f64 - from.1 - extent.1 } else { from.1 };
        let source = [from.0, top, extent.0, extent.1];
        if kind == 114 {
            self.dc.blend(&dib, source, target, record.u8(43)? & 1 != 0, record.u8(42)?);
        } else {
            self.dc.bitmap(&dib, source, target, raster);
        }
        Some(())
    }

    fn text(&mut self, kind: u32, record: Bytes<'_>) -> Option<()> {
        const OPAQUE: u32 = 2;
        const GLYPHS: u32 = 0x10;
        if kind == 108 {
            return self.small_text(record);
        }
        let (at, options) = (point(record, 36)?, record.u32(52)?);
        let count = record.size(44)?.min(record.len());
        if options & OPAQUE != 0 {
            self.dc.fill_rect(rect(record, 56)?, Brush::Solid(self.dc.state.back_color));
        }
        let start = record.size(48)?;
        let units = (0..count).map_while(|index| record.u16(start + 2 * index));
        let text = match kind {
            83 => decoded(record.slice(start, count)?.0, self.dc.state.font.charset, self.dc.decode),
            _ if options & GLYPHS != 0 => of_glyphs(units),
            _ => char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect(),
        };
        // With ETO_PDY each step has two parts.
        let each = if options & 0x2000 != 0 { 8 } else { 4 };
        let steps = record.size(72).filter(|offset| *offset > 0);
        let steps: Vec<f64> =
            steps.map_or_else(Vec::new, |offset| (0..count).map_while(|index| record.i32(offset + each * index)).collect());
        self.dc.text(&text, at, &steps);
        Some(())
    }

    fn small_text(&mut self, record: Bytes<'_>) -> Option<()> {
        let (count, options) = (record.size(16)?.min(record.len()), record.u32(20)?);
        let start = if options & 0x100 != 0 { 36 } else { 52 };
        let text = if options & 0x200 != 0 {
            record.slice(start, count)?.0.iter().copied().map(char::from).collect()
        } else {
            let units = (0..count).map_while(|index| record.u16(start + 2 * index));
            char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect::<String>()
        };
        self.dc.text(&text, point(record, 8)?, &[]);
        Some(())
    }
}

/// A part of a record whose offset and length stand at a place.
fn part(record: Bytes<'_>, at: usize) -> Option<Bytes<'_>> {
    record.slice(record.size(at)?, record.size(at + 4)?).filter(|part| part.len() > 0)
}

/// A POINTL or SIZEL.
fn point(record: Bytes<'_>, at: usize) -> Option<Point> {
    Some((record.i32(at)?, record.i32(at + 4)?))
}

fn matrix(record: Bytes<'_>) -> Option<Matrix> {
    let [m11, m12, m21, m22, dx, dy] = [8, 12, 16, 20, 24, 28].map(|at| record.f32(at));
    Some(Matrix { m11: m11?, m12: m12?, m21: m21?, m22: m22?, dx: dx?, dy: dy? })
}
