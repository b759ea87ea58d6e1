//! The themes. Their promises (contrast, and that no meaning hangs on hue alone) are tested in `diagram/accessibility.rs`.

use crate::figure::colour::Colour;
use crate::style::palette::{Contrast, Palette};
use crate::style::theme::{Boxes, Lines, Metrics, Page, Sizes, Theme};

/// The look of a page on a screen, where a picture is moved about and drawn near: the same colours, smaller sizes.
pub static SCREEN: Theme = Theme {
    name: "screen",
    about: "the light theme with the sizes of a page on a screen",
    metrics: Metrics {
        text: Sizes { title: 20.0, heading: 15.0, actor: 14.0, label: 12.5, legend: 12.5, source: 11.5, note: 11.5 },
        node: Boxes { wrap: 124.0, pad_x: 11.0, pad_y: 7.0, least: 46.0, ..LIGHT.metrics.node },
        edge: Lines { wrap: 112.0, head: 11.0, breadth: 9.0, halo: 2.0, badge: 20.0 },
        page: Page { margin: 24.0, gap: 14.0, least: 560.0 },
        ..LIGHT.metrics
    },
    ..LIGHT
};

/// Every theme; the first is the default.
pub static THEMES: &[&Theme] = &[&LIGHT, &DARK, &PRINT, &CONTRAST];

/// White ground. Signs are blue, grey and vermillion, authors violet and orchid, both together near black: found by search, so that every
/// two of these meanings are at least 30 apart (CIE 1976 L*a*b*) for most people and for each kind of dichromat.
const LIGHT: Theme = Theme {
    name: "light",
    about: "dark on white, for slides and pages (default)",
    palette: Palette {
        ground: Colour::hex(0xff_ffff),
        ink: Colour::hex(0x1f_2328),
        quiet: Colour::hex(0x57_606a),
        ghost: Colour::hex(0xc9_ced4),
        actor: Colour::hex(0xf5_f7f9),
        person: Colour::hex(0xff_ffff),
        signs: [Colour::hex(0x00_5ffe), Colour::hex(0x80_836f), Colour::hex(0xd3_1800)],
        sides: [Colour::hex(0x5c_0872), Colour::hex(0xd9_5cbe), Colour::hex(0x14_1715)],
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
        widths: [1.2, 2.1, 3.3],
        dashes: [&[], &[0.1, 2.2], &[3.6, 2.0]],
        text: Sizes { title: 28.0, heading: 20.0, actor: 20.0, label: 16.0, legend: 14.0, source: 12.0, note: 12.0 },
        node: Boxes {
            wrap: 170.0,
            pad_x: 11.0,
            pad_y: 6.0,
            least: 56.0,
            outline: 1.5,
            radius: 3.0,
            of_one_side: &[5.0, 3.0],
            thinker: &[2.0, 2.0],
        },
        edge: Lines { wrap: 140.0, head: 14.0, breadth: 11.0, halo: 2.0, badge: 26.0 },
        page: Page { margin: 20.0, gap: 8.0, least: 640.0 },
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
        signs: [Colour::hex(0x3b_74ff), Colour::hex(0xf8_ffff), Colour::hex(0xf8_100a)],
        sides: [Colour::hex(0xea_a2ff), Colour::hex(0xb9_4c9a), Colour::hex(0x9d_a78d)],
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
        signs: [Colour::hex(0x1e_5eff), Colour::hex(0x68_6359), Colour::hex(0xc4_0609)],
        sides: [Colour::hex(0x17_0095), Colour::hex(0xca_36ac), Colour::hex(0x00_0000)],
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
        edge: Lines { head: 16.0, breadth: 13.0, badge: 28.0, ..LIGHT.metrics.edge },
        ..LIGHT.metrics
    },
};
