//! The few things that stop us. Everything else becomes a [`Warning`](crate::diag::Warning).

use std::fmt;

/// Why a document could not be opened. Opaque: ask for [`kind`](Error::kind); the text says what, where and what to do.
#[derive(Clone, Debug)]
pub struct Error(Box<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    kind: ErrorKind,
    message: String,
    part: Option<String>,
}

/// The kinds of [`Error`], stable names for callers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The bytes are no zip archive (and nothing else that we can name).
    NotZip,
    /// A file of another kind: a workbook, a presentation, an OpenDocument text, a PDF, RTF, HTML, a picture …
    NotWord,
    /// A binary Word 97–2003 document (`.doc`).
    LegacyDoc,
    /// A password protects the document.
    Encrypted,
    /// The password given does not open the document.
    WrongPassword,
    /// A [limit](crate::env::Limits) was passed.
    TooLarge,
    /// The archive or one of its parts is damaged.
    Damaged,
    /// The package names no main document part, or the part is absent.
    MissingPart,
    /// XML that is not well formed.
    MalformedXml,
    /// A page was asked for that the document does not have.
    NoSuchPage,
    /// The file itself cannot be read.
    Unreadable,
    /// The caller's options make no sense.
    BadArgument,
}

impl ErrorKind {
    /// The name that the command line and JavaScript see.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotZip => "NotZip",
            Self::NotWord => "NotWord",
            Self::LegacyDoc => "LegacyDoc",
            Self::Encrypted => "Encrypted",
            Self::WrongPassword => "WrongPassword",
            Self::TooLarge => "TooLarge",
            Self::Damaged => "Damaged",
            Self::MissingPart => "MissingPart",
            Self::MalformedXml => "MalformedXml",
            Self::NoSuchPage => "NoSuchPage",
            Self::Unreadable => "Unreadable",
            Self::BadArgument => "BadArgument",
        }
    }
}

impl Error {
    /// An error of `kind`; `message` is one sentence that says what is wrong and what to do.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner { kind, message: message.into(), part: None }))
    }

    /// The same error, placed in the package part `part`.
    #[must_use]
    pub fn in_part(mut self, part: &str) -> Self {
        self.0.part.get_or_insert_with(|| part.to_owned());
        self
    }

    /// What kind of error this is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The part of the package it arose in, if in one.
    pub fn part(&self) -> Option<&str> {
        self.0.part.as_deref()
    }

    /// The sentence without the part.
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.part {
            Some(part) => write!(f, "{} (in {part})", self.0.message),
            None => f.write_str(&self.0.message),
        }
    }
}

impl std::error::Error for Error {}

/// The result of everything that can stop.
pub type Result<T> = std::result::Result<T, Error>;
