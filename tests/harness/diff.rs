//! Line differences for people.

/// Lines of context around a change.
const CONTEXT: usize = 2;
/// Beyond this many lines on a side only the first difference is shown: the table below would be too large.
const MOST: usize = 3_000;

/// What changed from `old` to `new`: `-` and `+` lines with a little context.
pub fn lines(old: &str, new: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let edits = if a.len() > MOST || b.len() > MOST { first(&a, &b) } else { edits(&a, &b) };
    let near = |at: usize| {
        let from = at.saturating_sub(CONTEXT);
        edits[from..(at + CONTEXT + 1).min(edits.len())].iter().any(|(mark, _)| *mark != ' ')
    };
    let mut out = String::new();
    let mut skipped = false;
    for (at, (mark, line)) in edits.iter().enumerate() {
        if near(at) {
            if skipped {
                out.push_str("  …\n");
            }
            out.push_str(&format!("  {mark} {line}\n"));
        }
        skipped = !near(at);
    }
    out
}

/// The longest common subsequence, walked from the front.
fn edits<'a>(a: &[&'a str], b: &[&'a str]) -> Vec<(char, &'a str)> {
    let width = b.len() + 1;
    let mut longest = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if a[i] == b[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            out.push((' ', a[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < a.len() && (j == b.len() || longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            out.push(('-', a[i]));
            i += 1;
        } else {
            out.push(('+', b[j]));
            j += 1;
        }
    }
    out
}

fn first<'a>(a: &[&'a str], b: &[&'a str]) -> Vec<(char, &'a str)> {
    let at = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let side = |mark, lines: &[&'a str]| lines.iter().skip(at).take(5).map(|line| (mark, *line)).collect::<Vec<_>>();
    [side('-', a), side('+', b)].concat()
}
