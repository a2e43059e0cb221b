//! Sets, measures and floors: what `tests/accuracy.json` holds.
//!
//! In: the file, and new figures. Out: a verdict on each figure, and the file with the figures accepted.
//! Example: with a floor of 80 and 84.2 accepted, 83.9 is worse, 79.9 has fallen, and accepting 86.3 raises the floor to 86.
//! Limits: floors of shares are whole numbers, so that a figure may tremble by less than one point.

use serde::{Deserialize, Serialize};

/// Every set, in the order of the table.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accuracy {
    /// The sets.
    pub sets: Vec<Set>,
}

/// A labelled set, or the stress set.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// Short and unique.
    pub id: String,
    /// What a reader calls it.
    pub name: String,
    /// What it is and under which licence, in one line.
    pub about: String,
    /// What is scored.
    pub task: Task,
    /// Its file in the folder of labelled sets; none for the stress set.
    pub gold: Option<String>,
    /// Why the page does not show it, where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<String>,
    /// What is measured on it.
    pub measures: Vec<Measure>,
}

/// What is scored on a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Task {
    /// Names with their kinds.
    Entities,
    /// Quotations with their speakers.
    Quotations,
    /// Differences between and within articles.
    Findings,
    /// Whether two passages contradict each other.
    Pairs,
    /// The bundled articles beside changed copies.
    Stress,
}

/// One figure of a set.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// What a reader calls it.
    pub name: String,
    /// Where the scorer's result has it, as a JSON pointer.
    pub key: String,
    /// Where the result says how many items it is a share of, likewise.
    pub of: String,
    /// What it is counted in.
    pub unit: Unit,
    /// Which way is better.
    pub better: Better,
    /// Where it should come to.
    pub goal: Option<f64>,
    /// The worst figure that is let pass; only ever made stricter.
    pub floor: Option<f64>,
    /// Last accepted.
    pub figure: Option<f64>,
    /// How many items the accepted figure was measured on.
    pub items: Option<u64>,
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// A share of hundred.
    #[serde(rename = "%")]
    Percent,
    /// A number of things.
    #[serde(rename = "count")]
    Count,
    /// A rate by length of text.
    #[serde(rename = "per 1,000 words")]
    Rate,
}

/// Which way a figure is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// As recall is.
    Higher,
    /// As alarms are.
    Lower,
}

/// How a new figure stands to what was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was accepted yet.
    New,
    /// As before.
    Same,
    /// Better than accepted.
    Risen,
    /// Worse than accepted, not than the floor.
    Worse,
    /// Worse than the floor.
    Fallen,
    /// Nothing to count: a share of none.
    Empty,
}

impl Better {
    /// Whether `a` is worse than `b`.
    fn is_worse(self, a: f64, b: f64) -> bool {
        match self {
            Better::Higher => a < b,
            Better::Lower => a > b,
        }
    }
}

impl Measure {
    /// How the new figure stands.
    pub fn verdict(&self, figure: Option<f64>) -> Verdict {
        let Some(figure) = figure else { return Verdict::Empty };
        if self.floor.is_some_and(|floor| self.better.is_worse(figure, floor)) {
            return Verdict::Fallen;
        }
        match self.figure {
            None => Verdict::New,
            Some(before) if self.better.is_worse(figure, before) => Verdict::Worse,
            Some(before) if self.better.is_worse(before, figure) => Verdict::Risen,
            Some(_) => Verdict::Same,
        }
    }

    /// Keeps the figure, and makes the floor stricter where the figure allows it.
    fn accept(&mut self, figure: f64, items: Option<u64>) {
        let grain = if self.unit == Unit::Rate { 10.0 } else { 1.0 };
        let near = match self.better {
            Better::Higher => (figure * grain).floor() / grain,
            Better::Lower => (figure * grain).ceil() / grain,
        };
        if self.floor.is_none_or(|floor| self.better.is_worse(floor, near)) {
            self.floor = Some(near);
        }
        self.figure = Some(figure);
        self.items = items;
    }
}

impl Accuracy {
    /// Accepts a figure of one measure, both by their places in the file.
    pub fn accept(&mut self, set: usize, measure: usize, figure: Option<f64>, items: Option<u64>) {
        let measure = self.sets.get_mut(set).and_then(|set| set.measures.get_mut(measure));
        if let (Some(measure), Some(figure)) = (measure, figure) {
            measure.accept(figure, items);
        }
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A measure in percent of which so much was accepted.
    pub fn measure(better: Better, floor: Option<f64>, figure: Option<f64>) -> Measure {
        Measure {
            name: "recall".to_owned(),
            key: "/recall".to_owned(),
            of: "/gold".to_owned(),
            unit: Unit::Percent,
            better,
            goal: None,
            floor,
            figure,
            items: None,
        }
    }

    #[test]
    fn a_figure_stands_to_floor_and_accepted() {
        let (higher, lower) = (Better::Higher, Better::Lower);
        let table = [
            (higher, 84.2, Verdict::Same),
            (higher, 84.3, Verdict::Risen),
            (higher, 84.1, Verdict::Worse),
            (higher, 80.0, Verdict::Worse),
            (higher, 79.9, Verdict::Fallen),
            (lower, 3.0, Verdict::Same),
            (lower, 2.9, Verdict::Risen),
            (lower, 4.0, Verdict::Worse),
            (lower, 4.1, Verdict::Fallen),
        ];
        for (better, new, verdict) in table {
            let (floor, before) = if better == higher { (80.0, 84.2) } else { (4.0, 3.0) };
            assert_eq!(measure(better, Some(floor), Some(before)).verdict(Some(new)), verdict, "{new}");
        }
    }

    #[test]
    fn a_new_measure_has_no_floor_to_fall_below() {
        assert_eq!(measure(Better::Higher, None, None).verdict(Some(0.0)), Verdict::New);
        assert_eq!(measure(Better::Higher, Some(50.0), Some(60.0)).verdict(None), Verdict::Empty);
    }

    #[test]
    fn accepting_makes_floors_stricter_only() {
        let table = [
            (Better::Higher, Some(80.0), 86.3, 86.0),
            (Better::Higher, Some(80.0), 80.5, 80.0),
            (Better::Higher, None, 12.9, 12.0),
            (Better::Higher, Some(80.0), 79.0, 80.0),
            (Better::Lower, Some(4.0), 2.1, 3.0),
            (Better::Lower, Some(4.0), 3.9, 4.0),
            (Better::Lower, Some(4.0), 9.0, 4.0),
        ];
        for (better, floor, new, expected) in table {
            let mut measure = measure(better, floor, None);
            measure.accept(new, Some(7));
            assert_eq!((measure.floor, measure.figure, measure.items), (Some(expected), Some(new), Some(7)));
        }
    }

    #[test]
    fn rates_are_kept_to_a_tenth() {
        let mut measure = Measure { unit: Unit::Rate, ..measure(Better::Lower, None, None) };
        measure.accept(0.52, None);
        assert_eq!(measure.floor, Some(0.6));
    }
}
