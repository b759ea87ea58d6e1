//! Pages and the paragraphs that a reader sees of them, as tables.

use super::{html, markdown};

fn check(read: fn(&str) -> Vec<String>, cases: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    for (page, expected) in cases {
        let found = read(page);
        if found != *expected {
            wrong += &format!("{page}\n  is read as {found:?}\n  and not as {expected:?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn as_html(page: &str) -> Vec<String> {
    html::paragraphs(page, false)
}

#[test]
fn marks_of_footnotes_are_no_part_of_a_word() {
    check(
        as_html,
        &[
            ("<p>The old league<sup>12</sup> broke up.", &["The old league¹² broke up."]),
            ("<p>the end<sup><a href='#n'>a</a></sup> of it", &["the end of it"]),
            ("<p>the end<a href='#fn1'><sup>1</sup></a> of it", &["the end¹ of it"]),
            ("<p>the end<a href='#fn1'>[1]</a> of it.<a href=n.html#fn2>2</a> And", &["the end[¹] of it.² And"]),
            (
                "<p>the end<sup class=reference id=cite_ref-1><a href='#cite_note-1'><span>[</span>1<span>]</span></a></sup> of it",
                &["the end[¹] of it"],
            ),
            ("<p>the end<span style='vertical-align: super'>1</span> of it", &["the end¹ of it"]),
            (
                "<p>the end<a class=sdfootnoteanc href='#sdfootnote1sym'><sup>1</sup></a><p><a class=sdfootnotesym href='#sdfootnote1anc'>1</a>See it.",
                &["the end¹", "¹See it."],
            ),
            (
                "<li id=cite_note-1><span class=mw-cite-backlink><a href='#cite_ref-1'>^</a></span> See it.",
                &["See it."],
            ),
            ("<p><sup>1</sup> See it. <a href='#fnref1' role=doc-backlink>↩</a>", &["¹ See it."]),
            (
                "<p>in the 19<sup>th</sup> century, 10<sup>6</sup> men on 3 km<sup>2</sup>",
                &["in the 19th century, 10⁶ men on 3 km²"],
            ),
            ("<p>H<sub>2</sub>O; M<sup>me</sup> X; a<sup>never closed <p>next", &["H2O; Mme X; anever closed", "next"]),
            (
                "<p>see <a href='#s2'>2</a> and <a href='x'>the others<sup>3</sup> too</a>",
                &["see 2 and the others³ too"],
            ),
        ],
    );
}

#[test]
fn what_a_reader_does_not_see_is_not_read() {
    check(
        as_html,
        &[
            ("a <span hidden>b <b>c</b></span>d", &["a d"]),
            ("<div hidden>b<div>c</div>d</div>e", &["e"]),
            ("<div style='color: red; DISPLAY : None !important'>b</div>e", &["e"]),
            ("<p style='display:none;display:block'>a", &["a"]),
            ("<p hidden>a<p>b<ul><li hidden>c<ul><li>d</ul>e<li>f</ul>", &["b", "f"]),
            ("<table><tr><td hidden>a<table><tr><td>b</table><td>c</table>", &["c"]),
            ("<div><span hidden>a</div>b", &["b"]),
            ("<section><div hidden>a</section>b", &["b"]),
            (
                "a<!-- no --><template>no<p>no</template><noscript>no</noscript><script>if (a < b) '<p>'</script>b",
                &["ab"],
            ),
            (
                "<video>Your browser</video><datalist><option>x</datalist><dialog>no</dialog><dialog open>yes</dialog>",
                &["yes"],
            ),
            ("<p aria-hidden=true>Seen, though not read aloud", &["Seen, though not read aloud"]),
            ("<body style='display:none'><p>shown by a script", &["shown by a script"]),
            ("<p>the <svg><title>icon</title><path/></svg>end", &["the end"]),
            ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</ruby>だ", &["漢字だ"]),
            ("<math><semantics><mi>x</mi><annotation>\\x</annotation></semantics></math>", &["x"]),
            ("<title>no</title><p>a<br hidden>b", &["a b"]),
        ],
    );
}

#[test]
fn lines_and_paragraphs_are_as_they_are_shown() {
    check(
        as_html,
        &[
            ("<div>a b.<br><br>c d.<br />\n&nbsp;<br />\ne<br>f</div>", &["a b.", "c d.", "e f"]),
            ("a<br><b></b><!-- x --><br>b</br>c", &["a", "b c"]),
            ("a<br><br><br><br>b", &["a", "b"]),
            ("<pre>one\ntwo\n\n  three\r\n\r\nfour</pre>five", &["one two", "three", "four", "five"]),
            ("a<hr>b<p>c<blockquote>d</blockquote>e", &["a", "b", "c", "d", "e"]),
            ("<table><caption>a</caption><tr><th>b<td>c</table><dl><dt>d<dd>e</dl>", &["a", "b", "c", "d", "e"]),
            (
                "<p>one <my-word>word</my-word><o:p></o:p> more <st1:place w:st='on'>Athens</st1:place>",
                &["one word more Athens"],
            ),
            ("<p>AT&amp;T &eacute; &#233; &#x2014; &nbsp; &unknown;", &["AT&T é é — &unknown;"]),
            (
                "<details><summary>a</summary>b</details><figure><img alt=no><figcaption>c</figcaption></figure>",
                &["a", "b", "c"],
            ),
        ],
    );
}

#[test]
fn pages_of_word_and_of_xml_are_read() {
    let word = "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><title>x</title><!--[if gte mso 9]><xml><o:Author>no</o:Author></xml><![endif]-->\
        <xml><w:View>Normal</w:View></xml><style><!-- p.MsoNormal {mso-style-parent:''} --></style></head><body lang=EN-GB><div class=WordSection1>\
        <p class=MsoNormal>The league<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1' title=''><span class=MsoFootnoteReference><span \
        style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> broke\nup.<o:p></o:p></p>\
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>\
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>An item</p>\
        <p class=MsoNormal>seen<span style='display:none;mso-hide:all'> unseen</span></p>\
        <div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'><span class=MsoFootnoteReference>[1]</span></a> See it.</p></div></div></body></html>";
    check(as_html, &[(word, &["The league[¹] broke up.", "An item", "seen", "[¹] See it."])]);
    let xhtml = "<?xml version='1.0'?><html><head><title/><script src='a.js'/></head><body><p id='a'/>b<![CDATA[<c>]]><br></br>d</body></html>";
    check(as_html, &[(xhtml, &["b<c> d"])]);
    assert_eq!(html::paragraphs("<html><head><title/></head><p>a</p></html>", true), ["a"]);
}

#[test]
fn markdown_and_the_html_in_it_are_read_as_they_are_shown() {
    check(
        markdown::paragraphs,
        &[
            (
                "Before.\n\n<div align=\"center\">The <b>envoys</b> came back.</div>\n\n<blockquote>\nThey had nothing.\n</blockquote>\n\nAfter.",
                &["Before.", "The envoys came back.", "They had nothing.", "After."],
            ),
            (
                "The <b>old</b> <span hidden>no</span> league<br><br>broke <!-- no --> up &amp; went",
                &["The old league", "broke up & went"],
            ),
            ("<div hidden>\n\nnot *shown*\n\n</div>\n\nshown", &["shown"]),
            ("Use <title> and <script> here.\n\nThen go on.", &["Use and here.", "Then go on."]),
            (
                "<table><tr><td>a</td><td>b</td></tr></table>\n\n<details>\n<summary>c</summary>\n\nd\n\n</details>",
                &["a", "b", "c", "d"],
            ),
            (
                "The league[^1] broke[^long-name] up[^gone].\n\n[^1]: See *it*.\n[^long-name]: And that.",
                &["The league broke up.", "See it.", "And that."],
            ),
            (
                "The league<sup>1</sup> broke[1](http://a.example) up. 19<sup>th</sup> `[^2]` [2](x)",
                &["The league¹ broke¹ up. 19th [^2] 2"],
            ),
            ("a [^ b] [^c", &["a [^ b] [^c"]),
            ("---\ntitle: The end\ntags: [a, b]\n# x\nabstract: >\n  long\n\n  text\n- item\n---\n\nText.", &["Text."]),
            ("---\r\ntitle: x\r\n...\r\nText.", &["Text."]),
            ("+++\ntitle = \"x\"\n[a]\n+++\nText.", &["Text."]),
            ("---\n\nNo header, he said, but a line.\n\n---\n\nText.", &["No header, he said, but a line.", "Text."]),
            ("---\ntitle: never closed\n\nText.", &["title: never closed", "Text."]),
            ("Text.\n\n---\na: b\n---\n", &["Text.", "a: b"]),
            ("a\\\nb  \nc\nd\n\n    code\n\n    more", &["a b c d", "code more"]),
            ("![a picture](x.png) and ~~struck~~", &["a picture and struck"]),
        ],
    );
}
