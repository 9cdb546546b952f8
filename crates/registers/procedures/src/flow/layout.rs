//! Where boxes and lines of a picture stand: rows are given, the order in a row avoids crossings, long lines go around boxes.

/// A box, and the room around it, in units of the picture.
pub const WIDTH: f64 = 126.0;
pub const HEIGHT: f64 = 58.0;
const GAP: f64 = 16.0;
const ROW: f64 = 114.0;
const MARGIN: f64 = 14.0;
/// The room of a line that passes a row.
const PASSING: f64 = 18.0;
/// How far beside the middle of a box a line that leads back stands.
const BESIDE: f64 = 30.0;
const SWEEPS: usize = 24;
/// How strongly every box is drawn to the middle of the picture, beside what it is joined to.
const PULL: f64 = 0.15;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrow {
    pub from: usize,
    pub to: usize,
}

/// Boxes by number with their rows, and arrows between them.
pub struct Graph {
    pub rows: Vec<usize>,
    pub arrows: Vec<Arrow>,
}

/// The middle of each box, and each arrow as points to be joined.
pub struct Drawn {
    pub width: f64,
    pub height: f64,
    pub places: Vec<(f64, f64)>,
    pub lines: Vec<Vec<(f64, f64)>>,
}

/// A box or the passage of a line, with what it is joined to in the row above and below.
struct Stop {
    row: usize,
    width: f64,
    x: f64,
    joined: Vec<usize>,
}

pub fn layout(graph: &Graph) -> Drawn {
    let mut stops: Vec<Stop> =
        graph.rows.iter().map(|row| Stop { row: *row, width: WIDTH, x: 0.0, joined: Vec::new() }).collect();
    let ways: Vec<Vec<usize>> = graph.arrows.iter().map(|arrow| way(&mut stops, *arrow)).collect();
    for way in &ways {
        for pair in way.windows(2) {
            stops[pair[0]].joined.push(pair[1]);
            stops[pair[1]].joined.push(pair[0]);
        }
    }
    let deepest = stops.iter().map(|stop| stop.row).max().unwrap_or(0);
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); deepest + 1];
    stops.iter().enumerate().for_each(|(number, stop)| rows[stop.row].push(number));
    rows.iter().for_each(|row| spread(&mut stops, row, None));
    for sweep in 0..SWEEPS {
        let down = sweep % 2 == 0;
        for at in 0..rows.len() {
            let at = if down { at } else { rows.len() - 1 - at };
            settle(&mut stops, &mut rows[at]);
        }
    }
    let left = stops.iter().map(|stop| stop.x - stop.width / 2.0).fold(f64::INFINITY, f64::min);
    let shift = MARGIN - if left.is_finite() { left } else { 0.0 };
    stops.iter_mut().for_each(|stop| stop.x += shift);
    let width = stops.iter().map(|stop| stop.x + stop.width / 2.0).fold(0.0, f64::max) + MARGIN;
    let height = deepest as f64 * ROW + HEIGHT + 2.0 * MARGIN;
    let middle = |row: usize| row as f64 * ROW + HEIGHT / 2.0 + MARGIN;
    Drawn {
        width,
        height: height + if same_row(graph, deepest) { ROW / 2.0 } else { 0.0 },
        places: stops[..graph.rows.len()].iter().map(|stop| (stop.x, middle(stop.row))).collect(),
        lines: ways.iter().map(|way| line(&stops, way, &middle)).collect(),
    }
}

/// Whether a line hangs below the last row.
fn same_row(graph: &Graph, deepest: usize) -> bool {
    graph.arrows.iter().any(|arrow| graph.rows[arrow.from] == deepest && graph.rows[arrow.to] == deepest)
}

/// The stops of an arrow: its ends, and a passage through each row between them.
fn way(stops: &mut Vec<Stop>, arrow: Arrow) -> Vec<usize> {
    let (from, to) = (stops[arrow.from].row, stops[arrow.to].row);
    let between: Vec<usize> = if from < to { (from + 1..to).collect() } else { (to + 1..from).rev().collect() };
    let mut way = vec![arrow.from];
    for row in between {
        stops.push(Stop { row, width: PASSING, x: 0.0, joined: Vec::new() });
        way.push(stops.len() - 1);
    }
    way.push(arrow.to);
    way
}

/// Puts a row in the order of what it is joined to, each as near to that as there is room. The middle is at 0.
fn settle(stops: &mut [Stop], row: &mut Vec<usize>) {
    let wish = |stops: &[Stop], at: usize| {
        let joined: Vec<f64> =
            stops[at].joined.iter().filter(|other| stops[**other].row != stops[at].row).map(|other| stops[*other].x).collect();
        joined.iter().sum::<f64>() / (joined.len() as f64 + PULL)
    };
    let mut wished: Vec<(f64, usize)> = row.iter().map(|at| (wish(stops, *at), *at)).collect();
    wished.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    *row = wished.iter().map(|(_, at)| *at).collect();
    let wishes: Vec<f64> = wished.iter().map(|(wish, _)| *wish).collect();
    spread(stops, row, Some(&wishes));
}

/// Gives each of a row its room: the mean of what pushing to the right and pushing to the left would give.
fn spread(stops: &mut [Stop], row: &[usize], wishes: Option<&[f64]>) {
    let room = |a: usize, b: usize| (stops[a].width + stops[b].width) / 2.0 + GAP;
    let mut right: Vec<f64> = Vec::with_capacity(row.len());
    for (number, at) in row.iter().enumerate() {
        let wish = wishes.map_or(0.0, |wishes| wishes[number]);
        let least = number.checked_sub(1).map_or(f64::NEG_INFINITY, |before| right[before] + room(row[before], *at));
        right.push(wish.max(least));
    }
    let mut left: Vec<f64> = vec![0.0; row.len()];
    for number in (0..row.len()).rev() {
        let wish = wishes.map_or(0.0, |wishes| wishes[number]);
        let most = row.get(number + 1).map_or(f64::INFINITY, |after| left[number + 1] - room(row[number], *after));
        left[number] = wish.min(most);
    }
    for (number, at) in row.iter().enumerate() {
        stops[*at].x = (right[number] + left[number]) / 2.0;
    }
}

/// An arrow as points: down from box to box, back up beside the middle, or below both within a row.
fn line(stops: &[Stop], way: &[usize], middle: &dyn Fn(usize) -> f64) -> Vec<(f64, f64)> {
    let (Some(first), Some(last)) = (way.first().map(|at| &stops[*at]), way.last().map(|at| &stops[*at])) else {
        return Vec::new();
    };
    let (from, to) = (middle(first.row), middle(last.row));
    let between = way[1..way.len() - 1].iter().map(|at| (stops[*at].x, middle(stops[*at].row)));
    let half = HEIGHT / 2.0;
    let ends = match first.row.cmp(&last.row) {
        std::cmp::Ordering::Less => ((first.x, from + half), (last.x, to - half)),
        std::cmp::Ordering::Greater => ((first.x + BESIDE, from - half), (last.x + BESIDE, to + half)),
        std::cmp::Ordering::Equal => ((first.x - BESIDE, from + half), (last.x - BESIDE, to + half)),
    };
    [ends.0].into_iter().chain(between).chain([ends.1]).collect()
}
