//! Any bytes, to the end of the line: the first pages as pictures and as text.
#![no_main]

use docpane::{Document, Limits, Options, SvgOptions};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let options = Options { limits: Limits { pages: 50, ..Limits::default() }, ..Options::default() };
    let Ok(mut document) = Document::open(bytes.to_vec(), &options) else { return };
    for index in 0..4 {
        let _ = document.page_svg(index, &SvgOptions::default());
        let _ = document.page_text(index);
    }
    let _ = (document.metadata(), document.outline(), document.warnings());
});
