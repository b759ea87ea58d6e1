//! The contrast that makes a line or a letter readable on its ground (WCAG 2.2, success criteria 1.4.3, 1.4.11).

use crate::figure::colour::Colour;

impl Colour {
    /// The relative luminance of WCAG, from 0 (black) to 1 (white).
    #[must_use]
    pub(crate) fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// The contrast ratio of WCAG, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if one > two { one / two } else { two / one }
    }

    /// The same hue, darkened on a light ground or lightened on a dark one until it stands out by `ratio`.
    #[must_use]
    pub(crate) fn readable(self, ground: Self, ratio: f64) -> Self {
        let (black, white) = (Self::hex(0), Self::hex(0xff_ffff));
        let target = if black.contrast(ground) >= white.contrast(ground) { black } else { white };
        let steps = (0..=40).map(|step| self.toward(target, f64::from(step) / 40.0));
        steps.into_iter().find(|colour| colour.contrast(ground) >= ratio).unwrap_or(target)
    }

    /// Whether nobody would tell the two apart on a picture: no channel differs by a sixth of its range.
    #[must_use]
    pub(crate) fn looks_like(self, other: Self) -> bool {
        [(self.r, other.r), (self.g, other.g), (self.b, other.b)].iter().all(|(one, two)| one.abs_diff(*two) < 43)
    }

    /// The colour a share `t` of the way to another.
    #[must_use]
    pub(crate) fn toward(self, other: Self, t: f64) -> Self {
        let mix = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * t).round() as u8;
        Self { r: mix(self.r, other.r), g: mix(self.g, other.g), b: mix(self.b, other.b) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        let (black, white) = (Colour::hex(0), Colour::hex(0xff_ffff));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        // The lightest grey that passes for text on white.
        assert!(Colour::hex(0x76_7676).contrast(white) > 4.5 && Colour::hex(0x77_7777).contrast(white) < 4.5);
    }

    #[test]
    fn a_pale_hue_is_darkened_until_it_shows() {
        let (orange, white) = (Colour::hex(0xe6_9f00), Colour::hex(0xff_ffff));
        assert!(orange.contrast(white) < 3.0 && orange.readable(white, 3.0).contrast(white) >= 3.0);
        let (navy, night) = (Colour::hex(0x00_1f5b), Colour::hex(0x18_1c24));
        let lightened = navy.readable(night, 3.0);
        assert!(navy.contrast(night) < 3.0 && lightened.contrast(night) >= 3.0);
        assert!(lightened.b > lightened.r, "still blue: {lightened}");
    }
}
