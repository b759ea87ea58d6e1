//! The themes. Their promises (contrast, and that no meaning hangs on hue alone) are tested in `diagram/accessibility.rs`.

use crate::figure::colour::Colour;
use crate::style::palette::{Contrast, Palette};
use crate::style::theme::{Boxes, Lines, Metrics, Page, Sizes, Theme};

/// Every theme; the first is the default.
pub static THEMES: &[&Theme] = &[&LIGHT, &DARK, &PRINT, &CONTRAST];

/// White ground; Okabe and Ito's blue, vermillion and orange, which colour-blind people tell apart.
const LIGHT: Theme = Theme {
    name: "light",
    about: "dark on white, for slides and pages (default)",
    palette: Palette {
        ground: Colour::hex(0xff_ffff),
        ink: Colour::hex(0x1f_2328),
        quiet: Colour::hex(0x57_606a),
        ghost: Colour::hex(0xc9_ced4),
        actor: Colour::hex(0xee_f1f4),
        person: Colour::hex(0xff_ffff),
        signs: [Colour::hex(0x00_72b2), Colour::hex(0x6e_7681), Colour::hex(0xd5_5e00)],
        sides: [Colour::hex(0x00_6dab), Colour::hex(0xe6_9f00), Colour::hex(0x42_474d)],
        several: [
            Colour::hex(0x4b_3ba8),
            Colour::hex(0x8b_1e4f),
            Colour::hex(0x12_806f),
            Colour::hex(0x7d_7400),
            Colour::hex(0xb5_479f),
            Colour::hex(0x2c_5e1a),
        ],
        alarm: Colour::hex(0x1f_2328),
        hulls: [Colour::hex(0xf0_f6fb), Colour::hex(0xfe_f6ea), Colour::hex(0xee_f8f1), Colour::hex(0xf8_f3fa)],
        hues: true,
        contrast: Contrast { line: 3.0, text: 4.5 },
    },
    metrics: Metrics {
        widths: [1.3, 2.1, 3.6],
        dashes: [&[], &[0.1, 2.2], &[3.6, 2.0]],
        text: Sizes { title: 20.0, heading: 15.0, actor: 13.5, label: 11.5, legend: 11.5, source: 10.5, note: 10.5 },
        node: Boxes {
            wrap: 124.0,
            pad_x: 11.0,
            pad_y: 7.0,
            least: 46.0,
            outline: 1.5,
            radius: 3.0,
            of_one_side: &[5.0, 3.0],
            thinker: &[2.0, 2.0],
        },
        edge: Lines { wrap: 112.0, head: 11.0, breadth: 9.0, halo: 2.0, badge: 20.0 },
        page: Page { margin: 24.0, gap: 14.0, least: 560.0 },
    },
};

/// The same hues lightened. The ground is not black: on a projector black is grey, and thin lines glare on it.
const DARK: Theme = Theme {
    name: "dark",
    about: "light on dark, for a projector in a dark room",
    palette: Palette {
        ground: Colour::hex(0x18_1c24),
        ink: Colour::hex(0xe9_ecf1),
        quiet: Colour::hex(0xa9_b2bd),
        ghost: Colour::hex(0x47_4f5c),
        actor: Colour::hex(0x25_2b36),
        person: Colour::hex(0x18_1c24),
        signs: [Colour::hex(0x5f_b4ee), Colour::hex(0x98_a2ae), Colour::hex(0xff_8f5a)],
        sides: [Colour::hex(0x45_97da), Colour::hex(0xff_b94f), Colour::hex(0xee_f1f5)],
        several: [
            Colour::hex(0xa9_9bf0),
            Colour::hex(0xe0_7aa5),
            Colour::hex(0x4f_c4b1),
            Colour::hex(0xc9_bd4a),
            Colour::hex(0xe3_9ad4),
            Colour::hex(0x8c_c977),
        ],
        alarm: Colour::hex(0xf4_f6f9),
        hulls: [Colour::hex(0x1d_2a3a), Colour::hex(0x35_2919), Colour::hex(0x1c_3024), Colour::hex(0x30_243a)],
        ..LIGHT.palette
    },
    metrics: LIGHT.metrics,
};

/// Greys only: what a copier leaves of a picture, chosen rather than suffered. Dash and glyph carry the sign.
const PRINT: Theme = Theme {
    name: "print",
    about: "greys on white, for a printer without colour",
    palette: Palette {
        quiet: Colour::hex(0x45_4545),
        ink: Colour::hex(0x00_0000),
        signs: [Colour::hex(0x1a_1a1a), Colour::hex(0x6e_6e6e), Colour::hex(0x1a_1a1a)],
        sides: [Colour::hex(0x00_0000), Colour::hex(0x86_8686), Colour::hex(0x4d_4d4d)],
        several: [
            Colour::hex(0x00_0000),
            Colour::hex(0x86_8686),
            Colour::hex(0x4d_4d4d),
            Colour::hex(0x6a_6a6a),
            Colour::hex(0x2e_2e2e),
            Colour::hex(0x76_7676),
        ],
        ghost: Colour::hex(0xc8_c8c8),
        actor: Colour::hex(0xf0_f0f0),
        alarm: Colour::hex(0x00_0000),
        hulls: [Colour::hex(0xf4_f4f4), Colour::hex(0xec_ecec), Colour::hex(0xe4_e4e4), Colour::hex(0xdc_dcdc)],
        hues: false,
        ..LIGHT.palette
    },
    metrics: LIGHT.metrics,
};

/// The contrast that WCAG asks for at its highest level (1.4.6), and heavier lines.
const CONTRAST: Theme = Theme {
    name: "contrast",
    about: "black on white with heavy lines, for whoever sees little contrast",
    palette: Palette {
        ink: Colour::hex(0x00_0000),
        quiet: Colour::hex(0x33_3a42),
        ghost: Colour::hex(0x9a_a0a6),
        actor: Colour::hex(0xe4_e8ec),
        signs: [Colour::hex(0x00_4a8f), Colour::hex(0x4a_4f55), Colour::hex(0x9e_3400)],
        sides: [Colour::hex(0x00_3a78), Colour::hex(0x8f_4e00), Colour::hex(0x0a_0a0a)],
        several: [
            Colour::hex(0x3a_2a96),
            Colour::hex(0x7a_1241),
            Colour::hex(0x0a_5f52),
            Colour::hex(0x5c_5500),
            Colour::hex(0x8f_2f7b),
            Colour::hex(0x23_4d13),
        ],
        alarm: Colour::hex(0x00_0000),
        contrast: Contrast { line: 4.5, text: 7.0 },
        ..LIGHT.palette
    },
    metrics: Metrics {
        widths: [1.8, 2.8, 4.6],
        node: Boxes { outline: 2.2, ..LIGHT.metrics.node },
        edge: Lines { head: 13.0, breadth: 11.0, badge: 22.0, ..LIGHT.metrics.edge },
        ..LIGHT.metrics
    },
};
