//! A picture with the geometry behind it: what every way of writing takes.

use std::collections::BTreeSet;

use super::fit::Fit;
use super::look::Lettering;
use super::measure;
use super::options::{Options, Places};
use super::panel::Panel;
use super::scene::Scene;
use super::theme::Theme;

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
    pub lettering: Lettering,
    /// How it looks.
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
            fit: options.look.fit,
            scale: options.scale,
            lettering: options.look.lettering.unwrap_or_default(),
            theme: options.look.theme().clone(),
        }
    }

    /// Where this picture has its actors: in every panel at the same places.
    #[must_use]
    pub fn places(&self) -> Places {
        let mut places = Places::default();
        for panel in &self.panels {
            let actors = panel.figure.nodes.iter().chain(&panel.ghosts).zip(&panel.placement.nodes);
            places.centres.extend(actors.map(|(node, at)| (node.id.clone(), *at)));
            places.frame = places.frame.union(&panel.bounds());
        }
        places
    }
}
