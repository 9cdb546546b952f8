//! The way of a file as a picture: states in rows from the first to the last, actions as arrows with numbers, and the same as a list.

mod layout;

use crate::model::{Action, Phase, Procedure, State};
use kernel::{Label, Lang};
use layout::{Arrow, Graph, HEIGHT, WIDTH};
use platform::{Json, context};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Signs on a line of a state's name, and lines.
const LINE: usize = 18;
const LINES: usize = 3;
const LINE_HEIGHT: i64 = 15;
/// Where the mark of an arrow may stand, as parts of its first piece, the best first.
const SPOTS: [f64; 5] = [0.5, 0.35, 0.65, 0.22, 0.78];
const NEAR: f64 = 20.0;
/// How deep a line hangs that joins two boxes of one row.
const BELOW: f64 = 44.0;
/// How many rows stand above what may happen in every open state.
const ANYWHERE_ROW: usize = 2;

/// The picture and the list of a procedure in a language; in one that is written from the right the picture is turned.
/// `anywhere` is how the place that stands for every open state is called.
pub fn drawing(procedure: &Procedure, lang: Lang, anywhere: &str) -> Json {
    let (graph, edges) = graph(procedure);
    let drawn = layout::layout(&graph);
    let rtl = lang == Lang::Ar;
    let turn = |x: f64| if rtl { drawn.width - x } else { x };
    let nodes: Vec<Json> = drawn
        .places
        .iter()
        .enumerate()
        .map(|(number, (x, y))| node(procedure.states.get(number), (turn(*x), *y), (lang, anywhere)))
        .collect();
    let mut marks: Vec<(f64, f64)> = Vec::new();
    let mut arrows: Vec<Json> = Vec::new();
    let mut badges: Vec<Json> = Vec::new();
    for (line, (arrow, numbers)) in drawn.lines.iter().zip(&edges) {
        let points: Vec<(f64, f64)> = line.iter().map(|(x, y)| (turn(*x), *y)).collect();
        let alone = numbers.iter().all(|number| procedure.actions.get(*number).is_some_and(is_of_clock));
        arrows.push(context! { d => path(&points), clock => alone, back => arrow.to < arrow.from });
        let spot = free_spot(&points, &marks);
        marks.push(spot);
        let text = numbers.iter().map(|number| (number + 1).to_string()).collect::<Vec<_>>().join(" ");
        badges.push(context! { x => round(spot.0), y => round(spot.1), width => 8 + 8 * text.len(), text => text });
    }
    context! { width => round(drawn.width), height => round(drawn.height), nodes => nodes, arrows => arrows, badges => badges, states => list(procedure) }
}

fn is_of_clock(action: &Action) -> bool {
    action.by.iter().all(|by| by == "system")
}

/// The states and, after them, one place that stands for every open state; arrows with the actions that they show.
fn graph(procedure: &Procedure) -> (Graph, Vec<(Arrow, Vec<usize>)>) {
    let at = |id: &str| procedure.states.iter().position(|state| state.id == id);
    let anywhere = procedure.states.len();
    let mut edges: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (number, action) in procedure.actions.iter().enumerate() {
        let Some(to) = at(&action.to) else { continue };
        let from: BTreeSet<usize> =
            if action.anywhere { [anywhere].into() } else { action.from.iter().filter_map(|id| at(id)).collect() };
        for from in from.into_iter().filter(|from| *from != to) {
            edges.entry((from, to)).or_default().push(number);
        }
    }
    let arrows: Vec<Arrow> = edges.keys().map(|(from, to)| Arrow { from: *from, to: *to }).collect();
    let count = if arrows.iter().any(|arrow| arrow.from == anywhere) { anywhere + 1 } else { anywhere };
    let rows = rows(procedure, count, &arrows);
    let edges = edges.into_iter().map(|((from, to), numbers)| (Arrow { from, to }, numbers)).collect();
    (Graph { rows, arrows }, edges)
}

/// The row of each state: how many actions away from the first it is; an end stands below all that lead to it.
fn rows(procedure: &Procedure, count: usize, arrows: &[Arrow]) -> Vec<usize> {
    let first = |state: &State| state.incomplete || (state.start && procedure.incomplete().is_none());
    let mut rows: Vec<Option<usize>> = vec![None; count];
    let mut open: VecDeque<usize> =
        procedure.states.iter().enumerate().filter(|(_, state)| first(state)).map(|(at, _)| at).collect();
    open.iter().for_each(|at| rows[*at] = Some(0));
    if count > procedure.states.len() {
        rows[count - 1] = Some(ANYWHERE_ROW);
    }
    let walk = |open: &mut VecDeque<usize>, rows: &mut Vec<Option<usize>>| {
        while let Some(at) = open.pop_front() {
            for to in arrows.iter().filter(|arrow| arrow.from == at).map(|arrow| arrow.to) {
                if rows[to].is_none() {
                    rows[to] = rows[at].map(|row| row + 1);
                    open.push_back(to);
                }
            }
        }
    };
    walk(&mut open, &mut rows);
    // What only leads on from everywhere, such as a silence, comes after that.
    if count > procedure.states.len() {
        open.push_back(count - 1);
        walk(&mut open, &mut rows);
    }
    for (at, _) in procedure.states.iter().enumerate().filter(|(_, state)| state.end) {
        let lowest = arrows.iter().filter(|arrow| arrow.to == at).filter_map(|arrow| rows[arrow.from]).max();
        rows[at] = lowest.map(|row| row + 1).or(rows[at]);
    }
    rows.into_iter().map(|row| row.unwrap_or(0)).collect()
}

fn node(state: Option<&State>, place: (f64, f64), called: (Lang, &str)) -> Json {
    let ((x, y), (lang, anywhere)) = (place, called);
    let lines = wrapped(state.map_or(anywhere, |state| state.name.text(lang)));
    let top = y as i64 - (lines.len() as i64 - 1) * LINE_HEIGHT / 2 + 4;
    let lines: Vec<Json> =
        lines.iter().enumerate().map(|(at, text)| context! { text => text, y => top + at as i64 * LINE_HEIGHT }).collect();
    context! {
        x => round(x - WIDTH / 2.0), y => round(y - HEIGHT / 2.0), width => WIDTH as i64, height => HEIGHT as i64, middle => round(x),
        lines => lines, tone => state.map(tone), start => state.is_some_and(|state| state.start), end => state.is_some_and(|state| state.end), anywhere => state.is_none(),
    }
}

/// The colour of a phase, the same as its pill's.
fn tone(state: &State) -> &'static str {
    match state.phase {
        Phase::Filed | Phase::InProgress => "river",
        Phase::WaitingApplicant | Phase::WaitingOther => "future",
        Phase::Decided => "forest",
        Phase::Closed => "",
    }
}

/// A name on a few short lines.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// How far down or up a piece of a line goes before it turns: half the way, or below two boxes of one row.
fn bends(from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    if (from.1 - to.1).abs() < 1.0 {
        return (from.1 + BELOW, to.1 + BELOW);
    }
    let middle = (from.1 + to.1) / 2.0;
    (middle, middle)
}

/// A line through points, each piece leaving and arriving upright.
fn path(points: &[(f64, f64)]) -> String {
    let mut drawn = String::new();
    for (number, (x, y)) in points.iter().enumerate() {
        if number == 0 {
            drawn = format!("M{} {}", round(*x), round(*y));
        } else {
            let before = points[number - 1];
            let (leaving, arriving) = bends(before, (*x, *y));
            drawn +=
                &format!("C{} {} {} {} {} {}", round(before.0), round(leaving), round(*x), round(arriving), round(*x), round(*y));
        }
    }
    drawn
}

/// A point of the line at which no other mark stands.
fn free_spot(points: &[(f64, f64)], taken: &[(f64, f64)]) -> (f64, f64) {
    let (Some(a), Some(b)) = (points.first(), points.get(1)) else { return (0.0, 0.0) };
    let on = |part: f64| {
        let (one, two, three, four) =
            ((1.0 - part).powi(3), 3.0 * (1.0 - part).powi(2) * part, 3.0 * (1.0 - part) * part.powi(2), part.powi(3));
        let (leaving, arriving) = bends(*a, *b);
        ((one + two) * a.0 + (three + four) * b.0, one * a.1 + two * leaving + three * arriving + four * b.1)
    };
    let free = |spot: &(f64, f64)| taken.iter().all(|other| (other.0 - spot.0).hypot(other.1 - spot.1) > NEAR);
    SPOTS.iter().map(|part| on(*part)).find(free).unwrap_or_else(|| on(SPOTS[0]))
}

fn round(value: f64) -> i64 {
    value.round() as i64
}

/// The same in words: each state with what leads on from it; what may be done from every open state comes last.
fn list(procedure: &Procedure) -> Vec<Json> {
    let name = |id: &str| procedure.state(id).map_or_else(|| Label::new(id, id), |state| state.name.clone());
    let needs = [&crate::edit::shown::GIVEN[..], &crate::HOLDS].concat();
    let words = |family: &str, known: &[&str], all: &[String]| {
        let key = |word: &String| {
            known.contains(&word.as_str()).then(|| format!("procedures-{family}-{}", word.replace(['_', '.'], "-")))
        };
        all.iter().map(|word| context! { word => word, key => key(word) }).collect::<Vec<_>>()
    };
    let said = |(number, action): (usize, &Action)| {
        context! { number => number + 1, id => action.id, name => action.name, to => name(&action.to), by => words("who", &crate::edit::shown::WHO, &action.by), requires => words("need", &needs, &action.requires) }
    };
    let of = |wanted: &dyn Fn(&Action) -> bool| {
        procedure.actions.iter().enumerate().filter(|(_, action)| wanted(action)).map(said).collect::<Vec<_>>()
    };
    let mut all: Vec<Json> = procedure
        .states
        .iter()
        .map(|state| {
            let clocks: Vec<Json> = procedure.clocks.iter().filter(|clock| clock.starts == state.id).map(|clock| context! { text => clock.source.text }).collect();
            let opinions: Vec<&Label> = procedure.service.opinions.iter().filter(|one| one.on == state.id).map(|one| &one.title).collect();
            context! {
                id => state.id, name => state.name, phase => state.phase, start => state.start, end => state.end, clocks => clocks, opinions => opinions,
                actions => of(&|action| !action.anywhere && action.from.contains(&state.id)),
            }
        })
        .collect();
    let anywhere = of(&|action| action.anywhere);
    if !anywhere.is_empty() {
        all.push(context! { id => (), name => (), phase => (), start => false, end => false, clocks => Vec::<Json>::new(), opinions => Vec::<Json>::new(), actions => anywhere });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use platform::Pack;

    fn repair() -> Procedure {
        let (_, catalog) = load::example(&Pack::Embedded, "procedures/services/p21-repair-permit.toml").unwrap();
        catalog.requests.values().next().map(|one| (**one).clone()).unwrap()
    }

    #[test]
    fn every_state_stands_alone_and_every_action_has_an_arrow() {
        let procedure = repair();
        let drawn = drawing(&procedure, Lang::Fr, "Partout");
        let nodes = drawn["nodes"].as_array().unwrap();
        assert_eq!(nodes.len(), procedure.states.len() + 1);
        let at: Vec<(i64, i64)> = nodes.iter().map(|node| (node["x"].as_i64().unwrap(), node["y"].as_i64().unwrap())).collect();
        for (number, one) in at.iter().enumerate() {
            assert!(one.0 >= 0 && one.0 + WIDTH as i64 <= drawn["width"].as_i64().unwrap());
            for other in &at[..number] {
                assert!((one.0 - other.0).abs() >= WIDTH as i64 || (one.1 - other.1).abs() >= HEIGHT as i64, "{one:?} {other:?}");
            }
        }
        let shown: BTreeSet<String> = drawn["badges"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|badge| badge["text"].as_str().unwrap().split(' ').map(str::to_owned))
            .collect();
        let moving = procedure.actions.iter().enumerate().filter(|(_, action)| action.from.iter().any(|from| *from != action.to));
        assert!(moving.map(|(number, _)| (number + 1).to_string()).all(|number| shown.contains(&number)));
    }

    #[test]
    fn the_first_state_stands_above_the_study_and_ends_below_what_leads_to_them() {
        let procedure = repair();
        let (graph, _) = graph(&procedure);
        let row = |id: &str| graph.rows[procedure.states.iter().position(|state| state.id == id).unwrap()];
        assert!(row("incomplete") < row("filed") && row("filed") < row("study") && row("study") < row("granted"));
        assert!(row("delivered") > row("granted") && row("given_back") > row("missing"));
    }

    #[test]
    fn arabic_is_drawn_from_the_right() {
        let procedure = repair();
        let (fr, ar) = (drawing(&procedure, Lang::Fr, "Partout"), drawing(&procedure, Lang::Ar, "أينما كان"));
        let width = fr["width"].as_i64().unwrap();
        let (left, right) = (fr["nodes"][0]["middle"].as_i64().unwrap(), ar["nodes"][0]["middle"].as_i64().unwrap());
        assert!((left + right - width).abs() <= 1);
        assert!(ar["nodes"][0]["lines"][0]["text"].as_str().unwrap().contains("ملف"));
    }
}
