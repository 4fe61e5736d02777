//! Values by key, in the order of their keys. A tree of the standard library is a program of its own for each kind of key and value, four
//! kilobytes of the first page each; of this one only the order of the keys is, and there are few kinds of keys.

use std::borrow::Borrow;
use std::collections::BTreeMap;

/// Values by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<K, V> {
    order: BTreeMap<K, usize>,
    values: Vec<V>,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> Map<K, V> {
    /// An empty one.
    pub const fn new() -> Self {
        Self { order: BTreeMap::new(), values: Vec::new() }
    }

    /// Whether it has no value.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Whether a key has a value.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q> + Ord,
    {
        self.get(key).is_some()
    }

    /// Keys and values in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.order.iter().filter_map(|(key, index)| Some((key, self.values.get(*index)?)))
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> Map<K, V> {
    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.order.get(key).and_then(|index| self.values.get(*index))
    }

    /// The value of a key, to be changed.
    #[cfg(test)]
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.order.get(key).and_then(|index| self.values.get_mut(*index))
    }

    /// Puts a value in, in place of the one that the key had.
    pub fn insert(&mut self, key: K, value: V) {
        let new = self.values.len();
        let index = *self.order.entry(key).or_insert(new);
        match self.values.get_mut(index) {
            Some(old) => *old = value,
            None => self.values.push(value),
        }
    }

    /// Puts a value in unless the key has one.
    pub fn insert_new(&mut self, key: K, value: V) {
        let new = self.values.len();
        if *self.order.entry(key).or_insert(new) == new {
            self.values.push(value);
        }
    }
}

impl<K: Ord, V: Default> Map<K, V> {
    /// The value of a key, which gets the usual one if it has none.
    pub fn get_or_default(&mut self, key: K) -> &mut V {
        let new = self.values.len();
        let index = *self.order.entry(key).or_insert(new);
        if index == new {
            self.values.push(V::default());
        }
        &mut self.values[index]
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        pairs.into_iter().for_each(|(key, value)| self.insert(key, value));
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = Self::new();
        map.extend(pairs);
        map
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_in_order_and_have_their_last_value() {
        let mut map: Map<String, i32> = [("b", 1), ("a", 2), ("b", 3)].map(|(key, value)| (key.to_owned(), value)).into_iter().collect();
        map.insert_new("a".to_owned(), 9);
        map.insert_new("c".to_owned(), 4);
        assert_eq!(map.values().copied().collect::<Vec<_>>(), [2, 3, 4]);
        assert_eq!((map.get("b"), map.get("d")), (Some(&3), None));
        assert_eq!(*map.get_or_default("d".to_owned()), 0);
    }
}
