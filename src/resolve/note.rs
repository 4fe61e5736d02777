//! Footnotes and endnotes: numbered in order of reference, resolved as stories of their own.

use super::Resolver;
use super::content::Line;
use super::contextual;
use super::story::{NoteMark, SectionFacts, Story, StoryKind};
use crate::diag::Place;
use crate::flow::{self, CharacterId, Inline, NoteId, NoteRestart};
use crate::model::{self, Block, NoteKind, RunContent};

impl<'a> Resolver<'a, '_> {
    /// A reference in the body: the note it names becomes the next one of the flow.
    pub(super) fn note_reference(
        &mut self,
        footnote: bool,
        id: i32,
        custom_mark: bool,
        style: CharacterId,
        line: &mut Line<'a>,
        story: &mut Story<'a>,
    ) {
        let document = self.document;
        let notes = if footnote { &document.footnotes } else { &document.endnotes };
        let Some(note) = notes.get(&id).filter(|note| note.kind == NoteKind::Normal) else {
            self.warnings.add("part-missing", Place::part(story.part), format!("Note {id} is referred to but is not in the file."));
            return;
        };
        if story.kind != StoryKind::Body {
            self.warnings.add("not-drawn", Place::part(story.part), "A note that is referred to outside the body is not shown.");
            return;
        }
        let mark = if custom_mark { String::new() } else { next_mark(footnote, story) };
        let each_page =
            Some(story.section.footnotes).filter(|settings| footnote && !custom_mark && settings.restart == NoteRestart::EachPage);
        let part = if footnote { "word/footnotes.xml" } else { "word/endnotes.xml" };
        let mut inner = Story::new(StoryKind::Note, part, story.section, &note.blocks);
        let count = if footnote { self.flow.footnotes.len() } else { self.flow.endnotes.len() };
        let id = NoteId(count as u32);
        inner.note_mark = if each_page.is_some() { NoteMark::OnItsPage(id) } else { NoteMark::Fixed(mark.clone()) };
        let mut blocks = self.blocks(&note.blocks, &mut inner);
        let list = if footnote { &mut self.flow.footnotes } else { &mut self.flow.endnotes };
        if let Some(above) = list.last_mut() {
            contextual::between(&mut above.blocks, &mut blocks);
        }
        list.push(flow::Note { blocks, each_page });
        let note = id;
        line.items.push(Inline::Note { footnote, note, style, mark });
    }

    /// The paragraphs that stand above and below notes, where the file declares them.
    pub(super) fn separators(&mut self) {
        let document = self.document;
        for (footnote, notes) in [(true, &document.footnotes), (false, &document.endnotes)] {
            for note in notes.values() {
                let part = if footnote { "word/footnotes.xml" } else { "word/endnotes.xml" };
                let mut story = Story::new(StoryKind::Note, part, SectionFacts::default(), &note.blocks);
                if note.kind == NoteKind::Normal {
                    continue;
                }
                let blocks = self.blocks(&note.blocks, &mut story);
                let separators = &mut self.flow.separators;
                let no_rule = !draws_rule(&note.blocks);
                match (footnote, note.kind) {
                    (true, NoteKind::Separator) => (separators.footnote, separators.no_footnote_rule) = (blocks, no_rule),
                    (true, NoteKind::ContinuationSeparator) => separators.footnote_continuation = blocks,
                    (true, NoteKind::ContinuationNotice) => separators.footnote_notice = blocks,
                    (false, NoteKind::Separator) => (separators.endnote, separators.no_endnote_rule) = (blocks, no_rule),
                    _ => {}
                }
            }
        }
    }
}

/// Whether a separator's paragraphs hold the rule.
fn draws_rule(blocks: &[Block]) -> bool {
    let is_rule = |content: &RunContent| matches!(content, RunContent::Separator | RunContent::ContinuationSeparator);
    blocks.iter().any(|block| match block {
        Block::Paragraph(paragraph) => paragraph.content.iter().any(|inline| match inline {
            model::Inline::Run(run) => run.content.iter().any(is_rule),
            _ => false,
        }),
        Block::Table(_) => false,
    })
}

/// The next number, in the section's format.
fn next_mark(footnote: bool, story: &mut Story<'_>) -> String {
    let settings = if footnote { story.section.footnotes } else { story.section.endnotes };
    let Some(count) = story.note_counts.get_mut(usize::from(!footnote)) else {
        return String::new();
    };
    let number = settings.start.saturating_add(*count);
    *count += 1;
    settings.format.format(i64::from(number))
}
