//! Namespaces as short tokens: the transitional and the strict address of a vocabulary are the same one here
//! (ECMA-376 Part 1, annex A, and Part 4).

/// A vocabulary that may occur in a package.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ns {
    /// No namespace.
    #[default]
    None,
    /// One that is of no interest.
    Unknown,
    /// `xml:`, bound by definition.
    Xml,
    /// WordprocessingML.
    W,
    /// Word 2010's additions.
    W14,
    /// Word 2012's additions.
    W15,
    /// Later additions, which change nothing that is shown.
    W16,
    /// Word 2015's extended symbols.
    W16se,
    /// `wp:` DrawingML in WordprocessingML.
    Wp,
    /// Word 2010's additions to `wp:`.
    Wp14,
    /// `wps:` shapes.
    Wps,
    /// `wpg:` groups.
    Wpg,
    /// `wpc:` canvases.
    Wpc,
    /// `wpi:` ink.
    Wpi,
    /// DrawingML.
    A,
    /// Office 2010's additions to DrawingML.
    A14,
    /// SVG pictures.
    Asvg,
    /// `pic:` pictures.
    Pic,
    /// Charts.
    C,
    /// SmartArt.
    Dgm,
    /// SmartArt's stored drawing.
    Dsp,
    /// Locked canvases.
    Lc,
    /// Equations.
    M,
    /// Relationship ids in content.
    R,
    /// Markup compatibility.
    Mc,
    /// VML.
    V,
    /// Office's additions to VML.
    O,
    /// Word's additions to VML.
    W10,
    /// Relationship parts.
    Rel,
    /// `[Content_Types].xml`.
    Types,
    /// Core properties.
    Core,
    /// Dublin Core elements.
    Dc,
    /// Dublin Core terms.
    DcTerms,
    /// Extended properties.
    App,
    /// Custom properties.
    Custom,
    /// Values of properties.
    Vt,
}

const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/";
const STRICT: &str = "http://purl.oclc.org/ooxml/";
const MICROSOFT: &str = "http://schemas.microsoft.com/office/";

impl Ns {
    /// The vocabulary that a namespace name stands for.
    pub fn from_uri(uri: &str) -> Self {
        if let Some(rest) = uri.strip_prefix(TRANSITIONAL) {
            return Self::from_transitional(rest);
        }
        if let Some(rest) = uri.strip_prefix(STRICT) {
            return Self::from_strict(rest);
        }
        if let Some(rest) = uri.strip_prefix(MICROSOFT) {
            return Self::from_microsoft(rest);
        }
        match uri {
            "" => Self::None,
            "urn:schemas-microsoft-com:vml" => Self::V,
            "urn:schemas-microsoft-com:office:office" => Self::O,
            "urn:schemas-microsoft-com:office:word" => Self::W10,
            "http://purl.org/dc/elements/1.1/" => Self::Dc,
            "http://purl.org/dc/terms/" => Self::DcTerms,
            "http://www.w3.org/XML/1998/namespace" => Self::Xml,
            _ => Self::Unknown,
        }
    }

    fn from_transitional(rest: &str) -> Self {
        match rest {
            "wordprocessingml/2006/main" => Self::W,
            "officeDocument/2006/relationships" => Self::R,
            "officeDocument/2006/math" => Self::M,
            "drawingml/2006/main" => Self::A,
            "drawingml/2006/wordprocessingDrawing" => Self::Wp,
            "drawingml/2006/picture" => Self::Pic,
            "drawingml/2006/chart" => Self::C,
            "drawingml/2006/diagram" => Self::Dgm,
            "drawingml/2006/lockedCanvas" => Self::Lc,
            "markup-compatibility/2006" => Self::Mc,
            "package/2006/relationships" => Self::Rel,
            "package/2006/content-types" => Self::Types,
            "package/2006/metadata/core-properties" => Self::Core,
            "officeDocument/2006/extended-properties" => Self::App,
            "officeDocument/2006/custom-properties" => Self::Custom,
            "officeDocument/2006/docPropsVTypes" => Self::Vt,
            _ => Self::Unknown,
        }
    }

    fn from_strict(rest: &str) -> Self {
        match rest {
            "wordprocessingml/main" => Self::W,
            "officeDocument/relationships" => Self::R,
            "officeDocument/math" => Self::M,
            "drawingml/main" => Self::A,
            "drawingml/wordprocessingDrawing" => Self::Wp,
            "drawingml/picture" => Self::Pic,
            "drawingml/chart" => Self::C,
            "drawingml/diagram" => Self::Dgm,
            "drawingml/lockedCanvas" => Self::Lc,
            "officeDocument/extendedProperties" => Self::App,
            "officeDocument/customProperties" => Self::Custom,
            "officeDocument/docPropsVTypes" => Self::Vt,
            _ => Self::Unknown,
        }
    }

    fn from_microsoft(rest: &str) -> Self {
        match rest {
            "word/2010/wordml" => Self::W14,
            "word/2012/wordml" => Self::W15,
            "word/2015/wordml/symex" => Self::W16se,
            "word/2010/wordprocessingDrawing" => Self::Wp14,
            "word/2010/wordprocessingShape" => Self::Wps,
            "word/2010/wordprocessingGroup" => Self::Wpg,
            "word/2010/wordprocessingCanvas" => Self::Wpc,
            "word/2010/wordprocessingInk" => Self::Wpi,
            "drawing/2010/main" => Self::A14,
            "drawing/2016/SVG/main" => Self::Asvg,
            "drawing/2008/diagram" => Self::Dsp,
            _ if rest.starts_with("word/") && rest.contains("/wordml") => Self::W16,
            _ => Self::Unknown,
        }
    }

    /// Whether content that `mc:Choice/@Requires` it is read. Ink is not: its fallback is a picture of it.
    pub fn is_understood(self) -> bool {
        !matches!(self, Self::None | Self::Unknown | Self::Wpi)
    }
}

/// What the prefixes in force stand for; the empty prefix is the default namespace.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope<'a>(Vec<(&'a str, Ns)>);

impl<'a> Scope<'a> {
    /// Prefixes that one element and those around it may bind.
    pub(super) const MOST: usize = 64;

    /// Binds a prefix for the elements inside. A prefix that nothing known hangs on is not kept. Says whether
    /// there was room.
    pub(super) fn bind(&mut self, prefix: &'a str, ns: Ns) -> bool {
        if let Some(known) = self.0.iter_mut().find(|(name, _)| *name == prefix) {
            known.1 = ns;
        } else if ns != Ns::Unknown {
            if self.0.len() >= Self::MOST {
                return false;
            }
            self.0.push((prefix, ns));
        }
        true
    }

    /// What a prefix stands for.
    pub(super) fn resolve(&self, prefix: &str) -> Ns {
        match self.0.iter().find(|(name, _)| *name == prefix) {
            Some((_, ns)) => *ns,
            None if prefix.is_empty() => Ns::None,
            None if prefix == "xml" => Ns::Xml,
            None => Ns::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strict_and_transitional_are_one() {
        assert_eq!(Ns::from_uri("http://purl.oclc.org/ooxml/wordprocessingml/main"), Ns::W);
        assert_eq!(Ns::from_uri("http://schemas.openxmlformats.org/wordprocessingml/2006/main"), Ns::W);
        assert_eq!(Ns::from_uri("http://schemas.microsoft.com/office/word/2018/wordml/cex"), Ns::W16);
        assert_eq!(Ns::from_uri("http://example.com/"), Ns::Unknown);
    }

    #[test]
    fn an_inner_binding_hides_an_outer_one() {
        let mut scope = Scope::default();
        assert!(scope.bind("w", Ns::W));
        assert!(scope.bind("w", Ns::Unknown));
        assert_eq!(scope.resolve("w"), Ns::Unknown);
        assert_eq!(scope.resolve("xml"), Ns::Xml);
    }
}
