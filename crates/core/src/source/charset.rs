//! The encoding that a page declares, as browsers look for it, and the one that a text without a declaration is likely in.

use std::cell::RefCell;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// So many bytes at the beginning of a page are searched for a declaration. The standard asks for 1,024; browsers read on.
const HEAD: usize = 16 << 10;
/// So many bytes are enough to guess by.
const GUESSED: usize = 1 << 20;

/// What a page says of its encoding: one that is known, or another word.
pub(super) type Declared = Result<&'static Encoding, String>;

/// What stands in `<?xml encoding="..."?>`, `<meta charset>` or `<meta http-equiv="Content-Type">`; the first that says something.
pub(super) fn declared(bytes: &[u8]) -> Option<Declared> {
    let head: String = bytes.iter().take(HEAD).map(|byte| char::from(*byte)).collect();
    let label = of_xml(&head).map(str::to_owned).or_else(|| of_meta(&head))?;
    Some(match Encoding::for_label_no_replacement(label.as_bytes()) {
        // Who could read this far in it has read something else.
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => Ok(UTF_8),
        Some(encoding) if encoding == X_USER_DEFINED => Ok(WINDOWS_1252),
        Some(encoding) => Ok(encoding),
        None => Err(label.trim().chars().take(40).collect()),
    })
}

fn of_xml(head: &str) -> Option<&str> {
    let declaration = head.strip_prefix("<?xml")?.split("?>").next()?;
    quoted(declaration.split("encoding").nth(1)?.trim_start().strip_prefix('=')?)
}

/// What stands between quotes, or before the next blank.
fn quoted(text: &str) -> Option<&str> {
    let text = text.trim_start();
    match text.chars().next()? {
        quote @ ('"' | '\'') => text[1..].split(quote).next(),
        _ => text.split([' ', '\t', '\n', ';', ',']).next(),
    }
}

fn of_meta(head: &str) -> Option<String> {
    let tokenizer = Tokenizer::new(Meta::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(head.into());
    let _ = tokenizer.feed(&input);
    tokenizer.sink.0.into_inner()
}

/// The first declaration among the tags.
#[derive(Default)]
struct Meta(RefCell<Option<String>>);

impl TokenSink for Meta {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        match &*tag.name {
            "meta" => {
                let mut found = self.0.borrow_mut();
                if found.is_none() {
                    *found = of_tag(&tag);
                }
                TokenSinkResult::Continue
            }
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "noscript" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

fn of_tag(tag: &Tag) -> Option<String> {
    let value = |name: &str| tag.attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| &*attr.value);
    if let Some(label) = value("charset") {
        return Some(label.to_owned());
    }
    let names_type = value("http-equiv").is_some_and(|what| what.eq_ignore_ascii_case("content-type"));
    let content = value("content").filter(|_| names_type)?.to_ascii_lowercase();
    let label = content.split("charset").nth(1)?.trim_start().strip_prefix('=')?;
    quoted(label).map(str::to_owned)
}

/// The likeliest encoding of bytes that are not UTF-8.
pub(super) fn likely(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[..bytes.len().min(GUESSED)], true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let reads = |encoding: &'static Encoding| encoding.decode_without_bom_handling(bytes).0;
    // What reads alike in several is in the commonest of them.
    if reads(WINDOWS_1252) == reads(guess) { WINDOWS_1252 } else { guess }
}

/// What `iconv` calls an encoding.
pub(super) fn iconv_name(encoding: &'static Encoding) -> String {
    match encoding.name() {
        "windows-874" => "CP874".to_owned(),
        "ISO-8859-8-I" => "ISO-8859-8".to_owned(),
        "x-mac-cyrillic" => "MAC-CYRILLIC".to_owned(),
        "macintosh" => "MACINTOSH".to_owned(),
        name => name.to_ascii_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_declaration_counts() {
        let cases = [
            ("<meta charset=windows-1252>", "windows-1252"),
            ("<meta charset='latin1'><meta charset=koi8-r>", "windows-1252"),
            ("<META HTTP-EQUIV=Content-Type content='text/html; charset=Shift_JIS'>", "Shift_JIS"),
            ("<meta content=\"text/html;charset= 'koi8-r'\" http-equiv=content-type>", "KOI8-R"),
            ("<?xml version=\"1.0\" encoding='ISO-8859-2'?><html>", "ISO-8859-2"),
            ("<!-- <meta charset=koi8-r> --><title><meta charset=big5></title><meta charset=euc-kr>", "EUC-KR"),
            ("<script>'<meta charset=koi8-r>'</script><meta charset=utf-16>", "UTF-8"),
        ];
        for (page, name) in cases {
            assert_eq!(declared(page.as_bytes()).map(|found| found.map(Encoding::name)), Some(Ok(name)), "{page}");
        }
        assert_eq!(declared(b"<meta charset=klingon>"), Some(Err("klingon".to_owned())));
        assert_eq!(declared(b"<meta charset=iso-2022-kr>"), Some(Err("iso-2022-kr".to_owned())));
        assert_eq!(declared(b"<meta name=author content='charset=koi8-r'>"), None);
        assert_eq!(declared(b"<?xml"), None);
    }

    #[test]
    fn what_is_likely_is_named_as_iconv_does() {
        let name = |bytes: &[u8]| iconv_name(likely(bytes));
        assert_eq!(
            name("Der König hält Verträge für nützlich".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice()),
            "WINDOWS-1252"
        );
        let (russian, _, _) = encoding_rs::WINDOWS_1251.encode("Послы вернулись весной и ничего не принесли");
        assert_eq!(name(&russian), "WINDOWS-1251");
        let (japanese, _, _) = encoding_rs::SHIFT_JIS.encode("使節は春に帰ってきたが、何も持っていなかった。");
        assert_eq!(name(&japanese), "SHIFT_JIS");
    }
}
