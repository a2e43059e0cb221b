//! Attributions without a verb of reporting: a heading's colon, a verb of manner behind an utterance, an announcement, "reportedly".
//!
//! In: a passage. Out: more attributions for the [`Reader`]. Example: in `"Go home!" Smith barked.` the verb ascribes by its place alone. Limits: the
//! verb must stand right beside the run.

use std::ops::Range;

use crate::quotation::attribute::{CONTINUED_FAR, REPORTED, Reader, SHARED, UNKNOWN};
use crate::quotation::content::Content;
use crate::quotation::cue::Cue;

impl Reader<'_, '_> {
    /// `"Go home!" Smith barked.`: behind a whole utterance any verb with its subject ascribes.
    pub(super) fn manner(&mut self) {
        let p = self.p;
        for n in 0..p.len() {
            let Some(run) = p.quote(n).filter(|&run| !self.is_taken(run)) else { continue };
            let stop = p.marked.get(run).map_or("", |m| p.prose.raw(m.inner.end.saturating_sub(1)));
            if !matches!(stop, "," | "!" | "?") || !p.quote_is_whole(n) {
                continue;
            }
            let Some((source, verb)) = self.subject_and_verb(n + 1) else { continue };
            self.put(
                Content { items: n..n + 1, is_quote: true, addressee: None },
                Some(verb),
                Some(source),
                SHARED,
            );
        }
    }

    /// A name or pronoun with a verb behind it or before it.
    fn subject_and_verb(&self, at: usize) -> Option<(Range<usize>, Range<usize>)> {
        let p = self.p;
        let is_speaker = |r: &Range<usize>| p.class(r.start) == "pron" || p.is_capitalised(r.end - 1);
        let is_past = |n: usize| p.is_verb(n) || p.word(n).ends_with("ed") && !p.is_capitalised(n);
        if is_past(at) {
            return p.phrase_beginning(at + 1).filter(|r| is_speaker(r)).map(|r| (r, at..at + 1));
        }
        let mut range = p.phrase_beginning(at)?;
        if let Some(verb) = range.clone().find(|&n| n > range.start && is_past(n)) {
            range.end = verb;
        }
        (is_past(range.end) && is_speaker(&range)).then(|| (range.clone(), range.end..range.end + 1))
    }

    /// `"…" — Ann Smith`: a name behind a dash at the end.
    pub(super) fn signed(&mut self) {
        let p = self.p;
        for n in 0..p.len() {
            let is_free = p.quote(n).is_some_and(|run| !self.is_taken(run));
            if !is_free || !p.is_dash(n + 1) || !p.quote_speaks(n) {
                continue;
            }
            let named = p
                .phrase_beginning(n + 2)
                .filter(|r| p.is_capitalised(r.start) && p.is_capitalised(r.end - 1));
            if let Some(source) = named.filter(|r| p.is_end(r.end) || p.is_mark(r.end, &[","])) {
                let content = Content { items: n..n + 1, is_quote: true, addressee: None };
                self.put(content, Some(n + 1..n + 2), Some(source), REPORTED);
            }
        }
    }

    /// `Ann Smith: "…"`, `The crowd had one message: "…"`.
    pub(super) fn announced(&mut self) {
        let p = self.p;
        for n in 2..p.len() {
            let is_open = p.quote(n).is_some_and(|run| !self.is_taken(run)) && p.is_mark(n - 1, &[":"]);
            if !is_open {
                continue;
            }
            let named = p
                .phrase_ending(n - 2)
                .filter(|r| p.is_capitalised(r.start) && p.is_capitalised(r.end - 1) && r.len() <= 6);
            // A name alone before the colon is a label.
            let is_label = named.as_ref().is_some_and(|r| (0..r.start).all(|i| p.is_quote_mark(i)));
            let surely = if is_label { REPORTED } else { CONTINUED_FAR };
            if let Some(source) = named.or_else(|| p.main_subject(n)) {
                let content = Content { items: n..n + 1, is_quote: true, addressee: None };
                self.put(content, Some(n - 1..n), Some(source), surely);
            }
        }
    }

    /// "Bridge may close: town hall" and "Town hall: bridge may close".
    pub(super) fn colon(&mut self) {
        let p = self.p;
        let Some(colon) = (1..p.len()).rev().find(|&n| p.is_mark(n, &[":"])) else { return };
        let right = colon + 1..p.len();
        let left = 0..colon;
        let is_short = |r: &Range<usize>| {
            (1..=5).contains(&r.len())
                && r.clone().all(|n| p.is_nominal(n) || p.is(n, "'s") || p.class(n) == "det")
                && p.is_capitalised(r.start)
        };
        let (source, content) = if is_short(&right) && left.len() > right.len() {
            (right, left)
        } else if is_short(&left) && right.len() > left.len() && p.quote(colon + 1).is_some() {
            (left, right)
        } else {
            return;
        };
        let found = Content {
            is_quote: content.len() == 1 && p.quote(content.start).is_some(),
            items: content,
            addressee: None,
        };
        self.put(found, Some(colon..colon + 1), Some(source), REPORTED);
    }

    pub(super) fn reportedly(&mut self, cue: &Cue) {
        let p = self.p;
        let end = p.clause_end(cue.range.end);
        let start = p.clause_start(0, end);
        if end > start + 3 && cue.range.start > start {
            self.put(
                Content { items: start..end, is_quote: false, addressee: None },
                Some(cue.range.clone()),
                None,
                UNKNOWN,
            );
        }
    }
}
