//! Figures that Word itself gave (`tests/oracle/`), against the layout of documents built from their parameters.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod harness;

use docpane::{Document, Options, PageBreaks, TextLine};
use harness::{pack, root};
use std::collections::BTreeMap;

/// The lines of a file of figures, cut at commas.
fn figures(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(root().join("tests/oracle").join(name)).expect("a file of figures");
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

/// The first page's lines of a document of parts.
fn lines(parts: &[(&str, String)]) -> Vec<TextLine> {
    let parts: BTreeMap<String, Vec<u8>> = parts.iter().map(|(name, text)| ((*name).to_owned(), text.clone().into_bytes())).collect();
    let options = Options { page_breaks: PageBreaks::Computed, ..Options::default() };
    let mut document = Document::open(pack::package(&parts), &options).expect("a good document");
    docpane::lines(&document.page(0).expect("a page"))
}

const JAPANESE: &str = "<w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii=\"Century\" w:eastAsia=\"ＭＳ 明朝\" w:hAnsi=\"Century\" w:cs=\"Times New Roman\"/>\
    <w:sz w:val=\"21\"/><w:lang w:val=\"en-US\" w:eastAsia=\"ja-JP\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>";

fn section(grid: &str) -> String {
    format!(
        "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" \
         w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/><w:docGrid {grid}/></w:sectPr>"
    )
}

fn compare(name: &str, wrong: Vec<String>, count: usize) {
    println!("{name}: {} of {count}", count - wrong.len());
    assert!(wrong.is_empty(), "{name}: {} of {count} differ from Word:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn line_steps_on_a_grid() {
    let all = figures("line-step.csv");
    let mut wrong = Vec::new();
    for row in &all {
        let [face, size, pitch, wanted] = row.as_slice() else { panic!("{row:?}") };
        let half_points = number(size) * 2.0;
        let anchor = "<w:p><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:sz w:val=\"16\"/></w:rPr><w:t>ア</w:t></w:r></w:p>";
        let tested = format!(
            "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"{face}\" w:eastAsia=\"{face}\" w:hAnsi=\"{face}\" w:hint=\"eastAsia\"/>\
             <w:sz w:val=\"{half_points}\"/></w:rPr><w:t>あ</w:t></w:r></w:p>"
        );
        let body = format!("{anchor}{tested}{anchor}{}", section(&format!("w:type=\"lines\" w:linePitch=\"{pitch}\"")));
        let lines = lines(&[("input.xml", body), ("styles.xml", JAPANESE.to_owned()), ("settings.xml", String::new())]);
        let found = lines[2].baseline - lines[0].baseline;
        if (found - number(wanted)).abs() > 0.75 {
            wrong.push(format!("{face} {size} pt on {pitch}: {found:.2}, Word {wanted}"));
        }
    }
    compare("line steps", wrong, all.len());
}

#[test]
fn characters_that_fit_a_cell() {
    let text: Vec<char> = "組織的管理体制".chars().cycle().take(8).collect();
    let all = figures("cell-fit.csv");
    let mut wrong = Vec::new();
    for row in &all {
        let [width, count, alignment, wanted] = row.as_slice() else { panic!("{row:?}") };
        let text: String = text.iter().take(number(count) as usize).collect();
        let fonts = "<w:rPr><w:rFonts w:ascii=\"MS Mincho\" w:eastAsia=\"MS Mincho\" w:hAnsi=\"MS Mincho\"/><w:sz w:val=\"21\"/></w:rPr>";
        let body = format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"{width}\"/></w:tblGrid>\
             <w:tr><w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:jc w:val=\"{alignment}\"/>{fonts}</w:pPr>\
             <w:r>{fonts}<w:t>{text}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>{}",
            section("w:type=\"linesAndChars\" w:linePitch=\"350\" w:charSpace=\"-2714\"")
        );
        let settings = "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
             w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>";
        let lines = lines(&[("input.xml", body), ("styles.xml", String::new()), ("settings.xml", settings.to_owned())]);
        if lines.len().to_string() != *wanted {
            wrong.push(format!("{count} characters, {alignment}, {width} twips: {} lines, Word {wanted}", lines.len()));
        }
    }
    compare("cell fit", wrong, all.len());
}

const MODE_15: &str = "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>";

#[test]
fn characters_of_justified_cells() {
    let text: Vec<char> = "１．提供を受けた匿名データの名称調査結果".chars().collect();
    let all = figures("cell-justified.csv");
    let mut wrong = Vec::new();
    for row in &all {
        let [width, count, wanted] = row.as_slice() else { panic!("{row:?}") };
        let text: String = text.iter().take(number(count) as usize).collect();
        let fonts = "<w:rFonts w:ascii=\"ＭＳ 明朝\" w:hAnsi=\"ＭＳ 明朝\" w:eastAsia=\"ＭＳ 明朝\" w:hint=\"eastAsia\"/>";
        let margin = |side: &str| format!("<w:{side} w:w=\"12\" w:type=\"dxa\"/>");
        let body = format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>{}{}</w:tblCellMar></w:tblPr>\
             <w:tblGrid><w:gridCol w:w=\"{width}\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr>\
             <w:wordWrap w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/><w:adjustRightInd w:val=\"0\"/>\
             <w:spacing w:line=\"240\" w:lineRule=\"exact\"/><w:ind w:left=\"215\" w:right=\"76\" w:hanging=\"192\"/><w:jc w:val=\"both\"/></w:pPr>\
             <w:r><w:rPr>{fonts}<w:spacing w:val=\"-9\"/><w:kern w:val=\"0\"/><w:sz w:val=\"21\"/></w:rPr><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>{}",
            margin("left"),
            margin("right"),
            section("w:type=\"lines\" w:linePitch=\"336\"")
        );
        let settings = format!(
            "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:balanceSingleByteDoubleByteWidth/>{MODE_15}</w:compat>"
        );
        let lines = lines(&[("input.xml", body), ("styles.xml", JAPANESE.to_owned()), ("settings.xml", settings)]);
        let found: Vec<String> = lines.iter().map(|line| line.text.chars().count().to_string()).collect();
        if found.join("+") != *wanted {
            wrong.push(format!("{count} characters in {width} twips: {}, Word {wanted}", found.join("+")));
        }
    }
    compare("justified cells", wrong, all.len());
}

#[test]
fn empty_paragraphs_on_a_grid() {
    let all = figures("empty-paragraph.csv");
    let mut wrong = Vec::new();
    for row in &all {
        let [size, pitch, wanted] = row.as_slice() else { panic!("{row:?}") };
        let styles = JAPANESE.replace("w:sz w:val=\"21\"", &format!("w:sz w:val=\"{}\"", number(size) * 2.0));
        let second = "<w:p><w:pPr><w:spacing w:line=\"420\" w:lineRule=\"exact\"/></w:pPr><w:r><w:t>PARA</w:t></w:r></w:p>";
        let body = format!("<w:p/>{second}{}", section(&format!("w:type=\"lines\" w:linePitch=\"{pitch}\"")));
        let settings = format!("<w:compat>{MODE_15}</w:compat>");
        let lines = lines(&[("input.xml", body), ("styles.xml", styles), ("settings.xml", settings)]);
        // A line of exactly 21 pt has its baseline at 0.8 of that.
        let found = lines[0].baseline - 16.8;
        if (found - number(wanted)).abs() > 0.76 {
            wrong.push(format!("{size} pt on {pitch}: {found:.2}, Word {wanted}"));
        }
    }
    compare("empty paragraphs", wrong, all.len());
}
