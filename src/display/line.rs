//! A line of text: its pieces at their places.

use super::build::{At, Builder};
use super::cut::{blanks_apart, cut};
use super::decoration::characters;
use super::upright::upright;
use super::{Group, Item, Rect, Text};
use crate::flow::{CharacterStyle, LinkId, Rgb, SymbolForm};
use crate::layout::fragment::{Line, ParagraphFragment, Piece, PieceContent, TextKind, TextPiece};
use crate::symbol;

/// Where a line stands on the page.
#[derive(Clone, Copy)]
pub(super) struct LineAt<'a> {
    /// Left end of its text.
    pub x: f64,
    /// Top of its box.
    pub top: f64,
    /// Height of its box.
    pub height: f64,
    /// From its left end to its column's right edge, or to the end of its text where that is farther.
    pub room: f64,
    /// Its baseline.
    pub baseline: f64,
    /// Its index on the page.
    pub index: u32,
    /// Its paragraph's language.
    pub lang: &'a str,
    /// What holds it.
    pub holder: At,
}

impl Builder<'_> {
    /// A line in a paragraph at `at`.
    pub fn text_line(&mut self, line: &Line, paragraph: &ParagraphFragment, at: At) {
        let (x, top) = (at.x + line.x, at.y + line.y);
        let (room, baseline) = ((paragraph.width - line.x).max(line.width), top + line.baseline);
        let place = LineAt { x, top, height: line.height, room, baseline, index: self.line, lang: &paragraph.lang, holder: at };
        self.line += 1;
        self.decorate(line, place);
        let begun_at = self.over.len();
        let mut open: Option<LinkId> = None;
        for piece in &line.pieces {
            let link = link_of(piece);
            if link != open {
                if open.take().is_some() {
                    self.over.push(Item::End);
                }
                if let Some(group) = self.link(link) {
                    self.over.push(Item::Begin(group));
                    open = link;
                }
            }
            self.piece(piece, place);
        }
        if open.is_some() {
            self.over.push(Item::End);
        }
        if line.hard_end
            && let Some(Item::Text(text)) = self.over.iter_mut().skip(begun_at).rev().find(|item| matches!(item, Item::Text(_)))
        {
            text.hard_end = true;
        }
    }

    fn piece(&mut self, piece: &Piece, line: LineAt<'_>) {
        match &piece.content {
            PieceContent::Text(text) => self.text(piece, text, line),
            PieceContent::Tab(leader, style) => self.tab(*leader, *style, line.x + piece.x, piece.width, line),
            PieceContent::Object { graphic, height, rise, alt, text, .. } => {
                let at = At { x: line.x + piece.x, y: line.baseline - rise - height, ..line.holder };
                self.graphic(graphic, piece.width, *height, alt, at);
                self.boxed_text(text, (piece.width, *height), at);
            }
            PieceContent::Turned { pieces, middle } => {
                let inner = LineAt { x: line.x + piece.x, holder: At { upright: false, ..line.holder }, ..line };
                self.turned_about(3, line.x + piece.x + piece.width / 2.0, line.baseline - middle, |builder| {
                    pieces.iter().for_each(|piece| builder.piece(piece, inner));
                });
            }
            PieceContent::Rule { rise, height, style } => {
                let Some(style) = self.flow.characters.get(style.0 as usize) else { return };
                let color = text_color(style, style.ground.or(line.holder.ground));
                let (x, y) = (line.x + piece.x, line.baseline - rise - height);
                self.over.push(Item::Rect(Rect { x, y, width: piece.width, height: *height, color }));
            }
        }
    }

    fn text(&mut self, piece: &Piece, text: &TextPiece, line: LineAt<'_>) {
        let Some(style) = self.flow.characters.get(text.style.0 as usize) else { return };
        self.find_in(piece, text, line);
        let face = self.fonts.get(text.face);
        let ground = style.ground.or(line.holder.ground);
        let written = match self.flow.settings.symbols {
            SymbolForm::Shown => symbol::to_unicode,
            SymbolForm::Unicode => symbol::to_words_unicode,
            SymbolForm::Codes => symbol::to_codes,
        };
        let mapped = written(&face.name, &text.text);
        let label = text.kind == TextKind::Label;
        let item = Text {
            x: line.x + piece.x,
            baseline: line.baseline - text.rise,
            width: piece.width,
            font: self.fonts_used.index(text.face, self.fonts, mapped.is_some()),
            size: text.size,
            color: text_color(style, ground),
            letter_spacing: text.letter_spacing,
            word_spacing: text.word_spacing,
            scale: text.scale,
            line: line.index,
            hard_end: false,
            decoration: text.kind != TextKind::Content,
            label,
            notice: false,
            upright: false,
            offset: text.offset,
            lang: language(style, face.east_asian, line.lang),
            text: mapped.unwrap_or_else(|| text.text.clone()),
        };
        let apart = blanks_apart(&item.text, face.east_asian);
        if apart.is_none() && !line.holder.upright {
            return self.over.push(Item::Text(item));
        }
        let places = characters(text, piece, self.fonts);
        let runs = match apart {
            _ if line.holder.upright => upright(item, &places, piece.x),
            apart => cut(item, &places, piece.x, |index| apart.as_ref().and_then(|apart| apart.get(index)).copied()),
        };
        self.over.extend(runs.into_iter().map(Item::Text));
    }

    /// Groups that an object's link makes around a float.
    pub fn linked(&mut self, link: Option<LinkId>, content: impl FnOnce(&mut Self)) {
        let group: Option<Group> = self.link(link);
        let linked = group.is_some();
        self.over.extend(group.map(Item::Begin));
        content(self);
        if linked {
            self.over.push(Item::End);
        }
    }
}

/// The colour of text: automatic is black, white where the ground's luminance is below a quarter (word-layout 2.7).
pub(super) fn text_color(style: &CharacterStyle, ground: Option<Rgb>) -> u32 {
    match style.color {
        Some(color) => color.0,
        None => automatic(ground),
    }
}

/// Black, or white on a dark ground.
pub(super) fn automatic(ground: Option<Rgb>) -> u32 {
    match ground {
        Some(ground) if is_dark(ground) => 0xff_ffff,
        _ => 0,
    }
}

/// Luminance below a quarter, in the weights of Rec. 601.
fn is_dark(Rgb(color): Rgb) -> bool {
    let (red, green, blue) = (color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff);
    red * 299 + green * 587 + blue * 114 < 255 * 250
}

fn link_of(piece: &Piece) -> Option<LinkId> {
    match &piece.content {
        PieceContent::Text(text) => text.link,
        PieceContent::Object { link, .. } => *link,
        PieceContent::Turned { pieces, .. } => pieces.first().and_then(link_of),
        PieceContent::Tab(..) | PieceContent::Rule { .. } => None,
    }
}

/// The run's language where it is not the paragraph's.
fn language(style: &CharacterStyle, east_asian: bool, paragraph: &str) -> String {
    let lang = if east_asian { &style.lang_east_asia } else { &style.lang };
    if lang == paragraph { String::new() } else { lang.clone() }
}

#[cfg(test)]
mod tests {
    use super::{automatic, is_dark};
    use crate::flow::Rgb;

    #[test]
    fn automatic_text_is_white_on_dark_grounds() {
        assert_eq!(automatic(None), 0);
        assert_eq!(automatic(Some(Rgb(0x00_0000))), 0xff_ffff);
        assert_eq!(automatic(Some(Rgb(0xff_ff00))), 0);
        assert!(is_dark(Rgb(0x1f_3864)) && !is_dark(Rgb(0x5b_9bd5)));
    }
}
