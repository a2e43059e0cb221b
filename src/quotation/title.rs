//! Marks that name and do not quote: titles of works and programmes, nicknames, words as words.
//!
//! In: [`Prose`] and a marked run. Out: whether it is a title. Example: in `She told the radio's "Morning Desk" that …` nobody said "Morning Desk".
//! Limits: told by capitals and by the words beside the marks, so a slogan in capitals reads as a title unless a verb of saying stands beside it.

use std::ops::Range;

use crate::kind::BlockRole;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::quotation::delimit::Marked;
use crate::token::TokenKind;

/// A title has at most this many words.
const LONGEST_TITLE: usize = 9;
/// Behind a run, a verb of saying that ascribes it stands at most this many tokens away.
const LONGEST_SOURCE: usize = 8;
/// A short word inside a title may be in lower case.
const SHORT: usize = 4;

/// Notes which runs are titles.
pub fn note_titles(lex: &Lexicon, prose: &Prose, runs: &mut [Marked]) {
    let mut last: Option<usize> = None;
    for run in runs {
        let is_next = last.is_some_and(|end| is_listed(prose, end..run.outer.start));
        run.is_title = is_title(lex, prose, run, is_next);
        last = run.is_title.then_some(run.outer.end);
    }
}

/// "'The Weir' and 'The Dam'": what stands between two titles of a list.
fn is_listed(prose: &Prose, between: Range<usize>) -> bool {
    between.len() <= 2 && between.clone().all(|at| matches!(prose.lower(at), "," | "and" | "or" | "&"))
}

fn is_title(lex: &Lexicon, prose: &Prose, run: &Marked, is_next: bool) -> bool {
    let words = run.inner.clone().filter(|&at| prose.kind(at) == TokenKind::Word);
    let in_body = !matches!(prose.role_of(run.outer.start), BlockRole::Headline | BlockRole::Standfirst);
    if !run.is_closed || !in_body || words.clone().count() > LONGEST_TITLE {
        return false;
    }
    if is_nickname(prose, run) {
        return true;
    }
    let last = prose.raw(run.inner.end.saturating_sub(1));
    let is_list = run.inner.clone().rev().skip(1).any(|at| prose.raw(at) == ",");
    if is_list || matches!(last, "!" | "?" | "…" | "—") || !has_title_case(lex, prose, run.inner.clone())
    {
        return false;
    }
    let place = Place { lex, prose, run };
    if is_next || place.names_a_work() {
        return true;
    }
    let count = words.clone().filter(|&at| !is_small(lex, prose, at)).count();
    let is_long = count > 1 || words.clone().count() > 2 && words.clone().all(|at| prose.is_capitalised(at));
    is_long && !place.follows_cue() && !place.precedes_source() && !place.opens_sentence()
}

/// A first name in marks inside a name.
fn is_nickname(prose: &Prose, run: &Marked) -> bool {
    let before = run.outer.start.wrapping_sub(1);
    let is_name = |at: usize| prose.kind(at) == TokenKind::Word && prose.is_capitalised(at);
    let same_sentence = prose.sentence_of(before) == prose.sentence_of(run.outer.end);
    run.inner.len() <= 3
        && is_name(before)
        && is_name(run.outer.end)
        && same_sentence
        && prose.is_capitalised(run.inner.start)
        && run.inner.clone().all(|at| prose.kind(at) == TokenKind::Word)
}

/// Every word of meaning begins with a capital.
fn has_title_case(lex: &Lexicon, prose: &Prose, tokens: Range<usize>) -> bool {
    let is_word = |at: usize| prose.kind(at) == TokenKind::Word && !prose.raw(at).starts_with(['\'', '’']);
    let fits = |at: usize| prose.is_capitalised(at) || is_small(lex, prose, at);
    prose.is_capitalised(tokens.start) && tokens.clone().all(|at| !is_word(at) || fits(at))
}

fn is_small(lex: &Lexicon, prose: &Prose, at: usize) -> bool {
    let word = prose.lower(at);
    lex.word_classes.has(word) && word.len() <= SHORT || word == "n't"
}

struct Place<'a> {
    lex: &'a Lexicon,
    prose: &'a Prose,
    run: &'a Marked,
}

impl Place<'_> {
    /// "the radio's 'Morning Desk'", "her novel 'The Weir'", "known as 'Red Ann'".
    fn names_a_work(&self) -> bool {
        let Some(before) = self.run.outer.start.checked_sub(1) else { return false };
        let word = |at: usize| self.prose.lower(at);
        let last = if matches!(word(before), "," | ":") { before.saturating_sub(1) } else { before };
        let is_work = |at: usize| self.lex.work_words.has(word(at)) && !self.prose.is_capitalised(at);
        let owner = before.saturating_sub(1);
        let is_owner = word(before) == "'s" && (self.prose.is_capitalised(owner) || is_work(owner));
        let follows = self.run.outer.end;
        is_owner
            || is_work(last) && last + 1 >= before
            || self.prose.sentence_of(follows) == self.prose.sentence_of(before) && is_work(follows)
            || matches!(word(last), "as" | "of") && is_work(last.saturating_sub(1))
    }

    /// A verb of saying, or a colon, right before the marks.
    fn follows_cue(&self) -> bool {
        let Some(before) = self.run.outer.start.checked_sub(1) else { return false };
        let at = match self.prose.raw(before) {
            ":" => return true,
            "," | "—" | "–" => before.saturating_sub(1),
            _ => before,
        };
        let says = |at: usize| {
            let word = self.prose.lower(at);
            self.lex.reporting_verbs.has(word) || self.lex.speech_nouns.has(word)
        };
        let start = self.prose.sentence_at(at).map_or(at, |s| s.start).max(at.saturating_sub(LONGEST_SOURCE));
        says(at) || matches!(self.prose.lower(at), "of" | "as") && (start..at).any(says)
    }

    /// `"Barack Obama," she said`: a comma inside the marks and a verb of saying with its subject behind them.
    fn precedes_source(&self) -> bool {
        let prose = self.prose;
        let from = self.run.outer.end;
        let end = prose.sentence_at(from).map_or(from, |s| s.end).min(from + LONGEST_SOURCE);
        let verb = (from..end).find(|&at| self.lex.reporting_verbs.has(prose.lower(at)));
        prose.raw(from.saturating_sub(2)) == "," && verb.is_some()
    }

    /// Words in marks at the head of a sentence are speech when a comma parts them from the rest of it.
    fn opens_sentence(&self) -> bool {
        let sentence = self.prose.sentence_at(self.run.outer.start);
        let ends_in_comma = self.prose.raw(self.run.inner.end.saturating_sub(1)) == ",";
        ends_in_comma && sentence.is_some_and(|s| s.start == self.run.outer.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::delimit::marked;

    fn titles(text: &str) -> Vec<String> {
        let lex = Lexicon::builtin();
        let prose = Prose::read(lex, text);
        let mut runs = marked(lex, &prose);
        note_titles(lex, &prose, &mut runs);
        let all = runs.iter().filter(|run| run.is_title);
        all.map(|run| prose.cover(run.inner.clone()).of(text).to_owned()).collect()
    }

    #[test]
    fn names_in_marks() {
        for (text, want) in [
            ("She told Acme Radio's \"Morning Desk\" that it is over.", "Morning Desk"),
            ("Her novel “Weir,” Kane said, is old.", "Weir,"),
            ("Tom “Red” Hale left.", "Red"),
            ("Ann Lee also spoke on “Face of the Town.” It went well.", "Face of the Town."),
            ("The leader is known as \"Owl\" here.", "Owl"),
        ] {
            assert_eq!(titles(text), [want], "{text}");
        }
    }

    #[test]
    fn speech_in_capitals_is_no_title() {
        for text in [
            "The crowd chanted “Open The Bridge” on Monday.",
            "“Ann Lee,” she said.",
            "He was blunt: “Tom Hale.”",
            "“Never,” said Lee.",
        ] {
            assert!(titles(text).is_empty(), "{text}");
        }
    }
}
