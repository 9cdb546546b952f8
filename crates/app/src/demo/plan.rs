//! The life of each invented report, decided beforehand: what it is about, and what happens to it after how long.

use super::dice::Dice;

/// One thing that somebody does with a report.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    Moderate,
    Sort,
    Take,
    Note,
    Ask,
    Reply,
    Plan,
    Arrive,
    Refer,
    /// Ends with this outcome of the pack.
    Answer(&'static str),
    Withdraw,
    Merge,
    Rate(i64),
    Reopen,
}

/// A step, in seconds after the report was filed.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    pub after_secs: i64,
    pub step: Step,
}

/// Category and how often it comes, of a thousand.
const WEIGHTS: [(&str, usize); 36] = [
    ("street-lamp-out", 210),
    ("dangerous-pole", 20),
    ("uncollected-waste", 150),
    ("bin-missing-or-burnt", 45),
    ("rubble", 50),
    ("illegal-dump", 30),
    ("street-sweeping", 25),
    ("pothole", 85),
    ("broken-pavement", 35),
    ("open-manhole", 25),
    ("flooding-blocked-drain", 30),
    ("water-leak", 20),
    ("traffic-lights-signs", 30),
    ("crossing-accessibility", 8),
    ("illegal-speed-bump", 8),
    ("public-space-occupied", 45),
    ("street-vendors", 18),
    ("parking-attendants", 15),
    ("stray-dogs", 28),
    ("insects-rodents", 20),
    ("bad-smells", 10),
    ("food-hygiene", 6),
    ("noise", 18),
    ("workshop-nuisance", 8),
    ("unlicensed-business", 4),
    ("illegal-building", 6),
    ("building-at-risk", 10),
    ("unsafe-site", 6),
    ("parks-trees", 25),
    ("damaged-facility", 14),
    ("market-cleanliness", 9),
    ("cemetery", 5),
    ("urban-transport", 8),
    ("late-file-poor-reception", 6),
    ("system-down", 4),
    ("corruption", 2),
];

pub fn category(dice: &mut Dice) -> &'static str {
    let total: usize = WEIGHTS.iter().map(|(_, weight)| weight).sum();
    let mut left = dice.below(total);
    for (id, weight) in WEIGHTS {
        if left < weight {
            return id;
        }
        left -= weight;
    }
    WEIGHTS[0].0
}

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// Seconds before now at which the report was filed: two years, and more of them lately.
pub fn age(dice: &mut Dice, place: usize, of: usize) -> i64 {
    let part = 1.0 - place as f64 / of.max(1) as f64;
    let secs = (part.powf(1.35) * 728.0 * DAY as f64) as i64;
    (secs + dice.between(-6 * HOUR, 6 * HOUR)).max(20 * 60)
}

/// Reports younger than this may stop half-way, so that every stage is inhabited.
pub const YOUNG_SECS: i64 = 12 * DAY;

/// What happens, for a category whose service target is `target_hours`. `ours` is false when another body must act.
pub fn life(dice: &mut Dice, target_hours: i64, ours: bool, age_secs: i64) -> Vec<Due> {
    let mut steps = whole_life(dice, target_hours, ours);
    if age_secs < YOUNG_SECS && dice.happens(45) {
        stop_early(dice, &mut steps, age_secs);
    }
    steps
}

/// What a young report waits for: to be sorted, a word of its author, or somebody else after it was reopened.
fn stop_early(dice: &mut Dice, steps: &mut Vec<Due>, age_secs: i64) {
    let spell: &[Step] = match dice.below(4) {
        0 => &[Step::Sort],
        1 => &[Step::Take, Step::Ask],
        2 => &[Step::Take, Step::Answer("done"), Step::Reopen],
        _ => &[Step::Take],
    };
    let pace = age_secs / (spell.len() as i64 + 1);
    steps.truncate(1);
    steps.extend(
        spell.iter().enumerate().map(|(place, step)| Due { after_secs: pace * (place as i64 + 1) * 3 / 4, step: step.clone() }),
    );
}

fn whole_life(dice: &mut Dice, target_hours: i64, ours: bool) -> Vec<Due> {
    let mut steps = Vec::new();
    let mut at = dice.between(HOUR / 4, 10 * HOUR);
    steps.push(Due { after_secs: at, step: Step::Moderate });
    if dice.happens(2) {
        steps.push(Due { after_secs: dice.between(HOUR, 3 * DAY), step: Step::Withdraw });
        return steps;
    }
    at = dice.between(HOUR / 2, (target_hours * HOUR / 3).max(2 * HOUR));
    steps.push(Due { after_secs: at, step: Step::Take });
    if dice.happens(12) {
        at += dice.between(HOUR, 20 * HOUR);
        steps.push(Due { after_secs: at, step: Step::Note });
    }
    if dice.happens(9) {
        at += dice.between(HOUR, DAY);
        steps.push(Due { after_secs: at, step: Step::Ask });
        at += dice.between(HOUR, 3 * DAY);
        steps.push(Due { after_secs: at, step: Step::Reply });
    }
    if !ours && dice.happens(70) {
        at += dice.between(HOUR, DAY);
        steps.push(Due { after_secs: at, step: Step::Refer });
        at += dice.between(2 * DAY, 14 * DAY);
    } else if dice.happens(45) {
        at += dice.between(HOUR, DAY);
        steps.push(Due { after_secs: at, step: Step::Plan });
        at += dice.between(DAY / 2, 2 * DAY);
        steps.push(Due { after_secs: at, step: Step::Arrive });
    }
    at += work(dice, target_hours);
    end(dice, &mut steps, at, ours);
    steps
}

/// Most work is done about the target; some of it takes many times as long.
fn work(dice: &mut Dice, target_hours: i64) -> i64 {
    let span = target_hours * HOUR;
    match dice.below(100) {
        0..=71 => dice.between(span / 8, span * 3 / 4),
        72..=91 => dice.between(span * 3 / 4, span * 2),
        _ => dice.between(span * 2, span * 6),
    }
}

fn end(dice: &mut Dice, steps: &mut Vec<Due>, mut at: i64, ours: bool) {
    let outcome = match dice.below(100) {
        _ if !ours && dice.happens(60) => "not_ours_transferred",
        0..=79 => "done",
        80..=86 => "refused_with_reason",
        87..=91 => "already_fixed",
        _ => {
            steps.push(Due { after_secs: at, step: Step::Merge });
            return;
        }
    };
    steps.push(Due { after_secs: at, step: Step::Answer(outcome) });
    if outcome == "done" && dice.happens(8) {
        at += dice.between(6 * HOUR, 8 * DAY);
        steps.push(Due { after_secs: at, step: Step::Reopen });
        at += dice.between(2 * HOUR, DAY);
        steps.push(Due { after_secs: at, step: Step::Take });
        at += dice.between(6 * HOUR, 5 * DAY);
        steps.push(Due { after_secs: at, step: Step::Answer("done") });
    }
    if dice.happens(38) {
        let content = [5, 5, 5, 4, 4, 4, 3, 3, 2, 1];
        let marks = if matches!(outcome, "done" | "already_fixed") { &content[..8] } else { &content[5..] };
        let mark = dice.one(marks).copied().unwrap_or(3);
        steps.push(Due { after_secs: at + dice.between(HOUR, 6 * DAY), step: Step::Rate(mark) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_follow_each_other_and_reports_grow_with_the_years() {
        let mut dice = Dice::new(1);
        for _ in 0..500 {
            let life = life(&mut dice, 26, true, 90 * DAY);
            let work: Vec<i64> = life.iter().filter(|due| due.step != Step::Moderate).map(|due| due.after_secs).collect();
            assert!(work.is_sorted(), "{life:?}");
        }
        let ages: Vec<i64> = (0..2_000).map(|place| age(&mut dice, place, 2_000)).collect();
        let (first_year, last_year) =
            ages.iter().fold((0, 0), |(a, b), age| if *age > 364 * DAY { (a + 1, b) } else { (a, b + 1) });
        assert!(last_year > first_year && first_year > 500, "{first_year} {last_year}");
    }

    #[test]
    fn every_category_of_the_pack_comes_up() {
        let mut dice = Dice::new(2);
        let seen: std::collections::BTreeSet<&str> = (0..20_000).map(|_| category(&mut dice)).collect();
        assert_eq!(seen.len(), WEIGHTS.len());
    }
}
