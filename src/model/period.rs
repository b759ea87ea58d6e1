//! When something holds: EDTF dates and intervals, and whether two of them can overlap.

use edtf_core::{Bound, Edtf};

/// A day on a scale that only serves comparing: (year × 12 + month) × 31 + day.
type Day = i64;

/// A date or interval in EDTF (ISO 8601-2), with the days that it can touch.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Period {
    text: Box<str>,
    first: Option<Day>,
    last: Option<Day>,
}

impl Period {
    /// Reads EDTF; the error says what is wrong and at which byte.
    pub fn parse(text: &str) -> Result<Self, (String, usize)> {
        let edtf = Edtf::parse(text).map_err(|error| (error.message.to_owned(), error.offset))?;
        let bounds = edtf.bounds();
        Ok(Self { text: text.into(), first: day(bounds.earliest), last: day(bounds.latest) })
    }

    /// As written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the two can share a day. Open and unknown ends reach everywhere.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_before_end = |a: Option<Day>, b: Option<Day>| a.zip(b).is_none_or(|(start, end)| start <= end);
        starts_before_end(self.first, other.last) && starts_before_end(other.first, self.last)
    }

    /// The years of its first and its last day; none where it is open or unknown.
    #[must_use]
    pub fn years(&self) -> (Option<i64>, Option<i64>) {
        let year = |day: Option<Day>| day.map(|day| day.div_euclid(12 * 31));
        (year(self.first), year(self.last))
    }

    /// Where it sorts: by its first day, then its last, then its text.
    #[must_use]
    pub fn order(&self) -> (Option<i64>, Option<i64>, &str) {
        (self.first, self.last, &self.text)
    }
}

fn day(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(date) => {
            date.year.checked_mul(12 * 31).map(|days| days + (i64::from(date.month) - 1) * 31 + i64::from(date.day) - 1)
        }
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlap(a: &str, b: &str) -> bool {
        Period::parse(a).unwrap().overlaps(&Period::parse(b).unwrap())
    }

    #[test]
    fn open_ends_reach_everywhere() {
        assert!(overlap("2025-02/..", "2031"));
        assert!(!overlap("2025-02/..", "2024"));
        assert!(overlap("../1945", "1939-09-01"));
        assert!(overlap("2022~", "2022-02-24"));
    }

    #[test]
    fn years_are_those_of_the_ends() {
        let years = |text: &str| Period::parse(text).unwrap().years();
        assert_eq!(years("2022-02-24/.."), (Some(2022), None));
        assert_eq!(years("1939-12"), (Some(1939), Some(1939)));
        assert_eq!(years("-0031"), (Some(-31), Some(-31)));
    }

    #[test]
    fn nonsense_is_refused_with_its_place() {
        assert!(Period::parse("2025-02-30").is_err());
    }
}
