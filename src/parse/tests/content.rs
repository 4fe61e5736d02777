//! Paragraphs, runs, tables, sections.

use super::*;
use crate::equation::{FractionKind, Look, Part};
use crate::error::ErrorKind;
use crate::model::{BreakKind, FieldCharKind, FormField, Width};
use crate::units::{EighthPoint, HalfPoint, Twip};

#[test]
fn white_space_as_the_xml_says() {
    assert_eq!(text_of(&paragraph("<w:r><w:t> a b </w:t></w:r>").content), "a b");
    assert_eq!(text_of(&paragraph("<w:r><w:t xml:space='preserve'> a </w:t></w:r>").content), " a ");
    assert_eq!(text_of(&paragraph("<w:r><w:t>\u{3000}a\u{A0}</w:t></w:r>").content), "\u{3000}a\u{A0}");
    assert_eq!(text_of(&paragraph("<w:r><w:t>a\r\nb&amp;c</w:t></w:r>").content), "a b&c");
}

#[test]
fn marks_in_runs() {
    let run = run("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:tab/><w:br/><w:br w:type='page'/><w:cr/>\
         <w:br w:clear='all'/><w:sym w:font='Wingdings' w:char='F0FC'/><w:br w:type='column'/><w:pgNum/>");
    let mut all = run.content.iter();
    assert!(matches!(all.next(), Some(RunContent::Text(text)) if text == "a\u{2011}b\u{AD}"));
    assert!(matches!(all.next(), Some(RunContent::Tab)));
    for kind in [BreakKind::Line, BreakKind::Page, BreakKind::Line, BreakKind::LineClear] {
        assert!(matches!(all.next(), Some(RunContent::Break(found)) if *found == kind));
    }
    assert!(matches!(all.next(), Some(RunContent::Symbol { font, code: 0xF0FC }) if font == "Wingdings"));
    assert!(matches!(all.next(), Some(RunContent::Break(BreakKind::Column))));
    assert!(matches!(all.next(), Some(RunContent::PageNumber)));
    assert!(all.next().is_none());
}

#[test]
fn insertions_show_and_deletions_do_not() {
    let content = paragraph(
        "<w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del>\
         <w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo>\
         <w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:smartTag><w:r><w:t>c</w:t></w:r></w:smartTag></w:sdtContent></w:sdt>\
         <w:hyperlink w:anchor='here'><w:r><w:t>d</w:t></w:r></w:hyperlink>\
         <w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple>",
    )
    .content;
    assert_eq!(text_of(&content), "abcd1");
    assert!(matches!(content.last(), Some(Inline::Field { instruction, .. }) if instruction == " PAGE "));
}

#[test]
fn a_deleted_mark_is_noted() {
    assert!(paragraph("<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>").mark_deleted);
    assert!(!paragraph("<w:pPr><w:rPr><w:ins w:id='1'/></w:rPr></w:pPr>").mark_deleted);
}

#[test]
fn bookmarks_between_blocks_belong_to_the_next_paragraph() {
    let document = read("<w:bookmarkStart w:name='a'/><w:p><w:r><w:t>x</w:t></w:r></w:p><w:bookmarkStart w:name='b'/>");
    assert_eq!(lines(&document.body), ["[a]x[b]"]);
}

#[test]
fn run_properties_as_stated() {
    let run = run("<w:rPr><w:b/><w:i w:val='0'/><w:caps w:val='off'/><w:sz w:val='21'/><w:color w:val='ff0000' w:themeColor='accent1'/>\
         <w:u w:val='single'/><w:rFonts w:ascii='A' w:eastAsiaTheme='minorEastAsia' w:hint='eastAsia'/><w:w w:val='66%'/>\
         <w:bdr w:val='single' w:sz='4' w:space='1'/><w:position w:val='-6'/><w:nonsense/></w:rPr><w:t>x</w:t>");
    let properties = &run.properties;
    assert_eq!((properties.bold, properties.italic, properties.caps, properties.strike), (Some(true), Some(false), Some(false), None));
    assert_eq!((properties.size, properties.scale, properties.position), (Some(HalfPoint(21)), Some(66), Some(HalfPoint(-6))));
    assert_eq!(properties.color.as_ref().map(|color| (color.val.as_str(), color.theme.as_deref())), Some(("FF0000", Some("accent1"))));
    assert_eq!(properties.fonts.east_asia_theme.as_deref(), Some("minorEastAsia"));
    assert_eq!(properties.border.as_ref().map(|border| border.size), Some(EighthPoint(4)));
}

#[test]
fn what_is_stated_alike_is_shared() {
    let content = paragraph("<w:r><w:rPr><w:b/></w:rPr></w:r><w:r><w:rPr><w:b/></w:rPr></w:r><w:r><w:rPr><w:i/></w:rPr></w:r>").content;
    let all: Vec<_> = content.iter().map(|inline| if let Inline::Run(run) = inline { Some(&run.properties) } else { None }).collect();
    let [Some(first), Some(second), Some(third)] = all[..] else { unreachable!("three runs") };
    assert!(std::sync::Arc::ptr_eq(first, second) && !std::sync::Arc::ptr_eq(first, third));
}

#[test]
fn paragraph_properties_as_stated() {
    let paragraph = paragraph(
        "<w:pPr><w:jc w:val='end'/><w:ind w:start='10' w:firstLineChars='200' w:hanging='1pt'/><w:spacing w:before='120' w:line='360' \
         w:lineRule='auto' w:afterAutospacing='1'/><w:tabs><w:tab w:val='start' w:pos='1in' w:leader='dot'/></w:tabs>\
         <w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr><w:keepNext/><w:outlineLvl w:val='2'/></w:pPr>",
    );
    let properties = &paragraph.properties;
    assert_eq!(properties.alignment.as_deref(), Some("right"));
    let indent = &properties.indent;
    assert_eq!((indent.left, indent.first_line_chars, indent.hanging), (Some(Twip(10)), Some(200), Some(Twip(20))));
    let spacing = &properties.spacing;
    assert_eq!((spacing.before, spacing.line, spacing.after_auto), (Some(Twip(120)), Some(360), Some(true)));
    assert_eq!(properties.tabs.first().map(|tab| (tab.kind.as_str(), tab.position)), Some(("left", Twip(1440))));
    assert_eq!(properties.numbering.as_ref().map(|list| (list.id, list.level)), Some((Some(3), Some(1))));
    assert_eq!((properties.keep_next, properties.outline_level), (Some(true), Some(2)));
}

#[test]
fn values_without_sense_are_warned_of() {
    let (document, warnings) = open(&[main_part("<w:p><w:pPr><w:spacing w:before='many' w:after='10'/></w:pPr></w:p>")]);
    assert!(matches!(good(document).body.first(), Some(Block::Paragraph(p)) if p.properties.spacing.after == Some(Twip(10))));
    assert_eq!(warnings.iter().map(|warning| warning.kind).collect::<Vec<_>>(), ["bad-value"]);
}

#[test]
fn fields_and_their_forms() {
    let run = run(
        "<w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData></w:fldChar>\
         <w:instrText xml:space='preserve'> FORMCHECKBOX </w:instrText><w:fldChar w:fldCharType='end'/>",
    );
    let [
        RunContent::FieldChar(FieldCharKind::Begin { locked: false }, Some(form)),
        RunContent::Instruction(text),
        RunContent::FieldChar(FieldCharKind::End, None),
    ] = &run.content[..]
    else {
        unreachable!("{run:?}")
    };
    assert!(matches!(**form, FormField::CheckBox { checked: true, size: None }));
    assert_eq!(text, " FORMCHECKBOX ");
}

#[test]
fn tables_without_deleted_rows() {
    let document = read(
        "<w:tbl><w:tblPr><w:tblW w:w='50%'/><w:tblLook w:val='04A0' w:firstRow='0'/></w:tblPr><w:tblGrid><w:gridCol w:w='100'/></w:tblGrid>\
         <w:tr><w:tc><w:tcPr><w:tcW w:w='2500' w:type='pct'/><w:gridSpan w:val='2'/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>\
         <w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc><w:p/></w:tc></w:tr>\
         <w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>\
         </w:tbl>",
    );
    let Some(Block::Table(table)) = document.body.first() else { unreachable!("a table") };
    assert_eq!(table.properties.width, Some(Width::Percent(2500.0)));
    assert_eq!(table.properties.look.map(|look| (look.first_row, look.first_column)), Some((false, true)));
    assert_eq!((table.grid.as_slice(), table.rows.len()), (&[100][..], 2));
    let cell = table.rows.first().and_then(|row| row.cells.first()).map(|cell| &cell.properties);
    let stated = cell.map(|cell| (cell.width, cell.grid_span, cell.v_merge));
    assert_eq!(stated, Some((Some(Width::Percent(2500.0)), Some(2), Some(false))));
    assert_eq!(lines(&document.body), ["", "x"]);
}

#[test]
fn sections() {
    let document = read(
        "<w:p><w:pPr><w:sectPr><w:type w:val='continuous'/><w:cols w:num='2' w:space='1cm'/></w:sectPr></w:pPr></w:p>\
         <w:sectPr><w:pgSz w:w='11906' w:h='16838' w:orient='landscape'/><w:pgMar w:top='-1440' w:left='1in'/>\
         <w:docGrid w:type='lines' w:linePitch='312'/><w:titlePg/></w:sectPr>",
    );
    let Some(Block::Paragraph(paragraph)) = document.body.first() else { unreachable!("a paragraph") };
    let first = paragraph.section.as_ref().and_then(|section| section.columns.as_ref());
    assert_eq!(first.map(|columns| (columns.count, columns.space)), Some((Some(2), Some(Twip(567)))));
    let last = &document.section;
    assert_eq!((last.page_width, last.margin_top, last.margin_left), (Some(Twip(11906)), Some(Twip(-1440)), Some(Twip(1440))));
    assert!(last.landscape && last.title_page == Some(true));
    assert_eq!(last.doc_grid.as_ref().and_then(|grid| grid.line_pitch), Some(Twip(312)));
}

#[test]
fn equations_keep_their_parts_and_text() {
    let content = paragraph(
        "<m:oMathPara><m:oMathParaPr><m:jc m:val='left'/></m:oMathParaPr><m:oMath><m:f><m:num><m:r><w:rPr><w:b/></w:rPr><m:t>1</m:t></m:r></m:num>\
         <m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara>",
    )
    .content;
    let Some(Inline::Math { display, alignment, parts, text, properties }) = content.first() else { unreachable!("{content:?}") };
    assert_eq!((*display, alignment.as_str(), text.as_str(), properties.bold), (true, "left", "12", Some(true)));
    let row = |text: &str| vec![Part::Text { text: text.to_owned(), look: Look::default() }];
    assert_eq!(**parts, [Part::Fraction { top: row("1"), bottom: row("2"), kind: FractionKind::Bar }]);
}

#[test]
fn strict_documents_read_the_same() {
    let strict = |text: String| {
        text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
    };
    let (name, text) = main_part("<w:p><w:r><w:t>x</w:t></w:r></w:p>");
    assert_eq!(lines(&good(open(&[(name, strict(text))]).0).body), ["x"]);
}

#[test]
fn nested_tables_have_a_limit() {
    let nested = |depth: usize| {
        let body = format!("{}<w:p/>{}", "<w:tbl><w:tr><w:tc>".repeat(depth), "</w:tc></w:tr></w:tbl>".repeat(depth));
        open(&[main_part(&body)]).0.err().map(|error| error.kind())
    };
    assert_eq!(nested(32), None);
    assert_eq!(nested(33), Some(ErrorKind::TooLarge));
}
