//! Accuracy on labelled sets, beside what was last accepted.
//!
//! In go `tests/accuracy.json`, which names the sets and holds their floors; the scorer and its sets, beside the repository in
//! `../shared` or where `CROSSCHECK_SHARED` says; and the stress set, which is made from `seeds/`. Out comes one table; the command
//! fails where a figure fell below its floor. What is absent is told and passed over: the sets may not be published, so a clone
//! elsewhere measures the stress set alone.
//!
//! Example: `cargo xtask eval --only stress --show 3` measures one set and shows three errors of each kind.
//!
//! Limits: the sets are read by Python 3.

mod accuracy;
mod score;
mod table;

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::project;
use accuracy::{Accuracy, Verdict};
use score::Scorer;

/// Sets, floors and accepted figures.
const FILE: &str = "tests/accuracy.json";

/// What the command was asked for.
#[derive(Debug, Default, PartialEq)]
struct Wish {
    /// Errors of each kind to show.
    show: u32,
    /// Sets whose name holds these letters.
    only: String,
    /// Whether the figures are to be accepted.
    accept: bool,
}

/// `cargo xtask eval [--only SET] [--show N] [--accept]`
pub fn command(words: &[String]) -> Result<()> {
    let wish = wish(words)?;
    let mut accuracy = accepted()?;
    let scorer = Scorer::build()?;
    let mut results = Vec::new();
    for set in accuracy.sets.iter().filter(|set| set.id.contains(&wish.only)) {
        match scorer.absent(set) {
            Some(reason) => println!("== {} is passed over: {reason}", set.id),
            None => results.push((set.id.clone(), scorer.score(set, wish.show)?)),
        }
    }
    if results.is_empty() {
        bail!("no set was measured; {FILE} names them");
    }
    let rows = table::rows(&accuracy, &results)?;
    print!("{}", table::text(&rows));
    let notes = results.iter().filter_map(|(id, result)| Some((id, result.calibration.as_ref()?)));
    notes.for_each(|(id, line)| println!("{id}: right of reported by confidence: {line}"));
    let fallen = rows.iter().filter(|row| row.verdict == Verdict::Fallen).count();
    if fallen > 0 {
        bail!(
            "{fallen} figures are worse than their floor; nothing is accepted, and a floor is lowered by hand only"
        );
    }
    if wish.accept {
        rows.iter().for_each(|row| accuracy.accept(row.set, row.measure, row.figure, row.items));
        let text = serde_json::to_string_pretty(&accuracy)?;
        fs::write(project::path(FILE), text + "\n").with_context(|| format!("writing {FILE}"))?;
        println!("== {FILE} holds these figures now");
    }
    Ok(())
}

fn accepted() -> Result<Accuracy> {
    serde_json::from_str(&project::read(FILE)?).with_context(|| format!("{FILE} is not as it should be"))
}

/// What the page shows of the accepted figures: every set that is not left out, with what was measured on it.
pub fn for_page() -> Result<Value> {
    let accuracy = accepted()?;
    let shown = accuracy.sets.iter().filter(|set| set.left_out.is_none()).map(|set| {
        let measures = set.measures.iter().filter_map(|measure| {
            let figure = measure.figure?;
            Some(json!({
                "name": measure.name, "unit": measure.unit, "better": measure.better, "goal": measure.goal,
                "figure": figure, "items": measure.items,
            }))
        });
        json!({
            "id": set.id, "name": set.name, "about": set.about, "task": set.task,
            "measures": measures.collect::<Vec<_>>(),
        })
    });
    Ok(Value::from(shown.collect::<Vec<_>>()))
}

fn wish(words: &[String]) -> Result<Wish> {
    let mut wish = Wish::default();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match word.as_str() {
            "--accept" => wish.accept = true,
            "--only" => wish.only = rest.next().context("--only needs a set")?.clone(),
            "--show" => {
                let number = rest.next().context("--show needs a number")?;
                wish.show = number.parse().with_context(|| format!("`{number}` is no number"))?;
            }
            other => bail!("only `--only SET`, `--show N` and `--accept` are understood here, not `{other}`"),
        }
    }
    Ok(wish)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(String::from).collect()
    }

    #[test]
    fn options_in_any_order() {
        let all = Wish { show: 3, only: "seeds".to_owned(), accept: true };
        assert_eq!(wish(&words("--show 3 --accept --only seeds")).unwrap(), all);
        assert_eq!(wish(&[]).unwrap(), Wish::default());
        for wrong in ["--show", "--show many", "--only", "--acept"] {
            assert!(wish(&words(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_page_shows_every_set_that_is_not_left_out() {
        let accuracy = accepted().unwrap();
        let shown = for_page().unwrap();
        let ids: Vec<&str> = shown.as_array().unwrap().iter().filter_map(|set| set["id"].as_str()).collect();
        let kept: Vec<&str> =
            accuracy.sets.iter().filter(|set| set.left_out.is_none()).map(|set| set.id.as_str()).collect();
        assert_eq!(ids, kept);
        let measured = |set: &Value| set["measures"].as_array().is_some_and(|list| !list.is_empty());
        assert!(shown.as_array().unwrap().iter().all(measured));
    }

    #[test]
    fn the_file_is_whole() {
        let text = project::read(FILE).unwrap();
        let accuracy: Accuracy = serde_json::from_str(&text).unwrap();
        assert_eq!(
            serde_json::to_string_pretty(&accuracy).unwrap() + "\n",
            text,
            "written as --accept writes it"
        );
        let mut ids: Vec<&str> = accuracy.sets.iter().map(|set| set.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), accuracy.sets.len(), "each set once");
        for measure in accuracy.sets.iter().flat_map(|set| &set.measures) {
            assert_ne!(
                measure.verdict(measure.figure),
                Verdict::Fallen,
                "{}: an accepted figure keeps its floor",
                measure.name
            );
        }
    }
}
