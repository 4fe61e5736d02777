//! CRC-32 as zip uses it (ISO-HDLC), behind the names that `zip` and `flate2` call. The published crate of this name
//! carries 16 KB of tables, which no compression shrinks and every reader's first page waits for; one table of 1 KB
//! checks the few hundred KB of a document in a millisecond.
#![forbid(unsafe_code)]

use crc::{CRC_32_ISO_HDLC, Crc, Table};

static CRC_32: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// The polynomial x⁰ with the highest power in the lowest bit, as CRC-32 writes them.
const ONE: u32 = 1 << 31;

/// The checksum of `bytes`.
pub fn hash(bytes: &[u8]) -> u32 {
    CRC_32.checksum(bytes)
}

/// A checksum of bytes that come in pieces, and how many they were.
#[derive(Clone, Debug, Default)]
pub struct Hasher {
    sum: u32,
    bytes: u64,
}

impl Hasher {
    /// Of no bytes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Going on after `bytes` bytes with the checksum `sum`.
    pub fn new_with_initial_len(sum: u32, bytes: u64) -> Self {
        Self { sum, bytes }
    }

    /// Takes the next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        let mut digest = CRC_32.digest_with_initial((!self.sum).reverse_bits());
        digest.update(bytes);
        self.sum = digest.finalize();
        self.bytes += bytes.len() as u64;
    }

    /// The checksum of all pieces.
    pub fn finalize(self) -> u32 {
        self.sum
    }

    /// Forgets all pieces.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// Takes the pieces that `next` has seen: the sum so far moves up by as many zero bytes.
    pub fn combine(&mut self, next: &Self) {
        self.sum = times(self.sum, x_to_the(8 * u128::from(next.bytes))) ^ next.sum;
        self.bytes += next.bytes;
    }
}

/// The product of two polynomials modulo that of CRC-32.
fn times(left: u32, mut right: u32) -> u32 {
    let polynomial = CRC_32_ISO_HDLC.poly.reverse_bits();
    let mut product = 0;
    for power in (0..32).rev() {
        if left >> power & 1 == 1 {
            product ^= right;
        }
        right = (right >> 1) ^ if right & 1 == 1 { polynomial } else { 0 };
    }
    product
}

/// x to the power `exponent`, modulo the polynomial of CRC-32.
fn x_to_the(mut exponent: u128) -> u32 {
    let (mut result, mut square) = (ONE, ONE >> 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = times(result, square);
        }
        square = times(square, square);
        exponent >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::{Hasher, hash};

    fn of(bytes: &[u8]) -> Hasher {
        let mut hasher = Hasher::new();
        hasher.update(bytes);
        hasher
    }

    /// The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    const CHECK: u32 = 0xCBF4_3926;

    #[test]
    fn check_value_whole_in_pieces_and_combined() {
        assert_eq!(hash(b"123456789"), CHECK);
        let mut pieces = of(b"1234");
        let mut combined = pieces.clone();
        pieces.update(b"56789");
        assert_eq!(pieces.finalize(), CHECK);
        combined.combine(&of(b"56789"));
        assert_eq!(combined.finalize(), CHECK);
        let mut later = Hasher::new_with_initial_len(hash(b"12345678"), 8);
        later.update(b"9");
        assert_eq!(later.finalize(), CHECK);
    }
}
