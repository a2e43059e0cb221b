//! Offices told of in clauses: "Ann Lee, who served as mayor of Leeds until 2019", "Lee was elected governor", "Lee resigned as minister".
//!
//! In: the reader of offices and a mention. Out: the office that the clause behind the name gives. The verb says whether it is held now, was held at the
//! time told of, or has been given up; a year behind the title makes it one of that time. Limit: only the clause whose subject the name is,
//! and only what is stated: plans, bids and denials give no office.

use crate::entity::office::Reader;
use crate::entity::{Mention, Office};
use crate::kind::OfficeStatus::{self, Current, Former, Then};

/// Words between the subject and its verb that change nothing.
const ADVERBS: [&str; 10] =
    ["also", "now", "previously", "formerly", "later", "once", "currently", "recently", "twice", "briefly"];

/// Verb phrases before a title, and what they say of the office.
const VERBS: [(&[&str], OfficeStatus); 26] = [
    (&["is"], Current),
    (&["has", "been"], Current),
    (&["serves", "as"], Current),
    (&["remains"], Current),
    (&["became"], Current),
    (&["has", "become"], Current),
    (&["took", "over", "as"], Current),
    (&["was", "elected"], Current),
    (&["was", "elected", "as"], Current),
    (&["was", "reelected"], Current),
    (&["was", "appointed"], Current),
    (&["was", "appointed", "as"], Current),
    (&["was", "named"], Current),
    (&["was", "named", "as"], Current),
    (&["was", "sworn", "in", "as"], Current),
    (&["was", "inaugurated", "as"], Current),
    (&["was"], Then),
    (&["had", "been"], Then),
    (&["served", "as"], Then),
    (&["has", "served", "as"], Then),
    (&["resigned", "as"], Former),
    (&["stepped", "down", "as"], Former),
    (&["quit", "as"], Former),
    (&["retired", "as"], Former),
    (&["was", "ousted", "as"], Former),
    (&["was", "removed", "as"], Former),
];

impl Reader<'_> {
    /// The office that the clause behind a name tells of.
    pub(super) fn told(&self, at: usize, mention: &Mention) -> Option<Office> {
        let end = mention.tokens.end;
        let is_relative = self.prose.raw(end) == "," && self.word(end + 1) == "who";
        let mut verb = if is_relative { end + 2 } else { end };
        if ADVERBS.contains(&self.word(verb)) {
            verb += 1;
        }
        let (words, status) = VERBS
            .iter()
            .filter(|(words, _)| words.iter().zip(verb..).all(|(word, i)| self.word(i) == *word))
            .max_by_key(|(words, _)| words.len())?;
        let mut start = verb + words.len();
        if ADVERBS.contains(&self.word(start)) {
            start += 1;
        }
        let phrase = self.phrase(start)?;
        let is_office = self.lex.titles.column(&phrase.title, 0) == Some("office");
        // "Lee is president" may be a part of much else; with a polity, or in a clause of its own, it is meant.
        let is_stated = !matches!(words, ["is" | "was"]) || is_relative || phrase.of.is_some();
        if !is_office || !is_stated {
            return None;
        }
        let dated = self.is_dated(phrase.tokens.end).then_some(Then).filter(|_| *status != Former);
        let status = phrase.status.or(dated).unwrap_or(*status);
        Some(self.given(at, phrase, status))
    }
}
