//! The laws of the comparison, of views and of the readers, on random corpora.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diag::{Sink, Style, emit};
use parallax_core::diff::{ActorView, Actors, Comparison, Difference, Dyad, Pair, Verdict, tally};
use parallax_core::model::{ActorId, Answer, Corpus, RelationId};
use parallax_core::network::{Level, Network, View};
use parallax_core::resolve::{read_config, resolve};
use parallax_core::source::{CONFIG, Sources};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::said::{self, Sides};
use crate::world::{self, ATTITUDES, MODES, STANCES, World, worlds};
use crate::written::{File, Names, Notation, written};

/// The same corpora on every run; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` look further.
pub(crate) fn laws() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(1914);
    }
    ProptestConfig {
        cases: if std::env::var_os("PROPTEST_CASES").is_some() { config.cases } else { 100 },
        failure_persistence: None,
        ..config
    }
}

/// Resolves files that must be without error.
fn corpus(files: &[File]) -> Corpus {
    let mut sources = Sources::default();
    for (name, text) in files {
        sources.add(name, text);
    }
    let mut sink = Sink::default();
    let config = sources.named(CONFIG).map(|source| read_config(source, &mut sink)).expect("a parallax.toml");
    let corpus = resolve(&sources, config, &mut sink);
    if sink.has_errors() {
        let mut out = Vec::new();
        emit(&sink, &sources, &Style::default(), &mut out).expect("memory takes all");
        panic!("{}", String::from_utf8_lossy(&out));
    }
    corpus
}

pub(crate) fn plain(world: &World) -> Corpus {
    corpus(&written(world, &Names::plain(), Notation::Toml, None))
}

pub(crate) fn view(corpus: &Corpus, text: &str) -> View {
    View::parse(text, corpus).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// The views that are compared: authors as they are, lifted, and through a filter.
const VIEWS: [(&str, &str); 6] = [
    ("thucydides", "herodotus"),
    ("thucydides:level=state", "herodotus:level=state"),
    ("thucydides:strength=2", "herodotus"),
    ("*:period=2020", "*:period=2022/.."),
    ("thucydides:collective=members", "herodotus:collective=members"),
    ("thucydides:collective=members,level=state", "herodotus:level=state"),
];

/// What is said about a corpus by its networks and differences.
fn all_told(corpus: &Corpus) -> String {
    let mut told = said::corpus(corpus);
    for (a, b) in VIEWS {
        let (a, b) = (view(corpus, a), view(corpus, b));
        told += &said::network(&Network::of(corpus, &a));
        told += &said::difference(&Difference::of(corpus, &a, &b), Sides::Given);
    }
    told
}

/// Fails on the first line that differs.
fn same(left: &str, right: &str) -> Result<(), TestCaseError> {
    if left == right {
        return Ok(());
    }
    let differs = left.lines().zip(right.lines()).position(|(left, right)| left != right);
    let at = differs.unwrap_or(left.lines().count().min(right.lines().count()));
    let around = |text: &str| text.lines().skip(at.saturating_sub(3)).take(6).collect::<Vec<_>>().join("\n");
    Err(TestCaseError::fail(format!("line {at}:\n{}\n--- is not ---\n{}", around(left), around(right))))
}

/// Every figure of a comparison and of its two networks, by the numbers of the actors.
fn figures(corpus: &Corpus, names: &Names, (a, b): (&str, &str)) -> String {
    let number = |actor: &ActorId| names.number_of(corpus.actors.name(*actor));
    let set = |actors: &[ActorId]| actors.iter().map(number).collect::<BTreeSet<usize>>();
    let sets = |groups: &[Vec<ActorId>]| groups.iter().map(|group| set(group)).collect::<BTreeSet<_>>();
    let views = [view(corpus, a), view(corpus, b)];
    let difference = Difference::of(corpus, &views[0], &views[1]);
    let mut told = format!("{:#?}\n", difference.numbers);
    for shape in &difference.structure().shapes {
        let centres: BTreeSet<_> =
            shape.centres.iter().map(|centre| (number(&centre.actor), centre.partners)).collect();
        let partition = shape.partition.as_ref().map(|found| (sets(&found.members), found.frustration));
        let triads = shape.triads.as_ref().map(|triads| (triads.balanced, triads.unbalanced));
        told += &format!("{centres:?} {partition:?} {triads:?}\n");
    }
    let tallies = tally(corpus, &views[0], &views[1]);
    let mut tallies: Vec<String> = tallies.iter().map(|(_, tally)| format!("{tally:?}")).collect();
    tallies.sort_unstable();
    let actors = |views: &[ActorView]| {
        views.iter().map(|view| (number(&view.actor), view.out, view.into, view.rank)).collect::<BTreeSet<_>>()
    };
    let Actors { shared, only_a, only_b, .. } = &difference.actors;
    told + &format!("{tallies:#?} {:?}\n", [shared, only_a, only_b].map(|views| actors(views)))
}

/// What may not change when things get other names: verdicts, signs, facets, counts, by the numbers of the actors.
type Judged = BTreeMap<(usize, usize), (Verdict, String, [usize; 2])>;

fn judged(corpus: &Corpus, names: &Names, (a, b): (&str, &str)) -> (Judged, BTreeMap<usize, String>) {
    let difference = Difference::of(corpus, &view(corpus, a), &view(corpus, b));
    let issues = difference.issues.iter().map(|issue| {
        let stands = issue.stands.each_ref().map(|stand| {
            let held: Vec<Answer> = stand.held.keys().copied().collect();
            (held, stand.denied.keys().copied().collect::<Vec<Answer>>(), stand.open.len())
        });
        let found = (issue.verdict, issue.other_reasons, issue.other_conclusions, issue.firmness.is_firm(), stands);
        (names.number_of_issue(corpus.issues.name(issue.issue)), format!("{found:?}"))
    });
    let issues = issues.collect();
    let dyads = difference.dyads.iter().map(|dyad| {
        let Pair(a, b) = dyad.pair;
        let (a, b) = (names.number_of(corpus.actors.name(a)), names.number_of(corpus.actors.name(b)));
        let facets: BTreeSet<usize> =
            dyad.facets().iter().map(|facet| names.facet_of(corpus.facets.name(facet))).collect();
        let counts = [dyad.a.len(), dyad.b.len()];
        let found = format!("{facets:?} {:?} {:?} {:?}", dyad.signs, dyad.as_named, dyad.firmness.is_firm());
        ((a.min(b), a.max(b)), (dyad.verdict, found, counts))
    });
    (dyads.collect(), issues)
}

/// Selections that always parse, for every key that filters.
fn selections() -> impl Strategy<Value = String> {
    let names = Names::plain();
    let one = |words: &'static [&'static str]| prop::sample::select(words);
    let actor = names.clone();
    let centre = names.clone();
    let ends = names.clone();
    let third = names.clone();
    let kind = names.clone();
    let facet = names.clone();
    prop_oneof![
        (0_usize..2).prop_map(move |number| format!("actor={}", actor.actor(number))),
        (0_usize..2, 0..3_u32).prop_map(move |(number, steps)| format!("near={}~{steps}", centre.actor(number))),
        (0_usize..2).prop_map(move |number| format!("between={}+{}", ends.actor(number), ends.actor(number + 1))),
        (one(&["with", "against", "excluding", "benefiting"]), 0_usize..2)
            .prop_map(move |(role, number)| format!("{role}={}", third.actor(number))),
        one(&["cast=hero", "cast=villain+victim"]).prop_map(str::to_owned),
        one(&["layer=world", "layer=stance", "layer=voices", "layer=stance+voices"]).prop_map(str::to_owned),
        (0..world::TYPES.len(), 0..world::TYPES.len()).prop_map(move |(a, b)| format!(
            "type={}+{}",
            kind.kind(a),
            kind.kind(b)
        )),
        one(&["sign=1", "sign=0", "sign=-1", "sign=1+-1"]).prop_map(str::to_owned),
        one(&STANCES).prop_map(|word| format!("stance={word}")),
        one(&["standing=holds", "standing=open+denies", "standing=any"]).prop_map(str::to_owned),
        one(&["negated=true", "negated=false"]).prop_map(str::to_owned),
        one(&MODES).prop_map(|word| format!("mode={word}")),
        one(&ATTITUDES).prop_map(|word| format!("attitude={word}")),
        one(&["period=2020", "period=2022/..", "period=../1995"]).prop_map(str::to_owned),
        (0..world::FACETS).prop_map(move |number| format!("facet={}", facet.facet(number))),
        one(&["strength=1", "strength=2", "strength=3", "coder=ada", "work=work-0"]).prop_map(str::to_owned),
    ]
}

/// The statements of each side that stand in pairs and residues of a dyad, sorted.
fn answered(dyad: &Dyad) -> [Vec<RelationId>; 2] {
    let mut first: Vec<_> = dyad.pairs.iter().map(|claims| claims.a).chain(dyad.more_a.iter().copied()).collect();
    let mut second: Vec<_> = dyad.pairs.iter().map(|claims| claims.b).chain(dyad.more_b.iter().copied()).collect();
    first.sort_unstable();
    second.sort_unstable();
    [first, second]
}

fn record(corpus: &Corpus, text: &str) -> BTreeSet<RelationId> {
    view(corpus, text).record(corpus).into_iter().collect()
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn a_view_agrees_with_itself(world in worlds(40)) {
        let corpus = plain(&world);
        for text in VIEWS.iter().flat_map(|(a, b)| [a, b]) {
            let own = view(&corpus, text);
            let difference = Difference::of(&corpus, &own, &own);
            for dyad in &difference.dyads {
                prop_assert_eq!(dyad.verdict, Verdict::Alike, "{:?}", dyad);
                prop_assert!(dyad.pairs.iter().all(|claims| claims.differing.is_empty()), "{dyad:?}");
                prop_assert!(dyad.more_a.is_empty() && dyad.more_b.is_empty(), "{dyad:?}");
            }
            prop_assert!(difference.issues.iter().all(|issue| !issue.verdict.is_contested()), "{:?}", difference.issues);
            prop_assert!(!difference.differs());
            prop_assert!(difference.actors.only_a.is_empty() && difference.actors.only_b.is_empty());
            prop_assert!(difference.numbers.jaccard_claims.is_none_or(|ratio| (ratio - 1.0).abs() < f64::EPSILON));
        }
    }

    #[test]
    fn swapping_swaps_the_sides_and_nothing_else(world in worlds(40)) {
        let corpus = plain(&world);
        for (a, b) in VIEWS {
            let (a, b) = (view(&corpus, a), view(&corpus, b));
            let given = said::difference(&Difference::of(&corpus, &a, &b), Sides::Given);
            let swapped = said::difference(&Difference::of(&corpus, &b, &a), Sides::Swapped);
            same(&given, &swapped)?;
        }
    }

    #[test]
    fn the_order_of_entries_and_files_changes_nothing(world in worlds(30), seed in any::<u64>()) {
        let shuffled = corpus(&written(&world, &Names::plain(), Notation::Toml, Some(seed)));
        same(&all_told(&plain(&world)), &all_told(&shuffled))?;
    }

    #[test]
    fn the_notation_changes_nothing(world in worlds(20), seed in any::<u64>()) {
        let told = all_told(&plain(&world));
        for notation in [Notation::Json, Notation::Csv] {
            same(&told, &all_told(&corpus(&written(&world, &Names::plain(), notation, Some(seed)))))?;
        }
    }

    #[test]
    fn other_names_change_no_verdict(world in worlds(40), seed in any::<u64>()) {
        let (names, before) = (Names::plain(), plain(&world));
        for other in [Names::longer(), Names::shuffled(seed)] {
            let after = corpus(&written(&world, &other, Notation::Toml, None));
            for (a, b) in VIEWS {
                let (before, after) = (judged(&before, &names, (a, b)), judged(&after, &other, (a, b)));
                same(&format!("{before:#?}"), &format!("{after:#?}"))?;
            }
        }
    }

    #[test]
    fn other_names_change_no_figure(world in worlds(40), seed in any::<u64>()) {
        let (names, before) = (Names::plain(), plain(&world));
        for other in [Names::longer(), Names::shuffled(seed)] {
            let after = corpus(&written(&world, &other, Notation::Toml, None));
            for (a, b) in VIEWS {
                same(&figures(&before, &names, (a, b)), &figures(&after, &other, (a, b)))?;
            }
        }
    }

    #[test]
    fn who_is_cast_as_what_changes_no_verdict_and_no_figure(world in worlds(40)) {
        let (names, cast) = (Names::plain(), plain(&world));
        let mut uncast = world.clone();
        uncast.statements.iter_mut().for_each(|statement| statement.core.casts = [None; 4]);
        let uncast = plain(&uncast);
        for (a, b) in VIEWS {
            let [with, without] = [&cast, &uncast].map(|corpus| judged(corpus, &names, (a, b)));
            same(&format!("{with:#?}"), &format!("{without:#?}"))?;
            same(&figures(&cast, &names, (a, b)), &figures(&uncast, &names, (a, b)))?;
        }
    }

    #[test]
    fn two_of_several_sides_are_compared_as_two(world in worlds(40)) {
        let corpus = plain(&world);
        let views = ["thucydides", "herodotus:strength=2", "*:period=2022/..", "herodotus"].map(|text| view(&corpus, text));
        let all = Comparison::of(&corpus, &views);
        for a in 0..views.len() {
            for b in 0..views.len() {
                let of_all = said::difference(&all.pair(a, b).expect("two sides"), Sides::Given);
                prop_assert_eq!(of_all, said::difference(&Difference::of(&corpus, &views[a], &views[b]), Sides::Given));
            }
        }
        let survey = all.survey();
        for held in &survey.types {
            for side in &held.sides {
                let selects = |id: &RelationId| corpus.relation(*id).kind == held.kind && corpus.relation(*id).held_now();
                prop_assert!(views[*side].record(&corpus).iter().any(selects), "a type that the view does not select");
            }
        }
        for two in &survey.between {
            let of_two = all.pair(two.sides[0], two.sides[1]).expect("two sides");
            let shared = of_two.dyads.iter().filter(|dyad| dyad.shared());
            let contested: BTreeMap<Pair, Verdict> =
                shared.clone().filter(|dyad| dyad.verdict.is_contested()).map(|dyad| (dyad.pair, dyad.verdict)).collect();
            let surveyed: BTreeMap<Pair, Verdict> = survey
                .dyads
                .iter()
                .filter_map(|dyad| Some((dyad.pair, dyad.contested.get(&two.sides)?.first()?.verdict)))
                .collect();
            prop_assert_eq!(&contested, &surveyed);
            prop_assert_eq!((two.both, two.contested), (shared.count(), contested.len()));
        }
    }

    #[test]
    fn every_statement_of_a_shared_dyad_is_paired_or_left_over(world in worlds(40)) {
        let corpus = plain(&world);
        for (a, b) in VIEWS {
            let difference = Difference::of(&corpus, &view(&corpus, a), &view(&corpus, b));
            for dyad in &difference.dyads {
                let [first, second] = answered(dyad);
                if dyad.shared() {
                    prop_assert_eq!((&first, &second), (&dyad.a, &dyad.b));
                } else {
                    prop_assert!(first.is_empty() && second.is_empty());
                }
            }
        }
    }

    #[test]
    fn no_statement_is_lost(world in worlds(40)) {
        let corpus = plain(&world);
        for (a, b) in VIEWS {
            let views = [view(&corpus, a), view(&corpus, b)];
            let difference = Difference::of(&corpus, &views[0], &views[1]);
            for side in 0..2 {
                let found = difference.dyads.iter().flat_map(|dyad| match dyad.silence() {
                    Some(_) => [&dyad.a, &dyad.b][side].clone(),
                    None => answered(dyad)[side].clone(),
                });
                let found: BTreeSet<_> = found.collect();
                let aggregation = views[side].aggregation(&corpus);
                let related = |view: &View| -> BTreeSet<_> {
                    let record = view.record(&corpus).into_iter();
                    record.filter(|id| !aggregation.pairs(corpus.relation(*id)).is_empty()).collect()
                };
                // Of what is selected nothing, and no more than the witness says on those dyads.
                prop_assert!(related(&views[side]).is_subset(&found));
                prop_assert!(found.is_subset(&related(&views[side].witness())));
            }
        }
    }

    #[test]
    fn filters_select_less_and_commute(world in worlds(30), first in selections(), second in selections(), said_by in prop::sample::select(&["*", "thucydides"])) {
        let corpus = plain(&world);
        let known = |text: &str| View::parse(text, &corpus).is_ok();
        let key = |text: &str| text.split('=').next().map(str::to_owned);
        prop_assume!(key(&first) != key(&second));
        prop_assume!(known(&format!("*:{first}")) && known(&format!("*:{second}")));
        let all = record(&corpus, said_by);
        let (one, two) = (record(&corpus, &format!("{said_by}:{first}")), record(&corpus, &format!("{said_by}:{second}")));
        prop_assert!(one.is_subset(&all));
        let both = record(&corpus, &format!("{said_by}:{first},{second}"));
        prop_assert_eq!(&both, &record(&corpus, &format!("{said_by}:{second},{first}")));
        let of_both: BTreeSet<_> = one.intersection(&two).copied().collect();
        // How near an actor is depends on what else is selected.
        if [&first, &second].into_iter().any(|text| text.starts_with("near=")) {
            prop_assert!(both.is_subset(&of_both));
        } else {
            prop_assert_eq!(both, of_both);
        }
    }

    #[test]
    fn no_whole_is_drawn_where_members_are_asked_for(world in worlds(30)) {
        let corpus = plain(&world);
        let whole = |actor: ActorId, id: RelationId| !corpus.parts(actor, corpus.reference(corpus.relation(id))).is_empty();
        let network = Network::of(&corpus, &view(&corpus, "*:standing=any,collective=members"));
        for (from, to, edge) in network.edges() {
            prop_assert!(edge.relations.iter().all(|id| !whole(from, *id) && !whole(to, *id)), "{edge:?}");
        }
        let wholes = Network::of(&corpus, &view(&corpus, "*:standing=any"));
        prop_assert!(wholes.self_ties == 0 && wholes.edges().all(|(from, to, _)| from != to));
    }

    #[test]
    fn a_picture_shows_a_part_of_the_record(world in worlds(30), selection in selections()) {
        let corpus = plain(&world);
        let text = format!("*:{selection}");
        prop_assume!(View::parse(&text, &corpus).is_ok());
        let (record, view) = (record(&corpus, &text), view(&corpus, &text));
        prop_assert!(view.shown(&corpus).iter().all(|id| record.contains(id)));
        let network = Network::of(&corpus, &view);
        for (_, _, edge) in network.edges() {
            prop_assert!(edge.relations.iter().all(|id| record.contains(id)));
            let one = |id: &RelationId| corpus.relation(*id).sign == edge.sign && corpus.relation(*id).factuality() == edge.factuality;
            prop_assert!(edge.relations.iter().all(one));
        }
        prop_assert_eq!(network.view.level, Level::Actor);
    }
}
