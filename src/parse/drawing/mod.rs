//! `w:drawing`, `w:pict` and the picture of `w:object` (20.4.2, 17.3.3.9, 17.3.3.19, 17.3.3.21).

use super::context::Context;
use crate::error::Result;
use crate::model::RunContent;
use crate::xml::{Element, Reader};

/// `w:drawing`.
pub(super) fn drawing<'a>(_reader: &mut Reader<'a>, _parent: &Element<'a>, _cx: &mut Context<'_>, _to: &mut Vec<RunContent>) -> Result<()> {
    Ok(())
}

/// `w:pict`.
pub(super) fn picture<'a>(_reader: &mut Reader<'a>, _parent: &Element<'a>, _cx: &mut Context<'_>, _to: &mut Vec<RunContent>) -> Result<()> {
    Ok(())
}

/// `w:object`.
pub(super) fn object<'a>(_reader: &mut Reader<'a>, _parent: &Element<'a>, _cx: &mut Context<'_>, _to: &mut Vec<RunContent>) -> Result<()> {
    Ok(())
}
