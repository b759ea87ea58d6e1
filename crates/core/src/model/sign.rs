//! The sign of a relation: friendly, neutral, hostile.

/// Whether a relation is positive, neutral or negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Friendly: +1.
    Positive,
    /// Neither: 0.
    Neutral,
    /// Hostile: -1.
    Negative,
}

impl Sign {
    /// All signs, friendly first.
    pub const ALL: [Self; 3] = [Self::Positive, Self::Neutral, Self::Negative];

    /// From the number in a file.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::Positive),
            0 => Some(Self::Neutral),
            -1 => Some(Self::Negative),
            _ => None,
        }
    }

    /// The number in a file: 1, 0 or -1.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Positive => 1,
            Self::Neutral => 0,
            Self::Negative => -1,
        }
    }

    /// The other side; neutral is its own.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Positive => Self::Negative,
            Self::Neutral => Self::Neutral,
            Self::Negative => Self::Positive,
        }
    }

    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Neutral => "neutral",
            Self::Negative => "negative",
        }
    }

    /// The glyph for it, for pictures and tables.
    #[must_use]
    pub fn glyph(self) -> &'static str {
        match self {
            Self::Positive => "+",
            Self::Neutral => "0",
            Self::Negative => "−",
        }
    }
}

/// Which signs occur in a set of statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs {
    /// A positive one.
    pub positive: bool,
    /// A neutral one.
    pub neutral: bool,
    /// A negative one.
    pub negative: bool,
}

impl Signs {
    /// Adds a sign.
    pub fn add(&mut self, sign: Sign) {
        match sign {
            Sign::Positive => self.positive = true,
            Sign::Neutral => self.neutral = true,
            Sign::Negative => self.negative = true,
        }
    }

    /// Whether the sign occurs.
    #[must_use]
    pub fn has(self, sign: Sign) -> bool {
        match sign {
            Sign::Positive => self.positive,
            Sign::Neutral => self.neutral,
            Sign::Negative => self.negative,
        }
    }

    /// Both a positive and a negative one.
    #[must_use]
    pub fn both(self) -> bool {
        self.positive && self.negative
    }

    /// At least one that takes a side.
    #[must_use]
    pub fn signed(self) -> bool {
        self.positive || self.negative
    }

    /// None at all.
    #[must_use]
    pub fn is_empty(self) -> bool {
        !self.positive && !self.neutral && !self.negative
    }

    /// The one side taken, if exactly one is.
    #[must_use]
    pub fn only(self) -> Option<Sign> {
        match (self.positive, self.negative) {
            (true, false) => Some(Sign::Positive),
            (false, true) => Some(Sign::Negative),
            _ => None,
        }
    }

    /// The glyph for them: `+`, `−`, `±`, `0`, or `·` for none.
    #[must_use]
    pub fn glyph(self) -> &'static str {
        match (self.both(), self.only(), self.neutral) {
            (true, _, _) => "±",
            (_, Some(sign), _) => sign.glyph(),
            (_, _, true) => "0",
            _ => "·",
        }
    }
}

impl FromIterator<Sign> for Signs {
    fn from_iter<I: IntoIterator<Item = Sign>>(signs: I) -> Self {
        let mut all = Self::default();
        for sign in signs {
            all.add(sign);
        }
        all
    }
}
