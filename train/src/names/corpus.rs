//! Labelled articles for the recogniser.
//!
//! In: files of `DATA_DIR/entities` and the teacher's labels. Out: [`Sample`]s: an article's text with the spans of its names, each with the classes that
//! it may have. Sets differ in what they label: where one leaves a class out, its other tokens may be outside names or of that class.

use std::path::Path;

use crosscheck::entity::label::Class;
use serde_json::Value;

use crate::data::read_gzip;

/// A text with its names.
pub struct Sample {
    /// The text.
    pub text: String,
    /// Names, in order.
    pub names: Vec<Name>,
    /// Byte before which nothing is labelled.
    pub from: usize,
    /// Classes that the set does not label.
    pub unlabelled: &'static [Class],
    /// Byte ranges in which anything may be.
    pub open: Vec<(usize, usize)>,
    /// How much it counts beside text labelled by hand.
    pub weight: f32,
}

/// A labelled name.
pub struct Name {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The classes that it may have.
    pub classes: &'static [Class],
}

/// How much the set of short texts counts: it alone shows names with little around them.
const WEB_WEIGHT: f32 = 4.0;

const PERSON: &[Class] = &[Class::Person];
const ORGANIZATION: &[Class] = &[Class::Organization];
const PLACE: &[Class] = &[Class::Place];
const GROUP: &[Class] = &[Class::Group];
const OTHER: &[Class] = &[Class::Other];
const EITHER: &[Class] = &[Class::Group, Class::Other];

/// The classes of a label of any set; none where it names nothing that is learnt.
pub fn classes(label: &str) -> Option<&'static [Class]> {
    Some(match label {
        "Person" | "person" | "PER" | "politician" => PERSON,
        "Organization" | "organization" | "ORG" | "politicalparty" | "organisation" => ORGANIZATION,
        "Location" | "Facility" | "place" | "LOC" | "location" | "country" => PLACE,
        "NORP" => GROUP,
        "Misc" | "Product" | "event" | "abstract" | "object" | "substance" | "election" => OTHER,
        "MISC" | "misc" => EITHER,
        _ => return None,
    })
}

/// Reads a labelled set.
pub fn samples(data: &Path, name: &str) -> Result<Vec<Sample>, String> {
    let text = read_gzip(&data.join(format!("entities/{name}.jsonl.gz")))?;
    let (unlabelled, weight): (&'static [Class], f32) = match name.split(['_', '.']).next() {
        Some("uner") => (EITHER, WEB_WEIGHT),
        Some("gum") => (GROUP, 1.0),
        Some("wikigold") => (&[], 1.0),
        _ => (&[], 1.0),
    };
    text.lines()
        .map(|line| sample(line, unlabelled, weight).ok_or_else(|| format!("{name}: a line is no sample")))
        .collect()
}

fn sample(line: &str, unlabelled: &'static [Class], weight: f32) -> Option<Sample> {
    let row: Value = serde_json::from_str(line).ok()?;
    let text = row.get("text")?.as_str()?.to_owned();
    let bytes = borders(&text);
    let place = |value: &Value| bytes.get(usize::try_from(value.as_u64()?).ok()?).copied();
    let mut names = Vec::new();
    for entity in row.get("entities")?.as_array()? {
        let label = entity.get("orig").or(entity.get("type"))?.as_str()?;
        let Some(classes) = classes(label) else { continue };
        names.push(Name { start: place(entity.get("start")?)?, end: place(entity.get("end")?)?, classes });
    }
    let from = row.get("url_prefix_end").and_then(place).unwrap_or(0);
    Some(Sample { text, names, from, unlabelled, open: Vec::new(), weight })
}

/// The byte at which each character begins, and the end.
pub fn borders(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}
