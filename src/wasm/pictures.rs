//! Pictures that browsers do not show, as ones that they do: bytes in, bytes out, nothing kept between two calls.

use crate::picture;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

/// The picture as a browser shows it; none where its own bytes are all there is.
#[wasm_bindgen]
pub fn shown(bytes: &[u8]) -> Option<Uint8Array> {
    picture::shown(bytes, &decoded).map(|(_, bytes)| Uint8Array::from(bytes.as_slice()))
}

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new(encoding: &str) -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

/// Text in the bytes of an encoding: the browser has the tables.
fn decoded(encoding: &'static str, bytes: &[u8]) -> Option<String> {
    TextDecoder::new(encoding).and_then(|decoder| decoder.decode(bytes)).ok()
}
