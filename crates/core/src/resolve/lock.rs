//! `layout.lock`: a `[view]`, then a line for each actor with its x and y. All that is wrong in it at once.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Sink, Span};
use crate::model::{LayoutLock, Stand};
use crate::source::Source;

/// Places further out than this fit on no page.
const FARTHEST: f64 = 100_000.0;

/// Reads the file. Views and actors that are not there are no flaw: they come and go while a corpus is written.
pub(super) fn read(source: &Source, sink: &mut Sink) -> LayoutLock {
    let mut reader = Reader { source, sink, lock: LayoutLock::default(), view: None, seen: BTreeSet::new() };
    let mut start = 0;
    for whole in source.readable().split_inclusive('\n') {
        let line = whole.trim();
        let at = start + (whole.len() - whole.trim_start().len());
        start += whole.len();
        if !line.is_empty() && !line.starts_with('#') {
            reader.line(line, source.span(at..at + line.len()));
        }
    }
    reader.lock
}

struct Reader<'a> {
    source: &'a Source,
    sink: &'a mut Sink,
    lock: LayoutLock,
    /// The heading that the lines stand under.
    view: Option<Box<str>>,
    /// The headings so far.
    seen: BTreeSet<Box<str>>,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, span: Span) {
        if let Some(heading) = line.strip_prefix('[') {
            match heading.strip_suffix(']').map(str::trim) {
                Some(view) if !view.is_empty() => {
                    if !self.seen.insert(view.into()) {
                        self.wrong(span, format!("the view `{view}` stands twice"), "again here", "leave one of them");
                    }
                    self.view = Some(view.into());
                }
                _ => self.wrong(
                    span,
                    "this heading names no view".to_owned(),
                    "no view",
                    "write [diff]: the id of a view in brackets",
                ),
            }
            return;
        }
        let Some(Stand { actor, place: [x, y], .. }) = Stand::of(line) else {
            let help = "write the id of an actor, then x and y: china 412.5 96";
            return self.wrong(span, "this line is no actor with a place".to_owned(), "not `actor x y`", help);
        };
        // Both are looked at, so that both are reported.
        let (x, y) = (self.number(x), self.number(y));
        let (Some(x), Some(y)) = (x, y) else { return };
        let Some(view) = self.view.clone() else {
            let help = "begin with the view whose picture it is of: [diff]";
            return self.wrong(span, "this place belongs to no view".to_owned(), "no [view] above", help);
        };
        let places = self.lock.views.entry(view).or_default();
        if places.insert(actor.as_ref().into(), (x, y)).is_some() {
            self.wrong(span, format!("`{actor}` has two places in one view"), "again here", "leave one of them");
        }
    }

    fn number(&mut self, word: &str) -> Option<f64> {
        let plain = word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
        let number = word.parse().ok().filter(|number: &f64| plain && number.abs() <= FARTHEST);
        if number.is_none() {
            let start = word.as_ptr() as usize - self.source.readable().as_ptr() as usize;
            let span = self.source.span(start..start + word.len());
            let help = "x and y are plain numbers of pixels, such as 412.5";
            self.wrong(span, format!("`{word}` is no place on a picture"), "not a number of pixels", help);
        }
        number
    }

    fn wrong(&mut self, span: Span, fact: String, what: &str, help: &str) {
        let finding = Diagnostic::error("bad-lock", fact).at(span, what).help(help);
        self.sink.push(finding.help("or delete layout.lock: `parallax build --lock` writes it anew"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn read_text(text: &str) -> (LayoutLock, usize) {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let id = sources.add("layout.lock", text);
        let lock = read(sources.get(id).unwrap(), &mut sink);
        (lock, sink.count_of("bad-lock"))
    }

    #[test]
    fn what_is_written_is_read_back_to_the_byte() {
        let text = "# x\n\n[b]\nchina 1.5 -2\n\"#MeToo\" 5 6\n\"two\\nlines\" 7 8\n\n[a]\r\n  ukraine\t3   4  \r\n";
        let (lock, wrong) = read_text(text);
        assert_eq!(wrong, 0);
        assert_eq!(lock.views["b"]["#MeToo"], (5.0, 6.0));
        assert_eq!(lock.views["b"]["two\nlines"], (7.0, 8.0));
        assert_eq!(lock.views["a"]["ukraine"], (3.0, 4.0));
        let written = lock.text();
        assert_eq!(read_text(&written), (lock, 0));
        assert_eq!(read_text(&written).0.text(), written);
    }

    #[test]
    fn every_flaw_is_found_and_none_is_a_panic() {
        let lines = [
            "us 1 2",
            "[]",
            "[a",
            "[a]",
            "us 1 2",
            "us 1 2",
            "us 1",
            "us",
            "us a 2",
            "us 1 NaN",
            "us 1e999 inf",
            "us 1 9999999",
            "[a]",
            "é ü ö",
        ];
        assert_eq!(read_text(&lines.join("\n")).1, 14);
    }
}
