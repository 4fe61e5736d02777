//! Plane transforms as GDI writes them (XFORM).

/// `x' = x·m11 + y·m21 + dx`, `y' = x·m12 + y·m22 + dy`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Matrix {
    pub m11: f64,
    pub m12: f64,
    pub m21: f64,
    pub m22: f64,
    pub dx: f64,
    pub dy: f64,
}

impl Matrix {
    pub const IDENTITY: Self = Self { m11: 1.0, m12: 0.0, m21: 0.0, m22: 1.0, dx: 0.0, dy: 0.0 };

    pub fn apply(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (x * self.m11 + y * self.m21 + self.dx, x * self.m12 + y * self.m22 + self.dy)
    }

    /// First this, then `next`.
    pub fn then(&self, next: &Self) -> Self {
        let turned = |x: f64, y: f64| (x * next.m11 + y * next.m21, x * next.m12 + y * next.m22);
        let ((m11, m12), (m21, m22)) = (turned(self.m11, self.m12), turned(self.m21, self.m22));
        let (dx, dy) = next.apply((self.dx, self.dy));
        Self { m11, m12, m21, m22, dx, dy }
    }

    /// How long a horizontal unit becomes, and a vertical one.
    pub fn scales(&self) -> (f64, f64) {
        ((self.m11 * self.m11 + self.m12 * self.m12).sqrt(), (self.m21 * self.m21 + self.m22 * self.m22).sqrt())
    }

    /// How much lines grow.
    pub fn scale(&self) -> f64 {
        (self.m11 * self.m22 - self.m12 * self.m21).abs().sqrt()
    }
}
