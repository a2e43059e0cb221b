//! The table: each measure with its goal, its floor, what was accepted, and what was measured now.
//!
//! In: the file's sets and the new results. Out: rows, and their text in columns; a set that was not measured has no row.
//! Example: `seeds.findings  precision  80  80  100.0  100.0  27`.
//! Limits: a result without a key that the file names is an error, since a figure would be lost unseen.

use anyhow::{Context, Result};

use super::accuracy::{Accuracy, Measure, Unit, Verdict};
use super::score::Figures;

/// A measure with what came of it.
pub struct Row {
    /// Place of the set in the file.
    pub set: usize,
    /// Place of the measure in its set.
    pub measure: usize,
    /// The new figure; none where nothing could be counted.
    pub figure: Option<f64>,
    /// On how many items.
    pub items: Option<u64>,
    /// How it stands.
    pub verdict: Verdict,
    cells: [String; 8],
}

/// One row for each measure of a set that was measured.
pub fn rows(accuracy: &Accuracy, results: &[(String, Figures)]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (index, set) in accuracy.sets.iter().enumerate() {
        let Some((_, figures)) = results.iter().find(|(id, _)| *id == set.id) else { continue };
        for (number, measure) in set.measures.iter().enumerate() {
            let value =
                |key: &str| figures.json.pointer(key).with_context(|| format!("{}: no {key}", set.id));
            let (figure, items) = (value(&measure.key)?.as_f64(), value(&measure.of)?.as_u64());
            let verdict = measure.verdict(figure);
            let cells = cells(&set.id, measure, figure, items, verdict);
            rows.push(Row { set: index, measure: number, figure, items, verdict, cells });
        }
    }
    Ok(rows)
}

fn cells(
    set: &str,
    measure: &Measure,
    figure: Option<f64>,
    items: Option<u64>,
    verdict: Verdict,
) -> [String; 8] {
    let number = |value: Option<f64>| match (value, measure.unit) {
        (None, _) => "-".to_owned(),
        (Some(value), Unit::Count) => format!("{value:.0}"),
        (Some(value), Unit::Percent) => format!("{value:.1}"),
        (Some(value), Unit::Rate) => format!("{value:.2}"),
    };
    let mark = match verdict {
        Verdict::New => "new",
        Verdict::Same | Verdict::Empty => "",
        Verdict::Risen => "better",
        Verdict::Worse => "worse",
        Verdict::Fallen => "WORSE THAN ITS FLOOR",
    };
    [
        set.to_owned(),
        measure.name.clone(),
        number(measure.goal),
        number(measure.floor),
        number(measure.figure),
        number(figure),
        items.map_or_else(|| "-".to_owned(), |items| items.to_string()),
        mark.to_owned(),
    ]
}

/// The rows in columns, under their heads.
pub fn text(rows: &[Row]) -> String {
    let heads = ["set", "measure", "goal", "floor", "accepted", "now", "of", ""].map(str::to_owned);
    let lines: Vec<&[String; 8]> = std::iter::once(&heads).chain(rows.iter().map(|row| &row.cells)).collect();
    let width = |column: usize| lines.iter().map(|cells| cells[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 8] = std::array::from_fn(width);
    let line = |cells: &[String; 8]| {
        let columns = cells.iter().zip(widths).enumerate().map(|(column, (cell, width))| match column {
            2..=6 => format!("{cell:>width$}"),
            _ => format!("{cell:<width$}"),
        });
        format!("{}\n", columns.collect::<Vec<_>>().join("  ").trim_end())
    };
    lines.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::accuracy::tests::measure;
    use crate::eval::accuracy::{Better, Set, Task};
    use serde_json::json;

    fn accuracy() -> Accuracy {
        let set = |id: &str, floor: f64| Set {
            id: id.to_owned(),
            name: String::new(),
            about: String::new(),
            task: Task::Pairs,
            gold: None,
            left_out: None,
            measures: vec![measure(Better::Higher, Some(floor), Some(90.0))],
        };
        Accuracy { sets: vec![set("here", 80.0), set("absent", 80.0), set("fell", 70.0)] }
    }

    fn figures(recall: f64) -> Figures {
        Figures { json: json!({"recall": recall, "gold": 12}), calibration: None }
    }

    #[test]
    fn an_absent_set_has_no_row_and_what_fell_is_marked() {
        let results = [("here".to_owned(), figures(91.25)), ("fell".to_owned(), figures(60.0))];
        let text = text(&rows(&accuracy(), &results).unwrap());
        let expected = "\
set   measure  goal  floor  accepted   now  of
here  recall      -   80.0      90.0  91.2  12  better
fell  recall      -   70.0      90.0  60.0  12  WORSE THAN ITS FLOOR
";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_key_that_the_result_lacks_is_an_error() {
        let results = [("here".to_owned(), Figures { json: json!({"gold": 12}), calibration: None })];
        assert!(rows(&accuracy(), &results).is_err());
    }
}
