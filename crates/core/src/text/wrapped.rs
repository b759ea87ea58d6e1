//! Whether the lines of a plain text are wrapped at some width, so that a paragraph is what stands between blank lines and no line is one.

/// A line that is longer than this, in characters, was not wrapped.
const WIDEST: usize = 160;
/// The mean length of lines, in characters, below which they are a list or verse.
const NARROWEST: usize = 16;

/// Marks that end a sentence.
const ENDS: &[char] = &['.', '!', '?', '…', ':', '。', '！', '？', '．', '؟', '۔', '।', '॥'];

/// How a text is wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrapped {
    /// How many paragraphs there are between its blank lines.
    pub blocks: usize,
}

/// Lines that follow one another without a blank line between, counted.
#[derive(Default)]
struct Joints {
    all: usize,
    /// The second begins with a letter that has capitals.
    cased: usize,
    /// It begins with a small one, and the first does not end a sentence.
    run_on: usize,
    /// The first does not end a sentence, and the second begins so or the first is about as long as any.
    goes_on: usize,
}

/// Whether lines are wrapped: of those that follow one another most are one sentence. O(bytes).
///
/// Lines that are about as long as any and end no sentence go on. So may those of verse, which mostly begin with capitals: where there are capitals some
/// lines of prose begin small.
pub(super) fn wrapped(text: &str) -> Option<Wrapped> {
    let lines: Vec<&str> = lines(text).collect();
    let written = || lines.iter().filter(|line| !line.is_empty()).map(|line| line.chars().count());
    let (count, long) = (written().count(), written().max().unwrap_or(0));
    if long > WIDEST || count < 2 || written().sum::<usize>() < count * NARROWEST {
        return None;
    }
    let mut joints = Joints::default();
    for pair in lines.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty()) {
        joints.take(pair[0], pair[1], long);
    }
    let blocks = (0..lines.len()).filter(|at| !lines[*at].is_empty() && (*at == 0 || lines[at - 1].is_empty())).count();
    joints.are_of_wrapped_lines().then_some(Wrapped { blocks })
}

impl Joints {
    fn take(&mut self, line: &str, next: &str, longest: usize) {
        let ended = line.trim_end_matches(['"', '\'', '”', '’', '»', ')', '」', '』']).ends_with(ENDS);
        let first = next.chars().find(|character| character.is_alphanumeric());
        let small = first.is_some_and(char::is_lowercase);
        self.all += 1;
        self.cased += usize::from(small || first.is_some_and(char::is_uppercase));
        self.run_on += usize::from(small && !ended);
        self.goes_on += usize::from(!ended && (small || line.chars().count() * 10 >= longest * 7));
    }

    fn are_of_wrapped_lines(&self) -> bool {
        let cased = self.cased * 2 >= self.all;
        self.all > 0 && self.goes_on * 2 >= self.all && (!cased || self.run_on * 5 >= self.all)
    }
}

/// The lines of a text from any machine, without what is blank around them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = |at: &(usize, char)| at.1 == '\n' || at.1 == '\r';
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some((at, end)) = text.char_indices().find(ends) else {
            rest = None;
            return Some(text.trim());
        };
        let after = &text[at + 1..];
        rest = Some(if end == '\r' { after.strip_prefix('\n').unwrap_or(after) } else { after });
        Some(text[..at].trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_are_told_from_paragraphs_verse_and_lists() {
        let prose = "The northern league made a treaty with\r\nthe southern kingdom in that spring.\r\n\r\nNobody had asked the council, which\r\nsat in winter only.";
        let german = "Der nördliche Bund schloss einen\nVertrag mit dem Königreich im\nSüden, und niemand hatte den Rat\ngefragt, der nur im Winter tagte.";
        let arabic = "عقد التحالف الشمالي معاهدة مع المملكة\nالجنوبية في ذلك الربيع ولم يسأل أحد\nالمجلس الذي كان يجتمع في الشتاء فقط.";
        for (text, blocks) in [(prose, 2), (german, 1), (arabic, 1), (&prose.replace("\r\n", "\r"), 2)] {
            assert_eq!(wrapped(text), Some(Wrapped { blocks }), "{text}");
        }
        let paragraphs = "The league broke up in winter.\nNobody saw the end of it.\nThe envoys came back in spring.";
        let verse = "The league broke up in winter snow\nAnd nobody could see its end\nThe envoys had nowhere to go\nAnd nothing more to lend";
        let list = "bread from the north\nsalt\noil\nfish";
        let long = format!("{} and\n{}", "a long paragraph ".repeat(20), "another one ".repeat(20));
        for text in [paragraphs, verse, list, &long, "", "one line", "one\n\ntwo\n\nthree"] {
            assert_eq!(wrapped(text), None, "{text}");
        }
    }

    #[test]
    fn lines_end_as_on_any_machine() {
        assert_eq!(lines("a\r\n\r\n b \rc\n\nd").collect::<Vec<_>>(), ["a", "", "b", "c", "", "d"]);
        assert_eq!(lines("\u{c}a\u{a0}\nb\u{2028}c\n").collect::<Vec<_>>(), ["a", "b\u{2028}c", ""]);
    }
}
