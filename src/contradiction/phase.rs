//! When something of somebody's begins or ends: "his term ends in 2030" beside "Smith's term ends in 2031".
//!
//! In: the corpus. Out: drafts of kind `date-time`. A noun with its owner stands before a verb of beginning or ending, and the time right behind it; owner,
//! noun and verb must be the same. Limits: two terms of one owner ("first", "second") are told apart by their ordinals only.

use std::ops::Range;

use crate::align::Aligned;
use crate::claim::{Claim, Frame};
use crate::contradiction::date_time::is_dateline;
use crate::contradiction::passage::Said;
use crate::contradiction::{Draft, Findings};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, EntityKind, Severity};
use crate::lexicon::Lexicon;
use crate::tag::Pos;
use crate::value::{TimeExpr, Verdict, times_exclude};

/// Verbs of beginning and ending, each with the one it counts as.
const PHASES: [(&str, &str); 10] = [
    ("begin", "begin"),
    ("close", "end"),
    ("commence", "begin"),
    ("conclude", "end"),
    ("end", "end"),
    ("expire", "end"),
    ("finish", "end"),
    ("open", "begin"),
    ("resume", "resume"),
    ("start", "begin"),
];
/// Words between the owner and the verb, at most.
const SUBJECT: usize = 10;
/// Words between the verb and its time, at most.
const BEHIND: usize = 3;

/// A beginning or an end with its time.
struct Phase<'a> {
    said: Said<'a>,
    owner: usize,
    noun: &'a str,
    verb: &'static str,
    ordinal: Option<&'a str>,
    time: &'a TimeExpr,
    document: &'a Document,
}

/// Reports each pair of articles once for each thing.
pub fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let phases: Vec<Phase<'_>> = corpus
        .documents
        .iter()
        .enumerate()
        .flat_map(|(article, document)| {
            document
                .claims
                .iter()
                .filter_map(move |claim| Phase::new(aligned.lex, corpus, Said { article, claim }, document))
        })
        .collect();
    let mut done: Vec<(usize, &str)> = Vec::new();
    for (n, a) in phases.iter().enumerate() {
        for b in phases.iter().skip(n + 1).filter(|b| b.said.article != a.said.article && a.is_same(b)) {
            let Verdict::Excludes(reason) = times_exclude(a.time, b.time) else { continue };
            let both_know = phases.iter().any(|p| {
                p.is_same(a)
                    && (p.said.article == a.said.article && !is_apart(p.time, b.time)
                        || p.said.article == b.said.article && !is_apart(p.time, a.time))
            });
            if !both_know
                && !is_dateline(a.document, a.time, b.document, b.time)
                && !done.contains(&(a.owner, a.noun))
            {
                done.push((a.owner, a.noun));
                findings.drafts.push(draft(corpus, a, b, &reason.to_string()));
            }
        }
    }
}

fn is_apart(a: &TimeExpr, b: &TimeExpr) -> bool {
    matches!(times_exclude(a, b), Verdict::Excludes(_))
}

impl<'a> Phase<'a> {
    fn new(lex: &Lexicon, corpus: &Corpus, said: Said<'a>, document: &'a Document) -> Option<Phase<'a>> {
        let (claim, prose) = (said.claim, &document.prose);
        let verb = PHASES.iter().find(|(verb, _)| *verb == prose.lemma(claim.head))?.1;
        if claim.role != BlockRole::Body
            || claim.frame != Frame::Plain
            || claim.is_negated
            || claim.is_nominal
        {
            return None;
        }
        let time = time(document, claim)?;
        let (owner, noun) = subject(document, claim.head)?;
        let owner = owner_of(corpus, said.article, document, owner)?;
        let ordinal = (noun.start..noun.end).map(|i| prose.lower(i)).find(|word| lex.ordinals.has(word));
        Some(Phase { said, owner, noun: prose.lemma(noun.end - 1), verb, ordinal, time, document })
    }

    fn is_same(&self, other: &Phase<'_>) -> bool {
        self.owner == other.owner
            && self.noun == other.noun
            && self.verb == other.verb
            && (self.ordinal.is_none() || other.ordinal.is_none() || self.ordinal == other.ordinal)
    }
}

/// The shared entity of an owner's word: its own, or for a pronoun that of the only person named before it in the sentence.
fn owner_of(corpus: &Corpus, article: usize, document: &Document, at: usize) -> Option<usize> {
    if let Some(mention) = document.names.mention_at(at) {
        return corpus.entity(article, mention);
    }
    let before = document.prose.sentence_at(at)?.start..at;
    let persons = document.names.beginning_in(before).filter(|(_, m)| m.kind == EntityKind::Person);
    let mut entities = persons.map(|(m, _)| corpus.entity(article, m));
    let first = entities.next()?;
    first.filter(|_| entities.all(|other| other == first))
}

/// The time right behind the verb.
fn time<'a>(document: &'a Document, claim: &Claim) -> Option<&'a TimeExpr> {
    let near = claim.head + 1..claim.head + 1 + BEHIND;
    let all = claim.times.iter().filter_map(|&t| document.times.get(t));
    let mut fit = all.filter(|t| near.contains(&t.tokens.start) && !t.is_vague);
    fit.next().filter(|_| fit.next().is_none())
}

/// The last word of the owner, and the words of the noun phrase behind it: "Smith's second and final term as governor officially" before "ends".
fn subject(document: &Document, verb: usize) -> Option<(usize, Range<usize>)> {
    let prose = &document.prose;
    let from = verb.saturating_sub(SUBJECT).max(prose.sentence_at(verb)?.start);
    let is_owner = |i: usize| {
        matches!(prose.lower(i), "his" | "her" | "its" | "their")
            || matches!(prose.lower(i), "'s" | "’s" | "'" | "’")
    };
    let at = (from..verb).rev().find(|&i| is_owner(i))?;
    let is_inner = |i: usize| {
        matches!(prose.pos(i), Pos::Noun | Pos::Adj | Pos::Num)
            || prose.lower(i) == "and"
            || prose.lower(i) == "-"
    };
    let end = (at + 1..verb).find(|&i| !is_inner(i)).unwrap_or(verb);
    let is_clear = (end..verb).all(|i| {
        matches!(
            prose.pos(i),
            Pos::Adp | Pos::Noun | Pos::Propn | Pos::Adv | Pos::Aux | Pos::Adj | Pos::Det | Pos::Part
        )
    });
    let noun = end.checked_sub(1).filter(|&i| i > at && prose.pos(i) == Pos::Noun)?;
    let is_pronoun = matches!(prose.lower(at), "his" | "her" | "its" | "their");
    let owner = if is_pronoun { at } else { at.checked_sub(1)? };
    is_clear.then_some((owner, at + 1..noun + 1))
}

fn draft(corpus: &Corpus, a: &Phase<'_>, b: &Phase<'_>, reason: &str) -> Draft {
    let text = |p: &Phase<'_>| p.document.text(p.time.span).to_owned();
    let name = corpus.name(a.owner);
    let evidence = |p: &Phase<'_>| p.said.evidence(corpus, p.time.tokens.clone());
    Draft {
        kind: ContradictionKind::DateTime,
        severity: Severity::Medium,
        confidence: 72,
        topic: format!("When: {} {} ({name})", a.noun, a.verb),
        summary: format!(
            "{} says “{}”, {} “{}”",
            corpus.label(a.said.article),
            text(a),
            corpus.label(b.said.article),
            text(b)
        ),
        explanation: format!(
            "Both passages say when the {} of {name} is to {}, and the times do not fit together: {reason}.",
            a.noun, a.verb
        ),
        evidence: vec![evidence(a), evidence(b)],
        entities: vec![a.owner],
        quotations: Vec::new(),
        trace: vec![
            format!("the same thing: {} of {name}", a.noun),
            format!("the same phase: {}", a.verb),
            format!("times compared: {reason}"),
        ],
    }
}
