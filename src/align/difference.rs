//! Where two wordings of one utterance differ, place by place, and what each difference is.
//!
//! In: a version, the reference and their [`Wording`]. Out: [`Difference`]s in order. Example: "we will not pay" beside "we will pay them": "not" is a
//! denial on one side only, and "them" is cut. Limits: a name says what kind of words differ, not whether the sense changes.

use std::ops::Range;

use crate::align::loss::TURNS;
use crate::align::utterance::Utterance;
use crate::align::wording::{Wording, is_light};
use crate::corpus::Corpus;
use crate::kind::DifferenceKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;

/// Wordings that share less than this, in percent of the shorter, differ throughout.
const LEAST_ALIKE: usize = 45;
/// A longer cut is told as one, whatever stands in it.
const LONGEST_NAMED: usize = 6;
/// A name is what differs where no more than this stands beside it.
const LONGEST_NAME: usize = 3;

/// One place where a version parts from the reference; one of the ranges may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What kind of words differ.
    pub kind: DifferenceKind,
    /// Words of the version.
    pub own: Range<usize>,
    /// Words of the reference.
    pub reference: Range<usize>,
}

fn is_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn has_figure(words: &[String]) -> bool {
    words.iter().any(|word| is_figure(word))
}

/// Two wordings with the texts that they stand in.
pub struct Sides<'a> {
    lex: &'a Lexicon,
    own: &'a Utterance,
    reference: &'a Utterance,
    own_prose: &'a Prose,
    reference_prose: &'a Prose,
}

impl<'a> Sides<'a> {
    /// The version and the reference; `None` where an article is not in the corpus.
    #[must_use]
    pub fn new(
        lex: &'a Lexicon,
        corpus: &'a Corpus,
        own: &'a Utterance,
        reference: &'a Utterance,
    ) -> Option<Sides<'a>> {
        let own_prose = &corpus.documents.get(own.article)?.prose;
        let reference_prose = &corpus.documents.get(reference.article)?.prose;
        Some(Sides { lex, own, reference, own_prose, reference_prose })
    }

    /// Every difference, in the order of the words.
    #[must_use]
    pub fn differences(&self, wording: &Wording) -> Vec<Difference> {
        let (own, reference) = (self.own.words.len(), self.reference.words.len());
        if wording.cover(self.own, self.reference) < LEAST_ALIKE {
            return vec![Difference { kind: DifferenceKind::Wording, own: 0..own, reference: 0..reference }];
        }
        let inside = wording.gaps.iter().map(|p| (p.a.clone(), p.b.clone()));
        let mut places = vec![(0..wording.a.start, 0..wording.b.start)];
        places.extend(inside);
        places.push((wording.a.end..own, wording.b.end..reference));
        places.retain(|(a, b)| !a.is_empty() || !b.is_empty());
        if self.is_reordered() {
            let whole = |ranges: &mut dyn Iterator<Item = &Range<usize>>| {
                let ranges = ranges.filter(|r| !r.is_empty()).cloned();
                ranges.reduce(|x, y| x.start.min(y.start)..x.end.max(y.end)).unwrap_or(0..0)
            };
            let own = whole(&mut places.iter().map(|(own, _)| own));
            let reference = whole(&mut places.iter().map(|(_, reference)| reference));
            return vec![Difference { kind: DifferenceKind::Order, own, reference }];
        }
        places.into_iter().map(|(own, reference)| self.difference(own, reference)).collect()
    }

    fn is_reordered(&self) -> bool {
        let sorted = |u: &'a Utterance| {
            let mut words: Vec<&str> = u.words.iter().map(String::as_str).collect();
            words.sort_unstable();
            words
        };
        self.own.words.len() == self.reference.words.len()
            && self.own.words != self.reference.words
            && sorted(self.own) == sorted(self.reference)
    }

    fn difference(&self, own: Range<usize>, reference: Range<usize>) -> Difference {
        Difference { kind: self.kind(&own, &reference), own, reference }
    }

    fn kind(&self, own: &Range<usize>, reference: &Range<usize>) -> DifferenceKind {
        let mine = self.own.words.get(own.clone()).unwrap_or(&[]);
        let theirs = self.reference.words.get(reference.clone()).unwrap_or(&[]);
        let one_side =
            |fits: &dyn Fn(&str) -> bool| mine.iter().any(|w| fits(w)) != theirs.iter().any(|w| fits(w));
        let any = |fits: &dyn Fn(&str) -> bool| mine.iter().chain(theirs).any(|w| fits(w));
        let class = |word: &str| self.lex.word_classes.column(word, 0).unwrap_or("");
        let is_end = own.start == 0 && reference.start == 0
            || own.end == self.own.words.len() && reference.end == self.reference.words.len();
        let is_cut = is_end && (own.is_empty() || reference.is_empty());
        let is_long = own.len().max(reference.len()) > LONGEST_NAMED;
        if is_cut && is_long {
            return DifferenceKind::Cut;
        }
        if one_side(&|w| class(w) == "neg" || w == "not" || w == "never") {
            DifferenceKind::Denial
        } else if has_figure(mine) && has_figure(theirs) || any(&|w| is_figure(w) && w != "1") {
            // "One" alone may be a pronoun.
            DifferenceKind::Figure
        } else if one_side(&|w| TURNS.contains(&w)) {
            DifferenceKind::Condition
        } else if any(&|w| class(w) == "modal" || self.lex.likelihoods.has(w)) && !is_cut {
            DifferenceKind::Likelihood
        } else if any(&|w| self.lex.degrees.has(w)) && own.len().min(reference.len()) == 0 {
            DifferenceKind::Degree
        } else if is_cut {
            DifferenceKind::Cut
        } else if self.is_edited(own, reference) {
            DifferenceKind::Edit
        } else if mine.iter().chain(theirs).all(|w| is_light(w)) {
            DifferenceKind::Filler
        } else if self.is_same_lemmas(own, reference) {
            DifferenceKind::Form
        } else if self.has_name(own, reference) {
            DifferenceKind::Name
        } else {
            DifferenceKind::Wording
        }
    }

    /// A bracket or three dots stand at the place.
    fn is_edited(&self, own: &Range<usize>, reference: &Range<usize>) -> bool {
        let at = |u: &Utterance, range: &Range<usize>| {
            u.edits.iter().any(|e| (range.start..=range.end).contains(e))
        };
        at(self.own, own) || at(self.reference, reference)
    }

    fn is_same_lemmas(&self, own: &Range<usize>, reference: &Range<usize>) -> bool {
        let lemmas = |u: &Utterance, prose: &'a Prose, range: &Range<usize>| -> Vec<&'a str> {
            u.places.get(range.clone()).unwrap_or(&[]).iter().map(|&at| prose.lemma(at)).collect()
        };
        own.len() == reference.len()
            && lemmas(self.own, self.own_prose, own)
                == lemmas(self.reference, self.reference_prose, reference)
    }

    fn has_name(&self, own: &Range<usize>, reference: &Range<usize>) -> bool {
        let at = |u: &Utterance, range: &Range<usize>| u.capitals.iter().any(|c| range.contains(c));
        let is_short = own.len().max(reference.len()) <= LONGEST_NAME;
        is_short && (at(self.own, own) || at(self.reference, reference))
    }
}
