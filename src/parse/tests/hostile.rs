//! Files that mean harm, or were harmed.

use super::*;
use crate::error::ErrorKind;

/// A document with something of everything.
fn rich() -> Vec<u8> {
    let body = "<w:p><w:pPr><w:pStyle w:val='a'/><w:tabs><w:tab w:val='left' w:pos='100'/></w:tabs><w:rPr><w:b/></w:rPr></w:pPr>\
        <w:bookmarkStart w:name='b'/><w:r><w:rPr><w:sz w:val='20'/></w:rPr><w:t xml:space='preserve'>a &amp; b </w:t><w:tab/></w:r>\
        <w:hyperlink r:id='l'><w:r><w:t>中文</w:t></w:r></w:hyperlink><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>\
        <w:tbl><w:tblPr><w:tblW w:w='5000' w:type='pct'/></w:tblPr><w:tblGrid><w:gridCol w:w='50'/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val='1'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>\
        <w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:extent cx='1' cy='1'/><a:graphic><a:graphicData><wps:wsp><wps:spPr/>\
        <wps:txbx><w:txbxContent><w:p/></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>\
        <mc:Fallback><w:pict><v:rect style='width:1pt'/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>\
        <w:sectPr><w:headerReference r:id='h'/><w:pgSz w:w='11906' w:h='16838'/></w:sectPr>";
    pack(&[
        main_part(body),
        relationships(&[("l", "hyperlink", "https://example.com"), ("h", "header", "header1.xml"), ("s", "styles", "styles.xml")]),
        ("word/header1.xml", format!("<w:hdr {NAMES}><w:p/></w:hdr>")),
        ("word/styles.xml", format!("<w:styles {NAMES}><w:style w:styleId='a'><w:pPr><w:jc w:val='center'/></w:pPr></w:style></w:styles>")),
    ])
}

/// Marsaglia's xorshift: the same numbers on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
}

#[test]
fn mutations_of_the_archive_never_panic() {
    let good = rich();
    assert!(open_with(good.clone(), &Limits::default()).0.is_ok());
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..400 {
        let mut bytes = good.clone();
        for _ in 0..=random.below(4) {
            let at = random.below(bytes.len());
            match random.below(3) {
                0 => bytes[at] = random.below(256) as u8,
                1 => bytes.truncate(at.max(1)),
                _ => bytes[at] ^= 1 << random.below(8),
            }
        }
        drop(open_with(bytes, &Limits::default()));
    }
}

#[test]
fn mutations_of_the_xml_never_panic() {
    const PIECES: [&str; 12] =
        ["<", ">", "/", "\"", "'", "&", "<w:p>", "</w:p>", "<w:tbl>", "w:val=\"-99999999999\"", "\u{FFFF}", "<mc:Choice>"];
    let (name, text) = main_part(
        "<w:p><w:pPr><w:ind w:left='10'/></w:pPr><w:r><w:rPr><w:sz w:val='9'/></w:rPr><w:t>x</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    );
    let characters: Vec<char> = text.chars().collect();
    let start = text.find("<w:body>").unwrap_or(0);
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for _ in 0..600 {
        let mut changed = characters.clone();
        for _ in 0..=random.below(3) {
            let at = start + random.below(changed.len() - start);
            let piece = PIECES[random.below(PIECES.len())];
            let until = (at + random.below(6)).min(changed.len());
            changed.splice(at..until, piece.chars());
        }
        drop(open(&[(name, changed.into_iter().collect())]));
    }
}

#[test]
fn truncations_end_in_an_error() {
    let good = rich();
    for part in 0..200 {
        let (document, _) = open_with(good[..good.len() * part / 200].to_vec(), &Limits::default());
        let kind = document.err().map(|error| error.kind());
        assert!(matches!(kind, Some(ErrorKind::NotZip | ErrorKind::Damaged)), "{part}: {kind:?}");
    }
}

/// Nests something in itself as deep as the XML may be, in a thread with as small a stack as a browser gives.
fn nested(open_tag: &str, close_tag: &str, levels: usize) -> Option<ErrorKind> {
    let body = format!("{}<w:p/>{}", open_tag.repeat(levels), close_tag.repeat(levels));
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(move || open(&[main_part(&body)]).0.map(drop));
    match thread.map(|thread| thread.join()) {
        Ok(Ok(outcome)) => outcome.err().map(|error| error.kind()),
        _ => unreachable!("the thread ends"),
    }
}

#[test]
fn deep_nesting_takes_no_deep_stack() {
    assert_eq!(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 490), None);
    assert_eq!(nested("<w:p><w:hyperlink>", "</w:hyperlink></w:p>", 490), None);
    assert_eq!(nested("<w:unknown>", "</w:unknown>", 990), None);
    assert_eq!(nested("<w:unknown>", "</w:unknown>", 1000), Some(ErrorKind::TooLarge));
    let links = "<w:hyperlink>".repeat(900);
    assert_eq!(nested(&format!("<w:p>{links}"), &format!("{}</w:p>", "</w:hyperlink>".repeat(900)), 1), None);
    let ruby = ("<w:r><w:ruby><w:rt>", "</w:rt></w:ruby></w:r>");
    assert_eq!(nested(&format!("<w:p>{}", ruby.0.repeat(300)), &format!("{}</w:p>", ruby.1.repeat(300)), 1), None);
    let group = ("<wpg:grpSp>", "</wpg:grpSp>");
    let around =
        ("<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData>", "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>");
    let groups = (format!("{}{}", around.0, group.0.repeat(900)), format!("{}{}", group.1.repeat(900), around.1));
    assert_eq!(nested(&groups.0, &groups.1, 1), None);
    let shape = ("<wps:wsp><wps:txbx><w:txbxContent>", "</w:txbxContent></wps:txbx></wps:wsp>");
    let boxes = (format!("{}{}", around.0, shape.0), format!("{}{}", shape.1, around.1));
    assert_eq!(nested(&boxes.0, &boxes.1, 90), None);
    let vml = ("<w:p><w:r><w:pict><v:rect><v:textbox><w:txbxContent>", "</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>");
    assert_eq!(nested(vml.0, vml.1, 150), None);
    // Everything that may be nested, as deep as it may be.
    let table = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    let inner = (format!("{}{}", table.0.repeat(5), boxes.0), format!("{}{}", boxes.1, table.1.repeat(5)));
    assert_eq!(nested(&inner.0, &inner.1, 6), None);
}

#[test]
fn memory_has_a_limit() {
    let limits = Limits { memory: 1 << 20, ..Limits::default() };
    for piece in
        ["<w:p/>", "<w:p><w:r/></w:p>", "<w:tbl/>", "<w:p><w:bookmarkStart w:name='a'/></w:p>", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"]
    {
        let (document, _) = open_with(pack(&[main_part(&piece.repeat(20_000))]), &limits);
        assert_eq!(document.err().map(|error| error.kind()), Some(ErrorKind::TooLarge), "{piece}");
    }
}

#[test]
fn a_paragraph_has_a_limit() {
    let limits = Limits { paragraph_bytes: 10, ..Limits::default() };
    let kind = |body: &str| open_with(pack(&[main_part(body)]), &limits).0.err().map(|error| error.kind());
    let run = "<w:r><w:t>12345</w:t></w:r>";
    assert_eq!(kind(&format!("<w:p>{run}{run}</w:p><w:p>{run}{run}</w:p>")), None);
    assert_eq!(kind(&format!("<w:p>{run}{run}{run}</w:p>")), Some(ErrorKind::TooLarge));
}

#[test]
fn entities_are_not_expanded() {
    let (name, text) = main_part("<w:p><w:r><w:t>&big;</w:t></w:r></w:p>");
    let text = format!("<!DOCTYPE x [<!ENTITY big SYSTEM \"file:///etc/passwd\">]>{text}");
    assert_eq!(lines(&good(open(&[(name, text)]).0).body), ["&big;"]);
}
