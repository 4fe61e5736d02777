//! Links: the one place where an address of the file is checked before it may be followed.

use super::Resolver;
use super::story::Story;
use crate::diag::Place;
use crate::flow::{Link, LinkId, LinkTarget};
use crate::model::Hyperlink;

/// What may be followed besides places in the document.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

impl<'a> Resolver<'a, '_> {
    /// The link of a `w:hyperlink`.
    pub(super) fn hyperlink(&mut self, hyperlink: &'a Hyperlink, story: &Story<'a>) -> Option<LinkId> {
        self.link(hyperlink.target.as_deref(), hyperlink.anchor.as_deref(), hyperlink.tooltip.as_deref(), story.part)
    }

    /// A link to an address, or to a bookmark where there is no address. A blocked address leaves a warning.
    pub(super) fn link(&mut self, url: Option<&str>, bookmark: Option<&str>, tip: Option<&str>, part: &str) -> Option<LinkId> {
        let url = url.filter(|url| !url.trim().is_empty());
        let bookmark = bookmark.filter(|name| !name.is_empty());
        let target = match (url, bookmark) {
            (Some(url), fragment) => match allowed(url) {
                Some(Allowed::Url(url)) => LinkTarget::Url(match fragment {
                    Some(fragment) if !url.contains('#') => format!("{url}#{fragment}"),
                    _ => url,
                }),
                Some(Allowed::Bookmark(name)) => LinkTarget::Bookmark(name),
                None => {
                    let shown: String = url.chars().filter(|c| !c.is_control()).take(80).collect();
                    self.warnings.add("link-blocked", Place::part(part), format!("A link to “{shown}” is not followed."));
                    return None;
                }
            },
            (None, Some(name)) => LinkTarget::Bookmark(name.to_owned()),
            (None, None) => return None,
        };
        let tooltip = tip.filter(|tip| !tip.is_empty()).map(str::to_owned);
        Some(self.shared.pool.link(Link { target, tooltip }))
    }
}

/// An address that may be followed.
#[derive(Debug, PartialEq, Eq)]
enum Allowed {
    Url(String),
    Bookmark(String),
}

/// Checks an address against the list of schemes. Control characters and blanks around it go first, since browsers drop
/// them before they read the scheme.
fn allowed(url: &str) -> Option<Allowed> {
    let url: String = url.trim().chars().filter(|c| !c.is_control()).collect();
    let url = url.trim();
    if let Some(name) = url.strip_prefix('#').filter(|name| !name.is_empty()) {
        return Some(Allowed::Bookmark(name.to_owned()));
    }
    let (scheme, rest) = url.split_once(':')?;
    let is_allowed = SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme)) && !rest.is_empty();
    is_allowed.then(|| Allowed::Url(url.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Option<Allowed> {
        Some(Allowed::Url(text.to_owned()))
    }

    #[test]
    fn listed_schemes_pass() {
        assert_eq!(allowed("https://example.org/a?b#c"), url("https://example.org/a?b#c"));
        assert_eq!(allowed("HTTP://example.org"), url("HTTP://example.org"));
        assert_eq!(allowed(" mailto:a@example.org "), url("mailto:a@example.org"));
        assert_eq!(allowed("tel:+123"), url("tel:+123"));
        assert_eq!(allowed("#top"), Some(Allowed::Bookmark("top".into())));
    }

    #[test]
    fn everything_else_is_blocked() {
        for bad in [
            "javascript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
            "blob:https://a/b",
            "other.docx",
            "//example.org/x",
            "https:",
            "",
        ] {
            assert_eq!(allowed(bad), None, "{bad}");
        }
    }
}
