//! Tags with more attributes than anybody writes are cut short: each attribute is compared with all before it, which takes hours for a million.

use std::borrow::Cow;

use super::elements::raw;

/// So many attributes of a tag are read.
const MOST: usize = 500;

/// The page with no more attributes in a tag than are read; the text stays. O(bytes).
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let (mut kept, mut copied, mut at) = (String::new(), 0, 0);
    while let Some(begin) = html.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
        let rest = &html[begin..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |end| begin + end);
            continue;
        }
        let name = name(rest);
        if name.is_empty() {
            at = begin + 1;
            continue;
        }
        let (length, excess) = tag(rest.as_bytes());
        at = begin + length;
        if let Some(excess) = excess {
            kept.push_str(&html[copied..begin + excess]);
            copied = at;
        }
        if raw(&name).is_some() && !rest.starts_with("</") {
            at = end_of_raw(html, at, &name);
        }
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(&html[copied..]);
    Cow::Owned(kept)
}

/// The name of a tag, with small letters; empty if it is none.
fn name(tag: &str) -> String {
    let name = tag[1..].trim_start_matches('/');
    let letters = name.bytes().take_while(u8::is_ascii_alphanumeric).take(20).count();
    let begins = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
    if begins { name[..letters].to_ascii_lowercase() } else { String::new() }
}

/// Where the end of a tag begins, and where its attributes become too many. Both are ASCII.
fn tag(bytes: &[u8]) -> (usize, Option<usize>) {
    let (mut count, mut excess, mut inside, mut value) = (0, None, true, false);
    let mut at = 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => return (at, excess),
            b'"' | b'\'' if value => {
                let length = bytes[at + 1..].iter().position(|other| *other == byte);
                at = length.map_or(bytes.len(), |length| at + 1 + length);
                (inside, value) = (false, false);
            }
            b'=' if !value => (value, inside) = (true, true),
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/' => inside = value,
            _ => {
                count += usize::from(!inside);
                if count > MOST && !inside && excess.is_none() {
                    excess = Some(at);
                }
                (inside, value) = (true, false);
            }
        }
        at += 1;
    }
    (bytes.len(), excess)
}

/// Where the end of an element begins in which tags are none.
fn end_of_raw(html: &str, from: usize, name: &str) -> usize {
    let is_end = |at: &usize| {
        let end = html.as_bytes().get(at + 2..at + 2 + name.len());
        html[*at..].starts_with("</") && end.is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
    };
    html[from..].match_indices('<').map(|(at, _)| from + at).find(is_end).unwrap_or(html.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tags_with_too_many_attributes_are_cut() {
        let many: String = (0..MOST + 20).map(|number| format!(" a{number}='> \" {number}'")).collect();
        let cut = bounded(&format!("<p>é<b{many}>bold<i x=y z>, {}", "<p a b>".repeat(MOST))).into_owned();
        assert!(
            cut.starts_with("<p>é<b a0='> \" 0' a1=") && cut.contains(" a499='> \" 499' >bold<i x=y z>, <p a b>"),
            "{cut}"
        );
        let words = "a ".repeat(MOST * 2);
        for page in [
            format!("<script>if (a<b {words}) </script><p>x"),
            format!("<!-- <b {words}> --> a < {words}"),
            "<".to_owned(),
            format!("<b x='{words}'>"),
        ] {
            assert_eq!(bounded(&page), page);
        }
        assert_eq!(bounded(&format!("a<b {words}")).len(), 4 + MOST * 2);
    }
}
