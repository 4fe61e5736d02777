//! Any bytes: opening ends in a document or in an error.
#![no_main]

use docpane::{Document, Options};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = Document::open(bytes.to_vec(), &Options::default());
});
