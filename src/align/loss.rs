//! What a shortened quotation lost that its sense hangs on.
//!
//! In: a pair of which the first is a part of the second. Out: a [`Loss`], where there is one. Example: "It is safe." beside "It is safe, if it is
//! handled well." lost a condition. Limits: what the shorter article prints outside its marks counts only where it stands close by.

use std::ops::Range;

use crate::align::quotes::QuotePair;
use crate::align::utterance::Utterance;
use crate::corpus::Corpus;
use crate::lexicon::Lexicon;

/// A phrase of at most this many words can lose its word of degree.
const LONGEST_PHRASE: usize = 3;
/// A statement of at least this many words can lose its condition.
const SHORTEST_STATEMENT: usize = 4;
/// A heading of at least this many words can break off.
const SHORTEST_HEADING: usize = 3;
/// A word of degree may stand this many tokens before the marks.
const REACH: usize = 3;
/// Words that begin a condition, a limit or a turn.
pub const TURNS: &[&str] = &[
    "but", "if", "unless", "except", "until", "because", "although", "though", "only", "without", "provided",
    "when", "however",
];

/// Words that begin a condition before the statement that it limits.
const OPENINGS: [&str; 6] = ["if", "unless", "until", "when", "although", "though"];
/// A condition of at least this many words.
const SHORTEST_CONDITION: usize = 3;

/// What kind of part was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// What a heading's last word waits for.
    Rest,
    /// A word of degree before the phrase.
    Degree,
    /// A condition before a statement, or a condition or turn behind it.
    Condition,
    /// A word of denial before the phrase.
    Denial,
}

/// A lost part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What it is.
    pub lost: Lost,
    /// The word by which it is told: the lost one, or the last before the cut.
    pub word: String,
    /// Words of the longer side that were lost.
    pub words: Range<usize>,
}

/// What the first utterance of the pair lost of the second, of which it is a part.
#[must_use]
pub fn loss(lex: &Lexicon, corpus: &Corpus, utterances: &[Utterance], pair: &QuotePair) -> Option<Loss> {
    let (short, long) = (utterances.get(pair.a)?, utterances.get(pair.b)?);
    if short.is_heading {
        return dangling(lex, short, long, pair);
    }
    let own = own(utterances, short);
    degree(lex, corpus, own, (short, long), pair)
        .or_else(|| condition(corpus, own, (short, long), pair))
        .or_else(|| opening(corpus, own, (short, long), pair))
}

/// Utterances of the same article.
fn own<'a>(utterances: &'a [Utterance], of: &Utterance) -> &'a [Utterance] {
    let first = utterances.partition_point(|u| u.article < of.article);
    let end = utterances.partition_point(|u| u.article <= of.article);
    utterances.get(first..end).unwrap_or(&[])
}

/// "progress" for "great progress".
fn degree(
    lex: &Lexicon,
    corpus: &Corpus,
    own: &[Utterance],
    (short, long): (&Utterance, &Utterance),
    pair: &QuotePair,
) -> Option<Loss> {
    let before = pair.wording.b.start.checked_sub(1)?;
    let lost = long.words.get(before)?;
    let class = lex.degrees.column(lost, 0)?;
    let is_phrase = short.words.len() <= LONGEST_PHRASE
        && !long.edits.contains(&(before + 1))
        && (0..short.words.len()).any(|n| short.is_content(lex, n));
    let prose = &corpus.documents.get(short.article)?.prose;
    let outside =
        (short.tokens.start.saturating_sub(REACH)..short.tokens.start).any(|at| prose.lower(at) == lost);
    let elsewhere = own
        .iter()
        .any(|u| u.words.windows(2).any(|w| w.first() == Some(lost) && w.get(1) == short.words.first()));
    if !is_phrase || outside || elsewhere || short.speaker.is_none() || long.speaker.is_none() {
        return None;
    }
    let kind = if class == "negator" { Lost::Denial } else { Lost::Degree };
    Some(Loss { lost: kind, word: lost.clone(), words: before..before + 1 })
}

/// "It is safe." for "It is safe, if it is handled well."
fn condition(
    corpus: &Corpus,
    own: &[Utterance],
    (short, long): (&Utterance, &Utterance),
    pair: &QuotePair,
) -> Option<Loss> {
    let prose = &corpus.documents.get(short.article)?.prose;
    let closes = prose.raw(short.tokens.end.saturating_sub(1)) == ".";
    let next = pair.wording.b.end;
    let turn = long.words.get(next)?;
    let goes_on = own.iter().any(|u| u.tokens.start > short.tokens.start && u.words.first() == Some(turn));
    let is_marked = long.edits.contains(&next) || short.edits.contains(&short.words.len());
    if !closes
        || goes_on
        || is_marked
        || short.words.len() < SHORTEST_STATEMENT
        || !TURNS.contains(&turn.as_str())
    {
        return None;
    }
    Some(Loss { lost: Lost::Condition, word: turn.clone(), words: next..long.words.len() })
}

/// "There is no room for doubt." for "When you are sure, there is no room for doubt."
fn opening(
    corpus: &Corpus,
    own: &[Utterance],
    (short, long): (&Utterance, &Utterance),
    pair: &QuotePair,
) -> Option<Loss> {
    let prose = &corpus.documents.get(short.article)?.prose;
    let first = long.words.first()?;
    // A sentence of its own, not what a report goes on with.
    let is_sentence =
        prose.is_capitalised(short.tokens.start) && prose.raw(short.tokens.end.saturating_sub(1)) == ".";
    let start = pair.wording.b.start;
    let is_told = own.iter().any(|u| u.words.contains(first));
    let is_marked = long.edits.contains(&start) || short.edits.contains(&0);
    let is_lost = is_sentence
        && start >= SHORTEST_CONDITION
        && OPENINGS.contains(&first.as_str())
        && short.words.len() >= SHORTEST_STATEMENT
        && !is_marked
        && !is_told;
    is_lost.then(|| Loss { lost: Lost::Condition, word: first.clone(), words: 0..start })
}

/// A heading that stops at "before", "if", "not": its words wait for what was cut.
fn dangling(lex: &Lexicon, short: &Utterance, long: &Utterance, pair: &QuotePair) -> Option<Loss> {
    let last = short.words.last()?;
    let class = lex.word_classes.column(last, 0)?;
    let next = pair.wording.b.end;
    let waits = matches!(class, "prep" | "sub" | "aux" | "modal" | "neg")
        && next < long.words.len()
        && short.words.len() >= SHORTEST_HEADING
        && !long.is_heading;
    waits.then(|| Loss { lost: Lost::Rest, word: last.clone(), words: next..long.words.len() })
}
