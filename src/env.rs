//! All we may ask of the outside: limits and today's date. There is no I/O, no clock and no global state elsewhere.

/// How a document is opened.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Bounds on memory and time.
    pub limits: Limits,
    /// Where pages may break.
    pub page_breaks: PageBreaks,
    /// Today, for fields that show the date; none leaves their stored results.
    pub today: Option<Date>,
    /// How the text of symbol fonts is written.
    pub symbols: SymbolText,
}

/// How the text of symbol fonts (Symbol, Wingdings, Webdings) is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SymbolText {
    /// As the Unicode characters that look like it.
    #[default]
    Shown,
    /// As in the text of a PDF that the Word which saved the file exports: for comparison with one
    /// (docs/word/symbols-in-exported-text.md).
    Exported,
}

/// What decides where pages begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageBreaks {
    /// The layout alone.
    Computed,
    /// The file's own record of Word's page starts, wherever there is one.
    Saved,
    /// The layout; the file's record settles close calls.
    #[default]
    Auto,
}

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Year, such as 2026.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

/// Bounds that keep a hostile file from taking the reader's memory or time. Passing one is
/// [`ErrorKind::TooLarge`](crate::ErrorKind::TooLarge).
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes one part may have unpacked.
    pub part_bytes: u64,
    /// Bytes all parts together may have unpacked.
    pub total_bytes: u64,
    /// Unpacked bytes per packed byte, for parts over 1 MiB.
    pub ratio: u64,
    /// Parts in the package.
    pub parts: usize,
    /// Elements nested in each other in one part.
    pub xml_depth: usize,
    /// Elements, references and comments in one part.
    pub elements: usize,
    /// Bytes of memory that the document takes, about, as read and as laid out.
    pub memory: usize,
    /// Bytes of text in one paragraph, which is laid out as a whole; anything in it that is no text counts as a few.
    pub paragraph_bytes: usize,
    /// Tables nested in each other.
    pub nested_tables: usize,
    /// Pages laid out.
    pub pages: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            part_bytes: 80 << 20,
            total_bytes: 512 << 20,
            ratio: 2_000,
            parts: 20_000,
            xml_depth: 1_000,
            elements: 3_000_000,
            memory: 600 << 20,
            paragraph_bytes: 256 << 10,
            nested_tables: 32,
            pages: 50_000,
        }
    }
}
