//! Noun phrases: who says it, who is told.
//!
//! In: a [`Passage`] and a place in it. Out: ranges of items. Example: from "the" in "said the head of the union on Monday" the phrase is "the head of the
//! union". Limits: a phrase is found by its borders (verbs, punctuation, function words), not by a parse.

use std::ops::Range;

use crate::quotation::passage::Passage;

/// A noun phrase has at most this many items.
const LONGEST: usize = 24;
/// Prepositions that hang a phrase on the noun before them when read from the right.
const INNER_PREPOSITIONS: &[&str] = &[
    "of", "for", "at", "in", "from", "with", "on", "to", "near", "behind", "within", "inside", "about", "by",
];
/// Prepositions that do so behind a verb ("said the head of the union on Monday").
const OUTER_PREPOSITIONS: &[&str] = &["of", "for", "at", "from"];

impl Passage<'_> {
    /// The noun phrase whose last item is `last`.
    #[must_use]
    pub fn phrase_ending(&self, last: usize) -> Option<Range<usize>> {
        if matches!(self.class(last), "pron")
            || matches!(self.word(last), "those" | "some" | "many" | "others" | "both" | "another" | "one")
        {
            return Some(last..last + 1);
        }
        if !self.is_nominal(last) || self.is(last, "'s") {
            return None;
        }
        let mut start = last;
        while start > 0 && last - start < LONGEST {
            let n = start - 1;
            let word = self.word(n);
            let is_joined = self.is_nominal(n)
                || matches!(self.class(n), "det" | "poss")
                || matches!(word, "'s" | "'" | "’")
                || self.is_mark(n, &["-"]) && n > 0 && self.token(n - 1).is_some();
            if self.closes_with_comma(n) {
                break;
            }
            if is_joined && !self.is_bare_day(n) {
                start = n;
                continue;
            }
            let hangs = n > 0
                && INNER_PREPOSITIONS.contains(&word)
                && (self.is_nominal(n - 1) || matches!(self.class(n - 1), "det"))
                && !self.is_bare_day(n - 1);
            if hangs {
                start = n - 1;
                continue;
            }
            match self.coordination_before(n) {
                Some(left) => start = left,
                None => break,
            }
        }
        Some(start..last + 1)
    }

    fn is_bare_day(&self, n: usize) -> bool {
        self.is_day(n) && !self.is(n + 1, "'s")
    }

    /// "Ann Smith and Bob Jones said": the left part of a pair, where it begins the clause.
    fn coordination_before(&self, and: usize) -> Option<usize> {
        if !matches!(self.word(and), "and" | "&") || and == 0 || !self.is_nominal(and - 1) {
            return None;
        }
        let left = self.phrase_ending(and - 1)?;
        (self.is_clause_start(left.start) && left.end - left.start <= 10).then_some(left.start)
    }

    /// The noun phrase that begins at `first`.
    #[must_use]
    pub fn phrase_beginning(&self, first: usize) -> Option<Range<usize>> {
        if matches!(self.class(first), "pron" | "obj") {
            return Some(first..first + 1);
        }
        let mut end = first;
        let mut has_noun = false;
        while end < self.len() && end - first < LONGEST {
            let word = self.word(end);
            let is_plain = self.is_nominal(end) && !(has_noun && self.is_bare_day(end));
            if is_plain {
                has_noun = true;
                end += 1;
                if self.closes_with_comma(end - 1) {
                    break;
                }
                continue;
            }
            let is_determiner = matches!(self.class(end), "det" | "poss")
                && (end == first || !has_noun || matches!(self.class(end - 1), "prep" | "coord"));
            let is_inner = matches!(word, "'s" | "'" | "’") || self.is_mark(end, &["-"]);
            let is_by =
                word == "by" && self.lex.attribution_nouns.column(self.word(end - 1), 0) == Some("document");
            let hangs = has_noun
                && (OUTER_PREPOSITIONS.contains(&word) || is_by)
                && (self.is_nominal(end + 1) || matches!(self.class(end + 1), "det" | "poss"))
                && !self.is_bare_day(end + 1);
            let pairs = has_noun
                && matches!(word, "and" | "&")
                && self.is_capitalised(end + 1)
                && self.is_nominal(end + 1)
                && self.is_capitalised(end - 1);
            if is_determiner || is_inner || hangs || pairs {
                end += 1;
                continue;
            }
            break;
        }
        while end > first && !self.is_nominal(end - 1) {
            end -= 1;
        }
        has_noun.then_some(first..end)
    }

    /// The subject of the passage: its first noun phrase, behind opening adverbials.
    #[must_use]
    pub fn main_subject(&self, before: usize) -> Option<Range<usize>> {
        let mut at = self.dateline_end();
        for _ in 0..3 {
            while at < before
                && (matches!(self.class(at), "coord" | "adv")
                    || self.is_punctuation(at)
                    || self.is_adverb(at))
            {
                at += 1;
            }
            let opens_adverbial = matches!(self.class(at), "prep" | "sub")
                || self.is_gerund(at) && !self.is_nominal(at)
                || self.is_gerund(at) && matches!(self.word(at + 1), "to" | "on" | "at" | "with" | "in");
            if !opens_adverbial {
                let found = self.phrase_beginning(at).filter(|r| r.end <= before);
                let is_year = |r: &Range<usize>| {
                    r.len() == 1 && self.word(r.start).starts_with(|c: char| c.is_ascii_digit())
                };
                if !found.as_ref().is_some_and(is_year) {
                    return found;
                }
            }
            at = (at..before).find(|&n| self.is_mark(n, &[","]))? + 1;
        }
        None
    }

    /// Place behind a dateline such as "LONDON (ACME) -"; 0 where there is none.
    fn dateline_end(&self) -> usize {
        let dash = (1..self.len().min(12))
            .find(|&n| self.is_mark(n, &["—", "–", "-", "--"]) && self.prose.is_spaced(self.first(n)));
        let is_place = |n: usize| self.is_capitalised(n) || self.is_punctuation(n);
        dash.filter(|&d| (0..d).all(is_place)).map_or(0, |d| d + 1)
    }
}
