//! Words that somebody denies to have used, and the narrator's own use of them.
//!
//! In: the corpus. Out: drafts of kind `conflicting-sources`. Example: "“I did not make any secret payments,” he said" beside "Smith authorised secret
//! payments". The verb of the denial says little ("use", "make"), so two words of its object side by side must stand in the object of the other's verb.
//! Limits: denials in the first person only.

use std::ops::Range;

use crate::align::{Aligned, american};
use crate::claim::{Certainty, Claim, Frame};
use crate::contradiction::passage::Said;
use crate::contradiction::{Draft, Findings};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, Severity};
use crate::tag::Pos;

/// Verbs whose object says what is denied.
const LIGHT: [&str; 11] =
    ["use", "make", "do", "have", "give", "take", "say", "offer", "get", "receive", "accept"];
/// Verbs of those who will have nothing of what they speak of.
const AVERSE: [&str; 12] = [
    "avoid",
    "condemn",
    "criticize",
    "decline",
    "deny",
    "forbid",
    "lack",
    "miss",
    "oppose",
    "refuse",
    "reject",
    "return",
];
/// Words of an object that are looked at.
const REACH: usize = 7;

/// Reports each denial with the first passage that tells what it denies.
pub fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for (article, document) in corpus.documents.iter().enumerate() {
        for claim in document.claims.iter().filter(|c| is_denial(document, c)) {
            let no = Said { article, claim };
            let Some(who) = no.speaker(corpus) else { continue };
            let told = assertions(corpus, who).find_map(|yes| Some((shared(corpus, &no, &yes)?, yes)));
            if let Some((words, yes)) = told {
                findings.drafts.push(draft(corpus, who, &no, &yes, &words));
            }
        }
    }
}

/// "I did not use …", said by a person in marks.
fn is_denial(document: &Document, claim: &Claim) -> bool {
    let prose = &document.prose;
    let before = claim.tokens.start..claim.head;
    let is_own = before.clone().any(|i| matches!(prose.lower(i), "i" | "we"));
    let is_past = before.clone().any(|i| matches!(prose.lower(i), "did" | "never" | "have"));
    LIGHT.contains(&prose.lemma(claim.head))
        && claim.quotation.is_some()
        && claim.frame == Frame::Plain
        && is_own
        && is_past
        && (claim.is_negated || matches!(claim.certainty, Certainty::Denied | Certainty::NotDone))
}

/// What narrators, or other sources, say outright that somebody did.
fn assertions(corpus: &Corpus, who: usize) -> impl Iterator<Item = Said<'_>> {
    let all = corpus.documents.iter().enumerate();
    all.flat_map(|(article, document)| document.claims.iter().map(move |claim| Said { article, claim }))
        .filter(move |said| {
            let claim = said.claim;
            claim.certainty == Certainty::Done
                && claim.frame == Frame::Plain
                && claim.role == BlockRole::Body
                && !claim.is_nominal
                && !claim.is_negated
                && !claim.is_passive
                && !is_averse(corpus, said)
                && said.speaker(corpus) != Some(who)
                && claim.agents.iter().any(|&m| corpus.entity(said.article, m) == Some(who))
        })
}

fn is_averse(corpus: &Corpus, said: &Said<'_>) -> bool {
    let verb = corpus.documents.get(said.article).map_or("", |d| d.prose.lemma(said.claim.head));
    AVERSE.contains(&american(verb).as_ref())
}

/// Two words side by side in both objects, as tokens of each.
fn shared(corpus: &Corpus, no: &Said<'_>, yes: &Said<'_>) -> Option<[Range<usize>; 2]> {
    let (a, b) = (corpus.documents.get(no.article)?, corpus.documents.get(yes.article)?);
    let object = |d: &Document, claim: &Claim| {
        let end = d.prose.sentence_at(claim.head).map_or(0, |s| s.end).min(claim.head + 1 + REACH);
        (claim.head + 1..end)
            .take_while(|&i| is_telling(d, i) || d.prose.pos(i) == Pos::Det)
            .collect::<Vec<_>>()
    };
    let (own, other) = (object(a, no.claim), object(b, yes.claim));
    let pairs = |list: &[usize], d: &Document| -> Vec<usize> {
        list.iter()
            .copied()
            .filter(|&i| list.contains(&(i + 1)) && is_telling(d, i) && is_telling(d, i + 1))
            .collect()
    };
    let is_same = |i: usize, j: usize| {
        (0..2).all(|n| a.prose.lemma(i + n) == b.prose.lemma(j + n) && a.prose.lemma(i + n).len() > 3)
    };
    let others = pairs(&other, b);
    pairs(&own, a).into_iter().find_map(|i| {
        let j = others.iter().copied().find(|&j| is_same(i, j))?;
        Some([i..i + 2, j..j + 2])
    })
}

fn is_telling(document: &Document, at: usize) -> bool {
    matches!(document.prose.pos(at), Pos::Noun | Pos::Adj | Pos::Adv | Pos::Verb | Pos::Propn)
}

fn draft(
    corpus: &Corpus,
    who: usize,
    no: &Said<'_>,
    yes: &Said<'_>,
    [own, other]: &[Range<usize>; 2],
) -> Draft {
    let name = corpus.name(who);
    let words = corpus.documents.get(no.article).map_or("", |d| d.text(d.prose.cover(own.clone())));
    Draft {
        kind: ContradictionKind::ConflictingSources,
        severity: if no.article == yes.article { Severity::Medium } else { Severity::High },
        confidence: 72,
        topic: format!("What {name} denies: {words}"),
        summary: format!(
            "{} tells of “{words}” by {name}; in {} {name} denies it",
            corpus.label(yes.article),
            corpus.label(no.article)
        ),
        explanation: format!(
            "One passage tells of an act of {name}; in the other {name} denies it in the same words."
        ),
        evidence: vec![yes.evidence(corpus, other.clone()), no.evidence(corpus, own.clone())],
        entities: vec![who],
        quotations: no.claim.quotation.map(|q| (no.article, q)).into_iter().collect(),
        trace: vec![
            format!("the same person: {name}"),
            format!("the same words: “{words}”"),
            "denied by the person, told by another".to_owned(),
        ],
    }
}
