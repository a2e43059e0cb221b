//! Copies in which a verb is negated, a word is its opposite, a quoted word is another, or a thing is more or less sure.
//!
//! In: a [`Source`]. Out: one edit for each such fact of its text. Example: "The mayor agreed." becomes "The mayor did not agree."
//! Limits: the main verb is the first finite one after a subject that begins its sentence; sentences of other shapes are passed over.

use crosscheck::kind::BlockRole;
use crosscheck::report::Quotation;
use crosscheck::tag::Pos;
use crosscheck::token::TokenKind;

use crate::source::{Edit, Source};
use crate::vocabulary::{CERTAINTY, CONNECTIVES, OPPOSITES, QUOTED_ADJECTIVES, QUOTED_NOUNS};

/// Auxiliaries that take "not" after them.
const AUXILIARIES: &[&str] = &[
    "are", "can", "could", "had", "has", "have", "is", "may", "might", "must", "should", "was", "were",
    "will", "would",
];

/// Words that begin a clause of its own between a subject and its verb.
const CLAUSES: &[&str] = &["who", "which", "whose", "that", "where"];

/// Words of denial that go with their auxiliary.
const DENIALS: &[&str] = &["not", "n't"];

/// So many words after "not" a "yet" belongs to it.
const YET: usize = 4;

/// So many words back an "if" makes a condition, at most.
const CLAUSE: usize = 12;

/// Words that begin an indirect question, in which nothing is said to be sure; and how far it reaches.
const QUESTIONS: &[&str] = &["how", "what", "when", "where", "whether", "why"];
const QUESTION: usize = 4;

/// Shortest word that is changed inside marks; shorter ones are mostly grammar.
const QUOTED_LETTERS: usize = 4;

/// Main verbs negated, and negations taken back.
#[must_use]
pub fn negations(source: &Source) -> Vec<Edit> {
    let mut edits: Vec<Edit> = source.narrated().filter_map(|at| affirmed(source, at)).collect();
    let sentences = source.prose.sentences.iter();
    edits.extend(sentences.filter_map(|sentence| denied(source, sentence.start, sentence.end)));
    edits.sort_by_key(|edit| edit.span);
    edits.dedup_by(|b, a| a.span.overlaps(b.span));
    edits
}

/// "had not been agreed yet" as "had been agreed".
fn affirmed(source: &Source, at: usize) -> Option<Edit> {
    let prose = &source.prose;
    let before = at.checked_sub(1)?;
    let denies = DENIALS.contains(&prose.lower(at));
    if !denies || (!AUXILIARIES.contains(&prose.lower(before)) && prose.lemma(before) != "do") {
        return None;
    }
    let yet = (at + 1..=at + YET).find(|&token| prose.lower(token) == "yet");
    let between = yet.map(|yet| prose.cover(at + 1..yet).of(&prose.text)).unwrap_or_default();
    let end = yet.map_or(at, |yet| yet);
    let mut text = prose.raw(before).to_owned();
    if !between.is_empty() {
        text = format!("{text} {between}");
    }
    Some(Edit { span: prose.cover(before..end + 1), text })
}

/// "agreed" as "did not agree", "will" as "will not", in a sentence that begins with its subject.
fn denied(source: &Source, start: usize, end: usize) -> Option<Edit> {
    let prose = &source.prose;
    let at = main_verb(source, start, end)?;
    let word = prose.lower(at);
    if (at..(at + 3).min(end))
        .any(|token| DENIALS.contains(&prose.lower(token)) || prose.lower(token) == "yet")
    {
        return None;
    }
    if AUXILIARIES.contains(&word) {
        return Some(source.replacing(at..at + 1, &format!("{word} not")));
    }
    let lemma = prose.lemma(at);
    if prose.pos(at) != Pos::Verb || word.ends_with("ing") {
        return None;
    }
    let support = match word {
        _ if word == lemma => "do not",
        _ if word.ends_with('s') => "does not",
        _ => "did not",
    };
    Some(source.replacing(at..at + 1, &format!("{support} {lemma}")))
}

/// The first finite verb of a plain statement.
fn main_verb(source: &Source, start: usize, end: usize) -> Option<usize> {
    let prose = &source.prose;
    let is_plain = prose.role_of(start) == BlockRole::Body
        && prose.raw(end - 1) == "."
        && source.is_narrated(start)
        && matches!(prose.pos(start), Pos::Propn | Pos::Det | Pos::Pron | Pos::Noun | Pos::Adj | Pos::Num)
        && !CONNECTIVES.contains(&prose.lower(start));
    let verb = (start..end).find(|&at| {
        matches!(prose.pos(at), Pos::Verb | Pos::Aux)
            || CLAUSES.contains(&prose.lower(at))
            || prose.raw(at) == ","
    })?;
    let before = verb.checked_sub(1).filter(|&before| before >= start)?;
    let adverb = prose.pos(before) == Pos::Adv;
    let subject = if adverb { before.checked_sub(1).filter(|&at| at >= start)? } else { before };
    let follows = matches!(prose.pos(subject), Pos::Propn | Pos::Noun | Pos::Pron);
    // "The meeting planned for Friday was": a participle, since the verb comes after it.
    let later = (verb + 1..end)
        .find(|&at| prose.raw(at) == "," || matches!(prose.pos(at), Pos::Aux | Pos::Sconj | Pos::Part));
    let reduced = prose.lower(verb).ends_with("ed")
        && prose.pos(subject) == Pos::Noun
        && prose.pos(verb + 1) == Pos::Adp
        && later.is_some_and(|at| prose.pos(at) == Pos::Aux);
    let is_verb = matches!(prose.pos(verb), Pos::Verb | Pos::Aux) && source.is_narrated(verb);
    (is_plain && follows && !reduced && is_verb).then_some(verb)
}

/// Words with an opposite, outside conditions.
#[must_use]
pub fn opposites(source: &Source) -> Vec<Edit> {
    let found = source
        .phrases(OPPOSITES)
        .into_iter()
        .filter(|(range, _)| !is_led(source, range.start, &["if"], CLAUSE));
    found.map(|(range, other)| source.replacing(range, other)).collect()
}

/// Words that say how sure a thing is, another step on the ladder.
#[must_use]
pub fn certainty(source: &Source) -> Vec<Edit> {
    let found = source.phrases(CERTAINTY).into_iter().filter(|(range, _)| {
        let at = range.start;
        let graded = match source.prose.pos(at) {
            Pos::Adj => range.len() == 1,
            Pos::Aux | Pos::Verb => !is_led(source, at, QUESTIONS, QUESTION),
            _ => false,
        };
        // "Would" tells of the future in a report of speech only; elsewhere it supposes.
        graded && (source.prose.lower(at) != "would" || is_reported(source, at))
    });
    found.map(|(range, other)| source.replacing(range, other)).collect()
}

/// Whether one of the words stands so near before the token, with no comma between.
fn is_led(source: &Source, at: usize, words: &[&str], near: usize) -> bool {
    let sentence = source.sentence(at);
    let before = (sentence.start..at).rev().take(near);
    before
        .take_while(|&token| source.prose.raw(token) != ",")
        .any(|token| words.contains(&source.prose.lower(token)))
}

fn is_reported(source: &Source, at: usize) -> bool {
    let (sentence, span) = (source.sentence(at), source.prose.span(at));
    let cue = source.report.quotations.iter().any(|q| {
        !q.kind.is_verbatim() && q.content.contains(span) && q.cue.is_some_and(|cue| cue.end <= span.start)
    });
    cue && !sentence.clone().any(|token| source.prose.lower(token) == "if")
        && !is_led(source, at, CLAUSES, QUESTION)
}

/// One noun and one adjective of each quotation in marks.
#[must_use]
pub fn quoted_words(source: &Source) -> Vec<Edit> {
    let mut edits = Vec::new();
    for quotation in source.report.quotations.iter().filter(|q| is_marked(q)) {
        let tokens = source.prose.tokens_in(quotation.content);
        let noun = tokens.clone().find(|&at| is_content(source, at, Pos::Noun));
        let adjective = tokens.clone().find(|&at| is_content(source, at, Pos::Adj));
        edits.extend(noun.map(|at| other_noun(source, at, edits.len())));
        let other = QUOTED_ADJECTIVES.get(edits.len() % QUOTED_ADJECTIVES.len()).copied().unwrap_or_default();
        edits.extend(adjective.map(|at| source.replacing(at..at + 1, other)));
    }
    edits.sort_by_key(|edit: &Edit| edit.span);
    edits.dedup_by(|b, a| a.span.overlaps(b.span));
    edits
}

/// Whether the words stand in marks; a headline has others, after a colon.
fn is_marked(quotation: &Quotation) -> bool {
    quotation.kind.is_verbatim() && quotation.place.span.start < quotation.content.start
}

fn is_content(source: &Source, at: usize, pos: Pos) -> bool {
    let prose = &source.prose;
    let is_compound =
        prose.raw(at + 1) == "-" || at.checked_sub(1).is_some_and(|before| prose.raw(before) == "-");
    prose.kind(at) == TokenKind::Word
        && prose.pos(at) == pos
        && prose.raw(at).chars().count() >= QUOTED_LETTERS
        && !prose.is_capitalised(at)
        && !is_compound
        && at.checked_sub(1).is_none_or(|before| prose.lower(before) != "an")
}

fn other_noun(source: &Source, at: usize, index: usize) -> Edit {
    let (one, many) = QUOTED_NOUNS.get(index % QUOTED_NOUNS.len()).copied().unwrap_or_default();
    let is_plural = source.prose.lower(at) != source.prose.lemma(at);
    source.replacing(at..at + 1, if is_plural { many } else { one })
}
