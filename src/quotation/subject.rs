//! Subjects: the phrase that a verb of reporting belongs to.
//!
//! In: a [`Passage`] and the place of a verb. Out: a [`Subject`]. Example: in "Ann Smith, who chairs the board, has also said that …" the subject of
//! "said" is "Ann Smith". Limits: insertions are stepped over by their commas, not by a parse.

use std::ops::Range;

use crate::quotation::passage::Passage;
use crate::tag::Pos;

/// A clause or participle between a noun and its verb has at most this many items.
const LONGEST_MODIFIER: usize = 12;
/// So many commas are looked behind for the subject.
const MOST_INSERTIONS: usize = 5;
/// An insertion between subject and verb has at most this many items.
const LONGEST_INSERTION: usize = 45;

/// How the subject of a verb was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// It stands before the verb.
    Before(Range<usize>),
    /// The verb shares the subject of an earlier one ("and added").
    Shared,
    /// Nothing stands before the verb: it may come behind.
    Open,
}

impl Passage<'_> {
    /// Steps back from a verb over its auxiliaries, adverbs and time words; gives the place just behind the subject.
    #[must_use]
    pub fn verb_group_start(&self, verb: usize) -> usize {
        let mut at = verb;
        while at > 0 {
            let n = at - 1;
            let word = self.word(n);
            let is_chain = matches!(
                word,
                "to" | "on" | "went" | "goes" | "go" | "continued" | "as" | "quoted" | "cited" | "back"
            ) && at < verb + 1
                && matches!(
                    self.word(at),
                    "to" | "on" | "say" | "saying" | "as" | "back" | "said" | "quoted"
                );
            let is_clitic = matches!(word, "'s" | "'ve" | "'d") && self.pos(n) != Pos::Part;
            if matches!(self.class(n), "aux" | "modal" | "neg" | "adv")
                || is_clitic
                || is_chain
                || self.is_adverb(n)
                || word == "all"
                || word == "both"
            {
                at = n;
            } else if let Some(start) = self.time_adjunct_before(at) {
                at = start;
            } else {
                break;
            }
        }
        at
    }

    pub(super) fn is_adverb(&self, n: usize) -> bool {
        let word = self.word(n);
        self.pos(n) == Pos::Adv && (n == 0 || !self.is_capitalised(n))
            || word.len() > 4 && word.ends_with("ly") && !self.is_capitalised(n)
    }

    /// "Smith on Wednesday said", "Smith in a statement said", "Smith late Tuesday said".
    fn time_adjunct_before(&self, end: usize) -> Option<usize> {
        let n = end.checked_sub(1)?;
        let word = self.word(n);
        if !self.is_day(n)
            && !matches!(
                word,
                "statement" | "interview" | "tweet" | "morning" | "evening" | "afternoon" | "night" | "week"
            )
        {
            return None;
        }
        let from = end.saturating_sub(4);
        let found = (from..n).rev().find(|&i| {
            matches!(self.word(i), "on" | "in" | "late" | "later" | "early" | "earlier" | "last" | "this")
        });
        match found {
            Some(i) if i > 0 => Some(
                if matches!(self.word(i), "last" | "this")
                    && matches!(self.word(i - 1), "on" | "late" | "early")
                {
                    i - 1
                } else {
                    i
                },
            ),
            _ => self.is_day(n).then_some(n),
        }
    }

    /// A day of the week.
    #[must_use]
    pub fn is_day(&self, n: usize) -> bool {
        matches!(
            self.word(n),
            "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
                | "yesterday"
                | "today"
                | "tonight"
        )
    }

    /// The subject of the verb at `verb`.
    #[must_use]
    pub fn subject(&self, verb: usize) -> Subject {
        let end = self.skip_brackets(self.verb_group_start(verb));
        let Some(last) = end.checked_sub(1) else { return Subject::Open };
        if self.quote(last).is_some() || self.is_mark(last, &[":", ";", "…", "..."]) {
            return Subject::Open;
        }
        if self.is_mark(last, &[","]) || self.is_dash(last) {
            return self.subject_across(last);
        }
        match self.word(last) {
            "and" | "but" | "or" | "then" | "nor" | "yet" => return Subject::Shared,
            "who" | "which" | "that" => {
                let before = if last > 0 && self.is_mark(last - 1, &[","]) { last - 1 } else { last };
                return before
                    .checked_sub(1)
                    .and_then(|n| self.phrase_ending(n))
                    .map_or(Subject::Shared, Subject::Before);
            }
            _ => {}
        }
        let found = self.phrase_ending(last);
        found.map_or(Subject::Open, |range| Subject::Before(self.modified(&range).unwrap_or(range)))
    }

    /// "A man who spoke on the dam said", "People marching in the streets chanted": the noun that the clause or participle before the verb modifies.
    fn modified(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let before = range.start.checked_sub(1).filter(|&n| self.class(n) == "prep" || self.is_verb(n))?;
        for n in (before.saturating_sub(LONGEST_MODIFIER)..=before).rev() {
            if self.is_punctuation(n) || self.quote(n).is_some() || matches!(self.class(n), "coord" | "sub") {
                return None;
            }
            if n > 0 && (self.is(n, "who") || self.is_gerund(n) && self.is_nominal(n - 1)) {
                return self.phrase_ending(n - 1).filter(|r| self.is_clause_start(r.start));
            }
        }
        None
    }

    /// Steps over a bracket that ends just before `end`.
    fn skip_brackets(&self, end: usize) -> usize {
        let Some(last) = end.checked_sub(1) else { return end };
        if !self.is_mark(last, &[")", "]"]) {
            return end;
        }
        (last.saturating_sub(14)..last).rev().find(|&n| self.is_mark(n, &["(", "["])).unwrap_or(end)
    }

    /// Steps over a bracket that begins at `at`.
    #[must_use]
    pub fn skip_bracket_after(&self, at: usize) -> usize {
        if !self.is_mark(at, &["(", "["]) {
            return at;
        }
        (at + 1..self.len().min(at + 14)).find(|&n| self.is_mark(n, &[")", "]"])).map_or(at, |n| n + 1)
    }

    /// The verb follows a comma or dash: the subject stands before an insertion, or the verb shares one, or it comes behind.
    fn subject_across(&self, mark: usize) -> Subject {
        if mark == 0 || self.quote(mark - 1).is_some() {
            return Subject::Open;
        }
        let beside = self.skip_brackets(mark).checked_sub(1).and_then(|n| self.phrase_ending(n));
        let beside = beside.filter(|r| self.is_capitalised(r.end - 1) && self.is_clause_start(r.start));
        // "Ann Lee (the mayor), said"
        if self.is_mark(mark - 1, &[")", "]"]) && beside.is_some() {
            return beside.map_or(Subject::Open, Subject::Before);
        }
        let mut right = mark;
        let mut found: Option<Range<usize>> = None;
        for _ in 0..MOST_INSERTIONS {
            let from = mark.saturating_sub(LONGEST_INSERTION);
            let is_border = |n: &usize| self.is_mark(*n, &[",", "—", "–", "--"]);
            let Some(left) = (from..right).rev().find(is_border) else { break };
            let Some(last) = left.checked_sub(1).filter(|&n| self.quote(n).is_none()) else { break };
            let end = self.skip_brackets(left);
            let range = end.checked_sub(1).and_then(|n| self.phrase_ending(n));
            if let Some(range) = range.filter(|r| self.is_clause_start(r.start) && !self.is_day(last)) {
                let is_apposed = self.is_apposed(range.start);
                if found.is_none() || !is_apposed {
                    let named = self.apposition(&range, left + 1);
                    found = Some(named.unwrap_or(range));
                }
                if !is_apposed {
                    break;
                }
            }
            right = left;
        }
        found.or(beside).map_or(Subject::Open, Subject::Before)
    }

    /// "Ann Smith, the mayor, …": the phrase stands behind a comma and a noun, which may be the true subject.
    fn is_apposed(&self, start: usize) -> bool {
        let Some(comma) = start.checked_sub(1).filter(|&n| self.is_mark(n, &[","])) else { return false };
        comma > 0 && self.is_nominal(comma - 1) && !self.is_day(comma - 1)
    }

    /// "the mayor's envoy, Ann Smith, said": the name in the insertion stands for the whole.
    fn apposition(&self, range: &Range<usize>, inner: usize) -> Option<Range<usize>> {
        let head = range.end - 1;
        let name_end =
            (inner..self.len()).take_while(|&n| self.is_capitalised(n) && self.is_nominal(n)).count();
        (!self.is_capitalised(head) && name_end >= 2 && self.is_mark(inner + name_end, &[",", "—", "–"]))
            .then_some(inner..inner + name_end)
    }

    /// Whether a clause may begin at the item.
    #[must_use]
    pub fn is_clause_start(&self, n: usize) -> bool {
        let Some(before) = n.checked_sub(1) else { return true };
        let joins_clauses = self.class(before) == "coord"
            && (before == 0 || self.is(before, "but") || self.is_punctuation(before - 1));
        self.is_punctuation(before)
            || self.closes_with_comma(before)
            || self.quote(before).is_some()
            || joins_clauses
            || matches!(self.class(before), "sub" | "that" | "adv")
            || self.is_adverb(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::prose::Prose;
    use crate::quotation::passage::passages;

    fn subject(text: &str, verb: &str) -> String {
        let lex = Lexicon::builtin();
        let prose = Prose::read(lex, text);
        let all = passages(lex, &prose, &[]);
        let p = all.first().unwrap();
        let at = (0..p.len()).find(|&n| p.is(n, verb)).unwrap();
        match p.subject(at) {
            Subject::Before(range) => prose.cover(p.tokens(&range)).of(text).to_owned(),
            Subject::Shared => "shared".to_owned(),
            Subject::Open => "open".to_owned(),
        }
    }

    #[test]
    fn subjects() {
        for (text, verb, want) in [
            ("Ann Smith has also said so.", "said", "Ann Smith"),
            ("Ann Smith, who chairs the board, said so.", "said", "Ann Smith"),
            ("The head of the union on Monday said so.", "said", "The head of the union"),
            ("In the town, a White House official said so.", "said", "a White House official"),
            ("Smith came and said so.", "said", "shared"),
            ("It is over, said Smith.", "said", "open"),
        ] {
            assert_eq!(subject(text, verb), want, "{text}");
        }
    }
}
