//! The border to JavaScript, and the only room that knows of it. Two modules are built of it: [`engine`], which the first page
//! needs, and [`pictures`], loaded when a document holds a picture that browsers do not show.

#[cfg(feature = "wasm")]
mod engine;
#[cfg(feature = "wasm-pictures")]
mod pictures;
