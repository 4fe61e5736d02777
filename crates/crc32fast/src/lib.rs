//! CRC-32 as zip uses it (ISO-HDLC), behind the names that `zip` and `flate2` call. The published crate of this name
//! carries 16 KB of tables, which no compression shrinks and every reader's first page waits for; these are made when they
//! are first asked for, and take eight bytes at a step.
#![forbid(unsafe_code)]

use std::sync::OnceLock;

/// The polynomial of CRC-32, lowest power in the highest bit.
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// The polynomial x⁰ with the highest power in the lowest bit, as CRC-32 writes them.
const ONE: u32 = 1 << 31;

/// What a byte does to a sum, by how many bytes follow it in a step.
type Tables = [[u32; 256]; 8];

static TABLES: OnceLock<Tables> = OnceLock::new();

fn make() -> Tables {
    let mut tables = [[0; 256]; 8];
    for (byte, entry) in tables[0].iter_mut().enumerate() {
        *entry = (0..8).fold(byte as u32, |sum, _| (sum >> 1) ^ if sum & 1 == 1 { POLYNOMIAL } else { 0 });
    }
    let first = tables[0];
    for place in 1..8 {
        tables[place] = tables[place - 1].map(|before| (before >> 8) ^ at(&first, before));
    }
    tables
}

/// The entry for the lowest byte of `sum`.
fn at(table: &[u32; 256], sum: u32) -> u32 {
    table[(sum & 0xff) as usize]
}

/// The sum `sum`, complemented as CRC-32 keeps it, after `bytes`.
fn after(sum: u32, bytes: &[u8]) -> u32 {
    let t = TABLES.get_or_init(make);
    let (steps, rest) = bytes.as_chunks::<8>();
    let sum = steps.iter().fold(sum, |sum, &[a, b, c, d, e, f, g, h]| {
        let low = sum ^ u32::from_le_bytes([a, b, c, d]);
        let high = u32::from_le_bytes([e, f, g, h]);
        at(&t[7], low)
            ^ at(&t[6], low >> 8)
            ^ at(&t[5], low >> 16)
            ^ at(&t[4], low >> 24)
            ^ at(&t[3], high)
            ^ at(&t[2], high >> 8)
            ^ at(&t[1], high >> 16)
            ^ at(&t[0], high >> 24)
    });
    rest.iter().fold(sum, |sum, &byte| (sum >> 8) ^ at(&t[0], sum ^ u32::from(byte)))
}

/// The checksum of `bytes`.
pub fn hash(bytes: &[u8]) -> u32 {
    !after(!0, bytes)
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
        self.sum = !after(!self.sum, bytes);
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
    let mut product = 0;
    for power in (0..32).rev() {
        if left >> power & 1 == 1 {
            product ^= right;
        }
        right = (right >> 1) ^ if right & 1 == 1 { POLYNOMIAL } else { 0 };
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
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(hash(&all), 0x2905_8C73);
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
