//! Sentences of two articles of which one says, in other words, what the other says but for one thing: that thing decides.
//!
//! In: pairs of sentences, laid side by side. Out: drafts of kind `negation`, `numeric`, `date-time`, `antonym`, `lexical`, `participants` or `location`.
//! Example: "About 870 infections were found in 21 countries" beside "Some 870 infections, in 25 countries". What is compared must stand beside words of
//! both sentences, and the article that differs must not have the other's word in a sentence on the same matter: then it tells of both.

mod doing;
mod figure;
mod name;
mod negation;
mod opposite;
mod partner;
mod specific;
mod time;

pub use time::exclude;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::align::{Aligned, Outlines, Pair, Parallel};
use crate::contradiction::parallel::partner::{Partners, is_near};
use crate::contradiction::passage::{BRIEF, is_check, opposed};
use crate::contradiction::{Draft, Findings};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, Severity};
use crate::lexicon::Lexicon;
use crate::tag::Pos;

/// Another sentence tells of the same matter when it shares at least this part of what the best one shares, in percent.
const ELSEWHERE: u32 = 60;

/// Words by which a sentence tells of what may be, will be, or was once more.
const WEIGHED: [&str; 14] = [
    "if", "unless", "would", "will", "wo", "may", "might", "could", "can", "should", "must", "shall",
    "again", "another",
];
/// Near copies share at least this part of their words, in percent.
const NEAR_COVERAGE: u32 = 80;

/// Sentences that say the same both ways share at least this part of the longer one's words, in percent.
const MUTUAL: usize = 75;

/// Two sentences with all that is known of them: `own` is the one that the other covers.
pub struct Sides<'a> {
    lex: &'a Lexicon,
    corpus: &'a Corpus,
    /// Article and sentence.
    own_at: (usize, usize),
    other_at: (usize, usize),
    own: &'a Document,
    other: &'a Document,
    own_tokens: Range<usize>,
    other_tokens: Range<usize>,
    parallel: Parallel,
    /// Whether the first article is a summary or a claim: all that it says should stand in the other, so less is asked of the sentences.
    is_brief: bool,
    /// Other sentences of the second article on the matter of the first sentence.
    elsewhere: Vec<usize>,
}

/// What differs, and why the two can not both be so.
pub struct Clash {
    kind: ContradictionKind,
    own: Range<usize>,
    other: Range<usize>,
    what: String,
    confidence: u8,
}

/// Reports what restated sentences differ in, unless a rule has reported the two sentences already.
pub fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let outlines = Outlines::new(aligned.lex, aligned.corpus);
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    let partners = Partners::new(aligned);
    for pair in aligned.passages.pairs.iter().filter(|p| is_near(aligned, p)) {
        for (own, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
            if !partners.is_close(own, other, pair.part) {
                continue;
            }
            let Some(sides) = Sides::new(aligned, &outlines, &partners, own, other, pair.part) else {
                continue;
            };
            let Some(clash) = sides.clash() else { continue };
            let draft = sides.draft(pair, &clash);
            if !findings.tells(&draft.evidence)
                && seen.insert((draft.kind.as_str().to_owned(), draft.topic.clone()))
            {
                findings.drafts.push(draft);
            }
        }
    }
}

impl<'a> Sides<'a> {
    fn new(
        aligned: &Aligned<'a>,
        outlines: &Outlines,
        partners: &Partners,
        own_at: (usize, usize),
        other_at: (usize, usize),
        part: u32,
    ) -> Option<Sides<'a>> {
        let corpus = aligned.corpus;
        let (own, other) = (corpus.documents.get(own_at.0)?, corpus.documents.get(other_at.0)?);
        let own_tokens = own.prose.sentences.get(own_at.1)?.clone();
        let other_tokens = other.prose.sentences.get(other_at.1)?.clone();
        if own.text(own.prose.cover(own_tokens.clone()))
            == other.text(other.prose.cover(other_tokens.clone()))
        {
            return None;
        }
        let is_body =
            |d: &Document, at: usize| matches!(d.prose.role_of(at), BlockRole::Body | BlockRole::Standfirst);
        if !is_body(own, own_tokens.start) || !is_body(other, other_tokens.start) {
            return None;
        }
        let is_question = |d: &Document, tokens: &Range<usize>| {
            (tokens.end.saturating_sub(2)..tokens.end).any(|i| d.prose.lower(i) == "?")
        };
        let is_weighed =
            |d: &Document, tokens: &Range<usize>| tokens.clone().any(|i| WEIGHED.contains(&d.prose.lower(i)));
        if is_question(own, &own_tokens)
            || is_question(other, &other_tokens)
            || is_weighed(own, &own_tokens) != is_weighed(other, &other_tokens)
        {
            return None;
        }
        let near = partners.in_article(own_at, other_at.0).iter();
        let elsewhere =
            near.filter(|(at, p)| *at != other_at && p * 100 >= part * ELSEWHERE).map(|(at, _)| at.1);
        let elsewhere = elsewhere.collect();
        Some(Sides {
            lex: aligned.lex,
            corpus,
            own_at,
            other_at,
            own,
            other,
            own_tokens,
            other_tokens,
            is_brief: is_check(corpus) && own.prose.len() <= BRIEF && own.prose.len() <= other.prose.len(),
            parallel: outlines.parallel(own_at, other_at)?,
            elsewhere,
        })
    }

    fn clash(&self) -> Option<Clash> {
        let found = negation::clash(self)
            .or_else(|| figure::clash(self))
            .or_else(|| time::clash(self))
            .or_else(|| opposite::clash(self))
            .or_else(|| name::clash(self))
            .or_else(|| specific::clash(self))?;
        let is_another = self.is_of_another(&found.own, &found.other)
            || found.kind == ContradictionKind::Antonym && self.has_other_unit();
        (!is_another).then_some(found)
    }

    /// How much of the first sentence the second article says, in percent, a stretch left out. What its neighbours say counts too.
    fn coverage(&self, skipped: &Range<usize>) -> u32 {
        self.parallel.coverage(&self.own_tokens, skipped, |i| self.is_beside(i))
    }

    /// How much of the first sentence stands anywhere in the second article, in percent, a stretch left out.
    fn wide_coverage(&self, skipped: &Range<usize>) -> u32 {
        let is_known = |i: usize| {
            let prose = &self.own.prose;
            self.other.prose.has_word(prose.lemma(i)) || self.other.prose.has_word(prose.lower(i))
        };
        self.parallel.coverage(&self.own_tokens, skipped, is_known)
    }

    /// How much of the first sentence the second one itself says, in percent, a stretch left out.
    fn own_coverage(&self, skipped: &Range<usize>) -> u32 {
        self.parallel.coverage(&self.own_tokens, skipped, |_| false)
    }

    /// Whether the sentences are the same but for two stretches: the words around these are, and nearly all others.
    fn is_near_copy(&self, own: &Range<usize>, other: &Range<usize>) -> bool {
        let anchors = self.parallel.anchors(own, other);
        let is_at_end = |at: usize| {
            let [left, right] = anchors;
            let (x, y) = if at == 0 { (left, right) } else { (right, left) };
            x.is_none() && y == Some(true)
        };
        let is_between = anchors == [Some(true), Some(true)] || is_at_end(0) || is_at_end(1);
        is_between && self.own_coverage(own) >= NEAR_COVERAGE
    }

    /// "From a month earlier" beside "from a year earlier": each measures by a unit that the other has not.
    fn has_other_unit(&self) -> bool {
        let is_unit = |d: &Document, i: usize| {
            matches!(d.prose.lemma(i), "day" | "week" | "month" | "quarter" | "year" | "decade")
        };
        let own = self.parallel.own.iter().any(|&i| is_unit(self.own, i) && self.parallel.link(i).is_none());
        own && self.parallel.other.iter().any(|&j| is_unit(self.other, j) && !self.parallel.is_met(j))
    }

    /// Words of names in the first sentence, outside a stretch.
    fn names<'s>(&'s self, skipped: &'s Range<usize>) -> impl Iterator<Item = usize> + 's {
        let own = self.parallel.own.iter().copied();
        own.filter(|i| !skipped.contains(i) && self.own.prose.pos(*i) == Pos::Propn)
    }

    /// Whether every name of the first sentence stands somewhere in the second article.
    fn knows_names(&self, skipped: &Range<usize>) -> bool {
        self.names(skipped)
            .all(|i| self.parallel.link(i).is_some() || self.other.prose.has_word(self.own.prose.lower(i)))
    }

    /// Whether each sentence says nearly all of the other.
    fn is_mutual(&self) -> bool {
        let longest = self.parallel.own.len().max(self.parallel.other.len());
        self.parallel.links.len() * 100 >= longest * MUTUAL
    }

    /// Whether every name of the first sentence outside a stretch stands in the second article's sentence or beside it.
    fn has_names(&self, skipped: &Range<usize>) -> bool {
        self.names(skipped).all(|i| self.parallel.link(i).is_some() || self.is_beside(i))
    }

    /// "The stadium plan" beside "the library plan": a noun that both have is narrowed by another word on each side, outside of what is compared.
    fn is_of_another(&self, own: &Range<usize>, other: &Range<usize>) -> bool {
        let narrowing = |d: &Document, list: &[usize], at: usize| {
            let before = at.checked_sub(1).filter(|i| list.contains(i));
            before.filter(|&i| d.prose.pos(i) != Pos::Num)
        };
        self.parallel.links.iter().any(|&(i, j)| {
            let x = narrowing(self.own, &self.parallel.own, i).filter(|x| !own.contains(x));
            let y = narrowing(self.other, &self.parallel.other, j).filter(|y| !other.contains(y));
            let are_nouns = self.own.prose.pos(i) == Pos::Noun && self.other.prose.pos(j) == Pos::Noun;
            are_nouns
                && x.is_some_and(|x| self.parallel.link(x).is_none())
                && y.is_some_and(|y| !self.parallel.is_met(y))
        })
    }

    /// Whether the sentences share a name.
    fn shares_name(&self) -> bool {
        self.parallel
            .links
            .iter()
            .any(|&(i, j)| self.own.prose.pos(i) == Pos::Propn && self.other.prose.pos(j) == Pos::Propn)
    }

    /// Whether another sentence of the second article on this very matter has a word of the first sentence.
    fn is_told_elsewhere(&self, own: usize) -> bool {
        let lower = self.own.prose.lower(own);
        let sentences = self.elsewhere.iter().filter_map(|&s| self.other.prose.sentences.get(s));
        sentences.cloned().any(|tokens| tokens.into_iter().any(|j| self.other.prose.lower(j) == lower))
    }

    /// Whether a word of the first sentence stands in a sentence right before or behind the second.
    fn is_beside(&self, own: usize) -> bool {
        let sentence = self.other_at.1;
        let lemma = self.own.prose.lemma(own);
        [sentence.wrapping_sub(1), sentence + 1]
            .into_iter()
            .filter_map(|s| self.other.prose.sentences.get(s))
            .any(|tokens| tokens.clone().any(|j| self.other.prose.lemma(j) == lemma))
    }

    /// The sentences of the second article on this matter, the compared one included.
    fn matter(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let near = [self.other_at.1.wrapping_sub(1), self.other_at.1, self.other_at.1 + 1];
        near.into_iter()
            .chain(self.elsewhere.iter().copied())
            .filter_map(|s| self.other.prose.sentences.get(s).cloned())
    }

    /// Whether the second article has a word of the first sentence in what it says on this matter.
    fn is_told(&self, own: usize) -> bool {
        let (lower, lemma) = (self.own.prose.lower(own), self.own.prose.lemma(own));
        self.matter().any(|tokens| {
            tokens
                .into_iter()
                .any(|j| self.other.prose.lower(j) == lower || self.other.prose.lemma(j) == lemma)
        })
    }

    fn draft(&self, pair: &Pair, clash: &Clash) -> Draft {
        let (own, other) = (self.own_at, self.other_at);
        let ([x, y], evidence) =
            opposed(self.corpus, [(own.0, own.1, &clash.own), (other.0, other.1, &clash.other)]);
        let (first, second) = if x <= y { (&x, &y) } else { (&y, &x) };
        Draft {
            kind: clash.kind,
            severity: Severity::Medium,
            confidence: clash.confidence,
            topic: format!("The same told with other words: {first} / {second}"),
            summary: format!(
                "{} has “{x}”, {} “{y}” for the same thing",
                self.corpus.label(self.own_at.0),
                self.corpus.label(self.other_at.0)
            ),
            explanation: format!(
                "The two sentences tell of one thing in much the same words, and these do not go together: {}.",
                clash.what
            ),
            evidence,
            entities: pair.entities.clone(),
            quotations: Vec::new(),
            trace: vec![
                format!("{} of {} words stand in both", self.parallel.links.len(), self.parallel.own.len()),
                format!("the words that differ: “{x}” and “{y}”"),
                clash.what.clone(),
            ],
        }
    }
}
