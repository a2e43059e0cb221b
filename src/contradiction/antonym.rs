//! Opposites: two verbs that can not both hold of one thing ("approved", "rejected"), and an outcome that one article has and the other
//! has not ("made progress", "failed to make progress").

use std::collections::{BTreeMap, BTreeSet};

use crate::align::{Aligned, Pair, Statement};
use crate::contradiction::passage::sentence_evidence;
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Document};
use crate::kind::{ContradictionKind, Severity};
use crate::lexicon::Lexicon;
use crate::tag::Pos;
use crate::token::fold;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Antonym,
    summary: "Two articles say opposite things of the same party and thing (approved and rejected, rose and fell), or report opposite outcomes of one matter (progress and none).",
    spares: "Other objects, times, measures and persons, conditions and questions, what may follow one upon the other, and outcomes of other matters.",
    detect,
};

/// Nouns that name an outcome which is there or not.
const OUTCOMES: [&str; 16] = [
    "progress",
    "breakthrough",
    "agreement",
    "deal",
    "evidence",
    "injury",
    "casualty",
    "survivor",
    "damage",
    "apology",
    "compromise",
    "consensus",
    "headway",
    "victim",
    "arrest",
    "concession",
];

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    verbs(aligned, findings);
    outcomes(aligned, findings);
}

/// Statements whose verbs are opposites and whose slots agree.
fn verbs(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus) = (aligned.lex, aligned.corpus);
    let mut by_verb: BTreeMap<&str, Vec<&Statement<'_>>> = BTreeMap::new();
    for statement in aligned.statements.iter().filter(|s| s.is_positive && lex.antonyms.has(s.verb)) {
        by_verb.entry(statement.verb).or_default().push(statement);
    }
    for (verb, list) in &by_verb {
        let opposites = lex.antonyms.column(verb, 0).unwrap_or("").split(' ').filter(|o| verb < o);
        for others in opposites.filter_map(|o| by_verb.get(o)) {
            let clash = list.iter().find_map(|a| {
                let clashing =
                    others.iter().find(|b| excludes(lex, corpus, a, b) && !is_told_twice(list, others, a, b));
                clashing.map(|b| (*a, *b))
            });
            if let Some((a, b)) = clash {
                findings.drafts.push(verbs_draft(corpus, a, b));
            }
        }
    }
}

/// Whether the two can not both hold: every slot agrees, and where one may follow the other, the time too.
fn excludes<'a>(lex: &Lexicon, corpus: &'a Corpus, a: &Statement<'a>, b: &Statement<'a>) -> bool {
    if a.said.article == b.said.article {
        return false;
    }
    let is_turn = lex.antonyms.column(a.verb, 1).is_some() || lex.antonyms.column(b.verb, 1).is_some();
    let agrees = if a.has_object == b.has_object {
        let is_narrow = a.has_object || a.core.words == b.core.words;
        let has_doers = !a.has_object
            || a.doer.is_some() && b.doer.is_some()
            || a.said.claim.is_passive
            || b.said.claim.is_passive;
        is_narrow && has_doers && a.matches(b, corpus)
    } else {
        is_folded(corpus, a, b) || is_folded(corpus, b, a)
    };
    agrees
        && (!is_turn || a.same_times(b, corpus))
        && (a.rest.is_subset(&b.rest) || b.rest.is_subset(&a.rest) || !a.rest.is_disjoint(&b.rest))
}

/// "Survived the crash" against "died in the crash": the object of the one stands behind a preposition in the other.
fn is_folded<'a>(corpus: &'a Corpus, with: &Statement<'a>, without: &Statement<'a>) -> bool {
    let is_same_doer = with.doer.as_ref().is_some_and(|doer| doer.fits(&without.core));
    let shared =
        with.rest.intersection(&without.rest).count() + with.core.names.intersection(&without.rest).count();
    with.has_object
        && !without.has_object
        && is_same_doer
        && without.rest.contains(&with.core.noun)
        && shared >= 1
        && !with.is_apart(without, corpus)
}

/// An article that tells of both knows their order, or speaks of two things.
fn is_told_twice<'a>(
    list: &[&Statement<'a>],
    others: &[&Statement<'a>],
    a: &Statement<'a>,
    b: &Statement<'a>,
) -> bool {
    let tells = |pool: &[&Statement<'a>], article: usize, as_in: &Statement<'a>| {
        pool.iter().any(|s| s.said.article == article && s.core.fits(&as_in.core))
    };
    tells(others, a.said.article, a) || tells(list, b.said.article, b)
}

fn verbs_draft(corpus: &Corpus, a: &Statement<'_>, b: &Statement<'_>) -> Draft {
    let is_disputed = a.said.is_attributed()
        && b.said.is_attributed()
        && a.said.source(corpus).map(fold) != b.said.source(corpus).map(fold);
    let focus = |s: &Statement<'_>| s.said.claim.head..s.said.claim.head + 1;
    let entities: BTreeSet<usize> = a.core.entities.iter().chain(b.core.entities.iter()).copied().collect();
    Draft {
        kind: if is_disputed { ContradictionKind::ConflictingSources } else { ContradictionKind::Antonym },
        severity: Severity::Medium,
        confidence: 74,
        topic: format!("Which of two: {} or {}", a.verb, b.verb),
        summary: format!(
            "{}: {}; {}: {}",
            corpus.label(a.said.article),
            a.verb,
            corpus.label(b.said.article),
            b.verb
        ),
        explanation: format!(
            "Both passages speak of the same party and thing; the one says “{}”, the other “{}”, and the two can not both hold.",
            a.verb, b.verb
        ),
        evidence: vec![a.said.evidence(corpus, focus(a)), b.said.evidence(corpus, focus(b))],
        entities: entities.into_iter().collect(),
        quotations: Vec::new(),
        trace: vec![
            format!("opposites: {} and {}", a.verb, b.verb),
            "same party and object, times that go together".to_owned(),
        ],
    }
}

fn outcomes(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let mut done: BTreeSet<String> = BTreeSet::new();
    for pair in aligned.passages.pairs.iter().filter(|p| p.a.0 != p.b.0) {
        // Versions of one text tell of the same outcomes, each in its place.
        let are_versions = aligned.versions.contains(&(pair.a.0.min(pair.b.0), pair.a.0.max(pair.b.0)));
        if pair.entities.len() + pair.lemmas.len() < 4 || pair.entities.is_empty() || are_versions {
            continue;
        }
        for outcome in pair.lemmas.iter().filter(|l| OUTCOMES.contains(&l.as_ref())) {
            let (Some(a), Some(b)) = (stated(corpus, pair.a, outcome), stated(corpus, pair.b, outcome))
            else {
                continue;
            };
            if a.is_positive != b.is_positive && done.insert(outcome.to_string()) {
                findings.drafts.push(draft(corpus, pair, outcome, &a, &b));
            }
        }
    }
}

struct Outcome {
    at: usize,
    is_positive: bool,
}

/// How a sentence states an outcome; nothing when it is only hoped for.
fn stated(corpus: &Corpus, (article, sentence): (usize, usize), outcome: &str) -> Option<Outcome> {
    let document = corpus.documents.get(article)?;
    let tokens = document.prose.sentences.get(sentence)?.clone();
    let at =
        tokens.clone().find(|&i| document.prose.lemma(i) == outcome && document.prose.pos(i) != Pos::Verb)?;
    let from = at.saturating_sub(7).max(tokens.start);
    let before: Vec<&str> = (from..at).map(|i| document.prose.lower(i)).collect();
    let is_negative =
        before.iter().any(|w| matches!(*w, "no" | "not" | "n't" | "without" | "little" | "never"))
            || lacks(document, from, at);
    let is_positive = (from..at).any(|i| {
        matches!(
            document.prose.lemma(i),
            "make"
                | "reach"
                | "achieve"
                | "strike"
                | "find"
                | "cause"
                | "report"
                | "suffer"
                | "great"
                | "good"
                | "real"
                | "significant"
                | "there"
        )
    });
    let is_open = before.iter().any(|w| {
        matches!(
            *w,
            "could"
                | "may"
                | "might"
                | "would"
                | "hope"
                | "hopes"
                | "if"
                | "whether"
                | "any"
                | "potential"
                | "possible"
                | "towards"
                | "toward"
                | "for"
        )
    });
    if is_negative {
        Some(Outcome { at, is_positive: false })
    } else {
        (is_positive && !is_open).then_some(Outcome { at, is_positive: true })
    }
}

/// "Failed to make", "a lack of".
fn lacks(document: &Document, from: usize, at: usize) -> bool {
    (from..at).any(|i| match document.prose.lemma(i) {
        "fail" | "unable" => true,
        "lack" => document.prose.lower(i + 1) == "of",
        _ => false,
    })
}

fn draft(corpus: &Corpus, pair: &Pair, outcome: &str, a: &Outcome, b: &Outcome) -> Draft {
    let names: Vec<&str> = pair.entities.iter().map(|&e| corpus.name(e)).collect();
    let at = |place: (usize, usize), o: &Outcome| {
        let clause = corpus
            .documents
            .get(place.0)
            .map(|d| d.prose.cover(o.at.saturating_sub(10)..o.at + 4))
            .unwrap_or_default();
        sentence_evidence(corpus, place.0, place.1, clause, Some(o.at.saturating_sub(2)..o.at + 1))
    };
    let (yes, no) = if a.is_positive { (pair.a.0, pair.b.0) } else { (pair.b.0, pair.a.0) };
    Draft {
        kind: ContradictionKind::Antonym,
        severity: Severity::Medium,
        confidence: 66,
        topic: format!("Outcome: {outcome}"),
        summary: format!("{} reports {outcome}, {} reports none", corpus.label(yes), corpus.label(no)),
        explanation: format!(
            "Both passages speak of {outcome} in the same matter ({}); one has it, the other has not.",
            names.join(", ")
        ),
        evidence: vec![at(pair.a, a), at(pair.b, b)],
        entities: pair.entities.clone(),
        quotations: Vec::new(),
        trace: vec![
            format!("names shared: {}", names.join(", ")),
            format!("words shared: {}", pair.lemmas.join(", ")),
            format!("opposite statements of {outcome}"),
        ],
    }
}
