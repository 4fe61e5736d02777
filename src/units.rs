//! The measures that WordprocessingML and DrawingML write. Each is a type of its own, so that a twip cannot be
//! added to an EMU; behind `resolve` there is one length only, the point, as `f64`.

/// A length in points (1/72 in), the one internal unit from `flow` onward.
pub type Pt = f64;

macro_rules! measure {
    ($(#[$doc:meta])* $name:ident($inner:ty) = $per_point:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $inner);

        impl $name {
            /// The same length in points.
            pub fn pt(self) -> Pt {
                self.0 as Pt / $per_point
            }
        }
    };
}

measure! {
    /// 1/20 point: most `w:` measures (ECMA-376 Part 1, 17.18.74 ST_SignedTwipsMeasure).
    Twip(i32) = 20.0
}
measure! {
    /// 1/2 point: font sizes, `w:position`, `w:kern` (17.18.42 ST_HpsMeasure).
    HalfPoint(i32) = 2.0
}
measure! {
    /// 1/8 point: border widths (17.18.23 ST_EighthPointMeasure).
    EighthPoint(i32) = 8.0
}
measure! {
    /// 1/12700 point: DrawingML coordinates (20.1.10.16 ST_Coordinate).
    Emu(i64) = 12_700.0
}
