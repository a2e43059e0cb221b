//! Votes: what each place in the text says of the kind of a name, added up over the article.
//!
//! In: [`Piece`]s. Out: one kind for each distinct name. A name used ten times is judged by all ten places, so that a bare surname in a headline is
//! what its full form further down is. Example: "in Acme", "Acme, Freeland" and "Acme-based" make Acme a place.
//! Limit: one name for two things of different kinds in one article gets one kind, but for seats of power (see `recognize`).

use std::collections::HashMap;

use crate::entity::evidence::{Evidence, is_common};
use crate::entity::judge::{CUE, Judge, KINDS, ORGANIZATION, PART, PERSON, Points, SURE, add};
use crate::entity::piece::{Certainty, Piece};
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;

/// The words around a name, however often it stands, weigh less than a head word.
const MOST_AROUND: i32 = 9;
/// A kind with so many points may speak for its neighbours in a list.
const CLEAR: i32 = 7;

/// The kinds of an article's names.
pub(super) struct Ballot {
    points: HashMap<String, Points>,
}

impl Ballot {
    /// Reads every piece once, then lets full names speak for their parts.
    pub(super) fn count(lex: &Lexicon, prose: &Prose, evidence: &Evidence, pieces: &[Piece]) -> Ballot {
        let mut ballot = Ballot { points: HashMap::new() };
        let mut places: HashMap<String, Points> = HashMap::new();
        for piece in pieces {
            let judge = Judge { lex, prose, evidence, piece };
            let key = key(prose, piece);
            judge.around(places.entry(key.clone()).or_default());
            judge.inside(ballot.points.entry(key).or_default());
        }
        for (key, around) in places {
            if let Some(points) = ballot.points.get_mut(&key) {
                for (sum, n) in points.iter_mut().zip(around) {
                    *sum += n.clamp(-MOST_AROUND, MOST_AROUND);
                }
            }
        }
        ballot.neighbours(prose, pieces);
        ballot.spread(lex);
        ballot
    }

    /// Names in one list are of one kind: "Alden, Bray and Corve".
    fn neighbours(&mut self, prose: &Prose, pieces: &[Piece]) {
        let mut gifts: Vec<(String, usize)> = Vec::new();
        for pair in pieces.windows(2) {
            let [a, b] = pair else { continue };
            let is_list = b.tokens.start == a.tokens.end + 1
                && matches!(prose.lower(a.tokens.end), "," | "and" | "or" | "&")
                && !b.titled;
            if !is_list {
                continue;
            }
            for (giver, taker) in [(a, b), (b, a)] {
                let points = self.points.get(&key(prose, giver)).copied().unwrap_or_default();
                let kind = best(&points);
                if points.get(kind).is_some_and(|n| *n >= CLEAR) && taker.known.is_none() {
                    gifts.push((key(prose, taker), kind));
                }
            }
        }
        gifts.sort_unstable();
        gifts.dedup();
        for (taker, kind) in gifts {
            if let Some(points) = self.points.get_mut(&taker) {
                add(points, kind, CUE - 1);
            }
        }
    }

    /// Full names speak for their parts: "Ann Lee" for "Lee" and "Ann", "Acme Motors" for "Acme", a long form for its letters.
    fn spread(&mut self, lex: &Lexicon) {
        let mut parts: HashMap<String, Points> = HashMap::new();
        let mut full: Vec<(&String, usize)> = self
            .points
            .iter()
            .filter(|(key, _)| key.contains(' '))
            .map(|(key, points)| (key, best(points)))
            .collect();
        full.sort_unstable();
        for (name, kind) in full {
            let words: Vec<&str> = name.split(' ').filter(|w| *w != "-").collect();
            let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
            let mut give = |part: &str, kind: usize, n: i32| {
                if let Some(slot) = parts.entry(part.to_owned()).or_default().get_mut(kind) {
                    *slot = (*slot).max(n);
                }
            };
            if kind == PERSON && words.len() < 6 {
                give(last, PERSON, PART);
                give(first, PERSON, if lex.given_names.has(first) { PART - 2 } else { CUE });
                for middle in words.iter().skip(1) {
                    give(middle, PERSON, CUE);
                }
                if words.len() > 2 {
                    give(&words.get(1..).unwrap_or(&[]).join(" "), PERSON, PART);
                }
            } else if kind == ORGANIZATION && !is_common(lex, first) {
                give(first, ORGANIZATION, CUE + 1);
            }
            let letters: String = words
                .iter()
                .filter(|w| !matches!(**w, "of" | "the" | "and" | "for" | "de" | "&"))
                .filter_map(|w| w.chars().next())
                .collect();
            if letters.chars().count() > 1 && kind != PERSON {
                give(&letters, kind, PART);
            }
        }
        for (part, gift) in parts {
            if let Some(points) = self.points.get_mut(&part) {
                for (sum, n) in points.iter_mut().zip(gift) {
                    *sum += n;
                }
            }
        }
    }

    /// The kind of a piece, and how many points speak for it.
    pub(super) fn kind(&self, prose: &Prose, piece: &Piece) -> (EntityKind, i32) {
        if let Some((kind, Certainty::Sure)) = piece.known {
            return (kind, SURE);
        }
        let points = self.points.get(&key(prose, piece)).copied().unwrap_or_default();
        let kind = best(&points);
        (KINDS.get(kind).copied().unwrap_or(EntityKind::Organization), points.get(kind).copied().unwrap_or(0))
    }
}

/// The words of a piece, folded, one space between.
pub(super) fn key(prose: &Prose, piece: &Piece) -> String {
    let words: Vec<&str> = piece.tokens.clone().map(|at| prose.lower(at)).collect();
    words.join(" ")
}

/// The kind with most points; the earlier of two that are equal.
fn best(points: &Points) -> usize {
    let mut at = 0;
    for (kind, n) in points.iter().enumerate() {
        if *n > points.get(at).copied().unwrap_or(0) {
            at = kind;
        }
    }
    at
}
