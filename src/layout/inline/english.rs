//! Where English words may be divided: Liang's patterns. `english.txt` holds them, made by `scripts/hyphenation/english.mjs`: a line for each row of
//! weights, the weight before each letter, and behind it the letters that it is for, each word of them with a capital for how
//! many letters it shares with the one before (`A` for none).

use std::sync::LazyLock;

const PATTERNS: &str = include_str!("english.txt");

/// Letters before the first place and behind the last one.
const LEFT: usize = 2;
const RIGHT: usize = 3;

/// Read when the first word is divided.
static TREE: LazyLock<Tree> = LazyLock::new(Tree::read);

/// The patterns letter by letter.
struct Tree {
    nodes: Vec<Node>,
    rows: Vec<&'static [u8]>,
}

/// A letter behind others. Numbers of nodes and rows; 0, the root and no weights, stands for none.
#[derive(Clone, Copy, Default)]
struct Node {
    letter: u8,
    /// The first that may follow.
    child: u16,
    /// The next that may stand here.
    sibling: u16,
    row: u16,
}

/// The places in a word where it may be divided, as the letters before each.
pub(super) fn places(word: &str) -> Vec<usize> {
    let letters: Vec<u8> = std::iter::once('.').chain(word.chars()).chain(['.']).map(plain).collect();
    let mut weights = vec![0; letters.len() + 1];
    for start in 0..letters.len() {
        TREE.weigh(&letters[start..], &mut weights[start..]);
    }
    let last = letters.len().saturating_sub(2 + RIGHT);
    (LEFT..=last).filter(|place| weights[place + 1] % 2 == 1).collect()
}

/// A letter as patterns have it; 0 for one that they do not.
fn plain(c: char) -> u8 {
    u8::try_from(c).map_or(0, |c| c.to_ascii_lowercase())
}

impl Tree {
    fn read() -> Self {
        let mut tree = Self { nodes: vec![Node::default()], rows: vec![b""] };
        for line in PATTERNS.lines() {
            let (row, words) = line.split_once(':').unwrap_or_default();
            let number = tree.rows.len() as u16;
            tree.rows.push(row.as_bytes());
            let mut path = vec![0];
            for letter in words.bytes() {
                if letter.is_ascii_uppercase() {
                    tree.finish(&path, number);
                    path.truncate(usize::from(letter - b'A') + 1);
                } else {
                    path.push(tree.add(path.last().copied().unwrap_or(0), letter));
                }
            }
            tree.finish(&path, number);
        }
        tree
    }

    fn finish(&mut self, path: &[u16], row: u16) {
        if let [_, .., last] = path {
            self.nodes[usize::from(*last)].row = row;
        }
    }

    /// The node of a letter behind another node, made if there is none.
    fn add(&mut self, parent: u16, letter: u8) -> u16 {
        if let Some(found) = self.find(parent, letter) {
            return found;
        }
        let new = self.nodes.len() as u16;
        let sibling = std::mem::replace(&mut self.nodes[usize::from(parent)].child, new);
        self.nodes.push(Node { letter, sibling, ..Node::default() });
        new
    }

    fn find(&self, parent: u16, letter: u8) -> Option<u16> {
        let mut next = self.nodes[usize::from(parent)].child;
        while next != 0 {
            let node = self.nodes[usize::from(next)];
            if node.letter == letter {
                return Some(next);
            }
            next = node.sibling;
        }
        None
    }

    /// Raises the weights of places to those of the patterns that these letters begin with.
    fn weigh(&self, letters: &[u8], weights: &mut [u8]) {
        let mut at = 0;
        for letter in letters {
            let Some(next) = self.find(at, *letter) else { return };
            at = next;
            let row = self.rows[usize::from(self.nodes[usize::from(at)].row)];
            for (weight, more) in weights.iter_mut().zip(row) {
                *weight = (*weight).max(more - b'0');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made of the letters of the patterns themselves, two by two.
    fn words() -> impl Iterator<Item = String> {
        let letters: Vec<String> =
            PATTERNS.lines().flat_map(|line| line.split(|c: char| !c.is_ascii_lowercase())).map(str::to_owned).collect();
        (0..letters.len())
            .map(move |at| format!("{}{}", letters[at], letters[(at * 31 + 7) % letters.len()]))
            .chain(["".into(), "Prob\u{e9}ability".into()])
    }

    #[test]
    fn words_are_divided_as_the_automaton_does() {
        let mut divided = 0;
        for word in words() {
            let mut at = 0;
            let mut wanted: Vec<usize> = hypher::hyphenate(&word, hypher::Lang::English)
                .map(|part| {
                    at += part.chars().count();
                    at
                })
                .collect();
            wanted.pop();
            assert_eq!(places(&word), wanted, "{word}");
            divided += wanted.len();
        }
        assert!(divided > 1_000, "{divided}");
    }
}
