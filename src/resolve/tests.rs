//! Documents made by hand, through the whole stage: what one room alone cannot show.

use super::resolve;
use crate::diag::Warnings;
use crate::env::Options;
use crate::flow::{self, CellBorder, Flow, Inline, LinkTarget, Merge, PageFieldKind, Rgb, body_text};
use crate::model::*;
use crate::units::{EighthPoint, HalfPoint, Twip};

fn flow(document: &Document) -> Flow {
    resolve(document, &Options::default(), &mut Warnings::default())
}

fn text_run(text: &str, properties: RunProperties) -> crate::model::Inline {
    run(vec![RunContent::Text(text.into())], properties)
}

fn run(content: Vec<RunContent>, properties: RunProperties) -> crate::model::Inline {
    crate::model::Inline::Run(Box::new(Run { properties: properties.into(), content }))
}

fn plain(text: &str) -> crate::model::Inline {
    text_run(text, RunProperties::default())
}

fn paragraph(content: Vec<crate::model::Inline>) -> Paragraph {
    Paragraph { content, ..Paragraph::default() }
}

fn block(paragraph: Paragraph) -> Block {
    Block::Paragraph(Box::new(paragraph))
}

fn document(paragraphs: Vec<Paragraph>) -> Document {
    Document { body: paragraphs.into_iter().map(block).collect(), styles: Some(Styles::default()), ..Document::default() }
}

fn add_style(document: &mut Document, style: Style) {
    document.styles.get_or_insert_default().styles.insert(style.id.clone(), style);
}

fn paragraphs(flow: &Flow) -> Vec<&flow::Paragraph> {
    let blocks = flow.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| if let flow::Block::Paragraph(paragraph) = block { Some(&**paragraph) } else { None }).collect()
}

fn tables(flow: &Flow) -> Vec<&flow::Table> {
    let blocks = flow.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| if let flow::Block::Table(table) = block { Some(&**table) } else { None }).collect()
}

/// The texts of a paragraph with their sizes.
fn texts<'f>(flow: &'f Flow, paragraph: &'f flow::Paragraph) -> Vec<(&'f str, f64)> {
    let items = paragraph.items.iter();
    items
        .filter_map(|item| if let Inline::Text(run) = item { Some((run.text.as_str(), flow.character(run.style).size)) } else { None })
        .collect()
}

fn field(code: &str, result: Option<Vec<crate::model::Inline>>) -> Vec<crate::model::Inline> {
    let mark = |kind| run(vec![RunContent::FieldChar(kind, None)], RunProperties::default());
    let mut content =
        vec![mark(FieldCharKind::Begin { locked: false }), run(vec![RunContent::Instruction(code.into())], RunProperties::default())];
    if let Some(result) = result {
        content.push(mark(FieldCharKind::Separate));
        content.extend(result);
    }
    content.push(mark(FieldCharKind::End));
    content
}

fn sized(size: i32) -> RunProperties {
    RunProperties { size: Some(HalfPoint(size)), ..RunProperties::default() }
}

fn hidden() -> RunProperties {
    RunProperties { vanish: Some(true), ..RunProperties::default() }
}

#[test]
fn layers_come_in_order() {
    let mut document = document(vec![paragraph(vec![
        plain("a"),
        text_run("b", RunProperties { style: Some("strong".into()), ..RunProperties::default() }),
        text_run("c", RunProperties { style: Some("strong".into()), size: Some(HalfPoint(60)), ..RunProperties::default() }),
    ])]);
    document.styles.get_or_insert_default().default_run = sized(22);
    let normal = Style { id: "n".into(), default: true, run: RunProperties { bold: Some(true), ..sized(30) }, ..Style::default() };
    let strong = RunProperties { bold: Some(true), ..sized(40) };
    add_style(&mut document, normal);
    add_style(&mut document, Style { id: "strong".into(), kind: StyleKind::Character, run: strong, ..Style::default() });
    let flow = flow(&document);
    let paragraph = paragraphs(&flow)[0];
    assert_eq!(texts(&flow, paragraph), [("a", 15.0), ("b", 20.0), ("c", 30.0)]);
    let bold: Vec<bool> = paragraph.items.iter().map(|i| matches!(i, Inline::Text(r) if flow.character(r.style).bold)).collect();
    assert_eq!(bold, [true, false, false], "two bold layers cancel each other");
    assert_eq!(flow.settings.default_size, 15.0);
}

#[test]
fn runs_of_one_style_become_one() {
    let document = document(vec![paragraph(vec![plain("总结"), plain("报告 "), text_run("x", sized(30)), plain("y")])]);
    let flow = flow(&document);
    assert_eq!(texts(&flow, paragraphs(&flow)[0]), [("总结报告 ", 10.0), ("x", 15.0), ("y", 10.0)]);
    assert_eq!(body_text(&flow), "总结报告xy");
    assert_eq!(flow.characters_in_body, 6);
}

#[test]
fn styles_based_on_themselves_end() {
    let mut document = document(vec![Paragraph {
        properties: ParagraphProperties { style: Some("a".into()), ..ParagraphProperties::default() }.into(),
        ..paragraph(vec![plain("x")])
    }]);
    let style =
        |id: &str, based_on: &str, size| Style { id: id.into(), based_on: Some(based_on.into()), run: sized(size), ..Style::default() };
    add_style(&mut document, style("a", "b", 24));
    add_style(&mut document, style("b", "a", 48));
    let flow = flow(&document);
    assert_eq!(texts(&flow, paragraphs(&flow)[0]), [("x", 12.0)]);
}

#[test]
fn hidden_text_goes_and_hidden_marks_join() {
    let heading = Paragraph { mark: hidden().into(), ..paragraph(vec![plain("Heading."), text_run("gone", hidden())]) };
    let flow = flow(&document(vec![heading, paragraph(vec![plain(" Text")]), paragraph(vec![plain("Next")])]));
    let all = paragraphs(&flow);
    assert_eq!(all.len(), 2);
    assert_eq!(texts(&flow, all[0]), [("Heading. Text", 10.0)]);
    assert_eq!((all[1].index, all[1].offset), (1, 12));
    assert_eq!(body_text(&flow), "Heading.TextNext");
}

#[test]
fn deleted_marks_join_without_counting() {
    let deleted = Paragraph { mark_deleted: true, ..paragraph(vec![plain("a")]) };
    let flow = flow(&document(vec![deleted, paragraph(vec![plain("b")])]));
    assert_eq!(texts(&flow, paragraphs(&flow)[0]), [("ab", 10.0)]);
}

#[test]
fn fields_show_results_and_compute_pages() {
    let mut content = field("PAGE \\* roman", Some(vec![plain("4")]));
    content.extend(field("REF x", Some(vec![plain("five")])));
    content.extend(field("XE \"index\"", None));
    content.extend(field("HYPERLINK \"javascript:x\"", Some(vec![plain("bad")])));
    content.extend(field("HYPERLINK \\l \"top\"", Some(vec![plain("good")])));
    let mut warnings = Warnings::default();
    let flow = resolve(&document(vec![paragraph(content)]), &Options::default(), &mut warnings);
    let items = &paragraphs(&flow)[0].items;
    assert!(matches!(&items[0], Inline::Field(f) if f.kind == PageFieldKind::Page && f.cached == "4" && f.offset == Some(0)));
    assert!(matches!(&items[1], Inline::Text(run) if run.text == "fivebad" && run.link.is_none() && run.offset == Some(1)));
    assert!(matches!(&items[2], Inline::Text(run) if run.text == "good" && run.link.is_some()));
    assert_eq!(items.len(), 3);
    assert_eq!(flow.links[0].target, LinkTarget::Bookmark("top".into()));
    assert_eq!(warnings.iter().map(|w| w.kind).collect::<Vec<_>>(), ["link-blocked"]);
    assert_eq!(body_text(&flow), "4fivebadgood");
}

#[test]
fn dates_are_todays_where_today_is_known() {
    let mut run = RunProperties::default();
    run.lang.val = Some("en-GB".into());
    let dated = |code: &str| field(code, Some(vec![text_run("stored", run.clone())]));
    let mut content = dated("DATE \\@ \"d.M.yyyy\"");
    content.extend(dated("DATE"));
    content.extend(dated("DATE \\@ \"h:mm\""));
    let document = document(vec![paragraph(content)]);
    let today = Some(crate::env::Date { year: 2026, month: 3, day: 9 });
    let flow = resolve(&document, &Options { today, ..Options::default() }, &mut Warnings::default());
    let items = &paragraphs(&flow)[0].items;
    assert!(matches!(&items[0], Inline::Field(f) if f.kind == PageFieldKind::Known("9.3.2026".into()) && f.cached == "stored"));
    assert!(matches!(&items[1], Inline::Text(run) if run.text == "storedstored"));
    // Offsets count what is stored, whatever is shown.
    assert_eq!(body_text(&flow), "storedstoredstored");
    let without = self::flow(&document);
    assert_eq!(texts(&without, paragraphs(&without)[0]), [("storedstoredstored", 10.0)]);
}

#[test]
fn codes_of_outer_fields_swallow_inner_results() {
    let mut inner = vec![plain("code ")];
    inner.extend(field("PAGE", Some(vec![plain("1")])));
    let mark = |kind| run(vec![RunContent::FieldChar(kind, None)], RunProperties::default());
    let mut content = vec![mark(FieldCharKind::Begin { locked: false })];
    content.extend(inner);
    content.extend([mark(FieldCharKind::Separate), plain("shown"), mark(FieldCharKind::End)]);
    let flow = flow(&document(vec![paragraph(content)]));
    assert_eq!(body_text(&flow), "shown");
}

#[test]
fn a_field_that_never_ends_hides_nothing() {
    let begin = run(vec![RunContent::FieldChar(FieldCharKind::Begin { locked: false }, None)], RunProperties::default());
    let flow = flow(&document(vec![paragraph(vec![begin, plain("a")]), paragraph(vec![plain("b")])]));
    assert_eq!(body_text(&flow), "ab");
}

#[test]
fn fields_may_span_paragraphs() {
    let mut all = field("TOC \\o", Some(vec![plain("one"), plain("two")]));
    let rest = all.split_off(4);
    let flow = flow(&document(vec![paragraph(all), paragraph(rest)]));
    assert_eq!(paragraphs(&flow).len(), 2);
    assert_eq!(body_text(&flow), "onetwo");
}

#[test]
fn form_fields_have_something_to_show() {
    let form = |form: FormField, code: &str| {
        let begin = RunContent::FieldChar(FieldCharKind::Begin { locked: false }, Some(Box::new(form)));
        let content = vec![begin, RunContent::Instruction(code.into()), RunContent::FieldChar(FieldCharKind::End, None)];
        run(content, RunProperties::default())
    };
    let content = vec![
        form(FormField::CheckBox { checked: true, size: None }, "FORMCHECKBOX"),
        form(FormField::DropDown { entries: vec!["男".into(), "女".into()], chosen: 1 }, "FORMDROPDOWN"),
        form(FormField::Text { default: String::new() }, "FORMTEXT"),
    ];
    let flow = flow(&document(vec![paragraph(content)]));
    let shown: String = texts(&flow, paragraphs(&flow)[0]).iter().map(|(text, _)| *text).collect();
    assert_eq!(shown, "☒女\u{2002}\u{2002}\u{2002}\u{2002}\u{2002}");
    assert_eq!(body_text(&flow), "");
}

#[test]
fn symbols_and_small_text_over_ruby_do_not_count() {
    let ruby = Ruby { text: vec![plain("han")], base: vec![plain("汉")], size: Some(10), ..Ruby::default() };
    let content = vec![
        run(vec![RunContent::Symbol { font: "Wingdings".into(), code: 0xFE }], RunProperties::default()),
        run(vec![RunContent::Ruby(Box::new(ruby))], RunProperties::default()),
        plain("字"),
    ];
    let flow = flow(&document(vec![paragraph(content)]));
    let items = &paragraphs(&flow)[0].items;
    assert!(matches!(&items[0], Inline::Text(run) if run.text == "\u{F0FE}" && run.offset.is_none()));
    assert!(matches!(&items[1], Inline::Ruby(ruby) if ruby.size == 5.0 && ruby.text[0].offset.is_none()));
    assert_eq!(body_text(&flow), "汉字");
}

/// List 3 with level 0 "%1." at 420/420.
fn with_list(document: &mut Document) {
    let indent = Indent { left: Some(Twip(420)), hanging: Some(Twip(420)), ..Indent::default() };
    let paragraph = ParagraphProperties { indent, ..ParagraphProperties::default() };
    let run = RunProperties { bold: Some(true), ..RunProperties::default() };
    let level = Level { start: Some(1), text: Some("%1.".into()), paragraph, run, ..Level::default() };
    document
        .numbering
        .abstracts
        .insert(0, AbstractNumbering { levels: [(0, level)].into_iter().collect(), ..AbstractNumbering::default() });
    document.numbering.instances.insert(3, NumberingInstance::default());
}

fn in_list(id: i32, indent: Indent) -> Paragraph {
    let numbering = Some(NumberingReference { id: Some(id), level: Some(0) });
    let properties = ParagraphProperties { numbering, indent, style: Some("list".into()), ..ParagraphProperties::default() };
    Paragraph { properties: properties.into(), mark: sized(40).into(), ..paragraph(vec![plain("x")]) }
}

#[test]
fn list_items_take_the_levels_indent_over_the_styles() {
    let mut document = document(vec![
        in_list(3, Indent { first_line_chars: Some(0), ..Indent::default() }),
        in_list(3, Indent { left: Some(Twip(100)), ..Indent::default() }),
        in_list(0, Indent::default()),
    ]);
    with_list(&mut document);
    let indent = Indent { first_line_chars: Some(200), ..Indent::default() };
    let paragraph = ParagraphProperties { indent, ..ParagraphProperties::default() };
    add_style(&mut document, Style { id: "list".into(), paragraph, ..Style::default() });
    let flow = flow(&document);
    let all = paragraphs(&flow);
    let indents: Vec<_> = all.iter().map(|p| (p.indent_left, p.indent_first)).collect();
    assert_eq!(indents, [(21.0, -21.0), (5.0, -21.0), (0.0, 20.0)]);
    let labels: Vec<_> = all.iter().map(|p| p.label.as_ref().map(|label| label.text.as_str())).collect();
    assert_eq!(labels, [Some("1."), Some("2."), None]);
    let style = all[0].label.as_ref().map(|label| flow.character(label.style));
    assert!(style.is_some_and(|style| style.bold && style.size == 20.0), "the mark's size, the level's weight");
}

#[test]
fn lists_of_styles_yield_to_the_styles_own_indent() {
    let mut document = document(vec![Paragraph {
        properties: ParagraphProperties { style: Some("h".into()), ..ParagraphProperties::default() }.into(),
        ..Paragraph::default()
    }]);
    with_list(&mut document);
    let numbering = Some(NumberingReference { id: Some(3), level: None });
    let indent = Indent { left: Some(Twip(200)), ..Indent::default() };
    add_style(
        &mut document,
        Style {
            id: "h".into(),
            paragraph: ParagraphProperties { numbering, indent, ..ParagraphProperties::default() },
            ..Style::default()
        },
    );
    let flow = flow(&document);
    let paragraph = paragraphs(&flow)[0];
    assert_eq!((paragraph.indent_left, paragraph.indent_first), (10.0, -21.0));
    assert_eq!(paragraph.label.as_ref().map(|label| label.list), Some((3, 0)));
}

#[test]
fn characters_of_an_indent_measure_the_first_run() {
    let indent = Indent { first_line_chars: Some(200), ..Indent::default() };
    let properties = ParagraphProperties { indent, ..ParagraphProperties::default() };
    let text =
        Paragraph { properties: properties.clone().into(), mark: sized(21).into(), ..paragraph(vec![text_run("公文", sized(32))]) };
    let empty = Paragraph { properties: properties.into(), mark: sized(21).into(), ..Paragraph::default() };
    let mut document = document(vec![text, empty]);
    document.section.doc_grid = Some(DocGrid { kind: Some("linesAndChars".into()), line_pitch: Some(Twip(312)), char_space: Some(2048) });
    let flow = flow(&document);
    let first: Vec<_> = paragraphs(&flow).iter().map(|p| p.indent_first).collect();
    assert_eq!(first, [33.0, 22.0]);
}

#[test]
fn notes_are_numbered_in_order_of_reference() {
    let reference = |id, custom_mark| run(vec![RunContent::NoteReference { footnote: true, id, custom_mark }], RunProperties::default());
    let mut document = document(vec![paragraph(vec![plain("a"), reference(9, false), reference(5, true), reference(7, false)])]);
    for id in [5, 7, 9] {
        let blocks = vec![block(paragraph(vec![run(vec![RunContent::NoteMark], RunProperties::default()), plain(&format!(" note {id}"))]))];
        document.footnotes.insert(id, Note { blocks, ..Note::default() });
    }
    document.footnotes.insert(0, Note { kind: NoteKind::Separator, blocks: vec![block(Paragraph::default())] });
    let flow = flow(&document);
    let marks: Vec<_> = paragraphs(&flow)[0]
        .items
        .iter()
        .filter_map(|i| if let Inline::Note { mark, .. } = i { Some(mark.as_str()) } else { None })
        .collect();
    assert_eq!(marks, ["1", "", "2"]);
    let note = &flow.footnotes[2].blocks[0];
    assert!(matches!(note, flow::Block::Paragraph(p) if texts(&flow, p) == [("2 note 7", 10.0)]));
    assert!(flow.separators.no_footnote_rule);
    assert_eq!(flow.characters_in_body, 1);
}

fn cell(text: &str, properties: CellProperties) -> Cell {
    Cell { properties: properties.into(), blocks: vec![block(paragraph(vec![plain(text)]))] }
}

fn row(cells: Vec<Cell>) -> Row {
    Row { cells, ..Row::default() }
}

fn line(val: &str) -> Option<Border> {
    Some(Border { val: val.into(), size: EighthPoint(4), ..Border::default() })
}

#[test]
fn table_styles_reach_cells_and_their_text() {
    let rows = (0..3).map(|i| row(vec![cell(&format!("a{i}"), CellProperties::default()), cell("b", CellProperties::default())])).collect();
    let properties = TableProperties { style: Some("t".into()), ..TableProperties::default() };
    let mut document = document(Vec::new());
    document.body.push(Block::Table(Box::new(Table { properties, grid: vec![1000, 1000], rows, ..Table::default() })));
    let fill = Color { val: "FF0000".into(), ..Color::default() };
    let borders = Borders { bottom: line("double"), inside_v: line("nil"), ..Borders::default() };
    let first_row = ConditionalFormat {
        run: RunProperties { bold: Some(true), ..RunProperties::default() },
        cell: CellProperties { shading: Some(Shading { fill, ..Shading::default() }), borders: Some(borders), ..CellProperties::default() },
        ..ConditionalFormat::default()
    };
    let spacing = Spacing { after: Some(Twip(0)), ..Spacing::default() };
    let table = TableProperties {
        borders: Some(Borders { inside_v: line("single"), ..Borders::default() }),
        cell_margins: Margins { left: Some(Twip(108)), ..Margins::default() },
        ..TableProperties::default()
    };
    add_style(
        &mut document,
        Style {
            id: "t".into(),
            kind: StyleKind::Table,
            paragraph: ParagraphProperties { spacing, ..ParagraphProperties::default() },
            table,
            conditional: [("firstRow".to_owned(), first_row)].into_iter().collect(),
            ..Style::default()
        },
    );
    let spacing = Spacing { after: Some(Twip(200)), before: Some(Twip(40)), ..Spacing::default() };
    document.styles.get_or_insert_default().default_paragraph = ParagraphProperties { spacing, ..ParagraphProperties::default() };
    let flow = flow(&document);
    let table = tables(&flow)[0];
    assert!(table.borders.inside_v.is_some());
    assert_eq!(table.cell_margins, [5.4, 0.0, 5.75, 0.0]);
    let corner = &table.rows[0].cells[0];
    assert_eq!(corner.shading, Some(Rgb(0xFF0000)));
    assert!(matches!(corner.borders.bottom, CellBorder::Line(b) if b.style == flow::BorderStyle::Double));
    assert_eq!(corner.borders.right, CellBorder::Nil);
    assert_eq!(corner.borders.left, CellBorder::Inherit, "an inner border does not fall on the outer edge");
    assert_eq!(table.rows[1].cells[0].shading, None);
    let texts = corner.blocks.iter().filter_map(|block| if let flow::Block::Paragraph(text) = block { Some(text) } else { None });
    let text = { texts }.next_back().map(|text| (&text.items[0], text.spacing.before, text.spacing.after));
    assert!(
        matches!(text, Some((Inline::Text(run), 2.0, 0.0)) if flow.character(run.style).bold),
        "the defaults give way on the stated side only"
    );
}

#[test]
fn merged_cells_have_spans() {
    let merged = |v, h| CellProperties { v_merge: v, h_merge: h, width: Some(Width::Twips(500)), ..CellProperties::default() };
    let rows = vec![
        row(vec![cell("a", merged(Some(true), None)), cell("b", merged(None, Some(true))), cell("", merged(None, Some(false)))]),
        row(vec![cell("", merged(Some(false), None)), cell("c", CellProperties { grid_span: Some(2), ..CellProperties::default() })]),
    ];
    let mut document = document(Vec::new());
    document.body.push(Block::Table(Box::new(Table { rows, ..Table::default() })));
    let flow = flow(&document);
    let rows = &tables(&flow)[0].rows;
    assert_eq!(rows[0].cells.iter().map(|c| (c.span, c.merge)).collect::<Vec<_>>(), [(1, Merge::Start), (2, Merge::None)]);
    assert_eq!(rows[0].cells[1].width, flow::Width::Points(50.0));
    assert_eq!(rows[1].cells.iter().map(|c| (c.span, c.merge)).collect::<Vec<_>>(), [(1, Merge::Continue), (2, Merge::None)]);
}

#[test]
fn hidden_rows_disappear() {
    let gone = Row {
        properties: RowProperties { hidden: Some(true), ..RowProperties::default() },
        ..row(vec![cell("x", CellProperties::default())])
    };
    let blocks = vec![block(Paragraph { mark: hidden().into(), ..paragraph(vec![text_run("y", hidden())]) })];
    let empty = row(vec![Cell { blocks, ..Cell::default() }]);
    let mut document = document(Vec::new());
    document.body.push(Block::Table(Box::new(Table {
        rows: vec![gone, empty, row(vec![cell("z", CellProperties::default())])],
        ..Table::default()
    })));
    let flow = flow(&document);
    assert_eq!(tables(&flow)[0].rows.len(), 1);
    assert_eq!(body_text(&flow), "z");
}

#[test]
fn a_paragraph_made_for_its_section_is_marked() {
    let section = Some(Box::new(SectionProperties::default()));
    let flow =
        flow(&document(vec![paragraph(vec![plain("a")]), Paragraph { section, ..Paragraph::default() }, paragraph(vec![plain("b")])]));
    assert_eq!(paragraphs(&flow).iter().map(|p| p.section_mark).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(flow.sections.len(), 2);
}

#[test]
fn the_same_document_resolves_to_the_same_numbers() {
    let document = document(vec![paragraph(vec![plain("a"), text_run("b", sized(30))]), paragraph(vec![text_run("c", sized(40))])]);
    assert_eq!(format!("{:?}", flow(&document)), format!("{:?}", flow(&document)));
}

#[test]
fn nesting_beyond_the_limit_is_left_out_with_a_warning() {
    let mut inner = vec![block(paragraph(vec![plain("deep")]))];
    for _ in 0..100 {
        let table = Table { rows: vec![row(vec![Cell { blocks: inner, ..Cell::default() }])], ..Table::default() };
        inner = vec![Block::Table(Box::new(table))];
    }
    let document = Document { body: inner, ..Document::default() };
    let mut warnings = Warnings::default();
    let flow = resolve(&document, &Options::default(), &mut warnings);
    assert_eq!(body_text(&flow), "");
    assert!(warnings.iter().any(|warning| warning.kind == "not-drawn"));
}
