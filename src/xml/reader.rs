//! The pull reader: children of an element one by one, what is not asked for passed over.

use super::element::{Attributes, Element};
use super::escape::reference;
use super::namespace::{Ns, Scope};
use crate::env::Limits;
use crate::error::{Error, ErrorKind, Result};
use quick_xml::events::Event;
use std::borrow::Cow;
use std::rc::Rc;

/// What comes next in a part.
#[derive(Clone, Debug)]
pub enum Token<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// The innermost open element ends.
    End,
    /// Text.
    Text(Cow<'a, str>),
    /// The part ends.
    Eof,
}

/// Reads the XML of one part. Branches of `mc:AlternateContent` that do not count are passed over and those that do
/// stand in its place.
pub struct Reader<'a> {
    source: &'a str,
    part: &'a str,
    inner: quick_xml::Reader<&'a [u8]>,
    frames: Vec<Frame<'a>>,
    scope: Rc<Scope<'a>>,
    /// The prefixes that hold in the root element.
    root_scope: Option<Rc<Scope<'a>>>,
    /// Open elements that are not transparent.
    depth: usize,
    /// The last element was an empty one, whose end is still to be told.
    pending_end: bool,
    elements: usize,
    most_elements: usize,
    most_depth: usize,
    /// Elements that begin after this byte are not told of.
    end: usize,
}

/// An open element.
struct Frame<'a> {
    kind: FrameKind,
    /// The prefixes around it, where it binds some of its own.
    outer: Option<Rc<Scope<'a>>>,
    /// `xml:space="preserve"` holds inside.
    preserve: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum FrameKind {
    Element,
    /// Its content stands in its place.
    Transparent,
    /// `mc:AlternateContent`; a branch was taken.
    Alternate(bool),
}

impl<'a> Reader<'a> {
    /// A reader of the text of a part, which must be without a byte order mark.
    pub fn new(source: &'a str, part: &'a str, limits: &Limits) -> Self {
        Self {
            source,
            part,
            inner: quick_xml::Reader::from_str(source),
            frames: Vec::new(),
            scope: Rc::default(),
            root_scope: None,
            depth: 0,
            pending_end: false,
            elements: 0,
            most_elements: limits.elements,
            most_depth: limits.xml_depth,
            end: usize::MAX,
        }
    }

    /// Ends all elements at byte `end`: none that begins after it is a [`child`](Self::child).
    pub fn until(self, end: usize) -> Self {
        Self { end, ..self }
    }

    /// A reader of [a piece](Self::slice) of this one's part, where `element` stood.
    pub fn again(&self, piece: &'a str, element: &Element<'a>) -> Self {
        Self {
            source: piece,
            part: self.part,
            inner: quick_xml::Reader::from_str(piece),
            frames: Vec::new(),
            scope: Rc::clone(&element.scope),
            root_scope: None,
            depth: 0,
            pending_end: false,
            elements: 0,
            most_elements: self.most_elements,
            most_depth: self.most_depth,
            end: usize::MAX,
        }
    }

    /// Whether prefixes mean the same in an element as in the root.
    pub fn is_in_root_scope(&self, element: &Element<'a>) -> bool {
        self.root_scope.as_ref().is_some_and(|root| Rc::ptr_eq(root, &element.scope))
    }

    /// The root element.
    pub fn root(&mut self) -> Result<Element<'a>> {
        loop {
            match self.next()? {
                Token::Start(element) => return Ok(element),
                Token::Eof => return Err(self.malformed(self.source.len(), "there is no element in it")),
                Token::End | Token::Text(_) => {}
            }
        }
    }

    /// The next child of `parent`, none when it has ended. What was left unread of the child before is passed over.
    pub fn child(&mut self, parent: &Element<'a>) -> Result<Option<Element<'a>>> {
        while self.depth >= parent.depth && self.position() < self.end {
            match self.next()? {
                Token::Start(element) if element.depth == parent.depth + 1 => return Ok(Some(element)),
                Token::Eof => return Ok(None),
                Token::Start(_) | Token::End | Token::Text(_) => {}
            }
        }
        Ok(None)
    }

    /// The text that stands in an element just begun, without that of its children.
    pub fn text(&mut self, element: &Element<'a>) -> Result<Cow<'a, str>> {
        let mut text = Cow::Borrowed("");
        while self.depth >= element.depth {
            match self.next()? {
                Token::Text(more) if self.depth == element.depth => {
                    if text.is_empty() {
                        text = more;
                    } else {
                        text.to_mut().push_str(&more);
                    }
                }
                Token::Eof => break,
                Token::Start(_) | Token::End | Token::Text(_) => {}
            }
        }
        Ok(text)
    }

    /// Makes the element just begun transparent: its children count as its parent's.
    pub fn unwrap(&mut self) {
        if let Some(frame) = self.frames.last_mut()
            && frame.kind == FrameKind::Element
        {
            frame.kind = FrameKind::Transparent;
            self.depth -= 1;
        }
    }

    /// Passes over an element just begun; its source as it stands, from its start tag to its end tag.
    pub fn slice(&mut self, element: &Element<'a>) -> Result<&'a str> {
        while self.depth >= element.depth {
            if matches!(self.next()?, Token::Eof) {
                break;
            }
        }
        Ok(self.source.get(element.start..self.position()).unwrap_or_default())
    }

    /// Whether `xml:space="preserve"` holds in the element just begun.
    pub fn preserves_space(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.preserve)
    }

    /// The next token.
    #[allow(clippy::should_implement_trait, reason = "it can fail, and what it yields borrows from the part")]
    pub fn next(&mut self) -> Result<Token<'a>> {
        loop {
            if self.pending_end {
                self.pending_end = false;
                if self.close() {
                    return Ok(Token::End);
                }
                continue;
            }
            match self.event()? {
                Event::Start(start) => {
                    if let Some(element) = self.open(start.len(), 1, false)? {
                        return Ok(Token::Start(element));
                    }
                }
                Event::Empty(start) => {
                    if let Some(element) = self.open(start.len(), 2, true)? {
                        return Ok(Token::Start(element));
                    }
                }
                Event::End(_) => {
                    if self.close() {
                        return Ok(Token::End);
                    }
                }
                Event::Text(text) => return Ok(Token::Text(text.into_inner())),
                Event::CData(text) => return Ok(Token::Text(text.into_inner())),
                Event::GeneralRef(name) => {
                    self.count()?;
                    return Ok(Token::Text(reference(&name).unwrap_or_else(|| Cow::Owned(format!("&{};", &*name)))));
                }
                Event::Eof if self.frames.is_empty() => return Ok(Token::Eof),
                Event::Eof => return Err(self.malformed(self.source.len(), "it ends in the middle of an element")),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => self.count()?,
            }
        }
    }

    fn event(&mut self) -> Result<Event<'a>> {
        self.inner.read_event().map_err(|error| {
            let at = usize::try_from(self.inner.error_position()).unwrap_or(usize::MAX);
            self.malformed(at, &error.to_string())
        })
    }

    fn position(&self) -> usize {
        usize::try_from(self.inner.buffer_position()).unwrap_or(usize::MAX)
    }

    /// Takes up a start tag whose content is `length` long and ends `tail` bytes before the present position. None
    /// where the element is not to be told of.
    fn open(&mut self, length: usize, tail: usize, empty: bool) -> Result<Option<Element<'a>>> {
        self.count()?;
        self.check_depth(0)?;
        let end = self.position().saturating_sub(tail);
        let begin = end.saturating_sub(length);
        let content = self.source.get(begin..end).unwrap_or_default();
        let name_end = content.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(content.len());
        let (full_name, attributes) = content.split_at(name_end);
        let (prefix, name) = full_name.split_once(':').unwrap_or(("", full_name));
        let mut preserve = self.preserves_space();
        let outer = if attributes.contains("xml") { self.declare(attributes, &mut preserve)? } else { None };
        if self.root_scope.is_none() {
            self.root_scope = Some(Rc::clone(&self.scope));
        }
        let ns = self.scope.resolve(prefix);
        let in_alternate = self.frames.last().is_some_and(|frame| matches!(frame.kind, FrameKind::Alternate(_)));
        let kind = match (ns, name) {
            (Ns::Mc, "AlternateContent") => FrameKind::Alternate(false),
            _ if in_alternate => FrameKind::Transparent,
            _ => FrameKind::Element,
        };
        self.depth += usize::from(kind == FrameKind::Element);
        let element = Element { ns, name, attributes, scope: Rc::clone(&self.scope), depth: self.depth, start: begin.saturating_sub(1) };
        let taken = !in_alternate || self.takes(&element);
        self.frames.push(Frame { kind, outer, preserve });
        self.pending_end = empty;
        if !taken {
            self.pass_over()?;
        }
        Ok((kind == FrameKind::Element).then_some(element))
    }

    /// Counts an element, or what costs as much, against the limit.
    fn count(&mut self) -> Result<()> {
        self.elements += 1;
        if self.elements > self.most_elements {
            let message = format!("A part has more than {} elements; this is more than can be shown.", self.most_elements);
            return Err(self.too_large(message));
        }
        Ok(())
    }

    fn too_large(&self, message: String) -> Error {
        Error::new(ErrorKind::TooLarge, message).in_part(self.part)
    }

    /// Checks that one more element may be open, beside `more` that have no frame.
    fn check_depth(&self, more: usize) -> Result<()> {
        if self.frames.len() + more >= self.most_depth {
            let message = format!("Elements are nested more than {} deep; this is more than can be shown.", self.most_depth);
            return Err(self.too_large(message));
        }
        Ok(())
    }

    /// Takes up namespace declarations and `xml:space`; the prefixes that held before, if some are new.
    fn declare(&mut self, attributes: &'a str, preserve: &mut bool) -> Result<Option<Rc<Scope<'a>>>> {
        let mut inner: Option<Scope<'a>> = None;
        let mut full = false;
        for (prefix, local, value) in Attributes(attributes) {
            let bound = match (prefix, local) {
                ("xmlns", name) => name,
                ("", "xmlns") => "",
                ("xml", "space") => {
                    *preserve = value == "preserve";
                    continue;
                }
                _ => continue,
            };
            let ns = Ns::from_uri(value);
            // Writers declare again what holds already.
            if inner.is_some() || self.scope.resolve(bound) != ns {
                full |= !inner.get_or_insert_with(|| (*self.scope).clone()).bind(bound, ns);
            }
        }
        if full {
            let message = format!("More than {} namespace prefixes are declared; this is more than can be shown.", Scope::MOST);
            return Err(self.too_large(message));
        }
        Ok(inner.map(|scope| std::mem::replace(&mut self.scope, Rc::new(scope))))
    }

    /// Whether a branch of the `mc:AlternateContent` around is to be read: the first choice whose requirements are
    /// understood, else the fallback.
    fn takes(&mut self, branch: &Element<'a>) -> bool {
        let Some(Frame { kind: FrameKind::Alternate(taken), .. }) = self.frames.last_mut() else { return true };
        let wanted = match (branch.ns, branch.name) {
            (Ns::Mc, "Choice") => {
                let requires = branch.plain("Requires").unwrap_or_default();
                requires.split_ascii_whitespace().all(|prefix| branch.resolve(prefix).is_understood())
            }
            (Ns::Mc, "Fallback") => true,
            _ => false,
        };
        let takes = wanted && !*taken;
        *taken |= wanted;
        takes
    }

    /// Passes over the content and the end of the element just begun.
    fn pass_over(&mut self) -> Result<()> {
        if std::mem::take(&mut self.pending_end) {
            self.close();
            return Ok(());
        }
        let mut open = 1_usize;
        while open > 0 {
            match self.event()? {
                Event::Start(_) => {
                    self.count()?;
                    self.check_depth(open - 1)?;
                    open += 1;
                }
                Event::Empty(_) => self.count()?,
                Event::End(_) => open -= 1,
                Event::Eof => return Err(self.malformed(self.source.len(), "it ends in the middle of an element")),
                Event::Text(_) | Event::CData(_) => {}
                _ => self.count()?,
            }
        }
        self.close();
        Ok(())
    }

    /// Closes the innermost element; whether its end is to be told.
    fn close(&mut self) -> bool {
        let Some(frame) = self.frames.pop() else { return false };
        if let Some(outer) = frame.outer {
            self.scope = outer;
        }
        let told = frame.kind == FrameKind::Element;
        self.depth -= usize::from(told);
        told
    }

    /// The error for XML that is not well formed at byte `at`.
    fn malformed(&self, at: usize, what: &str) -> Error {
        let before = self.source.as_bytes().get(..at).unwrap_or(self.source.as_bytes());
        let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
        let column = 1 + before.iter().rev().take_while(|&&byte| byte != b'\n').count();
        let what: String = what.chars().take(200).collect();
        Error::new(ErrorKind::MalformedXml, format!("The XML is not well formed at line {line}, column {column}: {what}."))
            .in_part(self.part)
    }
}
