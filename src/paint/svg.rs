//! A page as one self-contained SVG picture, for servers, thumbnails and export. `textLength` keeps each run at the width
//! that layout gave it, whatever font shows it.

use super::css::{Color, families, is_picture};
use super::{Media, escape};
use crate::display::{DisplayList, Group, Item, Paint, Path, Picture, Recolor, Rect, Rounded, Stops, Stroke, TILE, Text};
use crate::numeral::base64;
use std::fmt::{self, Write};

/// How a page is painted.
#[derive(Clone, Copy, Debug)]
pub struct SvgOptions {
    /// Paints the paper: the page's ground, or white.
    pub paper: bool,
    /// Puts pictures into the file; else a box stands in their place.
    pub pictures: bool,
    /// Puts embedded fonts into the file, none larger than a mebibyte.
    pub fonts: bool,
    /// Makes ids unlike those of other pages that stand in the same document.
    pub page: usize,
}

impl Default for SvgOptions {
    fn default() -> Self {
        Self { paper: true, pictures: true, fonts: true, page: 0 }
    }
}

/// The page as an SVG document.
pub fn svg(list: &DisplayList, options: &SvgOptions, media: Media<'_>) -> String {
    let mut svg = Svg {
        out: String::with_capacity(list.items.len() * 160),
        list,
        options: *options,
        media,
        clips: 0,
        open: Vec::new(),
        own: Vec::new(),
        font: None,
    };
    // Writing to a string cannot fail.
    let _ = svg.page();
    svg.out
}

/// A larger embedded font does not go into the picture.
const LARGEST_FONT: usize = 1 << 20;

/// The family of an embedded face: no document can name it by chance.
fn own_name(page: usize, index: u16) -> String {
    format!("docpane-own-{page}-{index}")
}

struct Svg<'a> {
    out: String,
    list: &'a DisplayList,
    options: SvgOptions,
    media: Media<'a>,
    /// Ids so far.
    clips: u32,
    /// The closing tag of each open group.
    open: Vec<&'static str>,
    /// The fonts that the file brings along.
    own: Vec<u16>,
    /// The font of the group of texts that is open.
    font: Option<u16>,
}

impl Svg<'_> {
    fn page(&mut self) -> fmt::Result {
        let (width, height) = (Rounded(self.list.width), Rounded(self.list.height));
        write!(
            self.out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" text-rendering="optimizeSpeed">"#
        )?;
        if self.options.paper {
            let color = Color(self.list.background.unwrap_or(0xff_ffff));
            write!(self.out, r#"<rect width="{width}" height="{height}" fill="{color}"/>"#)?;
        }
        if self.options.fonts {
            self.own_fonts()?;
        }
        let list = self.list;
        for item in &list.items {
            self.item(item)?;
        }
        self.end_font();
        self.out.push_str("</svg>");
        Ok(())
    }

    fn item(&mut self, item: &Item) -> fmt::Result {
        let apart = match item {
            Item::Text(_) => false,
            Item::Begin(group) => is_drawn(group),
            Item::End => self.open.last().is_some_and(|close| !close.is_empty()),
            _ => true,
        };
        if apart {
            self.end_font();
        }
        match item {
            Item::Text(text) => self.text(text),
            Item::Rect(rect) => self.rect(rect),
            Item::Stroke(stroke) => self.stroke(stroke),
            Item::Path(path) => self.path(path),
            Item::Picture(picture) => self.picture(picture),
            Item::Begin(group) => self.begin(group),
            Item::End => {
                self.out.push_str(self.open.pop().unwrap_or_default());
                Ok(())
            }
        }
    }

    /// A new id.
    fn id(&mut self) -> String {
        self.clips += 1;
        format!("c{}-{}", self.options.page, self.clips)
    }

    fn begin(&mut self, group: &Group) -> fmt::Result {
        let close = match group {
            Group::Turn { degrees, x, y } => {
                write!(self.out, r#"<g transform="rotate({} {} {})">"#, Rounded(*degrees), Rounded(*x), Rounded(*y))?;
                "</g>"
            }
            Group::Clip { x, y, width, height } => {
                let id = self.id();
                let (x, y, width, height) = (Rounded(*x), Rounded(*y), Rounded(*width), Rounded(*height));
                write!(self.out, r#"<clipPath id="{id}"><rect x="{x}" y="{y}" width="{width}" height="{height}"/></clipPath>"#)?;
                write!(self.out, r#"<g clip-path="url(#{id})">"#)?;
                "</g>"
            }
            Group::Outline { d } => {
                let id = self.id();
                write!(self.out, r#"<clipPath id="{id}"><path d="{}"/></clipPath><g clip-path="url(#{id})">"#, escape(d))?;
                "</g>"
            }
            Group::Link { url: Some(url), .. } => {
                write!(self.out, r#"<a href="{}">"#, escape(url))?;
                "</a>"
            }
            _ => "",
        };
        self.open.push(close);
        Ok(())
    }

    /// The faces that came with the document, under names of the painter's own.
    fn own_fonts(&mut self) -> fmt::Result {
        let list = self.list;
        for (index, font) in list.fonts.iter().enumerate() {
            let bytes = if font.part.is_empty() { None } else { (self.media)(&font.part).map(|(_, bytes)| bytes) };
            let (Some(bytes), Ok(index)) = (bytes.filter(|bytes| bytes.len() <= LARGEST_FONT), u16::try_from(index)) else { continue };
            let (name, weight) = (own_name(self.options.page, index), if font.bold { "bold" } else { "normal" });
            let style = if font.italic { "italic" } else { "normal" };
            let bytes = base64(&bytes);
            write!(
                self.out,
                "<style>@font-face{{font-family:{name};font-weight:{weight};font-style:{style};src:url(data:font/sfnt;base64,{bytes})}}</style>"
            )?;
            self.own.push(index);
        }
        Ok(())
    }

    /// Texts of one font that follow each other are a group: a list of families is long.
    fn begin_font(&mut self, index: u16) -> fmt::Result {
        if self.font == Some(index) {
            return Ok(());
        }
        self.end_font();
        let Some(font) = self.list.fonts.get(usize::from(index)) else { return Ok(()) };
        self.font = Some(index);
        let own = self.own.contains(&index).then(|| own_name(self.options.page, index));
        write!(self.out, r#"<g font-family="{}""#, families(font, own))?;
        if font.bold {
            self.out.push_str(r#" font-weight="bold""#);
        }
        if font.italic {
            self.out.push_str(r#" font-style="italic""#);
        }
        self.out.push('>');
        Ok(())
    }

    fn end_font(&mut self) {
        if self.font.take().is_some() {
            self.out.push_str("</g>");
        }
    }

    fn text(&mut self, text: &Text) -> fmt::Result {
        let shown = text.text.trim_matches(' ');
        if shown.is_empty() || shown == "\t" {
            return Ok(());
        }
        self.begin_font(text.font)?;
        let (x, y) = (Rounded(text.x), Rounded(text.baseline));
        write!(self.out, r#"<text x="{x}" y="{y}" font-size="{}""#, Rounded(text.size))?;
        if text.color != 0 {
            write!(self.out, r#" fill="{}""#, Color(text.color))?;
        }
        for (name, value) in [("letter-spacing", text.letter_spacing), ("word-spacing", text.word_spacing)] {
            if value.abs() >= 0.001 {
                write!(self.out, r#" {name}="{}""#, Rounded(value))?;
            }
        }
        if text.upright {
            // Back by a quarter turn about the middle of the em box that stands on the baseline.
            let middle = (Rounded(text.x + text.width / 2.0), Rounded(text.baseline - text.size * 0.38));
            write!(self.out, r#" transform="rotate(-90 {} {})""#, middle.0, middle.1)?;
        }
        let many = text.text.chars().nth(1).is_some();
        // Browsers set spacing after the last character too, and count it.
        let ends_blank = if text.text.ends_with(' ') { text.word_spacing } else { 0.0 };
        let length = text.width + text.letter_spacing + ends_blank;
        if (many || text.scale != 1.0) && length > 0.0 {
            let evenly = text.scale == 1.0 && text.text.chars().all(is_wide);
            let adjust = if evenly { "spacing" } else { "spacingAndGlyphs" };
            write!(self.out, r#" textLength="{}" lengthAdjust="{adjust}""#, Rounded(length))?;
        }
        write!(self.out, ">{}</text>", escape(&kept_blanks(&text.text)))
    }

    fn rect(&mut self, rect: &Rect) -> fmt::Result {
        let (x, y, width, height) = (Rounded(rect.x), Rounded(rect.y), Rounded(rect.width), Rounded(rect.height));
        write!(self.out, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{}"/>"#, Color(rect.color))
    }

    fn stroke(&mut self, stroke: &Stroke) -> fmt::Result {
        let (x1, y1, x2, y2) = (Rounded(stroke.x1), Rounded(stroke.y1), Rounded(stroke.x2), Rounded(stroke.y2));
        let (color, width) = (Color(stroke.color), Rounded(stroke.width));
        write!(self.out, r#"<path d="M{x1} {y1}L{x2} {y2}" stroke="{color}" stroke-width="{width}""#)?;
        self.dash(&stroke.dash)?;
        self.out.push_str("/>");
        Ok(())
    }

    fn path(&mut self, path: &Path) -> fmt::Result {
        let fill = match &path.fill {
            None => "none".to_owned(),
            Some(Paint::Color(color)) => Color(*color).to_string(),
            Some(paint) => {
                let id = self.id();
                self.paint(paint, &id)?;
                format!("url(#{id})")
            }
        };
        write!(self.out, r#"<path d="{}" fill="{fill}""#, escape(&path.d))?;
        if path.fill_opacity < 1.0 {
            write!(self.out, r#" fill-opacity="{}""#, Rounded(path.fill_opacity))?;
        }
        if let Some(color) = path.stroke {
            write!(self.out, r#" stroke="{}" stroke-width="{}""#, Color(color), Rounded(path.stroke_width))?;
            if path.stroke_opacity < 1.0 {
                write!(self.out, r#" stroke-opacity="{}""#, Rounded(path.stroke_opacity))?;
            }
        }
        for (attribute, on) in [(r#" stroke-linecap="round""#, path.round_ends), (r#" stroke-linejoin="round""#, path.round_corners)] {
            if on {
                self.out.push_str(attribute);
            }
        }
        if path.blur > 0.0 {
            write!(self.out, r#" filter="blur({})""#, Rounded(path.blur))?;
        }
        self.dash(&path.dash)?;
        self.out.push_str("/>");
        Ok(())
    }

    /// A gradient or a pattern by its id.
    fn paint(&mut self, paint: &Paint, id: &str) -> fmt::Result {
        match paint {
            Paint::Color(_) => Ok(()),
            Paint::Linear { stops, line } => {
                let [x1, y1, x2, y2] = line.map(Rounded);
                write!(self.out, r#"<linearGradient id="{id}" gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">"#)?;
                self.stops(stops, "</linearGradient>")
            }
            Paint::Radial { stops, circle } => {
                let [x, y, radius] = circle.map(Rounded);
                write!(self.out, r#"<radialGradient id="{id}" gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" r="{radius}">"#)?;
                self.stops(stops, "</radialGradient>")
            }
            Paint::Tiles { tile, ink, ground } => {
                let (side, ink, ground) = (Rounded(TILE), Color(*ink), Color(*ground));
                write!(self.out, r#"<pattern id="{id}" patternUnits="userSpaceOnUse" width="{side}" height="{side}" viewBox="0 0 8 8">"#)?;
                write!(self.out, r#"<path d="M0 0h8v8h-8z" fill="{ground}"/><path d="{}" fill="{ink}"/></pattern>"#, escape(tile))
            }
        }
    }

    fn stops(&mut self, stops: &Stops, close: &str) -> fmt::Result {
        for (at, color, opacity) in &stops.0 {
            write!(self.out, r#"<stop offset="{}" stop-color="{}" stop-opacity="{}"/>"#, Rounded(*at), Color(*color), Rounded(*opacity))?;
        }
        self.out.push_str(close);
        Ok(())
    }

    fn dash(&mut self, dash: &[f64]) -> fmt::Result {
        if !dash.is_empty() {
            let parts: Vec<String> = dash.iter().map(|part| Rounded(*part).to_string()).collect();
            write!(self.out, r#" stroke-dasharray="{}""#, parts.join(" "))?;
        }
        Ok(())
    }

    fn picture(&mut self, picture: &Picture) -> fmt::Result {
        let stored = |part: &str| if part.is_empty() { None } else { (self.media)(part).filter(|(kind, _)| is_picture(kind)) };
        let bytes = if self.options.pictures { stored(&picture.svg).or_else(|| stored(&picture.part)) } else { None };
        let transform = placement(picture);
        let (x, y, width, height) = (Rounded(picture.x), Rounded(picture.y), Rounded(picture.width), Rounded(picture.height));
        let Some((kind, bytes)) = bytes else {
            return write!(
                self.out,
                r##"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="#f2f2f2" stroke="#bfbfbf"{transform}><title>{}</title></rect>"##,
                escape(&picture.alt)
            );
        };
        let [left, top, right, bottom] = picture.crop;
        let (shown_x, shown_y) = ((1.0 - left - right).max(0.001), (1.0 - top - bottom).max(0.001));
        let (full_width, full_height) = (picture.width / shown_x, picture.height / shown_y);
        write!(self.out, r#"<svg x="{x}" y="{y}" width="{width}" height="{height}" viewBox="0 0 {width} {height}"{transform}>"#)?;
        let filter = self.recolor(&picture.recolor)?;
        write!(
            self.out,
            r#"<image{filter} x="{}" y="{}" width="{}" height="{}" preserveAspectRatio="none" href="data:{kind};base64,{}"><title>{}</title></image></svg>"#,
            Rounded(-left * full_width),
            Rounded(-top * full_height),
            Rounded(full_width),
            Rounded(full_height),
            base64(&bytes),
            escape(&picture.alt)
        )
    }
}

impl Svg<'_> {
    /// The filter that changes a picture's colours, and the attributes that name it.
    fn recolor(&mut self, recolor: &Recolor) -> Result<String, fmt::Error> {
        let mut attributes = String::new();
        if let Some(opacity) = recolor.opacity {
            write!(attributes, r#" opacity="{}""#, Rounded(opacity))?;
        }
        if recolor.clear.is_none() && recolor.matrix.is_empty() && recolor.threshold.is_none() {
            return Ok(attributes);
        }
        let id = self.id();
        write!(attributes, r#" filter="url(#{id})""#)?;
        write!(self.out, r#"<filter id="{id}" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">"#)?;
        if let Some(color) = recolor.clear {
            // Opaque where all three channels are those of the colour: cut out of the picture.
            self.out.push_str("<feComponentTransfer>");
            for (name, shift) in [('R', 16), ('G', 8), ('B', 0)] {
                let value = usize::try_from(color >> shift & 0xFF).unwrap_or_default();
                let table: Vec<&str> = (0..256).map(|level| if level == value { "1" } else { "0" }).collect();
                write!(self.out, r#"<feFunc{name} type="discrete" tableValues="{}"/>"#, table.join(" "))?;
            }
            self.out.push_str(
                r#"</feComponentTransfer><feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 0 -2" result="k"/><feComposite in="SourceGraphic" in2="k" operator="out"/>"#,
            );
        }
        if !recolor.matrix.is_empty() {
            self.out.push_str(r#"<feColorMatrix values=""#);
            for row in recolor.matrix.chunks(4) {
                for (index, weight) in row.iter().enumerate() {
                    // The fourth weight is of opacity, which colours do not depend on.
                    write!(self.out, "{}{} ", if index == 3 { "0 " } else { "" }, Rounded(*weight))?;
                }
            }
            self.out.push_str(r#"0 0 0 1 0"/>"#);
        }
        if let Some(threshold) = recolor.threshold {
            self.out.push_str("<feComponentTransfer>");
            for name in ['R', 'G', 'B'] {
                let (slope, intercept) = (255, Rounded(0.5 - 255.0 * threshold));
                write!(self.out, r#"<feFunc{name} type="linear" slope="{slope}" intercept="{intercept}"/>"#)?;
            }
            self.out.push_str("</feComponentTransfer>");
        }
        self.out.push_str("</filter>");
        Ok(attributes)
    }
}

/// Groups that are elements here.
fn is_drawn(group: &Group) -> bool {
    matches!(group, Group::Turn { .. } | Group::Clip { .. } | Group::Outline { .. } | Group::Link { url: Some(_), .. })
}

/// A text whose blanks a browser leaves alone: those it would drop or merge are no-break spaces, which are as wide.
fn kept_blanks(text: &str) -> String {
    let mut last = ' ';
    let mut kept: String = text
        .chars()
        .map(|c| {
            if c == ' ' && std::mem::replace(&mut last, c) == ' ' {
                '\u{a0}'
            } else {
                last = c;
                c
            }
        })
        .collect();
    if kept.ends_with(' ') {
        kept.pop();
        kept.push('\u{a0}');
    }
    kept
}

/// The transform of a turned or mirrored picture.
fn placement(picture: &Picture) -> String {
    let (x, y) = (picture.x + picture.width / 2.0, picture.y + picture.height / 2.0);
    if picture.rotation == 0.0 && !picture.flip_h && !picture.flip_v {
        return String::new();
    }
    let (across, down) = (if picture.flip_h { -1 } else { 1 }, if picture.flip_v { -1 } else { 1 });
    format!(
        r#" transform="translate({} {}) rotate({}) scale({across} {down}) translate({} {})""#,
        Rounded(x),
        Rounded(y),
        Rounded(picture.rotation),
        Rounded(-x),
        Rounded(-y)
    )
}

/// An East Asian character: its shape is not stretched, only the space after it.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::display::Font;

    fn painted(items: Vec<Item>) -> String {
        let fonts = vec![Font { families: vec!["A & B".to_owned()], generic: "serif", ..Font::default() }];
        let list = DisplayList { width: 100.0, height: 50.0, fonts, items, ..DisplayList::default() };
        svg(&list, &SvgOptions::default(), &|_| Some(("image/png".to_owned(), vec![1, 2, 3])))
    }

    #[test]
    fn embedded_fonts_go_into_the_file_under_a_name_of_their_own() {
        let font =
            Font { families: vec!["Own".to_owned()], generic: "serif", part: "word/fonts/font1.odttf".to_owned(), ..Font::default() };
        let text = Item::Text(Text { text: "a".to_owned(), size: 10.0, scale: 1.0, ..Text::default() });
        let list = DisplayList { width: 100.0, height: 50.0, fonts: vec![font], items: vec![text], ..DisplayList::default() };
        let bytes = |part: &str| (part == "word/fonts/font1.odttf").then(|| ("font/sfnt".to_owned(), vec![0, 1, 0]));
        let with = svg(&list, &SvgOptions::default(), &bytes);
        assert!(with.contains("@font-face{font-family:docpane-own-0-0;") && with.contains("base64,AAEA)"), "{with}");
        assert!(with.contains(r#"<g font-family="docpane-own-0-0,&#39;Own&#39;,serif">"#), "{with}");
        let without = svg(&list, &SvgOptions { fonts: false, ..SvgOptions::default() }, &bytes);
        assert!(!without.contains("docpane-own"));
    }

    #[test]
    fn nothing_of_a_file_is_markup() {
        let evil = "</text><script>alert(1)</script>\" onload=\"x";
        let text = Text { text: evil.to_owned(), width: 9.0, size: 10.0, scale: 1.0, ..Text::default() };
        let link = Group::Link { url: Some("https://a/?\"><script>".to_owned()), bookmark: None, tooltip: None };
        let picture = Picture { alt: evil.to_owned(), part: "p".to_owned(), width: 1.0, height: 1.0, ..Picture::default() };
        let out = painted(vec![Item::Begin(link), Item::Text(text), Item::End, Item::Picture(picture)]);
        assert!(!out.contains("<script") && !out.contains(" onload=\"x"), "{out}");
        assert!(out.contains("&lt;script&gt;") && out.contains("data:image/png;base64,AQID"));
    }

    #[test]
    fn blanks_at_ends_and_rows_of_them_stay() {
        assert_eq!(kept_blanks(" a b  c "), "\u{a0}a b \u{a0}c\u{a0}");
    }

    #[test]
    fn runs_keep_their_width() {
        let text = Text { text: "中文".to_owned(), x: 1.0, baseline: 12.0, width: 20.0, size: 10.0, scale: 1.0, ..Text::default() };
        let out = painted(vec![Item::Text(text)]);
        let want = r#"<g font-family="&#39;A &amp; B&#39;,serif"><text x="1" y="12" font-size="10" textLength="20" lengthAdjust="spacing">中文</text></g>"#;
        assert!(out.contains(want), "{out}");
    }
}
