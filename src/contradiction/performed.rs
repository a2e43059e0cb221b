//! What is done by saying so: "has not apologized" beside "I apologize".
//!
//! In: the corpus. Out: drafts of kind `negation`: one article says that somebody has not done what, in another, that very person does in his own words.
//! Example: "She has not apologized" beside "“I apologize to all,” she said". Limits: only verbs that are done by saying them, in the first person of the present;
//! words that were published later than the denial, "not yet" and refusals to do so again are passed over.

use std::ops::Range;

use crate::align::{Aligned, american};
use crate::claim::{Certainty, Claim, Frame};
use crate::contradiction::passage::{Said, sentence_evidence};
use crate::contradiction::{Draft, Findings};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, QuoteKind, Severity};
use crate::quotation::Quotation;
use crate::tag::Pos;

/// Verbs that are done by saying them (Austin 1962), in American spelling.
const PERFORMED: [&str; 9] = [
    "apologize",
    "concede",
    "condemn",
    "confess",
    "congratulate",
    "endorse",
    "renounce",
    "resign",
    "retract",
];
/// Between the first person and the verb stand at most so many words.
const REACH: usize = 3;

/// Words of a person that do what another article says was not done.
struct Performance {
    article: usize,
    quotation: usize,
    /// First person and verb.
    tokens: Range<usize>,
}

/// Reports them.
pub fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for (article, document) in corpus.documents.iter().enumerate() {
        for claim in document.claims.iter().filter(|c| is_undone(document, c)) {
            let agents = claim.agents.iter().filter_map(|&m| corpus.entity(article, m));
            let verb = american(document.prose.lemma(claim.head)).into_owned();
            let found =
                agents.filter_map(|who| Some((who, performance(corpus, article, who, &verb)?))).next();
            if let Some((who, done)) = found {
                findings.drafts.extend(draft(corpus, &Said { article, claim }, who, &done, &verb));
            }
        }
    }
}

/// "Has not apologized", "did not apologize".
fn is_undone(document: &Document, claim: &Claim) -> bool {
    let prose = &document.prose;
    let is_past = (claim.head.saturating_sub(4)..claim.head)
        .any(|i| matches!(prose.lower(i), "has" | "have" | "had" | "did" | "never"));
    let is_open = claim
        .tokens
        .clone()
        .any(|i| matches!(prose.lower(i), "yet" | "why" | "again" | "until" | "ever" | "whether"));
    PERFORMED.contains(&american(prose.lemma(claim.head)).as_ref())
        && claim.role == BlockRole::Body
        && claim.frame == Frame::Plain
        && (claim.certainty == Certainty::NotDone || claim.is_negated)
        && is_past
        && !is_open
}

/// Words of the same person in another article, published no later, that do it.
fn performance(corpus: &Corpus, silent: usize, who: usize, verb: &str) -> Option<Performance> {
    let date = |article: usize| corpus.documents.get(article).and_then(|d| d.head.date.clone());
    let is_earlier = |article: usize| date(article).zip(date(silent)).is_none_or(|(x, y)| x <= y);
    let others = corpus.documents.iter().enumerate().filter(|(article, _)| *article != silent);
    others
        .filter(|(article, _)| is_earlier(*article))
        .flat_map(|(article, document)| {
            document.quotations.iter().enumerate().map(move |(index, q)| (article, document, index, q))
        })
        .filter(|(article, _, _, q)| q.speaker.and_then(|m| corpus.entity(*article, m)) == Some(who))
        .find_map(|(article, document, quotation, q)| {
            Some(Performance { article, quotation, tokens: performed(document, q, verb)? })
        })
}

/// "I apologize", "we sincerely apologize": nothing but adverbs between.
fn performed(document: &Document, quotation: &Quotation, verb: &str) -> Option<Range<usize>> {
    let prose = &document.prose;
    if !matches!(quotation.kind, QuoteKind::Direct | QuoteKind::Mixed | QuoteKind::Partial) {
        return None;
    }
    let is_between =
        |i: usize| prose.pos(i) == Pos::Adv && !matches!(prose.lower(i), "not" | "never" | "n't");
    quotation.tokens.clone().filter(|&i| american(prose.lower(i)) == verb).find_map(|i| {
        let from = quotation.tokens.start.max(i.saturating_sub(REACH + 1));
        let first = (from..i).rev().find(|&j| !is_between(j))?;
        matches!(prose.lower(first), "i" | "we").then_some(first..i + 1)
    })
}

fn draft(corpus: &Corpus, no: &Said<'_>, who: usize, done: &Performance, verb: &str) -> Option<Draft> {
    let document = corpus.documents.get(done.article)?;
    let quotation = document.quotations.get(done.quotation)?;
    let name = corpus.name(who);
    let sentence = document.prose.sentence_of(done.tokens.start);
    let span = document.prose.cover(done.tokens.clone()).cover(quotation.cue.unwrap_or(quotation.content));
    Some(Draft {
        kind: ContradictionKind::Negation,
        severity: Severity::Medium,
        confidence: 74,
        topic: format!("Whether it happened: {verb} ({name})"),
        summary: format!(
            "{} says that {name} did not {verb}, {} has {name} do so",
            corpus.label(no.article),
            corpus.label(done.article)
        ),
        explanation: format!(
            "One passage says that {name} did not {verb}; in the other {name} does so in so many words. The articles may have been written at different times."
        ),
        evidence: vec![
            no.evidence(corpus, no.governed()),
            sentence_evidence(corpus, done.article, sentence, span, Some(done.tokens.clone())),
        ],
        entities: vec![who],
        quotations: vec![(done.article, done.quotation)],
        trace: vec![
            format!("the same person: {name}"),
            format!("not done in one article: {verb}"),
            format!(
                "done by saying so in the other: “{}”",
                document.text(document.prose.cover(done.tokens.clone()))
            ),
        ],
    })
}
