//! Numbers beside lines (`w:lnNumType`; word-layout 7.9).

use super::PageStart;
use crate::flow::{CharacterId, LineNumberRestart, Section};
use crate::layout::fragment::{Fragment, LineNumber, Page, Story};

/// Numbers the body's lines and tells the next page where to go on.
pub fn number_lines(page: &mut Page, section: &Section, start: &PageStart, next: Option<&mut PageStart>, style: CharacterId) {
    let Some(settings) = section.line_numbers else { return };
    let goes_on = match settings.restart {
        LineNumberRestart::NewPage => false,
        LineNumberRestart::NewSection => !start.first,
        LineNumberRestart::Continuous => true,
    };
    let mut number = if goes_on && start.line_number > 0 { start.line_number } else { settings.start.max(1) };
    let mut numbers = Vec::new();
    for story in page.stories.iter().filter(|story| story.story == Story::Body) {
        for placed in &story.blocks {
            let Fragment::Paragraph(paragraph) = &placed.fragment else { continue };
            for line in &paragraph.lines {
                if number % settings.count_by.max(1) == 0 {
                    numbers.push(LineNumber {
                        x: placed.x - settings.distance,
                        baseline: placed.y + line.y + line.baseline,
                        number,
                        style,
                    });
                }
                number += 1;
            }
        }
    }
    page.line_numbers = numbers;
    if let Some(next) = next {
        next.line_number = number;
    }
}
