//! As whom texts cast somebody: what a briefing counts.

use parallax_core::brief::Briefing;
use parallax_core::diff::Comparison;
use parallax_core::model::{RelationId, Standing};
use parallax_core::network::View;
use proptest::prelude::*;

use crate::properties::{laws, plain, view};
use crate::world::worlds;

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn a_briefing_tells_of_roles_that_an_author_gives(world in worlds(40)) {
        let corpus = plain(&world);
        let views = ["thucydides", "herodotus"].map(|text| view(&corpus, text));
        let casts = |views: &[View]| Briefing::of(&Comparison::of(&corpus, views)).casts;
        let (given, swapped) = (casts(&views), casts(&[views[1].clone(), views[0].clone()]));
        prop_assert_eq!(given.len(), swapped.len());
        for (cast, other) in given.iter().zip(&swapped) {
            prop_assert_eq!((cast.role, &cast.of_sides[0], &cast.of_sides[1]), (other.role, &other.of_sides[1], &other.of_sides[0]));
            for character in cast.of_sides.iter().flatten() {
                prop_assert!(character.passages > 1 && !character.ground.is_empty());
                let gives = |id: &RelationId| {
                    let relation = corpus.relation(*id);
                    relation.standing() == Standing::Holds && relation.characters().any(|(role, _)| role == cast.role)
                };
                prop_assert!(character.ground.iter().all(gives));
            }
        }
    }
}
