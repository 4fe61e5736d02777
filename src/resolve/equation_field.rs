//! EQ fields (17.16.5.12 leaves them to the application): old files draw enclosed characters, phonetic guides and small
//! formulas with them. Each is taken for the text, or the ruby, that it looks like.

/// What an EQ field looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Equation {
    /// Plain text.
    Text(String),
    /// Text with small text above it, and that text's size in half-points.
    Ruby { base: String, above: String, size: Option<i32> },
}

/// Functions within each other beyond this are taken as they stand.
const DEEPEST: u32 = 16;

/// Reads a field's code; none where it is not an EQ field.
pub(super) fn read(code: &str) -> Option<Equation> {
    let rest = code.trim_start();
    let head = rest.get(..2).filter(|head| head.eq_ignore_ascii_case("eq"))?;
    let rest = rest.get(head.len()..).filter(|rest| rest.starts_with([' ', '\\', '\u{a0}']))?;
    Some(phonetic_guide(rest).unwrap_or_else(|| Equation::Text(Parser { rest, depth: 0 }.text(false).trim().to_owned())))
}

/// `\* jc2 \* hps10 \o\ad(\s\up 9(above),base)`: what the phonetic guide of older versions writes.
fn phonetic_guide(code: &str) -> Option<Equation> {
    let open = code.find("(\\s\\up")?;
    let rest = code.get(open..)?;
    let inner = rest.get(rest.get(1..)?.find('(')? + 1..)?;
    let mut parser = Parser { rest: inner, depth: 0 };
    let above = parser.arguments().into_iter().next()?;
    let base = parser.rest.trim_start_matches([',', ';', '，']).trim_end().strip_suffix(')')?;
    let size = code.split("hps").nth(1).and_then(|size| size.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok());
    Some(Equation::Ruby { base: base.to_owned(), above, size })
}

struct Parser<'c> {
    rest: &'c str,
    depth: u32,
}

impl Parser<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = self.rest.get(c.len_utf8()..)?;
        Some(c)
    }

    /// Text up to the end, or, in an argument, up to the comma or bracket that ends it.
    fn text(&mut self, in_argument: bool) -> String {
        let mut text = String::new();
        let mut open = 0;
        while let Some(c) = self.rest.chars().next() {
            if in_argument && open == 0 && matches!(c, ',' | ';' | ')') {
                break;
            }
            self.next();
            match c {
                '\\' => text.push_str(&self.function()),
                '(' => {
                    open += 1;
                    text.push(c);
                }
                ')' => {
                    open -= 1;
                    text.push(c);
                }
                c => text.push(c),
            }
        }
        text
    }

    /// After a backslash: a function with its options and arguments, or the character that it makes literal.
    fn function(&mut self) -> String {
        let Some(name) = self.next() else {
            return String::new();
        };
        if !name.is_ascii_alphabetic() || self.depth >= DEEPEST {
            return name.to_string();
        }
        // Options (`\ac`, `\up 9`, `\*`) say how the arguments are arranged; the text does not need them.
        let skipped = self.rest.find('(').unwrap_or(self.rest.len());
        self.rest = self.rest.get(skipped..).unwrap_or_default();
        self.depth += 1;
        let arguments = self.arguments();
        self.depth -= 1;
        arrange(name.to_ascii_lowercase(), &arguments)
    }

    fn arguments(&mut self) -> Vec<String> {
        let mut arguments = Vec::new();
        if !self.rest.starts_with('(') {
            return arguments;
        }
        loop {
            self.next();
            arguments.push(self.text(true).trim().to_owned());
            if !self.rest.starts_with([',', ';']) {
                self.next();
                return arguments;
            }
        }
    }
}

/// A function's arguments as a line of text.
fn arrange(name: char, arguments: &[String]) -> String {
    let argument = |i: usize| arguments.get(i).map_or("", String::as_str);
    match (name, arguments.len()) {
        ('o', 2) => enclosed(argument(0), argument(1)),
        ('f', 2) => format!("{}/{}", argument(0), argument(1)),
        ('r', 1) => format!("√{}", argument(0)),
        ('r', 2) => format!("{}√{}", argument(0), argument(1)),
        ('b', 1) => format!("({})", argument(0)),
        ('l', _) => arguments.join(","),
        ('a', _) => arguments.join(" "),
        _ => arguments.concat(),
    }
}

/// A character in a ring, where Unicode has it as one; the inner one alone otherwise.
fn enclosed(ring: &str, inner: &str) -> String {
    const IDEOGRAPHS: &str = "一二三四五六七八九十月火水木金土日株有社名特財祝労秘男女適優印注項休写正上中下左右医宗学監企資協夜";
    let is_ring = ring.chars().all(|c| matches!(c, '○' | '〇' | '◯' | 'O'));
    let first = |start: char, offset: u32| char::from_u32(u32::from(start) + offset).map(String::from);
    let found = match (inner.parse::<u32>(), inner.chars().next()) {
        _ if !is_ring => None,
        (Ok(n @ 1..=20), _) => first('①', n - 1),
        (Ok(n @ 21..=35), _) => first('㉑', n - 21),
        (Err(_), Some(c)) if inner.chars().count() == 1 => match c {
            'A'..='Z' => first('Ⓐ', u32::from(c) - u32::from('A')),
            'a'..='z' => first('ⓐ', u32::from(c) - u32::from('a')),
            c => IDEOGRAPHS.chars().position(|known| known == c).and_then(|i| first('㊀', i as u32)),
        },
        _ => None,
    };
    found.unwrap_or_else(|| inner.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(code: &str) -> Option<String> {
        match read(code)? {
            Equation::Text(text) => Some(text),
            Equation::Ruby { .. } => None,
        }
    }

    #[test]
    fn enclosed_characters_are_one_sign() {
        assert_eq!(text(" eq \\o\\ac(○,1)").as_deref(), Some("①"));
        assert_eq!(text(" eq \\o\\ac(○,印)").as_deref(), Some("㊞"));
        assert_eq!(text("EQ \\o\\ac(△,注)").as_deref(), Some("注"));
    }

    #[test]
    fn formulas_are_lines_of_text() {
        assert_eq!(text("EQ \\f(1,2)").as_deref(), Some("1/2"));
        assert_eq!(text("EQ \\r(3,x+\\f(a,b))").as_deref(), Some("3√x+a/b"));
        assert_eq!(text("EQ x\\s\\up5(2)").as_deref(), Some("x2"));
        assert_eq!(text("EQUATION"), None);
        assert_eq!(text("PAGE"), None);
    }

    #[test]
    fn phonetic_guides_are_ruby() {
        let guide = read("EQ \\* jc2 \\* \"Font:宋体\" \\* hps10 \\o\\ad(\\s\\up 9(pīn),拼)");
        assert_eq!(guide, Some(Equation::Ruby { base: "拼".into(), above: "pīn".into(), size: Some(10) }));
    }

    #[test]
    fn broken_codes_end() {
        for code in ["EQ \\", "EQ \\f(", "EQ \\f(1", "EQ \\o\\ad(\\s\\up 9(", "EQ \\(\\(\\(", "EQ )))"] {
            assert!(read(code).is_some(), "{code}");
        }
    }
}
