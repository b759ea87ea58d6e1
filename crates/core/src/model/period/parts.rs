//! What an EDTF period is made of, with years counted and unspecified digits resolved: told by `words`.

use edtf_core::{
    Date as EdtfDate, DateField, Edtf, Interval, IntervalEndpoint, Qualifier, SetKind, TimeShift, Year as EdtfYear,
    YearKind,
};

/// A period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Parts {
    /// A date, however exact.
    Date(Date),
    /// From the one end to the other.
    Span(Edge, Edge),
    /// All of these.
    All(Vec<Parts>),
    /// One of these; which is not known.
    Either(Vec<Parts>),
}

/// An end of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Edge {
    /// There.
    Date(Date),
    /// There, or further out.
    Beyond(Date),
    /// It goes on.
    Open,
    /// Nobody knows.
    Unknown,
}

/// A date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Date {
    /// The year.
    pub(super) year: Year,
    /// The month or the season.
    pub(super) month: Option<Month>,
    /// The day of the month.
    pub(super) day: Option<Day>,
    /// The time of day, with its distance from UTC.
    pub(super) time: Option<String>,
    /// What is in doubt: the whole, or the year, the month, the day.
    pub(super) doubts: Vec<Doubt>,
}

/// A year; 0 is 1 BC, -1 is 2 BC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// This one.
    Is(i64),
    /// Some year of these.
    Within(i64, i64),
    /// Some year of the last two, estimated to be the first.
    Near(i64, i64, i64),
    /// Any year at all.
    Any,
    /// A number times a power of ten that is beyond counting.
    Power(i64, u32),
}

/// A month or a season.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Month {
    /// 1 to 12.
    Is(u8),
    /// 21 spring to 24 winter; 25 to 28 of the northern, 29 to 32 of the southern hemisphere; 33 to 36 quarters, 37 to 39
    /// thirds, 40 and 41 halves of the year.
    Season(u8),
    /// Some month.
    Some,
}

/// A day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// 1 to 31.
    Is(u8),
    /// Some day.
    Some,
}

/// A doubt about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Doubt {
    /// `all`, `year`, `month` or `day`.
    pub(super) of: &'static str,
    /// Whether it is so at all is uncertain.
    pub(super) perhaps: bool,
    /// It is about right.
    pub(super) about: bool,
}

impl Parts {
    /// Takes a period apart.
    pub(super) fn of(edtf: &Edtf) -> Self {
        match edtf {
            Edtf::Date(date) => Self::Date(Date::of(date)),
            Edtf::DateTime(at) => {
                let shift = match at.time.shift {
                    None => String::new(),
                    Some(TimeShift::Utc) => " UTC".to_owned(),
                    Some(TimeShift::Offset { minutes, .. }) => {
                        let (sign, minutes) = (if minutes < 0 { '−' } else { '+' }, minutes.unsigned_abs());
                        format!(" UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
                    }
                };
                let time = format!("{:02}:{:02}:{:02}{shift}", at.time.hour, at.time.minute, at.time.second);
                Self::Date(Date { time: Some(time), ..Date::of(&at.date) })
            }
            Edtf::Interval(Interval { start, end }) => Self::Span(Edge::of(start), Edge::of(end)),
            Edtf::Set(set) => {
                let members = set.elements.iter().map(|element| Self::of(&super::member(element))).collect();
                if set.kind == SetKind::AllMembers { Self::All(members) } else { Self::Either(members) }
            }
        }
    }
}

impl Edge {
    fn of(end: &IntervalEndpoint) -> Self {
        match end {
            IntervalEndpoint::Date(date) => Self::Date(Date::of(date)),
            IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => Self::Beyond(Date::of(date)),
            IntervalEndpoint::Open => Self::Open,
            IntervalEndpoint::Unknown => Self::Unknown,
        }
    }
}

impl Date {
    fn of(date: &EdtfDate) -> Self {
        let month = date.month.map(|month| match month.value() {
            Some(season @ 21..) => Month::Season(season),
            Some(month) => Month::Is(month),
            None => Month::Some,
        });
        let day = date.day.map(|day| day.value().map_or(Day::Some, Day::Is));
        Self { year: Year::of(date.year), month, day, time: None, doubts: doubts(date) }
    }
}

impl Year {
    fn of(year: EdtfYear) -> Self {
        if let Some(value) = year.value() {
            return year.significant_digits.map_or(Self::Is(value), |kept| near(value, kept));
        }
        match year.kind {
            YearKind::Exponential { significand, exponent } => Self::Power(significand, exponent),
            YearKind::Standard { digits, .. } if digits != [None; 4] => {
                // Only years of our reckoning leave digits open.
                let filled = |with: u8| digits.iter().fold(0, |all, digit| all * 10 + i64::from(digit.unwrap_or(with)));
                Self::Within(filled(0), filled(9))
            }
            _ => Self::Any,
        }
    }
}

/// A year of which only the first digits count; the width of a year before 1000 is four digits.
fn near(value: i64, kept: u32) -> Year {
    let width = value.unsigned_abs().checked_ilog10().map_or(4, |digits| (digits + 1).max(4));
    let step = 10_i64.checked_pow(width.saturating_sub(kept)).unwrap_or(i64::MAX);
    let size = (value.unsigned_abs() as i64 / step).saturating_mul(step);
    let far = size.saturating_add(step - 1);
    match value < 0 {
        _ if step == 1 => Year::Is(value),
        true => Year::Near(value, -far, -size),
        false => Year::Near(value, size, far),
    }
}

fn doubts(date: &EdtfDate) -> Vec<Doubt> {
    let field = |of, field: Option<DateField>| field.map(|field| (of, field.qualifier));
    let year = Some(("year", date.year.qualifier));
    let parts = [year, field("month", date.month), field("day", date.day)];
    let doubt =
        |(of, doubt): (&'static str, Qualifier)| Doubt { of, perhaps: doubt.uncertain, about: doubt.approximate };
    let known: Vec<Doubt> = parts.into_iter().flatten().map(doubt).collect();
    let alike = known.iter().all(|doubt| (doubt.perhaps, doubt.about) == (known[0].perhaps, known[0].about));
    let told = if alike { known[..1].iter().map(|doubt| Doubt { of: "all", ..*doubt }).collect() } else { known };
    told.into_iter().filter(|doubt| doubt.perhaps || doubt.about).collect()
}
