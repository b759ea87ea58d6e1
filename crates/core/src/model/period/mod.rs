//! When something holds: EDTF dates, intervals and sets, and whether two of them can share a day.

mod parts;
mod typed;
mod words;

pub(crate) use typed::how_to_write;

use edtf_core::{Bound, Bounds, Edtf, Interval, IntervalEndpoint, SetElement};

use crate::messages::Messages;

use parts::Parts;
use words::Wording;

/// A day on a scale that only serves comparing: (year × 12 + month) × 31 + day.
type Place = i64;

/// Days in a row, by the first and the last; `None` where that is open or unknown.
type Days = (Option<Place>, Option<Place>);

/// A date, an interval or a set of them in EDTF (ISO 8601-2), with the days that it can touch.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Period {
    text: Box<str>,
    /// In order, and apart from each other; several only of a set.
    spans: Box<[Days]>,
}

impl Period {
    /// Reads EDTF; the error says what is wrong and at which byte.
    ///
    /// # Errors
    ///
    /// If it is no EDTF, with the byte at which it is wrong.
    pub fn parse(text: &str) -> Result<Self, (String, usize)> {
        let edtf = Edtf::parse(text).map_err(|error| (error.message.to_owned(), error.offset))?;
        let spans = match &edtf {
            Edtf::Set(set) => joined(set.elements.iter().map(|element| days(member(element).bounds())).collect()),
            _ => vec![days(edtf.bounds())],
        };
        Ok(Self { text: text.into(), spans: spans.into() })
    }

    /// As written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// In words: "since 2022", "431 to 404 BC", "spring 2001". In English whole days and months stay as ISO 8601 writes them.
    #[must_use]
    pub fn words(&self, messages: &Messages) -> String {
        self.said(Wording { messages, spelled_out: false })
    }

    /// In words throughout: "18 February 2025", where [`words`](Self::words) may leave a day as ISO 8601 writes it.
    #[must_use]
    pub fn spelled_out(&self, messages: &Messages) -> String {
        self.said(Wording { messages, spelled_out: true })
    }

    fn said(&self, wording: Wording<'_>) -> String {
        Edtf::parse(&self.text).map_or_else(|_| self.text.to_string(), |edtf| words::period(&Parts::of(&edtf), wording))
    }

    /// Whether the two can share a day. Open and unknown ends reach everywhere. O(n + m) for sets of n and m members.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let (mut ours, mut theirs) = (self.spans.iter().peekable(), other.spans.iter().peekable());
        while let (Some(a), Some(b)) = (ours.peek(), theirs.peek()) {
            if !ends_before(a, b) && !ends_before(b, a) {
                return true;
            }
            if ends_before(a, b) {
                ours.next()
            } else {
                theirs.next()
            };
        }
        false
    }

    /// Whether each part of the other lies within a part of this one. Open and unknown ends reach everywhere.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        let begins =
            |ours: &Days, theirs: &Days| ours.0.is_none_or(|ours| theirs.0.is_some_and(|theirs| ours <= theirs));
        let ends = |ours: &Days, theirs: &Days| ours.1.is_none_or(|ours| theirs.1.is_some_and(|theirs| theirs <= ours));
        other.spans.iter().all(|theirs| self.spans.iter().any(|ours| begins(ours, theirs) && ends(ours, theirs)))
    }

    /// The years of the first and the last day of each part: one pair, of a set several; none where that is open or unknown.
    pub fn years(&self) -> impl Iterator<Item = (Option<i64>, Option<i64>)> + '_ {
        let year = |day: Option<Place>| day.map(|day| day.div_euclid(12 * 31));
        self.spans.iter().map(move |(first, last)| (year(*first), year(*last)))
    }

    /// Where it sorts: by its first day, then its last, then its text.
    #[must_use]
    pub fn order(&self) -> (Option<i64>, Option<i64>, &str) {
        let first = self.spans.first().and_then(|days| days.0);
        let last = self.spans.last().and_then(|days| days.1);
        (first, last, &self.text)
    }
}

/// Whether all days of the one are before those of the other.
fn ends_before(one: &Days, other: &Days) -> bool {
    one.1.zip(other.0).is_some_and(|(end, start)| end < start)
}

/// A member of a set as a period of its own.
fn member(element: &SetElement) -> Edtf {
    let (start, end) = match *element {
        SetElement::Date(date) => return Edtf::Date(date),
        SetElement::OnOrBefore(date) => (IntervalEndpoint::Open, IntervalEndpoint::Date(date)),
        SetElement::OnOrAfter(date) => (IntervalEndpoint::Date(date), IntervalEndpoint::Open),
        SetElement::Range(start, end) => (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)),
    };
    Edtf::Interval(Interval { start, end })
}

fn days(bounds: Bounds) -> Days {
    (place(bounds.earliest), place(bounds.latest))
}

fn place(bound: Bound) -> Option<Place> {
    match bound {
        Bound::Date(date) => {
            date.year.checked_mul(12 * 31).map(|days| days + (i64::from(date.month) - 1) * 31 + i64::from(date.day) - 1)
        }
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
    }
}

/// Days in order; those that meet become one.
fn joined(mut spans: Vec<Days>) -> Vec<Days> {
    spans.sort_unstable();
    let mut joined: Vec<Days> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if !ends_before(last, &span) => last.1 = last.1.zip(span.1).map(|(a, b)| a.max(b)),
            _ => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlap(a: &str, b: &str) -> bool {
        let [a, b] = [a, b].map(|text| Period::parse(text).unwrap());
        assert_eq!(a.overlaps(&b), b.overlaps(&a));
        a.overlaps(&b)
    }

    #[test]
    fn open_ends_reach_everywhere() {
        assert!(overlap("2025-02/..", "2031"));
        assert!(!overlap("2025-02/..", "2024"));
        assert!(overlap("../1945", "1939-09-01"));
        assert!(overlap("2022~", "2022-02-24"));
    }

    #[test]
    fn a_set_is_its_members_and_not_what_lies_between() {
        for set in ["{1667,1669}", "[1667,1669]", "{1669,1667}"] {
            assert!(overlap(set, "1667") && overlap(set, "1669-05") && overlap(set, "1660/1670"));
            assert!(!overlap(set, "1668") && !overlap(set, "1670/.."));
        }
        assert!(overlap("[..1667,1669]", "1500") && !overlap("[..1667,1669]", "1668"));
        assert!(overlap("{1667,1669..}", "1700") && !overlap("{1667,1669..}", "1668"));
        assert!(overlap("{1667..1669}", "1668") && !overlap("{1660,1667..1669,1680}", "1670"));
        assert!(!overlap("{1667,1669}", "{1668,1670}") && overlap("{1667,1669}", "{1668,1669}"));
        assert!(overlap("{1660..1680,1661}", "1675"), "a member within another");
    }

    #[test]
    fn years_are_those_of_the_ends() {
        let years = |text: &str| Period::parse(text).unwrap().years().collect::<Vec<_>>();
        assert_eq!(years("2022-02-24/.."), [(Some(2022), None)]);
        assert_eq!(years("1939-12"), [(Some(1939), Some(1939))]);
        assert_eq!(years("-0031"), [(Some(-31), Some(-31))]);
        assert_eq!(years("{1667,1669}"), [(Some(1667), Some(1667)), (Some(1669), Some(1669))]);
    }

    #[test]
    fn nonsense_is_refused_with_its_place() {
        assert!(Period::parse("2025-02-30").is_err());
    }
}
