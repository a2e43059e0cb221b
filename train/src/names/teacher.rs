//! Labels that a teacher gave to unlabelled news.
//!
//! In: a packed file of lines `{"set", "row", "article", "names": [[start, end, label]], "open": [[start, end]], "weight"}`, which holds no text, and the sets that it speaks of.
//! Out: [`Sample`]s. Offsets are Unicode code points; in open stretches the teacher was in doubt.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::data::read_gzip;
use crate::names::corpus::{Name, Sample, borders, classes};

/// The articles with the teacher's labels; none where there is no file.
pub fn samples(data: &Path, labels: &Path) -> Result<Vec<Sample>, String> {
    if !labels.is_file() {
        println!("no teacher's labels: {} is not there", labels.display());
        return Ok(Vec::new());
    }
    let mut sets: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let mut out = Vec::new();
    for line in read_gzip(labels)?.lines() {
        let row: Value =
            serde_json::from_str(line).map_err(|error| format!("{}: {error}", labels.display()))?;
        let set = row.get("set").and_then(Value::as_str).unwrap_or("").to_owned();
        if !sets.contains_key(&set) {
            let text = read_gzip(&data.join(format!("{set}.jsonl.gz")))?;
            sets.insert(
                set.clone(),
                text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect(),
            );
        }
        let sample =
            sample(&row, &sets[&set]).ok_or_else(|| format!("{set}: labels without their article"))?;
        out.push(sample);
    }
    Ok(out)
}

fn sample(row: &Value, set: &[Value]) -> Option<Sample> {
    let number = |value: Option<&Value>| value?.as_u64().and_then(|n| usize::try_from(n).ok());
    let article = set.get(number(row.get("row"))?)?;
    let article = match number(row.get("article")) {
        Some(n) => article.get("articles")?.get(n)?,
        None => article,
    };
    let text = article.get("text").or(article.get("premise"))?.as_str()?.to_owned();
    let bytes = borders(&text);
    let place = |value: Option<&Value>| bytes.get(number(value)?).copied();
    let mut names = Vec::new();
    for name in row.get("names")?.as_array()? {
        let classes = classes(name.get(2)?.as_str()?)?;
        names.push(Name { start: place(name.get(0))?, end: place(name.get(1))?, classes });
    }
    let open =
        row.get("open")?.as_array()?.iter().map(|pair| Some((place(pair.get(0))?, place(pair.get(1))?)));
    let weight = row.get("weight").and_then(Value::as_f64).unwrap_or(1.0) as f32;
    Some(Sample { names, from: 0, unlabelled: &[], open: open.collect::<Option<_>>()?, weight, text })
}
