//! Nouns that ascribe: "her claim that …", "a warning from the mayor that …", "chants of '…'".
//!
//! In: a passage. Out: more attributions for the [`Reader`]. Example: in "Kane mocked Lee's claim that the dam is safe" Lee is the source of "the dam is safe".
//! Limits: a noun in the subject of its sentence ascribes only words in marks, since nothing shows where its clause ends.

use std::ops::Range;

use crate::quotation::attribute::{REPORTED, Reader, SHARED, UNKNOWN};
use crate::quotation::content::Content;

/// Between the owner and the noun stand at most this many words.
const MOST_ADJECTIVES: usize = 3;

impl Reader<'_, '_> {
    /// Puts what the nouns of the passage ascribe.
    pub(super) fn nouns(&mut self) {
        let p = self.p;
        for n in 0..p.len() {
            if n < self.taken || p.is_capitalised(n) || p.is_verb(n) || !p.lex.speech_nouns.has(p.word(n)) {
                continue;
            }
            let owner = self.owner(n);
            let (source, at) = match owner.or_else(|| self.author(n)) {
                Some((source, at)) => (Some(source), at),
                None if p.is(n + 1, "of") && p.quote(n + 2).is_some() => {
                    (p.main_subject(n).filter(|r| !p.is(r.start, "there")), n + 1)
                }
                None => continue,
            };
            if let Some(content) = self.noun_content(n, at) {
                let surely = if content.is_quote { REPORTED } else { SHARED };
                let surely = if source.is_some() { surely } else { UNKNOWN };
                self.put(content, Some(n..n + 1), source, surely);
            }
        }
    }

    /// "her claim", "Ann Lee's latest claim": the owner, and the place behind the noun.
    fn owner(&self, noun: usize) -> Option<(Range<usize>, usize)> {
        let p = self.p;
        let from = noun.saturating_sub(MOST_ADJECTIVES + 1);
        let at = (from..noun).rev().find(|&n| p.class(n) == "poss" || p.is(n, "'s") || !p.is_nominal(n))?;
        if p.class(at) == "poss" {
            return Some((at..at + 1, noun + 1));
        }
        let before = at.checked_sub(1).filter(|_| p.is(at, "'s"))?;
        let range = p.phrase_ending(before)?;
        // "angry at Ann Lee's claim": the owner is what follows the preposition.
        let hangs = |n: &usize| p.class(*n) == "prep" && !p.is(*n, "of");
        let start = range.clone().rev().find(hangs).map_or(range.start, |n| n + 1);
        Some((start..range.end, noun + 1))
    }

    /// "a warning from the mayor": the author, and the place behind the author.
    fn author(&self, noun: usize) -> Option<(Range<usize>, usize)> {
        let p = self.p;
        if !matches!(p.word(noun + 1), "by" | "from") {
            return None;
        }
        let range = p.phrase_beginning(noun + 2)?;
        let end = range.end;
        Some((range, end))
    }

    fn noun_content(&self, noun: usize, at: usize) -> Option<Content> {
        let p = self.p;
        let quote = |n: usize| {
            let is_free = p.quote(n).is_some_and(|run| !self.is_taken(run));
            is_free.then_some(Content { items: n..n + 1, is_quote: true, addressee: None })
        };
        let is_object = (0..noun).any(|n| p.is_verb(n));
        if p.is(at, "that") && p.quote(at + 1).is_none() {
            let end = p.clause_end(at + 1);
            return (is_object && end > at + 3).then_some(Content {
                items: at + 1..end,
                is_quote: false,
                addressee: None,
            });
        }
        let opens = matches!(p.word(at), "that" | "of") || p.is_mark(at, &[":"]);
        quote(at).or_else(|| opens.then(|| quote(at + 1)).flatten())
    }
}
