//! Running text without labels, from all sets that hold articles.
//!
//! In: the data folder. Out: sentences of levelled words, as the program itself splits them. Development and test sets stay out.

use std::path::Path;

use crosscheck::block::blocks;
use crosscheck::lexicon::Lexicon;
use crosscheck::sentence::sentences;
use crosscheck::tag::features::level;
use crosscheck::token::tokens;
use serde_json::Value;

use crate::data::read_gzip;

/// Sets with articles, in the order in which they are read.
const SETS: [&str; 6] = [
    "clusters/ecbplus.train",
    "entities/crossner_politics.train",
    "entities/gmb_partial.train",
    "entities/wikigold.all",
    "entities/worldwide.train",
    "quotations/polnear.train",
];

/// Reads all sets.
pub fn text(data: &Path) -> Result<Vec<Vec<String>>, String> {
    let mut all = Vec::new();
    for name in SETS {
        let lines = read_gzip(&data.join(format!("{name}.jsonl.gz")))?;
        for line in lines.lines().filter(|line| !line.is_empty()) {
            let record: Value = serde_json::from_str(line).map_err(|error| format!("{name}: {error}"))?;
            texts(&record, &mut |text| split(text, &mut all));
        }
    }
    Ok(all)
}

/// Every text of a record, articles of a cluster among them.
fn texts(record: &Value, take: &mut impl FnMut(&str)) {
    for field in ["title", "text"] {
        if let Some(text) = record.get(field).and_then(Value::as_str) {
            take(text);
        }
    }
    for article in record.get("articles").and_then(Value::as_array).into_iter().flatten() {
        texts(article, take);
    }
}

fn split(text: &str, all: &mut Vec<Vec<String>>) {
    let lex = Lexicon::builtin();
    let tokens = tokens(lex, text);
    for sentence in sentences(lex, text, &tokens, &blocks(lex, text)) {
        all.push(tokens[sentence].iter().map(|token| level(token.span.of(text))).collect());
    }
}
