//! Random networks of two kinds, the same for the same seed: what a slide shows (25 actors, 70 labelled edges, few of them at
//! the centre of most), and the upper end of what a picture can hold (60 actors in four blocs, 180 labelled edges).

use std::collections::BTreeSet;

use parallax_layout::{Edge, Node, Problem, Shape};
use parallax_render::FAMILIES;
use rustybuzz::{Face, UnicodeBuffer, shape};

use crate::generator::Generator;

const ACTORS: &str = "\
    Argentina,Brazil,Canada,Bosnia and Herzegovina,Democratic Party,Egypt,European Parliament,Finland,\
    Gulf states,Holy See,India,International Court of Justice,Japan,Kazakhstan,Lebanon,Mexico,NATO,New Zealand,\
    Norway,OECD,Pakistan,Peru,Prime Minister,Republic of Korea,Security Council,Senate,South Africa,Sweden,\
    Trade unions,UN,United Kingdom,Uruguay,Vietnam,World Bank,Xinjiang,Yemen,Zambia";

const VERBS: &str = "\
    accuses,aid votes,allies with,arms,arms transfers,backs,blocks,border closure,criticises,demands spending,\
    expels,export controls,funds,gas imports,governs,guarantees,hosts troops,leads,loans,mediates,member,\
    negotiates with,oil purchases,opposes,peace talks,rivals,sanctions,seeks membership,strikes,summit,tariffs,\
    threatens,trade,trade truce,trades with,training,withholds aid";

/// A kind of network.
pub(crate) struct Kind {
    /// What it is called.
    pub(crate) name: &'static str,
    make: fn(&mut Generator) -> Vec<(usize, usize)>,
    name_of: fn(usize, &mut Generator) -> String,
}

/// Both kinds.
pub(crate) const KINDS: &[Kind] = &[
    Kind { name: "25 actors, 70 ties", make: slide, name_of: |_, random| one_of(ACTORS, random).to_owned() },
    Kind { name: "up to 60 actors, 180 ties", make: large, name_of: long_name },
];

impl Kind {
    /// The network of a seed, with sizes as text has them.
    pub(crate) fn problem(&self, seed: u64) -> Problem {
        let mut random = Generator::new(seed);
        let ends = connected(&(self.make)(&mut random));
        let count = ends.iter().map(|&(a, b)| a.max(b) + 1).max().unwrap_or(0);
        let node = |index| {
            let name = (self.name_of)(index, &mut random);
            Node { width: width(&name, 12.0) + 16.0, height: 24.0, shape: Shape::Rect, pin: None }
        };
        let nodes = (0..count).map(node).collect();
        let mut edge = |(from, to)| Edge {
            from,
            to,
            label: (width(one_of(VERBS, &mut random), 9.0) + 4.0, 12.5),
            mark: 0.0,
            weight: 1.0,
        };
        Problem { nodes, edges: ends.into_iter().map(&mut edge).collect(), groups: Vec::new() }
    }
}

/// A word of a list.
fn one_of<'a>(list: &'a str, random: &mut Generator) -> &'a str {
    let words: Vec<&str> = list.split(',').collect();
    random.pick::<&str>(&words)
}

/// The width of a line of text in the bundled face, in pixels.
fn width(text: &str, size: f64) -> f64 {
    let face = Face::from_slice(FAMILIES[0].data[0], 0).expect("the bundled face");
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    let advance: i32 = shape(&face, &[], buffer).glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
    f64::from(advance) * size / f64::from(face.units_per_em())
}

/// 50 pairs, 20 of them taken up again, mostly the other way round. The first actors have most of the pairs.
fn slide(random: &mut Generator) -> Vec<(usize, usize)> {
    let shares: Vec<usize> = (1..=25).map(|rank| 1_000 / (rank + 1)).collect();
    let weighted = |random: &mut Generator, below: usize| {
        let mut left = random.below(shares[..below].iter().sum());
        shares[..below]
            .iter()
            .position(|&share| {
                left < share || {
                    left -= share;
                    false
                }
            })
            .unwrap_or(0)
    };
    // Every actor is tied to one before it, so that the whole hangs together.
    let mut pairs: BTreeSet<(usize, usize)> = (1..25).map(|actor| (weighted(random, actor), actor)).collect();
    while pairs.len() < 50 {
        let (a, b) = (weighted(random, 25), weighted(random, 25));
        if a != b {
            pairs.insert((a.min(b), a.max(b)));
        }
    }
    let turned = |random: &mut Generator, (a, b)| if random.below(2) == 0 { (a, b) } else { (b, a) };
    let mut ends: Vec<(usize, usize)> = pairs.into_iter().map(|pair| turned(random, pair)).collect();
    for _ in 0..20 {
        let (a, b) = *random.pick(&ends);
        ends.push(if random.below(3) == 0 { (a, b) } else { (b, a) });
    }
    ends
}

/// Four blocs of 20, 15, 15 and 10, tied within by 16 % of their pairs and to others by 2 %; 150 of these edges, 15 of them
/// doubled and 15 answered.
fn large(random: &mut Generator) -> Vec<(usize, usize)> {
    let bloc = |actor: usize| [20, 35, 50].iter().filter(|&&end| actor >= end).count();
    let all = (0..60).flat_map(|a| (0..60).map(move |b| (a, b))).filter(|(a, b)| a != b);
    let tied: Vec<(usize, usize)> =
        all.filter(|&(a, b)| random.below(100) < if bloc(a) == bloc(b) { 16 } else { 2 }).collect();
    let mut ends: Vec<(usize, usize)> = random.order(tied.len()).into_iter().take(150).map(|k| tied[k]).collect();
    for _ in 0..15 {
        let double = *random.pick(&ends);
        ends.push(double);
    }
    for answered in random.order(150.min(tied.len())).into_iter().take(15) {
        let (a, b) = ends[answered];
        ends.push((b, a));
    }
    ends
}

fn long_name(index: usize, _: &mut Generator) -> String {
    let letter = char::from(b'A' + (index % 26) as u8);
    format!("Actor {letter}{index} {}", if index.is_multiple_of(3) { "Republic of" } else { "Party" })
}

/// What hangs together with the actor of most edges, numbered anew.
fn connected(ends: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut degree = [0; 60];
    for &(a, b) in ends {
        (degree[a], degree[b]) = (degree[a] + 1, degree[b] + 1);
    }
    let centre = (0..60).max_by_key(|&actor| degree[actor]).unwrap_or(0);
    let mut reached = BTreeSet::from([centre]);
    loop {
        let before = reached.len();
        for &(a, b) in ends {
            if reached.contains(&a) || reached.contains(&b) {
                reached.extend([a, b]);
            }
        }
        if reached.len() == before {
            break;
        }
    }
    let number = |actor: usize| reached.range(..actor).count();
    let kept = ends.iter().filter(|(a, _)| reached.contains(a));
    kept.map(|&(a, b)| (number(a), number(b))).collect()
}
