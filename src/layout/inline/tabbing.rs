//! Tabs while a line is taken: where each one moves the pen (word-layout 5.9).

use super::class::Class;
use super::linebreak::{Breaker, PlacedTab, Room, State, Taken};
use super::tabs::Stop;
use super::text::{Atom, Char, EPSILON};
use crate::flow::{Leader, TabKind};

impl Breaker<'_, '_> {
    /// Where a cell's text begins that stands at `start`: a decimal stop aligns it without a tab (word-layout 5.9).
    pub(super) fn decimal_start(&self, start: f64) -> f64 {
        let stop = self.stops.next(start);
        if !stop.stated || stop.kind != TabKind::Decimal || self.text.chars.iter().any(|char| char.class == Class::Tab) {
            return start;
        }
        (stop.position - self.measure_to_tab(0, TabKind::Decimal).1).max(start)
    }

    /// Moves to the next stop; false where the tab does not fit and begins the next line.
    pub(super) fn tab(&self, at: usize, room: Room, state: &mut State, taken: &mut Taken) -> bool {
        let x = state.x;
        let stop = match self.text.segment(&self.text.chars[at]).atom {
            Some(Atom::PositionedTab { kind, from_indent, leader }) => {
                let (left, right) = if from_indent { (room.indent, taken.right) } else { (0.0, room.column) };
                let position = match kind {
                    TabKind::Center => (left + right) / 2.0,
                    TabKind::Right | TabKind::Decimal => right,
                    TabKind::Left | TabKind::Bar => left,
                };
                Stop { position, kind, leader, stated: true }
            }
            _ => self.stops.next(x),
        };
        let mut position = stop.position;
        let mut target = match stop.kind {
            TabKind::Left | TabKind::Bar => {
                if position > taken.right + EPSILON {
                    if stop.stated || x >= taken.right - EPSILON {
                        return self.clamp(at, x, room, state, taken, stop);
                    }
                    position = taken.right;
                }
                position
            }
            TabKind::Right | TabKind::Center | TabKind::Decimal => {
                position = position.min(taken.right.max(room.column));
                let (all, part) = self.measure_to_tab(at + 1, stop.kind);
                let shift = match stop.kind {
                    TabKind::Right => all,
                    TabKind::Center => all / 2.0,
                    _ => part,
                };
                let target = position - shift;
                // Text that a tab brings there may reach past the right indent.
                taken.right = taken.right.max(position.max(target + all).min(room.column));
                target
            }
        };
        target = target.max(x);
        self.place_tab(at, target, state, taken, stop.leader);
        true
    }

    /// A left stop beyond the right edge: the line breaks at the tab unless it is the line's first.
    fn clamp(&self, at: usize, x: f64, room: Room, state: &mut State, taken: &mut Taken, stop: Stop) -> bool {
        if x > room.start + EPSILON {
            return false;
        }
        self.place_tab(at, x.max(taken.right.min(stop.position)), state, taken, stop.leader);
        true
    }

    fn place_tab(&self, at: usize, target: f64, state: &mut State, taken: &mut Taken, leader: Leader) {
        taken.tabs.push(PlacedTab { at, width: target - state.x, leader });
        *state = State::at(target, at + 1);
    }

    /// The width of the text up to the next tab or break, and of its part before a decimal point.
    fn measure_to_tab(&self, from: usize, kind: TabKind) -> (f64, f64) {
        let mut state = State::default();
        let mut point = None;
        let chars: &[Char] = &self.text.chars;
        for (i, char) in chars.iter().enumerate().skip(from) {
            if matches!(char.class, Class::Tab | Class::Break) {
                break;
            }
            if kind == TabKind::Decimal && point.is_none() && char.c == '.' {
                point = Some(state.edge);
            }
            self.add(&mut state, i, i + 1);
        }
        (state.edge, point.unwrap_or(state.edge))
    }
}
