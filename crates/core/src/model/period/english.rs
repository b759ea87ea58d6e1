//! Periods in English: "since 2022", "about 1919", "431 to 404 BC", "some time in the 1990s".

use super::parts::{Date, Day, Doubt, Edge, Month, Parts, Year};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// From 21 on, as ISO 8601-2 numbers them.
const SEASONS: [&str; 21] = [
    "spring",
    "summer",
    "autumn",
    "winter",
    "northern spring",
    "northern summer",
    "northern autumn",
    "northern winter",
    "southern spring",
    "southern summer",
    "southern autumn",
    "southern winter",
    "the first quarter of",
    "the second quarter of",
    "the third quarter of",
    "the fourth quarter of",
    "the first third of",
    "the second third of",
    "the last third of",
    "the first half of",
    "the second half of",
];

/// A period.
pub(super) fn period(parts: &Parts) -> String {
    match parts {
        Parts::Date(date) => self::date(date),
        Parts::Span(start, end) => span(start, end),
        Parts::All(members) => set(members, " and "),
        Parts::Either(members) => match members.as_slice() {
            [Parts::Span(start, end)] => format!("some time {}", within(start, end)),
            _ => set(members, " or "),
        },
    }
}

fn set(members: &[Parts], last: &str) -> String {
    let said: Vec<String> = members
        .iter()
        .map(|member| match member {
            Parts::Span(start @ Edge::Open, end) | Parts::Span(start, end @ Edge::Open) => within(start, end),
            other => period(other),
        })
        .collect();
    match said.split_last() {
        Some((end, [])) => end.clone(),
        Some((end, before)) => format!("{}{last}{end}", before.join(", ")),
        None => String::new(),
    }
}

/// A span of which any part may be meant.
fn within(start: &Edge, end: &Edge) -> String {
    match (start, end) {
        (Edge::Open, Edge::Date(end)) => format!("up to {}", date(end)),
        (Edge::Date(start), Edge::Open) => format!("from {} on", date(start)),
        (start, end) => format!("from {}", span(start, end)),
    }
}

fn span(start: &Edge, end: &Edge) -> String {
    if let (Edge::Date(start), Edge::Date(end)) = (start, end) {
        return match (bare_bc(start), bare_bc(end)) {
            (Some(start), Some(end)) => format!("{start} to {end} BC"),
            _ => between(&date(start), &date(end)),
        };
    }
    match (start, end) {
        (Edge::Open, Edge::Open) => "at any time".to_owned(),
        (Edge::Unknown, Edge::Unknown) => "at an unknown time".to_owned(),
        (start, Edge::Open) => format!("since {}", edge(start, "or before")),
        (Edge::Open, end) => format!("until {}", edge(end, "or later")),
        (start, Edge::Unknown) => format!("from {} on", edge(start, "or before")),
        (Edge::Unknown, end) => format!("up to {}", edge(end, "or later")),
        (start, end) => between(&edge(start, "or before"), &edge(end, "or later")),
    }
}

fn between(start: &str, end: &str) -> String {
    let from = if start.contains(' ') && start.starts_with("some") { "from " } else { "" };
    format!("{from}{start} to {end}")
}

fn edge(edge: &Edge, beyond: &str) -> String {
    match edge {
        Edge::Date(date) => self::date(date),
        Edge::Beyond(date) => format!("{} {beyond}", self::date(date)),
        Edge::Open | Edge::Unknown => "an unknown time".to_owned(),
    }
}

/// The number of a year BC of which nothing else is said.
fn bare_bc(date: &Date) -> Option<String> {
    match date {
        Date { year: Year::Is(year), month: None, doubts, .. } if *year <= 0 && doubts.is_empty() => Some(bc(*year)),
        _ => None,
    }
}

fn date(date: &Date) -> String {
    let said = calendar(date);
    let said = date.time.as_ref().map_or(said.clone(), |time| format!("{said}, {time}"));
    match date.doubts.as_slice() {
        [Doubt { of: "all", perhaps, about }] => match (perhaps, about) {
            (true, true) => format!("perhaps about {said}"),
            (true, false) => format!("perhaps {said}"),
            _ => format!("about {said}"),
        },
        doubts => doubts.iter().fold(said, |said, doubt| {
            let how = match (doubt.perhaps, doubt.about) {
                (true, true) => "uncertain and approximate",
                (true, false) => "uncertain",
                _ => "approximate",
            };
            format!("{said}, {} {how}", doubt.of)
        }),
    }
}

/// Year, month and day. Those of our own reckoning stay as ISO 8601 writes them.
fn calendar(date: &Date) -> String {
    let year = year(date.year, date.month.is_none());
    match (date.month, date.day, date.year) {
        (None, ..) => year,
        (Some(Month::Is(month)), None, Year::Is(1000..=9999)) => format!("{year}-{month:02}"),
        (Some(Month::Is(month)), Some(Day::Is(day)), Year::Is(1000..=9999)) => format!("{year}-{month:02}-{day:02}"),
        (Some(Month::Is(month)), None, _) => format!("{} {year}", name(month)),
        (Some(Month::Is(month)), Some(Day::Is(day)), _) => format!("{day} {} {year}", name(month)),
        (Some(Month::Is(month)), Some(Day::Some), _) => format!("some day in {} {year}", name(month)),
        (Some(Month::Season(season)), ..) => {
            let season = SEASONS.get(usize::from(season.saturating_sub(21))).copied().unwrap_or("some part of");
            format!("{season} {year}")
        }
        (Some(Month::Some), None, _) => format!("some month of {}", year.trim_start_matches("of ")),
        (Some(Month::Some), Some(Day::Is(day)), _) => {
            format!("day {day} of some month of {}", year.trim_start_matches("of "))
        }
        (Some(Month::Some), Some(Day::Some), _) => format!("some day of {}", year.trim_start_matches("of ")),
    }
}

fn name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month.saturating_sub(1))).copied().unwrap_or_default()
}

/// A year, by itself or behind a month.
fn year(year: Year, alone: bool) -> String {
    let some = |which: String| if alone { format!("some time {which}") } else { format!("of some year {which}") };
    match year {
        Year::Is(year) => exact(year),
        Year::Any if alone => "an unknown year".to_owned(),
        Year::Any => "of some year".to_owned(),
        Year::Near(guess, first, last) => format!("about {} ({})", exact(guess), range(first, last)),
        Year::Power(times, power) => format!("the year {times} times 10 to the power of {power}"),
        Year::Within(first, last) => some(match last - first {
            // The 1900s may be ten years or a hundred.
            9 | 99 if first >= 1000 && first % 100 == 0 => format!("in the {first}s ({})", range(first, last)),
            9 if first >= 1000 => format!("in the {first}s"),
            _ => format!("from {}", range(first, last)),
        }),
    }
}

fn range(first: i64, last: i64) -> String {
    if last <= 0 { format!("{} to {} BC", bc(first), bc(last)) } else { format!("{} to {}", exact(first), exact(last)) }
}

fn exact(year: i64) -> String {
    match year {
        ..=0 => format!("{} BC", bc(year)),
        1..=999 => format!("AD {year}"),
        1000..=9999 => year.to_string(),
        10_000.. => format!("the year {}", grouped(year.unsigned_abs())),
    }
}

/// The number of a year BC: the year 0 is 1 BC.
fn bc(year: i64) -> String {
    grouped(year.unsigned_abs() + 1)
}

/// A number with commas between its thousands, where it has more than four digits.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let comma = |at: usize| if at > 0 && (digits.len() - at).is_multiple_of(3) { "," } else { "" };
    digits.char_indices().map(|(at, digit)| format!("{}{digit}", comma(at))).collect()
}

#[cfg(test)]
mod tests {
    use crate::model::Period;

    fn said(edtf: &str) -> String {
        Period::parse(edtf).unwrap().words()
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
            let words = period.words();
            let digits = words.split(|c: char| !c.is_ascii_digit() && c != '-');
            assert!(!words.contains(['X', '/', '~', '?', '%', '[', '{', 'Y']) && !words.contains(".."), "{words}");
            assert!(digits.clone().all(|part| !part.starts_with('-')), "{words}");
        }
    }
}
