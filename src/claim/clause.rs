//! Clauses: a sentence cut at conjunctions, relative words and marks.
//!
//! In: a sentence's tokens. Out: ranges that rebuild it. A comma alone cuts nothing, for it also stands in lists and appositions;
//! "and" cuts only where a verb stands on both sides.

use std::ops::Range;

use crate::prose::Prose;
use crate::tag::Pos;

/// "And" begins a clause when a verb follows within this many tokens.
const VERB_NEAR: usize = 6;

/// Clauses of one sentence, in order.
#[must_use]
pub fn clauses(prose: &Prose, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = sentence.start;
    let mut has_verb = false;
    for at in sentence.clone() {
        if at > start && begins_clause(prose, at, sentence.end, has_verb) {
            out.push(start..at);
            start = at;
            has_verb = false;
        }
        has_verb |= is_verb(prose, at);
    }
    if start < sentence.end {
        out.push(start..sentence.end);
    }
    out
}

/// Whether the token is a verb or auxiliary; participles that have become prepositions are none.
#[must_use]
pub fn is_verb(prose: &Prose, at: usize) -> bool {
    matches!(prose.pos(at), Pos::Verb | Pos::Aux) && !is_preposition(prose, at)
}

/// Whether the token brings in an argument: a preposition, or a participle used as one.
#[must_use]
pub fn is_preposition(prose: &Prose, at: usize) -> bool {
    let is_worn = matches!(
        prose.lower(at),
        "including" | "excluding" | "involving" | "according" | "regarding" | "concerning"
    );
    prose.pos(at) == Pos::Adp || is_worn
}

fn begins_clause(prose: &Prose, at: usize, end: usize, has_verb: bool) -> bool {
    match prose.lower(at) {
        ";" | ":" | "—" | "–" | "--" | "(" => true,
        "that" | "who" | "whom" | "whose" | "which" | "where" => {
            prose.pos(at) != Pos::Det && has_verb_after(prose, at + 1, end, 12)
        }
        "because" | "although" | "though" | "unless" | "whereas" | "if" | "whether" => true,
        "while" | "when" | "after" | "before" | "until" | "since" | "as" => {
            prose.pos(at) != Pos::Adv && has_verb_after(prose, at + 1, end, 8) && !is_comparison(prose, at)
        }
        "yet" | "so" => {
            has_verb && prose.lower(at - 1) == "," && has_verb_after(prose, at + 1, end, VERB_NEAR)
        }
        "and" | "or" | "but" => has_verb && has_verb_after(prose, at + 1, end, VERB_NEAR),
        "," => {
            has_verb
                && matches!(
                    prose.lower(at + 1),
                    "who"
                        | "which"
                        | "where"
                        | "saying"
                        | "adding"
                        | "noting"
                        | "according"
                        | "said"
                        | "says"
                )
        }
        _ => false,
    }
}

/// "As early as", "as part of": no clause.
fn is_comparison(prose: &Prose, at: usize) -> bool {
    prose.lower(at) == "as" && matches!(prose.pos(at + 1), Pos::Adv | Pos::Adj | Pos::Noun)
}

fn has_verb_after(prose: &Prose, from: usize, end: usize, reach: usize) -> bool {
    (from..end.min(from + reach))
        .take_while(|&i| !matches!(prose.lower(i), "," | ";" | ":" | "." | "and" | "(" | ")"))
        .any(|i| is_verb(prose, i))
}
