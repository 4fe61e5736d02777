//! A start tag: its name and its attributes, borrowed from the part's text.

use super::escape::unescape;
use super::namespace::{Ns, Scope};
use std::borrow::Cow;
use std::rc::Rc;

/// Attributes of an element that are looked at: no element has that many.
const MOST_ATTRIBUTES: usize = 256;

/// A start tag.
#[derive(Clone, Debug)]
pub struct Element<'a> {
    /// The vocabulary of its name.
    pub ns: Ns,
    /// Its name without prefix.
    pub name: &'a str,
    pub(super) attributes: &'a str,
    pub(super) scope: Rc<Scope<'a>>,
    /// How deep it stands; what stands in a transparent element counts as standing around it.
    pub(super) depth: usize,
    /// Where its tag begins in the part's text.
    pub(super) start: usize,
}

impl<'a> Element<'a> {
    /// Whether it is this one.
    pub fn is(&self, ns: Ns, name: &str) -> bool {
        self.ns == ns && self.name == name
    }

    /// A WordprocessingML attribute. Writers that leave out the prefix are understood.
    pub fn w(&self, name: &str) -> Option<Cow<'a, str>> {
        self.find(|prefix, local| local == name && (prefix.is_empty() || self.scope.resolve(prefix) == Ns::W))
    }

    /// `w:val`.
    pub fn val(&self) -> Option<Cow<'a, str>> {
        self.w("val")
    }

    /// An attribute without a namespace.
    pub fn plain(&self, name: &str) -> Option<Cow<'a, str>> {
        self.find(|prefix, local| prefix.is_empty() && local == name)
    }

    /// An attribute of a namespace.
    pub fn get(&self, ns: Ns, name: &str) -> Option<Cow<'a, str>> {
        self.find(|prefix, local| local == name && !prefix.is_empty() && self.scope.resolve(prefix) == ns)
    }

    /// All attributes but namespace declarations, in order, with their names' prefixes resolved.
    pub fn attributes(&self) -> impl Iterator<Item = (Ns, &'a str, Cow<'a, str>)> + use<'a> {
        let scope = Rc::clone(&self.scope);
        Attributes(self.attributes).take(MOST_ATTRIBUTES).filter_map(move |(prefix, local, value)| {
            let ns = if prefix.is_empty() { Ns::None } else { scope.resolve(prefix) };
            (prefix != "xmlns" && !(prefix.is_empty() && local == "xmlns")).then(|| (ns, local, unescape(value)))
        })
    }

    /// What a prefix stands for here.
    pub(super) fn resolve(&self, prefix: &str) -> Ns {
        self.scope.resolve(prefix)
    }

    fn find(&self, wanted: impl Fn(&str, &str) -> bool) -> Option<Cow<'a, str>> {
        Attributes(self.attributes)
            .take(MOST_ATTRIBUTES)
            .find(|(prefix, local, _)| wanted(prefix, local))
            .map(|(_, _, value)| unescape(value))
    }
}

/// The attributes of a tag as written: prefix, local name, value. Ends at the first that is none.
pub(super) struct Attributes<'a>(pub(super) &'a str);

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.0.trim_ascii_start();
        let equals = text.bytes().position(|byte| byte == b'=')?;
        let name = text.get(..equals)?.trim_ascii_end();
        let rest = text.get(equals + 1..)?.trim_ascii_start();
        let quote = *rest.as_bytes().first()?;
        if quote != b'"' && quote != b'\'' {
            return None;
        }
        let rest = rest.get(1..)?;
        let end = rest.bytes().position(|byte| byte == quote)?;
        self.0 = rest.get(end + 1..)?;
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        Some((prefix, local, rest.get(..end)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scans_attributes_as_written() {
        let all: Vec<_> = Attributes(" w:val = \"a b\" cx='1'\n r:id=\"\"").collect();
        assert_eq!(all, [("w", "val", "a b"), ("", "cx", "1"), ("r", "id", "")]);
        assert_eq!(Attributes(" broken").count(), 0);
        assert_eq!(Attributes(" a=b c=\"d\"").count(), 0);
    }
}
