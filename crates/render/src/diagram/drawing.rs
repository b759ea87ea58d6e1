//! A picture with the geometry behind it: what every way of writing takes.

use std::collections::BTreeSet;

use crate::diagram::options::{Options, Positions};
use crate::diagram::panel::Panel;
use crate::scene::Scene;
use crate::scene::letter_size::{Small, small};
use crate::style::fit::Fit;
use crate::style::measure;
use crate::style::render_style::TextMode;
use crate::style::theme::Theme;

/// A picture with the geometry that it was made from.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// The panels, in the order of the figures.
    pub panels: Vec<Panel>,
    /// What is painted.
    pub scene: Scene,
    /// The pages that follow, of a handout whose notes go on.
    pub more: Vec<Scene>,
    /// The page that it is to fill.
    pub fit: Option<Fit>,
    /// Pixels of a raster format for one of the scene.
    pub scale: f64,
    /// How an SVG has its letters.
    pub text_mode: TextMode,
    /// The sizes that it was made with, and the colours that it is written in.
    pub theme: Theme,
    /// Characters that the bundled face cannot draw.
    pub missing: BTreeSet<char>,
}

impl Drawing {
    /// A picture that is no network: only what is painted.
    pub(super) fn of_scene(scene: Scene, options: &Options) -> Self {
        let mut texts = Vec::new();
        scene.items.iter().for_each(|item| item.texts(&mut texts));
        Self {
            panels: Vec::new(),
            missing: measure::missing(texts),
            scene,
            more: Vec::new(),
            fit: options.style.fit,
            scale: options.scale,
            text_mode: options.style.text_mode.unwrap_or_default(),
            theme: options.style.theme().clone(),
        }
    }

    /// The same on one page or several.
    pub(super) fn of_scenes((first, more): (Scene, Vec<Scene>), options: &Options) -> Self {
        let mut texts = Vec::new();
        more.iter().flat_map(|page| &page.items).for_each(|item| item.texts(&mut texts));
        let missing = measure::missing(texts);
        let mut drawing = Self::of_scene(first, options);
        drawing.missing.extend(missing);
        Self { more, ..drawing }
    }

    /// The same picture, to be written in the colours of another theme. Nothing is laid out or drawn anew: sizes stay as they are.
    #[must_use]
    pub fn coloured(mut self, theme: &Theme) -> Self {
        self.theme.palette = theme.palette;
        self
    }

    /// Where this picture has its actors: in every panel at the same places.
    #[must_use]
    pub fn places(&self) -> Positions {
        let mut places = Positions::default();
        for panel in &self.panels {
            let actors = panel.figure.nodes.iter().chain(&panel.ghosts).zip(&panel.placement.nodes);
            places.centres.extend(actors.map(|(node, at)| (node.id.clone(), *at)));
            places.frame = places.frame.union(&panel.bounds());
        }
        places
    }

    /// How large the smallest words are, if that is too small for the page that the picture is to fill.
    #[must_use]
    pub fn small(&self) -> Option<Small> {
        let fit = self.fit?;
        let pages = std::iter::once(&self.scene).chain(&self.more);
        pages.filter_map(|page| small(page, fit)).min_by(|a, b| a.size().total_cmp(&b.size()))
    }
}
