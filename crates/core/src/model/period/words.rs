//! Periods in words, in the language of a catalogue: "since 2022", "about 1919", "431 to 404 BC", "some time in the 1990s".

use std::ops::Deref;

use super::parts::{Date, Day, Doubt, Edge, Month, Parts, Year};
use crate::messages::Messages;

/// The messages of a language, and how it writes days and months of our own reckoning.
#[derive(Clone, Copy)]
pub(super) struct Wording<'m> {
    pub(super) messages: &'m Messages,
    /// Always in words, also where the language takes them as ISO 8601 writes them.
    pub(super) spelled_out: bool,
}

impl Deref for Wording<'_> {
    type Target = Messages;

    fn deref(&self) -> &Messages {
        self.messages
    }
}

/// A period.
pub(super) fn period(parts: &Parts, say: Wording<'_>) -> String {
    match parts {
        Parts::Date(date) => self::date(date, say),
        Parts::Span(start, end) => span(start, end, say),
        Parts::All(members) => say.all_of(&set(members, say)),
        Parts::Either(members) => match members.as_slice() {
            [Parts::Span(start, end)] => say.with("date-some", [("when", within(start, end, say).into())]),
            _ => say.one_of(&set(members, say)),
        },
    }
}

fn set(members: &[Parts], say: Wording<'_>) -> Vec<String> {
    let member = |member: &Parts| match member {
        Parts::Span(start @ Edge::Open, end) | Parts::Span(start, end @ Edge::Open) => within(start, end, say),
        other => period(other, say),
    };
    members.iter().map(member).collect()
}

/// A span of which any part may be meant.
fn within(start: &Edge, end: &Edge, say: Wording<'_>) -> String {
    match (start, end) {
        (Edge::Open, Edge::Date(end)) => say.with("date-within-until", [("date", date(end, say).into())]),
        (Edge::Date(start), Edge::Open) => say.with("date-within-from", [("date", date(start, say).into())]),
        (start, end) => say.with("date-within", [("span", span(start, end, say).into())]),
    }
}

fn span(start: &Edge, end: &Edge, say: Wording<'_>) -> String {
    if let (Some(from), Some(to)) = (bare_bc(start, say), bare_bc(end, say)) {
        return say.with("date-span-bc", [("from", from.into()), ("to", to.into())]);
    }
    let (from, to) = (edge(start, "date-or-before", say), edge(end, "date-or-later", say));
    match (start, end) {
        (Edge::Open, Edge::Open) => say.text("date-any-time"),
        (Edge::Unknown, Edge::Unknown) => say.text("date-unknown-time"),
        (_, Edge::Open) => say.with("date-since", [("date", from.into())]),
        (Edge::Open, _) => say.with("date-until", [("date", to.into())]),
        (_, Edge::Unknown) => say.with("date-from", [("date", from.into())]),
        (Edge::Unknown, _) => say.with("date-up-to", [("date", to.into())]),
        _ if is_some_time(start) => say.with("date-from-to", [("from", from.into()), ("to", to.into())]),
        _ => say.with("date-span", [("from", from.into()), ("to", to.into())]),
    }
}

/// Whether an end is told as some time, some month or some day.
fn is_some_time(edge: &Edge) -> bool {
    let (Edge::Date(date) | Edge::Beyond(date)) = edge else { return false };
    let vague = match (date.month, date.day) {
        (None, _) => matches!(date.year, Year::Within(..)),
        (Some(Month::Some), day) => day.is_none() || day == Some(Day::Some),
        (_, day) => day == Some(Day::Some),
    };
    vague && !matches!(date.doubts.as_slice(), [Doubt { of: "all", .. }])
}

fn edge(edge: &Edge, beyond: &str, say: Wording<'_>) -> String {
    match edge {
        Edge::Date(date) => self::date(date, say),
        Edge::Beyond(date) => say.with(beyond, [("date", self::date(date, say).into())]),
        Edge::Open | Edge::Unknown => say.text("date-unknown"),
    }
}

/// The number of a year BC of which nothing else is said.
fn bare_bc(edge: &Edge, say: Wording<'_>) -> Option<String> {
    match edge {
        Edge::Date(Date { year: Year::Is(year @ ..=0), month: None, doubts, .. }) if doubts.is_empty() => {
            Some(bc(*year, say))
        }
        _ => None,
    }
}

fn date(date: &Date, say: Wording<'_>) -> String {
    let said = calendar(date, say);
    let said = date.time.as_ref().map_or(said.clone(), |time| format!("{said}, {time}"));
    date.doubts.iter().fold(said, |said, doubt| {
        let said = ("date", said.into());
        let part = || ("part", say.word("date-part", doubt.of).into());
        match (doubt.of, doubt.perhaps, doubt.about) {
            ("all", true, true) => say.with("date-perhaps-about", [said]),
            ("all", true, false) => say.with("date-perhaps", [said]),
            ("all", ..) => say.with("date-about", [said]),
            (_, true, true) => say.with("date-part-perhaps-about", [said, part()]),
            (_, true, false) => say.with("date-part-perhaps", [said, part()]),
            _ => say.with("date-part-about", [said, part()]),
        }
    })
}

/// Year, month and day. Those of our own reckoning can stay as ISO 8601 writes them.
fn calendar(date: &Date, say: Wording<'_>) -> String {
    let behind = || ("year", year_behind(date.year, "date-of-any-year", "date-of-some-year", say).into());
    let inside = || ("year", year_behind(date.year, "date-in-any-year", "date-in-some-year", say).into());
    match (date.month, date.day, date.year) {
        (None, ..) => year_alone(date.year, say),
        (Some(Month::Is(month)), None, Year::Is(year @ 1000..=9999)) if !say.spelled_out => {
            let iso = ("iso", format!("{year}-{month:02}").into());
            say.with("date-iso-month", [iso, ("month", month.into()), behind()])
        }
        (Some(Month::Is(month)), Some(Day::Is(day)), Year::Is(year @ 1000..=9999)) if !say.spelled_out => {
            let iso = ("iso", format!("{year}-{month:02}-{day:02}").into());
            say.with("date-iso-day", [iso, ("day", day.into()), ("month", month.into()), behind()])
        }
        (Some(Month::Is(month)), None, _) => say.with("date-month", [("month", month.into()), behind()]),
        (Some(Month::Is(month)), Some(Day::Is(day)), _) => {
            say.with("date-day", [("day", day.into()), ("month", month.into()), behind()])
        }
        (Some(Month::Is(month)), Some(Day::Some), _) => say.with("date-some-day", [("month", month.into()), behind()]),
        (Some(Month::Season(season)), ..) => say.with("date-season", [("season", season.into()), behind()]),
        (Some(Month::Some), None, _) => say.with("date-some-month", [inside()]),
        (Some(Month::Some), Some(Day::Is(day)), _) => {
            say.with("date-day-of-some-month", [("day", day.into()), inside()])
        }
        (Some(Month::Some), Some(Day::Some), _) => say.with("date-some-day-of-year", [inside()]),
    }
}

/// A year by itself.
fn year_alone(year: Year, say: Wording<'_>) -> String {
    match year {
        Year::Is(year) => exact(year, say),
        Year::Any => say.text("date-any-year"),
        Year::Near(guess, first, last) => {
            let years = ("years", range(first, last, say).into());
            say.with("date-near", [("date", exact(guess, say).into()), years])
        }
        Year::Power(times, power) => {
            say.with("date-power", [("times", times.to_string().into()), ("power", power.to_string().into())])
        }
        Year::Within(first, last) => say.with("date-some", [("when", which(first, last, say).into())]),
    }
}

/// A year behind a month: by these messages if it is any year, or some of several.
fn year_behind(year: Year, any: &str, some: &str, say: Wording<'_>) -> String {
    match year {
        Year::Any => say.text(any),
        Year::Within(first, last) => say.with(some, [("when", which(first, last, say).into())]),
        known => year_alone(known, say),
    }
}

/// Some of these years: a decade, a century, or from one to another.
fn which(first: i64, last: i64, say: Wording<'_>) -> String {
    let (year, years) = (("year", first.to_string().into()), ("years", range(first, last, say).into()));
    match last - first {
        9 | 99 if first >= 1000 && first % 100 == 0 => say.with("date-decade-or-century", [year, years]),
        9 if first >= 1000 => say.with("date-decade", [year]),
        _ => say.with("date-range", [years]),
    }
}

fn range(first: i64, last: i64, say: Wording<'_>) -> String {
    if last <= 0 {
        return say.with("date-span-bc", [("from", bc(first, say).into()), ("to", bc(last, say).into())]);
    }
    say.with("date-span", [("from", exact(first, say).into()), ("to", exact(last, say).into())])
}

fn exact(year: i64, say: Wording<'_>) -> String {
    match year {
        ..=0 => say.with("date-bc", [("year", bc(year, say).into())]),
        1..=999 => say.with("date-ad", [("year", year.to_string().into())]),
        1000..=9999 => year.to_string(),
        10_000.. => say.with("date-long-year", [("year", say.grouped(year.unsigned_abs()).into())]),
    }
}

/// The number of a year BC: the year 0 is 1 BC.
fn bc(year: i64, say: Wording<'_>) -> String {
    say.grouped(year.unsigned_abs() + 1)
}

#[cfg(test)]
mod tests {
    use crate::messages::{LANGUAGES, Messages};
    use crate::model::Period;

    fn said(edtf: &str) -> String {
        Period::parse(edtf).unwrap().words(Messages::english())
    }

    #[test]
    fn every_language_says_them_its_own_way() {
        let all = [
            ("2014/..", "since 2014", "seit 2014"),
            ("2014/", "from 2014 on", "ab 2014"),
            ("../2022~", "until about 2022", "bis um 2022"),
            ("/1918", "up to 1918", "bis 1918, Beginn unbekannt"),
            ("2025", "2025", "2025"),
            ("2025-02", "2025-02", "Februar 2025"),
            ("2025-02-18", "2025-02-18", "18. Februar 2025"),
            ("1985-04-12T23:20:30Z", "1985-04-12, 23:20:30 UTC", "12. April 1985, 23:20:30 UTC"),
            ("2022/2025-01", "2022 to 2025-01", "2022 bis Januar 2025"),
            ("-0445", "446 BC", "446 v. Chr."),
            ("-0430/-0403", "431 to 404 BC", "431 bis 404 v. Chr."),
            ("-0005/0010", "6 BC to AD 10", "6 v. Chr. bis 10 n. Chr."),
            ("-0430-03", "March 431 BC", "März 431 v. Chr."),
            ("0079-08-24", "24 August AD 79", "24. August 79 n. Chr."),
            ("-9999", "10,000 BC", "10.000 v. Chr."),
            ("Y170000002", "the year 170,000,002", "das Jahr 170.000.002"),
            ("Y9E99", "the year 9 times 10 to the power of 99", "das Jahr 9 mal 10 hoch 99"),
            ("1950S2", "about 1950 (1900 to 1999)", "um 1950 (1900 bis 1999)"),
            ("1919/1932~", "1919 to about 1932", "1919 bis um 1932"),
            ("2004?", "perhaps 2004", "vielleicht 2004"),
            ("2004-06-11%", "perhaps about 2004-06-11", "vielleicht um 11. Juni 2004"),
            (
                "?2004-06-~11",
                "2004-06-11, year uncertain, day approximate",
                "11. Juni 2004, Jahr unsicher, Tag ungefähr",
            ),
            ("199X", "some time in the 1990s", "irgendwann in den 1990er Jahren"),
            (
                "18XX/1914",
                "from some time in the 1800s (1800 to 1899) to 1914",
                "von irgendwann in den 1800er Jahren (1800 bis 1899) bis 1914",
            ),
            ("1XXX", "some time from 1000 to 1999", "irgendwann von 1000 bis 1999"),
            ("XXXX", "an unknown year", "ein unbekanntes Jahr"),
            ("XXXX-12-25", "25 December of some year", "25. Dezember irgendeines Jahres"),
            ("2004-XX", "some month of 2004", "in irgendeinem Monat, 2004"),
            ("2004-06-XX", "some day in June 2004", "an irgendeinem Tag im Juni 2004"),
            ("2001-21", "spring 2001", "Frühling 2001"),
            ("-0430-24", "winter 431 BC", "Winter 431 v. Chr."),
            ("2001-34", "the second quarter of 2001", "2. Quartal 2001"),
            ("2001-41", "the second half of 2001", "2. Halbjahr 2001"),
            ("{1667,1669}", "1667 and 1669", "1667 und 1669"),
            ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672", "1667, 1668 oder 1670 bis 1672"),
            ("[1667..1669]", "some time from 1667 to 1669", "irgendwann von 1667 bis 1669"),
            ("[..1983]", "some time up to 1983", "irgendwann bis 1983"),
            ("{1667,1984..}", "1667 and from 1984 on", "1667 und ab 1984"),
        ];
        for (edtf, english, german) in all {
            let period = Period::parse(edtf).unwrap();
            let said = LANGUAGES.each_ref().map(|language| period.words(language));
            assert_eq!(said, [english, german], "{edtf}");
        }
    }

    #[test]
    fn days_and_months_can_be_spelled_out() {
        let all = [
            ("2025", "2025", "2025"),
            ("2025-02", "February 2025", "Februar 2025"),
            ("2025-02-18", "18 February 2025", "18. Februar 2025"),
            ("2022/2025-01", "2022 to January 2025", "2022 bis Januar 2025"),
            (
                "?2004-06-~11",
                "11 June 2004, year uncertain, day approximate",
                "11. Juni 2004, Jahr unsicher, Tag ungefähr",
            ),
        ];
        for (edtf, english, german) in all {
            let period = Period::parse(edtf).unwrap();
            assert_eq!(LANGUAGES.each_ref().map(|language| period.spelled_out(language)), [english, german], "{edtf}");
        }
    }

    #[test]
    fn days_and_months_stay_as_they_are() {
        for date in ["2025", "2025-02", "2025-02-18"] {
            assert_eq!(said(date), date);
        }
        assert_eq!(said("2025-01-20/.."), "since 2025-01-20");
        assert_eq!(said("2022/2025-01"), "2022 to 2025-01");
        assert_eq!(said("1985-04-12T23:20:30Z"), "1985-04-12, 23:20:30 UTC");
        assert_eq!(said("1985-04-12T23:20:30+05:30"), "1985-04-12, 23:20:30 UTC+05:30");
    }

    #[test]
    fn years_before_christ_and_long_ones() {
        let all = [
            ("-0430", "431 BC"),
            ("0000", "1 BC"),
            ("0079-08-24", "24 August AD 79"),
            ("-0430-03", "March 431 BC"),
            ("-0430/-0403", "431 to 404 BC"),
            ("-0005/0010", "6 BC to AD 10"),
            ("-0430~/-0403", "about 431 BC to 404 BC"),
            ("-0030/..", "since 31 BC"),
            ("Y170000002", "the year 170,000,002"),
            ("Y-17E7", "170,000,001 BC"),
            ("Y9E99", "the year 9 times 10 to the power of 99"),
            ("1950S2", "about 1950 (1900 to 1999)"),
            ("-9999", "10,000 BC"),
        ];
        for (edtf, words) in all {
            assert_eq!(said(edtf), words, "{edtf}");
        }
    }

    #[test]
    fn doubts_and_digits_that_are_left_open() {
        let all = [
            ("2004~", "about 2004"),
            ("~2004", "about 2004"),
            ("2004?", "perhaps 2004"),
            ("2004-06-11%", "perhaps about 2004-06-11"),
            ("2004-06-~11", "2004-06-11, day approximate"),
            ("?2004-06-~11", "2004-06-11, year uncertain, day approximate"),
            ("199X", "some time in the 1990s"),
            ("190X", "some time in the 1900s (1900 to 1909)"),
            ("19XX", "some time in the 1900s (1900 to 1999)"),
            ("18XX/1914", "from some time in the 1800s (1800 to 1899) to 1914"),
            ("1XXX", "some time from 1000 to 1999"),
            ("000X", "some time from 1 BC to AD 9"),
            ("XXXX", "an unknown year"),
            ("XXXX-12-25", "25 December of some year"),
            ("156X-12-25", "25 December of some year in the 1560s"),
            ("2004-XX", "some month of 2004"),
            ("2004-06-XX", "some day in June 2004"),
            ("2004-XX-XX", "some day of 2004"),
            ("199X-XX", "some month of some year in the 1990s"),
        ];
        for (edtf, words) in all {
            assert_eq!(said(edtf), words, "{edtf}");
        }
    }

    #[test]
    fn seasons_spans_and_sets() {
        let all = [
            ("2001-21", "spring 2001"),
            ("2001-34", "the second quarter of 2001"),
            ("-0430-24", "winter 431 BC"),
            ("1919/1932~", "1919 to about 1932"),
            ("1914/..", "since 1914"),
            ("1914/", "from 1914 on"),
            ("../1918", "until 1918"),
            ("/1918", "up to 1918"),
            ("1914~/", "from about 1914 on"),
            ("{1667,1669}", "1667 and 1669"),
            ("[1667,1669]", "1667 or 1669"),
            ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672"),
            ("{1667..1669}", "1667 to 1669"),
            ("[1667..1669]", "some time from 1667 to 1669"),
            ("[..1983]", "some time up to 1983"),
            ("{1667,1984..}", "1667 and from 1984 on"),
            ("{-0430,-0420}", "431 BC and 421 BC"),
        ];
        for (edtf, words) in all {
            assert_eq!(said(edtf), words, "{edtf}");
        }
    }

    #[test]
    fn no_notation_is_left() {
        let dates =
            ["2004", "-0430", "19XX", "2004-06-XX", "XXXX-XX-15", "2001-21", "~2004", "?2004-~06", "Y17E7", "Y9E999S2"];
        let both = |a: &str, b: &str| {
            [format!("{a}/{b}"), format!("[{a},{b}]"), format!("{{{a},..{b}}}"), format!("..{a}/{b}..")]
        };
        let ends = dates
            .iter()
            .flat_map(|date| [format!("{date}/"), format!("/{date}"), format!("{date}/.."), format!("../{date}")]);
        let pairs = dates.iter().flat_map(|a| dates.iter().flat_map(move |b| both(a, b)));
        let known: Vec<Period> = ends.chain(pairs).filter_map(|edtf| Period::parse(&edtf).ok()).collect();
        assert!(known.len() > 100);
        for period in known {
            let words = period.words(Messages::english());
            let digits = words.split(|c: char| !c.is_ascii_digit() && c != '-');
            assert!(!words.contains(['X', '/', '~', '?', '%', '[', '{', 'Y']) && !words.contains(".."), "{words}");
            assert!(digits.clone().all(|part| !part.starts_with('-')), "{words}");
        }
    }
}
