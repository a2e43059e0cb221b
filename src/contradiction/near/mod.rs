//! Sentences of two articles that are the same but for a few words, as when both print one agency's text, or one is a version of the other: the
//! words that differ decide.
//!
//! In: pairs of sentences that share most of their words. Out: drafts of the kind that the differing words call for.
//! Example: "The bridge was closed on Monday" beside "The bridge was closed on Tuesday". Texts made from one mould ("Shares of A rose 5%",
//! "Shares of B rose 6%") differ in more than one place, and so are passed over. Each sentence is set beside one of each other article, its closest.
//! In versions of one text every changed word of weight is told; else only what can not both be so.

mod diff;
mod name;
mod negation;
mod value;
mod word;

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::align::{Aligned, Pair, american};
use crate::contradiction::near::diff::{Change, changes, trimmed, words};
use crate::contradiction::passage::{BRIEF, is_check, is_quoted, sentence_evidence};
use crate::contradiction::{Draft, Findings};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, Severity};
use crate::lexicon::Lexicon;
use crate::tag::Pos;
use crate::token::{TokenKind, fold};

/// Sentences that share less than this cosine, in percent, are no copies.
const LEAST_SCORE: u32 = 50;
/// Nor are sentences that share less than this part of the features of the one that has fewer, in percent.
const LEAST_PART: u32 = 60;
/// Another sentence tells of the same matter when it shares at least this cosine, in percent.
const LEAST_ELSEWHERE: u32 = 35;
/// A sentence is set beside so many others at most, the closest: more copies of one text show nothing more.
const MOST_COPIES: usize = 8;
/// A stretch of more words than this is another statement, not another word.
const LONGEST_CHANGE: usize = 5;

/// Two like sentences, and what is known of their articles.
struct Copies<'a> {
    lex: &'a Lexicon,
    corpus: &'a Corpus,
    pair: &'a Pair,
    a: &'a Document,
    b: &'a Document,
    /// Whether the articles are versions of one text.
    are_versions: bool,
    /// Whether one of two articles is so short that it is checked against the other.
    is_brief: bool,
}

/// What the differing words make of the pair.
struct Clash {
    kind: ContradictionKind,
    what: String,
    change: Change,
}

/// Reports what near copies of one sentence differ in, unless a rule has reported the two sentences already.
pub fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    for pair in closest(aligned) {
        let (Some(a), Some(b)) = (corpus.documents.get(pair.a.0), corpus.documents.get(pair.b.0)) else {
            continue;
        };
        let are_versions = aligned.versions.contains(&(pair.a.0.min(pair.b.0), pair.a.0.max(pair.b.0)));
        let is_brief = is_check(corpus) && a.prose.len().min(b.prose.len()) <= BRIEF;
        let copies = Copies { lex: aligned.lex, corpus, pair, a, b, are_versions, is_brief };
        let Some(clash) = copies.clash() else { continue };
        if !are_versions && may_follow(clash.kind) && is_told_elsewhere(aligned, pair, &clash.change) {
            continue;
        }
        let draft = copies.draft(&clash);
        let is_of_pair = |known: &Draft| {
            draft.evidence.iter().all(|e| {
                known
                    .evidence
                    .iter()
                    .any(|k| k.article == e.article && k.span.overlaps(e.focus.unwrap_or(e.span)))
            })
        };
        if matches!(draft.kind, ContradictionKind::ChangedSpeaker | ContradictionKind::NameError) {
            // The same words, but for the name: then it is not only the source that differs.
            let is_milder =
                |known: &Draft| known.kind == ContradictionKind::AttributionSource && is_of_pair(known);
            findings.drafts.retain(|known| !is_milder(known));
        }
        let is_known = findings.drafts.iter().any(is_of_pair);
        if !is_known && seen.insert((draft.kind.as_str().to_owned(), draft.topic.clone())) {
            findings.drafts.push(draft);
        }
    }
}

/// Pairs of sentences, the best first, each sentence once for every other article.
fn closest<'a>(aligned: &'a Aligned<'_>) -> impl Iterator<Item = &'a Pair> {
    let mut taken: FxHashSet<((usize, usize), usize)> = FxHashSet::default();
    let near = aligned.passages.pairs.iter().filter(|p| {
        (p.score >= LEAST_SCORE || p.part >= LEAST_PART)
            && p.a.0 != p.b.0
            && !aligned.strangers.are(p.a.0, p.b.0)
    });
    let mut counts: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    near.filter(move |p| {
        let (own, other) = ((p.a, p.b.0), (p.b, p.a.0));
        let is_free = !taken.contains(&own) && !taken.contains(&other);
        if !is_free || counts.get(&p.a).is_some_and(|&n| n >= MOST_COPIES) {
            return false;
        }
        *counts.entry(p.a).or_default() += 1;
        taken.insert(own) && taken.insert(other)
    })
}

impl Copies<'_> {
    fn clash(&self) -> Option<Clash> {
        let (a, b) = (self.a, self.b);
        let left = a.prose.sentences.get(self.pair.a.1)?.clone();
        let right = b.prose.sentences.get(self.pair.b.1)?.clone();
        if a.text(a.prose.cover(left.clone())) == b.text(b.prose.cover(right.clone())) {
            return None;
        }
        let role = a.prose.role_of(left.start);
        let roles = [role, b.prose.role_of(right.start)];
        let is_body = roles == [BlockRole::Body, BlockRole::Body];
        if roles.contains(&BlockRole::Boilerplate) || !is_body && !self.are_versions {
            return None;
        }
        // A condition or a question says of nothing that it is so.
        let is_open = |d: &Document, tokens: &Range<usize>| {
            tokens.clone().any(|i| matches!(d.prose.lower(i), "if" | "unless" | "whether" | "?" | "again"))
        };
        if is_open(a, &left) != is_open(b, &right) {
            return None;
        }
        let changes = changes(&a.prose, &b.prose, &left, &right)?;
        let weighty: Vec<&Change> =
            changes.iter().filter(|c| is_weighty(a, &c.a) && is_weighty(b, &c.b)).collect();
        let negated = changes.iter().find(|c| {
            negation::is_negation(&a.prose, &b.prose, c) && negation::is_bare(&a.prose, &b.prose, &changes, c)
        });
        let found =
            |kind, what: &str, change: &Change| Clash { kind, what: what.to_owned(), change: change.clone() };
        let clash = match (negated, weighty.as_slice(), changes.as_slice()) {
            (Some(change), [], _) => found(ContradictionKind::Negation, "one of the two is negated", change),
            (Some(change), [only], _) if only.a == change.a => {
                found(ContradictionKind::Negation, "one of the two is negated", change)
            }
            (None, [only], _) => self.of_weight(&changes, only)?,
            (None, [], [only]) => {
                let (kind, what) = word::unweighty(self, only)?;
                found(kind, &what, only)
            }
            _ => return None,
        };
        let letters = |d: &Document, r: &Range<usize>| -> String {
            fold(d.text(d.prose.cover(r.clone()))).chars().filter(|c| c.is_alphanumeric()).collect()
        };
        let spelt = |d: &Document, r: &Range<usize>| -> Vec<String> {
            words(&d.prose, r).into_iter().map(|i| american(d.prose.lower(i)).into_owned()).collect()
        };
        let is_style = letters(a, &clash.change.a) == letters(b, &clash.change.b)
            || spelt(a, &clash.change.a) == spelt(b, &clash.change.b);
        (!is_style).then_some(clash)
    }

    /// The kind that the only change of weight calls for.
    fn of_weight(&self, changes: &[Change], only: &Change) -> Option<Clash> {
        let longest = words(&self.a.prose, &only.a).len().max(words(&self.b.prose, &only.b).len());
        if longest > LONGEST_CHANGE || value::is_same(self, only) {
            return None;
        }
        let is_quoted = is_quoted(self.a, &only.a) && is_quoted(self.b, &only.b);
        let is_alone =
            !changes.iter().any(|c| c.a != only.a && (is_weighty(self.a, &c.a) || is_weighty(self.b, &c.b)));
        let value = || value::clash(self, only, is_alone);
        let (kind, what) = match is_quoted {
            true => word::quoted(self, only)?,
            false => value()
                .or_else(|| is_alone.then(|| name::clash(self, only)).flatten())
                .or_else(|| is_alone.then(|| word::clash(self, only)).flatten())?,
        };
        Some(Clash { kind, what, change: only.clone() })
    }

    fn draft(&self, clash: &Clash) -> Draft {
        let pair = self.pair;
        let change = Change { a: trimmed(self.a, &clash.change.a), b: trimmed(self.b, &clash.change.b) };
        let text =
            |d: &Document, range: &Range<usize>| d.text(d.prose.cover(range.clone())).trim().to_owned();
        let (x, y) = (text(self.a, &change.a), text(self.b, &change.b));
        let side = |(article, sentence): (usize, usize), d: &Document, range: &Range<usize>| {
            let focus =
                if range.is_empty() { range.start.saturating_sub(1)..range.end + 1 } else { range.clone() };
            sentence_evidence(self.corpus, article, sentence, d.prose.cover(focus.clone()), Some(focus))
        };
        let (first, second) = if x <= y { (&x, &y) } else { (&y, &x) };
        let shown =
            |words: &str| if words.is_empty() { "no such word".to_owned() } else { format!("“{words}”") };
        Draft {
            kind: clash.kind,
            severity: match clash.kind {
                ContradictionKind::Misquotation => Severity::High,
                ContradictionKind::Lexical => Severity::Low,
                _ => Severity::Medium,
            },
            confidence: if self.are_versions { 88 } else { 80 },
            topic: format!("The same sentence with other words: {first} / {second}"),
            summary: format!(
                "{} has {}, {} {} in the same sentence",
                self.corpus.label(pair.a.0),
                shown(&x),
                self.corpus.label(pair.b.0),
                shown(&y)
            ),
            explanation: format!(
                "The two sentences are the same but for a few words, and these do not say the same: {}.",
                clash.what
            ),
            evidence: vec![side(pair.a, self.a, &change.a), side(pair.b, self.b, &change.b)],
            entities: pair.entities.clone(),
            quotations: Vec::new(),
            trace: vec![
                if self.are_versions { "versions of one text" } else { "near copies of one sentence" }
                    .to_owned(),
                format!("the words that differ: {} and {}", shown(&x), shown(&y)),
                clash.what.clone(),
            ],
        }
    }
}

/// Whether an article may well tell of both, one after the other; for names, the closest sentence is the one on that name.
fn may_follow(kind: ContradictionKind) -> bool {
    matches!(
        kind,
        ContradictionKind::Negation
            | ContradictionKind::Antonym
            | ContradictionKind::Numeric
            | ContradictionKind::DateTime
            | ContradictionKind::Location
    )
}

/// "Arrested on Monday … arrested again on Wednesday" beside "arrested on Monday": the one article has the other's words in another
/// sentence on the matter, so it tells of both.
fn is_told_elsewhere(aligned: &Aligned<'_>, pair: &Pair, change: &Change) -> bool {
    let documents = &aligned.corpus.documents;
    let tells = |(article, sentence): (usize, usize),
                 own: (usize, usize),
                 other: usize,
                 range: &Range<usize>| {
        let Some((holder, source)) = documents.get(article).zip(documents.get(other)) else { return false };
        let tokens = holder.prose.sentences.get(sentence).cloned().unwrap_or_default();
        let wanted: Vec<usize> = words(&source.prose, range)
            .into_iter()
            .filter(|&i| {
                !matches!(source.prose.pos(i), Pos::Adp | Pos::Det | Pos::Adv | Pos::Aux | Pos::Part)
            })
            .collect();
        (article, sentence) != own
            && !wanted.is_empty()
            && wanted.iter().all(|&i| tokens.clone().any(|j| holder.prose.lower(j) == source.prose.lower(i)))
    };
    aligned.passages.pairs.iter().any(|p| {
        let (x, y) = if p.a.0 == pair.a.0 { (p.a, p.b) } else { (p.b, p.a) };
        let is_on_it = p.entities.iter().any(|e| pair.entities.contains(e))
            && p.lemmas.iter().any(|l| pair.lemmas.contains(l));
        (p.score >= LEAST_ELSEWHERE || is_on_it)
            && x.0 == pair.a.0
            && y.0 == pair.b.0
            && (y == pair.b && tells(x, pair.a, pair.b.0, &change.b)
                || x == pair.a && tells(y, pair.b, pair.a.0, &change.a))
    })
}

/// Whether the stretch holds a word of weight: not only particles, adverbs and marks.
fn is_weighty(document: &Document, range: &Range<usize>) -> bool {
    range.clone().any(|i| {
        matches!(document.prose.pos(i), Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Num)
            || document.prose.kind(i) == TokenKind::Number
    })
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
