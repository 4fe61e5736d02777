//! Preset patterns (20.1.10.51 ST_PresetPatternVal) as tiles of 8 by 8.

/// A pattern's rows from the top; the highest bit is left. What is not known is half and half.
pub(super) fn rows(name: &str) -> [u8; 8] {
    if let Some(percent) = name.strip_prefix("pct").and_then(|percent| percent.parse::<u32>().ok()) {
        return dithered(percent);
    }
    match name {
        "horz" | "ltHorz" | "narHorz" => every(|_, y| y % if name == "narHorz" { 2 } else { 4 } == 0),
        "dkHorz" => every(|_, y| y % 4 < 2),
        "vert" | "ltVert" | "narVert" => every(|x, _| x % if name == "narVert" { 2 } else { 4 } == 0),
        "dkVert" => every(|x, _| x % 4 < 2),
        "cross" | "lgGrid" => every(|x, y| x == 0 || y == 0),
        "smGrid" => every(|x, y| x % 4 == 0 || y % 4 == 0),
        "dotGrid" => every(|x, y| (x == 0 && y % 2 == 0) || (y == 0 && x % 2 == 0)),
        "dnDiag" | "ltDnDiag" => every(|x, y| (x + 8 - y) % 4 == 0),
        "dkDnDiag" => every(|x, y| (x + 8 - y) % 4 < 2),
        "wdDnDiag" => every(|x, y| (x + 8 - y) % 8 < 3),
        "upDiag" | "ltUpDiag" => every(|x, y| (x + y) % 4 == 3),
        "dkUpDiag" => every(|x, y| (x + y) % 4 > 1),
        "wdUpDiag" => every(|x, y| (x + y) % 8 > 4),
        "diagCross" | "openDmnd" => every(|x, y| (x + 8 - y) % 8 == 0 || (x + y) % 8 == 7),
        "dotDmnd" => every(|x, y| x % 2 == 0 && ((x + 8 - y) % 8 == 0 || (x + y) % 8 == 0)),
        "solidDmnd" => every(|x, y| x.abs_diff(4) + y.abs_diff(4) < 4),
        "smCheck" => every(|x, y| (x / 2 + y / 2) % 2 == 0),
        "lgCheck" => every(|x, y| (x / 4 + y / 4) % 2 == 0),
        "dashHorz" => every(|x, y| (y == 0 && x < 4) || (y == 4 && x > 3)),
        "dashVert" => every(|x, y| (x == 0 && y < 4) || (x == 4 && y > 3)),
        "dashDnDiag" => every(|x, y| y < 4 && x % 4 == y),
        "dashUpDiag" => every(|x, y| y < 4 && x % 4 == 3 - y),
        "horzBrick" => every(|x, y| y % 4 == 0 || x == if y < 4 { 0 } else { 4 }),
        "diagBrick" => every(|x, y| (x + y) % 8 == 7 || (y < 4 && (x + 8 - y) % 8 == 4)),
        "weave" | "plaid" | "trellis" => every(|x, y| (x + y) % 4 == 0 || (x + 8 - y) % 4 == 0),
        "zigZag" | "wave" => every(|x, y| y % 4 == x.abs_diff(4) % 4),
        "sphere" | "shingle" => every(|x, y| (x + y) % 8 == 0 || (x > 3 && (x + 8 - y) % 8 == 0)),
        "smConfetti" => dithered(20),
        "lgConfetti" => dithered(40),
        "divot" => every(|x, y| (x == 1 && y == 2) || (x == 5 && y == 6)),
        _ => dithered(50),
    }
}

fn every(is_set: impl Fn(usize, usize) -> bool) -> [u8; 8] {
    std::array::from_fn(|y| (0..8).fold(0, |row, x| row << 1 | u8::from(is_set(x, y))))
}

/// So many percent of the tile, as evenly as can be.
fn dithered(percent: u32) -> [u8; 8] {
    // The order in which cells of a tile are set: bits of x ^ y and of y, the lowest weighing most.
    let rank = |x: usize, y: usize| (0..3).fold(0_u32, |rank, bit| rank << 2 | (((x ^ y) >> bit & 1) << 1 | (y >> bit & 1)) as u32);
    every(|x, y| rank(x, y) * 100 < percent * 64)
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn patterns_have_their_share() {
        let share = |name: &str| rows(name).iter().map(|row| row.count_ones()).sum::<u32>();
        assert_eq!((share("pct50"), share("pct25"), share("ltHorz"), share("lgCheck")), (32, 16, 16, 32));
        assert_eq!(rows("ltUpDiag")[..2], [0b0001_0001, 0b0010_0010]);
    }
}
