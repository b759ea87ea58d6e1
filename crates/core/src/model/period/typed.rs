//! Dates as people type them -> EDTF: "431 BC", "c. 2004", "spring 2001", "1914-1918", "3 March 2021".
//!
//! Only offered where a date was refused, never taken by itself. What could mean two things is not guessed.

use super::Period;

/// Words for months by their first three letters.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Parts of a year with their numbers in ISO 8601-2.
const SEASONS: [(&str, u8); 9] = [
    ("spring", 21),
    ("summer", 22),
    ("autumn", 23),
    ("fall", 23),
    ("winter", 24),
    ("q1", 33),
    ("q2", 34),
    ("q3", 35),
    ("q4", 36),
];

const ABOUT: [&str; 7] = ["circa ", "ca. ", "ca ", "c. ", "c ", "about ", "around "];
const PERHAPS: [&str; 4] = ["perhaps ", "possibly ", "probably ", "maybe "];
const BC: [&str; 6] = ["bc", "bce", "b.c.", "b.c", "b.c.e.", "v. chr."];
const AD: [&str; 6] = ["ad", "ce", "a.d.", "a.d", "c.e.", "n. chr."];
const NOW: [&str; 4] = ["present", "today", "now", "the present"];

/// How to write what a person typed as a date.
#[must_use]
pub(crate) fn how_to_write(typed: &str) -> String {
    let years = typed.strip_prefix('-').unwrap_or(typed);
    match (spelling(typed), years.parse::<u32>()) {
        (Some(edtf), _) => format!("`{typed}` is written {edtf}"),
        (None, Ok(year @ 1..=999)) => {
            let minus = if year == 1 { "" } else { "-" };
            format!("the year {year} is written {year:04}, {year} BC is written {minus}{:04}", year - 1)
        }
        _ => {
            "dates are EDTF: 2025, 2025-02, 2025-02-28, 2022/2025, 2025-02/.., 2014~, 2014?; 431 BC is -0430".to_owned()
        }
    }
}

/// What a person typed as a date in EDTF, if there is one way to take it.
fn spelling(typed: &str) -> Option<String> {
    let plain: String =
        typed.to_lowercase().chars().map(|c| if matches!(c, '–' | '—' | '−' | '‐' | '‑') { '-' } else { c }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = set(&plain).or_else(|| span(&plain)).or_else(|| date(&plain, None))?;
    Period::parse(&found).is_ok().then_some(found)
}

fn set(text: &str) -> Option<String> {
    if let Some(pair) = text.strip_prefix("between ").and_then(|pair| pair.split_once(" and ")) {
        return joined(pair, "/");
    }
    if let Some(pair) = text.split_once(" or ") {
        return joined(pair, ",").map(|members| format!("[{members}]"));
    }
    let and = text.split_once(" and ").or_else(|| text.split_once(" & "))?;
    joined(and, ",").map(|members| format!("{{{members}}}"))
}

fn span(text: &str) -> Option<String> {
    let ends = |start: &str| NOW.contains(&start);
    for open in ["since ", "from ", "after "] {
        let start = text
            .strip_prefix(open)
            .map(|start| start.strip_suffix(" on").or(start.strip_suffix(" onwards")).unwrap_or(start));
        if let Some(start) = start.and_then(|start| date(start, None)) {
            return Some(format!("{start}/.."));
        }
    }
    for open in ["until ", "till ", "up to ", "to "] {
        if let Some(end) = text.strip_prefix(open).and_then(|end| date(end, None)) {
            return Some(format!("../{end}"));
        }
    }
    let text = text.strip_prefix("from ").unwrap_or(text);
    for between in [" to ", " until ", " till ", " - ", "/", "-"] {
        let mut places =
            text.match_indices(between).map(|(at, _)| (text[..at].trim(), text[at + between.len()..].trim()));
        // "2022-2-24" has several; a span has one.
        let (Some((start, end)), None) = (places.next(), places.next()) else { continue };
        let words = between.contains(char::is_alphabetic);
        if ends(end) || end.is_empty() {
            return date(start, None).map(|start| format!("{start}/.."));
        }
        let full = if words { Some(end.to_owned()) } else { in_full(start, end) };
        if let Some(found) = joined((start, &full?), "/") {
            return Some(found);
        }
    }
    None
}

/// Two dates. The first may leave the era to the second, and the second the century to the first: "431-404 BC", "1914-18".
fn joined((start, end): (&str, &str), between: &str) -> Option<String> {
    if let (4, 2, Some(first), Some(last)) = (start.len(), end.len(), number(start), number(end)) {
        let last = first / 100 * 100 + last;
        return (first < last).then(|| format!("{first:04}{between}{last:04}"));
    }
    let (_, era) = era(doubts(end).0);
    if let (Some(first), Some(last)) = (number(start), number(end)) {
        // Of "431-404" nobody says which era it is.
        return (first < last && start.len() == 4 && end.len() == 4).then(|| format!("{first:04}{between}{last:04}"));
    }
    Some(format!("{}{between}{}", date(start, era)?, date(end, None)?))
}

/// A number in plain digits.
fn number(text: &str) -> Option<i64> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The second of two dates with its year in full, where it leaves the first digits to the first and says the era of both: "446/5 BC" is
/// 446 to 445, for years before Christ count down. `None` if it can be meant in full as well: "133-31 BC".
fn in_full(start: &str, end: &str) -> Option<String> {
    let (start, (short, era)) = (doubts(start).0, era(doubts(end).0));
    let year = start.rsplit(' ').next().unwrap_or(start);
    let (Some(first), Some(last), Some(era)) = (number(year), number(short), era) else { return Some(end.to_owned()) };
    if short.len() >= year.len() {
        return Some(end.to_owned());
    }
    let full = format!("{}{short}", &year[..year.len() - short.len()]);
    let sure = match (era, number(&full)?) {
        (Era::After, full) => full > first,
        // Nobody writes the year 4 as "04"; and a year that goes over into the next is written so.
        (Era::Before, full) if full < first => short.starts_with('0') || full + 1 == first,
        // It counts up, so the second is the year that it says: "31-4 BC".
        (Era::Before, _) => return (last < first).then(|| end.to_owned()),
    };
    sure.then(|| end.replacen(short, &full, 1))
}

/// A date; `era` is that of the other end, where this one says none.
fn date(text: &str, era_of_other: Option<Era>) -> Option<String> {
    let (text, perhaps, about) = doubts(text);
    let (text, era) = era(text);
    let era = era.or(era_of_other);
    let body = text.strip_prefix("the ").unwrap_or(text).trim();
    let found = match era {
        None => {
            year(body, None).or_else(|| numeric(body)).or_else(|| rounded(body, None)).or_else(|| in_words(body, None))
        }
        Some(_) => year(body, era).or_else(|| rounded(body, era)).or_else(|| in_words(body, era)),
    }?;
    Some(match (perhaps, about) {
        (true, true) => format!("{found}%"),
        (true, false) => format!("{found}?"),
        (false, true) => format!("{found}~"),
        (false, false) => found,
    })
}

/// What is left of a date without its doubts, and which these are.
fn doubts(text: &str) -> (&str, bool, bool) {
    let (mut text, mut perhaps, mut about) = (text.trim(), false, false);
    loop {
        let strip = |words: &[&str]| words.iter().find_map(|word| text.strip_prefix(word));
        let ends = text.strip_suffix("(?)").or_else(|| text.strip_suffix('?'));
        if let Some(rest) = strip(&ABOUT).or_else(|| text.strip_prefix('~')) {
            (text, about) = (rest.trim(), true);
        } else if let Some(rest) = strip(&PERHAPS).or(ends) {
            (text, perhaps) = (rest.trim(), true);
        } else {
            return (text, perhaps, about);
        }
    }
}

/// Before or after the beginning of our reckoning.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Era {
    Before,
    After,
}

/// A date without its era, and the era.
fn era(text: &str) -> (&str, Option<Era>) {
    for (words, era) in [(BC, Era::Before), (AD, Era::After)] {
        for word in words {
            let parted = |rest: &&str| rest.ends_with([' ', '.']) || rest.ends_with(|c: char| c.is_ascii_digit());
            let found = text.strip_suffix(word).filter(parted).or_else(|| text.strip_prefix(word)?.strip_prefix(' '));
            if let Some(rest) = found {
                return (rest.trim(), Some(era));
            }
        }
    }
    (text, None)
}

/// A year of an era; without one, of four digits.
fn year(text: &str, era: Option<Era>) -> Option<String> {
    if text.is_empty() || text.len() > 9 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = text.parse().ok()?;
    let counted = match era {
        Some(Era::Before) => (number > 0).then_some(1 - number)?,
        Some(Era::After) => (number > 0).then_some(number)?,
        None => (text.len() == 4).then_some(number)?,
    };
    Some(match counted {
        -9999..=-1 => format!("-{:04}", -counted),
        0..=9999 => format!("{counted:04}"),
        _ => format!("Y{counted}"),
    })
}

/// Decades and centuries: "1990s", "20th century". Those before Christ are intervals: EDTF leaves no digit of their years open.
fn rounded(text: &str, era: Option<Era>) -> Option<String> {
    let before = era == Some(Era::Before);
    let (first, step) = if let Some(ordinal) = text.strip_suffix(" century") {
        let number: u32 = ordinal.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
        ((1..=99).contains(&number).then_some(number)?.saturating_sub(u32::from(!before)) * 100, 100)
    } else {
        let number: u32 = text.strip_suffix('s')?.trim_end_matches(['\'', '’']).parse().ok()?;
        let step = if number.is_multiple_of(100) { 100 } else { 10 };
        let known = number.is_multiple_of(10) && number > 0 && number < 10_000 && (before || number >= 1000);
        (known.then_some(number)? + if before { step - 1 } else { 0 }, step)
    };
    if before {
        let ends = [first, first + 1 - step].map(|number| year(&number.to_string(), era));
        let [Some(first), Some(last)] = ends else { return None };
        return Some(format!("{first}/{last}"));
    }
    let open = if step == 100 { 2 } else { 1 };
    Some(format!("{}{}", &format!("{first:04}")[..4 - open], "X".repeat(open)))
}

/// Numbers with marks between them: 24.2.2022, 2022/02/24, 2022-2-24, 20220224.
fn numeric(text: &str) -> Option<String> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]));
    }
    let mark = text.chars().find(|c| matches!(c, '.' | '/' | '-'))?;
    let parts: Vec<&str> = text.split(mark).map(str::trim).collect();
    let short = |text: &str| text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let long = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = |text: &str| text.parse::<u8>().ok().filter(|_| short(text));
    match *parts.as_slice() {
        [year, month, day] if long(year) => Some(format!("{year}-{:02}-{:02}", number(month)?, number(day)?)),
        [day, month, year] if long(year) && mark == '.' => {
            Some(format!("{year}-{:02}-{:02}", number(month)?, number(day)?))
        }
        // With strokes the day stands first or second: only what is no month tells.
        [one, other, year] if long(year) => match (number(one)?, number(other)?) {
            (day @ 13.., month) | (month, day @ 13..) => Some(format!("{year}-{month:02}-{day:02}")),
            _ => None,
        },
        [month, year] if long(year) => Some(format!("{year}-{:02}", number(month)?)),
        [year, month] if long(year) => Some(format!("{year}-{:02}", number(month)?)),
        _ => None,
    }
}

/// Months and seasons by their names, with a year and perhaps a day, in any order.
fn in_words(text: &str, era: Option<Era>) -> Option<String> {
    let (mut named, mut day, mut of_year) = (None, None, None);
    for word in text.split([' ', ',']).filter(|word| !word.is_empty() && *word != "of") {
        let bare = word.trim_end_matches(['.', ',']);
        let number = bare.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let season = SEASONS.iter().find(|(name, _)| *name == bare).map(|(_, number)| *number);
        let month =
            || MONTHS.iter().position(|month| bare.len() >= 3 && bare.starts_with(month)).map(|at| at as u8 + 1);
        let slot = if number.is_empty() || season.is_some() {
            &mut named
        } else if number.len() <= 2 && day.is_none() {
            &mut day
        } else {
            &mut of_year
        };
        let value = match (season.or_else(month), number) {
            (Some(named), _) => named.to_string(),
            (None, "") => return None,
            (None, number) => number.to_owned(),
        };
        if slot.replace(value).is_some() {
            return None;
        }
    }
    let named: u8 = named?.parse().ok()?;
    // "May 44 BC": what looks like a day is the year.
    let (day, of_year) = if of_year.is_none() && era.is_some() { (None, day) } else { (day, of_year) };
    let year = year(&of_year?, era)?;
    match day {
        None => Some(format!("{year}-{named:02}")),
        Some(day) if named <= 12 => Some(format!("{year}-{named:02}-{:02}", day.parse::<u8>().ok()?)),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{how_to_write, spelling};

    #[test]
    fn what_people_type_has_one_spelling() {
        let all = [
            ("433 BC", "-0432"),
            ("431 BCE", "-0430"),
            ("431 B.C.", "-0430"),
            ("BC 431", "-0430"),
            ("1 BC", "0000"),
            ("AD 79", "0079"),
            ("79 CE", "0079"),
            ("20000 BC", "Y-19999"),
            ("c. 2004", "2004~"),
            ("circa 431 BC", "-0430~"),
            ("perhaps 2004", "2004?"),
            ("perhaps about 2004", "2004%"),
            ("spring 2001", "2001-21"),
            ("Fall of 2001", "2001-23"),
            ("2001 Q3", "2001-35"),
            ("spring 431 BC", "-0430-21"),
            ("March 44 BC", "-0043-03"),
            ("15 March 44 BC", "-0043-03-15"),
            ("1914-1918", "1914/1918"),
            ("1914–1918", "1914/1918"),
            ("1914-18", "1914/1918"),
            ("1914 to 1918", "1914/1918"),
            ("from 1914 to 1918", "1914/1918"),
            ("between 1914 and 1918", "1914/1918"),
            ("431-404 BC", "-0430/-0403"),
            ("431 BC - 404 BC", "-0430/-0403"),
            ("431 BC/404 BC", "-0430/-0403"),
            ("446/5 BC", "-0445/-0444"),
            ("446-5 BC", "-0445/-0444"),
            ("446–445 BC", "-0445/-0444"),
            ("446/45 BCE", "-0445/-0444"),
            ("c. 446/5 BC", "-0445~/-0444"),
            ("446/5 BC?", "-0445/-0444?"),
            ("431/30 BC", "-0430/-0429"),
            ("431-04 BC", "-0430/-0403"),
            ("100/99 BC", "-0099/-0098"),
            ("31-4 BC", "-0030/-0003"),
            ("446 to 5 BC", "-0445/-0004"),
            ("446 BC/5 BC", "-0445/-0004"),
            ("between 37 and 4 BC", "-0036/-0003"),
            ("117-38 AD", "0117/0138"),
            ("5 BC to AD 10", "-0004/0010"),
            ("since 1914", "1914/.."),
            ("from 1914 on", "1914/.."),
            ("1914-", "1914/.."),
            ("1914-present", "1914/.."),
            ("until 1918", "../1918"),
            ("1667 or 1669", "[1667,1669]"),
            ("1667 and 1669", "{1667,1669}"),
            ("the 1990s", "199X"),
            ("1900s", "19XX"),
            ("20th century", "19XX"),
            ("5th century BC", "-0499/-0400"),
            ("1st century BC", "-0099/0000"),
            ("the 430s BC", "-0438/-0429"),
            ("1st century", "00XX"),
            ("March 2021", "2021-03"),
            ("3 March 2021", "2021-03-03"),
            ("March 3rd, 2021", "2021-03-03"),
            ("24.2.2022", "2022-02-24"),
            ("24/02/2022", "2022-02-24"),
            ("2022/02/24", "2022-02-24"),
            ("2022-2-24", "2022-02-24"),
            ("20220224", "2022-02-24"),
            ("3/2021", "2021-03"),
        ];
        for (typed, edtf) in all {
            assert_eq!(spelling(typed).as_deref(), Some(edtf), "{typed}");
        }
    }

    #[test]
    fn what_could_mean_two_things_is_not_guessed() {
        let unclear = [
            "431",
            "431-404",
            "133-31 BC",
            "445-40 BC",
            "404-431 BC",
            "117-03 AD",
            "03/04/2022",
            "3-5 March 2021",
            "soon",
            "",
            "0 BC",
            "2021-02-30",
            "99th of March",
            "BC",
            "-",
            "or",
        ];
        for typed in unclear {
            assert_eq!(spelling(typed), None, "{typed}");
        }
        assert_eq!(how_to_write("431"), "the year 431 is written 0431, 431 BC is written -0430");
        assert_eq!(how_to_write("-1"), "the year 1 is written 0001, 1 BC is written 0000");
    }
}
