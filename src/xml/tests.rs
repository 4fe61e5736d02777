//! The reader's rules.

use super::*;
use crate::env::Limits;
use crate::error::{ErrorKind, Result};

const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' xmlns:new='urn:new'";

fn names(body: &str) -> Result<Vec<String>> {
    let source = format!("<w:body {W}>{body}</w:body>");
    let mut reader = Reader::new(&source, "test.xml", &Limits::default());
    let root = reader.root()?;
    let mut names = Vec::new();
    while let Some(child) = reader.child(&root)? {
        if child.is(Ns::W, "sdt") {
            reader.unwrap();
        } else {
            names.push(child.name.to_owned());
        }
    }
    Ok(names)
}

#[test]
fn children_without_their_own() {
    assert_eq!(names("<w:a><w:b/></w:a><w:c/>text<w:d>x</w:d>").ok(), Some(vec!["a".into(), "c".into(), "d".into()]));
}

#[test]
fn a_transparent_element_gives_its_children() {
    let all = names("<w:sdt><w:a/><w:sdt><w:b><w:x/></w:b></w:sdt></w:sdt><w:sdt/><w:c/>").ok();
    assert_eq!(all, Some(vec!["a".into(), "b".into(), "c".into()]));
}

#[test]
fn the_first_choice_understood_counts() {
    let alternate = |first: &str| {
        names(&format!(
            "<mc:AlternateContent><mc:Choice Requires='{first}'><w:a/></mc:Choice><mc:Choice Requires='w14'><w:b/></mc:Choice>\
             <mc:Fallback><w:c/></mc:Fallback></mc:AlternateContent><w:d/>"
        ))
        .ok()
    };
    assert_eq!(alternate("w14 w"), Some(vec!["a".into(), "d".into()]));
    assert_eq!(alternate("new"), Some(vec!["b".into(), "d".into()]));
    let fallback = "<mc:AlternateContent><mc:Choice Requires='new'/><mc:Fallback><w:c/></mc:Fallback></mc:AlternateContent>";
    assert_eq!(names(fallback).ok(), Some(vec!["c".into()]));
}

#[test]
fn text_and_references() {
    let source = "<a>1 &lt; 2<b>no</b><![CDATA[ & ]]>&nbsp;</a>";
    let mut reader = Reader::new(source, "test.xml", &Limits::default());
    let Ok(root) = reader.root() else { unreachable!("a root") };
    assert_eq!(reader.text(&root).ok().as_deref(), Some("1 < 2 & &nbsp;"));
}

#[test]
fn malformed_says_where() {
    let mut reader = Reader::new("<a>\n <b></c></a>", "word/x.xml", &Limits::default());
    let Ok(root) = reader.root() else { unreachable!("a root") };
    let error = reader.child(&root).and_then(|_| reader.child(&root)).err();
    let Some(error) = error else { unreachable!("an error") };
    assert_eq!(error.kind(), ErrorKind::MalformedXml);
    assert!(error.to_string().contains("line 2"), "{error}");
    assert_eq!(error.part(), Some("word/x.xml"));
}

#[test]
fn limits_hold() {
    let limits = Limits { xml_depth: 3, elements: 10, ..Limits::default() };
    let kind = |source: &str| {
        let mut reader = Reader::new(source, "x", &limits);
        loop {
            match reader.next() {
                Ok(Token::Eof) => return None,
                Ok(_) => {}
                Err(error) => return Some(error.kind()),
            }
        }
    };
    assert_eq!(kind("<a><a><a/></a></a>"), None);
    assert_eq!(kind("<a><a><a><a/></a></a></a>"), Some(ErrorKind::TooLarge));
    assert_eq!(kind(&format!("<a>{}</a>", "<b/>".repeat(10))), Some(ErrorKind::TooLarge));
    assert_eq!(kind("<a><b>"), Some(ErrorKind::MalformedXml));
}

#[test]
fn a_piece_can_be_read_again() {
    let source = format!("<w:r {W}><w:rPr w:a='1'><w:b/></w:rPr><w:t>x</w:t></w:r>");
    let mut reader = Reader::new(&source, "x", &Limits::default());
    let Ok(root) = reader.root() else { unreachable!("a root") };
    let Ok(Some(properties)) = reader.child(&root) else { unreachable!("a child") };
    let piece = reader.slice(&properties).unwrap_or_default();
    assert_eq!(piece, "<w:rPr w:a='1'><w:b/></w:rPr>");
    assert_eq!(reader.again(piece, &properties).root().ok().map(|root| root.name), Some("rPr"));
    assert_eq!(reader.child(&root).ok().flatten().map(|t| t.name), Some("t"));
}
