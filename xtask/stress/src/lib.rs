//! A stress set made by program: the seeds beside copies of themselves, in which one fact or none is another one.
//!
//! In: articles. Out: for each kind of change how many changed facts the core found, and how many findings neutral copies raised; with
//! the misses and the alarms to read. Places and words are chosen by order and by tables, so two runs give the same set.
//!
//! Example: a seed's "on Wednesday" is "on Saturday" in one copy; the pair counts as found when a finding's evidence meets "Saturday".
//!
//! Limits: a copy differs from its article far less than two outlets do, so the set measures what is noticed, not what is understood.

pub mod judge;
pub mod neutral;
pub mod people;
pub mod seeds;
pub mod source;
pub mod values;
pub mod vocabulary;
pub mod words;

use crosscheck::Article;

use crate::source::{Edit, Source};

/// So many copies of a kind are made of one article at most, the first in its text.
pub const MOST_COPIES: usize = 12;

/// A kind of changed fact: its code, and the facts of an article that are of it.
pub struct Kind {
    /// What the table calls it.
    pub code: &'static str,
    edits: fn(&Source) -> Vec<Edit>,
}

/// Every kind of changed fact.
pub const KINDS: &[Kind] = &[
    Kind { code: "figure", edits: values::figures },
    Kind { code: "date", edits: values::dates },
    Kind { code: "weekday", edits: values::weekdays },
    Kind { code: "name", edits: people::names },
    Kind { code: "office", edits: people::offices },
    Kind { code: "place", edits: values::places },
    Kind { code: "negation", edits: words::negations },
    Kind { code: "antonym", edits: words::opposites },
    Kind { code: "quoted-word", edits: words::quoted_words },
    Kind { code: "certainty", edits: words::certainty },
    Kind { code: "speaker", edits: people::speakers },
];

impl Kind {
    /// The first facts of the kind in an article, each with what it is in a copy.
    #[must_use]
    pub fn edits(&self, source: &Source) -> Vec<Edit> {
        let mut edits = (self.edits)(source);
        edits.retain(|edit| edit.span.of(&source.article.text) != edit.text);
        edits.truncate(MOST_COPIES);
        edits
    }
}

/// A kind of neutral copy: its code, and the copies of an article.
pub struct Neutral {
    /// What the table calls it.
    pub code: &'static str,
    copies: fn(&Source) -> Vec<Article>,
}

/// Every kind of neutral copy.
pub const NEUTRAL: &[Neutral] = &[
    Neutral { code: "reordered", copies: neutral::reordered },
    Neutral { code: "restyled", copies: neutral::restyled },
    Neutral { code: "synonym", copies: neutral::synonyms },
    Neutral { code: "shortened", copies: neutral::shortened },
];

impl Neutral {
    /// The first copies of the kind.
    #[must_use]
    pub fn copies(&self, source: &Source) -> Vec<Article> {
        let mut copies = (self.copies)(source);
        copies.truncate(MOST_COPIES);
        copies
    }
}

/// What came of one kind.
pub struct Outcome {
    /// The kind's code.
    pub code: &'static str,
    /// Copies made.
    pub copies: usize,
    /// Changed facts found, or neutral copies with an alarm.
    pub hits: usize,
    /// Misses and alarms, a line each.
    pub lines: Vec<String>,
}

/// Changed facts by kind; lines tell the misses.
#[must_use]
pub fn changed(sources: &[Source]) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = KINDS.iter().map(|kind| Outcome::new(kind.code)).collect();
    for (number, source) in sources.iter().enumerate() {
        let unchanged = judge::beside(source, &source.article);
        for (kind, outcome) in KINDS.iter().zip(&mut outcomes) {
            for edit in kind.edits(source) {
                outcome.copies += 1;
                if judge::is_found(source, &unchanged, &edit) {
                    outcome.hits += 1;
                } else {
                    outcome.lines.push(told(number, source, &edit));
                }
            }
        }
    }
    outcomes
}

/// Neutral copies by kind; lines tell the alarms.
#[must_use]
pub fn unchanged(sources: &[Source]) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = NEUTRAL.iter().map(|kind| Outcome::new(kind.code)).collect();
    for (number, source) in sources.iter().enumerate() {
        let own = judge::beside(source, &source.article);
        for (kind, outcome) in NEUTRAL.iter().zip(&mut outcomes) {
            for (index, copy) in kind.copies(source).iter().enumerate() {
                let alarms = judge::alarms(source, &own, copy);
                outcome.copies += 1;
                outcome.hits += usize::from(!alarms.is_empty());
                let place = format!("seed {} copy {}", number + 1, index + 1);
                outcome.lines.extend(
                    alarms.iter().map(|alarm| format!("{place}: {} | {}", alarm.kind, alarm.summary)),
                );
            }
        }
    }
    outcomes
}

impl Outcome {
    fn new(code: &'static str) -> Outcome {
        Outcome { code, copies: 0, hits: 0, lines: Vec::new() }
    }
}

/// "seed 2: [next week → next month] … the sentence".
fn told(number: usize, source: &Source, edit: &Edit) -> String {
    let old = edit.span.of(&source.article.text);
    let token = source.prose.tokens_in(edit.span).start;
    let sentence = source.prose.cover(source.sentence(token)).of(&source.article.text);
    format!("seed {}: [{old} → {}] {}", number + 1, edit.text, sentence.replace('\n', " "))
}
