//! The parts beside the main one.

use super::*;
use crate::error::ErrorKind;
use crate::model::{NoteKind, StyleKind};
use crate::units::HalfPoint;

fn part(root: &str, content: &str) -> String {
    format!("<w:{root} {NAMES}>{content}</w:{root}>")
}

#[test]
fn styles() {
    let (document, _) = open(&[
        main_part("<w:p/>"),
        relationships(&[("rId1", "styles", "styles.xml")]),
        (
            "word/styles.xml",
            part(
                "styles",
                "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='24'/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
                 <w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style>\
                 <w:style w:type='table' w:styleId='t'><w:basedOn w:val='a'/><w:tblPr><w:tblStyleRowBandSize w:val='1'/></w:tblPr>\
                 <w:tblStylePr w:type='firstRow'><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>",
            ),
        ),
    ]);
    let styles = good(document).styles.unwrap_or_default();
    assert_eq!((styles.default_run.size, styles.states_paragraph_default), (Some(HalfPoint(24)), true));
    assert!(styles.styles.get("a").is_some_and(|style| style.default && style.name == "Normal"));
    let table = styles.styles.get("t");
    assert!(table.is_some_and(|style| style.kind == StyleKind::Table && style.table.row_band_size == Some(1)));
    let first_row = table.and_then(|style| style.conditional.get("firstRow"));
    assert_eq!(first_row.and_then(|format| format.run.bold), Some(true));
}

#[test]
fn numbering() {
    let (document, _) = open(&[
        main_part("<w:p/>"),
        relationships(&[("rId1", "numbering", "numbering.xml")]),
        (
            "word/numbering.xml",
            part(
                "numbering",
                "<w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='2'/><w:numFmt w:val='chineseCounting'/>\
                 <w:lvlText w:val='第%1章'/><w:lvlJc w:val='start'/><w:suff w:val='space'/></w:lvl></w:abstractNum>\
                 <w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>",
            ),
        ),
    ]);
    let numbering = good(document).numbering;
    let level = numbering.abstracts.get(&7).and_then(|list| list.levels.get(&0)).cloned().unwrap_or_default();
    assert_eq!((level.start, level.format.as_deref(), level.text.as_deref()), (Some(2), Some("chineseCounting"), Some("第%1章")));
    assert_eq!((level.alignment.as_deref(), level.suffix.as_deref()), (Some("left"), Some("space")));
    let instance = numbering.instances.get(&3).cloned().unwrap_or_default();
    assert_eq!(instance.abstract_id, 7);
    assert_eq!(instance.overrides.get(&0).and_then(|(start, _)| *start), Some(5));
}

#[test]
fn settings_theme_and_fonts() {
    let (document, _) = open(&[
        main_part("<w:p/>"),
        relationships(&[
            ("rId1", "settings", "settings.xml"),
            ("rId2", "theme", "theme/theme1.xml"),
            ("rId3", "fontTable", "fontTable.xml"),
        ]),
        (
            "word/settings.xml",
            part(
                "settings",
                "<w:evenAndOddHeaders/><w:defaultTabStop w:val='420'/><w:compat><w:ulTrailSpace/><w:useFELayout w:val='0'/>\
                 <w:compatSetting w:name='compatibilityMode' w:val='15'/></w:compat><w:themeFontLang w:val='en-US' w:eastAsia='zh-CN'/>",
            ),
        ),
        (
            "word/theme/theme1.xml",
            format!(
                "<a:theme {NAMES}><a:themeElements><a:clrScheme><a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1>\
                 <a:accent1><a:srgbClr val='4f81bd'/></a:accent1></a:clrScheme><a:fontScheme><a:minorFont><a:latin typeface='Calibri'/>\
                 <a:ea typeface=''/><a:font script='Hans' typeface='宋体'/></a:minorFont></a:fontScheme></a:themeElements></a:theme>"
            ),
        ),
        (
            "word/fontTable.xml",
            part(
                "fonts",
                "<w:font w:name='宋体'><w:altName w:val='SimSun'/><w:charset w:val='86'/><w:family w:val='auto'/><w:pitch w:val='variable'/></w:font>",
            ),
        ),
    ]);
    let document = good(document);
    let settings = document.settings.unwrap_or_default();
    assert_eq!((settings.compatibility_mode, settings.default_tab_stop), (Some(15), Some(420)));
    assert!(settings.even_and_odd_headers);
    assert_eq!(settings.compat.iter().map(|(name, ())| name.as_str()).collect::<Vec<_>>(), ["ulTrailSpace"]);
    let theme = document.theme.unwrap_or_default();
    assert_eq!(theme.colors.get("accent1").map(String::as_str), Some("4F81BD"));
    assert_eq!(theme.minor.scripts.get("Hans").map(String::as_str), Some("宋体"));
    assert_eq!(document.fonts.first().map(|font| (font.charset, font.alt_names.clone())), Some((Some(0x86), vec!["SimSun".to_owned()])));
}

#[test]
fn headers_and_notes() {
    let (document, warnings) = open(&[
        main_part("<w:p/><w:sectPr><w:headerReference w:type='first' r:id='h1'/><w:footerReference r:id='gone'/></w:sectPr>"),
        relationships(&[("h1", "header", "Header1.xml"), ("f", "footnotes", "footnotes.xml")]),
        ("word/header1.xml", part("hdr", "<w:p><w:r><w:t>head</w:t></w:r></w:p>")),
        (
            "word/footnotes.xml",
            part(
                "footnotes",
                "<w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote><w:footnote w:id='2'><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>",
            ),
        ),
    ]);
    let document = good(document);
    assert_eq!(document.section.headers, [("first".to_owned(), "word/header1.xml".to_owned())]);
    assert!(document.section.footers.is_empty());
    assert_eq!(document.stories.get("word/header1.xml").map(|blocks| lines(blocks)), Some(vec!["head".to_owned()]));
    assert_eq!(document.footnotes.get(&-1).map(|note| note.kind), Some(NoteKind::Separator));
    assert_eq!(document.footnotes.get(&2).map(|note| lines(&note.blocks)), Some(vec!["note".to_owned()]));
    assert_eq!(warnings.iter().map(|warning| warning.kind).collect::<Vec<_>>(), ["part-missing"]);
}

#[test]
fn properties_of_the_document() {
    let core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let (document, _) = open(&[
        main_part("<w:p/>"),
        (
            "docProps/core.xml",
            format!("<c:coreProperties xmlns:c='{core}' xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title> 总结 </dc:title></c:coreProperties>"),
        ),
        (
            "docProps/app.xml",
            "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'><Pages>13</Pages>\
             <Application>Microsoft Office Word</Application></Properties>"
                .to_owned(),
        ),
        (
            "docProps/custom.xml",
            "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties' \
             xmlns:vt='http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'><property name='Key'><vt:lpwstr>Value</vt:lpwstr></property></Properties>"
                .to_owned(),
        ),
    ]);
    let info = good(document).info;
    assert_eq!((info.title.as_deref(), info.pages, info.application.as_deref()), (Some("总结"), Some(13), Some("Microsoft Office Word")));
    assert_eq!(info.custom, [("Key".to_owned(), "Value".to_owned())]);
}

#[test]
fn a_damaged_part_is_a_warning_and_what_was_read_stays() {
    let (document, warnings) = open(&[
        main_part("<w:p><w:r><w:t>x</w:t></w:r></w:p>"),
        relationships(&[("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml")]),
        ("word/styles.xml", format!("<w:styles {NAMES}><w:style w:styleId='a'/><w:style></w:styles>")),
    ]);
    let document = good(document);
    assert_eq!(lines(&document.body), ["x"]);
    assert!(document.styles.is_some_and(|styles| styles.styles.contains_key("a")));
    assert!(document.settings.is_none());
    assert_eq!(warnings.iter().map(|warning| warning.kind).collect::<Vec<_>>(), ["part-damaged", "part-missing"]);
}

#[test]
fn a_damaged_main_part_says_where() {
    let error = open(&[main_part("<w:p>\n<w:r></w:p>")]).0.err();
    assert_eq!(error.as_ref().map(Error::kind), Some(ErrorKind::MalformedXml));
    let text = error.map(|error| error.to_string()).unwrap_or_default();
    assert!(text.contains("line 2") && text.contains("word/document.xml"), "{text}");
    let other = open(&[("word/document.xml", "<html/>".to_owned())]).0.err();
    assert_eq!(other.map(|error| error.kind()), Some(ErrorKind::NotWord));
}
