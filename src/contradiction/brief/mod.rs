//! A summary or claim checked against the article that it is of: what it says should all stand there, so that one thing that stands there otherwise,
//! among words that stand there all, is a difference.
//!
//! In: two texts, one of a few sentences and one at least twice as long. Out: drafts of kind `negation`, `numeric`, `date-time`, `participants`,
//! `location`, `title-role`, `antonym` or `lexical`. Example: "Voters turned down the plan in June" beside an article in which they did so in May.
//! Of two articles of like length each knows what the other does not: these are never read so.

mod doer;
mod each;
mod moment;
mod name;
mod negation;
mod office;
mod opposite;
mod order;
mod party;
mod possible;
mod relation;
mod role;
mod stance;
mod value;

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::align::{Aligned, Outlines, Parallel};
use crate::contradiction::passage::{BRIEF, opposed};
use crate::contradiction::{Draft, Findings};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, Severity};
use crate::lexicon::Lexicon;
use crate::prose::Prose;

/// So many sentences of the article, those that say most of the summary's, are looked at.
const MOST_NEAR: usize = 3;
/// A sentence that says less of it, in percent, tells of something else.
const LEAST_NEAR: u32 = 25;
/// So many words in common make a common matter, whatever names differ.
const FULL: usize = 5;
/// Words of one beginning of this many bytes are taken for forms of one word.
const STEM: usize = 6;

/// A sentence of the summary, with the article.
struct Line<'a> {
    lex: &'a Lexicon,
    corpus: &'a Corpus,
    /// Article and sentence.
    at: (usize, usize),
    own: &'a Document,
    tokens: Range<usize>,
    /// The index of the article that is summed up.
    article: usize,
    other: &'a Document,
    stems: &'a FxHashSet<&'a str>,
    /// Sentences of the article that say most of this one, the best first; never empty.
    near: Vec<Near>,
}

/// A sentence of the article.
struct Near {
    sentence: usize,
    tokens: Range<usize>,
    parallel: Parallel,
    coverage: u32,
}

/// What stands otherwise, and how.
struct Clash {
    kind: ContradictionKind,
    own: Range<usize>,
    other: Range<usize>,
    what: &'static str,
    confidence: u8,
}

/// Reports what a short text has otherwise than the long one beside it.
pub fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let [first, second] = corpus.documents.as_slice() else { return };
    let (own, other) = if first.prose.len() <= second.prose.len() { (0, 1) } else { (1, 0) };
    let (short, long) = if own == 0 { (first, second) } else { (second, first) };
    if short.prose.len() > BRIEF || short.prose.len() * 2 > long.prose.len() {
        return;
    }
    let outlines = Outlines::new(aligned.lex, corpus);
    let stems: FxHashSet<&str> =
        (0..long.prose.len()).filter_map(|i| long.prose.lemma(i).get(..STEM)).collect();
    for sentence in 0..short.prose.sentences.len() {
        let Some(line) = Line::new(aligned, &outlines, &stems, (own, sentence), other) else { continue };
        let span = short.prose.sentence_span(sentence);
        let is_told =
            |draft: &Draft| draft.evidence.iter().any(|e| e.article as usize == own && e.span.overlaps(span));
        if findings.drafts.iter().any(is_told) {
            continue;
        }
        findings.drafts.extend(line.clash().map(|clash| line.draft(&clash)));
    }
}

/// What a sentence is looked at for, the plainest first.
const RULES: [fn(&Line<'_>) -> Option<Clash>; 14] = [
    negation::clash,
    relation::clash,
    role::clash,
    each::clash,
    moment::clash,
    stance::clash,
    doer::clash,
    possible::clash,
    value::clash,
    name::clash,
    office::clash,
    opposite::clash,
    order::clash,
    name::swapped,
];

impl<'a> Line<'a> {
    fn new(
        aligned: &Aligned<'a>,
        outlines: &Outlines,
        stems: &'a FxHashSet<&'a str>,
        at: (usize, usize),
        article: usize,
    ) -> Option<Line<'a>> {
        let corpus = aligned.corpus;
        let (own, other) = (corpus.documents.get(at.0)?, corpus.documents.get(article)?);
        let tokens = own.prose.sentences.get(at.1)?.clone();
        // A question or a condition says of nothing that it is so.
        let is_open = tokens
            .clone()
            .any(|i| matches!(own.prose.lower(i), "?" | "if" | "whether" | "unless" | "would" | "should"));
        if is_open || own.prose.role_of(tokens.start) == BlockRole::Boilerplate {
            return None;
        }
        let mut near: Vec<Near> = Vec::new();
        for (sentence, range) in other.prose.sentences.iter().enumerate() {
            // What holds under a condition is not said to be so.
            let is_supposed = matches!(other.prose.lower(range.start), "if" | "unless" | "had");
            if is_supposed {
                continue;
            }
            let Some(parallel) = outlines.parallel(at, (article, sentence)) else { continue };
            let coverage = parallel.coverage(&tokens, &(0..0), |_| false);
            if coverage >= LEAST_NEAR {
                near.push(Near { sentence, tokens: range.clone(), parallel, coverage });
            }
        }
        near.sort_by_key(|n| (Reverse(n.coverage), n.sentence));
        near.truncate(MOST_NEAR);
        (!near.is_empty()).then_some(Line {
            lex: aligned.lex,
            corpus,
            at,
            own,
            tokens,
            article,
            other,
            stems,
            near,
        })
    }

    fn clash(&self) -> Option<Clash> {
        RULES.iter().find_map(|rule| rule(self))
    }

    /// Whether the article has a word of the summary, or one of its forms.
    fn is_known(&self, at: usize) -> bool {
        let prose = &self.own.prose;
        let (lower, lemma) = (prose.lower(at), prose.lemma(at));
        self.other.prose.has_word(lower)
            || self.other.prose.has_word(lemma)
            || lemma.get(..STEM).is_some_and(|stem| self.stems.contains(stem))
            || self.near.iter().any(|n| n.parallel.link(at).is_some())
    }

    /// How much of the sentence the article knows, in percent, a stretch left out.
    fn coverage(&self, skipped: &Range<usize>) -> u32 {
        self.near.first().map_or(0, |n| n.parallel.coverage(&self.tokens, skipped, |i| self.is_known(i)))
    }

    /// The words of the sentence that carry its matter.
    fn content(&self) -> impl Iterator<Item = usize> + '_ {
        self.near.first().into_iter().flat_map(|n| n.parallel.own.iter().copied())
    }

    /// Whether enough words of the sentence stand in the best one that it must tell of the same.
    fn is_full(&self) -> bool {
        self.near.first().is_some_and(|n| n.parallel.links.len() >= FULL)
    }

    /// How much of the sentence the best one of the article says, in percent.
    fn best(&self) -> u32 {
        self.near.first().map_or(0, |n| n.coverage)
    }

    fn draft(&self, clash: &Clash) -> Draft {
        let side = |d: &Document, focus: &Range<usize>| d.prose.sentence_of(focus.start);
        let (own, other) = (side(self.own, &clash.own), side(self.other, &clash.other));
        let ([x, y], evidence) =
            opposed(self.corpus, [(self.at.0, own, &clash.own), (self.article, other, &clash.other)]);
        let (first, second) = if x <= y { (&x, &y) } else { (&y, &x) };
        Draft {
            kind: clash.kind,
            severity: Severity::Medium,
            confidence: clash.confidence,
            topic: format!("A short text beside a long one: {first} / {second}"),
            summary: format!(
                "{} has “{x}”, {} “{y}”",
                self.corpus.label(self.at.0),
                self.corpus.label(self.article)
            ),
            explanation: format!(
                "The rest of the short text stands in the long one, and this does not: {}.",
                clash.what
            ),
            evidence,
            entities: Vec::new(),
            quotations: Vec::new(),
            trace: vec![
                format!("{} percent of the sentence is known to the other text", self.coverage(&clash.own)),
                format!("what differs: “{x}” and “{y}”"),
                clash.what.to_owned(),
            ],
        }
    }
}

/// Words that turn what follows into its contrary.
fn denies(prose: &Prose, at: usize) -> bool {
    matches!(prose.lower(at), "not" | "n't" | "never" | "nor" | "cannot" | "no" | "without" | "unable")
        || matches!(
            prose.lemma(at),
            "fail" | "refuse" | "decline" | "deny" | "failure" | "refusal" | "lack" | "absence" | "delay"
        )
}
