//! What Graphviz's programs answer as JSON: centres of boxes, lines, places of labels. Boxes are called `n0`, `n1`, ...,
//! lines have the ids `t0`, `t1`, ..., by the numbers of a problem; y is turned down.

use serde_json::Value;

use crate::chain::Chain;
use crate::geom::hundredth;
use crate::{Placement, Point, Problem, Route};

/// A drawing of Graphviz's.
#[derive(Debug, PartialEq)]
pub(super) struct Answer {
    /// The centres of the nodes.
    pub(super) nodes: Vec<Point>,
    /// The lines, where it drew one.
    pub(super) lines: Vec<Option<DrawnLine>>,
}

/// A line as Graphviz draws it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DrawnLine {
    pub(super) chain: Chain,
    /// The centre of its label.
    pub(super) label: Option<Point>,
}

impl Answer {
    /// Reads an answer; nothing if the place of a node is missing or no number.
    pub(super) fn read(answer: &[u8], problem: &Problem) -> Option<Self> {
        let answer: Value = serde_json::from_slice(answer).ok()?;
        let number = |text: Option<&str>, letter: char| text?.strip_prefix(letter)?.parse::<usize>().ok();
        let mut nodes: Vec<Option<Point>> = vec![None; problem.nodes.len()];
        for object in answer.get("objects")?.as_array()? {
            let index = number(text_at(object, "name"), 'n');
            if let (Some(place), Some(pos)) = (index.and_then(|index| nodes.get_mut(index)), text_at(object, "pos")) {
                *place = point(pos);
            }
        }
        let mut lines: Vec<Option<DrawnLine>> = vec![None; problem.edges.len()];
        for edge in answer.get("edges").and_then(Value::as_array).into_iter().flatten() {
            let place = number(text_at(edge, "id"), 't').and_then(|index| lines.get_mut(index));
            if let (Some(place), Some(chain)) = (place, text_at(edge, "pos").and_then(chain)) {
                *place = Some(DrawnLine { chain, label: text_at(edge, "lp").and_then(point) });
            }
        }
        Some(Self { nodes: nodes.into_iter().collect::<Option<_>>()?, lines })
    }
}

fn text_at<'a>(object: &'a Value, key: &str) -> Option<&'a str> {
    object.get(key).and_then(Value::as_str)
}

/// `x,y` or, of what is pinned, `x,y!`.
fn point(pos: &str) -> Option<Point> {
    let (x, y) = pos.trim_end_matches('!').split_once(',')?;
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.abs() < 1e7);
    Some(Point::new(hundredth(number(x)?), hundredth(-number(y)?)))
}

/// `[s,x,y] [e,x,y] point control control point ...`: the tips of arrowheads, then cubic curves.
fn chain(pos: &str) -> Option<Chain> {
    let (mut tail, mut head, mut points) = (None, None, Vec::new());
    // Of the pieces that `concentrate` makes, which is never asked for, only the first would be a line.
    for word in pos.split(';').next()?.split_whitespace() {
        match word.split_at_checked(2) {
            Some(("s,", tip)) => tail = Some(point(tip)?),
            Some(("e,", tip)) => head = Some(point(tip)?),
            _ => points.push(point(word)?),
        }
    }
    Chain::of_cubics(&points, tail, head)
}

/// The drawing that one of Graphviz's programs gave as JSON, exactly as it draws it: to measure it as we measure our own.
/// Nothing if the answer does not place every node.
#[must_use]
pub fn read_graphviz(answer: &[u8], problem: &Problem) -> Option<Placement> {
    let Answer { nodes, lines } = Answer::read(answer, problem)?;
    let route = |line: &Option<DrawnLine>| {
        line.as_ref().map_or_else(Route::default, |line| Route { curve: line.chain.gist(), label: line.label })
    };
    let edges = lines.iter().map(route).collect();
    let chains = lines.into_iter().map(|line| line.map(|line| line.chain)).collect();
    Some(Placement { nodes, edges, chains, ..Placement::default() }.finished(problem, 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edge, Node, Shape};

    fn problem(nodes: usize) -> Problem {
        let node = Node { width: 10.0, height: 10.0, shape: Shape::Rect, pin: None };
        let edges = vec![Edge { from: 0, to: 0, label: (9.0, 9.0), mark: 0.0, weight: 1.0 }];
        Problem { nodes: vec![node; nodes], edges, groups: Vec::new() }
    }

    #[test]
    fn odd_answers_give_no_positions() {
        let odd: [&[u8]; 7] = [
            b"",
            b"[]",
            b"{\"objects\": 3}",
            b"{\"objects\": [{\"name\": \"n0\"}]}",
            b"{\"objects\": [{\"name\": \"n0\", \"pos\": \"nan,1\"}]}",
            b"{\"objects\": [{\"name\": \"n0\", \"pos\": \"1\"}]}",
            b"{\"objects\": [{\"name\": \"n9\", \"pos\": \"1,1\"}]}",
        ];
        for answer in odd {
            assert_eq!(Answer::read(answer, &problem(1)), None, "{}", String::from_utf8_lossy(answer));
        }
        let good = b"{\"objects\": [{\"name\": \"cluster_0\"}, {\"name\": \"n0\", \"pos\": \"1,2.5!\"}]}";
        let read = Answer::read(good, &problem(1)).expect("a place");
        assert_eq!((read.nodes, read.lines), (vec![Point::new(1.0, -2.5)], vec![None]));
    }

    #[test]
    fn a_line_has_its_tips_and_odd_ones_are_none() {
        let line = chain("e,9,0 s,0,0 1,0 2,0 4,0 5,0 6,0 7,0 8,0").expect("a line");
        assert_eq!((line.start(), line.end()), (Point::new(0.0, 0.0), Point::new(9.0, 0.0)));
        assert_eq!(chain("1,0 2,0 4,0 5,0;7,7 8,8 9,9 1,1").expect("its first piece").end(), Point::new(5.0, 0.0));
        for odd in ["", "1,2", "1,0 2,0 4,0", "1,0 2,0 4,0 5,0 6,0", "1,0 2,0 4,0 x,0", "e,1", "é", "1,0 2,0 inf,0 5,0"]
        {
            assert_eq!(chain(odd), None, "{odd}");
        }
    }

    #[test]
    fn lines_are_taken_by_their_ids() {
        let answer = br#"{"objects": [{"name": "n0", "pos": "0,0"}],
            "edges": [{"id": "t0", "pos": "0,0 0,9 9,9 9,0", "lp": "4,5"}, {"id": "t7", "pos": "0,0"}, {"id": "x"}, 3]}"#;
        let drawing = read_graphviz(answer, &problem(1)).expect("a drawing");
        assert_eq!(drawing.edges[0].label, Some(Point::new(4.0, -5.0)));
        assert_eq!(drawing.curves(0).last().map(|curve| curve.end), Some(Point::new(9.0, 0.0)));
    }
}
