//! Names in quotes, for selections and `layout.lock`: on one line, in plain sight, and read back as they were.

/// A name in double quotes; quotes, backslashes and what cannot be seen are written as `\"`, `\\`, `\n`, `\u{200b}`.
#[must_use]
pub(super) fn quoted(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 2);
    text.push('"');
    for character in name.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            _ if unseen(character) => text.push_str(&format!("\\u{{{:x}}}", u32::from(character))),
            _ => text.push(character),
        }
    }
    text.push('"');
    text
}

/// The name in the quotes with which a text begins, and how many bytes they take; the error is the offset at which an
/// escape is none, or nothing where the quotes are never closed.
pub(super) fn unquoted(text: &str) -> Result<(String, usize), Option<usize>> {
    let mut name = String::new();
    let mut rest = text.char_indices().skip(1);
    while let Some((at, character)) = rest.next() {
        match character {
            '"' => return Ok((name, at + 1)),
            '\\' => {
                let (_, escaped) = rest.next().ok_or(None)?;
                let meant = match escaped {
                    '"' | '\\' => Some(escaped),
                    'n' => Some('\n'),
                    'r' => Some('\r'),
                    't' => Some('\t'),
                    'u' => by_number(text.get(at + 2..).unwrap_or_default()).map(|(meant, length)| {
                        rest.by_ref().take(length).for_each(drop);
                        meant
                    }),
                    _ => None,
                };
                name.push(meant.ok_or(Some(at))?);
            }
            _ => name.push(character),
        }
    }
    Err(None)
}

/// The character of `{200b}`, and how many characters that are.
fn by_number(text: &str) -> Option<(char, usize)> {
    let (digits, _) = text.strip_prefix('{')?.split_once('}')?;
    let plain = !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| plain)?;
    Some((char::from_u32(number)?, digits.len() + 2))
}

/// Whether a character shows nothing of itself, or acts on what stands around it.
fn unseen(character: char) -> bool {
    let space = character.is_whitespace() && character != ' ';
    space
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(character, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Whether a name can stand without quotes, as far as what is within it goes.
pub(super) fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.trim() == name && !name.starts_with('"') && !name.contains(unseen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_what_they_say() {
        assert_eq!(quoted("a\"\\\n\u{200b}é"), "\"a\\\"\\\\\\n\\u{200b}é\"");
        assert_eq!(unquoted("\"a\\u{e9}\" b"), Ok(("aé".to_owned(), 9)));
        let wrong = ["\"a", "\"a\\", "\"\\x\"", "\"\\u{}\"", "\"\\u{110000}\"", "\"\\u{+41}\"", "\"\\u\""];
        assert!(wrong.iter().all(|text| unquoted(text).is_err()));
        assert_eq!(unquoted("\"ab\\x\""), Err(Some(3)));
    }

    proptest::proptest! {
        #[test]
        fn every_name_comes_back(name in "\\PC{0,12}|[\"\\\\\n\r\t a\u{200b}\u{202e}]{0,8}", after in "[^\"]{0,4}") {
            let written = quoted(&name);
            assert_eq!(unquoted(&(written.clone() + &after)), Ok((name, written.len())));
            assert!(!written.contains(unseen));
        }
    }
}
