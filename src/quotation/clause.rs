//! Clauses: where the words that a cue governs begin and end.
//!
//! In: a [`Passage`] and a place in it. Out: the place where the clause ends or begins, and whether a clause or phrase may begin there. Example: from
//! "the" in "that the bridge is safe, but gave no proof" the clause ends at the comma. Limits: told by conjunctions, participles and punctuation, not by
//! a parse.

use crate::quotation::passage::Passage;
use crate::tag::Pos;

/// Behind a run of more tokens than this, a subordinate clause is the reporter's.
const LEAST_FILLING: usize = 7;
/// A run behind a comma that is speech of its own has more tokens than this.
const LEAST_SPEECH: usize = 4;

/// A reported clause has at most this many items; more is no sentence of prose.
const LONGEST_CLAUSE: usize = 160;

impl Passage<'_> {
    /// Whether the run in marks is an utterance of its own: it ends with its own punctuation, or begins with a capital and holds several words.
    #[must_use]
    pub fn quote_is_whole(&self, n: usize) -> bool {
        let Some(run) = self.quote(n).and_then(|run| self.marked.get(run)) else { return false };
        let last = self.prose.raw(run.inner.end.saturating_sub(1));
        let is_upper = run
            .inner
            .clone()
            .find(|&t| !self.prose.raw(t).starts_with(['“', '"', '‘', '\'', '[', '.', '…']))
            .is_some_and(|t| self.prose.is_capitalised(t));
        matches!(last, "," | "." | "!" | "?" | "…" | "..." | "—") && (is_upper || run.inner.len() > 6)
            || is_upper && run.inner.len() > 8
    }

    /// Whether the clause of a run goes on behind it.
    #[must_use]
    pub fn clause_goes_on(&self, next: usize) -> bool {
        let ends = self.is_end(next)
            || self.is_punctuation(next)
            || matches!(self.class(next), "sub" | "coord" | "adv");
        !ends && !self.is_day(next) && !matches!(self.word(next), "who" | "which")
    }

    /// Whether a noun phrase may begin at the item.
    #[must_use]
    pub fn begins_phrase(&self, n: usize) -> bool {
        matches!(self.class(n), "det" | "poss" | "obj")
            || matches!(self.word(n), "that" | "it")
            || self.is_nominal(n)
            || self.is_gerund(n)
    }

    /// Whether a clause with a verb begins at the item.
    #[must_use]
    pub fn begins_clause(&self, n: usize, end: usize) -> bool {
        let opens = matches!(self.class(n), "det" | "poss" | "pron")
            || self.is(n, "there")
            || self.is(n, "that")
            || self.is_nominal(n)
            || matches!(
                self.word(n),
                "if" | "while" | "although" | "because" | "no" | "in" | "under" | "despite"
            );
        (opens || self.is_gerund(n))
            && !self.is_day(n)
            && (n + 1..end).any(|i| {
                self.is_verb(i)
                    || self.quote(i).is_some()
                    || matches!(self.word(i), "'s" | "'re" | "'ll" | "'m" | "'ve" | "'d")
            })
    }

    /// One past the last item of the clause that begins at `from`.
    #[must_use]
    pub fn clause_end(&self, from: usize) -> usize {
        let mut n = from;
        while n < self.len().min(from + LONGEST_CLAUSE) {
            if self.is_end(n) || self.is_mark(n, &[";"]) && n > from {
                break;
            }
            if n > from && self.ends_clause(from, n) {
                break;
            }
            n += 1;
        }
        n
    }

    fn ends_clause(&self, from: usize, n: usize) -> bool {
        let reports = |i: usize| self.reports(i);
        if self.is(n, "but") && self.quote(n - 1).is_some_and(|run| self.ends_in_comma(run)) {
            return true;
        }
        if matches!(self.word(n), "and" | "but") {
            let next = if self.class(n + 1) == "adv" { n + 2 } else { n + 1 };
            return reports(next) && !self.word(next).ends_with("ing") && self.pos(next) != Pos::Noun
                || self.says_another(next);
        }
        let is_long = |n: usize| self.quote(n).is_some() && self.tokens(&(n..n + 1)).len() > LEAST_FILLING;
        if is_long(n - 1)
            && matches!(self.word(n), "before" | "after" | "while" | "when" | "during" | "until" | "as")
        {
            return true;
        }
        if self.is_mark(n, &[",", ":"]) && self.quote_speaks(n + 1) {
            return true;
        }
        if !self.is_mark(n, &[",", "—", "–", "--"]) {
            return false;
        }
        let next = self.word(n + 1);
        if matches!(
            next,
            "but"
                | "though"
                | "although"
                | "whereas"
                | "according"
                | "when"
                | "who"
                | "which"
                | "citing"
                | "while"
                | "after"
                | "despite"
        ) {
            return true;
        }
        if next.ends_with("ing") && self.token(n + 1).is_some() && self.lex.reporting_verbs.has(next) {
            return true;
        }
        if next == "and" {
            return !self.is(n + 2, "that")
                && (self.begins_clause(n + 2, self.len().min(n + 12)) || reports(n + 2));
        }
        // ", Smith said," closes what stands before it.
        let source = self.phrase_beginning(n + 1).map_or(n + 1, |r| r.end);
        let inverted = reports(n + 1) && !next.ends_with("ing");
        let verb = (source..source + 3).find(|&i| reports(i));
        let is_new = |v: usize| {
            v == source && v > n + 1 && (self.is_capitalised(v - 1) || self.class(v - 1) == "pron")
        };
        n > from + 2 && (inverted || verb.is_some_and(|v| self.closes_report(v) || is_new(v)))
    }

    /// "… and Smith said, '…'": another subject with a verb of reporting and words in marks.
    fn says_another(&self, at: usize) -> bool {
        let Some(subject) = self.phrase_beginning(at) else { return false };
        self.reports(subject.end)
            && (self.quote(subject.end + 1).is_some()
                || self.is_mark(subject.end + 1, &[",", ":"]) && self.quote(subject.end + 2).is_some())
    }

    /// Whether the run in marks is speech of its own and no part of the clause before it.
    #[must_use]
    pub fn quote_speaks(&self, n: usize) -> bool {
        let Some(run) = self.quote(n).and_then(|run| self.marked.get(run)) else { return false };
        let last = self.prose.raw(run.inner.end.saturating_sub(1));
        let may_end = matches!(last, "." | "!" | "?" | "…" | "..." | "—")
            || last == "," && self.prose.is_capitalised(run.inner.start);
        self.quote_is_whole(n) && run.inner.len() > LEAST_SPEECH && may_end
    }

    fn ends_in_comma(&self, run: usize) -> bool {
        let last = self.marked.get(run).map(|m| m.inner.end.saturating_sub(1));
        last.is_some_and(|at| matches!(self.prose.raw(at), "," | "." | "!" | "?"))
    }

    /// Whether a verb of reporting stands at the item.
    #[must_use]
    pub fn reports(&self, n: usize) -> bool {
        let found = self.token(n).and_then(|at| self.lex.reporting_verbs.phrase(self.prose.lowers(at)));
        found.is_some_and(|(len, _)| len > 1 || self.is_verb(n))
    }

    /// Whether nothing that could be content follows the verb: a comma, the end, an addressee, time and place.
    #[must_use]
    pub fn closes_report(&self, verb: usize) -> bool {
        let next = verb + 1;
        self.is_end(next)
            || self.is_mark(next, &[",", ".", ":"])
            || matches!(self.class(next), "prep" | "obj")
            || self.is_day(next)
            || self.quote(next).is_some()
            || self.is(verb, "told")
    }

    /// First item of the clause that ends before `end`.
    #[must_use]
    pub fn clause_start(&self, floor: usize, end: usize) -> usize {
        let floor = floor.max(end.saturating_sub(LONGEST_CLAUSE));
        let mut start = (floor..end).rev().find(|&n| self.is_mark(n, &[";"])).map_or(floor, |n| n + 1);
        while start < end
            && (matches!(self.word(start), "but" | "and" | "yet" | "so" | "however" | "meanwhile" | "still")
                || self.is_punctuation(start))
        {
            start += 1;
        }
        start
    }
}
