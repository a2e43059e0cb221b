//! What stands before its attribution: the run or clause that a verb behind it ascribes.
//!
//! In: a passage, a cue and the place where the attribution begins. Out: more attributions for the [`Reader`]. Example: in `"We won," the mayor's envoy, Ann
//! Smith, said` the run is ascribed to Ann Smith. Limits: a clause reaches back to the last thing that was ascribed, or to the start of its sentence.

use std::ops::Range;

use crate::quotation::attribute::{REPORTED, Reader};
use crate::quotation::content::Content;
use crate::quotation::cue::Cue;

impl Reader<'_, '_> {
    /// `"…," the mayor's envoy, Ann Smith, said`: the whole source begins right behind the run, where the name in it is apposed.
    pub(super) fn behind_run(&self, start: usize) -> usize {
        let p = self.p;
        let comma = start.checked_sub(1).filter(|&n| p.is_mark(n, &[",", "—", "–"]));
        let before = comma.and_then(|n| n.checked_sub(1)).and_then(|n| p.phrase_ending(n));
        let begins = before.map(|r| r.start).filter(|&n| n > 0 && p.quote(n - 1).is_some());
        begins.unwrap_or(start)
    }

    /// What stands before the attribution.
    pub(super) fn left(
        &mut self,
        cue: &Cue,
        source: &Option<Range<usize>>,
        anchor: usize,
        has_right: bool,
        confidence: u8,
    ) {
        let p = self.p;
        if cue.is_participle || source.is_none() || !(cue.takes('q') || cue.takes('b') || cue.takes('c')) {
            return;
        }
        let Some(before) = anchor.checked_sub(1) else { return };
        let is_comma = p.is_mark(before, &[","]) || p.is_dash(before);
        let quote = if p.quote(before).is_some() {
            Some(before)
        } else {
            before.checked_sub(1).filter(|&n| is_comma && p.quote(n).is_some())
        };
        if let Some(n) = quote {
            let begins = n == 0
                || n <= self.taken
                || p.is_punctuation(n - 1)
                || p.quote_is_whole(n) && !p.is_nominal(n - 1)
                || matches!(p.class(n - 1), "coord");
            if begins || has_right {
                let first = self.first_of_list(n);
                for n in first..n + 1 {
                    if p.quote(n).is_some_and(|run| !self.is_taken(run)) {
                        let content = Content { items: n..n + 1, is_quote: true, addressee: None };
                        self.put(content, Some(cue.range.clone()), source.clone(), confidence);
                    }
                }
                return;
            }
        }
        let is_inverted = anchor == p.verb_group_start(cue.range.start);
        let closes = is_inverted || p.closes_report(cue.range.end - 1) || p.is_nominal(cue.range.end);
        if has_right || !is_comma && quote.is_none() || !closes {
            return;
        }
        let end = before + usize::from(!is_comma);
        let around =
            self.behind_insertion(cue).and_then(|last| self.clause(p.clause_start(self.taken, end), last));
        if let Some(content) = around.or_else(|| self.left_content(end)) {
            self.put(content, Some(cue.range.clone()), source.clone(), confidence.min(REPORTED));
        }
    }

    /// "The plan, he said, is dead": the clause goes on behind the inserted attribution.
    fn behind_insertion(&self, cue: &Cue) -> Option<usize> {
        let p = self.p;
        let comma = (cue.range.end..p.len().min(cue.range.end + 6)).find(|&n| p.is_mark(n, &[","]))?;
        let next = comma + 1;
        let is_new = matches!(p.class(next), "coord" | "rel" | "sub")
            || matches!(p.word(next), "who" | "that" | "citing")
            || p.quote(next).is_some();
        let is_adjunct =
            (cue.range.end..comma).all(|n| p.class(n) != "coord" && !p.is_verb(n) && p.quote(n).is_none());
        (!is_new && is_adjunct && !p.word(next).ends_with("ing") && comma == cue.range.end)
            .then(|| p.clause_end(next))
    }

    /// "'It is old' and 'it will fall,' Smith said": the first of the runs that "and" joins to the last.
    fn first_of_list(&self, last: usize) -> usize {
        let p = self.p;
        let mut first = last;
        while first >= 2 && matches!(p.word(first - 1), "and" | "or" | "but") && p.quote(first - 2).is_some()
        {
            first -= 2;
        }
        first
    }

    /// The clause that ends before `end`.
    pub(super) fn left_content(&self, end: usize) -> Option<Content> {
        let p = self.p;
        let mut end = end;
        while end > 0 && p.is_punctuation(end - 1) {
            end -= 1;
        }
        let start = p.clause_start(self.taken, end);
        if end == start + 1 && p.quote(start).is_some() {
            return Some(Content { items: start..end, is_quote: true, addressee: None });
        }
        let has_verb =
            (start..end).any(|n| p.is_verb(n) || p.word(n).starts_with('\'') || p.quote(n).is_some());
        (has_verb || end > start + 5).then(|| self.clause(start, end)).flatten()
    }
}
