//! XML with its namespace prefixes dropped, for rooms that read a piece by themselves.

use super::escape::escape_into;
use super::namespace::Ns;
use super::reader::{Reader, Token};
use crate::error::Result;

/// Writes an element of [a piece](Reader::slice) with namespace prefixes dropped; WordprocessingML's alone keep theirs
/// (`w:`), as an `m:rPr` and a `w:rPr` may stand side by side.
pub fn without_prefixes(reader: &mut Reader<'_>, out: &mut String) -> Result<()> {
    let mut open: Vec<(&str, &str)> = Vec::new();
    loop {
        match reader.next()? {
            Token::Start(element) => {
                let prefix = if element.ns == Ns::W { "w:" } else { "" };
                out.push('<');
                out.push_str(prefix);
                out.push_str(element.name);
                for (ns, name, value) in element.attributes() {
                    out.push(' ');
                    out.push_str(if ns == Ns::W { "w:" } else { "" });
                    out.push_str(name);
                    out.push_str("=\"");
                    escape_into(out, &value);
                    out.push('"');
                }
                out.push('>');
                open.push((prefix, element.name));
            }
            Token::Text(text) => escape_into(out, &text),
            Token::End => {
                if let Some((prefix, name)) = open.pop() {
                    out.push_str("</");
                    out.push_str(prefix);
                    out.push_str(name);
                    out.push('>');
                }
            }
            Token::Eof => return Ok(()),
        }
    }
}
