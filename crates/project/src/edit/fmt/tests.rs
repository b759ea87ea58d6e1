//! The laws of the layout, on documents of every kind; and what it makes of single ones.

use parallax_core::source::Sources;
use proptest::prelude::*;

use super::super::meaning::{Meant, plain_of};
use super::*;

/// A text in the layout of a file of this name; itself, if it stands so already.
fn laid_out(name: &str, text: &str) -> String {
    let mut sources = Sources::default();
    sources.add(name, text);
    let (source, mut sink) = (sources.iter().next().unwrap(), Sink::default());
    let change = formatted(source, &mut sink).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert!(!sink.has_errors(), "{text}");
    change.map_or_else(|| text.to_owned(), |change| change.after)
}

fn says(name: &str, text: &str) -> Option<super::super::meaning::Plain> {
    let mut sources = Sources::default();
    sources.add(name, text);
    plain_of(sources.iter().next()?, &Meant::default())
}

fn is(name: &str, before: &str, after: &str) {
    assert_eq!(laid_out(name, before), after);
    assert_eq!(laid_out(name, after), after, "once more");
}

#[test]
fn keys_stand_in_order_and_aligned() {
    is(
        "relations/a.toml",
        "[[relation]]\ngloss='says \"no\"'  \n  to = 'b'\r\nfrom=[ 'a' ,]\n\n\n\n[[relation]]\nodd = 1\nto-as = \"x\"\ntype=\"t\"",
        "[[relation]]\nfrom  = [\"a\"]\nto    = \"b\"\ngloss = 'says \"no\"'\n\n[[relation]]\nto-as = \"x\"\ntype  = \"t\"\nodd   = 1\n",
    );
}

#[test]
fn answers_keep_their_order_which_may_be_a_scale() {
    let position = "\n[[position]]\nissue    = \"x\"\nanswer   = \"zeal\"\nrests-on = [\"b\"]\nso       = [\"a\"]\n";
    let answers = "answers  = { zeal = \"much\", art = \"some\" }\n";
    is(
        "relations/issues.toml",
        "[[issue]]\nanswers = { zeal = 'much', art = 'some' }\nordered=true\nkind='degree'\nquestion='Q?'\nid='x'\n\
         [[position]]\nso=['a']\nanswer='zeal'\nrests-on=['b']\nissue='x'\n",
        &format!(
            "[[issue]]\nid       = \"x\"\nquestion = \"Q?\"\nkind     = \"degree\"\n{answers}ordered  = true\n{position}"
        ),
    );
    let apart = "[[issue]]\nid = \"x\"\n\n[issue.answers]\nzeal = \"much\"\nart  = \"some\"\n";
    is("relations/issues.toml", &apart.replace("  =", " ="), apart);
}

#[test]
fn comments_go_with_what_they_are_on() {
    is(
        "relations/a.toml",
        "#:schema x\n# about the file\n\n# on the author\nauthor = \"x\" # who\n# below the author\n\n\n# ---- section\n\n# on it\n[[relation]] # one\n# on to\nto = \"b\"\n# on from\nfrom = \"a\" # an a\n# end\n",
        "#:schema x\n# about the file\n\n# on the author\nauthor = \"x\"  # who\n# below the author\n\n# ---- section\n\n# on it\n[[relation]]  # one\n# on from\nfrom = \"a\"  # an a\n# on to\nto   = \"b\"\n# end\n",
    );
}

#[test]
fn the_first_lines_stay_though_the_first_key_goes() {
    is(
        "parallax.toml",
        "#:schema x\nsources = 's'\n\n# what it is called\ntitle = 't'\n",
        "#:schema x\n\n# what it is called\ntitle   = \"t\"\nsources = \"s\"\n",
    );
}

#[test]
fn comments_in_lists_keep_their_lines() {
    is(
        "relations/a.toml",
        "[[relation]]\nevidence = [ # all of them\n'a', # first\n\n# before b\n\"b\" # second\n, # after\n'c'\n# last\n] # done\n",
        "[[relation]]\nevidence = [\n  # all of them\n  \"a\",  # first\n  # before b\n  \"b\",  # second\n  # after\n  \"c\",\n  # last\n]  # done\n",
    );
}

#[test]
fn a_value_may_begin_on_another_line_in_braces() {
    is("a.toml", "x = { a\n= # why\n1, b = 2 }\n", "x = {\n  # why\n  a = 1,\n  b = 2,\n}\n");
    is("a.toml", "x = { a =\n1 }\n", "x = { a = 1 }\n");
}

#[test]
fn long_lists_are_broken_and_short_ones_joined() {
    let long: Vec<String> = (0..12).map(|number| format!("\"actor-number-{number}\"")).collect();
    let broken: String = long.iter().map(|item| format!("  {item},\n")).collect();
    is("a.toml", &format!("with = [{}]\n", long.join(",")), &format!("with = [\n{broken}]\n"));
    is("a.toml", "with = [\n 'a',\n 'b',\n]\n", "with = [\"a\", \"b\"]\n");
    is(
        "relations/a.toml",
        "[[relation]]\nlinks = [{to='x',kind='serves'},{ kind = \"serves\", to = \"y\" }]\n",
        "[[relation]]\nlinks = [\n  { kind = \"serves\", to = \"x\" },\n  { kind = \"serves\", to = \"y\" },\n]\n",
    );
}

#[test]
fn what_is_no_toml_stays() {
    for text in ["[[relation]]\nfrom = \n", "a = 1\na = 2\n", "[a\n"] {
        let mut sources = Sources::default();
        sources.add("a.toml", text);
        let (source, mut sink) = (sources.iter().next().unwrap(), Sink::default());
        assert_eq!(formatted(source, &mut sink).unwrap(), None);
        assert!(sink.has_errors(), "{text}");
    }
    assert_eq!(laid_out("a.toml", "  \n\n"), "  \n\n", "an empty file has no layout");
}

/// Random documents: each piece of what TOML has, with comments that are all different.
mod documents {
    use proptest::collection::vec;
    use proptest::prelude::*;

    const KEYS: [&str; 23] = [
        "id",
        "from",
        "to",
        "type",
        "gloss",
        "evidence",
        "links",
        "casts",
        "likens",
        "when",
        "odd",
        "\"from-as\"",
        "'kind'",
        "\"two words\"",
        "likens.then",
        "a . b",
        "stands-for",
        "name",
        "label",
        "title",
        "select",
        "sources",
        "\"\"",
    ];
    const HEADERS: [&str; 10] = [
        "[[relation]]",
        "[[actor]]",
        "[author]",
        "[[ work ]]",
        "[[relation.links]]",
        "[odd]",
        "[\"odd two\".x]",
        "[[frame]]",
        "[frame.likens]",
        "[[view]]",
    ];

    /// A run of space and comments, `#?` for a comment.
    fn space(inner: bool) -> BoxedStrategy<String> {
        let pieces: &'static [&'static str] = if inner {
            &["", "", "", " ", "\n", "\t", " #?\n", "\n\n#?\n"]
        } else {
            &["", "", "\n", "#?\n", "  #?\n", "\n\n"]
        };
        vec(proptest::sample::select(pieces), 0..3).prop_map(|pieces| pieces.concat()).boxed()
    }

    fn scalar() -> BoxedStrategy<String> {
        proptest::sample::select(
            &[
                "\"a\"",
                "'a'",
                "'say \"a\"'",
                "'a\\b'",
                "\"\\u00e9 # no\"",
                "\"\"\"\nmore\r\n# no\n\"\"\"",
                "'''\nx\n'''",
                "1",
                "-0x1f",
                "1_000",
                "2.50",
                "nan",
                "-inf",
                "true",
                "2025-02-28",
                "2025-02-28 10:00:00Z",
                "07:32:00",
                "''",
                "\"日本\"",
                "'\u{202e}'",
            ][..],
        )
        .prop_map(str::to_owned)
        .boxed()
    }

    fn value() -> BoxedStrategy<String> {
        scalar()
            .prop_recursive(3, 24, 5, |inner| {
                let item = (space(true), inner.clone(), space(true))
                    .prop_map(|(before, value, after)| before + &value + &after);
                let list = (vec(item, 0..5), space(true), any::<bool>()).prop_map(|(items, tail, comma)| {
                    let comma = if comma && !items.is_empty() { "," } else { "" };
                    format!("[{}{comma}{tail}]", items.join(","))
                });
                let pair = (space(true), proptest::sample::select(&KEYS[..]), inner, space(true));
                let table = (vec(pair, 0..4), any::<bool>()).prop_map(|(pairs, comma)| {
                    let mut seen = std::collections::BTreeSet::new();
                    let pairs: Vec<String> = pairs
                        .into_iter()
                        .filter(|(_, key, ..)| {
                            seen.insert(key.trim_matches(['"', '\'']).split('.').next().unwrap_or("").trim().to_owned())
                        })
                        .map(|(before, key, value, after)| format!("{before}{key} ={value}{after}"))
                        .collect();
                    let comma = if comma && !pairs.is_empty() { "," } else { "" };
                    format!("{{{}{comma}}}", pairs.join(","))
                });
                prop_oneof![list, table]
            })
            .boxed()
    }

    fn line() -> BoxedStrategy<String> {
        let end = proptest::sample::select(&["\n", "\n", "\r\n", " #?\n", "\t\n", "#?\n"][..]);
        let gap = proptest::sample::select(&["", " ", "  ", "\t"][..]);
        (space(false), gap.clone(), proptest::sample::select(&KEYS[..]), gap, value(), end)
            .prop_map(|(before, indent, key, gap, value, end)| format!("{before}{indent}{key}{gap}={gap}{value}{end}"))
            .boxed()
    }

    pub(super) fn document() -> BoxedStrategy<String> {
        let block = (
            space(false),
            proptest::sample::select(&HEADERS[..]),
            proptest::sample::select(&["\n", " #?\n"][..]),
            vec(line(), 0..5),
        )
            .prop_map(|(before, header, end, lines)| format!("{before}{header}{end}{}", lines.concat()));
        (vec(line(), 0..4), vec(block, 0..5), space(false), any::<bool>())
            .prop_map(|(root, blocks, tail, cut)| {
                let text = root.concat() + &blocks.concat() + &tail;
                let mut numbered = String::new();
                for (number, piece) in text.split("#?").enumerate() {
                    let comment = if number == 0 { String::new() } else { format!("# c{number};") };
                    numbered = numbered + &comment + piece;
                }
                if cut { numbered.trim_end().to_owned() } else { numbered }
            })
            .boxed()
    }
}

/// Comments of the generator, wherever they stand; each has its number.
fn comments(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text.split("# c").skip(1).filter_map(|rest| rest.split(';').next()).collect();
    found.sort_unstable();
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_once_is_enough(text in documents::document(), config: bool) {
        let name = if config { "parallax.toml" } else { "relations/a.toml" };
        let before = says(name, &text);
        // Keys that stand twice are no TOML.
        prop_assume!(before.is_some());
        let after = laid_out(name, &text);
        prop_assert_eq!(says(name, &after), before);
        prop_assert_eq!(comments(&after), comments(&text));
        prop_assert_eq!(laid_out(name, &after), after.clone());
        prop_assert!(!after.lines().any(|line| line.ends_with([' ', '\t'])) || after.contains("\"\"\"") || after.contains("'''"));
        prop_assert!(text.trim().is_empty() || after.ends_with('\n') && !after.ends_with("\n\n"));
    }
}
