//! Sorting: all of it by numbers, so that the first page waits for one sorting program and not for one for each kind of thing.

/// Sorts by a number; what has the same one stays as it stood.
pub fn sort_by_key<T: Clone>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    let mut order: Vec<(u64, usize)> = items.iter().enumerate().map(|(at, item)| (key(item), at)).collect();
    order.sort_unstable();
    *items = order.into_iter().filter_map(|(_, at)| items.get(at).cloned()).collect();
}

/// A number that is in the order of lengths and shares as `f64::total_cmp` has them.
pub fn float_key(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 0 { bits | 1 << 63 } else { !bits }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_stay_as_they_stood() {
        let mut items = vec![(2.0, 'a'), (-1.5, 'b'), (2.0, 'c'), (0.0, 'd'), (-3.0, 'e')];
        sort_by_key(&mut items, |item| float_key(item.0));
        assert_eq!(items.iter().map(|item| item.1).collect::<String>(), "ebdac");
    }
}
